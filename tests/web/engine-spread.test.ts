// SPDX-License-Identifier: MIT
/** Files of one row per item as they are: not every code at every visit. */
import { expect, test } from 'vitest';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { analyzeFiles, checkFiles } from '../../web/engine/files.js';
import { propose, readFile } from '../../web/read/index.js';

const ids = Array.from({ length: 12 }, (_, i) => `S-${101 + i}`);
const people = ids.map((id, i) => `${id},${i % 2 ? 'Active' : 'Placebo'}`);
const scores = ids.flatMap((id, i) =>
  [0, 7, 28].flatMap((visit) => {
    const value = 40 + i - (visit > 0 && i % 2 ? 6 : 0) + ((visit > 0 ? 5 * i + visit / 7 : 3 * i * i) % 7);
    // The FSS is not taken at day 28, and one person lacks it at day 7.
    const fss = visit === 28 || (i === 3 && visit === 7) ? [] : [`${id},FSSTOT,${visit},${value}`];
    return [`${id},MFISTOT,${visit},${value}`, ...fss];
  }),
);
const bytes = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));

test('a code that is absent at a visit is missing there, and no error', async () => {
  const files = [
    await readFile('adsl.csv', bytes('USUBJID,TRT01P', ...people)),
    await readFile('adqs.csv', bytes('USUBJID,PARAMCD,AVISITN,AVAL', ...scores)),
  ];
  const { plan } = propose(files);
  const engine = await loadBuiltInEngine();
  const report = analyzeFiles(engine, plan, files);
  expect(report.errors).toEqual([]);
  const observed = new Map(
    report.outcomes.map(({ id, observed: rows }) => [id, rows.map(({ arm, visit, n }) => `${arm} ${visit} ${n}`)]),
  );
  expect(observed.get('fss')).toEqual(['Placebo 0 6', 'Placebo 7 6', 'Active 0 6', 'Active 7 5']);
  expect(observed.get('mfis')).toContain('Active 28 6');
  const check = checkFiles(engine, plan, files);
  expect(check.problems).toEqual([]);
  expect(check.scores.find(({ score }) => score === 'fss.total')?.visits).toEqual(['0', '7']);
});

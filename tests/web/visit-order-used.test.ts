// SPDX-License-Identifier: MIT
/** The order of visits inside is the one that is shown, whatever words the core knows. */
import { beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../web/contract/engine.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { analyzeFiles } from '../../web/engine/files.js';
import { proposeStacks, propose, stackTables } from '../../web/read/index.js';
import { omit } from '../../web/elements/omit.js';
import { isBaselineWord } from '../../web/read/visit-names.js';
import { read } from './read-support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadBuiltInEngine();
});

const rowsOf = (visit: string | null, k: number): string[] =>
  Array.from({ length: 24 }, (_, i) => {
    const score = 30 + ((i * 7 + k * 5) % 13) - (i % 2) * k;
    return [`P${i}`, i % 2 ? 'Training' : 'Kontrolle', ...(visit === null ? [] : [visit]), score].join(',');
  });

test.each([
  'Basis',
  'Basismessung',
  'Basiserhebung',
  'Eingangsuntersuchung',
  'Aufnahme',
  'Erstuntersuchung',
  'Baselinevisite',
  'Ausgangswert',
])('%s is the baseline before Woche 6 and Woche 12', (baseline) => {
  expect(isBaselineWord(baseline)).toBe(true);
  const visits = [baseline, 'Woche 6', 'Woche 12'];
  const files = [read('lang.csv', `id,arm,visit,FSS\n${visits.flatMap(rowsOf).join('\n')}\n`)];
  const { plan } = propose(files);
  expect(plan.files[0]?.visitOrder).toEqual(visits);
  expect(plan.outcomes[0]?.model.baselineVisit).toBe(baseline);
  const report = analyzeFiles(engine, plan, files);
  expect(report.errors).toEqual([]);
  expect(report.outcomes[0]?.model?.visits).toEqual(['Woche 6', 'Woche 12']);

  // A plan that leaves the order out is analysed in the order shown all the same, and is told as it is.
  const unsaid = { ...plan, files: plan.files.map((file) => omit(file, 'visitOrder')) };
  const other = analyzeFiles(engine, unsaid, files);
  expect(other.outcomes[0]?.model?.visits).toEqual(['Woche 6', 'Woche 12']);
  expect(other.outcomes[0]?.effects).toEqual(report.outcomes[0]?.effects);
  expect(other.plan.files[0]).not.toHaveProperty('visitOrder');

  // Another baseline has no follow-up before it.
  const [outcome] = unsaid.outcomes;
  const later = structuredClone(outcome!);
  delete later.model.visits;
  later.model.baselineVisit = 'Woche 6';
  const moved = analyzeFiles(engine, { ...unsaid, outcomes: [later] }, files);
  expect(moved.outcomes[0]?.model?.visits).toEqual(['Woche 12']);
});

test('a file for each visit makes the same order', () => {
  const files = ['Woche12', 'Basis', 'Woche6'].map((name) =>
    read(`1_${name}.csv`, `id,arm,FSS\n${rowsOf(null, name.length).join('\n')}\n`),
  );
  const [stack] = proposeStacks(files);
  const table = stackTables(stack!.name, stack!.reading, stack!.parts);
  const { plan } = propose([table]);
  expect(plan.outcomes[0]?.model.baselineVisit).toBe('Basis');
  expect(analyzeFiles(engine, plan, [table]).outcomes[0]?.model?.visits).toEqual(['Woche 6', 'Woche 12']);
});

// SPDX-License-Identifier: MIT
/** Participants, baselines, guesses and ratings of effects from files, through the built command line. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, expect, test } from 'vitest';
import type { DataCheck } from '../../web/contract/check.js';
import type { OutcomeFlow } from '../../web/contract/participants.js';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'fatigue-participants-'));
afterAll(() => rmSync(folder, { recursive: true }));

const load = (path: string): object => JSON.parse(readFileSync(join(root, path), 'utf8')) as object;
const ajv = new Ajv2020({ strict: true, allErrors: true });
ajv.addSchema(load('schema/plan.schema.json'));
const validate = ajv.compile(load('schema/report.schema.json'));

function cli<T>(command: string, plan: Plan): T {
  const path = join(folder, 'plan.json');
  writeFileSync(path, JSON.stringify(plan));
  const { stdout, stderr } = spawnSync('node', [join(root, 'dist/cli.js'), command, path], { encoding: 'utf8' });
  if (!stdout.startsWith('{')) throw new Error(stderr);
  return JSON.parse(stdout) as T;
}

// Sixteen participants in a wide file; every fifth score is missing, the last participant has none and no arm.
const rows = Array.from({ length: 17 }, (_, i) => {
  const score = (visit: number): string =>
    (i * 3 + visit * 7) % 5 === 0 || i === 16 ? '' : String(20 + ((i * 7 + visit * 5) % 11) - (i % 2) * visit);
  const arm = i === 16 ? '' : i % 2 === 0 ? 'placebo' : 'active';
  const guess = ['drug', 'placebo', '', 'perhaps', 'active'][i % 5];
  return `p${i},${arm},${30 + ((i * 5) % 13)},${i % 3 === 0 ? 'f' : 'm'},${guess},${[0, 1, 2].map(score).join(',')}`;
});
writeFileSync(join(folder, 'wide.csv'), `id,arm,age,sex,thought,v0,v1,v2\n${rows.join('\n')}\n`);

const plan: Plan = {
  schemaVersion: 1,
  files: [
    {
      name: 'wide.csv',
      role: 'records',
      id: 'id',
      arm: 'arm',
      visit: 'week',
      guess: 'thought',
      guesses: { drug: 'active' },
      wide: ['0', '1', '2'].map((visit) => ({ column: `v${visit}`, variable: 'mfis', visit })),
    },
  ],
  arms: { order: ['placebo', 'active'] },
  instruments: [{ id: 'mfis', instrument: 'MFIS', file: 'wide.csv', scores: { total: 'mfis' } }],
  outcomes: [
    {
      id: 'mfis',
      label: 'MFIS',
      role: 'primary',
      score: 'mfis.total',
      model: { kind: 'mmrm', response: 'change', covariance: 'cs' },
      effect: { kind: 'visit_difference', visit: '2' },
    },
  ],
};

const total = (reasons: readonly { n: number }[]): number => reasons.reduce((sum, { n }) => sum + n, 0);

test('a wide file in one piece has its flow, baseline, guesses and ratings, as the schema says', () => {
  const report = cli<Report>('analyze', plan);
  validate(report);
  expect(validate.errors).toBeNull();
  expect(report.errors).toEqual([]);
  expect(report.flow).toMatchObject({
    listed: 17,
    notRandomised: [{ code: 'no_arm', n: 1 }],
    arms: [
      { arm: 'placebo', randomised: 8 },
      { arm: 'active', randomised: 8 },
    ],
  });
  const [flow] = report.flow?.outcomes ?? [];
  const { arms, visits } = flow as OutcomeFlow;
  for (const [i, arm] of arms.entries()) {
    expect(arm.randomised).toBe(arm.analysed + total(arm.notAnalysed));
    for (const { arms: cells } of visits)
      expect(arm.randomised).toBe((cells[i]?.analysed ?? 0) + total(cells[i]?.missing ?? []));
  }
  expect(visits.map(({ visit }) => visit)).toEqual(['1', '2']);
  expect(arms.reduce((sum, { analysed }) => sum + analysed, 0)).toBe(report.outcomes[0]?.model?.nSubjects);
  expect(report.baseline?.rows.map(({ name, kind }) => [name, kind])).toEqual([
    ['age', 'number'],
    ['sex', 'category'],
    ['mfis.total', 'number'],
  ]);
  expect(report.plan.baselineTable).toEqual({ columns: ['age', 'sex'], standardisedDifferences: false });
  expect(report.blinding?.guesses).toEqual(['placebo', 'active', "don't know"]);
  expect(report.blinding?.counts.map(({ n, byGuess }) => n === total(byGuess.map((each) => ({ n: each }))))).toEqual([
    true,
    true,
  ]);
  expect(report.warnings.find(({ code }) => code === 'guess_unknown')?.message).toContain('"perhaps" (3)');
  const [effect] = report.outcomes[0]?.effects ?? [];
  expect(effect?.standardised?.by).toBe('baseline_sd');
  expect(effect?.mcid).toMatchObject({ value: 4, threshold: -4 });
});

test('the echoed plan asks for the same again', () => {
  const first = cli<Report>('analyze', plan);
  const second = cli<Report>('analyze', first.plan);
  for (const key of ['plan', 'flow', 'baseline', 'blinding'] as const) expect(second[key]).toEqual(first[key]);
});

test('the check tells of columns that are not there', () => {
  const told = (changed: Plan): string =>
    cli<DataCheck>('check', changed)
      .problems.map(({ problem }) => problem.message)
      .join('\n');
  expect(told(plan)).not.toContain('names the column');
  const [file] = structuredClone(plan.files);
  if (!file) throw new Error('no file');
  expect(told({ ...plan, files: [{ ...file, guess: 'guessed' }] })).toContain('names the column "guessed"');
  expect(told({ ...plan, baselineTable: { columns: ['weight'] } })).toContain('names the column "weight"');
  expect(told({ ...plan, arms: { order: ['placebo', 'active'] }, baselineTable: { columns: ['v1'] } })).toContain('v1');
});

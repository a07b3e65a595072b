// SPDX-License-Identifier: MIT
/** Codes of sex are groups that are counted, not numbers with a mean, unless somebody says otherwise. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { BaselineRow } from '../../web/contract/participants.js';
import type { Engine } from '../../web/contract/engine.js';
import type { Plan } from '../../web/contract/plan.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { analyzeFiles } from '../../web/engine/files.js';
import { isSameReading, propose, type ReadResult } from '../../web/read/index.js';
import { isSexColumn } from '../../web/read/sex-codes.js';
import { read } from './read-support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadBuiltInEngine();
});

const people = Array.from({ length: 12 }, (_, person) => person);
const arm = (person: number): string => (person % 2 === 0 ? 'Placebo' : 'Drug');
const scores = read(
  'scores.csv',
  `id,visit,MFIS\n${people.flatMap((p) => ['Baseline', 'Week 4'].map((visit, v) => `p${p},${visit},${30 + ((p * 7 + v * 5) % 13)}`)).join('\n')}\n`,
);
const patients = (name: string, codes: readonly (number | string)[] = [1, 2]): ReadResult =>
  read(
    'patients.csv',
    `id,arm,age,${name}\n${people.map((p) => `p${p},${arm(p)},${40 + p},${codes[p % codes.length]}`).join('\n')}\n`,
  );

function rowOf(file: ReadResult, name: string, change: (plan: Plan) => Plan = (plan) => plan): BaselineRow | undefined {
  const files = [file, scores];
  const { baseline } = analyzeFiles(engine, change(propose(files).plan), files);
  return baseline?.rows.find((row) => row.name === name);
}

describe('codes of sex', () => {
  test.each(['sex', 'Geschlecht', 'SEXN', 'pat_gender', 'sexe'])('in %s are counted by arm', (name) => {
    expect(rowOf(patients(name), name)).toMatchObject({ kind: 'category', levels: ['1', '2'] });
  });

  test('are numbers where the plan says so', () => {
    const asNumbers = (plan: Plan): Plan => ({
      ...plan,
      files: plan.files.map((file) => ({ ...file, reading: { ...file.reading, types: { sex: 'number' } } })),
    });
    expect(rowOf(patients('sex'), 'sex', asNumbers)?.kind).toBe('number');
  });

  test('have it read no second time, and are told in the plan', () => {
    const file = patients('sex');
    const [entry] = propose([file, scores]).plan.files;
    expect(entry?.reading?.types).toEqual({ sex: 'factor' });
    expect(isSameReading(file, entry?.reading)).toBe(true);
    expect(isSameReading(file, { ...entry?.reading, types: { sex: 'number' } })).toBe(false);
    expect(isSameReading(file, { ...entry?.reading, types: { sex: 'factor', age: 'factor' } })).toBe(false);
  });

  test('are none of many numbers, and words stay as they are', () => {
    expect(rowOf(patients('sex', [1, 2, 3, 4, 5]), 'sex')?.kind).toBe('number');
    expect(rowOf(patients('sex', ['m', 'f']), 'sex')).toMatchObject({ kind: 'category', levels: ['m', 'f'] });
    expect(rowOf(patients('sex'), 'age')?.kind).toBe('number');
  });
});

test.each(['sextant', 'sexual_function', 'asex', 'gendered', 'age'])('%s is no column of sex', (name) => {
  expect(isSexColumn(name)).toBe(false);
});

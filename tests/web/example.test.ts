// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';

const folder = fileURLToPath(new URL('../../examples/ketamine-pilot/', import.meta.url));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

type Row = Record<string, string>;

/** The example's files hold no quotes, so splitting at commas reads them. */
function rows(name: string): Row[] {
  const [header = '', ...lines] = read(name).trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    expect(cells, `${name}: ${line}`).toHaveLength(columns.length);
    return Object.fromEntries(columns.map((column, j) => [column, cells[j] ?? '']));
  });
}

const items = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, j) => `${prefix}${String(j + 1)}`);
const fss = items('fss', 9);
const mfis = items('mfis', 21);
const answered = (row: Row, names: string[]): number[] =>
  names
    .map((name) => row[name] ?? '')
    .filter((cell) => cell !== '')
    .map(Number);

function expectWhole(values: number[], lowest: number, highest: number): void {
  for (const value of values) expect(Number.isInteger(value) && value >= lowest && value <= highest).toBe(true);
}

describe('the simulated pilot', () => {
  let rewritten = '';
  beforeAll(() => {
    rewritten = mkdtempSync(join(tmpdir(), 'ketamine-pilot-'));
    execFileSync(process.execPath, [join(folder, 'generate.mjs'), rewritten]);
  });
  afterAll(() => {
    rmSync(rewritten, { recursive: true });
  });

  it.each(['participants.csv', 'diary.csv', 'questionnaires.csv', 'adverse-events.csv'])(
    'is reproduced by its generator, byte for byte: %s',
    (name) => {
      expect(readFileSync(join(rewritten, name)).equals(readFileSync(join(folder, name)))).toBe(true);
    },
  );

  it('has 12 participants on ketamine and 6 on midazolam', () => {
    const participants = rows('participants.csv');
    expect(participants.map(({ id }) => id)).toEqual(
      Array.from({ length: 18 }, (_, j) => `K${String(j + 1).padStart(2, '0')}`),
    );
    expect(participants.filter(({ arm }) => arm === 'ketamine')).toHaveLength(12);
    expect(participants.filter(({ arm }) => arm === 'midazolam')).toHaveLength(6);
    expectWhole(
      participants.map(({ age }) => Number(age)),
      18,
      65,
    );
  });

  it('keeps every answer on its scale and every participant and day to one row', () => {
    const diary = rows('diary.csv');
    const visits = rows('questionnaires.csv');
    expectWhole(
      diary.map(({ day }) => Number(day)),
      0,
      7,
    );
    expect(new Set(visits.map(({ day }) => day))).toEqual(new Set(['0', '7', '14', '21', '28']));
    for (const row of diary) expectWhole(answered(row, ['dfs']), 0, 10);
    for (const row of visits) {
      expectWhole(answered(row, fss), 1, 7);
      expectWhole(answered(row, mfis), 0, 4);
    }
    for (const file of [diary, visits]) {
      expect(new Set(file.map(({ id, day }) => `${String(id)} ${String(day)}`)).size).toBe(file.length);
    }
  });

  it('enters participants with an MFIS above 33', () => {
    for (const row of rows('questionnaires.csv').filter(({ day }) => day === '0')) {
      const values = answered(row, mfis);
      expect((values.reduce((a, b) => a + b, 0) / values.length) * 21).toBeGreaterThan(33);
    }
  });

  it('has missing days, missing visits, a prorated FSS and an MFIS that cannot be scored', () => {
    const diary = rows('diary.csv');
    const visits = rows('questionnaires.csv');
    expect(diary.length).toBeLessThan(18 * 8);
    expect(diary.some(({ dfs }) => dfs === '')).toBe(true);
    expect(visits.length).toBeLessThan(18 * 5);
    const at = (id: string, day: string): Row => visits.find((row) => row.id === id && row.day === day) ?? {};
    expect(answered(at('K07', '7'), fss).length).toBeGreaterThanOrEqual(5);
    expect(answered(at('K07', '7'), fss).length).toBeLessThan(9);
    expect(answered(at('K16', '21'), mfis).length).toBeLessThan(11);
  });

  it('has each side effect the trial reported, mostly on the day of the infusion', () => {
    const events = rows('adverse-events.csv');
    expect(new Set(events.map(({ event }) => event))).toEqual(
      new Set(['dizziness', 'numbness', 'euphoria', 'impaired concentration', 'raised blood pressure']),
    );
    expect(events.filter(({ day }) => day === '0').length).toBeGreaterThan(events.length / 2);
    const ids = new Set(rows('participants.csv').map(({ id }) => id));
    expect(events.every(({ id }) => ids.has(id))).toBe(true);
  });

  it('has a plan whose columns exist', () => {
    const plan = JSON.parse(read('plan.json')) as Plan;
    expect(plan.simulated).toBe(true);
    const header = (name: string): string[] => (read(name).split('\n')[0] ?? '').split(',');
    for (const file of plan.files) {
      const named = [file.id, file.arm, file.visit, file.event].filter((column) => column !== undefined);
      expect(header(file.name)).toEqual(expect.arrayContaining(named));
    }
    for (const { file, items: columns = [] } of plan.instruments) {
      expect(header(file)).toEqual(expect.arrayContaining(columns));
    }
    expect(plan.published?.chosenToAgree).toBe(true);
    expect(plan.published?.rows.map(({ outcome }) => outcome)).toEqual(plan.outcomes.map(({ id }) => id));
  });
});

// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePlan } from '../../web/read/index.js';
import { exampleFiles, exampleNames } from '../../web/site/examples.js';
import { exampleWords } from '../../web/text/words/examples.js';
import {
  answered,
  exampleFolder,
  expectWhole,
  numbered,
  planOf,
  readExample,
  rowsOf,
  type Row,
} from './example-support.js';

const validatePlan = new Ajv2020({ strict: true, allErrors: true }).compile(
  JSON.parse(readFileSync('schema/plan.schema.json', 'utf8')) as object,
);

const fss = numbered('fss', 9);
const mfis = numbered('mfis', 21);

describe.each(exampleNames)('%s', (name) => {
  const folder = exampleFolder(name);
  const plan = planOf(name);
  const files = plan.files.map((file) => file.name);
  const delimiter = plan.files[0]?.reading?.delimiter ?? ',';
  let rewritten = '';
  beforeAll(() => {
    rewritten = mkdtempSync(join(tmpdir(), `${name}-`));
    execFileSync(process.execPath, [join(folder, 'generate.mjs'), rewritten]);
  });
  afterAll(() => {
    rmSync(rewritten, { recursive: true });
  });

  it('is reproduced by its generator, byte for byte and with no file left over', () => {
    const csvs = readdirSync(folder).filter((file) => file.endsWith('.csv'));
    expect(csvs.sort()).toEqual([...files].sort());
    expect(readdirSync(rewritten).sort()).toEqual(csvs);
    for (const file of files) {
      expect(readFileSync(join(rewritten, file)).equals(readFileSync(join(folder, file))), file).toBe(true);
    }
  });

  it('has a plan that is valid and whose columns exist', () => {
    const text = readExample(name, 'plan.json');
    expect(validatePlan(JSON.parse(text)), JSON.stringify(validatePlan.errors)).toBe(true);
    expect(parsePlan(text)).toEqual(plan);
    const header = (file: string): string[] => (readExample(name, file).split('\n')[0] ?? '').split(delimiter);
    for (const file of plan.files) {
      const { id, arm, visit, event, date, startDate, guess, bodySystem, severity, serious, related } = file;
      const named = [id, arm, visit, event, date, startDate, guess, bodySystem, severity, serious, related];
      const wide = (file.wide ?? []).map(({ column }) => column);
      expect(header(file.name)).toEqual(
        expect.arrayContaining([...named, ...wide].filter((each) => each !== undefined)),
      );
    }
    for (const { file, items = [] } of plan.instruments) {
      const gathered = plan.files.find((each) => each.name === file)?.wide?.map(({ variable }) => variable) ?? [];
      expect([...header(file), ...gathered]).toEqual(expect.arrayContaining(items));
    }
  });

  it('says that it is simulated in plan, title, README, generator and on the page', () => {
    expect(plan.simulated).toBe(true);
    expect(plan.title).toContain('simulated');
    expect(readExample(name, 'README.md')).toMatch(/^# A simulated [^]*?\*\*These data are simulated\./);
    expect(readExample(name, 'generate.mjs')).toContain('The data are simulated');
    expect(exampleWords.title).toContain('simulated');
  });

  it('is carried by the page as it is on disk', async () => {
    const carried = exampleFiles(name);
    expect(carried.map((file) => file.name).sort()).toEqual([...files, 'plan.json'].sort());
    for (const file of carried) expect(await file.text()).toBe(readExample(name, file.name));
  });

  it('has every participant once, and no record of another', () => {
    const ids = rowsOf(name, 'participants.csv', delimiter).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const file of files) {
      for (const { id } of rowsOf(name, file, delimiter)) expect(ids).toContain(id);
    }
  });
});

describe('the simulated pilot', () => {
  const rows = (name: string): Row[] => rowsOf('ketamine-pilot', name);

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

  it('has published results for each outcome', () => {
    const { published, outcomes } = planOf('ketamine-pilot');
    expect(published?.chosenToAgree).toBe(true);
    expect(published?.rows.map(({ outcome }) => outcome)).toEqual(outcomes.map(({ id }) => id));
  });
});

describe('the simulated follow-on trial', () => {
  const rows = (name: string): Row[] => rowsOf('follow-on', name);
  const participants = rows('participants.csv');

  it('has 110 participants, spread evenly over three arms', () => {
    const sizes = planOf('follow-on').arms?.order.map((arm) => participants.filter((row) => row.arm === arm).length);
    expect(sizes).toEqual([37, 37, 36]);
  });

  it('keeps every answer on its scale, at the weeks and days planned', () => {
    const diary = rows('diary.csv');
    for (const row of rows('fss.csv')) expectWhole(answered(row, fss), 1, 7);
    for (const row of rows('mfis.csv')) expectWhole(answered(row, mfis), 0, 4);
    for (const row of diary) expectWhole(answered(row, Object.keys(row).slice(1)), 0, 10);
    expect(new Set(rows('fss.csv').map(({ week }) => week))).toEqual(new Set(['0', '1', '4', '5', '8']));
    expect(new Set(rows('mfis.csv').map(({ week }) => week))).toEqual(new Set(['0', '4', '8']));
    expect(Object.keys(diary[0] ?? {})).toHaveLength(16);
  });

  it('loses participants and answers at rates that trials have', () => {
    const last = rows('fss.csv').filter(({ week }) => week === '8').length;
    expect(last).toBeGreaterThan(0.8 * 110);
    expect(last).toBeLessThan(0.95 * 110);
    const cells = rows('mfis.csv').flatMap((row) => mfis.map((item) => row[item]));
    const blank = cells.filter((cell) => cell === '').length / cells.length;
    expect(blank).toBeGreaterThan(0.005);
    expect(blank).toBeLessThan(0.04);
    expect(rows('mfis.csv').some((row) => answered(row, mfis).length < 11)).toBe(true);
  });

  it('has events of every severity, serious and related ones, and guesses of every arm', () => {
    const events = rows('adverse-events.csv');
    const kinds = (column: string): Set<string | undefined> => new Set(events.map((row) => row[column]));
    expect(kinds('severity')).toEqual(new Set(['mild', 'moderate', 'severe']));
    expect(kinds('serious')).toEqual(new Set(['no', 'yes']));
    expect(kinds('related')).toEqual(new Set(['no', 'yes']));
    const { arms, files } = planOf('follow-on');
    const guesses = new Set(participants.map(({ guess }) => guess));
    expect(guesses).toEqual(new Set([...(arms?.order ?? []), "don't know", '']));
    expect(new Set([...Object.keys(files[0]?.guesses ?? {}), ''])).toEqual(guesses);
  });
});

describe('the simulated diary trial', () => {
  const participants = rowsOf('daily-diary', 'participants.csv', ';');
  const diary = rowsOf('daily-diary', 'diary.csv', ';');

  it('has 30 participants an arm, and one rating a day at most', () => {
    for (const arm of ['dim light', 'bright light']) {
      expect(participants.filter((row) => row.arm === arm)).toHaveLength(30);
    }
    expectWhole(
      diary.map(({ fatigue_nrs }) => Number(fatigue_nrs)),
      0,
      10,
    );
    expect(new Set(diary.map(({ id, date }) => `${String(id)} ${String(date)}`)).size).toBe(diary.length);
  });

  it('is written with semicolons, decimal commas and dates', () => {
    for (const { bmi, start_date: start } of participants) {
      expect(bmi).toMatch(/^\d\d,\d$/);
      expect(start).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it('has gaps, and people who stop early', () => {
    const startOf = new Map(participants.map(({ id, start_date: start }) => [id, Date.parse(start ?? '')]));
    const days = (id: string | undefined): number[] =>
      diary
        .filter((row) => row.id === id)
        .map(({ date }) => (Date.parse(date ?? '') - (startOf.get(id) ?? NaN)) / 86_400_000);
    const all = participants.map(({ id }) => days(id));
    expectWhole(all.flat(), -6, 28);
    expect(all.filter((own) => own.some((day, at) => at > 0 && day - (own[at - 1] ?? day) > 3)).length).toBeGreaterThan(
      5,
    );
    expect(all.filter((own) => Math.max(...own) < 22).length).toBeGreaterThan(1);
    expect(diary.length).toBeGreaterThan(0.75 * 60 * 35);
  });
});

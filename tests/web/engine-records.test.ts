// SPDX-License-Identifier: MIT
/** What a plan makes of dates without a start date, of records that stand twice and of odd years, by the core. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../web/contract/engine.js';
import { EngineError } from '../../web/contract/engine.js';
import type { Plan, PlanFile } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { analyzeFiles, checkFiles } from '../../web/engine/files.js';
import { rScript } from '../../web/export/r/script.js';
import { sasProgram } from '../../web/export/sas/program.js';
import { completePlan, parsePlan, propose, type ReadResult } from '../../web/read/index.js';
import { Citations } from '../../web/text/citations.js';
import { methodsParagraph } from '../../web/text/methods_paragraph.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { read } from './read-support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadBuiltInEngine();
});

const dayOf = (n: number): string => new Date(Date.UTC(2024, 2, 1 + n)).toISOString().slice(0, 10);
/** Ten participants who start on different days, each with records on days 0, 28 and 56. */
const rows = Array.from({ length: 30 }, (_, i) => {
  const [person, visit] = [Math.floor(i / 3), i % 3];
  const score = 50 - visit * (person % 2 ? 6 : 1) + ((person * 7 + visit * 5) % 9);
  return [`p${person}`, person % 2 ? 'drug' : 'control', dayOf(person * 5 + visit * 28), score, dayOf(person * 5)];
});
const header = 'subject,arm,visit_date,FSS_total';
const file = (lines: readonly unknown[][], columns = 4, head = header): ReadResult =>
  read('r.csv', `${head}\n${lines.map((line) => line.slice(0, columns).join(',')).join('\n')}\n`);

/** The plan of a file once days are counted from the first record, as the page makes it. */
function planFromFirst(data: ReadResult, patch: Partial<PlanFile> = {}): Plan {
  const { plan, notes } = propose([data]);
  const date = notes.find(({ code }) => code === 'choose_start_date')?.about;
  const edit = { kind: 'file', name: 'r.csv', patch: { date, dayZero: 'first_record' as const, ...patch } } as const;
  const waiting = plan.instruments.map(({ id }) => id);
  return parsePlan(JSON.stringify(completePlan(applyEdit(plan, edit), waiting, [data]).plan));
}

const methods = (report: Report): string =>
  methodsParagraph(report, new Citations())
    .map(({ text }) => text)
    .join('');

describe('dates without a start date', () => {
  test('are of no use until somebody says that day 0 is the first record', () => {
    const { plan, notes } = propose([file(rows)]);
    expect(plan.outcomes).toEqual([]);
    expect(plan.files[0]?.dayZero).toBeUndefined();
    expect(notes.find(({ code }) => code === 'choose_start_date')).toMatchObject({ about: 'visit_date' });
  });

  test('give the numbers of a start date on the day of the first record', () => {
    const data = file(rows);
    const plan = planFromFirst(data);
    const report = analyzeFiles(engine, plan, [data]);
    expect(report.errors).toEqual([]);
    const started = file(rows, 5, `${header},randomisation_date`);
    const other = analyzeFiles(engine, propose([started]).plan, [started]);
    expect(report.outcomes[0]?.effects.length).toBeGreaterThan(0);
    expect(report.outcomes[0]?.effects).toEqual(other.outcomes[0]?.effects);
    expect(report.plan.files[0]).toMatchObject({ date: 'visit_date', dayZero: 'first_record' });
    expect(report.plan.files[0]?.startDate).toBeUndefined();
    expect(report.plan).toEqual(JSON.parse(JSON.stringify({ ...report.plan, files: plan.files })));
  });

  test('are told of in the report, its methods and its scripts', () => {
    const data = file(rows);
    const report = analyzeFiles(engine, planFromFirst(data), [data]);
    expect(report.warnings.find(({ code }) => code === 'days_from_first_record')?.message).toContain('as was chosen');
    expect(methods(report)).toContain('from the date of each participant\u2019s first record (day 0)');
    for (const script of [rScript(report), sasProgram(report)])
      expect(script).toContain('days are counted from the date of the first record of each participant');
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(JSON.parse(readFileSync('schema/plan.schema.json', 'utf8')) as object);
    const isReport = ajv.compile(JSON.parse(readFileSync('schema/report.schema.json', 'utf8')) as object);
    isReport(JSON.parse(JSON.stringify(report)));
    expect(isReport.errors).toBeNull();
  });

  test('count the participants of a list of their own, too', () => {
    const list = read(
      'p.csv',
      `id,arm\n${rows
        .filter((_, i) => i % 3 === 0)
        .map(([id, arm]) => `${id as string},${arm as string}`)
        .join('\n')}\n`,
    );
    const data = file(
      rows.map(([id, , ...others]) => [id, ...others]),
      3,
      'id,visit_date,FSS_total',
    );
    const { plan } = propose([list, data]);
    const edit = { kind: 'file', name: 'r.csv', patch: { date: 'visit_date', dayZero: 'first_record' } } as const;
    const asked = completePlan(applyEdit(plan, edit), ['fss'], [list, data]).plan;
    const report = analyzeFiles(engine, asked, [list, data]);
    const alone = file(rows);
    const other = analyzeFiles(engine, planFromFirst(alone), [alone]);
    expect(report.outcomes[0]?.effects).toEqual(other.outcomes[0]?.effects);
  });

  test('a start date that is chosen later takes the place of the first record, and the other way round', () => {
    const plan = planFromFirst(file(rows), { dayOfStart: 1 });
    const started = applyEdit(plan, { kind: 'file', name: 'r.csv', patch: { startDate: 'visit_date' } });
    expect(started.files[0]).toMatchObject({ startDate: 'visit_date' });
    expect(started.files[0]?.dayZero).toBeUndefined();
    const back = applyEdit(started, { kind: 'file', name: 'r.csv', patch: { dayZero: 'first_record' } });
    expect(back.files[0]?.startDate).toBeUndefined();
    const undated = applyEdit(plan, { kind: 'file', name: 'r.csv', patch: { date: undefined, visit: 'x' } });
    expect(undated.files[0]).not.toHaveProperty('dayZero');
    expect(undated.files[0]).not.toHaveProperty('dayOfStart');
  });

  test('a plan with both is refused', () => {
    const plan = planFromFirst(file(rows));
    const both = { ...plan, files: plan.files.map((each) => ({ ...each, startDate: 'arm' })) };
    expect(() => parsePlan(JSON.stringify(both))).toThrow('keep one of them');
    const none = { ...plan, files: plan.files.map((each) => ({ ...each, date: undefined, visit: 'arm' })) };
    expect(() => parsePlan(JSON.stringify(none))).toThrow('leave dayZero out');
  });
});

describe('two records of one participant on one day', () => {
  const again = [...rows.slice(0, 5), [...rows[4]!.slice(0, 3), 20, rows[4]![4]], ...rows.slice(5)];
  const data = file(again);

  test('are refused with the dates as they are written', () => {
    const plan = planFromFirst(data);
    try {
      analyzeFiles(engine, plan, [data]);
      expect.unreachable();
    } catch (error) {
      const { code, detail } = error as EngineError;
      expect(code).toBe('duplicate_visit');
      expect(detail.places?.map(({ row, value }) => [row, value])).toEqual([
        [6, rows[4]![2]],
        [7, rows[4]![2]],
      ]);
    }
  });

  const effectsOf = (lines: readonly unknown[][]): unknown => {
    const own = file(lines);
    return analyzeFiles(engine, planFromFirst(own), [own]).outcomes[0]?.effects;
  };
  const mean = [...rows.slice(0, 4), [...rows[4]!.slice(0, 3), ((rows[4]![3] as number) + 20) / 2], ...rows.slice(5)];
  test.each([
    ['first', rows],
    ['last', [...rows.slice(0, 4), again[5]!, ...rows.slice(5)]],
    ['mean', mean],
    ['none', [...rows.slice(0, 4), ...rows.slice(5)]],
  ] as const)('%s: the numbers are those of a file with what is used', (repeated, same) => {
    const plan = planFromFirst(data, { repeated });
    const report = analyzeFiles(engine, plan, [data]);
    expect(report.outcomes[0]?.effects).toEqual(effectsOf(same));
    expect(report.plan.files[0]?.repeated).toBe(repeated);
    expect(report.warnings.find(({ code }) => code === 'repeated_records')?.message).toMatch(
      /as was chosen: rows 6 and 7$/,
    );
    expect(methods(report)).toContain('Of several records of a participant at one visit in r.csv');
    expect(checkFiles(engine, plan, [data]).problems).toEqual([]);
    expect(rScript(report)).toContain('scores come from the calculator');
  });

  test('none: who has no other record stays in the arm and in the flow, without a score', () => {
    const twice = [...rows, ['p10', 'drug', dayOf(3), 40, dayOf(3)], ['p10', 'drug', dayOf(3), 44, dayOf(3)]];
    const own = file(twice);
    const report = analyzeFiles(engine, planFromFirst(own, { repeated: 'none' }), [own]);
    expect(report.arms.find(({ arm }) => arm === 'drug')?.participants).toBe(6);
    expect(report.flow?.arms.find(({ arm }) => arm === 'drug')?.randomised).toBe(6);
    expect(JSON.stringify(report.outcomes[0]?.effects)).toBe(JSON.stringify(effectsOf(rows)));
  });

  test('nothing is told where no record stands twice', () => {
    const own = file(rows);
    const report = analyzeFiles(engine, planFromFirst(own, { repeated: 'last' }), [own]);
    expect(report.warnings.map(({ code }) => code)).not.toContain('repeated_records');
  });

  test('the mean is none of answers to items', () => {
    const plan = planFromFirst(data, { repeated: 'mean' });
    const items = plan.instruments.map((each) => ({
      ...each,
      scores: undefined,
      items: Array.from({ length: 9 }, (_item, i) => `i${i}`),
    }));
    expect(() => parsePlan(JSON.stringify({ ...plan, instruments: items }))).toThrow('whose mean is no answer');
  });
});

describe('a date that is a year off', () => {
  const slip = rows.map((row, i) =>
    i === 7 ? [...row.slice(0, 2), (row[2] as string).replace('2024', '2023'), ...row.slice(3)] : row,
  );
  const data = file(slip, 5, `${header},randomisation_date`);
  const { plan } = propose([data]);

  test('is told of with the data, its value offered as missing, and with the results by its row', () => {
    const [problem] = checkFiles(engine, plan, [data]).problems.filter(({ kind }) => kind === 'year_differs');
    expect(problem?.problem.message).toContain('a mistyped year?');
    expect(problem?.problem.detail.places).toEqual([
      { file: 'r.csv', row: 9, column: 'visit_date', value: slip[7]![2] },
    ]);
    const report = analyzeFiles(engine, plan, [data]);
    const told = report.warnings.find(({ code }) => code === 'year_differs')?.message;
    expect(told).toContain('row 9');
    expect(told).not.toContain('2023');
  });

  test('and results and data agree on whether the record is used', () => {
    const windows = [0, 28, 56].map((day) => ({ visit: String(day), day, before: 7, after: 7 }));
    const windowed = { ...plan, files: plan.files.map((each) => ({ ...each, windows })) };
    const found = checkFiles(engine, windowed, [data]);
    expect(found.problems.map(({ kind }) => kind)).toContain('outside_windows');
    const report = analyzeFiles(engine, windowed, [data]);
    const told = [...report.warnings, ...report.outcomes.flatMap(({ warnings }) => warnings)];
    expect(told.find(({ code }) => code === 'before_start')?.message).toContain('and else not used');
  });
});

test('answers to items are not averaged, also where a plan was edited after it was read', async () => {
  const { prepareTables } = await import('../../web/read/index.js');
  const { read } = await import('./read-support.js');
  const names = Array.from({ length: 9 }, (_, i) => `fss${i + 1}`);
  const rows = ['p1,a,0', 'p1,a,0', 'p2,b,0'].map((row) => `${row},${names.map(() => 4).join(',')}`);
  const file = read('f.csv', `id,arm,visit,${names.join(',')}\n${rows.join('\n')}\n`);
  const plan = {
    schemaVersion: 1 as const,
    files: [
      { name: 'f.csv', role: 'records' as const, id: 'id', arm: 'arm', visit: 'visit', repeated: 'mean' as const },
    ],
    instruments: [{ id: 'fss', instrument: 'FSS' as const, file: 'f.csv', items: names }],
    outcomes: [],
  };
  expect(() => prepareTables(plan, [file])).toThrow('cannot be averaged');
});

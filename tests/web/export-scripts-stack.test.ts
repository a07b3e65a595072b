// SPDX-License-Identifier: MIT
/** Files with one visit each, titles above and remarks below: the command line and R read them as the page does. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import { sasProgram } from '../../web/export/sas/program.js';
import { rScript } from '../../web/export/r/script.js';
import { propose, proposeStacks, readFile, stackTables } from '../../web/read/index.js';
import { analyze, example, expectAgreement, temporaryFolder, hasR, runR, writeScores } from './script-support.js';

const folder = temporaryFolder();

const cellsOf = (name: string): string[][] =>
  readFileSync(join(example, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
const [, ...people] = cellsOf('participants.csv');
const [, ...forms] = cellsOf('questionnaires.csv');
const items = Array.from({ length: 9 }, (_, item) => `fss${item + 1}`);
const visits = { baseline: '0', week1: '7', week4: '28' };
const newFolder = (): string => mkdtempSync(join(folder, 'stack-'));

/** Rows of one day: identifier, arm and answers. */
function rowsOf(day: string): string[] {
  return forms.flatMap(([id = '', own, ...answers]) => {
    const arm = people.find(([other]) => other === id)?.[1] ?? '';
    return own === day ? [[id, arm, ...answers.slice(0, 9)].join(',')] : [];
  });
}

const header = ['id', 'arm', ...items].join(',');
const fileOf = (day: string): string => ['Ketamine pilot', '', header, ...rowsOf(day), '# end of file', ''].join('\n');

function writeVisits(data: string): string[] {
  return Object.entries(visits).map(([visit, day]) => {
    writeFileSync(join(data, `fss_${visit}.csv`), fileOf(day));
    return `fss_${visit}.csv`;
  });
}

async function stackedPlan(data: string, names: readonly string[]): Promise<Plan> {
  const files = await Promise.all(names.map((name) => readFile(name, readFileSync(join(data, name)))));
  const [stack] = proposeStacks(files);
  if (!stack) throw new Error('nothing was put together');
  return comparable(propose([stackTables(stack.name, stack.reading, stack.parts)]).plan);
}

/** SE, df and p that gls has, too. */
function comparable(plan: Plan): Plan {
  const outcomes = plan.outcomes.map((outcome) => ({
    ...outcome,
    model: { ...outcome.model, covariance: 'csh' } as typeof outcome.model,
  }));
  return { ...plan, outcomes, inference: { confidence: 0.95, df: 'residual' } };
}

test('a plan with several files for one table gives the numbers of one long file', { timeout: 60_000 }, async () => {
  const data = newFolder();
  const plan = await stackedPlan(data, writeVisits(data));
  expect(plan.files[0]?.reading?.stack?.parts.map(({ reading }) => reading?.headerRow)).toEqual([3, 3, 3]);
  const report = analyze(plan, data);
  expect(report.errors).toEqual([]);
  const long = Object.entries(visits).flatMap(([visit, day]) =>
    rowsOf(day).map((row) => `${visit.replace('week', 'week ')},${row}`),
  );
  writeFileSync(join(data, 'long.csv'), [`visit,${header}`, ...long].join('\n'));
  const same = comparable(propose([await readFile('long.csv', readFileSync(join(data, 'long.csv')))]).plan);
  const other = analyze(same, data);
  expect(report.outcomes[0]?.effects).toEqual(other.outcomes[0]?.effects);
  expect(report.outcomes[0]?.effects.length).toBeGreaterThan(0);
});

test(
  'scripts say which table they do not put together, and read its participants from all parts',
  { timeout: 60_000 },
  async () => {
    const data = newFolder();
    const report = analyze(await stackedPlan(data, writeVisits(data)), data);
    const reason = 'the file is put together from several sheets or files';
    const r = rScript(report);
    expect(r).toContain(`# ${reason}, which this script does not repeat`);
    expect(r).toContain('stack_parts("visit", c("baseline", "week 1", "week 4"), list(');
    expect(r).toContain('read_trial_file("fss_week4.csv"');
    expect(r).toContain('skip = 2');
    const sas = sasProgram(report);
    expect(sas).toContain(reason);
    expect(sas).toContain("%read_text('fss_week4.csv', part_3, ',', utf-8, skip=2);");
    expect(sas).toContain('data roster; set part_1 part_2 part_3; run;');
  },
);

describe.skipIf(!hasR)('R', () => {
  test('makes the same numbers of a table put together', { timeout: 60_000 }, async () => {
    const data = newFolder();
    const plan = await stackedPlan(data, writeVisits(data));
    const report = analyze(plan, data);
    writeScores(report, plan, data);
    expectAgreement(runR(report, data), report.outcomes[0]?.effects.length ?? 0);
  });

  test('leaves out titles and remarks of a file', { timeout: 60_000 }, async () => {
    const data = newFolder();
    const rows = Object.values(visits).flatMap((day) => rowsOf(day).map((row) => `${day},${row}`));
    const text = ['sep=,', 'Ketamine pilot', '', `visit,${header}`, ...rows, 'Source: eCRF', '# end of file', ''].join(
      '\n',
    );
    writeFileSync(join(data, 'long.csv'), text);
    const plan = comparable(propose([await readFile('long.csv', readFileSync(join(data, 'long.csv')))]).plan);
    expect(plan.files[0]?.reading?.headerRow).toBe(4);
    const report = analyze(plan, data);
    expect(report.files[0]?.read?.notData).toHaveLength(2);
    expect(sasProgram(report)).toMatch(/data records; set records; if _n_ in \(\d+, \d+\) then delete; run;/);
    expectAgreement(runR(report, data), report.outcomes[0]?.effects.length ?? 0);
  });
});

test('pieces whose rows have their visits are read by scripts as they are', { timeout: 60_000 }, async () => {
  const data = newFolder();
  const rows = Object.values(visits).flatMap((day) => rowsOf(day).map((row) => row.replace(',', `,${day},`)));
  const head = ['id', 'day', 'arm', ...items].join(',');
  const ids = [...new Set(rows.map((row) => row.split(',')[0] ?? ''))];
  const ofCentre = (row: string): boolean => ids.indexOf(row.split(',')[0] ?? '') < 9;
  const centres = [rows.filter(ofCentre), rows.filter((row) => !ofCentre(row))];
  const write = (name: string, own: string[]): void => writeFileSync(join(data, name), [head, ...own, ''].join('\n'));
  write('centre1.csv', centres[0] ?? []);
  write('centre2.csv', centres[1] ?? []);
  write('all.csv', centres.flat());
  const plan = await stackedPlan(data, ['centre1.csv', 'centre2.csv']);
  const report = analyze(plan, data);
  const whole = comparable(propose([await readFile('all.csv', readFileSync(join(data, 'all.csv')))]).plan);
  expect(report.errors).toEqual([]);
  expect(report.outcomes[0]?.effects).toEqual(analyze(whole, data).outcomes[0]?.effects);
  expect(rScript(report)).toContain('stack_parts(NULL, NULL, list(');
  expect(sasProgram(report)).toContain('data roster; set part_1 part_2; run;');
  if (!hasR) return;
  writeScores(report, plan, data);
  expectAgreement(runR(report, data), report.outcomes[0]?.effects.length ?? 0);
});

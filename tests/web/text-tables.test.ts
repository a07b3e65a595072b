// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { headlineTable } from '../../web/text/tables/headline.js';
import { covarianceTables, observedTable } from '../../web/text/tables/details.js';
import { differencesTable, meansTable, slopesTable } from '../../web/text/tables/means.js';
import { safetyTable } from '../../web/text/tables/safety.js';
import { allNotes, densityOf, estimateParts, isShort, type TableSpec } from '../../web/text/tables/spec.js';
import { outcomeOf, reportFixture, tableText } from './report-fixture.js';

describe('headline table', () => {
  test('has one row per outcome, and the published row under it', () => {
    const rows = tableText(headlineTable(reportFixture()));
    expect(rows.map(([header]) => header)).toEqual([
      'Daily Fatigue Severity',
      'Published',
      'Fatigue Severity Scale',
      'Published',
      'Modified Fatigue Impact Scale',
      'Published',
    ]);
  });

  test('shows the published numbers as they were published', () => {
    const rows = tableText(headlineTable(reportFixture())).filter(([header]) => header === 'Published');
    expect(rows.map((row) => row.slice(3, 6))).toEqual([
      ['\u22120.10', '\u22120.32 to 0.12', '0.40'],
      ['\u22125.2', '\u221210.4 to 0.14', '0.06'],
      ['\u221213.5', '\u221225.0 to \u22121.98', '0.04'],
    ]);
  });

  test('says when, how many per arm, and which arm the estimate favours', () => {
    const [, , fss] = tableText(headlineTable(reportFixture()));
    expect(fss?.[1]).toBe('Day 7');
    expect(fss?.[2]).toBe('6 / 12');
    expect(fss?.[6]).toBe('Lower fatigue with ketamine');
  });

  test('tells those observed at the visit of the effect where the report has them, of no slope', () => {
    const at = (visit: string, ...n: [number, number]) => ({
      visit,
      arms: ['midazolam', 'ketamine'].map((arm, i) => ({ arm, analysed: n[i] ?? 0, missing: [] })),
    });
    const outcomes = ['dfs', 'fss'].map((outcome) => ({ outcome, arms: [], visits: [at('7', 5, 11), at('28', 4, 9)] }));
    const table = headlineTable({ ...reportFixture(), flow: { listed: 18, notRandomised: [], arms: [], outcomes } });
    const [slope, fss] = table.groups.map(({ rows }) => rows[0]?.cells[1]);
    expect(fss).toEqual({ text: '6 / 12', detail: '5 / 11 at visit' });
    expect(slope?.detail).toBeUndefined();
    expect(table.columns[2]?.label).toBe('n analysed (observed at visit)');
    expect(headlineTable(reportFixture()).columns[2]?.label).toBe('n');
  });

  test('an effect that cannot be estimated favours nobody and has no degrees of freedom', () => {
    const report = reportFixture();
    const outcome = outcomeOf(report, 'mfis');
    const none = { estimate: NaN, se: NaN, df: null, t: NaN, pValue: NaN, lower: NaN, upper: NaN, favours: null };
    Object.assign(outcome.effects[0]!, none);
    Object.assign(outcome.differences[0]!, none);
    const headline = tableText(headlineTable(report)).find(([label]) => label === outcome.label);
    expect(headline?.at(-1)).toBe('\u2014');
    const [first] = tableText(differencesTable(report, outcome));
    expect(first?.slice(1)).toEqual(Array<string>((first?.length ?? 0) - 1).fill('\u2014'));
  });

  test('says simulated on every row that is', () => {
    const table = headlineTable(reportFixture());
    expect(table.simulated).toBe(true);
    const own = table.groups.flatMap(({ rows }) => rows.filter(({ kind }) => kind !== 'published'));
    expect(own.every(({ header }) => header.detail?.includes('simulated'))).toBe(true);
  });

  test('says what a slope adds up to', () => {
    expect(headlineTable(reportFixture()).notes.join()).toContain(
      'over 7 days the difference in change per day adds up to \u22120.70 points (95% CI \u22122.26 to 0.86)',
    );
  });

  test('a failed outcome is a row of dashes with its reason below', () => {
    const report = reportFixture();
    const fss = outcomeOf(report, 'fss');
    const error = { code: 'no_rows', message: 'no record has a score', detail: {} };
    Object.assign(fss, { status: 'failed', error, effects: [], model: null });
    const table = headlineTable(report);
    expect(
      tableText(table)
        .find(([header]) => header === fss.label)
        ?.slice(3, 5),
    ).toEqual(['\u2014', '\u2014']);
    expect(allNotes(table)).toContain('\u2014 Fatigue Severity Scale: no record has a score.');
  });

  test('names the arms in each row when there are several comparisons', () => {
    const report = reportFixture();
    const { effects } = outcomeOf(report, 'fss');
    effects.push({ ...effects[0]!, arm: 'high dose' });
    const [, fss] = headlineTable(report).groups;
    expect(fss?.rows[1]?.header.detail).toContain('high dose minus midazolam');
  });
});

describe('tables of an outcome', () => {
  test('with more than two arms the intervals stand below the estimates', () => {
    const report = reportFixture();
    const outcome = outcomeOf(report, 'mfis');
    const third = outcome.means.filter(({ arm }) => arm === 'ketamine').map((row) => ({ ...row, arm: 'placebo' }));
    const two = meansTable(report, outcome);
    const three = meansTable(report, { ...outcome, means: [...outcome.means, ...third] });
    const labels = ({ columns }: TableSpec): string[] => columns.map(({ label, detail }) => `${label} ${detail ?? ''}`);
    expect(labels(two).filter((label) => label.includes('CI'))).toEqual(Array(3).fill('95% CI '));
    expect(labels(three).slice(1, 3)).toEqual(['n ', 'LS mean (SE) 95% CI']);
    const [first] = three.groups[0]!.rows;
    const [estimate, interval] = two.groups[0]!.rows[0]!.cells.slice(1, 3);
    expect(first?.cells[1]).toEqual({ text: estimate?.text, detail: interval?.text });
  });

  test('LS means stand by visit, arms side by side, the average last', () => {
    const report = reportFixture();
    const table = meansTable(report, outcomeOf(report, 'mfis'));
    expect(tableText(table).map(([visit]) => visit)).toEqual([
      'Day 7',
      'Day 14',
      'Day 21',
      'Day 28',
      'Average over visits',
    ]);
    expect(table.columns.map(({ group }) => group)).toEqual([
      undefined,
      ...['midazolam', 'midazolam', 'midazolam', 'ketamine', 'ketamine', 'ketamine'],
      ...Array<string>(3).fill('ketamine minus midazolam'),
    ]);
    for (const row of tableText(table)) expect(row).toHaveLength(table.columns.length);
  });

  test('a mean that is missing is a dash with a note', () => {
    const report = reportFixture();
    const outcome = outcomeOf(report, 'mfis');
    outcome.means = outcome.means.filter(({ arm, visit }) => arm !== 'ketamine' || visit !== '14');
    const table = meansTable(report, outcome);
    expect(tableText(table)[1]?.slice(4, 7)).toEqual(['\u2014', '\u2014', '\u2014']);
    expect(allNotes(table)).toContain('\u2014 not estimable from these data.');
  });

  test('no table ever holds NaN, null or undefined', () => {
    const report = reportFixture();
    for (const outcome of report.outcomes) {
      for (const row of [...outcome.means, ...outcome.differences])
        Object.assign(row, { se: NaN, lower: null, pValue: null });
      const tables = [meansTable, differencesTable, slopesTable, observedTable].map((make) => make(report, outcome));
      const text = JSON.stringify([...tables, ...covarianceTables(report, outcome)].map(tableText));
      expect(text).not.toMatch(/NaN|null|undefined/);
    }
  });
});

describe('side-effect table', () => {
  test('has any event first and states the denominators', () => {
    const report = reportFixture();
    const table = safetyTable(report, report.safety!);
    const [first, second] = tableText(table);
    expect(first).toEqual(['Any event', '3 (50%)', '4', '11 (92%)', '25']);
    expect(second?.[0]).toBe('Dizziness');
    expect(allNotes(table).join()).toContain('midazolam 6, ketamine 12');
  });
});

test('an adjusted p value stands under the p value wherever that does, with a note on the method', () => {
  const report = reportFixture();
  const fss = outcomeOf(report, 'fss');
  fss.multiplicity = 'holm';
  for (const row of [...fss.effects, ...fss.differences]) row.pAdjusted = 0.0312;
  expect(headlineTable(report).notes).toContain(
    'Confidence intervals are not adjusted, so that interval and adjusted p value may disagree.',
  );
  const details = (table: TableSpec): (string | undefined)[] =>
    table.groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ detail }) => detail)));
  expect(details(headlineTable(report))).toContain('adjusted 0.031');
  expect(details(meansTable(report, fss))).toContain('adjusted 0.031');
  expect(details(differencesTable(report, fss))).toContain('adjusted 0.031');
  expect(headlineTable(report).notes.join()).toContain(
    'Fatigue Severity Scale: adjusted p values are by Holm over the differences of all arms at all visits.',
  );
});

test('a fixed sequence is said beside each outcome and once below', () => {
  const report = reportFixture();
  const states = [
    { rejected: true, open: true },
    { rejected: false, open: true },
    { rejected: false, open: false },
  ];
  report.outcomes.forEach((outcome, i) => (outcome.gate = { position: i + 1, alpha: 1 - 0.95, ...states[i]! }));
  const table = headlineTable(report);
  const own = table.groups.map(({ rows }) => rows[0]?.header.detail);
  expect(own[0]).toContain('test 1: significant');
  expect(own[1]).toContain('test 2: not significant');
  expect(own[2]).toContain('test 3: not confirmatory');
  expect(table.notes.filter((note) => note.includes('fixed sequence at the 5% level'))).toHaveLength(1);
});

test('a table of many columns is set closer, one of more closer still', () => {
  const columns = (length: number) => Array.from({ length }, () => ({ label: '' }));
  expect([8, 9, 11, 12].map((length) => densityOf(columns(length)))).toEqual(['', 'many', 'many', 'many most']);
});

test('an estimate may part from its interval, an interval from nothing', () => {
  expect(estimateParts('0.53 (0.06 to 1.01)')).toEqual(['0.53', '(0.06 to 1.01)']);
  expect(estimateParts('0.53 (0.06)')).toEqual(['0.53 (0.06)']);
  expect(estimateParts('0.06 to 1.01')).toEqual(['0.06 to 1.01']);
});

test('the name of a visit is too short to break', () => {
  expect(['Woche 12', 'Baseline', 'Lower fatigue with ketamine'].map((text) => isShort({ text }))).toEqual([
    true,
    true,
    false,
  ]);
});

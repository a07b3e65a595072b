// SPDX-License-Identifier: MIT
/** The tables of a journal's results section: flow, baseline, effects, comparisons, safety, blinding, pilot trials. */
import { describe, expect, test } from 'vitest';
import type { Report } from '../../web/contract/report.js';
import { baselineTable } from '../../web/text/tables/baseline.js';
import { blindingIndicesTable, guessesTable } from '../../web/text/tables/blinding.js';
import { coefficientsTable, testsTable } from '../../web/text/tables/details.js';
import { effectsTable } from '../../web/text/tables/effects.js';
import { flowTable } from '../../web/text/tables/flow.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { differencesTable, meansTable, slopesTable } from '../../web/text/tables/means.js';
import { geeTable, responderComparisonsTable } from '../../web/text/tables/responder_comparisons.js';
import { breakdownNames, safetyBreakdownTable, safetyComparisonsTable } from '../../web/text/tables/safety_more.js';
import { safetySystemsTable } from '../../web/text/tables/safety_more.js';
import { allNotes, type TableSpec } from '../../web/text/tables/spec.js';
import { fullReport } from './full-report.js';
import { outcomeOf, reportFixture, tableText } from './report-fixture.js';

const labels = ({ columns }: TableSpec): string[] => columns.map(({ label }) => label);
const details = ({ groups }: TableSpec): string[] =>
  groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ detail }) => detail ?? [])));

/** Every table of the parts, for what must hold of all. */
function partTables(report: Report): TableSpec[] {
  const { safety } = report;
  const fss = outcomeOf(report, 'fss');
  return [
    headlineTable(report),
    effectsTable(report),
    flowTable(report),
    baselineTable(report),
    responderComparisonsTable(report, fss),
    geeTable(report, fss),
    guessesTable(report, report.blinding!),
    blindingIndicesTable(report, report.blinding!),
    safetyComparisonsTable(report, safety!),
    safetySystemsTable(report, safety!),
    ...breakdownNames.map((name) => safetyBreakdownTable(report, safety!, name)),
    ...report.outcomes.flatMap((outcome) => [
      meansTable(report, outcome),
      differencesTable(report, outcome),
      slopesTable(report, outcome),
      testsTable(report, outcome),
      coefficientsTable(report, outcome),
    ]),
  ].filter((table) => table !== null);
}

test('every row of every table has a cell per column, a dash its reason, and no NaN', () => {
  for (const pilot of [false, true]) {
    const report = fullReport();
    report.plan.display = { pilot };
    for (const table of partTables(report)) {
      for (const row of tableText(table)) expect(row, table.caption).toHaveLength(table.columns.length);
      const cells = table.groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
      for (const cell of cells) if (cell.text === '\u2014') expect(cell.reason, table.caption).toBeTruthy();
      expect(JSON.stringify(table)).not.toMatch(/NaN|null|undefined/);
    }
  }
});

describe('flow', () => {
  test('counts by arm, with each reason for a participant who is not counted', () => {
    const table = flowTable(fullReport())!;
    expect(labels(table)).toEqual(['Stage', 'midazolam', 'ketamine']);
    expect(tableText(table)).toEqual([
      ['Randomised', '6', '12'],
      ['With a baseline score', '6', '11'],
      ['In the analysis', '6', '10'],
      ['Not in the analysis: no baseline score', '0', '1'],
      ['Not in the analysis: no score after baseline', '0', '1'],
      ['Day 7: in the analysis', '5', '10'],
      ['Day 7: no record', '1', '0'],
      ['Day 7: no baseline score', '0', '1'],
      ['In the analysis', '6', '12'],
    ]);
    expect(table.groups.map(({ heading }) => heading)).toEqual([
      undefined,
      'Fatigue Severity Scale',
      'Daily Fatigue Severity',
    ]);
    expect(table.notes.slice(0, 2)).toEqual(['20 participants in the files.', 'Not counted in an arm: 2, no arm.']);
  });

  test('is absent from reports made before', () => {
    expect(flowTable(reportFixture())).toBeNull();
  });

  test('tells nobody at any visit from nobody at one', () => {
    const report = fullReport();
    const outcome = report.flow!.outcomes[0]!;
    const missing = { code: 'visit_missing', reason: 'no record at the visit', n: 1 };
    outcome.arms[1]!.notAnalysed = [missing];
    outcome.visits[0]!.arms[0]!.missing = [missing];
    const names = tableText(flowTable(report)!).map(([name]) => name);
    expect(names).toContain('Not in the analysis: no record at any visit of the analysis');
    expect(names).toContain('Day 7: no record at the visit');
    expect(baselineTable(reportFixture())).toBeNull();
    expect(safetyComparisonsTable(reportFixture(), reportFixture().safety!)).toBeNull();
  });
});

describe('baseline', () => {
  test('has means, medians, ranges and counts by arm and in all, missing values said', () => {
    const table = baselineTable(fullReport())!;
    expect(labels(table)).toEqual([
      'Characteristic',
      'midazolam (6)',
      'ketamine (12)',
      'All',
      'Standardised difference, ketamine minus midazolam',
    ]);
    const rows = tableText(table);
    expect(rows.slice(0, 4)).toEqual([
      ['Mean (SD)', '48.3 (9.0)', '47.1 (9.0)', '48.3 (9.0)', '\u22120.10'],
      ['Median [quartiles]', '49.5 [41.3 to 55.0]', '49.5 [41.3 to 55.0]', '49.5 [41.3 to 55.0]', ''],
      ['Range', '33 to 61', '33 to 61', '33 to 61', ''],
      ['Missing', '0', '1', '1', ''],
    ]);
    expect(rows.slice(-2)).toEqual([
      ['female', '4 (67%)', '6 (50%)', '10 (56%)', '0.35'],
      ['male', '2 (33%)', '6 (50%)', '8 (44%)', ''],
    ]);
    expect(allNotes(table).join(' ')).toContain('not tested');
  });

  test('has standardised differences on request only', () => {
    const report = fullReport();
    report.plan.baselineTable = {};
    expect(labels(baselineTable(report)!)).toHaveLength(4);
    expect(baselineTable(report)!.notes.join()).not.toContain('Standardised');
  });
});

test.each([
  ['beyond', [], 'whole interval a benefit of 4 points or more'],
  ['compatible', ['smaller_benefit'], 'from a benefit of 4 points or more to a smaller benefit'],
  [
    'compatible',
    ['smaller_benefit', 'no_difference', 'smaller_harm', 'harm'],
    'from a benefit of 4 points or more through no difference to a disadvantage of 4 points or more',
  ],
  ['compatible', ['smaller_benefit', 'no_difference'], 'from a benefit of 4 points or more to no difference'],
  ['short', ['smaller_harm'], 'no benefit of 4 points or more: holds only a smaller disadvantage'],
  [
    'short',
    ['smaller_harm', 'harm'],
    'no benefit of 4 points or more: reaches from a smaller disadvantage to a disadvantage of 4 points or more',
  ],
] as const)('an interval that is %s and holds %j besides says both its ends', (position, besides, said) => {
  const report = fullReport();
  Object.assign(report.outcomes[1]!.effects[0]!.mcid!, { position, besides });
  const fss = tableText(effectsTable(report)!).find(([header]) => header === 'Fatigue Severity Scale')!;
  expect(fss.at(-1)).toBe(said);
});

test('a small coefficient has two digits, not 0.0000', () => {
  const report = fullReport();
  const outcome = report.outcomes[1]!;
  Object.assign(outcome.coefficients[0]!, { estimate: 0.0000321, se: 0.0000049, lower: 0.0000225, upper: 0.0000417 });
  const [row = []] = tableText(coefficientsTable(report, outcome));
  expect(row.slice(1, 4)).toEqual(['0.000032', '0.0000049', '0.000023 to 0.000042']);
});

describe('effects', () => {
  test('stand in standard deviations and against the MCID', () => {
    const table = effectsTable(fullReport())!;
    const fss = tableText(table).find(([header]) => header === 'Fatigue Severity Scale')!;
    expect(fss.at(-2)).toBe('\u22120.53 (\u22121.05 to 0.01)');
    expect(fss.at(-1)).toBe('from a benefit of 4 points or more through no difference to a smaller disadvantage');
    expect(details(table)).toContain('pooled baseline SD 9.88');
    expect(details(table)).toContain('93% on the side of benefit, 71% beyond the MCID');
    expect(table.notes).toContain(
      'Fatigue Severity Scale: the MCID (minimal clinically important difference) is 4 points (Rooney 2019).',
    );
  });

  test('an MCID over a window says so, and no share reads 0%', () => {
    const table = effectsTable(fullReport())!;
    const dfs = tableText(table).find(([header]) => header === 'Daily Fatigue Severity')!;
    expect(dfs.at(-1)).toBe(
      'no benefit of 0.5 points or more over 7 days: reaches from a smaller benefit through no difference to a smaller disadvantage',
    );
    expect(details(table)).toContain('93% on the side of benefit, <1% beyond the MCID');
  });
});

describe('comparisons of proportions', () => {
  test('have difference, ratios and test, an odds ratio may be without bound', () => {
    const table = responderComparisonsTable(fullReport(), outcomeOf(fullReport(), 'fss'))!;
    expect(tableText(table)).toEqual([
      ['Day 7', '33.3 (\u221212.3 to 68.8)', '2.00 (0.61 to 8.51)', '3.79 (0.34 to \u221e)', '0.046'],
    ]);
    expect(table.columns[1]?.group).toBe('ketamine vs midazolam');
    expect(table.notes.join(' ')).toContain('Miettinen and Nurminen');
    expect(table.notes.join(' ')).toContain('Fisher');
  });

  test('a ratio that is not defined is a dash with its reason', () => {
    const report = fullReport();
    const table = safetyComparisonsTable(report, report.safety!)!;
    expect(tableText(table)[1]).toEqual([
      ...['Dizziness', '0 (0%)', '0 (0%)'],
      ...['0.0 (\u221224.2 to 39.0)', '\u2014', '\u2014', '>0.999'],
    ]);
    expect(allNotes(table)).toContain('\u2014 not defined for these counts.');
  });

  test('over all visits by GEE, with the working correlation and the kind of standard errors', () => {
    const table = geeTable(fullReport(), outcomeOf(fullReport(), 'fss'))!;
    expect(tableText(table)).toEqual([
      ['Day 7', '4.03', '0.56 to 29.03', '15.8', '0.153'],
      ['Day 14', '\u2014', '\u2014', '\u2014', '\u2014'],
    ]);
    expect(table.notes.join(' ')).toContain('(0.43); 18 participants, 34 records.');
    expect(table.notes.join(' ')).toContain('Mancl and DeRouen');
  });
});

describe('side effects', () => {
  test('by body system, each with any of its terms first', () => {
    const report = fullReport();
    const table = safetySystemsTable(report, report.safety!)!;
    expect(table.groups.map(({ heading }) => heading)).toEqual(['Nervous system']);
    expect(tableText(table)).toEqual([
      ['Any in nervous system', '3 (50%)', '4', '9 (75%)', '12'],
      ['Headache', '2 (33%)', '3', '4 (33%)', '7'],
    ]);
  });

  test('by severity, where participants count once at their worst, and by seriousness', () => {
    const report = fullReport();
    const severity = safetyBreakdownTable(report, report.safety!, 'severity')!;
    expect(labels(severity)[0]).toBe('Grade');
    expect(severity.notes).toContain('Participants are counted once, at their worst.');
    expect(severity.notes).toContain('\u201cevents\u201d counts every record.');
    expect(severity.notes.join()).not.toContain('at least one such event');
    expect(safetyBreakdownTable(report, report.safety!, 'serious')!.notes.join()).not.toContain('worst');
    expect(safetyBreakdownTable(report, report.safety!, 'related')).toBeNull();
  });
});

test('blinding has guesses by arm and both indices', () => {
  const report = fullReport();
  expect(tableText(guessesTable(report, report.blinding!))).toEqual([
    ['midazolam', '5', '3', '1', '1', '1'],
    ['ketamine', '12', '2', '8', '2', '0'],
  ]);
  expect(tableText(blindingIndicesTable(report, report.blinding!))).toEqual([
    ['James', 'all arms', '0.46', '0.101', '0.26 to 0.66'],
    ['Bang', 'midazolam', '0.40', '\u2014', '\u2014'],
    ['Bang', 'ketamine', '0.50', '0.230', '0.05 to 0.95'],
  ]);
});

describe('a pilot trial', () => {
  const pilot = (): Report => {
    const report = fullReport();
    report.plan.display = { pilot: true };
    outcomeOf(report, 'fss').multiplicity = 'holm';
    report.outcomes.forEach((outcome, i) => {
      outcome.gate = { position: i + 1, open: true, rejected: false, alpha: 0.05 };
      for (const row of [...outcome.effects, ...outcome.differences]) row.pAdjusted = 0.0312;
    });
    return report;
  };

  test('has no column and no word of p values in any table', () => {
    for (const table of partTables(pilot())) {
      expect(labels(table), table.caption).not.toContain('p');
      const text = JSON.stringify([table.columns, table.groups, table.notes.filter((note) => !/^Pilot/.test(note))]);
      expect(text, table.caption).not.toMatch(/p values|Fisher|significant|adjusted|0\.031/);
    }
  });

  test('reads the interval against the MCID in place of it', () => {
    const table = headlineTable(pilot());
    const fss = tableText(table).find(([header]) => header === 'Fatigue Severity Scale')!;
    expect(fss[labels(table).indexOf('Against the MCID')]).toBe(
      'from a benefit of 4 points or more through no difference to a smaller disadvantage',
    );
    expect(details(table)).toContain('93% on the side of benefit, 71% beyond the MCID');
    expect(table.notes).toContain('Pilot trial: estimates and intervals are reported, p values are not.');
    expect(allNotes(table).join(' ')).toContain('no difference that matters is given for the outcome');
  });
});

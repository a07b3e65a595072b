// SPDX-License-Identifier: MIT
/** What the numbers of visits count, in everything a reader sees of a report. */
import { describe, expect, test } from 'vitest';
import type { BaselineRule, PlanSummary, TimeUnit } from '../../web/contract/plan.js';
import type { OutcomeResult, Report } from '../../web/contract/report.js';
import { provenanceOf } from '../../web/export/provenance.js';
import { rScript } from '../../web/export/r/script.js';
import { reportDocument, type Block } from '../../web/export/report/document.js';
import { sasProgram } from '../../web/export/sas/program.js';
import { Citations } from '../../web/text/citations.js';
import { correlationFigures } from '../../web/figures/heat_map.js';
import { effectUnit, effectWhen, overWindowSentence } from '../../web/text/effect.js';
import { visitAxis, visitLabel, visitList, visitTitle } from '../../web/text/labels.js';
import { methodSentences, shortMethod } from '../../web/text/method.js';
import { methodsParagraph } from '../../web/text/methods_paragraph.js';
import { resultsParagraph } from '../../web/text/results_paragraph.js';
import { textOf } from '../../web/text/segments.js';
import { strings } from '../../web/text/strings.js';
import { checkLists, incompleteParticipants } from '../../web/text/check.js';
import { coefficientsTable } from '../../web/text/tables/details.js';
import { slopesTable } from '../../web/text/tables/means.js';
import { allNotes, type TableSpec } from '../../web/text/tables/spec.js';
import { inUnit } from '../../web/text/time_unit.js';
import { fullReport } from './full-report.js';
import { outcomeOf, tableText } from './report-fixture.js';

const units: TimeUnit[] = ['day', 'week', 'month', 'visit'];
const others: TimeUnit[] = ['week', 'month', 'visit'];

/** The made-up report with every records file in the unit; its numbers are as they were. */
function reportIn(unit: TimeUnit): Report {
  const report = fullReport();
  for (const file of report.plan.files) if (file.role === 'records' && unit !== 'day') file.timeUnit = unit;
  // The core calls the variable of a straight line "day", whatever it counts.
  const dfs = outcomeOf(report, 'dfs');
  dfs.model!.days = dfs.model!.visits.map(Number);
  const [first] = dfs.coefficients;
  dfs.coefficients = ['(Intercept)', 'day', 'armketamine:day'].map((term) => ({ ...first!, term }));
  return report;
}

function tableTexts(table: TableSpec): string[] {
  const heads = table.columns.flatMap(({ label, group = '' }) => [label, group]);
  const rows = table.groups.flatMap(({ rows: own }) => own.flatMap(({ header, cells }) => [header, ...cells]));
  return [table.caption, ...heads, ...rows.flatMap(({ text, detail = '' }) => [text, detail]), ...allNotes(table)];
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [textOf(block.segments)];
    case 'table':
      return [block.caption, ...tableTexts(block.table)];
    case 'figure':
      return [block.caption, block.figure.description, ...tableTexts(block.figure.data)];
    case 'heading':
    case 'notice':
    case 'small':
      return [block.text];
    case 'references':
    case 'code':
      return [];
  }
}

/** Everything of the report but the plan, which is no text. */
const wholeText = (report: Report): string[] =>
  reportDocument(report, provenanceOf(report, '2026-11-26'), { figures: true }).blocks.flatMap(textsOf);

describe('a visit that is a number', () => {
  test.each([
    ['day', 'day 4', 'days 2, 4', 'Day'],
    ['week', 'week 4', 'weeks 2, 4', 'Week'],
    ['month', 'month 4', 'months 2, 4', 'Month'],
    ['visit', 'visit 4', 'visits 2, 4', 'Visit'],
  ] as const)('is a %s where the file counts them', (unit, label, list, axis) => {
    expect(visitLabel('4', unit)).toBe(label);
    expect(visitList(['2', '4'], unit)).toBe(list);
    expect(visitList(['4'], unit)).toBe(label);
    expect(visitAxis(['2', '4'], unit)).toBe(axis);
  });

  test('is told as a span where many follow each other without a gap', () => {
    const days = Array.from({ length: 28 }, (_, day) => String(day + 1));
    expect(visitList(days, 'day')).toBe('days 1 to 28');
    expect(visitList(['-3', '-2', '-1', '0', '1', '2'], 'day')).toBe('days \u22123 to 2');
    expect(visitList(['1', '2', '3', '4', '5'], 'week')).toBe('weeks 1, 2, 3, 4, 5');
    expect(visitList(['0', '1', '2', '3', '4', '6'], 'day')).toBe('days 0, 1, 2, 3, 4, 6');
  });

  test('is AUC where the record is an area under the curve', () => {
    expect(visitTitle('auc', 'day')).toBe('AUC');
  });

  test.each(units)('is not a label, which stays as it is where numbers count %ss', (unit) => {
    expect(visitLabel('Week 4', unit)).toBe('Week 4');
    expect(visitLabel('Baseline', unit)).toBe('Baseline');
    expect(visitLabel('D28', unit)).toBe('day 28');
    expect(visitList(['Baseline', 'Week 4'], unit)).toBe('Baseline, Week 4');
    expect(visitAxis(['Baseline', 'Week 4'], unit)).toBe('Visit');
  });
});

describe('the report of a trial', () => {
  test('in days says so', () => {
    const text = wholeText(reportIn('day')).join('\n');
    expect(text).toContain('Day 28');
    expect(text).toContain('days 7, 14, 21, 28');
    expect(text).toContain('Change per day, days 0 to 7');
  });

  test.each(others)('in %ss speaks of no day', (unit) => {
    const texts = wholeText(reportIn(unit));
    expect(texts.filter((text) => /\bdays?\b/i.test(text))).toEqual([]);
    const text = texts.join('\n');
    expect(text).toContain(`${strings.time[unit].title} 28`);
    expect(text).toContain(`${unit}s 7, 14, 21, 28`);
    expect(text).toContain(`Change per ${unit}, ${unit}s 0 to 7`);
    expect(text).toContain(`points per ${unit}`);
    expect(text).toContain(`over 7 ${unit}s`);
    expect(text).toContain(`a linear mixed model over ${unit}s`);
  });

  test('names the file of each outcome: a diary in days beside questionnaires in weeks', () => {
    const report = reportIn('day');
    report.plan.files.find(({ name }) => name === 'questionnaires.csv')!.timeUnit = 'week';
    const text = wholeText(report).join('\n');
    expect(text).toContain('Week 28');
    expect(text).not.toContain('Day 28');
    expect(text).toContain('Change per day, days 0 to 7');
  });

  test('keeps side effects in study days', () => {
    const report = reportIn('week');
    report.safety!.course = [{ day: 1, cells: [1, 2].map((n) => ({ participants: n, events: n })) }];
    expect(wholeText(report).filter((text) => /\bdays?\b/i.test(text))).toEqual(
      expect.arrayContaining([expect.stringContaining('Side effects by study day')]),
    );
  });
});

describe('a slope', () => {
  const slopeOf = (report: Report): OutcomeResult => outcomeOf(report, 'dfs');

  test.each([
    ['week', 'points per week', 'Points per week'],
    ['month', 'points per month', 'Points per month'],
    ['visit', 'points per visit', 'Points per visit'],
  ] as const)('over %ss is told per one', (unit, points, head) => {
    const report = reportIn(unit);
    const outcome = slopeOf(report);
    expect(effectUnit(report, outcome, outcome.effects[0]!)).toBe(points);
    expect(slopesTable(report, outcome).columns.map(({ label }) => label)).toContain(head);
    expect(slopesTable(report, outcome).caption).toContain(`change per ${unit} by arm`);
    expect(overWindowSentence(report, outcome, outcome.effects[0]!)).toContain(
      `over 7 ${unit}s the difference in change per ${unit} adds up to`,
    );
    expect(shortMethod(report, outcome)).toContain(`over ${unit}s`);
  });

  test('over one week has no plural', () => {
    const report = reportIn('week');
    const outcome = slopeOf(report);
    outcome.effects[0]!.overWindow!.days = 1;
    expect(overWindowSentence(report, outcome, outcome.effects[0]!)).toContain('over 1 week the difference');
    expect(textOf(resultsParagraph(report))).toContain('Over 1 week this adds up');
  });

  test('names the variable of the formula by the unit', () => {
    const report = reportIn('visit');
    const terms = tableText(coefficientsTable(report, slopeOf(report))).map(([term]) => term);
    expect(terms).toEqual(['(Intercept)', 'visit_number', 'armketamine:visit_number']);
    expect(methodSentences(report, slopeOf(report)).join(' ')).toContain('arm, visit number and arm by visit number');
    expect(inUnit('value ~ arm * day + `my day` + day.x + (day | id)', 'week')).toBe(
      'value ~ arm * week + `my day` + day.x + (week | id)',
    );
  });

  test('through labels is per day, which the labels stand for, whatever numbers would count', () => {
    const report = reportIn('week');
    const outcome = slopeOf(report);
    Object.assign(outcome.model!, { visits: ['Baseline', 'Week 1', 'Week 2'], days: [0, 7, 14] });
    expect(effectUnit(report, outcome, outcome.effects[0]!)).toBe('points per day');
    expect(effectWhen(report, outcome, outcome.effects[0]!)).toBe('Change per day, Baseline to Week 2');
  });

  test('through windows is in the unit of the windows, whatever they are called', () => {
    const report = reportIn('week');
    const outcome = slopeOf(report);
    Object.assign(outcome.model!, { visits: ['Start', 'End'], days: [0, 4] });
    report.plan.files.find(({ name }) => name === 'diary.csv')!.windows = [
      { visit: 'Start', day: 0, before: 0, after: 0 },
      { visit: 'End', day: 4, before: 1, after: 1 },
    ];
    expect(effectUnit(report, outcome, outcome.effects[0]!)).toBe('points per week');
  });
});

describe('baselines and areas', () => {
  function saidOf(change: { baseline?: BaselineRule; summary?: PlanSummary }, unit: TimeUnit): string {
    const report = reportIn(unit);
    const planned = report.plan.outcomes.find(({ id }) => id === 'fss')!;
    if (change.baseline) planned.model.baseline = change.baseline;
    if (change.summary) planned.summary = change.summary;
    return [
      ...methodSentences(report, outcomeOf(report, 'fss')),
      textOf(methodsParagraph(report, new Citations())),
    ].join(' ');
  }

  test.each(units)('are told in %ss', (unit) => {
    expect(saidOf({ baseline: { kind: 'last_before', day: 0 } }, unit)).toContain(`the last record up to ${unit} 0`);
    const mean = saidOf({ baseline: { kind: 'window_mean', from: 1, to: 3 } }, unit);
    expect(mean.split(`the mean of ${unit}s 1 to 3`).length).toBeGreaterThan(2);
    const area = saidOf({ summary: { kind: 'auc_per_day', from: 0, to: 12 } }, unit);
    expect(area.split(`divided by the ${unit}s they span`)).toHaveLength(3);
    expect(area).toContain(`, from ${unit} 0 to ${unit} 12`);
  });
});

test.each(others)('scripts call their variable by the unit: %s', (unit) => {
  const report = reportIn(unit);
  for (const file of report.plan.files) if (file.visit !== undefined) file.visit = 'when';
  const { variable } = strings.time[unit];
  const [r, sas] = [rScript(report), sasProgram(report)];
  expect(r).toContain(`rows$${variable} <- c(0, 1, 2, 3, 4, 5, 6, 7)`);
  expect(r).toContain(`arm * ${variable}`);
  expect(sas).toContain(`then ${variable} = 7;`);
  expect(sas).toContain(`armn*${variable}`);
  for (const code of [r, sas]) expect(code.match(/\bdays?\b/gi) ?? []).toEqual([]);
});

test('the page offers its choices in the unit', () => {
  const { effectKind, modelKind, covariance, residual } = strings.choices.timed('month');
  expect(effectKind.slope_difference.plain).toBe('Difference in change per month');
  expect(modelKind.random_effects.plain).toBe('A straight line over months');
  expect(covariance.sp_exp.plain).toContain('months apart');
  expect(residual.ar1.plain).toContain('from month to month');
  expect(strings.outcome.timed('week').least).toBe('Weeks needed');
  expect(strings.mapping.windowsIn('week').before).toBe('Weeks before');
  for (const unit of others) {
    const words = [strings.choices.timed(unit), strings.outcome.timed(unit), strings.mapping.windowsIn(unit)];
    const texts = JSON.stringify(words).replace(/"auc_per_day"/g, '');
    expect(texts.match(/\bdays?\b/gi) ?? []).toEqual([]);
  }
});

test('the data check names visits by their file', () => {
  const file = {
    ...{ name: 'q.csv', role: 'records', rows: 2, rowsUsed: 2, unused: [], participants: 1 },
    ...{ unmatched: [], withoutRows: [], duplicates: [{ id: 'A', visit: '4', rows: [2, 7] }] },
  };
  const check = { files: [file], arms: [], armProblems: [], scores: [], problems: [], warnings: [] };
  const files = [{ name: 'q.csv', role: 'records' as const, timeUnit: 'month' as const }];
  expect(checkLists(check, { files })[0]?.entries).toEqual(['A, month 4 (lines 2, 7)']);
  const participants = [{ id: 'A', arm: 'x', states: '-s' }];
  const score = { score: 's', label: 'S', visits: ['4', 'End'], counts: [], participants, more: 0 };
  expect(incompleteParticipants(score, 'visit')).toEqual(['A (x): Visit 4 no record']);
});

test('correlations are between weeks', () => {
  const report = reportIn('week');
  const fss = outcomeOf(report, 'fss');
  const identity = fss.model!.visits.map((_, i, all) => all.map((__, j) => Number(i === j)));
  fss.model!.covariance = [
    { group: null, levels: fss.model!.visits, matrix: identity, sd: [1, 1, 1, 1], correlation: identity },
  ];
  const rows = tableText(correlationFigures(report, fss)[0]!.data).map(([name]) => name);
  expect(rows).toEqual(['Week 7', 'Week 14', 'Week 21', 'Week 28']);
});

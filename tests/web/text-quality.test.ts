// SPDX-License-Identifier: MIT
/** Quality and responders as tables, and the words on rules, baselines and summaries. Made-up numbers. */
import { expect, test } from 'vitest';
import type { Report, ResponderTable } from '../../web/contract/report.js';
import { visitLabel, visitList } from '../../web/text/labels.js';
import { methodSentences, shortMethod } from '../../web/text/method.js';
import { inWords } from '../../web/text/problem.js';
import { readingText } from '../../web/text/progress.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { meansTable } from '../../web/text/tables/means.js';
import { qualityTable } from '../../web/text/tables/quality.js';
import { respondersTable, ruleText } from '../../web/text/tables/responders.js';
import { allNotes } from '../../web/text/tables/spec.js';
import { outcomeOf, reportFixture, tableText } from './report-fixture.js';

function withQuality(): Report {
  const row = { score: 'mfis.total', visit: '-1', forms: 18, complete: 14, itemsMissing: 6, itemsAsked: 378 };
  const alpha = { estimate: 0.9149, lower: 0.826, upper: 0.9651, forms: 14, confidence: 0.9 };
  const given = { score: 'fss.total', visit: '7', forms: 4, complete: null, itemsMissing: null, itemsAsked: null };
  return {
    ...reportFixture(),
    quality: [
      { ...row, scored: 18, atLowest: 0, atHighest: 1, alpha },
      { ...given, scored: 0, atLowest: 0, atHighest: 0, alpha: null },
    ],
  };
}

test('quality shows counts with their shares, and alpha with its interval', () => {
  const table = qualityTable(withQuality())!;
  expect(tableText(table)).toEqual([
    ['Day \u22121', '18', '14', '6 (1.6%)', '0 (0.0%)', '1 (5.6%)', '0.91 (0.83 to 0.97)'],
    ['Day 7', '4', '\u2014', '\u2014', '0', '0', '\u2014'],
  ]);
  expect(table.columns[6]?.label).toBe('Cronbach\u2019s alpha (90% CI)');
  expect(allNotes(table).join(' ')).toContain('scores came finished, without their items');
});

test('a report without quality has no table of it', () => {
  expect(qualityTable(reportFixture())).toBeNull();
});

const rows: ResponderTable['rows'] = [
  { arm: 'midazolam', visit: '7', n: 6, responders: 2, percent: 100 / 3 },
  { arm: 'ketamine', visit: '7', n: 11, responders: 7, percent: 700 / 11 },
  { arm: 'ketamine', visit: '28', n: 0, responders: 0, percent: NaN },
];

test('responders are n of N with the rule under the table', () => {
  const report = reportFixture();
  const mfis = outcomeOf(report, 'mfis');
  expect(respondersTable(report, mfis)).toBeNull();
  mfis.responders = { rule: { kind: 'change', by: 4 }, threshold: 4, rows };
  const table = respondersTable(report, mfis)!;
  expect(tableText(table)).toEqual([
    ['Day 7', '2/6 (33%)', '7/11 (64%)'],
    ['Day 28', '\u2014', '0/0'],
  ]);
  expect(table.notes[0]).toBe('A responder is better than at baseline by at least 4 points (lower is better).');
});

test.each([
  [{ kind: 'percent_change', by: 30 }, 'A responder is better than at baseline by at least 30% (lower is better).'],
  [{ kind: 'cut_off', value: 38 }, 'A responder has a score below 38.'],
  [{ kind: 'cut_off', value: -1, inclusive: true }, 'A responder has a score of at most \u22121.'],
] as const)('the rule %j is said in words', (rule, words) => {
  expect(ruleText({ rule, threshold: null }, 'lower_is_better')).toBe(words);
});

test('a cut-off of a scale that stands the other way, and a reliable change with its threshold', () => {
  const cutOff = { rule: { kind: 'cut_off', value: 43 } as const, threshold: null };
  expect(ruleText(cutOff, 'higher_is_better')).toBe('A responder has a score above 43.');
  const reliable = { rule: { kind: 'reliable_change', reliability: 0.8 } as const, threshold: 12.3456 };
  expect(ruleText(reliable, 'lower_is_better')).toContain(
    'reliability 0.8, SD that of the baseline scores of all arms',
  );
  expect(ruleText(reliable, 'lower_is_better')).toContain('more than 12.35 points');
});

test.each([
  ['at_least_7', 'a scale is scored when at least 7 of its items are answered', 'scored with at least 7 items'],
  ['subscales', 'half rule for each subscale, and the total is the sum of its subscales', 'half rule by subscale'],
  ['complete', 'complete questionnaires only', 'complete questionnaires only'],
  ['given_as_score', 'Scores as given in the file', 'scores as given'],
])('the rule %s is said in the method lines', (missingItems, long, short) => {
  const report = reportFixture();
  Object.assign(
    report.scores.find(({ score }) => score === 'mfis.total')!,
    { missingItems, caution: 'not official' },
  );
  const line = methodSentences(report, outcomeOf(report, 'mfis')).join(' ');
  expect(line).toContain(long);
  expect(line).toContain('Not official.');
  expect(shortMethod(report, outcomeOf(report, 'mfis'))).toContain(short);
});

test('percent change, a baseline of days and weekly means are said', () => {
  const report = reportFixture();
  const mfis = outcomeOf(report, 'mfis');
  mfis.model!.response = 'percent_change';
  const plan = report.plan.outcomes.find(({ id }) => id === 'mfis')!;
  plan.model.baseline = { kind: 'window_mean', from: -7, to: -1, leastDays: 4 };
  plan.summary = { kind: 'weekly_mean' };
  const line = methodSentences(report, mfis).join(' ');
  const baseline = 'the mean of days \u22127 to \u22121 (at least 4 of them)';
  expect(line).toContain(`percent change in Modified Fatigue Impact Scale from ${baseline}`);
  expect(line).toContain('on the baseline score, ');
  expect(line).toContain('week 1 begins on day 1; a week counts with at least 4 days');
  expect(meansTable(report, mfis).caption).toContain(`percent change from ${baseline}`);
  expect(
    headlineTable(report)
      .groups.flatMap((g) => g.rows)
      .some((r) => r.cells[2]?.detail === 'percentage points'),
  ).toBe(true);
});

test('a score that is not on fatigue is not said to be', () => {
  const report = reportFixture();
  const mfis = outcomeOf(report, 'mfis');
  const made = { ...report, plan: { ...report.plan, definitions: [sleepiness] } };
  made.scores.find(({ score }) => score === 'mfis.total')!.instrument = 'SLEEPY';
  expect(meansTable(made, mfis).notes).toEqual(['Lower scores are better.']);
  expect(meansTable(reportFixture(), mfis).notes).toEqual(['Lower scores mean less fatigue.']);
});

const sleepiness = {
  name: 'SLEEPY',
  title: 'Made-up sleepiness scale',
  version: '2 items',
  direction: 'lower_is_better' as const,
  items: { count: 2, lowest: 0, highest: 3 },
  scorings: [{ name: 'sum', combine: 'sum' as const }],
  scales: [{ name: 'total', label: 'SLEEPY' }],
  missingItems: { default: 'complete' as const, source: 'made up' },
  source: ['made up'],
  licence: 'none',
};

test.each([
  ['-1', 'day \u22121'],
  ['D-1', 'day \u22121'],
  ['D28', 'day 28'],
  ['Day 7', 'day 7'],
  ['Week 4', 'Week 4'],
  ['Dose 1', 'Dose 1'],
])('the visit "%s" reads "%s"', (visit, label) => {
  expect(visitLabel(visit, 'day')).toBe(label);
});

test('a list of days has true minus signs', () => {
  expect(visitList(['-7', '-1', '0'], 'day')).toBe('days \u22127, \u22121, 0');
});

test.each([
  ['files[1].id is missing', 'diary.csv: choose the participant column under \u201cColumns and reading\u201d.'],
  ['files[1].visit is missing: name the column', 'diary.csv: choose the visit or day column, or a date column'],
  ['instruments[1].items has 8 entries', 'questionnaires.csv, FSS: items has 8 entries'],
  ['outcomes[0].model.visits is empty', 'Daily Fatigue Severity: model.visits is empty'],
  ['files[99].id is missing', 'files[99].id is missing'],
  ['no participant has a score', 'no participant has a score'],
])('"%s" is said in the words of the page', (message, words) => {
  const { plan } = reportFixture();
  expect(inWords({ code: 'bad_plan', message, detail: {} }, plan).message).toContain(words);
});

test('a problem of the plan stands beside its file', () => {
  const error = inWords({ code: 'bad_plan', message: 'files[1].id is missing', detail: {} }, reportFixture().plan);
  expect(error.detail.file).toBe('diary.csv');
});

test('reading says how far it is', () => {
  expect(readingText({}, 0)).toBe('Reading');
  expect(readingText({ file: 'd.csv', bytes: 45, totalBytes: 100, rows: 12 }, 3)).toBe(
    'Reading d.csv, 45%, 12 rows, 3 s, about 4 s to go',
  );
});

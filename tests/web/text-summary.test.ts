// SPDX-License-Identifier: MIT
/** The line that stays in sight: the numbers are those of the headline table, and what is wrong is said. */
import { expect, test } from 'vitest';
import { emptyState } from '../../web/site/session_state.js';
import { summaryOf, type SummaryState } from '../../web/text/summary.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { reportFixture } from './report-fixture.js';

const report = reportFixture();
const primary = report.outcomes.findIndex(({ role }) => role === 'primary');
const files = report.files.map(({ name, rows }) => ({ name, rowCount: rows, error: null }));
const state: SummaryState = { ...emptyState, files, plan: report.plan, report };
const problem = (message: string) => ({ code: 'x', message, detail: {} });

test('what was read is counted, without files that are set aside or could not be read', () => {
  const rows = files.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const participants = report.arms.reduce((sum, arm) => sum + arm.participants, 0);
  expect(summaryOf(state, []).read).toBe(`${files.length} files, ${participants} participants, ${rows} rows`);
  const bad = { name: 'bad.csv', rowCount: 5, error: problem('unreadable') };
  expect(summaryOf({ ...state, files: [...files, bad] }, []).read).toContain(`${files.length} files`);
});

test('the effect is the primary one as the headline table prints it', () => {
  const cells = headlineTable(report).groups[primary]?.rows[0]?.cells.map(({ text }) => text) ?? [];
  const [, , difference = '', interval = '', p = ''] = cells;
  const { effect } = summaryOf(state, []);
  expect(effect?.of).toContain(report.outcomes[primary]?.label);
  const [of] = report.outcomes[primary]?.effects ?? [];
  expect(effect?.of).toContain(`${of?.arm} minus ${of?.reference}`);
  expect(effect?.difference).toBe(difference);
  expect(effect?.interval).toBe(`(95% CI ${interval}; ${p.startsWith('<') ? 'p' : 'p='}${p})`);
});

test('a pilot trial shows no p value', () => {
  const pilot = { ...report, plan: { ...report.plan, display: { pilot: true } } };
  const { effect } = summaryOf({ ...state, report: pilot }, []);
  expect(effect?.interval).toContain('95% CI');
  expect(effect?.interval).not.toMatch(/p[=<]/i);
});

test('an effect that is not estimable is said to be so, without a number', () => {
  const absent = { estimate: null, se: null, lower: null, upper: null, pValue: null };
  const outcomes = report.outcomes.map((outcome) => ({
    ...outcome,
    effects: outcome.effects.map((effect) => ({ ...effect, ...absent })),
  }));
  const { effect } = summaryOf({ ...state, report: { ...report, outcomes } }, []);
  expect(effect).toMatchObject({ difference: 'Not estimable from these data', unit: '', interval: '' });
  expect(effect?.of).toContain(report.outcomes[primary]?.label);
});

test('without a primary outcome that was estimated there is no effect', () => {
  const outcomes = report.outcomes.map((outcome) => ({ ...outcome, role: 'secondary' as const }));
  expect(summaryOf({ ...state, report: { ...report, outcomes } }, []).effect).toBeNull();
});

test('where the page stands: work, failure, what waits, problems counted once', () => {
  const standing = (change: Partial<SummaryState>, waiting: string[] = []) =>
    summaryOf({ ...state, ...change }, waiting).state;
  expect(standing({ report: { ...report, errors: [] } })).toMatchObject({ kind: 'done' });
  expect(standing({ busy: 'analysing' }).kind).toBe('busy');
  expect(standing({ report: null, failure: problem('choose the arm') }).text).toBe('Not analysed: choose the arm');
  expect(standing({ report: null, cancelled: true }).kind).toBe('problem');
  expect(standing({ report: null }, ['diary.csv']).text).toBe('Waits for diary.csv.');
  const [first, ...others] = report.outcomes;
  if (!first) throw new Error('the fixture has no outcome');
  const error = problem('no records');
  const failed = { ...report, errors: [error], outcomes: [{ ...first, status: 'failed' as const, error }, ...others] };
  expect(standing({ report: failed })).toEqual({
    kind: 'problem',
    text: '1 of 3 outcomes not analysed. 1 problem: see below.',
  });
});

// SPDX-License-Identifier: MIT
/** A report made earlier beside one made now: what agrees, what differs, and what is not comparable. */
import { describe, expect, test } from 'vitest';
import type { Report } from '../../web/contract/report.js';
import { planHash } from '../../web/export/provenance.js';
import { compareFiles, compareReports } from '../../web/report-compare/compare.js';
import { looksLikeReport } from '../../web/report-compare/read_report.js';
import { differencesTable, verdictText } from '../../web/text/tables/reproduction.js';
import { readSaved } from '../../web/site/saved_files.js';
import { reportFixture, tableText } from './report-fixture.js';

/** The fixture after a change. */
function changed(change: (report: Report) => void): Report {
  const report = reportFixture();
  change(report);
  return report;
}

const firstEffect = ({ outcomes }: Report) => {
  const effect = outcomes[0]?.effects[0];
  if (!effect) throw new Error('the fixture has no effect');
  return effect;
};

describe('the same data and plan', () => {
  test('the same numbers are told to be, whatever else the report says of its making', () => {
    const now = changed((report) => {
      report.elapsedMs = 1;
      report.software = { name: 'Fatigue Calculator', version: '99' };
    });
    const comparison = compareReports(reportFixture(), now);
    expect(comparison).toMatchObject({ verdict: 'identical', differing: [], added: 0 });
    expect(comparison.numbers).toBeGreaterThan(200);
    expect(comparison.identical).toBe(comparison.numbers);
    expect(differencesTable(reportFixture(), comparison)).toBeNull();
  });

  test('numbers that differ in late digits agree, and the fewest digits are told', () => {
    const now = changed((report) => (firstEffect(report).df = (firstEffect(report).df ?? 0) * (1 + 1e-9)));
    const comparison = compareReports(reportFixture(), now);
    expect(comparison.verdict).toBe('agrees');
    expect(comparison.identical).toBe(comparison.numbers - 1);
    expect(comparison.leastDigits).toBeCloseTo(9, 1);
    expect(verdictText(comparison)).toContain('agree to at least');
  });

  test('a number that differs is shown with its place, both values and its digits', () => {
    const was = firstEffect(reportFixture()).pValue!;
    const now = changed((report) => (firstEffect(report).pValue = was * 1.005));
    const comparison = compareReports(reportFixture(), now);
    expect(comparison).toMatchObject({ verdict: 'differs', agreeing: comparison.numbers - 1 });
    expect(comparison.differing).toHaveLength(1);
    const table = differencesTable(reportFixture(), comparison);
    const [row = []] = table ? tableText(table) : [];
    expect(row[0]).toContain(reportFixture().outcomes[0]?.label);
    expect(row[0]).toContain('pValue');
    expect(row.slice(1)).toEqual([String(was), String(was * 1.005), '2.3']);
    expect(verdictText(comparison)).toMatch(/^Not reproduced: 1 value/);
  });

  test('a limit is measured against its interval, an estimate near 0 against its standard error', () => {
    const near = (lower: number, estimate: number) =>
      changed((report) => Object.assign(firstEffect(report), { estimate, se: 1, lower, upper: 2 }));
    expect(compareReports(near(-1e-9, 1e-9), near(1e-9, -1e-9)).verdict).toBe('agrees');
    expect(compareReports(near(-1e-9, 1e-9), near(1e-3, -1e-9)).verdict).toBe('differs');
  });

  test('a row that is gone differs, and those after it are still compared with their own', () => {
    const now = changed(({ outcomes }) => outcomes[1]?.means.shift());
    const { verdict, differing } = compareReports(reportFixture(), now);
    expect(verdict).toBe('differs');
    expect(new Set(differing.map(({ where }) => where.slice(0, 4).join()))).toHaveProperty('size', 1);
    expect(differing.every(({ is }) => is === null)).toBe(true);
  });

  test('a number that is no longer estimated differs; a new table is only counted', () => {
    const gone = changed((report) => Object.assign(firstEffect(report), { lower: null }));
    expect(compareReports(reportFixture(), gone)).toMatchObject({ verdict: 'differs', differing: [{ is: null }] });
    const without = changed(({ outcomes }) => outcomes.forEach((outcome) => (outcome.coefficients = [])));
    const comparison = compareReports(without, reportFixture());
    expect(comparison.verdict).toBe('identical');
    expect(comparison.added).toBeGreaterThan(0);
  });

  test('a status that is another differs though no number does', () => {
    const now = changed(({ outcomes }) => Object.assign(outcomes[0]?.model ?? {}, { covarianceUsed: 'other' }));
    expect(compareReports(reportFixture(), now)).toMatchObject({
      verdict: 'differs',
      differing: [{ is: 'other', digits: 0 }],
    });
  });
});

describe('other data, another plan', () => {
  test('come before any number', () => {
    const data = changed(({ files }) => (files[0]!.sha256 = 'f'.repeat(64)));
    expect(compareReports(reportFixture(), data).verdict).toBe('other_data');
    const plan = changed((report) => (report.plan.inference = { confidence: 0.9 }));
    expect(compareReports(reportFixture(), plan)).toMatchObject({ verdict: 'other_plan', isSamePlan: false });
  });

  test('a file is known by its content, under whatever name', () => {
    const former = { files: [{ name: 'a.csv', role: 'records', sha256: '1', rows: 1, participants: 1 }] };
    const stateOf = (held: { name: string; sha256: string }[]) => compareFiles(former, held)[0];
    expect(stateOf([{ name: 'a.csv', sha256: '1' }])).toEqual({ name: 'a.csv', sha256: '1', state: 'same' });
    expect(stateOf([{ name: 'a.csv', sha256: '2' }])).toMatchObject({ state: 'other' });
    expect(stateOf([])).toMatchObject({ state: 'absent' });
    expect(stateOf([{ name: 'b.csv', sha256: '1' }])).toMatchObject({ state: 'absent', elsewhere: 'b.csv' });
  });

  test('a plan changed inside a saved report is noticed', () => {
    const saved = changed((report) => (report.exported = { planSha256: planHash(report.plan), date: '2026-01-02' }));
    expect(compareReports(saved, reportFixture()).isPlanAltered).toBe(false);
    saved.plan = { ...saved.plan, title: 'altered' };
    expect(compareReports(saved, reportFixture()).isPlanAltered).toBe(true);
  });
});

describe('a saved report', () => {
  const file = (name: string, value: unknown): File => new File([JSON.stringify(value)], name);
  const report = reportFixture();

  test('is told from a plan and from other JSON', () => {
    expect(looksLikeReport(report)).toBe(true);
    expect([report.plan, { outcomes: [] }, [], null, 'text'].some(looksLikeReport)).toBe(false);
    expect(looksLikeReport({ ...report, files: [null] })).toBe(false);
  });

  test('brings its plan, also beside the plan itself; another plan is told of', async () => {
    const saved = await readSaved([file('plan.json', report.plan), file('report.json', report)]);
    expect(saved).toMatchObject({ report: { outcomes: report.outcomes }, plan: report.plan, problem: null });
    const two = await readSaved([file('other.json', { ...report.plan, title: 'other' }), file('report.json', report)]);
    expect(two.plan).toEqual(report.plan);
    expect(two.problem?.code).toBe('second_plan');
  });

  test('with a plan that cannot be used is refused', async () => {
    const saved = await readSaved([file('report.json', { ...report, plan: { schemaVersion: 1 } })]);
    expect(saved).toMatchObject({ report: null, plan: null, problem: { code: 'bad_plan' } });
  });
});

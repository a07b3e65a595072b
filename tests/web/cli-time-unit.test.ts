// SPDX-License-Identifier: MIT
/** Files in weeks and in visit numbers, from the proposal to the written report. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { propose } from '../../web/read/index.js';
import { message, read } from './read-support.js';

const folder = mkdtempSync(join(tmpdir(), 'fatigue-units-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync('node', ['dist/cli.js', ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  expect(status, stderr).toBe(0);
  return stdout;
}

/** Twenty participants with a fatigue score that is made up. */
function trial(column: string, times: readonly number[]): string {
  const rows = Array.from({ length: 20 }, (_, p) =>
    times.map(
      (time, v) => `S${p + 1},${p % 2 ? 'active' : 'placebo'},${time},${40 + ((7 * p + 5 * v * (p % 3)) % 11) - v}`,
    ),
  );
  return [`id,arm,${column},fss_total`, ...rows.flat()].join('\n');
}

/** The report of the proposed plan, changed, and its text. */
function reportOf(column: string, times: readonly number[], change: (plan: Plan) => void = () => undefined) {
  const [data, planPath, out] = [join(folder, 'scores.csv'), join(folder, 'plan.json'), join(folder, column)];
  const content = trial(column, times);
  writeFileSync(data, content);
  const { plan, notes } = propose([read('scores.csv', content)]);
  change(plan);
  writeFileSync(planPath, JSON.stringify(plan));
  const report = JSON.parse(run('analyze', planPath, '--data', folder, '--export', out)) as Report;
  const made = (name: string): string => readFileSync(join(out, name), 'utf8');
  // The plan at the end of the report is no text.
  return { plan, notes, report, text: made('report.md').split('Plan of the analysis')[0]!, r: made('analysis.R') };
}

const days = /\bdays?\b/i;

test('a file in weeks is reported in weeks', () => {
  const { plan, notes, report, text } = reportOf('week', [0, 2, 4, 8]);
  expect(plan.files[0]?.timeUnit).toBe('week');
  expect(message({ notes }, 'visit_unit')).toContain('the numbers in week are read as weeks');
  expect(report.plan.files[0]?.timeUnit).toBe('week');
  expect(text).toContain('Week 8');
  expect(text).toContain('from week 0');
  expect(text).toContain('weeks 2, 4, 8');
  expect(text.split('\n').filter((line) => days.test(line))).toEqual([]);
});

test('a straight line goes through weeks as they are numbered', () => {
  const { report, text, r } = reportOf('wk', [0, 2, 4, 8], ({ outcomes: [outcome] }) => {
    outcome!.model = { kind: 'random_effects', response: 'value', random: 'intercept' };
    outcome!.effect = { kind: 'slope_difference', window: 8 };
  });
  expect(report.outcomes[0]?.model?.days).toEqual([0, 2, 4, 8]);
  expect(text).toContain('change per week, weeks 0 to 8');
  expect(text).toContain('points per week');
  expect(text).toContain('Over 8 weeks');
  expect(text).toContain('arm \\* week');
  expect(text.split('\n').filter((line) => days.test(line))).toEqual([]);
  expect(r).toContain('rows$week <- c(0, 2, 4, 8)');
});

test('numbered visits are reported as visits', () => {
  const { plan, text } = reportOf('visit', [0, 1, 2, 3]);
  expect(plan.files[0]?.timeUnit).toBe('visit');
  expect(text).toContain('Visit 3');
  expect(text).toContain('visits 1, 2, 3');
  expect(text.split('\n').filter((line) => days.test(line))).toEqual([]);
});

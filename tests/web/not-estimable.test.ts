// SPDX-License-Identifier: MIT
/** A visit that one arm has no record of: what is not estimable goes from the analysis to every reader without numbers. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { checkedReport } from '../../web/embed/results/checked_report.js';
import { partNames, partsOf, warningsOf } from '../../web/embed/results/parts.js';
import { strings } from '../../web/text/strings.js';

const folder = mkdtempSync(join(tmpdir(), 'fatigue-absent-'));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const runCli = (args: readonly string[]) => spawnSync('node', ['dist/cli.js', ...args], { encoding: 'utf8' });

const plan: Plan = {
  schemaVersion: 1,
  files: [
    { name: 'people.csv', role: 'participants', id: 'id', arm: 'arm' },
    { name: 'diary.csv', role: 'records', id: 'id', visit: 'visit' },
  ],
  arms: { order: ['placebo', 'low', 'high'] },
  instruments: [{ id: 'dfs', instrument: 'DFS', file: 'diary.csv', items: ['dfs'] }],
  outcomes: [
    {
      id: 'dfs',
      label: 'DFS',
      role: 'primary',
      score: 'dfs.total',
      model: { kind: 'mmrm', response: 'value', covariance: 'ar1', visits: ['Week 2', 'Week 4', 'Week 10'] },
      effect: { kind: 'average_difference' },
      multiplicity: 'dunnett',
    },
  ],
};

/** `high` is never there at week 10, and has one participant. */
function writeData(): void {
  const people: string[] = ['id,arm'];
  const records: string[] = ['id,visit,dfs'];
  for (let k = 0; k < 25; k++) {
    const arm = k === 24 ? 'high' : (['placebo', 'low'][k % 2] ?? '');
    people.push(`P${k},${arm}`);
    for (const [v, visit] of ['Week 2', 'Week 4', 'Week 10'].entries())
      if (arm !== 'high' || v < 2) records.push(`P${k},${visit},${(k * 7 + v * 5 + k * v) % 9}`);
  }
  writeFileSync(at('people.csv'), people.join('\n'));
  writeFileSync(at('diary.csv'), records.join('\n'));
  writeFileSync(at('plan.json'), JSON.stringify(plan));
}

describe('a report with a difference that is not estimable', () => {
  let report: Report;

  beforeAll(() => {
    writeData();
    expect(runCli(['analyze', at('plan.json'), '--out', at('report.json')]).status).toBe(0);
    report = JSON.parse(readFileSync(at('report.json'), 'utf8')) as Report;
  });

  test('has no numbers for it', () => {
    const [low, high] = report.outcomes[0]?.effects ?? [];
    expect(low?.estimate).toBeTypeOf('number');
    expect(high).toMatchObject({ arm: 'high', estimate: null, se: null, lower: null, upper: null, pValue: null });
  });

  test('is valid, can be written out, and is reproduced', () => {
    expect(runCli(['validate', at('report.json')])).toMatchObject({ status: 0 });
    const { status, stdout } = runCli(['report', at('report.json'), '--to', 'text']);
    expect(status).toBe(0);
    expect(stdout).toContain(strings.reasons.notEstimable);
    const family = strings.methods.family.average_difference;
    expect(stdout.replace(/\s+/g, ' ')).toContain(strings.methods.familyInPart(family, 1, 2));
    expect(runCli(['reproduce', at('report.json'), '--data', folder]).status).toBe(0);
  });

  test('is published, with every part of it', () => {
    expect(checkedReport(report)).toEqual(report);
    const parts = partsOf(report, partNames);
    expect(parts.length).toBeGreaterThan(3);
    expect(JSON.stringify(parts)).not.toMatch(/NaN|undefined/);
  });

  test('says what a statistician must know beside it', () => {
    const told = warningsOf(report).join('\n');
    expect(told).toContain('arm high has one participant who can be analysed');
    expect(told).toContain('not equally spaced, and ar1 counts them');
  });
});

// SPDX-License-Identifier: MIT
/** The effects that the simulated trials were drawn with, and that their analysis finds them again. */
import { describe, expect, test } from 'vitest';
import type { EffectRow, Report } from '../../web/contract/report.js';
import { exampleNames } from '../../web/site/examples.js';
import { shortMethod } from '../../web/text/method.js';
import { generatorOf, readExample, reportOf, rowsOf, type Effects } from './example-support.js';

const reports = new Map(exampleNames.map((name) => [name, reportOf(name)]));
const reportNamed = (name: (typeof exampleNames)[number]): Report => reports.get(name)!;

const effectOf = (report: Report, outcome: string, arm: string): EffectRow =>
  report.outcomes.find(({ id }) => id === outcome)!.effects.find((effect) => effect.arm === arm)!;

/** A large draw differs from what is stated by rounding and by chance, of which these are some four standard errors. */
const near: Effects = { mfis: 0.5, fss: 0.35, dfs: 0.06, weekly: 0.05, daily: 0.003, area: 0.04 };

function expectNear(drawn: Effects, stated: Effects): void {
  expect(Object.keys(drawn)).toEqual(Object.keys(stated));
  for (const [outcome, value] of Object.entries(stated)) {
    expect(Math.abs(drawn[outcome]! - value), outcome).toBeLessThan(near[outcome]!);
  }
}

/** The interval found holds the true effect. */
function expectFound({ lower, upper }: EffectRow, truth: number): void {
  expect(lower).toBeLessThan(truth);
  expect(upper).toBeGreaterThan(truth);
}

/** "-8.6 (-12.4 to -4.7)", as a README writes it. */
function asWritten({ estimate, lower, upper }: EffectRow, decimals: number): string {
  const [at, from, to] = [estimate, lower, upper].map((value) => value!.toFixed(decimals));
  return `${at} (${from} to ${to})`;
}

describe.each(exampleNames)('%s', (name) => {
  const report = reportNamed(name);

  test('is analysed whole, as simulated', () => {
    expect(report.simulated).toBe(true);
    expect(report.errors).toEqual([]);
    for (const { status, effects, model } of report.outcomes) {
      expect(status).toBe('ok');
      expect(effects).toHaveLength(report.arms.length - 1);
      expect(model?.covarianceUsed).toBe(model?.tried[0]?.covariance);
    }
  });

  test('has no warning but that a diary begins before its treatment', () => {
    const expected = name === 'daily-diary' ? ['before_start'] : [];
    expect(report.warnings.map(({ code }) => code)).toEqual(expected);
    expect(report.outcomes.flatMap(({ warnings }) => warnings)).toEqual([]);
  });
});

describe('the follow-on trial', async () => {
  const { trueEffects, trueDifferences } = await generatorOf<Record<string, Effects>>('follow-on');
  const report = reportNamed('follow-on');
  const readme = readExample('follow-on', 'README.md');
  const decimals: Effects = { mfis: 1, fss: 1, dfs: 2 };
  const cases = Object.entries(trueEffects).flatMap(([arm, effects]) =>
    Object.entries(effects).map(([outcome, truth]) => ({ arm, outcome, truth })),
  );

  test('was drawn with the effects it states', () => {
    const drawn = trueDifferences(20_000, 7);
    for (const [arm, stated] of Object.entries(trueEffects)) expectNear(drawn[arm]!, stated);
  });

  test.each(cases)('finds what $arm does to $outcome, and its README says both', ({ arm, outcome, truth }) => {
    const effect = effectOf(report, outcome, arm);
    expectFound(effect, truth);
    const places = decimals[outcome]!;
    const line = readme.split('\n').find((each) => each.includes(asWritten(effect, places)));
    expect(line).toContain(`${arm.replace('ketamine ', '')} `);
    expect(line).toContain(`| ${truth.toFixed(places)} `);
  });

  test('names its covariates in the short method', () => {
    expect(shortMethod(report, report.outcomes[0]!)).toContain('; baseline and course as covariates; ');
  });

  test('adjusts both comparisons of the primary outcome by Dunnett, and tests in order', () => {
    expect(report.outcomes.map(({ id, multiplicity }) => [id, multiplicity])).toEqual([
      ['mfis', 'dunnett'],
      ['fss', 'holm'],
      ['dfs', 'holm'],
    ]);
    expect(report.outcomes.map(({ gate }) => [gate?.open, gate?.rejected])).toEqual([
      [true, true],
      [true, true],
      [true, false],
    ]);
  });
});

describe('the diary trial', async () => {
  const { trueEffects, trueDifferences } = await generatorOf<Effects>('daily-diary');
  const report = reportNamed('daily-diary');
  const readme = readExample('daily-diary', 'README.md');
  const decimals: Effects = { weekly: 2, daily: 3, area: 2 };

  test('was drawn with the effects it states', () => {
    expectNear(trueDifferences(20_000, 7), trueEffects);
  });

  test.each(Object.entries(trueEffects))('finds its %s effect, and its README says both', (outcome, truth) => {
    const effect = effectOf(report, outcome, 'bright light');
    expectFound(effect, truth);
    const places = decimals[outcome]!;
    const line = readme.split('\n').find((each) => each.includes(asWritten(effect, places)));
    expect(line).toContain(`| ${truth.toFixed(places)} `);
  });

  test('reads decimal commas and counts days from the dates', () => {
    const written = rowsOf('daily-diary', 'participants.csv', ';').map(({ bmi }) => Number(bmi?.replace(',', '.')));
    const read = report.baseline?.rows.find(({ name }) => name === 'bmi');
    const mean = read?.kind === 'number' ? read.groups.find(({ arm }) => arm === null)?.mean : null;
    expect(mean).toBeCloseTo(written.reduce((a, b) => a + b, 0) / written.length, 10);
    expect(report.outcomes.find(({ id }) => id === 'daily')?.model?.days).toEqual(
      Array.from({ length: 28 }, (_, day) => day + 1),
    );
  });
});

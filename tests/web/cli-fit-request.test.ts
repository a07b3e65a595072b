// SPDX-License-Identifier: MIT
/** From the options of `fit` to the request the core gets. */
import { describe, expect, test } from 'vitest';
import { fitRequestOf } from '../../web/cli/fit_request.js';
import { analyzeOptions, fitOptions, scoreOptions } from '../../web/cli/options.js';
import { readArguments, usage, UsageError } from '../../web/cli/usage.js';
import type { FitRequest } from '../../web/contract/fit.js';

const formula = 'score ~ arm * visit + us(visit | id)';

/** `day` and `code` are columns of numbers, everything else of labels. */
function request(...args: string[]): FitRequest {
  const model = args.includes('--formula') ? [] : ['--formula', formula];
  const { values } = readArguments(['data.csv', ...model, ...args], 'data file', fitOptions);
  return fitRequestOf(values, (column) => ['day', 'code'].includes(column));
}

describe('the request', () => {
  test('has nothing that was not asked for', () => {
    expect(request()).toEqual({ formula });
  });

  test.each<[string[], Partial<FitRequest>]>([
    [['--method', 'ML'], { method: 'ML' }],
    [['--method', 'ml'], { method: 'ML' }],
    [['--method', 'reml'], { method: 'REML' }],
    [['--df', 'satterthwaite'], { df: 'satterthwaite' }],
    [['--vcov', 'empirical_jackknife'], { vcov: 'empirical_jackknife' }],
    [['--information', 'expected'], { information: 'expected' }],
    [['--weights', 'w'], { weights: 'w' }],
    [['--confidence', '0.9'], { confidence: 0.9 }],
    [
      ['--levels', 'arm=placebo, active', '--levels', 'visit=V1,V2'],
      { levels: { arm: ['placebo', 'active'], visit: ['V1', 'V2'] } },
    ],
    [['--categorical', 'day', '--categorical', 'a,b'], { categorical: ['day', 'a', 'b'] }],
    [['--tests', 'II'], { tests: 'II' }],
    [['--blups'], { blups: true }],
    [['--rows'], { rows: true }],
    [['--covariance-intervals', 'profile'], { covarianceIntervals: 'profile' }],
    [['--compare', 'score ~ arm + us(visit | id)'], { compare: 'score ~ arm + us(visit | id)' }],
  ])('takes %j', (args, expected) => {
    expect(request(...args)).toEqual({ formula, ...expected });
  });

  test.each<[string[], FitRequest['emmeans']]>([
    [[], { specs: 'arm | visit' }],
    [['--emmeans-weights', 'outer'], { specs: 'arm | visit', weights: 'outer' }],
    [['--reference', 'arm=placebo'], { specs: 'arm | visit', reference: { arm: 'placebo' } }],
    [['--at', 'day=0,7', '--at', 'visit=V3,V4'], { specs: 'arm | visit', at: { day: [0, 7], visit: ['V3', 'V4'] } }],
    [['--trend', 'day'], { specs: 'arm | visit', trend: 'day' }],
    [['--contrasts', 'pairwise'], { specs: 'arm | visit', contrasts: 'pairwise' }],
    [
      ['--contrast', 'late=0,0,-1,1', '--contrast', 'half = 0.5, -0.5'],
      {
        specs: 'arm | visit',
        custom: [
          { name: 'late', weights: [0, 0, -1, 1] },
          { name: 'half', weights: [0.5, -0.5] },
        ],
      },
    ],
    [['--adjust', 'dunnett'], { specs: 'arm | visit', adjust: 'dunnett' }],
  ])('takes %j with the marginal means', (args, emmeans) => {
    expect(request('--emmeans', 'arm | visit', ...args)).toEqual({ formula, emmeans });
  });

  test.each([
    ['--categorical', 'code'],
    ['--levels', 'code=2,1'],
    ['--formula', 'score ~ factor(code) + us(visit | id)'],
    ['--formula', 'score ~ factor( `code` ) + us(visit | id)'],
  ])('gives the levels as text of a column of numbers that %s makes a factor', (option, value) => {
    const { emmeans } = request('--emmeans', 'arm', '--at', 'code=1,2', option, value);
    expect(emmeans?.at).toEqual({ code: ['1', '2'] });
  });
});

describe('wrong usage', () => {
  test.each([
    [['--at', 'day=0'], '--at needs --emmeans'],
    [['--trend', 'day'], '--trend needs --emmeans'],
    [['--contrasts', 'pairwise'], '--contrasts needs --emmeans'],
    [['--contrast', 'late=1'], '--contrast needs --emmeans'],
    [['--adjust', 'holm'], '--adjust needs --emmeans'],
    [['--emmeans-weights', 'cells'], '--emmeans-weights needs --emmeans'],
    [['--emmeans', 'arm', '--at', 'day'], '--at takes COLUMN=VALUE, not "day"'],
    [['--emmeans', 'arm', '--at', 'day=0,x'], '--at takes a number, not "x"'],
    [['--emmeans', 'arm', '--at', 'day=0', '--at', 'day=7'], '--at names day twice'],
    [['--emmeans', 'arm', '--contrast', '1,-1'], '--contrast takes NAME=WEIGHT,WEIGHT, not "1,-1"'],
    [['--emmeans', 'arm', '--contrast', 'late=1,two'], '--contrast takes a number, not "two"'],
    [['--emmeans', 'arm', '--contrast', 'a=1,-1', '--contrasts', 'pairwise'], '--contrasts or --contrast, not both'],
    [['--levels', 'arm=a,b', '--levels', 'arm=b,a'], '--levels names arm twice'],
    [['--confidence', ''], '--confidence takes a number'],
    [['--confidence', '2'], '--confidence takes a number between 0 and 1, not "2"'],
    [['--confidence', '0'], '--confidence takes a number between 0 and 1, not "0"'],
    [['--method', 'mle'], '--method takes REML, ML, not "mle"'],
    [['--df', 'foo'], '--df takes kenward_roger, '],
    [['--vcov', 'foo'], '--vcov takes model, '],
    [['--information', 'foo'], '--information takes observed, expected, not "foo"'],
    [['--tests', 'I'], '--tests takes III, II, not "I"'],
    [['--covariance-intervals', 'foo'], '--covariance-intervals takes wald, profile, not "foo"'],
    [
      ['--emmeans', 'arm', '--adjust', 'tukey'],
      '--adjust takes none, bonferroni, holm, hochberg, dunnett, not "tukey"',
    ],
    [['--emmeans', 'arm', '--emmeans-weights', 'foo'], '--emmeans-weights takes equal, '],
    [['--emmeans', 'arm', '--contrasts', 'foo'], '--contrasts takes reference, pairwise, interaction, not "foo"'],
    [['--emmeans', 'arm|'], '--emmeans takes columns after the bar, or no bar: "arm|"'],
    [['--blups=yes'], "'--blups' does not take an argument"],
  ])('%j is told', (args, message) => {
    expect(() => request(...args)).toThrow(UsageError);
    expect(() => request(...args)).toThrow(message);
  });
});

describe('help', () => {
  test.each([
    ['fit', fitOptions],
    ['score', scoreOptions],
    ['analyze', analyzeOptions],
  ])('of %s explains each of its options with what holds without it, and gives an example', (command, options) => {
    const text = usage(command);
    expect(text).toMatch(new RegExp(`^Usage: fatigue-calculator ${command} `));
    for (const [name, { help }] of Object.entries(options)) {
      expect(text).toContain(`  --${name}`);
      expect(help, name).toMatch(/default|required/);
    }
    expect(text).toMatch(new RegExp(`\nExamples?:\\n  fatigue-calculator ${command} `));
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  test('without a known command is of all', () => {
    expect(usage()).toContain('fatigue-calculator analyze PLAN.json');
    expect(usage('constructor')).toBe(usage());
  });
});

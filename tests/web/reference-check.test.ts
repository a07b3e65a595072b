// SPDX-License-Identifier: MIT
/** The stored results that the page checks itself against: what is selected, and that the core gives these numbers. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import reference from 'virtual:fatigue-reference';
import type { FitResult } from '../../web/contract/fit.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { Session } from '../../web/engine/session.js';
import { compare, numbersIn, type Compared } from '../../web/reference/compare.js';
import { digitsOfAgreement } from '../../web/reference/digits.js';
import { checkAll, leastDigits, worstFirst, type CheckedCase, type FitFile } from '../../web/reference/run.js';

const ship = new URL('../reference/ship/', import.meta.url);

/** As the page's worker answers. */
function workerFit(): FitFile {
  const session = new Session(loadBuiltInEngine);
  let id = 0;
  return async (request, file) => {
    const reply = await session.handle({ id: ++id, kind: 'fit', request, file });
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.result as FitResult;
  };
}

describe('digits of agreement', () => {
  test.each([
    [1.001, 1, undefined, 3],
    [-99.99, -100, undefined, 4],
    [2, 1, undefined, 0],
    [5, 1, undefined, 0],
    [0.1, 0.1, undefined, 15],
    [1 + 2 ** -52, 1, undefined, 15],
    [0.002, 0.001, 10, 4],
    [NaN, 1, undefined, 0],
    [1e-3, 0, undefined, 0],
  ])('%d against %d on the scale %s', (ours, theirs, scale, digits) => {
    expect(digitsOfAgreement(ours, theirs, scale)).toBeCloseTo(digits, 6);
  });
});

describe('the selection', () => {
  test('has every structure, method of degrees of freedom, and likelihood that the stored cases have', () => {
    const formulas = reference.cases.map(({ request }) => request.formula).join(' ');
    for (const structure of ['us', 'toep', 'toeph', 'ar1', 'ar1h', 'ad', 'adh', 'cs', 'csh', 'sp_exp'])
      expect(formulas).toMatch(new RegExp(`[ +]${structure}\\(`));
    const dfs = new Set(reference.cases.map(({ request }) => request.df));
    const all = ['kenward_roger', 'kenward_roger_linear', 'kenward_roger_mmrm', 'satterthwaite', 'between_within'];
    expect([...dfs].sort()).toEqual([...all, 'residual'].sort());
    expect(new Set(reference.cases.map(({ request }) => request.method))).toEqual(new Set(['REML', 'ML']));
  });

  test('is what the stored files say, to every digit', () => {
    for (const { name, stored } of reference.cases) {
      const text = readFileSync(new URL(`expected/${name}.json`, ship), 'utf8');
      const numbers = new Set(text.match(/-?\d[\d.e+-]*/g)?.map(Number));
      const estimates = stored.coefficients['estimate'] ?? [];
      expect(estimates.length).toBeGreaterThan(3);
      for (const number of [stored.logLik, ...estimates]) expect(numbers).toContain(number);
    }
  });

  test('is counted against what docs/validation.md reports', () => {
    const page = readFileSync(new URL('../../docs/validation.md', import.meta.url), 'utf8');
    expect(page).toContain(`**${reference.all.numbers} numbers of ${reference.all.cases} cases**`);
  });
});

describe('the check', () => {
  let cases: CheckedCase[];
  const heard: string[] = [];
  beforeAll(async () => {
    cases = await checkAll(reference, workerFit(), new AbortController().signal, ({ done, total, name }) =>
      heard.push(`${done}/${total} ${name}`),
    );
  });

  test('finds each number of each case, and agrees', () => {
    expect(cases.map(({ failure }) => failure)).toEqual(cases.map(() => null));
    expect(cases.map(({ numbers }) => numbers.length)).toEqual(reference.cases.map(numbersIn));
    expect(cases.flatMap(({ numbers }) => numbers.filter(({ ours }) => Number.isNaN(ours)))).toEqual([]);
    // lmerTest's numeric derivatives move df in the 7th digit, and the tail of p moves many times as much.
    const needed = ({ kind, theirs }: Compared): number => (kind === 'p' && theirs < 1e-8 ? 5 : 6);
    const poor = cases.flatMap(({ numbers }) => numbers.filter((number) => number.digits < needed(number)));
    expect(poor).toEqual([]);
    const exact = cases.filter(({ reference: { software } }) => !/^lme4/.test(software.fit));
    for (const one of exact) expect([one.reference.name, leastDigits(one) >= 10]).toEqual([one.reference.name, true]);
  });

  test('tells before each case which one comes', () => {
    expect(heard.length).toBe(reference.cases.length);
    expect(heard[1]).toBe(`1/${reference.cases.length} ${reference.cases[1]?.name}`);
  });

  test('puts the worst case and the worst number first', () => {
    const order = worstFirst(cases).map(leastDigits);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const digits = cases[0]!.numbers.map((number) => number.digits);
    expect(digits).toEqual([...digits].sort((a, b) => a - b));
  });
});

test('a wrong number and a missing one are seen', async () => {
  const one = reference.cases[0]!;
  const result = await workerFit()(one.request, new File([reference.files[one.file] ?? ''], one.file));
  result.coefficients[2]!.se! *= 1 + 1e-4;
  result.contrasts!.pop();
  const found = compare(one, result).filter(({ digits }) => digits < 6);
  const contrast = one.stored.contrasts!;
  const last = `TRT - PBO, V5`;
  expect(found.map(({ kind, of }) => `${kind} ${of}`)).toEqual([
    `se ${one.stored.coefficients['name']![2]}`,
    ...Object.keys(contrast)
      .filter((name) => !['contrast', 'VISIT'].includes(name))
      .map((name) => `${name} ${last}`),
  ]);
});

test('once cancelled no further case is worked out, and what is done stays', async () => {
  const control = new AbortController();
  let asked = 0;
  const fit: FitFile = () => {
    if (++asked < 3) return Promise.reject(new Error('none'));
    control.abort();
    return new Promise(() => undefined);
  };
  const cases = await checkAll(reference, fit, control.signal, () => undefined);
  expect([asked, cases.length, cases[0]?.failure]).toEqual([3, 2, 'none']);
  expect(worstFirst(cases).map(leastDigits)).toEqual([-1, -1]);
});

// SPDX-License-Identifier: MIT
/** A fit at its limits is told in plain words, with the core's sentence beside. */
import { afterEach, describe, expect, test } from 'vitest';
import { outcomeWarnings } from '../../web/text/method.js';
import { problemText } from '../../web/text/problem.js';
import { setLanguage } from '../../web/text/language.js';
import { reportFixture } from './report-fixture.js';

afterEach(() => setLanguage('en'));

const singular = (what: string) => ({
  code: 'singular_fit',
  message: `singular fit, ${what}; inference takes it as known`,
});
const told = (what: string): string => {
  const [outcome] = reportFixture().outcomes;
  return outcomeWarnings({ ...outcome!, warnings: [singular(what)] }).find((each) => /singul/i.test(each)) ?? '';
};

describe('a singular fit', () => {
  test('of a variance says what it means, what to do, and how statisticians say it', () => {
    const text = told('the variance of day is 0');
    expect(text).toMatch(/^In these data participants differ no more in one respect/);
    expect(text).toContain('may be a little too narrow. What to do: nothing in the data has to be mended');
    expect(text).toMatch(/In technical terms: singular fit, the variance of day is 0; inference takes it as known$/);
  });

  test('of a correlation speaks of a link', () => {
    expect(told('the correlation of day and (Intercept) is 1 or -1')).toMatch(
      /^These data are too few to tell how two/,
    );
  });

  test('is told in German, too', () => {
    setLanguage('de');
    expect(told('the variance of day is 0')).toMatch(/^In diesen Daten .* Fachlich: Singuläre Anpassung, die Varianz/);
  });
});

test('a structure that took the place of another: the plain words come first', () => {
  const [outcome] = reportFixture().outcomes.filter(({ model }) => (model?.tried.length ?? 0) > 1);
  const [first] = outcomeWarnings(outcome!);
  expect(first).toMatch(
    /^The model planned first found no reliable answer .* In technical terms: The structure asked for/,
  );
});

test('no model at all: no number rather than a doubtful one', () => {
  const message = 'a.csv: no model of the plan could be fitted: us (singular_hessian: the data do not)';
  const { message: shown } = problemText({ code: 'no_usable_fit', message, detail: {} });
  expect(shown).toMatch(/^There is no result for this outcome/);
  expect(shown.endsWith(`In technical terms: ${message}`)).toBe(true);
});

test('other warnings stay as they are', () => {
  const [outcome] = reportFixture().outcomes;
  expect(outcomeWarnings({ ...outcome!, warnings: [{ code: 'few_df', message: 'few' }] })).toContain('few');
});

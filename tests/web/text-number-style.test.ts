// SPDX-License-Identifier: MIT
/** Numbers as journals want them; the rules and where they are published stand in web/text/number_style.ts. */
import { describe, expect, test } from 'vitest';
import type { NumberStyleName } from '../../web/contract/plan.js';
import { NumberFormat, numbersOf } from '../../web/text/number.js';
import { numberStyles } from '../../web/text/number_style.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { meansTable } from '../../web/text/tables/means.js';
import { outcomeOf, reportFixture, tableText } from './report-fixture.js';

const written = (style: NumberStyleName): NumberFormat => new NumberFormat(numberStyles[style]);

describe('p values', () => {
  test.each<[NumberStyleName, string[]]>([
    ['default', ['0.470', '0.150', '0.046', '0.031', '0.004', '0.001', '<0.001', '<0.001', '>0.999']],
    ['nejm', ['0.47', '0.15', '0.05', '0.03', '0.004', '0.001', '<0.001', '<0.001', '>0.99']],
    ['jama', ['.47', '.15', '.046', '.03', '.004', '.001', '<.001', '<.001', '>.99']],
    [
      'lancet',
      ['0\u00b747', '0\u00b715', '0\u00b7046', '0\u00b7031', '0\u00b70042', '0\u00b70010', '0\u00b70007'].concat([
        '<0\u00b70001',
        '>0\u00b799',
      ]),
    ],
    ['annals', ['0.47', '0.150', '0.046', '0.031', '0.004', '0.001', '<0.001', '<0.001', '>0.99']],
  ])('in the style %s', (style, expected) => {
    const values = [0.47, 0.15, 0.046, 0.0314, 0.0042, 0.001, 0.0007, 0.00001, 0.9999];
    expect(values.map((p) => written(style).pValue(p))).toEqual(expected);
  });

  test.each<[NumberStyleName, string, string]>([
    ['default', 'p=0.040', 'p<0.001'],
    ['nejm', 'P=0.04', 'P<0.001'],
    ['jama', 'P = .04', 'P < .001'],
    ['lancet', 'p=0\u00b7040', 'p<0\u00b70001'],
    ['annals', 'P = 0.040', 'P < 0.001'],
  ])('as a statement in the style %s', (style, exact, bound) => {
    expect(written(style).pStatement(0.04)).toBe(exact);
    expect(written(style).pStatement(1e-9)).toBe(bound);
  });

  test('JAMA keeps a third digit where two would round a p value up to .05, and only there', () => {
    expect([0.0449, 0.0451, 0.0499, 0.05, 0.0501].map((p) => written('jama').pValue(p))).toEqual([
      '.04',
      '.045',
      '.050',
      '.05',
      '.05',
    ]);
  });

  test('no style ever writes a p value as 0 or 1', () => {
    for (const style of Object.values(numberStyles)) {
      for (const p of [0, 1e-300, 0.00099999, 0.00009999, 0.9949, 0.99951, 1]) {
        expect(new NumberFormat(style).pValue(p)).not.toMatch(/^[01]?[.\u00b7]?0*$/);
      }
    }
  });

  test('a missing p value is a dash in every style', () => {
    for (const style of Object.values(numberStyles)) expect(new NumberFormat(style).pValue(null)).toBe('\u2014');
  });
});

describe('intervals', () => {
  test.each<[NumberStyleName, string, string]>([
    ['default', '95% CI \u221210.4 to 0.1', '95% CI 1.2 to 3.4'],
    ['nejm', '95% CI, \u221210.4 to 0.1', '95% CI, 1.2 to 3.4'],
    ['jama', '95% CI, \u221210.4 to 0.1', '95% CI, 1.2-3.4'],
    ['lancet', '95% CI \u221210\u00b74 to 0\u00b71', '95% CI 1\u00b72 to 3\u00b74'],
    ['annals', '95% CI, \u221210.4 to 0.1', '95% CI, 1.2 to 3.4'],
  ])('in the style %s', (style, negative, positive) => {
    expect(written(style).intervalPhrase(0.95, -10.41, 0.14, 1)).toBe(negative);
    expect(written(style).intervalPhrase(0.95, 1.2, 3.4, 1)).toBe(positive);
  });

  test('an upper limit without bound is infinity where that may be, and a dash elsewhere', () => {
    expect(written('default').interval(0.8, null, 2, true)).toBe('0.80 to \u221e');
    expect(written('default').interval(0.8, null, 2)).toBe('\u2014');
  });
});

describe('other numbers', () => {
  test('the zero before the point goes from p values only', () => {
    expect(written('jama').number(0.53, 2)).toBe('0.53');
  });

  test('thousands are marked as the style says', () => {
    expect(written('default').number(12345.6, 1)).toBe('12345.6');
    expect(written('jama').number(-12345.6, 1)).toBe('\u221212,345.6');
    expect(written('lancet').number(12345.6, 1)).toBe('12\u2009345\u00b76');
    expect(written('lancet').number(1234, 0)).toBe('1234');
  });

  test('Annals gives percentages of 200 and more a decimal', () => {
    expect(written('annals').percent(33.33, 199)).toBe('33%');
    expect(written('annals').percent(33.33, 200)).toBe('33.3%');
    expect(written('default').percent(33.33, 2000)).toBe('33%');
  });

  test('published numbers keep their digits and take the style', () => {
    expect(written('jama').publishedP(0.4)).toBe('.40');
    expect(written('lancet').published(-1.98, 1)).toBe('\u22121\u00b798');
  });
});

describe('locales', () => {
  test('numbers take the decimal mark and the thousands of the locale', () => {
    const german = new NumberFormat(numberStyles.default, 'de');
    expect(german.number(-1234.56, 1)).toBe('\u22121.234,6');
    expect(german.interval(-10.41, 0.14, 1)).toBe('\u221210,4 to 0,1');
    expect(german.pStatement(0.0314)).toBe('p=0,031');
    expect(german.pValue(0.0001)).toBe('<0,001');
    expect(new NumberFormat(numberStyles.default, 'fr').number(12345.6, 1)).toBe('12\u202f345,6');
  });

  test('every locale rounds alike', () => {
    for (const value of [1.005, 2.5, 0.05, 10.125, -0.0049]) {
      const plain = new NumberFormat().number(value, 2);
      expect(new NumberFormat(numberStyles.default, 'en').number(value, 2)).toBe(plain);
    }
  });

  test('the digits are 0 to 9 whatever the locale', () => {
    expect(new NumberFormat(numberStyles.default, 'ar-EG').number(12.5, 1)).toMatch(/^12.5$/);
  });

  test("a journal's decimal point comes before the locale's", () => {
    expect(new NumberFormat(numberStyles.lancet, 'de').number(0.5, 1)).toBe('0\u00b75');
  });

  test('a locale that does not exist is as good as none', () => {
    expect(new NumberFormat(numberStyles.default, 'not a locale').number(0.5, 1)).toBe('0.5');
  });
});

describe('a report', () => {
  test('is written as its plan says, in every table', () => {
    const report = reportFixture();
    report.plan.display = { style: 'lancet' };
    const table = headlineTable(report);
    expect(table.columns.map(({ label }) => label)).toContain('p value');
    expect(tableText(table)[2]?.slice(3, 5).join()).toMatch(/^\u2212\d+\u00b7\d,\u2212\d+\u00b7\d to /);
    expect(JSON.stringify(tableText(meansTable(report, outcomeOf(report, 'fss'))))).not.toMatch(/\d\.\d/);
    expect(numbersOf(report).style.name).toBe('lancet');
  });

  test('has the decimals the plan gives an outcome, slopes included', () => {
    const report = reportFixture();
    report.plan.outcomes.find(({ id }) => id === 'fss')!.decimals = 3;
    report.plan.outcomes.find(({ id }) => id === 'dfs')!.decimals = 4;
    const rows = tableText(headlineTable(report));
    expect(rows[0]?.[3]).toBe('\u22120.1000');
    expect(rows[2]?.[3]).toMatch(/^\u2212\d\.\d{3}$/);
    expect(rows[4]?.[3]).toMatch(/^\u2212\d+\.\d$/);
  });
});

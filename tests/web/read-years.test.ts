// SPDX-License-Identifier: MIT
/** Ages with their unit and words for no value are numbers and missing values, not words. */
import { describe, expect, test } from 'vitest';
import type { Report } from '../../web/contract/report.js';
import { prepareTables, propose } from '../../web/read/index.js';
import { baselineTable } from '../../web/text/tables/baseline.js';
import { fullReport } from './full-report.js';
import { cells, codes, column, message, read } from './read-support.js';

const roster = (ages: readonly string[]) =>
  read('p.csv', ['id,arm,age', ...ages.map((age, i) => `P${i + 1},${i % 2 ? 'Drug' : 'Placebo'},${age}`)].join('\n'));

describe('ages with their unit', () => {
  test.each(['28 J.', '28 y', '28y', '28 years', '28 Jahre', '28 yrs', '28 years old'])(
    '%s is 28, and told',
    (cell) => {
      const file = roster(['40', cell, '51', 'k.A.', '33']);
      const proposal = propose([file]);
      expect(message(proposal, 'years_with_unit')).toContain(`"${cell}" in age is 28 (1 such cell)`);
      expect(cells(prepareTables(proposal.plan, [file])[0]!, 'age')).toEqual([40, 28, 51, null, 33]);
      expect(codes(proposal)).not.toContain('number_with_text');
    },
  );

  test.each(['28 kg', '28a', '28 or 29', '<28', '28.5 y'])('%s is no age with its unit', (cell) => {
    expect(codes(propose([roster(['40', cell, '51', '33'])]))).not.toContain('years_with_unit');
  });

  test('decimals beside a unit leave the column as it is', () => {
    expect(codes(propose([roster(['40.5', '28 J.', '51', '33'])]))).not.toContain('years_with_unit');
  });
});

test.each(['k.A.', 'n/a', 'unknown', 'missing', 'ND', 'n.d.', '-'])('%s among numbers is missing', (word) => {
  const file = roster(['40', word, '51', '33', word]);
  const { plan } = propose([file]);
  expect(cells(prepareTables(plan, [file])[0]!, 'age')).toEqual([40, null, 51, 33, null]);
});

test('any other word leaves the column one of words', () => {
  const file = roster(['40', 'old', 'young', '33', 'none']);
  expect(column(prepareTables(propose([file]).plan, [file])[0]!, 'age').kind).toBe('factor');
});

describe('the range in the table of characteristics', () => {
  const rangeOf = (min: number, max: number): string | undefined => {
    const report: Report = structuredClone(fullReport());
    const row = report.baseline!.rows.find((each) => each.kind === 'number' && each.source !== 'score')!;
    if (row.kind !== 'number') throw new Error('no row of numbers');
    row.groups = row.groups.map((group) => ({ ...group, min, max }));
    const group = baselineTable(report)!.groups.find(({ heading }) => heading === row.label);
    return group?.rows[2]?.cells[0]?.text;
  };

  test('is whole where its ends are, and has decimals where one has', () => {
    expect(rangeOf(27, 63)).toMatch(/^27\D+63$/);
    expect(rangeOf(27, 63.5)).toMatch(/^27\.0\D+63\.5$/);
  });
});

// SPDX-License-Identifier: MIT
/** Every number of a checked case beside the stored one, at all its digits. */
import type { Compared } from '../../reference/compare.js';
import { mostDigits } from '../../reference/digits.js';
import type { CheckedCase } from '../../reference/run.js';
import { asWritten, formatNumber } from '../number.js';
import { strings } from '../strings.js';
import { numberCell, type TableSpec } from './spec.js';

const text = strings.selfCheck;

/** Rounded down, so that no more agreement is told than there is. */
export const digitsText = (digits: number): string => formatNumber(Math.floor(Math.max(digits, 0) * 10) / 10, 1);

const allDigits = (value: number): string => asWritten(Number(value.toPrecision(mostDigits)));

export const quantityText = ({ kind, of }: Compared): string => text.ofQuantity(kind, of);

export function selfCheckTable({ reference, numbers }: CheckedCase): TableSpec {
  return {
    caption: text.caption(reference.name),
    simulated: true,
    columns: [
      { label: text.quantity },
      { label: text.digits, numeric: true },
      { label: text.ours, numeric: true },
      { label: text.theirs, numeric: true },
      { label: text.by },
    ],
    groups: [
      {
        rows: numbers.map((number) => ({
          header: { text: quantityText(number) },
          cells: [
            { text: digitsText(number.digits) },
            numberCell(number.ours, allDigits),
            numberCell(number.theirs, allDigits),
            { text: number.software },
          ],
        })),
      },
    ],
    notes: [],
  };
}

/** How the whole check went, a sentence each. */
export function selfCheckSentences(cases: readonly CheckedCase[], seconds: number): string[] {
  const numbers = cases.flatMap((one) => one.numbers);
  const failed = cases.filter(({ failure }) => failure !== null).length;
  const poor = numbers.filter(({ digits }) => digits < enoughDigits).length;
  const worst = [...cases].filter(({ failure }) => failure === null).sort((a, b) => leastOf(a) - leastOf(b))[0];
  const least = worst?.numbers[0];
  const atLeast = (digits: number): { digits: number; numbers: number } => ({
    digits,
    numbers: numbers.filter((number) => number.digits >= digits).length,
  });
  return [
    text.total(numbers.length, cases.length - failed, formatNumber(seconds, 1)),
    ...(failed > 0 ? [text.failed(failed)] : []),
    ...(poor > 0 ? [text.disagrees(poor, enoughDigits)] : []),
    ...(worst && least && poor === 0
      ? [text.least(digitsText(least.digits), quantityText(least), worst.reference.name)]
      : []),
    ...(numbers.length > 0 ? [text.shares([8, 10, 12].map(atLeast))] : []),
  ];
}

const leastOf = ({ numbers }: CheckedCase): number => numbers[0]?.digits ?? 0;

/** Fewer would show in the tables of a report. */
export const enoughDigits = 5;

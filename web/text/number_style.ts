// SPDX-License-Identifier: MIT
/**
 * How journals want numbers written: one row per style. Each rule names where it is published; what could not be read at
 * the source is said to be so.
 *
 * nejm: statistical reporting guidelines of the New England Journal of Medicine (nejm.org, author center, new
 *   manuscripts): two decimals above 0.01, three from 0.001 to 0.01, below that P<0.001. Read as quoted word for word by
 *   Vassar, Aguinis and Wayant 2019, doi:10.1136/bmjebm-2019-111264. The comma after CI and the upper bound are as the
 *   journal prints them; no rule was found.
 * jama: AMA Manual of Style, 11th edition, 19.5 (10th: 20.9) and 18.7.1: two digits, three below .01, P<.001, no zero
 *   before the point of P (of P, alpha and beta only), three digits where two would round a P below .05 up to it. Read as
 *   quoted by JMIR's guidelines for reporting statistics (support.jmir.org, 360019690851 and 360000002012), which follow
 *   the manual; the manual itself was not read. P>.99, spaces around "=", a hyphen in intervals unless a limit is
 *   negative, and commas in thousands: as the journal prints them.
 * lancet: formatting guidelines of The Lancet (thelancet.com, preparing your manuscript): midline decimal points,
 *   two significant figures, p<0·0001. The guidelines themselves could not be read; the digits are those of the R package
 *   gtsummary's theme for The Lancet, which gives >0·99 above that and thin spaces in thousands.
 * annals: Annals of Internal Medicine, Information for Authors, General Statistical Guidance
 *   (annals.org/aim/pages/AuthorInformationStatisticsOnly), read: to the nearest thousandth from 0.001 to 0.20, to the
 *   nearest hundredth above, "P<0.001" below; percentages with one decimal from a sample size of 200 on, none below. The
 *   comma after CI, the spaces around "=" and the upper bound are as the journal prints them.
 */
import type { NumberStyleName } from '../contract/plan.js';

export interface NumberStyle {
  name: NumberStyleName;
  /** The letter of a p value, and the heading of a column of them. */
  pSymbol: 'p' | 'P';
  pHeading: string;
  /** Null: the language's. */
  pEquals: '=' | ' = ' | null;
  /** Decimals of p values from this size on; the last row is for all below. */
  pDecimals: readonly { from: number; decimals: number }[];
  /** Below the first only "<" and the bound is written, above the second ">" and the bound. */
  pLowest: string;
  pHighest: string;
  pLeadingZero: boolean;
  /** A p value below this is not rounded up to it: it has one more decimal. */
  pKeptBelow: number | null;
  /** Null: the locale's. Journals are in English, so theirs come before the locale's. */
  decimalPoint: string | null;
  /** Between thousands, from numbers of so many digits before the point. Null: the locale's. */
  thousands: { separator: string; fromDigits: number } | null;
  /** Between the limits of an interval when none is negative; otherwise always " to " in the words of the language, as it is where this is null. */
  intervalTo: '-' | null;
  /** Between "95% CI" and the limits. */
  intervalAfterName: ' ' | ', ';
  /** Decimals of a percentage by the number it is of. */
  percentDecimals: readonly { fromN: number; decimals: number }[];
}

const wholePercents = [{ fromN: 0, decimals: 0 }] as const;
const commas = { separator: ',', fromDigits: 4 } as const;

export const numberStyles: Readonly<Record<NumberStyleName, NumberStyle>> = {
  default: {
    name: 'default',
    pSymbol: 'p',
    pHeading: 'p',
    pEquals: null,
    pDecimals: [{ from: 0, decimals: 3 }],
    pLowest: '0.001',
    pHighest: '0.999',
    pLeadingZero: true,
    pKeptBelow: null,
    decimalPoint: null,
    thousands: null,
    intervalTo: null,
    intervalAfterName: ' ',
    percentDecimals: wholePercents,
  },
  nejm: {
    name: 'nejm',
    pSymbol: 'P',
    pHeading: 'P Value',
    pEquals: '=',
    pDecimals: [
      { from: 0.01, decimals: 2 },
      { from: 0, decimals: 3 },
    ],
    pLowest: '0.001',
    pHighest: '0.99',
    pLeadingZero: true,
    pKeptBelow: null,
    decimalPoint: '.',
    thousands: commas,
    intervalTo: null,
    intervalAfterName: ', ',
    percentDecimals: wholePercents,
  },
  jama: {
    name: 'jama',
    pSymbol: 'P',
    pHeading: 'P value',
    pEquals: ' = ',
    pDecimals: [
      { from: 0.01, decimals: 2 },
      { from: 0, decimals: 3 },
    ],
    pLowest: '0.001',
    pHighest: '0.99',
    pLeadingZero: false,
    pKeptBelow: 0.05,
    decimalPoint: '.',
    thousands: commas,
    intervalTo: '-',
    intervalAfterName: ', ',
    percentDecimals: wholePercents,
  },
  lancet: {
    name: 'lancet',
    pSymbol: 'p',
    pHeading: 'p value',
    pEquals: '=',
    pDecimals: [
      { from: 0.1, decimals: 2 },
      { from: 0.01, decimals: 3 },
      { from: 0, decimals: 4 },
    ],
    pLowest: '0.0001',
    pHighest: '0.99',
    pLeadingZero: true,
    pKeptBelow: null,
    decimalPoint: '\u00b7',
    thousands: { separator: '\u2009', fromDigits: 5 },
    intervalTo: null,
    intervalAfterName: ' ',
    percentDecimals: wholePercents,
  },
  annals: {
    name: 'annals',
    pSymbol: 'P',
    pHeading: 'P Value',
    pEquals: ' = ',
    pDecimals: [
      { from: 0.2, decimals: 2 },
      { from: 0, decimals: 3 },
    ],
    pLowest: '0.001',
    pHighest: '0.99',
    pLeadingZero: true,
    pKeptBelow: null,
    decimalPoint: '.',
    thousands: null,
    intervalTo: null,
    intervalAfterName: ', ',
    percentDecimals: [
      { fromN: 200, decimals: 1 },
      { fromN: 0, decimals: 0 },
    ],
  },
};

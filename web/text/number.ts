// SPDX-License-Identifier: MIT
/**
 * How numbers are written on screen and paper, by a style (number_style.ts), a locale and the language. The rules of all styles:
 * - a true minus sign (U+2212), never a negative zero;
 * - an interval with a negative limit is "low to high", so that a minus sign is not taken for a dash;
 * - p values never read 0.000 or 1.000: the style says where "<" and ">" begin;
 * - a number that is not available is an em dash, and whoever writes it says why.
 */
import type { Display } from '../contract/plan.js';
import { numberStyles, type NumberStyle } from './number_style.js';
import { strings } from './strings.js';

export const minusSign = '\u2212';
export const notAvailable = '\u2014';
const infinity = '\u221e';

type MaybeNumber = number | null | undefined;

/** True for a number that can be written; null, undefined, NaN and infinities cannot. */
export function isAvailable(value: MaybeNumber): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

type Interval<Bound> = { estimate: Bound; lower: Bound; upper: Bound };

/** Whether there is an estimate with both limits: what is not estimable has none of them. */
export const hasInterval = <Row extends Interval<number | null>>(row: Row): row is Row & Interval<number> =>
  isAvailable(row.estimate) && isAvailable(row.lower) && isAvailable(row.upper);

/** Writes every number of a report in one style. */
export class NumberFormat {
  readonly style: NumberStyle;
  private readonly _locale: string | undefined;

  /** `locale`: a BCP 47 tag; one that no browser knows is as good as none. */
  constructor(style: NumberStyle = numberStyles.default, locale?: string) {
    this.style = style;
    this._locale = knownLocale(locale);
  }

  number(value: MaybeNumber, decimals: number): string {
    if (!isAvailable(value)) return notAvailable;
    const digits = Math.abs(value).toFixed(decimals);
    const isZero = !/[1-9]/.test(digits);
    return (value < 0 && !isZero ? minusSign : '') + this._marked(digits);
  }

  /** A whole number of things. */
  count(value: MaybeNumber): string {
    return this.number(value, 0);
  }

  /** "−10.4 to 0.1"; null as the upper limit of an interval `withoutBound` is infinity. */
  interval(lower: MaybeNumber, upper: MaybeNumber, decimals: number, withoutBound = false): string {
    const isOpen = withoutBound && isAvailable(lower) && upper === null;
    if (!isAvailable(lower) || (!isAvailable(upper) && !isOpen)) return notAvailable;
    const end = isOpen ? infinity : this.number(upper, decimals);
    return `${this.number(lower, decimals)}${this.intervalTo(lower, upper)}${end}`;
  }

  /** What stands between two limits. */
  intervalTo(lower: MaybeNumber, upper: MaybeNumber): string {
    const isNegative = (lower ?? 0) < 0 || (upper ?? 0) < 0;
    return isNegative ? strings.numbers.to : (this.style.intervalTo ?? strings.numbers.to);
  }

  /** "95% CI −10.4 to 0.1", "95% CI, −10.4 to 0.1": what goes into brackets. */
  intervalPhrase(level: number, lower: MaybeNumber, upper: MaybeNumber, decimals: number): string {
    return `${this.intervalName(level)}${this.interval(lower, upper, decimals)}`;
  }

  /** "95% CI, ", before the limits. */
  intervalName(level: number): string {
    return `${strings.tables.ci(this.confidence(level))}${this.style.intervalAfterName}`;
  }

  pValue(p: MaybeNumber): string {
    if (!isAvailable(p)) return notAvailable;
    const { pLowest, pHighest } = this.style;
    if (p < Number(pLowest)) return `<${this._probability(pLowest)}`;
    if (p > Number(pHighest)) return `>${this._probability(pHighest)}`;
    return this._probability(p.toFixed(this._pDecimals(p)));
  }

  /** "p=0.032", "p<0.001", "P = .03": for a sentence. */
  pStatement(p: MaybeNumber): string {
    return this.pParts(p).join('');
  }

  /** "p=" and "0.032", "P < " and ".001". */
  pParts(p: MaybeNumber): [before: string, digits: string] {
    const { pSymbol, pEquals } = this.style;
    const text = this.pValue(p);
    const sign = /^[<>]/.exec(text)?.[0] ?? '=';
    return [`${pSymbol}${(pEquals ?? strings.numbers.pEquals).replace('=', sign)}`, text.replace(/^[<>]/, '')];
  }

  /** Degrees of freedom: whole ones without decimals, others with one; null is the normal distribution. */
  df(df: MaybeNumber): string {
    if (df === null) return infinity;
    if (!isAvailable(df)) return notAvailable;
    return this.number(df, Number.isInteger(Number(df.toFixed(6))) ? 0 : 1);
  }

  /** "67%" of `n`: whole percents for small denominators; the counts stand beside them. */
  percent(percent: MaybeNumber, n = 0): string {
    if (!isAvailable(percent)) return notAvailable;
    const rule = this.style.percentDecimals.find(({ fromN }) => n >= fromN);
    return this.percentWith(percent, rule?.decimals ?? 0);
  }

  /** "66.7%", with as many decimals whatever the style. */
  percentWith(percent: MaybeNumber, decimals: number): string {
    return isAvailable(percent) ? strings.numbers.percent(this.number(percent, decimals)) : notAvailable;
  }

  /** A confidence level as a percent: 0.95 is "95%", 0.975 is "97.5%". */
  confidence(level: number): string {
    return strings.numbers.percent(this._marked(String(Number((level * 100).toFixed(4)))));
  }

  /**
   * A number somebody else published, with at least `decimals` decimals and all it came with: -25 is "−25.0" beside
   * -1.98, which stays "−1.98".
   */
  published(value: MaybeNumber, decimals: number): string {
    return this.number(value, Math.max(decimals, ownDecimals(value)));
  }

  /** A published p value: its own digits, the style's zero and point. */
  publishedP(p: MaybeNumber): string {
    return isAvailable(p) ? this._probability(p.toFixed(Math.max(2, ownDecimals(p)))) : notAvailable;
  }

  private _pDecimals(p: number): number {
    const { pDecimals, pKeptBelow } = this.style;
    const decimals = pDecimals.find(({ from }) => p >= from)?.decimals ?? 3;
    const isRoundedUp = pKeptBelow !== null && p < pKeptBelow && Number(p.toFixed(decimals)) >= pKeptBelow;
    return isRoundedUp ? decimals + 1 : decimals;
  }

  private _probability(digits: string): string {
    return this._marked(this.style.pLeadingZero ? digits : digits.replace(/^0\./, '.'));
  }

  /** Digits with the style's or else the locale's or else the language's decimal point and thousands. */
  private _marked(digits: string): string {
    const { decimalPoint, thousands } = this.style;
    const [whole = '', fraction] = digits.split('.');
    const locale = this._locale ?? strings.numbers.locale;
    if (decimalPoint === null && locale !== undefined) return localised(digits, fraction, locale);
    const grouped =
      thousands !== null && whole.length >= thousands.fromDigits
        ? whole.replace(/\B(?=(\d{3})+$)/g, thousands.separator)
        : whole;
    return fraction === undefined ? grouped : `${grouped}${decimalPoint ?? '.'}${fraction}`;
  }
}

/** Rounded already, so that every locale rounds alike. */
function localised(digits: string, fraction: string | undefined, locale: string): string {
  const decimals = fraction?.length ?? 0;
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, numberingSystem: 'latn' };
  return intlFormat(locale, options).format(Number(digits));
}

const intlFormats = new Map<string, Intl.NumberFormat>();

function intlFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options.maximumFractionDigits}`;
  const known = intlFormats.get(key) ?? new Intl.NumberFormat(locale, options);
  intlFormats.set(key, known);
  return known;
}

function knownLocale(locale: string | undefined): string | undefined {
  try {
    return locale === undefined ? undefined : Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}

function ownDecimals(value: MaybeNumber): number {
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
}

export const defaultNumbers = new NumberFormat();

/** Every digit of a number, with the decimal point of the language: "−0.5", "1e−12". */
export const asWritten = (value: number): string => {
  const point = strings.numbers.locale === undefined ? '.' : defaultNumbers.number(0.5, 1).replaceAll(/\d/g, '');
  return String(value).replaceAll('-', minusSign).replace('.', point);
};

/**
 * A count as a percentage of its total, for writing only: the report carries both counts, and nothing is estimated. NaN of
 * none, which is written as not available.
 */
export const percentOf = (count: number, total: number): number => (total === 0 ? NaN : (100 * count) / total);

/** As the plan of a report wants its numbers written. */
export function numbersOf({ plan }: { plan: { display?: Display } }): NumberFormat {
  const { style = 'default', locale } = plan.display ?? {};
  if (style === 'default' && locale === undefined) return defaultNumbers;
  return new NumberFormat(numberStyles[style], locale);
}

// In the default style, for what belongs to no report.
export const formatNumber = (value: MaybeNumber, decimals: number): string => defaultNumbers.number(value, decimals);
export const formatInterval = (lower: MaybeNumber, upper: MaybeNumber, decimals: number): string =>
  defaultNumbers.interval(lower, upper, decimals);
export const formatPValue = (p: MaybeNumber): string => defaultNumbers.pValue(p);
export const formatPStatement = (p: MaybeNumber): string => defaultNumbers.pStatement(p);
export const formatDf = (df: MaybeNumber): string => defaultNumbers.df(df);
export const formatPercent = (percent: MaybeNumber): string => defaultNumbers.percent(percent);
export const formatConfidence = (level: number): string => defaultNumbers.confidence(level);
export const formatPublished = (value: MaybeNumber, decimals: number): string =>
  defaultNumbers.published(value, decimals);

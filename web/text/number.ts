// SPDX-License-Identifier: MIT
/**
 * How numbers are written on screen and paper. The rules:
 * - a true minus sign (U+2212), never a negative zero;
 * - an interval is "low to high", so that a minus sign is not taken for a dash;
 * - p values have 3 decimals, below 0.001 "<0.001", and never read 0.000 or 1.000;
 * - a number that is not available is an em dash, and whoever writes it says why.
 */

export const minusSign = '\u2212';
export const notAvailable = '\u2014';

type MaybeNumber = number | null | undefined;

/** True for a number that can be written; null, undefined, NaN and infinities cannot. */
export function isAvailable(value: MaybeNumber): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function formatNumber(value: MaybeNumber, decimals: number): string {
  if (!isAvailable(value)) return notAvailable;
  const digits = Math.abs(value).toFixed(decimals);
  const isZero = !/[1-9]/.test(digits);
  return value < 0 && !isZero ? minusSign + digits : digits;
}

/** "−10.4 to 0.1" */
export function formatInterval(lower: MaybeNumber, upper: MaybeNumber, decimals: number): string {
  if (!isAvailable(lower) || !isAvailable(upper)) return notAvailable;
  return `${formatNumber(lower, decimals)} to ${formatNumber(upper, decimals)}`;
}

export function formatPValue(p: MaybeNumber): string {
  if (!isAvailable(p)) return notAvailable;
  if (p < 0.001) return '<0.001';
  if (p > 0.999) return '>0.999';
  return p.toFixed(3);
}

/** "p=0.032", "p<0.001": for a sentence. */
export function formatPStatement(p: MaybeNumber): string {
  const text = formatPValue(p);
  return /^[<>]/.test(text) ? `p${text}` : `p=${text}`;
}

/** Degrees of freedom: whole ones without decimals, others with one; null is the normal distribution. */
export function formatDf(df: MaybeNumber): string {
  if (df === null) return '\u221e';
  if (!isAvailable(df)) return notAvailable;
  return Number.isInteger(Number(df.toFixed(6))) ? df.toFixed(0) : df.toFixed(1);
}

/** "67%": whole percents, because the denominators are small; the counts stand beside them. */
export function formatPercent(percent: MaybeNumber): string {
  return isAvailable(percent) ? `${percent.toFixed(0)}%` : notAvailable;
}

/** A confidence level as a percent: 0.95 is "95%", 0.975 is "97.5%". */
export function formatConfidence(level: number): string {
  return `${Number((level * 100).toFixed(4))}%`;
}

/**
 * A number somebody else published, with at least `decimals` decimals and all it came with: -25 is "−25.0" beside
 * -1.98, which stays "−1.98".
 */
export function formatPublished(value: MaybeNumber, decimals: number): string {
  if (!isAvailable(value)) return notAvailable;
  const own = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return formatNumber(value, Math.max(decimals, own));
}

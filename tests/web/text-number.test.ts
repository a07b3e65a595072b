// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import {
  formatConfidence,
  formatDf,
  formatInterval,
  formatNumber,
  formatPercent,
  formatPStatement,
  formatPublished,
  formatPValue,
} from '../../web/text/number.js';
import { scoreDecimals } from '../../web/text/precision.js';

describe('numbers', () => {
  test('a negative number has a true minus sign', () => {
    expect(formatNumber(-13.46, 1)).toBe('\u221213.5');
  });

  test('what rounds to zero is not negative', () => {
    expect(formatNumber(-0.004, 2)).toBe('0.00');
    expect(formatNumber(-0, 1)).toBe('0.0');
  });

  test('what is not a number is a dash, never NaN or null', () => {
    for (const value of [null, undefined, NaN, Infinity]) expect(formatNumber(value, 1)).toBe('\u2014');
    expect(formatInterval(-1, null, 1)).toBe('\u2014');
    expect(formatPValue(NaN)).toBe('\u2014');
    expect(formatPercent(null)).toBe('\u2014');
  });

  test('an interval is written with "to"', () => {
    expect(formatInterval(-10.41, 0.14, 1)).toBe('\u221210.4 to 0.1');
  });

  test('degrees of freedom have one decimal unless whole; null is the normal distribution', () => {
    expect(formatDf(16)).toBe('16');
    expect(formatDf(16.000000001)).toBe('16');
    expect(formatDf(14.26)).toBe('14.3');
    expect(formatDf(null)).toBe('\u221e');
  });

  test('a confidence level has no needless digits', () => {
    expect(formatConfidence(0.95)).toBe('95%');
    expect(formatConfidence(0.975)).toBe('97.5%');
    expect(formatConfidence(0.999)).toBe('99.9%');
  });
});

describe('p values', () => {
  test('have three decimals', () => {
    expect(formatPValue(0.0314)).toBe('0.031');
    expect(formatPValue(0.4)).toBe('0.400');
  });

  test('never read 0.000 or 1.000', () => {
    expect(formatPValue(0.0009999)).toBe('<0.001');
    expect(formatPValue(0.99951)).toBe('>0.999');
  });

  test('read as a statement in a sentence', () => {
    expect(formatPStatement(0.04)).toBe('p=0.040');
    expect(formatPStatement(1e-9)).toBe('p<0.001');
  });
});

describe('published numbers', () => {
  test('keep the digits they were published with', () => {
    expect(formatPublished(-1.98, 1)).toBe('\u22121.98');
    expect(formatPublished(0.14, 1)).toBe('0.14');
  });

  test('have at least the decimals of the column', () => {
    expect(formatPublished(-25, 1)).toBe('\u221225.0');
    expect(formatPublished(-0.1, 2)).toBe('\u22120.10');
    expect(formatPublished(0.4, 2)).toBe('0.40');
  });
});

test('short scales have two decimals, sum scores one', () => {
  expect(scoreDecimals([0, 10])).toBe(2);
  expect(scoreDecimals([1, 7])).toBe(2);
  expect(scoreDecimals([9, 63])).toBe(1);
  expect(scoreDecimals(undefined)).toBe(1);
});

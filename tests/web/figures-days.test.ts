// SPDX-License-Identifier: MIT
/** Figures of diaries, which have many days. */
import { describe, expect, test } from 'vitest';
import { spacedTicks } from '../../web/figures/means.js';

const days = (count: number): [number, string][] =>
  Array.from({ length: count }, (_, day) => [day + 1, String(day + 1)]);

describe('labels of days below a figure', () => {
  test('are all there where they have room', () => {
    expect(spacedTicks(days(28), 860)).toEqual(days(28).map(([day]) => day));
  });

  test('stand clear of each other on a phone', () => {
    const pixels = 290;
    const kept = spacedTicks(days(28), pixels);
    expect(kept.length).toBeGreaterThan(8);
    expect(kept.length).toBeLessThan(28);
    const gaps = kept.slice(1).map((day, at) => ((day - kept[at]!) * pixels) / 27);
    // Two digits are 13 px wide.
    expect(Math.min(...gaps.slice(8))).toBeGreaterThan(13);
  });

  test('leave out only what is crowded', () => {
    const labels = [0, 1, 2, 7, 14, 28].map((day): [number, string] => [day, String(day)]);
    expect(spacedTicks(labels, 290)).toEqual([0, 2, 7, 14, 28]);
  });
});

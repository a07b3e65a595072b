// SPDX-License-Identifier: MIT
/** Words at the axes of the figures of means. */

export const plotWords = {
  day: 'Day',
  visit: 'Visit',
  change: (label: string, baseline: string) => `Change in ${label} from ${baseline}, points`,
  percentChange: (label: string, baseline: string) => `Change in ${label} from ${baseline}, percent`,
  value: (label: string) => `${label}, points`,
  lowerIsBetter: '\u2193 less fatigue',
  higherIsBetter: '\u2191 less fatigue',
  lowerIsBetterOther: '\u2193 better',
  higherIsBetterOther: '\u2191 better',
  caption: (level: string) => `Points: LS means. Bars: ${level} confidence intervals.`,
  description: (label: string, arms: string) =>
    `Line plot of the least-squares means of ${label} by visit for ${arms}, with confidence intervals; ` +
    'the same numbers are in the table that follows.',
};

// SPDX-License-Identifier: MIT
/** Words on what a choice in the analysis made the page pick: a visit, a baseline, the days of weekly means. */
import { plural } from './plural.js';

export const pickedWords = {
  atLastVisit: (visit: string) => `Reported at ${visit}, the last visit: choose another below.`,
  fromFirstVisit: (visit: string) => `Baseline is ${visit}, the first visit: choose another below.`,
  /** Before they are worked out; `days` as "1 to 7" or "0, 8 to 10", `n` of them. */
  weeks: {
    made: (numbers: string, n: number, days: string) =>
      `Weekly means are of ${n === 1 ? 'week' : 'weeks'} ${numbers} (days ${days}).`,
    none: (least: number) => `No week has the ${plural(least, 'day')} that a weekly mean needs.`,
    before: (days: string, n: number) =>
      n === 1 ? `Day ${days} is left out: before week 1.` : `Days ${days} are left out: before week 1.`,
    few: (days: string, n: number, least: number) =>
      n === 1
        ? `Day ${days} is left out: fewer than ${plural(least, 'day')} in its week.`
        : `Days ${days} are left out: fewer than ${plural(least, 'day')} in a week.`,
  },
};

// SPDX-License-Identifier: MIT
/** Words for what the numbers of visits count. */
import type { TimeUnit } from '../../contract/plan.js';

export interface TimeWords {
  one: string;
  many: string;
  /** Over a column, at an axis, at the start of a sentence. */
  title: string;
  titles: string;
  /** As a term of a model, where a straight line goes through them. */
  term: string;
  /** The same as a variable of a formula. */
  variable: string;
  /** What is counted, as a choice of its own. */
  counted: string;
}

const words = (one: string, title: string, rest: Partial<TimeWords> = {}): TimeWords => ({
  one,
  many: `${one}s`,
  title,
  titles: `${title}s`,
  term: one,
  variable: one,
  counted: `${one}s`,
  ...rest,
});

export const timeWords: Record<TimeUnit, TimeWords> = {
  day: words('day', 'Day'),
  week: words('week', 'Week'),
  month: words('month', 'Month'),
  visit: words('visit', 'Visit', { term: 'visit number', variable: 'visit_number', counted: 'visit numbers' }),
};

/** "1 week", "7 days". */
export const timeSpan = (n: string, unit: TimeUnit): string =>
  `${n} ${n === '1' ? timeWords[unit].one : timeWords[unit].many}`;

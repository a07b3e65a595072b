// SPDX-License-Identifier: MIT
import type { TimeUnit } from '../../../contract/plan.js';
import type { TimeWords } from '../time.js';

const words = (one: string, many: string, variable: string, rest: Partial<TimeWords> = {}): TimeWords => ({
  one,
  many,
  title: one,
  titles: many,
  term: one,
  // As the formulas of the scripts have it.
  variable,
  counted: many,
  ...rest,
});

export const timeWords: Record<TimeUnit, TimeWords> = {
  day: words('Tag', 'Tage', 'day'),
  week: words('Woche', 'Wochen', 'week'),
  month: words('Monat', 'Monate', 'month'),
  visit: words('Visite', 'Visiten', 'visit_number', { term: 'Visitennummer', counted: 'Visitennummern' }),
};

/** After "von", "aus", "mit" or "an": "Tagen". */
export const dative: Record<TimeUnit, string> = {
  day: 'Tagen',
  week: 'Wochen',
  month: 'Monaten',
  visit: 'Visiten',
};

/** "1 Woche", "7 Tage" */
export const timeSpan = (n: string, unit: TimeUnit): string =>
  `${n} ${n === '1' ? timeWords[unit].one : timeWords[unit].many}`;

/** "pro Tag" */
export const per = (unit: TimeUnit): string => `pro ${timeWords[unit].one}`;

/** "welche", "welcher": day and month are masculine. */
export const isMasculine = (unit: TimeUnit): boolean => unit === 'day' || unit === 'month';

// SPDX-License-Identifier: MIT
/** A made-up questionnaire for tests. It measures nothing. */
import type { InstrumentDefinition } from '../../web/contract/instrument.js';

/** Six items of 1 to 5, one reversed, scored 0 to 100 (sum times 4.1666... would round; so mean times 25 minus 25). */
export const tiredness: InstrumentDefinition = {
  name: 'TIRED',
  title: 'Made-up fatigue scale',
  version: '6 items',
  direction: 'higher_is_better',
  items: { count: 6, lowest: 1, highest: 5, reversed: [2] },
  scorings: [
    { name: 'mean', combine: 'mean' },
    { name: 'sum', combine: 'sum' },
  ],
  scales: [
    { name: 'all', label: 'TIRED total', transform: { multiply: 25, add: -25 }, subscales: ['body', 'mind'] },
    { name: 'body', label: 'TIRED body', items: [1, 2, 3] },
    { name: 'mind', label: 'TIRED mind', items: [4, 5, 6] },
  ],
  missingItems: { default: { atLeast: 4 }, source: 'made up' },
  bands: [
    { scale: 'all', label: 'mild', from: 60, source: 'made up' },
    { scale: 'all', label: 'severe', above: 30, source: 'made up' },
    { scale: 'all', scoring: 'sum', label: 'poor', from: 15, source: 'made up' },
  ],
  changes: [
    { scale: 'all', kind: 'mcid', value: 8, population: 'nobody', source: 'made up' },
    { scale: 'all', scoring: 'sum', kind: 'mcid', value: 2, range: [1, 3], population: 'nobody', source: 'made up' },
    { scale: 'all', kind: 'icc', value: 0.8, population: 'nobody', source: 'made up' },
  ],
  source: ['made up'],
  licence: 'none',
};

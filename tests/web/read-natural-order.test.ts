// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { naturalOrder } from '../../web/read/natural-order.js';

test.each([
  [['ketamine 0.25 mg/kg', 'ketamine 0.5 mg/kg', 'ketamine 1 mg/kg', 'midazolam']],
  [['arm 2', 'arm 10', 'arm 10 b']],
  [['0,5 mg', '0,75 mg', '10 mg']],
  [['1', '2', '10']],
  [['active', 'Placebo']],
  [['dose', 'dose 1']],
])('lists %j in this order', (names) => {
  expect([...names].reverse().sort(naturalOrder)).toEqual(names);
});

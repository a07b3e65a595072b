// SPDX-License-Identifier: MIT
/** A diary of a million rows, and what a model of slopes estimates from it. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const people = 200_000;
const days = [1, 2, 3, 4, 5];
export const largeRows = people * days.length;

/** Numbers 0 to 1 that look random and never change. */
function sequence(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Least squares over the days. */
function slopeOf(values: readonly number[]): number {
  const middle = days.reduce((sum, day) => sum + day, 0) / days.length;
  const squares = days.reduce((sum, day) => sum + (day - middle) ** 2, 0);
  return values.reduce((sum, value, k) => sum + (days[k]! - middle) * value, 0) / squares;
}

/**
 * Writes ratings of 0 to 10 of two arms, half of the people each, all days complete. Returns the difference of the arms'
 * mean slopes, active minus placebo: with complete days, a model of random intercepts and slopes estimates just that.
 */
export async function writeLargeDiary(file: string): Promise<number> {
  const random = sequence();
  const out = createWriteStream(file);
  const sums = { placebo: 0, active: 0 };
  let text = 'id,arm,day,dfs\n';
  for (let person = 0; person < people; person++) {
    const arm = person % 2 ? 'active' : 'placebo';
    const start = 4 + 5 * random();
    const fall = 0.3 * random() + (arm === 'active' ? 0.4 : 0.1);
    const values = days.map((day) => Math.min(10, Math.max(0, Math.round(start - fall * day + 2 * random() - 1))));
    sums[arm] += slopeOf(values);
    values.forEach((value, k) => (text += `P${100_000 + person},${arm},${days[k]!},${value}\n`));
    if (text.length < 1e6) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
  return (sums.active - sums.placebo) / (people / 2);
}

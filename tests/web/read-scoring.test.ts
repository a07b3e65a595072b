// SPDX-License-Identifier: MIT
/** The scoring of finished scores is that of most values; what it cannot give is called out of range. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../web/contract/engine.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { checkFiles } from '../../web/engine/files.js';
import { propose } from '../../web/read/index.js';
import { codes, message, read } from './read-support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadBuiltInEngine();
});

/** Ten participants at two visits with FSS means; `changed` stands in the places of some. */
function trial(changed: Readonly<Record<number, string>>) {
  const rows = Array.from({ length: 20 }, (_, row) => {
    const person = Math.floor(row / 2);
    const score = changed[row] ?? (3 + ((row * 7) % 35) / 10).toFixed(1);
    return `P${person},${person % 2 ? 'active' : 'placebo'},${row % 2 ? 'Week 4' : 'Baseline'},${score}`;
  });
  return read('fss.csv', `id,arm,visit,FSS\n${rows.join('\n')}\n`);
}

describe('one mistyped score among means', () => {
  test('leaves the scoring that of the others, and says so', () => {
    const proposal = propose([trial({ 7: '47' })]);
    expect(proposal.plan.instruments[0]?.scoring).toBe('mean');
    expect(message(proposal, 'fss_mean')).toBe(
      'fss.csv: the FSS score is taken as the mean of the items (1 to 7), since of 20 values only 1 is above 7 and the sum is at least 9',
    );
  });

  test.each(['47', '0.5'])('%s alone is out of range, with its place', (value) => {
    const data = trial({ 7: value });
    const { problems } = checkFiles(engine, propose([data]).plan, [data]);
    expect(problems.map(({ problem }) => [problem.code, problem.detail])).toEqual([
      ['score_out_of_range', expect.objectContaining({ file: 'fss.csv', row: 9, column: 'FSS', value })],
    ]);
  });
});

test('one low score among sums leaves these', () => {
  const sums = Object.fromEntries(Array.from({ length: 20 }, (_, row) => [row, String(30 + row)]));
  const { plan, notes } = propose([trial({ ...sums, 3: '4.1' })]);
  expect(plan.instruments[0]).not.toHaveProperty('scoring');
  expect(codes({ notes })).not.toContain('scoring_mixed');
});

test('without a clear majority it is asked', () => {
  const half = Object.fromEntries(Array.from({ length: 8 }, (_, row) => [row, '40']));
  const proposal = propose([trial(half)]);
  expect(proposal.plan.instruments[0]).not.toHaveProperty('scoring');
  expect(message(proposal, 'scoring_mixed')).toContain('12 of 20 values of the FSS score are below 9');
});

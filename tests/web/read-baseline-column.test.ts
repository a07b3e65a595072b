// SPDX-License-Identifier: MIT
/** One row per visit after the baseline, which stands in a column of its own. */
import { describe, expect, test } from 'vitest';
import { prepareTables, propose } from '../../web/read/index.js';
import { cells, codes, message, read } from './read-support.js';

/** `score`: of a participant at a visit. */
function layout(header: string, visits: readonly string[], score = (id: number, at: number): number => 30 + id - at) {
  const rows = [1, 2, 3, 4].flatMap((id) =>
    visits.map((visit, at) => `P${id},${id % 2 ? 'Drug' : 'Placebo'},${visit},${score(id, at)},${40 + id}`),
  );
  return read('f.csv', [`id,arm,visit,${header}`, ...rows].join('\n'));
}
const modelOf = (file: ReturnType<typeof layout>) => propose([file]).plan.outcomes[0]?.model;

describe('a column with the baseline beside rows of later visits', () => {
  test.each(['fss_baseline', 'fss_bl', 'baseline_fss', 'FSS base', 'fss_pre'])('%s is the baseline', (name) => {
    const file = layout(`fss,${name}`, ['Week 4', 'Week 8']);
    const { plan, notes } = propose([file]);
    expect(plan.outcomes[0]?.model).toMatchObject({ response: 'change', baseline: { kind: 'column', column: name } });
    expect(message({ notes }, 'baseline_column')).toContain(`taken from ${name}`);
    expect(codes({ notes })).not.toContain('columns_left_out');
    expect(cells(prepareTables(plan, [file])[0]!, name)).toEqual([41, 41, 42, 42, 43, 43, 44, 44]);
  });

  test('where visit 1 has other values than it', () => {
    expect(modelOf(layout('fss,fss_baseline', ['1', '2']))).toMatchObject({ baseline: { kind: 'column' } });
  });
});

describe('is no such baseline', () => {
  test('where there is a visit called baseline', () => {
    const { plan, notes } = propose([layout('fss,fss_baseline', ['Baseline', 'Week 4'])]);
    expect(plan.outcomes[0]?.model).toMatchObject({ baselineVisit: 'Baseline' });
    expect(message({ notes }, 'columns_left_out')).toContain('fss_baseline is of one visit and left out');
  });

  test('where visit 1 has the same values as it', () => {
    const file = layout('fss,fss_baseline', ['1', '2'], (id, at) => 40 + id - at);
    expect(modelOf(file)).toMatchObject({ baselineVisit: '1' });
  });

  test('where it differs between the rows of a participant', () => {
    const file = read(
      'f.csv',
      'id,arm,visit,fss,fss_bl\n1,a,Week 4,30,40\n1,a,Week 8,31,41\n2,b,Week 4,30,40\n2,b,Week 8,31,40\n',
    );
    expect(modelOf(file)).toMatchObject({ response: 'value' });
  });

  test('where it is on another scale, as a mean beside sums', () => {
    const file = read(
      'f.csv',
      'id,arm,visit,fss,fss_bl\n1,a,Week 4,30,4.5\n1,a,Week 8,31,4.5\n2,b,Week 4,30,5\n2,b,Week 8,31,5\n',
    );
    expect(modelOf(file)).toMatchObject({ response: 'value' });
  });
});

// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import type { Plan, PlanOutcome } from '../../web/contract/plan.js';
import { propose } from '../../web/read/index.js';
import { visitMeaning } from '../../web/read/visit-meaning.js';
import { codes, message, read } from './read-support.js';

/** Six participants in two arms with a score at each visit, the rows in the order of the visits given. */
function trial(visits: readonly string[], orderOf: (person: number) => readonly string[] = () => visits) {
  const rows = Array.from({ length: 6 }, (_, p) =>
    orderOf(p).map((visit) => `p${p},${p % 2 === 0 ? 'drug' : 'placebo'},${visit},${30 + p + visits.indexOf(visit)}`),
  );
  return propose([read('fss.csv', `id,arm,visit,fss_total\n${rows.flat().join('\n')}\n`)]);
}

const baselineIn = ({ outcomes: [outcome] }: Plan): string | undefined => outcome?.model.baselineVisit;
const effectIn = ({ outcomes: [outcome] }: Plan): PlanOutcome['effect'] | undefined => outcome?.effect;

describe('the baseline and the last visit', () => {
  test.each([
    [['Baseline', 'post', 'follow-up'], 'Baseline', 'follow-up'],
    [['Follow-up', 'Baseline', 'Post'], 'Baseline', 'Follow-up'],
    [['prä', 'post', 'Katamnese'], 'prä', 'Katamnese'],
    [['T0', 'T1', 'T2'], 'T0', 'T2'],
    [['T2', 'T0', 'T1'], 'T0', 'T2'],
    [['Follow-up', 'T1', 'T0'], 'T0', 'Follow-up'],
    [['V1 Screening', 'V2 Baseline', 'V3 Week 4', 'V4 End of treatment'], 'V2 Baseline', 'V4 End of treatment'],
    [['Screening (V1)', 'Baseline (V2)', 'Week 4 (V3)'], 'Baseline (V2)', 'Week 4 (V3)'],
    [['Screening', 'Randomisation', 'Week 4', 'Week 8'], 'Randomisation', 'Week 8'],
    [['Inclusion', 'Week 4', 'Week 8'], 'Inclusion', 'Week 8'],
    [['Week 8', 'Aufnahme', 'Week 4'], 'Aufnahme', 'Week 8'],
    [['Baseline', '4 weeks after baseline', '8 weeks after baseline'], 'Baseline', '8 weeks after baseline'],
    [['Vor Infusion', 'Nach Infusion', 'Nachuntersuchung'], 'Vor Infusion', 'Nachuntersuchung'],
    [['before', 'after', 'baseline'], 'baseline', 'after'],
    [['FU2', 'FU1', 'Baseline', 'EOT'], 'Baseline', 'FU2'],
    [['Baseline', 'Week 4', 'FU 6 months', 'FU 3 months'], 'Baseline', 'FU 6 months'],
    [['Visit 1', 'Visit 2', 'Visit 3'], 'Visit 1', 'Visit 3'],
  ])('of %j are %s and %s', (visits, baseline, last) => {
    const { plan } = trial(visits);
    expect(baselineIn(plan)).toBe(baseline);
    expect(effectIn(plan)).toMatchObject({ kind: 'visit_difference', visit: last });
  });

  test('before treatment but not the baseline is not analysed', () => {
    const { plan, notes } = trial(['Screening', 'Baseline (V2)', 'Week 4', 'Week 8']);
    expect(plan.outcomes[0]?.model.visits).toEqual(['Week 4', 'Week 8']);
    expect(message({ notes }, 'several_baselines')).toContain('before treatment too, and not analysed: Screening');
  });
});

describe('an order that the labels leave open', () => {
  const visits = ['Baseline', 'End of treatment', 'Month 6'];

  test('is that of the rows, and told', () => {
    const { plan, notes } = trial(visits);
    expect(plan.files[0]?.visitOrder).toEqual(visits);
    expect(effectIn(plan)).toEqual({ kind: 'visit_difference', visit: 'Month 6', proposed: true });
    expect(message({ notes }, 'visit_order_of_rows')).toContain('"Baseline", "End of treatment" and "Month 6"');
  });

  test('is asked for where the rows contradict the labels: nothing is analysed', () => {
    const { plan, notes } = trial(visits, () => [...visits].reverse());
    expect(plan.outcomes).toEqual([]);
    expect(plan.files[0]?.visitOrder).toBeUndefined();
    expect(message({ notes }, 'choose_visit_order')).toContain('FSS is not analysed until then');
  });

  test('is asked for where the rows differ between participants', () => {
    const labels = ['spring', 'summer', 'autumn'];
    const { plan, notes } = trial(labels, (person) => (person < 3 ? labels : ['summer', 'autumn', 'spring']));
    expect(plan.outcomes).toEqual([]);
    expect(codes({ notes })).toContain('choose_visit_order');
  });

  test('is asked for where only the rows tell it and no visit is a baseline', () => {
    expect(trial(['spring', 'summer', 'autumn']).plan.outcomes).toEqual([]);
  });

  test('does not matter where one visit follows the baseline', () => {
    const { plan } = trial(['spring', 'Baseline']);
    expect(baselineIn(plan)).toBe('Baseline');
    expect(effectIn(plan)).toEqual({ kind: 'visit_difference', visit: 'spring' });
  });
});

test('spellings of one visit are one visit', () => {
  const spelling = (person: number): string[] => [
    'Baseline',
    person === 1 ? 'week4' : person === 3 ? 'WEEK 4' : 'Week 4',
  ];
  const { plan, notes } = trial(['Baseline', 'Week 4', 'week4', 'WEEK 4'], spelling);
  expect(plan.files[0]?.sameVisits).toEqual({ week4: 'Week 4', 'WEEK 4': 'Week 4' });
  expect(effectIn(plan)).toEqual({ kind: 'visit_difference', visit: 'Week 4' });
  expect(message({ notes }, 'same_visits')).toContain('"week4" as "Week 4"');
});

test.each([
  ['Week 12 (end of treatment)', 'treatment', 84],
  ['D-7', 'screening', -7],
  ['Day -7', 'screening', -7],
  ['Week-4', 'treatment', 28],
  ['6 mois', 'treatment', 182.625],
  ['Ende', 'end', null],
  ['Enddarm', null, null],
  ['Discharge', 'end', null],
  ['Unscheduled 3', 'unplanned', null],
  ['Preference', null, null],
  ['V0', 'baseline', null],
])('%s is %s at %s days', (label, phase, days) => {
  expect(visitMeaning(label)).toMatchObject({ phase, days });
});

test('days of a run-in are no part of a slope', () => {
  const days = Array.from({ length: 12 }, (_, i) => i - 4);
  const rows = Array.from({ length: 6 }, (_, p) => days.map((day) => `p${p},${day},${4 + ((p + day) % 3)}`));
  const { plan, notes } = propose([read('diary.csv', `id,day,dfs\n${rows.flat().join('\n')}\n`)]);
  expect(plan.outcomes[0]?.model).toMatchObject({ kind: 'random_effects', visits: days.slice(4).map(String) });
  expect(plan.outcomes[0]?.effect).toEqual({ kind: 'slope_difference', window: 7 });
  expect(message({ notes }, 'run_in_days')).toContain('days before it (4, from -4)');
});

test.each([
  [
    ['FSS prä', 'FSS post', 'FSS Follow-up'],
    ['baseline', 'post', 'follow_up'],
  ],
  [
    ['Follow-up FSS', 'pre FSS', 'post FSS'],
    ['baseline', 'post', 'follow_up'],
  ],
  [
    ['fss_vor', 'fss_nach', 'fss_fu_3m', 'fss_fu_6m'],
    ['baseline', 'nach', 'fu_3m', 'fu_6m'],
  ],
  [
    ['fss_bl', 'fss_w4', 'fss_w8'],
    ['0', '4', '8'],
  ],
])('the columns %j of a wide file are visits', (columns, visits) => {
  const rows = Array.from(
    { length: 4 },
    (_, p) => `p${p},${p % 2 === 0 ? 'a' : 'b'},${columns.map((_c, c) => 30 + p + c).join(',')}`,
  );
  const { plan } = propose([read('w.csv', `id,arm,${columns.join(',')}\n${rows.join('\n')}\n`)]);
  expect(plan.files[0]?.wide).toHaveLength(columns.length);
  expect(new Set(plan.files[0]?.wide?.map(({ variable }) => variable)).size).toBe(1);
  expect(baselineIn(plan)).toBe(visits[0]);
  expect(effectIn(plan)).toEqual({ kind: 'visit_difference', visit: visits.at(-1), proposed: true });
});

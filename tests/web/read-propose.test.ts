// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import { describeDetection, parsePlan, prepareTables, propose, proposePlan } from '../../web/read/index.js';
import { codes, message, read } from './read-support.js';

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** A CSV of these columns with the cell made by `cell` for each participant and visit. */
function longFile(
  name: string,
  visits: readonly (number | string)[],
  columns: readonly string[],
  visitName = 'day',
): ReturnType<typeof read> {
  const rows = ['01', '02', '03'].flatMap((id, p) =>
    visits.map((visit, v) => [id, visit, ...columns.map((_, c) => (p + v + c) % 4)].join(',')),
  );
  return read(name, [['id', visitName, ...columns].join(','), ...rows].join('\n'));
}

const participants = read('participants.csv', 'id,arm,age\n01,ketamine,40\n02,midazolam,50\n03,ketamine,45\n');
const fssItems = range(1, 9).map((i) => `fss${i}`);
const mfisItems = range(1, 21).map((i) => `MFIS_${String(i).padStart(2, '0')}`);

describe('the pilot: participants, diary, questionnaires, adverse events', () => {
  const files = [
    participants,
    longFile('diary.csv', range(0, 7), ['dfs']),
    longFile('questionnaires.csv', [0, 7, 14, 21, 28], [...mfisItems, ...fssItems]),
    read('adverse-events.csv', 'id,event,severity\n01,dizziness,mild\n01,numbness,mild\n02,euphoria,mild\n'),
  ];
  const { plan, notes } = propose(files);

  test('roles and columns are recognised', () => {
    expect(plan.files).toMatchObject([
      { name: 'participants.csv', role: 'participants', id: 'id', arm: 'arm' },
      { name: 'diary.csv', role: 'records', id: 'id', visit: 'day' },
      { name: 'questionnaires.csv', role: 'records', id: 'id', visit: 'day' },
      { name: 'adverse-events.csv', role: 'events', id: 'id', event: 'event' },
    ]);
    expect(plan.files[1]?.reading).toEqual({ encoding: 'utf-8', delimiter: ',' });
    expect(codes({ notes })).toEqual(['diary_slope', 'effect_visit', 'effect_visit']);
  });

  test('instruments have their items in item order', () => {
    expect(plan.instruments).toEqual([
      { id: 'dfs', instrument: 'DFS', file: 'diary.csv', items: ['dfs'] },
      { id: 'fss', instrument: 'FSS', file: 'questionnaires.csv', items: fssItems },
      { id: 'mfis', instrument: 'MFIS', file: 'questionnaires.csv', items: mfisItems },
    ]);
  });

  test('the reference arm is the control and comes first', () => {
    expect(plan.arms).toEqual({ order: ['midazolam', 'ketamine'] });
  });

  test('the outcomes are the defaults of a fatigue trial', () => {
    const mmrm = {
      kind: 'mmrm',
      response: 'change',
      baselineVisit: '0',
      covariance: 'us',
      fallback: ['toeph', 'ar1h', 'csh', 'ar1', 'cs'],
    };
    expect(plan.outcomes).toMatchObject([
      {
        id: 'dfs',
        role: 'primary',
        score: 'dfs.total',
        model: { kind: 'random_effects', response: 'value', random: 'intercept_slope' },
        effect: { kind: 'slope_difference', window: 7 },
      },
      {
        id: 'fss',
        role: 'secondary',
        score: 'fss.total',
        model: mmrm,
        effect: { kind: 'visit_difference', visit: '28' },
      },
      {
        id: 'mfis',
        role: 'secondary',
        score: 'mfis.total',
        model: mmrm,
        effect: { kind: 'visit_difference', visit: '28' },
      },
    ]);
    expect(plan.inference).toEqual({ confidence: 0.95, method: 'REML', df: 'kenward_roger' });
  });

  test('the plan is one that would be accepted when read back', () => {
    expect(parsePlan(JSON.stringify(plan))).toEqual(plan);
    expect(prepareTables(plan, files).map(({ name }) => name)).toEqual(plan.files.map(({ name }) => name));
  });

  test('every column is described with its part and the reason', () => {
    const described = describeDetection(files[2] ?? participants, plan);
    expect(described[0]).toEqual({ name: 'id', type: 'factor', role: 'id', meaning: '', reason: 'by its name' });
    expect(described.find(({ name }) => name === 'MFIS_03')).toEqual({
      name: 'MFIS_03',
      type: 'number',
      role: 'item',
      meaning: 'item 3 of MFIS',
      reason: 'by its name',
    });
    expect(describeDetection(participants, plan)[2]).toMatchObject({ name: 'age', role: 'other' });
    const asked = {
      ...plan,
      files: plan.files.map((each) => (each.name === participants.name ? { ...each, guess: 'age' } : each)),
    };
    expect(describeDetection(participants, asked)[2]).toMatchObject({ role: 'guess', reason: 'chosen in the plan' });
  });
});

describe('names of columns', () => {
  test.each<[string, (i: number) => string]>([
    ['fss1', (i) => `fss${i}`],
    ['FSS_01', (i) => `FSS_0${i}`],
    ['fss_item_3', (i) => `fss_item_${i}`],
    ['FSS 1', (i) => `FSS ${i}`],
    ['FSS.1', (i) => `FSS.${i}`],
    ['fss_q1', (i) => `fss_q${i}`],
    ['FSSitem01', (i) => `FSSitem0${i}`],
  ])('items like %s are recognised', (_, spelling) => {
    const items = range(1, 9).map(spelling);
    const plan = proposePlan([longFile('q.csv', [0, 7], [...items].reverse())]);
    expect(plan.instruments).toEqual([{ id: 'fss', instrument: 'FSS', file: 'q.csv', items }]);
  });

  test('q1 to q9 are not guessed', () => {
    const { plan, notes } = propose([
      longFile(
        'q.csv',
        [0, 7],
        range(1, 9).map((i) => `q${i}`),
      ),
    ]);
    expect(plan.instruments).toEqual([]);
    expect(plan.files).toEqual([{ name: 'q.csv', role: 'ignored' }]);
    expect(message({ notes }, 'role_unknown')).toContain('q.csv: choose what it holds');
    expect(codes({ notes })).toContain('no_instrument');
  });

  test.each(['dfs', 'DFS', 'dfs_score', 'daily_fatigue', 'Daily Fatigue Severity', 'fatigue_dfs'])(
    '%s is the diary item',
    (name) => {
      expect(proposePlan([longFile('d.csv', [0, 1, 2, 3], [name])]).instruments[0]).toMatchObject({
        id: 'dfs',
        items: [name],
      });
    },
  );

  test.each<[string, string, string]>([
    ['fss_total', 'FSS', 'total'],
    ['FSS', 'FSS', 'total'],
    ['fss_sum', 'FSS', 'total'],
    ['mfis_score', 'MFIS', 'total'],
    ['mfis_phys', 'MFIS', 'physical'],
    ['MFIS cognitive', 'MFIS', 'cognitive'],
    ['mfis_psysoc', 'MFIS', 'psychosocial'],
  ])('%s is a finished score', (name, instrument, scale) => {
    expect(proposePlan([longFile('s.csv', [0, 7], [name])]).instruments[0]).toMatchObject({
      instrument,
      scores: { [scale]: name },
    });
  });

  test('items win over a total, which is noted', () => {
    const { plan, notes } = propose([longFile('q.csv', [0, 7], [...fssItems, 'fss_total'])]);
    expect(plan.instruments[0]).not.toHaveProperty('scores');
    expect(message({ notes }, 'columns_left_out')).toBe(
      'q.csv: fss_total not used, since FSS is scored from its items',
    );
  });

  test('a missing item is named', () => {
    const { plan, notes } = propose([
      longFile(
        'q.csv',
        [0, 7],
        fssItems.filter((name) => name !== 'fss6'),
      ),
    ]);
    expect(plan.instruments).toEqual([]);
    expect(message({ notes }, 'items_incomplete')).toBe(
      'q.csv: FSS has 9 items, and no column was found for item 6; it is not scored',
    );
  });

  test('an FSS score up to 7 is taken as a mean, with a note', () => {
    const { plan, notes } = propose([read('s.csv', 'id,day,fss\n1,0,5.4\n1,7,4.9\n2,0,7\n2,7,6\n')]);
    expect(plan.instruments[0]).toMatchObject({ scoring: 'mean' });
    expect(codes({ notes })).toContain('fss_mean');
    expect(proposePlan([read('s.csv', 'id,day,fss\n1,0,45\n1,7,9\n')]).instruments[0]).not.toHaveProperty('scoring');
  });

  test.each(['USUBJID', 'Subject ID', 'patient', 'participant_id', 'SUBJID'])(
    '%s identifies the participant',
    (name) => {
      expect(proposePlan([read('p.csv', `${name},ARM\na,PBO\nb,TRT\n`)]).files[0]).toMatchObject({
        role: 'participants',
        id: name,
        arm: 'ARM',
      });
    },
  );

  test.each(['TRT01P', 'Treatment', 'group', 'randomised_to', 'ARMCD', 'allocation', 'arm_alloc'])(
    '%s is the arm',
    (name) => {
      expect(proposePlan([read('p.csv', `id,${name}\na,PBO\nb,TRT\n`)]).files[0]).toMatchObject({ arm: name });
    },
  );

  test.each(['visit', 'AVISIT', 'study_day', 'week', 'VISITNUM', 'timepoint'])('%s is the visit', (name) => {
    expect(proposePlan([longFile('r.csv', [0, 4], ['mfis_total'], name)]).files[0]).toMatchObject({ visit: name });
  });

  test.each(['event', 'AETERM', 'AEDECOD', 'adverse_event', 'side effect'])('%s is the event', (name) => {
    expect(proposePlan([read('ae.csv', `id,${name}\na,nausea\na,pain\n`)]).files[0]).toMatchObject({
      role: 'events',
      event: name,
    });
  });
});

describe('roles by content', () => {
  test('identifiers of another file identify, and it is noted', () => {
    const { plan, notes } = propose([participants, read('diary.csv', 'who,day,dfs\n01,0,5\n02,0,4\n03,0,3\n')]);
    expect(plan.files[1]).toMatchObject({ role: 'records', id: 'who' });
    expect(message({ notes }, 'chosen_by_content')).toContain('diary.csv: who is taken as the participant identifier');
  });

  test('a column with a control arm in it is the arm, and it is noted', () => {
    const { plan, notes } = propose([read('p.csv', 'id,sex,cohort\na,f,placebo\nb,m,active\nc,m,active\n')]);
    expect(plan.files[0]).toMatchObject({ role: 'participants', arm: 'cohort' });
    expect(codes({ notes })).toContain('chosen_by_content');
  });

  test('what cannot be told is left for the user with the columns to choose from', () => {
    const { plan, notes } = propose([read('p.csv', 'id,sex\na,f\nb,m\n'), read('d.csv', 'nr,dfs\n1,5\n2,6\n')]);
    expect(plan.files[0]).not.toHaveProperty('arm');
    expect(message({ notes }, 'choose_arm')).toBe('p.csv: choose the column with the arm; its columns are id and sex');
    expect(message({ notes }, 'choose_id')).toBe(
      'd.csv: choose the column that identifies the participant; its columns are nr and dfs',
    );
    expect(codes({ notes })).toContain('choose_visit');
  });

  test('one long file may hold the arm too', () => {
    const { plan } = propose([
      read('all.csv', 'id,arm,day,mfis_total\n1,placebo,0,40\n1,placebo,28,30\n2,drug,0,41\n2,drug,28,20\n'),
    ]);
    expect(plan.files).toMatchObject([{ role: 'records', id: 'id', arm: 'arm', visit: 'day' }]);
    expect(plan.arms?.order).toEqual(['placebo', 'drug']);
    expect(plan.outcomes[0]).toMatchObject({ id: 'mfis', role: 'primary', effect: { visit: '28' } });
  });

  test('a file that could not be read is ignored and harms nothing', () => {
    const plan = proposePlan([participants, read('empty.csv', '')]);
    expect(plan.files[1]).toEqual({ name: 'empty.csv', role: 'ignored' });
    expect(proposePlan([])).toMatchObject({ files: [], instruments: [], outcomes: [] });
  });

  test('without a control by name the alphabetically first arm is the reference, with a note', () => {
    const { plan, notes } = propose([read('p.csv', 'id,arm\na,B\nb,A\n')]);
    expect(plan.arms?.order).toEqual(['A', 'B']);
    expect(message({ notes }, 'reference_arm')).toContain('A is taken as the reference arm');
    expect(proposePlan([read('p.csv', 'id,arm\na,1\nb,0\n')]).arms?.order).toEqual(['0', '1']);
  });
});

describe('visits', () => {
  const outcomeOf = (plan: Plan): unknown => plan.outcomes[0];

  test('labels find their baseline and their last visit', () => {
    const plan = proposePlan([longFile('r.csv', ['Baseline', 'Week 1', 'Week 4', 'Week 8'], ['mfis_total'], 'AVISIT')]);
    expect(outcomeOf(plan)).toMatchObject({
      model: { response: 'change', baselineVisit: 'Baseline' },
      effect: { visit: 'Week 8' },
    });
  });

  test.each([
    [['Baseline', 'Week 12', 'Week 6'], 'Week 12'],
    [['Visit 10', 'Visit 2', 'baseline'], 'Visit 10'],
    [['before', 'after', 'baseline'], 'after'],
  ])('labels %j end with %s', (labels, last) => {
    const plan = proposePlan([longFile('r.csv', labels, ['mfis_total'], 'visit')]);
    expect(outcomeOf(plan)).toMatchObject({ model: { response: 'change' }, effect: { visit: last } });
  });

  test.each(['fss_total', 'mfis_total'])('the effect of %s is at the last visit, and it is said', (column) => {
    const { plan, notes } = propose([longFile('r.csv', [0, 28, 7, 84], [column])]);
    expect(outcomeOf(plan)).toMatchObject({ effect: { visit: '84' } });
    expect(message({ notes }, 'effect_visit')).toContain('at its last visit, "84"');
  });

  test('without a baseline the value is analysed, with a note', () => {
    const { plan, notes } = propose([longFile('r.csv', [7, 28], ['mfis_total'])]);
    expect(outcomeOf(plan)).toMatchObject({ model: { response: 'value' } });
    expect(codes({ notes })).toContain('no_baseline');
  });

  test('visit number 1 is the baseline, with a note', () => {
    const { plan, notes } = propose([longFile('r.csv', [1, 2, 3], ['mfis_total'], 'visitnum')]);
    expect(outcomeOf(plan)).toMatchObject({
      model: { response: 'change', baselineVisit: '1' },
      effect: { visit: '3' },
    });
    expect(codes({ notes })).toContain('baseline_visit');
  });

  test('a visit without any value of the instrument is none of its visits', () => {
    const file = read('r.csv', 'id,day,fss,mfis\n1,0,40,50\n1,7,41,\n1,28,,44\n2,0,40,50\n2,7,30,NA\n2,28,,40\n');
    expect(proposePlan([file]).outcomes).toMatchObject([{ effect: { visit: '7' } }, { effect: { visit: '28' } }]);
  });

  test('a diary of fewer than four days is compared at its last day', () => {
    expect(outcomeOf(proposePlan([longFile('d.csv', [0, 3, 7], ['dfs'])]))).toMatchObject({
      model: { kind: 'mmrm' },
      effect: { kind: 'visit_difference', visit: '7' },
    });
  });
});

describe('wide files', () => {
  const header = (columns: readonly string[]): ReturnType<typeof read> =>
    read(
      'wide.csv',
      [
        ['id', 'arm', ...columns].join(','),
        ...['a,placebo', 'b,drug', 'c,drug'].map((start, p) => [start, ...columns.map((_, c) => 10 + p + c)].join(',')),
      ].join('\n'),
    );
  const visitsOf = (plan: Plan): string[] =>
    (plan.files[0]?.wide ?? []).map(({ variable, visit }) => `${variable}@${visit}`);

  test.each<[string, string[]]>([
    ['_d0 and _d28', ['mfis_total_d0', 'mfis_total_d28']],
    ['_day0', ['MFIS_day0', 'MFIS_day28']],
    ['.0 and .28', ['mfis.0', 'mfis.28']],
    ['_bl', ['mfis_bl', 'mfis_d28']],
    ['_baseline', ['mfis_total_baseline', 'mfis_total_day28']],
    ['a prefix', ['baseline_mfis', 'd28_mfis']],
  ])('%s is a visit in days', (_, columns) => {
    const { plan, notes } = propose([header(columns)]);
    expect(visitsOf(plan)).toEqual(['mfis_total@0', 'mfis_total@28']);
    expect(plan.files[0]).toMatchObject({ role: 'records', id: 'id', arm: 'arm', visit: 'visit' });
    expect(plan.outcomes[0]).toMatchObject({ model: { baselineVisit: '0' }, effect: { visit: '28' } });
    expect(notes).toEqual([]);
    expect(parsePlan(JSON.stringify(plan))).toEqual(plan);
  });

  test('weeks keep their number, and the unit is noted', () => {
    const { plan, notes } = propose([header(['mfis_w0', 'mfis_w4', 'mfis_w12'])]);
    expect(visitsOf(plan)).toEqual(['mfis_total@0', 'mfis_total@4', 'mfis_total@12']);
    expect(plan.outcomes[0]).toMatchObject({ effect: { visit: '12' } });
    expect(message({ notes }, 'visit_unit')).toContain('numbered by week');
  });

  test('different units in one file are refused with the names', () => {
    const { plan, notes } = propose([header(['mfis_d0', 'mfis_w4'])]);
    expect(plan.files[0]).toEqual({ name: 'wide.csv', role: 'ignored' });
    expect(message({ notes }, 'mixed_visit_units')).toContain('mfis_d0 (day) and mfis_w4 (week)');
  });

  test('items at visits are gathered by item', () => {
    const columns = [0, 28].flatMap((day) => fssItems.map((item) => `${item}_d${day}`));
    const { plan } = propose([header(columns)]);
    expect(plan.instruments[0]?.items).toEqual(range(1, 9).map((i) => `fss_${i}`));
    expect(plan.files[0]?.wide).toHaveLength(18);
    expect(plan.files[0]?.wide?.[10]).toEqual({ column: 'fss2_d28', variable: 'fss_2', visit: '28' });
  });

  test('bare numbers are items only where the items are complete', () => {
    expect(visitsOf(proposePlan([header(['fss_0', 'fss_7', 'fss_14'])]))).toEqual([
      'fss_total@0',
      'fss_total@7',
      'fss_total@14',
    ]);
    expect(visitsOf(proposePlan([header(range(0, 7).map((d) => `dfs_${d}`))]))).toHaveLength(8);
    expect(
      proposePlan([
        longFile(
          'q.csv',
          [0, 7],
          range(1, 9).map((i) => `fss_${i}`),
        ),
      ]).instruments[0]?.items,
    ).toHaveLength(9);
  });

  test('two columns for one visit: the second is left out and noted', () => {
    const { plan, notes } = propose([header(['mfis_d0', 'mfis_baseline', 'mfis_d28'])]);
    expect(plan.files[0]?.wide).toHaveLength(2);
    expect(message({ notes }, 'columns_left_out')).toContain(
      'mfis_d0 and mfis_baseline both look like mfis_total at visit 0',
    );
  });

  test('baseline scores in the participants file do not make it a records file', () => {
    const files = [header(['mfis_baseline']), longFile('r.csv', [0, 28], ['mfis_total'])];
    expect(proposePlan(files).files).toMatchObject([{ role: 'participants', arm: 'arm' }, { role: 'records' }]);
  });
});

describe('a participants file with a repeated identifier', () => {
  test('stays the participants file, so that the subject in two arms is told of', () => {
    const plan = proposePlan([
      read('participants.csv', 'id,arm\nP1,Placebo\nP2,Drug\nP2,Placebo\nP3,Drug\n'),
      read('mfis.csv', 'id,day,mfis_total\nP1,0,40\nP1,28,38\nP2,0,41\nP2,28,30\nP3,0,39\nP3,28,31\n'),
    ]);
    expect(plan.files.map(({ role }) => role)).toEqual(['participants', 'records']);
  });
});

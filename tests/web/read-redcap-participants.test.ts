// SPDX-License-Identifier: MIT
/** REDCap: what is known of participants at one event alone, arms in the names of events, and columns that are no data. */
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import { columnNames } from '../../web/read/columns.js';
import { prepareTables, propose } from '../../web/read/index.js';
import { cells, codes, message, read } from './read-support.js';

const header = 'record_id,redcap_event_name,age,sex,rand_arm,late,fss,fss_complete,redcap_data_access_group';
const rows = [1, 2, 3, 4].flatMap((id) => [
  `${id},baseline_arm_1,${40 + id},${id % 2},${1 + (id % 2)},,40,2,site_a`,
  `${id},week_4_arm_1,,,,${id},30,2,site_a`,
]);
const file = read('r.csv', [header, ...rows].join('\n'));
const { plan } = propose([file]);
const tableOf = (own: Plan = plan) => prepareTables(own, [file])[0]!;

describe('characteristics', () => {
  test('known at the baseline event are those of all rows of a participant', () => {
    expect(cells(tableOf(), 'age')).toEqual([41, 41, 42, 42, 43, 43, 44, 44]);
    expect(cells(tableOf(), 'sex')).toEqual(['1', '1', '0', '0', '1', '1', '0', '0']);
  });

  test('known at a later event alone are none of the start', () => {
    expect(cells(tableOf(), 'late')).toEqual([null, 1, null, 2, null, 3, null, 4]);
  });

  test('that differ between rows stay as they are', () => {
    const other = read('r.csv', [header, ...rows, '1,week_8_arm_1,50,,,,20,2,site_a'].join('\n'));
    const [table] = prepareTables(propose([other]).plan, [other]);
    expect(cells(table!, 'age')).toEqual([41, null, 42, null, 43, null, 44, null, 50]);
  });

  test('scores are never carried to another visit', () => {
    const gap = read(
      'r.csv',
      [header, ...rows.map((row) => row.replace('week_4_arm_1,,,,1,30', 'week_4_arm_1,,,,1,'))].join('\n'),
    );
    const [table] = prepareTables(propose([gap]).plan, [gap]);
    expect(cells(table!, 'fss')).toEqual([40, null, 40, 30, 40, 30, 40, 30]);
  });
});

describe('columns of the export itself', () => {
  test('are not among the characteristics', () => {
    expect(columnNames(tableOf())).toEqual(['record_id', 'redcap_event_name', 'age', 'sex', 'rand_arm', 'late', 'fss']);
  });

  test('are where the plan asks for one', () => {
    const wanted: Plan = { ...plan, baselineTable: { columns: ['redcap_data_access_group'] } };
    expect(columnNames(tableOf(wanted))).toContain('redcap_data_access_group');
  });

  test.each([
    ['of another kind of file', 'id,arm,study_complete\n1,a,2\n2,b,1\n', 'study_complete'],
    ['that holds something else', 'record_id,arm,years_complete\n1,a,12\n2,b,9\n', 'years_complete'],
  ])('a column %s is kept', (_, text, name) => {
    const other = read('p.csv', text);
    expect(columnNames(prepareTables(propose([other]).plan, [other])[0]!)).toContain(name);
  });
});

describe('arms in the names of events', () => {
  const events = (name: (id: number) => string, more = '') =>
    read(
      'r.csv',
      [
        `record_id,redcap_event_name,fss${more && ',group'}`,
        ...[1, 2, 3, 4].flatMap((id) =>
          ['baseline', 'week_4'].map((visit) => `${id},${visit}${name(id)},30${more && ',x'}`),
        ),
      ].join('\n'),
    );

  test('are the arms where no column is, and told', () => {
    const found = events((id) => `_arm_${1 + (id % 2)}`);
    const proposal = propose([found]);
    expect(proposal.plan.files[0]).toMatchObject({ arm: 'redcap_event_name (arm)', visit: 'redcap_event_name' });
    expect(proposal.plan.arms?.order).toEqual(['Arm 1', 'Arm 2']);
    expect(message(proposal, 'arm_from_events')).toContain('Arm 2 and Arm 1');
    const [table] = prepareTables(proposal.plan, [found]);
    expect(cells(table!, 'redcap_event_name').slice(0, 2)).toEqual(['baseline', 'week_4']);
    expect(cells(table!, 'redcap_event_name (arm)').slice(1, 3)).toEqual(['Arm 2', 'Arm 1']);
  });

  test('of labelled events have their names', () => {
    const found = events((id) => ` (Arm ${1 + (id % 2)}: ${id % 2 ? 'Drug' : 'Placebo'})`);
    expect(propose([found]).plan.arms?.order).toEqual(['Placebo', 'Drug']);
  });

  test('are not taken where another column holds the arm, and not where there is one arm', () => {
    const beside = propose([events((id) => `_arm_${1 + (id % 2)}`, 'x')]);
    expect(beside.plan.files[0]?.arm).toBe('group');
    expect(codes(beside)).not.toContain('several_candidates');
    expect(propose([events(() => '_arm_1')]).plan.files[0]?.arm).toBeUndefined();
  });
});

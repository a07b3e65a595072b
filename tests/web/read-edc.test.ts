// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { describeDetection, parsePlan, prepareTables, propose } from '../../web/read/index.js';
import { cells, codes, column, message, read, thrown } from './read-support.js';

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const reading = { encoding: 'utf-8', delimiter: ',' };

describe('REDCap, one row per event', () => {
  /** The arm stands in the first event only, as REDCap exports it. */
  const row = (id: number, event: string, arm: string, first: number): string =>
    [id, event, '', '', arm, ...range(1, 9).map((i) => ((first + i) % 7) + 1), 2, 1, 0].join(',');
  const file = read(
    'redcap.csv',
    [
      `record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,randomization,${range(1, 9)
        .map((i) => `fss_${i}`)
        .join(',')},fss_complete,symptoms___1,symptoms___2`,
      row(1, 'baseline_arm_1', 'placebo', 0),
      row(1, 'week_4_arm_1', '', 1),
      row(1, 'week_12_arm_1', '', 2),
      row(2, 'baseline_arm_2', 'drug', 3),
      row(2, 'week_12_arm_2', '', 5),
      row(2, 'week_4_arm_2', '', 4),
    ].join('\n'),
  );
  const { plan, notes } = propose([file]);

  test('the whole mapping is proposed', () => {
    expect(plan.files).toEqual([
      {
        name: 'redcap.csv',
        role: 'records',
        id: 'record_id',
        arm: 'randomization',
        visit: 'redcap_event_name',
        reading,
      },
    ]);
    expect(plan.instruments).toEqual([
      { id: 'fss', instrument: 'FSS', file: 'redcap.csv', items: range(1, 9).map((i) => `fss_${i}`) },
    ]);
    expect(plan.arms).toEqual({ order: ['placebo', 'drug'] });
    expect(plan.outcomes).toMatchObject([
      { score: 'fss.total', model: { baselineVisit: 'baseline' }, effect: { visit: 'week_12' } },
    ]);
    expect(message({ notes }, 'redcap_events')).toContain('visits go without the arm');
    expect(parsePlan(JSON.stringify(plan))).toEqual(plan);
    expect(describeDetection(file, plan).find(({ name }) => name === 'symptoms___1')?.role).toBe('other');
  });

  test('events are visits, whatever their arm', () => {
    const table = prepareTables(plan, [file])[0]!;
    expect(cells(table, 'redcap_event_name')).toEqual([
      'baseline',
      'week_4',
      'week_12',
      'baseline',
      'week_12',
      'week_4',
    ]);
    expect(cells(table, 'fss_1')).toEqual([2, 3, 4, 5, 7, 6]);
    expect(cells(table, 'record_id')).toEqual(['1', '1', '1', '2', '2', '2']);
  });
});

describe('REDCap, wide', () => {
  const items = range(1, 5).flatMap((i) => [`mfis5_${i}_v1`, `mfis5_${i}_v2`]);
  const file = read(
    'wide.csv',
    [
      ['record_id', 'group', ...items, 'ess_total_v1', 'ess_total_v2'].join(','),
      ['1', 'control', ...items.map((_, i) => i % 5), 11, 12].join(','),
      ['2', 'drug', ...items.map((_, i) => (i + 1) % 5), 9, ''].join(','),
    ].join('\n'),
  );
  const { plan, notes } = propose([file]);

  test('the whole mapping is proposed', () => {
    expect(plan.files[0]).toMatchObject({ role: 'records', id: 'record_id', arm: 'group', visit: 'visit' });
    expect(plan.files[0]?.wide).toContainEqual({ column: 'mfis5_3_v2', variable: 'mfis5_3', visit: '2' });
    expect(plan.files[0]?.wide).toHaveLength(12);
    expect(plan.instruments).toEqual([
      { id: 'mfis5', instrument: 'MFIS-5', file: 'wide.csv', items: range(1, 5).map((i) => `mfis5_${i}`) },
      { id: 'ess', instrument: 'ESS', file: 'wide.csv', scores: { total: 'ess_total' } },
    ]);
    expect(message({ notes }, 'visit_unit')).toContain('numbered by visit');
    expect(parsePlan(JSON.stringify(plan))).toEqual(plan);
  });

  test('is gathered', () => {
    const table = prepareTables(plan, [file])[0]!;
    expect(cells(table, 'visit')).toEqual([1, 2, 1, 2]);
    expect(cells(table, 'mfis5_2')).toEqual([2, 3, 3, 4]);
    expect(cells(table, 'ess_total')).toEqual([11, 12, 9, null]);
  });
});

describe('an EDC export with one row per answer', () => {
  const answers = (id: string, event: string, first: number): string[] =>
    range(1, 9).map((i) => `${id},${event},Fatigue,fss_item_${i},${((first + i) % 7) + 1}`);
  const file = read(
    'export.csv',
    [
      'SubjectID,EventName,FormName,ItemOID,Value',
      'P-01,Baseline,Demography,sex,female',
      'P-01,Baseline,Demography,birth,1980-02-01',
      ...answers('P-01', 'Baseline', 0),
      ...answers('P-01', 'Week 4', 1),
      ...answers('P-02', 'Baseline', 2),
      ...answers('P-02', 'Week 4', 3).slice(1),
    ].join('\n'),
  );
  const roster = read('arms.csv', 'SubjectID,Arm\nP-01,Placebo\nP-02,Drug\n');
  const files = [roster, file];
  const { plan, notes } = propose(files);

  test('the whole mapping is proposed', () => {
    expect(plan.files).toEqual([
      { name: 'arms.csv', role: 'participants', id: 'SubjectID', arm: 'Arm', reading },
      {
        name: 'export.csv',
        role: 'records',
        id: 'SubjectID',
        visit: 'EventName',
        parameters: {
          column: 'ItemOID',
          value: 'Value',
          entries: range(1, 9).map((i) => ({ code: `fss_item_${i}`, variable: `fss_${i}` })),
        },
        reading,
      },
    ]);
    expect(message({ notes }, 'one_row_per_item')).toContain('ItemOID tells which, Value holds the answer');
    expect(message({ notes }, 'codes_unmatched')).toContain('sex and birth in column ItemOID');
    expect(plan.outcomes).toMatchObject([{ model: { baselineVisit: 'Baseline' }, effect: { visit: 'Week 4' } }]);
    expect(parsePlan(JSON.stringify(plan))).toEqual(plan);
  });

  test('its answers are numbers, though other rows hold words', () => {
    const table = prepareTables(plan, files)[1]!;
    expect(cells(table, 'SubjectID')).toEqual(['P-01', 'P-01', 'P-02', 'P-02']);
    expect(cells(table, 'EventName')).toEqual(['Baseline', 'Week 4', 'Baseline', 'Week 4']);
    expect(cells(table, 'fss_1')).toEqual([2, 3, 4, null]);
    expect(cells(table, 'fss_9')).toEqual([3, 4, 5, 6]);
    expect(column(table, 'fss_9').kind).toBe('number');
  });

  test('an answer that is no number is told with its line and its column', () => {
    const bad = read('export.csv', 'ID,Visit,item,answer\n1,a,fss_total,30\n1,b,fss_total,3O\n2,a,fss_total,40\n');
    const proposed = propose([bad]).plan;
    const error = thrown(() => prepareTables(proposed, [bad]));
    expect(error.message).toContain('export.csv, row 3, column answer: "3O" is not a number');
    expect(error.detail).toMatchObject({ row: 3, column: 'answer' });
  });

  test('codes in a column of any name are found where the items are complete', () => {
    const text = ['pid,visit,what,x', ...range(0, 1).flatMap((v) => range(1, 9).map((i) => `1,${v},FSS${i},${i % 7}`))];
    expect(propose([read('e.csv', text.join('\n'))]).plan.files[0]?.parameters).toMatchObject({
      column: 'what',
      value: 'x',
    });
  });

  test('without a column of answers it asks for one', () => {
    const text = 'pid,visit,item,a,b\n1,0,fss_total,3,4\n1,7,fss_total,5,6\n2,0,mfis_total,3,4\n';
    expect(codes({ notes: propose([read('e.csv', text)]).notes })).toContain('choose_value');
  });
});

describe('a German table with decimal commas', () => {
  const file = read(
    'Fragebögen.csv',
    [
      'Patientennummer;Gruppe;Visite;FSS_Mittelwert;MFIS körperlich;MFIS Gesamtscore;Größe',
      '001;Kontrolle;Woche 0;5,4;20;50;171,5',
      '001;Kontrolle;Woche 4;5,1;19;48;171,5',
      '002;Verum;Woche 0;6,0;25;60;180,0',
      '002;Verum;Woche 4;3,2;14;33;180,0',
    ].join('\n'),
  );
  const { plan, notes } = propose([file]);

  test('the whole mapping is proposed', () => {
    expect(plan.files).toEqual([
      {
        name: 'Fragebögen.csv',
        role: 'records',
        id: 'Patientennummer',
        arm: 'Gruppe',
        visit: 'Visite',
        reading: { encoding: 'utf-8', delimiter: ';' },
      },
    ]);
    expect(plan.instruments).toEqual([
      { id: 'fss', instrument: 'FSS', file: 'Fragebögen.csv', scores: { total: 'FSS_Mittelwert' }, scoring: 'mean' },
      {
        id: 'mfis',
        instrument: 'MFIS',
        file: 'Fragebögen.csv',
        scores: { physical: 'MFIS körperlich', total: 'MFIS Gesamtscore' },
      },
    ]);
    expect(plan.arms?.order).toEqual(['Kontrolle', 'Verum']);
    expect(plan.outcomes).toMatchObject([
      { model: { baselineVisit: 'Woche 0' }, effect: { visit: 'Woche 4' } },
      { model: { baselineVisit: 'Woche 0' }, effect: { visit: 'Woche 4' } },
    ]);
    expect(codes({ notes })).toEqual([]);
  });

  test('its numbers are read', () => {
    const table = prepareTables(plan, [file])[0]!;
    expect(cells(table, 'FSS_Mittelwert')).toEqual([5.4, 5.1, 6, 3.2]);
    expect(cells(table, 'Patientennummer')).toEqual(['001', '001', '002', '002']);
  });
});

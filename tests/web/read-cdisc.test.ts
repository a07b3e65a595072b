// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { describeDetection, parsePlan, prepareTables, propose } from '../../web/read/index.js';
import { cells, codes, column, message, read, thrown } from './read-support.js';

const adsl = read(
  'adsl.csv',
  `STUDYID,USUBJID,SUBJID,AGE,SEX,ARM,ACTARM,TRT01P,TRT01PN,TRT01A,RANDDT,TRTSDT,ITTFL,SAFFL
KT1,KT1-001,001,34,F,Ketamine,Ketamine,Ketamine,2,Ketamine,2024-01-10,2024-01-11,Y,Y
KT1,KT1-002,002,41,M,Midazolam,Midazolam,Midazolam,1,Midazolam,2024-01-12,2024-01-12,Y,Y
KT1,KT1-003,003,55,F,Screen Failure,,Screen Failure,,,,,N,N
`,
);
/** Week 10 stands before week 4 in the file; AVISITN tells their order. */
const adqs = read(
  'adqs.csv',
  `STUDYID,USUBJID,TRTP,PARAMCD,PARAM,AVISIT,AVISITN,ADT,ADY,AVAL,BASE,CHG,ABLFL,ANL01FL
KT1,KT1-001,Ketamine,FSSTOT,FSS Total Score,Baseline,0,2024-01-10,-1,51,51,,Y,Y
KT1,KT1-001,Ketamine,FSSTOT,FSS Total Score,Week 10,10,2024-03-20,70,40,51,-11,,Y
KT1,KT1-001,Ketamine,FSSTOT,FSS Total Score,Week 4,4,2024-02-07,28,44,51,-7,,Y
KT1,KT1-001,Ketamine,FSSTOT,FSS Total Score,Week 4,4,2024-02-09,30,45,51,-6,,
KT1,KT1-001,Ketamine,FSSTOT,FSS Total Score,,,2024-02-20,41,47,51,-4,,
KT1,KT1-001,Ketamine,MFISPHYS,MFIS Physical Subscale,Baseline,0,2024-01-10,-1,30,30,,Y,Y
KT1,KT1-001,Ketamine,MFISTOT,MFIS Total Score,Baseline,0,2024-01-10,-1,60,60,,Y,Y
KT1,KT1-001,Ketamine,MFISTOT,MFIS Total Score,Week 4,4,2024-02-07,28,48,60,-12,,Y
KT1,KT1-002,Midazolam,FSSTOT,FSS Total Score,Baseline,0,2024-01-12,1,49,49,,Y,Y
KT1,KT1-002,Midazolam,FSSTOT,FSS Total Score,Week 4,4,2024-02-09,29,48,49,-1,,Y
KT1,KT1-002,Midazolam,MFISTOT,MFIS Total Score,Baseline,0,2024-01-12,1,55,55,,Y,Y
KT1,KT1-002,Midazolam,WEIGHT,Weight (kg),Baseline,0,2024-01-12,1,71.5,71.5,,Y,Y
`,
);
const adae = read(
  'adae.csv',
  `USUBJID,AEBODSYS,AEDECOD,AETERM,AESEV,AESER,AEREL,AETOXGR
KT1-001,Nervous system disorders,Dizziness,dizzy,MILD,N,RELATED,1
KT1-002,Psychiatric disorders,Euphoric mood,felt high,MODERATE,N,NOT RELATED,2
`,
);

describe('ADaM: ADSL, ADQS, ADAE', () => {
  const files = [adsl, adqs, adae];
  const { plan, notes } = propose(files);
  const reading = { encoding: 'utf-8', delimiter: ',' };

  test('the whole mapping is proposed', () => {
    expect(plan.files).toEqual([
      { name: 'adsl.csv', role: 'participants', id: 'USUBJID', arm: 'TRT01P', reading },
      {
        name: 'adqs.csv',
        role: 'records',
        id: 'USUBJID',
        visit: 'AVISIT',
        parameters: {
          column: 'PARAMCD',
          value: 'AVAL',
          entries: [
            { code: 'FSSTOT', variable: 'fss_total' },
            { code: 'MFISPHYS', variable: 'mfis_physical' },
            { code: 'MFISTOT', variable: 'mfis_total' },
          ],
          only: [{ column: 'ANL01FL', values: ['Y'] }],
        },
        reading,
      },
      {
        name: 'adae.csv',
        role: 'events',
        id: 'USUBJID',
        event: 'AEDECOD',
        bodySystem: 'AEBODSYS',
        severity: 'AESEV',
        serious: 'AESER',
        related: 'AEREL',
        reading,
      },
    ]);
    expect(plan.instruments).toEqual([
      { id: 'fss', instrument: 'FSS', file: 'adqs.csv', scores: { total: 'fss_total' } },
      { id: 'mfis', instrument: 'MFIS', file: 'adqs.csv', scores: { physical: 'mfis_physical', total: 'mfis_total' } },
    ]);
    expect(plan.arms).toEqual({ order: ['Midazolam', 'Ketamine'] });
    expect(plan.outcomes).toMatchObject([
      { id: 'fss', score: 'fss.total', model: { baselineVisit: 'Baseline' }, effect: { visit: 'Week 10' } },
      { id: 'mfis', score: 'mfis.total', model: { baselineVisit: 'Baseline' }, effect: { visit: 'Week 4' } },
    ]);
    expect(parsePlan(JSON.stringify(plan))).toEqual(plan);
  });

  test('what is left out or assumed is told', () => {
    const told = { notes };
    expect(message(told, 'codes_unmatched')).toContain('WEIGHT in column PARAMCD');
    expect(message(told, 'recomputed')).toContain('BASE and CHG are not used');
    expect(message(told, 'visit_order')).toContain('AVISIT, in the order of AVISITN');
    expect(message(told, 'days_available')).toContain('ADY holds study days');
    expect(message(told, 'date_available')).toContain('ADT holds dates');
    expect(message(told, 'unscheduled')).toContain('1 row has no AVISIT');
    expect(message(told, 'analysis_flag')).toContain('only rows with ANL01FL "Y" are used; 2 are left out');
    expect(message(told, 'no_arm')).toContain('Screen Failure in TRT01P');
    expect(message(told, 'population_flags')).toContain('ITTFL and SAFFL are not used');
  });

  test('the tables are one row per participant and visit, with the lines of the file', () => {
    const [, table] = prepareTables(plan, files);
    if (!table) throw new Error('no table');
    expect(cells(table, 'USUBJID')).toEqual(['KT1-001', 'KT1-001', 'KT1-001', 'KT1-002', 'KT1-002']);
    expect(cells(table, 'AVISIT')).toEqual(['Baseline', 'Week 10', 'Week 4', 'Baseline', 'Week 4']);
    expect(column(table, 'AVISIT')).toMatchObject({ kind: 'factor', levels: ['Baseline', 'Week 4', 'Week 10'] });
    expect(cells(table, 'fss_total')).toEqual([51, 40, 44, 49, 48]);
    expect(cells(table, 'mfis_total')).toEqual([60, null, 48, 55, null]);
    expect(cells(table, 'mfis_physical')).toEqual([30, null, null, null, null]);
    const { origin } = column(table, 'mfis_total');
    expect(origin?.names).toEqual(['AVAL']);
    expect(Array.from(origin?.rows ?? [])).toEqual([8, 0, 9, 12, 0]);
    expect(Array.from(table.originRow)).toEqual([2, 3, 4, 10, 11]);
  });

  test('each column is described', () => {
    const described = Object.fromEntries(describeDetection(adqs, plan).map((each) => [each.name, each]));
    expect(described['PARAMCD']).toMatchObject({ role: 'code', meaning: 'tells the item or score of FSS and MFIS' });
    expect(described['AVAL']).toMatchObject({ role: 'value', reason: 'by its name' });
    expect(described['ANL01FL']).toMatchObject({ meaning: 'tells which rows are used' });
    expect(describeDetection(adae, plan).map(({ role }) => role)).toEqual([
      'id',
      'bodySystem',
      'event',
      'other',
      'severity',
      'serious',
      'related',
      'other',
    ]);
  });

  test('without the flag two values for one visit are an error that names both rows', () => {
    const text = 'USUBJID,PARAMCD,AVISIT,AVAL\na,FSSTOT,Week 4,44\na,FSSTOT,Week 4,45\na,FSSTOT,Week 8,45\n';
    const file = read('adqs.csv', text);
    const proposal = propose([file]);
    const error = thrown(() => prepareTables(proposal.plan, [file]));
    expect(error.code).toBe('conflicting_values');
    expect(error.message).toBe(
      'adqs.csv, rows 2 and 3, column AVAL: two values (44 and 45) for USUBJID a, AVISIT Week 4, PARAMCD FSSTOT: keep one of the two rows, or tell which rows are to be used',
    );
    expect(error.detail.places?.map(({ row }) => row)).toEqual([2, 3]);
    expect(message(proposal, 'conflicting_values')).toBe(error.message);
  });

  test('the flag is not used where it would lose the baseline', () => {
    const text =
      'USUBJID,PARAMCD,AVISIT,AVAL,ABLFL,ANL01FL\na,FSSTOT,Baseline,44,Y,\na,FSSTOT,Week 4,45,,Y\nb,FSSTOT,Baseline,50,Y,\n';
    const { plan: proposed, notes: told } = propose([read('adqs.csv', text)]);
    expect(proposed.files[0]?.parameters).not.toHaveProperty('only');
    expect(message({ notes: told }, 'analysis_flag')).toContain('ANL01FL is not used to choose rows');
  });

  test('derived rows are not used', () => {
    const text =
      'USUBJID,PARAMCD,AVISIT,AVAL,DTYPE\na,FSSTOT,Baseline,44,\na,FSSTOT,Week 4,45,\na,FSSTOT,Week 8,45,LOCF\nb,FSSTOT,Baseline,50,\n';
    const file = read('adqs.csv', text);
    const { plan: proposed, notes: told } = propose([file]);
    expect(proposed.files[0]?.parameters?.only).toEqual([{ column: 'DTYPE', values: [''] }]);
    expect(codes({ notes: told })).toContain('derived_rows');
    expect(cells(prepareTables(proposed, [file])[0]!, 'AVISIT')).toEqual(['Baseline', 'Week 4', 'Baseline']);
  });
});

describe('ADaM without baseline rows', () => {
  const rows = (param: string, base: number): string[] =>
    ['a', 'b'].flatMap((id, i) =>
      [4, 8].map((week) => `${id},${param},Week ${week},${base + i - week},${base + i},${-week}`),
    );
  const file = (params: [string, number][]) =>
    read('adqs.csv', ['USUBJID,PARAMCD,AVISIT,AVAL,BASE,CHG', ...params.flatMap((p) => rows(...p))].join('\n'));

  test('of one parameter have BASE as the baseline', () => {
    const adfss = file([['FSSTOT', 50]]);
    const proposal = propose([adfss]);
    expect(proposal.plan.outcomes).toMatchObject([
      { model: { kind: 'mmrm', response: 'change', baseline: { kind: 'column', column: 'BASE' } } },
    ]);
    expect(proposal.plan.outcomes[0]?.model).not.toHaveProperty('baselineVisit');
    expect(message(proposal, 'baseline_column')).toBe(
      'adqs.csv: no visit of FSS is a baseline, which is taken from BASE',
    );
    expect(message(proposal, 'recomputed')).toBe('adqs.csv: CHG is not used: change is computed from AVAL');
    expect(codes(proposal)).not.toContain('no_baseline');
    expect(cells(prepareTables(proposal.plan, [adfss])[0]!, 'BASE')).toEqual([50, 50, 51, 51]);
  });

  test('of several parameters have each its own', () => {
    const both = file([
      ['FSSTOT', 50],
      ['MFISTOT', 70],
    ]);
    const { plan } = propose([both]);
    expect(plan.outcomes.map(({ model }) => model.baseline)).toEqual([
      { kind: 'column', column: 'fss_total_base' },
      { kind: 'column', column: 'mfis_total_base' },
    ]);
    expect(plan.files[0]?.parameters?.beside).toEqual([
      { code: 'FSSTOT', column: 'BASE', variable: 'fss_total_base' },
      { code: 'MFISTOT', column: 'BASE', variable: 'mfis_total_base' },
    ]);
    expect(parsePlan(JSON.stringify(plan))).toEqual(plan);
    const [table] = prepareTables(plan, [both]);
    expect(cells(table!, 'fss_total_base')).toEqual([50, 50, 51, 51]);
    expect(cells(table!, 'mfis_total_base')).toEqual([70, 70, 71, 71]);
    expect(Array.from(column(table!, 'mfis_total_base').origin?.rows ?? [])).toEqual([6, 7, 8, 9]);
  });

  test('baseline rows that are there win, and count only where they are used', () => {
    const text = (flag: string): string =>
      `USUBJID,PARAMCD,AVISIT,AVAL,BASE,ANL01FL\na,FSSTOT,Baseline,44,44,${flag}\na,FSSTOT,Week 4,40,44,Y\nb,FSSTOT,Week 4,50,51,Y\n`;
    const ruleOf = (flag: string) => propose([read('adqs.csv', text(flag))]).plan.outcomes[0]?.model;
    expect(ruleOf('Y')).toMatchObject({ baselineVisit: 'Baseline' });
    expect(ruleOf('')).toMatchObject({ baseline: { kind: 'column', column: 'BASE' } });
  });

  test('a BASE without values is no baseline', () => {
    const empty = read('adqs.csv', 'USUBJID,PARAMCD,AVISIT,AVAL,BASE\na,FSSTOT,Week 4,44,\nb,FSSTOT,Week 8,45,\n');
    expect(propose([empty]).plan.outcomes[0]?.model).toMatchObject({ response: 'value' });
  });
});

describe('SDTM: DM, QS, AE', () => {
  const dm = read(
    'dm.csv',
    `STUDYID,DOMAIN,USUBJID,SUBJID,RFSTDTC,ARMCD,ARM,ACTARMCD,ACTARM
S1,DM,S1-01,01,2024-05-01,PBO,Placebo,PBO,Placebo
S1,DM,S1-02,02,2024-05-02,TRT,Drug,TRT,Drug
`,
  );
  const items = Array.from({ length: 9 }, (_, i) => i + 1);
  const answers = (id: string, visit: string, number: number, day: string, shift: number): string[] =>
    items.map(
      (i) =>
        `S1,QS,${id},${(number + i) % 40},FSS010${i},FSS01-Item ${i},FSS,${((i + shift) % 7) + 1},${((i + shift) % 7) + 1},${visit},${number},2024-05-0${i},${day},`,
    );
  const qs = read(
    'qs.csv',
    [
      'STUDYID,DOMAIN,USUBJID,QSSEQ,QSTESTCD,QSTEST,QSCAT,QSORRES,QSSTRESN,VISIT,VISITNUM,QSDTC,QSDY,QSBLFL',
      ...answers('S1-01', 'SCREENING', 1, '-7', 0),
      ...answers('S1-01', 'DAY 1', 2, '1', 1).map((row) => `${row}Y`),
      ...answers('S1-01', 'DAY 29', 3, '30', 2),
      ...answers('S1-02', 'DAY 1', 2, '1', 3).map((row) => `${row}Y`),
      ...answers('S1-02', 'DAY 29', 3, '28', 4).slice(0, 8),
      'S1,QS,S1-02,99,FSS0101,FSS01-Item 1,FSS,6,6,DAY 29,3,2024-05-30,28,',
      'S1,QS,S1-02,98,CGI0201,CGI02-Severity,CGI,4,4,DAY 29,3,2024-05-30,28,',
    ].join('\n'),
  );
  const ae = read('ae.csv', 'USUBJID,AETERM,AEDECOD,AEBODSYS,AESEV,AESER,AEREL\nS1-02,sick,Nausea,GI,MILD,N,Y\n');
  const files = [dm, qs, ae];
  const { plan, notes } = propose(files);

  test('the whole mapping is proposed', () => {
    expect(plan.files).toMatchObject([
      { role: 'participants', id: 'USUBJID', arm: 'ARM' },
      {
        role: 'records',
        id: 'USUBJID',
        visit: 'VISIT',
        parameters: {
          column: 'QSTESTCD',
          value: 'QSSTRESN',
          entries: items.map((i) => ({ code: `FSS010${i}`, variable: `fss_${i}` })),
        },
      },
      { role: 'events', event: 'AEDECOD', serious: 'AESER' },
    ]);
    expect(plan.instruments).toEqual([
      { id: 'fss', instrument: 'FSS', file: 'qs.csv', items: items.map((i) => `fss_${i}`) },
    ]);
    expect(plan.arms?.order).toEqual(['Placebo', 'Drug']);
    expect(plan.outcomes).toMatchObject([
      { score: 'fss.total', model: { response: 'change', baselineVisit: 'DAY 1' }, effect: { visit: 'DAY 29' } },
    ]);
    expect(message({ notes }, 'codes_unmatched')).toContain('CGI0201');
    expect(message({ notes }, 'repeated_rows')).toBe('qs.csv: 1 row repeats what another row says and is used once');
    expect(parsePlan(JSON.stringify(plan))).toEqual(plan);
  });

  test('items come out in one row per participant and visit', () => {
    const table = prepareTables(plan, files)[1]!;
    expect(cells(table, 'VISIT')).toEqual(['SCREENING', 'DAY 1', 'DAY 29', 'DAY 1', 'DAY 29']);
    expect(cells(table, 'fss_1')).toEqual([2, 3, 4, 5, 6]);
    expect(cells(table, 'fss_9')).toEqual([3, 4, 5, 6, null]);
    expect(column(table, 'fss_9').kind).toBe('number');
    expect(column(table, 'VISITNUM').kind).toBe('number');
    expect(table.columns.map(({ name }) => name)).not.toContain('QSDTC');
  });
});

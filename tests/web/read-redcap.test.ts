// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { isSameReading, parsePlan, prepareTables, propose, readFile, readTables } from '../../web/read/index.js';
import { labelNumber } from '../../web/read/label-numbers.js';
import { cells, codes, message, read, utf8 } from './read-support.js';

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Two participants: FSS at two events, a diary of five days and a log of medicines as repeating instruments. */
function repeating(header: string, diary = 'diary', day = ''): string {
  const rows = [1, 2].flatMap((id) => [
    `${id},baseline_arm_1,,,${id === 1 ? 'placebo' : 'drug'},40,,,`,
    `${id},week_4_arm_1,,,,${30 + id},,,`,
    ...range(1, 5).map((i) => `${id},baseline_arm_1,${diary},${i},,,${10 - i},${day && `2024-01-0${i}`},`),
    ...range(1, 2).map((i) => `${id},baseline_arm_1,medication,${i},,,,,drug ${i}`),
  ]);
  return `${header}\n${rows.join('\n')}\n`;
}
const raw =
  'record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,arm,fss_total,dfs,diary_date,medicine';
const labels = 'Record ID,Event Name,Repeat Instrument,Repeat Instance,arm,fss_total,dfs,diary_date,medicine';

describe.each([
  ['raw', raw],
  ['labels', labels],
])('repeating instruments, headers %s', (_, header) => {
  const [id = '', event = '', , instance = ''] = header.split(',');

  test('are tables of their own, the rows of none under the name of the file', async () => {
    const tables = await readTables('r.csv', utf8(repeating(header)));
    expect(tables.map(({ name, table }) => [name, table.rowCount])).toEqual([
      ['r.csv', 4],
      ['r.csv › diary', 10],
      ['r.csv › medication', 4],
    ]);
    const [main, diary] = tables.map(({ table }) => table.columns.map((column) => column.name));
    expect(main).toEqual([id, event, 'arm', 'fss_total']);
    expect(diary).toContain('dfs');
    expect(diary).not.toContain('fss_total');
    expect(Array.from(tables[1]?.table.originRow ?? []).slice(0, 5)).toEqual([4, 5, 6, 7, 8]);
    expect(message({ notes: tables.flatMap(({ notes }) => notes) }, 'repeat_instruments')).toBe(
      'r.csv: the rows of the repeating instruments "diary" and "medication" are used as tables of their own',
    );
  });

  test('have their instances as days of a diary, and no others as its visits', async () => {
    const tables = await readTables('r.csv', utf8(repeating(header)));
    const proposal = propose(tables);
    const { plan } = proposal;
    expect(plan.files).toMatchObject([
      { name: 'r.csv', role: 'records', id, arm: 'arm', visit: event, reading: { repeatInstrument: '' } },
      { name: 'r.csv › diary', role: 'records', id, visit: instance, reading: { repeatInstrument: 'diary' } },
      { name: 'r.csv › medication', role: 'ignored' },
    ]);
    expect(plan.outcomes).toMatchObject([
      { score: 'dfs.total', effect: { kind: 'slope_difference', window: 4 } },
      { score: 'fss.total', model: { baselineVisit: 'baseline' }, effect: { visit: 'week_4' } },
    ]);
    expect(message(proposal, 'repeat_instances')).toContain('are taken as the days of DFS (1 to 5)');
    expect(parsePlan(JSON.stringify(plan))).toEqual(plan);
    const [main, diary] = prepareTables(plan, tables);
    expect(cells(main!, 'fss_total')).toEqual([40, 31, 40, 32]);
    expect(cells(diary!, 'dfs')).toEqual([9, 8, 7, 6, 5, 9, 8, 7, 6, 5]);
  });

  test('are read so again by the plan', async () => {
    const bytes = utf8(repeating(header));
    const tables = await readTables('r.csv', bytes);
    const { plan } = propose(tables);
    for (const [i, { name, reading }] of plan.files.entries()) {
      if (!reading) continue;
      expect(tables[i] && isSameReading(tables[i], reading)).toBe(true);
      const again = await readFile(name, bytes, reading);
      expect(again.table).toEqual(tables[i]?.table);
    }
  });
});

test('an instrument that the file does not have is an error that names those it has', async () => {
  const { error } = await readFile('r.csv', utf8(repeating(raw)), { repeatInstrument: 'sleep' });
  expect(error).toMatchObject({
    code: 'unknown_repeat_instrument',
    message: 'r.csv has no row with "sleep" in redcap_repeat_instrument: it has "", "diary" and "medication"',
  });
});

test('dates tell the day where there is a start date', async () => {
  const arms = read('arms.csv', 'record_id,arm,randomisation_date\n1,placebo,2024-01-01\n2,drug,2024-01-01\n');
  const text = repeating(raw.replace(',arm,', ',group_note,'), 'diary', 'day');
  const tables = [arms, ...(await readTables('r.csv', utf8(text)))];
  const proposal = propose(tables);
  const diary = proposal.plan.files.find(({ name }) => name === 'r.csv › diary');
  expect(diary).toMatchObject({ date: 'diary_date' });
  expect(diary).not.toHaveProperty('visit');
  expect(codes(proposal)).not.toContain('repeat_instances');
});

test('identifiers of a part keep their writing', async () => {
  const text = repeating(raw).replace(/^1,/gm, '1.1,').replace(/^2,/gm, '1.10,').replaceAll('record_id', 'code');
  const tables = await readTables('r.csv', utf8(text));
  const part = tables[1];
  const file = { name: part?.name ?? '', role: 'records' as const, id: 'code', visit: 'redcap_repeat_instance' };
  const [table] = prepareTables({ schemaVersion: 1, files: [file], instruments: [], outcomes: [] }, tables);
  expect(new Set(cells(table!, 'code'))).toEqual(new Set(['1.1', '1.10']));
});

test('a file of one repeating instrument is one table', async () => {
  const rows = range(1, 4).map((i) => `1,diary,${i},${i}`);
  const text = `record_id,redcap_repeat_instrument,redcap_repeat_instance,dfs\n${rows.join('\n')}\n`;
  expect((await readTables('d.csv', utf8(text))).map(({ name }) => name)).toEqual(['d.csv']);
});

describe('answers as labels', () => {
  const header = `id,day,${range(1, 9)
    .map((i) => `fss_${i}`)
    .join(',')}`;
  const file = (label: (answer: number) => string) =>
    read(
      'q.csv',
      `${header}\n${['a,0', 'a,28', 'b,0', 'b,28']
        .map(
          (who, w) =>
            `${who},${range(1, 9)
              .map((i) => label(((i + w) % 7) + 1))
              .join(',')}`,
        )
        .join('\n')}\n`,
    );

  test.each<[string, (answer: number) => string]>([
    ['1 - Agree', (answer) => `${answer} - Agree ${'x'.repeat(answer)}`],
    ['Agree (1)', (answer) => `Agree ${'x'.repeat(answer)} (${answer})`],
    ['ends only', (answer) => (answer === 1 ? '1 = not at all' : answer === 7 ? '7 = fully' : String(answer))],
  ])('with one number each are proposed as numbers: %s', (_, label) => {
    const labelled = file(label);
    const proposal = propose([labelled]);
    expect(proposal.plan.files[0]?.reading?.labelNumbers).toHaveLength(
      labelled.table.columns.filter(({ kind }) => kind === 'factor').length - 1,
    );
    expect(message(proposal, 'label_numbers')).toContain('hold labels with one number each');
    expect(parsePlan(JSON.stringify(proposal.plan))).toEqual(proposal.plan);
    const [table] = prepareTables(proposal.plan, [labelled]);
    expect(cells(table!, 'fss_1')).toEqual([2, 3, 4, 5]);
    expect(cells(table!, 'fss_9')).toEqual([3, 4, 5, 6]);
  });

  test('without numbers are told, with the way out', () => {
    const words = ['never', 'rarely', 'seldom', 'sometimes', 'often', 'usually', 'always'];
    const proposal = propose([file((answer) => words[answer - 1] ?? '')]);
    expect(message(proposal, 'labels_without_numbers')).toContain('export the raw data (values, not labels)');
    expect(proposal.plan.files[0]?.reading).not.toHaveProperty('labelNumbers');
  });

  test('two labels with one number are not taken as it', () => {
    const proposal = propose([file((answer) => (answer > 5 ? `${answer} - yes` : `1 - no ${'x'.repeat(answer)}`))]);
    expect(codes(proposal)).not.toContain('label_numbers');
  });

  test('headers that are questions are told', () => {
    const text =
      'Record ID,Event Name,How tired are you,Complete?\n1,Baseline (Arm 1: A),Agree,Complete\n1,Week 4 (Arm 1: A),Agree,Complete\n';
    expect(message(propose([read('l.csv', text)]), 'labels_export')).toContain('export the raw data');
  });

  test.each([
    ['1 - Never', 1],
    ['Never (1)', 1],
    ['10: very', 10],
    ['3', 3],
    ['Never', NaN],
    ['1 to 2 times', NaN],
    ['2 or 3', NaN],
    ['1-2', NaN],
    ['week 4', NaN],
  ])('"%s" is %d', (text, number) => {
    expect(labelNumber(text)).toBe(number);
  });
});

// SPDX-License-Identifier: MIT
/** Files of two centres: whose the same identifiers are, and which visits are one, is asked and not assumed. */
import { describe, expect, test } from 'vitest';
import type { Stack } from '../../web/contract/plan.js';
import { parsePlan, prepareTables, propose, proposeStacks, stackTables } from '../../web/read/index.js';
import { prefixesOf } from '../../web/read/same-people.js';
import {
  byThrees,
  byTurns,
  centres,
  centreText,
  offerOf,
  people,
  putTogetherEdit,
  together,
} from './centres-support.js';
import { cells, codes, message, read, thrown } from './read-support.js';

const times = ['T0', 'T1', 'T2'];
const weeks = ['baseline', 'week 4', 'week 8'];

describe('the same identifiers in two files', () => {
  test('are asked about, with those who are in another arm', () => {
    const counts = { shared: people, distinct: people, apart: 2 * people };
    expect(offerOf(centres({ visits: times }, { visits: times })).people).toEqual({ ...counts, otherArms: 0 });
    const other = offerOf(centres({ visits: times }, { visits: times, armOf: byThrees })).people;
    expect(other).toEqual({ ...counts, otherArms: 12 });
  });

  test('are not joined as later visits where the arms differ, or both files have a baseline', () => {
    const later = ['week 4', 'week 8'];
    expect(proposeStacks(centres({ visits: ['baseline'] }, { visits: later }))).toHaveLength(1);
    const inOtherArms = centres({ visits: ['baseline'] }, { visits: later, armOf: byThrees });
    expect(proposeStacks(inOtherArms)).toEqual([]);
    expect(offerOf(inOtherArms).people?.otherArms).toBe(12);
    const bothStart = centres({ visits: times }, { visits: weeks });
    expect(proposeStacks(bothStart)).toEqual([]);
    expect(offerOf(bothStart).people?.shared).toBe(people);
  });

  test.each([
    ['counts beside words', ['Baseline', 'Week 4', 'Week 8'], ['V1', 'V2', 'V3']],
    ['counts beside words', ['Baseline', 'Week 4', 'Week 8'], ['T1', 'T2', 'T3']],
    ['counts beside words', ['Baseline', 'Week 4', 'Week 8'], ['Visit 1', 'Visit 2', 'Visit 3']],
    ['two counts', ['V1', 'V2', 'V3'], ['T1', 'T2', 'T3']],
    ['one among the other', ['0', '4', '8'], ['1', '2', '3']],
    ['one among the other', ['Week 0', 'Week 4'], ['Week 2', 'Week 6']],
    ['two baselines', ['Baseline'], ['prä', 'post']],
    ['labels that tell nothing', ['red', 'blue'], ['green', 'white']],
  ])('are asked about where their visits are no one schedule: %s, %j and %j', (_, one, other) => {
    const files = centres({ visits: one }, { visits: other });
    expect(proposeStacks(files)).toEqual([]);
    expect(offerOf(files).people).toMatchObject({ shared: people, otherArms: 0 });
  });

  test.each([
    [['Baseline'], ['V2', 'V3']],
    [
      ['V1', 'V2'],
      ['V3', 'V4'],
    ],
    [['T0'], ['T1', 'T2']],
    [
      ['0', '28'],
      ['56', '84'],
    ],
    [
      ['Week 4', 'Week 8'],
      ['Baseline', 'Week 2'],
    ],
    [['prä', 'post'], ['Katamnese 6 Monate']],
  ])('are one table where the visits of one come after those of the other: %j and %j', (one, other) => {
    const files = centres({ visits: one }, { visits: other });
    expect(proposeStacks(files)).toHaveLength(1);
    expect(offerOf(files).people).toBeUndefined();
  });

  test('are not asked about where no identifier is in two files', () => {
    const files = centres({ visits: times }, { visits: weeks, idOf: (person) => `P${person}` });
    expect(offerOf(files).people).toBeUndefined();
  });

  test('begin with their centre in one table, as they were written', () => {
    const padded = (person: number): string => String(person).padStart(3, '0');
    const { table, plan } = together(centres({ visits: times, idOf: padded }, { visits: times }), true);
    const ids = new Set(cells(table.table, 'id'));
    expect(ids.size).toBe(2 * people);
    expect([...ids].slice(0, 2)).toEqual(['berlin-001', 'berlin-002']);
    expect(ids).toContain('paris-22');
    expect(message(table, 'ids_prefixed')).toContain('"berlin-" (berlin.csv)');
    expect(table.preview[1]?.[0]).toBe('berlin-001');
    const [prepared] = prepareTables(parsePlan(JSON.stringify(plan)), [table]);
    expect(new Set(cells(prepared!, 'id')).size).toBe(2 * people);
  });

  test('need a column that is there', () => {
    const files = centres({ visits: times }, { visits: times });
    const parts = files.map(({ name }) => ({ name, idPrefix: `${name}-` }));
    const { error } = stackTables('both', { stack: { id: 'patient', parts } }, files);
    expect(error?.message).toBe(
      'berlin.csv has no column "patient", whose identifiers are to begin with the prefix of their table: name the column with the identifiers',
    );
  });
});

test.each([
  ['1', '11', ['12', '5'], ['2', '5'], '"2" becomes "112" and "12" of berlin.csv becomes "112"'],
  ['a', 'A-', ['3', '4'], ['03', '5'], '"03" becomes "A-03" and "3" of berlin.csv becomes "a3"'],
])('prefixes %j and %j that make two people one are refused', (one, other, ids, others, told) => {
  const file = (name: string, own: readonly string[]): ReturnType<typeof read> =>
    read(name, ['id,arm', ...own.map((id) => `"${id}",a`)].join('\n'), { types: { id: 'factor' } });
  const parts = [
    { name: 'berlin.csv', idPrefix: one },
    { name: 'paris.csv', idPrefix: other },
  ];
  const stack = { id: 'id', parts };
  const { error } = stackTables('both', { stack }, [file('berlin.csv', ids), file('paris.csv', others)]);
  expect(error).toMatchObject({ code: 'ids_clash', detail: { file: 'paris.csv', column: 'id' } });
  expect(error?.message).toContain(told);
  expect(error?.detail.remedy).toContain('of which none begins another');
  expect(stackTables('both', { stack }, [file('berlin.csv', ['6']), file('paris.csv', ['5'])]).error).toBeNull();
});

test('a plan gives each part a prefix of its own, or none', () => {
  const refused = (stack: Stack): string =>
    thrown(() =>
      parsePlan(
        JSON.stringify({
          schemaVersion: 1,
          files: [{ name: 't', role: 'records', id: 'id', arm: 'arm', visit: 'visit', reading: { stack } }],
          instruments: [],
          outcomes: [],
        }),
      ),
    ).message;
  const [one, two] = [
    { name: 'a.csv', idPrefix: 'a-' },
    { name: 'b.csv', idPrefix: 'b-' },
  ];
  expect(refused({ id: 'id', parts: [one, { name: 'b.csv' }] })).toContain('give each part its own');
  expect(refused({ parts: [one, two] })).toContain('name it as id, or leave the prefixes out');
  expect(refused({ id: 'id', parts: [one, { ...two, idPrefix: 'a-' }] })).toContain('give each its own');
});

describe('visits that two centres call differently', () => {
  const files = centres({ visits: times }, { visits: weeks, idOf: (person) => `P${person}` });

  test('are offered in order of time, and not where they are the same or numbers', () => {
    expect(offerOf(files).visits).toEqual([times, weeks]);
    const idOf = (person: number): string => `P${person}`;
    const visits = ['0', '4'];
    expect(offerOf(centres({ visits: times }, { visits: times })).visits).toBeUndefined();
    expect(offerOf(centres({ visits }, { visits: ['0', '28'], idOf })).visits).toBeUndefined();
  });

  test('are one in the table, and the outcome is proposed of them', () => {
    const { table, plan } = together(files, false);
    expect(plan.files[0]?.sameVisits).toEqual({ baseline: 'T0', 'week 4': 'T1', 'week 8': 'T2' });
    expect(plan.outcomes).toHaveLength(1);
    expect(plan.outcomes[0]).toMatchObject({ model: { baselineVisit: 'T0' }, effect: { visit: 'T2' } });
    const [prepared] = prepareTables(parsePlan(JSON.stringify(plan)), [table]);
    expect([...new Set(cells(prepared!, 'visit'))]).toEqual(times);
    expect(codes(table)).not.toContain('ids_prefixed');
  });
});

test('what is said of visits goes with the writing that most rows have', () => {
  const [berlin] = centres({ visits: ['Baseline', 'week 4'] }, { visits: [] });
  const text =
    'id,arm,visit,MFIS\nP1,Drug,Baseline,30\nP1,Drug,Woche 4,20\nP2,Placebo,Baseline,31\nP2,Placebo,Week 4,24\n';
  const files = [berlin!, read('paris.csv', text)];
  const parts = files.map(({ name }) => ({ name }));
  const table = stackTables('both', { stack: { parts } }, files);
  const { plan } = propose([table], [], [{ name: 'both', sameVisits: { 'Woche 4': 'Week 4' } }]);
  expect(plan.files[0]?.sameVisits).toEqual({ 'Woche 4': 'week 4', 'Week 4': 'week 4' });
  const [prepared] = prepareTables(parsePlan(JSON.stringify(plan)), [table]);
  expect([...new Set(cells(prepared!, 'visit'))]).toEqual(['Baseline', 'week 4']);
});

test('lists of participants by centre are asked about as well, and get the same prefixes', () => {
  const list = (name: string): ReturnType<typeof read> => read(name, 'id,arm\n1,a\n2,b\n3,a\n');
  const offer = offerOf([list('patients_berlin.csv'), list('patients_paris.csv')]);
  expect(offer.people).toMatchObject({ shared: 3, apart: 6 });
  expect(offer.apart).toEqual({ id: 'id', prefixes: ['berlin-', 'paris-'] });
});

test.each([
  [
    ['fss.csv', 'fss (2).csv'],
    ['0-', '2-'],
  ],
  [
    ['fss (2).csv', 'fss.csv'],
    ['2-', '0-'],
  ],
  [
    ['fss.csv', 'fss (1).csv', 'fss (2).csv'],
    ['0-', '1-', '2-'],
  ],
  [
    ['fss_2024-02-01.csv', 'fss_2024-01-05.csv'],
    ['20240201-', '20240105-'],
  ],
  [
    ['participants Berlin.csv', 'participants Paris.csv'],
    ['berlin-', 'paris-'],
  ],
  [
    ['site_a_20240101.csv', 'site_b_20240102.csv'],
    ['a-', 'b-'],
  ],
  [
    ['fss.csv', 'fss 0.csv'],
    ['fss.csv-', 'fss 0.csv-'],
  ],
  [
    ['a b.csv', 'a_b.csv'],
    ['a b.csv-', 'a_b.csv-'],
  ],
])('the identifiers of %j begin with %j, in whatever order the files come', (names, prefixes) => {
  expect(prefixesOf(names.map((name) => read(name, 'id,arm\n1,a\n')))).toEqual(prefixes);
});

test('scores and lists of two centres join, whatever the order of the files', () => {
  const listOf = (armOf: (person: number) => string): string =>
    ['id,arm,age', ...Array.from({ length: people }, (_, i) => `${i + 1},${armOf(i + 1)},50`)].join('\n');
  const stackOf = (files: ReturnType<typeof read>[]): ReturnType<typeof read> => {
    const { reading } = putTogetherEdit(offerOf(files), true);
    return stackTables(files[0]!.name, reading, files);
  };
  const scores = centreText({ visits: times }).replace(/^(\w+),\w+,/gm, '$1,');
  const both = stackOf([read('mfis.csv', scores), read('mfis (2).csv', scores)]);
  const lists = stackOf([read('list (2).csv', listOf(byThrees)), read('list.csv', listOf(byTurns))]);
  const { plan } = propose([both, lists]);
  const tables = prepareTables(plan, [both, lists]);
  const ids = cells(tables[1]!, 'id');
  expect(new Set(cells(tables[0]!, 'id'))).toEqual(new Set(ids));
  const arms = cells(tables[1]!, 'arm');
  const ofFirst = ids.flatMap((id, row) => (String(id).startsWith('0-') ? [arms[row]] : []));
  expect(ofFirst).toEqual(Array.from({ length: people }, (_, i) => byTurns(i + 1)));
});

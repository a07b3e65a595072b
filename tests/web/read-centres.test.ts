// SPDX-License-Identifier: MIT
/** Files of two centres: whose the same identifiers are, and which visits are one, is asked and not assumed. */
import { describe, expect, test } from 'vitest';
import type { Stack } from '../../web/contract/plan.js';
import { parsePlan, prepareTables, proposeStacks, stackTables } from '../../web/read/index.js';
import { byThrees, centres, offerOf, people, together } from './centres-support.js';
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

test('lists of participants by centre are asked about as well, and get the same prefixes', () => {
  const list = (name: string): ReturnType<typeof read> => read(name, 'id,arm\n1,a\n2,b\n3,a\n');
  const offer = offerOf([list('patients_berlin.csv'), list('patients_paris.csv')]);
  expect(offer.people).toMatchObject({ shared: 3, apart: 6 });
  expect(offer.apart).toEqual({ id: 'id', prefixes: ['berlin-', 'paris-'] });
});

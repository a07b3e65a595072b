// SPDX-License-Identifier: MIT
/** Identifiers that differ in writing only: told, and taken as one where the plan says so. */
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import { parsePlan, prepareTables, propose } from '../../web/read/index.js';
import { isSettled } from '../../web/site/settled_notes.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { cells, message, read, thrown } from './read-support.js';

const roster = (ids: readonly string[]) =>
  read('p.csv', ['id,arm', ...ids.map((id, i) => `${id},${i % 2 ? 'a' : 'b'}`)].join('\n'));
const records = (ids: readonly string[]) =>
  read('r.csv', ['id,day,fss', ...ids.flatMap((id) => [`${id},0,40`, `${id},28,30`])].join('\n'));

describe.each([
  [
    ['P01', 'P02'],
    ['p1', 'p2'],
  ],
  [
    ['001', '002'],
    ['1', '2'],
  ],
  [
    ['S-1', 'S-2'],
    ['s 01', 'S_2'],
  ],
])('%j beside %j', (known, written) => {
  const files = [roster(known), records(written)];
  const { plan, notes } = propose(files);

  test('are told, and stay as they are', () => {
    expect(plan.ids).toBeUndefined();
    expect(message({ notes }, 'ids_nearly_match')).toContain('not taken as the same participant');
    expect(new Set(cells(prepareTables(plan, files)[1]!, 'id'))).toEqual(new Set(written));
  });

  test('are one on request, called as in the file of participants, and two again', () => {
    const joined = applyEdit(plan, { kind: 'ids', ids: 'plain' });
    expect(parsePlan(JSON.stringify(joined)).ids).toBe('plain');
    expect(new Set(cells(prepareTables(joined, files)[1]!, 'id'))).toEqual(new Set(known));
    expect(isSettled({ code: 'ids_nearly_match' }, 'r.csv', joined, plan)).toBe(true);
    expect(applyEdit(joined, { kind: 'ids', ids: 'exact' })).toEqual(plan);
  });
});

describe('as one', () => {
  const joined = (files: ReturnType<typeof roster>[]): Plan => ({ ...propose(files).plan, ids: 'plain' });

  test.each([
    [
      ['1-11', '2-1'],
      ['11-1', '2-1'],
    ],
    [
      ['P10', 'P2'],
      ['P1', 'P2'],
    ],
    [
      ['1.10', '2.0'],
      ['1.1', '2.0'],
    ],
  ])('%j and %j are not', (known, written) => {
    const files = [roster(known), records(written)];
    expect(new Set(cells(prepareTables(joined(files), files)[1]!, 'id'))).toEqual(new Set(written));
  });

  test('two participants of the file of participants are refused', () => {
    const files = [roster(['P1', 'P01']), records(['P1', 'P01'])];
    const error = thrown(() => prepareTables(joined(files), files));
    expect(error.code).toBe('ids_clash');
    expect(error.message).toContain('"P1" and "P01" are participants of their own');
  });

  test('two writings among the records of one file are', () => {
    const file = read('t.csv', 'id,arm,day,fss\nP01,a,0,40\np01,a,28,30\nP02,b,0,41\nP02,b,28,31\n');
    expect(cells(prepareTables(joined([file]), [file])[0]!, 'id')).toEqual(['P01', 'P01', 'P02', 'P02']);
  });
});

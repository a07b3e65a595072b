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

describe('by the number in them', () => {
  const numbered = (files: ReturnType<typeof roster>[]): Plan => ({ ...propose(files).plan, ids: 'numbers' });

  test('are offered with how many there would be, and one on request', () => {
    const files = [roster(['MS-001', 'MS-007', 'MS-010']), records(['MS-001', '7', '10'])];
    const { plan, notes } = propose(files);
    expect(message({ notes }, 'ids_match_by_number')).toContain(
      '1 of 3 identifiers stand in p.csv as well, and by the number in them 3 would ("7" and "MS-007" and "10" and "MS-010")',
    );
    const joined = applyEdit(plan, { kind: 'ids', ids: 'numbers' });
    expect(parsePlan(JSON.stringify(joined)).ids).toBe('numbers');
    expect(new Set(cells(prepareTables(joined, files)[1]!, 'id'))).toEqual(new Set(['MS-001', 'MS-007', 'MS-010']));
    expect(isSettled({ code: 'ids_match_by_number' }, 'r.csv', joined, plan)).toBe(true);
    const left = applyEdit(plan, { kind: 'unmatched_ids', file: 'r.csv' });
    expect(isSettled({ code: 'ids_match_by_number' }, 'r.csv', left, plan)).toBe(true);
  });

  test.each([
    ['two of one list have the number', ['MS-007', 'AB-007'], ['7', '8']],
    ['two of the records have it', ['MS-007', 'MS-008'], ['7', 'X7']],
    ['both have letters of their own', ['MS-007', 'MS-008'], ['P7', 'P8']],
    ['they have two numbers', ['1-007', '1-008'], ['7', '8']],
  ])('are not offered where %s', (_, known, written) => {
    const { notes } = propose([roster(known), records(written)]);
    expect(message({ notes }, 'ids_match_by_number')).toContain('no note');
  });

  test('leave those apart that both have something beside the number', () => {
    const ids = ['MS-001', 'MS-002', 'MS-003'];
    const others = ['HC-1', 'HC-2', 'HC-3'];
    const bdi = read('bdi.csv', ['id,day,bdi', ...others.flatMap((id) => [`${id},0,9`, `${id},28,8`])].join('\n'));
    const files = [roster(ids), records(['1', '2', '3']), bdi];
    const tables = prepareTables(numbered(files), files);
    expect(new Set(cells(tables[1]!, 'id'))).toEqual(new Set(ids));
    expect(new Set(cells(tables[2]!, 'id'))).toEqual(new Set(others));
  });

  test('take in those that differ in writing only', () => {
    const files = [roster(['P01-007', 'P01-008', 'MS-9', 'x']), records(['p01-7', 'P1 008', '9', 'X'])];
    const prepared = prepareTables(numbered(files), files)[1]!;
    expect(new Set(cells(prepared, 'id'))).toEqual(new Set(['P01-007', 'P01-008', 'MS-9', 'x']));
    const twice = [roster(['P01-007', 'p01-7', 'MS-9']), records(['9'])];
    expect(thrown(() => prepareTables(numbered(twice), twice)).message).toContain('"P01-007" and "p01-7"');
  });

  test('are one where the records write one participant in two ways', () => {
    const files = [roster(['MS-007', 'MS-008']), records(['MS-007', 'ms7', '8'])];
    expect(new Set(cells(prepareTables(numbered(files), files)[1]!, 'id'))).toEqual(new Set(['MS-007', 'MS-008']));
  });

  test('two of one file with one number are refused', () => {
    const listed = [roster(['MS-007', 'AB-007']), records(['7', '8'])];
    const ofList = thrown(() => prepareTables(numbered(listed), listed));
    expect(ofList.message).toContain('p.csv: "MS-007" and "AB-007" have the same number');
    const scored = [roster(['MS-007', 'MS-008']), records(['7', 'X7'])];
    const ofRecords = thrown(() => prepareTables(numbered(scored), scored));
    expect(ofRecords).toMatchObject({ code: 'ids_clash', detail: { file: 'r.csv', column: 'id' } });
  });
});

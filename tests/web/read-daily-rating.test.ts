// SPDX-License-Identifier: MIT
/** A diary's "Fatigue" is a rating from 0 to 10 where its days and values say so. */
import { describe, expect, test } from 'vitest';
import { propose } from '../../web/read/index.js';
import { translated } from '../../web/text/translated.js';
import { codes, message, read } from './read-support.js';

interface Shape {
  name?: string;
  when?: string;
  at?: (day: number) => number | string;
  value?: (row: number) => number | string;
  days?: number;
}

const dateOf = (day: number): string => new Date(Date.UTC(2024, 4, 1 + day)).toISOString().slice(0, 10);

/** Eight participants, one record on each of their days. */
function diary({ name = 'Fatigue', when = 'Day', at = (day) => day, value, days = 7 }: Shape = {}) {
  const rows = Array.from({ length: 8 * days }, (_, row) => {
    const [person, day] = [Math.floor(row / days), row % days];
    return `P${person},${person % 2 ? 'active' : 'placebo'},${at(day)},${value?.(row) ?? (row * 7) % 11}`;
  });
  return propose([read('diary.csv', `Patient,Arm,${when},${name}\n${rows.join('\n')}\n`)]);
}

const found = ({ plan }: ReturnType<typeof diary>): string[] =>
  plan.instruments.map(({ instrument, items }) => `${instrument} ${items?.join() ?? ''}`);

describe('is a rating', () => {
  test.each(['Fatigue', 'Fatigue today', 'Müdigkeit', 'muedigkeit_heute', 'Fatigue now', 'fatigue_level'])(
    '%s by day',
    (name) => {
      const proposal = diary({ name });
      expect(found(proposal)).toEqual([`NRS Fatigue ${name}`]);
      expect(proposal.plan.files[0]).toMatchObject({ role: 'records', visit: 'Day' });
    },
  );

  test('by dates, once something says from when days count', () => {
    const proposal = diary({ when: 'Date', at: dateOf });
    expect(found(proposal)).toEqual(['NRS Fatigue Fatigue']);
    expect(codes(proposal)).toContain('choose_start_date');
  });

  test('whose identifier has a weak name, too', () => {
    const rows = Array.from({ length: 40 }, (_, row) => `${Math.floor(row / 10)},${dateOf(row % 10)},${row % 11}`);
    const { plan } = propose([read('d.csv', `Nr,Datum,Müdigkeit\n${rows.join('\n')}\n`)]);
    expect(plan.files[0]).toMatchObject({ role: 'records', id: 'Nr' });
    expect(plan.instruments).toHaveLength(1);
  });

  test('with one slip of the finger, which the analysis tells of', () => {
    expect(found(diary({ value: (row) => (row === 5 ? 77 : (row * 7) % 11) }))).toHaveLength(1);
  });
});

test('which way it stands is left to be said, and nothing is analysed until then', () => {
  const proposal = diary();
  expect(proposal.plan.outcomes).toEqual([]);
  expect(codes(proposal)).toContain('choose_direction');
  expect(message(proposal, 'daily_rating')).toBe(
    'diary.csv: Fatigue is taken as NRS Fatigue, one rating a day from 0 to 10, by its name and its values; remove it if something else is rated',
  );
});

describe('is none', () => {
  test.each<[string, Shape]>([
    ['at single visits', { at: (day) => 28 * day }],
    ['by visit number', { when: 'Visit' }],
    ['of a few days', { days: 3 }],
    ['from 1 to 7', { value: (row) => 1 + (row % 7) }],
    ['from 0 to 100', { value: (row) => (row * 13) % 101 }],
    ['of means', { value: (row) => ((row * 7) % 99) / 10 }],
    ['of something else', { name: 'Pain' }],
    ['of a total', { name: 'Fatigue total' }],
  ])('a column %s', (_, shape) => {
    expect(found(diary(shape))).toEqual([]);
  });
});

test('of two such columns the first is taken, and the other named', () => {
  const rows = Array.from({ length: 40 }, (_, row) => `${Math.floor(row / 10)},${row % 10},${row % 11},${row % 11}`);
  const proposal = propose([read('d.csv', `id,day,Fatigue,Fatigue today\n${rows.join('\n')}\n`)]);
  expect(found(proposal)).toEqual(['NRS Fatigue Fatigue']);
  expect(translated(message(proposal, 'daily_rating'))).toContain('Fatigue today could be it too');
});

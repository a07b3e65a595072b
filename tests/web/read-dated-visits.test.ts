// SPDX-License-Identifier: MIT
/** A column called like visits whose values are dates tells the day of each record. */
import { describe, expect, test } from 'vitest';
import { propose } from '../../web/read/index.js';
import { codes, message, read } from './read-support.js';

const people = Array.from({ length: 12 }, (_, i) => i);
const pad = (number: number): string => String(number).padStart(2, '0');

/** Visits about days 0, 28 and 84 of people who began on different days. */
const dateOf = (person: number, visit: number): Date =>
  new Date(Date.UTC(2024, 4, 14 + 3 * person + ([0, 28, 84][visit] ?? 0) + (visit > 0 ? (person % 3) - 1 : 0)));

const isoOf = (date: Date): string => date.toISOString().slice(0, 10);
const slashed = (date: Date): string =>
  `${pad(date.getUTCDate())}/${pad(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
const usual = (date: Date): string => isoOf(date).split('-').reverse().join('.');

interface Made {
  name?: string;
  start?: boolean;
  cell?: (person: number, visit: number) => string;
}

function trial(written: (date: Date) => string, { name = 'Visit', start = false, cell }: Made = {}) {
  const rows = people.flatMap((person) =>
    [0, 1, 2].map((visit) => {
      const arm = person % 2 ? 'Verum' : 'Placebo';
      const first = start ? `,${written(dateOf(person, 0))}` : '';
      const when = cell?.(person, visit) ?? written(dateOf(person, visit));
      return `${person + 1},${arm},${when},${40 + ((person + visit) % 7)}${first}`;
    }),
  );
  const header = `Pat,Treatment,${name},FSS_total${start ? ',Randomisation_date' : ''}`;
  return read('fss.csv', [header, ...rows].join('\n'));
}

const writings: [string, (date: Date) => string][] = [
  ['with strokes', slashed],
  ['with points', usual],
  ['year first', isoOf],
  ['without marks', (date) => isoOf(date).replaceAll('-', '')],
  ['with a time of day', (date) => `${isoOf(date)} 10:15:00`],
];

describe.each(writings)('dates %s in a column called Visit', (_, written) => {
  test('are counted from a start date, and make visits', () => {
    const { plan, notes } = propose([trial(written, { start: true })]);
    expect(plan.files[0]).toMatchObject({ date: 'Visit', startDate: 'Randomisation_date' });
    expect(plan.files[0]).not.toHaveProperty('visit');
    expect(plan.files[0]?.windows?.map(({ day }) => day)).toEqual([0, 28, 84]);
    expect(plan.outcomes).toHaveLength(1);
    expect(message({ notes }, 'days_from_dates')).toContain('to Visit, whose values are dates');
  });

  test('ask, without one, from where to count, and for no order of dates', () => {
    const { plan, notes } = propose([trial(written)]);
    expect(plan.files[0]).not.toHaveProperty('visit');
    expect(plan.files[0]).not.toHaveProperty('date');
    expect(notes.find(({ code }) => code === 'choose_start_date')).toMatchObject({ about: 'Visit' });
    expect(codes({ notes })).not.toContain('choose_visit_order');
    expect(codes({ notes })).not.toContain('choose_visit');
  });
});

test('an order of day and month that no value shows is asked for, as of any date', () => {
  const open = propose([
    read('fss.csv', 'id,arm,visit,fss_total,randdate\n1,a,05/03/2024,40,01/03/2024\n1,a,06/04/2024,41,01/03/2024\n'),
  ]);
  expect(codes(open)).toContain('ambiguous_date');
});

test('a few blanks and a mistyped date change nothing', () => {
  const cell = (person: number, visit: number): string => {
    if (person === 3 && visit === 1) return '';
    return person === 4 && visit === 2 ? '2.2.20244' : usual(dateOf(person, visit));
  };
  const { notes } = propose([trial(usual, { cell })]);
  expect(notes.find(({ code }) => code === 'choose_start_date')).toMatchObject({ about: 'Visit' });
});

test('years of two digits are told of where days are counted, and are no visits', () => {
  const month = (date: Date): string => date.toLocaleString('en', { month: 'short', timeZone: 'UTC' });
  const named = (date: Date): string => `${pad(date.getUTCDate())}-${month(date)}-24`;
  const numbered = (date: Date): string => slashed(date).replace(/\/20(\d\d)$/, '/$1');
  for (const short of [numbered, named]) {
    const { plan, notes } = propose([trial(short)]);
    expect(plan.files[0]).not.toHaveProperty('visit');
    expect(codes({ notes })).toContain('choose_start_date');
    expect(message(propose([trial(short, { start: true })]), 'not_a_date')).toContain('write years with four digits');
  }
});

test('with words among them they are visits', () => {
  const cell = (person: number, visit: number): string => (visit === 0 ? 'Baseline' : slashed(dateOf(person, visit)));
  const { plan } = propose([trial(slashed, { cell })]);
  expect(plan.files[0]).toMatchObject({ visit: 'Visit' });
  const once = (person: number, visit: number): string =>
    person === 0 && visit === 0 ? 'Baseline' : slashed(dateOf(person, visit));
  expect(propose([trial(slashed, { cell: once })]).plan.files[0]).toMatchObject({ visit: 'Visit' });
});

test('numbers and labels of visits stay what they are', () => {
  const numbered = propose([trial(slashed, { cell: (_, visit) => String(28 * visit) })]);
  expect(numbered.plan.files[0]).toMatchObject({ visit: 'Visit' });
  const labelled = propose([trial(slashed, { cell: (_, visit) => `V${visit}` })]);
  expect(labelled.plan.files[0]).toMatchObject({ visit: 'Visit' });
});

test('another column of visits comes before one of dates', () => {
  const rows = people.flatMap((person) =>
    [0, 1, 2].map((visit) => `${person},${usual(dateOf(person, visit))},V${visit + 1},${40 + visit}`),
  );
  const { plan } = propose([read('fss.csv', ['id,visit,timepoint,fss_total', ...rows].join('\n'))]);
  expect(plan.files[0]).toMatchObject({ visit: 'timepoint' });
});

test.each([
  ['time', (_person: number, visit: number): string => `08:${10 + visit}`],
  ['month', (_person: number, visit: number): string => String(5 + (visit === 2 ? 1 : 0))],
])('a column called %s that tells no records apart does not take the place of dates', (name, cell) => {
  const rows = people.flatMap((person) =>
    [0, 1, 2].map((visit) => `${person},${usual(dateOf(person, visit))},${cell(person, visit)},${40 + visit}`),
  );
  const { plan, notes } = propose([read('fss.csv', [`id,visit,${name},fss_total`, ...rows].join('\n'))]);
  expect(plan.files[0]).not.toHaveProperty('visit');
  expect(notes.find(({ code }) => code === 'choose_start_date')).toMatchObject({ about: 'visit' });
});

test('a diary by dates is known as one, whatever its column is called', () => {
  const rows = people.flatMap((person) =>
    Array.from({ length: 8 }, (_, day) => `${person},${pad(1 + day)}.03.2024,${(3 * person + day) % 11}`),
  );
  const { plan } = propose([read('diary.csv', ['id,Tag,fatigue', ...rows].join('\n'))]);
  expect(plan.instruments).toMatchObject([{ instrument: 'NRS Fatigue', items: ['fatigue'] }]);
});

test('a table of arms with dates of visits and no scores is not one of participants', () => {
  const rows = people.flatMap((person) => [0, 1].map((visit) => `${person},a,${usual(dateOf(person, visit))},1`));
  const { plan } = propose([read('visits.csv', ['id,arm,visit,weight', ...rows].join('\n'))]);
  expect(plan.files[0]).toMatchObject({ role: 'ignored' });
});

// SPDX-License-Identifier: MIT
/** Columns called "Nr" or "Pat": identifiers where their values allow it and nothing is called better. */
import { expect, test } from 'vitest';
import { propose } from '../../web/read/index.js';
import { codes, message, read } from './read-support.js';

/** Two visits of each of six participants, who are in two arms. */
function long(name: string, valueOf: (person: number, row: number) => string = String, more = ''): string {
  const rows = Array.from({ length: 12 }, (_, row) => {
    const person = 1 + Math.floor(row / 2);
    const cells = [valueOf(person, row), person % 2 ? 'active' : 'placebo', row % 2 ? 'Week 4' : 'Baseline', 30 + row];
    return [...cells, ...(more === '' ? [] : [`S${person}`])].join(',');
  });
  return [`${name},Arm,Visit,FSS${more === '' ? '' : `,${more}`}`, ...rows].join('\n');
}

const idOf = (text: string): string | undefined => propose([read('trial.csv', text)]).plan.files[0]?.id;

test.each(['Numero', 'Número', 'N°', 'Nº', 'Pat', 'Pat.', 'Pat-Nr', 'Patnr', 'Nr', 'No.', 'Nummer'])(
  '%s is the identifier of a long file',
  (name) => {
    const proposal = propose([read('trial.csv', long(name))]);
    expect(proposal.plan.files[0]?.id).toBe(name);
    expect(proposal.plan.outcomes).toHaveLength(1);
    expect(codes(proposal)).not.toContain('choose_id');
  },
);

test('it is said that the values told', () => {
  expect(message(propose([read('trial.csv', long('Nr'))]), 'chosen_by_content')).toBe(
    'trial.csv: Nr is taken as the participant identifier column, since its values can be those of participants; choose another if it numbers something else',
  );
});

test('a number for each row of a long file is that of the row', () => {
  expect(idOf(long('Nr', (_, row) => String(row + 1)))).toBeUndefined();
});

test('a number that comes back at one visit, is in two arms or is missing identifies nobody', () => {
  expect(idOf(long('Nr', (_, row) => String(row % 2)))).toBeUndefined();
  expect(idOf(long('Nr', (person) => String(Math.ceil(person / 2))))).toBeUndefined();
  expect(idOf(long('Nr', (person) => (person === 3 ? '' : String(person))))).toBeUndefined();
});

test('a better name wins', () => {
  expect(idOf(long('Nr', (_, row) => String(row), 'Subject'))).toBe('Subject');
  expect(idOf(long('Nr', (person) => String(person), 'Subject'))).toBe('Subject');
  expect(idOf(long('Nr', (person) => String(person), 'Pat'))).toBe('Pat');
});

test('one row per number is a roster', () => {
  const roster = 'Nr,Gruppe\n1,Placebo\n2,Verum\n3,Placebo\n4,Verum\n';
  expect(propose([read('roster.csv', roster)]).plan.files[0]).toMatchObject({ role: 'participants', id: 'Nr' });
});

test('numbers that are nobody\u2019s in the other file are no identifiers', () => {
  const roster = 'Subject,Arm\nS1,placebo\nS2,active\nS3,placebo\nS4,active\n';
  const { plan } = propose([read('roster.csv', roster), read('scores.csv', 'Nr,FSS\n1,30\n2,40\n3,50\n4,60\n')]);
  expect(plan.files[1]).not.toHaveProperty('id');
});

test('numbers with leading zeros identify, too', () => {
  const text = long('Nr', (person) => `0${person}`);
  expect(idOf(text)).toBe('Nr');
});

test('a number for each row of a diary with dates is that of the row, and its participants come back', () => {
  const rows = Array.from({ length: 12 }, (_, row) =>
    [row + 1, `P${1 + Math.floor(row / 4)}`, `2024-03-0${1 + (row % 4)}`, row % 11].join(','),
  );
  const { plan } = propose([read('diary.csv', ['Nr,Pat,Date,Fatigue', ...rows].join('\n'))]);
  expect(plan.files[0]).toMatchObject({ role: 'records', id: 'Pat' });
});

test('a list with a date for each number stays a list', () => {
  const list = 'Nr,Gruppe,Datum\n1,Placebo,2024-03-01\n2,Verum,2024-03-01\n3,Placebo,2024-03-04\n4,Verum,2024-03-05\n';
  expect(propose([read('list.csv', list)]).plan.files[0]).toMatchObject({ role: 'participants', id: 'Nr' });
});

test('the N of a summary identifies nobody', () => {
  const summary = 'Arm,N,Mean\nplacebo,20,41.2\nactive,22,35.9\n';
  expect(idOf(summary)).toBeUndefined();
  expect(idOf(long('N'))).toBeUndefined();
});

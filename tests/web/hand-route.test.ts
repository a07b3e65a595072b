// SPDX-License-Identifier: MIT
/** The way by hand: a file whose columns are called like no questionnaire. */
import { describe, expect, test } from 'vitest';
import type { Plan, PlanFile } from '../../web/contract/plan.js';
import { numberedItems, rolePatch } from '../../web/elements/hand_route.js';
import { instrumentNamed } from '../../web/read/instruments.js';
import { propose } from '../../web/read/index.js';
import { NotesOfFiles } from '../../web/site/file_notes.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { isSettled } from '../../web/site/settled_notes.js';
import { cells, codes, message, read } from './read-support.js';

const q = Array.from({ length: 9 }, (_, i) => `q${i + 1}`);
const header = ['Nr', 'Gruppe', 'Zeitpunkt', ...q, 'Punkte'];
const ignored: PlanFile = { name: 'b.csv', role: 'ignored' };
const fss = instrumentNamed('FSS')!;

describe('a role set by hand', () => {
  test('takes identifier, visit and arm from columns that are called so', () => {
    expect(rolePatch('records', ignored, header, [header])).toEqual({
      role: 'records',
      id: 'Nr',
      visit: 'Zeitpunkt',
      arm: 'Gruppe',
    });
    expect(rolePatch('participants', ignored, header, [header])).toEqual({
      role: 'participants',
      id: 'Nr',
      arm: 'Gruppe',
    });
  });

  test('leaves what is chosen already, and dates in the place of visits', () => {
    const chosen: PlanFile = { ...ignored, id: 'Punkte', date: 'Datum' };
    expect(rolePatch('records', chosen, header, [header])).toEqual({ role: 'records', arm: 'Gruppe' });
  });

  test('tells weeks by the name of the column', () => {
    const columns = ['id', 'week', 'q1'];
    expect(rolePatch('records', ignored, columns, [columns, ['p1', '0', '5'], ['p1', '4', '3']])).toMatchObject({
      visit: 'week',
      timeUnit: 'week',
    });
  });

  test('takes no arms of records where another file tells them', () => {
    const plan: Plan = {
      schemaVersion: 1,
      files: [ignored, { name: 'p.csv', role: 'participants', id: 'id', arm: 'arm' }],
      instruments: [],
      outcomes: [],
    };
    const edit = { kind: 'file', name: 'b.csv', patch: rolePatch('records', ignored, header, [header]) } as const;
    expect(applyEdit(plan, edit).files[0]).toMatchObject({ role: 'records', id: 'Nr', visit: 'Zeitpunkt' });
    expect(applyEdit(plan, edit).files[0]).not.toHaveProperty('arm');
  });
});

describe('the items of a questionnaire that was chosen', () => {
  test('are the columns numbered from 1 to their number', () => {
    expect(numberedItems(fss, [...header].reverse(), [])).toEqual(q);
    expect(numberedItems(fss, ['F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07', 'F08', 'F09'], [])[8]).toBe('F09');
  });

  test.each([
    ['are more', [...q, 'q10']],
    ['are fewer', q.slice(1)],
    ['are of two series', [...q, ...q.map((name) => `b${name}`)]],
  ])('are left open where the numbers %s', (_, columns) => {
    expect(numberedItems(fss, columns, [])).toEqual([]);
  });

  test('are none that another questionnaire has', () => {
    expect(numberedItems(fss, q, [{ id: 'x', instrument: 'FSS', file: 'b.csv', items: q }])).toEqual([]);
  });
});

test('the note that no questionnaire was found goes when one is chosen', () => {
  const plan: Plan = { schemaVersion: 1, files: [ignored], instruments: [], outcomes: [] };
  const note = { code: 'no_instrument' };
  expect(isSettled(note, 'b.csv', plan, plan)).toBe(false);
  const edit = { kind: 'add_instrument', file: 'b.csv', instrument: 'FSS', items: q } as const;
  expect(isSettled(note, 'b.csv', applyEdit(plan, edit), plan)).toBe(true);
});

test('that a code is read as missing is told as long as it is, also when the file was read again', () => {
  const answers = (last: string) => `p1,5,5,5,5,5,5,5,5,${last}`;
  const text = [`id,${q.map((_, i) => `fss${i + 1}`).join(',')}`, answers('4'), answers('-9'), answers('3')].join('\n');
  const first = read('f.csv', text);
  const proposal = propose([first]);
  const { reading } = proposal.plan.files[0]!;
  const again = read('f.csv', text, reading);
  const reply = (file: typeof first, plan: Plan, found: typeof proposal.notes) => ({
    files: [
      {
        ...{ name: file.name, sha256: file.sha256, options: file.options, rowCount: 3 },
        ...{ columns: [], preview: [], error: null, notes: found.filter((each) => each.file === 'f.csv') },
      },
    ],
    plan,
  });
  const notes = new NotesOfFiles();
  notes.take(reply(first, proposal.plan, proposal.notes));
  const told = () => notes.under(proposal.plan)[0]?.notes.map(({ code }) => code);
  expect(told()).toContain('missing_codes');
  notes.take(reply(again, proposal.plan, propose([again]).notes));
  expect(told()).toContain('missing_codes');
  const without = applyEdit(proposal.plan, { kind: 'file', name: 'f.csv', patch: { reading: {} } });
  expect(notes.under(without)[0]?.notes.map(({ code }) => code)).not.toContain('missing_codes');
});

describe('a decimal comma in one cell of whole numbers', () => {
  const rows = (cell: string) => ['p1,40', 'p2,41', 'p3,39', 'p4,50', 'p5,44', `p6,${cell}`].join('\n');

  test('between cells parted by commas is a slip, and told with its row', () => {
    const file = read('f.csv', `id,fss_total\n${rows('"4,5"')}\n`);
    expect(file.options.decimal).toBe('.');
    expect(codes(file)).not.toContain('decimal_comma');
    expect(message(file, 'not_a_number')).toContain('row 7 has "4,5"');
  });

  test('between cells parted by semicolons is a number', () => {
    const file = read('f.csv', `id,fss_total\n${rows('4,5')}\n`.replace(/^(\w+),/gm, '$1;'));
    expect(file.options.decimal).toBe(',');
    expect(cells(file.table, 'fss_total')).toEqual([40, 41, 39, 50, 44, 4.5]);
  });
});

// SPDX-License-Identifier: MIT
/** What waits for a choice is analysed as soon as it is made, and its note goes. */
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import { completePlan, propose } from '../../web/read/index.js';
import { instrumentNamed } from '../../web/read/instruments.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { NotesOfFiles } from '../../web/site/file_notes.js';
import { WaitingInstruments } from '../../web/site/waiting_instruments.js';
import type { PlanEdit } from '../../web/elements/events.js';
import { read } from './read-support.js';

const labels = ['spring', 'summer', 'autumn'];
const rowsOf = (person: number): string[] => (person < 3 ? labels : [...labels].reverse());
const people = Array.from({ length: 6 }, (_, p) => p);
const arm = (p: number): string => (p % 2 === 0 ? 'drug' : 'placebo');
const seasons = read(
  'fss.csv',
  `id,arm,visit,fss_total\n${people.flatMap((p) => rowsOf(p).map((visit, v) => `p${p},${arm(p)},${visit},${30 + p + v}`)).join('\n')}\n`,
);

/** What the page's session does with an edit, but for the worker. */
function edited(files: ReturnType<typeof read>[], edits: PlanEdit[]): { plan: Plan; notes: string[] } {
  const proposal = propose(files);
  const waiting = new WaitingInstruments();
  const notes = new NotesOfFiles();
  waiting.take(proposal.plan, proposal.plan);
  notes.take({
    files: files.map(({ name, sha256, options }) => ({
      ...{ name, sha256, rowCount: 0, columns: [], options, preview: [], error: null },
      notes: proposal.notes.filter(({ file }) => file === name),
    })),
    plan: proposal.plan,
  });
  let plan = proposal.plan;
  for (const edit of edits) {
    const changed = applyEdit(plan, edit);
    waiting.follow(edit, plan, changed);
    const completed = completePlan(changed, waiting.after(edit, changed), files);
    notes.add(completed.notes, completed.plan);
    plan = completed.plan;
  }
  return { plan, notes: notes.under(plan).flatMap((file) => file.notes.map(({ code }) => code)) };
}

describe('an order of visits that nothing tells', () => {
  test('is asked for, with nothing analysed', () => {
    const { plan, notes } = edited([seasons], []);
    expect(plan.outcomes).toEqual([]);
    expect(notes).toContain('choose_visit_order');
  });

  test('once given makes the first visit the baseline and the last the effect, and asks no longer', () => {
    const order = ['autumn', 'spring', 'summer'];
    const { plan, notes } = edited([seasons], [{ kind: 'file', name: 'fss.csv', patch: { visitOrder: order } }]);
    expect(plan.outcomes).toMatchObject([
      { role: 'primary', model: { baselineVisit: 'autumn' }, effect: { kind: 'visit_difference', visit: 'summer' } },
    ]);
    expect(notes).not.toContain('choose_visit_order');
    expect(notes).toEqual(expect.arrayContaining(['effect_visit', 'baseline_visit']));
  });

  test('given, then the effect put at another visit: the note on the effect goes', () => {
    const { plan, notes } = edited(
      [seasons],
      [
        { kind: 'file', name: 'fss.csv', patch: { visitOrder: labels } },
        { kind: 'outcome', id: 'fss', patch: { effect: { kind: 'visit_difference', visit: 'summer' } } },
      ],
    );
    expect(plan.outcomes).toHaveLength(1);
    expect(notes).not.toContain('effect_visit');
    expect(notes).toContain('baseline_visit');
  });

  test('an outcome that the user removes does not come back', () => {
    const { plan } = edited(
      [seasons],
      [
        { kind: 'file', name: 'fss.csv', patch: { visitOrder: labels } },
        { kind: 'remove_outcome', id: 'fss' },
        { kind: 'file', name: 'fss.csv', patch: { visitOrder: [...labels].reverse() } },
      ],
    );
    expect(plan.outcomes).toEqual([]);
  });
});

describe('an order that only the rows tell, without a baseline', () => {
  const inOrder = read(
    'fss.csv',
    `id,arm,visit,fss_total\n${people.flatMap((p) => labels.map((visit, v) => `p${p},${arm(p)},${visit},${30 + p + v}`)).join('\n')}\n`,
  );

  test('is not confirmed by another change', () => {
    const { plan, notes } = edited([inOrder], [{ kind: 'file', name: 'fss.csv', patch: { timeUnit: 'visit' } }]);
    expect(plan.outcomes).toEqual([]);
    expect(notes).toContain('choose_visit_order');
  });

  test('is analysed once it is confirmed as it stands, and asks no longer', () => {
    const { plan, notes } = edited([inOrder], [{ kind: 'file', name: 'fss.csv', patch: { visitOrder: labels } }]);
    expect(plan.outcomes).toMatchObject([{ model: { baselineVisit: 'spring' }, effect: { visit: 'autumn' } }]);
    expect(notes).not.toContain('choose_visit_order');
  });
});

test('visits after treatment alone have no baseline, whether the outcome waited or not', () => {
  const visits = ['End of treatment', 'Follow-up 1', 'Follow-up 2'];
  const vas = read(
    'v.csv',
    `id,arm,visit,vas_fatigue\n${people.flatMap((p) => visits.map((visit, v) => `p${p},${arm(p)},${visit},${40 + p + v}`)).join('\n')}\n`,
  );
  const id = edited([vas], []).plan.instruments[0]?.id ?? '';
  const { plan } = edited([vas], [{ kind: 'instrument', id, patch: { direction: 'lower_is_better' } }]);
  expect(plan.outcomes).toMatchObject([{ model: { response: 'value' }, effect: { visit: 'Follow-up 2' } }]);
});

test('a declared direction makes the outcome, and the request for it goes', () => {
  const vas = read(
    'v.csv',
    `id,arm,day,vas_fatigue\n${people.flatMap((p) => [0, 7, 28].map((day) => `p${p},${arm(p)},${day},${40 + p + day}`)).join('\n')}\n`,
  );
  const before = edited([vas], []);
  expect(before.plan.outcomes).toEqual([]);
  expect(before.notes).toContain('choose_direction');
  const id = before.plan.instruments[0]?.id ?? '';
  const after = edited([vas], [{ kind: 'instrument', id, patch: { direction: 'lower_is_better' } }]);
  expect(after.plan.outcomes).toMatchObject([{ effect: { visit: '28' } }]);
  expect(after.notes).not.toContain('choose_direction');
});

test('the visit column, once chosen, makes the outcome', () => {
  const odd = read(
    'o.csv',
    `id,arm,when_seen,fss_total\n${people.flatMap((p) => [0, 7, 28].map((day) => `p${p},${arm(p)},${day},${30 + p + day}`)).join('\n')}\n`,
  );
  expect(edited([odd], []).notes).toContain('choose_visit');
  const { plan, notes } = edited([odd], [{ kind: 'file', name: 'o.csv', patch: { visit: 'when_seen' } }]);
  expect(plan.outcomes).toMatchObject([{ model: { baselineVisit: '0' }, effect: { visit: '28' } }]);
  expect(notes).not.toContain('choose_visit');
});

test('a start date, once chosen, places dated records', () => {
  const roster = read('p.csv', `id,arm,began\n${people.map((p) => `p${p},${arm(p)},2024-01-0${p + 1}`).join('\n')}\n`);
  const dated = read(
    'f.csv',
    `id,visit_date,fss_total\n${people.flatMap((p) => [0, 7].map((day) => `p${p},2024-01-${String(p + 1 + day).padStart(2, '0')},${30 + p + day}`)).join('\n')}\n`,
  );
  expect(edited([roster, dated], []).notes).toContain('choose_start_date');
  const { plan, notes } = edited([roster, dated], [{ kind: 'file', name: 'p.csv', patch: { startDate: 'began' } }]);
  expect(plan.files.find(({ name }) => name === 'f.csv')).toMatchObject({ date: 'visit_date' });
  expect(plan.outcomes).toMatchObject([{ model: { baselineVisit: '0' }, effect: { visit: '7' } }]);
  expect(notes).not.toContain('choose_start_date');
});

test('arms of a column chosen by hand have the control as reference, as proposed ones have', () => {
  const odd = read(
    'o.csv',
    `id,given,day,fss_total\n${people.flatMap((p) => [0, 7].map((day) => `p${p},${p % 2 === 0 ? 'Modafinil' : 'Placebo'},${day},${30 + p + day}`)).join('\n')}\n`,
  );
  expect(edited([odd], []).plan.arms).toBeUndefined();
  const { plan } = edited([odd], [{ kind: 'file', name: 'o.csv', patch: { arm: 'given' } }]);
  expect(plan.arms).toEqual({ order: ['Placebo', 'Modafinil'] });
});

describe('a file of unknown names set up by hand', () => {
  const name = 'k.csv';
  const rows = people.flatMap((p) =>
    ['Baseline', 'Week 4'].map((visit, v) => `p${p},${arm(p)},${visit},${30 + p - v}`),
  );
  const unknown = read(name, `Nummer,Kollektiv,Zeitpunkt,erg\n${rows.join('\n')}\n`);
  const role: PlanEdit = { kind: 'file', name, patch: { role: 'records', id: 'Nummer', visit: 'Zeitpunkt' } };
  const add: PlanEdit = { kind: 'add_instrument', file: name, instrument: 'FSS', items: [] };
  const scores = (own: Record<string, string>): PlanEdit => ({
    kind: 'instrument',
    id: 'fss',
    patch: { items: undefined, scores: own },
  });
  const total = instrumentNamed('FSS')?.scales[0]?.name ?? '';

  test('asks for the next choice and for nothing of columns that are being chosen', () => {
    expect(edited([unknown], [role, add]).notes).toEqual(['open_arm', 'open_columns']);
    const { plan, notes } = edited([unknown], [role, add, scores({})]);
    expect([plan.outcomes, notes]).toEqual([[], ['open_arm', 'open_columns']]);
  });

  test('is analysed with its total and its arm, and asks for nothing more', () => {
    const chosen = edited([unknown], [role, add, scores({ [total]: 'erg' })]);
    expect(chosen.notes).toEqual(['open_arm']);
    const arms: PlanEdit = { kind: 'file', name, patch: { arm: 'Kollektiv' } };
    const { plan, notes } = edited([unknown], [role, add, scores({ [total]: 'erg' }), arms]);
    expect(plan.outcomes).toMatchObject([{ score: `fss.${total}`, effect: { visit: 'Week 4' } }]);
    expect(notes).toEqual([]);
  });
});

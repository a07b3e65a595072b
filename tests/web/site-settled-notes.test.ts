// SPDX-License-Identifier: MIT
/** Notes on what the files suggest, beside a plan that says otherwise. */
import { describe, expect, test } from 'vitest';
import { propose, readFile } from '../../web/read/index.js';
import type { Plan, PlanInstrument } from '../../web/contract/plan.js';
import { instrumentNamed } from '../../web/read/instruments.js';
import { isSettled } from '../../web/site/settled_notes.js';
import { planOf, readExample } from './example-support.js';

const names = ['participants.csv', 'diary.csv'];
const files = await Promise.all(
  names.map((name) => readFile(name, new TextEncoder().encode(readExample('daily-diary', name)))),
);
const { plan: proposed, notes } = propose(files);
const plan = planOf('daily-diary');

const left = (under: Plan): string[] =>
  notes.filter((note) => !isSettled(note, note.file ?? 'participants.csv', under, proposed)).map(({ code }) => code);

describe('notes on a diary that may stand either way up, of arms of which none is called a control', () => {
  test('ask for both', () => {
    expect(left(proposed)).toEqual(expect.arrayContaining(['choose_direction', 'reference_arm']));
  });

  test('are gone under a plan that says both', () => {
    expect(left(plan)).not.toContain('choose_direction');
    expect(left(plan)).not.toContain('reference_arm');
  });

  test('stay while the plan has the reference that was taken, or no direction', () => {
    expect(left({ ...plan, arms: proposed.arms })).toContain('reference_arm');
    const undirected = plan.instruments.map((instrument) => ({ ...instrument, direction: undefined }));
    expect(left({ ...plan, instruments: undirected })).toContain('choose_direction');
  });
});

test('that no total was found is said only while another score of the questionnaire is all that is chosen', () => {
  const fss: PlanInstrument = { id: 'fss', instrument: 'FSS', file: 'a.csv', scores: { eight_item: 'erg' } };
  const note = { code: 'no_total', about: 'fss' };
  const open = (instruments: PlanInstrument[], outcomes: Plan['outcomes'] = []): boolean => {
    const under: Plan = { schemaVersion: 1, files: [], instruments, outcomes };
    return !isSettled(note, 'a.csv', under, under);
  };
  const total = instrumentNamed('FSS')?.scales[0]?.name ?? '';
  const outcome = { ...proposed.outcomes[0], score: 'fss.eight_item' } as Plan['outcomes'][number];
  expect(open([fss])).toBe(true);
  expect(open([{ ...fss, scores: { [total]: 'erg' } }])).toBe(false);
  expect(open([{ id: 'fss', instrument: 'FSS', file: 'a.csv', items: ['q1'] }])).toBe(false);
  expect(open([fss], [outcome])).toBe(false);
  expect(open([{ ...fss, scores: {} }])).toBe(false);
  expect(open([])).toBe(false);
});

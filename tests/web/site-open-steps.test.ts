// SPDX-License-Identifier: MIT
/** What is still to be chosen in a file, as a function of the plan. */
import { expect, test } from 'vitest';
import type { Plan, PlanFile, PlanInstrument } from '../../web/contract/plan.js';
import { propose } from '../../web/read/index.js';
import { NotesOfFiles } from '../../web/site/file_notes.js';
import { openSteps } from '../../web/site/open_steps.js';
import { read } from './read-support.js';

const file = { name: 'a.csv', error: null };
const fss: PlanInstrument = { id: 'fss', instrument: 'FSS', file: 'a.csv', items: [] };
const planOf = (files: PlanFile[], instruments: PlanInstrument[] = []): Plan => ({
  schemaVersion: 1,
  files,
  instruments,
  outcomes: [],
});
const steps = (entry: Partial<PlanFile>, instruments: PlanInstrument[] = [], told: { code: string }[] = []): string[] =>
  openSteps(file, planOf([{ name: 'a.csv', role: 'records', ...entry }], instruments), told).map(({ code }) => code);

test('each choice takes away what asked for it, down to nothing', () => {
  expect(steps({})).toEqual(['open_id', 'open_visit', 'open_arm', 'open_questionnaire']);
  expect(steps({ id: 'i', arm: 'g' })).toEqual(['open_visit', 'open_questionnaire']);
  expect(steps({ id: 'i', arm: 'g', date: 'd' }, [fss])).toEqual(['open_columns']);
  expect(steps({ id: 'i', arm: 'g', visit: 'v' }, [{ ...fss, items: ['a', ''] }])).toEqual(['open_columns']);
  const scored: PlanInstrument = { id: 'fss', instrument: 'FSS', file: 'a.csv', scores: { total: 'erg' } };
  expect(steps({ id: 'i', arm: 'g', visit: 'v' }, [scored])).toEqual([]);
});

test('what another note asks is not asked twice, and nothing of a file that is not used', () => {
  const told = ['choose_id', 'choose_visit', 'choose_arm', 'no_instrument'].map((code) => ({ code }));
  expect(steps({}, [], told)).toEqual([]);
  expect(steps({ role: 'ignored' })).toEqual([]);
  expect(steps({ role: 'events', id: 'i' })).toEqual(['open_event']);
});

test('the arm is asked for once, in the participants file where there is one, and not where a file has it', () => {
  const scores: PlanFile = { name: 'a.csv', role: 'records', id: 'i', visit: 'v' };
  const people: PlanFile = { name: 'b.csv', role: 'participants', id: 'i' };
  const asking = (files: PlanFile[]): string[] =>
    files.flatMap(({ name }) =>
      openSteps({ name, error: null }, planOf(files, [{ ...fss, items: ['x'] }]), [])
        .filter(({ code }) => code === 'open_arm')
        .map(() => name),
    );
  expect(asking([scores])).toEqual(['a.csv']);
  expect(asking([scores, people])).toEqual(['b.csv']);
  expect(asking([scores, { ...people, arm: 'g' }])).toEqual([]);
});

test('a file of unknown names leads from what it holds to its arm and its columns', () => {
  const rows = ['1,A,t0,4', '1,A,t1,3', '2,B,t0,5', '2,B,t1,5'].join('\n');
  const held = read('k.csv', `Ziffer,Kollektiv,Zeitpunkt,erg\n${rows}\n`);
  const { plan, notes } = propose([held]);
  const found = new NotesOfFiles();
  const { name, sha256, options, preview, error } = held;
  const summary = { name, sha256, options, preview, error, rowCount: 4, columns: [], notes };
  found.take({ files: [summary], plan });
  const codes = (under: Plan): string[] => found.under(under)[0]?.notes.map(({ code }) => code) ?? [];
  expect(codes(plan)).toEqual(['role_unknown', 'no_instrument']);
  const entry: PlanFile = { name, role: 'records', id: 'Ziffer', visit: 'Zeitpunkt' };
  expect(codes(planOf([entry]))).toEqual(['no_instrument', 'open_arm']);
  expect(codes(planOf([{ ...entry, arm: 'Kollektiv' }], [{ ...fss, file: name }]))).toEqual(['open_columns']);
});

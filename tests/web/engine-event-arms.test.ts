// SPDX-License-Identifier: MIT
/** Side effects whose arm is another than the participant's are told with the data and with the results. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../web/contract/engine.js';
import type { Plan } from '../../web/contract/plan.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { analyzeFiles, checkFiles } from '../../web/engine/files.js';
import { propose, type ReadResult } from '../../web/read/index.js';
import { setLanguage } from '../../web/text/language.js';
import { translated } from '../../web/text/translated.js';
import { read } from './read-support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadBuiltInEngine();
});

const people = Array.from({ length: 12 }, (_, i) => i + 1);
const armOf = (person: number): string => (person % 2 ? 'Drug' : 'Placebo');
const roster = people.map((person) => `${person},${armOf(person)},${40 + ((person * 7) % 9)},${38 + (person % 5)}`);

function trial(events: readonly string[]): ReadResult[] {
  return [
    read('people.csv', `id,arm,FSS_baseline,FSS_week12\n${roster.join('\n')}\n`),
    read('ae.csv', `id,arm,adverse event\n${events.join('\n')}\n`),
  ];
}

const told = (files: ReadResult[], change = (plan: Plan): Plan => plan): string[] => {
  const plan = change(propose(files).plan);
  const { problems } = checkFiles(engine, plan, files);
  const inCheck = problems.filter(({ kind }) => kind === 'event_arm').map(({ problem }) => problem.message);
  const { warnings } = analyzeFiles(engine, plan, files);
  expect(warnings.filter(({ code }) => code === 'event_arm').map(({ message }) => message)).toEqual(inCheck);
  return inCheck;
};

afterEach(() => setLanguage('en'));

test('rows, participants and both arms are named, and which arm is used', () => {
  const files = trial(['3,Placebo,Nausea', '4,Placebo,Fall', '6,Drug,Fall']);
  const [message] = told(files);
  expect(message).toBe(
    "ae.csv, column arm: the arm contradicts that of the participant in people.csv in 2 rows, and the participant's arm in people.csv is used: row 2 (participant 3: Placebo here, Drug there) and row 4 (participant 6: Drug here, Placebo there); correct the arm that is wrong in its file",
  );
  const { problems } = checkFiles(engine, propose(files).plan, files);
  expect(problems.find(({ kind }) => kind === 'event_arm')).toMatchObject({
    severity: 'warning',
    problem: { detail: { places: [{ file: 'ae.csv', row: 2, value: 'Placebo' }, { row: 4 }] } },
  });
  setLanguage('de');
  expect(translated(message!)).toContain(
    'Zeile 2 (Person 3: hier Placebo, dort Drug) und Zeile 4 (Person 6: hier Drug, dort Placebo)',
  );
});

test('other writings of the arm, no arm, and values that are no arm of the trial contradict nothing', () => {
  expect(told(trial(['3,drug ,Nausea', '4,,Fall', '6,ward 2,Fall', '99,Drug,Fall']))).toEqual([]);
});

test('arms go by the names that the plan gives them', () => {
  const named = (plan: Plan): Plan => ({
    ...plan,
    arms: { order: ['Placebo', 'Drug'], labels: { Drug: 'Ketamine' } },
  });
  const [message, ...others] = told(trial(['3,Drug,Nausea', '3,Placebo,Fall']), named);
  expect(message).toContain('in 1 row,');
  expect(message).toContain('row 3 (participant 3: Placebo here, Ketamine there)');
  expect(others).toEqual([]);
});

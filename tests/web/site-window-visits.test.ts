// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import type { Plan, VisitWindow } from '../../web/contract/plan.js';
import { parsePlan } from '../../web/read/index.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { movedEffects } from '../../web/site/window_visits.js';

const windows: VisitWindow[] = [
  { visit: 'Start', day: 0, before: 0, after: 0 },
  { visit: 'Week 1', day: 7, before: 2, after: 2 },
  { visit: 'Week 4', day: 28, before: 3, after: 3 },
];
const plan: Plan = {
  schemaVersion: 1,
  files: [{ name: 'q.csv', role: 'records', id: 'id', visit: 'day' }],
  instruments: [{ id: 'fss', instrument: 'FSS', file: 'q.csv', scores: { total: 'score' } }],
  outcomes: [
    {
      id: 'fss',
      label: 'FSS',
      role: 'primary',
      score: 'fss.total',
      model: { kind: 'mmrm', response: 'change', baselineVisit: '0', visits: ['6', '7', '27'] },
      effect: { kind: 'visit_difference', visit: '29' },
    },
  ],
};
const withWindows = (from: Plan, given: VisitWindow[] | undefined): Plan =>
  applyEdit(from, { kind: 'file', name: 'q.csv', patch: { windows: given } });

test('outcomes call visits as the windows that hold their days', () => {
  const [outcome] = withWindows(plan, windows).outcomes;
  expect(outcome?.model).toMatchObject({ baselineVisit: 'Start', visits: ['Week 1', 'Week 4'] });
  expect(outcome?.effect).toEqual({ kind: 'visit_difference', visit: 'Week 4' });
});

test('a window with another name keeps its outcomes, and without windows visits are days again', () => {
  const named = withWindows(plan, windows);
  const renamed = windows.map((window) => ({ ...window, visit: `${window.visit}!` }));
  expect(withWindows(named, renamed).outcomes[0]?.effect).toEqual({ kind: 'visit_difference', visit: 'Week 4!' });
  expect(withWindows(named, undefined).outcomes[0]?.model).toMatchObject({ baselineVisit: '0', visits: ['7', '28'] });
});

test('an effect at a day that no window holds goes to the last window', () => {
  const [outcome] = withWindows(plan, windows.slice(0, 2)).outcomes;
  expect(outcome?.effect).toEqual({ kind: 'visit_difference', visit: 'Week 1', meantFor: '29' });
});

/** The same outcome, of another instrument and with another effect. */
const planOf = (instrument: string, visit: string): Plan => ({
  ...plan,
  instruments: [{ id: 'fss', instrument, file: 'q.csv', scores: { total: 'score' } }],
  outcomes: plan.outcomes.map((outcome) => ({
    ...outcome,
    model: { kind: 'mmrm', response: 'change', baselineVisit: '0' },
    effect: { kind: 'visit_difference', visit },
  })),
});
const effectVisit = ({ outcomes: [outcome] }: Plan): string | undefined =>
  outcome?.effect.kind === 'visit_difference' ? outcome.effect.visit : undefined;

test('windows entered one by one never leave the effect at the baseline, and end at the visit it was meant for', () => {
  let current = planOf('MFIS', '56');
  const entered: VisitWindow[] = [];
  const seen: (string | undefined)[] = [];
  const told: unknown[] = [];
  for (const [visit, day] of [
    ['V1', 0],
    ['V2', 14],
    ['V3', 28],
    ['V4', 56],
  ] as const) {
    entered.push({ visit, day, before: 2, after: 2 });
    const next = withWindows(current, [...entered]);
    told.push(...movedEffects(current, next));
    seen.push(effectVisit(next));
    current = next;
  }
  expect(seen).toEqual(['56', 'V2', 'V3', 'V4']);
  expect(told).toEqual([
    { label: 'FSS', was: '56', now: null },
    { label: 'FSS', was: '56', now: 'V2' },
    { label: 'FSS', was: 'V2', now: 'V3' },
  ]);
});

test('a plan saved before the windows had the visit goes to it when it is opened again and they have', () => {
  const early = withWindows(planOf('MFIS', '56'), windows);
  expect(early.outcomes[0]?.effect).toEqual({ kind: 'visit_difference', visit: 'Week 4', meantFor: '56' });
  const opened = parsePlan(JSON.stringify(early));
  const complete = withWindows(opened, [...windows, { visit: 'Week 8', day: 56, before: 3, after: 3 }]);
  expect(complete.outcomes[0]?.effect).toEqual({ kind: 'visit_difference', visit: 'Week 8' });
  expect(withWindows(opened, undefined).outcomes[0]?.effect).toEqual({ kind: 'visit_difference', visit: '56' });
});

test('a visit that the user chooses in its place is meant from then on', () => {
  const early = withWindows(planOf('MFIS', '56'), windows);
  const effect = { kind: 'visit_difference', visit: 'Week 1' } as const;
  const chosen = applyEdit(early, { kind: 'outcome', id: 'fss', patch: { effect } });
  const complete = withWindows(chosen, [...windows, { visit: 'Week 8', day: 56, before: 3, after: 3 }]);
  expect(complete.outcomes[0]?.effect).toEqual(effect);
});

test('an effect that no window holds goes to the last visit, whatever the instrument', () => {
  const entered = [
    { visit: 'V4', day: 56, before: 2, after: 2 },
    { visit: 'V1', day: 0, before: 2, after: 2 },
    { visit: 'V3', day: 28, before: 2, after: 2 },
    { visit: 'V2', day: 7, before: 2, after: 2 },
  ];
  const at = (instrument: string): string | undefined => effectVisit(withWindows(planOf(instrument, '90'), entered));
  expect([at('FSS'), at('MFIS'), at('FACIT-Fatigue')]).toEqual(['V4', 'V4', 'V4']);
});

test('an effect whose visit has become the baseline is moved and told of, one that the user set then stays', () => {
  const start = withWindows(planOf('FACIT-Fatigue', '28'), windows);
  const without = windows.slice(1);
  const moved = withWindows(start, [without[1]!]);
  expect(effectVisit(moved)).toBe('Week 4');
  expect(movedEffects(start, moved)).toEqual([{ label: 'FSS', was: 'Week 4', now: null }]);
  const chosen = applyEdit(start, {
    kind: 'outcome',
    id: 'fss',
    patch: { effect: { kind: 'visit_difference', visit: 'Week 1' } },
  });
  const later = [...windows, { visit: 'Week 8', day: 56, before: 3, after: 3 }];
  expect(effectVisit(withWindows(chosen, later))).toBe('Week 1');
  expect(movedEffects(chosen, withWindows(chosen, later))).toEqual([]);
});

// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import type { Plan, VisitWindow } from '../../web/contract/plan.js';
import { applyEdit } from '../../web/site/plan_edit.js';

const windows: VisitWindow[] = [
  { visit: 'Start', day: 0, before: 0, after: 0 },
  { visit: 'Week 1', day: 7, before: 2, after: 2 },
  { visit: 'Week 4', day: 28, before: 3, after: 3 },
];
const plan: Plan = {
  schemaVersion: 1,
  files: [{ name: 'q.csv', role: 'records', id: 'id', visit: 'day' }],
  instruments: [{ id: 'fss', instrument: 'FSS', file: 'q.csv' }],
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
  expect(outcome?.effect).toEqual({ kind: 'visit_difference', visit: 'Week 1' });
});

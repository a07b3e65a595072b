// SPDX-License-Identifier: MIT
/** Merging, leaving out and naming arms on the page, and the way back from each. */
import { expect, test } from 'vitest';
import type { Plan, PlanArms } from '../../web/contract/plan.js';
import type { PlanEdit } from '../../web/elements/events.js';
import { armValues } from '../../web/site/arm_edits.js';
import { applyEdit, emptyPlan } from '../../web/site/plan_edit.js';
import { isSettled } from '../../web/site/settled_notes.js';

const arms = ['Placebo', 'Drug', 'Placbo'];
const edited = (before: PlanArms | undefined, ...edits: PlanEdit[]): PlanArms | undefined =>
  edits.reduce<Plan>(applyEdit, { ...emptyPlan, ...(before && { arms: before }) }).arms;
const as = (value: string, role: 'arm' | 'left_out' | { same: string }): PlanEdit => ({
  kind: 'arm',
  value,
  as: role,
  arms,
});
const label = (value: string, name: string): PlanEdit => ({ kind: 'arm_label', value, label: name, arms });

test('an arm is merged into another, and made one of its own again', () => {
  const merged = edited({ order: arms }, as('Placbo', { same: 'Placebo' }));
  expect(merged).toEqual({ order: ['Placebo', 'Drug'], same: { Placbo: 'Placebo' } });
  expect(edited(merged, as('Placbo', 'arm'))).toEqual({ order: arms });
});

test('the reference merged into another leaves its place to it, and takes along what was taken as it', () => {
  const before: PlanArms = {
    order: ['Placbo', 'Drug', 'Placebo'],
    same: { placbo: 'Placbo' },
    labels: { Placbo: 'P' },
  };
  expect(edited(before, as('Placbo', { same: 'Placebo' }))).toEqual({
    order: ['Placebo', 'Drug'],
    same: { placbo: 'Placebo', Placbo: 'Placebo' },
  });
});

test('an arm is left out, and taken in again; the last one stays', () => {
  const without = edited(undefined, as('Placbo', 'left_out'));
  expect(without).toEqual({ order: ['Placebo', 'Drug'] });
  expect(edited(without, as('Placbo', 'arm'))).toEqual({ order: arms });
  expect(edited({ order: ['Drug'] }, as('Drug', 'left_out'))).toEqual({ order: ['Drug'] });
});

test('an arm is named, and called by its value again', () => {
  const named = edited({ order: ['1', '2'] }, label('1', 'Ketamine'));
  expect(named).toEqual({ order: ['1', '2'], labels: { '1': 'Ketamine' } });
  expect(edited(named, label('1', ''))).toEqual({ order: ['1', '2'] });
});

test('a new reference keeps names and merging', () => {
  const before: PlanArms = { order: ['1', '2'], same: { '3': '1' }, labels: { '1': 'K' } };
  expect(edited(before, { kind: 'reference_arm', arm: '2', arms: ['1', '2'] })).toEqual({
    ...before,
    order: ['2', '1'],
    referenceChosen: true,
  });
});

test('the question about the reference stays until it is chosen or the arms are named', () => {
  const proposed: Plan = { ...emptyPlan, arms: { order: ['1', '2'] } };
  const settled = (own: PlanArms): boolean =>
    isSettled({ code: 'reference_arm' }, 'p.csv', { ...proposed, arms: own }, proposed);
  expect(settled({ order: ['1', '2'] })).toBe(false);
  expect(settled({ order: ['1', '2'], labels: { '1': 'K' } })).toBe(false);
  expect(settled({ order: ['1', '2'], labels: { '1': 'K', '2': 'P' } })).toBe(true);
  expect(settled({ order: ['1', '2'], referenceChosen: true })).toBe(true);
  expect(settled({ order: ['2', '1'] })).toBe(true);
});

test('values of the arm columns in use are offered, codes too', () => {
  const held = [
    { name: 'p.csv', columns: [{ name: 'arm', kind: 'number' as const, levels: [], values: ['2', '1'], missing: 0 }] },
    { name: 'x.csv', columns: [{ name: 'arm', kind: 'factor' as const, levels: ['other'], missing: 0 }] },
  ];
  const plan: Plan = {
    ...emptyPlan,
    files: [
      { name: 'p.csv', role: 'participants', arm: 'arm' },
      { name: 'x.csv', role: 'ignored', arm: 'arm' },
    ],
  };
  expect(armValues(plan, held)).toEqual(['1', '2']);
});

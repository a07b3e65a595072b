// SPDX-License-Identifier: MIT
/** What the page around sets on every render asks for something once. */
import { expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import { Asked } from '../../web/embed/calculator/asked.js';
import { planOf } from './example-support.js';

const [a, b, c] = ['a.csv', 'b.csv', 'c.csv'].map((name) => new File(['x'], name)) as [File, File, File];

test('a plan that reads the same asks for nothing, and the same object changed does', () => {
  const asked = new Asked();
  const plan = planOf('ketamine-pilot');
  expect(asked.setPlan(null)).toBe(true);
  expect(asked.setPlan(plan)).toBe(true);
  expect(asked.setPlan(structuredClone(plan))).toBe(false);
  plan.inference = { ...plan.inference, confidence: 0.9 };
  expect(asked.setPlan(plan)).toBe(true);
  expect(asked.setPlan(plan)).toBe(false);
  expect(asked.setPlan('plan.json')).toBe(true);
  expect(asked.setPlan('plan.json')).toBe(false);
  expect(asked.plans).toBe(4);
});

test('null between two plans asks for the second, and so does what JSON cannot say', () => {
  const asked = new Asked();
  const plan = planOf('ketamine-pilot');
  expect([plan, null, plan].map((each) => asked.setPlan(each))).toEqual([true, true, true]);
  const round: Record<string, unknown> = {};
  round['itself'] = round;
  const noPlans: unknown[] = [undefined, null, () => 1, round, round];
  expect(noPlans.map((each) => asked.setPlan(each as Plan))).toEqual([true, false, true, true, false]);
});

test('the list that was set last asks for nothing, whatever a visitor has done since', () => {
  const asked = new Asked();
  expect(asked.setFiles([], [])).toBe(true);
  expect(asked.setFiles([], [])).toBe(false);
  expect(asked.setFiles([a, b], [])).toBe(true);
  expect(asked.setFiles([a, b], [])).toBe(false);
  asked.given = null;
  expect(asked.setFiles([a, b], [a, b, c])).toBe(false);
  expect(asked.setFiles([a, b], [a])).toBe(false);
  expect(asked.setFiles([b, a], [a])).toBe(true);
});

test('files that are held ask for nothing, and those of before then do', () => {
  const asked = new Asked();
  asked.setFiles([a, b], []);
  asked.given = null;
  expect(asked.setFiles([a, b, c], [a, b, c])).toBe(false);
  expect(asked.setFiles([a, b], [a, b, c])).toBe(true);
  // They are about to go.
  expect(asked.setFiles([a, b, c], [a, b, c])).toBe(true);
  expect(asked.given).toEqual([a, b, c]);
});

test('after data or clearing, the same files are new', () => {
  const asked = new Asked();
  asked.setFiles([a], []);
  expect(asked.setData('a.csv')).toBe(true);
  expect([asked.given, asked.isDataReplaced]).toEqual([null, false]);
  expect(asked.setFiles([a], [])).toBe(true);
  asked.clearFiles();
  expect(asked.given).toBeNull();
  expect(asked.setFiles([a], [])).toBe(true);
});

test('data ask for something once, and for nothing where files are set with them', () => {
  const asked = new Asked();
  expect(asked.setData('')).toBe(false);
  asked.setFiles([a], []);
  expect(asked.setData('a.csv', true)).toBe(false);
  expect(asked.setData('a.csv')).toBe(false);
  expect([asked.given, asked.isDataReplaced]).toEqual([[a], true]);
  expect(asked.setData('b.csv')).toBe(true);
});

test('a list that is set again beside other data means no more on the next render', () => {
  const asked = new Asked();
  asked.setFiles([a], []);
  expect(asked.setData('a.csv', true)).toBe(false);
  expect(asked.setFiles([a], [a])).toBe(false);
  expect(asked.setData('b.csv')).toBe(true);
  expect(asked.setFiles([a], [b])).toBe(false);
  expect(asked.setData('b.csv')).toBe(false);
});

test('a plan is loaded as it was when it was asked for', () => {
  const asked = new Asked();
  const plan = planOf('ketamine-pilot');
  asked.setPlan(plan);
  plan.outcomes.pop();
  expect(asked.planThen).toEqual(planOf('ketamine-pilot'));
  asked.setPlan('plan.json');
  expect(asked.planThen).toBe('plan.json');
});

test('no list of files is an empty list', () => {
  const asked = new Asked();
  for (const none of [null, undefined]) asked.setFiles(none, []);
  expect(asked.given).toEqual([]);
});

test('what is no file is refused, and asks for nothing', () => {
  const asked = new Asked();
  for (const none of ['a.csv', [a, 'b.csv']])
    expect(() => asked.setFiles(none, [])).toThrow(expect.objectContaining({ code: 'bad_request' }) as Error);
  expect(asked.given).toBeNull();
});

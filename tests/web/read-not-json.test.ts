// SPDX-License-Identifier: MIT
/** What is no JSON, or no plan, is told in words, with its file and its place. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePlan } from '../../web/read/index.js';
import { whyNotJson } from '../../web/read/not-json.js';
import { setLanguage } from '../../web/text/language.js';
import { translated } from '../../web/text/translated.js';
import { thrown } from './read-support.js';

const planText = readFileSync('examples/ketamine-pilot/plan.json', 'utf8');
const reportText = readFileSync('tests/web/fixtures/report.json', 'utf8');

const at = (line: number, column: number, rest: string): string =>
  `it cannot be read from line ${line}, column ${column} on, where ${JSON.stringify(rest)} stands`;

test.each([
  ['', 'there is nothing in it'],
  [' \n', 'there is nothing in it'],
  ['{"a": [1, 2', 'it ends before it is complete'],
  ['{"a":', 'it ends before it is complete'],
  ['id,arm\n1,A', at(1, 1, 'id,arm 1,A')],
  ['{"a": 1,}', at(1, 9, '}')],
  ['{\n  "a": [1,\n 2],\n  "b": None\n}', at(4, 8, 'None }')],
  ['\ufeff{"a": 1 "b": 2}', at(1, 9, '"b": 2}')],
  ["{'a': 1}", at(1, 2, "'a': 1}")],
  ['{"a": [1, 2}', at(1, 12, '}')],
  ['{"a"; 1}', at(1, 5, '; 1}')],
  ['[1] [2]', at(1, 5, '[2]')],
  ['[]]', at(1, 3, ']')],
  ['{"a": "b\nc"}', at(1, 7, '"b c"}')],
  ['[01]', at(1, 3, '1]')],
  ['{1: 2}', at(1, 2, '1: 2}')],
  ['{"a": "b\u0001"}', at(1, 7, '"b\u0001"}')],
  ['{}\u00a0', 'it cannot be read from line 1, column 3 on, where U+00A0 stands'],
  ['{\n\u00a0 "a": 1}', 'it cannot be read from line 2, column 1 on, where U+00A0 stands'],
  ['{"a": "b', 'it ends before it is complete'],
])('%j: %s', (text, why) => {
  expect(whyNotJson(text)).toBe(why);
});

test('a string of any length can be looked at', () => {
  expect(whyNotJson(`["${'x'.repeat(20_000_000)}"`)).toBe('it ends before it is complete');
});

test('a character too many is found wherever it stands', () => {
  const places = [...planText.matchAll(/[{}[\],]$|":/gm)].map(({ 0: { length }, index }) => index + length);
  expect(places.length).toBeGreaterThan(100);
  for (const place of places) {
    const before = planText.slice(0, place).split('\n');
    const told = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1} on`;
    expect(whyNotJson(`${planText.slice(0, place)};${planText.slice(place)}`)).toContain(told);
  }
});

test('the file is named where it is known', () => {
  expect(thrown(() => parsePlan('{', 'plan.json'))).toMatchObject({
    code: 'bad_plan',
    message: 'plan.json is not JSON: it ends before it is complete',
    detail: { file: 'plan.json' },
  });
  expect(thrown(() => parsePlan('{')).message).toBe('the plan is not JSON: it ends before it is complete');
});

test('a report in place of a plan is called one', () => {
  const remedy = 'give what stands in it under plan';
  expect(thrown(() => parsePlan(reportText, 'report.json'))).toMatchObject({
    code: 'bad_plan',
    message: `report.json is a report and no plan: ${remedy}`,
    detail: { file: 'report.json', remedy },
  });
  expect(thrown(() => parsePlan(reportText)).message).toBe(`the plan is a report and no plan: ${remedy}`);
});

test('both are told in German', () => {
  setLanguage('de');
  const said = [['plan.json'], []].flatMap(([file]) =>
    ['', '{', '{"a": 1,}', reportText].map((text) => translated(thrown(() => parsePlan(text, file)).message)),
  );
  setLanguage('en');
  const sayings = (what: string): string[] => [
    `${what} ist kein JSON: Es steht nichts darin`,
    `${what} ist kein JSON: Der Text endet, bevor er vollständig ist`,
    `${what} ist kein JSON: Ab Zeile 1, Spalte 9 ist der Text nicht lesbar; dort steht "}"`,
    `${what} ist ein Bericht und kein Plan: Geben Sie, was darin unter plan steht`,
  ];
  expect(said).toEqual([...sayings('plan.json'), ...sayings('Der Plan')]);
});

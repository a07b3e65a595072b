// SPDX-License-Identifier: MIT
/** Plans, definitions and reports from elsewhere: bounded, and without a way to an object's prototype. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { definitionFromText } from '../../web/elements/definition_text.js';
import { jsonLimits, JsonRefused, readJson } from '../../web/read/json.js';
import { parsePlan } from '../../web/read/index.js';
import { readSaved } from '../../web/site/saved_files.js';
import { strings } from '../../web/text/strings.js';

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const planText = readFileSync('examples/ketamine-pilot/plan.json', 'utf8');
const reportText = readFileSync('tests/web/fixtures/report.json', 'utf8');

/** The JSON with one more entry in front. */
const withEntry = (text: string, entry: string): string => text.replace('{', `{ ${entry},`);

describe('JSON is refused', () => {
  test.each([
    ['longer than is read', 'x'.repeat(101), /^the plan has 101 characters: at most 100 are read/],
    ['of more levels than are read', deep(42), /^the plan has more than 40 levels/],
    ['of very many levels', deep(49), /^the plan has more than 40 levels/],
    ['with the key __proto__', '{"a": [{"__proto__": {"isAdmin": true}}]}', /^the plan has the key __proto__/],
    ['with a constructor that is an object', '{"constructor": {"prototype": 1}}', /^the plan has the key constructor/],
    ['that is none', '{', /^the plan is not JSON$/],
  ])('%s', (_, text, message) => {
    expect(() => readJson(text, 'the plan', 100)).toThrow(JsonRefused);
    expect(() => readJson(text, 'the plan', 100)).toThrow(message);
  });

  test('a hundred thousand levels exhaust nothing', () => {
    expect(() => readJson(deep(100_000), 'the plan', jsonLimits.plan)).toThrow(/^the plan has more than 40 levels/);
  });

  test('an arm called constructor is a word like others', () => {
    const value = readJson('{"labels": {"constructor": "Constructor"}}', 'the plan', 100);
    expect(value).toEqual(JSON.parse('{"labels": {"constructor": "Constructor"}}'));
  });
});

const hostile = [
  ['"__proto__": { "isAdmin": true }', '__proto__ is not allowed as a key'],
  ['"constructor": { "prototype": { "isAdmin": true } }', 'constructor is not allowed as a key'],
  [`"more": ${deep(100)}`, 'more is not known'],
] as const;

describe.each(hostile)('%s', (entry, told) => {
  test('is told in a plan', () => {
    expect(() => parsePlan(withEntry(planText, entry))).toThrow(told);
  });

  test('is told in a definition', () => {
    expect(definitionFromText(withEntry('{ "name": "a" }', entry), [])).toEqual({
      problem: strings.ownInstruments.notAllowed,
    });
  });

  test('is told in a report and in its plan, which are then not used', async () => {
    for (const text of [withEntry(reportText, entry), reportText.replace('"plan": {', `"plan": { ${entry},`)]) {
      expect(text).not.toBe(reportText);
      const { plan, report, problem } = await readSaved([new File([text], 'report.json')]);
      expect({ plan, report }).toEqual({ plan: null, report: null });
      expect(problem?.message).toBe(strings.data.jsonNotAllowed('report.json'));
    }
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});

test('a file larger than any report is told and not read', async () => {
  const file = new File([], 'huge.json');
  Object.defineProperty(file, 'size', { value: 60_000_000 });
  Object.defineProperty(file, 'text', { value: () => Promise.reject(new Error('it was read')) });
  const { problem, plan } = await readSaved([file, new File([planText], 'plan.json')]);
  expect(problem).toMatchObject({ code: 'file_too_large', detail: { file: 'huge.json' } });
  expect(plan).not.toBeNull();
});

// SPDX-License-Identifier: MIT
/** Where no identifier matches and a button joins them, the remedy names the button; keys of a plan are for terminals. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../web/contract/engine.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { analyzeFiles } from '../../web/engine/files.js';
import { propose } from '../../web/read/index.js';
import { setLanguage } from '../../web/text/language.js';
import { withoutPlanKeys } from '../../web/text/page_words.js';
import { strings } from '../../web/text/strings.js';
import { translated } from '../../web/text/translated.js';
import { read, thrown } from './read-support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadBuiltInEngine();
});
afterEach(() => setLanguage('en'));

const people = Array.from({ length: 12 }, (_, i) => i + 1);
const listOf = (row: (person: number) => string): string => people.map(row).join('\n');

/** The remedy where the scores write the participant in this way. */
function remedyOf(written: (person: number) => string): string {
  const rows = people.flatMap((person) => [0, 28].map((day) => `${written(person)},${day},${40 + (person % 7)}`));
  const files = [
    read(
      'people.csv',
      `id,arm\n${listOf((person) => `MS-${String(person).padStart(3, '0')},${person % 2 ? 'A' : 'B'}`)}\n`,
    ),
    read('scores.csv', `id,day,FSS\n${rows.join('\n')}\n`),
  ];
  return thrown(() => analyzeFiles(engine, propose(files).plan, files)).detail.remedy ?? '';
}

describe('the remedy for identifiers of which none matches', () => {
  test.each([
    ['their numbers', String, 'joinNumbers', 'numbers'],
    ['their writing', (person: number) => `ms${person}`, 'joinIds', 'plain'],
  ] as const)('names the button for %s', (_, written, button, key) => {
    const remedy = remedyOf(written);
    expect(remedy).toContain(`\u201c${strings.arms[button]}\u201d beside scores.csv (ids: "${key}" in a plan)`);
    expect(translated(remedy)).toContain(`\u201c${strings.arms[button]}\u201d beside scores.csv if they are`);
    setLanguage('de');
    expect(translated(remedy)).toContain(`\u201e${strings.arms[button]}\u201c neben scores.csv`);
  });

  test('is to choose the column where no button would help', () => {
    expect(remedyOf((person) => `x${person + 100}y`)).toBe(
      'choose the column that holds the same identifiers in both files',
    );
  });
});

test.each([
  'the numbers in visit are taken as days; \u201cVisits count\u201d beside the visit column (timeUnit in a plan) changes it',
  'these look like different people with the same identifiers: keep the files apart by centre, beside a.csv on the page or by reading.stack with an idPrefix in a plan',
  'put the two tables together, beside a.csv on the page or by reading.stack in a plan',
  'say whether lower_is_better or higher_is_better holds for the form used',
])('on the page there are no keys of a plan: %s', (said) => {
  const keys = /timeUnit|reading\.stack|idPrefix|_is_better|in a plan|in einem Plan/;
  expect(said).toMatch(keys);
  expect(translated(said)).not.toMatch(keys);
  setLanguage('de');
  expect(translated(said)).not.toMatch(keys);
  expect(translated(said)).not.toBe(withoutPlanKeys(said));
});

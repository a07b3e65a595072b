// SPDX-License-Identifier: MIT
/** A questionnaire described in the form: what is refused, and the definition that comes of it. */
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import { definitionFromText, looksLikeDefinition } from '../../web/elements/definition_text.js';
import { removalProblem } from '../../web/elements/fc-own-instruments.js';
import {
  definitionOf,
  draftOf,
  emptyDraft,
  emptySubscale,
  itemList,
  itemListText,
  type OwnDraft,
} from '../../web/elements/own_instrument.js';
import { builtInInstruments } from '../../web/read/instruments.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { tiredness } from './made-definition.js';

const draft: OwnDraft = {
  ...emptyDraft,
  name: 'Ward scale',
  count: '5',
  lowest: '0',
  highest: '4',
  reversed: '2, 4-5',
  direction: 'higher_is_better',
  rule: 'atLeast',
  atLeast: '3',
  subscales: [{ ...emptySubscale, label: 'Daily life', items: '1-2', multiply: '2.5', add: '\u22121' }],
  bands: [
    { label: 'severe', from: '4' },
    { label: 'mild', from: '12' },
  ],
};

test('what item columns begin with is part of the definition, and comes back into the form', () => {
  const definition = made({ ...draft, stems: ' wfs , ward_x ' });
  expect(definition.stems).toEqual(['wfs', 'ward_x']);
  expect(draftOf(definition)?.stems).toBe('wfs, ward_x');
  expect('stems' in made(draft)).toBe(false);
  expect(definitionOf({ ...draft, stems: 'wfs, --' }, [])).toMatchObject({
    problems: { stems: expect.stringContaining('begins no column name') as string },
  });
});

const ward = {
  name: 'Ward scale',
  title: 'Ward scale',
  version: '5 items',
  direction: 'higher_is_better',
  items: { count: 5, lowest: 0, highest: 4, reversed: [2, 4, 5] },
  scorings: [{ name: 'sum', combine: 'sum' }],
  scales: [
    { name: 'total', label: 'Ward scale total' },
    { name: 'daily_life', label: 'Ward scale Daily life', items: [1, 2], transform: { multiply: 2.5, add: -1 } },
  ],
  missingItems: { default: { atLeast: 3 }, source: 'chosen by the user' },
  bands: [
    { scale: 'total', label: 'mild', from: 12, source: 'described by the user' },
    { scale: 'total', label: 'severe', from: 4, source: 'described by the user' },
  ],
  source: ['described by the user'],
  licence: 'the user answers for the right to use it',
};

/** The definition made, or a failure that shows what was refused. */
function made(of: OwnDraft) {
  const result = definitionOf(of, []);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.definition;
}

const problemsOf = (change: Partial<OwnDraft>, others = [tiredness]): Record<string, string> => {
  const result = definitionOf({ ...draft, ...change }, others);
  return 'problems' in result ? { ...result.problems } : {};
};

test('the fields make a definition, bands with the worst last', () => {
  expect(made(draft)).toEqual(ward);
});

test('what the form made, it shows again', () => {
  const definition = made(draft);
  expect(definitionOf(draftOf(definition)!, [], definition)).toEqual({ definition });
});

test('a definition that says more than the form is not shown in it', () => {
  expect(draftOf(tiredness)).toBeNull();
  expect(draftOf({ ...made(draft), changes: tiredness.changes! })).not.toBeNull();
});

describe('each field is checked in words', () => {
  test.each<[Partial<OwnDraft>, string, string]>([
    [{ name: '  ' }, 'name', 'Give it a name of at least one letter.'],
    [{ name: 'tired' }, 'name', 'There is a questionnaire called tired already: give it another name.'],
    [{ name: 'Fatigue Severity Scale' }, 'name', 'There is a questionnaire called Fatigue Severity Scale already'],
    [{ count: '2.5' }, 'count', 'A whole number from 1 to 200.'],
    [{ lowest: 'one' }, 'lowest', 'A number.'],
    [{ highest: '0' }, 'highest', 'A number above the lowest answer.'],
    [{ highest: '4.5' }, 'highest', 'A whole number, or tick'],
    [{ reversed: '2, 6' }, 'reversed', 'There is no item 6: the items are 1 to 5.'],
    [{ reversed: '2 to 4' }, 'reversed', '\u201cto\u201d is no item number'],
    [{ reversed: '1, 1' }, 'reversed', 'Item 1 is named twice.'],
    [{ multiply: '0' }, 'multiply', 'A number that is not 0.'],
    [{ add: '' }, 'add', 'A number.'],
    [{ direction: '' }, 'direction', 'Choose which end is good.'],
    [{ atLeast: '6' }, 'atLeast', 'A whole number from 1 to 5.'],
    [{ subscales: [{ ...emptySubscale, label: 'Total', items: '1' }] }, 'subscales.0.label', 'two scales called total'],
    [{ subscales: [{ ...emptySubscale, label: 'a' }] }, 'subscales.0.items', 'Name at least one item.'],
    [{ bands: [{ label: '', from: '1' }] }, 'bands.0.label', 'Give the range a name.'],
    [{ bands: [{ label: 'bad', from: '21' }] }, 'bands.0.from', 'A score between 0 and 20.'],
  ])('%j', (change, field, words) => {
    const problems = problemsOf(change);
    expect(Object.keys(problems)).toEqual([field]);
    expect(problems[field]).toContain(words);
  });
});

test('lists of items are read as people write them', () => {
  expect(itemList('2, 5-7', 9)).toEqual({ items: [2, 5, 6, 7] });
  expect(itemList('5 \u2013 7 ; 9', 9)).toEqual({ items: [5, 6, 7, 9] });
  expect(itemList('', 9)).toEqual({ items: [] });
  expect(itemListText([2, 5, 6, 7, 9, 10])).toBe('2, 5-7, 9, 10');
});

describe('a definition as JSON', () => {
  test('is taken', () => {
    expect(definitionFromText(JSON.stringify(tiredness), [])).toEqual({ definition: tiredness });
  });

  test('is told from a plan', () => {
    expect(looksLikeDefinition(tiredness)).toBe(true);
    expect(looksLikeDefinition({ schemaVersion: 1, files: [], instruments: [] })).toBe(false);
  });

  test.each([
    ['{', 'This is not JSON'],
    ['[1]', 'This is no definition of a questionnaire'],
    [JSON.stringify({ ...tiredness, licence: undefined }), 'licence is missing'],
    [JSON.stringify({ ...tiredness, name: 'fss' }), 'There is a questionnaire called fss already'],
  ])('%s is refused', (text, words) => {
    const read = definitionFromText(text, []);
    expect('problem' in read && read.problem).toContain(words);
  });
});

describe('in the plan', () => {
  const empty: Plan = { schemaVersion: 1, files: [], instruments: [], outcomes: [] };
  const used: Plan = {
    ...empty,
    files: [{ name: 'q.csv', role: 'records', id: 'id', visit: 'day' }],
    definitions: [tiredness],
    instruments: [{ id: 'tired', instrument: 'tired', file: 'q.csv', items: ['a'] }],
    outcomes: [
      {
        id: 'o',
        label: 'O',
        role: 'primary',
        score: 'tired.mind',
        model: { kind: 'mmrm', response: 'change' },
        effect: { kind: 'average_difference' },
      },
    ],
  };

  test('a definition is added, and changed in its place', () => {
    const plan = applyEdit(empty, { kind: 'define', definition: tiredness });
    expect(plan.definitions).toEqual([tiredness]);
    const renamed = { ...tiredness, name: 'WEARY' };
    expect(applyEdit(plan, { kind: 'define', definition: renamed, replaces: 'TIRED' }).definitions).toEqual([renamed]);
  });

  test('those who use a definition follow its name, and lose a scale it no longer has', () => {
    const renamed = { ...tiredness, name: 'WEARY', scales: [tiredness.scales[0]!, tiredness.scales[1]!] };
    const plan = applyEdit(used, { kind: 'define', definition: renamed, replaces: 'TIRED' });
    expect(plan.instruments[0]?.instrument).toBe('WEARY');
    expect(plan.outcomes[0]?.score).toBe('tired.all');
  });

  test('one in use stays, and why is said', () => {
    expect(applyEdit(used, { kind: 'remove_definition', name: 'TIRED' })).toEqual(used);
    expect(removalProblem('TIRED', used.instruments, [tiredness])).toContain('TIRED is used in q.csv.');
    const free = { ...used, instruments: [], outcomes: [] };
    expect(applyEdit(free, { kind: 'remove_definition', name: 'TIRED' }).definitions).toBeUndefined();
    expect(removalProblem('TIRED', [], [tiredness])).toBeNull();
  });
});

test('no built-in questionnaire is taken for one of the form without loss', () => {
  for (const definition of builtInInstruments) {
    const own = draftOf(definition);
    if (own) expect(definitionOf(own, [], definition)).toEqual({ definition });
  }
});

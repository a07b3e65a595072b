// SPDX-License-Identifier: MIT
/** Centres with other visits, other words for their arms, or wide files: what is asked, told and analysed. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../web/contract/engine.js';
import type { Plan } from '../../web/contract/plan.js';
import { armMatches, armTwice, chosenArms } from '../../web/read/arm-match.js';
import { chosenVisits, openVisits, visitMatches } from '../../web/read/visit-match.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { analyzeFiles } from '../../web/engine/files.js';
import { prepareTables, propose, proposeStacks, stackTables, type ReadResult } from '../../web/read/index.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { paragraphsOf } from '../../web/text/paragraphs.js';
import { textOf } from '../../web/text/segments.js';
import { toConfirm } from '../../web/text/to_confirm.js';
import { byTurns, centres, offerOf, putTogetherEdit } from './centres-support.js';
import { codes, message, read } from './read-support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadBuiltInEngine();
});

const times = ['T0', 'T1', 'T2'];
const ofParis = (person: number): string => `P${person}`;
const inWords = (person: number): string => (byTurns(person) === 'Drug' ? 'drug' : 'PLB');

/** The plan and table of files that are put together as they are. */
function stacked(files: readonly ReadResult[], sameVisits: Record<string, string> = {}): [Plan, ReadResult] {
  const { reading } = putTogetherEdit(offerOf(files), false);
  const table = stackTables('both', reading, files);
  return [propose([table], [], [{ name: 'both', sameVisits }]).plan, table];
}

describe('visits of other numbers', () => {
  const visits = [times, ['Baseline', 'Week 8']];

  test('are matched by nothing but the word for a baseline, and have to be chosen', () => {
    const matches = visitMatches(visits);
    expect(matches.map(({ proposed }) => proposed)).toEqual(['T0', null]);
    expect(openVisits(matches, {}).map(({ label }) => label)).toEqual(['Week 8']);
    expect(openVisits(matches, { 'Week 8': '' })).toEqual([]);
    expect(chosenVisits(matches, {})).toEqual({ Baseline: 'T0' });
    expect(chosenVisits(matches, { 'Week 8': 'T2' })).toEqual({ Baseline: 'T0', 'Week 8': 'T2' });
    expect(visitMatches([['Week 4', 'Week 8', 'Week 12'], ['V1']])[0]?.proposed).toBeNull();
  });

  test('are told in the notes and the methods as they were said', () => {
    const files = centres({ visits: times }, { visits: visits[1]!, idOf: ofParis });
    const said = { Baseline: 'T0', 'Week 8': 'T2' };
    const { reading } = putTogetherEdit(offerOf(files), false);
    const table = stackTables('both', reading, files);
    const { plan, notes } = propose([table], [], [{ name: 'both', sameVisits: said }]);
    expect(message({ notes }, 'said_visits')).toContain('"Week 8" (paris.csv) = "T2"');
    const report = analyzeFiles(engine, plan, [table]);
    const methods = textOf(paragraphsOf(report).methods);
    expect(methods).toContain('In both, visits of different names were taken as one, as was said: ');
    expect(methods).toContain('\u201cWeek 8\u201d as \u201cT2\u201d');
  });

  test('are not told where only the spelling differs', () => {
    const [plan, table] = stacked(centres({ visits: times }, { visits: ['T0', 't1', 'T2'], idOf: ofParis }));
    const report = analyzeFiles(engine, plan, [table]);
    expect(report.plan.files[0]?.sameVisits).toEqual({ t1: 'T1' });
    expect(textOf(paragraphsOf(report).methods)).not.toContain('visits of different names');
  });
});

describe('arms that centres call differently', () => {
  const files = centres({ visits: times }, { visits: times, idOf: ofParis, armOf: inWords });

  test('are asked about with the results until somebody has said whether they are one', () => {
    const [stack] = proposeStacks(files);
    const table = stackTables(stack!.name, stack!.reading, stack!.parts);
    const { plan } = propose([table]);
    const asked = analyzeFiles(engine, plan, [table]);
    const open = toConfirm(asked).find(({ kind }) => kind === 'arms');
    expect(open?.text).toContain('berlin.csv: Drug, Placebo; paris.csv: Drug, PLB');
    expect(open).toMatchObject({ matches: [{ value: 'PLB', others: [{ value: 'Placebo' }] }] });

    const edit = { kind: 'arm', value: 'PLB', as: { same: 'Placebo' }, arms: plan.arms!.order } as const;
    const merged = analyzeFiles(engine, applyEdit(plan, edit), [table]);
    expect(merged.arms).toHaveLength(2);
    expect(toConfirm(merged).map(({ kind }) => kind)).not.toContain('arms');
    expect(textOf(paragraphsOf(merged).methods)).toContain(
      'Arms of different names were taken as one: \u201cPLB\u201d as \u201cPlacebo\u201d.',
    );

    const kept = applyEdit(plan, { kind: 'confirm', assumption: 'arms_apart:' });
    expect(toConfirm(analyzeFiles(engine, kept, [table])).map(({ kind }) => kind)).not.toContain('arms');
  });

  test('are no question where the words are the same, or one centre only lacks an arm', () => {
    const others = [undefined, (): string => 'Drug'].map((armOf) =>
      centres({ visits: times }, { visits: times, idOf: ofParis, ...(armOf && { armOf }) }),
    );
    for (const group of others) {
      const [plan, table] = stacked(group);
      expect(analyzeFiles(engine, plan, [table]).armsApart).toBeUndefined();
    }
  });

  test('are matched where the tables are put together, and are then one in the plan', () => {
    const apart = centres({ visits: times }, { visits: ['Baseline', 'W4', 'W8'], idOf: ofParis, armOf: inWords });
    const offer = offerOf(apart);
    expect(offer.arms).toEqual([
      ['Drug', 'Placebo'],
      ['Drug', 'PLB'],
    ]);
    const matches = armMatches(offer.arms!);
    expect(matches).toEqual([{ arm: 'PLB', part: 1, candidates: ['Placebo'] }]);
    expect(chosenArms(matches, {})).toEqual({});
    const edit = { ...putTogetherEdit(offer, false), sameArms: chosenArms(matches, { PLB: 'Placebo' }) };
    const { arms } = applyEdit(propose(apart).plan, edit);
    expect([...(arms?.order ?? [])].sort()).toEqual(['Drug', 'Placebo']);
    expect(arms?.same).toMatchObject({ PLB: 'Placebo', drug: 'Drug' });
  });

  test('of one table are not two of them one', () => {
    const matches = armMatches([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(armTwice(matches, { c: 'a', d: 'a' })).toEqual({ part: 1, arm: 'a' });
    expect(armTwice(matches, { c: 'a', d: 'b' })).toBeNull();
    expect(armTwice(matches, {})).toBeNull();
  });
});

test.each([true, false])('wide files of two centres are one table that can be analysed (wrong cell: %s)', (isWrong) => {
  const wide = (name: string, start: string): ReadResult => {
    const rows = Array.from({ length: 20 }, (_, i) => {
      const end = isWrong && start === 'L' && i === 4 ? 'x' : String(30 + ((i * 5) % 13));
      return `${start}${i},${i % 2 ? 'Drug' : 'Placebo'},${40 + ((i * 7) % 11)},${end}`;
    });
    return read(name, `ID,Arm,FSS_baseline,FSS_week8\n${rows.join('\n')}\n`);
  };
  const [stack] = proposeStacks([wide('hamburg.csv', 'H'), wide('leeds.csv', 'L')]);
  const table = stackTables(stack!.name, stack!.reading, stack!.parts);
  const { plan } = propose([table]);
  if (isWrong) {
    expect(() => prepareTables(plan, [table])).toThrow('FSS_week8 (leeds.csv)');
    return;
  }
  const [prepared] = prepareTables(plan, [table]);
  for (const { origin } of prepared!.columns) expect(origin?.codes.length ?? 80).toBe(80);
  const report = analyzeFiles(engine, plan, [table]);
  expect(report.errors).toEqual([]);
  expect(report.arms.reduce((sum, { participants }) => sum + participants, 0)).toBe(40);
  expect(report.outcomes[0]?.effects.length).toBe(1);
  expect(codes(table)).toContain('stacked');
});

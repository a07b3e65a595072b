// SPDX-License-Identifier: MIT
/** A line that may be in centimetres, and a diary's slope: told with the results, with the answers that settle them. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../web/contract/engine.js';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { withSummary } from '../../web/elements/outcome_edits.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { analyzeFiles } from '../../web/engine/files.js';
import { completePlan, parsePlan, propose, type Note, type ReadResult } from '../../web/read/index.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { assumptionOf, isSettled } from '../../web/site/settled_notes.js';
import { editName } from '../../web/text/edit_name.js';
import { toConfirm } from '../../web/text/to_confirm.js';
import { codes, message, read, thrown } from './read-support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadBuiltInEngine();
});

const people = Array.from({ length: 16 }, (_, i) => i);
const armOf = (person: number): string => (person % 2 ? 'Drug' : 'Placebo');

/** Lines of two visits each, with one decimal where `factor` has one. */
function lines(factor: number, extra: readonly string[] = []): ReadResult {
  const rows = people.flatMap((person) =>
    [0, 28].map((day) => `${person},${armOf(person)},${day},${(20 + ((person * 7 + day * 3) % 61)) * factor}`),
  );
  return read('vas.csv', `id,arm,day,vas_fatigue\n${[...rows, ...extra].join('\n')}\n`);
}

/** As after the direction was chosen. */
function directed(files: ReadResult[]): { plan: Plan; notes: Note[] } {
  const { plan, notes } = propose(files);
  const instruments = plan.instruments.map((each) => ({ ...each, direction: 'lower_is_better' as const }));
  const done = completePlan({ ...plan, instruments }, ['vasf', 'nrs_fatigue'], files);
  return { plan: done.plan, notes: [...notes, ...done.notes] };
}

function reported(plan: Plan, notes: readonly Note[], files: ReadResult[]): Report {
  const open = notes.filter((note) => note.assumes && !isSettled(note, note.file ?? '', plan, propose(files).plan));
  const report = analyzeFiles(engine, plan, files);
  return { ...report, assumed: open.map((note) => ({ assumption: assumptionOf(note), message: note.message })) };
}

describe('a line from 0 to 100 without a value above 10', () => {
  test.each([
    ['with decimals', 0.1],
    ['in whole numbers', 0.125],
  ])('is asked about, %s', (_, factor) => {
    const { plan, notes } = propose([lines(factor)]);
    expect(plan.instruments).toMatchObject([{ instrument: 'VAS-F' }]);
    expect(message({ notes }, 'range_in_doubt')).toContain('no value of VAS-F (vas_fatigue) is above 10');
  });

  test('is so with codes for missing among the values, and not with a single value above', () => {
    const code = '99,Drug,0,999';
    expect(codes(propose([lines(0.1, [code])]))).toContain('range_in_doubt');
    expect(codes(propose([lines(0.1, ['99,Drug,0,10.5'])]))).not.toContain('range_in_doubt');
    expect(codes(propose([lines(1)]))).not.toContain('range_in_doubt');
  });

  test('stands under what is to confirm until it is said', () => {
    const files = [lines(0.1)];
    const { plan, notes } = directed(files);
    const [open] = toConfirm(reported(plan, notes, files));
    expect(open).toMatchObject({ kind: 'range', assumption: 'range_in_doubt:vasf', instrument: 'vasf' });
    const kept = applyEdit(plan, { kind: 'confirm', assumption: 'range_in_doubt:vasf' });
    expect(toConfirm(reported(kept, notes, files))).toEqual([]);
  });

  test('is read as one to 10 where that is said, no value changed', () => {
    const files = [lines(0.1)];
    const { plan, notes } = directed(files);
    const edit = { kind: 'centimetres', id: 'vasf' } as const;
    const shorter = applyEdit(plan, edit);
    expect(shorter.instruments).toMatchObject([{ id: 'vasf', instrument: 'VAS-F 0-10', direction: 'lower_is_better' }]);
    expect(shorter.definitions).toMatchObject([{ name: 'VAS-F 0-10', items: { lowest: 0, highest: 10, step: 0 } }]);
    expect(editName(edit, plan)).toBe('VAS-F from 0 to 10');
    const report = reported(parsePlan(JSON.stringify(shorter)), notes, files);
    expect(toConfirm(report)).toEqual([]);
    expect(report.outcomes[0]?.effects).toEqual(reported(plan, notes, files).outcomes[0]?.effects);
    const beyond = thrown(() => analyzeFiles(engine, shorter, [lines(0.1, ['99,Drug,28,11'])]));
    expect(beyond.message).toContain('11 is outside the answers VAS-F 0-10 allows, numbers 0 to 10');
  });
});

describe("a diary's slope", () => {
  const rows = people.flatMap((person) =>
    Array.from({ length: 15 }, (_, day) => `${person},${armOf(person)},${day},${(person * 3 + day * 5) % 11}`),
  );
  const files = [read('diary.csv', `id,arm,day,nrs_fatigue\n${rows.join('\n')}\n`)];

  test('is to be confirmed, with the days it is over', () => {
    const { plan, notes } = directed(files);
    const [open] = toConfirm(reported(plan, notes, files));
    expect(open).toMatchObject({ kind: 'slope', assumption: 'diary_slope:nrs_fatigue' });
    expect(open?.text).toContain('difference in slopes (change per day, days 0 to 14)');
    const kept = applyEdit(plan, { kind: 'confirm', assumption: 'diary_slope:nrs_fatigue' });
    expect(toConfirm(reported(kept, notes, files))).toEqual([]);
  });

  test('is said to be primary where there are other outcomes', () => {
    const { plan, notes } = directed(files);
    const report = reported(plan, notes, files);
    const [first] = report.outcomes;
    const both = { ...report, outcomes: [first!, { ...first!, id: 'other', score: 'other.total' }] };
    expect(toConfirm(both)[0]?.text).toContain('primary outcome');
    expect(toConfirm(report)[0]?.text).not.toContain('primary outcome');
  });

  test('is settled by weekly means in its place', () => {
    const { plan, notes } = directed(files);
    const slope = notes.find(({ code }) => code === 'diary_slope')!;
    const { patch } = withSummary(plan.outcomes[0]!, { kind: 'weekly_mean' }, [], {});
    const weekly = applyEdit(plan, { kind: 'outcome', id: plan.outcomes[0]!.id, patch });
    expect(isSettled(slope, 'diary.csv', plan, plan)).toBe(false);
    expect(isSettled(slope, 'diary.csv', weekly, plan)).toBe(true);
    expect(analyzeFiles(engine, weekly, files).outcomes[0]?.status).toBe('ok');
  });
});

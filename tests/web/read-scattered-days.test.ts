// SPDX-License-Identifier: MIT
/** Records on scattered days give no effect at a single day before somebody says how the days are to be taken. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../web/contract/engine.js';
import { EngineError } from '../../web/contract/engine.js';
import type { Plan, PlanFile } from '../../web/contract/plan.js';
import { plannedDays } from '../../web/elements/file_edits.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { analyzeFiles } from '../../web/engine/files.js';
import { completePlan, parsePlan, propose } from '../../web/read/index.js';
import { withoutScattered } from '../../web/read/scattered-days.js';
import { windowsOfPlanned } from '../../web/read/windows.js';
import { NotesOfFiles } from '../../web/site/file_notes.js';
import { notYet } from '../../web/site/not_yet.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { scatteredFiles } from '../../web/site/scattered_files.js';
import { read, thrown } from './read-support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadBuiltInEngine();
});

const dateOf = (day: number): string => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
/** Thirty participants seen on their first day and on three others that nobody planned. */
const rows = Array.from({ length: 120 }, (_, row) => {
  const [person, visit] = [Math.floor(row / 4), row % 4];
  const day = visit === 0 ? 0 : 12 + 33 * (visit - 1) + ((person * 17 + visit * 11) % 31);
  return `P${person},${person % 2 ? 'active' : 'placebo'},${dateOf(day + person)},${30 + ((row * 7) % 29)}`;
});
const data = read('trial.csv', `Patient,Arm,Visit date,FSS\n${rows.join('\n')}\n`);

const fromFirst: Partial<PlanFile> = { date: 'Visit date', dayZero: 'first_record' };
const edited = (plan: Plan, patch: Partial<PlanFile>): Plan =>
  applyEdit(plan, { kind: 'file', name: 'trial.csv', patch });

/** The page's plan once days count from the first record, and an outcome was added by hand. */
function added(patch: Partial<PlanFile> = {}): Plan {
  const plan = edited(edited(propose([data]).plan, fromFirst), patch);
  return applyEdit(plan, { kind: 'add_outcome', score: 'fss.total', label: 'FSS', visits: ['0', '33', '87'] });
}

describe('an outcome that was added by hand', () => {
  test('waits, and the reason names the file and what to do', () => {
    expect(thrown(() => analyzeFiles(engine, added(), [data]))).toMatchObject({
      code: 'days_scattered',
      message: expect.stringMatching(/^trial\.csv: FSS is not analysed yet: .* different days \(0 to \d+\)/) as string,
      detail: { file: 'trial.csv' },
    });
  });

  test('leaves others to be analysed', () => {
    const line = { kind: 'random_effects', response: 'value', random: 'intercept' } as const;
    const plan = added();
    const slope = { ...plan.outcomes[0]!, id: 'slope', model: line, effect: { kind: 'slope_difference' } as const };
    const report = analyzeFiles(engine, { ...plan, outcomes: [...plan.outcomes, slope] }, [data]);
    expect(report.outcomes.map(({ id, status }) => [id, status])).toEqual([['slope', 'ok']]);
    expect(report.errors.map(({ code }) => code)).toEqual(['days_scattered']);
    // The report's plan is the whole plan.
    expect(report.plan.outcomes.map(({ id }) => id)).toEqual([plan.outcomes[0]!.id, 'slope']);
  });

  test('holds the tests after it in a fixed sequence', () => {
    const line = { kind: 'random_effects', response: 'value', random: 'intercept' } as const;
    const plan = added();
    const [first] = plan.outcomes;
    const slope = { ...first!, id: 'slope', model: line, effect: { kind: 'slope_difference' } as const };
    const gateOf = (roles: readonly ['primary' | 'secondary', 'primary' | 'secondary']): unknown =>
      analyzeFiles(
        engine,
        {
          ...plan,
          outcomes: [
            { ...first!, role: roles[0] },
            { ...slope, role: roles[1] },
          ],
          inference: { ...plan.inference, gate: 'fixed_sequence' },
        },
        [data],
      ).outcomes[0]?.gate;
    expect(gateOf(['primary', 'secondary'])).toMatchObject({ position: 2, open: false, rejected: false });
    expect(gateOf(['secondary', 'primary'])).toMatchObject({ position: 1, open: true });
  });

  test('is analysed at the visits of windows', () => {
    const windows = windowsOfPlanned([0, 28, 56, 84]);
    const report = analyzeFiles(engine, edited(added(), { windows }), [data]);
    expect(report.outcomes[0]?.observed.map(({ visit }) => visit)).toContain('Day 84');
  });

  test('waits no longer where somebody says that each day is a visit, whatever the model comes to', () => {
    const plan = added({ scatteredDays: 'visits' });
    expect(parsePlan(JSON.stringify(plan))).toEqual(plan);
    expect(withoutScattered(plan, [data])).toEqual({ plan, errors: [] });
    expect(thrown(() => analyzeFiles(engine, plan, [data])).code).toBe('no_usable_fit');
  });

  test('what was said of the days stands in the report', () => {
    const line = { kind: 'random_effects', response: 'value', random: 'intercept' } as const;
    const plan = added({ scatteredDays: 'visits' });
    const slope = { ...plan.outcomes[0]!, model: line, effect: { kind: 'slope_difference' } as const };
    const report = analyzeFiles(engine, { ...plan, outcomes: [slope] }, [data]);
    expect(report.plan.files[0]).toMatchObject({ scatteredDays: 'visits' });
  });

  test('windows take the place of what was said of single days', () => {
    const plan = edited(added({ scatteredDays: 'visits' }), { windows: windowsOfPlanned([0, 28]) });
    expect(plan.files[0]).not.toHaveProperty('scatteredDays');
  });
});

test('visits that many participants share are none of these', () => {
  const shared = rows.map((line, row) => line.replace(/\d{4}-\d\d-\d\d/, dateOf(28 * (row % 4))));
  const file = read('trial.csv', `Patient,Arm,Visit date,FSS\n${shared.join('\n')}\n`);
  const plan = added();
  expect(withoutScattered(plan, [file])).toEqual({ plan, errors: [] });
});

describe('the page', () => {
  /** What it does with the click on "Day 0 is each participant's first record". */
  function clicked(patch: Partial<PlanFile>) {
    const proposal = propose([data]);
    const notes = new NotesOfFiles();
    const { name, sha256, options } = data;
    const summary = { name, sha256, rowCount: 120, columns: [], options, preview: [], error: null };
    notes.take({ files: [{ ...summary, notes: proposal.notes }], plan: proposal.plan });
    const completed = completePlan(edited(proposal.plan, patch), ['fss'], [data]);
    notes.add(completed.notes, completed.plan);
    return { plan: completed.plan, files: notes.under(completed.plan) };
  }

  test('says what is missing, and not that an arm is', () => {
    const { lead, missing } = notYet(clicked(fromFirst).files);
    expect(lead).toBe('Nothing to analyse yet. What is missing:');
    expect(missing).toEqual([expect.stringContaining('set windows to take each record to its planned visit')]);
    expect(missing.join()).not.toContain('arm');
  });

  test('offers visits until they are chosen', () => {
    const { plan, files } = clicked(fromFirst);
    expect(plan.outcomes).toEqual([]);
    expect(scatteredFiles(plan, files, [])).toEqual(['trial.csv']);
    const after = clicked({ ...fromFirst, windows: windowsOfPlanned([0, 28, 56]) });
    expect(after.plan.outcomes).toHaveLength(1);
    expect(scatteredFiles(after.plan, after.files, [])).toEqual([]);
  });

  test('offers them for an outcome that was there before the days', () => {
    const plan = added();
    const error = thrown(() => analyzeFiles(engine, plan, [data]));
    expect(error).toBeInstanceOf(EngineError);
    expect(scatteredFiles(plan, [], [error])).toEqual(['trial.csv']);
  });

  test('proposes an outcome once each day is to be a visit', () => {
    expect(clicked({ ...fromFirst, scatteredDays: 'visits' }).plan.outcomes).toHaveLength(1);
  });

  test('says that an outcome is missing where nothing else is', () => {
    expect(notYet([{ ...clicked(fromFirst).files[0]!, notes: [] }]).lead).toContain('no outcome is set');
  });
});

test('windows around planned days meet half-way, and days after treatment are no baseline', () => {
  expect(windowsOfPlanned([28, 0, 56])).toEqual([
    { visit: 'Day 0', day: 0, before: 13, after: 1 },
    { visit: 'Day 28', day: 28, before: 14, after: 13 },
    { visit: 'Day 56', day: 56, before: 14, after: 14 },
  ]);
});

test.each([
  ['0, 28, 56', [0, 28, 56]],
  ['0;28', [0, 28]],
  ['28', null],
  ['0, four', null],
  ['', null],
])('the list %j is %j', (list, days) => {
  expect(plannedDays(list)).toEqual(days);
});

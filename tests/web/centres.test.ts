// SPDX-License-Identifier: MIT
/** What is said of two centres' files before somebody has answered whose their identifiers are, and what after. */
import { beforeAll, describe, expect, test } from 'vitest';
import { EngineError, type Engine } from '../../web/contract/engine.js';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import type { PlanEdit } from '../../web/elements/events.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { analyzeFiles, checkFiles } from '../../web/engine/files.js';
import { rScript } from '../../web/export/r/script.js';
import { sasProgram } from '../../web/export/sas/program.js';
import { propose, stackOffers, type ReadResult } from '../../web/read/index.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { emptyState } from '../../web/site/session_state.js';
import { summaryOf, type Summary } from '../../web/text/summary.js';
import { toConfirm } from '../../web/text/to_confirm.js';
import { byThrees, centres, offerOf, people, putTogetherEdit, together } from './centres-support.js';
import { message, read, thrown } from './read-support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadBuiltInEngine();
});

const times = ['T0', 'T1', 'T2'];
const weeks = ['baseline', 'week 4', 'week 8'];
const ofParis = (person: number): string => `P${person}`;

const planned = (files: readonly ReadResult[], ...edits: PlanEdit[]): Plan =>
  edits.reduce<Plan>(applyEdit, propose(files).plan);
const reported = (files: readonly ReadResult[], ...edits: PlanEdit[]): Report =>
  analyzeFiles(engine, planned(files, ...edits), files);

/** The bar over what the page has. */
function barOf(files: readonly ReadResult[], plan: Plan, report: Report | null): Summary {
  const offers = stackOffers(files);
  const held = files.map(({ name, table }) => {
    const stackOffer = offers.get(name);
    return { name, rowCount: table.rowCount, error: null, ...(stackOffer && { stackOffer }) };
  });
  return summaryOf({ ...emptyState, files: held, plan, report }, []);
}

describe('the same identifiers in the same arms', () => {
  const files = centres({ visits: times }, { visits: times });
  const same: PlanEdit = { kind: 'same_people', files: ['berlin.csv', 'paris.csv'] };

  test('are to be confirmed with the results, and no number of participants is settled', () => {
    const report = reported(files);
    const [open] = toConfirm(report);
    expect(open).toMatchObject({ kind: 'people', files: ['berlin.csv', 'paris.csv'] });
    expect(open?.text).toContain(`${people} of ${people} identifiers`);
    const { read: told, effect, state } = barOf(files, planned(files), report);
    expect(told).toBe('2 files, 22 or 44 participants, to confirm, 132 rows');
    expect(effect?.mark).toBe('2 to confirm');
    expect(state).toMatchObject({ kind: 'problem', text: 'Not settled: who is analysed is to be confirmed.' });
  });

  test('are those of the same people once somebody has said so, and outcomes have names of their own', () => {
    const report = reported(files, same);
    expect(toConfirm(report).map(({ kind }) => kind)).not.toContain('people');
    expect(report.plan.samePeople).toEqual(['berlin.csv', 'paris.csv']);
    expect(barOf(files, planned(files, same), report).read).toContain('2 files, 22 participants');
    const labels = report.outcomes.map(({ label }) => label);
    expect(labels).toHaveLength(2);
    expect(labels.map((label) => /, (\w+\.csv)$/.exec(label)?.[1])).toEqual(['berlin.csv', 'paris.csv']);
  });

  test('are two participants each once they are kept apart', () => {
    const { table, plan } = together(files, true);
    const report = analyzeFiles(engine, plan, [table]);
    expect(report.errors).toEqual([]);
    expect(report.arms.reduce((sum, arm) => sum + arm.participants, 0)).toBe(2 * people);
    expect(report.outcomes).toHaveLength(1);
    expect(report.outcomes[0]?.effects.length).toBeGreaterThan(0);
    expect(toConfirm(report).map(({ kind }) => kind)).not.toContain('people');
  });
});

describe('the same identifiers in other arms', () => {
  const files = centres({ visits: times }, { visits: times, armOf: byThrees });
  const advice = 'these look like different people';

  test('look like different people, which is the advice', () => {
    const error = thrown(() => reported(files));
    expect(error.code).toBe('two_arms');
    expect(error.detail.remedy).toContain(advice);
    const same: PlanEdit = { kind: 'same_people', files: ['berlin.csv', 'paris.csv'] };
    expect(thrown(() => reported(files, same)).detail.remedy).toBe('give each participant one arm');
    expect(barOf(files, planned(files), null).read).toContain('22 or 44 participants, to confirm');
  });

  test('within one file are a fault of that file', () => {
    const one = read('one.csv', 'id,arm,visit,MFIS\n1,a,T0,30\n1,b,T1,30\n2,a,T0,31\n2,a,T1,28\n');
    const error = (() => {
      try {
        return reported([one]).errors[0];
      } catch (fault) {
        if (fault instanceof EngineError) return fault;
        throw fault;
      }
    })();
    expect(error?.detail.remedy).toBe('give each participant one arm');
  });
});

describe('a centre with participants and visits of its own', () => {
  const files = centres({ visits: times }, { visits: weeks, idOf: ofParis });

  test('is said to be to put together, and not that nobody is there', () => {
    const error = reported(files).outcomes.find(({ status }) => status === 'failed')?.error;
    expect(error?.message).toContain('its participants ("P1", "P2", "P3" and 19 more) and their arms are its own');
    expect(error?.detail.remedy).toContain('put the two tables together, beside berlin.csv');
    const problems = checkFiles(engine, planned(files), files).problems.map(({ kind }) => kind);
    expect(problems).toEqual(['no_matching_ids']);
    expect(message({ notes: propose(files).notes }, 'ids_match_by_number')).toContain('no note');
  });

  test('is analysed with the other once they are one table', () => {
    const { table, plan } = together(files, false);
    const report = analyzeFiles(engine, plan, [table]);
    expect(report.arms.reduce((sum, arm) => sum + arm.participants, 0)).toBe(2 * people);
    expect(report.outcomes[0]?.model?.visits).toEqual(['T1', 'T2']);
  });

  test('keeps which visits are one in the plan', () => {
    const plan = applyEdit(propose(files).plan, putTogetherEdit(offerOf(files), false));
    expect(plan.files).toMatchObject([{ role: 'ignored', sameVisits: { baseline: 'T0', 'week 8': 'T2' } }]);
  });
});

test('scripts of other programs read identifiers with the prefix of their part', () => {
  const { table, plan } = together(centres({ visits: times }, { visits: times }), true);
  const report = analyzeFiles(engine, plan, [table]);
  expect(rScript(report)).toContain('id = "id", prefixes = c("berlin-", "paris-"))');
  expect(sasProgram(report)).toContain("then prefixed_ = 'paris-' || strip('id'n); drop 'id'n; run;");
});

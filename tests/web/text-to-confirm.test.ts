// SPDX-License-Identifier: MIT
/** What results rest on and nobody has said stands with them, on the page and in files, until it is confirmed. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../web/contract/engine.js';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import type { PlanEdit } from '../../web/elements/events.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { analyzeFiles } from '../../web/engine/files.js';
import { tableLatex } from '../../web/export/latex.js';
import { tableMarkdown } from '../../web/export/markdown.js';
import { tableText } from '../../web/export/plain_text.js';
import { parsePlan, propose, type ReadResult } from '../../web/read/index.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { isSettled } from '../../web/site/settled_notes.js';
import { emptyState } from '../../web/site/session_state.js';
import { paragraphsOf } from '../../web/text/paragraphs.js';
import { textOf } from '../../web/text/segments.js';
import { summaryOf } from '../../web/text/summary.js';
import { effectsTable } from '../../web/text/tables/effects.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { toConfirm, type ToConfirm } from '../../web/text/to_confirm.js';
import { read } from './read-support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadBuiltInEngine();
});

interface Made {
  arms: readonly string[];
  visits: readonly string[];
  /** How the scores' file writes the participant. */
  written?: (person: number) => string;
  /** How many of the people listed have scores. */
  scored?: number;
}

const people = 20;
const idOf = (person: number): string => `MS-${String(person + 1).padStart(3, '0')}`;
const score = (person: number, visit: number): number => 30 + ((person * 7 + visit * 5) % 13) - (person % 2) * visit;

function trial({ arms, visits, written = idOf, scored = people }: Made): ReadResult[] {
  const each = Array.from({ length: people }, (_, person) => person);
  const list = each.map((person) => `${idOf(person)},${arms[person % arms.length]}`);
  const rows = each
    .slice(0, scored)
    .flatMap((person) => visits.map((visit, v) => `${written(person)},${visit},${score(person, v)}`));
  return [
    read('patients.csv', `id,arm\n${list.join('\n')}\n`),
    read('scores.csv', `id,visit,MFIS\n${rows.join('\n')}\n`),
  ];
}

/** The report of what is proposed, and of that after edits. */
function reported(files: ReadResult[], ...edits: PlanEdit[]): Report {
  const plan = edits.reduce<Plan>(applyEdit, propose(files).plan);
  return analyzeFiles(engine, plan, files);
}

const filesOf = (files: readonly ReadResult[]) =>
  files.map(({ name, table }) => ({ name, rowCount: table.rowCount, error: null }));
const kinds = (report: Report): ToConfirm['kind'][] => toConfirm(report).map(({ kind }) => kind);
const named = { arms: ['Placebo', 'Drug'], visits: ['Baseline', 'Week 4'] };
const coded = { ...named, arms: ['1', '2'] };
const longer = { ...named, visits: ['Baseline', 'Week 4', 'Follow-up'] };
const keepOne: PlanEdit = { kind: 'reference_arm', arm: '1', arms: ['1', '2'] };

test('nothing is to be confirmed where the data say who is the control and there is one visit to report', () => {
  const report = reported(trial(named));
  expect(toConfirm(report)).toEqual([]);
  expect(headlineTable(report).notes.join()).not.toContain('To confirm');
  expect(textOf(paragraphsOf(report).results)).not.toContain('To be confirmed');
});

describe('a reference arm that is a guess', () => {
  test('stands with the results until it is confirmed, or another is chosen', () => {
    const files = trial(coded);
    expect(toConfirm(reported(files))).toMatchObject([
      { kind: 'reference', text: expect.stringContaining('1 is taken as the reference arm') as string },
    ]);
    expect(kinds(reported(files, keepOne))).toEqual([]);
    const other = reported(files, { ...keepOne, arm: '2' });
    expect(kinds(other)).toEqual([]);
    expect(other.arms[0]?.arm).toBe('2');
  });

  test('is settled by a name that says it is the control, and by no other', () => {
    const label = (name: string): PlanEdit => ({ kind: 'arm_label', value: '1', label: name, arms: ['1', '2'] });
    expect(kinds(reported(trial(coded), label('Placebo')))).toEqual([]);
    const [open] = toConfirm(reported(trial(coded), label('Ketamine')));
    expect(open?.text).toMatch(/^Ketamine is taken/);
  });
});

describe('the visit of the effect', () => {
  const atWeek4: PlanEdit = { kind: 'effect_visit', outcomes: ['mfis'], visit: 'Week 4' };

  test('is to be confirmed where it was taken as the last', () => {
    const files = trial(longer);
    expect(toConfirm(reported(files))).toMatchObject([
      { kind: 'visit', outcomes: ['mfis'], visit: 'Follow-up', visits: [{ value: 'Week 4' }, { value: 'Follow-up' }] },
    ]);
    expect(kinds(reported(files, { ...atWeek4, visit: 'Follow-up' }))).toEqual([]);
    const other = reported(files, atWeek4);
    expect(kinds(other)).toEqual([]);
    expect(other.outcomes[0]?.effects[0]?.visit).toBe('Week 4');
  });

  test('is settled by the field of the outcome, too', () => {
    const effect = { kind: 'visit_difference', visit: 'Week 4' } as const;
    expect(kinds(reported(trial(longer), { kind: 'outcome', id: 'mfis', patch: { effect } }))).toEqual([]);
  });
});

describe('identifiers that match nobody', () => {
  /** The first 12 are written in small letters. */
  const written = (person: number): string => (person < 12 ? idOf(person).toLowerCase() : idOf(person));
  const keep: PlanEdit = { kind: 'unmatched_ids', file: 'scores.csv' };

  test('are told before the results where they are most, with what would join them', () => {
    const [first] = toConfirm(reported(trial({ ...named, written })));
    expect(first).toMatchObject({
      kind: 'ids',
      file: 'scores.csv',
      match: { own: 20, listed: 20, both: 8, plain: 20 },
    });
    expect(first?.text).toContain('8 are in both');
    expect(kinds(reported(trial({ ...named, written }), keep))).toEqual([]);
    expect(kinds(reported(trial({ ...named, written }), { kind: 'ids', ids: 'plain' }))).toEqual([]);
  });

  test('are offered by the number in them, where it tells for certain who is meant', () => {
    const bare = (person: number): string => (person < 6 ? idOf(person) : String(person + 1));
    const files = trial({ ...named, written: bare });
    const report = reported(files);
    expect(toConfirm(report)).toMatchObject([{ kind: 'ids', match: { both: 6, plain: 6, numbers: 20 } }]);
    expect(toConfirm(report)[0]?.text).toContain('20 would be in both');
    const plan = propose(files).plan;
    const { read: told, state } = summaryOf({ ...emptyState, files: filesOf(files), plan, report }, []);
    expect(told).toBe('2 files, 6 of 20 participants matched, to confirm, 60 rows');
    expect(state.text).toContain('Not settled');
    const joined = reported(files, { kind: 'ids', ids: 'numbers' });
    expect(kinds(joined)).toEqual([]);
    expect(joined.outcomes[0]?.model?.nSubjects).toBe(20);
    const lettered = (person: number): string => (person < 6 ? idOf(person) : `X${person + 1}`);
    const [open] = toConfirm(reported(trial({ ...named, written: lettered })));
    expect(open).toMatchObject({ kind: 'ids', match: { both: 6 } });
    expect(open?.kind === 'ids' && open.match.numbers).toBeUndefined();
  });

  test('are no matter where at least half of both files match', () => {
    const half = (person: number): string => (person < 10 ? `x${person}` : idOf(person));
    expect(kinds(reported(trial({ ...named, written: half })))).toEqual([]);
  });

  test('count from the side of the participants as well', () => {
    expect(kinds(reported(trial({ ...named, scored: 9 })))).toEqual(['ids']);
    expect(kinds(reported(trial({ ...named, scored: 10 })))).toEqual([]);
  });
});

describe('what is to be confirmed', () => {
  const written = (person: number): string => (person < 12 ? `x${person}` : idOf(person));
  const files = trial({ arms: ['1', '2'], visits: longer.visits, written });

  test('goes along in tables, sentences and the bar', () => {
    const report = reported(files);
    expect(kinds(report)).toEqual(['ids', 'reference', 'visit']);
    const texts = toConfirm(report).map(({ text }) => text);
    const table = headlineTable(report);
    for (const written of [tableText(table, null), tableMarkdown(table, null), tableLatex(table, null)])
      expect(written.split('To confirm').length - 1).toBe(3);
    expect(effectsTable(report)?.notes.slice(0, 3)).toEqual(texts.map((text) => `To confirm: ${text}`));
    expect(textOf(paragraphsOf(report).results)).toContain(`To be confirmed before use: ${texts.join(' ')}`);
    const state = { files: [], plan: report.plan, report, failure: null, planProblem: null, check: null };
    expect(summaryOf({ ...state, busy: null, cancelled: false }, []).effect?.mark).toBe('3 to confirm');
  });

  test('what was assumed of the files is told until it is confirmed', () => {
    const assumed = [
      { assumption: 'baseline_visit:mfis', message: 'scores.csv: visit 2 is taken as the baseline of MFIS' },
    ];
    const report = { ...reported(files), assumed };
    expect(kinds(report)).toEqual(['ids', 'reference', 'assumption', 'visit']);
    expect(textOf(paragraphsOf(report).results)).toContain('visit 2 is taken as the baseline of MFIS. ');
    const plan = applyEdit(report.plan, { kind: 'confirm', assumption: 'baseline_visit:mfis' });
    expect(plan.confirmed).toEqual(['baseline_visit:mfis']);
    const note = { code: 'baseline_visit', about: 'mfis', assumes: true } as const;
    expect(isSettled(note, 'scores.csv', report.plan, report.plan)).toBe(false);
    expect(isSettled(note, 'scores.csv', plan, report.plan)).toBe(true);
    expect(analyzeFiles(engine, parsePlan(JSON.stringify(plan)), files).plan.confirmed).toEqual(plan.confirmed);
  });

  test('is kept by a plan that is saved and opened again', () => {
    const opened = parsePlan(JSON.stringify(propose(files).plan));
    expect(kinds(analyzeFiles(engine, opened, files))).toEqual(['ids', 'reference', 'visit']);
  });

  test('moves no number when it is confirmed', () => {
    const confirmed = reported(
      files,
      keepOne,
      { kind: 'effect_visit', outcomes: ['mfis'], visit: 'Follow-up' },
      { kind: 'unmatched_ids', file: 'scores.csv' },
    );
    expect(toConfirm(confirmed)).toEqual([]);
    expect(confirmed.outcomes).toEqual(reported(files).outcomes);
  });
});

describe('a questionnaire that was chosen by hand', () => {
  const items = Array.from({ length: 9 }, (_, i) => `q${i + 1}`);
  const rows = Array.from({ length: 2 * people }, (_, row) => {
    const person = Math.floor(row / 2);
    const answers = items.map((_, i) => 1 + ((person * 3 + row * 5 + i * (1 + (person % 4))) % 7));
    return `${idOf(person)},${person % 2 ? 'Drug' : 'Placebo'},${row % 2 ? 'Week 4' : 'Baseline'},${answers.join()}`;
  });
  const file = read('q.csv', `id,arm,visit,${items.join()}\n${rows.join('\n')}\n`);
  const byHand: PlanEdit[] = [
    { kind: 'file', name: 'q.csv', patch: { role: 'records', id: 'id', arm: 'arm', visit: 'visit' } },
    { kind: 'add_instrument', file: 'q.csv', instrument: 'FSS', items },
    { kind: 'add_outcome', score: 'fss.total', label: 'FSS', visits: ['Baseline', 'Week 4'] },
  ];

  test('has its items and its scoring to be confirmed, on the page and in files', () => {
    const report = reported([file], ...byHand);
    const [open] = toConfirm(report);
    expect(open).toMatchObject({ kind: 'items', instrument: 'fss', scoring: 'sum' });
    expect(open?.text).toMatch(
      /^FSS: q1, q2, .*, q9 are taken as its items 1 to 9 in this order, .* scored as: Sum, 9 to 63\./,
    );
    expect(textOf(paragraphsOf(report).results)).toContain('To be confirmed before use: FSS: q1');
  });

  test('keeps its question with another scoring, and loses it once confirmed', () => {
    const mean: PlanEdit = { kind: 'instrument', id: 'fss', patch: { scoring: 'mean' } };
    expect(toConfirm(reported([file], ...byHand, mean))).toMatchObject([{ kind: 'items', scoring: 'mean' }]);
    const yes: PlanEdit = { kind: 'instrument', id: 'fss', patch: { proposed: undefined } };
    const confirmed = reported([file], ...byHand, yes);
    expect(toConfirm(confirmed)).toEqual([]);
    expect(confirmed.plan.instruments[0]).not.toHaveProperty('proposed');
  });

  test('is kept in the saved plan until then, and the score is that of the items', () => {
    const report = reported([file], ...byHand);
    expect(parsePlan(JSON.stringify(report.plan)).instruments[0]).toMatchObject({ items, proposed: true });
    expect(report.outcomes[0]?.status).toBe('ok');
  });

  test('one item with one scoring leaves nothing to confirm', () => {
    const plan = applyEdit(propose([file]).plan, {
      ...{ kind: 'add_instrument', file: 'q.csv', instrument: 'NRS Fatigue', items: ['q1'] },
    });
    expect(plan.instruments[0]).not.toHaveProperty('proposed');
  });
});

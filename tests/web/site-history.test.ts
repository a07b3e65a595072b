// SPDX-License-Identifier: MIT
/** Undo and redo: the steps, their names, the keys, and what the page is afterwards. */
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import type { FilesReply } from '../../web/engine/client.js';
import { noHistory, PlanHistory } from '../../web/site/history.js';
import { Session, type SessionEngine } from '../../web/site/session.js';
import { undoKey } from '../../web/site/undo_keys.js';
import { editName } from '../../web/text/edit_name.js';
import { reportFixture } from './report-fixture.js';

const { plan } = reportFixture();
const file = (name: string, text = ''): File => new File([text], name);
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Proposes what the fixture has of the files it is given. */
class Engine implements SessionEngine {
  names: string[] = [];
  analyses: Plan[] = [];
  rereads: Plan[] = [];

  readFiles(files: readonly File[]): Promise<FilesReply> {
    this.names = [...new Set([...this.names, ...files.map(({ name }) => name)])];
    return this._reply();
  }

  removeFiles(names: readonly string[]): Promise<FilesReply> {
    this.names = this.names.filter((name) => !names.includes(name));
    return this._reply();
  }

  reread(asked: Plan): Promise<FilesReply> {
    this.rereads.push(asked);
    return this._reply();
  }

  clear(): Promise<void> {
    this.names = [];
    return Promise.resolve();
  }

  cancel(): void {
    // Nothing is ever under way.
  }

  analyze(asked: Plan): Promise<Report> {
    this.analyses.push(asked);
    return Promise.resolve({ ...reportFixture(), plan: asked });
  }

  private _reply(): Promise<FilesReply> {
    const isHeld = ({ file: name }: { file: string }): boolean => this.names.includes(name);
    const instruments = plan.instruments.filter(isHeld);
    const outcomes = plan.outcomes.filter(({ score }) => instruments.some(({ id }) => score.startsWith(`${id}.`)));
    const files = this.names.map((name) => ({
      ...{ name, sha256: '', rowCount: 1, columns: [], options: {}, preview: [], notes: [], error: null },
    }));
    const proposed = this.names.map(
      (name) => plan.files.find((entry) => entry.name === name) ?? { name, role: 'ignored' as const },
    );
    return Promise.resolve({ files, plan: structuredClone({ ...plan, files: proposed, instruments, outcomes }) });
  }
}

async function opened(names = plan.files.map(({ name }) => name)): Promise<{ engine: Engine; session: Session }> {
  const engine = new Engine();
  const session = new Session(engine);
  await session.open(names.map((name) => file(name)));
  await settle();
  return { engine, session };
}

const confidence = (session: Session): number | undefined => session.state.plan?.inference?.confidence;

describe('steps', () => {
  const snapshot = (title: string) => ({ plan: { ...plan, title }, edited: true, formerPlan: null });

  test('a new change takes the place of what was undone', () => {
    const history = new PlanHistory();
    history.record(snapshot('a'), snapshot('b').plan, () => 'first');
    history.record(snapshot('b'), snapshot('c').plan, () => 'second');
    const undone = history.undo(snapshot('c'));
    expect([undone?.name(), undone?.plan.title]).toEqual(['second', 'b']);
    expect(history.names).toEqual({ undo: 'first', redo: 'second' });
    history.record(snapshot('b'), snapshot('d').plan, () => 'third');
    expect(history.names).toEqual({ undo: 'third', redo: null });
    expect(history.redo(snapshot('d'))).toBeNull();
  });

  test('what changes nothing is no step', () => {
    const history = new PlanHistory();
    history.record(snapshot('a'), snapshot('a').plan, () => 'nothing');
    expect(history.names.undo).toBeNull();
  });
});

describe('the page', () => {
  test('undoes and does again each change, with its results', async () => {
    const { engine, session } = await opened();
    const first = session.state.plan;
    await session.edit({ kind: 'inference', patch: { confidence: 0.9 } });
    await session.edit({ kind: 'inference', patch: { confidence: 0.8 } });
    await session.undo();
    expect(confidence(session)).toBe(0.9);
    expect(session.state.report?.plan.inference?.confidence).toBe(0.9);
    expect(session.state.history).toEqual({
      undo: 'confidence level',
      redo: 'confidence level',
      told: 'Undone: confidence level. 1 change before it.',
    });
    await session.undo();
    expect(session.state.plan).toBe(first);
    expect(session.state.edited).toBe(false);
    await session.undo();
    expect(session.state.plan).toBe(first);
    await session.redo();
    await session.redo();
    expect(confidence(session)).toBe(0.8);
    expect(session.state.history).toMatchObject({ redo: null, told: 'Done again: confidence level.' });
    expect(engine.analyses.at(-1)?.inference?.confidence).toBe(0.8);
    expect(engine.rereads).toEqual([]);
  });

  test('brings back an outcome and a questionnaire that were removed', async () => {
    const { session } = await opened();
    await session.edit({ kind: 'remove_instrument', id: 'mfis' });
    expect(session.state.plan?.outcomes).toHaveLength(plan.outcomes.length - 1);
    await session.undo();
    expect(session.state.plan?.outcomes.map(({ id }) => id)).toEqual(plan.outcomes.map(({ id }) => id));
  });

  test('another way of reading is undone by reading again', async () => {
    const { engine, session } = await opened();
    await session.edit({ kind: 'file', name: 'diary.csv', patch: { reading: { decimal: ',' } } });
    await session.undo();
    expect(engine.rereads).toHaveLength(2);
    const readingIn = (asked: Plan | null | undefined) =>
      asked?.files.find(({ name }) => name === 'diary.csv')?.reading?.decimal;
    expect(engine.rereads.map(readingIn)).toEqual([',', readingIn(plan)]);
    expect(readingIn(session.state.plan)).toBe(readingIn(plan));
  });

  test('a file that came since stays in the plan when an earlier change is undone', async () => {
    const [first = '', ...others] = plan.files.map(({ name }) => name).filter((name) => name !== 'diary.csv');
    const { engine, session } = await opened([first, ...others]);
    await session.edit({ kind: 'inference', patch: { confidence: 0.9 } });
    await session.open([file('diary.csv')]);
    await settle();
    await session.undo();
    await settle();
    expect(confidence(session)).toBe(plan.inference?.confidence);
    expect(session.state.plan?.files.map(({ name }) => name)).toContain('diary.csv');
    expect(session.state.plan?.outcomes.map(({ id }) => id).sort()).toEqual(plan.outcomes.map(({ id }) => id).sort());
    expect(engine.analyses.at(-1)?.files).toHaveLength(plan.files.length);
  });

  test('a loaded plan and setting up anew are steps', async () => {
    const { session } = await opened();
    const first = session.state.plan;
    await session.open([file('plan.json', JSON.stringify({ ...plan, title: 'loaded' }))]);
    expect(session.state.history.undo).toBe('plan loaded');
    await session.setUpAnew();
    expect(session.state.plan?.title).toBe(plan.title);
    await session.undo();
    await settle();
    expect(session.state.plan?.title).toBe('loaded');
    expect(session.state.formerPlan).toBeNull();
    await session.undo();
    expect(session.state.plan).toBe(first);
  });

  test('removing all files ends the history', async () => {
    const { session } = await opened();
    await session.edit({ kind: 'inference', patch: { confidence: 0.9 } });
    await session.clear();
    expect(session.state.history).toEqual(noHistory);
    await session.undo();
    expect(session.state.plan).toBeNull();
  });
});

describe('names', () => {
  const [outcome] = plan.outcomes;
  if (!outcome) throw new Error('the fixture has no outcome');

  test('of an outcome say what differs in it, inside its model too', () => {
    const model = { ...outcome.model, covariates: ['age'], df: 'residual' as const };
    expect(editName({ kind: 'outcome', id: outcome.id, patch: { model } }, plan)).toBe(
      `${outcome.label}: covariates, small-sample correction`,
    );
    const both = { label: 'other', model };
    expect(editName({ kind: 'outcome', id: outcome.id, patch: both }, plan)).toBe(`${outcome.label}: name, model`);
  });

  test('of what goes are those it had', () => {
    expect(editName({ kind: 'remove_outcome', id: outcome.id }, plan)).toBe(`outcome ${outcome.label} removed`);
    expect(editName({ kind: 'file', name: 'diary.csv', patch: { visit: 'day' } }, plan)).toBe(
      'diary.csv: visit column',
    );
  });
});

describe('keys', () => {
  const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

  test.each([
    [{ key: 'z', ctrlKey: true }, 'undo'],
    [{ key: 'z', metaKey: true }, 'undo'],
    [{ key: 'Z', ctrlKey: true, shiftKey: true }, 'redo'],
    [{ key: 'Z', metaKey: true, shiftKey: true }, 'redo'],
    [{ key: 'y', ctrlKey: true }, 'redo'],
    [{ key: 'z' }, null],
    [{ key: 'z', ctrlKey: true, altKey: true }, null],
    [{ key: 'a', ctrlKey: true }, null],
  ])('%o', (pressed, step) => {
    expect(undoKey({ ...none, ...pressed })).toBe(step);
  });
});

// SPDX-License-Identifier: MIT
/** A plan that a page gives: it is there before any file, and fixed where it is locked. */
import { expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { Cancelled, type FilesReply } from '../../web/engine/client.js';
import { Session, type SessionEngine } from '../../web/site/session.js';
import { reportFixture } from './report-fixture.js';

const { plan } = reportFixture();
const names = plan.files.map(({ name }) => name);
const file = (name: string, text = ''): File => new File([text], name);
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Proposes an instrument and an outcome for whatever file comes. */
class ProposingEngine implements SessionEngine {
  held: File[] = [];
  analyses: Plan[] = [];
  rests = 0;
  answer: (asked: Plan) => Promise<Report> = (asked) => Promise.resolve({ ...reportFixture(), plan: asked });
  cancel = (): void => undefined;
  files = (): File[] => this.held;
  rest = (): void => void (this.rests += 1);
  reread: (asked?: Plan, anew?: boolean) => Promise<FilesReply> = () => Promise.resolve(this._reply());

  readFiles(files: readonly File[]): Promise<FilesReply> {
    this.held = [...this.held.filter(({ name }) => !files.some((each) => each.name === name)), ...files];
    return Promise.resolve(this._reply());
  }

  removeFiles(gone: readonly string[]): Promise<FilesReply> {
    this.held = this.held.filter(({ name }) => !gone.includes(name));
    return Promise.resolve(this._reply());
  }

  clear(): Promise<void> {
    this.held = [];
    return Promise.resolve();
  }

  analyze(asked: Plan): Promise<Report> {
    this.analyses.push(asked);
    return this.answer(asked);
  }

  private _reply(): FilesReply {
    const files = this.held.map(({ name }) => ({
      name,
      sha256: name,
      rowCount: 1,
      columns: [],
      options: {},
      preview: [],
      notes: [],
      error: null,
    }));
    const [outcome] = plan.outcomes;
    return {
      files,
      plan: {
        schemaVersion: 1,
        arms: { order: ['proposed', 'arms'] },
        files: this.held.map(({ name }) => ({ name, role: 'records', id: 'proposed' })),
        instruments: this.held.map(({ name }) => ({ id: name, file: name, instrument: 'NRS', items: ['x'] })),
        outcomes: this.held.map(({ name }) => ({ ...outcome!, id: name, score: `${name}.total` })),
      },
    };
  }
}

async function given(isLocked: boolean, own: Plan = plan): Promise<{ engine: ProposingEngine; session: Session }> {
  const engine = new ProposingEngine();
  const session = new Session(engine);
  session.isLocked = isLocked;
  await session.usePlan(own);
  return { engine, session };
}

test('a plan is there before any file, and again when all files go', async () => {
  const { engine, session } = await given(false);
  expect(session.state.plan).toEqual(plan);
  expect(engine.analyses).toEqual([]);
  await session.open(names.map((name) => file(name)));
  await settle();
  expect(session.state.report?.plan).toEqual(plan);
  await session.clear();
  expect(session.state).toMatchObject({ plan, files: [], report: null });
});

test('locked, neither files nor edits nor plans change what is analysed', async () => {
  const withoutArms = { ...plan };
  delete withoutArms.arms;
  const { engine, session } = await given(true, withoutArms);
  const other = file('other.json', JSON.stringify({ ...plan, title: 'another' }));
  await session.open([...names, 'stray.csv'].map((name) => file(name)).concat(other));
  await session.edit({ kind: 'inference', patch: { confidence: 0.8 } });
  await settle();
  expect(engine.analyses.length).toBeGreaterThan(0);
  for (const asked of engine.analyses) expect(asked).toEqual(withoutArms);
  expect(session.state.files.map(({ name }) => name)).toContain('stray.csv');
  expect(session.state.planProblem).toMatchObject({ code: 'plan_is_fixed', detail: { file: 'other.json' } });
});

test('open, a file that the plan does not name comes as proposed', async () => {
  const { session } = await given(false);
  await session.open([...names, 'stray.csv'].map((name) => file(name)));
  expect(session.state.plan?.outcomes.map(({ id }) => id)).toEqual([...plan.outcomes.map(({ id }) => id), 'stray.csv']);
});

test('a file of another name can be said to be one of the plan', async () => {
  const { engine, session } = await given(true);
  await session.open([file('mine.csv', 'a\n1\n')]);
  await session.useAs('mine.csv', names[0]!);
  expect(engine.held.map(({ name }) => name)).toEqual([names[0]]);
  expect(await engine.held[0]!.text()).toBe('a\n1\n');
});

test('an analysis that is cut off by a rest is done when the session wakes, and nothing before', async () => {
  const { engine, session } = await given(true);
  let cutOff: (reason: Error) => void = () => undefined;
  engine.answer = () => new Promise((_, reject) => (cutOff = reject));
  await session.open(names.map((name) => file(name)));
  session.rest();
  cutOff(new Cancelled());
  await settle();
  expect([engine.rests, engine.analyses.length, session.state.report]).toEqual([1, 1, null]);
  engine.answer = (asked) => Promise.resolve({ ...reportFixture(), plan: asked });
  await session.wake();
  await settle();
  expect(engine.analyses).toHaveLength(2);
  expect(session.state).toMatchObject({ busy: null, cancelled: false, report: { plan } });
  session.rest();
  await session.wake();
  expect(engine.analyses).toHaveLength(2);
});

/** A reading that only a rest ends, as the client ends it. */
function unending(engine: ProposingEngine): void {
  engine.readFiles = () =>
    new Promise((_, reject) => {
      engine.rest = () => reject(new Cancelled('reading'));
    });
}

test('files whose reading is cut off by a rest, and those that wait behind them, are read when the session wakes', async () => {
  const { engine, session } = await given(true);
  const readFiles = engine.readFiles.bind(engine);
  unending(engine);
  void session.open([file(names[0]!)]);
  void session.open(names.slice(1).map((name) => file(name)));
  await settle();
  expect(session.state.busy).toBe('reading');
  session.rest();
  await settle();
  expect(session.state).toMatchObject({ busy: null, files: [] });
  engine.readFiles = readFiles;
  await session.wake();
  await settle();
  expect(session.state.files.map(({ name }) => name)).toEqual(names);
  expect(session.state.report?.plan).toEqual(plan);
  await session.wake();
  expect(engine.held).toHaveLength(names.length);
});

test('what is cleared while the session rests does not come back', async () => {
  const { engine, session } = await given(true);
  const readFiles = engine.readFiles.bind(engine);
  unending(engine);
  void session.open([file(names[0]!)]);
  await settle();
  session.rest();
  await session.clear();
  engine.readFiles = readFiles;
  await session.wake();
  expect(session.state.files).toEqual([]);
});

test('a step that is done when the rest comes is not done again', async () => {
  const { session } = await given(false);
  await session.open(names.map((name) => file(name)));
  await session.setUpAnew();
  const proposed = session.state.plan;
  // Whoever hears of the plan takes the element out.
  const listener = (): void => {
    if (session.state.plan === proposed) return;
    session.removeEventListener('change', listener);
    queueMicrotask(() => session.rest());
  };
  session.addEventListener('change', listener);
  await session.bringBack();
  await session.wake();
  await settle();
  expect(session.state.plan).toEqual(plan);
});

test('awake again, the files are read as the plan has them', async () => {
  const { engine, session } = await given(false);
  const asked: Plan[] = [];
  engine.answer = () => new Promise(() => undefined);
  await session.open(names.map((name) => file(name)));
  session.rest();
  const reread = engine.reread.bind(engine);
  engine.reread = (own?: Plan) => {
    asked.push(own!);
    return reread();
  };
  await session.wake();
  expect(asked).toEqual([plan]);
});

test('without its plan, the files held are read and proposed again', async () => {
  const { engine, session } = await given(false);
  await session.open(names.map((name) => file(name)));
  const asked: [Plan, boolean][] = [];
  const reread = engine.reread.bind(engine);
  engine.reread = (own?: Plan, anew = false) => {
    asked.push([own!, anew]);
    return reread();
  };
  await session.usePlan(null);
  await settle();
  expect(session.state.plan?.arms?.order).toEqual(['proposed', 'arms']);
  expect(session.state.files.map(({ name }) => name)).toEqual(names);
  expect(session.state.edited).toBe(false);
  expect(session.state.report?.plan.arms?.order).toEqual(['proposed', 'arms']);
  expect(asked.map(([{ files }, anew]) => [files.some(({ reading }) => reading), anew])).toEqual([[false, true]]);
});

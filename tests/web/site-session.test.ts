// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { EngineError } from '../../web/contract/engine.js';
import type { DataCheck } from '../../web/contract/check.js';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { Cancelled, Superseded, type AnalyzeOptions, type FilesReply } from '../../web/engine/client.js';
import { Session, type ReadingProgress, type SessionEngine } from '../../web/site/session.js';
import { tiredness } from './made-definition.js';
import { reportFixture } from './report-fixture.js';

/** An engine without a worker: holds names, answers with the fixture or as told. */
class FakeEngine implements SessionEngine {
  names: string[] = [];
  analyses: Plan[] = [];
  answer: (plan: Plan) => Promise<Report> = (plan) => Promise.resolve({ ...reportFixture(), plan });
  onProgress: AnalyzeOptions['onProgress'];
  /** Ends the analysis that `neverEnding` began. */
  cancel: () => void = () => undefined;

  readonly neverEnding = (): Promise<Report> =>
    new Promise((_, reject) => (this.cancel = () => reject(new Cancelled())));

  /** Plans checked, and what the check answers; without it the engine cannot check. */
  checks: Plan[] = [];
  check?: (plan: Plan) => Promise<DataCheck>;
  /** Told while files are read. */
  reading: ReadingProgress | null = null;
  read: () => Promise<void> = () => Promise.resolve();

  canCheck(answer: () => Promise<DataCheck>): void {
    this.check = (plan) => {
      this.checks.push(plan);
      return answer();
    };
  }

  async readFiles(
    files: readonly File[],
    { onReading }: { onReading?: (progress: ReadingProgress) => void } = {},
  ): Promise<FilesReply> {
    if (this.reading) onReading?.(this.reading);
    await this.read();
    this.names = [...new Set([...this.names, ...files.map(({ name }) => name)])];
    return this._reply();
  }

  removeFiles(names: readonly string[]): Promise<FilesReply> {
    this.names = this.names.filter((name) => !names.includes(name));
    return Promise.resolve(this._reply());
  }

  clear(): Promise<void> {
    this.names = [];
    return Promise.resolve();
  }

  analyze(plan: Plan, { onProgress }: AnalyzeOptions = {}): Promise<Report> {
    this.analyses.push(plan);
    this.onProgress = onProgress;
    return this.answer(plan);
  }

  private _reply(): FilesReply {
    const { plan } = reportFixture();
    const files = this.names.map((name) => ({
      name,
      sha256: '',
      rowCount: 1,
      columns: ['id', 'arm', 'day', 'event'].map((column) => ({
        name: column,
        kind: 'factor' as const,
        levels: [],
        missing: 0,
      })),
      options: {},
      preview: [],
      notes: [],
      error: null,
    }));
    return { files, plan: { ...plan, files: plan.files.filter(({ name }) => this.names.includes(name)) } };
  }
}

const file = (name: string, text = ''): File => new File([text], name);
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function opened(): Promise<{ engine: FakeEngine; session: Session }> {
  const engine = new FakeEngine();
  const session = new Session(engine);
  await session.open(reportFixture().plan.files.map(({ name }) => file(name)));
  await settle();
  return { engine, session };
}

test('files dropped are read and analysed without another step', async () => {
  const { session } = await opened();
  expect(session.state.files).toHaveLength(4);
  expect(session.state.report?.outcomes).toHaveLength(3);
  expect(session.state.busy).toBeNull();
  expect(session.state.announcement).toBe('Results updated: 3 outcomes.');
});

test('an edit is analysed at once', async () => {
  const { engine, session } = await opened();
  await session.edit({ kind: 'instrument', id: 'fss', patch: { scoring: 'mean' } });
  expect(engine.analyses.at(-1)?.instruments[1]?.scoring).toBe('mean');
});

test('a saved plan dropped with its files is used', async () => {
  const engine = new FakeEngine();
  const session = new Session(engine);
  const plan = { ...reportFixture().plan, title: 'saved' };
  await session.open([file('diary.csv'), file('plan.json', JSON.stringify(plan))]);
  await settle();
  expect(engine.analyses.at(-1)?.title).toBe('saved');
});

test('a saved plan keeps the visit of an effect that the files do not have yet', async () => {
  const { engine, session } = await opened();
  const effect = { kind: 'visit_difference', visit: '84' } as const;
  await session.edit({ kind: 'outcome', id: 'fss', patch: { effect } });
  const again = new Session(engine);
  await again.open([file('diary.csv'), file('plan.json', JSON.stringify(session.state.plan))]);
  await again.open([file('later.csv')]);
  await settle();
  expect(engine.analyses.at(-1)?.outcomes.find(({ id }) => id === 'fss')?.effect).toEqual(effect);
});

test('a plan that is none is refused and the files are still analysed', async () => {
  const engine = new FakeEngine();
  const session = new Session(engine);
  await session.open([file('diary.csv'), file('plan.json', '{"no": "plan"}')]);
  await settle();
  expect(session.state.planProblem?.code).toBe('bad_plan');
  expect(session.state.report).not.toBeNull();
});

test('a failed analysis leaves no old results, and the next one runs', async () => {
  const { engine, session } = await opened();
  const { answer } = engine;
  engine.answer = () => Promise.reject(new EngineError({ code: 'engine_crashed', message: 'stopped', detail: {} }));
  await session.edit({ kind: 'inference', patch: { confidence: 0.9 } });
  expect(session.state.report).toBeNull();
  expect(session.state.failure?.code).toBe('engine_crashed');
  engine.answer = answer;
  await session.edit({ kind: 'inference', patch: { confidence: 0.8 } });
  expect(session.state.failure).toBeNull();
  expect(session.state.report).not.toBeNull();
});

test('a superseded analysis changes nothing; the newer one shows', async () => {
  const { engine, session } = await opened();
  const { answer } = engine;
  let supersede: (error: Error) => void = () => undefined;
  engine.answer = () => new Promise((_, reject) => (supersede = reject));
  const first = session.edit({ kind: 'inference', patch: { confidence: 0.9 } });
  engine.answer = answer;
  const second = session.edit({ kind: 'inference', patch: { confidence: 0.8 } });
  supersede(new Superseded());
  await Promise.all([first, second]);
  expect(session.state.report?.plan.inference?.confidence).toBe(0.8);
  expect(session.state.failure).toBeNull();
});

test('files that come while the example is open take its place', async () => {
  const engine = new FakeEngine();
  const session = new Session(engine);
  await session.openExample([file('diary.csv')]);
  await session.open([file('mine.csv')]);
  expect(session.state.files.map(({ name }) => name)).toEqual(['mine.csv']);
  expect(session.state.isExample).toBe(false);
});

test('when reading fails it is said, and the next files are read', async () => {
  const engine = new FakeEngine();
  const session = new Session(engine);
  const read = engine.readFiles.bind(engine);
  engine.readFiles = () => Promise.reject(new Error('worker gone'));
  await session.open([file('diary.csv')]);
  expect(session.state.failure?.message).toBe('worker gone');
  expect(session.state.busy).toBeNull();
  engine.readFiles = read;
  await session.open([file('diary.csv')]);
  await settle();
  expect(session.state.failure).toBeNull();
});

test('visits seen once stay to be chosen after a failed analysis', async () => {
  const { engine, session } = await opened();
  engine.answer = () => Promise.reject(new EngineError({ code: 'x', message: 'x', detail: {} }));
  await session.edit({ kind: 'inference', patch: { confidence: 0.9 } });
  expect(session.state.visits['mfis.total']).toEqual(['0', '7', '14', '21', '28']);
});

test('while an analysis runs the page hears where it stands, and no longer once another plan is asked for', async () => {
  const { engine, session } = await opened();
  engine.answer = engine.neverEnding;
  void session.edit({ kind: 'inference', patch: { confidence: 0.9 } });
  const first = engine.onProgress;
  first?.({ stage: 'fit', outcome: 'fss', iteration: 3, objective: 1 });
  expect(session.state).toMatchObject({ busy: 'analysing', progress: { outcome: 'fss', iteration: 3 } });
  void session.edit({ kind: 'inference', patch: { confidence: 0.8 } });
  expect(session.state.progress).toBeNull();
  first?.({ stage: 'fit', outcome: 'fss', iteration: 4, objective: 1 });
  expect(session.state.progress).toBeNull();
});

test('a cancelled analysis keeps files and plan, leaves no old results, and can be run again', async () => {
  const { engine, session } = await opened();
  const { answer } = engine;
  engine.answer = engine.neverEnding;
  const edit = session.edit({ kind: 'inference', patch: { confidence: 0.9 } });
  const { plan, files } = session.state;
  session.cancel();
  await edit;
  expect(session.state).toMatchObject({ busy: null, cancelled: true, report: null, failure: null });
  expect(session.state.plan).toBe(plan);
  expect(session.state.files).toBe(files);
  engine.answer = answer;
  await session.analyze();
  expect(session.state.cancelled).toBe(false);
  expect(session.state.report?.plan.inference?.confidence).toBe(0.9);
});

test('after a cancelled analysis an edit is analysed as ever', async () => {
  const { engine, session } = await opened();
  const { answer } = engine;
  engine.answer = engine.neverEnding;
  const edit = session.edit({ kind: 'inference', patch: { confidence: 0.9 } });
  session.cancel();
  await edit;
  engine.answer = answer;
  await session.edit({ kind: 'inference', patch: { confidence: 0.8 } });
  expect(session.state).toMatchObject({ busy: null, cancelled: false });
  expect(session.state.report).not.toBeNull();
});

const noProblems: DataCheck = { files: [], arms: [], armProblems: [], scores: [], problems: [], warnings: [] };

test('the data are checked when files come, when their mapping and when outcomes change', async () => {
  const { engine, session } = await opened();
  expect(session.state.check).toBeNull();
  engine.canCheck(() => Promise.resolve(noProblems));
  await session.edit({ kind: 'file', name: 'diary.csv', patch: { visit: 'day' } });
  await settle();
  expect(session.state.check).toEqual(noProblems);
  await session.edit({ kind: 'inference', patch: { confidence: 0.9 } });
  await session.edit({ kind: 'instrument', id: 'fss', patch: { scoring: 'mean' } });
  expect(engine.checks).toHaveLength(2);
  expect(engine.checks[1]?.instruments[1]?.scoring).toBe('mean');
  await session.edit({ kind: 'remove_outcome', id: session.state.plan?.outcomes[0]?.id ?? '' });
  expect(engine.checks).toHaveLength(3);
});

test('the data are checked once where an option changes before their check', async () => {
  const { engine, session } = await opened();
  engine.canCheck(() => Promise.resolve(noProblems));
  const first = session.edit({ kind: 'file', name: 'diary.csv', patch: { visit: 'day' } });
  await session.edit({ kind: 'inference', patch: { confidence: 0.9 } });
  await first;
  await settle();
  expect(engine.checks).toHaveLength(1);
  expect(session.state.check).toEqual(noProblems);
});

test('a check that fails leaves the panel out and the analysis alone', async () => {
  const { engine, session } = await opened();
  engine.canCheck(() => Promise.reject(new Error('cannot')));
  await session.edit({ kind: 'file', name: 'diary.csv', patch: { visit: 'day' } });
  await settle();
  expect(session.state.check).toBeNull();
  expect(session.state.report).not.toBeNull();
});

test('an older check that answers late does not take the place of the newer one', async () => {
  const { engine, session } = await opened();
  const answers: ((check: DataCheck) => void)[] = [];
  engine.canCheck(() => new Promise((resolve) => answers.push(resolve)));
  await session.edit({ kind: 'file', name: 'diary.csv', patch: { visit: 'day' } });
  await session.edit({ kind: 'file', name: 'diary.csv', patch: { visit: 'event' } });
  const newer = { ...noProblems, arms: [{ arm: 'a', participants: 1 }] };
  answers[1]?.(newer);
  await settle();
  answers[0]?.(noProblems);
  await settle();
  expect(session.state.check).toEqual(newer);
});

test('reading tells where it stands, and cancelled leaves what was there', async () => {
  const { engine, session } = await opened();
  engine.reading = { file: 'big.csv', bytes: 1, totalBytes: 4, rows: 10 };
  engine.read = () => new Promise((_, reject) => (engine.cancel = () => reject(new Cancelled())));
  const reading = session.open([file('big.csv')]);
  await settle();
  expect(session.state).toMatchObject({ busy: 'reading', reading: engine.reading });
  session.cancel();
  await reading;
  expect(session.state).toMatchObject({ busy: null, reading: null, failure: null });
  expect(session.state.files).toHaveLength(4);
  expect(session.state.report).not.toBeNull();
  expect(session.state.announcement).toContain('Reading was cancelled');
});

test('a dropped definition is taken into the plan, and again takes its own place', async () => {
  const { session } = await opened();
  await session.open([file('tired.json', JSON.stringify(tiredness))]);
  await session.open([file('tired.json', JSON.stringify({ ...tiredness, title: 'Anew' }))]);
  await settle();
  expect(session.state.plan?.definitions?.map(({ title }) => title)).toEqual(['Anew']);
  expect(session.state.planProblem).toBeNull();
  expect(session.state.plan?.outcomes).toHaveLength(3);
});

test('a dropped definition with the name of a built-in one is refused', async () => {
  const { session } = await opened();
  await session.open([file('fss.json', JSON.stringify({ ...tiredness, name: 'FSS' }))]);
  await settle();
  expect(session.state.plan?.definitions).toBeUndefined();
  expect(session.state.planProblem?.message).toContain('There is a questionnaire called FSS already');
});

test('a loaded plan loses nothing when its files go and come', async () => {
  const engine = new FakeEngine();
  const session = new Session(engine);
  const plan = { ...reportFixture().plan, title: 'loaded' };
  await session.open([file('plan.json', JSON.stringify(plan))]);
  expect(session.state.plan).toEqual(plan);
  await session.open([file('participants.csv'), file('diary.csv')]);
  await session.remove('diary.csv');
  await session.open([file('other.csv')]);
  await settle();
  expect(session.state.plan).toEqual(plan);
});

test('files that go from a plan nobody touched leave nothing behind', async () => {
  const { session } = await opened();
  await session.remove('diary.csv');
  expect(session.state.plan?.files.map(({ name }) => name)).not.toContain('diary.csv');
});

test('set up anew, the plan is what the files suggest; the former one can be brought back, and in turn', async () => {
  const { session } = await opened();
  await session.edit({ kind: 'remove_outcome', id: 'fss' });
  const edited = session.state.plan;
  await session.setUpAnew();
  expect(session.state.plan).toEqual(reportFixture().plan);
  expect(session.state).toMatchObject({ edited: false, formerPlan: edited });
  await session.bringBack();
  expect(session.state).toMatchObject({ edited: true, formerPlan: reportFixture().plan });
  expect(session.state.plan).toBe(edited);
  await settle();
  expect(session.state.report?.plan).toBe(edited);
});

test('of two plans dropped together the first is used and the second is told of', async () => {
  const session = new Session(new FakeEngine());
  const plan = (title: string): string => JSON.stringify({ ...reportFixture().plan, title });
  await session.open([file('diary.csv'), file('one.json', plan('one')), file('two.json', plan('two'))]);
  await settle();
  expect(session.state.plan?.title).toBe('one');
  expect(session.state.planProblem?.message).toBe(
    'two.json is a second plan beside the one that was dropped with it, and is not used.',
  );
});

test('when reading is cancelled the files read by then are there with their plan, and the others are told of', async () => {
  const engine = new FakeEngine();
  const session = new Session(engine);
  const plan = { ...reportFixture().plan, title: 'saved' };
  engine.read = () => {
    engine.names = ['diary.csv'];
    return Promise.reject(new Cancelled('reading', ['big.csv']));
  };
  await session.open([file('diary.csv'), file('big.csv'), file('plan.json', JSON.stringify(plan))]);
  await settle();
  expect(session.state).toMatchObject({ busy: null, failure: null, plan: { title: 'saved' } });
  expect(session.state.files.map(({ name }) => name)).toEqual(['diary.csv']);
  expect(session.state.notices).toEqual(['Reading was cancelled: big.csv was not read. Other files are unchanged.']);
});

test('clear waits neither for reading nor for what was asked before it', async () => {
  const { engine, session } = await opened();
  engine.read = () => new Promise(() => undefined);
  void session.open([file('big.csv')]);
  void session.remove('diary.csv');
  await settle();
  await session.clear();
  expect(session.state).toMatchObject({ files: [], plan: null, busy: null });
  engine.read = () => Promise.resolve();
});

test('what became of files of one name is said beside the file and in the page', async () => {
  const { session } = await opened();
  await session.open([file('more.csv', 'a'), file('more.csv', 'b')]);
  const message = 'A second file called more.csv came with other content, and is kept as more (2).csv.';
  expect(session.state.notices).toEqual([message]);
  const noted = (name: string) => session.state.files.find((each) => each.name === name)?.notes;
  expect(noted('more (2).csv')).toEqual([{ code: 'same_name', message }]);
  expect(noted('more.csv')).toEqual([]);
  await session.open([file('more.csv', 'c')]);
  expect(session.state.notices).toEqual(['more.csv came again, with the same content as before.']);
  expect(noted('more (2).csv')).toHaveLength(1);
  await session.remove('diary.csv');
  expect(session.state.notices).toEqual([]);
});

test('windows that move an effect are told of', async () => {
  const { session } = await opened();
  const windows = [{ visit: 'V1', day: 0, before: 1, after: 1 }];
  await session.edit({ kind: 'file', name: 'questionnaires.csv', patch: { windows } });
  expect(session.state.notices[0]).toContain('these windows leave no visit but the baseline');
  await session.edit({ kind: 'inference', patch: { confidence: 0.9 } });
  expect(session.state.notices).toEqual([]);
});

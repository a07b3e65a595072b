// SPDX-License-Identifier: MIT
/** Long work and work that breaks off: what is told, what is kept, and the way on. */
import { expect, test } from 'vitest';
import { EngineError } from '../../web/contract/engine.js';
import type { Individual, Influence, InfluenceProgress } from '../../web/contract/individual.js';
import { Cancelled, type FilesReply } from '../../web/engine/client.js';
import { Session, type ReadingProgress, type SessionEngine } from '../../web/site/session.js';
import { crashInWords } from '../../web/text/crash.js';
import { progressText, readingText } from '../../web/text/progress.js';
import { reportFixture } from './report-fixture.js';

const crash = (why: string) =>
  new EngineError({ code: 'engine_crashed', message: `the calculation stopped unexpectedly: ${why}`, detail: {} });
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Does as it is told, or else answers with the fixture. */
function engineOf(names: string[], over: Partial<SessionEngine> = {}): SessionEngine {
  const { plan } = reportFixture();
  const reply = (): Promise<FilesReply> =>
    Promise.resolve({
      files: names.map((name) => ({
        ...{ name, sha256: '', rowCount: 1, columns: [], options: {}, preview: [], notes: [], error: null },
      })),
      plan,
    });
  return {
    readFiles: (files) => {
      names.push(...files.map(({ name }) => name));
      return reply();
    },
    removeFiles: reply,
    clear: () => Promise.resolve(),
    analyze: (asked) => Promise.resolve({ ...reportFixture(), plan: asked }),
    cancel: () => undefined,
    ...over,
  };
}

test('an analysis that breaks off keeps files and plan, says so in plain words, and is tried again', async () => {
  const engine = engineOf([]);
  const analyze = engine.analyze.bind(engine);
  const session = new Session(engine);
  await session.open([new File(['x'], 'diary.csv')]);
  await settle();
  engine.analyze = () => Promise.reject(crash('memory access out of bounds'));
  await session.edit({ kind: 'inference', patch: { confidence: 0.9 } });
  expect(session.state.failure?.message).toBe(
    'The calculation broke off. It needed more memory than the browser gives it. A new one takes its place: your other ' +
      'files and all settings are still here.',
  );
  expect(session.state.failure?.detail.remedy).toContain('memory access out of bounds');
  expect(session.state.files).toHaveLength(1);
  engine.analyze = analyze;
  await session.tryAgain();
  expect(session.state.failure).toBeNull();
  expect(session.state.report?.plan.inference?.confidence).toBe(0.9);
});

test('files whose reading breaks off are named, and read again when it is tried again', async () => {
  const names: string[] = [];
  const engine = engineOf(names);
  const readFiles = engine.readFiles.bind(engine);
  const session = new Session(engine);
  await session.open([new File(['x'], 'diary.csv')]);
  engine.readFiles = () => Promise.reject(crash('gone'));
  await session.open([new File(['x'], 'big.csv')]);
  expect(session.state.failure?.message).toContain('big.csv was not read');
  expect(session.state.files.map(({ name }) => name)).toEqual(['diary.csv']);
  engine.readFiles = readFiles;
  await session.tryAgain();
  await settle();
  expect(session.state.failure).toBeNull();
  expect(session.state.files.map(({ name }) => name)).toEqual(['diary.csv', 'big.csv']);
  await session.tryAgain();
  expect(names).toEqual(['diary.csv', 'big.csv']);
});

test('what is no crash keeps its own words', () => {
  const error = { code: 'bad_plan', message: 'no', detail: {} };
  expect(crashInWords(error)).toBe(error);
});

test('leaving out participants is stopped, and begun again', async () => {
  const influence: Influence = { outcomes: [], failed: [], participants: 9 };
  const ends: ((error?: Error) => void)[] = [];
  const engine = engineOf([], {
    individual: () => Promise.resolve({ outcomes: [] } as never),
    influence: (
      _plan,
      { signal, onProgress }: { signal?: AbortSignal; onProgress?: (p: InfluenceProgress) => void } = {},
    ) =>
      new Promise((resolve, reject) => {
        onProgress?.({ done: 3, total: 9, msLeft: 2000 });
        signal?.addEventListener('abort', () => reject(new Cancelled()));
        ends.push((error) => (error ? reject(error) : resolve(influence)));
      }),
  });
  const session = new Session(engine);
  await session.open([new File(['x'], 'diary.csv')]);
  await settle();
  // Nobody has asked for it yet.
  expect(session.state).toMatchObject({ individual: null, influenceProgress: null });
  void session.answers.lookAtParticipants();
  void session.answers.lookAtParticipants();
  await settle();
  expect(ends).toHaveLength(1);
  expect(session.state.influenceProgress).toEqual({ done: 3, total: 9, msLeft: 2000 });
  session.answers.stopLeavingOut();
  await settle();
  expect(session.state.influenceProgress).toEqual({ done: 3, total: 9, msLeft: null, isStopped: true });
  expect(session.state.report).not.toBeNull();
  void session.answers.lookAtParticipants();
  await settle();
  ends.at(-1)?.(crash('gone'));
  await settle();
  expect(session.state.influenceProgress?.isStopped).toBe(true);
  void session.answers.lookAtParticipants();
  await settle();
  ends.at(-1)?.();
  await settle();
  expect(session.state).toMatchObject({ influence, influenceProgress: null });
});

test('of several files the share read is that of all of them', async () => {
  const heard: (ReadingProgress | null)[] = [];
  const engine = engineOf([]);
  const readFiles = engine.readFiles.bind(engine);
  engine.readFiles = (files, options) => {
    options?.onReading?.({ file: 'b.csv', bytes: 150, totalBytes: 300, rows: 5 });
    return readFiles(files);
  };
  const session = new Session(engine);
  session.addEventListener('change', () => heard.push(session.state.reading));
  await session.open([new File(['x'.repeat(100)], 'a.csv'), new File(['x'.repeat(300)], 'b.csv')]);
  expect(heard.find((reading) => reading !== null)?.share).toBe(250 / 400);
});

test('the time left is told once there is enough to go by', () => {
  const reading = { file: 'a.csv', bytes: 25, totalBytes: 100, rows: 0 };
  expect(readingText(reading, 1)).toBe('Reading a.csv, 25%, 1 s');
  expect(readingText(reading, 10)).toBe('Reading a.csv, 25%, 10 s, about 30 s to go');
  expect(readingText({ ...reading, share: 0.1 }, 60)).toBe('Reading a.csv, 10%, 60 s, about 9 min to go');
  const outcomes = [
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
  ];
  const at = (outcome: string) => ({ stage: 'fit', outcome, iteration: 0, objective: 0 });
  expect(progressText(at('a'), outcomes, 10)).toBe('Working: outcome 1 of 2, A, 10 s');
  expect(progressText(at('b'), outcomes, 10)).toBe('Working: outcome 2 of 2, B, 10 s, about 10 s to go');
});

test('participants whose looking at broke off are looked at again when that is asked for, those refused are not', async () => {
  const errors: Error[] = [new Cancelled(), crash('gone'), new EngineError({ code: 'no', message: 'no', detail: {} })];
  let asked = 0;
  const engine = engineOf([], {
    individual: () => Promise.reject(errors[asked++]!),
    influence: () => Promise.reject(new Error('not asked for')),
  });
  const session = new Session(engine);
  await session.open([new File(['x'], 'diary.csv')]);
  await settle();
  for (let k = 0; k < 5; k++) await session.answers.lookAtParticipants();
  expect(asked).toBe(3);
  expect(session.state).toMatchObject({ looking: false, individual: null, influenceProgress: null });
  expect(session.state.notLookedAt).toMatchObject({ code: 'no', message: 'no' });
});

test('why participants were not looked at is told until it is tried again', async () => {
  const answers: (() => Promise<Individual>)[] = [
    () => Promise.reject(crash('gone')),
    () => Promise.resolve({ outcomes: [] } as never),
  ];
  const influence: Influence = { outcomes: [], failed: [], participants: 9 };
  const engine = engineOf([], {
    individual: () => answers.shift()!(),
    influence: () => Promise.resolve(influence),
  });
  const session = new Session(engine);
  await session.open([new File(['x'], 'diary.csv')]);
  await settle();
  await session.answers.lookAtParticipants();
  expect(session.state.notLookedAt?.code).toBe('engine_crashed');
  expect(session.state.report).not.toBeNull();
  await session.answers.lookAtParticipants();
  expect(session.state).toMatchObject({ notLookedAt: null, influence });
});

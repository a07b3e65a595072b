// SPDX-License-Identifier: MIT
/** Progress from the core to the worker's messages, with a core that the test plays. */
import { expect, test } from 'vitest';
import type { Engine, Progress } from '../../web/contract/engine.js';
import type { Plan } from '../../web/contract/plan.js';
import { loadEngine, type CoreModule } from '../../web/engine/loader.js';
import { Session } from '../../web/engine/session.js';

const plan: Plan = { schemaVersion: 1, files: [], instruments: [], outcomes: [] };
const at = (outcome: string, iteration: number): Progress => ({ stage: 'fit', outcome, iteration, objective: 10 });

function silentCore(): CoreModule {
  return {
    version: () => '1',
    fit: () => '{"result":{}}',
    score: () => '{"result":{}}',
    analyze: () => '{"result":{}}',
    check: () => '{"result":{}}',
    individual: () => '{"result":{}}',
    influence: () => '{"result":{}}',
  };
}

const engineOf = (core: CoreModule): Promise<Engine> => loadEngine(() => Promise.resolve(core), new Uint8Array());

test('a core that tells of its progress is heard during the call only', async () => {
  const reports: unknown[] = [];
  let report: ((progress: Progress) => void) | null = null;
  const core: CoreModule = {
    ...silentCore(),
    setProgress: (next) => {
      report = next;
      reports.push(next);
    },
    analyze: () => {
      report?.(at('fss', 1));
      return '{"result":{}}';
    },
  };
  const heard: Progress[] = [];
  const engine = await engineOf(core);
  engine.analyze(plan, [], (progress) => heard.push(progress));
  expect(heard).toEqual([at('fss', 1)]);
  expect(reports.at(-1)).toBeNull();
  engine.analyze(plan, []);
  expect(reports).toHaveLength(2);
});

test('a core that fails is no longer listened to', async () => {
  const reports: unknown[] = [];
  const core: CoreModule = {
    ...silentCore(),
    setProgress: (next) => reports.push(next),
    analyze: () => '{"error":{"code":"x","message":"x","detail":{}}}',
  };
  const engine = await engineOf(core);
  expect(() => engine.analyze(plan, [], () => undefined)).toThrow('x');
  expect(reports.at(-1)).toBeNull();
});

test('a core without progress answers as before', async () => {
  const engine = await engineOf(silentCore());
  expect(engine.analyze(plan, [], () => undefined)).toEqual({});
});

test('of many iterations only a few are passed on, and the first of each outcome', async () => {
  const engine = await engineOf(silentCore());
  engine.analyze = (_plan, _tables, onProgress) => {
    for (const outcome of ['fss', 'mfis']) for (let i = 1; i <= 100; i++) onProgress?.(at(outcome, i));
    return { files: [], outcomes: [], errors: [] } as unknown as ReturnType<Engine['analyze']>;
  };
  const heard: Progress[] = [];
  const session = new Session(() => Promise.resolve(engine));
  const reply = await session.handle({ id: 1, kind: 'analyze', plan }, (progress) => heard.push(progress));
  expect(reply.ok).toBe(true);
  expect(heard.length).toBeLessThan(10);
  expect(heard[0]).toEqual(at('fss', 1));
  expect(heard).toContainEqual(at('mfis', 1));
});

test('of a reading each file is told of when it has come to its end', async () => {
  const session = new Session(() => engineOf(silentCore()));
  const files = [new File(['id\n1\n'], 'a.csv'), new File(['id\n2\n'], 'b.csv')];
  const finished: string[] = [];
  await session.handle({ id: 1, kind: 'read', files }, undefined, undefined, (name) => finished.push(name));
  expect(finished).toEqual(['a.csv', 'b.csv']);
});

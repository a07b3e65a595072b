// SPDX-License-Identifier: MIT
/** Whatever the library's functions are given, they answer, or say in an EngineError what to give. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { EngineError } from '../../web/contract/engine.js';
import type { Table } from '../../web/contract/table.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { loadEngine } from '../../web/library/external.js';
import { analyze, fit, read, score } from '../../web/library/functions.js';
import * as shared from '../../web/library/shared.js';

// In this thread: the worker's script is of a build.
vi.mock('../../web/library/start_worker.js', () => ({ startWorker: () => Promise.resolve(null) }));

const text = 'id,arm,visit,fss_total\n1,a,0,30\n1,a,1,20\n2,b,0,31\n2,b,1,28\n3,a,0,40\n3,a,1,28\n4,b,0,36\n4,b,1,33\n';
const bytes = new TextEncoder().encode(text);
const files = [{ name: 'trial.csv', text }];
const rows = [1, 2, 3, 4, 5].map((x) => ({ x, y: 2 * x + (x % 2) }));
const wrong: [string, unknown][] = [
  ['undefined', undefined],
  ['null', null],
  ['text', 'x'],
  ['a number', 3],
  ['a list', []],
  ['a list of numbers', [1]],
  ['an object', {}],
  ['a function', () => 1],
];

type Call = (...given: unknown[]) => unknown;

/** What comes of it: null where it answers. */
async function refusal(call: Call, given: unknown[]): Promise<unknown> {
  try {
    await call(...given);
    return null;
  } catch (error) {
    return error;
  }
}

/** Each function with arguments that it takes. */
const calls: Record<string, [Call, unknown[]]> = {};
beforeAll(async () => {
  const engine = await loadBuiltInEngine();
  const file = await shared.readFile('trial.csv', bytes);
  const plan = shared.proposePlan([file]);
  const tables = shared.prepareTables(plan, [file]);
  const add = <Given extends unknown[]>(name: string, call: (...given: Given) => unknown, ...given: Given): void => {
    calls[name] = [call as Call, given];
  };
  const unheard = (): void => undefined;
  add('read', read, files, {});
  add('score', score, { instrument: 'FSS' }, [{ fss1: 1 }], {});
  add('fit', fit, { formula: 'y ~ x' }, rows, {});
  add('analyze', analyze, plan, files, {});
  add('loadEngine', loadEngine, { wasm: new Uint8Array() });
  add('parsePlan', shared.parsePlan, JSON.stringify(plan));
  add('readFile', shared.readFile, 'trial.csv', bytes, {}, {});
  add('readTables', shared.readTables, 'trial.csv', bytes, {}, {});
  add('proposePlan', shared.proposePlan, [file], []);
  add('prepareTables', shared.prepareTables, plan, [file]);
  add('prepareTablesLeniently', shared.prepareTablesLeniently, plan, [file]);
  add('analyzeFiles', shared.analyzeFiles, engine, plan, [file], unheard);
  add('checkFiles', shared.checkFiles, engine, plan, [file]);
  add('individualFiles', shared.individualFiles, engine, plan, [file]);
  add('influenceFiles', shared.influenceFiles, engine, plan, [file], 0, 1);
  const [table] = tables as [Table];
  add('engine.fit', (...given) => engine.fit(...given), { formula: 'y ~ x' }, table, unheard);
  add('engine.score', (...given) => engine.score(...given), { instrument: 'FSS' }, table);
  add('engine.analyze', (...given) => engine.analyze(...given), plan, tables, unheard);
  add('engine.check', (...given) => engine.check(...given), plan, tables);
  add('engine.individual', (...given) => engine.individual(...given), plan, tables);
  add('engine.influence', (...given) => engine.influence(...given), plan, tables, 0, 1);
});

test('whatever stands for an argument, no error is a bare one, nor taken for a crash', async () => {
  const bad: string[] = [];
  let asked = 0;
  for (const [name, [call, given]] of Object.entries(calls)) {
    const tries: [string, unknown[]][] = [['nothing', []]];
    given.forEach((_, i) => wrong.forEach(([told, value]) => tries.push([`${told} as ${i}`, given.with(i, value)])));
    for (const [told, values] of tries) {
      const error = await refusal(call, values);
      asked++;
      const isClear = error instanceof EngineError && !['internal_error', 'engine_crashed'].includes(error.code);
      if (error !== null && !isClear) bad.push(`${name}, ${told}: ${(error as Error).message}`);
    }
  }
  expect(bad).toEqual([]);
  expect(asked).toBeGreaterThan(400);
});

describe('says what is missing, and what to give:', () => {
  const cyclic: Record<string, unknown> = { formula: 'y ~ x' };
  cyclic.self = cyclic;
  const request = { formula: 'y ~ x' };
  test.each<[string, unknown[], string]>([
    ['fit', [], "request is missing: give an object such as {formula: 'change ~ arm * visit + us(visit | id)'}"],
    ['fit', [{}, rows], 'request.formula is missing: give'],
    ['fit', [request], 'data is missing: give an array with an object per row'],
    ['fit', [request, null], 'data is null: give an array with an object per row'],
    ['fit', [request, rows, null], 'options is null: give {signal}'],
    ['fit', [request, rows, { signal: 'now' }], 'options.signal is no AbortSignal'],
    ['fit', [request, rows, { onProgress: 1 }], 'options.onProgress is a number: give a function'],
    ['fit', [{ ...request, categorical: 3 }, rows], 'request.categorical is a number: give the names of columns'],
    ['fit', [cyclic, rows], 'request cannot be written as JSON'],
    ['score', [], "request is missing: give an object such as {instrument: 'FSS'"],
    ['score', [{ instrument: 'FSS', id: 'id' }, rows], 'request.id is text'],
    ['read', [], 'files is missing: give an array of files'],
    ['read', [files[0]], 'files is an object: give an array of files'],
    ['read', [[null]], 'files[0] is null: give {name, text}'],
    ['read', [[{ text }]], 'files[0] has no name'],
    ['analyze', [], 'plan is missing: give the plan that read proposes'],
    ['loadEngine', [], 'source is missing: give {wasm}'],
    ['readFile', [], 'name is missing'],
    ['readFile', ['trial.csv', text], 'source has no bytes'],
    ['checkFiles', [{}], 'engine is none'],
    ['proposePlan', [[{ name: 'trial.csv', text }]], 'files[0] was not read: give an array of what readFile gives'],
  ])('%s %#', async (name, given, message) => {
    const [call] = calls[name] ?? [];
    const error = (await refusal(call as Call, given)) as EngineError;
    expect(error.message).toContain(message);
    expect(error).toMatchObject({ name: 'EngineError', code: 'bad_request' });
    expect(error.detail.remedy).toBe(error.message.slice(error.message.indexOf(': ') + 2));
  });

  test('fit takes null for what may be left out', async () => {
    const more = { categorical: null, levels: null } as object;
    expect((await fit({ ...request, ...more }, rows, { signal: undefined })).status).toBe('converged');
  });
});

// SPDX-License-Identifier: MIT
/** The WebAssembly core behind its binding: what it takes, and that nothing it refuses breaks it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { EngineError, type Engine } from '../../web/contract/engine.js';
import type { Plan } from '../../web/contract/plan.js';
import type { Table } from '../../web/contract/table.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { EngineCrash, loadEngine, type CoreModule } from '../../web/engine/loader.js';
import { Session } from '../../web/engine/session.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadBuiltInEngine();
});

/** Three people on each of two arms, seen three times. */
function table(): Table {
  const [people, visits] = [6, 3];
  const rows = people * visits;
  const at = <T>(make: (person: number, visit: number) => T): T[] =>
    Array.from({ length: rows }, (_, row) => make(Math.floor(row / visits), row % visits));
  return {
    name: 'made.csv',
    sha256: '00',
    rowCount: rows,
    originRow: Int32Array.from(at((person, visit) => 2 + person * visits + visit)),
    columns: [
      { kind: 'factor', name: 'id', codes: Int32Array.from(at((p) => p)), levels: ['a', 'b', 'c', 'd', 'e', 'f'] },
      { kind: 'factor', name: 'arm', codes: Int32Array.from(at((p) => p % 2)), levels: ['placebo', 'active'] },
      { kind: 'number', name: 'day', values: Float64Array.from(at((_, v) => v)) },
      {
        kind: 'number',
        name: 'score',
        values: Float64Array.from(at((p, v) => 20 + p + (p % 2) * v + Math.sin(7 * p + 3 * v))),
      },
    ],
  };
}

const formula = 'score ~ arm * day + (1 | id)';

function errorOf(work: () => unknown): EngineError {
  try {
    work();
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('the version is the one of package.json', () => {
  expect(engine.version()).toBe(process.env['npm_package_version'] ?? engine.version());
  expect(engine.version()).toMatch(/^\d+\.\d+\.\d+/);
});

test('a model is fitted and its answer has numbers', () => {
  expect(engine.fit({ formula }, table())).toMatchObject({ nObservations: 18, nSubjects: 6 });
});

describe('a malformed table is refused by name, and the next fit runs', () => {
  const cases: [string, (t: Table) => unknown, string][] = [
    ['no table', () => null, 'it is not an object'],
    ['no name', (t) => ({ ...t, name: undefined }), 'table.name is not a string'],
    ['no columns', (t) => ({ ...t, columns: undefined }), 'columns is not an array'],
    ['a row count that is no count', (t) => ({ ...t, rowCount: -1 }), 'rowCount is not a whole number'],
    ['too few origin rows', (t) => ({ ...t, originRow: new Int32Array(2) }), 'originRow has 2 elements instead of 18'],
    ['a plain array', (t) => change(t, 3, { values: [1, 2, 3] }), '"score": values is not a Float64Array'],
    ['a short column', (t) => change(t, 3, { values: new Float64Array(5) }), 'has 5 elements instead of 18'],
    ['a code too high', (t) => change(t, 1, { levels: ['placebo'] }), '"arm": codes[3] is 1 with 1 names'],
    ['a level that is no text', (t) => change(t, 1, { levels: ['placebo', 2] }), 'levels[1] is not a string'],
    ['an unknown kind', (t) => change(t, 1, { kind: 'date' }), 'kind is "date" instead of number or factor'],
    ['a bad origin', (t) => change(t, 3, { origin: { names: [], codes: new Int32Array(18) } }), 'origin.codes[0] is 0'],
  ];
  test.each(cases)('%s', (_, spoil, message) => {
    const error = errorOf(() => engine.fit({ formula }, spoil(table()) as Table));
    expect(error.code).toBe('invalid_table');
    expect(error.message).toContain(message);
    expect(engine.fit({ formula }, table())).toMatchObject({ nSubjects: 6 });
  });

  function change(t: Table, index: number, patch: object): unknown {
    return { ...t, columns: t.columns.map((column, i) => (i === index ? { ...column, ...patch } : column)) };
  }
});

test('errors of the core carry file and column', () => {
  const error = errorOf(() => engine.fit({ formula: 'fatigue ~ arm * day + (1 | id)' }, table()));
  expect(error.message).toContain('fatigue');
  expect(error.detail).toMatchObject({ file: 'made.csv', column: 'fatigue' });
});

test('a core that traps is reported as a crash', async () => {
  const broken: CoreModule = {
    version: () => '0',
    fit: () => {
      throw new WebAssembly.RuntimeError('unreachable');
    },
    score: () => '',
    analyze: () => '',
    check: () => '',
    individual: () => '',
    influence: () => '',
  };
  const crashing = await loadEngine(() => Promise.resolve(broken), new Uint8Array());
  expect(() => crashing.fit({ formula }, table())).toThrow(EngineCrash);
});

test('the visit an effect was meant for comes back in the report, and changes nothing', () => {
  const plan: Plan = {
    schemaVersion: 1,
    files: [{ name: 'made.csv', role: 'records', id: 'id', arm: 'arm', visit: 'day' }],
    instruments: [
      { id: 'vasf', instrument: 'VAS-F', file: 'made.csv', items: ['score'], direction: 'lower_is_better' },
    ],
    outcomes: [
      {
        id: 'vasf',
        label: 'VAS-F',
        role: 'primary',
        score: 'vasf.total',
        model: { kind: 'mmrm', response: 'change', covariance: 'cs' },
        effect: { kind: 'visit_difference', visit: '2', meantFor: '28' },
      },
    ],
  };
  const report = engine.analyze(plan, [table()]);
  expect(report.outcomes[0]?.status).toBe('ok');
  expect(report.plan.outcomes[0]?.effect).toEqual({ kind: 'visit_difference', visit: '2', meantFor: '28' });
  expect(engine.check(plan, [table()]).problems).toEqual([]);
});

describe('the worker session', () => {
  const csv = (name: string, text: string): File => new File([text], name);
  const plan = { schemaVersion: 1 as const, files: [], instruments: [], outcomes: [] };

  test('reads, summarises and forgets files', async () => {
    const session = new Session(() => Promise.resolve(engine));
    const reply = await session.handle({ id: 1, kind: 'read', files: [csv('a.csv', 'id,score\nx,1\ny,\n')] });
    expect(reply).toMatchObject({
      id: 1,
      ok: true,
      result: {
        files: [{ name: 'a.csv', rowCount: 2, error: null, columns: [{ name: 'id' }, { name: 'score', missing: 1 }] }],
      },
    });
    expect(await session.handle({ id: 2, kind: 'remove', names: ['a.csv'] })).toMatchObject({ result: { files: [] } });
  });

  test('answers an error with its code and goes on', async () => {
    const session = new Session(() => Promise.resolve(engine));
    const gone = { name: 'gone.csv', role: 'records' as const, id: 'id', arm: 'arm', visit: 'day' };
    const missing = { ...plan, files: [gone] };
    expect(await session.handle({ id: 3, kind: 'analyze', plan: missing })).toMatchObject({
      id: 3,
      ok: false,
      error: { code: 'unknown_file' },
    });
    expect(await session.handle({ id: 4, kind: 'version' })).toMatchObject({ id: 4, ok: true });
  });

  test('loads the core again after a crash', async () => {
    let loads = 0;
    const session = new Session(() => {
      loads++;
      const analyze = (): never => {
        throw new EngineCrash('trap');
      };
      return Promise.resolve(loads === 1 ? { ...engine, analyze } : engine);
    });
    expect(await session.handle({ id: 5, kind: 'analyze', plan })).toMatchObject({ error: { code: 'engine_crashed' } });
    expect(await session.handle({ id: 6, kind: 'version' })).toMatchObject({ ok: true });
    expect(loads).toBe(2);
  });
});

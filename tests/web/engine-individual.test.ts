// SPDX-License-Identifier: MIT
/** Single participants and their influence by the WebAssembly core, on the example. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../web/contract/engine.js';
import type { Influence } from '../../web/contract/individual.js';
import type { Plan } from '../../web/contract/plan.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { analyzeFiles, individualFiles, influenceFiles } from '../../web/engine/files.js';
import { EngineCrash } from '../../web/engine/loader.js';
import { Session } from '../../web/engine/session.js';
import { readFile, type ReadResult } from '../../web/read/index.js';

const folder = 'examples/ketamine-pilot/';
const plan = JSON.parse(readFileSync(`${folder}plan.json`, 'utf8')) as Plan;
const texts = new Map(plan.files.map(({ name }) => [name, readFileSync(`${folder}${name}`, 'utf8')]));

/** The example's files, without the rows of one participant. */
function files(without?: string): Promise<ReadResult[]> {
  const read = [...texts].map(([name, text]) => {
    const lines = text.split('\n').filter((line) => !without || !line.startsWith(`${without},`));
    return readFile(name, new TextEncoder().encode(lines.join('\n')));
  });
  return Promise.all(read);
}

const load = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object;
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
ajv.addSchema(load('schema/plan.schema.json'));
ajv.addSchema(load('schema/report.schema.json'));
const isIndividual = ajv.compile(load('schema/individual.schema.json'));
const isInfluence = ajv.compile(load('schema/influence.schema.json'));

let engine: Engine;
let whole: ReadResult[];
beforeAll(async () => {
  engine = await loadBuiltInEngine();
  whole = await files();
});

test('what is told of single participants is of the schema, and agrees with the report', () => {
  const individual = individualFiles(engine, plan, whole);
  isIndividual(individual);
  expect(isIndividual.errors).toBeNull();
  const report = analyzeFiles(engine, plan, whole);
  expect(individual.outcomes.map(({ outcome }) => outcome)).toEqual(report.outcomes.map(({ id }) => id));
  individual.outcomes.forEach(({ trajectories, residuals, normalPlot }, k) => {
    expect(residuals).toHaveLength(report.outcomes[k]!.model!.nObservations);
    expect(normalPlot).toHaveLength(residuals.length);
    expect(trajectories).toHaveLength(18);
    const inside = normalPlot.filter(({ sample, lower, upper }) => sample >= lower && sample <= upper);
    expect(inside.length / normalPlot.length).toBeGreaterThan(0.9);
  });
  const [dfs, fss] = individual.outcomes;
  expect(dfs!.gains).toEqual([]);
  const responders = fss!.gains.map(({ visit }) => visit);
  expect(new Set(responders)).toEqual(new Set(['7']));
});

test('without a participant the effects are those of an analysis of files without their rows', async () => {
  const influence = influenceFiles(engine, plan, whole);
  isInfluence(influence);
  expect(isInfluence.errors).toBeNull();
  expect(influence.participants).toBe(18);
  const ids = influence.outcomes[0]!.effects[0]!.rows.map(({ participant }) => participant);
  expect(ids).toHaveLength(18);
  for (const [at, id] of ids.entries()) {
    const separate = analyzeFiles(engine, plan, await files(id));
    influence.outcomes.forEach(({ effects }, k) => {
      const row = effects[0]!.rows[at]!;
      const { estimate, lower, upper, pValue } = separate.outcomes[k]!.effects[0]!;
      const close = (ours: number | null, theirs: number | null): void =>
        expect(Math.abs(ours! - theirs!)).toBeLessThan(1e-8 * Math.max(1, Math.abs(theirs!)));
      expect(row).toMatchObject({ participant: id, status: 'converged' });
      close(row.estimate, estimate);
      close(row.lower, lower);
      close(row.upper, upper);
      close(row.pValue, pValue);
      close(row.moves, (effects[0]!.estimate! - estimate!) / effects[0]!.se!);
    });
  }
});

test.each([
  ['individual', { outcomes: [] }],
  ['individual', { outcomes: [{ outcome: 'fss' }], failed: [] }],
])('an answer that is not of the %s schema is refused: %j', (_, value) => {
  expect(isIndividual(value)).toBe(false);
});

test.each([
  { outcomes: [], failed: [] },
  { outcomes: [], failed: [{ outcome: 'fss' }], participants: 1 },
  { outcomes: [{ outcome: 'fss', effects: [{ arm: 'a', reference: 'b' }] }], failed: [], participants: 1 },
])('an answer that is not of the influence schema is refused: %j', (value) => {
  expect(isInfluence(value)).toBe(false);
});

test('a file that is not there costs its outcomes, and the reason is told', () => {
  const others = whole.filter(({ name }) => name !== 'questionnaires.csv');
  for (const { outcomes, failed } of [
    individualFiles(engine, plan, others),
    influenceFiles(engine, plan, others, 0, 1),
  ]) {
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['dfs']);
    expect(failed).toMatchObject([
      { outcome: 'fss', error: { code: 'unknown_file' } },
      { outcome: 'mfis', error: { code: 'unknown_file' } },
    ]);
  }
});

describe('the worker session', () => {
  async function sessionWithExample(loadEngine: () => Promise<Engine>): Promise<Session> {
    const session = new Session(loadEngine);
    const all = [...texts].map(([name, text]) => new File([text], name));
    await session.handle({ id: 1, kind: 'read', files: all });
    return session;
  }

  test('answers for single participants, and for the influence of some', async () => {
    const session = await sessionWithExample(() => Promise.resolve(engine));
    const individual = await session.handle({ id: 2, kind: 'individual', plan });
    expect(individual).toMatchObject({ id: 2, ok: true, result: { failed: [] } });
    const reply = await session.handle({ id: 3, kind: 'influence', plan, from: 16, count: 5 });
    const { outcomes, participants } = (reply as { result: Influence }).result;
    expect(participants).toBe(18);
    expect(outcomes[0]!.effects[0]!.rows).toHaveLength(2);
  });

  test('an analysis in between changes nothing', async () => {
    const session = await sessionWithExample(() => Promise.resolve(engine));
    const ask = (id: number): Promise<unknown> =>
      session
        .handle({ id, kind: 'influence', plan, from: 3, count: 1 })
        .then((reply) => (reply as { result: Influence }).result);
    const before = await ask(2);
    await session.handle({ id: 3, kind: 'analyze', plan: { ...plan, inference: { confidence: 0.8 } } });
    expect(await ask(4)).toEqual(before);
  });

  test('a core that traps while participants are left out is loaded again', async () => {
    let loads = 0;
    const session = await sessionWithExample(() => {
      loads++;
      const influence = (): never => {
        throw new EngineCrash('trap');
      };
      return Promise.resolve(loads === 1 ? { ...engine, influence } : engine);
    });
    const ask = { kind: 'influence' as const, plan, from: 0, count: 1 };
    expect(await session.handle({ id: 2, ...ask })).toMatchObject({ ok: false, error: { code: 'engine_crashed' } });
    expect(await session.handle({ id: 3, ...ask })).toMatchObject({ ok: true });
    expect(loads).toBe(2);
  });
});

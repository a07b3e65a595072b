// SPDX-License-Identifier: MIT
/** What the worker runs before anybody asks: it is worth its time only where it runs the way of real trials to the end. */
import { expect, test } from 'vitest';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { EngineCrash } from '../../web/engine/loader.js';
import { rehearse } from '../../web/engine/rehearsal.js';
import { Session } from '../../web/engine/session.js';

test('the made-up trial is analysed by both kinds of model, without a fault', async () => {
  const reports = await rehearse(await loadBuiltInEngine(), () => Promise.resolve(true));
  expect(reports).toHaveLength(6);
  const outcomes = reports.slice(0, 2).flatMap((report) => report.outcomes);
  expect(outcomes.map(({ status, model }) => [status, model?.kind]).sort()).toEqual([
    ['ok', 'mmrm'],
    ['ok', 'random_effects'],
  ]);
  expect(outcomes.flatMap(({ model }) => model?.covarianceUsed)).toContain('us');
  expect(reports.flatMap(({ errors }) => errors)).toEqual([]);
});

test('it stops where something is asked', async () => {
  const engine = await loadBuiltInEngine();
  let steps = 0;
  expect(await rehearse(engine, () => Promise.resolve(++steps < 4))).toHaveLength(1);
  expect(await rehearse(engine, () => Promise.resolve(false))).toEqual([]);
});

test('a core that breaks down in it is loaded again for whoever asks', async () => {
  let loaded = 0;
  const session = new Session(async () => {
    loaded++;
    const engine = await loadBuiltInEngine();
    const analyze = (): never => {
      throw new EngineCrash(new Error('out of memory'));
    };
    return loaded === 1 ? { ...engine, analyze } : engine;
  });
  await session.warmUp();
  expect(await session.handle({ id: 1, kind: 'version' })).toMatchObject({ ok: true });
  expect(loaded).toBe(2);
});

// SPDX-License-Identifier: MIT
/** Tables put together by hand: in the worker, in the plan, and after further files have come. */
import { expect, test } from 'vitest';
import type { Engine } from '../../web/contract/engine.js';
import type { Plan, ReadingOptions, Stack } from '../../web/contract/plan.js';
import type { FilesReply, Reply } from '../../web/engine/messages.js';
import { Session } from '../../web/engine/session.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { mergePlan } from '../../web/site/plan_merge.js';

const items = Array.from({ length: 9 }, (_, i) => `fss${i + 1}`);
const csv = (answer: number): string =>
  `id,arm,${items.join(',')}\n${['p1', 'p2'].map((id, i) => `${id},${'ab'[i] ?? ''},${items.map(() => answer).join(',')}`).join('\n')}\n`;
const file = (name: string, answer: number): File => new File([csv(answer)], name);
const tables = ({ files }: FilesReply): [string, number][] => files.map(({ name, rowCount }) => [name, rowCount]);

function sessionWith(): (request: object) => Promise<FilesReply> {
  const session = new Session(() =>
    Promise.resolve({ check: () => ({ problems: [], scores: [], warnings: [] }) } as unknown as Engine),
  );
  return async (request) => {
    const reply: Reply = await session.handle({ id: 1, ...request } as Parameters<Session['handle']>[0]);
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.result as FilesReply;
  };
}

const withVisits = (reply: FilesReply, visits: string[]): ReadingOptions & { stack: Stack } => {
  const offer = reply.files[0]?.stackOffer;
  if (!offer?.visit) throw new Error('nothing is offered');
  const parts = visits.map((visit, i) => ({ ...offer.parts[i]!, visit }));
  return { ...offer.reading, stack: { visit: offer.visit, parts } };
};

/** The plan as the page has it after the edit. */
async function edited(
  ask: (request: object) => Promise<FilesReply>,
  plan: Plan,
  reading: ReadingOptions & { stack: Stack },
) {
  const asked = applyEdit(plan, { kind: 'put_together', reading });
  const reply = await ask({ kind: 'reread', plan: asked });
  return { reply, plan: mergePlan(asked, reply.plan, reply.files, () => true) };
}

test('tables that a user gives visits become one, with its outcome, and stay so when a file comes', async () => {
  const ask = sessionWith();
  const first = await ask({ kind: 'read', files: [file('a.csv', 6), file('b.csv', 4)] });
  expect(first.plan.outcomes).toEqual([]);
  const { reply, plan } = await edited(ask, first.plan, withVisits(first, ['Baseline', 'Week 4']));
  expect(tables(reply)).toEqual([['a.csv + b.csv', 4]]);
  expect(plan.outcomes[0]).toMatchObject({ model: { baselineVisit: 'Baseline' }, effect: { visit: 'Week 4' } });
  await ask({ kind: 'check', plan });
  const later = await ask({ kind: 'read', files: [new File(['id,age\np1,50\np2,60\n'], 'more.csv')] });
  expect(tables(later)[0]).toEqual(['a.csv + b.csv', 4]);
  expect(later.plan.files[0]?.reading?.stack).toEqual(plan.files[0]?.reading?.stack);
});

test('the plan before brings the tables back as they were', async () => {
  const ask = sessionWith();
  const first = await ask({ kind: 'read', files: [file('a.csv', 6), file('b.csv', 4)] });
  const { plan } = await edited(ask, first.plan, withVisits(first, ['Baseline', 'Week 4']));
  await ask({ kind: 'check', plan });
  const before: [string, number][] = [
    ['a.csv', 2],
    ['b.csv', 2],
  ];
  expect(tables(await ask({ kind: 'reread', plan: first.plan }))).toEqual(before);
  expect(tables(await ask({ kind: 'reread', plan: { ...plan, files: [] }, anew: true }))).toEqual(before);
  const apart = applyEdit(plan, { kind: 'take_apart', name: 'a.csv + b.csv' });
  expect(tables(await ask({ kind: 'reread', plan: apart }))).toEqual(before);
});

test('a file alone can be of one visit, under its own name, and can be taken back and removed', async () => {
  const ask = sessionWith();
  const first = await ask({ kind: 'read', files: [file('a.csv', 6)] });
  const { reply, plan } = await edited(ask, first.plan, withVisits(first, ['Week 12']));
  expect(tables(reply)).toEqual([['a.csv', 2]]);
  expect(reply.files[0]?.notes.find(({ code }) => code === 'stacked')?.message).toContain('of the visit "Week 12"');
  expect(plan.files[0]).toMatchObject({ name: 'a.csv', role: 'records', visit: 'visit' });
  const back = await ask({ kind: 'reread', plan: applyEdit(plan, { kind: 'take_apart', name: 'a.csv' }) });
  expect(back.files[0]?.columns.map(({ name }) => name)).not.toContain('visit');
  await ask({ kind: 'reread', plan });
  expect(tables(await ask({ kind: 'remove', names: ['a.csv'] }))).toEqual([]);
});

test('a further centre joins the table of the centres', async () => {
  const ask = sessionWith();
  const centre = (name: string): File =>
    new File(
      [
        csv(4)
          .replaceAll('p', name[0]!)
          .replace('id,arm', 'id,visit')
          .replace(/,[ab],/g, ',0,'),
      ],
      name,
    );
  const { plan } = await ask({ kind: 'read', files: [centre('x.csv'), centre('y.csv')] });
  expect(plan.files.map(({ name }) => name)).toEqual(['x.csv + y.csv']);
  await ask({ kind: 'check', plan });
  expect(tables(await ask({ kind: 'read', files: [centre('z.csv')] }))).toEqual([['x.csv + y.csv + z.csv', 6]]);
});

test('codes that were set as missing in the tables are so in the one they become', async () => {
  const ask = sessionWith();
  const first = await ask({ kind: 'read', files: [file('a.csv', 6), file('b.csv', 7)] });
  const coded = ['a.csv', 'b.csv'].reduce<Plan>(
    (plan, name) => applyEdit(plan, { kind: 'file', name, patch: { reading: { missingIn: { fss1: ['7'] } } } }),
    first.plan,
  );
  const { plan } = await edited(ask, coded, withVisits(first, ['Baseline', 'Week 4']));
  expect(plan.files[0]?.reading?.missingIn).toMatchObject({ fss1: ['7'] });
});

test('a start date that comes later does not take the place of first records that were chosen', () => {
  const current: Plan = {
    schemaVersion: 1,
    files: [{ name: 'a.csv', role: 'records', id: 'id', arm: 'arm', date: 'd', dayZero: 'first_record' }],
    instruments: [],
    outcomes: [],
  };
  const found: Plan = {
    ...current,
    files: [{ name: 'q.csv', role: 'participants', id: 'id', arm: 'arm', startDate: 'randomised_on' }],
  };
  const merged = mergePlan(
    current,
    found,
    ['a.csv', 'q.csv'].map((name) => ({ name, options: {}, columns: [] })) as never,
  );
  expect(merged.files[1]).not.toHaveProperty('startDate');
  expect(merged.files[1]).toMatchObject({ name: 'q.csv', arm: 'arm' });
});

test('a new worker that is given the plan holds what was put together and taken apart by hand', async () => {
  const ask = sessionWith();
  const files = [file('a.csv', 6), file('b.csv', 4)];
  const first = await ask({ kind: 'read', files });
  const { plan } = await edited(ask, first.plan, withVisits(first, ['Baseline', 'Week 4']));
  const more = new File(['id,age\np1,50\np2,60\n'], 'more.csv');
  const anew = sessionWith();
  await anew({ kind: 'read', files, plan });
  const later = await anew({ kind: 'read', files: [more] });
  expect(tables(later)[0]).toEqual(['a.csv + b.csv', 4]);
  // Forgotten with all files.
  await anew({ kind: 'remove', names: [], all: true });
  expect(tables(await anew({ kind: 'read', files }))).toEqual([
    ['a.csv', 2],
    ['b.csv', 2],
  ]);
});

test('tables taken apart stay so for a new worker that is given the plan', async () => {
  const ask = sessionWith();
  const files = ['week4.csv', 'week8.csv'].map((name) => file(name, 4));
  const first = await ask({ kind: 'read', files });
  expect(first.files).toHaveLength(1);
  const plan = applyEdit(first.plan, { kind: 'take_apart', name: first.files[0]!.name });
  const anew = sessionWith();
  await anew({ kind: 'read', files, plan });
  expect(await anew({ kind: 'remove', names: ['none.csv'] })).toMatchObject({
    files: [{ name: 'week4.csv' }, { name: 'week8.csv' }],
  });
});

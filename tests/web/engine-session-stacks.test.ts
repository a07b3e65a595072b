// SPDX-License-Identifier: MIT
/** Files with one visit each in the worker: put together, taken apart, removed and added to. */
import { expect, test } from 'vitest';
import type { DataCheck } from '../../web/contract/check.js';
import type { Engine } from '../../web/contract/engine.js';
import type { Plan } from '../../web/contract/plan.js';
import type { Table } from '../../web/contract/table.js';
import type { FilesReply, Reply } from '../../web/engine/messages.js';
import { Session } from '../../web/engine/session.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { withGrownStacks } from '../../web/site/grown_stacks.js';

const items = Array.from({ length: 9 }, (_, i) => `fss${i + 1}`);
const csv = (answer: number, ids = ['p1', 'p2', 'p3']): string =>
  `id,${items.join(',')}\n${ids.map((id) => `${id},${items.map(() => answer).join(',')}`).join('\n')}\n`;
const file = (name: string, answer: number): File => new File([csv(answer)], name);
const visits = [file('fss_baseline.csv', 6), file('fss_week4.csv', 4)];
const names = ({ files }: FilesReply): [string, number][] => files.map(({ name, rowCount }) => [name, rowCount]);

function sessionWith(): { ask: <Result = FilesReply>(request: object) => Promise<Result>; seen: Table[][] } {
  const seen: Table[][] = [];
  const check = (_: Plan, tables: Table[]): DataCheck => {
    seen.push(tables);
    return { problems: [], scores: [] } as unknown as DataCheck;
  };
  const session = new Session(() => Promise.resolve({ check } as unknown as Engine));
  const ask = async <Result>(request: object): Promise<Result> => {
    const reply: Reply = await session.handle({ id: 1, ...request } as Parameters<Session['handle']>[0]);
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.result as Result;
  };
  return { ask, seen };
}

test('files of one visit each are one table, which the plan is checked on', async () => {
  const { ask, seen } = sessionWith();
  const reply = await ask({ kind: 'read', files: [...visits, new File(['id,arm\np1,a\np2,b\np3,a\n'], 'arms.csv')] });
  expect(names(reply)).toEqual([
    ['fss_*.csv', 6],
    ['arms.csv', 3],
  ]);
  expect(reply.plan.files[0]?.reading?.stack?.parts.map(({ visit }) => visit)).toEqual(['baseline', 'week 4']);
  await ask({ kind: 'check', plan: reply.plan });
  expect(seen[0]?.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['fss_*.csv', 6],
    ['arms.csv', 3],
  ]);
});

test('taken apart they stay so until they are to be set up anew', async () => {
  const { ask, seen } = sessionWith();
  const { plan } = await ask({ kind: 'read', files: visits });
  const apart = applyEdit(plan, { kind: 'take_apart', name: 'fss_*.csv' });
  expect(apart.files.map(({ name, role }) => [name, role])).toEqual([
    ['fss_baseline.csv', 'ignored'],
    ['fss_week4.csv', 'ignored'],
  ]);
  expect([apart.instruments, apart.outcomes]).toEqual([[], []]);
  const each: [string, number][] = [
    ['fss_baseline.csv', 3],
    ['fss_week4.csv', 3],
  ];
  const reply = await ask({ kind: 'reread', plan: apart });
  expect(names(reply)).toEqual(each);
  await ask({ kind: 'check', plan: reply.plan });
  expect(seen[0]).toHaveLength(2);
  expect(names(await ask({ kind: 'read', files: [new File(['id,arm\np1,a\n'], 'arms.csv')] }))).toEqual([
    ...each,
    ['arms.csv', 1],
  ]);
  const anew = await ask({ kind: 'reread', plan: { ...apart, files: [] }, anew: true });
  expect(names(anew)[0]).toEqual(['fss_*.csv', 6]);
  await ask({ kind: 'reread', plan: apart });
  expect(names(await ask({ kind: 'reread', plan }))[0]).toEqual(['fss_*.csv', 6]);
});

test('codes that the plan has for the table are read as missing in its parts', async () => {
  const { ask } = sessionWith();
  const odd = new File([csv(4).replace('p1,4', 'p1,x?')], 'fss_week4.csv');
  const { plan, files } = await ask({ kind: 'read', files: [file('fss_baseline.csv', 6), odd] });
  expect(files[0]?.columns.find(({ name }) => name === 'fss1')?.kind).toBe('factor');
  const [entry] = plan.files;
  const reading = { ...entry?.reading, missingIn: { fss1: ['x?'] } };
  const changed = applyEdit(plan, { kind: 'file', name: 'fss_*.csv', patch: { reading } });
  const reread = await ask({ kind: 'reread', plan: changed });
  expect(reread.files[0]?.columns.find(({ name }) => name === 'fss1')).toMatchObject({ kind: 'number', missing: 1 });
});

test('a table is removed with all its parts', async () => {
  const { ask } = sessionWith();
  await ask({ kind: 'read', files: visits });
  expect(names(await ask({ kind: 'remove', names: ['fss_*.csv'] }))).toEqual([]);
  expect(names(await ask({ kind: 'read', files: [file('fss_week4.csv', 4)] }))).toEqual([['fss_week4.csv', 3]]);
});

test('a file for one more visit joins the table, and what the plan says of that stays', async () => {
  const { ask } = sessionWith();
  const { plan } = await ask({ kind: 'read', files: visits });
  const { plan: proposed, files } = await ask({ kind: 'read', files: [file('fss_week8.csv', 3)] });
  expect(files.map(({ name, rowCount }) => [name, rowCount])).toEqual([['fss_*.csv', 9]]);
  const edited: Plan = { ...plan, title: 'mine' };
  const grown = withGrownStacks(edited, files);
  expect(grown.files[0]?.reading?.stack).toEqual(proposed.files[0]?.reading?.stack);
  expect([grown.title, grown.instruments]).toEqual(['mine', plan.instruments]);
  expect(withGrownStacks(grown, files)).toEqual(grown);
});

test('the plan of one file without visits becomes that of the table', async () => {
  const { ask } = sessionWith();
  const { plan } = await ask({ kind: 'read', files: [file('fss_baseline.csv', 6)] });
  expect(plan.files[0]).toMatchObject({ name: 'fss_baseline.csv', role: 'records' });
  const { files } = await ask({ kind: 'read', files: [file('fss_week4.csv', 4)] });
  const grown = withGrownStacks(plan, files);
  expect(grown.files).toMatchObject([{ name: 'fss_*.csv', visit: 'visit' }]);
  expect(grown.files[0]?.reading?.encoding).toBeUndefined();
  expect(grown.instruments.every((each) => each.file === 'fss_*.csv')).toBe(true);
  // One that has its visits in a column of its own stays.
  const own = { ...plan, files: plan.files.map((each) => ({ ...each, visit: 'week' })) };
  expect(withGrownStacks(own, files)).toEqual(own);
});

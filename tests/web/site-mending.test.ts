// SPDX-License-Identifier: MIT
/** Tables taken apart and values read as missing on the page, and both undone; files are read by the worker's session. */
import { expect, test } from 'vitest';
import { EngineError } from '../../web/contract/engine.js';
import type { FilesReply } from '../../web/engine/client.js';
import type { Request } from '../../web/engine/messages.js';
import { Session as WorkerSession } from '../../web/engine/session.js';
import { Session } from '../../web/site/session.js';

function sessionThatReads(): Session {
  const worker = new WorkerSession(() => Promise.reject(new Error('no core')));
  const ask = async (request: Request): Promise<FilesReply> => {
    const reply = await worker.handle(request);
    if (!reply.ok) throw new EngineError(reply.error);
    return reply.result as FilesReply;
  };
  return new Session({
    readFiles: (files) => ask({ id: 1, kind: 'read', files: [...files] }),
    removeFiles: (names) => ask({ id: 1, kind: 'remove', names: [...names] }),
    reread: (plan, anew) => ask({ id: 1, kind: 'reread', plan, ...(anew && { anew }) }),
    analyze: () => Promise.reject(new EngineError({ code: 'x', message: 'x', detail: {} })),
    clear: () => Promise.resolve(),
    cancel: () => undefined,
  });
}

const items = Array.from({ length: 9 }, (_, i) => `fss${i + 1}`);
const csv = (name: string, answer: string): File =>
  new File(
    [
      `id,arm,${items.join(',')}\n${['p1', 'p2', 'p3'].map((id, i) => `${id},${i % 2 ? 'a' : 'b'},${items.map(() => answer).join(',')}`).join('\n')}\n`,
    ],
    name,
  );
const visits = [csv('fss_baseline.csv', '6'), csv('fss_week4.csv', '4')];
const held = ({ state }: Session): string[] => state.files.map(({ name }) => name);
const planned = ({ state }: Session): (string | undefined)[] =>
  state.plan?.files.map(({ name, visit }) => `${name} by ${visit ?? 'nothing'}`) ?? [];

test('a table put together is taken apart, brought back, and put together anew', async () => {
  const session = sessionThatReads();
  await session.open(visits);
  expect([held(session), planned(session)]).toEqual([['fss_*.csv'], ['fss_*.csv by visit']]);
  const { plan } = session.state;
  await session.edit({ kind: 'take_apart', name: 'fss_*.csv' });
  expect(held(session)).toEqual(['fss_baseline.csv', 'fss_week4.csv']);
  expect(planned(session)).toEqual(['fss_baseline.csv by nothing', 'fss_week4.csv by nothing']);
  expect(session.state.plan?.instruments.map(({ file }) => file)).toEqual(['fss_baseline.csv', 'fss_week4.csv']);
  await session.bringBack();
  expect([held(session), session.state.plan]).toEqual([['fss_*.csv'], plan]);
  await session.bringBack();
  expect(held(session)).toHaveLength(2);
  await session.setUpAnew();
  expect([held(session), planned(session)]).toEqual([['fss_*.csv'], ['fss_*.csv by visit']]);
});

test('in a plan that was changed the rest stays as it is', async () => {
  const session = sessionThatReads();
  await session.open([...visits, new File(['id,age\np1,40\np2,50\np3,60\n'], 'ages.csv')]);
  await session.edit({ kind: 'inference', patch: { confidence: 0.9 } });
  await session.edit({ kind: 'take_apart', name: 'fss_*.csv' });
  expect(session.state.plan?.inference?.confidence).toBe(0.9);
  expect(held(session)).toHaveLength(3);
  expect(session.state.plan?.instruments).toHaveLength(2);
});

test('a file for one more visit joins the table of a plan that was changed', async () => {
  const session = sessionThatReads();
  await session.open(visits);
  await session.edit({ kind: 'inference', patch: { confidence: 0.9 } });
  await session.open([csv('fss_week8.csv', '3')]);
  expect(planned(session)).toEqual(['fss_*.csv by visit']);
  expect(session.state.files[0]?.rowCount).toBe(9);
  expect(session.state.plan?.files[0]?.reading?.stack?.parts).toHaveLength(3);
  expect(session.state.plan?.instruments).toHaveLength(1);
});

test('values are read as missing, told, and brought back', async () => {
  const session = sessionThatReads();
  await session.open([csv('fss.csv', '4'), new File(['id,visit,fss_total\n1,0,n/a!\n'], 'other.csv')]);
  const { plan } = session.state;
  await session.setMissing({ file: 'fss.csv', values: { fss9: ['4'] }, cells: 3 });
  expect(session.state.plan?.files[0]?.reading?.missingIn).toEqual({ fss9: ['4'] });
  expect(session.state.notices).toEqual([
    expect.stringContaining('fss.csv: \u201c4\u201d in fss9 is read as missing now'),
  ]);
  await session.bringBack();
  expect(session.state.plan).toEqual(plan);
  expect(session.state.notices).toEqual([]);
});

test('what is read as missing is told after further changes, until it is taken back', async () => {
  const session = sessionThatReads();
  await session.open([csv('fss.csv', '4')]);
  const told = (): string[] =>
    session.state.files.flatMap(({ notes }) =>
      notes.flatMap(({ code, message }) => (code === 'codes_of_plan' ? [message] : [])),
    );
  expect(told()).toEqual([]);
  await session.setMissing({ file: 'fss.csv', values: { fss9: ['4'] }, cells: 3 });
  await session.edit({ kind: 'inference', patch: { confidence: 0.9 } });
  expect(session.state.notices).toEqual([]);
  expect(told()).toEqual([expect.stringContaining('fss.csv: read as missing: \u201c4\u201d in fss9')]);
  await session.edit({ kind: 'file', name: 'fss.csv', patch: { reading: { missingIn: { fss8: ['4'] } } } });
  expect(told()).toEqual([expect.stringContaining('\u201c4\u201d in fss8')]);
  await session.edit({ kind: 'file', name: 'fss.csv', patch: { reading: {} } });
  expect(told()).toEqual([]);
});

test('values of a column that holds several scores stay, with the reason', async () => {
  const session = sessionThatReads();
  const rows = ['a', 'b'].flatMap((id) =>
    [0, 28].flatMap((day) => ['FSSTOT', 'MFISTOT'].map((code) => `${id},x,${day},${code},20`)),
  );
  await session.open([new File([['USUBJID,ARM,AVISITN,PARAMCD,AVAL', ...rows].join('\n')], 'adqs.csv')]);
  expect(session.state.plan?.files[0]?.parameters).toBeDefined();
  const { plan } = session.state;
  await session.setMissing({ file: 'adqs.csv', values: { AVAL: ['20'] }, cells: 8 });
  expect(session.state.plan).toBe(plan);
  expect(session.state.notices).toEqual([expect.stringContaining('one column holds the values of several scores')]);
});

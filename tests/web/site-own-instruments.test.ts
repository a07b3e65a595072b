// SPDX-License-Identifier: MIT
/** A questionnaire of one's own is found in the files, whichever comes first; files are read by the worker's session. */
import { expect, test } from 'vitest';
import { EngineError } from '../../web/contract/engine.js';
import type { InstrumentDefinition } from '../../web/contract/instrument.js';
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
    reread: (plan) => ask({ id: 1, kind: 'reread', plan }),
    analyze: () => Promise.reject(new EngineError({ code: 'x', message: 'x', detail: {} })),
    clear: () => Promise.resolve(),
    cancel: () => undefined,
  });
}

const ward: InstrumentDefinition = {
  name: 'Ward scale',
  title: 'Ward scale',
  version: '3 items',
  direction: 'lower_is_better',
  items: { count: 3, lowest: 0, highest: 4 },
  scorings: [{ name: 'sum', combine: 'sum' }],
  scales: [{ name: 'total', label: 'Ward scale' }],
  missingItems: { default: 'half', source: 'ours' },
  stems: ['wfs'],
  source: ['ours'],
  licence: 'ours',
};

const people = new File(['id,arm\na,placebo\nb,active\nc,placebo\nd,active\n'], 'people.csv');
const rows = ['a', 'b', 'c', 'd'].flatMap((id, i) =>
  [0, 28].map((day, k) => `${id},${day},${(i + k) % 5},${i === 0 && k === 0 ? 99 : i % 5},${k},${30 + i}`),
);
const records = new File([['id,day,wfs1,wfs2,wfs3,mfis_total', ...rows].join('\n')], 'records.csv');
const found = {
  instrument: 'Ward scale',
  file: 'records.csv',
  items: ['wfs1', 'wfs2', 'wfs3'],
};

test('a questionnaire described before there is a file is found in the files that come', async () => {
  const session = sessionThatReads();
  await session.edit({ kind: 'define', definition: ward });
  expect(session.state.plan?.definitions).toEqual([ward]);
  await session.open([people, records]);
  expect(session.state.plan?.instruments).toContainEqual(expect.objectContaining(found));
});

test('a questionnaire described later is found in files that are there; what was set stays, and it is told', async () => {
  const session = sessionThatReads();
  await session.open([people, records]);
  const before = session.state.plan;
  expect(before?.instruments.map(({ instrument }) => instrument)).toEqual(['MFIS']);
  await session.edit({ kind: 'outcome', id: 'mfis', patch: { label: 'My label' } });
  await session.edit({ kind: 'define', definition: { ...ward, stems: ['other'] } });
  expect(session.state.plan?.instruments).toHaveLength(1);
  await session.edit({ kind: 'define', definition: ward, replaces: 'Ward scale' });
  const { plan, notices } = session.state;
  expect(plan?.instruments[1]).toMatchObject(found);
  expect(plan?.outcomes.map(({ label, role }) => [label, role])).toEqual([
    ['My label', 'primary'],
    ['Ward scale', 'secondary'],
  ]);
  expect(plan?.files.find(({ name }) => name === 'records.csv')?.reading?.missingIn).toMatchObject({ wfs2: ['99'] });
  expect(notices).toEqual(['Ward scale was found in records.csv, and is analysed along.']);
});

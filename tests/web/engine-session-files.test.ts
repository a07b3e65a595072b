// SPDX-License-Identifier: MIT
/** How often the worker reads the files it holds, and the tables of a workbook. */
import { strToU8, zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import type { DataCheck } from '../../web/contract/check.js';
import type { Engine } from '../../web/contract/engine.js';
import type { Plan } from '../../web/contract/plan.js';
import type { Table } from '../../web/contract/table.js';
import type { FilesReply, Reply } from '../../web/engine/messages.js';
import { Session } from '../../web/engine/session.js';

const items = Array.from({ length: 9 }, (_, i) => `fss${i + 1}`);
const csv = `id,day,${items.join(',')}\n${['1.1', '1.10', '2']
  .flatMap((id) =>
    [0, 28].map((day) => `${id},${day},${items.map((_, i) => (i === 3 && day === 0 ? -9 : (i % 7) + 1)).join(',')}`),
  )
  .join('\n')}\n`;

function sessionWith(): { session: Session; seen: Table[][] } {
  const seen: Table[][] = [];
  const check = (_: Plan, tables: Table[]): DataCheck => {
    seen.push(tables);
    return { problems: [], scores: [] } as unknown as DataCheck;
  };
  return { session: new Session(() => Promise.resolve({ check } as unknown as Engine)), seen };
}

function resultOf<Result>(reply: Reply): Result {
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.result as Result;
}

function counted(name: string, bytes: Uint8Array): { file: File; readings: () => number } {
  const file = new File([bytes as BlobPart], name);
  const slice = vi.spyOn(file, 'slice');
  return { file, readings: () => slice.mock.calls.length };
}

test('a file is read once for the plan that is proposed for it', async () => {
  const { session, seen } = sessionWith();
  const { file, readings } = counted('fss.csv', strToU8(csv));
  const { plan } = resultOf<FilesReply>(await session.handle({ id: 1, kind: 'read', files: [file] }));
  const once = readings();
  expect(plan.files[0]?.reading?.missingIn).toEqual({ fss4: ['-9'] });
  resultOf(await session.handle({ id: 2, kind: 'check', plan }));
  expect(readings()).toBe(once);
  const column = seen[0]?.[0]?.columns.find(({ name }) => name === 'fss4');
  expect(column?.kind === 'number' && Array.from(column.values)).toEqual([NaN, 4, NaN, 4, NaN, 4]);
  const id = seen[0]?.[0]?.columns.find(({ name }) => name === 'id');
  expect(id?.kind === 'factor' && id.levels).toEqual(['1.1', '1.10', '2']);
});

test.each([
  ['another delimiter', { delimiter: ';' as const }],
  ['a decimal mark', { decimal: ',' as const }],
  ['another encoding', { encoding: 'windows-1252' as const }],
  ['words for missing', { missing: ['x'] }],
  ['types', { types: { day: 'factor' as const } }],
  ['codes for missing that are no numbers', { missingIn: { fss1: ['none'] } }],
])('%s has it read again', async (_, reading) => {
  const { session } = sessionWith();
  const { file, readings } = counted('fss.csv', strToU8(csv));
  const { plan } = resultOf<FilesReply>(await session.handle({ id: 1, kind: 'read', files: [file] }));
  const once = readings();
  const changed = { ...plan, files: plan.files.map((each) => ({ ...each, reading })) };
  await session.handle({ id: 2, kind: 'check', plan: changed });
  expect(readings()).toBeGreaterThan(once);
  const twice = readings();
  await session.handle({ id: 3, kind: 'check', plan: changed });
  expect(readings()).toBe(twice);
});

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const cell = (value: string): string =>
  /^\d/.test(value) ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const sheet = (rows: string[][]): Uint8Array =>
  strToU8(
    `<worksheet><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`,
  );
const book = zipSync({
  '[Content_Types].xml': strToU8('<Types/>'),
  '_rels/.rels': strToU8(
    `<Relationships><Relationship Id="r" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ),
  'xl/workbook.xml': strToU8(
    '<workbook><sheets><sheet name="Arms" r:id="a"/><sheet name="FSS" r:id="b"/></sheets></workbook>',
  ),
  'xl/_rels/workbook.xml.rels': strToU8(
    `<Relationships>${['a', 'b'].map((id) => `<Relationship Id="${id}" Type="${relation}/worksheet" Target="${id}.xml"/>`).join('')}</Relationships>`,
  ),
  'xl/a.xml': sheet([
    ['id', 'arm'],
    ['p1', 'placebo'],
    ['p2', 'active'],
  ]),
  'xl/b.xml': sheet([
    ['id', 'day', 'fss_total'],
    ...['p1', 'p2'].flatMap((id) => [
      [id, '0', '40'],
      [id, '28', '30'],
    ]),
  ]),
});

test('the sheets of a workbook are tables of one plan', async () => {
  const { session, seen } = sessionWith();
  const { file, readings } = counted('trial.xlsx', book);
  const { plan, files } = resultOf<FilesReply>(await session.handle({ id: 1, kind: 'read', files: [file] }));
  expect(files.map(({ name }) => name)).toEqual(['trial.xlsx \u203a Arms', 'trial.xlsx \u203a FSS']);
  expect(plan.files).toMatchObject([
    { name: 'trial.xlsx \u203a Arms', role: 'participants', arm: 'arm', reading: { sheet: 'Arms' } },
    { name: 'trial.xlsx \u203a FSS', role: 'records', visit: 'day', reading: { sheet: 'FSS' } },
  ]);
  const once = readings();
  resultOf(await session.handle({ id: 2, kind: 'check', plan }));
  expect(readings()).toBe(once);
  expect(seen[0]?.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['trial.xlsx \u203a Arms', 2],
    ['trial.xlsx \u203a FSS', 4],
  ]);
  // Without a sheet asked for, its own is read again.
  const bare = { ...plan, files: plan.files.map(({ reading, ...each }) => (reading ? each : each)) };
  resultOf(await session.handle({ id: 3, kind: 'check', plan: bare }));
  expect(seen[1]?.map(({ rowCount }) => rowCount)).toEqual([2, 4]);
  const left = resultOf<FilesReply>(await session.handle({ id: 4, kind: 'remove', names: ['trial.xlsx \u203a Arms'] }));
  expect(left.files.map(({ name }) => name)).toEqual(['trial.xlsx \u203a FSS']);
});

test('with all files the sheets of a workbook are removed', async () => {
  const { session } = sessionWith();
  await session.handle({ id: 1, kind: 'read', files: [new File([book], 'trial.xlsx')] });
  const left = resultOf<FilesReply>(await session.handle({ id: 2, kind: 'remove', names: [], all: true }));
  expect(left.files).toEqual([]);
  const { files } = resultOf<FilesReply>(
    await session.handle({ id: 3, kind: 'read', files: [new File([csv], 'fss.csv')] }),
  );
  expect(files.map(({ name }) => name)).toEqual(['fss.csv']);
});

test("a saved plan that calls a sheet by its workbook's name has it so", async () => {
  const { session } = sessionWith();
  await session.handle({ id: 1, kind: 'read', files: [new File([book], 'trial.xlsx')] });
  const plan: Plan = {
    schemaVersion: 1,
    files: [{ name: 'trial.xlsx', role: 'records', id: 'id', visit: 'day', reading: { sheet: 'FSS' } }],
    instruments: [],
    outcomes: [],
  };
  const { files } = resultOf<FilesReply>(await session.handle({ id: 2, kind: 'reread', plan }));
  expect(files.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['trial.xlsx \u203a Arms', 2],
    ['trial.xlsx', 4],
  ]);
});

// SPDX-License-Identifier: MIT
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { scoreRequest } from '../../web/cli/score_request.js';
import { usage } from '../../web/cli/usage.js';
import { builtInInstruments } from '../../web/read/instruments.js';

const folder = mkdtempSync(join(tmpdir(), 'fatigue-score-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const requestOf = async (...args: string[]): Promise<unknown> => (await scoreRequest(['data.csv', ...args])).request;

test('options become a request', async () => {
  expect(
    await requestOf(
      ...['--instrument', 'VAS-F', '--items', 'a, b', '--id', 'id', '--scoring', 'sum'],
      ...['--missing-items', 'subscales', '--direction', 'higher_is_better'],
    ),
  ).toEqual({
    instrument: 'VAS-F',
    items: ['a', 'b'],
    id: ['id'],
    scoring: 'sum',
    missingItems: 'subscales',
    direction: 'higher_is_better',
  });
  expect(await requestOf('--instrument', 'FSS')).toEqual({ instrument: 'FSS' });
});

test('codes for missing and the decimal mark say how the file is read', async () => {
  const readingOf = async (...args: string[]): Promise<unknown> =>
    (await scoreRequest(['data.csv', '--instrument', 'FSS', ...args])).reading;
  expect(await readingOf()).toEqual({ missing: [] });
  expect(await readingOf('--missing=-9, 999', '--decimal', 'comma')).toEqual({ missing: ['-9', '999'], decimal: ',' });
  await expect(readingOf('--missing', '9,,')).rejects.toThrow('--missing takes codes separated by commas, not "9,,"');
  await expect(readingOf('--decimal', ',')).rejects.toThrow('--decimal takes point or comma, not ","');
});

test('a number of items that must be answered', async () => {
  expect(await requestOf('--instrument', 'FACIT-F', '--missing-items', 'at_least=7')).toEqual({
    instrument: 'FACIT-F',
    missingItems: { atLeast: 7 },
  });
  await expect(requestOf('--instrument', 'FACIT-F', '--missing-items', 'at_least=x')).rejects.toThrow(
    '--missing-items takes a number, not "x"',
  );
});

test('a file is the definition of an instrument', async () => {
  const path = file('own.json', '{"name": "Own"}');
  expect(await requestOf('--instrument', path)).toEqual({ instrument: 'Own', definition: { name: 'Own' } });
});

test.each([
  ['broken.json', '{"name": ', 'broken.json is no definition of an instrument'],
  ['nameless.json', '{"title": "x"}', 'it has no name'],
  ['list.json', '[]', 'it has no name'],
])('%s is refused', async (name, text, message) => {
  await expect(requestOf('--instrument', file(name, text))).rejects.toThrow(message);
});

test('a definition that is not there is named', async () => {
  await expect(requestOf('--instrument', join(folder, 'nothing.json'))).rejects.toThrow(
    'nothing.json cannot be read: there is no such file',
  );
});

test('the help of score lists every instrument', () => {
  const help = usage('score');
  for (const { name } of builtInInstruments) expect(help.replaceAll(/\s+/g, ' ')).toContain(name);
});

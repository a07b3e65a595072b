// SPDX-License-Identifier: MIT
/** Made files must be read back exactly, in any dialect and any piece size; broken ones must end in a table or an error. */
import { describe, expect, test } from 'vitest';
import type { ReadResult } from '../../web/read/index.js';
import { parsePlan, readFile } from '../../web/read/index.js';
import { EngineError } from '../../web/contract/engine.js';
import { cells, seeded, utf8 } from './read-support.js';

type Random = () => number;
const upTo = (random: Random, most: number): number => Math.floor(random() * most);
const pick = <Value>(random: Random, among: readonly Value[]): Value => among[upTo(random, among.length)]!;

const words = [
  'a',
  'b c',
  'with "quotes"',
  'semi;colon',
  'com,ma',
  'line\nbreak',
  '\n',
  'ta\tb',
  'pi|pe',
  'é',
  '“ß”',
  "it's",
  '""',
];

interface Made {
  bytes: Uint8Array;
  ids: string[];
  numbers: (number | null)[];
  texts: (string | null)[];
  starts: number[];
}

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return utf8(text);
  if (encoding === 'utf-8 with mark') return utf8(`\uFEFF${text}`);
  const little = encoding === 'utf-16le';
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))];
  return Uint8Array.from(units.flatMap((u) => (little ? [u & 255, u >> 8] : [u >> 8, u & 255])));
}

function make(random: Random): Made {
  const decimal = pick(random, ['.', ','] as const);
  const delimiter = pick(random, [',', ';', '\t', '|']);
  const newline = pick(random, ['\n', '\r\n', '\r']);
  const count = 2 + upTo(random, 40);
  const ids = Array.from({ length: count }, (_, i) => String(i).padStart(4, '0'));
  const numbers = ids.map((_, i) =>
    i === 0 ? 1.5 : random() < 0.15 ? null : Math.round((random() - 0.3) * 1e4) / 100,
  );
  const texts = ids.map(() => (random() < 0.1 ? null : pick(random, words)));
  const quote = (cell: string): string =>
    /["\n\r]/.test(cell) || cell.includes(delimiter) || random() < 0.2 ? `"${cell.replaceAll('"', '""')}"` : cell;
  const starts: number[] = [];
  let line = 2;
  const rows = ids.map((id, i) => {
    const blank = random() < 0.05 ? newline : '';
    if (blank) line++;
    starts.push(line);
    line += 1 + (texts[i]?.split('\n').length ?? 1) - 1;
    const value = numbers[i] === null ? '' : String(numbers[i]).replace('.', decimal);
    return blank + [id, value, texts[i] ?? '', 'x'].map(quote).join(delimiter);
  });
  const text = [['id', 'value', 'word', 'last'].join(delimiter), ...rows].join(newline);
  // A file of bytes below 128 would pass for any encoding.
  const encoding = pick(random, ['utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be']);
  return { bytes: encode(text, encoding), ids, numbers, texts, starts };
}

const trimmed = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim());

describe('made files', () => {
  test.each(Array.from({ length: 150 }, (_, i) => i + 1))(
    'are read back exactly in pieces of any size (seed %i)',
    async (seed) => {
      const random = seeded(seed);
      const { bytes, ids, numbers, texts, starts } = make(random);
      const pieceBytes = pick(random, [1, 2, 3, 7, 64, 1000, 1_000_000]);
      const { table, error } = await readFile('made.csv', new Blob([bytes as BlobPart]), {}, { pieceBytes });
      expect(error).toBeNull();
      expect(cells(table, 'id')).toEqual(ids);
      expect(cells(table, 'value')).toEqual(numbers);
      expect(cells(table, 'word')).toEqual(texts.map(trimmed));
      expect(Array.from(table.originRow)).toEqual(starts);
    },
  );

  test.each([1, 2, 3, 4, 5])('a column with very many different numbers stays exact (seed %i)', async (seed) => {
    const random = seeded(seed);
    const spell = [
      (x: number) => x.toFixed(3),
      (x: number) => String(x),
      (x: number) => String(Math.round(x)),
      (x: number) => x.toFixed(2).replace('.', ','),
      (x: number) => (x < 0 ? '-999' : x.toPrecision(12)),
    ][seed - 1]!;
    const texts = Array.from({ length: 30_000 }, () => spell((random() - 0.2) * 1e6));
    const bytes = utf8(['key;x', ...texts.map((text, i) => `${i % 7};${text}`)].join('\n'));
    const options = seed === 5 ? { missing: ['-999'] } : {};
    const { table } = await readFile('many.csv', bytes, options);
    const expected = texts.map((text) => (seed === 5 && text === '-999' ? null : Number(text.replace(',', '.'))));
    expect(cells(table, 'x')).toEqual(expected);
    const asText = await readFile('many.csv', bytes, { ...options, types: { x: 'factor' } });
    expect(cells(asText.table, 'x')).toEqual(texts.map((text) => (seed === 5 && text === '-999' ? null : text)));
  });
});

function mutate(random: Random, bytes: Uint8Array): Uint8Array {
  const result = Array.from(bytes);
  for (let i = 1 + upTo(random, 6); i > 0; i--) {
    const at = upTo(random, result.length);
    switch (upTo(random, 8)) {
      case 0:
        result[at] = (result[at] ?? 0) ^ (1 << upTo(random, 8));
        break;
      case 1:
        result.splice(at, 0, upTo(random, 256));
        break;
      case 2:
        result.splice(at, 1 + upTo(random, 20));
        break;
      case 3:
        result.length = at;
        break;
      case 4:
        result.splice(at, 0, ...result.slice(upTo(random, result.length), at));
        break;
      case 5:
        result.splice(at, 0, 0, 0);
        break;
      case 6:
        result.splice(at, 0, 0xed, 0xa0, 0x80, 0xd8, 0x00);
        break;
      default:
        result.splice(at, 0, ...Array.from({ length: upTo(random, 60) }, () => 0x22));
    }
  }
  return Uint8Array.from(result);
}

function sound({ name, error, table }: ReadResult): void {
  if (error) {
    expect(error.code).toMatch(/^[a-z0-9_]+$/);
    expect(error.detail.file).toBe(name);
    expect(error.message).toContain(name);
    expect(table.columns).toEqual([]);
    return;
  }
  expect(table.rowCount).toBeGreaterThan(0);
  for (const column of table.columns) {
    expect((column.kind === 'number' ? column.values : column.codes).length).toBe(table.rowCount);
  }
}

test.each(Array.from({ length: 20 }, (_, i) => i + 1))(
  'broken files give a table or an error (seed %i)',
  async (seed) => {
    const random = seeded(1000 + seed);
    for (let i = 0; i < 40; i++) {
      const bytes = mutate(random, make(random).bytes);
      const inPieces = await readFile('broken.csv', bytes, {}, { pieceBytes: 1 + upTo(random, 50) });
      sound(inPieces);
      expect(inPieces).toEqual(await readFile('broken.csv', bytes));
    }
  },
);

test.each(Array.from({ length: 10 }, (_, i) => i + 1))('broken plans are refused with a code (seed %i)', (seed) => {
  const random = seeded(2000 + seed);
  const plan = JSON.stringify({
    schemaVersion: 1,
    files: [{ name: 'a.csv', role: 'records', id: 'id', arm: 'arm', visit: 'day' }],
    instruments: [{ id: 'fss', instrument: 'FSS', file: 'a.csv', items: ['fss_1', 'fss_2'] }],
    outcomes: [],
  });
  for (let i = 0; i < 60; i++) {
    const text = new TextDecoder().decode(mutate(random, utf8(plan)));
    try {
      parsePlan(text);
    } catch (error) {
      expect(error).toBeInstanceOf(EngineError);
      expect((error as EngineError).code).toMatch(/^[a-z0-9_]+$/);
    }
  }
});

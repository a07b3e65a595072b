// SPDX-License-Identifier: MIT
/** Short ways to make files and look into tables, shared by the tests of reading. */
import { expect } from 'vitest';
import { EngineError } from '../../web/contract/engine.js';
import type { ReadingOptions } from '../../web/contract/plan.js';
import type { Column, Table } from '../../web/contract/table.js';
import type { ReadResult } from '../../web/read/index.js';
import { readText } from '../../web/read/read-file.js';

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** As readFile, at once. */
export function read(name: string, text: string, options?: ReadingOptions): ReadResult {
  return readText(name, text, options);
}

export function column(table: Table, name: string): Column {
  const found = table.columns.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no column ${name} in ${table.columns.map((c) => c.name).join(', ')}`);
  return found;
}

/** The cells of a column: numbers, texts, null where missing. */
export function cells(table: Table, name: string): (number | string | null)[] {
  const found = column(table, name);
  if (found.kind === 'number') return Array.from(found.values, (value) => (Number.isNaN(value) ? null : value));
  return Array.from(found.codes, (code) => (code < 0 ? null : (found.levels[code] ?? 'no such level')));
}

export function codes(result: { notes: { code: string }[] }): string[] {
  return result.notes.map(({ code }) => code);
}

export function message(result: { notes: { code: string; message: string }[] }, code: string): string {
  return result.notes.find((note) => note.code === code)?.message ?? `no note ${code}`;
}

/** Runs the call and returns the EngineError it must throw. */
export function thrown(call: () => unknown): EngineError {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(EngineError);
    return error as EngineError;
  }
  throw new Error('nothing was thrown');
}

/** Numbers 0 to 1 from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packedWasm, wasmSize } from 'virtual:fatigue-core';
import { packLzma } from '../../scripts/lib/pack.mjs';
import { decodeLzma } from '../../web/engine/lzma.js';

const unpacked = (bytes: Uint8Array): Uint8Array => decodeLzma(packLzma(bytes), bytes.length);

test('the core comes out as it was built', () => {
  const built = readFileSync(new URL('../../build/wasm-release/wasm/fatigue_core.wasm', import.meta.url));
  const bytes = decodeLzma(Buffer.from(packedWasm, 'base64'), wasmSize);
  expect(Buffer.compare(bytes, built)).toBe(0);
});

test.each([
  ['nothing', new Uint8Array(0)],
  ['one byte', Uint8Array.of(7)],
  ['a long run', new Uint8Array(100_000).fill(255)],
  ['text', new TextEncoder().encode('the same words, the same words again; '.repeat(500))],
  ['every byte', Uint8Array.from({ length: 5000 }, (_, i) => (i * 2654435761) >>> 24)],
])('%s comes back', (_, bytes) => {
  expect(Buffer.compare(unpacked(bytes), bytes)).toBe(0);
});

test('a damaged stream is refused or differs, and ends', () => {
  const bytes = new TextEncoder().encode('abcabcabd'.repeat(300));
  const packed = Uint8Array.from(packLzma(bytes));
  packed[12] = (packed[12] ?? 0) ^ 0x55;
  let result: Uint8Array | null = null;
  try {
    result = decodeLzma(packed, bytes.length);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
  }
  if (result) expect(Buffer.compare(result, bytes)).not.toBe(0);
});

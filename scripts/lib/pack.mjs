// SPDX-License-Identifier: MIT
/** Packs bytes as web/engine/lzma.ts unpacks them. Python has LZMA in its standard library, and emcc needs Python. */
import { spawnSync } from 'node:child_process';

const program = `
import lzma, sys
coder = {"id": lzma.FILTER_LZMA1, "preset": 9 | lzma.PRESET_EXTREME, "lc": 3, "lp": 0, "pb": 0, "dict_size": 1 << 22}
sys.stdout.buffer.write(lzma.compress(sys.stdin.buffer.read(), format=lzma.FORMAT_RAW, filters=[coder]))
`;

export function packLzma(bytes) {
  const { status, stdout, stderr, error } = spawnSync('python3', ['-c', program], { input: bytes, maxBuffer: 2 ** 28 });
  if (error) throw error;
  if (status !== 0) throw new Error(`python3 could not pack the WebAssembly: ${stderr}`);
  return stdout;
}

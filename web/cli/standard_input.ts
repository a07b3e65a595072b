// SPDX-License-Identifier: MIT
/** Standard input as a file: `-` stands for it where a command takes one file. */

/** What its messages call it. */
export const standardInputName = 'standard input';

export const isStandardInput = (path: string): boolean => path === '-';

let read: Promise<Uint8Array> | undefined;

/** All of it. It can be read only once, and a command may look at its file twice. */
export function standardInput(stream: AsyncIterable<Uint8Array> = process.stdin): Promise<Uint8Array> {
  read ??= wholeOf(stream);
  return read;
}

async function wholeOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

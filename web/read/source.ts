// SPDX-License-Identifier: MIT
/** Where a file's bytes come from, piece by piece, so that a large file is never in memory as a whole. */

/** What of a Blob or File is used. */
export interface Sliceable {
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

export type Source = Uint8Array | Sliceable;

export interface ReadProgress {
  /** Bytes read so far. A file that turns out not to be UTF-8 is read a second time. */
  bytes: number;
  totalBytes: number;
  rows: number;
}

export interface ReadHooks {
  /** Called a few times per second. */
  onProgress?: (progress: ReadProgress) => void;
  /** Aborting it rejects with its reason. */
  signal?: AbortSignal;
  /** Bytes per piece, for tests. */
  pieceBytes?: number;
}

const defaultPieceBytes = 2_000_000;
const everyMs = 150;

export function sizeOf(source: Source): number {
  return source instanceof Uint8Array ? source.length : source.size;
}

export async function bytesBetween(source: Source, start: number, end: number): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source.subarray(start, end);
  return new Uint8Array(await source.slice(start, end).arrayBuffer());
}

/** Tells progress a few times per second, and lets other work of the thread through; ends when the signal says so. */
export class Pace {
  private readonly _hooks: ReadHooks;
  private readonly _totalBytes: number;
  private _told = performance.now();

  constructor(hooks: ReadHooks, totalBytes: number) {
    this._hooks = hooks;
    this._totalBytes = totalBytes;
  }

  async pass(bytes: number, rows: number): Promise<void> {
    this._hooks.signal?.throwIfAborted();
    const now = performance.now();
    if (now - this._told < everyMs) return;
    this._told = now;
    this._hooks.onProgress?.({ bytes, totalBytes: this._totalBytes, rows });
    await new Promise((resolve) => setTimeout(resolve));
    this._hooks.signal?.throwIfAborted();
  }
}

/** All bytes in order. */
export async function* piecesOf(source: Source, hooks: ReadHooks, rows: () => number): AsyncGenerator<Uint8Array> {
  const totalBytes = sizeOf(source);
  const step = hooks.pieceBytes ?? defaultPieceBytes;
  const pace = new Pace(hooks, totalBytes);
  hooks.signal?.throwIfAborted();
  for (let start = 0; start < totalBytes; start += step) {
    const end = Math.min(start + step, totalBytes);
    yield await bytesBetween(source, start, end);
    await pace.pass(end, rows());
  }
}

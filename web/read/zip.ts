// SPDX-License-Identifier: MIT
/** The parts of a zip archive, unpacked piece by piece, so that a small file cannot unpack to more than is allowed. */
import { Inflate } from 'fflate';
import { engineError } from './errors.js';
import { EngineError } from '../contract/engine.js';
import { limits, tooLarge } from './limits.js';
import { bytesBetween, sizeOf, type Source } from './source.js';

interface Entry {
  method: number;
  packedSize: number;
  /** Where its local header starts. */
  offset: number;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
/** The end record and the longest comment behind it. */
const longestEnd = 22 + 65_535;
const mostEntries = 10_000;
/** Deflate unpacks to at most some thousand times as much, so that a piece of this size stays small when unpacked. */
const pieceBytes = 16_384;

export class ZipArchive {
  private readonly _name: string;
  private readonly _source: Source;
  private readonly _entries: Map<string, Entry>;
  private _unpacked = 0;

  private constructor(name: string, source: Source, entries: Map<string, Entry>) {
    this._name = name;
    this._source = source;
    this._entries = entries;
  }

  /** @throws EngineError `damaged_workbook` when it is no zip archive. */
  static async open(name: string, source: Source): Promise<ZipArchive> {
    const size = sizeOf(source);
    const end = viewOf(await bytesBetween(source, Math.max(0, size - longestEnd), size));
    let at = end.byteLength - 22;
    while (at >= 0 && end.getUint32(at, true) !== endOfDirectory) at--;
    if (at < 0) throw damaged(name, 'its end is missing');
    const [length, start] = [end.getUint32(at + 12, true), end.getUint32(at + 16, true)];
    if (start + length > size || length > 100 * mostEntries) throw damaged(name, 'its table of contents is broken');
    const directory = viewOf(await bytesBetween(source, start, start + length));
    return new ZipArchive(name, source, entriesOf(name, directory));
  }

  has(path: string): boolean {
    return this._entries.has(path);
  }

  /** Pieces of one part, and how many bytes of the archive have been read for it. Nothing for a part that is not there. */
  async *unpack(path: string): AsyncGenerator<{ bytes: Uint8Array; read: number }> {
    const entry = this._entries.get(path);
    if (!entry) return;
    const head = viewOf(await bytesBetween(this._source, entry.offset, entry.offset + 30));
    if (head.byteLength < 30 || head.getUint32(0, true) !== localHeader) throw this._damaged(path);
    const start = entry.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
    const end = start + entry.packedSize;
    if (entry.method !== 0 && entry.method !== 8) throw this._damaged(path);
    let pieces: Uint8Array[] = [];
    const inflate = new Inflate((bytes) => pieces.push(bytes));
    for (let at = start; at < end; at += pieceBytes) {
      const packed = await bytesBetween(this._source, at, Math.min(at + pieceBytes, end));
      pieces = [];
      if (entry.method === 0) pieces.push(packed);
      else this._inflate(inflate, packed, at + pieceBytes >= end, path);
      for (const bytes of pieces) {
        this._unpacked += bytes.length;
        if (this._unpacked > limits.unpackedBytes) throw new EngineError(tooLarge(this._name, 'unpackedBytes'));
        yield { bytes, read: at - start + packed.length };
      }
    }
  }

  private _inflate(inflate: Inflate, packed: Uint8Array, isLast: boolean, path: string): void {
    try {
      inflate.push(packed, isLast);
    } catch {
      throw this._damaged(path);
    }
  }

  private _damaged(path: string): EngineError {
    return damaged(this._name, `its part ${path} cannot be unpacked`);
  }
}

export function damaged(name: string, reason: string): EngineError {
  const remedy = 'open it in the spreadsheet program and save it again, or save the sheet as CSV UTF-8';
  return engineError('damaged_workbook', `${name} is damaged: ${reason}: ${remedy}`, { file: name, remedy });
}

function entriesOf(name: string, directory: DataView): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const text = new TextDecoder();
  let at = 0;
  while (at + 46 <= directory.byteLength && directory.getUint32(at, true) === directoryEntry) {
    const nameLength = directory.getUint16(at + 28, true);
    const path = text.decode(
      new Uint8Array(
        directory.buffer,
        directory.byteOffset + at + 46,
        Math.min(nameLength, directory.byteLength - at - 46),
      ),
    );
    entries.set(path, {
      method: directory.getUint16(at + 10, true),
      packedSize: directory.getUint32(at + 20, true),
      offset: directory.getUint32(at + 42, true),
    });
    if (entries.size > mostEntries) throw damaged(name, 'it has too many parts');
    at += 46 + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  }
  return entries;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

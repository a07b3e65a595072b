// SPDX-License-Identifier: MIT
/**
 * The bytes of files in the worker. WebKit, which Safari is made of, lets no worker of a page opened from disk read a
 * file, not even one the page may read: there the page reads each piece and hands it over.
 */
import type { PieceAnswer, PieceMessage } from './messages.js';

/** The worker's side. */
export class Pieces {
  private readonly _ask: (message: PieceMessage) => void;
  private readonly _asked = new Map<number, { resolve(bytes: ArrayBuffer): void; reject(error: Error): void }>();
  private _next = 1;
  private _isForPage = false;

  constructor(ask: (message: PieceMessage) => void) {
    this._ask = ask;
  }

  /** Rejects where the page cannot read the piece either: the file has gone, or is another now. */
  async read(blob: Blob): Promise<ArrayBuffer> {
    if (!this._isForPage) {
      try {
        return await blob.arrayBuffer();
      } catch {
        // The page says why, if it cannot either.
      }
    }
    const piece = this._next++;
    const answer = new Promise<ArrayBuffer>((resolve, reject) => this._asked.set(piece, { resolve, reject }));
    this._ask({ piece, blob });
    const bytes = await answer;
    this._isForPage = true;
    return bytes;
  }

  take({ piece, bytes, problem }: PieceAnswer): void {
    const asked = this._asked.get(piece);
    this._asked.delete(piece);
    if (bytes) asked?.resolve(bytes);
    else asked?.reject(new Error(problem));
  }
}

/** The page's side. */
export async function answerPiece(worker: Worker, { piece, blob }: PieceMessage): Promise<void> {
  try {
    const bytes = await blob.arrayBuffer();
    const answer: PieceAnswer = { piece, bytes };
    worker.postMessage(answer, [bytes]);
  } catch (error) {
    const answer: PieceAnswer = { piece, problem: error instanceof Error ? error.message : String(error) };
    worker.postMessage(answer);
  }
}

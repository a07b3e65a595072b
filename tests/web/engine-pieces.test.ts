// SPDX-License-Identifier: MIT
/** Pieces of files that the worker may not read: the page reads them, and says why where it cannot either. */
import { expect, test } from 'vitest';
import type { PieceAnswer } from '../../web/engine/messages.js';
import { answerPiece, Pieces } from '../../web/engine/pieces.js';

const text = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes);

/** A blob in a worker that may not read it. */
class Unreadable {
  tried = 0;
  readonly whole: Blob;

  constructor(text: string) {
    this.whole = new Blob([text]);
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    this.tried++;
    return Promise.reject(new Error('refused'));
  }
}

const read = (pieces: Pieces, blob: Unreadable): Promise<ArrayBuffer> => pieces.read(blob as never);

/** A worker and its page, which gets of each blob what `bytesOf` gives. */
function connected(bytesOf: (blob: Blob) => Promise<ArrayBuffer>): { pieces: Pieces; asked: Blob[] } {
  const asked: Blob[] = [];
  const pieces: Pieces = new Pieces((message) => {
    asked.push(message.blob);
    const page = { postMessage: (answer: PieceAnswer) => pieces.take(answer) } as never;
    void answerPiece(page, { piece: message.piece, blob: { arrayBuffer: () => bytesOf(message.blob) } as Blob });
  });
  return { pieces, asked };
}

test('a worker that may read its files asks nobody', async () => {
  const { pieces, asked } = connected(() => Promise.reject(new Error('not asked for')));
  expect(text(await pieces.read(new Blob(['a,b\n'])))).toBe('a,b\n');
  expect(asked).toEqual([]);
});

test('what the worker may not read the page reads, and after that it is asked at once', async () => {
  const { pieces, asked } = connected((blob) => (blob as never as Unreadable).whole.arrayBuffer());
  const [first, second] = [new Unreadable('first'), new Unreadable('second')];
  const both = await Promise.all([read(pieces, first), read(pieces, second)]);
  expect(both.map(text)).toEqual(['first', 'second']);
  const third = new Unreadable('third');
  expect(text(await read(pieces, third))).toBe('third');
  expect(asked).toHaveLength(3);
  expect([first.tried, third.tried]).toEqual([1, 0]);
});

test('a file that has gone is refused in the words of the browser, and the next one is read', async () => {
  const { pieces } = connected(() => Promise.reject(new Error('the file could not be found')));
  await expect(read(pieces, new Unreadable('x'))).rejects.toThrow('the file could not be found');
  expect(text(await pieces.read(new Blob(['y'])))).toBe('y');
});

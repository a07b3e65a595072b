// SPDX-License-Identifier: MIT
/** The worker: one request after the other, each answered. */
import { loadBuiltInEngine } from './built_in.js';
import type { PieceAnswer, Request, WorkerMessage } from './messages.js';
import { Pieces } from './pieces.js';
import { Session } from './session.js';

const tell = (message: WorkerMessage): void => postMessage(message);
const pieces = new Pieces(tell);
const session = new Session(loadBuiltInEngine, (piece) => pieces.read(piece));
let last: Promise<void> = Promise.resolve();

onmessage = ({ data }: MessageEvent<Request | PieceAnswer>) => {
  if ('piece' in data) return pieces.take(data);
  // A reply that cannot be sent must reach the page as an error of the worker, or its request would wait for ever.
  last = last
    .then(async () => {
      const { id } = data;
      const reply = await session.handle(
        data,
        (progress) => tell({ id, progress }),
        (reading) => tell({ id, reading }),
        (finished) => tell({ id, finished }),
      );
      postMessage(reply);
    })
    .catch((error: unknown) => {
      setTimeout(() => {
        throw error instanceof Error ? error : new Error(String(error));
      });
    });
};
void session.warmUp();

// SPDX-License-Identifier: MIT
/** The worker: one request after the other, each answered. */
import { loadBuiltInEngine } from './built_in.js';
import type { Request, WorkerMessage } from './messages.js';
import { Session } from './session.js';

const session = new Session(loadBuiltInEngine);
let last: Promise<void> = Promise.resolve();

onmessage = (event: MessageEvent<Request>) => {
  // A reply that cannot be sent must reach the page as an error of the worker, or its request would wait for ever.
  last = last
    .then(async () => {
      const { id } = event.data;
      const tell = (message: WorkerMessage): void => postMessage(message);
      const reply = await session.handle(
        event.data,
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

// SPDX-License-Identifier: MIT
/** The worker: one request after the other, each answered. */
import { loadBuiltInEngine } from './built_in.js';
import type { Request } from './messages.js';
import { Session } from './session.js';

const session = new Session(loadBuiltInEngine);
let last: Promise<void> = Promise.resolve();

onmessage = (event: MessageEvent<Request>) => {
  last = last.then(async () => postMessage(await session.handle(event.data)));
};
session.warmUp();

// SPDX-License-Identifier: MIT
import { messagesOfCore } from './messages_core.js';
import { messagesOfFiles } from './messages_files.js';
import { messagesOfInstruments } from './messages_instruments.js';

export const messageWords: Readonly<Record<string, string>> = {
  ...messagesOfCore,
  ...messagesOfFiles,
  ...messagesOfInstruments,
};

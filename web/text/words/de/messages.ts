// SPDX-License-Identifier: MIT
import { messagesOfCore } from './messages_core.js';
import { messagesOfFiles } from './messages_files.js';
import { messagesOfInstruments } from './messages_instruments.js';
import { messagesOfModels } from './messages_models.js';
import { messagesOfParts } from './messages_parts.js';
import { messagesOfPlans } from './messages_plans.js';
import { messagesOfTables } from './messages_tables.js';
import { messagesOfTrials } from './messages_trials.js';

export const messageWords: Readonly<Record<string, string>> = {
  ...messagesOfCore,
  ...messagesOfFiles,
  ...messagesOfInstruments,
  ...messagesOfModels,
  ...messagesOfParts,
  ...messagesOfPlans,
  ...messagesOfTables,
  ...messagesOfTrials,
};

// SPDX-License-Identifier: MIT
/** A plan that is fixed: files come and go, and what is analysed stays as it was given. */
import type { FilesReply } from '../engine/messages.js';
import { strings } from '../text/strings.js';
import { withoutProposals } from './file_notes.js';
import { nothingSaved, refused, type SavedFiles } from './saved_files.js';

/** The files held, without anything that they suggest: a file that the plan does not name plays no part. */
export function withoutSuggestions(reply: FilesReply): FilesReply {
  const { schemaVersion } = reply.plan;
  return { ...withoutProposals(reply), plan: { schemaVersion, files: [], instruments: [], outcomes: [] } };
}

/** Plans, reports and definitions that come with the data are not taken, and it is told. */
export function notTaken(files: readonly File[]): SavedFiles {
  const [first] = files;
  if (!first) return nothingSaved;
  return { ...nothingSaved, problem: refused('plan_is_fixed', first, strings.calculator.planIsFixed(first.name)) };
}

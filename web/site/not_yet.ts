// SPDX-License-Identifier: MIT
/** Why there is nothing to analyse: what the files still wait for, each thing by its own sentence. */
import type { FileSummary } from '../engine/messages.js';
import { strings } from '../text/strings.js';
import { translated } from '../text/translated.js';

/** Notes on what has to be chosen before anything is analysed; all others tell what was done. */
const waits =
  /^(?:choose_|open_)|^(?:role_unknown|no_instrument|no_total|one_visit|items_incomplete|scoring_mixed|mixed_visit_units|windows_unclear)$/;

export interface NotYet {
  lead: string;
  missing: string[];
}

/** Of files that were given, in a plan of which nothing can be analysed. */
export function notYet(files: readonly FileSummary[]): NotYet {
  const words = strings.results;
  if (files.every(({ error }) => error !== null)) return { lead: words.notYetFile, missing: [] };
  const notes = files.flatMap((file) => (file.error ? [] : file.notes)).filter(({ code }) => waits.test(code));
  const missing = [...new Set(notes.map(({ message }) => translated(message)))];
  return missing.length > 0 ? { lead: words.notYet, missing } : { lead: words.notYetOutcome, missing };
}

// SPDX-License-Identifier: MIT
/** Identifiers that differ only in writing: "P-001" and "p001", "1" and "001"; and totals among them. */
import { distinctTexts, findColumn } from './columns.js';
import type { FileDetection } from './detect.js';
import { listed, quoted } from './errors.js';
import { numberPairs, plainId } from './join-ids.js';
import type { Note } from './types.js';

/** Tells of identifiers that stand in two ways within a file, or in another way than in the participants file. */
export function noteNearIds(detections: readonly FileDetection[], notes: Note[]): void {
  const used = detections.filter(({ role, id }) => role !== 'ignored' && id !== undefined);
  const idsOf = ({ file, id }: FileDetection): string[] => {
    const column = findColumn(file.table, id);
    return column ? distinctTexts(column) : [];
  };
  const roster = used.find(({ role }) => role === 'participants') ?? used.find(({ arm }) => arm !== undefined);
  for (const detection of used) {
    const file = detection.file.name;
    const own = idsOf(detection);
    const isOther = roster !== undefined && roster !== detection;
    const known = isOther ? idsOf(roster) : [];
    const exact = new Set(known);
    const plain = new Map(known.map((id) => [plainId(id), id]));
    const pairs = own.flatMap((id): [string, string][] => {
      const near = plain.get(plainId(id));
      return exact.has(id) || near === undefined ? [] : [[id, near]];
    });
    // What is told beside the other file's is not told a second time beside the file's own.
    const told = new Set(pairs.map(([id]) => plainId(id)));
    const within = pairsWithin(own).filter(([id]) => !told.has(plainId(id)));
    noteIfAny(notes, file, `${file}: identifiers stand in two ways`, within);
    noteSummaryRows(notes, file, own);
    if (!isOther) continue;
    noteIfAny(notes, file, `${file}: identifiers are written in another way than in ${roster.file.name}`, pairs);
    // A file with arms of its own may be another centre's, whose numbers are other people's.
    if (detection.arm === undefined) noteNumbers(notes, file, own, roster.file.name, known);
  }
}

/** Most identifiers match nobody as they are written, and more do by the one number in them: "7" and "MS-007". */
function noteNumbers(
  notes: Note[],
  file: string,
  own: readonly string[],
  roster: string,
  known: readonly string[],
): void {
  const exact = new Set(known);
  const plain = new Set(known.map(plainId));
  const asWritten = own.filter((id) => exact.has(id)).length;
  if (2 * asWritten >= own.length) return;
  const pairs = numberPairs(own, known);
  if (pairs.length <= own.filter((id) => plain.has(plainId(id))).length) return;
  const examples = pairs
    .filter(([id, other]) => id !== other)
    .map(([id, other]) => `${quoted(id)} and ${quoted(other)}`);
  const message = `${file}: ${asWritten} of ${own.length} identifiers stand in ${roster} as well, and by the number in them ${pairs.length} would (${listed(examples, 3)}): take those with the same number as the same participants, if they are`;
  notes.push({ file, code: 'ids_match_by_number', message });
}

const summaryWord =
  /^(grand )?(total|sum|mean|average|median|sd|n|summe|gesamt|mittelwert)$|^(total|mean|n)\s*[=:]|^[*†‡]|^(note|source|legend|legende)\s*:/i;

/** A row of totals below the data has its label where the identifiers stand. */
function noteSummaryRows(notes: Note[], file: string, ids: readonly string[]): void {
  const words = ids.filter((id) => summaryWord.test(id.trim()));
  if (words.length === 0) return;
  const message = `${file}: ${listed(words.map(quoted))} among the identifiers looks like a row of totals or a remark and is taken as a participant; remove such rows`;
  notes.push({ file, code: 'summary_row', message });
}

function pairsWithin(ids: readonly string[]): [string, string][] {
  const seen = new Map<string, string>();
  return ids.flatMap((id): [string, string][] => {
    const before = seen.get(plainId(id));
    if (before === undefined) seen.set(plainId(id), id);
    return before === undefined ? [] : [[id, before]];
  });
}

function noteIfAny(notes: Note[], file: string, start: string, pairs: readonly [string, string][]): void {
  if (pairs.length === 0) return;
  const examples = pairs.map(([id, other]) => `${quoted(id)} and ${quoted(other)}`);
  const message = `${start} (${listed(examples, 3)}): they are not taken as the same participant; write them alike, or take them as the same here`;
  notes.push({ file, code: 'ids_nearly_match', message });
}

// SPDX-License-Identifier: MIT
/** Identifiers that differ only in writing: "P-001" and "p001", "1" and "001". */
import { distinctTexts, findColumn } from './columns.js';
import type { FileDetection } from './detect.js';
import { listed, quoted } from './errors.js';
import type { Note } from './types.js';

/** Without case, blanks, punctuation and leading zeros; numbers stay apart, as 1-11 and 11-1 are two. */
function plainId(id: string): string {
  return id
    .toLowerCase()
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .replace(/(?<=\d)[^\p{L}\p{N}]+(?=\d)/gu, '-')
    .replace(/[^\p{L}\p{N}-]+|-(?!\d)|(?<!\d)-/gu, '');
}

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
    noteIfAny(notes, file, `${file}: identifiers stand in two ways`, pairsWithin(own));
    if (!roster || roster === detection) continue;
    const known = idsOf(roster);
    const exact = new Set(known);
    const plain = new Map(known.map((id) => [plainId(id), id]));
    const pairs = own.flatMap((id): [string, string][] => {
      const near = plain.get(plainId(id));
      return exact.has(id) || near === undefined ? [] : [[id, near]];
    });
    noteIfAny(notes, file, `${file}: identifiers are written in another way than in ${roster.file.name}`, pairs);
  }
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
  const message = `${start} (${listed(examples, 3)}): they are not taken as the same participant; write them alike`;
  notes.push({ file, code: 'ids_nearly_match', message });
}

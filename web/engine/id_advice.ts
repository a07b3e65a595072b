// SPDX-License-Identifier: MIT
/** Advice where no identifier of a file matches as it is written, and a button takes them as the same. */
import type { Plan } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import { asLabels } from '../read/as-written.js';
import { distinctTexts, findColumn } from '../read/columns.js';
import type { ReadResult } from '../read/index.js';
import { numberPairs, plainId, rosterOf } from '../read/join-ids.js';

const remedies = {
  plain: (file: string): string =>
    `press \u201cTake as the same participants\u201d beside ${file} (ids: "plain" in a plan) if they are, or choose the column that holds the same identifiers in both files`,
  numbers: (file: string): string =>
    `press \u201cTake as the same participants by their numbers\u201d beside ${file} (ids: "numbers" in a plan) if they are, or choose the column that holds the same identifiers in both files`,
};

/** The error with the button as its remedy, where there is one. */
export function advisedOnIds(error: InputError, plan: Plan, files: readonly ReadResult[]): InputError {
  const { places = [], file: name = places[0]?.file } = error.detail;
  if (error.code !== 'no_matching_ids' || name === undefined || (plan.ids ?? 'exact') !== 'exact') return error;
  const roster = rosterOf(plan);
  const entry = plan.files.find((file) => file.name === name);
  if (!roster || !entry || roster.name === name) return error;
  const [own, known] = [entry, roster].map((file) => idsOf(file, files)) as [string[], string[]];
  const plain = new Set(known.map(plainId));
  const inWriting = own.filter((id) => plain.has(plainId(id))).length;
  // A file with arms of its own may be another centre's, whose numbers are other people's.
  const byNumber = entry.arm === undefined ? numberPairs(own, known).length : 0;
  if (inWriting === 0 && byNumber === 0) return error;
  const remedy = remedies[byNumber > inWriting ? 'numbers' : 'plain'](name);
  return { ...error, detail: { ...error.detail, remedy } };
}

function idsOf({ name, id }: Plan['files'][number], files: readonly ReadResult[]): string[] {
  const file = files.find((each) => each.name === name);
  const column = file && findColumn(file.table, id);
  return file && column ? distinctTexts(asLabels(file, column)) : [];
}

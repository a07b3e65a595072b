// SPDX-License-Identifier: MIT
/** Study days under a plan, as they are counted for a proposal. */
import type { Plan, PlanFile } from '../contract/plan.js';
import type { FileDetection } from './detect.js';
import { studyDays } from './study-days.js';
import type { Note, ReadResult } from './types.js';

/** Study days of a file with dates; null, with a note, where they cannot be counted. */
export function fileDays(
  planFile: PlanFile,
  { files: planFiles }: Plan,
  files: readonly ReadResult[],
  notes: Note[],
): ReturnType<typeof studyDays> {
  if (planFile.date === undefined) return null;
  const entries = planFiles.map((each) => (each.name === planFile.name ? planFile : each));
  const detections = detectionsOf({ files: entries }, files);
  const own = detections.find(({ file }) => file.name === planFile.name);
  return own ? studyDays(own, detections, notes) : null;
}

/** The plan's entries as if they had been found in the files. */
export function detectionsOf({ files: entries }: Pick<Plan, 'files'>, files: readonly ReadResult[]): FileDetection[] {
  return entries.flatMap((entry): FileDetection[] => {
    const file = files.find(({ name }) => name === entry.name);
    if (!file) return [];
    const { role, id, arm, date, startDate, dayZero } = entry;
    return [{ file, role, instruments: [], isWide: false, ...defined({ id, arm, date, startDate, dayZero }) }];
  });
}

function defined<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: NonNullable<Fields[Key]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: NonNullable<Fields[Key]>;
  };
}

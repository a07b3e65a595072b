// SPDX-License-Identifier: MIT
/** An analysis or the reading of files under way, in words: what the core has told, and the time it has taken. */
import type { Progress } from '../contract/engine.js';
import type { PlanOutcome } from '../contract/plan.js';
import { strings } from './strings.js';

const text = strings.results;

/** "Working: outcome 2 of 3, FSS, 12 steps, 4 s"; the first second and an outcome not known go without a word. */
export function progressText(
  progress: Progress | null,
  outcomes: readonly Pick<PlanOutcome, 'id' | 'label'>[],
  seconds: number,
): string {
  const at = outcomes.findIndex(({ id }) => id === progress?.outcome);
  const parts = [
    ...(at < 0 ? [] : [text.workingOn(at + 1, outcomes.length, outcomes[at]?.label ?? '')]),
    ...(progress && progress.iteration > 0 ? [text.steps(progress.iteration)] : []),
    ...(seconds > 0 ? [text.seconds(seconds)] : []),
  ];
  return parts.length === 0 ? text.analysing : `${text.working}: ${parts.join(strings.listSeparator)}`;
}

export interface ReadingState {
  file: string;
  bytes: number;
  totalBytes: number;
  rows: number;
}

/** "Reading diary.csv, 40%, 120000 rows, 3 s". */
export function readingText({ file, bytes, totalBytes, rows }: Partial<ReadingState>, seconds: number): string {
  const words = strings.mapping;
  return [
    words.readingFile(file),
    ...(bytes !== undefined && totalBytes ? [words.readingShare(Math.floor((100 * bytes) / totalBytes))] : []),
    ...(rows ? [words.readingRows(rows)] : []),
    ...(seconds > 0 ? [text.seconds(seconds)] : []),
  ].join(strings.listSeparator);
}

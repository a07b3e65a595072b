// SPDX-License-Identifier: MIT
/** An analysis or the reading of files under way, in words: what the core has told, and the time it has taken. */
import type { Progress } from '../contract/engine.js';
import type { PlanOutcome } from '../contract/plan.js';
import { strings } from './strings.js';

const text = strings.results;

/** An estimate from less than this says nothing. */
const leastSeconds = 2;
const leastShare = 0.02;

/** "about 8 s to go", if as long is taken for the rest as for what is done; nothing while that is too little to tell. */
export function timeLeft(share: number | undefined, seconds: number): string[] {
  if (share === undefined || share < leastShare || share >= 1 || seconds < leastSeconds) return [];
  return [text.left((seconds * (1 - share)) / share)];
}

/** How many of the outcomes are done, as a share; nothing while none is. */
export function outcomesDone(progress: Progress | null, outcomes: readonly { id: string }[]): number | undefined {
  const at = outcomes.findIndex(({ id }) => id === progress?.outcome);
  return at > 0 ? at / outcomes.length : undefined;
}

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
    ...timeLeft(outcomesDone(progress, outcomes), seconds),
  ];
  return parts.length === 0 ? text.analysing : `${text.working}: ${parts.join(strings.listSeparator)}`;
}

export interface ReadingState {
  file: string;
  bytes: number;
  totalBytes: number;
  rows: number;
  /** Of all files that are read together. */
  share?: number;
}

/** How much is read: of all files, or else of this one. */
export function shareRead({ bytes, totalBytes, share }: Partial<ReadingState>): number | undefined {
  return share ?? (bytes !== undefined && totalBytes ? bytes / totalBytes : undefined);
}

/** "Reading diary.csv, 40%, 120000 rows, 3 s, about 5 s to go". */
export function readingText(reading: Partial<ReadingState>, seconds: number): string {
  const { file, rows } = reading;
  const share = shareRead(reading);
  const words = strings.mapping;
  return [
    words.readingFile(file),
    ...(share === undefined ? [] : [words.readingShare(Math.floor(100 * share))]),
    ...(rows ? [words.readingRows(rows)] : []),
    ...(seconds > 0 ? [text.seconds(seconds)] : []),
    ...timeLeft(share, seconds),
  ].join(strings.listSeparator);
}

// SPDX-License-Identifier: MIT
/** What reading can tell the page beside the files: its limits, and windows suggested from study days. */
import type { DataCheck } from '../contract/check.js';
import type { Plan } from '../contract/plan.js';
import type { SuggestWindows } from '../elements/fc-windows.js';

const limits = import.meta.glob<{ limitsSentence(): string }>('../read/limits.ts', { eager: true });
const windows = import.meta.glob<{ suggestWindows: SuggestWindows }>('../read/windows.ts', { eager: true });

/** "A file can have up to 500 MB, ..." */
export const limitsSentence = Object.values(limits)[0]?.limitsSentence() ?? '';

export const suggestWindows: SuggestWindows | null = Object.values(windows)[0]?.suggestWindows ?? null;

/** Study days of a file's scores, each as often as participants have a score there; none where visits are no days. */
export function daysOf(check: DataCheck | null, plan: Plan, file: string): number[] {
  const own = plan.instruments.filter((instrument) => instrument.file === file).map(({ id }) => `${id}.`);
  const score = check?.scores.find((each) => own.some((prefix) => each.score.startsWith(prefix)));
  if (!score) return [];
  return score.visits.flatMap((visit, i) => {
    const day = /^-?\d+(\.\d+)?$/.test(visit) ? Number(visit) : NaN;
    const times = score.counts.reduce((sum, { n }) => sum + (n[i] ?? 0), 0);
    return Number.isNaN(day) ? [] : Array.from({ length: times }, () => day);
  });
}

// SPDX-License-Identifier: MIT
/** Files whose records lie on scattered days, and of which nothing is analysed by visit before somebody says how. */
import type { Plan } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import type { FileSummary } from '../engine/messages.js';

/** By the notes of the files, and by the errors that say which outcomes wait. */
export function scatteredFiles(
  plan: Plan | null,
  files: readonly FileSummary[],
  errors: readonly InputError[],
): string[] {
  const told = files.flatMap(({ name, notes }) => (notes.some(({ code }) => code === 'windows_unclear') ? [name] : []));
  const waiting = errors.flatMap(({ code, detail }) =>
    code === 'days_scattered' && detail.file !== undefined ? [detail.file] : [],
  );
  const isOpen = (name: string): boolean =>
    plan?.files.some((file) => file.name === name && !file.windows && !file.scatteredDays) ?? false;
  return [...new Set([...told, ...waiting])].filter(isOpen);
}

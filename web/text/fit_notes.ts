// SPDX-License-Identifier: MIT
/** What it means for a result that a model fitted only just, or not at all, before the core's own sentence on it. */
import type { Warning } from '../contract/report.js';
import { strings } from './strings.js';

const words = strings.fitNotes;

/** `technical` is the core's sentence as a reader meets it; as it is where it needs no words before it. */
export function plainFitNote({ code, message }: Pick<Warning, 'code' | 'message'>, technical: string): string {
  if (code === 'singular_fit' || code === 'singular')
    return words.beside(/correlation/.test(message) ? words.correlation : words.variance, technical);
  if (code === 'no_usable_fit') return words.beside(words.noFit, technical);
  return technical;
}

/** The same of a structure that another took the place of; `technical` says which, and why. */
export const plainFallbackNote = (technical: string): string => words.beside(words.fallback, technical);

// SPDX-License-Identifier: MIT
/** Works the stored cases out anew, one after the other, and compares. */
import type { FitRequest, FitResult } from '../contract/fit.js';
import { compare, type Compared } from './compare.js';
import type { ReferenceCase, ReferenceSet } from './stored.js';

/** Fits one model on one file, as the page's worker does. */
export type FitFile = (request: FitRequest, file: File) => Promise<FitResult>;

export interface CheckedCase {
  reference: ReferenceCase;
  /** Least digits first. */
  numbers: Compared[];
  /** Why the case could not be worked out. */
  failure: string | null;
}

export interface RunProgress {
  done: number;
  total: number;
  /** The case that comes next. */
  name: string | null;
}

/** Stops as soon as `signal` is aborted, with what is done by then; a case that fails does not stop it. */
export async function checkAll(
  set: ReferenceSet,
  fit: FitFile,
  signal: AbortSignal,
  onProgress: (progress: RunProgress) => void,
): Promise<CheckedCase[]> {
  const checked: CheckedCase[] = [];
  const total = set.cases.length;
  const aborted = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }));
  for (const reference of set.cases) {
    if (signal.aborted) break;
    onProgress({ done: checked.length, total, name: reference.name });
    const one = await Promise.race([checkOne(reference, set.files[reference.file] ?? '', fit), aborted]);
    if (one !== null) checked.push(one);
  }
  return checked;
}

async function checkOne(reference: ReferenceCase, csv: string, fit: FitFile): Promise<CheckedCase> {
  try {
    const result = await fit(reference.request, new File([csv], reference.file));
    const numbers = compare(reference, result).sort((a, b) => a.digits - b.digits);
    return { reference, numbers, failure: null };
  } catch (error) {
    return { reference, numbers: [], failure: error instanceof Error ? error.message : String(error) };
  }
}

/** The case whose worst number agrees least comes first, one that failed before all. */
export function worstFirst(cases: readonly CheckedCase[]): CheckedCase[] {
  return [...cases].sort((a, b) => leastDigits(a) - leastDigits(b));
}

export const leastDigits = ({ numbers }: CheckedCase): number => numbers[0]?.digits ?? -1;

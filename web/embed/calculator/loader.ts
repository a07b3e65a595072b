// SPDX-License-Identifier: MIT
/** Plan first, then data: data are never analysed by another plan than the one they were to have. */
import type { Plan } from '../../contract/plan.js';
import type { InputError } from '../../contract/report.js';
import { engineError } from '../../read/errors.js';
import { toInputError } from '../../site/saved_files.js';
import type { Session } from '../../site/session.js';
import { strings } from '../../text/strings.js';
import { addressesIn, checkedPlan, fetchFile, fetchPlan } from './load.js';

export type Part = 'plan' | 'files';

/** What could not be loaded, and why. */
export interface Failure {
  of: Part;
  error: InputError;
}

export interface Wanted {
  /** The plan or its address. */
  plan: string | Plan | null;
  /** No other analysis than the plan's is to be had. */
  isLocked: boolean;
  /** Addresses of files. */
  data: string;
  /** Files that were given; null where none were. */
  files: readonly File[] | null;
  /** All is here, and is about to be read. */
  onFetched: () => void;
}

export class Loader {
  private readonly _session: Session;
  private readonly _wanted = new Set<Part>();
  private _control = new AbortController();
  /** The files held have gone for those that are wanted. */
  private _isCleared = false;

  constructor(session: Session) {
    this._session = session;
  }

  /** Files that are held are about to go. */
  get areFilesToGo(): boolean {
    return this._wanted.has('files') && !this._isCleared;
  }

  /** What is under way has no end any more: `load` is to be called. */
  want(part: Part): void {
    this._wanted.add(part);
    if (part === 'files') this._isCleared = false;
    this.abort();
  }

  /** Files that were wanted are not to come any more, also where they are under way. */
  forgetFiles(): void {
    this._wanted.delete('files');
    this.abort();
  }

  abort(): void {
    this._control.abort();
  }

  /** Loads what is wanted. A later call takes the place of one that is under way, and then does what that was to do. */
  async load({ plan, isLocked, data, files, onFetched }: Wanted): Promise<Failure | null | 'superseded'> {
    this._control.abort();
    this._control = new AbortController();
    const { signal } = this._control;
    const parts = [...this._wanted];
    let of: Part = 'plan';
    try {
      const next = parts.includes('plan') ? await planOf(plan, isLocked, signal) : undefined;
      of = 'files';
      const fetched = parts.includes('files')
        ? await Promise.all(addressesIn(data).map((address) => fetchFile(address, signal))).catch(toInputError)
        : [];
      if (signal.aborted) return 'superseded';
      onFetched();
      // Also where the new files could not be loaded: the former ones are of another trial.
      if (parts.includes('files')) {
        const cleared = this._session.clear();
        this._isCleared = true;
        await cleared;
      }
      if (signal.aborted) return 'superseded';
      // The plan holds without its files: those that are dropped now are analysed by it.
      if (next !== undefined) await this._session.usePlan(next);
      if (signal.aborted) return 'superseded';
      const failure = Array.isArray(fetched) ? null : { of, error: fetched };
      const given = parts.includes('files') ? (files ?? []) : [];
      const all = Array.isArray(fetched) ? [...fetched, ...given] : [];
      if (all.length > 0) await this._session.open(all);
      if (signal.aborted) return 'superseded';
      this._wanted.clear();
      return failure;
    } catch (error) {
      if (signal.aborted) return 'superseded';
      // Files wait for a plan that can be loaded: they are analysed by no other.
      if (of === 'files') this._wanted.clear();
      return { of, error: toInputError(error) };
    }
  }
}

/** @throws EngineError, also where the plan is missing that alone is to be used */
async function planOf(plan: string | Plan | null, isLocked: boolean, signal: AbortSignal): Promise<Plan | null> {
  if (plan === null || plan === undefined || plan === '') {
    if (isLocked) throw engineError('no_plan', strings.calculator.noPlan, { remedy: strings.calculator.noPlanRemedy });
    return null;
  }
  return typeof plan === 'string' ? fetchPlan(plan, signal) : checkedPlan(plan);
}

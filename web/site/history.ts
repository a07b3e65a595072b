// SPDX-License-Identifier: MIT
/**
 * The settings as they were before each change, for undo and redo.
 *
 * A step is a change of the plan: of a field, by a plan that was loaded, by setting up anew. Files are no steps. When one
 * comes or goes the steps stay: a former plan is taken again with the files that are there now, so a file that came since
 * is in it as proposed, and one that went is waited for. Only removing all files, or opening an example, ends a history.
 */
import type { Plan } from '../contract/plan.js';

/** What a step brings back. */
export interface Snapshot {
  plan: Plan;
  edited: boolean;
  formerPlan: Plan | null;
}

export interface Step extends Snapshot {
  /** What was changed, in the words of the language at the time of asking. */
  name: () => string;
}

/** What the page shows of it. */
export interface HistoryState {
  /** The change that would be undone, or done again; null where there is none. */
  undo: string | null;
  redo: string | null;
  /** What was undone or done again last, in a sentence. */
  told: string;
}

export const noHistory: HistoryState = { undo: null, redo: null, told: '' };

/** Plans share what they have in common, so that many cost little; a bound all the same. */
const mostSteps = 500;

export class PlanHistory {
  private _past: Step[] = [];
  private _future: Step[] = [];

  /** A change that was made; what had been undone before can no longer be done again. Nothing changed is no step. */
  record(before: Snapshot, after: Plan, name: () => string): void {
    if (JSON.stringify(before.plan) === JSON.stringify(after)) return;
    this._past = [...this._past, { ...before, name }].slice(-mostSteps);
    this._future = [];
  }

  /** The step before `now`, which becomes the one to do again. */
  undo(now: Snapshot): Step | null {
    const step = this._past.pop();
    if (!step) return null;
    this._future.push({ ...now, name: step.name });
    return step;
  }

  redo(now: Snapshot): Step | null {
    const step = this._future.pop();
    if (!step) return null;
    this._past.push({ ...now, name: step.name });
    return step;
  }

  clear(): void {
    this._past = [];
    this._future = [];
  }

  /** How many steps can be undone, and done again. */
  get left(): { undo: number; redo: number } {
    return { undo: this._past.length, redo: this._future.length };
  }

  get names(): Pick<HistoryState, 'undo' | 'redo'> {
    return { undo: this._past.at(-1)?.name() ?? null, redo: this._future.at(-1)?.name() ?? null };
  }
}

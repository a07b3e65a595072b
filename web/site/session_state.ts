// SPDX-License-Identifier: MIT
/** What the page is a function of. */
import type { Progress } from '../contract/engine.js';
import type { DataCheck } from '../contract/check.js';
import type { Plan } from '../contract/plan.js';
import type { Individual, Influence, InfluenceProgress } from '../contract/individual.js';
import type { InputError, Report } from '../contract/report.js';
import type { FileSummary } from '../engine/messages.js';
import { noHistory, type HistoryState } from './history.js';

export interface SessionState {
  files: readonly FileSummary[];
  plan: Plan | null;
  /** The plan is no longer just what the files suggest: what it says stays when files come and go. */
  edited: boolean;
  /** The plan before it was set up anew, or brought back. */
  formerPlan: Plan | null;
  report: Report | null;
  /** A report made earlier, whose numbers are looked for in the one shown. */
  former: Report | null;
  /** Why there is no report. */
  failure: InputError | null;
  /** Why a saved plan was not taken. */
  planProblem: InputError | null;
  /** What was done by the way in the last step, and what was not. */
  notices: readonly string[];
  busy: 'reading' | 'analysing' | null;
  /** Where the reading of a large file stands, once it has told. */
  reading: ReadingProgress | null;
  /** What the data hold, by the plan as it is; null while that is not known. */
  check: DataCheck | null;
  /** What concerns single participants: it follows the report it belongs to. */
  individual: Individual | null;
  /** Participants are being looked at. */
  looking: boolean;
  /** Why they cannot be looked at, or were not to the end. */
  notLookedAt: InputError | null;
  influence: Influence | null;
  /** Where leaving out each participant stands. */
  influenceProgress: InfluenceProgress | null;
  /** Where the analysis that runs stands, once the core has told. */
  progress: Progress | null;
  /** The last analysis was stopped: there is no report, and no failure either. */
  cancelled: boolean;
  /** The built-in example is open; files that come take its place. */
  isExample: boolean;
  /** Visits by score, of every report so far: choices stay when an analysis fails. */
  visits: Readonly<Record<string, readonly string[]>>;
  /** Visits that tables were given when they were put together, by table: undone, nobody has to type them again. */
  partVisits: Readonly<Record<string, string>>;
  /** Changes that can be undone and done again. */
  history: HistoryState;
  /** For screen readers. */
  announcement: string;
}

/** Of the file that is being read. */
export interface ReadingProgress {
  file: string;
  bytes: number;
  totalBytes: number;
  rows: number;
  /** Of all files that are read together. */
  share?: number;
}

export const emptyState: SessionState = {
  files: [],
  plan: null,
  edited: false,
  formerPlan: null,
  report: null,
  former: null,
  failure: null,
  planProblem: null,
  notices: [],
  busy: null,
  reading: null,
  check: null,
  individual: null,
  looking: false,
  notLookedAt: null,
  influence: null,
  influenceProgress: null,
  progress: null,
  cancelled: false,
  isExample: false,
  visits: {},
  partVisits: {},
  history: noHistory,
  announcement: '',
};

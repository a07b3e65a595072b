// SPDX-License-Identifier: MIT
/**
 * The page's only state: files, plan, report. Everything shown is a function of it. Methods never reject; what goes
 * wrong becomes part of the state, and the next call starts afresh.
 */
import { EngineError, type Progress } from '../contract/engine.js';
import type { Plan } from '../contract/plan.js';
import type { InputError, Report } from '../contract/report.js';
import type { PlanEdit } from '../elements/events.js';
import { Cancelled, Superseded, type EngineClient, type FilesReply, type FileSummary } from '../engine/client.js';
import { parsePlan } from '../read/plan.js';
import { strings } from '../text/strings.js';
import { applyEdit, mergePlan } from './plan_edit.js';

export interface SessionState {
  files: readonly FileSummary[];
  plan: Plan | null;
  report: Report | null;
  /** Why there is no report. */
  failure: InputError | null;
  /** Why a saved plan was not taken. */
  planProblem: InputError | null;
  busy: 'reading' | 'analysing' | null;
  /** Where the analysis that runs stands, once the core has told. */
  progress: Progress | null;
  /** The last analysis was stopped: there is no report, and no failure either. */
  cancelled: boolean;
  /** The built-in example is open; files that come take its place. */
  isExample: boolean;
  /** Visits by score, of every report so far: choices stay when an analysis fails. */
  visits: Readonly<Record<string, readonly string[]>>;
  /** For screen readers. */
  announcement: string;
}

export type SessionEngine = Pick<EngineClient, 'readFiles' | 'removeFiles' | 'clear' | 'analyze' | 'cancel'>;

const emptyState: SessionState = {
  files: [],
  plan: null,
  report: null,
  failure: null,
  planProblem: null,
  busy: null,
  progress: null,
  cancelled: false,
  isExample: false,
  visits: {},
  announcement: '',
};

export class Session extends EventTarget {
  state: SessionState = emptyState;
  private readonly _engine: SessionEngine;
  /** The plan is no longer just what the files suggest. */
  private _edited = false;
  /** Files are read and removed one call after the other. */
  private _queue: Promise<void> = Promise.resolve();

  constructor(engine: SessionEngine) {
    super();
    this._engine = engine;
  }

  /** Adds files; a plan (.json) among them replaces the plan. */
  open(files: readonly File[]): Promise<void> {
    return this._enqueue(() => this._open(files, false));
  }

  openExample(files: readonly File[]): Promise<void> {
    return this._enqueue(() => this._open(files, true));
  }

  remove(name: string): Promise<void> {
    return this._enqueue(async () => this._takeFiles(await this._engine.removeFiles([name]), [name]));
  }

  clear(): Promise<void> {
    return this._enqueue(() => this._clear());
  }

  /** Stops the analysis that runs. Files and plan stay as they are. */
  cancel(): void {
    this._engine.cancel();
  }

  /** Runs the plan as it stands, after a cancelled analysis. */
  analyze(): Promise<void> {
    return this._analyze();
  }

  /** Applies one change of the plan and fits again. */
  async edit(edit: PlanEdit): Promise<void> {
    const { plan } = this.state;
    if (!plan) return;
    this._edited = true;
    this._set({ plan: applyEdit(plan, edit) });
    await this._analyze();
    const readAnew = edit.kind === 'file' && 'reading' in edit.patch;
    if (readAnew) await this._enqueue(async () => this._set({ files: (await this._engine.removeFiles([])).files }));
  }

  private async _open(files: readonly File[], isExample: boolean): Promise<void> {
    if (files.length === 0) return;
    if (isExample || this.state.isExample) await this._clear();
    this._set({ busy: 'reading', isExample, planProblem: null });
    const isPlan = (file: File): boolean => /\.json$/i.test(file.name);
    const data = files.filter((file) => !isPlan(file));
    const [planFile] = files.filter(isPlan);
    const planText = await planFile?.text();
    const reply = data.length > 0 ? await this._engine.readFiles(data) : await this._engine.removeFiles([]);
    const saved = planText === undefined ? null : this._parse(planText);
    this._takeFiles(reply, [], saved);
  }

  private _takeFiles(reply: FilesReply, removed: readonly string[], saved: Plan | null = null): void {
    if (saved) this._edited = true;
    const current = this._edited ? this.state.plan : null;
    const plan = saved ?? (current ? mergePlan(current, reply.plan, reply.files, removed) : reply.plan);
    this._set({ files: reply.files, plan, busy: null });
    void this._analyze();
  }

  private _parse(text: string): Plan | null {
    try {
      return parsePlan(text);
    } catch (error) {
      this._set({ planProblem: toInputError(error) });
      return null;
    }
  }

  private async _clear(): Promise<void> {
    this._edited = false;
    this._set(emptyState);
    await this._engine.clear();
  }

  private async _analyze(): Promise<void> {
    const { plan, files } = this.state;
    if (!plan || !isWorthRunning(plan, files)) {
      this._set({ report: null, failure: null, busy: null, cancelled: false });
      return;
    }
    this._set({ busy: 'analysing', progress: null, cancelled: false });
    try {
      const report = await this._engine.analyze(plan, {
        onProgress: (progress) => {
          if (this.state.plan === plan) this._set({ progress });
        },
      });
      if (this.state.plan !== plan) return;
      const announcement = strings.results.updated(report.outcomes.length);
      this._set({ report, failure: null, busy: null, visits: withVisits(this.state.visits, report), announcement });
    } catch (error) {
      if (error instanceof Superseded || this.state.plan !== plan) return;
      if (error instanceof Cancelled) {
        this._set({
          report: null,
          failure: null,
          busy: null,
          cancelled: true,
          announcement: strings.results.cancelled,
        });
        return;
      }
      const failure = toInputError(error);
      // Old results under new options would mislead.
      this._set({
        report: null,
        failure,
        busy: null,
        announcement: `${strings.results.failedTitle}: ${failure.message}`,
      });
    }
  }

  private _enqueue(work: () => Promise<void>): Promise<void> {
    this._queue = this._queue
      .then(work)
      .catch((error: unknown) => this._set({ report: null, failure: toInputError(error), busy: null }));
    return this._queue;
  }

  private _set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    this.dispatchEvent(new Event('change'));
  }
}

/** Something to estimate or to count, in files that could be read. */
function isWorthRunning(plan: Plan, files: readonly FileSummary[]): boolean {
  if (!files.some(({ error }) => error === null)) return false;
  return plan.outcomes.length > 0 || plan.files.some(({ role }) => role === 'events');
}

function withVisits(known: SessionState['visits'], report: Report): SessionState['visits'] {
  const found = report.outcomes
    .filter(({ observed }) => observed.length > 0)
    .map(({ score, observed }) => [score, [...new Set(observed.map(({ visit }) => visit))]] as const);
  return { ...known, ...Object.fromEntries(found) };
}

function toInputError(error: unknown): InputError {
  if (error instanceof EngineError) return { code: error.code, message: error.message, detail: error.detail };
  return { code: 'internal_error', message: error instanceof Error ? error.message : String(error), detail: {} };
}

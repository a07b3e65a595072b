// SPDX-License-Identifier: MIT
/**
 * What the engine answers on the plan as it stands: what the data hold, the report, and what concerns single participants.
 * An answer that comes when the plan is another already is dropped.
 */
import type { DataCheck } from '../contract/check.js';
import { EngineError } from '../contract/engine.js';
import type { Individual } from '../contract/individual.js';
import type { Plan } from '../contract/plan.js';
import type { Report } from '../contract/report.js';
import { visitsKey } from '../elements/outcome_edits.js';
import { Cancelled, Superseded, type EngineClient, type FilesReply, type FileSummary } from '../engine/client.js';
import { crashInWords, isCrash } from '../text/crash.js';
import { inWords } from '../text/problem.js';
import { strings } from '../text/strings.js';
import { translated } from '../text/translated.js';
import { toInputError } from './saved_files.js';
import { assumptionOf } from './settled_notes.js';
import { takenBaselines } from './taken_baselines.js';
import type { ReadingProgress, SessionState } from './session_state.js';

export type SessionEngine = Pick<EngineClient, 'removeFiles' | 'clear' | 'analyze' | 'cancel'> &
  Partial<Pick<EngineClient, 'individual' | 'influence' | 'reread' | 'files' | 'fit' | 'complete' | 'rest'>> & {
    readFiles(
      files: readonly File[],
      options?: { onReading?: (progress: ReadingProgress) => void },
    ): Promise<FilesReply>;
    /** Absent in an engine that cannot. */
    check?(plan: Plan): Promise<DataCheck>;
  };

/** Larger trials are not looked at participant by participant: the command line does it. */
export const mostLookedAt = 400;

/** Up to so many rows an analysis takes no time worth telling of. */
const analysedFirst = 5000;

/** The state that the answers become part of. */
export interface AnswersHost {
  state(): SessionState;
  set(change: Partial<SessionState>): void;
}

export class Answers {
  private readonly _engine: SessionEngine;
  private readonly _host: AnswersHost;
  /** Only the newest check counts. */
  private _checks = 0;
  /** The data are to be checked once the analysis has come to its end. */
  private _isCheckDue = false;
  /** The report whose participants are looked at. */
  private _lookedAt: Report | null = null;
  /** Stops leaving out participants. */
  private _influence: AbortController | null = null;

  constructor(engine: SessionEngine, host: AnswersHost) {
    this._engine = engine;
    this._host = host;
  }

  /** Analyses and checks: the effects first, but in large trials what is wrong with the data, told while they are analysed. */
  both(): Promise<void> {
    const rows = this._host.state().files.reduce((sum, { rowCount }) => sum + rowCount, 0);
    if (rows > analysedFirst) void this.check();
    // Edits that come one upon the other are not to wait for the checks of those before.
    else this._isCheckDue = true;
    return this.analyze();
  }

  /** Asks what the data hold. It never stands in the way: an engine that cannot tell leaves the panel out. */
  async check(): Promise<void> {
    this._isCheckDue = false;
    const { plan, files } = this._host.state();
    const mine = ++this._checks;
    const isPossible = this._engine.check && plan && files.some(({ error }) => error === null);
    const check = isPossible ? await this._engine.check?.(plan).catch(() => null) : null;
    if (mine === this._checks)
      this._host.set({ check: check ?? null, ...(check ? { visits: this._visitsOf(check) } : {}) });
  }

  /** Visits to choose from, also for outcomes that fail; a condensed score has those of its report. */
  private _visitsOf({ scores }: DataCheck): SessionState['visits'] {
    const condensed =
      this._host.state().plan?.outcomes.flatMap((outcome) => (outcome.summary ? [outcome.score] : [])) ?? [];
    const told = scores.filter(({ score, visits }) => visits.length > 0 && !condensed.includes(score));
    return { ...this._host.state().visits, ...Object.fromEntries(told.map(({ score, visits }) => [score, visits])) };
  }

  async analyze(): Promise<void> {
    // What was stopped goes on with no other work.
    if ((await this._analyze()) && this._isCheckDue) void this.check();
  }

  /** Resolves to whether the plan's analysis came to its end, with a report or without. */
  private async _analyze(): Promise<boolean> {
    const { plan, files } = this._host.state();
    if (!plan || !isWorthRunning(plan, files)) {
      const announcement = this._host.state().notices.join(' ');
      this._host.set({ report: null, failure: null, busy: null, cancelled: false, announcement });
      return true;
    }
    this._host.set({ busy: 'analysing', progress: null, cancelled: false });
    try {
      const report = await this._engine.analyze(plan, {
        onProgress: (progress) => {
          if (this._host.state().plan === plan) this._host.set({ progress });
        },
      });
      if (this._host.state().plan !== plan) return false;
      const assumed = [...assumptionsOf(this._host.state().files, report), ...takenBaselines(plan, report)];
      if (assumed.length > 0) report.assumed = assumed;
      const announcement = [...this._host.state().notices, strings.results.updated(report.outcomes.length)].join(' ');
      this._host.set({
        report,
        individual: null,
        looking: false,
        notLookedAt: null,
        influence: null,
        influenceProgress: null,
        failure: null,
        busy: null,
        visits: withVisits(this._host.state().visits, report),
        announcement,
      });
      return true;
    } catch (error) {
      if (error instanceof Superseded || this._host.state().plan !== plan) return false;
      if (error instanceof Cancelled) {
        this._host.set({
          report: null,
          failure: null,
          busy: null,
          cancelled: true,
          announcement: strings.results.cancelled,
        });
        return false;
      }
      const failure = crashInWords(inWords(toInputError(error), plan));
      // Old results under new options would mislead.
      this._host.set({
        report: null,
        failure,
        busy: null,
        announcement: `${strings.results.failedTitle}: ${translated(failure.message)}`,
      });
      return !isCrash(toInputError(error));
    }
  }

  /** Can single participants be looked at on the page? Larger trials are left to the command line. */
  canLookAt(report: Report): boolean {
    const count = report.arms.reduce((sum, { participants }) => sum + participants, 0);
    return count <= mostLookedAt && Boolean(this._engine.individual && this._engine.influence);
  }

  /** Looks at the participants of the report shown, and leaves out each; once, and again after that was stopped. */
  async lookAtParticipants(): Promise<void> {
    const { report } = this._host.state();
    if (!report || report === this._lookedAt || !this.canLookAt(report)) return;
    this._lookedAt = report;
    this._host.set({ looking: true, notLookedAt: null });
    await this._lookAtParticipants(report.plan, report);
    if (this._host.state().report === report) this._host.set({ looking: false });
  }

  /** Leaves out no more participants; the report stays. */
  stopLeavingOut(): void {
    this._influence?.abort();
  }

  /** What the report does without: a failure here leaves the report as it is. */
  private async _lookAtParticipants(plan: Plan, report: Report): Promise<void> {
    if (!this._engine.individual || !this._engine.influence) return;
    const isCurrent = (): boolean => this._host.state().report === report;
    try {
      const individual = this._host.state().individual ?? (await this._engine.individual(plan));
      if (!isCurrent()) return;
      this._host.set({ individual });
      const stopping = new AbortController();
      this._influence = stopping;
      const influence = await this._engine.influence(plan, {
        signal: stopping.signal,
        onProgress: (influenceProgress) => {
          if (isCurrent()) this._host.set({ influenceProgress });
        },
      });
      if (isCurrent()) this._host.set({ influence, influenceProgress: null });
    } catch (error) {
      if (!isCurrent()) return;
      const influenceProgress = this._stoppedAt(error);
      const isStopped = error instanceof Cancelled || error instanceof Superseded;
      // What is refused is not asked for again.
      if (isOver(error)) this._lookedAt = null;
      const notLookedAt = isStopped ? null : crashInWords(inWords(toInputError(error), plan));
      this._host.set({ influenceProgress, notLookedAt });
    }
  }

  /** Where it was stopped or broke off, so that it can be asked for again. */
  private _stoppedAt(error: unknown): SessionState['influenceProgress'] {
    const { done, total } = this._host.state().influenceProgress ?? { done: 0, total: 0 };
    return isOver(error) && total > 0 ? { done, total, msLeft: null, isStopped: true } : null;
  }

  /** What concerns single participants, of the report shown; asked for where the trial is too large to be looked at unasked. */
  async individual(): Promise<Individual> {
    const { individual, report } = this._host.state();
    if (individual) return individual;
    if (!report || !this._engine.individual) throw new Error(strings.exports.noReport);
    return this._engine.individual(report.plan);
  }
}

/** Stopped, or broken off, and not refused. */
function isOver(error: unknown): boolean {
  return error instanceof Cancelled || (error instanceof EngineError && isCrash(toInputError(error)));
}

/** Notes on the files that the plan has left open, of what was analysed. */
function assumptionsOf(files: readonly FileSummary[], { outcomes }: Report): NonNullable<Report['assumed']> {
  const isAnalysed = (instrument: string | undefined): boolean =>
    outcomes.some(({ score, status }) => status === 'ok' && score.startsWith(`${instrument ?? ''}.`));
  const open = files.flatMap(({ notes }) => notes.filter(({ assumes, about }) => assumes && isAnalysed(about)));
  return open.map((note) => ({ assumption: assumptionOf(note), message: note.message }));
}

/** Something to estimate or to count, in files that could be read. */
function isWorthRunning(plan: Plan, files: readonly FileSummary[]): boolean {
  if (!files.some(({ error }) => error === null)) return false;
  return plan.outcomes.length > 0 || plan.files.some(({ role }) => role === 'events');
}

function withVisits(known: SessionState['visits'], report: Report): SessionState['visits'] {
  const found = report.outcomes
    .filter(({ observed }) => observed.length > 0)
    .map(({ id, score, observed }) => {
      const summary = report.plan.outcomes.find((outcome) => outcome.id === id)?.summary;
      return [visitsKey({ id, score, summary }), [...new Set(observed.map(({ visit }) => visit))]] as const;
    });
  return { ...known, ...Object.fromEntries(found) };
}

// SPDX-License-Identifier: MIT
/**
 * The page's only state: files, plan, report. Everything shown is a function of it. Methods never reject; what goes
 * wrong becomes part of the state, and the next call starts afresh.
 */
import { EngineError, type Progress } from '../contract/engine.js';
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { DataCheck } from '../contract/check.js';
import type { Plan } from '../contract/plan.js';
import type { Individual, Influence, InfluenceProgress } from '../contract/individual.js';
import type { InputError, Report } from '../contract/report.js';
import { definitionFromText, looksLikeDefinition } from '../elements/definition_text.js';
import type { PlanEdit } from '../elements/events.js';
import { visitsKey } from '../elements/outcome_edits.js';
import { Cancelled, Superseded, type EngineClient, type FilesReply, type FileSummary } from '../engine/client.js';
import { instrumentNamed } from '../read/instruments.js';
import { parsePlan } from '../read/plan.js';
import { inWords } from '../text/problem.js';
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
  /** Where the reading of a large file stands, once it has told. */
  reading: ReadingProgress | null;
  /** What the data hold, by the plan as it is; null while that is not known. */
  check: DataCheck | null;
  /** What concerns single participants: it follows the report it belongs to. */
  individual: Individual | null;
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
  /** For screen readers. */
  announcement: string;
}

/** Of the file that is being read. */
export interface ReadingProgress {
  file: string;
  bytes: number;
  totalBytes: number;
  rows: number;
}

export type SessionEngine = Pick<EngineClient, 'removeFiles' | 'clear' | 'analyze' | 'cancel'> &
  Partial<Pick<EngineClient, 'individual' | 'influence' | 'reread' | 'files'>> & {
    readFiles(
      files: readonly File[],
      options?: { onReading?: (progress: ReadingProgress) => void },
    ): Promise<FilesReply>;
    /** Absent in an engine that cannot. */
    check?(plan: Plan): Promise<DataCheck>;
  };

/** Larger trials are not looked at participant by participant without being asked: the command line does it. */
export const mostLookedAt = 400;

const emptyState: SessionState = {
  files: [],
  plan: null,
  report: null,
  failure: null,
  planProblem: null,
  busy: null,
  reading: null,
  check: null,
  individual: null,
  influence: null,
  influenceProgress: null,
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
  /** Only the newest check counts. */
  private _checks = 0;
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

  /** Stops the analysis that runs, or the reading. Files and plan stay as they are. */
  cancel(): void {
    this._engine.cancel();
  }

  /** What concerns single participants, of the report shown; asked for where the trial is too large to be looked at unasked. */
  async individual(): Promise<Individual> {
    const { individual, report } = this.state;
    if (individual) return individual;
    if (!report || !this._engine.individual) throw new Error(strings.exports.noReport);
    return this._engine.individual(report.plan);
  }

  /** The files as they were given, those the plan ignores left out. */
  async data(): Promise<{ name: string; bytes: Uint8Array }[]> {
    const files = this._engine.files?.() ?? [];
    const used = new Set(this.state.plan?.files.filter(({ role }) => role !== 'ignored').map(({ name }) => name));
    const own = files.filter(({ name }) => used.has(name));
    return Promise.all(own.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
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
    const changed = applyEdit(plan, edit);
    this._set({ plan: changed });
    const reread =
      edit.kind === 'file' && 'reading' in edit.patch ? this._engine.reread?.bind(this._engine) : undefined;
    if (reread) return this._enqueue(async () => this._takeFiles(await reread(changed), []));
    if (changesData(edit)) void this._check();
    await this._analyze();
  }

  private async _open(files: readonly File[], isExample: boolean): Promise<void> {
    if (files.length === 0) return;
    if (isExample || this.state.isExample) await this._clear();
    this._set({ busy: 'reading', reading: null, isExample, planProblem: null });
    const isJson = (file: File): boolean => /\.json$/i.test(file.name);
    const data = files.filter((file) => !isJson(file));
    const saved = await this._readSaved(files.filter(isJson));
    const onReading = (reading: ReadingProgress): void => this._set({ reading });
    const reply =
      data.length > 0 ? await this._engine.readFiles(data, { onReading }) : await this._engine.removeFiles([]);
    this._takeFiles(reply, [], saved);
  }

  /** A saved plan and saved definitions; what cannot be used is told. */
  private async _readSaved(files: readonly File[]): Promise<SavedFiles> {
    const saved: SavedFiles = { plan: null, definitions: [] };
    for (const file of files) {
      const text = await file.text();
      if (!isDefinition(text)) {
        saved.plan ??= this._parse(text);
        continue;
      }
      const read = definitionFromText(text, []);
      if ('definition' in read) saved.definitions.push(read.definition);
      else {
        const message = strings.data.definitionRefused(file.name, read.problem);
        this._set({ planProblem: { code: 'bad_definition', message, detail: { file: file.name } } });
      }
    }
    return saved;
  }

  private _takeFiles(
    reply: FilesReply,
    removed: readonly string[],
    saved: SavedFiles = { plan: null, definitions: [] },
  ): void {
    if (saved.plan || saved.definitions.length > 0) this._edited = true;
    const current = this._edited ? this.state.plan : null;
    const merged = saved.plan ?? (current ? mergePlan(current, reply.plan, reply.files, removed) : reply.plan);
    const plan = saved.definitions.reduce(withDefinition, merged);
    this._set({ files: reply.files, plan, busy: null, reading: null });
    void this._check();
    void this._analyze();
  }

  /** Asks what the data hold. It never stands in the way: an engine that cannot tell leaves the panel out. */
  private async _check(): Promise<void> {
    const { plan, files } = this.state;
    const mine = ++this._checks;
    const isPossible = this._engine.check && plan && files.some(({ error }) => error === null);
    const check = isPossible ? await this._engine.check?.(plan).catch(() => null) : null;
    if (mine === this._checks) this._set({ check: check ?? null, ...(check ? { visits: this._visitsOf(check) } : {}) });
  }

  /** Visits to choose from, also for outcomes that fail; a condensed score has those of its report. */
  private _visitsOf({ scores }: DataCheck): SessionState['visits'] {
    const condensed = this.state.plan?.outcomes.flatMap((outcome) => (outcome.summary ? [outcome.score] : [])) ?? [];
    const told = scores.filter(({ score, visits }) => visits.length > 0 && !condensed.includes(score));
    return { ...this.state.visits, ...Object.fromEntries(told.map(({ score, visits }) => [score, visits])) };
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
      this._set({
        report,
        individual: null,
        influence: null,
        influenceProgress: null,
        failure: null,
        busy: null,
        visits: withVisits(this.state.visits, report),
        announcement,
      });
      void this._lookAtParticipants(plan, report);
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
      const failure = inWords(toInputError(error), plan);
      // Old results under new options would mislead.
      this._set({
        report: null,
        failure,
        busy: null,
        announcement: `${strings.results.failedTitle}: ${failure.message}`,
      });
    }
  }

  /** What the report does without: a failure here leaves the report as it is. */
  private async _lookAtParticipants(plan: Plan, report: Report): Promise<void> {
    const count = report.arms.reduce((sum, { participants }) => sum + participants, 0);
    if (count > mostLookedAt || !this._engine.individual || !this._engine.influence) return;
    const isCurrent = (): boolean => this.state.report === report;
    try {
      const individual = await this._engine.individual(plan);
      if (isCurrent()) this._set({ individual });
      const influence = await this._engine.influence(plan, {
        onProgress: (influenceProgress) => {
          if (isCurrent()) this._set({ influenceProgress });
        },
      });
      if (isCurrent()) this._set({ influence, influenceProgress: null });
    } catch {
      if (isCurrent()) this._set({ influenceProgress: null });
    }
  }

  private _enqueue(work: () => Promise<void>): Promise<void> {
    this._queue = this._queue.then(work).catch((error: unknown) => {
      if (error instanceof Cancelled) {
        this._set({ busy: null, reading: null, announcement: strings.mapping.readingCancelled });
      } else this._set({ report: null, failure: toInputError(error), busy: null, reading: null });
    });
    return this._queue;
  }

  private _set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    this.dispatchEvent(new Event('change'));
  }
}

interface SavedFiles {
  plan: Plan | null;
  definitions: InstrumentDefinition[];
}

/** A definition that comes again takes the place of its former self. */
function withDefinition(plan: Plan, definition: InstrumentDefinition): Plan {
  const own = plan.definitions ?? [];
  const before = own.length > 0 ? instrumentNamed(definition.name, own) : undefined;
  return applyEdit(plan, { kind: 'define', definition, ...(before ? { replaces: before.name } : {}) });
}

function isDefinition(text: string): boolean {
  try {
    return looksLikeDefinition(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch {
    return false;
  }
}

/** The check tells of outcomes too; only inference leaves all it says as it is. */
const changesData = ({ kind }: PlanEdit): boolean => kind !== 'inference';

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

function toInputError(error: unknown): InputError {
  if (error instanceof EngineError) return { code: error.code, message: error.message, detail: error.detail };
  return { code: 'internal_error', message: error instanceof Error ? error.message : String(error), detail: {} };
}

// SPDX-License-Identifier: MIT
/**
 * The page's only state: files, plan, report. Everything shown is a function of it. Methods never reject; what goes
 * wrong becomes part of the state, and the next call starts afresh.
 */
import type { FitRequest, FitResult } from '../contract/fit.js';
import type { Plan, PlanFile, ReadingOptions } from '../contract/plan.js';
import type { PlanEdit } from '../elements/events.js';
import { omit } from '../elements/omit.js';
import { Cancelled, type FilesReply } from '../engine/client.js';
import { crashInWords, isCrash } from '../text/crash.js';
import { editName } from '../text/edit_name.js';
import type { MissingOffer } from '../text/missing_offer.js';
import { compareFiles } from '../report-compare/compare.js';
import { filesOfTable, tableParts } from '../read/sheet-names.js';
import { strings } from '../text/strings.js';
import { withSameArms } from './arm_edits.js';
import { Answers, type SessionEngine } from './answers.js';
import { distinctFiles, replacedNotes } from './dropped_files.js';
import { NotesOfFiles, withoutProposals } from './file_notes.js';
import { notTaken, withoutSuggestions } from './given_plan.js';
import { PlanHistory, type Snapshot, type Step } from './history.js';
import { WaitingInstruments } from './waiting_instruments.js';
import { applyEdit, emptyPlan, withoutSummary } from './plan_edit.js';
import { withGrownStacks } from './grown_stacks.js';
import { movedEffects } from './window_visits.js';
import { mergePlan, withRecognised } from './plan_merge.js';
import { isJson, nothingSaved, readSaved, toInputError, withDefinition, type SavedFiles } from './saved_files.js';
import { readingWithDecimal, readingWithMissing } from './set_missing.js';
import { isReadOtherwise, readAnew, readAsFound, type ReadAnew } from './reread.js';
import { shareOf } from './reading_share.js';
import { Steps } from './steps.js';
import { emptyState, type ReadingProgress, type SessionState } from './session_state.js';
import { translated } from '../text/translated.js';

export { mostLookedAt, type SessionEngine } from './answers.js';
export type { ReadingProgress, SessionState } from './session_state.js';

export class Session extends EventTarget {
  state: SessionState = emptyState;
  /** The plan is that of `usePlan` and nobody changes it: files alone come and go. */
  isLocked = false;
  /** What the engine says of the plan as it stands. */
  readonly answers: Answers;
  private readonly _engine: SessionEngine;
  /** Entries of the plan that are as the files suggested them. */
  private readonly _proposed = new WeakSet<PlanFile>();
  private readonly _notes = new NotesOfFiles();
  private readonly _waiting = new WaitingInstruments();
  private readonly _history = new PlanHistory();
  /** Files are read and removed one call after the other. */
  private readonly _steps = new Steps((error) => this._failed(error));
  /** Files that were being read when the worker broke down. */
  private _unread: readonly File[] = [];
  /** What is there before any file. */
  private _given: Plan | null = null;

  constructor(engine: SessionEngine) {
    super();
    this._engine = engine;
    this.answers = new Answers(engine, { state: () => this.state, set: (change) => this._set(change) });
  }

  /** Adds files; a plan (.json) among them replaces the plan. */
  open(files: readonly File[]): Promise<void> {
    return this._steps.add(() => this._open(files, false));
  }

  openExample(files: readonly File[]): Promise<void> {
    return this._steps.add(() => this._open(files, true));
  }

  /** Takes a plan that no visitor chose. It is there again when everything is cleared. */
  usePlan(plan: Plan | null): Promise<void> {
    this._given = plan;
    return this._steps.add(async () => {
      const former = this.state.plan ?? emptyPlan;
      this._history.clear();
      this._set({ ...this._blank(), files: this.state.files });
      if (this.state.files.length === 0) return;
      if (plan) this._takeFiles(await this._reread(plan), { ...nothingSaved, plan });
      else this._takeFiles(await this._reread(omit(readAsFound(former), 'definitions'), true));
    });
  }

  /** A file under the name that the plan has for it. */
  useAs(name: string, planned: string): Promise<void> {
    let file: File | undefined;
    return this._steps.add(async () => {
      const held = this._engine.files?.().find((each) => each.name === (tableParts(name)?.file ?? name));
      // Cut off between the two steps, it is known to this one alone.
      file ??= held;
      if (!file) return;
      if (held) await this._engine.removeFiles([file.name]);
      await this._open([new File([file], tableParts(planned)?.file ?? planned, { type: file.type })], false);
    });
  }

  /** Once all files that were given are read or refused. */
  settled(): Promise<void> {
    return this._steps.settled;
  }

  /** Lets the worker go, for what is no longer shown. Files, plan and results stay; what is under way is cut off. */
  rest(): void {
    this._steps.cutOff(this.state.busy !== null);
    this._engine.rest?.();
    this._set({ busy: null, reading: null, progress: null });
  }

  /** Goes on with what was cut off: files that were being read are read, and the plan is run. */
  wake(): Promise<void> {
    const steps = this._steps.takeUp();
    if (!steps) return Promise.resolve();
    void this._steps.add(async () => this._takeFiles(await this._held()));
    for (const step of steps) void this._steps.add(step);
    return this._steps.settled;
  }

  remove(name: string): Promise<void> {
    return this._steps.add(async () => {
      this._set({ notices: [] });
      this._notes.forget(name);
      this._takeFiles(await this._engine.removeFiles([name]));
    });
  }

  /** Waits for nothing: what is read or computed is cancelled, and what was asked before is void. */
  clear(): Promise<void> {
    return this._steps.startAnew(() => this._clear());
  }

  /** Stops the analysis that runs, or the reading. Files and plan stay as they are. */
  cancel(): void {
    this._engine.cancel();
  }

  /** The files as they were given, those the plan ignores left out. */
  async data(): Promise<{ name: string; bytes: Uint8Array }[]> {
    const files = this._engine.files?.() ?? [];
    const entries = this.state.plan?.files.filter(({ role }) => role !== 'ignored') ?? [];
    const used = new Set(entries.flatMap(({ name, reading }) => filesOfTable(name, reading)));
    const own = files.filter(({ name }) => used.has(name));
    return Promise.all(own.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
  }

  /** One model on a file that is none of the trial's. */
  async fit(request: FitRequest, file: File): Promise<FitResult> {
    if (!this._engine.fit) throw new Error(strings.selfCheck.unable);
    return this._engine.fit(request, file);
  }

  /** The former report is no longer compared with. */
  forgetFormer(): void {
    this._set({ former: null });
  }

  /** Runs the plan as it stands, after a cancelled analysis. */
  analyze(): Promise<void> {
    return this.answers.analyze();
  }

  /**
   * After the worker broke down: reads what it was reading again, or runs the plan. Another worker starts by itself and is
   * given the files held.
   */
  tryAgain(): Promise<void> {
    const unread = this._unread;
    this._unread = [];
    if (unread.length > 0) return this._steps.add(() => this._open(unread, this.state.isExample, true));
    return this.answers.both();
  }

  /** Puts what the files suggest, read as they are found, in the place of the plan; `bringBack` undoes it. */
  setUpAnew(): Promise<void> {
    return this._steps.add(async () => {
      const { plan } = this.state;
      if (!plan) return;
      const before = this._snapshot(plan);
      const reply = await this._reread(readAsFound(plan), true);
      this._set({ edited: false, formerPlan: plan });
      this._takeFiles(reply, { ...nothingSaved, definitions: plan.definitions ?? [] });
      this._record(before, () => strings.history.setUpAnew);
    });
  }

  /** Takes the former plan again; the one it replaces can be brought back in turn. */
  bringBack(): Promise<void> {
    return this._steps.add(async () => {
      const { plan, formerPlan } = this.state;
      if (!formerPlan) return;
      const before = this._snapshot(plan ?? emptyPlan);
      const reply = await this._reread(formerPlan);
      this._set({ formerPlan: plan, notices: [] });
      this._takeFiles(reply, { ...nothingSaved, plan: formerPlan });
      this._record(before, () => strings.history.broughtBack);
    });
  }

  /** Takes back the last change of the plan, and computes the results anew. */
  undo(): Promise<void> {
    const step = this._history.undo(this._snapshot(this.state.plan ?? emptyPlan));
    return this._goTo(step, (name) => strings.history.undone(name, this._history.left.undo));
  }

  /** Makes a change again that was undone. */
  redo(): Promise<void> {
    const step = this._history.redo(this._snapshot(this.state.plan ?? emptyPlan));
    return this._goTo(step, (name) => strings.history.redone(name, this._history.left.redo));
  }

  private _snapshot(plan: Plan): Snapshot {
    const { edited, formerPlan } = this.state;
    return { plan, edited, formerPlan };
  }

  private _record(before: Snapshot, name: () => string): void {
    this._history.record(before, this.state.plan ?? emptyPlan, name);
    this._set({ history: { ...this._history.names, told: '' } });
  }

  /** Files are read again only where the plan has them read in another way, or has not heard of them. */
  private async _goTo(step: Step | null, tell: (name: string) => string): Promise<void> {
    if (!step) return;
    const { plan: before, files } = this.state;
    const { plan, edited, formerPlan, name } = step;
    const history = { ...this._history.names, told: tell(name()) };
    this._set({ plan, files: this._notes.under(plan), edited, formerPlan, notices: [], announcement: '', history });
    if (before && !isReadOtherwise(before, plan, files)) {
      return this.answers.both();
    }
    return this._steps.add(async () => {
      const reply = await this._reread(plan);
      const { plan: now, edited: isEdited } = this.state;
      const isProposed = (file: PlanFile): boolean => this._proposed.has(file);
      this._takeFiles(reply, { ...nothingSaved, plan: mergePlan(now ?? plan, reply.plan, reply.files, isProposed) });
      this._set({ edited: isEdited });
    });
  }

  /** Files read as a plan asks, where the engine can read them again. */
  private _reread(plan: Plan, anew = false): Promise<FilesReply> {
    return this._engine.reread ? this._engine.reread(plan, anew) : this._engine.removeFiles([]);
  }

  /** The files held, for a worker that is new: what was put together or taken apart by hand stays so. */
  private _held(): Promise<FilesReply> {
    const { plan } = this.state;
    return plan ? this._reread(plan) : this._engine.removeFiles([]);
  }

  /** Applies one change of the plan and fits again. */
  async edit(edit: PlanEdit): Promise<void> {
    const plan = this.state.plan ?? (edit.kind === 'define' ? emptyPlan : null);
    if (!plan || this.isLocked) return;
    const changed = applyEdit(plan, edit);
    const read = readAnew(edit);
    if (read !== null) this._stayProposed(plan, changed, read);
    if (edit.kind === 'take_apart' || edit.kind === 'put_together') return this._regroup(plan, changed, edit);
    this._waiting.follow(edit, plan, changed);
    const before = this._snapshot(plan);
    this._set({ plan: changed, files: this._notes.under(changed), edited: true, notices: [] });
    this._record(before, () => editName(edit, plan));
    if (edit.kind === 'file' && 'windows' in edit.patch)
      for (const moved of movedEffects(plan, changed)) this._tell(strings.mapping.effectMoved(moved));
    if (edit.kind === 'file')
      for (const { label } of withoutSummary(plan, changed)) this._tell(strings.mapping.weeksDropped(label));
    const reread = read === null ? undefined : this._engine.reread?.bind(this._engine);
    if (reread) return this._steps.add(async () => this._takeFiles(await reread(changed)));
    if (edit.kind === 'define' && this.state.files.length > 0) return this._recognise(changed, edit.definition.name);
    const waiting = this._waiting.after(edit, changed);
    const lacksArms = edit.kind === 'file' && !changed.arms && changed.files.some(({ arm }) => arm !== undefined);
    if (waiting.length > 0 || lacksArms) await this._complete(changed, waiting);
    await (changesData(edit) ? this.answers.both() : this.answers.analyze());
  }

  /** Gives instruments an outcome that can have one now. */
  private async _complete(asked: Plan, waiting: readonly string[]): Promise<void> {
    if (!this._engine.complete) return;
    const { plan, notes } = await this._engine.complete(asked, waiting).catch(() => ({ plan: asked, notes: [] }));
    if (this.state.plan !== asked) return;
    this._notes.add(notes, plan);
    this._set({ plan, files: this._notes.under(plan) });
    for (const { id, label } of plan.outcomes)
      if (!asked.outcomes.some((outcome) => outcome.id === id)) this._tell(strings.mapping.outcomeAdded(label));
  }

  /** Reads values as missing that stand in the way. */
  setMissing(offer: MissingOffer): Promise<void> {
    const { file, values } = offer;
    const { isMissing, notMissing } = strings.mending;
    return this._readOtherwise(
      file,
      (plan) => readingWithMissing(plan, offer),
      isMissing(file, values),
      notMissing(file),
    );
  }

  /** Reads values as numbers with the other decimal mark. */
  readDecimal({ file, values }: MissingOffer): Promise<void> {
    const told = strings.mending.isDecimal(file, Object.keys(values).join(strings.listSeparator));
    const reading = (plan: Plan): ReadingOptions | null => readingWithDecimal(plan, { file, values });
    return this._readOtherwise(file, reading, told, strings.mending.notDecimal(file));
  }

  /** Reads a file in another way, where there is one; the plan before can be brought back. */
  private _readOtherwise(
    name: string,
    readingOf: (plan: Plan) => ReadingOptions | null | undefined,
    told: string,
    refused: string,
  ): Promise<void> {
    const before = this.state.plan;
    const reading = before && readingOf(before);
    if (!reading) {
      this._set({ notices: [] });
      this._tell(refused);
      return Promise.resolve();
    }
    const done = this.edit({ kind: 'file', name, patch: { reading } });
    this._set({ formerPlan: before });
    this._tell(told);
    return done;
  }

  /** What tables were put together into, or taken apart, comes as proposed; the plan before can be brought back. */
  private _regroup(before: Plan, after: Plan, edit: PlanEdit): Promise<void> {
    for (const file of after.files) if (!before.files.includes(file)) this._proposed.add(file);
    // A plan that nobody has changed comes as proposed in all its parts.
    const snapshot = this._snapshot(before);
    const partVisits = { ...this.state.partVisits, ...visitsOfParts([...before.files, ...after.files]) };
    this._set({ plan: after, notices: [], announcement: '', formerPlan: before, partVisits });
    this._record(snapshot, () => editName(edit, before));
    return this._steps.add(async () => {
      const reply = await this._reread(after);
      const sameArms = edit.kind === 'put_together' ? edit.sameArms : undefined;
      this._takeFiles({ ...reply, plan: withSameArms(reply.plan, sameArms) });
      // From now on it says more than the files suggest.
      this._set({ edited: true });
    });
  }

  /** The files held may hold a questionnaire that was defined or changed. */
  private _recognise(plan: Plan, instrument: string): Promise<void> {
    return this._steps.add(async () => {
      const reply = await this._reread(plan);
      this._takeFiles(reply, { ...nothingSaved, recognise: [instrument] });
    });
  }

  /** Another way of reading says nothing of what a file holds. */
  private _stayProposed(before: Plan, after: Plan, { files, isAll }: ReadAnew): void {
    for (const name of files) {
      const entryOf = (plan: Plan): PlanFile | undefined => plan.files.find((file) => file.name === name);
      const [was, is] = [entryOf(before), entryOf(after)];
      if (was && is && isAll && this._proposed.has(was)) this._proposed.add(is);
    }
  }

  /** `isAgain`: they are of a step that broke off, and what it cleared is cleared. */
  private async _open(files: readonly File[], isExample: boolean, isAgain = false): Promise<void> {
    if (files.length === 0) return;
    const era = this._steps.era;
    const saved = this.isLocked ? notTaken(files.filter(isJson)) : await readSaved(files.filter(isJson));
    if (era !== this._steps.era) return;
    const isOfExample = this.state.isExample && files.every(isJson) && this._hasFilesOf(saved);
    if (!isAgain && (isExample || (this.state.isExample && !isOfExample))) await this._clear();
    if (era !== this._steps.era) return;
    this._set({ busy: 'reading', reading: null, isExample: isExample || isOfExample, planProblem: null, notices: [] });
    const { files: data, notes } = await distinctFiles(files.filter((file) => !isJson(file)));
    if (era !== this._steps.era) return;
    this._set({ planProblem: saved.problem });
    const onReading = (reading: ReadingProgress): void => {
      if (era === this._steps.era) this._set({ reading });
    };
    const reply = data.length > 0 ? await this._read(data, onReading) : await this._engine.removeFiles([]);
    if (era !== this._steps.era) return;
    const known = await this._withDefinitions(reply, saved);
    if (era !== this._steps.era) return;
    const told = [...replacedNotes(data, this.state.files, known.files), ...notes];
    this._notes.tellOfNames(
      data.map(({ name }) => name),
      told,
    );
    for (const { message } of told) this._tell(message);
    const { plan } = this.state;
    const before = plan && this._snapshot(plan);
    this._takeFiles(known, { ...saved, recognise: saved.definitions.map(({ name }) => name) });
    if (saved.report) this._set({ former: saved.report });
    if (before && saved.plan) this._record(before, () => strings.history.openedPlan);
  }

  /** Whether a saved report was made of the files that are there. */
  private _hasFilesOf({ report }: SavedFiles): boolean {
    return report !== null && compareFiles(report, this.state.files).every(({ state }) => state === 'same');
  }

  /**
   * With definitions of one's own the files are recognised by these, too. A saved plan may have a workbook's sheet under
   * another name.
   */
  private async _withDefinitions(reply: FilesReply, { plan, definitions }: SavedFiles): Promise<FilesReply> {
    const next = definitions.reduce(withDefinition, plan ?? this.state.plan ?? reply.plan);
    const isOther = plan !== null || (next.definitions ?? []).length > 0 || this.isLocked;
    return isOther && this._engine.reread ? this._engine.reread(next) : reply;
  }

  /** The files held after these are read; cancelled, with those of them that had been read by then. */
  private async _read(files: readonly File[], onReading: (reading: ReadingProgress) => void): Promise<FilesReply> {
    const era = this._steps.era;
    const hear = (reading: ReadingProgress): void => onReading({ ...reading, share: shareOf(files, reading) });
    this._unread = [];
    try {
      return await this._engine.readFiles(files, { onReading: hear });
    } catch (error) {
      if (era === this._steps.era && isCrash(toInputError(error))) this._unread = files;
      if (!(error instanceof Cancelled) || era !== this._steps.era) throw error;
      const reply = await this._engine.removeFiles([]);
      this._tell(strings.mapping.readingCancelled(error.unread.join(strings.listSeparator)));
      return reply;
    }
  }

  private _takeFiles(given: FilesReply, saved: SavedFiles = nothingSaved): void {
    // The step under way has done what it was to do: whoever hears of it may cut off all that is not.
    this._steps.currentIsDone();
    const reply = this.isLocked ? withoutSuggestions(given) : given;
    const edited = this.state.edited || saved.plan !== null || saved.definitions.length > 0;
    const before = edited ? this.state.plan : null;
    const current = before && !this.isLocked ? withGrownStacks(before, reply.files) : before;
    for (const file of reply.plan.files) this._proposed.add(file);
    const isProposed = (file: PlanFile): boolean => this._proposed.has(file);
    const merged = saved.plan ?? (current ? mergePlan(current, reply.plan, reply.files, isProposed) : reply.plan);
    const defined = saved.definitions.reduce(withDefinition, merged);
    const plan = saved.recognise.reduce((next, name) => withRecognised(next, reply.plan, name), defined);
    const decided = saved.plan ? null : this._given;
    this._notes.take(saved.plan || decided ? withoutProposals(reply, decided) : reply);
    if (!saved.plan) this._waiting.take(reply.plan, plan);
    const files = this._notes.under(plan);
    this._set({ files, plan, edited, busy: null, reading: null });
    for (const { id, instrument, file } of plan.instruments)
      if (saved.recognise.includes(instrument) && !defined.instruments.some((each) => each.id === id))
        this._tell(strings.instruments.recognised(instrument, file));
    void this.answers.both();
  }

  private async _clear(): Promise<void> {
    this._notes.clear();
    this._waiting.clear();
    this._unread = [];
    this._history.clear();
    this._set(this._blank());
    await this._engine.clear();
  }

  /** Nothing but the plan that was given. */
  private _blank(): SessionState {
    return { ...emptyState, plan: this._given, edited: this._given !== null };
  }

  private _failed(error: unknown): void {
    if (error instanceof Cancelled) return this._set({ busy: null, reading: null });
    const unread = this._unread.map(({ name }) => name);
    const failure = crashInWords(toInputError(error), unread);
    this._set({ report: null, failure, busy: null, reading: null, announcement: translated(failure.message) });
  }

  /** The page is in another language now: what was said last is not said again in it. */
  languageChanged(): void {
    this._set({ history: { ...this._history.names, told: '' }, announcement: '' });
  }

  /** Something the page did by itself, or did not do, until the next step. */
  private _tell(notice: string): void {
    const notices = [...this.state.notices, notice];
    this._set({ notices, announcement: notices.join(' ') });
  }

  private _set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    this.dispatchEvent(new Event('change'));
  }
}

const visitsOfParts = (files: readonly PlanFile[]): Record<string, string> =>
  Object.fromEntries(
    files.flatMap(({ reading }) =>
      (reading?.stack?.parts ?? []).flatMap(({ name, visit }) => (visit === undefined ? [] : [[name, visit] as const])),
    ),
  );

/** The check tells of outcomes too; only inference leaves all it says as it is. */
const changesData = ({ kind }: PlanEdit): boolean => kind !== 'inference';

// SPDX-License-Identifier: MIT
/** What the worker does with each request: holds the files, reads them, runs plans. Free of worker globals. */
import { EngineError, type Engine, type OnProgress } from '../contract/engine.js';
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { Plan, PlanFile, ReadingOptions, Stack } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import type { Table } from '../contract/table.js';
import {
  completePlan,
  allDefinitions,
  fileOfTable,
  isSameReading,
  partReading,
  propose,
  proposeStacks,
  readFile,
  readTables,
  stackOffers,
  stackTables,
  tableParts,
  type ProposedStack,
  type ReadHooks,
  type ReadResult,
  type Sliceable,
} from '../read/index.js';
import { asLabels } from '../read/as-written.js';
import { checkAsFarAsPossible } from './cell_problems.js';
import { analyzeFiles, fitFile, individualFiles, influenceFiles } from './files.js';
import { EngineCrash } from './loader.js';
import { rehearse } from './rehearsal.js';
import type { FilesReply, FileSummary, OnReading, Reply, Request, RequestKind, RequestMap } from './messages.js';

/** A table put together, the names of the tables held that it is made of, and these as they were then. */
interface HeldStack {
  parts: string[];
  from: ReadResult[];
  read: ReadResult;
}

/** A file's bytes, by whoever may read them. */
type NamedSource = Sliceable & Pick<File, 'name'>;

/** The bytes stay where the browser keeps them; only the table is held. */
interface HeldFile {
  source: NamedSource;
  read: ReadResult;
}

export class Session {
  private readonly _loadEngine: () => Promise<Engine>;
  private _engine: Promise<Engine> | null = null;
  private readonly _files = new Map<string, HeldFile>();
  /** Tables put together from those held. */
  private readonly _stacks = new Map<string, HeldStack>();
  /** Tables put together because a plan says so, which nothing in them proposes. */
  private _byHand: PlanFile[] = [];
  /** Tables that could be put together, and are of their own by the plan. */
  private readonly _apart = new Set<string>();

  private readonly _bytesOf: (piece: Blob) => Promise<ArrayBuffer>;
  private _isAsked = false;

  /** `bytesOf`: reads a piece of a file, where the thread may not do so itself. */
  constructor(loadEngine: () => Promise<Engine>, bytesOf = (piece: Blob) => piece.arrayBuffer()) {
    this._loadEngine = loadEngine;
    this._bytesOf = bytesOf;
  }

  /** Starts loading the core, so that it is ready when the first plan comes, and rehearses until something is asked. */
  async warmUp(): Promise<void> {
    try {
      const engine = await this._startedEngine();
      await pause(beforeRehearsalMs);
      await rehearse(engine, async () => {
        await pause();
        return !this._isAsked;
      });
    } catch (error) {
      // Whoever asks hears of it, from a core of its own.
      if (error instanceof EngineCrash) this._engine = null;
    }
  }

  /**
   * Always answers. While a plan runs, `onProgress` hears where it stands, if the core tells; while a large file is
   * read, `onReading` does, and `onFinished` of each file that has come to its end.
   */
  async handle(
    request: Request,
    onProgress?: OnProgress,
    onReading?: OnReading,
    onFinished?: (file: string) => void,
  ): Promise<Reply> {
    this._isAsked ||= request.kind !== 'version';
    const start = performance.now();
    const { id } = request;
    try {
      const result = await this._answer(request, onProgress && occasionally(onProgress), onReading, onFinished);
      const elapsedMs = performance.now() - start;
      if (request.kind === 'analyze') (result as RequestMap['analyze']['result']).elapsedMs = elapsedMs;
      return { id, ok: true, result, elapsedMs };
    } catch (error) {
      if (error instanceof EngineCrash) this._engine = null;
      return { id, ok: false, error: toInputError(error), elapsedMs: performance.now() - start };
    }
  }

  /** The tables of all files held, in the order that the answer to `read` tells of them. */
  tables(): Table[] {
    return this._tables([]).map(({ table }) => table);
  }

  private async _answer(
    request: Request,
    onProgress?: OnProgress,
    onReading?: OnReading,
    onFinished?: (file: string) => void,
  ): Promise<RequestMap[RequestKind]['result']> {
    switch (request.kind) {
      case 'version':
        return (await this._startedEngine()).version();
      case 'read':
        for (const file of request.files) {
          await this._readNew(this._sourceOf(file), onReading);
          onFinished?.(file.name);
        }
        if (request.plan) await this._readFor(request.plan, onReading);
        return this._summary([], this._byHand);
      case 'reread':
        if (request.anew) this._apart.clear();
        if (request.anew) this._byHand = [];
        await this._readFor(request.plan, onReading, request.anew);
        return this._summary(request.plan.definitions, request.anew ? [] : request.plan.files);
      case 'remove':
        if (request.all) this._forget();
        for (const name of request.names) {
          for (const part of this._stacks.get(name)?.parts ?? [name]) this._files.delete(part);
          this._stacks.delete(name);
        }
        return this._summary([], this._byHand);
      case 'complete':
        return completePlan(request.plan, request.waiting, await this._readFor(request.plan, onReading));
      case 'fit':
        return fitFile(
          await this._startedEngine(),
          request.request,
          await readFile(request.file.name, this._sourceOf(request.file)),
        );
      case 'analyze':
        return analyzeFiles(
          await this._startedEngine(),
          request.plan,
          await this._readFor(request.plan, onReading),
          onProgress,
        );
      case 'check':
        return checkAsFarAsPossible(
          await this._startedEngine(),
          request.plan,
          await this._readFor(request.plan, onReading),
        );
      case 'individual':
        return individualFiles(await this._startedEngine(), request.plan, await this._readFor(request.plan, onReading));
      case 'influence': {
        const { plan, from, count } = request;
        return influenceFiles(await this._startedEngine(), plan, await this._readFor(plan, onReading), from, count);
      }
    }
  }

  /** Nothing is held, and nothing was ever put together or taken apart. */
  private _forget(): void {
    for (const held of [this._files, this._stacks, this._apart]) held.clear();
    this._byHand = [];
  }

  private _sourceOf(file: File): NamedSource {
    const { name, size } = file;
    return { name, size, slice: (start, end) => ({ arrayBuffer: () => this._bytesOf(file.slice(start, end)) }) };
  }

  /** The tables of a file that comes, in place of those it had before. */
  private async _readNew(source: NamedSource, onReading?: OnReading): Promise<void> {
    const tables = await readTables(source.name, source, {}, hooksOf(source, onReading));
    for (const [name, held] of this._files) if (held.source.name === source.name) this._files.delete(name);
    for (const read of tables) this._files.set(read.name, { source, read });
  }

  /** The files held, read as the plan asks. */
  private async _readFor(plan: Plan, onReading?: OnReading, anew = false): Promise<ReadResult[]> {
    for (const { name, role, reading } of plan.files) {
      for (const part of reading?.stack?.parts ?? [])
        await this._readAs(part.name, partReading(reading ?? {}, part), onReading);
      if (!reading?.stack && (role !== 'ignored' || this._files.has(name)))
        await this._readAs(name, reading, onReading);
    }
    if (!anew) this._settleApart(plan);
    return this._tables(plan.files);
  }

  /** What could be put together, and has entries of its own in the plan, stays as it is. */
  private _settleApart({ files }: Plan): void {
    const own = new Set(files.flatMap(({ name, reading }) => (reading?.stack ? [] : [name])));
    const proposed = proposeStacks(this._heldTables());
    for (const { parts } of proposed) for (const { name } of parts) if (own.has(name)) this._apart.add(name);
    this._byHand = files.filter(({ reading }) => reading?.stack && !proposed.some((each) => isStackOf(each, reading)));
    for (const part of files.flatMap(({ reading }) => reading?.stack?.parts ?? [])) this._apart.delete(part.name);
  }

  private _heldTables(): ReadResult[] {
    return [...this._files.values()].map((file) => file.read);
  }

  /** All tables, those put together in the place of their parts: as the plan has them, and else as is proposed. */
  private _tables(planned: readonly PlanFile[], definitions?: readonly InstrumentDefinition[]): ReadResult[] {
    const taken = new Map<string, string>();
    const wanted = new Set<string>();
    const take = (name: string, reading: ReadingOptions, parts: readonly ReadResult[]): void => {
      wanted.add(name);
      for (const part of parts) taken.set(part.name, name);
      const held = this._stacks.get(name);
      const isSame = held?.from.length === parts.length && parts.every((part, i) => held.from[i] === part);
      if (isSame && JSON.stringify(held?.read.requested) === JSON.stringify(reading)) return;
      const read = stackTables(name, reading, parts);
      this._stacks.set(name, { parts: parts.map((part) => part.name), from: [...parts], read });
    };
    for (const { name, reading } of planned) {
      const parts = (reading?.stack?.parts ?? []).flatMap((part) => this._files.get(part.name)?.read ?? []);
      if (reading?.stack && parts.length === reading.stack.parts.length) take(name, reading, parts);
    }
    const free = this._heldTables().filter(({ name }) => !taken.has(name) && !this._apart.has(name));
    for (const { name, reading, parts } of proposeStacks(free, allDefinitions(definitions))) take(name, reading, parts);
    for (const name of this._stacks.keys()) if (!wanted.has(name)) this._stacks.delete(name);
    const own = new Set(planned.flatMap(({ name, role }) => (role === 'ignored' ? [] : [name])));
    const told = new Set<string>();
    return this._heldTables().flatMap((read) => {
      const stack = taken.get(read.name);
      const first = stack !== undefined && !told.has(stack) ? this._stacks.get(stack)?.read : undefined;
      if (stack !== undefined) told.add(stack);
      const isOwn = stack === undefined || (own.has(read.name) && stack !== read.name);
      return [...(first ? [first] : []), ...(isOwn ? [read] : [])];
    });
  }

  /**
   * Reads a held file again when the plan asks for it to be read in another way. A sheet that the plan has under another
   * name than it is held by takes its place: a workbook's own name stands for one sheet.
   */
  private async _readAs(name: string, asked: ReadingOptions = {}, onReading?: OnReading): Promise<void> {
    const held = this._files.get(name);
    const isSheet = held !== undefined && held.source.name !== name;
    const options = isSheet ? { ...partOf(held.read), ...asked } : asked;
    if (held && isSameReading(held.read, options)) return;
    const sources = [...this._files.values()].map((other) => other.source);
    const sourceOf = (file: string | undefined): NamedSource | undefined =>
      sources.find((source) => source.name === file);
    const source = held?.source ?? sourceOf(fileOfTable(name, options)) ?? sourceOf(tableParts(name)?.file);
    if (!source) return;
    const read = await readFile(name, source, options, hooksOf(source, onReading));
    if (!held) {
      const part = JSON.stringify(partOf(read));
      for (const [other, { source: own, read: before }] of this._files)
        if (own === source && JSON.stringify(partOf(before)) === part) this._files.delete(other);
    }
    this._files.set(name, { source, read });
  }

  private _summary(definitions: readonly InstrumentDefinition[] = [], planned: readonly PlanFile[] = []): FilesReply {
    const read = this._tables(planned, definitions);
    const { plan, notes } = propose(
      read,
      definitions,
      planned.filter(({ reading }) => reading?.stack),
    );
    const files = read.map(summarize);
    const offers = stackOffers(read, allDefinitions(definitions));
    for (const file of files) {
      const offer = offers.get(file.name);
      if (offer) file.stackOffer = offer;
      file.notes = [...file.notes, ...notes.filter((note) => (note.file ?? files[0]?.name) === file.name)];
    }
    return { files, plan };
  }

  private _startedEngine(): Promise<Engine> {
    this._engine ??= this._loadEngine();
    this._engine.catch(() => (this._engine = null));
    return this._engine;
  }
}

/** Whoever knows the page may ask at once. */
const beforeRehearsalMs = 300;

/** Lets requests come. */
const pause = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether a plan's reading is of the parts, and visits, that are proposed. */
function isStackOf({ reading: { stack } }: ProposedStack, { stack: asked }: ReadingOptions): boolean {
  const partsOf = ({ visit, parts }: Stack): string =>
    JSON.stringify([visit, ...parts.map((part) => [part.name, part.visit, part.idPrefix])]);
  return asked !== undefined && partsOf(stack) === partsOf(asked);
}

/** What of its file a table is. */
function partOf({ options: { sheet, repeatInstrument } }: ReadResult): ReadingOptions {
  return { ...(sheet !== undefined && { sheet }), ...(repeatInstrument !== undefined && { repeatInstrument }) };
}

function hooksOf({ name }: NamedSource, onReading?: OnReading): ReadHooks {
  return { onProgress: (progress) => onReading?.({ file: name, ...progress }) };
}

/** Iterations of a small fit come by the thousand per second; a reader wants a few, and each new outcome. */
function occasionally(onProgress: OnProgress): OnProgress {
  const everyMs = 100;
  let last = -Infinity;
  let outcome: string | undefined;
  return (progress) => {
    const now = performance.now();
    if (progress.outcome === outcome && now - last < everyMs) return;
    last = now;
    outcome = progress.outcome;
    onProgress(progress);
  };
}

function summarize(file: ReadResult): FileSummary {
  const { name, sha256, options, preview, notes, error, table } = file;
  const columns = table.columns.map((column) => ({
    name: column.name,
    kind: column.kind,
    levels: column.kind === 'factor' ? column.levels : [],
    ...(column.kind === 'number' && isOfFew(column.values) && { values: asLabels(file, column).levels }),
    missing: column.kind === 'factor' ? count(column.codes, (code) => code < 0) : count(column.values, Number.isNaN),
  }));
  const { setAside } = file;
  return {
    name,
    sha256,
    rowCount: table.rowCount,
    columns,
    options,
    preview,
    notes,
    ...(setAside && { setAside }),
    error,
  };
}

const fewValues = 12;

/** A few different numbers at most. */
function isOfFew(values: Float64Array): boolean {
  const seen = new Set<number>();
  for (const value of values) if (!Number.isNaN(value) && seen.add(value).size > fewValues) return false;
  return true;
}

function count(values: Float64Array | Int32Array, test: (value: number) => boolean): number {
  let n = 0;
  for (const value of values) if (test(value)) n++;
  return n;
}

function toInputError(error: unknown): InputError {
  if (error instanceof EngineError) return { code: error.code, message: error.message, detail: error.detail };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'internal_error', message, detail: { remedy: 'please report this with the plan' } };
}

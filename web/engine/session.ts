// SPDX-License-Identifier: MIT
/** What the worker does with each request: holds the files, reads them, runs plans. Free of worker globals. */
import { EngineError, type Engine, type OnProgress } from '../contract/engine.js';
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { Plan, ReadingOptions } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import {
  fileOfTable,
  isSameReading,
  propose,
  readFile,
  readTables,
  tableParts,
  type ReadHooks,
  type ReadResult,
} from '../read/index.js';
import { asLabels } from '../read/as-written.js';
import { analyzeFiles, checkFiles, fitFile, individualFiles, influenceFiles } from './files.js';
import { EngineCrash } from './loader.js';
import type { FilesReply, FileSummary, OnReading, Reply, Request, RequestKind, RequestMap } from './messages.js';

/** The bytes stay where the browser keeps them; only the table is held. */
interface HeldFile {
  source: File;
  read: ReadResult;
}

export class Session {
  private readonly _loadEngine: () => Promise<Engine>;
  private _engine: Promise<Engine> | null = null;
  private readonly _files = new Map<string, HeldFile>();

  constructor(loadEngine: () => Promise<Engine>) {
    this._loadEngine = loadEngine;
  }

  /** Starts loading the core, so that it is ready when the first plan comes. */
  warmUp(): void {
    void this._startedEngine().catch(() => undefined);
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
          await this._readNew(file, onReading);
          onFinished?.(file.name);
        }
        return this._summary();
      case 'reread':
        await this._readFor(request.plan, onReading);
        return this._summary(request.plan.definitions);
      case 'remove':
        if (request.all) this._files.clear();
        for (const name of request.names) this._files.delete(name);
        return this._summary();
      case 'fit':
        return fitFile(await this._startedEngine(), request.request, await readFile(request.file.name, request.file));
      case 'analyze':
        return analyzeFiles(
          await this._startedEngine(),
          request.plan,
          await this._readFor(request.plan, onReading),
          onProgress,
        );
      case 'check':
        return checkFiles(await this._startedEngine(), request.plan, await this._readFor(request.plan, onReading));
      case 'individual':
        return individualFiles(await this._startedEngine(), request.plan, await this._readFor(request.plan, onReading));
      case 'influence': {
        const { plan, from, count } = request;
        return influenceFiles(await this._startedEngine(), plan, await this._readFor(plan, onReading), from, count);
      }
    }
  }

  /** The tables of a file that comes, in place of those it had before. */
  private async _readNew(source: File, onReading?: OnReading): Promise<void> {
    const tables = await readTables(source.name, source, {}, hooksOf(source, onReading));
    for (const [name, held] of this._files) if (held.source.name === source.name) this._files.delete(name);
    for (const read of tables) this._files.set(read.name, { source, read });
  }

  /** The files held, read as the plan asks. */
  private async _readFor(plan: Plan, onReading?: OnReading): Promise<ReadResult[]> {
    for (const { name, role, reading } of plan.files) {
      if (role !== 'ignored' || this._files.has(name)) await this._readAs(name, reading, onReading);
    }
    return [...this._files.values()].map((file) => file.read);
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
    const sourceOf = (file: string | undefined): File | undefined => sources.find((source) => source.name === file);
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

  private _summary(definitions: readonly InstrumentDefinition[] = []): FilesReply {
    const read = [...this._files.values()].map((file) => file.read);
    const { plan, notes } = propose(read, definitions);
    const files = read.map(summarize);
    for (const file of files) {
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

/** What of its file a table is. */
function partOf({ options: { sheet, repeatInstrument } }: ReadResult): ReadingOptions {
  return { ...(sheet !== undefined && { sheet }), ...(repeatInstrument !== undefined && { repeatInstrument }) };
}

function hooksOf({ name }: File, onReading?: OnReading): ReadHooks {
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

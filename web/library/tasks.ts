// SPDX-License-Identifier: MIT
/** What the library's functions do with the engine, wherever they run: in a worker or in this thread. */
import { EngineError, type Engine, type OnProgress, type ScoreRequest, type ScoreResult } from '../contract/engine.js';
import type { FitRequest, FitResult } from '../contract/fit.js';
import type { Plan } from '../contract/plan.js';
import type { InputError, Report, Warning } from '../contract/report.js';
import type { Table } from '../contract/table.js';
import { subjectColumns } from '../cli/subject_columns.js';
import type { FilesReply, RequestKind, RequestMap } from '../engine/messages.js';
import { Session } from '../engine/session.js';
import { isWritten, readFile, tableWithLabels } from '../read/index.js';
import type { DataMessage, NamedBlob } from './inputs.js';

/** What of the files was found, each as a typed table, and the plan that is proposed for them. */
export interface ReadAnswer extends FilesReply {
  /** In the order of `files`. */
  tables: Table[];
}

/** `warnings` say how the file was read. */
export type ScoreAnswer = ScoreResult & { warnings: Warning[] };

export interface TaskMap {
  read: { input: { files: NamedBlob[] }; result: ReadAnswer };
  score: { input: { request: ScoreRequest; data: DataMessage }; result: ScoreAnswer };
  fit: { input: { request: FitRequest; data: DataMessage }; result: FitResult };
  analyze: { input: { plan: Plan; files: NamedBlob[] }; result: Report };
}

export type TaskName = keyof TaskMap;

export type Task = { [Name in TaskName]: { name: Name } & TaskMap[Name]['input'] }[TaskName];

export class Tasks {
  private readonly _loadEngine: () => Promise<Engine>;
  private _engine: Promise<Engine> | null = null;

  constructor(loadEngine: () => Promise<Engine>) {
    this._loadEngine = loadEngine;
  }

  /** @throws EngineError. After a crash of the core the next task loads it again. */
  async run(task: Task, onProgress?: OnProgress): Promise<TaskMap[TaskName]['result']> {
    try {
      return await this._run(task, onProgress);
    } catch (error) {
      if (error instanceof EngineError && error.code === 'engine_crashed') this._engine = null;
      throw error;
    }
  }

  private async _run(task: Task, onProgress?: OnProgress): Promise<TaskMap[TaskName]['result']> {
    switch (task.name) {
      case 'read':
        return this._read(task.files);
      case 'score':
        return this._score(task.request, task.data);
      case 'fit':
        return this._fit(task.request, task.data, onProgress);
      case 'analyze': {
        const session = new Session(() => this._started());
        await ask(session, 'read', { files: task.files.map(asFile) });
        return ask(session, 'analyze', { plan: task.plan }, onProgress);
      }
    }
  }

  private async _read(files: NamedBlob[]): Promise<ReadAnswer> {
    const session = new Session(() => this._started());
    const reply = await ask(session, 'read', { files: files.map(asFile) });
    return { ...reply, tables: session.tables() };
  }

  private async _score(request: ScoreRequest, data: DataMessage): Promise<ScoreAnswer> {
    const { table, warnings } = await tableOf(data, request.id ?? []);
    return { ...(await this._started()).score(request, table), warnings };
  }

  private async _fit(request: FitRequest, data: DataMessage, onProgress?: OnProgress): Promise<FitResult> {
    const { table, warnings } = await tableOf(data, subjectColumns(request.formula));
    const engine = await this._started();
    const start = performance.now();
    const result = engine.fit(request, table, onProgress);
    return { ...result, warnings: [...warnings, ...result.warnings], elapsedMs: performance.now() - start };
  }

  private _started(): Promise<Engine> {
    this._engine ??= this._loadEngine();
    this._engine.catch(() => (this._engine = null));
    return this._engine;
  }
}

const asFile = ({ name, blob }: NamedBlob): File => new File([blob], name);

/** @throws EngineError where the session answers with an error. */
async function ask<Kind extends RequestKind>(
  session: Session,
  kind: Kind,
  body: RequestMap[Kind]['request'],
  onProgress?: OnProgress,
): Promise<RequestMap[Kind]['result']> {
  const request = { id: 0, kind, ...body } as Parameters<Session['handle']>[0];
  const reply = await session.handle(request, onProgress);
  if (!reply.ok) throw new EngineError(reply.error);
  return reply.result;
}

/** A file is read as the command line reads it: identifiers keep their writing. */
async function tableOf(data: DataMessage, ids: readonly string[]): Promise<{ table: Table; warnings: Warning[] }> {
  if ('table' in data) return { table: data.table, warnings: [] };
  const read = await readFile(data.file.name, data.file.blob, data.reading);
  if (read.error) throw new EngineError(read.error);
  const labels = ids.filter((name) => isWritten(read, name));
  const warnings = read.notes.map(({ code, message }) => ({ code, message }));
  return { table: tableWithLabels(read, labels), warnings };
}

/** An error as it crosses to another thread. */
export function toInputError(error: unknown): InputError {
  if (error instanceof EngineError) return { code: error.code, message: error.message, detail: error.detail };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'internal_error', message, detail: { remedy: 'please report this with the request' } };
}

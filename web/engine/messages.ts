// SPDX-License-Identifier: MIT
/**
 * What crosses between the page and its worker. Every request has an id and gets exactly one reply with that id, and
 * before it, while the core works, any number of progress messages.
 * The worker holds the files, so a change of an option sends a plan and nothing else.
 */
import type { DataCheck } from '../contract/check.js';
import type { Progress } from '../contract/engine.js';
import type { FitRequest, FitResult } from '../contract/fit.js';
import type { Individual, Influence } from '../contract/individual.js';
import type { Plan, ReadingOptions } from '../contract/plan.js';
import type { InputError, Report } from '../contract/report.js';
import type { CompletedPlan, Note, ReadProgress, StackOffer } from '../read/index.js';
import type { SetAside } from '../read/set-aside.js';

/** A file as the page needs it to show and correct roles: everything but the values. */
export interface FileSummary {
  name: string;
  sha256: string;
  rowCount: number;
  columns: ColumnSummary[];
  /** How the file was read: detected, or as the plan asked. */
  options: ReadingOptions;
  /** The first rows as text, the header first. */
  preview: string[][];
  notes: Pick<Note, 'code' | 'message' | 'about' | 'assumes' | 'codesSet' | 'textIn'>[];
  /** Rows that look like totals or remarks, those included that are data all the same. */
  setAside?: SetAside[];
  /** What the table could be put together with, or be a visit of. */
  stackOffer?: StackOffer;
  /** Why the file could not be used. */
  error: InputError | null;
}

export interface ColumnSummary {
  name: string;
  kind: 'number' | 'factor';
  /** Factor columns: distinct values in order of first appearance. */
  levels: string[];
  /** Columns of a few different numbers: these, as they are written. They may be arms. */
  values?: string[];
  missing: number;
}

/** All files held, in the order they came, and the plan proposed for them together. */
export interface FilesReply {
  files: FileSummary[];
  plan: Plan;
}

export interface RequestMap {
  version: { request: Record<never, never>; result: string };
  /**
   * Adds files, or replaces those of the same name. `plan` comes with files that another worker held before: as it has them,
   * they are read, put together and left apart.
   */
  read: { request: { files: File[]; plan?: Plan }; result: FilesReply };
  /** Reads the files held as the plan asks, where that is another way than before; `anew`: as if they came now. */
  reread: { request: { plan: Plan; anew?: true }; result: FilesReply };
  /** Tables by their names, or all there are: a workbook holds several. */
  remove: { request: { names: string[]; all?: true }; result: FilesReply };
  /** Outcomes of instruments that waited for something the plan has now. */
  complete: { request: { plan: Plan; waiting: string[] }; result: CompletedPlan };
  /** One model on a file that is not held: nothing of it stays. */
  fit: { request: { request: FitRequest; file: File }; result: FitResult };
  analyze: { request: { plan: Plan }; result: Report };
  check: { request: { plan: Plan }; result: DataCheck };
  individual: { request: { plan: Plan }; result: Individual };
  /** Without each of `count` participants from the `from`th on. */
  influence: { request: { plan: Plan; from: number; count: number }; result: Influence };
}

export type RequestKind = keyof RequestMap;

export type Request = {
  [Kind in RequestKind]: { id: number; kind: Kind } & RequestMap[Kind]['request'];
}[RequestKind];

export type Reply =
  | { id: number; ok: true; result: RequestMap[RequestKind]['result']; elapsedMs: number }
  | { id: number; ok: false; error: InputError; elapsedMs: number };

export interface ProgressMessage {
  id: number;
  progress: Progress;
}

/** Where the reading of a large file stands. */
export interface ReadingMessage {
  id: number;
  reading: FileProgress;
}

/** A file of a reading is read to its end, and held. */
export interface FinishedMessage {
  id: number;
  finished: string;
}

/** A piece of a file that the worker cannot read itself, for the page to read. */
export interface PieceMessage {
  piece: number;
  blob: Blob;
}

/** The bytes of a piece, or why there are none. */
export type PieceAnswer =
  { piece: number; bytes: ArrayBuffer; problem?: never } | { piece: number; problem: string; bytes?: never };

/** What the worker tells before it replies. */
export type WorkerMessage = ProgressMessage | ReadingMessage | FinishedMessage | PieceMessage;

export interface FileProgress extends ReadProgress {
  file: string;
}

export type OnReading = (progress: FileProgress) => void;

// SPDX-License-Identifier: MIT
/** What crosses between the library and its worker: the packed core once, then one task at a time. */
import type { Progress } from '../contract/engine.js';
import type { InputError } from '../contract/report.js';
import type { Task, TaskMap, TaskName } from './tasks.js';

export interface PackedCore {
  /** LZMA in base64. */
  packedWasm: string;
  /** Bytes when unpacked. */
  wasmSize: number;
}

export type ToWorker = { core: PackedCore } | { task: Task; tells: boolean };

export type FromWorker =
  | { ready: true }
  | { progress: Progress }
  | { ok: true; result: TaskMap[TaskName]['result'] }
  | { ok: false; error: InputError };

// SPDX-License-Identifier: MIT
/**
 * The core as an Engine, from its WebAssembly bytes. No DOM and no fetch: the page's worker, the command line and the
 * library load it the same way.
 */
import {
  EngineError,
  type Engine,
  type FitRequest,
  type FitResult,
  type OnProgress,
  type Progress,
  type ScoreRequest,
  type ScoreResult,
} from '../contract/engine.js';
import type { DataCheck } from '../contract/check.js';
import type { Individual, Influence } from '../contract/individual.js';
import type { Plan } from '../contract/plan.js';
import type { InputError, Report } from '../contract/report.js';
import type { Table } from '../contract/table.js';

/** The functions of wasm/bindings.cpp. Each question is answered with {"result": ...} or {"error": ...}. */
export interface CoreModule {
  version(): string;
  fit(request: string, table: Table): string;
  score(request: string, table: Table): string;
  analyze(plan: string, tables: Table[]): string;
  check(plan: string, tables: Table[]): string;
  individual(plan: string, tables: Table[]): string;
  influence(plan: string, tables: Table[], from: number, count: number): string;
  /** Has every iteration reported until it is called with null. A core without it works in silence. */
  setProgress?(report: ((progress: Progress) => void) | null): void;
}

export type CoreFactory = (options: { wasmBinary: Uint8Array }) => Promise<CoreModule>;

/** The core stopped in the middle (out of memory, a trap). Its memory is no longer sound: load it again. */
export class EngineCrash extends EngineError {
  constructor(cause: unknown) {
    super({
      code: 'engine_crashed',
      message: `the calculation stopped unexpectedly: ${cause instanceof Error ? cause.message : String(cause)}`,
      detail: { remedy: 'try again with fewer visits or a simpler model; the other results are not affected' },
    });
    this.name = 'EngineCrash';
  }
}

export async function loadEngine(createCore: CoreFactory, wasm: Uint8Array): Promise<Engine> {
  const core = await createCore({ wasmBinary: wasm });
  return {
    version: () => core.version(),
    fit: (request: FitRequest, table: Table, onProgress?: OnProgress) =>
      withProgress(core, onProgress, () => answer(() => core.fit(json(request), table)) as FitResult),
    score: (request: ScoreRequest, table: Table) => answer(() => core.score(json(request), table)) as ScoreResult,
    analyze: (plan: Plan, tables: Table[], onProgress?: OnProgress) =>
      withProgress(core, onProgress, () => answer(() => core.analyze(json(plan), tables)) as Report),
    check: (plan: Plan, tables: Table[]) => answer(() => core.check(json(plan), tables)) as DataCheck,
    individual: (plan: Plan, tables: Table[]) => answer(() => core.individual(json(plan), tables)) as Individual,
    influence: (plan: Plan, tables: Table[], from: number, count: number) =>
      answer(() => core.influence(json(plan), tables, from, count)) as Influence,
  };
}

/** Of undefined there is none: the core then says that it was given nothing. */
const json = (value: unknown): string => JSON.stringify(value) ?? 'null';

function withProgress<Result>(core: CoreModule, onProgress: OnProgress | undefined, work: () => Result): Result {
  if (typeof onProgress !== 'function' || !core.setProgress) return work();
  core.setProgress(onProgress);
  try {
    return work();
  } finally {
    core.setProgress(null);
  }
}

function answer(ask: () => string): unknown {
  let text: string;
  try {
    text = ask();
  } catch (error) {
    throw new EngineCrash(error);
  }
  const reply = JSON.parse(text) as { result: unknown } | { error: InputError };
  if ('error' in reply) throw new EngineError(reply.error);
  return reply.result;
}

// SPDX-License-Identifier: MIT
/** The functions on the engine and on files that were read; what they are given is looked at first. */
import type { DataCheck } from '../contract/check.js';
import type { Engine, OnProgress } from '../contract/engine.js';
import type { Individual, Influence } from '../contract/individual.js';
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { Plan, ReadingOptions } from '../contract/plan.js';
import type { Report } from '../contract/report.js';
import type { Table } from '../contract/table.js';
import * as engines from '../engine/files.js';
import * as reading from '../read/index.js';
import type { PreparedTables, ReadResult } from '../read/index.js';
import { instrumentSchema } from '../read/instrument-schema.js';
import { planSchema } from '../read/plan-schema.js';
import { schemaProblem } from '../read/schema.js';
import type { ReadHooks, Source } from '../read/source.js';
import { jsonOf, mayBe, mustBe, refused } from './given.js';

/** A saved plan from its JSON text. @throws EngineError naming the path of what cannot be used */
export function parsePlan(text: string): Plan {
  mustBe(text, 'text', 'text', 'give the JSON text of a plan');
  return reading.parsePlan(text);
}

/**
 * Reads a delimited text file or a workbook (.xlsx). What is wrong with it is the `error` of what it gives, whose table
 * then has no rows. Options override what would be found out. Rejects with the reason of an aborted signal.
 */
export async function readFile(
  name: string,
  source: Source,
  options?: ReadingOptions,
  hooks?: ReadHooks,
): Promise<ReadResult> {
  checkSource(name, source, options, hooks);
  return reading.readFile(name, source, options ?? {}, hooks ?? {});
}

/** As readFile, every sheet of a workbook that is a table being a table of its own. */
export async function readTables(
  name: string,
  source: Source,
  options?: ReadingOptions,
  hooks?: ReadHooks,
): Promise<ReadResult[]> {
  checkSource(name, source, options, hooks);
  return reading.readTables(name, source, options ?? {}, hooks ?? {});
}

/** The plan that the files suggest; what cannot be told is left out. `own`: questionnaires beside the built-in ones. */
export function proposePlan(files: readonly ReadResult[], own?: readonly InstrumentDefinition[]): Plan {
  checkFilesRead(files);
  checkDefinitions(own);
  return reading.proposePlan(files, own ?? []);
}

/** One table per file of the plan, in the form that the core takes. @throws EngineError naming file, row and column */
export function prepareTables(plan: Plan, files: readonly ReadResult[]): Table[] {
  checkPlan(plan);
  checkFilesRead(files);
  return reading.prepareTables(plan, files);
}

/** As prepareTables, file by file: what is wrong with the data is part of what it gives. */
export function prepareTablesLeniently(plan: Plan, files: readonly ReadResult[]): PreparedTables {
  // Also a plan that is not finished: what it names need not be there.
  const problem = schemaProblem(plan, planSchema);
  if (problem !== null) throw refused(`plan is none (${problem})`, planRemedy);
  checkFilesRead(files);
  return reading.prepareTablesLeniently(plan, files);
}

/** Runs the plan. @throws EngineError where nothing at all can be reported */
export function analyzeFiles(
  engine: Engine,
  plan: Plan,
  files: readonly ReadResult[],
  onProgress?: OnProgress,
): Report {
  checkAll(engine, plan, files);
  mayBe(onProgress, 'a function', 'onProgress', 'give a function, or nothing');
  return engines.analyzeFiles(engine, plan, files, onProgress ?? undefined);
}

/** Everything that is wrong or odd with the data, found without fitting a model. */
export function checkFiles(engine: Engine, plan: Plan, files: readonly ReadResult[]): DataCheck {
  checkAll(engine, plan, files);
  return engines.checkFiles(engine, plan, files);
}

/** What concerns single participants. @throws EngineError where nothing at all can be told */
export function individualFiles(engine: Engine, plan: Plan, files: readonly ReadResult[]): Individual {
  checkAll(engine, plan, files);
  return engines.individualFiles(engine, plan, files);
}

/** Without each of `count` participants from the `from`th on. @throws EngineError where nothing at all can be told */
export function influenceFiles(
  engine: Engine,
  plan: Plan,
  files: readonly ReadResult[],
  from?: number,
  count?: number,
): Influence {
  checkAll(engine, plan, files);
  mayBe(from, 'a number', 'from', 'give a number, or nothing');
  mayBe(count, 'a number', 'count', 'give a number, or nothing');
  return engines.influenceFiles(engine, plan, files, from ?? undefined, count ?? undefined);
}

const planRemedy = 'give what proposePlan or parsePlan gives';

function checkAll(engine: unknown, plan: unknown, files: unknown): void {
  const { analyze } = Object(engine) as { analyze?: unknown };
  if (typeof analyze !== 'function') throw refused('engine is none', 'give what loadEngine gives');
  checkPlan(plan);
  checkFilesRead(files);
}

function checkPlan(plan: unknown): void {
  mustBe(plan, 'an object', 'plan', planRemedy);
  reading.parsePlan(jsonOf(plan as object, 'plan'));
}

function checkSource(name: unknown, source: unknown, options: unknown, hooks: unknown): void {
  mustBe(name, 'text', 'name', 'give the name of the file');
  const { size, slice } = Object(source) as Partial<Blob>;
  const isBlob = typeof size === 'number' && typeof slice === 'function';
  if (!(source instanceof Uint8Array) && !isBlob)
    throw refused('source has no bytes', 'give a Uint8Array, a Blob or a File');
  mayBe(options, 'an object', 'options', 'give an object, or nothing');
  mayBe(hooks, 'an object', 'hooks', 'give an object, or nothing');
}

function checkFilesRead(files: unknown): void {
  const remedy = 'give an array of what readFile gives';
  mustBe(files, 'a list', 'files', remedy);
  for (const [i, file] of (files as unknown[]).entries()) {
    const { table, notes } = Object(file) as { table?: unknown; notes?: unknown };
    if (Object(table) !== table || !Array.isArray(notes)) throw refused(`files[${i}] was not read`, remedy);
  }
}

function checkDefinitions(own: unknown): void {
  const remedy = 'give an array of definitions of questionnaires';
  mayBe(own, 'a list', 'own', remedy);
  for (const [i, definition] of ((own ?? []) as unknown[]).entries()) {
    const problem = schemaProblem(definition, instrumentSchema);
    if (problem !== null) throw refused(`own[${i}] is no definition (${problem})`, remedy);
  }
}

// SPDX-License-Identifier: MIT
/** The functions on the engine and on files that were read; what they are given is looked at first. */
import * as engine from '../engine/files.js';
import * as reading from '../read/index.js';
import { instrumentSchema } from '../read/instrument-schema.js';
import { schemaProblem } from '../read/schema.js';
import { jsonOf, mustBe, refused, type Kind } from './given.js';

/** Looks at one argument. @throws EngineError */
type Check = (value: unknown) => void;

function checked<Given extends unknown[], Result>(
  work: (...given: Given) => Result,
  checks: readonly Check[],
): (...given: Given) => Result {
  return (...given) => {
    checks.forEach((check, i) => check(given[i]));
    return work(...given);
  };
}

/** As checked, for what is told by a promise. */
function checkedLater<Given extends unknown[], Result>(
  work: (...given: Given) => Promise<Result>,
  checks: readonly Check[],
): (...given: Given) => Promise<Result> {
  const asked = checked(work, checks);
  return async (...given) => asked(...given);
}

const a =
  (kind: Kind, what: string, remedy: string): Check =>
  (value) =>
    mustBe(value, kind, what, remedy);

const perhaps =
  (kind: Kind, what: string): Check =>
  (value) => {
    if (value !== undefined) mustBe(value, kind, what, `give ${kind}, or nothing`);
  };

const isText = a('text', 'text', 'give the JSON text of a plan');
const isName = a('text', 'name', 'give the name of the file');

function isSource(value: unknown): void {
  const { size, slice } = Object(value) as Partial<Blob>;
  if (value instanceof Uint8Array || (typeof size === 'number' && typeof slice === 'function')) return;
  throw refused('source has no bytes', 'give a Uint8Array, a Blob or a File');
}

function isEngine(value: unknown): void {
  const { analyze } = Object(value) as { analyze?: unknown };
  if (typeof analyze !== 'function') throw refused('engine is none', 'give what loadEngine gives');
}

function isPlan(value: unknown): void {
  mustBe(value, 'an object', 'plan', 'give what proposePlan or parsePlan gives');
  reading.parsePlan(jsonOf(value as object, 'plan'));
}

function areFiles(value: unknown): void {
  const remedy = 'give an array of what readFile gives';
  mustBe(value, 'a list', 'files', remedy);
  for (const [i, file] of (value as unknown[]).entries()) {
    const { table, notes } = Object(file) as { table?: unknown; notes?: unknown };
    if (Object(table) !== table || !Array.isArray(notes)) throw refused(`files[${i}] was not read`, remedy);
  }
}

function areDefinitions(value: unknown): void {
  if (value === undefined) return;
  const remedy = 'give an array of definitions of questionnaires';
  mustBe(value, 'a list', 'own', remedy);
  for (const [i, definition] of (value as unknown[]).entries()) {
    const problem = schemaProblem(definition, instrumentSchema);
    if (problem !== null) throw refused(`own[${i}] is no definition (${problem})`, remedy);
  }
}

const source = [isName, isSource, perhaps('an object', 'options'), perhaps('an object', 'hooks')];
const planned = [isPlan, areFiles];
const onEngine = [isEngine, ...planned];

export const parsePlan = checked(reading.parsePlan, [isText]);
export const readFile = checkedLater(reading.readFile, source);
export const readTables = checkedLater(reading.readTables, source);
export const proposePlan = checked(reading.proposePlan, [areFiles, areDefinitions]);
export const prepareTables = checked(reading.prepareTables, planned);
export const prepareTablesLeniently = checked(reading.prepareTablesLeniently, planned);
export const analyzeFiles = checked(engine.analyzeFiles, [...onEngine, perhaps('a function', 'onProgress')]);
export const checkFiles = checked(engine.checkFiles, onEngine);
export const individualFiles = checked(engine.individualFiles, onEngine);
export const influenceFiles = checked(engine.influenceFiles, [
  ...onEngine,
  perhaps('a number', 'from'),
  perhaps('a number', 'count'),
]);

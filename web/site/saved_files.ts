// SPDX-License-Identifier: MIT
/** JSON files that come with the data: a saved plan, a saved report with its plan, and saved definitions. */
import { EngineError } from '../contract/engine.js';
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { Plan } from '../contract/plan.js';
import type { InputError, Report } from '../contract/report.js';
import { canonicalJson } from '../export/provenance.js';
import { definitionFromText, looksLikeDefinition } from '../elements/definition_text.js';
import { instrumentNamed } from '../read/instruments.js';
import { jsonLimits, JsonRefused, readJson } from '../read/json.js';
import { parsePlan } from '../read/plan.js';
import { looksLikeReport, planOfReport } from '../report-compare/read_report.js';
import { strings } from '../text/strings.js';
import { applyEdit } from './plan_edit.js';

export interface SavedFiles {
  plan: Plan | null;
  /** A report made earlier: its plan is `plan`, and its numbers are to be found again. */
  report: Report | null;
  definitions: InstrumentDefinition[];
  /** Why one of them cannot be used. */
  problem: InputError | null;
  /** Definitions that files may hold the questionnaires of: they are looked for anew. */
  recognise: string[];
}

export const nothingSaved: SavedFiles = { plan: null, report: null, definitions: [], problem: null, recognise: [] };

export const isJson = ({ name }: File): boolean => /\.json$/i.test(name);

/**
 * The first report that can be used, or else the first plan, and every definition. The plan a report was saved with may
 * lie beside it.
 */
export async function readSaved(files: readonly File[]): Promise<SavedFiles> {
  const saved: SavedFiles = { ...nothingSaved, definitions: [], recognise: [] };
  const isTooLong = ({ size }: File): boolean => size > jsonLimits.report;
  const large = files.find(isTooLong);
  if (large) saved.problem = refused('file_too_large', large, strings.data.jsonTooLarge(large.name));
  const usable = files.filter((file) => !isTooLong(file));
  const texts = await Promise.all(usable.map(async (file) => ({ file, text: await file.text() })));
  const read = texts.flatMap(({ file, text }) => {
    const found = jsonOf(text);
    if (!('notAllowed' in found)) return [{ file, text, value: found.value }];
    saved.problem = refused('bad_json', file, strings.data.jsonNotAllowed(file.name));
    return [];
  });
  const isReport = ({ value }: { value: unknown }): boolean => looksLikeReport(value);
  for (const { file, text, value } of [...read.filter(isReport), ...read.filter((each) => !isReport(each))]) {
    if (looksLikeDefinition(value)) {
      const own = definitionFromText(text, []);
      if ('definition' in own) saved.definitions.push(own.definition);
      else saved.problem = refused('bad_definition', file, strings.data.definitionRefused(file.name, own.problem));
    } else if (saved.plan) {
      if (!isPlanOf(saved.report, value))
        saved.problem = refused('second_plan', file, strings.data.secondPlan(file.name));
    } else {
      try {
        saved.plan = looksLikeReport(value) ? planOfReport(value) : parsePlan(text, file.name);
        saved.report = looksLikeReport(value) ? value : null;
      } catch (error) {
        saved.problem = toInputError(error);
      }
    }
  }
  return saved;
}

const isPlanOf = (report: Report | null, value: unknown): boolean =>
  report !== null && canonicalJson(report.plan) === canonicalJson(value);

/** A definition that comes again takes the place of its former self. */
export function withDefinition(plan: Plan, definition: InstrumentDefinition): Plan {
  const own = plan.definitions ?? [];
  const before = own.length > 0 ? instrumentNamed(definition.name, own) : undefined;
  return applyEdit(plan, { kind: 'define', definition, ...(before ? { replaces: before.name } : {}) });
}

export function toInputError(error: unknown): InputError {
  if (error instanceof EngineError) return { code: error.code, message: error.message, detail: error.detail };
  return { code: 'internal_error', message: error instanceof Error ? error.message : String(error), detail: {} };
}

export function refused(code: string, { name }: File, message: string): InputError {
  return { code, message, detail: { file: name } };
}

/** The value is undefined for what is no JSON: reading it as a plan tells why. */
function jsonOf(text: string): { value: unknown } | { notAllowed: true } {
  try {
    return { value: readJson(text, 'the file', jsonLimits.report) };
  } catch (error) {
    return error instanceof JsonRefused && error.reason === 'not_allowed' ? { notAllowed: true } : { value: undefined };
  }
}

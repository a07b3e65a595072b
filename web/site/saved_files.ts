// SPDX-License-Identifier: MIT
/** JSON files that come with the data: a saved plan and saved definitions. */
import { EngineError } from '../contract/engine.js';
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { Plan } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import { definitionFromText, looksLikeDefinition } from '../elements/definition_text.js';
import { instrumentNamed } from '../read/instruments.js';
import { parsePlan } from '../read/plan.js';
import { strings } from '../text/strings.js';
import { applyEdit } from './plan_edit.js';

export interface SavedFiles {
  plan: Plan | null;
  definitions: InstrumentDefinition[];
  /** Why one of them cannot be used. */
  problem: InputError | null;
  /** Definitions that files may hold the questionnaires of: they are looked for anew. */
  recognise: string[];
}

export const nothingSaved: SavedFiles = { plan: null, definitions: [], problem: null, recognise: [] };

export const isJson = ({ name }: File): boolean => /\.json$/i.test(name);

/** The first plan that can be used, and every definition. */
export async function readSaved(files: readonly File[]): Promise<SavedFiles> {
  const saved: SavedFiles = { plan: null, definitions: [], problem: null, recognise: [] };
  for (const file of files) {
    const text = await file.text();
    if (isDefinition(text)) {
      const read = definitionFromText(text, []);
      if ('definition' in read) saved.definitions.push(read.definition);
      else saved.problem = refused('bad_definition', file, strings.data.definitionRefused(file.name, read.problem));
    } else if (saved.plan) {
      saved.problem = refused('second_plan', file, strings.data.secondPlan(file.name));
    } else {
      try {
        saved.plan = parsePlan(text);
      } catch (error) {
        saved.problem = toInputError(error);
      }
    }
  }
  return saved;
}

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

function refused(code: string, { name }: File, message: string): InputError {
  return { code, message, detail: { file: name } };
}

function isDefinition(text: string): boolean {
  try {
    return looksLikeDefinition(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch {
    return false;
  }
}

// SPDX-License-Identifier: MIT
/** A saved plan from its JSON text. */
import type { Plan } from '../contract/plan.js';
import { engineError, listed, quoted } from './errors.js';
import { planSchema } from './plan-schema.js';
import { schemaProblem } from './schema.js';

/** No sensible plan comes near it; it bounds the work done on a file from elsewhere. */
const longestPlan = 2_000_000;

/**
 * Reads and checks a plan. Nothing unknown gets through: keys, types and words must be those of the schema, and names
 * inside the plan must refer to something in it.
 *
 * @throws EngineError with code `bad_plan` and a message that names the path.
 */
export function parsePlan(text: string): Plan {
  if (text.length > longestPlan)
    throw badPlan(`the plan has ${text.length} characters: at most ${longestPlan} are read`);
  let value: unknown;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    throw badPlan(`the plan is not JSON: ${error instanceof Error ? error.message : 'it cannot be parsed'}`);
  }
  const version =
    typeof value === 'object' && value !== null && 'schemaVersion' in value ? value.schemaVersion : undefined;
  if (typeof version === 'number' && version !== planSchema.properties?.['schemaVersion']?.const) {
    throw badPlan(`schemaVersion is ${version}: this version reads plans of schemaVersion 1`);
  }
  const problem = schemaProblem(value, planSchema);
  if (problem !== null) throw badPlan(problem);
  const plan = value as Plan;
  const reference = referenceProblem(plan);
  if (reference !== null) throw badPlan(reference);
  return plan;
}

function badPlan(message: string): Error {
  return engineError('bad_plan', message);
}

/** What the schema cannot say: names are unique and refer to something. */
function referenceProblem(plan: Plan): string | null {
  const files = plan.files.map(({ name }) => name);
  const ids = plan.instruments.map(({ id }) => id);
  const repeated =
    twice('files', 'name', files) ??
    twice('instruments', 'id', ids) ??
    twice(
      'outcomes',
      'id',
      plan.outcomes.map(({ id }) => id),
    );
  if (repeated !== null) return repeated;
  for (const [i, instrument] of plan.instruments.entries()) {
    const path = `instruments[${i}]`;
    if (!files.includes(instrument.file))
      return `${path}.file is ${quoted(instrument.file)}: the files of the plan are ${listed(files)}`;
    if ((instrument.items === undefined) === (instrument.scores === undefined)) {
      return `${path} has ${instrument.items ? 'both' : 'neither'} items ${instrument.items ? 'and' : 'nor'} scores: give one of them`;
    }
  }
  for (const [i, outcome] of plan.outcomes.entries()) {
    const instrument = outcome.score.split('.')[0] ?? '';
    if (!/^[^.]+\.[^.]+$/.test(outcome.score) || !ids.includes(instrument)) {
      return `outcomes[${i}].score is ${quoted(outcome.score)}: use the id of an instrument (${listed(ids) || 'there is none'}) and a scale, such as fss.total`;
    }
  }
  return null;
}

function twice(list: string, key: string, values: readonly string[]): string | null {
  const at = values.findIndex((value, i) => values.indexOf(value) !== i);
  return at < 0
    ? null
    : `${list}[${at}].${key} is ${quoted(values[at] ?? '')}, as is ${list}[${values.indexOf(values[at] ?? '')}].${key}: give each its own`;
}

// SPDX-License-Identifier: MIT
/** A saved plan from its JSON text. */
import type { Plan } from '../contract/plan.js';
import { engineError } from './errors.js';
import { referenceProblem } from './plan-references.js';
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

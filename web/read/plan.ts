// SPDX-License-Identifier: MIT
/** A saved plan from its JSON text. */
import { planSchemaVersion, type Plan } from '../contract/plan.js';
import { engineError } from './errors.js';
import { jsonLimits, JsonRefused, readJson } from './json.js';
import { referenceProblem } from './plan-references.js';
import { planSchema } from './plan-schema.js';
import { schemaProblem } from './schema.js';

/**
 * Reads and checks a plan. Nothing unknown gets through: keys, types and words must be those of the schema, and names
 * inside the plan must refer to something in it.
 *
 * @throws EngineError with code `bad_plan` and a message that names the path.
 */
export function parsePlan(text: string): Plan {
  const value = jsonOf(text);
  const version =
    typeof value === 'object' && value !== null && 'schemaVersion' in value ? value.schemaVersion : undefined;
  if (typeof version === 'number' && version !== planSchemaVersion) {
    throw badPlan(
      `schemaVersion is ${version}: this version reads plans of schemaVersion ${planSchemaVersion}; open it with the version that wrote it`,
    );
  }
  const problem = schemaProblem(value, planSchema);
  if (problem !== null) throw badPlan(problem);
  const plan = value as Plan;
  const reference = referenceProblem(plan);
  if (reference !== null) throw badPlan(reference);
  return plan;
}

function jsonOf(text: string): unknown {
  try {
    return readJson(text, 'the plan', jsonLimits.plan);
  } catch (error) {
    throw error instanceof JsonRefused ? badPlan(error.message) : error;
  }
}

function badPlan(message: string): Error {
  return engineError('bad_plan', message);
}

// SPDX-License-Identifier: MIT
/** A saved plan from its JSON text. */
import { planSchemaVersion, type Plan } from '../contract/plan.js';
import { engineError } from './errors.js';
import { jsonLimits, JsonRefused, parseJson } from './json.js';
import { whyNotJson } from './not-json.js';
import { referenceProblem } from './plan-references.js';
import { planSchema } from './plan-schema.js';
import { looksLikeReport } from './report-shape.js';
import { schemaProblem } from './schema.js';

/**
 * Reads and checks a plan. Nothing unknown gets through: keys, types and words must be those of the schema, and names
 * inside the plan must refer to something in it.
 *
 * @param file - its name, where there is one
 * @throws EngineError with code `bad_plan` and a message that names the path.
 */
export function parsePlan(text: string, file?: string): Plan {
  const badPlan = (message: string, remedy?: string): Error =>
    engineError('bad_plan', message, { ...(file !== undefined && { file }), ...(remedy !== undefined && { remedy }) });
  const what = file ?? 'the plan';
  const value = jsonOf(text, what, badPlan);
  if (looksLikeReport(value)) {
    const remedy = 'give what stands in it under plan';
    throw badPlan(`${what} is a report and no plan: ${remedy}`, remedy);
  }
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

function jsonOf(text: string, what: string, badPlan: (message: string) => Error): unknown {
  try {
    return parseJson(text, what, jsonLimits.plan);
  } catch (error) {
    if (!(error instanceof JsonRefused)) throw error;
    throw badPlan(error.reason === 'not_json' ? `${what} is not JSON: ${whyNotJson(text)}` : error.message);
  }
}

// SPDX-License-Identifier: MIT
/** Plans and data from the addresses that a page gives. */
import type { Plan } from '../../contract/plan.js';
import { engineError } from '../../read/errors.js';
import { limits, tooLarge } from '../../read/limits.js';
import { parsePlan } from '../../read/plan.js';
import { EngineError } from '../../contract/engine.js';
import { strings } from '../../text/strings.js';
import { fetchBounded, wanted } from '../fetch.js';
import { wordsIn } from './section_names.js';

const words = strings.calculator;

/** More than any plan that is taken (read/plan.ts counts characters). */
const mostPlanBytes = 8_000_000;

/** @throws EngineError */
export async function fetchPlan(address: string, signal: AbortSignal): Promise<Plan> {
  const from = wanted(address, 'plan.json');
  const { name } = from;
  const tooMuch = engineError('plan_too_large', words.planTooLarge(name, mostPlanBytes / 1_000_000), { file: name });
  const parts = await fetchBounded(from, mostPlanBytes, tooMuch, signal);
  return parsePlan(await new Blob(parts).text(), name);
}

/** A plan that is an object already: what JSON can say of it, checked like any other. */
export function checkedPlan(value: unknown): Plan {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // Goes round in a circle, or is too deep to be written.
  }
  if (text === undefined) throw engineError('bad_plan', words.planNotPlain);
  return parsePlan(text);
}

/** @throws EngineError */
export async function fetchFile(address: string, signal: AbortSignal): Promise<File> {
  const from = wanted(address, 'data.csv');
  const tooMuch = new EngineError(tooLarge(from.name, 'bytes'));
  return new File(await fetchBounded(from, limits.bytes, tooMuch, signal), from.name);
}

/** Addresses one after the other, between spaces. */
export const addressesIn = wordsIn;

// SPDX-License-Identifier: MIT
/**
 * Plans and data from the addresses that a page gives. No cookies go along, and no more is read than can be used: what
 * comes from elsewhere is checked like a file that a visitor drops.
 */
import type { Plan } from '../../contract/plan.js';
import { engineError } from '../../read/errors.js';
import { limits, tooLarge } from '../../read/limits.js';
import { parsePlan } from '../../read/plan.js';
import { EngineError } from '../../contract/engine.js';
import { strings } from '../../text/strings.js';

const words = strings.calculator;

/** More than any plan that is taken (read/plan.ts counts characters). */
const mostPlanBytes = 8_000_000;

/** @throws EngineError */
export async function fetchPlan(address: string, signal: AbortSignal): Promise<Plan> {
  const url = urlOf(address);
  const name = nameOf(url, 'plan.json');
  const tooMuch = engineError('plan_too_large', words.planTooLarge(name, mostPlanBytes / 1_000_000), { file: name });
  const parts = await fetchBounded(url, name, mostPlanBytes, tooMuch, signal);
  return parsePlan(await new Blob(parts).text());
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
  const url = urlOf(address);
  const name = nameOf(url, 'data.csv');
  const tooMuch = new EngineError(tooLarge(name, 'bytes'));
  return new File(await fetchBounded(url, name, limits.bytes, tooMuch, signal), name);
}

/** Addresses one after the other, between spaces. */
export const addressesIn = (text: string): string[] => text.split(/\s+/).filter((address) => address !== '');

function urlOf(address: string): URL {
  try {
    return new URL(address, document.baseURI);
  } catch {
    throw engineError('bad_address', words.badAddress(address.slice(0, 200)));
  }
}

/** What the file is called: the last part of its address. */
function nameOf({ protocol, pathname }: URL, otherwise: string): string {
  if (!/^(https?|file):$/.test(protocol)) return otherwise;
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || otherwise;
  } catch {
    return last || otherwise;
  }
}

async function fetchBounded(
  url: URL,
  file: string,
  most: number,
  tooMuch: EngineError,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal }).catch(
    (error: unknown) => {
      if (signal.aborted) throw error;
      throw engineError('not_loaded', words.notReached(file), { file });
    },
  );
  if (!response.ok) throw engineError('not_loaded', words.notFound(file, response.status), { file });
  if (Number(response.headers.get('Content-Length') ?? 0) > most) throw await cancelled(response, tooMuch);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.length;
    if (size > most) {
      await reader?.cancel();
      throw tooMuch;
    }
    parts.push(next.value);
  }
  return parts;
}

async function cancelled({ body }: Response, error: EngineError): Promise<EngineError> {
  await body?.cancel();
  return error;
}

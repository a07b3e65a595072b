// SPDX-License-Identifier: MIT
/**
 * Bytes from an address that a page gives. No cookies go along, and no more is read than can be used: what comes from
 * elsewhere is checked like a file that a visitor drops.
 */
import type { EngineError } from '../contract/engine.js';
import { engineError } from '../read/errors.js';
import { strings } from '../text/strings.js';

const words = strings.calculator;

export interface Wanted {
  url: URL;
  /** As the file is called in messages. */
  name: string;
}

/** The address and the name of what is there: the last part of the address. @throws EngineError */
export function wanted(address: string, otherwise: string): Wanted {
  let url: URL;
  try {
    url = new URL(address, document.baseURI);
  } catch {
    throw engineError('bad_address', words.badAddress(address.slice(0, 200)));
  }
  return { url, name: nameOf(url, otherwise) };
}

function nameOf({ protocol, pathname }: URL, otherwise: string): string {
  if (!/^(https?|file):$/.test(protocol)) return otherwise;
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || otherwise;
  } catch {
    return last || otherwise;
  }
}

/** At most `most` bytes, or `tooMuch` is thrown. @throws EngineError; what the signal's reason is, where it is aborted */
export async function fetchBounded(
  { url, name: file }: Wanted,
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
  await requireSameOrigin(response, url, file);
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

/**
 * An address may lead on within its server. What another server has instead is not what the page asked for, and nobody
 * would see it.
 */
async function requireSameOrigin(response: Response, { origin }: URL, file: string): Promise<void> {
  if (!response.redirected) return;
  const end = new URL(response.url).origin;
  if (end === origin) return;
  throw await cancelled(response, engineError('not_loaded', words.redirected(file, origin, end), { file }));
}

async function cancelled({ body }: Response, error: EngineError): Promise<EngineError> {
  await body?.cancel();
  return error;
}

// SPDX-License-Identifier: MIT
/** What the address of the frame says. Nothing in it is trusted: it may come from any page that frames this one. */
import { parsePlan } from '../../read/plan.js';
import { engineError } from '../../read/errors.js';
import type { Plan } from '../../contract/plan.js';
import { strings } from '../../text/strings.js';
import { addressesIn } from '../calculator/load.js';
import { sectionNames, wordsIn } from '../calculator/section_names.js';
import { warnOfUnknown } from '../unknown_words.js';

const words = strings.frame;
const names = ['plan', 'data', 'origin', 'locked', 'examples', 'hide', 'scheme'];
const schemes = ['light', 'dark'] as const;

export interface FrameSettings {
  /** Address of a plan on this frame's own server. */
  planAddress: string | null;
  /** Addresses of data there. */
  data: string;
  /** The plan as the address carries it; null where the parent is to send one, or there is none. */
  plan: Plan | null;
  /** The parent sends the plan. */
  awaitsPlan: boolean;
  /** Origin of the page around, as that page says: messages go to it alone. */
  origin: string | null;
  locked: boolean;
  examples: boolean;
  hide: string;
  /** Light or dark, as the page around is; null as the visitor's system is. */
  scheme: 'light' | 'dark' | null;
}

/**
 * After `?` or `#`, in the way of a query: plan, data, origin, locked, examples, hide, scheme. `?plan=` is an address, `#plan=` the
 * plan itself in base64url, `#plan` without a value announces a message.
 *
 * @throws EngineError
 */
export function settingsOf(href: string): FrameSettings {
  const { search, hash } = new URL(href);
  const [query, fragment] = [new URLSearchParams(search), new URLSearchParams(hash.slice(1))];
  warnOfUnknown('embed.html', [...query.keys(), ...fragment.keys()], names);
  const either = (name: string): string | null => fragment.get(name) ?? query.get(name);
  const addresses = [query.get('plan') ?? '', query.get('data') ?? ''];
  for (const address of addresses.flatMap(addressesIn)) checkOwn(address, href);
  const [carried, scheme] = [fragment.get('plan'), either('scheme')];
  const origin = originFrom(either('origin'));
  warnOfUnknown('embed.html: hide', wordsIn(either('hide') ?? ''), sectionNames);
  if (scheme) warnOfUnknown('embed.html: scheme', [scheme], schemes);
  if (carried === '' && origin === null) throw engineError('bad_frame', words.noOrigin);
  return {
    planAddress: query.get('plan') || null,
    data: query.get('data') ?? '',
    plan: carried ? planFrom(carried) : null,
    awaitsPlan: carried === '',
    origin,
    locked: either('locked') !== null,
    examples: either('examples') !== null,
    hide: either('hide') ?? '',
    scheme: schemes.find((each) => each === scheme) ?? null,
  };
}

/** UTF-8 in base64url, with or without padding. */
function planFrom(text: string): Plan {
  let json: string;
  try {
    const bytes = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
    json = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw engineError('bad_frame', words.badFragment);
  }
  return parsePlan(json);
}

/** Another server's plan would be a way to be talked into an analysis by whoever wrote the link. */
function checkOwn(address: string, href: string): void {
  const own = new URL(href);
  const url = urlFrom(address, href);
  if (!url || url.protocol !== own.protocol || url.host !== own.host)
    throw engineError('bad_frame', words.foreignAddress(address.slice(0, 200)));
}

/** `https://example.org`, or `*` for a page without an origin, such as one opened from a disk. */
function originFrom(text: string | null): string | null {
  if (text === null || text === '*') return text;
  const url = urlFrom(text);
  return url && url.origin !== 'null' ? url.origin : null;
}

function urlFrom(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

// SPDX-License-Identifier: MIT
/**
 * A page's security policy in plain words, directive by directive. Nothing is assumed of it: what is not known is shown as
 * it is written, and a directive that allows more than ours does says so.
 */
import { strings } from './strings.js';

const text = strings.policy;

export interface PolicyLine {
  /** As it is written: "connect-src 'none'". */
  directive: string;
  /** What it is about, and what it allows; null where the directive is none that we know. */
  plain: string | null;
}

export function policyLines(policy: string): PolicyLine[] {
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
  return directives.filter(([name]) => name !== '').map((parts) => lineOf(parts));
}

/** Whether the policy forbids every connection: by `connect-src`, or where that is absent by `default-src`. */
export function forbidsConnections(policy: string): boolean {
  const sourcesOf = (name: string): string[] | undefined =>
    policy
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .find(([own]) => own?.toLowerCase() === name)
      ?.slice(1);
  const sources = sourcesOf('connect-src') ?? sourcesOf('default-src');
  return sources !== undefined && allowsNothing(sources);
}

/** Whether the page may load something from its own address: a page published to be kept for use offline. */
export const loadsFromOwnAddress = (policy: string): boolean =>
  policy.split(';').some((directive) => directive.trim().split(/\s+/).slice(1).some(isSelf));

const isSelf = (source: string): boolean => source.toLowerCase() === "'self'";

function lineOf([name = '', ...sources]: string[]): PolicyLine {
  const directive = [name, ...sources].join(' ');
  const about = text.directives[name.toLowerCase()];
  if (about === undefined) return { directive, plain: null };
  return { directive, plain: text.line(about, allowsNothing(sources) ? text.nothing : allowed(sources)) };
}

/** An empty list allows nothing; 'none' counts only by itself. */
const allowsNothing = (sources: readonly string[]): boolean =>
  sources.length === 0 || (sources.length === 1 && sources[0]?.toLowerCase() === "'none'");

function allowed(sources: readonly string[]): string {
  const words = sources.map((source) => {
    if (/^'sha(256|384|512)-/i.test(source)) return text.hash;
    return text.sources[source.toLowerCase()] ?? text.unknownSource(source);
  });
  return [...new Set(words)].join(text.sourceSeparator);
}

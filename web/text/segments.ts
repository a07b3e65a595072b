// SPDX-License-Identifier: MIT
/** Text in pieces, so that every number in a sentence leads to the value of the report that it is. */
import type { Report } from '../contract/report.js';

export interface Segment {
  text: string;
  /** Where the number stands in the report: a JSON pointer (RFC 6901), "/outcomes/0/effects/0/estimate". */
  value?: { path: string };
  /** Key of a reference; the text is its number in brackets. */
  cite?: string;
}

export type Part = string | Segment | readonly Segment[];

export const plain = (text: string): Segment => ({ text });

export const textOf = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join('');

/**
 * "of {n} participants" with its parts in place.
 * @throws Error for a name that has no part.
 */
export function fill(template: string, parts: Readonly<Record<string, Part>> = {}): Segment[] {
  return template.split(/(\{\w+\})/).flatMap((piece): readonly Segment[] => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (name === undefined) return piece === '' ? [] : [plain(piece)];
    const part = parts[name];
    if (part === undefined) throw new Error(`nothing stands for {${name}} in ${JSON.stringify(template)}`);
    return segmentsOf(part);
  });
}

const segmentsOf = (part: Part): readonly Segment[] => {
  if (typeof part === 'string') return part === '' ? [] : [plain(part)];
  return 'text' in part ? [part] : part;
};

/** "a, b and c" */
export function listed(entries: readonly Part[], separator: string, last: string): Segment[] {
  return entries.flatMap((entry, i) => [
    ...(i === 0 ? [] : [plain(i === entries.length - 1 ? last : separator)]),
    ...segmentsOf(entry),
  ]);
}

/** Sentences with a space between. */
export const joined = (sentences: readonly (readonly Segment[])[]): Segment[] =>
  sentences
    .filter(({ length }) => length > 0)
    .flatMap((sentence, i) => (i === 0 ? [...sentence] : [plain(' '), ...sentence]));

export type Path = readonly (string | number)[];

export const pointer = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What stands there; undefined where nothing does. */
export function valueAt(report: Report, path: string): unknown {
  const steps = path.split('/').slice(1);
  return steps.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return (value as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')];
  }, report);
}

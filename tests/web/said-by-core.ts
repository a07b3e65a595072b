// SPDX-License-Identifier: MIT
/**
 * The sentences of the core, from its source: the messages and remedies of its errors and warnings, each in all the ways
 * its choices allow. What stands in them is made up.
 */
import { readFileSync } from 'node:fs';
import { wordsIn, type Template } from './said-templates.js';

const isSentence = (text: string): boolean => wordsIn(text) > 2;

/** Calls with sentences in their arguments, and what is set to a sentence. */
const starts =
  /\b(?:Error|push_back|Fail|Warning|NotNested)\s*[({]\s*\{?|\b(?:message|problem|what|reason|why)\s*=(?!=)\s*/g;

export function coreTemplates(names: readonly string[]): Template[] {
  return names.flatMap((name) => {
    const source = readFileSync(name, 'utf8').replace(/^\s*\/\/.*$/gm, '');
    return [...source.matchAll(starts)].flatMap((start) => {
      const line = source.slice(0, start.index).split('\n').length;
      const from = start.index + start[0].length;
      return splitAt(source.slice(from, endOf(source, from)), ',')
        .filter((argument) => /"[^"]* [^"]* [^"]*"/.test(argument))
        .map((argument) => ({ at: `${name}:${line}`, said: saidBy(argument).filter(isSentence) }));
    });
  });
}

/** Where the brackets that are open at `from` close, or the statement ends. */
function endOf(source: string, from: number): number {
  let depth = 0;
  for (const { 0: piece, index } of source.slice(from).matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)'|[({[\])};]/g)) {
    if ('({['.includes(piece)) depth++;
    else if (')}]'.includes(piece) && depth-- === 0) return from + index;
    else if (piece === ';') return from + index;
  }
  return source.length;
}

/** Split at a mark that is in no brackets and no string. */
function splitAt(source: string, mark: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [piece] of source.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)'|::|->|[^]/g)) {
    if ('({['.includes(piece)) depth++;
    if (')}]'.includes(piece)) depth--;
    if (piece === mark && depth === 0) parts.push('');
    else parts.push((parts.pop() ?? '') + piece);
  }
  return parts.map((part) => part.trim());
}

function saidBy(expression: string): string[] {
  const [, ...branches] = splitAt(expression, '?');
  if (branches.length > 0) {
    const [yes = '', no = ''] = splitAt(branches.join('?'), ':');
    return [...saidBy(yes), ...saidBy(no)];
  }
  const terms = splitAt(expression, '+');
  return terms.reduce<string[]>(
    (before, term) => before.flatMap((text) => termsSaid(term).map((said) => text + said)).slice(0, 64),
    [''],
  );
}

function termsSaid(term: string): string[] {
  if (/^"/.test(term))
    return [
      [...term.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
        .map(([, text = '']) => text)
        .join('')
        .replace(/\\"/g, '"'),
    ];
  const inner = /^(?:std::string)?\(([^]*)\)$/.exec(term)?.[1];
  if (inner !== undefined) return saidBy(inner);
  const counted = /^Counted\(([^]*)\)$/.exec(term)?.[1];
  if (counted !== undefined) {
    const [, one = '', several = ''] = splitAt(counted, ',');
    return [`1 ${termsSaid(one)[0] ?? ''}`, `7 ${termsSaid(several)[0] ?? ''}`];
  }
  if (/^Listed\(/.test(term)) return ['aa, bb and 7 more'];
  if (/^RowsText\(/.test(term)) return ['row 7', 'rows 3, 4 and 5 more'];
  if (/^RecordsText\(/.test(term)) return ['1 record (row 7)', '3 records (rows 3, 4, 5)'];
  if (/^FullText\(/.test(term)) return ['a.csv, row 7, column Aa: Aa'];
  if (/^ShortText\(/.test(term)) return ['row 7, column Aa: Aa'];
  if (/to_string\(|NumberText\(|size\(\)/.test(term)) return ['7'];
  return [/(?:table\.|table->|file\.|^)name$|^file$/.test(term) ? 'a.csv' : 'Aa'];
}

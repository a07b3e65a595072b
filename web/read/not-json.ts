// SPDX-License-Identifier: MIT
/** Why a text is no JSON, in words and with the place: every browser says it in its own, and some without a place. */
import { quoted } from './errors.js';

/** "it cannot be read from line 3, column 7 on, where "None," stands" */
export function whyNotJson(given: string): string {
  const text = given.replace(/^\ufeff/, '');
  const at = brokenAt(text);
  const rest = text.slice(at, at + 41).replace(/[ \t\r\n]+$/, '');
  if (text.trim() === '') return 'there is nothing in it';
  if (rest === '' || endOf(openString, text, at) === text.length) return 'it ends before it is complete';
  const lines = text.slice(0, at).split('\n');
  const column = (lines.at(-1) ?? '').length + 1;
  return `it cannot be read from line ${lines.length}, column ${column} on, where ${seen(rest)} stands`;
}

/** Of blanks that are none in JSON, such as those of web pages, the code. */
const seen = (text: string): string => {
  const code = (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /^\s/.test(text) ? `U+${code}` : quoted(text);
};

const blanks = /[ \t\r\n]*/y;
/** Up to its end, or to what a string cannot have. In runs: what repeats by the letter is too much for the longest strings. */
// eslint-disable-next-line no-control-regex -- JSON has them in no string
const openString = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*/y;
const other = /[{}[\],:]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Where the token that begins at `at` ends; `at` where there is none. */
function endOfToken(text: string, at: number): number {
  if (text[at] !== '"') return endOf(other, text, at);
  const end = endOf(openString, text, at);
  return text[end] === '"' ? end + 1 : at;
}

type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'more';

/** The first character that JSON cannot have there; the length where the text ends too early. */
function brokenAt(text: string): number {
  const open: string[] = [];
  let expected: Expected | null = 'value';
  let at = 0;
  for (;;) {
    at = endOf(blanks, text, at);
    const end = endOfToken(text, at);
    expected = end > at ? next(expected, text.slice(at, end), open) : null;
    if (expected === null) return at;
    at = end;
  }
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** What is expected after the token; null where the token is not. `open` are the lists and objects around it. */
function next(expected: Expected, token: string, open: string[]): Expected | null {
  const around = open.at(-1);
  const mayEnd = expected === 'more' || expected.startsWith('first');
  if (mayEnd && token === (around === '{' ? '}' : around && ']')) {
    open.pop();
    return 'more';
  }
  if (expected === 'more') return token === ',' && around ? (around === '{' ? 'key' : 'value') : null;
  if (expected === 'colon') return token === ':' ? 'value' : null;
  if (expected.endsWith('key')) return token.startsWith('"') ? 'colon' : null;
  if (/^[\]}:,]/.test(token)) return null;
  if (token !== '{' && token !== '[') return 'more';
  open.push(token);
  return token === '{' ? 'first key' : 'first value';
}

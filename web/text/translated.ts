// SPDX-License-Identifier: MIT
/**
 * A sentence of the core or of a reader in the language of the page; one that the language does not know stays as it is.
 *
 * The sentences a language knows are patterns: {name} stands for anything, {n}, {n1} and so on for a number or several,
 * {list} for a list, {_name} for a sentence that is itself put in words, {_list} for a list of such ({_groups}
 * for one with lists in it, {_pairs} for pairs), {path} for a place in a plan, {_word} for a single word to be put in words, and [one|several] for one of these, of which the translation takes the one at the same place: "{n} [row|rows] left out" is "{n}
 * [Zeile|Zeilen] weggelassen". A translation with more of these goes on as the last. One that begins with "…" is only
 * looked for within another.
 */
import { asWritten, formatNumber } from './number.js';
import { withoutPlanKeys } from './page_words.js';
import { strings } from './strings.js';

interface Known {
  /** Only within another sentence. */
  isPart: boolean;
  pattern: RegExp;
  names: string[];
  /** The choices of each [one|several] of the sentence. */
  choices: string[][];
  said: string;
}

let language = '';
let known: Known[] = [];

export function translated(said: string): string {
  const message = withoutPlanKeys(said);
  if (language !== strings.language) {
    language = strings.language;
    // Those that leave least open come first.
    const all = Object.entries(strings.messages).sort(([a], [b]) => fixedLength(b) - fixedLength(a));
    known = all.map(([sentence, said]) => knownOf(sentence, said));
  }
  if (known.length === 0) return message;
  const isOfFile = /^[^:]*\.\w{2,5}: /.test(message) || isAfterName(message);
  const found = isOfFile ? (afterName(message) ?? whole(message)) : (whole(message) ?? afterName(message));
  return found ?? afterName(message, (rest) => afterName(rest)) ?? message;
}

function whole(message: string, isWithin = false): string | null {
  const found = match(message, isWithin);
  return found && filled(...found);
}

function match(message: string, isWithin = false): [Known, string[]] | null {
  for (const each of known) {
    if (each.isPart && !isWithin) continue;
    const found = each.pattern.exec(message);
    if (found) return [each, found.slice(1)];
  }
  return null;
}

/** True where the same sentence is known with and without the name before it. */
function isAfterName(message: string): boolean {
  const [name = ''] = /^[^:,]*: /.exec(message) ?? [];
  return name !== '' && match(message)?.[0] === match(message.slice(name.length))?.[0];
}

/** "diary.csv: …": what follows the name of a file. */
function afterName(message: string, inWords = (rest: string): string | null => whole(rest)): string | null {
  const at = message.indexOf(': ') + 2;
  const said = at < 2 ? null : inWords(message.slice(at));
  return said === null ? null : message.slice(0, at) + said;
}

const pieces = /\{(\w+)\}|\[([^\]|]*(?:\|[^\]|]*)+)\]/g;

const fixedLength = (sentence: string): number => sentence.replace(pieces, '').length;

function knownOf(written: string, said: string): Known {
  const isPart = written.startsWith('…');
  const sentence = isPart ? written.slice(1) : written;
  const names: string[] = [];
  const choices: string[][] = [];
  let pattern = '';
  let from = 0;
  for (const match of sentence.matchAll(pieces)) {
    pattern += escaped(sentence.slice(from, match.index));
    from = match.index + match[0].length;
    const [, name, list] = match;
    names.push(name ?? `|${choices.length}`);
    pattern += name === undefined ? `(${(list ?? '').split('|').map(escaped).join('|')})` : valueOf(name);
    if (name === undefined) choices.push((list ?? '').split('|'));
  }
  return { pattern: new RegExp(`^${pattern}${escaped(sentence.slice(from))}$`, 's'), names, choices, said, isPart };
}

const isNumber = (name: string): boolean => /^n\d?$/.test(name);

/** "12", "5, 7 and 3 more", a path of a plan, or whatever stands there. */
const valueOf = (name: string): string =>
  name === '_word'
    ? String.raw`(\w+)`
    : name === 'path'
      ? String.raw`((?:[\w$.]|\[\d+\]|\["(?:[^"\\]|\\.)*"\])+)`
      : isNumber(name)
        ? String.raw`(-?[\d.]+(?:(?:, ?| and | to )[\d.]+)*(?: and \d+ more)?)`
        : '(.+?)';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Quoted, in brackets, between two of a list, or any other character. */
const piecesOfList = /"(?:[^"\\]|\\.)*"|\((?:"(?:[^"\\]|\\.)*"|\([^()]*\)|[^()"])*\)|, |; | and |[^]/g;

/** "a, b and c" or "a, b and 4 more", as the language has it; each may be put in words. */
function listIn(list: string, inWords = (each: string): string => each): string {
  const found: readonly string[] = list.match(piecesOfList) ?? [];
  const lastAnd = found.lastIndexOf(' and ');
  const items = [''];
  found.forEach((piece, i) => {
    if (piece === ', ' || piece === '; ' || i === lastAnd) items.push(piece, '');
    else items.push((items.pop() ?? '') + piece);
  });
  return items
    .map((item, i) => {
      const more = moreIn(i % 2 === 0 ? item : (items[i + 1] ?? ''));
      if (i % 2 === 1) return item !== ' and ' ? item : more === undefined ? strings.paragraphs.and : ' ';
      return more === undefined ? inWords(item) : strings.errors.morePlaces(Number(more));
    })
    .join('');
}

/** "a" and "b", "c" and "d": pairs are not told from the list they are in. */
const pairsIn = (list: string): string =>
  (list.replace(/ and (?=\d+ more$)/, ', ').match(piecesOfList) ?? [])
    .map((piece) => (piece === ' and ' ? strings.paragraphs.and : piece))
    .join('')
    .replace(/, (\d+) more$/, (_, n: string) => ` ${strings.errors.morePlaces(Number(n))}`);

/** "rows 3 and 4; rows 7, 8 and 9; and 2 more": lists within a list. */
const groupsIn = (list: string): string =>
  list
    .split('; ')
    .map((each) => {
      const more = moreIn(each);
      return more === undefined ? (whole(each, true) ?? each) : strings.errors.morePlaces(Number(more));
    })
    .join('; ');

const moreIn = (item: string): string | undefined => /^(?:and )?(\d+) more$/.exec(item)?.[1];

/** "5,000,000" and "15.9" as the language writes them. */
const numberIn = (value: string): string => {
  if (/^\d{1,3}(?:,\d{3})+$/.test(value)) return formatNumber(Number(value.replaceAll(',', '')), 0);
  return /^-?\d+\.\d+$/.test(value) ? asWritten(Number(value)) : listIn(value).replace(' to ', strings.numbers.to);
};

function valueIn(name: string, value: string): string {
  if (name === '_groups') return groupsIn(value);
  if (name === '_pairs') return pairsIn(value);
  if (name.startsWith('_list')) return listIn(value, (each) => whole(each, true) ?? each);
  if (name.startsWith('_')) return whole(value, true) ?? translated(value);
  if (isNumber(name)) return numberIn(value);
  return name.startsWith('list') ? listIn(value) : value;
}

function filled({ names, choices, said }: Known, found: readonly string[]): string {
  const taken = choices.map((list, i) => list.indexOf(found[names.indexOf(`|${i}`)] ?? ''));
  let choice = 0;
  return said.replace(pieces, (piece, name: string | undefined, list: string | undefined) => {
    if (name === undefined) return (list ?? '').split('|')[taken[choice++] ?? taken.at(-1) ?? 0] ?? '';
    const value = found[names.indexOf(name)];
    if (value === undefined) return piece;
    return valueIn(name, value);
  });
}

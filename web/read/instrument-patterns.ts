// SPDX-License-Identifier: MIT
/** What a name may be of an instrument: an item or a finished score, read by the patterns its definition makes. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import { snakeName } from './visit-names.js';

export type Part =
  | { kind: 'item'; item: number }
  /** `scoring` where the name says how the score was made: fss_mean, cfq_bimodal. */
  | { kind: 'score'; scale: string; scoring?: string };

export interface PartReading {
  definition: InstrumentDefinition;
  part: Part;
  /** By the code of an item (HI7), by a number (fss_3), or as a score. */
  by: 'code' | 'number' | 'score';
  /** The name is the instrument's and nothing more: "ess". */
  isBare: boolean;
  /** The name is that of a family of forms ("promis_t"), not of this one. */
  isFamily: boolean;
}

interface Patterns {
  /** Number of the item in group 1 or 2. */
  numbered: RegExp;
  codes: { pattern: RegExp; item: number }[];
  scores: { pattern: RegExp; part: Part & { kind: 'score' }; isFamily: boolean }[];
  bare: RegExp;
}

export const itemWords = 'item|itm|question|quest|frage|q|it|i|f';
const totalWords =
  'total|tot|sum|score|gesamt|summe|sum_?score|total_?score|gesamt_?score|gesamtwert|summenscore|summenwert|gesamtsumme|totale|somme|score_?total|score_?totale';
const meanWords =
  'mean|avg|average|mittel|mittelwert|mean_?score|mw|durchschnitt|moyenne|moy|score_?moyen|average_?score|mean_?value';
const tWords = 't|t_?score|tscr|t_?wert';
const rawWords = 'raw|raw_?score|raw_?sum|rohwert|sum|sum_?score|summe';
const endWords = '(?:_?(?:score|sum|subscale|subscore|scale|total|tot|summe|skala))*';
/** Short forms that are no beginnings of the scale's name. */
const shortForms = new Map(
  Object.entries({
    psychosocial: 'ps|psysoc|psychosoc|psychosozial',
    cognitive: 'kog|kognitiv',
    physical: 'koerperlich|körperlich|physisch',
    motor: 'motorisch|motorik',
    mental: 'psychisch',
  }),
);

/** Names of the instrument as patterns of snake-case text, the longest first. */
export function stemsOf(definition: InstrumentDefinition): string[] {
  const { name, aliases = [], stems = [] } = definition;
  const all = [...stems, name, ...aliases].map(snakeName).filter((stem) => stem !== '');
  return [...new Set(all)].sort((a, b) => b.length - a.length);
}

/** "fss", "bdi", "promis_fatigue_8a": what an instrument's id and its variables start with. */
export function stemOf({ name, stems = [] }: InstrumentDefinition): string {
  const plain = (text: string): string => snakeName(text).replace(/[^a-z0-9_]/g, '');
  const stem = [...stems, name].map(plain).find((text) => /^[a-z]/.test(text));
  return stem ?? `i_${plain(name)}`;
}

const asPattern = (stem: string): string => stem.replace(/_/g, '_?');
export const oneOf = (stems: readonly string[]): string => `(?:${stems.map(asPattern).join('|')})`;

/** "promis_fatigue_8a" belongs to the family "promis_fatigue": what stands before the form's number. */
function familiesOf(definition: InstrumentDefinition): string[] {
  const family = /^(.+?)_\d+[a-z]$/.exec(snakeName(definition.name))?.[1];
  if (family === undefined) return [];
  const [first = family] = family.split('_');
  return [family, `${first}_f`, first];
}

const cache = new WeakMap<InstrumentDefinition, Patterns>();

function patternsOf(definition: InstrumentDefinition): Patterns {
  const known = cache.get(definition);
  if (known) return known;
  const stems = stemsOf(definition);
  const families = familiesOf(definition);
  // After a stem that ends in a digit, the item's number needs something between: mfis5_2, cfq11_q3.
  const withDigit = stems.filter((stem) => /\d$/.test(stem));
  const withLetter = stems.filter((stem) => !/\d$/.test(stem));
  const none = '(?!)';
  const lettered = withLetter.length > 0 ? `${oneOf(withLetter)}_?(?:${itemWords})?_?` : none;
  const digited = withDigit.length > 0 ? `${oneOf(withDigit)}(?:_|_?(?:${itemWords})_?)` : none;
  const patterns: Patterns = {
    numbered: new RegExp(`^(?:${lettered}|${digited})0*(\\d{1,3})$|^(?:item|q|frage)_?0*(\\d{1,3})_${oneOf(stems)}$`),
    codes: (definition.items.codes ?? []).map((code, i) => ({
      pattern: new RegExp(`^(?:${oneOf([...stems, ...families])}_?)?${codePattern(code)}$`),
      item: i + 1,
    })),
    scores: [...scorePatterns(definition, stems, false), ...scorePatterns(definition, families, true)],
    bare: new RegExp(`^${oneOf([...stems, ...families])}$`),
  };
  cache.set(definition, patterns);
  return patterns;
}

/** "NQFTG02" also stands as nqftg2 and NQFTG_02. */
function codePattern(code: string): string {
  const found = /^(\p{L}+)0*(\d+)$/u.exec(snakeName(code));
  return found ? `${found[1] ?? ''}_?0*${found[2] ?? ''}` : asPattern(snakeName(code));
}

function scorePatterns(
  definition: InstrumentDefinition,
  stems: readonly string[],
  isFamily: boolean,
): Patterns['scores'] {
  if (stems.length === 0) return [];
  const found: Patterns['scores'] = [];
  const names = definition.scales.map(({ name }) => name);
  const add = (words: string, scale: string, scoring?: string): void => {
    const part = { kind: 'score' as const, scale, ...(scoring === undefined ? {} : { scoring }) };
    found.push({ pattern: new RegExp(`^${oneOf(stems)}_?(?:${words})${endWords}$`), part, isFamily });
    found.push({ pattern: new RegExp(`^(?:${words})${endWords}_${oneOf(stems)}$`), part, isFamily });
  };
  const [first] = definition.scales;
  if (!first) return [];
  found.push({ pattern: new RegExp(`^${oneOf(stems)}$`), part: { kind: 'score', scale: first.name }, isFamily });
  const isTabulated = first.table !== undefined;
  if (isTabulated) add(tWords, first.name);
  if (isTabulated && names.includes('raw')) add(rawWords, 'raw');
  else if (!isTabulated) add(totalWords, first.name);
  for (const scoring of definition.scorings) {
    if (definition.scorings.length === 1) break;
    add(scoring.combine === 'mean' ? `${meanWords}|${scoring.name}` : scoring.name, first.name, scoring.name);
  }
  if (definition.scorings.length === 1 && definition.scorings[0]?.combine === 'mean') add(meanWords, first.name);
  for (const name of names) {
    if (name === 'raw' && isTabulated) continue;
    add([...beginningsOf(name, names), ...(shortForms.get(name)?.split('|') ?? [])].join('|'), name);
  }
  return found;
}

/** The scale's name and its beginnings of at least three letters that begin no other scale: phys, physi, physical. */
function beginningsOf(name: string, all: readonly string[]): string[] {
  if (!/^[a-z]+$/.test(name)) return [asPattern(snakeName(name))];
  const lengths = Array.from({ length: Math.max(0, name.length - 3) }, (_, i) => name.length - 1 - i);
  const short = lengths
    .map((length) => name.slice(0, length))
    .filter((start) => !all.some((other) => other !== name && other.startsWith(start)));
  return [name, ...short];
}

/** Every way to read a snake-case name as part of one of the instruments. An item's number may be too high. */
export function readingsOf(snake: string, definitions: readonly InstrumentDefinition[]): PartReading[] {
  return definitions.flatMap((definition): PartReading[] => {
    const patterns = patternsOf(definition);
    const plain = { definition, isBare: patterns.bare.test(snake), isFamily: false };
    const readings: PartReading[] = [];
    const code = patterns.codes.find(({ pattern }) => pattern.test(snake));
    if (code) readings.push({ ...plain, part: { kind: 'item', item: code.item }, by: 'code' });
    const isSingle = definition.items.count === 1;
    const numbered = isSingle ? null : patterns.numbered.exec(snake);
    if (numbered) {
      readings.push({ ...plain, part: { kind: 'item', item: Number(numbered[1] ?? numbered[2]) }, by: 'number' });
    }
    const score = patterns.scores.find(({ pattern }) => pattern.test(snake));
    // The one item of an instrument is its score.
    const part: Part | undefined = isSingle && score ? { kind: 'item', item: 1 } : score?.part;
    if (score && part) readings.push({ ...plain, part, by: 'score', isFamily: score.isFamily });
    return readings;
  });
}

/** A code of a test or parameter: as a name, or with the form's two-digit version before the item (FSS0103, FSS01-3). */
export function codeReadings(snake: string, definitions: readonly InstrumentDefinition[]): PartReading[] {
  const readings = readingsOf(snake, definitions);
  const versioned = /^(.+?)_?0(\d)(?:(\d\d)|_(?:item_?)?(\d{1,2}))$/.exec(snake);
  if (!versioned) return readings;
  const asItem = readingsOf(`${versioned[1] ?? ''}_item_${Number(versioned[3] ?? versioned[4])}`, definitions);
  const isItem = ({ definition, part }: PartReading): boolean =>
    part.kind === 'item' && part.item >= 1 && part.item <= definition.items.count;
  return asItem.some(isItem) ? [...asItem.filter(isItem), ...readings.filter(isItem)] : readings;
}

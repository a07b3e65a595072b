// SPDX-License-Identifier: MIT
/** A questionnaire described in a form: what is in the fields, what is wrong with it, and the definition it makes. */
import type { Direction, InstrumentDefinition, InstrumentScale } from '../contract/instrument.js';
import { instrumentNamed } from '../read/instruments.js';
import { plainNumber, scoreRange } from '../text/instrument.js';
import { strings } from '../text/strings.js';

const text = strings.ownInstruments;
const { problems: words } = text;

/** Numbers as they are typed, so that what is half written can be shown with what is wrong with it. */
export interface OwnDraft {
  name: string;
  /** What the names of the item columns begin with, separated by commas. */
  stems: string;
  count: string;
  lowest: string;
  highest: string;
  anyNumber: boolean;
  reversed: string;
  combine: 'sum' | 'mean';
  multiply: string;
  add: string;
  direction: '' | Direction | 'declared';
  rule: 'half' | 'complete' | 'atLeast';
  atLeast: string;
  subscales: SubscaleDraft[];
  bands: BandDraft[];
  licence: string;
}

export interface SubscaleDraft {
  label: string;
  items: string;
  multiply: string;
  add: string;
}

export interface BandDraft {
  label: string;
  from: string;
}

/** By field: "name", "subscales.0.items". */
export type DraftProblems = Readonly<Record<string, string>>;

export const emptyDraft: OwnDraft = {
  name: '',
  stems: '',
  count: '',
  lowest: '0',
  highest: '',
  anyNumber: false,
  reversed: '',
  combine: 'sum',
  multiply: '1',
  add: '0',
  direction: '',
  rule: 'half',
  atLeast: '',
  subscales: [],
  bands: [],
  licence: '',
};

export const emptySubscale: SubscaleDraft = { label: '', items: '', multiply: '1', add: '0' };

const mostItems = 200;

/** A number as people type it, the minus sign of a text included; NaN for anything else. */
function numberIn(typed: string): number {
  const plain = typed.trim().replace('\u2212', '-');
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
}

/** Item numbers of "2, 5-7", or what is wrong with the list. */
export function itemList(typed: string, count: number): { items: number[] } | { problem: string } {
  const items: number[] = [];
  const runs = typed.replace(/\s*[-\u2013\u2212]\s*/g, '-');
  for (const part of runs.split(/[,;\s]+/).filter((each) => each !== '')) {
    const match = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part);
    if (!match) return { problem: words.itemList(part) };
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last < first) return { problem: words.itemList(part) };
    for (let n = first; n <= last; n++) {
      if (n < 1 || n > count) return { problem: words.itemRange(n, count) };
      if (items.includes(n)) return { problem: words.itemTwice(n) };
      items.push(n);
    }
  }
  return { items };
}

/** "2, 5-7" of [2, 5, 6, 7]. */
export function itemListText(items: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const n of items) {
    const last = runs[runs.length - 1];
    if (last && n === last[1] + 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([a, b]) => (a === b ? String(a) : b === a + 1 ? `${a}, ${b}` : `${a}-${b}`)).join(', ');
}

/** "wfs, ward" as a list. */
const stemList = (typed: string): string[] =>
  typed
    .split(',')
    .map((stem) => stem.trim())
    .filter((stem) => stem !== '');

const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '');

/** "Daily life" is the scale daily_life. */
function scaleName(label: string): string {
  const name = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^\d/.test(name) ? `s_${name}` : name;
}

/** The definition the fields describe, or what is wrong with them. `base`: the definition that is being changed. */
export function definitionOf(
  draft: OwnDraft,
  others: readonly InstrumentDefinition[],
  base: InstrumentDefinition | null = null,
): { definition: InstrumentDefinition } | { problems: DraftProblems } {
  const problems: Record<string, string> = {};
  const name = draft.name.trim();
  if (plainName(name) === '') problems['name'] = words.name;
  else if (instrumentNamed(name, others)) problems['name'] = words.nameTaken(name);

  const stems = stemList(draft.stems);
  const unclear = stems.find((stem) => plainName(stem) === '');
  if (unclear !== undefined) problems['stems'] = words.stem(unclear);

  const count = numberIn(draft.count);
  const isCount = Number.isInteger(count) && count >= 1 && count <= mostItems;
  if (!isCount) problems['count'] = words.count;
  const known = isCount ? count : mostItems;
  const lowest = numberIn(draft.lowest);
  const highest = numberIn(draft.highest);
  if (Number.isNaN(lowest)) problems['lowest'] = words.lowest;
  else if (!draft.anyNumber && !Number.isInteger(lowest)) problems['lowest'] = words.whole;
  // Beside a lowest that is no number, the highest only has to be one.
  if (!(highest > (Number.isNaN(lowest) ? -Infinity : lowest))) problems['highest'] = words.highest;
  else if (!draft.anyNumber && !Number.isInteger(highest)) problems['highest'] = words.whole;
  if (draft.direction === '') problems['direction'] = words.direction;

  const listOf = (field: string, typed: string): number[] => {
    const read = itemList(typed, known);
    if ('problem' in read) problems[field] = read.problem;
    return 'items' in read ? read.items : [];
  };
  const reversed = listOf('reversed', draft.reversed);
  const transformOf = (field: string, part: { multiply: string; add: string }): Pick<InstrumentScale, 'transform'> => {
    const multiply = numberIn(part.multiply);
    const add = numberIn(part.add);
    if (Number.isNaN(multiply) || multiply === 0) problems[`${field}multiply`] = words.factor;
    if (Number.isNaN(add)) problems[`${field}add`] = words.number;
    return multiply === 1 && add === 0 ? {} : { transform: { multiply, add } };
  };
  const subscales = draft.subscales.map((subscale, i): InstrumentScale => {
    const field = `subscales.${i}.`;
    const own = scaleName(subscale.label);
    const names = ['total', ...draft.subscales.slice(0, i).map(({ label }) => scaleName(label))];
    if (own === '') problems[`${field}label`] = words.scaleName;
    else if (names.includes(own)) problems[`${field}label`] = words.scaleTwice(own);
    const items = listOf(`${field}items`, subscale.items);
    if (items.length === 0) problems[`${field}items`] ??= words.scaleItems;
    return { name: own, label: `${name} ${subscale.label.trim()}`, items, ...transformOf(field, subscale) };
  });
  const total: InstrumentScale = {
    name: 'total',
    label: subscales.length > 0 ? `${name} total` : name,
    ...transformOf('', draft),
  };
  const atLeast = numberIn(draft.atLeast);
  if (draft.rule === 'atLeast' && !(Number.isInteger(atLeast) && atLeast >= 1 && atLeast <= known)) {
    problems['atLeast'] = words.atLeast(known);
  }
  const items = {
    count,
    lowest,
    highest,
    ...(draft.anyNumber ? { step: 0 } : {}),
    ...(reversed.length > 0 ? { reversed } : {}),
    ...(base?.items.codes && base.items.count === count ? { codes: base.items.codes } : {}),
  };
  const definition: InstrumentDefinition = {
    ...base,
    name,
    title: base && base.title !== base.name ? base.title : name,
    version: base?.items.count === count ? base.version : `${count} items`,
    direction: draft.direction === '' ? 'declared' : draft.direction,
    items,
    scorings: [{ name: draft.combine, combine: draft.combine }],
    scales: [total, ...subscales],
    missingItems: {
      default: draft.rule === 'atLeast' ? { atLeast } : draft.rule,
      source: base?.missingItems.source ?? text.ruleUser,
    },
    source: base?.source ?? [text.sourceUser],
    licence: draft.licence.trim() || text.licenceUser,
  };
  const bands = bandsOfDraft(draft, definition, problems);
  if (stems.length > 0) definition.stems = stems;
  else delete definition.stems;
  if (bands.length > 0) definition.bands = bands;
  else delete definition.bands;
  return Object.keys(problems).length > 0 ? { problems } : { definition };
}

function bandsOfDraft(
  draft: OwnDraft,
  definition: InstrumentDefinition,
  problems: Record<string, string>,
): NonNullable<InstrumentDefinition['bands']> {
  const [scale] = definition.scales;
  const [scoring] = definition.scorings;
  if (!scale || !scoring) return [];
  const [low, high] = scoreRange(definition, scale, scoring);
  // While the range itself is in doubt, a bound only has to be a number.
  const isKnown = !['count', 'lowest', 'highest', 'multiply', 'add'].some((field) => field in problems);
  const bands = draft.bands.map(({ label, from }, i) => {
    const bound = numberIn(from);
    if (label.trim() === '') problems[`bands.${i}.label`] = words.bandLabel;
    if (Number.isNaN(bound)) problems[`bands.${i}.from`] = words.number;
    else if (isKnown && !(bound >= low && bound <= high)) {
      problems[`bands.${i}.from`] = words.bandFrom(plainNumber(low), plainNumber(high));
    }
    return { scale: scale.name, label: label.trim(), from: bound, source: text.sourceUser };
  });
  const up = draft.direction === 'higher_is_better' ? -1 : 1;
  return bands.sort((a, b) => up * (a.from - b.from));
}

/** The fields of a definition; null for one that says more than the form can show. */
export function draftOf(definition: InstrumentDefinition): OwnDraft | null {
  const [total, ...others] = definition.scales;
  const [scoring] = definition.scorings;
  const rule = definition.missingItems.default;
  if (!total || !scoring) return null;
  const transformOf = ({ transform }: InstrumentScale): { multiply: string; add: string } => ({
    multiply: String(transform?.multiply ?? 1),
    add: String(transform?.add ?? 0),
  });
  const prefix = `${definition.name} `;
  const draft: OwnDraft = {
    name: definition.name,
    stems: (definition.stems ?? []).join(', '),
    count: String(definition.items.count),
    lowest: String(definition.items.lowest),
    highest: String(definition.items.highest),
    anyNumber: definition.items.step === 0,
    reversed: itemListText(definition.items.reversed ?? []),
    combine: scoring.combine,
    ...transformOf(total),
    direction: definition.direction,
    rule: typeof rule === 'object' ? 'atLeast' : rule,
    atLeast: typeof rule === 'object' ? String(rule.atLeast) : '',
    subscales: others.map((scale) => ({
      label: scale.label.startsWith(prefix) ? scale.label.slice(prefix.length) : scale.label,
      items: itemListText(scale.items ?? []),
      ...transformOf(scale),
    })),
    bands: (definition.bands ?? []).map(({ label, from }) => ({ label, from: String(from ?? '') })),
    licence: definition.licence,
  };
  const again = definitionOf(draft, [], definition);
  return 'definition' in again && sameData(again.definition, definition) ? draft : null;
}

/** Equal whatever the order of the keys. */
function sameData(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => sameData((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}

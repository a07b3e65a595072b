// SPDX-License-Identifier: MIT
/** What choosing a questionnaire, its columns or its rule changes in the plan's entry, as plain functions. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { MissingItems, PlanInstrument } from '../contract/plan.js';
import { builtInInstruments } from '../read/instruments.js';
import { isOnFatigue } from '../text/instrument.js';
import { strings } from '../text/strings.js';
import type { Option } from './controls.js';
import type { Patch } from './events.js';

const text = strings.instruments;

const optionOf = ({ name, title, items }: InstrumentDefinition): Option => ({
  value: name,
  label: title === name ? title : `${title} (${name}, ${text.itemCount(items.count)})`,
});

const byTitle = (a: Option, b: Option): number => a.label.localeCompare(b.label, 'en');

/** All questionnaires there are, under headings. */
export function instrumentGroups(own: readonly InstrumentDefinition[]): { label: string; options: Option[] }[] {
  const fatigue = builtInInstruments.filter(isOnFatigue);
  const others = builtInInstruments.filter((definition) => !isOnFatigue(definition));
  return [
    { label: text.groupOwn, options: own.map(optionOf) },
    { label: text.groupFatigue, options: fatigue.map(optionOf).sort(byTitle) },
    { label: text.groupOther, options: others.map(optionOf).sort(byTitle) },
  ];
}

/**
 * Another questionnaire in the same columns: as many as it has items are taken in file order from the first on, and none
 * where no first was chosen. What only the other one had (scoring, rule, direction) goes.
 */
export function becoming(
  instrument: PlanInstrument,
  definition: InstrumentDefinition,
  columns: readonly string[],
): Patch<PlanInstrument> {
  const start = columns.indexOf(instrument.items?.[0] ?? '');
  const [first] = definition.scales;
  const [column] = Object.values(instrument.scores ?? {});
  return {
    instrument: definition.name,
    scoring: undefined,
    missingItems: undefined,
    direction: undefined,
    ...(instrument.scores
      ? { scores: first && column !== undefined ? { [first.name]: column } : {} }
      : { items: start < 0 ? [] : columns.slice(start, start + definition.items.count) }),
  };
}

/** From items to finished scores or back; the first column stays. */
export function givenAs(
  instrument: PlanInstrument,
  definition: InstrumentDefinition | undefined,
  kind: 'items' | 'scores',
  columns: readonly string[],
): Patch<PlanInstrument> {
  const [first = ''] = instrument.items ?? Object.values(instrument.scores ?? {});
  if (kind === 'scores') {
    const scale = definition?.scales[0]?.name ?? 'total';
    return { items: undefined, missingItems: undefined, scores: first === '' ? {} : { [scale]: first } };
  }
  const start = columns.indexOf(first);
  const items = start < 0 ? [] : columns.slice(start, start + (definition?.items.count ?? 1));
  return { scores: undefined, items };
}

/** The columns of a pasted list, or what is wrong with it. Case does not matter. */
export function columnsOfList(
  list: string,
  columns: readonly string[],
  wanted: number,
): { items: string[] } | { problem: string } {
  const isColumn = (name: string): boolean => columns.some((column) => column.toLowerCase() === name.toLowerCase());
  const lines = partsOf(list, /[,;\t\r\n]+/);
  // Spaces part the names, too, unless the names have spaces of their own.
  const names = lines.every(isColumn) ? lines : partsOf(list, /[,;\s]+/);
  const found = names.map((name) => columns.find((column) => column.toLowerCase() === name.toLowerCase()));
  const unknown = names.filter((_, i) => found[i] === undefined);
  if (unknown.length > 0) return { problem: text.pasteUnknown(unknown.join(strings.listSeparator)) };
  const items = found.filter((column) => column !== undefined);
  const twice = items.filter((column, i) => items.indexOf(column) !== i);
  if (twice.length > 0) return { problem: text.pasteTwice([...new Set(twice)].join(strings.listSeparator)) };
  if (items.length !== wanted) return { problem: text.pasteCount(items.length, wanted) };
  return { items };
}

const partsOf = (list: string, separator: RegExp): string[] =>
  list
    .split(separator)
    .map((part) => part.trim().replace(/^["'](.*)["']$/, '$1'))
    .filter((part) => part !== '');

export type RuleKind = 'half' | 'complete' | 'atLeast' | 'subscales' | 'byScale';

export function ruleKind(rule: MissingItems): RuleKind {
  if (typeof rule === 'string') return rule;
  return 'atLeast' in rule ? 'atLeast' : 'byScale';
}

/** The rules a questionnaire can have; only its own where another would give a wrong number. */
export function ruleKinds(definition: InstrumentDefinition, current: MissingItems): RuleKind[] {
  const { missingItems, scales } = definition;
  if (missingItems.only) return [ruleKind(missingItems.default)];
  return [
    'half',
    'complete',
    'atLeast',
    ...(scales.some(({ subscales }) => subscales !== undefined) ? (['subscales'] as const) : []),
    ...(ruleKind(current) === 'byScale' ? (['byScale'] as const) : []),
  ];
}

/** A rule of that kind; `current` stays where it is of it. */
export function ruleOf(kind: RuleKind, definition: InstrumentDefinition, current: MissingItems): MissingItems {
  if (ruleKind(current) === kind) return current;
  const own = definition.missingItems.default;
  if (ruleKind(own) === kind) return own;
  if (kind === 'atLeast') return { atLeast: Math.ceil(definition.items.count / 2) };
  return kind === 'byScale' ? current : kind;
}

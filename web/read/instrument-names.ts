// SPDX-License-Identifier: MIT
/**
 * Columns that are items or scores of an instrument, by their names. A name may be read in several ways (mfis5_2 is item
 * 2 of the MFIS-5, or item 5 of the MFIS at visit 2); what makes an instrument complete is taken.
 */
import type { InstrumentDefinition } from '../contract/instrument.js';
import { goesByOtherNames, isDoubtful, isPlainRating, withoutOtherRatings } from './doubtful-names.js';
import { plainNames } from './free-names.js';
import { codeReadings, readingsOf, type Part, type PartReading } from './instrument-patterns.js';
import { subscaleItems } from './subscale-items.js';
import {
  beyondNote,
  doubtNote,
  familyNote,
  overfullNote,
  plainRatingNote,
  sharedNote,
  subscaleNote,
  type NameNote,
} from './instrument-notes.js';
import { snakeName, visitInName, type VisitUnit } from './visit-names.js';

export interface InstrumentColumn {
  column: string;
  definition: InstrumentDefinition;
  /** An item (from 1), or a finished score. */
  part: Part;
  /** Visit the name carries, for a wide file. */
  visit: string | null;
  unit: VisitUnit;
}

/** Says whether a column's values can be this part; decides only between readings that are equally good by name. */
export type Fits = (column: string, definition: InstrumentDefinition, part: Part) => boolean;

export interface Recognised {
  columns: InstrumentColumn[];
  notes: NameNote[];
}

/** `named`: fss_1_d28. `bare`: fss_1_28, or fss_28 as the score on day 28. */
type Mode = 'none' | 'named' | 'bare';
type Reading = PartReading & Omit<InstrumentColumn, 'definition' | 'part'> & { mode: Mode };

/** A range behind a score's name, "FSS total (9-63)", is no part of it; "Fatigue (0-10)" is a rating by its range. */
function nameOf(column: string, definitions: readonly InstrumentDefinition[]): string {
  const whole = snakeName(column);
  const bare = snakeName(column.replace(/\s*[([]\s*(?:range\s*)?\d+\s*(?:[-\u2013]|to|bis)\s*\d+\s*[)\]]\s*$/i, ''));
  return readingsOf(whole, definitions).length === 0 && readingsOf(bare, definitions).length > 0 ? bare : whole;
}

/** Recognises the columns of all instruments. */
export function instrumentColumns(
  columns: readonly string[],
  definitions: readonly InstrumentDefinition[],
  fits: Fits = () => true,
): Recognised {
  const names = columns.map((column) => {
    const snake = nameOf(column, definitions);
    return { column, snake, visit: visitInName(snake) };
  });
  const inSubscales = subscaleItems(
    new Set(names.flatMap(({ snake, visit }) => [snake, visit?.rest ?? snake])),
    definitions,
  );
  // Subscale scores by month look the same; their values cannot be answers.
  const areItems = new Set(
    definitions.filter((definition) => {
      const own = names.flatMap(({ column, snake, visit }) =>
        [snake, visit?.rest ?? ''].flatMap((name) =>
          (inSubscales.get(name) ?? []).flatMap((r) => (r.definition === definition ? [{ column, part: r.part }] : [])),
        ),
      );
      return own.filter(({ column, part }) => fits(column, definition, part)).length >= 0.8 * own.length;
    }),
  );
  const all = (snake: string): PartReading[] => [
    ...readingsOf(snake, definitions),
    ...(inSubscales.get(snake) ?? []).filter(({ definition }) => areItems.has(definition)),
  ];
  // What is only like a name is taken for it where the values can be those of the score.
  const orFree = (snake: string, column: string): PartReading[] => {
    const own = all(snake);
    if (own.length > 0) return own;
    const free = plainNames(snake).flatMap((name) => readingsOf(name, definitions));
    return free
      .filter(({ definition, part, isBare }) => part.kind === 'score' || !isBare || definition.items.count === 1)
      .filter(({ definition, part }) => fits(column, definition, part));
  };
  const readings = names.flatMap(({ column, snake, visit }): Reading[] => {
    const found = orFree(snake, column).map((reading): Reading => ({
      ...reading,
      column,
      visit: null,
      unit: 'none',
      mode: 'none',
    }));
    if (visit) {
      const { unit } = visit;
      for (const reading of orFree(visit.rest, column))
        found.push({ ...reading, column, visit: visit.visit, unit, mode: 'named' });
    }
    const numbered = /^(.+?)_?(\d+)$/.exec(snake);
    if (numbered && !visit) {
      for (const reading of readingsOf(numbered[1] ?? '', definitions))
        found.push({ ...reading, column, visit: String(Number(numbered[2])), unit: 'none', mode: 'bare' });
    }
    return found;
  });
  const usable = withoutOtherRatings(readings, columns, (r) => fits(r.column, r.definition, r.part));
  const { columns: found, notes } = settle(usable, fits);
  const plain = found.filter(({ column }) => isPlainRating(column));
  if (plain[0])
    notes.push(
      plainRatingNote(
        plain[0].definition,
        plain.map(({ column }) => column),
      ),
    );
  for (const definition of areItems) {
    const within = names.filter(({ snake, visit }) => inSubscales.has(snake) || inSubscales.has(visit?.rest ?? ''));
    const own = found.filter(
      (each) =>
        each.definition === definition && each.part.kind === 'item' && within.some((n) => n.column === each.column),
    );
    if (own.length > 0) notes.push(subscaleNote(own));
  }
  const at = new Map(columns.map((column, i) => [column, i]));
  return { columns: found.sort((a, b) => (at.get(a.column) ?? 0) - (at.get(b.column) ?? 0)), notes };
}

/** Recognises codes of items and scores (PARAMCD, QSTESTCD); `labels` are tried where the code itself tells nothing. */
export function instrumentCodes(
  codes: readonly { code: string; labels: readonly string[] }[],
  definitions: readonly InstrumentDefinition[],
  fits: Fits = () => true,
): Recognised {
  const readings = codes.flatMap(({ code, labels }): Reading[] => {
    const byLabel = labels.map((label) => codeReadings(snakeName(label), definitions)).find((list) => list.length > 0);
    const byCode = isPlainRating(code) ? [] : codeReadings(snakeName(code), definitions);
    const found = byCode.filter(({ isBare }) => !isBare).length > 0 || !byLabel ? byCode : byLabel;
    return found.map((reading): Reading => ({ ...reading, column: code, visit: null, unit: 'none', mode: 'none' }));
  });
  return settle(readings, fits);
}

interface Group {
  definition: InstrumentDefinition;
  mode: Mode;
  readings: Reading[];
}

function groupsOf(readings: readonly Reading[], kind: Part['kind']): Group[] {
  const groups = new Map<string, Group>();
  for (const reading of readings) {
    if (reading.part.kind !== kind) continue;
    const { definition, mode } = reading;
    const key = `${definition.name}|${mode}`;
    const group = groups.get(key) ?? { definition, mode, readings: [] };
    group.readings.push(reading);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const itemOf = ({ part }: { part: Part }): number => (part.kind === 'item' ? part.item : 0);
const isItemNumber = (reading: Reading): boolean =>
  itemOf(reading) >= 1 && itemOf(reading) <= reading.definition.items.count;

/** Distinct items at the visit that has most of them. */
function mostItems(readings: readonly Reading[]): number {
  const byVisit = new Map<string | null, Set<number>>();
  for (const reading of readings) {
    if (!isItemNumber(reading)) continue;
    const items = byVisit.get(reading.visit) ?? new Set();
    byVisit.set(reading.visit, items.add(itemOf(reading)));
  }
  return Math.max(0, ...[...byVisit.values()].map((items) => items.size));
}

function settle(readings: readonly Reading[], fits: Fits): Recognised {
  const result: Recognised = { columns: [], notes: [] };
  const claimed = new Set<string>();
  /** Instruments with complete items: their scores are only told of. */
  const scored = new Set<InstrumentDefinition>();
  const refused = new Set<InstrumentDefinition>();
  const isFree = ({ column }: Reading): boolean => !claimed.has(column);
  const claim = (list: readonly Reading[]): void => {
    for (const { column, definition, part, visit, unit } of list) {
      if (claimed.has(column)) continue;
      claimed.add(column);
      result.columns.push({ column, definition, part, visit, unit });
    }
  };

  const itemGroups = groupsOf(readings, 'item').filter(({ definition }) => definition.items.count > 1);
  for (const group of inOrder(itemGroups, fits)) {
    const { definition } = group;
    const free = group.readings.filter(isFree);
    if (scored.has(definition) || mostItems(free) < definition.items.count) continue;
    const beyond = free.filter((reading) => itemOf(reading) > definition.items.count);
    if (isOneMore(definition, beyond)) {
      for (const { column } of beyond) claimed.add(column);
      result.notes.push(
        beyondNote(
          definition,
          beyond.map(({ column }) => column),
        ),
      );
    } else if (beyond.length > 0 && group.mode === 'none') {
      refused.add(definition);
      for (const { column } of free) claimed.add(column);
      result.notes.push(
        overfullNote(
          definition,
          beyond.map(({ column }) => column),
        ),
      );
      continue;
    }
    const shared = readings.filter(
      (other) => other.by === 'code' && other.definition !== definition && free.some((r) => r.column === other.column),
    );
    if (shared.length > 0) result.notes.push(sharedNote(definition, shared));
    scored.add(definition);
    claim(free.filter(isItemNumber));
  }

  // Nearly all items are items, one of which is missing; fss_0 or fss_14 beside them make them scores at visits.
  for (const group of itemGroups.filter(({ mode }) => mode !== 'bare')) {
    const { definition } = group;
    const free = group.readings.filter(isFree);
    const hasOthers = free.some((reading) => reading.by === 'number' && !isItemNumber(reading));
    if (scored.has(definition) || hasOthers || 2 * mostItems(free) < definition.items.count) continue;
    claim(free);
  }

  const single = groupsOf(
    readings.filter(({ definition }) => definition.items.count === 1),
    'item',
  );
  for (const group of scoresInOrder([...single, ...groupsOf(readings, 'score')], fits)) {
    const { definition, mode } = group;
    if (refused.has(definition)) continue;
    let free = group.readings.filter(isFree);
    if (mode === 'bare' && (scored.has(definition) || !isAtVisits(free, readings))) continue;
    const doubtful = free.filter(isDoubtful);
    if (doubtful.length > 0 && !scored.has(definition)) {
      for (const { column } of doubtful) claimed.add(column);
      result.notes.push(
        doubtNote(
          definition,
          doubtful.map(({ column }) => column),
        ),
      );
      free = free.filter(isFree);
    }
    const family = free.filter(({ isFamily }) => isFamily);
    const forms = formsOf(family, readings, fits);
    if (forms.length > 1 && !scored.has(definition))
      result.notes.push(
        familyNote(
          definition,
          forms,
          family.map(({ column }) => column),
        ),
      );
    claim(free);
  }
  // What is left of an instrument's items is told of as incomplete, unless it may be anything ("an1").
  for (const { definition, readings: list } of itemGroups) {
    const free = list.filter((reading) => isFree(reading) && reading.mode !== 'bare' && reading.by === 'number');
    if (!scored.has(definition) && !refused.has(definition)) claim(free.filter(isItemNumber));
  }
  return result;
}

/** One number too high, as a form with a further question has it; forms of other lengths share some names. */
function isOneMore(definition: InstrumentDefinition, beyond: readonly Reading[]): boolean {
  const numbers = new Set(beyond.map(itemOf));
  return numbers.size === 1 && numbers.has(definition.items.count + 1) && !goesByOtherNames(definition);
}

/** Complete groups whose values fit first, then those with more items, then those without a visit in the name. */
function inOrder(groups: readonly Group[], fits: Fits): Group[] {
  const modes: readonly Mode[] = ['none', 'named', 'bare'];
  const share = ({ readings }: Group): number =>
    readings.filter(({ column, definition, part }) => fits(column, definition, part)).length / readings.length;
  const keyed = groups.map((group) => ({ group, fits: share(group) >= 0.8 ? 0 : 1 }));
  return keyed
    .sort(
      (a, b) =>
        a.fits - b.fits ||
        b.group.definition.items.count - a.group.definition.items.count ||
        modes.indexOf(a.group.mode) - modes.indexOf(b.group.mode),
    )
    .map(({ group }) => group);
}

/** Scores named with their visit first, scores at bare numbers last; of the forms of a family the one that fits. */
function scoresInOrder(groups: readonly Group[], fits: Fits): Group[] {
  const modes: readonly Mode[] = ['named', 'none', 'bare'];
  const rank = ({ mode, readings, definition }: Group): number => {
    const isAll = readings.every(({ column, part }) => fits(column, definition, part));
    const isFamily = readings.every((reading) => reading.isFamily);
    return modes.indexOf(mode) * 4 + (isAll ? 0 : 2) + (isFamily ? 1 : 0);
  };
  const keyed = groups.map((group) => ({ group, rank: rank(group) }));
  return keyed.sort((a, b) => a.rank - b.rank || longest(b.group) - longest(a.group)).map(({ group }) => group);
}

/** An instrument of one item before one of many, and the longer form before the shorter. */
function longest({ definition }: Group): number {
  return definition.items.count === 1 ? Infinity : definition.items.count;
}

/** "fss_0", "fss_7", "fss_14" are scores at visits: 0 and 14 are no items, and so 7 is none either. */
function isAtVisits(bare: readonly Reading[], all: readonly Reading[]): boolean {
  return bare.some(
    ({ column, definition, part }) =>
      (part.kind === 'item' && definition.items.count === 1) ||
      !all.some(
        (other) =>
          other.column === column && other.definition === definition && other.mode === 'none' && isItemNumber(other),
      ),
  );
}

/** Forms of a family that the columns can be of: those whose values fit, or all where none does. */
function formsOf(family: readonly Reading[], all: readonly Reading[], fits: Fits): string[] {
  const columns = new Set(family.map(({ column }) => column));
  const candidates = all.filter(({ isFamily, column }) => isFamily && columns.has(column));
  const fitting = candidates.filter(({ column, definition, part }) => fits(column, definition, part));
  const left = fitting.length > 0 ? fitting : candidates;
  return [...new Set(left.map(({ definition }) => definition.name))];
}

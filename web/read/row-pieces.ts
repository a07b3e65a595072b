// SPDX-License-Identifier: MIT
/** Whether tables with the same columns, whose rows tell their visits, are pieces of one: by centre, or by time. */
import type { SharedPeople } from '../contract/report.js';
import { cellText, columnNames, distinctTexts, findColumn } from './columns.js';
import { columnsNamed } from './names.js';
import { sharedPeople } from './same-people.js';
import { areDisjoint, areSameParticipants, participantsOf } from './stack-parts.js';
import type { ReadResult } from './types.js';
import { visitMeaning } from './visit-meaning.js';
import { isBaselineWord } from './visit-names.js';
import { orderVisits } from './visit-order.js';

/**
 * Pieces by centre have participants of their own, and visits as the others. Pieces by time have the same participants in
 * the same arms at visits of one schedule: those of each come after, or before, all those of another, and only one of them
 * has the baseline. Whatever else there is may be one export twice, or two numberings of participants: it is no
 * proposal's to mix them. Of nothing do two pieces have a row of the same participant and visit.
 */
export function arePieces(group: readonly ReadResult[]): boolean {
  const visit = visitOf(group);
  const areOthers = areDisjoint(participantsOf(group));
  if (visit === null) return areOthers;
  const visits = group.map(({ table }) => new Set(textsOf(table, visit)));
  if (areOthers) return !tellsVisits(group) || !areDisjoint(visits);
  return tellsVisits(group) && areDisjoint(visits) && areLaterVisits(group, visits);
}

function areLaterVisits(group: readonly ReadResult[], visits: readonly ReadonlySet<string>[]): boolean {
  return areSameParticipants(group) && !mayBeOthers(group, visits);
}

/** Somebody in two arms, with two baselines, or at visits of two schedules may be two people. */
function mayBeOthers(group: readonly ReadResult[], visits: readonly ReadonlySet<string>[]): boolean {
  const starts = visits.filter((own) => [...own].some((visit) => isStart(visit)));
  const isOther = starts.length > 1 || (sharedPeople(group)?.otherArms ?? 0) > 0;
  return isOther || (tellsVisits(group) && areDisjoint(visits) && !areInSuccession(visits));
}

const isStart = (visit: string): boolean => isBaselineWord(visit) || visitMeaning(visit).phase === 'baseline';

/** More than a date: a column called like one of visits. */
function tellsVisits(group: readonly ReadResult[]): boolean {
  const visit = visitOf(group);
  return visit !== null && columnsNamed('visit', [visit]).length > 0;
}

/** The labels tell the order of all visits, and those of each table stand together in it: week 0 to 4 and week 8 to 12. */
function areInSuccession(visits: readonly ReadonlySet<string>[]): boolean {
  const ordered = inOrder(visits.flatMap((own) => [...own]));
  const parts = ordered?.map((visit) => visits.findIndex((own) => own.has(visit))) ?? [];
  const changes = parts.filter((part, at) => at > 0 && part !== parts[at - 1]).length;
  return ordered !== null && changes === visits.filter((own) => own.size > 0).length - 1;
}

function inOrder(labels: readonly string[]): string[] | null {
  if (labels.every(isNumber)) return [...labels].sort((a, b) => Number(a) - Number(b));
  if (labels.length > mostLabels) return null;
  const { visits, toldBy } = orderVisits(labels, []);
  return toldBy === 'labels' ? visits : null;
}

const isNumber = (label: string): boolean => /^-?\d+(\.\d+)?$/.test(label);

/**
 * Counts of the identifiers that more than one of the tables has, where they may be those of different people: there are
 * rows of one at the same visit, in two arms, with two baselines or at visits of two schedules. Null where nothing tells so.
 */
export function doubtfulPeople(group: readonly ReadResult[]): SharedPeople | null {
  const people = sharedPeople(group);
  if (!people) return null;
  const visit = visitOf(group);
  const visits = group.map(({ table }) => new Set(visit === null ? [] : textsOf(table, visit)));
  return collision(group) !== null || mayBeOthers(group, visits) ? people : null;
}

/** The labels of the visits of each table, where they are not the same in all; null where they are, or are numbers. */
export function otherVisits(group: readonly ReadResult[]): string[][] | null {
  const visit = visitOf(group);
  if (visit === null || !tellsVisits(group)) return null;
  const labels = group.map(({ table }) => visitsInOrder(table, visit));
  const all = new Set(labels.flat());
  const areNumbers = labels.every((own) => own.every(isNumber));
  const isSame = labels.every((own) => own.length === all.size);
  return isSame || areNumbers || labels.some((own) => own.length > mostLabels) ? null : labels;
}

/** More are no planned visits. */
const mostLabels = 30;

/** In the order of time as far as labels or rows tell it. */
function visitsInOrder(table: ReadResult['table'], visit: string): string[] {
  const ids = findColumn(table, columnsNamed('id', columnNames(table))[0]);
  const visits = findColumn(table, visit);
  const rows = new Map<string, string[]>();
  for (let row = 0; ids && visits && row < table.rowCount; row++) {
    const [id, label] = [cellText(ids, row), cellText(visits, row)];
    if (id !== null && label !== null) rows.set(id, [...(rows.get(id) ?? []), label]);
  }
  return orderVisits(textsOf(table, visit), [...rows.values()]).visits;
}

/** Larger tables are not looked through for the sake of an offer. */
const mostRows = 200_000;

/** Two rows of one participant and visit, in different parts: the first there is. */
export function collision(group: readonly ReadResult[]): { id: string; visit: string | null } | null {
  const visit = visitOf(group);
  const [first] = group;
  const id = first && columnsNamed('id', columnNames(first.table))[0];
  if (id === undefined || group.reduce((sum, { table }) => sum + table.rowCount, 0) > mostRows) return null;
  const seen = new Map<string, number>();
  for (const [at, { table }] of group.entries()) {
    const ids = findColumn(table, id);
    const visits = findColumn(table, visit ?? undefined);
    for (let row = 0; ids && row < table.rowCount; row++) {
      const person = cellText(ids, row);
      const when = visits ? cellText(visits, row) : null;
      if (person === null || (visits && when === null)) continue;
      const key = JSON.stringify([person, when]);
      const before = seen.get(key);
      if (before !== undefined && before !== at) return { id: person, visit: when };
      seen.set(key, at);
    }
  }
  return null;
}

/** The column that tells the visit, in all parts together; null where there is none, as in wide files. */
function visitOf(group: readonly ReadResult[]): string | null {
  const [first] = group;
  const columns = first ? columnNames(first.table) : [];
  const candidates = columnsNamed('visit', columns);
  const tells = (name: string): boolean => new Set(group.flatMap(({ table }) => textsOf(table, name))).size > 1;
  return candidates.find(tells) ?? candidates[0] ?? columnsNamed('date', columns)[0] ?? null;
}

function textsOf(table: ReadResult['table'], name: string): string[] {
  const column = findColumn(table, name);
  return column ? distinctTexts(column) : [];
}

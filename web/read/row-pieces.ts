// SPDX-License-Identifier: MIT
/** Whether tables with the same columns, whose rows tell their visits, are pieces of one: by centre, or by time. */
import { cellText, columnNames, distinctTexts, findColumn } from './columns.js';
import { columnsNamed } from './names.js';
import { areDisjoint, areSameParticipants, participantsOf } from './stack-parts.js';
import type { ReadResult } from './types.js';

/**
 * Pieces by centre have participants of their own, and visits as the others. Pieces by time have the same participants at
 * other visits. Whatever else there is may be one export twice, or two numberings of participants: it is no proposal's to
 * mix them. Of nothing do two pieces have a row of the same participant and visit.
 */
export function arePieces(group: readonly ReadResult[]): boolean {
  const visit = visitOf(group);
  const areOthers = areDisjoint(participantsOf(group));
  if (visit === null) return areOthers;
  const visits = group.map(({ table }) => new Set(textsOf(table, visit)));
  if (areOthers) return columnsNamed('visit', [visit]).length === 0 || !areDisjoint(visits);
  return columnsNamed('visit', [visit]).length > 0 && areDisjoint(visits) && areSameParticipants(group);
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

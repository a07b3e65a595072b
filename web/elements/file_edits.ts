// SPDX-License-Identifier: MIT
/** What changing a file's mapping changes in its entry of the plan, as plain functions. */
import type { Parameters, PlanFile, PlanInstrument, TimeUnit, VisitWindow, WideColumn } from '../contract/plan.js';
import type { ColumnSummary } from '../engine/messages.js';
import { visitsCalled } from '../read/visit-column.js';
import { orderVisits } from '../read/visit-order.js';
import { timeUnitOfVisits, unitOfColumn } from '../read/visit-names.js';
import { strings } from '../text/strings.js';
import type { Patch } from './events.js';

const text = strings.mapping;

/** Columns of a plan's file entry that are chosen by one select each. */
export type ColumnKey =
  'id' | 'arm' | 'visit' | 'event' | 'date' | 'startDate' | 'bodySystem' | 'severity' | 'serious' | 'related';

/** Nothing in the file says when a record was taken. */
export const lacksVisit = ({ visit, date, wide }: PlanFile): boolean =>
  visit === undefined && date === undefined && !wide;

/**
 * Another column, or none. Dates take the place of visits, and the other way round. `preview` tells what the numbers of
 * another visit column count, beside its name.
 */
export function columnPatch(key: ColumnKey, column: string, preview: readonly string[][] = []): Patch<PlanFile> {
  const value = column === '' ? undefined : column;
  if (value !== undefined && key === 'date') return { date: value, visit: undefined, timeUnit: undefined };
  if (value !== undefined && key === 'visit') {
    return { visit: value, date: undefined, timeUnit: unitIn(value, preview) };
  }
  if (key === 'visit') return { visit: undefined, timeUnit: undefined };
  if (value === undefined && key === 'startDate') return { startDate: undefined, dayOfStart: undefined };
  return { [key]: value };
}

/** Undefined for days. */
function unitIn(column: string, [header = [], ...rows]: readonly string[][]): TimeUnit | undefined {
  const at = header.indexOf(column);
  const visits = rows.map((row) => row[at]?.trim() ?? '');
  const unit = timeUnitOfVisits(visits, unitOfColumn(column));
  return unit === null || unit === 'day' ? undefined : unit;
}

/** More labels than this are no planned visits. */
const mostLabels = 200;

/** Labels of a file's visits in the order of the plan, or in the one that they suggest; none where they are numbers. */
export function visitLabels(plan: PlanFile, columns: readonly ColumnSummary[]): string[] {
  if (plan.windows || plan.date !== undefined) return [];
  const written = plan.wide
    ? plan.wide.map(({ visit }) => visit)
    : visitsCalled(plan.visit ?? '', columns.find(({ name }) => name === plan.visit)?.levels ?? []);
  const labels = [...new Set(written.map((label) => plan.sameVisits?.[label] ?? label))];
  const areNumbers = labels.every((label) => /^-?\d+(\.\d+)?$/.test(label));
  if (areNumbers || labels.length > mostLabels) return [];
  const { visitOrder = [] } = plan;
  const others = labels.filter((label) => !visitOrder.includes(label));
  return [...visitOrder.filter((label) => labels.includes(label)), ...orderVisits(others, []).visits];
}

/** Variables a records file offers: its columns, and what is gathered or spread from them. */
export function offeredColumns(plan: PlanFile, columns: readonly { name: string }[]): string[] {
  return [
    ...new Set([
      ...(plan.wide ?? []).map(({ variable }) => variable),
      ...(plan.parameters?.entries ?? []).map(({ variable }) => variable),
      ...(plan.parameters?.beside ?? []).map(({ variable }) => variable),
      ...columns.map(({ name }) => name),
    ]),
  ];
}

/** A visit after the last one, with the width of its windows. */
export function nextWindow(windows: readonly VisitWindow[], unit: TimeUnit): VisitWindow {
  const last = windows[windows.length - 1];
  const names = new Set(windows.map(({ visit }) => visit));
  let n = windows.length + 1;
  while (names.has(text.newVisit(n))) n++;
  const visit = text.newVisit(n);
  if (!last) return { visit, day: 0, before: 0, after: 0 };
  const apart = unit === 'day' ? 7 : 1;
  return { visit, day: last.day + last.before + last.after + apart, before: last.before, after: last.after };
}

/** What a reader must know of the windows: names used twice, days in two windows. */
export function windowRemarks(windows: readonly VisitWindow[], unit: TimeUnit): string[] {
  const words = text.windowsIn(unit);
  const twice = windows.filter(({ visit }, i) => windows.findIndex((other) => other.visit === visit) !== i);
  const inOrder = [...windows].sort((a, b) => a.day - b.day);
  const overlaps = inOrder.flatMap((window, i) => {
    const next = inOrder[i + 1];
    if (next?.day === window.day) return [words.twice(String(window.day))];
    return next && window.day + window.after >= next.day - next.before ? [words.overlap(window.visit, next.visit)] : [];
  });
  return [...new Set(twice.map(({ visit }) => text.windowTwice(visit))), ...overlaps];
}

/** Codes of the chosen column; a column of numbers does not tell them. */
export function codesOf(columns: readonly ColumnSummary[], column: string): readonly string[] {
  return columns.find(({ name }) => name === column)?.levels ?? [];
}

/** Every code of the column a variable of its own name, what is set already kept. */
export function withAllCodes(parameters: Parameters, codes: readonly string[]): Parameters {
  const known = new Set(parameters.entries.map(({ code }) => code));
  const added = codes.filter((code) => !known.has(code)).map((code) => ({ code, variable: code }));
  return { ...parameters, entries: [...parameters.entries, ...added] };
}

/** The code holds that variable, or is not used. */
export function withCode(parameters: Parameters, code: string, variable: string): Parameters {
  const others = parameters.entries.filter((entry) => entry.code !== code);
  const at = parameters.entries.findIndex((entry) => entry.code === code);
  if (variable === '') return { ...parameters, entries: others };
  const entries = [...others];
  entries.splice(at < 0 ? entries.length : at, 0, { code, variable });
  return { ...parameters, entries };
}

/** What a code may hold: a variable of its own name, or an item of one of the file's questionnaires. */
export function variableOptions(
  code: string,
  current: string,
  instruments: readonly PlanInstrument[],
): { value: string; label: string }[] {
  const items = instruments.flatMap(({ instrument, items: own = [] }) =>
    own.map((value, i) => ({ value, label: text.itemVariable(instrument, i + 1) })),
  );
  const known = items.filter(({ value }) => value !== '');
  const names = [...new Set([code, current])].filter(
    (name) => name !== '' && !known.some(({ value }) => value === name),
  );
  return [
    { value: '', label: text.notUsed },
    ...names.map((value) => ({ value, label: text.ownVariable(value) })),
    ...known.filter(({ value }, i) => known.findIndex((other) => other.value === value) === i),
  ];
}

/** "NA, -9" as a list; null for the field left empty. */
export function codeList(typed: string): string[] | undefined {
  const codes = typed
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '');
  return codes.length === 0 ? undefined : [...new Set(codes)];
}

/**
 * Columns that read like the pattern: of foo1_v2, "{variable}_v{visit}" makes foo1 at visit 2. A pattern must hold both
 * words once; case does not matter.
 */
export function wideByPattern(columns: readonly string[], pattern: string): WideColumn[] | null {
  const parts = /^(.*)\{(variable|visit)\}(.*)\{(variable|visit)\}(.*)$/i.exec(pattern.trim());
  if (!parts) return null;
  const [, before = '', first = '', between = '', second = '', after = ''] = parts;
  if (first.toLowerCase() === second.toLowerCase()) return null;
  const escaped = [before, between, after].map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const isVariableFirst = first.toLowerCase() === 'variable';
  const [lead, tail] = isVariableFirst ? ['(.+)', '([^_\\s]+)'] : ['([^_\\s]+)', '(.+)'];
  const shape = new RegExp(`^${escaped[0]}${lead}${escaped[1]}${tail}${escaped[2]}$`, 'i');
  return columns.flatMap((column) => {
    const [, a = '', b = ''] = shape.exec(column) ?? [];
    if (a === '' || b === '') return [];
    return [isVariableFirst ? { column, variable: a, visit: b } : { column, variable: b, visit: a }];
  });
}

/** Days from a list such as "0, 28, 56"; null where it is none of at least two. */
export function plannedDays(list: string): number[] | null {
  const parts = list.split(/[\s,;]+/).filter((part) => part !== '');
  const days = [...new Set(parts.map(Number))];
  return days.length >= 2 && days.every((day) => Number.isInteger(day) && Math.abs(day) <= 36500) ? days : null;
}

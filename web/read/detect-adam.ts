// SPDX-License-Identifier: MIT
/** What a CDISC file holds beside what is used of it, told so that nothing is left out in silence. */
import type { FileDetection } from './detect.js';
import { cellText, columnNames, findColumn, isMissing } from './columns.js';
import { listed } from './errors.js';
import { companionOf, compactName } from './names.js';
import type { Note } from './types.js';

/** Notes on order of visits, unscheduled visits, derived columns and rows, populations. */
export function noteAdam(detection: FileDetection, notes: Note[]): void {
  const { file, role, visit, arm, isWide } = detection;
  const names = columnNames(file.table);
  const tell = (code: string, message: string): void => {
    notes.push({ file: file.name, code, message: `${file.name}: ${message}` });
  };
  const called = (...wanted: string[]): string[] => names.filter((name) => wanted.includes(compactName(name)));
  if (role === 'participants' || (role === 'records' && arm !== undefined)) {
    const flags = called('ittfl', 'saffl', 'fasfl', 'mittfl', 'pprotfl', 'randfl');
    if (flags.length > 0)
      tell(
        'population_flags',
        `${listed(flags)} ${flags.length === 1 ? 'is' : 'are'} not used: all participants in an arm are analysed`,
      );
  }
  if (role !== 'records' || isWide) return;
  const visits = findColumn(file.table, visit);
  const companion = visits?.kind === 'factor' ? companionOf(visits.name, names) : undefined;
  if (companion !== undefined)
    tell('visit_order', `visits are those of ${visits?.name ?? ''}, in the order of ${companion}`);
  const days = called('ady', 'qsdy').filter((name) => name !== visit);
  if (days.length > 0)
    tell(
      'days_available',
      `${listed(days)} holds study days, which are not used, since visits are told by ${visit ?? 'dates'}`,
    );
  if (visits && detection.parameters) {
    let without = 0;
    for (let row = 0; row < file.table.rowCount; row++) if (isMissing(visits, row)) without++;
    if (without > 0)
      tell(
        'unscheduled',
        `${without} ${without === 1 ? 'row has' : 'rows have'} no ${visits.name} (unscheduled) and ${without === 1 ? 'is' : 'are'} of no visit`,
      );
  }
  if (!detection.parameters) return;
  const imputed = findColumn(file.table, called('dtype')[0]);
  if (imputed && rowsWith(detection, imputed.name, (text) => text !== null) > 0)
    tell('derived_rows', `rows with a ${imputed.name} are derived, such as carried forward, and not used`);
}

/** What is derived in the file and computed again from the values. */
export function noteRecomputed({ file, parameters }: FileDetection, usesBase: boolean, notes: Note[]): void {
  if (!parameters) return;
  const names = ['chg', 'pchg', 'basec', 'r2base', ...(usesBase ? [] : ['base'])];
  const derived = columnNames(file.table).filter((name) => names.includes(compactName(name)));
  if (derived.length === 0) return;
  const what = usesBase ? 'change is' : 'baseline and change are';
  const message = `${file.name}: ${listed(derived)} ${derived.length === 1 ? 'is' : 'are'} not used: ${what} computed from ${parameters.value}`;
  notes.push({ file: file.name, code: 'recomputed', message });
}

/** The column that repeats the baseline in every row (BASE). */
export function baseColumn({ table }: FileDetection['file']): string | undefined {
  const column = table.columns.find(({ name }) => compactName(name) === 'base');
  const hasValues = column?.kind === 'number' && column.values.some((value) => !Number.isNaN(value));
  return hasValues ? column.name : undefined;
}

/** Rows with a code in use whose cell is as asked. */
function rowsWith({ file }: FileDetection, name: string, isAsked: (text: string | null) => boolean): number {
  const column = findColumn(file.table, name);
  let count = 0;
  if (column) for (let row = 0; row < file.table.rowCount; row++) if (isAsked(cellText(column, row))) count++;
  return count;
}

/**
 * Which rows of an analysis file are used: the sponsor's records for analysis (ANL01FL), where they hold the baseline
 * too, and none that were derived (DTYPE).
 */
export function onlyRows(detection: FileDetection, notes: Note[]): { column: string; values: string[] }[] {
  const { table } = detection.file;
  const only: { column: string; values: string[] }[] = [];
  const find = (name: string): string | undefined => columnNames(table).find((column) => compactName(column) === name);
  const [flag, baseline, derived] = [find('anl01fl'), find('ablfl'), find('dtype')];
  const tell = (message: string): void => {
    notes.push({ file: table.name, code: 'analysis_flag', message: `${table.name}: ${message}` });
  };
  if (derived !== undefined && rowsWith(detection, derived, (text) => text !== null) > 0)
    only.push({ column: derived, values: [''] });
  if (flag === undefined || rowsWith(detection, flag, (text) => text === 'Y') === 0) return only;
  const others = rowsWith(detection, flag, (text) => text !== 'Y');
  if (others === 0) return only;
  if (baseline !== undefined && hasUnflaggedBaseline(detection, flag, baseline)) {
    tell(`${flag} is not used to choose rows, since it leaves out rows that ${baseline} marks as baseline`);
    return only;
  }
  tell(`only rows with ${flag} "Y" are used; ${others} ${others === 1 ? 'is' : 'are'} left out`);
  return [...only, { column: flag, values: ['Y'] }];
}

function hasUnflaggedBaseline({ file }: FileDetection, flag: string, baseline: string): boolean {
  const flags = findColumn(file.table, flag);
  const baselines = findColumn(file.table, baseline);
  if (!flags || !baselines) return false;
  for (let row = 0; row < file.table.rowCount; row++)
    if (cellText(baselines, row) === 'Y' && cellText(flags, row) !== 'Y') return true;
  return false;
}

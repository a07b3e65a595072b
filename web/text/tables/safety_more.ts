// SPDX-License-Identifier: MIT
/** Side effects beyond counts: arms compared, by body system, by severity, seriousness and relation to treatment. */
import type { Report, SafetyBreakdown, SafetyRow, SafetyTable } from '../../contract/report.js';
import { capitalise } from '../labels.js';
import { numbersOf } from '../number.js';
import { strings } from '../strings.js';
import { proportionCells, proportionColumns, proportionNotes } from './proportions.js';
import type { TableColumn, TableRow, TableSpec } from './spec.js';

const words = strings.comparisons.safety;

/**
 * Participants with at least one, each arm against the reference, one comparison below the other; null in reports from
 * before it was made.
 */
export function safetyComparisonsTable(report: Report, safety: SafetyTable): TableSpec | null {
  const sample = safety.rows.find(({ comparisons }) => comparisons !== undefined)?.comparisons ?? [];
  if (sample.length === 0) return null;
  const isOne = sample.length === 1;
  return {
    caption: words.comparisons,
    simulated: report.simulated,
    columns: [
      { label: strings.tables.event },
      ...armColumns(safety, [strings.tables.participants]),
      ...(isOne ? proportionColumns(report, sample) : ungrouped(proportionColumns(report, sample.slice(0, 1)))),
    ],
    groups: sample.map(({ arm, reference }) => ({
      ...(isOne ? {} : { heading: strings.comparisons.against(arm, reference) }),
      rows: safety.rows.map((row) => ({
        ...headerOf(row, strings.tables.anyEvent),
        cells: [
          ...participantCells(report, safety, row),
          ...proportionCells(
            report,
            row.comparisons?.find((comparison) => comparison.arm === arm),
          ),
        ],
      })),
    })),
    notes: [denominators(safety), ...proportionNotes(report, sample)],
  };
}

/** Terms within their body systems; null where the file has no such column. */
export function safetySystemsTable(report: Report, safety: SafetyTable): TableSpec | null {
  const systems = safety.systems ?? [];
  if (systems.length === 0) return null;
  return {
    caption: words.systems,
    simulated: report.simulated,
    columns: [{ label: strings.tables.event }, ...countColumns(safety)],
    groups: systems.map(({ system, rows }) => ({
      heading: capitalise(system),
      rows: rows.map((row) => ({
        ...headerOf(row, words.anyIn(system)),
        cells: countCells(report, safety, row),
      })),
    })),
    notes: countNotes(safety),
  };
}

export type BreakdownName = 'severity' | 'serious' | 'related';
export const breakdownNames: readonly BreakdownName[] = ['severity', 'serious', 'related'];

/** Null where the file has no such column. */
export function safetyBreakdownTable(report: Report, safety: SafetyTable, name: BreakdownName): TableSpec | null {
  const breakdown: SafetyBreakdown | null = safety[name] ?? null;
  if (breakdown === null) return null;
  return {
    caption: words.breakdowns[name],
    simulated: report.simulated,
    columns: [{ label: capitalise(breakdown.column) }, ...countColumns(safety)],
    groups: [
      {
        rows: breakdown.rows.map((row) => ({
          ...headerOf(row, words.anyOf),
          cells: countCells(report, safety, row),
        })),
      },
    ],
    notes: [
      words.column(breakdown.column),
      breakdown.worst ? words.worst : words.each,
      strings.notes.eventsCounted,
      denominators(safety),
    ],
  };
}

/** Of several comparisons each has its rows, so that no column is one's own. */
const ungrouped = (columns: readonly TableColumn[]): TableColumn[] =>
  columns.map(({ label, numeric }) => ({ label, ...(numeric === undefined ? {} : { numeric }) }));

/** A row without a term is that of all terms. */
const headerOf = ({ term }: SafetyRow, any: string): Pick<TableRow, 'header' | 'kind'> =>
  term === null ? { kind: 'summary', header: { text: any } } : { header: { text: capitalise(term) } };

const armColumns = ({ arms }: SafetyTable, labels: readonly string[]): TableColumn[] =>
  arms.flatMap(({ arm, participants }) =>
    labels.map((label) => ({ group: strings.tables.armOf(arm, participants), label, numeric: true })),
  );

const countColumns = (safety: SafetyTable): TableColumn[] =>
  armColumns(safety, [strings.tables.participants, strings.tables.events]);

const participantText = (report: Report, safety: SafetyTable, cell: SafetyRow['cells'][number], i: number): string => {
  const numbers = numbersOf(report);
  return `${numbers.count(cell.participants)} (${numbers.percent(cell.percent, safety.arms[i]?.participants)})`;
};

const participantCells = (report: Report, safety: SafetyTable, { cells }: SafetyRow): { text: string }[] =>
  cells.map((cell, i) => ({ text: participantText(report, safety, cell, i) }));

const countCells = (report: Report, safety: SafetyTable, { cells }: SafetyRow): { text: string }[] =>
  cells.flatMap((cell, i) => [
    { text: participantText(report, safety, cell, i) },
    { text: numbersOf(report).count(cell.events) },
  ]);

const denominators = ({ arms }: SafetyTable): string =>
  strings.notes.denominator(
    arms.map(({ arm, participants }) => strings.notes.nInArm(arm, participants)).join(strings.listSeparator),
  );

const countNotes = (safety: SafetyTable): string[] => [strings.notes.participantsCounted, denominators(safety)];

// SPDX-License-Identifier: MIT
/** Characteristics at the start, by arm and in all: means and medians, counts and percentages, missing values. */
import type { BaselineCategoryRow, BaselineNumberRow, BaselineRow } from '../../contract/participants.js';
import type { Report } from '../../contract/report.js';
import { isAvailable, notAvailable, numbersOf, type NumberFormat } from '../number.js';
import { scoreDecimals } from '../precision.js';
import { strings } from '../strings.js';
import { numberCell, type TableCell, type TableGroup, type TableRow, type TableSpec } from './spec.js';

const words = strings.participants.baseline;

/** Null in reports from before it was made, and where no characteristic is known. */
export function baselineTable(report: Report): TableSpec | null {
  const rows = report.baseline?.rows ?? [];
  const [first] = rows;
  if (!first) return null;
  const withDifferences = report.plan.baselineTable?.standardisedDifferences === true;
  const compared = withDifferences ? first.standardisedDifferences.map(({ arm }) => arm) : [];
  const reference = report.arms[0]?.arm ?? '';
  return {
    caption: words.caption,
    simulated: report.simulated,
    columns: [
      { label: words.characteristic },
      ...first.groups.map(({ arm }) => ({ label: groupLabel(report, arm), numeric: true })),
      ...compared.map((arm) => ({ label: words.difference(arm, reference), numeric: true })),
    ],
    groups: rows.map((row) => rowGroup(report, row, compared)),
    notes: [
      ...(rows.some(({ kind }) => kind === 'category') ? [words.percentNote] : []),
      ...(withDifferences ? [words.differenceNote] : []),
      report.plan.randomised ? words.noTests : words.noTestsAssigned,
    ],
  };
}

function groupLabel(report: Report, arm: string | null): string {
  if (arm === null) return words.all;
  const participants = report.arms.find((each) => each.arm === arm)?.participants;
  return participants === undefined ? arm : strings.tables.armOf(arm, participants);
}

/** The standardised difference stands in the first row of its characteristic. */
function rowGroup(report: Report, row: BaselineRow, compared: readonly string[]): TableGroup {
  const numbers = numbersOf(report);
  const rows = row.kind === 'number' ? numberRows(report, row, numbers) : categoryRows(row, numbers);
  const differences = compared.map((arm) => {
    const value = row.standardisedDifferences.find((each) => each.arm === arm)?.value;
    return numberCell(value, (x) => numbers.number(x, 2), words.notDefined);
  });
  const blank = compared.map(() => ({ text: '' }));
  return {
    heading: row.label,
    rows: rows.map((each, i) => ({ ...each, cells: [...each.cells, ...(i === 0 ? differences : blank)] })),
  };
}

type NumberGroup = BaselineNumberRow['groups'][number];

function numberRows(report: Report, row: BaselineNumberRow, numbers: NumberFormat): TableRow[] {
  const decimals = row.source === 'score' ? scoreDecimals(rangeOf(report, row.name)) : 1;
  // The ends of a range are values as they were measured: whole years are written whole.
  const areWhole = row.groups.every(({ min, max }) => [min, max].every((x) => !isAvailable(x) || Number.isInteger(x)));
  const rangeDecimals = areWhole ? 0 : decimals;
  const write = (x: number | null): string => numbers.number(x, decimals);
  const line = (header: string, text: (group: NumberGroup) => string | null): TableRow => ({
    header: { text: header },
    cells: row.groups.map((group) => textCell(text(group))),
  });
  return [
    line(words.meanSd, ({ mean, sd }) => (isAvailable(mean) ? `${write(mean)} (${write(sd)})` : null)),
    line(words.median, ({ median, q1, q3 }) =>
      isAvailable(median) ? `${write(median)} [${numbers.interval(q1, q3, decimals)}]` : null,
    ),
    line(words.range, ({ min, max }) => (isAvailable(min) ? numbers.interval(min, max, rangeDecimals) : null)),
    ...missingRows(row, numbers),
  ];
}

function categoryRows(row: BaselineCategoryRow, numbers: NumberFormat): TableRow[] {
  const levels = row.levels.map((level, i) => ({
    header: { text: level },
    cells: row.groups.map(({ n, counts, percents }) => {
      const count = numbers.count(counts[i]);
      const percent = percents[i];
      return { text: isAvailable(percent) ? `${count} (${numbers.percent(percent, n)})` : count };
    }),
  }));
  return [...levels, ...missingRows(row, numbers)];
}

/** Only where something is missing. */
function missingRows({ groups }: BaselineRow, numbers: NumberFormat): TableRow[] {
  if (groups.every(({ missing }) => missing === 0)) return [];
  return [{ header: { text: words.missing }, cells: groups.map(({ missing }) => ({ text: numbers.count(missing) })) }];
}

const textCell = (text: string | null): TableCell =>
  text === null ? { text: notAvailable, reason: words.noValues } : { text };

const rangeOf = ({ scores }: Report, name: string): [number, number] | undefined =>
  scores.find(({ score }) => score === name)?.range;

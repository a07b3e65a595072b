// SPDX-License-Identifier: MIT
/** LS means by visit and arm with their differences, and the slopes of a model over time. */
import type { TimeUnit } from '../../contract/plan.js';
import type { DifferenceRow, Estimate, MeanRow, OutcomeResult, Report } from '../../contract/report.js';
import { isScoreOnFatigue } from '../instrument.js';
import { effectUnit } from '../effect.js';
import { capitalise, visitTitle } from '../labels.js';
import { isAvailable, numbersOf, type NumberFormat } from '../number.js';
import { ifTested } from '../pilot.js';
import { outcomeDecimals, slopeDecimalsOf } from '../precision.js';
import { baselineText } from '../response.js';
import { strings } from '../strings.js';
import { modelUnit, outcomeUnit } from '../time_unit.js';
import {
  dfCell,
  numberCell,
  pValueCell,
  type TableCell,
  type TableColumn,
  type TableGroup,
  type TableRow,
  type TableSpec,
} from './spec.js';
import { directionCell } from './direction.js';

const words = strings.tables;

const visitText = (visit: string | null, unit: TimeUnit): string =>
  visit === null ? capitalise(strings.visit.average) : visitTitle(visit, unit);

const rowKind = (visit: string | null): Pick<TableRow, 'kind'> => (visit === null ? { kind: 'summary' } : {});

const level = (numbers: NumberFormat, outcome: OutcomeResult): string =>
  numbers.confidence(outcome.model?.confidence ?? 0.95);

/** "−13.6 (5.80)" and "−25.9 to −1.3", beside it or below it. */
function intervalCells(
  row: Estimate | undefined,
  decimals: number,
  numbers: NumberFormat,
  isBelow: boolean,
): TableCell[] {
  const estimate = numberCell(
    row?.estimate,
    (x) => `${numbers.number(x, decimals)} (${numbers.number(row?.se, decimals + 1)})`,
  );
  const interval = numberCell(row?.lower, () => numbers.interval(row?.lower, row?.upper, decimals));
  if (!isBelow) return [estimate, interval];
  return [isAvailable(row?.lower) ? { ...estimate, detail: interval.text } : estimate];
}

/** What stands over them. */
const intervalColumns = (group: string, label: string, ci: string, isBelow: boolean): TableColumn[] =>
  isBelow
    ? [{ group, label, detail: ci, numeric: true }]
    : [
        { group, label, numeric: true },
        { group, label: ci, numeric: true },
      ];

/**
 * One row per visit: each arm's LS mean, then each difference from the reference. With more than two arms the intervals
 * stand below the estimates, so that the table fits a page.
 */
export function meansTable(report: Report, outcome: OutcomeResult): TableSpec {
  const numbers = numbersOf(report);
  const decimals = outcomeDecimals(report, outcome);
  const arms = armsOf(outcome.means);
  const compared = armsOf(outcome.differences);
  const visits = [...new Set(outcome.means.map(({ visit }) => visit))];
  const unit = outcomeUnit(report, outcome);
  const ci = words.ci(level(numbers, outcome));
  const isBelow = arms.length > 2;
  const cellsOf = (row: Estimate | undefined): TableCell[] => intervalCells(row, decimals, numbers, isBelow);
  const at = <Row extends MeanRow | DifferenceRow>(rows: Row[], arm: string, visit: string | null): Row | undefined =>
    rows.find((row) => row.arm === arm && row.visit === visit);
  return {
    caption: meansCaption(report, outcome),
    simulated: report.simulated,
    columns: [
      { label: words.visit },
      ...arms.flatMap((group) => [
        { group, label: words.n, numeric: true },
        ...intervalColumns(group, words.meanSe, ci, isBelow),
      ]),
      ...compared.flatMap((arm) => {
        const group = words.differenceOf(arm, outcome.differences.find((row) => row.arm === arm)?.reference ?? '');
        return [
          ...intervalColumns(group, words.differenceSe, ci, isBelow),
          ...ifTested(report, { group, label: numbers.style.pHeading, numeric: true }),
        ];
      }),
    ],
    groups: [
      {
        rows: visits.map((visit) => ({
          ...rowKind(visit),
          header: { text: visitText(visit, unit) },
          cells: [
            ...arms.flatMap((arm) => {
              const mean = at(outcome.means, arm, visit);
              return [numberCell(mean?.n, (n) => numbers.count(n)), ...cellsOf(mean)];
            }),
            ...compared.flatMap((arm) => {
              const difference = at(outcome.differences, arm, visit);
              return [...cellsOf(difference), ...ifTested(report, pValueCell(difference, numbers))];
            }),
          ],
        })),
      },
    ],
    notes: [directNote(report, outcome)],
  };
}

function directNote(report: Report, { score, direction }: OutcomeResult): string {
  const isLower = direction === 'lower_is_better';
  return isScoreOnFatigue(report, score) ? strings.notes.direct(isLower) : strings.notes.directOther(isLower);
}

function meansCaption(report: Report, outcome: OutcomeResult): string {
  const { label, model } = outcome;
  const baseline = baselineText(report, outcome);
  if (baseline === null) return strings.captions.means(label);
  return model?.response === 'percent_change'
    ? strings.captions.meansPercentChange(label, baseline)
    : strings.captions.meansChange(label, baseline);
}

/** Estimate, SE, interval, df, t, p. */
function testCells(report: Report, row: Estimate & { pAdjusted?: number | null }, decimals: number): TableCell[] {
  const numbers = numbersOf(report);
  return [
    numberCell(row.estimate, (x) => numbers.number(x, decimals)),
    numberCell(row.se, (x) => numbers.number(x, decimals + 1)),
    numberCell(row.lower, () => numbers.interval(row.lower, row.upper, decimals)),
    dfCell(row.df, row, numbers),
    numberCell(row.t, (t) => numbers.number(t, 2)),
    ...ifTested(report, pValueCell(row, numbers)),
  ];
}

function testColumns(report: Report, outcome: OutcomeResult, label: string): TableColumn[] {
  const numbers = numbersOf(report);
  const labels = [label, words.se, words.ci(level(numbers, outcome)), words.df, words.t];
  return [...labels, ...ifTested(report, numbers.style.pHeading)].map((name) => ({ label: name, numeric: true }));
}

/** The differences with their tests in full. */
export function differencesTable(report: Report, outcome: OutcomeResult): TableSpec {
  const decimals = outcomeDecimals(report, outcome);
  const unit = outcomeUnit(report, outcome);
  const row = (difference: DifferenceRow): TableRow => ({
    ...rowKind(difference.visit),
    header: { text: visitText(difference.visit, unit) },
    cells: [...testCells(report, difference, decimals), directionCell(report, outcome, difference)],
  });
  const groups: TableGroup[] = armsOf(outcome.differences).map((arm) => {
    const rows = outcome.differences.filter((difference) => difference.arm === arm);
    return { heading: words.differenceOf(arm, rows[0]?.reference ?? ''), rows: rows.map(row) };
  });
  return {
    caption: strings.captions.differences(outcome.label),
    simulated: report.simulated,
    columns: [{ label: words.visit }, ...testColumns(report, outcome, words.difference), { label: words.direction }],
    groups,
    notes: [],
  };
}

export function slopesTable(report: Report, outcome: OutcomeResult): TableSpec {
  const decimals = slopeDecimalsOf(report, outcome);
  const unit = modelUnit(report, outcome);
  const rows: TableRow[] = outcome.slopes.map((slope) => ({
    header: { text: slope.arm },
    cells: testCells(report, slope, decimals),
  }));
  const differences: TableRow[] = outcome.slopeDifferences.map((slope) => ({
    kind: 'summary',
    header: { text: words.differenceOf(slope.arm, slope.reference) },
    cells: testCells(report, slope, decimals),
  }));
  return {
    caption: strings.captions.slopes(outcome.label, unit),
    simulated: report.simulated,
    columns: [
      { label: words.arm },
      ...testColumns(report, outcome, capitalise(effectUnit(report, outcome, { kind: 'slope_difference' }))),
    ],
    groups: [{ rows }, { rows: differences }],
    notes: [],
  };
}

function armsOf(rows: readonly { arm: string }[]): string[] {
  return [...new Set(rows.map((row) => row.arm))];
}

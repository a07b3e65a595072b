// SPDX-License-Identifier: MIT
/** Responders of the arms compared: by visit, and over all visits by generalised estimating equations. */
import type { TimeUnit } from '../../contract/plan.js';
import type { GeeResult, OutcomeResult, Report } from '../../contract/report.js';
import { visitTitle } from '../labels.js';
import { isAvailable, numbersOf } from '../number.js';
import { ifTested } from '../pilot.js';
import { strings } from '../strings.js';
import { outcomeUnit } from '../time_unit.js';
import { proportionCells, proportionColumns, proportionNotes } from './proportions.js';
import { ruleText } from './responders.js';
import { numberCell, type TableRow, type TableSpec } from './spec.js';
import { translated } from '../translated.js';

const words = strings.comparisons;

/** One row per visit; null where there is nothing to compare. */
export function responderComparisonsTable(report: Report, outcome: OutcomeResult): TableSpec | null {
  const { responders } = outcome;
  const rows = responders?.comparisons ?? [];
  if (!responders || rows.length === 0) return null;
  const unit = outcomeUnit(report, outcome);
  const visits = [...new Set(rows.map(({ visit }) => visit))];
  const arms = [...new Set(rows.map(({ arm }) => arm))];
  const sample = arms.flatMap((arm) => rows.find((row) => row.arm === arm) ?? []);
  return {
    caption: words.responders(outcome.label),
    simulated: report.simulated,
    columns: [{ label: strings.tables.visit }, ...proportionColumns(report, sample)],
    groups: [
      {
        rows: visits.map((visit) => ({
          header: { text: visitTitle(visit, unit) },
          cells: arms.flatMap((arm) =>
            proportionCells(
              report,
              rows.find((row) => row.arm === arm && row.visit === visit),
            ),
          ),
        })),
      },
    ],
    notes: [ruleText(responders, outcome.direction, numbersOf(report)), ...proportionNotes(report, sample)],
  };
}

/** Null where the plan asks for none. */
export function geeTable(report: Report, outcome: OutcomeResult): TableSpec | null {
  const gee = outcome.responders?.gee;
  if (!gee) return null;
  const numbers = numbersOf(report);
  const ci = strings.tables.ci(numbers.confidence(gee.confidence));
  const compared = [...new Map(gee.rows.map(({ arm, reference }) => [arm, reference]))];
  return {
    caption: words.gee.caption(outcome.label),
    simulated: report.simulated,
    columns: [
      { label: strings.tables.visit },
      ...[words.odds, ci, strings.tables.df, ...ifTested(report, numbers.style.pHeading)].map((label) => ({
        label,
        numeric: true,
      })),
    ],
    groups: compared.map(([arm, reference]) => ({
      heading: words.against(arm, reference),
      rows: gee.rows.filter((row) => row.arm === arm).map((row) => geeRow(report, row, outcomeUnit(report, outcome))),
    })),
    notes: geeNotes(report, gee),
  };
}

function geeRow(report: Report, row: GeeResult['rows'][number], unit: TimeUnit): TableRow {
  const numbers = numbersOf(report);
  const reason = words.gee.notEstimable;
  return {
    header: { text: visitTitle(row.visit, unit) },
    cells: [
      numberCell(row.oddsRatio, (x) => numbers.number(x, 2), reason),
      numberCell(row.lower, () => numbers.interval(row.lower, row.upper, 2), reason),
      isAvailable(row.oddsRatio) ? { text: numbers.df(row.df) } : numberCell(null, String, reason),
      ...ifTested(
        report,
        numberCell(row.pValue, (p) => numbers.pValue(p), reason),
      ),
    ],
  };
}

function geeNotes(report: Report, gee: GeeResult): string[] {
  const numbers = numbersOf(report);
  return [
    words.gee.note(numbers.number(gee.correlation, 2), numbers.count(gee.nSubjects), numbers.count(gee.nObservations)),
    words.gee.vcov[gee.vcov],
    words.gee.formula(gee.formula),
    ...(gee.message === '' ? [] : [words.gee.failed(translated(gee.message))]),
  ];
}

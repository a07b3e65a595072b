// SPDX-License-Identifier: MIT
/** How the questionnaires were answered: complete forms, missing items, floor and ceiling, Cronbach's alpha. */
import type { QualityRow, Report } from '../../contract/report.js';
import { visitTitle } from '../labels.js';
import { notAvailable, numbersOf, percentOf, type NumberFormat } from '../number.js';
import { strings } from '../strings.js';
import { timeUnitOf } from '../time_unit.js';
import type { TableCell, TableSpec } from './spec.js';

const words = strings.quality;
const alphaDecimals = 2;

/** Null for a report without any, as those from before it was made. */
export function qualityTable(report: Report): TableSpec | null {
  const rows = report.quality ?? [];
  if (rows.length === 0) return null;
  const numbers = numbersOf(report);
  const scores = [...new Set(rows.map(({ score }) => score))];
  const confidence = rows.find(({ alpha }) => alpha !== null)?.alpha?.confidence ?? 0.95;
  const headings = [
    words.forms,
    words.complete,
    words.itemsMissing,
    words.floor,
    words.ceiling,
    words.alpha(numbers.confidence(confidence)),
  ];
  return {
    caption: words.caption,
    simulated: report.simulated,
    columns: [{ label: strings.tables.visit }, ...headings.map((label) => ({ label, numeric: true }))],
    groups: scores.map((score) => ({
      heading: report.scores.find((each) => each.score === score)?.label ?? score,
      rows: rows
        .filter((row) => row.score === score)
        .map((row) => ({
          header: { text: visitTitle(row.visit, timeUnitOf(report.plan, score)) },
          cells: cellsOf(row, numbers),
        })),
    })),
    notes: [words.formsNote, words.alphaNote],
  };
}

function cellsOf(row: QualityRow, numbers: NumberFormat): TableCell[] {
  return [
    { text: numbers.count(row.forms) },
    row.complete === null ? given() : { text: numbers.count(row.complete) },
    row.itemsMissing === null || row.itemsAsked === null ? given() : share(row.itemsMissing, row.itemsAsked, numbers),
    share(row.atLowest, row.scored, numbers),
    share(row.atHighest, row.scored, numbers),
    alphaCell(row, numbers),
  ];
}

const given = (): TableCell => ({ text: notAvailable, reason: words.givenReason });

/** "3 (1.2%)": small shares matter here, so with a decimal. */
function share(n: number, of: number, numbers: NumberFormat): TableCell {
  const count = numbers.count(n);
  return { text: of === 0 ? count : `${count} (${numbers.percentWith(percentOf(n, of), 1)})` };
}

function alphaCell({ alpha, complete }: QualityRow, numbers: NumberFormat): TableCell {
  if (alpha === null) return { text: notAvailable, reason: complete === null ? words.givenReason : words.alphaReason };
  const interval = numbers.interval(alpha.lower, alpha.upper, alphaDecimals);
  return { text: `${numbers.number(alpha.estimate, alphaDecimals)} (${interval})` };
}

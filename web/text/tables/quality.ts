// SPDX-License-Identifier: MIT
/** How the questionnaires were answered: complete forms, missing items, floor and ceiling, Cronbach's alpha. */
import type { QualityRow, Report } from '../../contract/report.js';
import { capitalise, visitLabel } from '../labels.js';
import { formatConfidence, formatInterval, formatNumber, notAvailable } from '../number.js';
import { strings } from '../strings.js';
import type { TableCell, TableSpec } from './spec.js';

const words = strings.quality;
const alphaDecimals = 2;

/** Null for a report without any, as those from before it was made. */
export function qualityTable(report: Report): TableSpec | null {
  const rows = report.quality ?? [];
  if (rows.length === 0) return null;
  const scores = [...new Set(rows.map(({ score }) => score))];
  const confidence = rows.find(({ alpha }) => alpha !== null)?.alpha?.confidence ?? 0.95;
  const headings = [
    words.forms,
    words.complete,
    words.itemsMissing,
    words.floor,
    words.ceiling,
    words.alpha(formatConfidence(confidence)),
  ];
  return {
    caption: words.caption,
    simulated: report.simulated,
    columns: [{ label: strings.tables.visit }, ...headings.map((label) => ({ label, numeric: true }))],
    groups: scores.map((score) => ({
      heading: report.scores.find((each) => each.score === score)?.label ?? score,
      rows: rows
        .filter((row) => row.score === score)
        .map((row) => ({ header: { text: capitalise(visitLabel(row.visit)) }, cells: cellsOf(row) })),
    })),
    notes: [words.formsNote, words.alphaNote],
  };
}

function cellsOf(row: QualityRow): TableCell[] {
  return [
    { text: String(row.forms) },
    row.complete === null ? given : { text: String(row.complete) },
    row.itemsMissing === null || row.itemsAsked === null ? given : share(row.itemsMissing, row.itemsAsked),
    share(row.atLowest, row.scored),
    share(row.atHighest, row.scored),
    alphaCell(row),
  ];
}

const given: TableCell = { text: notAvailable, reason: words.givenReason };

/** "3 (1.2%)": small shares matter here, so with a decimal. */
function share(n: number, of: number): TableCell {
  return { text: of === 0 ? String(n) : `${n} (${formatNumber((100 * n) / of, 1)}%)` };
}

function alphaCell({ alpha, complete }: QualityRow): TableCell {
  if (alpha === null) return { text: notAvailable, reason: complete === null ? words.givenReason : words.alphaReason };
  const interval = formatInterval(alpha.lower, alpha.upper, alphaDecimals);
  return { text: `${formatNumber(alpha.estimate, alphaDecimals)} (${interval})` };
}

// SPDX-License-Identifier: MIT
/** Responders of one outcome by arm and visit, with the rule in words. */
import type { OutcomeResult, Report, ResponderTable } from '../../contract/report.js';
import { visitTitle } from '../labels.js';
import { defaultNumbers, isAvailable, notAvailable, numbersOf, type NumberFormat } from '../number.js';
import { responderRule } from '../responder_rule.js';
import { textOf } from '../segments.js';
import { strings } from '../strings.js';
import { outcomeUnit } from '../time_unit.js';
import type { TableCell, TableSpec } from './spec.js';

const words = strings.quality;

/** One row per visit, one column per arm; null where the plan asks for none. */
export function respondersTable(report: Report, outcome: OutcomeResult): TableSpec | null {
  const { responders } = outcome;
  if (!responders) return null;
  const numbers = numbersOf(report);
  const arms = [...new Set(responders.rows.map(({ arm }) => arm))];
  const unit = outcomeUnit(report, outcome);
  const visits = [...new Set(responders.rows.map(({ visit }) => visit))];
  return {
    caption: words.respondersCaption(outcome.label),
    simulated: report.simulated,
    columns: [
      { label: strings.tables.visit },
      ...arms.map((group) => ({ group, label: words.responders, numeric: true })),
    ],
    groups: [
      {
        rows: visits.map((visit) => ({
          header: { text: visitTitle(visit, unit) },
          cells: arms.map((arm) =>
            cellOf(
              responders.rows.find((row) => row.arm === arm && row.visit === visit),
              numbers,
            ),
          ),
        })),
      },
    ],
    notes: [ruleText(responders, outcome.direction, numbers), words.denominator],
  };
}

function cellOf(row: ResponderTable['rows'][number] | undefined, numbers: NumberFormat): TableCell {
  if (!row) return { text: notAvailable, reason: strings.reasons.notEstimable };
  const counts = `${row.responders}/${row.n}`;
  return {
    text: row.n === 0 || !isAvailable(row.percent) ? counts : `${counts} (${numbers.percent(row.percent, row.n)})`,
  };
}

/** The rule with its numbers, for a note under a table. */
export const ruleText = (
  table: Pick<ResponderTable, 'rule' | 'threshold'>,
  direction: OutcomeResult['direction'],
  numbers: NumberFormat = defaultNumbers,
): string =>
  textOf(
    responderRule(table, direction, {
      of: '',
      cite: words.rule.source,
      number: (_, value) => numbers.published(value, 0),
      threshold: (points) => numbers.number(points, 2),
    }),
  );

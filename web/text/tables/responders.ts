// SPDX-License-Identifier: MIT
/** Responders of one outcome by arm and visit, with the rule in words. */
import type { ResponderRule } from '../../contract/plan.js';
import type { OutcomeResult, Report, ResponderTable } from '../../contract/report.js';
import { plainNumber } from '../instrument.js';
import { visitTitle } from '../labels.js';
import { defaultNumbers, isAvailable, notAvailable, numbersOf, type NumberFormat } from '../number.js';
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

/** "A responder is better than at baseline by at least 4 points (lower is better)." */
export function ruleText(
  { rule, threshold }: Pick<ResponderTable, 'rule' | 'threshold'>,
  direction: OutcomeResult['direction'],
  numbers: NumberFormat = defaultNumbers,
): string {
  const better = direction === 'lower_is_better' ? words.lower : words.higher;
  switch (rule.kind) {
    case 'change':
    case 'percent_change':
      return words.rule[rule.kind](plainNumber(rule.by), better);
    case 'cut_off':
      return words.rule.cut_off(sideText(rule, direction), plainNumber(rule.value));
    case 'reliable_change':
      return words.rule.reliable_change(
        plainNumber(rule.reliability),
        threshold === null ? null : numbers.number(threshold, 2),
        rule.sd === undefined ? null : plainNumber(rule.sd),
      );
  }
}

function sideText(
  { inclusive = false }: Extract<ResponderRule, { kind: 'cut_off' }>,
  direction: OutcomeResult['direction'],
): string {
  const { atMost, below, atLeast, above } = words.sides;
  if (direction === 'lower_is_better') return inclusive ? atMost : below;
  return inclusive ? atLeast : above;
}

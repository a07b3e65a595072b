// SPDX-License-Identifier: MIT
/** Side effects by arm: participants with at least one (percent of the arm), and events. */
import type { Report, SafetyTable } from '../../contract/report.js';
import { capitalise } from '../labels.js';
import { numbersOf } from '../number.js';
import { strings } from '../strings.js';
import type { TableSpec } from './spec.js';

export function safetyTable(report: Report, safety: SafetyTable): TableSpec {
  const words = strings.tables;
  const numbers = numbersOf(report);
  const denominators = safety.arms.map(({ arm, participants }) => strings.notes.nInArm(arm, participants));
  return {
    caption: strings.captions.safety,
    simulated: report.simulated,
    columns: [
      { label: words.event },
      ...safety.arms.flatMap(({ arm, participants }) => [
        { group: words.armOf(arm, participants), label: words.participants, numeric: true },
        { group: words.armOf(arm, participants), label: words.events, numeric: true },
      ]),
    ],
    groups: [
      {
        rows: safety.rows.map((row) => ({
          ...(row.term === null ? { kind: 'summary' as const } : {}),
          header: { text: row.term === null ? words.anyEvent : capitalise(row.term) },
          cells: row.cells.flatMap((cell, i) => [
            {
              text: `${numbers.count(cell.participants)} (${numbers.percent(cell.percent, safety.arms[i]?.participants)})`,
            },
            { text: numbers.count(cell.events) },
          ]),
        })),
      },
    ],
    notes: [strings.notes.participantsCounted, strings.notes.denominator(denominators.join(strings.listSeparator))],
  };
}

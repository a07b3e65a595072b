// SPDX-License-Identifier: MIT
/** Participants through the trial: counts by arm, and why others are not counted. */
import type { Flow, OutcomeFlow, Reason } from '../../contract/participants.js';
import type { Report } from '../../contract/report.js';
import { visitTitle } from '../labels.js';
import { notAnalysedReason } from '../not_analysed.js';
import { numbersOf } from '../number.js';
import { strings } from '../strings.js';
import { outcomeUnit } from '../time_unit.js';
import { numberCell, type TableGroup, type TableRow, type TableSpec } from './spec.js';
import { translated } from '../translated.js';

const words = strings.participants.flow;

/** Null in reports from before it was made. */
export function flowTable(report: Report): TableSpec | null {
  const { flow } = report;
  if (!flow) return null;
  return {
    caption: words.caption,
    simulated: report.simulated,
    columns: [{ label: words.stage }, ...flow.arms.map(({ arm }) => ({ label: arm, numeric: true }))],
    groups: [
      {
        rows: [
          countRow(
            report,
            report.plan.randomised ? words.randomised : words.assigned,
            flow.arms.map(({ randomised }) => randomised),
          ),
        ],
      },
      ...flow.outcomes.map((outcome) => outcomeGroup(report, outcome)),
    ],
    notes: flowNotes(flow),
  };
}

function flowNotes({ listed, notRandomised }: Flow): string[] {
  return [
    words.listed(listed),
    ...notRandomised.map(({ n, reason }) => words.notRandomised(n, translated(reason))),
    words.once,
  ];
}

function outcomeGroup(report: Report, { outcome, arms, visits }: OutcomeFlow): TableGroup {
  const result = report.outcomes.find(({ id }) => id === outcome);
  const unit = result ? outcomeUnit(report, result) : 'day';
  return {
    heading: result?.label ?? outcome,
    rows: [
      ...baselineRows(report, arms),
      {
        ...countRow(
          report,
          words.analysed,
          arms.map(({ analysed }) => analysed),
        ),
        kind: 'summary',
      },
      ...reasonRows(
        report,
        arms.map(({ notAnalysed }) => notAnalysed),
        (reason) => words.notAnalysed(notAnalysedReason(reason)),
      ),
      ...visits.flatMap(({ visit, arms: atVisit }) => {
        const name = visitTitle(visit, unit);
        return [
          countRow(
            report,
            words.atVisit(name),
            atVisit.map(({ analysed }) => analysed),
          ),
          ...reasonRows(
            report,
            atVisit.map(({ missing }) => missing),
            ({ reason }) => words.missingAtVisit(name, translated(reason)),
          ),
        ];
      }),
    ],
  };
}

/** None for an outcome that has no baseline. */
function baselineRows(report: Report, arms: OutcomeFlow['arms']): TableRow[] {
  const counts = arms.map(({ withBaseline }) => withBaseline);
  return counts.every((n) => n === null) ? [] : [countRow(report, words.withBaseline, counts)];
}

function countRow(report: Report, header: string, counts: readonly (number | null)[]): TableRow {
  const numbers = numbersOf(report);
  return {
    header: { text: header },
    cells: counts.map((n) => numberCell(n, (count) => numbers.count(count), words.noBaseline)),
  };
}

/** One row per reason that any arm has; an arm without it has 0, as the counts are of all who are not analysed. */
function reasonRows(
  report: Report,
  byArm: readonly (readonly Reason[])[],
  write: (reason: Reason) => string,
): TableRow[] {
  const reasons = new Map(byArm.flat().map((reason) => [reason.code, reason]));
  return [...reasons].map(([code, reason]) =>
    countRow(
      report,
      write(reason),
      byArm.map((own) => own.find((each) => each.code === code)?.n ?? 0),
    ),
  );
}

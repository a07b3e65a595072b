// SPDX-License-Identifier: MIT
/** The effects with all that is known of each: test, standardised effect, the difference that matters. */
import type { EffectRow, OutcomeResult, Report } from '../../contract/report.js';
import { comparisons, effectUnit, effectWhen } from '../effect.js';
import { mcidNotes } from '../mcid.js';
import { numbersOf } from '../number.js';
import { ifTested } from '../pilot.js';
import { effectDecimals } from '../precision.js';
import { strings } from '../strings.js';
import { confirmNotes } from '../to_confirm.js';
import { mcidCell, standardisedCell } from './effect_cells.js';
import { dfCell, numberCell, pValueCell, type TableColumn, type TableRow, type TableSpec } from './spec.js';

const words = strings.tables;

/** Null where no outcome has an effect. */
export function effectsTable(report: Report): TableSpec | null {
  const outcomes = report.outcomes.filter(({ effects }) => effects.length > 0);
  const [first] = outcomes;
  if (first === undefined) return null;
  const all = outcomes.flatMap(({ effects }) => effects);
  const has = {
    standardised: all.some(({ standardised }) => standardised),
    mcid: all.some(({ mcid }) => mcid),
  };
  return {
    caption: strings.effects.caption,
    simulated: report.simulated,
    columns: columns(report, first, has),
    groups: outcomes.map((outcome) => ({
      rows: outcome.effects.map((effect) => row(report, outcome, effect, has)),
    })),
    notes: [
      ...confirmNotes(report),
      ...(has.standardised ? [strings.effects.standardisedNote] : []),
      ...(has.mcid ? mcidNotes(report) : []),
    ],
  };
}

interface Has {
  standardised: boolean;
  mcid: boolean;
}

function columns(report: Report, { model }: OutcomeResult, has: Has): TableColumn[] {
  const numbers = numbersOf(report);
  const ci = words.ci(numbers.confidence(model?.confidence ?? 0.95));
  return [
    { label: words.outcome },
    { label: words.when },
    ...[
      words.difference,
      words.se,
      ci,
      words.df,
      words.t,
      ...ifTested(report, numbers.style.pHeading),
      ...(has.standardised ? [`${strings.effects.standardised} (${ci})`] : []),
    ].map((label) => ({ label, numeric: true })),
    ...(has.mcid ? [{ label: strings.effects.mcid }] : []),
  ];
}

function row(report: Report, outcome: OutcomeResult, effect: EffectRow, has: Has): TableRow {
  const numbers = numbersOf(report);
  const decimals = effectDecimals(report, outcome, effect.kind);
  const detail = comparisons(report).length > 1 ? { detail: words.differenceOf(effect.arm, effect.reference) } : {};
  return {
    header: { text: outcome.label, ...detail },
    cells: [
      { text: effectWhen(report, outcome, effect) },
      {
        ...numberCell(effect.estimate, (x) => numbers.number(x, decimals)),
        detail: effectUnit(report, outcome, effect),
      },
      numberCell(effect.se, (x) => numbers.number(x, decimals + 1)),
      numberCell(effect.lower, () => numbers.interval(effect.lower, effect.upper, decimals)),
      dfCell(effect.df, effect, numbers),
      numberCell(effect.t, (t) => numbers.number(t, 2)),
      ...ifTested(report, pValueCell(effect, numbers)),
      ...(has.standardised ? [standardisedCell(report, effect, decimals)] : []),
      ...(has.mcid ? [mcidCell(report, outcome, effect)] : []),
    ],
  };
}

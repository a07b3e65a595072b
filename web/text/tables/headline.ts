// SPDX-License-Identifier: MIT
/** The headline table: one effect per outcome and comparison, the published result beside it where the plan has one. */
import type { PublishedEffects } from '../../contract/plan.js';
import type { EffectRow, OutcomeResult, Report } from '../../contract/report.js';
import { comparisons, effectUnit, effectWhen, overWindowSentence } from '../effect.js';
import { mcidNotes } from '../mcid.js';
import { notAvailable, numbersOf } from '../number.js';
import { gateLevel, shortGate } from '../gate.js';
import { adjustedNote } from '../method.js';
import { showsTests } from '../pilot.js';
import { analysedIn, armsWithoutData, armWithoutData, observedAt } from '../outcome_context.js';
import { textOf } from '../segments.js';
import { effectDecimals } from '../precision.js';
import { strings } from '../strings.js';
import { confirmNotes } from '../to_confirm.js';
import { mcidCell } from './effect_cells.js';
import { numberCell, pValueCell, type TableCell, type TableGroup, type TableRow, type TableSpec } from './spec.js';
import { directionCell } from './direction.js';
import { translated } from '../translated.js';

const words = strings.tables;

export function headlineTable(report: Report): TableSpec {
  const pairs = comparisons(report);
  const [only] = pairs;
  const arms = report.arms.map((a) => a.arm);
  return {
    caption:
      only !== undefined && pairs.length === 1
        ? strings.captions.headline(words.differenceOf(...only))
        : strings.captions.headlineSeveral,
    simulated: report.simulated,
    columns: [
      { label: words.outcome },
      { label: words.when },
      { label: tellsVisits(report) ? words.nAtVisit : words.n, detail: arms.join(' / '), numeric: true },
      { label: words.difference, numeric: true },
      { label: words.ci(levels(report)), numeric: true },
      ...(showsTests(report)
        ? [{ label: numbersOf(report).style.pHeading, numeric: true }]
        : [{ label: strings.effects.mcid }]),
      { label: words.direction },
    ],
    groups: report.outcomes.map((outcome) => outcomeGroup(report, outcome, pairs.length > 1)),
    notes: notes(report),
  };
}

/** "95%", or "95% / 90%" should outcomes differ. */
function levels(report: Report): string {
  const numbers = numbersOf(report);
  const all = report.outcomes.flatMap((o) => (o.model ? [numbers.confidence(o.model.confidence)] : []));
  return [...new Set(all)].join(' / ') || numbers.confidence(report.plan.inference?.confidence ?? 0.95);
}

function outcomeGroup(report: Report, outcome: OutcomeResult, nameArms: boolean): TableGroup {
  const rows = outcome.effects.map((effect) => effectRow(report, outcome, effect, nameArms));
  const published = report.plan.published?.rows.find((row) => row.outcome === outcome.id);
  if (rows.length === 0) rows.push(failedRow(report, outcome));
  const [first] = outcome.effects;
  if (published && first) rows.push(publishedRow(report, outcome, first, published));
  return { rows };
}

function effectRow(report: Report, outcome: OutcomeResult, effect: EffectRow, nameArms: boolean): TableRow {
  const numbers = numbersOf(report);
  const decimals = effectDecimals(report, outcome, effect.kind);
  const details = [
    words[outcome.role],
    ...(nameArms ? [words.differenceOf(effect.arm, effect.reference)] : []),
    ...(report.simulated ? [words.simulated] : []),
    ...gateDetails(report, outcome, effect),
  ];
  return {
    header: { text: outcome.label, detail: details.join(strings.listSeparator) },
    cells: [
      { text: effectWhen(report, outcome, effect) },
      nCell(report, outcome, effect),
      {
        ...numberCell(effect.estimate, (x) => numbers.number(x, decimals)),
        detail: effectUnit(report, outcome, effect),
      },
      numberCell(effect.lower, () => numbers.interval(effect.lower, effect.upper, decimals)),
      showsTests(report) ? pValueCell(effect, numbers) : mcidCell(report, outcome, effect),
      directionCell(report, outcome, effect),
    ],
  };
}

/** Participants in the model, and of these at the visit of the effect those observed there. */
function nCell(report: Report, outcome: OutcomeResult, effect: EffectRow): TableCell {
  const numbers = numbersOf(report);
  const listOf = (nOf: (arm: string) => number): string =>
    report.arms.map(({ arm }) => numbers.count(nOf(arm))).join(' / ');
  const text = listOf((arm) => analysedIn(outcome, arm));
  const observed = observedAt(report, outcome, effect);
  return observed ? { text, detail: words.atVisit(listOf((arm) => observed.get(arm) ?? 0)) } : { text };
}

const tellsVisits = (report: Report): boolean =>
  report.outcomes.some((outcome) => outcome.effects.some((effect) => observedAt(report, outcome, effect) !== null));

const gateDetails = (report: Report, { gate }: OutcomeResult, effect?: EffectRow): string[] =>
  gate && showsTests(report) ? [shortGate(gate, effect)] : [];

const notPublished = (): TableCell => ({ text: notAvailable, reason: strings.reasons.notInPlan });

function publishedRow(
  report: Report,
  outcome: OutcomeResult,
  effect: EffectRow,
  row: PublishedEffects['rows'][number],
): TableRow {
  const numbers = numbersOf(report);
  const decimals = effectDecimals(report, outcome, effect.kind);
  const interval = [row.lower, row.upper].map((limit) => numbers.published(limit, decimals));
  return {
    kind: 'published',
    header: { text: words.published },
    cells: [
      { text: effectWhen(report, outcome, effect) },
      notPublished(),
      { text: numbers.published(row.estimate, decimals), detail: effectUnit(report, outcome, effect) },
      { text: interval.join(numbers.intervalTo(row.lower, row.upper)) },
      showsTests(report) ? { text: numbers.publishedP(row.pValue) } : notPublished(),
      { text: strings.direction.asPublished },
    ],
  };
}

function failedRow(report: Report, outcome: OutcomeResult): TableRow {
  const { error } = outcome;
  const reason = error ? translated(error.message) : strings.reasons.notEstimable;
  const dash: TableCell = { text: notAvailable, reason: `${outcome.label}: ${reason}` };
  const details = [words[outcome.role], ...gateDetails(report, outcome)];
  return {
    header: { text: outcome.label, detail: details.join(strings.listSeparator) },
    cells: [{ text: '' }, dash, dash, dash, dash, { text: '' }],
  };
}

function notes(report: Report): string[] {
  const windows = report.outcomes.flatMap((outcome) =>
    outcome.effects.map((effect) => overWindowSentence(report, outcome, effect)).filter((s) => s !== null),
  );
  const { published } = report.plan;
  const tested = showsTests(report);
  const adjusted = tested ? report.outcomes.map(adjustedNote).filter((note) => note !== null) : [];
  const gate = tested ? report.outcomes[0]?.gate : null;
  return [
    ...confirmNotes(report),
    ...(report.simulated ? [strings.notes.simulatedRows] : []),
    ...(report.simulated && published?.chosenToAgree === true ? [strings.notes.chosenToAgree] : []),
    ...(published ? [strings.notes.published(published.citation)] : []),
    ...windows,
    ...adjusted,
    ...(adjusted.length === 0 ? [] : [strings.notes.intervalsPlain]),
    ...(gate ? [strings.notes.sequence(gateLevel(gate))] : []),
    ...(tested ? [] : [strings.effects.pilotNote, ...mcidNotes(report)]),
    ...report.outcomes.flatMap((outcome) =>
      armsWithoutData(report, outcome).map((arm) => textOf(armWithoutData(outcome, arm))),
    ),
    tellsVisits(report) ? strings.notes.nAtVisit : strings.notes.n,
    strings.notes.direction,
  ];
}

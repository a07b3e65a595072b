// SPDX-License-Identifier: MIT
/** One effect in sentences: means, difference and interval, the test, standard deviations, the difference that matters. */
import type { AgainstMcid, EffectRow, OutcomeResult, Report } from '../contract/report.js';
import { averageWhen, effectUnit, pointsOf, slopeWhen } from './effect.js';
import { isScoreOnFatigue } from './instrument.js';
import { visitLabel } from './labels.js';
import { besidesMcid, mcidAmount, publishedMcid, shareText, windowParts } from './mcid.js';
import { isAvailable } from './number.js';
import { showsTests } from './pilot.js';
import { effectDecimals, slopeDecimalsOf } from './precision.js';
import { fill, listed, pointer, type Path, type Segment } from './segments.js';
import { strings } from './strings.js';
import { outcomeUnit } from './time_unit.js';
import type { ValueSegments } from './value_segments.js';

const words = strings.paragraphs;
const text = words.results;

interface Context {
  report: Report;
  outcome: OutcomeResult;
  effect: EffectRow;
  /** The outcome, and the effect in it. */
  outcomeAt: Path;
  at: Path;
  values: ValueSegments;
}

export function effectResults(
  report: Report,
  outcome: OutcomeResult,
  outcomeIndex: number,
  index: number,
  values: ValueSegments,
): Segment[][] {
  const effect = outcome.effects[index];
  if (!effect) return [];
  const outcomeAt = ['outcomes', outcomeIndex];
  const context = { report, outcome, effect, outcomeAt, at: [...outcomeAt, 'effects', index], values };
  if (!isAvailable(effect.estimate)) return [fill(text.notEstimable, names(context))];
  return [
    differenceSentence(context),
    ...windowSentences(context),
    ...standardisedSentences(context),
    directionSentence(context),
    ...(effect.mcid ? mcidSentences(context, effect.mcid) : []),
  ];
}

const names = (context: Context) => ({
  label: context.outcome.label,
  when: whenSegment(context),
  comparison: fill(text.comparison, { arm: context.effect.arm, reference: context.effect.reference }),
});

function whenSegment({ report, outcome, effect: { kind, visit }, outcomeAt, at, values }: Context): Segment {
  const unit = outcomeUnit(report, outcome);
  if (kind === 'visit_difference' && visit !== null)
    return values.words([...at, 'visit'], (name) => visitLabel(name, unit));
  const visits = outcome.model?.visits ?? [];
  const value = { path: pointer([...outcomeAt, 'model', 'visits']) };
  if (kind === 'average_difference') return { text: averageWhen(visits, unit), value };
  return { text: slopeWhen(report, outcome), ...(visits.length === 0 ? {} : { value }) };
}

function differenceSentence(context: Context): Segment[] {
  const { report, outcome, effect, outcomeAt, at, values } = context;
  const decimals = effectDecimals(report, outcome, effect.kind);
  const list = armEstimates(context, decimals);
  const template = list === null ? text.difference : effect.kind === 'slope_difference' ? text.slopes : text.means;
  return fill(template, {
    ...names(context),
    of: text.ofResponse[outcome.model?.response ?? 'value'],
    list: list ?? '',
    estimate: values.number([...at, 'estimate'], decimals),
    unit: effectUnit(report, outcome, effect),
    interval: values.interval([...outcomeAt, 'model', 'confidence'], at, decimals),
    tests: showsTests(report) ? testText(context) : '',
  });
}

/** What the effect is the difference of: slopes, or LS means; null unless both arms have one. */
function armEstimates({ outcome, effect, outcomeAt, values }: Context, decimals: number): Segment[] | null {
  const isSlope = effect.kind === 'slope_difference';
  const visits = outcome.model?.visits ?? [];
  const visit = effect.visit ?? (visits.length === 1 ? (visits[0] ?? null) : null);
  const indices = [effect.arm, effect.reference].map((arm) =>
    isSlope
      ? outcome.slopes.findIndex((row) => row.arm === arm)
      : outcome.means.findIndex((row) => row.arm === arm && row.visit === visit),
  );
  if (indices.some((index) => index < 0)) return null;
  const list = [effect.arm, effect.reference].map((arm, i) =>
    fill(text.meanOf, {
      estimate: values.number([...outcomeAt, isSlope ? 'slopes' : 'means', indices[i] ?? 0, 'estimate'], decimals),
      arm,
    }),
  );
  return listed(list, strings.listSeparator, words.and);
}

function testText({ effect, at, values }: Context): Segment[] {
  return [
    ...fill(text.tested, { p: values.pValue([...at, 'pValue']) }),
    ...(isAvailable(effect.pAdjusted) ? fill(text.adjusted, { p: values.pValue([...at, 'pAdjusted']) }) : []),
  ];
}

/** What a slope adds up to. */
function windowSentences({ report, outcome, effect, outcomeAt, at, values }: Context): Segment[][] {
  if (!effect.overWindow) return [];
  const decimals = slopeDecimalsOf(report, outcome);
  return [
    fill(text.overWindow, {
      ...windowParts(report, outcome, at, values),
      unit: pointsOf(outcome),
      estimate: values.number([...at, 'overWindow', 'estimate'], decimals),
      interval: values.interval([...outcomeAt, 'model', 'confidence'], [...at, 'overWindow'], decimals),
    }),
  ];
}

function standardisedSentences({ report, outcome, effect, outcomeAt, at, values }: Context): Segment[][] {
  if (!effect.standardised) return [];
  const path = [...at, 'standardised'];
  const sd = values.number([...path, 'sd'], effectDecimals(report, outcome, effect.kind) + 1);
  return [
    fill(text.standardised, {
      estimate: values.number([...path, 'estimate'], 2),
      interval: values.interval([...outcomeAt, 'model', 'confidence'], path, 2),
      sd: fill(text.sds[effect.standardised.by], { sd }),
    }),
  ];
}

function directionSentence({ report, outcome, effect }: Context): Segment[] {
  const { favours } = effect;
  if (favours === null) return fill(text.noDirection);
  const { fatigue, better } = text.directions;
  const isLower = isScoreOnFatigue(report, outcome.score) && outcome.direction === 'lower_is_better';
  return fill(text.direction, { direction: fill(isLower ? fatigue : better, { arm: favours }) });
}

/** How the interval lies to the difference that matters; in a pilot trial with the shares of the confidence distribution. */
function mcidSentences({ report, outcome, effect, at, values }: Context, { position }: AgainstMcid): Segment[][] {
  const isFirst = outcome.effects.find(({ mcid }) => mcid) === effect;
  const share = (name: string): Segment => values.written([...at, 'mcid', name], (x) => shareText(x, values.numbers));
  return [
    fill(text.mcid[position], {
      amount: [...mcidAmount(report, outcome, at, values, true), ...(isFirst ? publishedMcid(report, outcome) : [])],
      besides: besidesMcid(report, outcome, at, values),
    }),
    ...(showsTests(report)
      ? []
      : [fill(text.shares, { better: share('confidenceBetter'), beyond: share('confidenceBeyond') })]),
  ];
}

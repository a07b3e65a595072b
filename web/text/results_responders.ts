// SPDX-License-Identifier: MIT
/** Responders in sentences: at the effect's visit, by arm and compared, and in the model over all visits. */
import type { GeeResult } from '../contract/report.js';
import { visitTitle } from './labels.js';
import type { OutcomeContext } from './outcome_context.js';
import { showsTests } from './pilot.js';
import { proportionsCompared } from './proportion_segments.js';
import { fill, listed, type Segment } from './segments.js';
import { strings } from './strings.js';
import { outcomeUnit } from './time_unit.js';
import { translated } from './translated.js';

const words = strings.paragraphs;
const text = words.results;

export function responderResults(context: OutcomeContext): Segment[][] {
  return [...countSentences(context), ...geeSentences(context)];
}

/** The visit of the effect; the last one of responders where the effect is of no single visit. */
function visitOf({ report, outcome, at, values }: OutcomeContext): { visit: string; title: Segment } | null {
  const unit = outcomeUnit(report, outcome);
  const title = (name: string): string => visitTitle(name, unit);
  const own = outcome.effects.findIndex(({ visit }) => visit !== null);
  const visit = outcome.effects[own]?.visit;
  if (visit != null) return { visit, title: values.words([...at, 'effects', own, 'visit'], title) };
  const rows = outcome.responders?.rows ?? [];
  const last = rows.at(-1);
  return last
    ? { visit: last.visit, title: values.words([...at, 'responders', 'rows', rows.length - 1, 'visit'], title) }
    : null;
}

function countSentences(context: OutcomeContext): Segment[][] {
  const { report, outcome, at, values } = context;
  const { responders, label } = outcome;
  const own = visitOf(context);
  if (!responders || own === null) return [];
  const path = [...at, 'responders'];
  const list = responders.rows.flatMap((row, i) => {
    if (row.visit !== own.visit || row.n === 0) return [];
    const cell = [...path, 'rows', i];
    const [count, n] = [values.count([...cell, 'responders']), values.count([...cell, 'n'])];
    return [fill(text.proportion, { count, n, percent: values.percent([...cell, 'percent'], row.n), arm: row.arm })];
  });
  if (list.length === 0) return [fill(text.noResponders, { visit: own.title, label })];
  const compared = responders.comparisons ?? [];
  const comparisons = proportionsCompared(report, [...path, 'comparisons'], compared, values, own.visit);
  return [
    fill(text.responders, {
      visit: own.title,
      label,
      list: listed(list, strings.listSeparator, words.and),
      comparisons: comparisons.length === 0 ? '' : fill(text.compared, { comparisons }),
    }),
  ];
}

/** Every comparison at the visit, also those that could not be estimated. */
function geeSentences(context: OutcomeContext): Segment[][] {
  const { report, outcome, at, values } = context;
  const gee = outcome.responders?.gee;
  if (!gee) return [];
  const own = visitOf(context);
  const isKnown = ({ visit, oddsRatio }: GeeResult['rows'][number]): boolean =>
    visit === own?.visit && oddsRatio !== null;
  const [reference = '', ...others] = report.arms.map(({ arm }) => arm);
  const sentences =
    own === null || gee.rows.length === 0
      ? [fill(text.geeFailed, { label: outcome.label })]
      : others.map((arm) => {
          const index = gee.rows.findIndex((row) => row.arm === arm && isKnown(row));
          const names = {
            visit: own.title,
            label: outcome.label,
            comparison: fill(text.against, { arm, reference }),
          };
          return index < 0 ? fill(text.geeNotEstimated, names) : geeEstimate(context, index, names);
        });
  const isWhole = gee.message === '' || others.every((arm) => gee.rows.some((row) => row.arm === arm && isKnown(row)));
  const message = values.words([...at, 'responders', 'gee', 'message'], translated);
  return [...sentences, ...(isWhole ? [] : [fill(text.geeReason, { message })])];
}

function geeEstimate(
  { report, at, values }: OutcomeContext,
  index: number,
  names: { visit: Segment; label: string; comparison: Segment[] },
): Segment[] {
  const gee = [...at, 'responders', 'gee'];
  const path = [...gee, 'rows', index];
  return fill(text.gee, {
    ...names,
    estimate: values.number([...path, 'oddsRatio'], 2),
    interval: values.interval([...gee, 'confidence'], path, 2),
    tests: showsTests(report) ? fill(text.tested, { p: values.pValue([...path, 'pValue']) }) : '',
  });
}

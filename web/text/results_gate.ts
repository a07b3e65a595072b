// SPDX-License-Identifier: MIT
/** What came of an outcome's test in a fixed sequence, in a sentence: which comparison passed and which stopped it. */
import type { EffectRow } from '../contract/report.js';
import { comparisonOf, inSequence, passes, stoppedBy } from './gate.js';
import type { OutcomeContext } from './outcome_context.js';
import { fill, listed, type Segment } from './segments.js';
import { strings } from './strings.js';

const words = strings.paragraphs;
const text = words.results.gate;

const named = (effects: readonly EffectRow[]): Segment[] =>
  listed(effects.map(comparisonOf), strings.listSeparator, words.and);

export function gateResults({ report, outcome, at, values }: OutcomeContext): Segment[][] {
  const { gate, effects, status } = outcome;
  if (!gate) return [];
  const names = {
    position: values.count([...at, 'gate', 'position']),
    alpha: values.level([...at, 'gate', 'alpha']),
  };
  if (!gate.open) return [fill(text.closed, { ...names, by: closedBy({ report, values }) })];
  if (gate.rejected) {
    const all = effects.length > 1 ? fill(text.all, { comparisons: named(effects) }) : '';
    return [fill(text.rejected, { ...names, all })];
  }
  const stops = gate.position < inSequence(report).length ? text.stops : '';
  if (status === 'failed') return [fill(text.failed, { ...names, stops })];
  const passed = effects.filter((effect) => passes(effect, gate));
  if (passed.length === 0) return [fill(text.open, { ...names, stops })];
  const missed = effects.filter((effect) => !passes(effect, gate));
  return [fill(text.mixed, { ...names, stops, passed: named(passed), missed: named(missed) })];
}

/** "test 2 (FSS)" */
function closedBy({ report, values }: Pick<OutcomeContext, 'report' | 'values'>): Segment[] {
  const outcome = stoppedBy(report);
  if (!outcome) return [];
  const position = values.count(['outcomes', report.outcomes.indexOf(outcome), 'gate', 'position']);
  return fill(text.by, { position, label: outcome.label });
}

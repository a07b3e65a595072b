// SPDX-License-Identifier: MIT
/** Who counts as a responder, in words: for a note under a table and for the methods paragraph. */
import type { ResponderRule } from '../contract/plan.js';
import type { OutcomeResult, ResponderTable } from '../contract/report.js';
import { fill, type Part, type Segment } from './segments.js';
import { strings } from './strings.js';

const words = strings.quality;

/** What the sentence is about and how its numbers are written. */
export interface RuleWriting {
  /** " in FSS", or nothing. */
  of: Part;
  /** Of the reliable change's source. */
  cite: Part;
  /** A number of the rule, by its name there. */
  number: (name: string, value: number) => Part;
  threshold: (points: number) => Part;
}

/** "A responder is better than at baseline by at least 4 points (lower is better)." */
export function responderRule(
  { rule, threshold }: Pick<ResponderTable, 'rule' | 'threshold'>,
  direction: OutcomeResult['direction'],
  { of, cite, number, threshold: points }: RuleWriting,
): Segment[] {
  const better = direction === 'lower_is_better' ? words.lower : words.higher;
  switch (rule.kind) {
    case 'change':
    case 'percent_change':
      return fill(words.rule[rule.kind], { of, by: number('by', rule.by), direction: better });
    case 'cut_off':
      return fill(words.rule.cut_off, { of, side: sideText(rule, direction), value: number('value', rule.value) });
    case 'reliable_change':
      return fill(words.rule.reliable_change, {
        of,
        cite,
        reliability: number('reliability', rule.reliability),
        sd: rule.sd === undefined ? words.rule.sdOfAll : fill(words.rule.sd, { sd: number('sd', rule.sd) }),
        threshold: threshold === null ? '' : fill(words.rule.threshold, { points: points(threshold) }),
      });
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

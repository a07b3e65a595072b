// SPDX-License-Identifier: MIT
/** A model of one visit as R code: its covariance is a single variance, and lm fits it. */
import type { ScriptOutcome } from '../script_context.js';
import { isRobust } from './agreement.js';
import { compareLines, isWeighted, ownDf, powerOf, weightsOf } from './effects.js';

export function oneVisit(outcome: ScriptOutcome, formula: string): string[] {
  const { model, result } = outcome;
  const isMl = model.method === 'ML';
  // The variance is divided by n under ML, and lm divides it by n - p.
  const covariance = isRobust(outcome)
    ? 'robust$covariance'
    : isMl
      ? 'vcov(fit) * fit$df.residual / nrow(rows)'
      : 'vcov(fit)';
  return [
    `fit <- lm(${formula}, data = rows${isWeighted(outcome) ? ', weights = weight' : ''})`,
    ...(isRobust(outcome)
      ? [
          'X <- model.matrix(fit)[, !is.na(coef(fit)), drop = FALSE]',
          `robust <- empirical(X, residuals(fit), residual_blocks(rows${isWeighted(outcome) ? ', rows$weight' : ''}), ${powerOf(outcome)})`,
        ]
      : []),
    'means <- emmeans::emmeans(fit, ~ arm, weights = "equal", nesting = NULL)',
    `print(summary(means, infer = TRUE, level = ${model.confidence}))`,
    ...result.effects.flatMap((effect) => [
      `contrast <- emmeans::contrast(means, list(effect = ${weightsOf(effect)}))`,
      `effect <- tested(contrast, ${covariance}, ${dfOf(outcome)}, ${model.confidence})`,
      ...compareLines(outcome, effect),
    ]),
  ];
}

/** With the one variance as the only parameter, Satterthwaite's are those of its estimate: n under ML. */
function dfOf(outcome: ScriptOutcome): string {
  const { df, method } = outcome.model;
  if (df === 'between_within') return 'fit$df.residual';
  return ownDf(outcome) ?? (method === 'ML' ? 'nrow(rows)' : 'fit$df.residual');
}

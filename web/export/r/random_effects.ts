// SPDX-License-Identifier: MIT
/** A model with random effects as R code: lme4, with lmerTest's or pbkrtest's degrees of freedom. */
import type { EffectRow } from '../../contract/report.js';
import type { ScriptOutcome } from '../script_context.js';
import { isKenwardRoger, isRobust } from './agreement.js';
import { rText } from './data.js';
import { compareLines, isWeighted, ownDf, powerOf, weightsOf } from './effects.js';
import { informationLines, makesInformation } from './information.js';

export function randomEffects(outcome: ScriptOutcome, formula: string): string[] {
  const { model, result, time } = outcome;
  const term =
    model.covarianceUsed === 'intercept'
      ? '(1 | id)'
      : model.covarianceUsed === 'intercept_slope'
        ? `(${time} | id)`
        : `(${time} || id)`;
  const reml = model.method === 'REML' ? 'TRUE' : 'FALSE';
  return [
    `fit <- lme4::lmer(${formula} + ${term}, data = rows, REML = ${reml}${isWeighted(outcome) ? ', weights = weight' : ''}, control = lme4::lmerControl(optimizer = "bobyqa",`,
    '                  optCtrl = list(rhoend = 1e-10, maxfun = 1e5), calc.derivs = FALSE))',
    ...(isRobust(outcome)
      ? [
          `robust <- empirical(lme4::getME(fit, "X"), rows$${model.response === 'value' ? 'value' : 'change'} - lme4::getME(fit, "X") %*% lme4::fixef(fit), random_blocks(fit, rows$id), ${powerOf(outcome)})`,
        ]
      : makesInformation(outcome)
        ? informationLines(outcome, 'lme4::getME(fit, "X")')
        : ['fit <- lmerTest::as_lmerModLmerTest(fit)']),
    'print(summary(fit))',
    ...result.effects.flatMap((effect) => effectLines(outcome, effect)),
  ];
}

function effectLines(outcome: ScriptOutcome, effect: EffectRow): string[] {
  const { model, result, time } = outcome;
  const own = ownDf(outcome);
  const lmer = own !== null ? 'asymptotic' : isKenwardRoger(outcome) ? 'kenward-roger' : 'satterthwaite';
  const slopes = result.effects.some(({ kind }) => kind === 'slope_difference');
  const covariance = isRobust(outcome)
    ? 'robust$covariance'
    : makesInformation(outcome)
      ? 'own$covariance'
      : 'as.matrix(vcov(fit))';
  return [
    slopes
      ? `slopes <- emmeans::emtrends(fit, ~ arm, var = ${rText(time)}, lmer.df = "${lmer}", nesting = NULL)`
      : `slopes <- emmeans::emmeans(fit, ~ arm, at = list(${time} = ${effectDays(outcome, effect)}), lmer.df = "${lmer}", nesting = NULL)`,
    `contrast <- emmeans::contrast(slopes, list(effect = ${weightsOf(effect)}))`,
    own === null
      ? `effect <- summary(contrast, infer = TRUE, level = ${model.confidence})`
      : `effect <- tested(contrast, ${covariance}, ${own}, ${model.confidence})`,
    ...compareLines(outcome, effect),
  ];
}

function effectDays({ model }: ScriptOutcome, { visit }: EffectRow): string {
  const days = model.days ?? [];
  if (visit === null) return `c(${days.join(', ')})`;
  return String(days[model.visits.indexOf(visit)] ?? visit);
}

// SPDX-License-Identifier: MIT
/** A repeated-measures model as R code: mmrm, or nlme's gls where that is not installed and has the structure. */
import type { EffectRow } from '../../contract/report.js';
import type { ScriptOutcome } from '../script_context.js';
import { glsAgreement, hasGls, isKenwardRoger, isRobust } from './agreement.js';
import { rText } from './data.js';
import { agreementLines, compareLines, isWeighted, ownDf, powerOf, weightsOf } from './effects.js';
import { informationLines, makesInformation } from './information.js';

/** nlme's `correlation`; the variances of those that end in h, and of us, differ between visits. */
const correlationOver = (time: string): Record<string, string> => ({
  us: 'corSymm(form = ~ as.integer(visit) | id)',
  cs: 'corCompSymm(form = ~ 1 | id)',
  csh: 'corCompSymm(form = ~ 1 | id)',
  ar1: 'corAR1(form = ~ as.integer(visit) | id)',
  ar1h: 'corAR1(form = ~ as.integer(visit) | id)',
  sp_exp: `corExp(form = ~ ${time} | id)`,
});
const isHeterogeneous = (structure: string): boolean => ['us', 'csh', 'ar1h'].includes(structure);

const mmrmDf: Record<string, string> = {
  kenward_roger: '"Kenward-Roger", vcov = "Kenward-Roger-Linear"',
  kenward_roger_linear: '"Kenward-Roger", vcov = "Kenward-Roger-Linear"',
  kenward_roger_mmrm: '"Kenward-Roger", vcov = "Kenward-Roger"',
  between_within: '"Between-Within"',
  residual: '"Residual"',
};
const mmrmVcov: Record<string, string> = {
  empirical: 'Empirical',
  empirical_jackknife: 'Empirical-Jackknife',
  empirical_bias_reduced: 'Empirical-Bias-Reduced',
};

export function mmrm(outcome: ScriptOutcome, formula: string): string[] {
  const { model } = outcome;
  const structure = model.covarianceUsed;
  const time = structure === 'sp_exp' ? outcome.time : 'visit';
  const subject = model.covarianceGroups === 'arm' ? 'arm / id' : 'id';
  const reml = model.method === 'REML' ? 'TRUE' : 'FALSE';
  const weighted = isWeighted(outcome) ? ', weights = rows$weight' : '';
  const withGls = hasGls(outcome);
  return [
    'if (has("mmrm")) {',
    `  fit <- mmrm::mmrm(${formula} + ${structure}(${time} | ${subject}), data = rows, reml = ${reml}, method = ${methodOf(outcome)}${weighted})`,
    '} else {',
    ...(withGls ? gls(outcome, formula) : ['  stop("this covariance structure needs the package mmrm")']),
    '}',
    `means <- emmeans::emmeans(fit, ~ arm | visit, weights = "equal", nesting = NULL${withGls ? glsMode : ''})`,
    `print(summary(means, infer = TRUE, level = ${model.confidence}))`,
    ...outcome.result.effects.flatMap((effect) => effectLines(outcome, effect, withGls)),
  ];
}

const glsMode = ', mode = if (has("mmrm")) "auto" else "asymptotic"';

/** Degrees of freedom and covariance by mmrm's names; those of no information are set where effects are tested. */
function methodOf(outcome: ScriptOutcome): string {
  const { df, vcov = 'model' } = outcome.model;
  const robust = mmrmVcov[vcov];
  const own = isKenwardRoger(outcome) && robust !== undefined ? undefined : mmrmDf[df];
  return `${own ?? '"Satterthwaite"'}${robust === undefined ? '' : `, vcov = ${rText(robust)}`}`;
}

function gls(outcome: ScriptOutcome, formula: string): string[] {
  const { model } = outcome;
  const structure = model.covarianceUsed;
  const variances = [
    ...(isHeterogeneous(structure) ? ['nlme::varIdent(form = ~ 1 | visit)'] : []),
    ...(isWeighted(outcome) ? ['nlme::varFixed(~ I(1 / weight))'] : []),
  ];
  const weights = variances.length === 1 ? variances.join('') : `nlme::varComb(${variances.join(', ')})`;
  return [
    ...agreementLines(glsAgreement(outcome), '  '),
    `  fit <- nlme::gls(${formula}, data = rows, correlation = nlme::${correlationOver(outcome.time)[structure] ?? ''},`,
    ...(variances.length === 0 ? [] : [`                   weights = ${weights},`]),
    `                   method = "${model.method}", control = nlme::glsControl(tolerance = 1e-12, msTol = 1e-13,`,
    '                   maxIter = 500, msMaxIter = 1000))',
    ...(isRobust(outcome)
      ? [
          `  X <- model.matrix(${formula}, rows)`,
          `  robust <- empirical(X, residuals(fit), gls_blocks(fit, rows$id), ${powerOf(outcome)})`,
        ]
      : []),
    ...(makesInformation(outcome)
      ? informationLines(outcome, `model.matrix(${formula}, rows)`).map((line) => `  ${line}`)
      : []),
  ];
}

function effectLines(outcome: ScriptOutcome, effect: EffectRow, withGls: boolean): string[] {
  const { model } = outcome;
  const at = effect.visit === null ? '' : `, at = list(visit = visit_key(${rText(effect.visit)}))`;
  const grid = `emmeans::emmeans(fit, ~ arm${at}, weights = "equal", nesting = NULL${withGls ? glsMode : ''})`;
  const tested = (covariance: string, df: string): string =>
    `tested(contrast, ${covariance}, ${df}, ${model.confidence})`;
  // mmrm has its own degrees of freedom, but for the normal distribution.
  const mmrmsOwn =
    model.df === 'asymptotic'
      ? tested('vcov(fit)', 'Inf')
      : `summary(contrast, infer = TRUE, level = ${model.confidence})`;
  const glsOwn = tested(glsCovariance(outcome), ownDf(outcome) ?? 'Inf');
  return [
    `contrast <- emmeans::contrast(${grid}, list(effect = ${weightsOf(effect)}))`,
    `effect <- ${withGls ? `if (has("mmrm")) ${mmrmsOwn} else ${glsOwn}` : mmrmsOwn}`,
    ...compareLines(outcome, effect),
  ];
}

/** Under ML gls multiplies its covariance by n / (n - p). */
function glsCovariance(outcome: ScriptOutcome): string {
  if (isRobust(outcome)) return 'robust$covariance';
  if (makesInformation(outcome)) return 'own$covariance';
  return outcome.model.method === 'ML' ? 'vcov(fit) * (nrow(rows) - length(coef(fit))) / nrow(rows)' : 'vcov(fit)';
}

// SPDX-License-Identifier: MIT
/** One outcome's model, its effects and their comparison with the calculator's numbers, as R code. */
import type { EffectRow } from '../../contract/report.js';
import { isAvailable } from '../../text/number.js';
import { oneLine, type ScriptOutcome } from '../script_context.js';
import { rText } from './data.js';

/** How mmrm writes each structure; nlme's `correlation` and whether variances differ, where nlme has it. */
const structuresOver = (time: string): Record<string, { nlme?: string; heterogeneous?: boolean }> => ({
  us: { nlme: 'corSymm(form = ~ as.integer(visit) | id)', heterogeneous: true },
  cs: { nlme: 'corCompSymm(form = ~ 1 | id)' },
  csh: { nlme: 'corCompSymm(form = ~ 1 | id)', heterogeneous: true },
  ar1: { nlme: 'corAR1(form = ~ as.integer(visit) | id)' },
  ar1h: { nlme: 'corAR1(form = ~ as.integer(visit) | id)', heterogeneous: true },
  sp_exp: { nlme: `corExp(form = ~ ${time} | id)` },
  toep: {},
  toeph: {},
  ad: {},
  adh: {},
});

/** Structures whose SAS parameters are linear in the covariance, so that Kenward-Roger has no second-order term. */
const isLinear = new Set(['us', 'cs', 'toep']);

const mmrmDf: Record<string, string> = {
  kenward_roger: '"Kenward-Roger", vcov = "Kenward-Roger-Linear"',
  kenward_roger_linear: '"Kenward-Roger", vcov = "Kenward-Roger-Linear"',
  kenward_roger_mmrm: '"Kenward-Roger", vcov = "Kenward-Roger"',
  satterthwaite: '"Satterthwaite"',
  between_within: '"Between-Within"',
  residual: '"Residual"',
};
const mmrmVcov: Record<string, string> = {
  empirical: 'Empirical',
  empirical_jackknife: 'Empirical-Jackknife',
  empirical_bias_reduced: 'Empirical-Bias-Reduced',
};

export function modelCode(outcome: ScriptOutcome, all: readonly string[]): string {
  const { model } = outcome;
  const code =
    model.kind === 'random_effects'
      ? randomEffects(outcome, fixed(outcome, all))
      : model.visits.length === 1
        ? oneVisit(outcome, fixed(outcome, all))
        : mmrm(outcome, fixed(outcome, all));
  return code.join('\n');
}

/** `change ~ baseline + x1 + arm * visit` */
function fixed({ model, covariates, time: scale }: ScriptOutcome, all: readonly string[]): string {
  const names = covariates.map((name) => `x${all.indexOf(name) + 1}`);
  const time = model.kind === 'random_effects' ? `arm * ${scale}` : model.visits.length === 1 ? 'arm' : 'arm * visit';
  const before = model.kind === 'random_effects' ? [time, ...names] : [...names, time];
  return model.response === 'value' ? `value ~ ${before.join(' + ')}` : `change ~ baseline + ${before.join(' + ')}`;
}

function mmrm(outcome: ScriptOutcome, formula: string): string[] {
  const { model } = outcome;
  const structure = model.covarianceUsed;
  const time = structure === 'sp_exp' ? outcome.time : 'visit';
  const subject = model.covarianceGroups === 'arm' ? 'arm / id' : 'id';
  const robust = model.vcov === undefined ? undefined : mmrmVcov[model.vcov];
  const df = robust ? `"Satterthwaite", vcov = ${rText(robust)}` : (mmrmDf[model.df] ?? '"Satterthwaite"');
  const reml = model.method === 'REML' ? 'TRUE' : 'FALSE';
  const { nlme, heterogeneous } = structuresOver(outcome.time)[structure] ?? {};
  const isFallback = nlme !== undefined && model.covarianceGroups !== 'arm';
  const weighted = isWeighted(outcome) ? ', weights = rows$weight' : '';
  const variances = [
    ...(heterogeneous ? ['nlme::varIdent(form = ~ 1 | visit)'] : []),
    ...(isWeighted(outcome) ? ['nlme::varFixed(~ I(1 / weight))'] : []),
  ];
  return [
    ...(model.df === 'kenward_roger' && !isLinear.has(structure)
      ? [
          "# mmrm has no Kenward-Roger in SAS's parameters for this structure: its linear form leaves out a second-order",
          '# term, so that standard errors, degrees of freedom and p may differ from the third digit on.',
        ]
      : []),
    'if (has("mmrm")) {',
    `  fit <- mmrm::mmrm(${formula} + ${structure}(${time} | ${subject}), data = rows, reml = ${reml}, method = ${df}${weighted})`,
    '  exact <- TRUE',
    '} else {',
    ...(isFallback
      ? [
          '  # Estimates only: gls has no Kenward-Roger, and its standard errors are not adjusted.',
          `  fit <- nlme::gls(${formula}, data = rows, correlation = nlme::${nlme},`,
          ...(variances.length === 0
            ? []
            : [
                `                   weights = ${variances.length === 1 ? variances.join('') : `nlme::varComb(${variances.join(', ')})`},`,
              ]),
          `                   method = "${model.method}", control = nlme::glsControl(tolerance = 1e-12, msTol = 1e-13,`,
          '                   maxIter = 500, msMaxIter = 1000))',
          '  exact <- FALSE',
        ]
      : ['  stop("this covariance structure needs the package mmrm")']),
    '}',
    'means <- emmeans::emmeans(fit, ~ arm | visit, weights = "equal"' + `${isFallback ? gls : ''})`,
    'print(summary(means, infer = TRUE))',
    ...outcome.result.effects.flatMap((effect) => meansEffect(outcome, effect, isFallback)),
  ];
}

const isWeighted = ({ weights }: ScriptOutcome): boolean => weights !== null;

const gls = ', mode = if (exact) "auto" else "df.error"';

function oneVisit(outcome: ScriptOutcome, formula: string): string[] {
  return [
    `fit <- lm(${formula}, data = rows${isWeighted(outcome) ? ', weights = weight' : ''})`,
    'exact <- TRUE',
    'means <- emmeans::emmeans(fit, ~ arm, weights = "equal")',
    'print(summary(means, infer = TRUE))',
    ...outcome.result.effects.flatMap((effect) => [
      `effect <- summary(emmeans::contrast(means, list(effect = ${weights(effect)})), infer = TRUE, level = ${outcome.model.confidence})`,
      ...compareLines(outcome, effect),
    ]),
  ];
}

const weights = ({ arm, reference }: EffectRow): string => `(arms == ${rText(arm)}) - (arms == ${rText(reference)})`;

function meansEffect(outcome: ScriptOutcome, effect: EffectRow, isFallback: boolean): string[] {
  const { model } = outcome;
  const grid =
    effect.visit === null
      ? `emmeans::emmeans(fit, ~ arm, weights = "equal"${isFallback ? gls : ''})`
      : `emmeans::emmeans(fit, ~ arm, at = list(visit = visit_key(${rText(effect.visit)}))${isFallback ? gls : ''})`;
  return [
    `effect <- summary(emmeans::contrast(${grid}, list(effect = ${weights(effect)})), infer = TRUE, level = ${model.confidence})`,
    ...compareLines(outcome, effect),
  ];
}

function randomEffects(outcome: ScriptOutcome, formula: string): string[] {
  const { model, result, time } = outcome;
  const term =
    model.covarianceUsed === 'intercept'
      ? '(1 | id)'
      : model.covarianceUsed === 'intercept_slope'
        ? `(${time} | id)`
        : `(${time} || id)`;
  const reml = model.method === 'REML' ? 'TRUE' : 'FALSE';
  const isKr = model.df.startsWith('kenward_roger');
  const df = isKr ? 'kenward-roger' : model.df === 'satterthwaite' ? 'satterthwaite' : 'asymptotic';
  const slopes = result.effects.some(({ kind }) => kind === 'slope_difference');
  if (model.residual && model.residual !== 'independent') {
    return [`stop("random effects together with ${model.residual} are not fitted by lme4; use the SAS program")`];
  }
  return [
    ...(isKr && model.information !== 'expected'
      ? [
          '# pbkrtest uses the expected information of the covariance parameters and the calculator, as SAS, the observed:',
          '# standard errors and degrees of freedom may differ from the third digit on; estimates must not.',
        ]
      : []),
    `fit <- lme4::lmer(${formula} + ${term}, data = rows, REML = ${reml}${isWeighted(outcome) ? ', weights = weight' : ''}, control = lme4::lmerControl(optimizer = "bobyqa",`,
    '                  optCtrl = list(rhoend = 1e-10, maxfun = 1e5), calc.derivs = FALSE))',
    `exact <- ${isKr && model.information !== 'expected' ? 'FALSE' : 'TRUE'}`,
    'fit <- lmerTest::as_lmerModLmerTest(fit)',
    'print(summary(fit))',
    ...result.effects.flatMap((effect) => [
      slopes
        ? `slopes <- emmeans::emtrends(fit, ~ arm, var = ${rText(time)}, lmer.df = "${df}")`
        : `slopes <- emmeans::emmeans(fit, ~ arm, at = list(${time} = ${effectDays(outcome, effect)}), lmer.df = "${df}")`,
      `effect <- summary(emmeans::contrast(slopes, list(effect = ${weights(effect)})), infer = TRUE, level = ${model.confidence})`,
      ...compareLines(outcome, effect),
    ]),
  ];
}

function effectDays({ model }: ScriptOutcome, { visit }: EffectRow): string {
  const days = model.days ?? [];
  if (visit === null) return `c(${days.join(', ')})`;
  return String(days[model.visits.indexOf(visit)] ?? visit);
}

/** What could not be computed is missing in R, too, and the script goes on. */
const inR = (value: number | null): string => (isAvailable(value) ? String(value) : 'NA_real_');

function compareLines({ result }: ScriptOutcome, effect: EffectRow): string[] {
  const limits = 'exact';
  const name = rText(oneLine(result.label));
  return [
    'print(effect)',
    `compare(${name}, "estimate", effect$estimate, ${inR(effect.estimate)})`,
    `if (${limits}) compare(${name}, "SE", effect$SE, ${inR(effect.se)})`,
    ...(effect.df === null ? [] : [`if (${limits}) compare(${name}, "df", effect$df, ${effect.df})`]),
    `if (${limits}) compare(${name}, "p", effect$p.value, ${inR(effect.pValue)})`,
  ];
}

// SPDX-License-Identifier: MIT
/** One outcome's model as R code, by its kind. */
import type { ScriptOutcome } from '../script_context.js';
import { agreementOf, isOneVisit } from './agreement.js';
import { agreementLines } from './effects.js';
import { mmrm } from './mmrm.js';
import { oneVisit } from './one_visit.js';
import { randomEffects } from './random_effects.js';

/** Null: R fits it. Else why not. */
export function notFitted({ model }: ScriptOutcome): string | null {
  const { residual } = model;
  if (model.kind !== 'random_effects' || !residual || residual === 'independent') return null;
  return `random effects together with the residual structure ${residual} are not fitted by lme4; use the SAS program`;
}

export function modelCode(outcome: ScriptOutcome, all: readonly string[]): string {
  const formula = fixed(outcome, all);
  const code =
    outcome.model.kind === 'random_effects'
      ? randomEffects(outcome, formula)
      : isOneVisit(outcome)
        ? oneVisit(outcome, formula)
        : mmrm(outcome, formula);
  return [...agreementLines(agreementOf(outcome)), ...code].join('\n');
}

/** `change ~ baseline + x1 + arm * visit` */
function fixed(outcome: ScriptOutcome, all: readonly string[]): string {
  const { model, covariates, time: scale } = outcome;
  const names = covariates.map((name) => `x${all.indexOf(name) + 1}`);
  const isRandom = model.kind === 'random_effects';
  const time = isRandom ? `arm * ${scale}` : isOneVisit(outcome) ? 'arm' : 'arm * visit';
  const terms = isRandom ? [time, ...names] : [...names, time];
  return model.response === 'value' ? `value ~ ${terms.join(' + ')}` : `change ~ baseline + ${terms.join(' + ')}`;
}

// SPDX-License-Identifier: MIT
/** Which of the calculator's numbers an R script makes again, and why others are made in another way there. */
import type { ScriptOutcome } from '../script_context.js';
import { makesInformation } from './information.js';

export type Quantity = 'estimate' | 'SE' | 'df' | 'p';

export interface Agreement {
  same: readonly Quantity[];
  /** Why the others differ; null where all agree. */
  why: string | null;
}

const all: Agreement = { same: ['estimate', 'SE', 'df', 'p'], why: null };
const butDf = (why: string): Agreement => ({ same: ['estimate', 'SE'], why });
const onlyEstimate = (why: string): Agreement => ({ same: ['estimate'], why });

/** Structures whose parameters are linear in the covariance, so that Kenward-Roger has no second-order term. */
const isLinear = new Set(['us', 'cs', 'toep']);

/** Structures that nlme's gls has. */
const glsStructures = new Set(['us', 'cs', 'csh', 'ar1', 'ar1h', 'sp_exp']);

export const hasGls = ({ model }: ScriptOutcome): boolean =>
  glsStructures.has(model.covarianceUsed) && model.covarianceGroups !== 'arm';

export const isRobust = ({ model }: ScriptOutcome): boolean => model.vcov !== undefined && model.vcov !== 'model';
export const isKenwardRoger = ({ model }: ScriptOutcome): boolean => model.df.startsWith('kenward_roger');
export const isOneVisit = ({ model }: ScriptOutcome): boolean => model.kind === 'mmrm' && model.visits.length === 1;
/** Degrees of freedom that follow from the information on the covariance parameters. */
const needsInformation = (outcome: ScriptOutcome): boolean =>
  !isRobust(outcome) && (isKenwardRoger(outcome) || outcome.model.df === 'satterthwaite');

/** With the best packages there are: lme4 and pbkrtest, mmrm, or lm at one visit. */
export function agreementOf(outcome: ScriptOutcome): Agreement {
  if (isOneVisit(outcome)) return all;
  return outcome.model.kind === 'mmrm' ? ofMmrm(outcome) : ofRandomEffects(outcome);
}

function ofMmrm(outcome: ScriptOutcome): Agreement {
  const { df, covarianceUsed, information } = outcome.model;
  const isExpected = information === 'expected' && needsInformation(outcome);
  if (isExpected && !isKenwardRoger(outcome))
    return butDf('mmrm has the observed information, the calculator took the expected');
  if (isExpected) return onlyEstimate('mmrm has the observed information, the calculator took the expected');
  if (!isKenwardRoger(outcome)) return all;
  if (df === 'kenward_roger' && !isLinear.has(covarianceUsed))
    return onlyEstimate(
      "mmrm has no Kenward-Roger in SAS's parameters for this structure; its linear form leaves out a second-order term",
    );
  return all;
}

function ofRandomEffects(outcome: ScriptOutcome): Agreement {
  const { df, information, status } = outcome.model;
  if (df === 'between_within')
    return butDf('lme4 has no between-within degrees of freedom; the normal distribution stands here');
  if (isRobust(outcome) || makesInformation(outcome)) return all;
  if (isKenwardRoger(outcome)) {
    if (information !== 'expected')
      return onlyEstimate(
        'pbkrtest has the expected information on the covariance parameters, the calculator, as SAS, the observed',
      );
  }
  if (df === 'satterthwaite' && information === 'expected')
    return butDf('lmerTest has the observed information, the calculator took the expected');
  if (status === 'singular' && needsInformation(outcome))
    return butDf('a variance is at its bound of 0, which the calculator takes as known and R does not');
  return all;
}

/** With nlme's gls, where mmrm is not installed. */
export function glsAgreement(outcome: ScriptOutcome): Agreement {
  const { df } = outcome.model;
  if (df === 'between_within' && !isKenwardRoger(outcome))
    return butDf('gls has no between-within degrees of freedom; install mmrm');
  if (isRobust(outcome) || makesInformation(outcome)) return all;
  if (isKenwardRoger(outcome)) return onlyEstimate('gls has no Kenward-Roger; install mmrm');
  return df === 'satterthwaite' ? butDf('gls has no Satterthwaite degrees of freedom; install mmrm') : all;
}

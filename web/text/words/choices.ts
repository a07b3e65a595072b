// SPDX-License-Identifier: MIT
/** The choices of an analysis in plain words, with the names statisticians know them by. */
import type {
  CovarianceGroups,
  CovarianceName,
  DfMethod,
  FileRole,
  FitMethod,
  GateKind,
  InformationKind,
  MultiplicityMethod,
  PlanEffect,
  PlanModel,
  RandomName,
  ResidualName,
  TimeUnit,
  VcovMethod,
} from '../../contract/plan.js';
import { timeWords, type TimeWords } from './time.js';

/** A choice in plain words, with the name a statistician knows it by. */
export interface Choice {
  plain: string;
  technical?: string;
}

export const choiceText = (choice: Choice): string =>
  choice.technical === undefined ? choice.plain : `${choice.plain} (${choice.technical})`;

const covarianceOver = ({ many }: TimeWords): Record<CovarianceName, Choice> => ({
  us: { plain: 'Free for every visit and pair', technical: 'unstructured' },
  toeph: { plain: 'By visits apart, variance per visit', technical: 'heterogeneous Toeplitz' },
  toep: { plain: 'By visits apart, one variance', technical: 'Toeplitz' },
  adh: { plain: 'From visit to visit, variance per visit', technical: 'heterogeneous ante-dependence' },
  ad: { plain: 'From visit to visit, one variance', technical: 'ante-dependence' },
  ar1h: { plain: 'Fading with visits apart, variance per visit', technical: 'heterogeneous AR(1)' },
  ar1: { plain: 'Fading with visits apart, one variance', technical: 'AR(1)' },
  csh: { plain: 'Equal for all visits, variance per visit', technical: 'heterogeneous compound symmetry' },
  cs: { plain: 'Equal for all visits, one variance', technical: 'compound symmetry' },
  sp_exp: { plain: `Fading with ${many} apart, one variance`, technical: 'spatial exponential' },
});

const covarianceGroups: Record<CovarianceGroups, Choice> = {
  none: { plain: 'The same in all arms' },
  arm: { plain: 'Each arm its own', technical: 'one covariance matrix per arm' },
};

const residualOver = ({ one, many }: TimeWords): Record<ResidualName, Choice> => ({
  independent: { plain: 'No more alike than others', technical: 'independent' },
  ar1: { plain: `Alike, fading from ${one} to ${one}`, technical: 'AR(1)' },
  ar1h: { plain: `The same, variance per ${one}`, technical: 'heterogeneous AR(1)' },
  ad: { plain: 'Each with the one before', technical: 'ante-dependence' },
  adh: { plain: `The same, variance per ${one}`, technical: 'heterogeneous ante-dependence' },
  sp_exp: { plain: `Alike, fading with ${many} apart`, technical: 'spatial exponential' },
});

const vcov: Record<VcovMethod, Choice> = {
  model: { plain: 'From the model', technical: 'model-based' },
  empirical: { plain: 'From the residuals', technical: 'empirical, CR0' },
  empirical_jackknife: { plain: 'From the residuals, cautious', technical: 'jackknife, CR3' },
  empirical_bias_reduced: { plain: 'From the residuals, less biased', technical: 'bias-reduced, CR2' },
};

const information: Record<InformationKind, Choice> = {
  observed: { plain: 'These data', technical: 'observed information' },
  expected: { plain: 'Average over data like these', technical: 'expected information' },
};

const multiplicity: Record<MultiplicityMethod, Choice> = {
  none: { plain: 'p values as they are' },
  bonferroni: { plain: 'Multiplied by their number', technical: 'Bonferroni' },
  holm: { plain: 'In steps from the smallest', technical: 'Holm' },
  hochberg: { plain: 'In steps from the largest', technical: 'Hochberg' },
  dunnett: { plain: 'All at once, by their correlation', technical: 'Dunnett' },
};

const gate: Record<GateKind, Choice> = {
  none: { plain: 'Each tested by itself' },
  fixed_sequence: { plain: 'In order, until one is not significant', technical: 'fixed sequence' },
};

const random: Record<RandomName, Choice> = {
  intercept: { plain: 'Own level', technical: 'random intercept' },
  intercept_slope: { plain: 'Own level and own slope', technical: 'random intercept and slope' },
  intercept_slope_uncorrelated: {
    plain: 'Own level and own slope, unrelated',
    technical: 'uncorrelated random intercept and slope',
  },
};

const dfMethod: Record<DfMethod, Choice> = {
  kenward_roger: { plain: 'Intervals and degrees of freedom', technical: 'Kenward-Roger, as in SAS' },
  kenward_roger_linear: { plain: 'The same to first order', technical: 'linear Kenward-Roger' },
  kenward_roger_mmrm: {
    plain: 'As in R; standard errors can be too small',
    technical: 'Kenward-Roger, as in mmrm',
  },
  satterthwaite: { plain: 'Degrees of freedom only', technical: 'Satterthwaite' },
  between_within: { plain: 'Counted between and within participants', technical: 'between-within' },
  residual: { plain: 'Records minus coefficients', technical: 'residual' },
  asymptotic: { plain: 'None: normal distribution', technical: 'asymptotic' },
};

const method: Record<FitMethod, Choice> = {
  REML: { plain: 'Restricted likelihood', technical: 'REML' },
  ML: { plain: 'Full likelihood', technical: 'ML' },
};

const modelKindOver = ({ many }: TimeWords): Record<PlanModel['kind'], Choice> => ({
  mmrm: { plain: 'A mean at every visit', technical: 'MMRM' },
  random_effects: { plain: `A straight line over ${many}`, technical: 'random-effects model' },
});

const effectKindOver = ({ one }: TimeWords): Record<PlanEffect['kind'], Choice> => ({
  visit_difference: { plain: 'Difference at one visit' },
  average_difference: { plain: 'Difference averaged over the visits' },
  slope_difference: { plain: `Difference in change per ${one}`, technical: 'slope' },
});

/** The choices whose words say what visits count. */
const timed = (
  unit: TimeUnit,
): {
  covariance: Record<CovarianceName, Choice>;
  residual: Record<ResidualName, Choice>;
  modelKind: Record<PlanModel['kind'], Choice>;
  effectKind: Record<PlanEffect['kind'], Choice>;
} => {
  const time = timeWords[unit];
  return {
    covariance: covarianceOver(time),
    residual: residualOver(time),
    modelKind: modelKindOver(time),
    effectKind: effectKindOver(time),
  };
};

const fileRole: Record<FileRole, string> = {
  participants: 'Participants (one row each)',
  records: 'Scores or questionnaires',
  events: 'Side effects',
  ignored: 'Not used',
};

export const choiceWords = {
  timed,
  covarianceGroups,
  random,
  dfMethod,
  method,
  vcov,
  information,
  multiplicity,
  gate,
  fileRole,
};

// SPDX-License-Identifier: MIT
/** Changes of a model that touch several of its choices: another kind, degrees of freedom that go with the rest. */
import type {
  MmrmModel,
  PlanEffect,
  PlanInference,
  PlanModel,
  PlanOutcome,
  RandomEffectsModel,
} from '../contract/plan.js';

/** The model and effect an outcome last had of each kind. */
export type KeptModels = Partial<Record<PlanModel['kind'], Pick<PlanOutcome, 'model' | 'effect'>>>;

/**
 * The outcome's model and effect under another kind. What only that kind has is as it was left (`kept`), or the usual
 * choice; what both kinds have is as it is now.
 */
export function withKind(
  outcome: PlanOutcome,
  kind: PlanModel['kind'],
  visits: readonly string[],
  kept: KeptModels,
): Pick<PlanOutcome, 'model' | 'effect'> {
  const { model, effect } = kept[kind] ?? usual(kind, outcome.model, visits);
  return { model: { ...ownOf(model), ...commonOf(outcome.model) } as PlanModel, effect };
}

function usual(
  kind: PlanModel['kind'],
  current: PlanModel,
  visits: readonly string[],
): Pick<PlanOutcome, 'model' | 'effect'> {
  if (kind === 'random_effects') {
    const model: RandomEffectsModel = { kind, response: 'value', random: 'intercept_slope' };
    return { model, effect: { kind: 'slope_difference', window: 7 } };
  }
  const model: MmrmModel = { kind, response: current.response, covariance: 'us' };
  return { model, effect: lastVisitEffect(current, visits) };
}

/** The effect at the last visit, which nobody has chosen where there are others; without visits, over all of them. */
export function lastVisitEffect({ response, baseline }: PlanModel, visits: readonly string[]): PlanEffect {
  const last = visits.at(-1);
  if (last === undefined) return { kind: 'average_difference' };
  const others = visits.length - (response === 'value' || baseline ? 1 : 2);
  return { kind: 'visit_difference', visit: last, ...(others > 0 && { proposed: true }) };
}

/** What both kinds have, but for the response, whose usual choice differs. */
const shared: readonly string[] = [
  'baselineVisit',
  'baseline',
  'visits',
  'covariates',
  'method',
  'df',
  'vcov',
  'information',
  'weights',
] satisfies (keyof PlanModel)[];

const commonOf = (model: PlanModel): object =>
  Object.fromEntries(Object.entries(model).filter(([key]) => shared.includes(key)));

const ownOf = (model: PlanModel): object =>
  Object.fromEntries(Object.entries(model).filter(([key]) => !shared.includes(key)));

/** Kenward-Roger is defined for restricted likelihood and the model's own covariance of the coefficients only. */
export function takesKenwardRoger({ method, vcov = 'model' }: PlanModel, inference: PlanInference): boolean {
  return (method ?? inference.method ?? 'REML') === 'REML' && vcov === 'model';
}

/** The model with degrees of freedom that go with what else it says. */
export function withPossibleDf(model: PlanModel, inference: PlanInference): PlanModel {
  const df = model.df ?? inference.df ?? 'kenward_roger';
  const isPossible = !df.startsWith('kenward_roger') || takesKenwardRoger(model, inference);
  return isPossible ? model : { ...model, df: 'satterthwaite' };
}

/** A choice taken back leaves no trace in the plan. */
export function withoutUndefined(model: PlanModel): PlanModel {
  return Object.fromEntries(Object.entries(model).filter(([, value]) => value !== undefined)) as unknown as PlanModel;
}

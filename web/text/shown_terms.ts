// SPDX-License-Identifier: MIT
/** The terms that a part of the results uses, in the order in which a reader meets them. */
import type { DfMethod } from '../contract/plan.js';
import type { OutcomeResult, Report } from '../contract/report.js';
import { ifTested } from './pilot.js';
import type { TermName } from './words/terms.js';

export function headlineTerms(report: Report): TermName[] {
  const tested: readonly TermName[] = ifTested(report, 'pValue' as const);
  return ['confidenceInterval', ...tested, 'treatmentEffect', 'mcid', 'standardisedEffect'];
}

export function outcomeTerms({ means, model, responders }: OutcomeResult): TermName[] {
  return [
    ...(means.length > 0 ? (['lsMean', 'standardError'] as const) : []),
    model?.kind === 'random_effects' ? 'randomEffectsModel' : 'mmrm',
    ...(responders ? (['responder', 'proportions'] as const) : []),
  ];
}

export function detailTerms({ tests, model }: OutcomeResult): TermName[] {
  return [
    'reml',
    'degreesOfFreedom',
    'informationCriteria',
    'covarianceStructure',
    ...(tests.length > 0 ? (['termTests'] as const) : []),
    ...(model?.kind === 'random_effects' ? (['singularFit'] as const) : []),
  ];
}

/** What explains a method of degrees of freedom. */
export function dfTerm(method: DfMethod): TermName {
  if (method.startsWith('kenward_roger')) return 'kenwardRoger';
  return method === 'satterthwaite' ? 'satterthwaite' : 'simplerDf';
}

export const individualTerms: readonly TermName[] = ['normalPlot', 'influence'];
export const qualityTerms: readonly TermName[] = ['prorating', 'cronbach'];
export const blindingTerms: readonly TermName[] = ['blinding'];

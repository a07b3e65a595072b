// SPDX-License-Identifier: MIT
/** The choices of an outcome that few trials need, folded away under the usual ones. */
import { html, nothing, type TemplateResult } from 'lit';
import type {
  CovarianceGroups,
  InformationKind,
  MultiplicityMethod,
  PlanModel,
  PlanOutcome,
  ResidualName,
  TimeUnit,
  VcovMethod,
} from '../contract/plan.js';
import { strings, type Choice } from '../text/strings.js';
import { optionsOf, plainOptions, selectField, type FieldLabel } from './controls.js';
import type { Patch } from './events.js';

const text = strings.analysis;
const { choices } = strings;

/** Everything a model may have beside what all plans say. */
export interface MoreChoices {
  covarianceGroups?: CovarianceGroups;
  residual?: ResidualName;
  vcov?: VcovMethod;
  information?: InformationKind;
  weights?: string | undefined;
}

interface Edits {
  model(change: MoreChoices): void;
  outcome(patch: Patch<PlanOutcome>): void;
  /** Unfolds or folds. */
  toggle(): void;
}

function choose<Name extends string>(
  field: FieldLabel,
  of: Record<Name, Choice>,
  value: Name,
  take: (name: Name) => void,
): TemplateResult {
  return selectField(field, optionsOf(of, Object.keys(of)), value, (name) => take(name as Name));
}

/** `columns`: numeric columns of the records, any of which may hold weights. */
export function moreFields(
  outcome: PlanOutcome,
  columns: readonly string[],
  unit: TimeUnit,
  isOpen: boolean,
  edits: Edits,
): TemplateResult {
  return html`<button
      type="button"
      class="plain"
      aria-expanded=${isOpen ? 'true' : 'false'}
      @click=${() => edits.toggle()}
    >
      ${text.more}
    </button>
    ${isOpen ? fields(outcome, columns, unit, edits) : nothing}`;
}

function fields(
  { model, multiplicity = 'none' }: PlanOutcome,
  columns: readonly string[],
  unit: TimeUnit,
  edits: Edits,
): TemplateResult {
  return html`<div class="fields">
    ${byKind(model, unit, edits)}
    ${choose(
      { label: text.vcov, technical: text.vcovTechnical, terms: ['standardError', 'empirical'] },
      choices.vcov,
      model.vcov ?? 'model',
      (vcov) => edits.model({ vcov }),
    )}
    ${choose(
      { label: text.information, terms: ['information'] },
      choices.information,
      model.information ?? 'observed',
      (information) => edits.model({ information }),
    )}
    ${
      columns.length > 0 || model.weights !== undefined
        ? selectField(
            { label: text.weights, terms: ['weights'] },
            [{ value: '', label: text.noWeights }, ...plainOptions(columns)],
            model.weights ?? '',
            (weights) => edits.model({ weights: weights === '' ? undefined : weights }),
          )
        : nothing
    }
    ${choose(
      { label: text.multiplicity, technical: text.multiplicityTechnical, terms: ['multiplicity'] },
      choices.multiplicity,
      multiplicity,
      (method: MultiplicityMethod) => edits.outcome({ multiplicity: method }),
    )}
  </div>`;
}

function byKind(model: PlanModel, unit: TimeUnit, edits: Edits): TemplateResult {
  if (model.kind === 'mmrm') {
    const groups = model.covarianceGroups ?? 'none';
    return choose(
      { label: text.covarianceGroups, terms: ['covarianceByArm'] },
      choices.covarianceGroups,
      groups,
      (covarianceGroups) => edits.model({ covarianceGroups }),
    );
  }
  const field: FieldLabel = {
    label: text.residual(unit),
    technical: text.residualTechnical,
    terms: ['residualCovariance'],
  };
  const { residual: names } = choices.timed(unit);
  return choose(field, names, model.residual ?? 'independent', (residual) => edits.model({ residual }));
}

// SPDX-License-Identifier: MIT
/** A change of the plan in a few words, for "Undone: ...". */
import type { Plan } from '../contract/plan.js';
import type { PlanEdit } from '../elements/events.js';
import { strings } from './strings.js';

const words = strings.history;

/** `plan` is the one before the change. */
export function editName(edit: PlanEdit, plan: Plan): string {
  switch (edit.kind) {
    case 'file':
      return words.of(edit.name, fieldNames(edit.patch));
    case 'remove_file':
      return words.leftOut(edit.name);
    case 'add_instrument':
      return words.addedInstrument(edit.instrument, edit.file);
    case 'instrument': {
      const instrument = plan.instruments.find(({ id }) => id === edit.id)?.instrument ?? edit.id;
      return words.of(instrument, fieldNames(edit.patch));
    }
    case 'remove_instrument':
      return words.removedInstrument(plan.instruments.find(({ id }) => id === edit.id)?.instrument ?? edit.id);
    case 'define':
      return words.defined(edit.definition.name);
    case 'centimetres':
      return words.centimetres(plan.instruments.find(({ id }) => id === edit.id)?.instrument ?? edit.id);
    case 'remove_definition':
      return words.removedDefinition(edit.name);
    case 'add_outcome':
      return words.addedOutcome(edit.label);
    case 'outcome':
      return outcomeName(edit, plan);
    case 'remove_outcome':
      return words.removedOutcome(plan.outcomes.find(({ id }) => id === edit.id)?.label ?? edit.id);
    case 'reference_arm':
      return words.referenceArm;
    case 'take_apart':
      return words.takenApart(edit.name);
    case 'put_together':
      return words.putTogether(edit.reading.stack.parts.map(({ name }) => name).join(strings.listSeparator));
    case 'arm':
    case 'arm_label':
      return words.arm(edit.value);
    case 'ids':
      return words.ids;
    case 'unmatched_ids':
      return words.unmatchedIds(edit.file);
    case 'confirm':
      return words.confirmed;
    case 'same_people':
      return words.samePeople(edit.files.join(strings.listSeparator));
    case 'effect_visit': {
      const labels = plan.outcomes.filter(({ id }) => edit.outcomes.includes(id)).map(({ label }) => label);
      return words.of(labels.join(strings.listSeparator), fieldNames({ effect: edit.visit }));
    }
    case 'covariates': {
      const changed = plan.outcomes.filter((outcome) => {
        const after = edit.of[outcome.id];
        return after !== undefined && after.join('\n') !== (outcome.model.covariates ?? []).join('\n');
      });
      if (changed.length === 0 && edit.taken) return words.takenAs(edit.taken.column, edit.taken.as);
      const labels = changed.map(({ label }) => label).join(strings.listSeparator);
      return words.of(labels, fieldNames({ covariates: edit.of }));
    }
    case 'baseline_visit': {
      const label = plan.outcomes.find(({ id }) => id === edit.outcome)?.label ?? edit.outcome;
      return words.of(label, fieldNames({ baselineVisit: edit.visit }));
    }
    case 'inference':
    case 'report':
      return fieldNames(edit.patch);
  }
}

/** A model comes whole: what differs in it is named. */
function outcomeName({ id, patch }: Extract<PlanEdit, { kind: 'outcome' }>, plan: Plan): string {
  const outcome = plan.outcomes.find((each) => each.id === id);
  const before = (outcome ?? {}) as Readonly<Record<string, unknown>>;
  const isOther = ([key, value]: [string, unknown]): boolean => JSON.stringify(before[key]) !== JSON.stringify(value);
  const changed = Object.fromEntries(Object.entries(patch).filter(isOther));
  const isModelOnly = patch.model !== undefined && Object.keys(changed).join() === 'model';
  const fields = isModelOnly ? differingFields(outcome?.model ?? {}, patch.model ?? {}) : changed;
  return words.of(outcome?.label ?? id, fieldNames(fields));
}

function differingFields(before: object, after: object): Record<string, unknown> {
  const [was, is] = [before, after] as Readonly<Record<string, unknown>>[];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.filter((key) => JSON.stringify(was?.[key]) !== JSON.stringify(is?.[key]));
  return Object.fromEntries(changed.map((key) => [key, is?.[key]]));
}

function fieldNames(patch: object): string {
  const names = Object.keys(patch).flatMap((key) => words.fields[key] ?? []);
  return [...new Set(names)].join(strings.listSeparator) || words.settings;
}

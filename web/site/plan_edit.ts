// SPDX-License-Identifier: MIT
/** Changes of a plan as plain functions: a plan and an edit in, a new plan out. */
import type { InstrumentName, Plan, PlanFile, PlanInstrument, PlanOutcome } from '../contract/plan.js';
import { planSchemaVersion } from '../contract/plan.js';
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { Patch, PlanEdit } from '../elements/events.js';
import { withCovariates } from '../elements/covariates.js';
import { offersFor, responderFor, withBaselineVisit, withSummary, type Offers } from '../elements/outcome_edits.js';
import { omit } from '../elements/omit.js';
import { withOneDayZero } from './day_zero.js';
import { putTogether } from './put_together.js';
import { takenApart } from './take_apart.js';
import { withArmEdit, withSameArms } from './arm_edits.js';
import { withVisitsOf } from './window_visits.js';
import { instrumentNamed } from '../read/instruments.js';
import { inCentimetres } from '../read/tenth-range.js';
import { usualStructure } from '../read/propose-outcomes.js';

/** What is proposed where there is no file yet. */
export const emptyPlan: Plan = {
  schemaVersion: planSchemaVersion,
  files: [],
  instruments: [],
  outcomes: [],
  inference: { confidence: 0.95, method: 'REML', df: 'kenward_roger' },
};

export function applyEdit(plan: Plan, edit: PlanEdit): Plan {
  switch (edit.kind) {
    case 'file': {
      const patch = withoutSecondArms(plan, edit);
      const files = plan.files.map((file) =>
        file.name === edit.name ? withLabelsAsWritten(withFittingVisits(file, patch), patch) : file,
      );
      const next = withOneDayZero({ ...plan, files }, edit.name, edit.patch);
      const before = plan.files.find(({ name }) => name === edit.name)?.windows;
      const renamed = 'windows' in edit.patch ? withVisitsOf(next, edit.name, before, edit.patch.windows) : next;
      const counted = (edit.patch.timeUnit ?? 'day') === 'day' ? renamed : withoutWeeks(renamed, edit.name);
      // Another arm column has other arms.
      return 'arm' in patch ? omit(counted, 'arms') : counted;
    }
    case 'remove_file': {
      const others = withoutInstruments(plan, ({ file }) => file === edit.name);
      return withoutSaid({ ...others, files: plan.files.filter(({ name }) => name !== edit.name) }, edit.name);
    }
    case 'take_apart':
      return takenApart(plan, edit.name, applyEdit(plan, { kind: 'remove_file', name: edit.name }));
    case 'put_together': {
      const { parts } = edit.reading.stack;
      const without = parts.reduce((next, { name }) => applyEdit(next, { kind: 'remove_file', name }), plan);
      return withSameArms(putTogether(plan, edit, without), edit.sameArms);
    }
    case 'add_instrument':
      return {
        ...plan,
        instruments: [...plan.instruments, newInstrument(plan, edit.file, edit.instrument, edit.items)],
      };
    case 'instrument':
      return editInstrument(plan, edit.id, edit.patch);
    case 'remove_instrument':
      return withoutInstruments(plan, (instrument) => instrument.id === edit.id);
    case 'centimetres':
      return asCentimetres(plan, edit.id);
    case 'define':
      return define(plan, edit.definition, edit.replaces);
    case 'remove_definition':
      return withoutDefinition(plan, edit.name);
    case 'add_outcome':
      return { ...plan, outcomes: [...plan.outcomes, newOutcome(plan, edit)] };
    case 'outcome':
      return {
        ...plan,
        outcomes: plan.outcomes.map((outcome) =>
          outcome.id === edit.id ? withFittingNumbers(outcome, patched(outcome, edit.patch), plan, plan) : outcome,
        ),
      };
    case 'remove_outcome':
      return { ...plan, outcomes: plan.outcomes.filter((outcome) => outcome.id !== edit.id) };
    case 'reference_arm':
    case 'arm':
    case 'arm_label':
      return { ...plan, arms: withArmEdit(plan.arms, edit) };
    case 'ids':
      return edit.ids === 'exact' ? omit(plan, 'ids') : { ...plan, ids: edit.ids };
    case 'unmatched_ids':
      return { ...plan, unmatchedIds: [...new Set([...(plan.unmatchedIds ?? []), edit.file])] };
    case 'confirm':
      return { ...plan, confirmed: [...new Set([...(plan.confirmed ?? []), edit.assumption])] };
    case 'same_people':
      return { ...plan, samePeople: [...new Set([...(plan.samePeople ?? []), ...edit.files])] };
    case 'effect_visit': {
      const effect = { kind: 'visit_difference', visit: edit.visit } as const;
      const at = (outcome: PlanOutcome): PlanOutcome =>
        edit.outcomes.includes(outcome.id) ? { ...outcome, effect } : outcome;
      return { ...plan, outcomes: plan.outcomes.map(at) };
    }
    case 'covariates':
      return withCovariates(plan, edit);
    case 'baseline_visit': {
      const from = (outcome: PlanOutcome): PlanOutcome =>
        outcome.id === edit.outcome ? { ...outcome, model: withBaselineVisit(outcome.model, edit.visit) } : outcome;
      return { ...plan, outcomes: plan.outcomes.map(from) };
    }
    case 'inference':
      return { ...plan, inference: patched(plan.inference ?? {}, edit.patch) };
    case 'report':
      return patched<Plan>(plan, edit.patch);
  }
}

/** Another trial's file of that name is asked about anew. */
function withoutSaid(plan: Plan, name: string): Plan {
  return (['samePeople', 'unmatchedIds'] as const).reduce((next, key) => {
    const left = next[key]?.filter((file) => file !== name) ?? [];
    return left.length > 0 ? { ...next, [key]: left } : omit(next, key);
  }, plan);
}

/** Arms that come along with a role stand back where another file tells them. */
function withoutSecondArms(plan: Plan, { name, patch }: Extract<PlanEdit, { kind: 'file' }>): Patch<PlanFile> {
  const hasArms = plan.files.some(
    (file) => file.name !== name && file.role === 'participants' && file.arm !== undefined,
  );
  return hasArms && patch.role === 'records' && patch.arm !== undefined ? omit(patch, 'arm') : patch;
}

/** Another visit column has other labels; windows have an order of their own. */
function withFittingVisits(file: PlanFile, patch: Patch<PlanFile>): PlanFile {
  const next = patched(file, patch);
  const isOther = 'visit' in patch || 'wide' in patch || 'date' in patch;
  const kept = 'scatteredDays' in patch ? next : omit(next, 'scatteredDays');
  if (isOther) return omit(omit(kept, 'visitOrder'), 'sameVisits');
  return next.windows ? omit(omit(next, 'visitOrder'), 'scatteredDays') : next;
}

/** Only days make weeks: where visits count something else, the file's weekly means go. */
function withoutWeeks(plan: Plan, file: string): Plan {
  const own = plan.instruments.filter((instrument) => instrument.file === file);
  const outcomes = plan.outcomes.map((outcome) =>
    outcome.summary?.kind === 'weekly_mean' && own.some(owns(outcome))
      ? patched<PlanOutcome>(outcome, withSummary(outcome, undefined, [], {}).patch)
      : outcome,
  );
  return { ...plan, outcomes };
}

/** Outcomes that an edit left without their weekly means. */
export const withoutSummary = (before: Plan, after: Plan): PlanOutcome[] =>
  after.outcomes.filter(
    ({ id, summary }) => !summary && before.outcomes.some((each) => each.id === id && each.summary !== undefined),
  );

/** A column that becomes one of identifiers, arms or events keeps its writing: as numbers, 1.1 and 1.10 would be one. */
function withLabelsAsWritten(file: PlanFile, patch: Patch<PlanFile>): PlanFile {
  const columns = [patch.id, patch.arm, patch.event].filter((column) => column !== undefined);
  if (columns.length === 0) return file;
  const types = { ...file.reading?.types, ...Object.fromEntries(columns.map((column) => [column, 'factor' as const])) };
  return { ...file, reading: { ...file.reading, types } };
}

/** Whether the outcome is of a score of the instrument. */
export const owns =
  (outcome: PlanOutcome) =>
  (instrument: PlanInstrument): boolean =>
    outcome.score.startsWith(`${instrument.id}.`);

export const scaleOf = (score: string): string => score.slice(score.lastIndexOf('.') + 1);

function patched<T extends object>(target: T, patch: Patch<T>): T {
  const entries = Object.entries({ ...target, ...patch }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as T;
}

export function uniqueId(wanted: string, taken: readonly { id: string }[]): string {
  const used = new Set(taken.map(({ id }) => id));
  let id = wanted;
  for (let n = 2; used.has(id); n++) id = `${wanted}_${n}`;
  return id;
}

function newInstrument(plan: Plan, file: string, instrument: InstrumentName, items: string[]): PlanInstrument {
  const words = instrument
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  // As the plan's schema has them, an id begins with a letter.
  const id = /^[a-z]/.test(words) ? words : `score${words && '_'}${words}`;
  return { id: uniqueId(id, plan.instruments), instrument, file, items, ...proposedItems(plan, instrument) };
}

/** One item with one scoring leaves nothing to be confirmed. */
function proposedItems({ definitions }: Plan, instrument: InstrumentName): Pick<PlanInstrument, 'proposed'> {
  const { items, scorings } = instrumentNamed(instrument, definitions) ?? {};
  return (items?.count ?? 1) > 1 || (scorings?.length ?? 1) > 1 ? { proposed: true } : {};
}

/**
 * An instrument that becomes another keeps its id; its outcomes go to its first scale, without a responder rule and a
 * difference that matters, whose numbers were those of the other.
 */
function editInstrument(plan: Plan, id: string, patch: Patch<PlanInstrument>): Plan {
  const isNew = patch.instrument !== undefined && patch.items !== undefined && patch.items.length > 0;
  const assumed = isNew ? proposedItems(plan, patch.instrument ?? '') : {};
  const instruments = plan.instruments.map((instrument) =>
    instrument.id === id ? withoutStaleProposal(patched(instrument, { ...patch, ...assumed })) : instrument,
  );
  const next = { ...plan, instruments };
  if (patch.instrument === undefined) {
    return { ...next, outcomes: plan.outcomes.map((outcome) => withFittingNumbers(outcome, outcome, plan, next)) };
  }
  const scale = instrumentNamed(patch.instrument, plan.definitions)?.scales[0]?.name ?? 'total';
  const outcomes = plan.outcomes.map((outcome) =>
    outcome.score.startsWith(`${id}.`)
      ? { ...omit(omit(omit(outcome, 'responder'), 'responderGee'), 'mcid'), score: `${id}.${scale}` }
      : outcome,
  );
  return { ...next, outcomes };
}

/** Finished scores have no items to confirm. */
const withoutStaleProposal = (instrument: PlanInstrument): PlanInstrument =>
  instrument.items ? instrument : omit(instrument, 'proposed');

/** The outcome with a responder rule and a difference that matters of its score, where score or scoring are others. */
function withFittingNumbers(before: PlanOutcome, after: PlanOutcome, from: Plan, to: Plan): PlanOutcome {
  const scoredAs = ({ score }: PlanOutcome, { instruments }: Plan): string | undefined =>
    instruments.find(({ id }) => score.startsWith(`${id}.`))?.scoring;
  const isSame = before.score === after.score && scoredAs(before, from) === scoredAs(after, to);
  const isPercent = ({ model }: PlanOutcome): boolean => model.response === 'percent_change';
  const patch: Patch<PlanOutcome> = {};
  // What came with the change was meant for it.
  if (!isSame && before.responder === after.responder) {
    patch.responder = responderFor(before.responder, offersOf(before, from), offersOf(after, to));
    if (!patch.responder) patch.responderGee = undefined;
  }
  // Points of one scale are none of another, and no percents.
  if ((!isSame || isPercent(before) !== isPercent(after)) && before.mcid === after.mcid) patch.mcid = undefined;
  return patched(after, patch);
}

function offersOf({ score }: PlanOutcome, { instruments, definitions }: Plan): Offers {
  const instrument = instruments.find(({ id }) => score.startsWith(`${id}.`)) ?? null;
  return offersFor(score, instrument, instrument ? instrumentNamed(instrument.instrument, definitions) : undefined);
}

/** Adds a questionnaire of the plan's own, or puts it in the place of what it was; those who use it follow its name. */
function define(plan: Plan, definition: InstrumentDefinition, replaces: string | undefined): Plan {
  const own = plan.definitions ?? [];
  const at = own.findIndex(({ name }) => name === replaces);
  const definitions = at < 0 ? [...own, definition] : own.map((other, i) => (i === at ? definition : other));
  const before = own[at];
  if (!before) return { ...plan, definitions };
  const isUsed = ({ instrument }: PlanInstrument): boolean => instrumentNamed(instrument, own)?.name === before.name;
  const instruments = plan.instruments.map((instrument) =>
    isUsed(instrument) ? { ...instrument, instrument: definition.name } : instrument,
  );
  const scales = definition.scales.map(({ name }) => name);
  const outcomes = plan.outcomes.map((outcome) => {
    const isOwn = instruments.some(
      (instrument) => instrument.instrument === definition.name && owns(outcome)(instrument),
    );
    if (!isOwn || scales.includes(scaleOf(outcome.score))) return outcome;
    return { ...omit(outcome, 'mcid'), score: outcome.score.replace(/[^.]*$/, scales[0] ?? 'total') };
  });
  return { ...plan, definitions, instruments, outcomes };
}

/** The instrument is of a line to 10, which the plan then defines. */
function asCentimetres(plan: Plan, id: string): Plan {
  const own = plan.instruments.find((instrument) => instrument.id === id);
  const line = own && instrumentNamed(own.instrument, plan.definitions);
  if (!line) return plan;
  const shorter = inCentimetres(line);
  const isKnown = instrumentNamed(shorter.name, plan.definitions) !== undefined;
  return editInstrument(isKnown ? plan : define(plan, shorter, undefined), id, { instrument: shorter.name });
}

/** A definition in use stays: the page says so before it asks. */
function withoutDefinition(plan: Plan, name: string): Plan {
  const own = plan.definitions ?? [];
  if (plan.instruments.some(({ instrument }) => instrumentNamed(instrument, own)?.name === name)) return plan;
  const definitions = own.filter((definition) => definition.name !== name);
  return definitions.length > 0 ? { ...plan, definitions } : omit(plan, 'definitions');
}

function withoutInstruments(plan: Plan, goes: (instrument: PlanInstrument) => boolean): Plan {
  const gone = plan.instruments.filter(goes);
  return {
    ...plan,
    instruments: plan.instruments.filter((instrument) => !goes(instrument)),
    outcomes: plan.outcomes.filter((outcome) => !gone.some(owns(outcome))),
  };
}

/** A daily diary is modelled as a slope, a questionnaire by visit with the last visit as the effect. */
function newOutcome(plan: Plan, { score, label, visits }: Extract<PlanEdit, { kind: 'add_outcome' }>): PlanOutcome {
  const instrument = plan.instruments.find(({ id }) => score.startsWith(`${id}.`));
  const last = visits[visits.length - 1];
  const common = {
    id: uniqueId(score.replace(/\W+/g, '_'), plan.outcomes),
    label,
    role: plan.outcomes.some(({ role }) => role === 'primary') ? ('secondary' as const) : ('primary' as const),
    score,
  };
  if (instrument && instrumentNamed(instrument.instrument, plan.definitions)?.name === 'DFS') {
    return {
      ...common,
      model: { kind: 'random_effects', response: 'value', random: 'intercept_slope' },
      effect: { kind: 'slope_difference', window: 7 },
    };
  }
  return {
    ...common,
    model: { kind: 'mmrm', response: 'change', ...usualStructure },
    effect:
      last === undefined
        ? { kind: 'average_difference' }
        : { kind: 'visit_difference', visit: last, ...(visits.length > 2 && { proposed: true }) },
  };
}

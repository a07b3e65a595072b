// SPDX-License-Identifier: MIT
/** What a file's notes ask for, or say was taken, where the plan has it otherwise. */
import type { Plan, PlanFile, PlanInstrument, PlanOutcome } from '../contract/plan.js';
import type { FileSummary } from '../engine/messages.js';
import { areArmsUnnamed, doubtfulArms, isArmCode } from '../read/arms.js';
import { instrumentNamed } from '../read/instruments.js';
import { diarySlope } from '../read/propose-outcomes.js';
import { rangeInDoubt } from '../read/tenth-range.js';

type FileNote = Pick<FileSummary['notes'][number], 'code' | 'about' | 'assumes'>;

/** The plan's word for what a note assumes. */
export const assumptionOf = ({ code, about }: Pick<FileNote, 'code' | 'about'>): string => `${code}:${about ?? ''}`;

/** Notes on how a file was understood, and the parts of the plan's entry that another choice changes. */
const fileParts: Readonly<Record<string, readonly (keyof PlanFile)[]>> = {
  role_unknown: ['role'],
  choose_id: ['id'],
  choose_arm: ['arm'],
  choose_visit: ['visit', 'date', 'wide'],
  choose_visit_order: ['visitOrder', 'visit', 'windows'],
  visit_order_of_rows: ['visitOrder', 'visit', 'windows'],
  same_visits: ['sameVisits', 'visit'],
  said_visits: ['sameVisits', 'visit'],
  windows_proposed: ['windows', 'visit', 'date'],
  windows_unclear: ['windows', 'scatteredDays', 'visit', 'date', 'startDate', 'dayZero'],
  visit_unit: ['timeUnit', 'visit'],
  date_available: ['date'],
  days_from_dates: ['date', 'visit'],
  several_candidates: ['id', 'arm', 'visit'],
  chosen_by_content: ['id', 'arm'],
  second_participants_file: ['role'],
};

/** Notes on an instrument's outcome, and the parts of it that another choice changes. */
const outcomeParts: Readonly<Record<string, (outcome: PlanOutcome) => unknown>> = {
  effect_visit: ({ effect }) => effect,
  baseline_visit: ({ model }) => [model.baselineVisit, model.baseline, model.response],
  several_baselines: ({ model }) => [model.baselineVisit, model.baseline, model.visits],
  no_baseline: ({ model }) => [model.baselineVisit, model.baseline, model.response],
  baseline_column: ({ model }) => [model.baselineVisit, model.baseline, model.response],
  [diarySlope]: ({ role, effect, model, summary }) => [role, effect.kind, model.kind, summary],
  unplanned_visits: ({ model }) => model.visits,
  run_in_days: ({ model }) => [model.kind, model.visits],
};

/** True for a note on what was proposed, which a plan of the user's own has otherwise or has confirmed. */
export const isProposal = (code: string): boolean =>
  code in outcomeParts ||
  ['visit_order_of_rows', 'same_visits', 'windows_proposed', 'reference_arm', 'arms_same'].includes(code);

/** Notes on arms: what the plan has that makes them untrue. */
const armsSettled: Readonly<Record<string, (plan: Plan, proposed: Plan) => boolean>> = {
  reference_arm: ({ arms }, proposed) =>
    arms !== undefined &&
    (arms.referenceChosen === true ||
      arms.order[0] !== proposed.arms?.order[0] ||
      (arms.order.every(isArmCode) && !areArmsUnnamed(arms))),
  arms_same: ({ arms }, proposed) => {
    const proposedSame = Object.keys(proposed.arms?.same ?? {});
    return arms !== undefined && !proposedSame.some((value) => Object.hasOwn(arms.same ?? {}, value));
  },
  arms_nearly_match: ({ arms }) => arms !== undefined && doubtfulArms(arms.order).length === 0,
};

/** True for a note that the plan has made untrue; `proposed` is the plan that the note is about. */
export function isSettled(note: FileNote, file: string, plan: Plan, proposed: Plan): boolean {
  const { code, about } = note;
  if (note.assumes && plan.confirmed?.includes(assumptionOf(note))) return true;
  if (code in armsSettled) return armsSettled[code]?.(plan, proposed) ?? false;
  if (code === 'ids_nearly_match') return plan.ids === 'plain' || plan.ids === 'numbers';
  if (code === 'ids_match_by_number') return plan.ids === 'numbers' || plan.unmatchedIds?.includes(file) === true;
  if (code === 'no_instrument') return plan.instruments.length > 0;
  if (code === 'choose_start_date')
    return plan.files.some(({ startDate, dayZero }) => startDate !== undefined || dayZero !== undefined);
  if (code === 'no_total') return hasTotalOrChoice(about ?? '', plan);
  if (code === 'choose_direction') return hasDirections(file, plan);
  const parts = fileParts[code];
  if (parts) {
    const [now, then] = [plan, proposed].map(({ files }) => files.find(({ name }) => name === file));
    return parts.some((part) => differ(now?.[part], then?.[part]));
  }
  const used = [plan, proposed].map(({ instruments }) => instruments.find(({ id }) => id === about));
  if (code === rangeInDoubt) return used[0]?.instrument !== used[1]?.instrument;
  const scored = used.map((instrument) => instrument?.scoring);
  if (note.assumes && !(code in outcomeParts)) return scored[0] !== scored[1];
  const partsOf = outcomeParts[code];
  if (!partsOf || about === undefined) return false;
  const [now, then] = [plan, proposed].map(({ outcomes }) =>
    outcomes.find(({ score }) => score.startsWith(`${about}.`)),
  );
  return then !== undefined && (now === undefined || differ(partsOf(now), partsOf(then)));
}

/** Its total has a column, its items are given, another of its scores is analysed, or it is there no more. */
function hasTotalOrChoice(id: string, { instruments, outcomes, definitions }: Plan): boolean {
  const own = instruments.find((instrument) => instrument.id === id);
  if (!own?.scores || outcomes.some(({ score }) => score.startsWith(`${id}.`))) return true;
  const [total] = instrumentNamed(own.instrument, definitions)?.scales ?? [];
  const columns = Object.keys(own.scores);
  return columns.length === 0 || (total !== undefined && columns.includes(total.name));
}

function hasDirections(file: string, plan: Plan): boolean {
  const declared = plan.instruments.filter((each) => each.file === file && isDeclared(each, plan));
  return declared.length > 0 && declared.every(({ direction }) => direction !== undefined);
}

const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

const isDeclared = ({ instrument }: PlanInstrument, { definitions }: Plan): boolean =>
  instrumentNamed(instrument, definitions)?.direction === 'declared';

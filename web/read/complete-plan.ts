// SPDX-License-Identifier: MIT
/** Outcomes of instruments that had none because something was open, as soon as the plan says it. */
import type { Plan, PlanFile, PlanInstrument } from '../contract/plan.js';
import { columnNames } from './columns.js';
import { detectionsOf, fileDays } from './file-days.js';
import { instrumentNamed } from './instruments.js';
import { columnsNamed } from './names.js';
import { proposeArms } from './propose-arms.js';
import { proposeOutcome } from './propose-outcomes.js';
import { settleWindows } from './propose-rows.js';
import { settleVisits } from './settle-visits.js';
import type { Note, ReadResult } from './types.js';
import { isUnfinished } from './unfinished.js';
import type { VisitUnit } from './visit-names.js';
import { visitsOf, type InstrumentVisits } from './visits.js';

/** A plan with the outcomes that could be proposed, and why others could not. */
export interface CompletedPlan {
  plan: Plan;
  notes: Note[];
}

/**
 * The plan with an outcome for each of the `waiting` instruments (their ids) that has none and can have one now: the user
 * has chosen a direction, the visit column, the order of the visits, what days are counted from, or windows; with arms where it has none,
 * since another column was chosen. Never throws.
 */
export function completePlan(plan: Plan, waiting: readonly string[], files: readonly ReadResult[]): CompletedPlan {
  const notes: Note[] = [];
  const next: Plan = { ...plan, files: [...plan.files], outcomes: [...plan.outcomes] };
  for (const instrument of plan.instruments) {
    const hasOutcome = next.outcomes.some(({ score }) => score.startsWith(`${instrument.id}.`));
    if (!waiting.includes(instrument.id) || hasOutcome || isUnfinished(instrument)) continue;
    const at = next.files.findIndex(({ name }) => name === instrument.file);
    const entry = next.files[at];
    const file = files.find(({ name }) => name === instrument.file);
    if (!entry || !file || file.error) continue;
    const planFile = withDate({ ...entry }, next, file);
    const outcome = outcomeOf(instrument, planFile, file, next, files, notes);
    if (!outcome) continue;
    next.files[at] = planFile;
    const hasPrimary = next.outcomes.some(({ role }) => role === 'primary');
    next.outcomes.push({ ...outcome, role: hasPrimary ? 'secondary' : 'primary' });
  }
  if (!next.arms) {
    const arms = proposeArms(detectionsOf(next, files), notes);
    if (arms) next.arms = arms;
  }
  const isSame = next.outcomes.length === plan.outcomes.length && next.arms === plan.arms;
  return { plan: isSame ? plan : next, notes };
}

/** Records without a visit are placed by their date as soon as there is a date to count from. */
function withDate(planFile: PlanFile, { files }: Plan, { table }: ReadResult): PlanFile {
  const { role, visit, date, wide } = planFile;
  const isPlaced = visit !== undefined || date !== undefined || wide !== undefined;
  if (role !== 'records' || isPlaced || !files.some(({ startDate }) => startDate !== undefined)) return planFile;
  const [found] = columnsNamed('date', columnNames(table));
  return found === undefined ? planFile : { ...planFile, date: found };
}

function outcomeOf(
  instrument: PlanInstrument,
  planFile: PlanFile,
  file: ReadResult,
  plan: Plan,
  files: readonly ReadResult[],
  notes: Note[],
): ReturnType<typeof proposeOutcome> {
  const definition = instrumentNamed(instrument.instrument, plan.definitions);
  if (!definition) return null;
  const days = fileDays(planFile, plan, files, notes);
  if (planFile.date !== undefined && !days) return null;
  const isDiary = definition.items.count === 1;
  if (!settleWindows(planFile, file, days, notes) && !isDiary) return null;
  const toldBy = planFile.visitOrder ? orderToldBy(planFile, file) : settleVisits(planFile, file, notes);
  const unit: VisitUnit = planFile.timeUnit ?? (planFile.wide ? 'none' : 'day');
  const visits = visitsOf(instrument, planFile, file, unit, days);
  return proposeOutcome(instrument, definition, { ...visits, ...(toldBy && { toldBy }) }, notes);
}

/** The user, where the plan's order is another than the file tells for certain. */
function orderToldBy(planFile: PlanFile, file: ReadResult): InstrumentVisits['toldBy'] | null {
  const found = { ...planFile };
  delete found.visitOrder;
  const toldBy = settleVisits(found, file, []);
  return JSON.stringify(found.visitOrder) === JSON.stringify(planFile.visitOrder) ? toldBy : 'user';
}

// SPDX-License-Identifier: MIT
/** Instruments without an outcome because something was open: they get one as soon as the plan says it. */
import type { Plan } from '../contract/plan.js';
import type { PlanEdit } from '../elements/events.js';

const hasOutcome = ({ outcomes }: Plan, id: string): boolean =>
  outcomes.some(({ score }) => score.startsWith(`${id}.`));

export class WaitingInstruments {
  private readonly _ids = new Set<string>();

  clear(): void {
    this._ids.clear();
  }

  /** Those that the files' proposal has without an outcome, and the plan too. */
  take(proposed: Plan, plan: Plan): void {
    for (const { id, file } of proposed.instruments) {
      const isSame = plan.instruments.some((each) => each.id === id && each.file === file);
      if (isSame && !hasOutcome(proposed, id) && !hasOutcome(plan, id)) this._ids.add(id);
    }
  }

  /** An instrument that the user adds waits too, and one whose outcome the user removes does no longer. */
  follow(edit: PlanEdit, before: Plan, after: Plan): void {
    if (edit.kind === 'add_instrument')
      for (const { id } of after.instruments) if (!before.instruments.some((each) => each.id === id)) this._ids.add(id);
    if (edit.kind !== 'remove_outcome') return;
    for (const id of [...this._ids]) if (hasOutcome(before, id)) this._ids.delete(id);
  }

  /** Those that an edit of this kind may have helped. */
  after({ kind }: PlanEdit, plan: Plan): string[] {
    const isAbout = kind === 'file' || kind === 'instrument' || kind === 'add_instrument';
    return isAbout ? [...this._ids].filter((id) => !hasOutcome(plan, id)) : [];
  }
}

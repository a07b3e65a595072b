// SPDX-License-Identifier: MIT
/** What a file's notes ask for, or say was taken, where the plan has it otherwise. */
import type { Plan, PlanInstrument } from '../contract/plan.js';
import type { FileSummary } from '../engine/messages.js';
import { areArmsUnnamed, doubtfulArms, isArmCode } from '../read/arms.js';
import { instrumentNamed } from '../read/instruments.js';

type FileNote = FileSummary['notes'][number];

/** True for a note that the plan has made untrue; `proposed` is the plan that the note is about. */
export function isSettled({ code }: Pick<FileNote, 'code'>, file: string, plan: Plan, proposed: Plan): boolean {
  const { arms } = plan;
  if (code === 'reference_arm')
    return (
      arms !== undefined &&
      (arms.referenceChosen === true ||
        arms.order[0] !== proposed.arms?.order[0] ||
        (arms.order.every(isArmCode) && !areArmsUnnamed(arms)))
    );
  if (code === 'arms_same') {
    const proposedSame = Object.keys(proposed.arms?.same ?? {});
    return arms !== undefined && !proposedSame.some((value) => Object.hasOwn(arms.same ?? {}, value));
  }
  if (code === 'arms_nearly_match') return arms !== undefined && doubtfulArms(arms.order).length === 0;
  if (code === 'ids_nearly_match') return plan.ids === 'plain';
  if (code !== 'choose_direction') return false;
  const declared = plan.instruments.filter((each) => each.file === file && isDeclared(each, plan));
  return declared.length > 0 && declared.every(({ direction }) => direction !== undefined);
}

const isDeclared = ({ instrument }: PlanInstrument, { definitions }: Plan): boolean =>
  instrumentNamed(instrument, definitions)?.direction === 'declared';

// SPDX-License-Identifier: MIT
/** Changes of the plan's arms as plain functions. Every one can be taken back by another. */
import type { Plan, PlanArms } from '../contract/plan.js';
import { omit } from '../elements/omit.js';
import type { PlanEdit } from '../elements/events.js';
import type { FileSummary } from '../engine/messages.js';
import { armTaken } from '../read/arms.js';
import { naturalOrder } from '../read/natural-order.js';

type ArmEdit = Extract<PlanEdit, { kind: 'reference_arm' | 'arm' | 'arm_label' }>;

/** The arms after an edit; as they were where it would leave none. */
export function withArmEdit(before: PlanArms | undefined, edit: ArmEdit): PlanArms {
  const arms: PlanArms = before ?? { order: [...new Set(edit.arms)] };
  switch (edit.kind) {
    case 'reference_arm':
      return { ...arms, order: [edit.arm, ...arms.order.filter((arm) => arm !== edit.arm)], referenceChosen: true };
    case 'arm_label': {
      const labels =
        edit.label === '' ? omit(arms.labels ?? {}, edit.value) : { ...arms.labels, [edit.value]: edit.label };
      return withRecords(arms, arms.same ?? {}, labels);
    }
    case 'arm':
      return withRole(arms, edit);
  }
}

/** The plan with arms that are one, as somebody said: each value with the arm that it is. */
export function withSameArms(plan: Plan, same: Readonly<Record<string, string>> = {}): Plan {
  return Object.entries(same).reduce((next, [value, arm]) => {
    const arms = next.arms ?? { order: [] };
    // Values that are written alike are one already, under one of them.
    const [taken, target] = [armTaken(value, arms), armTaken(arm, arms)];
    if (taken === target || !arms.order.includes(taken)) return next;
    return { ...next, arms: withArmEdit(arms, { kind: 'arm', value: taken, as: { same: target }, arms: arms.order }) };
  }, plan);
}

function withRole(arms: PlanArms, { value, as }: Extract<ArmEdit, { kind: 'arm' }>): PlanArms {
  const others = arms.order.filter((arm) => arm !== value);
  const same: Record<string, string> = omit(arms.same ?? {}, value);
  if (as === 'arm') return withRecords({ ...arms, order: [...others, value] }, same, arms.labels ?? {});
  if (others.length === 0) return arms;
  if (as === 'left_out') return withRecords({ ...arms, order: others }, same, arms.labels ?? {});
  // What was taken as this value goes along; one place in the order is kept for both.
  const moved = Object.fromEntries(
    Object.entries(same).map(([each, taken]) => [each, taken === value ? as.same : taken]),
  );
  const target = { ...moved, [value]: as.same };
  const isReference = arms.order[0] === value;
  const order = isReference ? [as.same, ...others.filter((arm) => arm !== as.same)] : others;
  return withRecords({ ...arms, order }, target, omit(arms.labels ?? {}, value));
}

function withRecords(arms: PlanArms, same: Record<string, string>, labels: Record<string, string>): PlanArms {
  const plain = omit(omit(arms, 'same'), 'labels');
  return {
    ...plain,
    ...(Object.keys(same).length > 0 && { same }),
    ...(Object.keys(labels).length > 0 && { labels }),
  };
}

/** Values of the arm columns that the plan uses. */
export function armValues({ files }: Plan, held: readonly Pick<FileSummary, 'name' | 'columns'>[]): string[] {
  const values = files.flatMap(({ name, role, arm }) => {
    const column = held.find((file) => file.name === name)?.columns.find((each) => each.name === arm);
    return (role === 'participants' || role === 'records') && column ? (column.values ?? column.levels) : [];
  });
  return [...new Set(values)].sort(naturalOrder);
}

// SPDX-License-Identifier: MIT
/** The arms of a trial: their order, which writings are one arm, and what has to be asked about them. */
import type { PlanArms } from '../contract/plan.js';
import { areArmsUnnamed, doubtfulArms, noArms, sameArms, type ArmValue } from './arms.js';
import { asLabels } from './as-written.js';
import { findColumn } from './columns.js';
import type { FileDetection } from './detect.js';
import { listed, quoted } from './errors.js';
import { looksLikeControl } from './names.js';
import { naturalOrder } from './natural-order.js';
import type { Note } from './types.js';

/** Arms in alphabetical order, however the files' rows are sorted, with the reference first: one called like a control. */
export function proposeArms(detections: readonly FileDetection[], notes: Note[]): PlanArms | undefined {
  const { values, file } = armValues(detections);
  const without = noArms(values.map(({ value }) => value));
  const used = values.filter(({ value }) => !without.includes(value));
  const alike = sameArms(used);
  const same = { ...alike, ...slips(used, alike) };
  const arms = used.map(({ value }) => value).filter((value) => !Object.hasOwn(same, value));
  arms.sort(naturalOrder);
  const reference = arms.find(looksLikeControl) ?? (arms.includes('0') ? '0' : arms[0]);
  if (reference === undefined) return undefined;
  const order = [reference, ...arms.filter((arm) => arm !== reference)];
  const proposed: PlanArms = { order, ...(Object.keys(same).length > 0 && { same }) };
  const about = file === undefined ? {} : { file };
  noteSame(same, about, notes);
  noteDoubtful(order, about, notes);
  if (!looksLikeControl(reference) && order.length > 1) {
    const reason = areArmsUnnamed(proposed)
      ? `the arms have no names (${listed(order)}), and nothing tells which is the control; name them, or choose another`
      : `no arm (${listed(arms)}) is called like a control; choose another if it is not`;
    proposed.referenceChosen = false;
    notes.push({ code: 'reference_arm', message: `${reference} is taken as the reference arm, since ${reason}` });
  }
  return proposed;
}

/** An arm with a tenth of the rows of one that differs by a letter or two is that one, mistyped. */
const mostOfSlip = 0.1;

/** Arms that are slips, with the arm each is meant to be. */
function slips(values: readonly ArmValue[], same: Readonly<Record<string, string>>): Record<string, string> {
  const rows = new Map<string, number>();
  for (const { value, rows: count } of values) {
    const arm = same[value] ?? value;
    rows.set(arm, (rows.get(arm) ?? 0) + count);
  }
  const pairs = doubtfulArms([...rows.keys()]).map(([one, other]) =>
    (rows.get(one) ?? 0) <= (rows.get(other) ?? 0) ? ([one, other] as const) : ([other, one] as const),
  );
  const meant = pairs.filter(([slip, arm]) => (rows.get(slip) ?? 0) <= mostOfSlip * (rows.get(arm) ?? 0));
  const armOf = new Map(meant);
  const moved = Object.entries(same).flatMap(([value, arm]) => {
    const other = armOf.get(arm);
    return other === undefined ? [] : [[value, other] as const];
  });
  return Object.fromEntries([...meant, ...moved]);
}

/** Values of the arm columns of all files, and the first file that has such a column. */
function armValues(detections: readonly FileDetection[]): { values: ArmValue[]; file: string | undefined } {
  const rows = new Map<string, number>();
  let first: string | undefined;
  for (const { file, arm, role } of detections) {
    const column = role === 'ignored' || role === 'events' ? undefined : findColumn(file.table, arm);
    if (!column) continue;
    first ??= file.name;
    const { codes, levels } = asLabels(file, column);
    const counts = new Int32Array(levels.length);
    for (const code of codes) if (code >= 0) counts[code]! += 1;
    for (const [code, level] of levels.entries())
      if (counts[code]! > 0) rows.set(level, (rows.get(level) ?? 0) + counts[code]!);
  }
  return { values: [...rows].map(([value, count]) => ({ value, rows: count })), file: first };
}

function noteSame(same: Readonly<Record<string, string>>, about: { file?: string }, notes: Note[]): void {
  const groups = new Map<string, string[]>();
  for (const [value, arm] of Object.entries(same))
    groups.set(arm, [...(groups.get(arm) ?? [quoted(arm)]), quoted(value)]);
  if (groups.size === 0) return;
  const told = [...groups].map(([arm, writings]) => `${listed(writings)} are taken as one arm, ${quoted(arm)}`);
  const start = about.file === undefined ? '' : `${about.file}: `;
  const more = told.length > 4 ? [`and ${told.length - 4} more`] : [];
  const message = `${start}${[...told.slice(0, 4), ...more].join('; ')}; take them apart under "Arms" if they are not`;
  notes.push({ ...about, code: 'arms_same', message });
}

function noteDoubtful(order: readonly string[], about: { file?: string }, notes: Note[]): void {
  const pairs = doubtfulArms(order);
  if (pairs.length === 0) return;
  const told = pairs.map(([one, other]) => `${quoted(one)} and ${quoted(other)}`);
  const start = about.file === undefined ? '' : `${about.file}: `;
  const message = `${start}arms that differ by a letter or two (${listed(told, 3)}) are analysed as different arms; take them as one under "Arms" if they are the same`;
  notes.push({ ...about, code: 'arms_nearly_match', message });
}

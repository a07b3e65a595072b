// SPDX-License-Identifier: MIT
/** What was found in files, assumed and left open, as lines for a terminal. */
import type { Plan, PlanFile } from '../contract/plan.js';
import type { FilesReply, FileSummary } from '../engine/messages.js';
import { listed } from '../read/errors.js';

/** Notes that ask for a decision; a plan is incomplete, or rests on a guess, until it is made. */
const isQuestion = (code: string): boolean =>
  /^(choose_|no_arm$|no_instrument$|role_unknown$|windows_unclear$|mixed_visit_units$|visit_order_of_rows$|reference_arm$|.*_nearly_match$|.*_in_doubt$)/.test(
    code,
  );

const columns = ['id', 'arm', 'visit', 'date', 'startDate', 'event'] as const;

export function proposalText({ files, plan }: FilesReply): string {
  const notes = files.flatMap((file) => file.notes);
  const messages = (isWanted: (code: string) => boolean): string[] =>
    notes.filter(({ code }) => isWanted(code)).map(({ message }) => `  ${message}`);
  const open = [...messages(isQuestion), ...withoutOutcome(plan)];
  return [
    ...section('Found', [...files.map((file) => fileText(file, plan)), ...planTexts(plan)]),
    ...section(
      'Assumed or worth knowing',
      messages((code) => !isQuestion(code)),
    ),
    ...section('Open: decide these in the plan, or drop the files and the plan on the page', open),
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${title}:`, ...lines];

function fileText({ name, rowCount, error }: FileSummary, plan: Plan): string {
  if (error) return `  ${name}: ${error.message}`;
  const entry = plan.files.find((file) => file.name === name);
  const roles = entry ? columns.flatMap((role) => partText(entry, role)) : [];
  return `  ${name}: ${[`${entry?.role ?? 'ignored'} (${rowCount} rows)`, ...roles].join(', ')}`;
}

const partText = (entry: PlanFile, role: (typeof columns)[number]): string[] => {
  const column = entry[role];
  return column === undefined || (role === 'visit' && entry.wide) ? [] : [`${role} in ${column}`];
};

function planTexts({ arms, instruments, outcomes }: Plan): string[] {
  const effects = outcomes.map(({ label, role, model }) => `  outcome: ${label} (${role}, ${model.kind})`);
  return [
    ...(arms ? [`  arms: ${listed(arms.order)}; the reference is ${arms.order[0] ?? ''}`] : []),
    ...instruments.map(({ instrument, file }) => `  instrument: ${instrument} in ${file}`),
    ...effects,
  ];
}

const withoutOutcome = ({ instruments, outcomes }: Plan): string[] =>
  instruments
    .filter(({ id }) => !outcomes.some(({ score }) => score.startsWith(`${id}.`)))
    .map(({ instrument }) => `  ${instrument} has no outcome yet`);

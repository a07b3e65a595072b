// SPDX-License-Identifier: MIT
/** What the files still wait for under a plan, whoever wrote it: the next step of somebody who chooses by hand. */
import type { Plan, PlanFile } from '../contract/plan.js';
import type { FileSummary } from '../engine/messages.js';
import { isUnfinished } from '../read/unfinished.js';
import { strings } from '../text/strings.js';

type FileNote = FileSummary['notes'][number];

const words = strings.open;

/** Notes that ask the same already, by what they ask for. */
const asked = {
  id: ['choose_id'],
  visit: ['choose_visit', 'choose_start_date'],
  arm: ['choose_arm'],
  questionnaire: ['no_instrument'],
} as const;

/**
 * Notes on what is open in one file and that no note shown asks for. `told` are the notes of the file that are shown;
 * `all` those of all files, since an arm may be asked for beside another one.
 */
export function openSteps(
  file: Pick<FileSummary, 'name' | 'error'>,
  plan: Plan,
  told: readonly Pick<FileNote, 'code'>[],
  all: readonly Pick<FileNote, 'code'>[] = told,
): FileNote[] {
  const entry = plan.files.find(({ name }) => name === file.name);
  if (!entry || file.error || entry.role === 'ignored') return [];
  const isAsked = (codes: readonly string[], among = told): boolean => among.some(({ code }) => codes.includes(code));
  const steps: FileNote[] = [];
  const ask = (code: string, message: string): void => void steps.push({ code, message });
  const { name, role } = entry;
  if (entry.id === undefined && !isAsked(asked.id)) ask('open_id', words.id(name));
  if (role === 'events' && entry.event === undefined) ask('open_event', words.event(name));
  if (role === 'records' && !isPlaced(entry) && !isAsked(asked.visit)) ask('open_visit', words.visit(name));
  if (isWhereArmsBelong(entry, plan) && !isAsked(asked.arm, all)) ask('open_arm', words.arm(name));
  if (role !== 'records') return steps;
  const own = plan.instruments.filter((instrument) => instrument.file === name);
  if (own.length === 0 && !isAsked(asked.questionnaire, all)) ask('open_questionnaire', words.questionnaire(name));
  for (const { instrument } of own.filter(isUnfinished)) ask('open_columns', words.columns(name, instrument));
  return steps;
}

const isPlaced = ({ visit, date, wide }: PlanFile): boolean =>
  visit !== undefined || date !== undefined || (wide ?? []).length > 0;

/** Where no file has an arm: the participants file, or else the first with scores. */
function isWhereArmsBelong({ name }: PlanFile, { files }: Plan): boolean {
  const used = files.filter(({ role }) => role === 'participants' || role === 'records');
  if (used.some(({ arm }) => arm !== undefined)) return false;
  return (used.find(({ role }) => role === 'participants') ?? used[0])?.name === name;
}

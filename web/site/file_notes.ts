// SPDX-License-Identifier: MIT
/** The notes of the files held, of which those are shown that the plan has left true. */
import type { Plan } from '../contract/plan.js';
import type { FileSummary, FilesReply } from '../engine/messages.js';
import { notesUnder, type CodeCells } from '../read/code-notes.js';
import type { Note } from '../read/index.js';
import { openSteps } from './open_steps.js';
import { isProposal, isSettled } from './settled_notes.js';
import { codesOfPlan } from './told_codes.js';

type FileNotes = FileSummary['notes'];

/** The files without notes on what was proposed: a plan that comes with them, or that names a file, has decided it. */
export function withoutProposals(reply: FilesReply, plan: Plan | null = null): FilesReply {
  const isDecided = (name: string): boolean => !plan || plan.files.some((file) => file.name === name);
  const files = reply.files.map((file) =>
    isDecided(file.name) ? { ...file, notes: file.notes.filter(({ code }) => !isProposal(code)) } : file,
  );
  return { ...reply, files };
}

/**
 * The file with what was told of codes when it was first read: read again, with the codes in its options, it has nothing
 * to propose any more, and what the plan has left true is still told.
 */
function withCodes(file: FileSummary, before: readonly FileSummary[]): FileSummary {
  const same = before.find(({ name, sha256 }) => name === file.name && sha256 === file.sha256);
  const old = same?.notes.filter(({ codesSet }) => codesSet) ?? [];
  const own = file.notes.map((note) => {
    const former = note.codesSet && old.find(({ code }) => code === note.code)?.codesSet;
    return former
      ? { ...note, codesSet: [...former.filter((each) => !isIn(each, note)), ...(note.codesSet ?? [])] }
      : note;
  });
  return { ...file, notes: [...own, ...old.filter(({ code }) => !own.some((note) => note.code === code))] };
}

const isIn = ({ column, code }: CodeCells, { codesSet = [] }: { codesSet?: CodeCells[] }): boolean =>
  codesSet.some((each) => each.column === column && each.code === code);

export class NotesOfFiles {
  /** What was done about files of one name, by file. */
  private readonly _ofNames = new Map<string, FileNotes>();
  /** The plan that a note which came later is about. */
  private readonly _aboutPlan = new WeakMap<FileNotes[number], Plan>();
  private _found: FilesReply = { files: [], plan: { schemaVersion: 1, files: [], instruments: [], outcomes: [] } };

  clear(): void {
    this._ofNames.clear();
  }

  forget(file: string): void {
    this._ofNames.delete(file);
  }

  /** Puts notes on a file's name in the place of those it had. */
  tellOfNames(names: readonly string[], told: readonly { file: string; message: string }[]): void {
    for (const name of names) this._ofNames.set(name, []);
    for (const { file, message } of told) this._ofNames.get(file)?.push({ code: 'same_name', message });
  }

  /** The files as they were read, and the plan that their notes are about. */
  take(reply: FilesReply): void {
    const files = reply.files.map((file) => withCodes(file, this._found.files));
    this._found = { ...reply, files };
  }

  /** Notes on what was proposed later; `plan` is then what they are about. */
  add(notes: readonly Note[], plan: Plan): void {
    const [first] = this._found.files;
    const files = this._found.files.map((file) => {
      const own = notes.filter((note) => (note.file ?? first?.name) === file.name);
      const isSaid = ({ code, about }: Pick<Note, 'code' | 'about'>): boolean =>
        own.some((note) => note.code === code && note.about === about);
      return own.length === 0 ? file : { ...file, notes: [...file.notes.filter((note) => !isSaid(note)), ...own] };
    });
    for (const note of notes) this._aboutPlan.set(note, plan);
    const known = this._found.plan.outcomes.map(({ id }) => id);
    const outcomes = [...this._found.plan.outcomes, ...plan.outcomes.filter(({ id }) => !known.includes(id))];
    const arms = notes.some(({ code }) => code.startsWith('arms_') || code === 'reference_arm') && plan.arms;
    this._found = { files, plan: { ...this._found.plan, outcomes, ...(arms && { arms }) } };
  }

  /** The files with the notes that are true under the plan, and with what they still wait for. */
  under(plan: Plan): FileSummary[] {
    const told = this._found.files.map((file) => ({ ...file, notes: this._told(file, plan) }));
    const all = told.flatMap(({ notes }) => notes);
    return told.map((file) => ({ ...file, notes: [...file.notes, ...openSteps(file, plan, file.notes, all)] }));
  }

  private _told(file: FileSummary, plan: Plan): FileNotes {
    const reading = plan.files.find(({ name }) => name === file.name)?.reading;
    const open = file.notes.filter(
      (note) => !isSettled(note, file.name, plan, this._aboutPlan.get(note) ?? this._found.plan),
    );
    const told = open.flatMap((note) => notesUnder(note, file.name, reading));
    return [...(this._ofNames.get(file.name) ?? []), ...told, ...codesOfPlan(file.name, reading, told)];
  }
}

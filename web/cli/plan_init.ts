// SPDX-License-Identifier: MIT
/** `plan init FILES...`: the plan that the page proposes for these files, and on standard error what it found. */
import { basename, dirname, resolve } from 'node:path';
import { EngineError } from '../contract/engine.js';
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { FilesReply } from '../engine/messages.js';
import { Session } from '../engine/session.js';
import { definitionFromText } from '../elements/definition_text.js';
import { loadBuiltInEngine } from '../engine/built_in.js';
import { proposalText } from './plan_words.js';
import { write } from './plan_command.js';
import { planOptions } from './plan_options.js';
import { bytesOf } from './read_data.js';
import { program } from './command_table.js';
import { readManyArguments, UsageError } from './usage.js';

export async function plan(args: string[]): Promise<{ output: string | null }> {
  const { files: given, values } = readManyArguments(args, 'plan init: init', planOptions);
  const [word, ...paths] = given;
  if (word !== 'init') throw new UsageError(`plan takes init, not "${word ?? ''}"`);
  if (paths.length === 0) throw new UsageError('data file is missing');
  if (paths.includes('-')) throw new UsageError('plan init takes files by their names, which the plan keeps');
  requireOwnNames(paths);
  const definitions = await definitionsIn(paths.filter(isJson));
  const data = paths.filter((path) => !isJson(path));
  const reply = await proposed(data, definitions);
  if (!isPlan(reply)) throw nothingProposed(reply);
  process.stderr.write(`${proposalText(reply)}\n`);
  const text = JSON.stringify(reply.plan, null, 2);
  if (values.out !== undefined) await write(values.out, `${text}\n`);
  process.stderr.write(`${nextStep(data, values.out)}\n`);
  return { output: values.out === undefined ? text : null };
}

const isJson = (path: string): boolean => /\.json$/i.test(path);

/** A plan knows its files by their names alone. */
function requireOwnNames(paths: readonly string[]): void {
  const names = paths.map((path) => basename(path));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice === undefined) return;
  throw new EngineError({
    code: 'same_name',
    message: `two files are called ${twice}: a plan knows its files by their names alone`,
    detail: { file: twice, remedy: 'give each file a name of its own' },
  });
}

async function definitionsIn(paths: readonly string[]): Promise<InstrumentDefinition[]> {
  const definitions: InstrumentDefinition[] = [];
  for (const path of paths) {
    const text = new TextDecoder().decode(await bytesOf(path));
    const own = definitionFromText(text, definitions);
    if ('definition' in own) definitions.push(own.definition);
    else
      throw new EngineError({
        code: 'bad_definition',
        message: `${path} is no definition of an instrument: ${own.problem}`,
        detail: { file: basename(path), remedy: 'give data files, and definitions of instruments of your own' },
      });
  }
  return definitions;
}

/** As if the files were dropped on the page. */
async function proposed(paths: readonly string[], definitions: InstrumentDefinition[]): Promise<FilesReply> {
  const session = new Session(loadBuiltInEngine);
  const files: File[] = [];
  for (const path of paths) files.push(new File([new Uint8Array(await bytesOf(path))], basename(path)));
  const read = await ask(session, { id: 1, kind: 'read', files });
  if (definitions.length === 0) return read;
  return ask(session, { id: 2, kind: 'reread', plan: { ...read.plan, definitions }, anew: true });
}

async function ask(session: Session, request: Parameters<Session['handle']>[0]): Promise<FilesReply> {
  const reply = await session.handle(request);
  if (!reply.ok) throw new EngineError(reply.error);
  return reply.result as FilesReply;
}

/** Something of it can be used. */
const isPlan = ({ plan: { files } }: FilesReply): boolean => files.some(({ role }) => role !== 'ignored');

function nothingProposed({ files }: FilesReply): EngineError {
  const reasons = files.flatMap(({ error, notes }) => (error ? [error.message] : notes.map(({ message }) => message)));
  return new EngineError({
    code: 'nothing_proposed',
    message: `no plan can be proposed: ${reasons.join('; ') || 'there are no data files'}`,
    detail: {
      remedy: 'give the files with participants, questionnaires and events, with the names of columns in the first row',
    },
  });
}

function nextStep(paths: readonly string[], out: string | undefined): string {
  const folders = [...new Set(paths.map((path) => dirname(path)))];
  if (folders.length > 1)
    return `Put the files into one folder, and give it to analyze by --data: ${folders.join(', ')}`;
  const planPath = out ?? 'PLAN.json';
  const [folder = '.'] = folders;
  const isOwn = out !== undefined && resolve(dirname(out)) === resolve(folder);
  return `Next: ${program} check ${planPath}${isOwn ? '' : ` --data ${folder}`}, and then analyze in place of check`;
}

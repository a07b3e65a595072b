// SPDX-License-Identifier: MIT
/** The usage texts and the reading of arguments. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { commandUsage, program, type CommandUsage } from './command_table.js';
import type { OptionTable } from './options.js';

const lineWidth = 110;

/** All commands, or one with all its options. */
export function usage(command?: string): string {
  const one = command !== undefined && Object.hasOwn(commandUsage, command) ? commandUsage[command] : undefined;
  return one ? oneCommand(one) : allCommands();
}

/** How a command is called, and where its options are explained. */
export function shortUsage(command: string): string {
  if (!Object.hasOwn(commandUsage, command)) return allCommands();
  const lines = commandUsage[command]!.synopsis.map((synopsis) => `Usage: ${program} ${synopsis}\n`);
  return `${lines.join('')}${program} ${command} --help explains every option.`;
}

function allCommands(): string {
  const lines = Object.values(commandUsage).map(({ synopsis, what }) =>
    [...synopsis.map((each) => `  ${program} ${each}`), ...wrapped(what, 6)].join('\n'),
  );
  return `Usage:
${lines.join('\n')}
  ${program} COMMAND --help
      Explains every option of the command.
  ${program} --help | --version

${wrapped(`${jsonAnswer} Only report and completion print what they make. ${failures}`, 0).join('\n')} Run it as: node dist/cli.js ...`;
}

const jsonAnswer = 'The answer is JSON on standard output.';
const failures =
  'An input or analysis error is exit code 1 with {code, message, detail} on standard error, also beside an answer of ' +
  'which a part failed or a file was missing; wrong usage is exit code 2.';

function oneCommand({ synopsis, what, options, examples, output, exits }: CommandUsage): string {
  const lines = Object.entries(options).flatMap(([name, { value, multiple, help }]) => {
    const repeated = multiple ? 'may be repeated; ' : '';
    return [`  --${name}${value === undefined ? '' : ` ${value}`}`, ...wrapped(repeated + help, 6)];
  });
  return `Usage: ${synopsis.map((each) => `${program} ${each}`).join('\n       ')}

${wrapped(what, 0).join('\n')}

Options:
${[...lines, '  --help', '      this text'].join('\n')}

${examples.length > 1 ? 'Examples' : 'Example'}:
${examples.map((example) => `  ${program} ${example}`).join('\n')}

Exit codes:
${[`0 ${exits.done}`, `1 ${exits.not}`, '2 wrong usage'].flatMap((exit) => wrapped(exit, 2)).join('\n')}

${wrapped(`${output ?? jsonAnswer} ${failures}`, 0).join('\n')}`;
}

function wrapped(text: string, indent: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length < lineWidth) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(' '.repeat(indent) + word);
  }
  return lines;
}

/** The command line itself is wrong. */
export class UsageError extends Error {}

/** The values read: text, or a list where the option may be repeated. */
export type OptionValues<Table extends OptionTable> = {
  [Name in keyof Table]?: Table[Name] extends { type: 'boolean' }
    ? boolean
    : Table[Name] extends { multiple: true }
      ? string[]
      : string;
};

/** The one file argument and the options. Throws UsageError for anything the command does not know. */
export function readArguments<Table extends OptionTable>(
  args: string[],
  what: string,
  options: Table,
): { file: string; values: OptionValues<Table> } {
  const { values, positionals } = parse(args, options);
  const [file, ...extra] = positionals;
  if (file === undefined) throw new UsageError(`${what} is missing`);
  if (extra.length > 0) throw new UsageError(`one ${what} at a time: ${positionals.join(' ')}`);
  return { file, values: values as OptionValues<Table> };
}

/** The same with any number of files, one at least. */
export function readManyArguments<Table extends OptionTable>(
  args: string[],
  what: string,
  options: Table,
): { files: string[]; values: OptionValues<Table> } {
  const { values, positionals: files } = parse(args, options);
  if (files.length === 0) throw new UsageError(`${what} is missing`);
  return { files, values: values as OptionValues<Table> };
}

/** A word that the option does not have. */
export function requireChoice(value: string | undefined, option: string, choices: readonly string[]): void {
  if (value !== undefined && !choices.includes(value))
    throw new UsageError(`--${option} takes ${choices.join(', ')}, not "${value}"`);
}

function parse(args: string[], table: OptionTable) {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const [name, { type, multiple = false }] of Object.entries(table)) options[name] = { type, multiple };
  requireOptions(args, options);
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** An option that there is not, or twice where the second would silently take the place of the first. */
function requireOptions(args: string[], options: NonNullable<ParseArgsConfig['options']>): void {
  const { tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  const given = tokens.filter((token) => token.kind === 'option');
  const unknown = given.find(({ name }) => !Object.hasOwn(options, name));
  const names = Object.keys(options).map((name) => `--${name}`);
  if (unknown) throw new UsageError(`there is no option ${unknown.rawName}: there are ${names.join(', ')}`);
  const twice = given.find(
    ({ name }, i) => !options[name]?.multiple && given.slice(0, i).some((each) => each.name === name),
  );
  if (twice) throw new UsageError(`${twice.rawName} is given twice`);
}

/** "ARMCD=PBO,TRT" as ["ARMCD", "PBO,TRT"]. */
export function readAssignment(text: string, option: string, what = 'COLUMN=VALUE'): [string, string] {
  const equals = text.indexOf('=');
  if (equals < 1 || equals === text.length - 1) {
    throw new UsageError(`--${option} takes ${what}, not "${text}"`);
  }
  return [text.slice(0, equals).trim(), text.slice(equals + 1).trim()];
}

/** "a, b" as ["a", "b"]. */
export function readList(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

export function readNumber(text: string, option: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new UsageError(`--${option} takes a number, not "${text}"`);
  return value;
}

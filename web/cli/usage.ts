// SPDX-License-Identifier: MIT
/** The usage texts and the reading of arguments. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import {
  analyzeOptions,
  checkOptions,
  fitOptions,
  individualOptions,
  influenceOptions,
  scoreOptions,
  type OptionTable,
} from './options.js';

const program = 'fatigue-calculator';
const lineWidth = 110;

interface CommandUsage {
  /** After the program's name. */
  synopsis: string;
  what: string;
  options: OptionTable;
  example: string;
}

const commandUsage: Record<string, CommandUsage> = {
  fit: {
    synopsis: "fit DATA.csv --formula 'FORMULA' [options]",
    what: 'Fits one mixed model to one file.',
    options: fitOptions,
    example: `fit trial.csv --formula 'change ~ baseline + arm * visit + us(visit | id)' \\
      --levels 'arm=placebo,active' --emmeans 'arm | visit' --reference arm=placebo`,
  },
  score: {
    synopsis: 'score DATA.csv --instrument NAME|FILE.json [options]',
    what: 'Scores one questionnaire in one file.',
    options: scoreOptions,
    example: 'score questionnaires.csv --instrument MFIS --id id,day --missing-items complete',
  },
  analyze: {
    synopsis: 'analyze PLAN.json [options]',
    what: 'Analyses a whole trial as its plan says.',
    options: analyzeOptions,
    example: 'analyze plan.json --data data --out report.json',
  },
  check: {
    synopsis: 'check PLAN.json [options]',
    what: "Tells what a plan's data hold and every problem in them, before anything is fitted. Problems are no error.",
    options: checkOptions,
    example: 'check plan.json --data data',
  },
  individual: {
    synopsis: 'individual PLAN.json [options]',
    what: 'Tells what concerns single participants: their scores, residuals with a normal plot, and gains. Not for publication.',
    options: individualOptions,
    example: 'individual plan.json --data data --out individual.json',
  },
  influence: {
    synopsis: 'influence PLAN.json [options]',
    what: 'Leaves out each participant in turn and tells how far that moves the effects. Not for publication.',
    options: influenceOptions,
    example: 'influence plan.json --data data --out influence.json',
  },
};

/** All commands, or one with all its options. */
export function usage(command?: string): string {
  const one = command !== undefined && Object.hasOwn(commandUsage, command) ? commandUsage[command] : undefined;
  return one ? oneCommand(one) : allCommands();
}

/** How a command is called, and where its options are explained. */
export function shortUsage(command: string): string {
  if (!Object.hasOwn(commandUsage, command)) return allCommands();
  return `Usage: ${program} ${commandUsage[command]!.synopsis}\n${program} ${command} --help explains every option.`;
}

function allCommands(): string {
  const lines = Object.values(commandUsage).map(({ synopsis, what }) => `  ${program} ${synopsis}\n      ${what}`);
  return `Usage:
${lines.join('\n')}
  ${program} COMMAND --help
      Explains every option of the command.
  ${program} --help | --version

${answers} Run it as: node dist/cli.js ...`;
}

const answers = `The answer is JSON on standard output. An input or analysis error is exit code 1 with {code, message, detail} on
standard error, also beside an answer of which a part failed or a file was missing; wrong usage is exit code 2.`;

function oneCommand({ synopsis, what, options, example }: CommandUsage): string {
  const lines = Object.entries(options).flatMap(([name, { value, multiple, help }]) => {
    const repeated = multiple ? 'may be repeated; ' : '';
    return [`  --${name}${value === undefined ? '' : ` ${value}`}`, ...wrapped(repeated + help, 6)];
  });
  return `Usage: ${program} ${synopsis}

${what}

Options:
${lines.join('\n')}
  --help
      this text

Example:
  ${program} ${example}

${answers}`;
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

function parse(args: string[], table: OptionTable) {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const [name, { type, multiple = false }] of Object.entries(table)) options[name] = { type, multiple };
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
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

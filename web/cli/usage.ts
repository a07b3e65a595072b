// SPDX-License-Identifier: MIT
/** The usage text and the reading of arguments. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

export const usage = `Usage:
  fatigue-calculator fit DATA.csv --formula 'FEV1 ~ ARMCD * AVISIT + us(AVISIT | USUBJID)'
      [--method REML|ML]
      [--df satterthwaite|kenward_roger|kenward_roger_linear|kenward_roger_mmrm|between_within|residual|asymptotic]
      [--vcov model|empirical|empirical_jackknife|empirical_bias_reduced] [--information observed|expected]
      [--levels 'ARMCD=PBO,TRT']... [--categorical COLUMN]... [--weights COLUMN] [--confidence 0.95]
      [--emmeans 'ARMCD | AVISIT' [--emmeans-weights equal|proportional] [--reference ARMCD=PBO]...]
  fatigue-calculator score DATA.csv --instrument DFS|FSS|MFIS [--items COLUMN,COLUMN,...] [--id COLUMN,...]
      [--scoring sum|mean] [--missing-items half|complete]
  fatigue-calculator analyze PLAN.json [--data FOLDER] [--out REPORT.json]
  fatigue-calculator --help | --version

The answer is JSON on standard output. An input or analysis error is exit code 1 with {code, message, detail} on
standard error; wrong usage is exit code 2. Run it as: node dist/cli.js ...`;

/** The command line itself is wrong. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** The one file argument and the options. Throws UsageError for anything the command does not know. */
export function readArguments<T extends Options>(args: string[], what: string, options: T) {
  const { values, positionals } = parse(args, options);
  const [file, ...extra] = positionals;
  if (file === undefined) throw new UsageError(`${what} is missing`);
  if (extra.length > 0) throw new UsageError(`one ${what} at a time: ${positionals.join(' ')}`);
  return { file, values };
}

function parse<T extends Options>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** "ARMCD=PBO,TRT" as ["ARMCD", "PBO,TRT"]. */
export function readAssignment(text: string, option: string): [string, string] {
  const equals = text.indexOf('=');
  if (equals < 1 || equals === text.length - 1) {
    throw new UsageError(`--${option} takes COLUMN=VALUE, not "${text}"`);
  }
  return [text.slice(0, equals).trim(), text.slice(equals + 1).trim()];
}

/** "a, b" as ["a", "b"]. */
export function readList(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

// SPDX-License-Identifier: MIT
/**
 * The command line: one answer as JSON on standard output. Errors are JSON on standard error with exit code 1; wrong
 * usage is exit code 2 with the usage text of the command.
 */
import type { InputError } from '../contract/report.js';
import { loadBuiltInEngine } from '../engine/built_in.js';
import { analyze } from './analyze.js';
import { runJob } from './batch_job.js';
import { check } from './check.js';
import { completion } from './completion.js';
import { fit } from './fit.js';
import { individual, influence } from './individual.js';
import { plan } from './plan_init.js';
import { toInputError } from './plan_command.js';
import { report } from './report.js';
import { reproduce } from './reproduce.js';
import { score } from './score.js';
import { shortUsage, usage, UsageError } from './usage.js';
import { validate } from './validate.js';
import { isOurWorker, serve } from './workers.js';

/**
 * Runs one command: its answer for standard output (null: it went elsewhere), what went wrong although there is an
 * answer, and whether the answer itself is a no.
 */
type Command = (args: string[]) => Promise<{ output: string | null; problem?: InputError | null; isNot?: boolean }>;

const commands: Record<string, Command> = {
  ...{ fit, score, analyze, check, individual, influence },
  ...{ report, plan, validate, reproduce, completion },
};

export async function main(args: string[]): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${usage(rest[0])}\n`);
    return 0;
  }
  try {
    if (name === '--version') {
      process.stdout.write(`${(await loadBuiltInEngine()).version()}\n`);
      return 0;
    }
    if (!Object.hasOwn(commands, name))
      throw new UsageError(name ? `unknown command "${name}"` : 'a command is needed');
    if (rest.includes('--help') || rest.includes('-h')) {
      process.stdout.write(`${usage(name)}\n`);
      return 0;
    }
    const { output, problem, isNot } = await commands[name]!(rest);
    if (output !== null) process.stdout.write(`${output}\n`);
    if (problem) process.stderr.write(`${JSON.stringify(problem)}\n`);
    return problem || isNot ? 1 : 0;
  } catch (error) {
    return fail(error, name);
  }
}

function fail(error: unknown, command: string): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${shortUsage(command)}\n`);
    return 2;
  }
  process.stderr.write(`${JSON.stringify(toInputError(error))}\n`);
  return 1;
}

// Not process.exit: what is written to a pipe must arrive whole. A reader that stops early (head) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
if (isOurWorker()) serve(runJob);
else process.exitCode = await main(process.argv.slice(2));

// SPDX-License-Identifier: MIT
/** `validate FILE.json`: a plan, a report or a definition of an instrument against its schema and within itself. */
import { basename } from 'node:path';
import type { Plan } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import { loadBuiltInEngine } from '../engine/built_in.js';
import { checkFiles } from '../engine/files.js';
import { everyProblem, type Problem, type ValidatedKind } from '../read/validate.js';
import { validateOptions } from './plan_options.js';
import { readPlanFiles, textOf } from './read_data.js';
import { isStandardInput, standardInputName } from './standard_input.js';
import { readArguments, UsageError } from './usage.js';

/** What `validate` prints. */
export interface Validity {
  file: string;
  kind: ValidatedKind;
  valid: boolean;
  problems: Problem[];
  /** What the data hold that stops nothing; with --data only. */
  warnings?: Problem[];
}

export async function validate(args: string[]): Promise<{ output: string; problem: InputError | null }> {
  const { file, values } = readArguments(args, 'plan, report or definition', validateOptions);
  const name = isStandardInput(file) ? standardInputName : basename(file);
  const { kind, value, problems } = everyProblem(await textOf(file));
  if (values.data !== undefined && kind !== 'plan' && problems.length === 0)
    throw new UsageError(`--data goes with a plan, and ${name} is a ${kind}: reproduce compares the data of a report`);
  const isLooked = values.data !== undefined && kind === 'plan' && problems.length === 0;
  const found = isLooked ? await problemsOfData(value as Plan, values.data ?? '') : { problems, warnings: undefined };
  const valid = found.problems.length === 0;
  const answer: Validity = {
    file: name,
    kind,
    valid,
    problems: found.problems,
    ...(found.warnings && { warnings: found.warnings }),
  };
  return { output: JSON.stringify(answer, null, 2), problem: valid ? null : invalid(answer) };
}

/** What keeps files or outcomes out, and what only deserves a look. */
async function problemsOfData(plan: Plan, folder: string): Promise<{ problems: Problem[]; warnings: Problem[] }> {
  const files = await readPlanFiles(plan, folder);
  const { problems } = checkFiles(await loadBuiltInEngine(), plan, files);
  const of = (severity: 'error' | 'warning'): Problem[] =>
    problems
      .filter((each) => each.severity === severity)
      .map(({ problem }) => ({ path: placeOf(plan, problem), message: problem.message }));
  return { problems: of('error'), warnings: of('warning') };
}

/** The plan's entry of the file; empty where it is about none. */
function placeOf({ files }: Plan, { detail }: InputError): string {
  const at = files.findIndex(({ name }) => name === detail.file);
  return at < 0 ? '' : `files[${at}]`;
}

function invalid({ file, problems }: Validity): InputError {
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return { code: 'not_valid', message: `${file} is not valid: ${first?.message ?? ''}${more}`, detail: { file } };
}

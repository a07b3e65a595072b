// SPDX-License-Identifier: MIT
/** Everything wrong with a plan, a report or a definition, where reading stops at the first. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { Plan } from '../contract/plan.js';
import type { Report } from '../contract/report.js';
import { canonicalJson, planHash } from '../export/provenance.js';
import { quoted } from './errors.js';
import { instrumentSchema } from './instrument-schema.js';
import { instrumentNamed } from './instruments.js';
import { definitionProblems, referenceProblems } from './plan-references.js';
import { whyNotJson } from './not-json.js';
import { planSchema } from './plan-schema.js';
import { reportSchema } from './report-schema.js';
import { schemaProblems, type RootSchema } from './schema.js';

export interface Problem {
  /** Where: "outcomes[0].score"; empty for the whole. */
  path: string;
  /** "path is ...: remedy". */
  message: string;
}

export type ValidatedKind = 'plan' | 'report' | 'definition' | 'unknown';

export interface Validated {
  kind: ValidatedKind;
  value: unknown;
  problems: Problem[];
}

/** A file with more is hopeless; those that follow are counted by nobody. */
const mostProblems = 1000;

export function everyProblem(text: string): Validated {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    const message = `the file is not JSON: ${whyNotJson(text)}`;
    return { kind: 'unknown', value: null, problems: [{ path: '', message }] };
  }
  const kind = kindOf(value);
  return { kind, value, problems: firstOf(problemsOf[kind](value), mostProblems) };
}

/** What somebody meant by it, whatever is wrong in it. */
function kindOf(value: unknown): Exclude<ValidatedKind, 'unknown'> {
  if (typeof value !== 'object' || value === null) return 'plan';
  if ('plan' in value || 'software' in value) return 'report';
  return ('scales' in value || 'scorings' in value) && !('files' in value) ? 'definition' : 'plan';
}

type Problems = Generator<Problem, undefined>;

const problemsOf: Record<Exclude<ValidatedKind, 'unknown'>, (value: unknown) => Problems> = {
  plan: (value) => both<Plan>(value, planSchema, ofPlan),
  report: (value) => both<Report>(value, reportSchema, ofReport),
  definition: (value) => both<InstrumentDefinition>(value, instrumentSchema, ofDefinition),
};

/** Names can be followed only where what they stand in is there. */
function* both<Kind>(value: unknown, schema: RootSchema, references: (value: Kind) => Problems): Problems {
  let isWhole = true;
  for (const { path, message, isShape } of schemaProblems(value, schema)) {
    isWhole &&= !isShape;
    yield { path, message };
  }
  if (isWhole) yield* references(value as Kind);
}

function* ofPlan(plan: Plan): Problems {
  for (const message of referenceProblems(plan)) yield { path: pathIn(message), message };
}

function* ofDefinition(definition: InstrumentDefinition): Problems {
  const builtIn = instrumentNamed(definition.name);
  // The files of the built-in ones are definitions, too.
  if (builtIn && canonicalJson(builtIn) === canonicalJson(definition)) return;
  for (const message of definitionProblems(definition, 'definition'))
    yield { path: pathIn(message).replace(/^definition\.?/, ''), message };
}

function* ofReport({ plan, files, outcomes, exported }: Report): Problems {
  for (const { path, message } of ofPlan(plan)) yield { path: `plan.${path}`, message: `plan.${message}` };
  for (const [i, { name }] of files.entries())
    if (!plan.files.some((file) => file.name === name))
      yield { path: `files[${i}].name`, message: `files[${i}].name is ${quoted(name)}: the plan has no such file` };
  for (const [i, { id }] of outcomes.entries()) {
    const path = `outcomes[${i}].id`;
    if (!plan.outcomes.some((outcome) => outcome.id === id))
      yield { path, message: `${path} is ${quoted(id)}: the plan has no such outcome` };
    if (outcomes.findIndex((outcome) => outcome.id === id) < i)
      yield { path, message: `${path} is ${quoted(id)}, as is another's: each outcome stands once` };
  }
  if (exported && exported.planSha256 !== planHash(plan)) {
    const message = `exported.planSha256 is not that of the plan (${planHash(plan)}): the plan was changed after the report was made`;
    yield { path: 'exported.planSha256', message };
  }
}

/** Messages begin with the path they are about. */
const pathIn = (message: string): string =>
  /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|\[(?:\d+|"(?:[^"\\]|\\.)*")\])*/.exec(message)?.[0] ?? '';

function firstOf<Value>(values: Iterable<Value>, most: number): Value[] {
  const first: Value[] = [];
  for (const value of values) if (first.push(value) >= most) break;
  return first;
}

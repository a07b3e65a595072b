// SPDX-License-Identifier: MIT
/** What the schema of a plan cannot say: names are unique and refer to something, and choices go together. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { Plan, PlanFile, PlanInstrument } from '../contract/plan.js';
import { armShown } from './arms.js';
import { listed, quoted } from './errors.js';
import { countsFromFirst } from './first-record.js';
import { allDefinitions, instrumentNamed } from './instruments.js';

/** The first thing wrong, as "path is ...: remedy", or null. */
export function referenceProblem(plan: Plan): string | null {
  const definitions = plan.definitions ?? [];
  const repeated =
    twice('files', 'name', plan.files) ??
    twice('definitions', 'name', definitions) ??
    twice('instruments', 'id', plan.instruments) ??
    twice('outcomes', 'id', plan.outcomes);
  if (repeated !== null) return repeated;
  for (const [i, definition] of definitions.entries()) {
    const problem = definitionProblem(definition, `definitions[${i}]`);
    if (problem !== null) return problem;
  }
  for (const [i, file] of plan.files.entries()) {
    const problem = fileProblem(file, plan, `files[${i}]`);
    if (problem !== null) return problem;
  }
  const arms = armsProblem(plan);
  if (arms !== null) return arms;
  const guesses = guessProblem(plan);
  if (guesses !== null) return guesses;
  for (const [i, instrument] of plan.instruments.entries()) {
    const problem = instrumentProblem(instrument, plan, `instruments[${i}]`);
    if (problem !== null) return problem;
  }
  for (const [i, { score }] of plan.outcomes.entries()) {
    const problem = scoreProblem(score, plan, `outcomes[${i}].score`);
    if (problem !== null) return problem;
  }
  return null;
}

function definitionProblem(definition: InstrumentDefinition, path: string): string | null {
  const { name, items, scales, scorings } = definition;
  const clash = [name, ...(definition.aliases ?? [])].find((each) => instrumentNamed(each));
  if (clash !== undefined) {
    const other = instrumentNamed(clash)?.name ?? '';
    return `${path} is called ${quoted(clash)}, as is the built-in ${other}: give it another name`;
  }
  if (items.lowest >= items.highest)
    return `${path}.items.highest is ${items.highest}: it must be above the lowest (${items.lowest})`;
  if (items.codes && items.codes.length !== items.count)
    return `${path}.items.codes has ${items.codes.length} entries: it needs one for each of the ${items.count} items`;
  const scaleNames = scales.map((scale) => scale.name);
  const repeated = twice(`${path}.scales`, 'name', scales) ?? twice(`${path}.scorings`, 'name', scorings);
  if (repeated !== null) return repeated;
  const lists: [string, readonly number[]][] = [
    [`${path}.items.reversed`, items.reversed ?? []],
    ...scales.map((scale, i): [string, readonly number[]] => [`${path}.scales[${i}].items`, scale.items ?? []]),
  ];
  for (const [at, numbers] of lists) {
    const beyond = numbers.findIndex((item) => item > items.count);
    if (beyond >= 0) return `${at}[${beyond}] is ${numbers[beyond] ?? ''}: the instrument has ${items.count} items`;
  }
  const named: [string, string | undefined][] = [
    ...scales.flatMap((scale, i) =>
      (scale.subscales ?? []).map((each, k): [string, string] => [`${path}.scales[${i}].subscales[${k}]`, each]),
    ),
    ...(definition.bands ?? []).map((band, i): [string, string] => [`${path}.bands[${i}].scale`, band.scale]),
    ...(definition.changes ?? []).map((change, i): [string, string] => [`${path}.changes[${i}].scale`, change.scale]),
  ];
  const unknown = named.find(([, scale]) => scale !== undefined && !scaleNames.includes(scale));
  return unknown ? `${unknown[0]} is ${quoted(unknown[1] ?? '')}: the scales are ${listed(scaleNames)}` : null;
}

function fileProblem(file: PlanFile, plan: Plan, path: string): string | null {
  const { wide, parameters, visit, date, windows, dayOfStart, startDate, role } = file;
  const isWide = wide !== undefined && wide.length > 0;
  const unlike = stackProblem(file, path);
  if (unlike !== null) return unlike;
  if (isWide && parameters) return `${path} has both wide and parameters: keep one of them`;
  if (role === 'ignored') return null;
  if (visit !== undefined && date !== undefined) return `${path} has both visit and date: keep one of them`;
  const days = dayZeroProblem(file, plan, path);
  if (days !== null) return days;
  if (date !== undefined && !countsFromFirst(plan) && !hasStartDate(plan))
    return `${path}.date is ${quoted(date)}, but no file has a startDate to count days from: name the column with the date of randomisation or first dose`;
  if (windows && visit === undefined && date === undefined && !isWide)
    return `${path}.windows needs days: name the column with the visit or the date`;
  if (dayOfStart !== undefined && startDate === undefined && date === undefined)
    return `${path}.dayOfStart is ${dayOfStart}, but the file has no startDate: name it, or leave dayOfStart out`;
  return (
    twice(`${path}.windows`, 'visit', windows ?? []) ??
    twice(`${path}.wide`, 'column', wide ?? []) ??
    twice(`${path}.parameters.entries`, 'code', parameters?.entries ?? [])
  );
}

const hasStartDate = ({ files }: Plan): boolean =>
  files.some(({ role, startDate }) => role !== 'ignored' && startDate !== undefined);

/** Days are counted from one thing; the mean of records is that of finished scores. */
function dayZeroProblem({ name, date, dayZero, repeated }: PlanFile, plan: Plan, path: string): string | null {
  if (dayZero !== undefined && date === undefined)
    return `${path}.dayZero stands, but the file has no date: name the column, or leave dayZero out`;
  if (dayZero !== undefined && hasStartDate(plan))
    return `${path}.dayZero stands beside a startDate, from which days are counted: keep one of them`;
  if (repeated === 'mean' && plan.instruments.some(({ file, items }) => file === name && items !== undefined))
    return `${path}.repeated is "mean", but the file has answers to items, whose mean is no answer: use first, last or none`;
  return null;
}

/** Either each part of a stack is of a visit, or none is. */
function stackProblem({ reading }: PlanFile, path: string): string | null {
  const { visit, parts = [] } = reading?.stack ?? {};
  const at = parts.findIndex((part) => (part.visit === undefined) !== (visit === undefined));
  if (at < 0) return null;
  return visit === undefined
    ? `${path}.reading.stack.parts[${at}] has a visit, but the stack has no name for a column of visits: name it, or leave the visits out`
    : `${path}.reading.stack.parts[${at}] has no visit for the column ${quoted(visit)}: give each part its visit`;
}

/** What is taken as another is no arm of its own, and no two arms go by one name. */
function armsProblem({ arms }: Plan): string | null {
  if (!arms) return null;
  for (const [value, taken] of Object.entries(arms.same ?? {})) {
    const path = `arms.same[${quoted(value)}]`;
    if (arms.order.includes(value)) return `${path} stands, and arms.order names it too: keep one of them`;
    if (Object.hasOwn(arms.same ?? {}, taken))
      return `${path} is ${quoted(taken)}, which is taken as another itself: name the arm that it is in the end`;
  }
  const behind = new Map<string, string>();
  for (const value of arms.order) {
    const shown = armShown(value, arms);
    const other = behind.get(shown);
    if (other !== undefined)
      return `arms.labels: ${quoted(other)} and ${quoted(value)} would both be called ${quoted(shown)}: give each arm its own name`;
    behind.set(shown, value);
  }
  return null;
}

/** One column of guesses, and its values stand for arms; without an order of arms the data tell whether they do. */
function guessProblem(plan: Plan): string | null {
  const asking = [...plan.files.entries()].filter(([, { role, guess }]) => role !== 'ignored' && guess !== undefined);
  const [first, second] = asking;
  if (first && second)
    return `files[${second[0]}].guess is ${quoted(second[1].guess ?? '')}, but files[${first[0]}] has a guess too: keep the one asked last`;
  for (const [i, { guess, guesses }] of plan.files.entries()) {
    if (guesses && guess === undefined)
      return `files[${i}].guesses stands without guess: name the column they are values of`;
    const order = plan.arms?.order ?? [];
    const unknown = Object.entries(guesses ?? {}).find(([, arm]) => arm !== null && !order.includes(arm));
    if (plan.arms && unknown)
      return `files[${i}].guesses[${quoted(unknown[0])}] is ${quoted(unknown[1] ?? '')}: the arms are ${listed(order)}`;
  }
  return null;
}

function instrumentProblem(instrument: PlanInstrument, plan: Plan, path: string): string | null {
  const files = plan.files.map(({ name }) => name);
  if (!files.includes(instrument.file))
    return `${path}.file is ${quoted(instrument.file)}: the files of the plan are ${listed(files)}`;
  const definition = instrumentNamed(instrument.instrument, plan.definitions);
  if (!definition) {
    const known = allDefinitions(plan.definitions).map(({ name }) => name);
    return `${path}.instrument is ${quoted(instrument.instrument)}: use one of ${listed(known, 200)}`;
  }
  if ((instrument.items === undefined) === (instrument.scores === undefined))
    return `${path} has ${instrument.items ? 'both' : 'neither'} items ${instrument.items ? 'and' : 'nor'} scores: give one of them`;
  const scales = definition.scales.map(({ name }) => name);
  const named: [string, Record<string, unknown>][] = [[`${path}.scores`, instrument.scores ?? {}]];
  if (typeof instrument.missingItems === 'object' && 'scales' in instrument.missingItems)
    named.push([`${path}.missingItems.scales`, instrument.missingItems.scales]);
  for (const [at, record] of named) {
    const unknown = Object.keys(record).find((scale) => !scales.includes(scale));
    if (unknown !== undefined)
      return `${at}.${unknown} is not known: the scales of ${definition.name} are ${listed(scales)}`;
  }
  const scorings = definition.scorings.map(({ name }) => name);
  if (instrument.scoring !== undefined && !scorings.includes(instrument.scoring))
    return `${path}.scoring is ${quoted(instrument.scoring)}: the scorings of ${definition.name} are ${listed(scorings)}`;
  if (instrument.direction !== undefined && definition.direction !== 'declared')
    return `${path}.direction is not allowed: the direction of ${definition.name} is fixed`;
  return null;
}

function scoreProblem(score: string, plan: Plan, path: string): string | null {
  const ids = plan.instruments.map(({ id }) => id);
  const [id = '', scale = ''] = score.split('.');
  const instrument = plan.instruments.find((each) => each.id === id);
  if (!/^[^.]+\.[^.]+$/.test(score) || !instrument)
    return `${path} is ${quoted(score)}: use the id of an instrument (${listed(ids) || 'there is none'}) and a scale, such as fss.total`;
  const scales = instrumentNamed(instrument.instrument, plan.definitions)?.scales.map(({ name }) => name) ?? [];
  if (scales.includes(scale)) return null;
  return `${path} is ${quoted(score)}: the scales of ${instrument.instrument} are ${listed(scales)}`;
}

/** The first value of the key that stands in the list twice. */
function twice<Key extends string>(
  list: string,
  key: Key,
  entries: readonly Readonly<Record<Key, string>>[],
): string | null {
  const values = entries.map((entry) => entry[key]);
  const at = values.findIndex((value, i) => values.indexOf(value) !== i);
  if (at < 0) return null;
  const value = values[at] ?? '';
  return `${list}[${at}].${key} is ${quoted(value)}, as is ${list}[${values.indexOf(value)}].${key}: give each its own`;
}

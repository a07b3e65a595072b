// SPDX-License-Identifier: MIT
/** What the schema of a plan cannot say: names are unique and refer to something, and choices go together. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { Plan, PlanFile, PlanInstrument } from '../contract/plan.js';
import { armShown } from './arms.js';
import { listed, quoted } from './errors.js';
import { countsFromFirst } from './first-record.js';
import { allDefinitions, instrumentNamed } from './instruments.js';

type Problems = Generator<string, undefined>;

/** The first thing wrong, as "path is ...: remedy", or null. */
export function referenceProblem(plan: Plan): string | null {
  return referenceProblems(plan).next().value ?? null;
}

/** Everything wrong, found as it is asked for. */
export function* referenceProblems(plan: Plan): Problems {
  const definitions = plan.definitions ?? [];
  yield* twice('files', 'name', plan.files);
  yield* twice('definitions', 'name', definitions);
  yield* twice('instruments', 'id', plan.instruments);
  yield* twice('outcomes', 'id', plan.outcomes);
  for (const [i, definition] of definitions.entries()) yield* definitionProblems(definition, `definitions[${i}]`);
  for (const [i, file] of plan.files.entries()) yield* fileProblems(file, plan, `files[${i}]`);
  yield* armsProblems(plan);
  yield* guessProblems(plan);
  for (const [i, instrument] of plan.instruments.entries())
    yield* instrumentProblems(instrument, plan, `instruments[${i}]`);
  for (const [i, { score }] of plan.outcomes.entries()) yield* scoreProblems(score, plan, `outcomes[${i}].score`);
}

export function* definitionProblems(definition: InstrumentDefinition, path: string): Problems {
  const { name, items, scales, scorings } = definition;
  const clash = [name, ...(definition.aliases ?? [])].find((each) => instrumentNamed(each));
  if (clash !== undefined) {
    const other = instrumentNamed(clash)?.name ?? '';
    yield `${path} is called ${quoted(clash)}, as is the built-in ${other}: give it another name`;
  }
  if (items.lowest >= items.highest)
    yield `${path}.items.highest is ${items.highest}: it must be above the lowest (${items.lowest})`;
  if (items.codes && items.codes.length !== items.count)
    yield `${path}.items.codes has ${items.codes.length} entries: it needs one for each of the ${items.count} items`;
  const scaleNames = scales.map((scale) => scale.name);
  yield* twice(`${path}.scales`, 'name', scales);
  yield* twice(`${path}.scorings`, 'name', scorings);
  const lists: [string, readonly number[]][] = [
    [`${path}.items.reversed`, items.reversed ?? []],
    ...scales.map((scale, i): [string, readonly number[]] => [`${path}.scales[${i}].items`, scale.items ?? []]),
  ];
  for (const [at, numbers] of lists) {
    const beyond = numbers.findIndex((item) => item > items.count);
    if (beyond >= 0) yield `${at}[${beyond}] is ${numbers[beyond] ?? ''}: the instrument has ${items.count} items`;
  }
  const named: [string, string | undefined][] = [
    ...scales.flatMap((scale, i) =>
      (scale.subscales ?? []).map((each, k): [string, string] => [`${path}.scales[${i}].subscales[${k}]`, each]),
    ),
    ...(definition.bands ?? []).map((band, i): [string, string] => [`${path}.bands[${i}].scale`, band.scale]),
    ...(definition.changes ?? []).map((change, i): [string, string] => [`${path}.changes[${i}].scale`, change.scale]),
  ];
  for (const [at, scale] of named)
    if (scale !== undefined && !scaleNames.includes(scale))
      yield `${at} is ${quoted(scale)}: the scales are ${listed(scaleNames)}`;
}

function* fileProblems(file: PlanFile, plan: Plan, path: string): Problems {
  const { wide, parameters, visit, date, windows, dayOfStart, startDate, role } = file;
  const isWide = wide !== undefined && wide.length > 0;
  yield* stackProblems(file, path);
  if (isWide && parameters) yield `${path} has both wide and parameters: keep one of them`;
  if (role === 'ignored') return;
  if (visit !== undefined && date !== undefined) yield `${path} has both visit and date: keep one of them`;
  yield* dayZeroProblems(file, plan, path);
  if (date !== undefined && !countsFromFirst(plan) && !hasStartDate(plan))
    yield `${path}.date is ${quoted(date)}, but no file has a startDate to count days from: name the column with the date of randomisation or first dose`;
  if (windows && visit === undefined && date === undefined && !isWide)
    yield `${path}.windows needs days: name the column with the visit or the date`;
  if (dayOfStart !== undefined && startDate === undefined && date === undefined)
    yield `${path}.dayOfStart is ${dayOfStart}, but the file has no startDate: name it, or leave dayOfStart out`;
  yield* twice(`${path}.windows`, 'visit', windows ?? []);
  yield* twice(`${path}.wide`, 'column', wide ?? []);
  yield* twice(`${path}.parameters.entries`, 'code', parameters?.entries ?? []);
}

const hasStartDate = ({ files }: Plan): boolean =>
  files.some(({ role, startDate }) => role !== 'ignored' && startDate !== undefined);

/** Days are counted from one thing; the mean of records is that of finished scores. */
function* dayZeroProblems({ name, date, dayZero, repeated }: PlanFile, plan: Plan, path: string): Problems {
  if (dayZero !== undefined && date === undefined)
    yield `${path}.dayZero stands, but the file has no date: name the column, or leave dayZero out`;
  if (dayZero !== undefined && hasStartDate(plan))
    yield `${path}.dayZero stands beside a startDate, from which days are counted: keep one of them`;
  if (repeated === 'mean' && plan.instruments.some(({ file, items }) => file === name && items !== undefined))
    yield `${path}.repeated is "mean", but the file has answers to items, whose mean is no answer: use first, last or none`;
}

/** Either each part of a stack is of a visit, or none is; so it is with prefixes of identifiers, of which no two are one. */
function* stackProblems({ reading }: PlanFile, path: string): Problems {
  const { visit, id, parts = [] } = reading?.stack ?? {};
  const bare = parts.findIndex(({ idPrefix }) => (idPrefix === undefined) !== (id === undefined));
  if (bare >= 0)
    yield id === undefined
      ? `${path}.reading.stack.parts[${bare}] has an idPrefix, but the stack does not name the column of identifiers: name it as id, or leave the prefixes out`
      : `${path}.reading.stack.parts[${bare}] has no idPrefix for the identifiers in ${quoted(id)}: give each part its own`;
  const prefixes = parts.flatMap(({ idPrefix }) => (idPrefix === undefined ? [] : [{ idPrefix }]));
  if (bare < 0) yield* twice(`${path}.reading.stack.parts`, 'idPrefix', prefixes);
  const at = parts.findIndex((part) => (part.visit === undefined) !== (visit === undefined));
  if (at < 0) return;
  yield visit === undefined
    ? `${path}.reading.stack.parts[${at}] has a visit, but the stack has no name for a column of visits: name it, or leave the visits out`
    : `${path}.reading.stack.parts[${at}] has no visit for the column ${quoted(visit)}: give each part its visit`;
}

/** What is taken as another is no arm of its own, and no two arms go by one name. */
function* armsProblems({ arms }: Plan): Problems {
  if (!arms) return;
  for (const [value, taken] of Object.entries(arms.same ?? {})) {
    const path = `arms.same[${quoted(value)}]`;
    if (arms.order.includes(value)) yield `${path} stands, and arms.order names it too: keep one of them`;
    if (Object.hasOwn(arms.same ?? {}, taken))
      yield `${path} is ${quoted(taken)}, which is taken as another itself: name the arm that it is in the end`;
  }
  const behind = new Map<string, string>();
  for (const value of arms.order) {
    const shown = armShown(value, arms);
    const other = behind.get(shown);
    if (other !== undefined)
      yield `arms.labels: ${quoted(other)} and ${quoted(value)} would both be called ${quoted(shown)}: give each arm its own name`;
    behind.set(shown, value);
  }
}

/** One column of guesses, and its values stand for arms; without an order of arms the data tell whether they do. */
function* guessProblems(plan: Plan): Problems {
  const asking = [...plan.files.entries()].filter(([, { role, guess }]) => role !== 'ignored' && guess !== undefined);
  const [first, second] = asking;
  if (first && second)
    yield `files[${second[0]}].guess is ${quoted(second[1].guess ?? '')}, but files[${first[0]}] has a guess too: keep the one asked last`;
  for (const [i, { guess, guesses }] of plan.files.entries()) {
    if (guesses && guess === undefined)
      yield `files[${i}].guesses stands without guess: name the column they are values of`;
    const order = plan.arms?.order ?? [];
    for (const [value, arm] of Object.entries(guesses ?? {}))
      if (plan.arms && arm !== null && !order.includes(arm))
        yield `files[${i}].guesses[${quoted(value)}] is ${quoted(arm)}: the arms are ${listed(order)}`;
  }
}

function* instrumentProblems(instrument: PlanInstrument, plan: Plan, path: string): Problems {
  const files = plan.files.map(({ name }) => name);
  if (!files.includes(instrument.file))
    yield `${path}.file is ${quoted(instrument.file)}: the files of the plan are ${listed(files)}`;
  const definition = instrumentNamed(instrument.instrument, plan.definitions);
  if (!definition) {
    const known = allDefinitions(plan.definitions).map(({ name }) => name);
    yield `${path}.instrument is ${quoted(instrument.instrument)}: use one of ${listed(known, 200)}`;
  }
  if ((instrument.items === undefined) === (instrument.scores === undefined))
    yield `${path} has ${instrument.items ? 'both' : 'neither'} items ${instrument.items ? 'and' : 'nor'} scores: give one of them`;
  if (!definition) return;
  const scales = definition.scales.map(({ name }) => name);
  const named: [string, Record<string, unknown>][] = [[`${path}.scores`, instrument.scores ?? {}]];
  if (typeof instrument.missingItems === 'object' && 'scales' in instrument.missingItems)
    named.push([`${path}.missingItems.scales`, instrument.missingItems.scales]);
  for (const [at, record] of named) {
    for (const unknown of Object.keys(record).filter((scale) => !scales.includes(scale)))
      yield `${at}.${unknown} is not known: the scales of ${definition.name} are ${listed(scales)}`;
  }
  const scorings = definition.scorings.map(({ name }) => name);
  if (instrument.scoring !== undefined && !scorings.includes(instrument.scoring))
    yield `${path}.scoring is ${quoted(instrument.scoring)}: the scorings of ${definition.name} are ${listed(scorings)}`;
  if (instrument.direction !== undefined && definition.direction !== 'declared')
    yield `${path}.direction is not allowed: the direction of ${definition.name} is fixed`;
}

function* scoreProblems(score: string, plan: Plan, path: string): Problems {
  const ids = plan.instruments.map(({ id }) => id);
  const [id = '', scale = ''] = score.split('.');
  const instrument = plan.instruments.find((each) => each.id === id);
  if (!/^[^.]+\.[^.]+$/.test(score) || !instrument) {
    yield `${path} is ${quoted(score)}: use the id of an instrument (${listed(ids) || 'there is none'}) and a scale, such as fss.total`;
    return;
  }
  const scales = instrumentNamed(instrument.instrument, plan.definitions)?.scales.map(({ name }) => name);
  if (scales && !scales.includes(scale))
    yield `${path} is ${quoted(score)}: the scales of ${instrument.instrument} are ${listed(scales)}`;
}

/** Values of the key that stand in the list before. */
function* twice<Key extends string>(
  list: string,
  key: Key,
  entries: readonly Readonly<Record<Key, string>>[],
): Problems {
  const values = entries.map((entry) => entry[key]);
  for (const [at, value] of values.entries())
    if (values.indexOf(value) !== at)
      yield `${list}[${at}].${key} is ${quoted(value)}, as is ${list}[${values.indexOf(value)}].${key}: give each its own`;
}

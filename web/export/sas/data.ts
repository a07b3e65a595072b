// SPDX-License-Identifier: MIT
/** From the trial's files to the rows of one outcome's model, as SAS code. Needs `options validvarname=any`. */
import type { Plan, PlanFile } from '../../contract/plan.js';
import type { Report } from '../../contract/report.js';
import {
  armFiles,
  armInEvent,
  hasScore,
  itemsOf,
  leastItems,
  losesArms,
  rosterFile,
  scoresFileName,
  valuesOfArms,
  wideVisits,
  type ScriptOutcome,
  type VisitColumns,
} from '../script_context.js';
import { eventsBehind } from '../../read/redcap.js';
import { ownReading, scriptReading, type ScriptReading } from '../script_reading.js';
import { Columns, comment, importCode, numberOf, sasText, textOf, withFilesMark } from './cells.js';

type Identified = Pick<Plan, 'ids'>;

/** Identifiers by their plain writing, or the number that the list of participants has, where the plan compares them so. */
function comparedIds({ ids }: Identified): string {
  if (ids === 'numbers') return ' %number_id(id);';
  return ids === 'plain' ? ' %plain_id(id);' : '';
}

/** Those of the list itself. */
const listedIds = ({ ids }: Identified): string => comparedIds({ ids: ids === 'numbers' ? 'plain' : ids });

/** `arm` becomes armn = 1 for the reference, 2, 3 and so on. */
export function participantsCode(report: Report, covariates: readonly string[], factors: ReadonlySet<string>): string {
  const file = rosterFile(report.plan);
  if (file === null) return '/* the plan has no file of participants */';
  const reading = scriptReading(report, file);
  const columns = new Columns();
  const id = columns.of(file.id ?? '');
  const lines = covariates.map((name, index) => {
    const isLabelled = file.reading?.labelNumbers?.includes(name) === true;
    const code = covariateCode(reading, columns, name, index, factors.has(name), isLabelled);
    const isEither = file.reading?.eitherDecimal?.includes(name) === true && !factors.has(name);
    return `  ${isEither ? `${withFilesMark(reading, columns.of(name))} ` : ''}${code} ${comment(name)}`;
  });
  const total = report.arms.reduce((sum, { participants }) => sum + participants, 0);
  return [
    importCode(reading, 'roster'),
    'data people;',
    columns.set('roster'),
    `  length id $ 200; ${textOf('id', reading, file.id ?? '', id)}${listedIds(report.plan)}`,
    ...lines,
    '  if id ne "";',
    `  keep id${covariates.map((_, index) => ` x${index + 1}`).join('')};`,
    'run;',
    // Of several rows per participant, the last value that is not missing is kept of each variable: there is one.
    ...(file.role === 'records'
      ? ['proc sort data=people; by id; run;', 'data people; update people(obs=0) people; by id; run;']
      : ['proc sort data=people nodupkey; by id; run;']),
    ...(report.plan.ids === 'numbers' ? ['%list_numbers(people);'] : []),
    'proc datasets lib=work nolist nowarn; delete stated; quit;',
    ...armFiles(report.plan).flatMap((own) => armCode(report.plan, scriptReading(report, own), own, own === file)),
    'proc sort data=stated nodupkey; by id; run;',
    'data participants;',
    '  merge people(in=is_person) stated(in=is_stated);',
    '  by id;',
    '  if is_person and is_stated;',
    ...valuesOfArms(report).map(
      ({ arm, values }, index) => `  if arm ${armIs(values)} then armn = ${index + 1};${armNamed(arm, values)}`,
    ),
    '  if armn ne .;',
    '  drop arm;',
    'run;',
    `%count('participants', participants, ${total});`,
  ].join('\n');
}

const armIs = ([value = '', ...others]: readonly string[]): string =>
  others.length === 0 ? `= ${sasText(value)}` : `in (${[value, ...others].map(sasText).join(', ')})`;
const armNamed = (arm: string, values: readonly string[]): string =>
  values.every((value) => value === arm) ? '' : ` ${comment(arm)}`;

/** Adds to `stated` who is in which arm by one file. */
function armCode(plan: Identified, reading: ScriptReading, file: PlanFile, isRoster: boolean): string[] {
  const columns = new Columns();
  const name = file.arm ?? '';
  const events = eventsBehind(name);
  const [id, arm] = [columns.of(file.id ?? ''), columns.of(events ?? name)];
  const ofEvent =
    events === null
      ? ''
      : " arm = prxchange('s/^.*_arm_([0-9]+[a-z]?)$/Arm $1/', 1, strip(arm)); arm = prxchange('s/^.* \\(Arm [0-9]+: (.*)\\)$/$1/', 1, strip(arm));";
  return [
    ...(isRoster ? [] : [importCode(reading, 'roster')]),
    'data one;',
    columns.set('roster'),
    `  length id arm $ 200; ${textOf('id', reading, file.id ?? '', id)}${comparedIds(plan)} ${textOf('arm', reading, events ?? name, arm)}${ofEvent}`,
    '  if id ne "" and arm ne "";',
    '  keep id arm;',
    'run;',
    'proc append base=stated data=one force; run;',
  ];
}

function covariateCode(
  reading: ScriptReading,
  columns: Columns,
  column: string,
  index: number,
  isFactor: boolean,
  isLabelled: boolean,
): string {
  const target = `x${index + 1}`;
  if (isFactor) return `length ${target} $ 200; ${textOf(target, reading, column, columns.of(column))}`;
  return `${target} = ${numberOf(reading, columns, column, isLabelled)};`;
}

/** Data set `scores`: id, visit (text), score, and from the calculator's file the baseline. */
export function scoresCode(outcome: ScriptOutcome, plan: Identified = {}): string {
  return outcome.borrowed === null ? ownScores(outcome, plan) : borrowedScores(outcome, outcome.borrowed, plan);
}

/** Without the apostrophe that keeps a spreadsheet from running a cell: csv.ts puts it there. */
const unguarded = (name: string): string => `prxchange('s/(^|[;\\t])''(?=[=+@-])/$1/', -1, strip(${name}))`;

function borrowedScores({ result, model }: ScriptOutcome, reason: string, plan: Identified): string {
  const own = ownReading(scoresFileName(result));
  const numbers = model.response === 'value' ? ['score'] : ['score', 'baseline'];
  const columns = new Columns();
  const [id, visit] = [columns.of('id'), columns.of('visit')];
  const lines = numbers.map((name) => `  ${name} = ${numberOf(own, columns, name)};`);
  return [
    comment(`${reason}, which this program does not repeat: the scores come from the calculator's own file`),
    importCode(own, 'records'),
    'data scores;',
    columns.set('records'),
    `  length id visit $ 200; id = ${unguarded(id)};${comparedIds(plan)} visit = ${unguarded(visit)};`,
    ...lines,
    `  keep id visit ${numbers.join(' ')};`,
    'run;',
  ].join('\n');
}

function ownScores(outcome: ScriptOutcome, plan: Identified): string {
  const { file, reading, weights, instrument, scale } = outcome;
  const count = instrument.items?.length ?? 0;
  const isScored = count > 0 && instrument.scores?.[scale.name] === undefined;
  const columns = new Columns();
  const id = columns.of(file.id ?? '');
  const visits = file.wide
    ? wideVisits(file).map((own) => ({ ...own, set: `visit = ${sasText(own.visit)};` }))
    : [{ visit: '', set: visitLine(outcome, columns), at: (name: string): string | null => name }];
  const lines = visits
    .filter((visit) => hasScore(outcome, visit))
    .flatMap((visit) => {
      const weightColumn = weights === null ? null : visit.at(weights);
      const weight =
        weights === null ? [] : [`weight = ${weightColumn === null ? '.' : numberOf(reading, columns, weightColumn)};`];
      return [
        `  ${visit.set}`,
        ...[...scoreLines(outcome, visit.at, columns), ...weight].map((line) => `  ${line}`),
        '  if id ne "" and visit ne "" then output;',
      ];
    });
  return [
    importCode(reading, 'records'),
    'data scores;',
    columns.set('records'),
    `  length id visit $ 200; ${textOf('id', reading, file.id ?? '', id)}${comparedIds(plan)}`,
    // Once: a step may declare an array no second time.
    ...(isScored ? [`  array item{${count}} item1-item${count};`] : []),
    ...lines,
    `  keep id visit score${weights === null ? '' : ' weight'};`,
    'run;',
  ].join('\n');
}

/** A file's visits as the calculator has them: REDCap's without the arm, spellings of one as one, numbers with a point. */
function visitLine(outcome: ScriptOutcome, columns: Columns): string {
  const { file, reading } = outcome;
  const name = file.visit ?? 'visit';
  const set = [textOf('visit', reading, name, columns.of(name))];
  if (losesArms(file, outcome)) set.push(`visit = prxchange('s/${armInEvent}//', 1, strip(visit));`);
  else if (reading.decimal !== '.')
    set.push(`if prxmatch('/^[+-]?\\d+,\\d+ *$/', visit) then visit = translate(visit, '.', ',');`);
  for (const [at, [label, visit]] of Object.entries(file.sameVisits ?? {}).entries())
    set.push(`${at > 0 ? 'else ' : ''}if strip(visit) = ${sasText(label)} then visit = ${sasText(visit)};`);
  return set.join(' ');
}

/** Lines that set `score`; an item without a column at this visit is missing. */
function scoreLines(outcome: ScriptOutcome, at: VisitColumns['at'], columns: Columns): string[] {
  const { instrument, definition, scale, scoring, rule, reading } = outcome;
  const given = instrument.scores?.[scale.name];
  if (given !== undefined) return [`score = ${numberOf(reading, columns, at(given) ?? given)};`];
  const items = (instrument.items ?? []).map(at);
  const { lowest, highest, reversed } = definition.items;
  const isMean = scoring.combine === 'mean' && !scale.table;
  const parts =
    rule === 'subscales' && scale.subscales
      ? scale.subscales.flatMap((name) => definition.scales.find((each) => each.name === name) ?? [])
      : [scale];
  const isSum = parts.length > 1;
  return [
    ...items.map((name, index) => {
      const value = name === null ? '.' : numberOf(reading, columns, name);
      return reversed?.includes(index + 1)
        ? `item{${index + 1}} = ${lowest + highest} - ${value};`
        : `item{${index + 1}} = ${value};`;
    }),
    ...recodeLines(scoring.recode, lowest),
    'score = 0;',
    ...parts.flatMap((part) => {
      const numbers = itemsOf(part, definition);
      const list = numbers.map((item) => `item${item}`).join(', ');
      const times = isMean && !isSum ? '' : ` * ${numbers.length}`;
      return [
        `if n(${list}) >= ${leastItems(rule, part, numbers.length)} and n(${list}) > 0 then score = score + mean(${list})${times};`,
        'else score = .;',
      ];
    }),
    ...(isMean && isSum ? [`score = score / ${itemsOf(scale, definition).length};`] : []),
    ...tableLines(outcome),
  ];
}

const recodeLines = (recode: readonly number[] | undefined, lowest: number): string[] =>
  recode
    ? [
        'do over_item = 1 to dim(item);',
        `  if item{over_item} ne . then item{over_item} = choosen(item{over_item} - ${lowest} + 1, ${recode.join(', ')});`,
        'end;',
      ]
    : [];

function tableLines({ scale }: ScriptOutcome): string[] {
  if (scale.table) {
    return [
      'select (round(score));',
      ...scale.table.map(({ raw, score }) => `  when (${raw}) score = ${score};`),
      '  otherwise score = .;',
      'end;',
    ];
  }
  const { multiply = 1, add = 0 } = scale.transform ?? {};
  return multiply === 1 && add === 0 ? [] : [`score = ${multiply} * score + ${add};`];
}

/** Visits compared as numbers where they are numbers: 07 is 7. */
const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));
export const visitIs = (visit: string, name = 'visit'): string =>
  isNumber(visit) ? `input(${name}, ?? best32.) = ${Number(visit)}` : `${name} = ${sasText(visit)}`;

/** Data set `rows`: id, armn, visitn (1, 2, ... in the order of the visits), day (or week, ...), baseline, response. */
export function rowsCode(outcome: ScriptOutcome, all: readonly string[]): string {
  const { model, baseline, covariates, borrowed, weights, time } = outcome;
  const names = covariates.map((name) => `x${all.indexOf(name) + 1}`);
  const isChange = model.response !== 'value';
  const makesBaseline = isChange && borrowed === null;
  const days = model.days ?? [];
  return [
    ...(makesBaseline ? baselineCode(model.baselineVisit, baseline) : []),
    'proc sort data=scores; by id; run;',
    'data rows;',
    `  merge scores(in=is_scored) participants(in=is_participant)${makesBaseline ? ' base' : ''};`,
    '  by id;',
    '  if is_scored and is_participant;',
    ...model.visits.map((visit, index) => `  if ${visitIs(visit)} then visitn = ${index + 1};`),
    ...days.map((day, index) => `  if visitn = ${index + 1} then ${time} = ${day};`),
    ...(model.response === 'change' ? ['  response = score - baseline;'] : []),
    ...(model.response === 'percent_change'
      ? ['  if baseline > 0 then response = 100 * (score - baseline) / baseline;']
      : []),
    ...(isChange ? [] : ['  response = score;']),
    `  if visitn ne . and response ne .${[...names, ...(weights === null ? [] : ['weight'])]
      .map((name) => ` and not missing(${name})`)
      .join('')};`,
    'run;',
    `proc sort data=rows; by id visitn; run;`,
  ].join('\n');
}

function baselineCode(visit: string | null, rule: ScriptOutcome['baseline']): string[] {
  const time = 'input(visit, ?? best32.)';
  if (rule?.kind === 'last_before') {
    return [
      `data base; set scores; base_time = ${time}; if base_time ne . and base_time <= ${rule.day} and score ne .; run;`,
      'proc sort data=base; by id base_time; run;',
      'data base; set base; by id; if last.id; baseline = score; keep id baseline; run;',
    ];
  }
  if (rule?.kind === 'window_mean') {
    return [
      `data base; set scores; base_time = ${time}; if ${rule.from} <= base_time <= ${rule.to} and score ne .; run;`,
      'proc means data=base nway noprint; class id; var score; output out=base(drop=_type_) mean=baseline n=records; run;',
      `data base; set base; if records >= ${rule.leastDays ?? 1}; keep id baseline; run;`,
    ];
  }
  return [
    `data base; set scores; if ${visitIs(visit ?? '')}; baseline = score; keep id baseline; run;`,
    'proc sort data=base; by id; run;',
  ];
}

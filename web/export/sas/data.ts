// SPDX-License-Identifier: MIT
/** From the trial's files to the rows of one outcome's model, as SAS code. Needs `options validvarname=any`. */
import type { PlanFile } from '../../contract/plan.js';
import type { Report } from '../../contract/report.js';
import {
  itemsOf,
  leastItems,
  oneLine,
  rosterFile,
  scoresFileName,
  wideVisits,
  type ScriptOutcome,
} from '../script_context.js';

/** A string as SAS writes it; percent and ampersand are no macros in single quotes. */
export const sasText = (text: string): string => `'${oneLine(text).replaceAll("'", "''")}'`;
/** A column's name, whatever it is. */
const sasName = (name: string): string => `${sasText(name)}n`;

/**
 * The columns that a step reads, each under a name of the program's own: a column called "score" or "item1" would else
 * be taken for the program's variable of that name.
 */
class Columns {
  private readonly _names: string[] = [];

  of(name: string): string {
    if (!this._names.includes(name)) this._names.push(name);
    return `c${this._names.indexOf(name) + 1}`;
  }

  /** `set` with what was asked for, and nothing else. */
  set(data: string): string {
    const names = this._names.map(sasName);
    return `  set ${data}(keep=${names.join(' ')} rename=(${names.map((name, i) => `${name}=c${i + 1}`).join(' ')}));`;
  }
}
const comment = (text: string): string => `/* ${oneLine(text).replaceAll('*/', '* /').replaceAll('/*', '/ *')} */`;

const delimiters: Record<string, string> = { ',': "','", ';': "';'", '|': "'|'", '\t': "'09'x" };
const encodings: Record<string, string> = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1252': 'wlatin1',
};

/** Every cell as text: PROC IMPORT would guess types, and take "007" for 7. */
export function importCode({ name, reading }: PlanFile, data: string): string {
  const delimiter = delimiters[reading?.delimiter ?? ','] ?? "','";
  return `%read_text(${sasText(name)}, ${data}, ${delimiter}, ${encodings[reading?.encoding ?? 'utf-8'] ?? 'utf-8'});`;
}

/** `arm` becomes armn = 1 for the reference, 2, 3 and so on. */
export function participantsCode(report: Report, covariates: readonly string[], factors: ReadonlySet<string>): string {
  const file = rosterFile(report.plan);
  if (file === null) return '/* the plan has no file of participants */';
  const columns = new Columns();
  const [id, own] = [columns.of(file.id ?? ''), columns.of(file.arm ?? '')];
  const lines = covariates.map(
    (name, index) => `  ${covariateCode(file, columns, name, index, factors.has(name))} ${comment(name)}`,
  );
  return [
    importCode(file, 'roster'),
    'data participants;',
    columns.set('roster'),
    `  length id $ 200; id = strip(${id});`,
    ...report.arms.map(({ arm }, index) => `  if ${own} = ${sasText(arm)} then armn = ${index + 1};`),
    ...lines,
    '  if id ne "" and armn ne .;',
    `  keep id armn${covariates.map((_, index) => ` x${index + 1}`).join('')};`,
    'run;',
    'proc sort data=participants nodupkey; by id; run;',
  ].join('\n');
}

function covariateCode(file: PlanFile, columns: Columns, column: string, index: number, isFactor: boolean): string {
  const target = `x${index + 1}`;
  if (!isFactor) return `${target} = ${numberOf(file, columns, column)};`;
  const name = columns.of(column);
  const own = codesOf(file, column);
  const blank = own.length > 0 ? ` if ${target} in (${own.map(sasText).join(', ')}) then ${target} = '';` : '';
  return `length ${target} $ 200; ${target} = strip(${name});${blank}`;
}

/** Codes for missing are those of their column alone: 999 may be a value of another. */
const codesOf = ({ reading }: PlanFile, column: string): string[] =>
  Object.entries(reading?.missingIn ?? {}).flatMap(([name, codes]) => (name === column ? codes : []));

/** A text cell as a number. A code for missing is missing; other text that is no number the calculator has refused. */
function numberOf(file: PlanFile, columns: Columns, column: string): string {
  const name = columns.of(column);
  const text = file.reading?.decimal === ',' ? `translate(${name}, '.', ',')` : name;
  const missing = ['', ...(file.reading?.missing ?? ['NA', 'N/A', 'NaN', '.']), ...new Set(codesOf(file, column))];
  const codes = missing.map(sasText).join(', ');
  return `ifn(strip(${name}) in (${codes}), ., input(strip(${text}), ?? best32.))`;
}

/** Data set `scores`: id, visit (text), score, and from the calculator's file the baseline. */
export function scoresCode(outcome: ScriptOutcome): string {
  return outcome.borrowed === null ? ownScores(outcome) : borrowedScores(outcome, outcome.borrowed);
}

function borrowedScores({ result, model }: ScriptOutcome, reason: string): string {
  const own = { name: scoresFileName(result), role: 'records' } as const;
  const numbers = model.response === 'value' ? ['score'] : ['score', 'baseline'];
  const columns = new Columns();
  const [id, visit] = [columns.of('id'), columns.of('visit')];
  const lines = numbers.map((name) => `  ${name} = ${numberOf(own, columns, name)};`);
  return [
    comment(`${reason}, which this program does not repeat: the scores come from the calculator's own file`),
    importCode(own, 'records'),
    'data scores;',
    columns.set('records'),
    `  length id visit $ 200; id = strip(${id}); visit = strip(${visit});`,
    ...lines,
    `  keep id visit ${numbers.join(' ')};`,
    'run;',
  ].join('\n');
}

function ownScores(outcome: ScriptOutcome): string {
  const { file, weights, instrument, scale } = outcome;
  const count = instrument.items?.length ?? 0;
  const isScored = count > 0 && instrument.scores?.[scale.name] === undefined;
  const columns = new Columns();
  const id = columns.of(file.id ?? '');
  const visits = file.wide
    ? wideVisits(file).map(({ visit, columns: own }) => ({
        visit: sasText(visit),
        at: (name: string) => own.get(name) ?? null,
      }))
    : [{ visit: `strip(${columns.of(file.visit ?? 'visit')})`, at: (name: string): string | null => name }];
  const lines = visits.flatMap(({ visit, at }) => {
    const own = scoreLines(outcome, at, columns);
    if (own === null) return [];
    const weight = weights === null ? [] : [`weight = ${numberOf(file, columns, at(weights) ?? weights)};`];
    return [
      `  visit = ${visit};`,
      ...[...own, ...weight].map((line) => `  ${line}`),
      '  if id ne "" and visit ne "" then output;',
    ];
  });
  return [
    importCode(file, 'records'),
    'data scores;',
    columns.set('records'),
    `  length id visit $ 200; id = strip(${id});`,
    // Once: a step may declare an array no second time.
    ...(isScored ? [`  array item{${count}} item1-item${count};`] : []),
    ...lines,
    `  keep id visit score${weights === null ? '' : ' weight'};`,
    'run;',
  ].join('\n');
}

/** Lines that set `score`; null where a column is not there at this visit. */
function scoreLines(
  outcome: ScriptOutcome,
  at: (variable: string) => string | null,
  columns: Columns,
): string[] | null {
  const { instrument, definition, scale, scoring, rule, file } = outcome;
  const given = instrument.scores?.[scale.name];
  if (given !== undefined) {
    const name = at(given);
    return name === null ? null : [`score = ${numberOf(file, columns, name)};`];
  }
  const items = (instrument.items ?? []).map(at);
  if (items.some((name) => name === null)) return null;
  const { lowest, highest, reversed } = definition.items;
  const isMean = scoring.combine === 'mean' && !scale.table;
  const parts =
    rule === 'subscales' && scale.subscales
      ? scale.subscales.flatMap((name) => definition.scales.find((each) => each.name === name) ?? [])
      : [scale];
  const isSum = parts.length > 1;
  return [
    ...items.map((name, index) => {
      const value = numberOf(file, columns, name ?? '');
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

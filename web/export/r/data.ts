// SPDX-License-Identifier: MIT
/** From the trial's files to the rows of one outcome's model, as R code. */
import type { Plan, PlanFile } from '../../contract/plan.js';
import type { Report } from '../../contract/report.js';
import {
  armFiles,
  armInEvent,
  hasScore,
  itemsOf,
  leastItems,
  losesArms,
  oneLine,
  rosterFile,
  scoresFileName,
  valuesOfArms,
  wideVisits,
  type ScriptOutcome,
  type VisitColumns,
} from '../script_context.js';
import { eventsBehind } from '../../read/redcap.js';
import { ownReading, scriptReading, type ScriptReading } from '../script_reading.js';

/** A string as R writes it. */
export const rText = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replace(/\p{Cc}/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
export const rVector = (texts: readonly string[]): string => `c(${texts.map(rText).join(', ')})`;
const numbers = (values: readonly number[]): string => `c(${values.join(', ')})`;

const encodings = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16LE', 'utf-16be': 'UTF-16BE', 'windows-1252': 'CP1252' };

/** `read_trial_file(...)` with what the calculator read the file with. */
function readCall(reading: ScriptReading): string {
  if (reading.parts.length > 0) return stackCall(reading);
  const { name, delimiter, encoding, decimal, sheet, missing, missingIn, instrument, rows, notData } = reading;
  const codes = Object.entries(missingIn).map(([column, own]) => `${rText(column)} = ${rVector(own)}`);
  const options = [
    rText(name),
    ...(sheet !== null
      ? [`sheet = ${rText(sheet)}`]
      : [`sep = ${rText(delimiter)}`, `encoding = ${rText(encodings[encoding])}`]),
    `decimal = ${rText(decimal)}`,
    ...(instrument === null ? [] : [`instrument = ${rText(instrument)}`]),
    ...(notData.length === 0 ? [] : [`not_data = ${numbers(notData)}`]),
    ...(rows === null ? [] : [`expected = ${rows}`]),
    ...(reading.skip > 0 ? [`skip = ${reading.skip}`] : []),
    ...(missing.length > 0 ? [`missing = ${rVector(missing)}`] : []),
    ...(codes.length > 0 ? [`codes = list(${codes.join(', ')})`] : []),
  ];
  return `read_trial_file(${options.join(', ')})`;
}

/** `stack_parts(...)` of tables with the same columns. */
function stackCall({ parts, visit, rows, prefixed }: ScriptReading): string {
  const calls = parts.map((part) => `  ${readCall(part.reading)}`);
  const visits = visit === '' ? 'NULL, NULL' : `${rText(visit)}, ${rVector(parts.map((part) => part.visit))}`;
  const own = parts.map((part) => part.idPrefix);
  const prefixes = prefixed === null ? '' : `, id = ${rText(prefixed)}, prefixes = ${rVector(own)}`;
  return `stack_parts(${visits}, list(\n${calls.join(',\n')}), expected = ${rows ?? 'NA'}${prefixes})`;
}

const column = (name: string): string => `d[[${rText(name)}]]`;

/** Participants with their arms and every covariate of the plan. */
export function participantsCode(report: Report, covariates: readonly string[], factors: ReadonlySet<string>): string {
  const file = rosterFile(report.plan);
  if (file === null) return 'stop("the plan has no file of participants")';
  const reading = scriptReading(report, file);
  const count = report.arms.reduce((sum, { participants }) => sum + participants, 0);
  // With several rows per participant, a characteristic may stand in one of them alone.
  const known = (code: string): string => (file.role === 'records' ? `first_known(participants$id, ${code})` : code);
  return [
    `arms <- ${rVector(report.arms.map(({ arm }) => arm))}  # the first is the reference`,
    `d <- ${readCall(reading)}`,
    `participants <- data.frame(id = ${listedIdCode(report.plan, column(file.id ?? ''))})`,
    ...covariates.map(
      (name, index) =>
        `participants$x${index + 1} <- ${known(covariateCode(file, reading, name, factors.has(name)))}  # ${oneLine(name)}`,
    ),
    'participants <- participants[!is.na(participants$id) & !duplicated(participants$id), , drop = FALSE]',
    'stated <- NULL',
    ...armFiles(report.plan).flatMap((own) => [
      ...(own === file ? [] : [`d <- ${readCall(scriptReading(report, own))}`]),
      `stated <- rbind(stated, data.frame(id = ${idCode(report.plan, column(own.id ?? ''))}, arm = ${armCode(own.arm ?? '')}))`,
    ]),
    'stated <- stated[complete.cases(stated), ]',
    ...armNames(report),
    'participants$arm <- stated$arm[match(participants$id, stated$id)]',
    'participants <- participants[participants$arm %in% arms, ]',
    `count("participants", nrow(participants), ${count})`,
  ].join('\n');
}

/** Identifiers, by their plain writing or the number that the list of participants has, where the plan compares them so. */
function idCode({ ids }: Pick<Plan, 'ids'>, code: string): string {
  if (ids === 'numbers') return `number_id(${code}, participants$id)`;
  return ids === 'plain' ? `plain_id(${code})` : code;
}

/** Those of the list itself. */
const listedIdCode = ({ ids }: Pick<Plan, 'ids'>, code: string): string =>
  idCode({ ids: ids === 'numbers' ? 'plain' : ids }, code);

function armCode(name: string): string {
  const events = eventsBehind(name);
  return events === null ? column(name) : `arm_of_event(${column(events)})`;
}

/** Values of the files that are an arm under another name. What is left out of the analysis keeps its value. */
function armNames(report: Report): string[] {
  const known = valuesOfArms(report);
  if (known.every(({ arm, values }) => values.every((value) => value === arm))) return [];
  // A value that is left out may be called like an arm's name.
  return [
    'named <- rep(NA_character_, nrow(stated))',
    ...known.map(({ arm, values }) => `named[stated$arm %in% ${rVector(values)}] <- ${rText(arm)}`),
    'stated$arm <- named',
  ];
}

function covariateCode({ reading }: PlanFile, { decimal }: ScriptReading, name: string, isFactor: boolean): string {
  if (isFactor) return `factor(${column(name)})`;
  const isLabelled = reading?.labelNumbers?.includes(name) === true;
  if (reading?.eitherDecimal?.includes(name)) {
    const [from, to] = decimal === '.' ? [',', '.'] : ['[.]', ','];
    const pattern = `^([+-]?[0-9]*)${from}([0-9]{1,2}|[0-9]{4,})$`;
    const written = `sub(${rText(pattern)}, ${rText(`\\1${to}\\2`)}, ${column(name)})`;
    return `as_number(${written}, ${rText(decimal)})`;
  }
  return isLabelled ? `label_number(${column(name)})` : `as_number(${column(name)}, ${rText(decimal)})`;
}

/** Without the apostrophe that keeps a spreadsheet from running a cell: csv.ts puts it there. */
const unguarded = (code: string): string =>
  `gsub("(^|[;\\t])'(?=[=+@\\uff1d\\uff0b\\uff0d\\uff20-])", "\\\\1", ${code}, perl = TRUE)`;

/** `scores`: id, visit, score, one row per participant and visit. */
export function scoresCode(outcome: ScriptOutcome, plan: Pick<Plan, 'ids'> = {}): string {
  if (outcome.borrowed !== null) {
    return [
      `# ${oneLine(outcome.borrowed)}, which this script does not repeat: the scores come from the calculator's own file.`,
      `d <- ${readCall(ownReading(scoresFileName(outcome.result)))}`,
      `for (name in c("id", "visit")) d[[name]] <- ${unguarded('d[[name]]')}`,
      `scores <- data.frame(id = ${idCode(plan, 'd$id')}, visit = visit_key(d$visit), score = as_number(d$score)${
        outcome.model.response === 'value' ? '' : ', baseline = as_number(d$baseline)'
      })`,
    ].join('\n');
  }
  const { file, reading } = outcome;
  const rows = (visit: VisitColumns, key: string): string =>
    `data.frame(id = ${idCode(plan, column(file.id ?? ''))}, visit = ${key}, score = score${weightOf(outcome, visit)})`;
  if (!file.wide) {
    const only = { visit: '', at: (name: string) => name };
    return [
      `d <- ${readCall(reading)}`,
      ...scoreOf(outcome, only.at),
      `scores <- ${rows(only, visitKeys(outcome))}`,
      'scores <- scores[!is.na(scores$id) & !is.na(scores$visit), ]',
    ].join('\n');
  }
  return [
    `d <- ${readCall(reading)}`,
    'scores <- NULL',
    ...wideVisits(file)
      .filter((visit) => hasScore(outcome, visit))
      .flatMap((visit) => [
        ...scoreOf(outcome, visit.at),
        `scores <- rbind(scores, ${rows(visit, `visit_key(${rText(visit.visit)})`)})`,
      ]),
    'scores <- scores[!is.na(scores$id), ]',
  ].join('\n');
}

function weightOf({ weights, reading }: ScriptOutcome, { at }: VisitColumns): string {
  if (weights === null) return '';
  const name = at(weights);
  return `, weight = ${name === null ? 'NA_real_' : `as_number(${column(name)}, ${rText(reading.decimal)})`}`;
}

/** A file's visits as the calculator has them: those of REDCap without the arm, spellings of one visit as one. */
function visitKeys(outcome: ScriptOutcome): string {
  const { file, reading } = outcome;
  const own = column(file.visit ?? 'visit');
  const events = losesArms(file, outcome) ? `sub(${rText(armInEvent)}, "", ${own})` : own;
  const same = Object.entries(file.sameVisits ?? {});
  const [from, to] = [same.map(([label]) => label), same.map(([, visit]) => visit)];
  const visits = same.length > 0 ? `relabelled(${events}, ${rVector(from)}, ${rVector(to)})` : events;
  return `visit_key(${visits}${reading.decimal === '.' ? '' : `, ${rText(reading.decimal)}`})`;
}

/** `score <- ...`, by row of `d`. `at` names the column that holds a variable. */
function scoreOf(outcome: ScriptOutcome, at: VisitColumns['at']): string[] {
  const { instrument, definition, scale, scoring, rule, reading } = outcome;
  const decimal = rText(reading.decimal);
  const given = instrument.scores?.[scale.name];
  if (given !== undefined) return [`score <- as_number(${column(at(given) ?? given)}, ${decimal})`];
  const { lowest, highest, reversed } = definition.items;
  const items = (instrument.items ?? []).map(at);
  const subscales = rule === 'subscales' ? (scale.subscales ?? []) : [];
  const parts = subscales.flatMap((name) => definition.scales.find((each) => each.name === name) ?? []);
  const raw = (part: typeof scale, isMean: boolean): string => {
    const numbersOf = itemsOf(part, definition);
    const least = leastItems(rule, part, numbersOf.length);
    return `scale_raw(points, ${numbers(numbersOf)}, ${least}, ${isMean ? 'TRUE' : 'FALSE'})`;
  };
  const isMean = scoring.combine === 'mean' && !scale.table;
  const combined =
    parts.length > 0
      ? `(${parts.map((part) => raw(part, false)).join(' + ')})${isMean ? ` / ${itemsOf(scale, definition).length}` : ''}`
      : raw(scale, isMean);
  return [
    ...answersOf(items, decimal),
    `points <- item_points(answers, ${lowest}, ${highest}, ${numbers(reversed ?? [])}, ${numbers(scoring.recode ?? [])})`,
    `score <- ${combined}`,
    ...(scale.table
      ? [
          `score <- ${numbers(scale.table.map((row) => row.score))}[match(score, ${numbers(scale.table.map((row) => row.raw))})]`,
        ]
      : transformed(scale.transform)),
  ];
}

/** `answers`: a column per item, missing for those that a wide file does not have at the visit. */
function answersOf(items: readonly (string | null)[], decimal: string): string[] {
  const known = items.flatMap((name, i) => (name === null ? [] : [{ name, at: i + 1 }]));
  const at = known.length === items.length ? '' : numbers(known.map((each) => each.at));
  return [
    `answers <- matrix(NA_real_, nrow(d), ${items.length})`,
    `answers[, ${at}] <- vapply(d[, ${rVector(known.map(({ name }) => name))}, drop = FALSE], as_number, numeric(nrow(d)), ${decimal})`,
  ];
}

const transformed = (transform: { multiply?: number; add?: number } | undefined): string[] =>
  transform ? [`score <- ${transform.multiply ?? 1} * score + ${transform.add ?? 0}`] : [];

/** `rows`: what the model is fitted to. */
export function rowsCode(outcome: ScriptOutcome, all: readonly string[]): string {
  const { model, baseline, covariates, planned, borrowed, weights, time } = outcome;
  const names = (planned.model.covariates ?? covariates).map((name) => `x${all.indexOf(name) + 1}`);
  const usesDays = model.days !== undefined && model.days !== null;
  const response = model.response === 'value' ? 'value' : 'change';
  return [
    'd <- with_arms(scores)',
    'd$value <- d$score',
    ...(model.response === 'value' || borrowed !== null ? [] : baselineCode(model.baselineVisit, baseline)),
    ...(model.response === 'change' ? ['d$change <- d$value - d$baseline'] : []),
    ...(model.response === 'percent_change'
      ? ['d$change <- ifelse(d$baseline > 0, 100 * (d$value - d$baseline) / d$baseline, NA)']
      : []),
    `rows <- model_rows(d, ${rVector(model.visits)}, "${response}", ${rVector([
      ...(model.response === 'value' ? [] : ['baseline']),
      ...names,
      ...(weights === null ? [] : ['weight']),
    ])})`,
    ...(usesDays ? [`rows$${time} <- ${numbers(model.days ?? [])}[as.integer(rows$visit)]`] : []),
  ].join('\n');
}

function baselineCode(visit: string | null, rule: ScriptOutcome['baseline']): string[] {
  const join = 'd <- merge(d, base, by = "id")';
  const times = 'd$base_time <- as_number(d$visit)';
  if (rule?.kind === 'last_before') {
    return [
      times,
      `base <- d[d$base_time <= ${rule.day} & !is.na(d$value), c("id", "base_time", "value")]`,
      'base <- base[order(base$id, -base$base_time), ]',
      'base <- setNames(base[!duplicated(base$id), c("id", "value")], c("id", "baseline"))',
      join,
    ];
  }
  if (rule?.kind === 'window_mean') {
    return [
      times,
      `base <- d[d$base_time >= ${rule.from} & d$base_time <= ${rule.to} & !is.na(d$value), ]`,
      `base <- base[ave(base$value, base$id, FUN = length) >= ${rule.leastDays ?? 1}, ]`,
      'base <- aggregate(list(baseline = base$value), list(id = base$id), mean)',
      join,
    ];
  }
  return [
    `base <- setNames(d[d$visit == visit_key(${rText(visit ?? '')}), c("id", "value")], c("id", "baseline"))`,
    join,
  ];
}

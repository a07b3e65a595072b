// SPDX-License-Identifier: MIT
/** From the trial's files to the rows of one outcome's model, as R code. */
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

/** A string as R writes it. */
export const rText = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replace(/\p{Cc}/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
export const rVector = (texts: readonly string[]): string => `c(${texts.map(rText).join(', ')})`;
const numbers = (values: readonly number[]): string => `c(${values.join(', ')})`;

/** `d <- read_trial_file(...)` with what the file was read with. */
function readCall({ name, reading }: PlanFile): string {
  const missing = reading?.missing ?? ['NA', 'N/A', 'NaN', '.'];
  const codes = Object.entries(reading?.missingIn ?? {}).map(([name, own]) => `${rText(name)} = ${rVector(own)}`);
  const encoding = { 'utf-8': 'UTF-8-BOM', 'utf-16le': 'UTF-16LE', 'utf-16be': 'UTF-16BE', 'windows-1252': 'CP1252' };
  const options = [
    rText(name),
    ...(reading?.delimiter && reading.delimiter !== ',' ? [`sep = ${rText(reading.delimiter)}`] : []),
    `encoding = ${rText(encoding[reading?.encoding ?? 'utf-8'])}`,
    `missing = ${rVector(missing)}`,
    ...(codes.length > 0 ? [`codes = list(${codes.join(', ')})`] : []),
  ];
  return `read_trial_file(${options.join(', ')})`;
}

const column = (name: string): string => `d[[${rText(name)}]]`;

/** Participants with their arms and every covariate of the plan. */
export function participantsCode(report: Report, covariates: readonly string[], factors: ReadonlySet<string>): string {
  const file = rosterFile(report.plan);
  if (file === null) return 'stop("the plan has no file of participants")';
  const decimal = rText(file.reading?.decimal ?? '.');
  return [
    `arms <- ${rVector(report.arms.map(({ arm }) => arm))}  # the first is the reference`,
    `d <- ${readCall(file)}`,
    `participants <- data.frame(id = ${column(file.id ?? '')}, arm = ${column(file.arm ?? '')})`,
    ...covariates.map(
      (name, index) =>
        `participants$x${index + 1} <- ${
          factors.has(name) ? `factor(${column(name)})` : `as_number(${column(name)}, ${decimal})`
        }  # ${oneLine(name)}`,
    ),
    'participants <- participants[!is.na(participants$id) & !is.na(participants$arm), ]',
    'participants <- participants[!duplicated(participants$id), ]',
  ].join('\n');
}

/** `scores`: id, visit, score, one row per participant and visit. */
export function scoresCode(outcome: ScriptOutcome): string {
  if (outcome.borrowed !== null) {
    return [
      `# ${oneLine(outcome.borrowed)}, which this script does not repeat: the scores come from the calculator's own file.`,
      `d <- read_trial_file(${rText(scoresFileName(outcome.result))})`,
      `scores <- data.frame(id = d$id, visit = visit_key(d$visit), score = as_number(d$score)${
        outcome.model.response === 'value' ? '' : ', baseline = as_number(d$baseline)'
      })`,
    ].join('\n');
  }
  const { file, weights } = outcome;
  const weightOf = (at: (variable: string) => string): string =>
    weights === null ? '' : `, weight = as_number(${column(at(weights))}, ${rText(file.reading?.decimal ?? '.')})`;
  if (!file.wide) {
    return [
      `d <- ${readCall(file)}`,
      ...scoreOf(outcome, (name) => name),
      `scores <- data.frame(id = ${column(file.id ?? '')}, visit = visit_key(${column(file.visit ?? 'visit')}), score = score${weightOf((name) => name)})`,
      'scores <- scores[!is.na(scores$id) & !is.na(scores$visit), ]',
    ].join('\n');
  }
  const parts = wideVisits(file).filter(({ columns }) => usesOnly(outcome, columns));
  return [
    `d <- ${readCall(file)}`,
    'scores <- NULL',
    ...parts.flatMap(({ visit, columns }) => [
      ...scoreOf(outcome, (name) => columns.get(name) ?? name),
      `scores <- rbind(scores, data.frame(id = ${column(file.id ?? '')}, visit = visit_key(${rText(visit)}), score = score${weightOf((name) => columns.get(name) ?? name)}))`,
    ]),
    'scores <- scores[!is.na(scores$id), ]',
  ].join('\n');
}

const needed = ({ instrument, scale }: ScriptOutcome): string[] => {
  const given = instrument.scores?.[scale.name];
  return given === undefined ? (instrument.items ?? []) : [given];
};

const usesOnly = (outcome: ScriptOutcome, columns: Map<string, string>): boolean =>
  needed(outcome).every((name) => columns.has(name));

/** `score <- ...`, by row of `d`. `at` names the column that holds a variable. */
function scoreOf(outcome: ScriptOutcome, at: (variable: string) => string): string[] {
  const { instrument, definition, scale, scoring, rule, file } = outcome;
  const decimal = rText(file.reading?.decimal ?? '.');
  const given = instrument.scores?.[scale.name];
  if (given !== undefined) return [`score <- as_number(${column(at(given))}, ${decimal})`];
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
    `points <- item_points(sapply(d[, ${rVector(items)}, drop = FALSE], as_number, ${decimal}), ` +
      `${lowest}, ${highest}, ${numbers(reversed ?? [])}, ${numbers(scoring.recode ?? [])})`,
    'if (is.null(dim(points))) points <- matrix(points, nrow = nrow(d))',
    `score <- ${combined}`,
    ...(scale.table
      ? [
          `score <- ${numbers(scale.table.map((row) => row.score))}[match(score, ${numbers(scale.table.map((row) => row.raw))})]`,
        ]
      : transformed(scale.transform)),
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

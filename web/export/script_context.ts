// SPDX-License-Identifier: MIT
/** What a script of another program needs to know of one outcome, gathered from the report and its plan. */
import type { InstrumentDefinition, InstrumentScale, InstrumentScoring } from '../contract/instrument.js';
import type { BaselineRule, MissingItems, Plan, PlanFile, PlanInstrument, PlanOutcome } from '../contract/plan.js';
import type { ModelSummary, OutcomeResult, Report } from '../contract/report.js';
import { scriptReading, type ScriptReading } from './script_reading.js';
import { armShown } from '../read/arms.js';
import { countsFromFirst } from '../read/first-record.js';
import { instrumentNamed } from '../read/instruments.js';
import { compactName } from '../read/names.js';
import { modelUnit } from '../text/time_unit.js';
import { timeWords } from '../text/words/time.js';

export interface ScriptOutcome {
  result: OutcomeResult;
  planned: PlanOutcome;
  model: ModelSummary;
  file: PlanFile;
  reading: ScriptReading;
  instrument: PlanInstrument;
  definition: InstrumentDefinition;
  scale: InstrumentScale;
  scoring: InstrumentScoring;
  rule: MissingItems;
  baseline: BaselineRule | null;
  covariates: readonly string[];
  /** Column with the weight of a record. */
  weights: string | null;
  /** Covariates the model took as factors. */
  factors: ReadonlySet<string>;
  /** Variable of the time that slopes and sp_exp go by: day, week, month or visit_number. */
  time: string;
  /** Arms in the model, the reference first. */
  arms: readonly string[];
  /**
   * Why the scores are taken from the calculator's own file of scores and not from the trial's: a step that the script
   * does not repeat. Null: they are made from the trial's files.
   */
  borrowed: string | null;
  /** Why nothing of the outcome is made again: what its model needs stands in no file. Null: it is. */
  unavailable: string | null;
}

/**
 * The file of scores, one row per participant and visit, that a script reads where it does not make them itself. An id of
 * a plan from elsewhere may hold what would lead to another folder.
 */
export const scoresFileName = ({ id }: Pick<OutcomeResult, 'id'>): string =>
  `scores-${id.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.csv`;

/** The file with the participants and their covariates. */
export function rosterFile(plan: Plan): PlanFile | null {
  return (
    plan.files.find(({ role }) => role === 'participants') ??
    plan.files.find(({ role, arm }) => role === 'records' && arm !== undefined) ??
    null
  );
}

/** The files that tell who is in which arm, that with the participants first. */
export function armFiles(plan: Plan): PlanFile[] {
  const roster = rosterFile(plan);
  const others = plan.files.filter((file) => file !== roster && ['participants', 'records'].includes(file.role));
  return [...(roster ? [roster] : []), ...others].filter(({ arm }) => arm !== undefined);
}

/** By arm as the report names it, the values of the files' arm columns that are it. */
export function valuesOfArms({ plan, arms }: Pick<Report, 'plan' | 'arms'>): { arm: string; values: string[] }[] {
  const { order = arms.map(({ arm }) => arm), same = {} } = plan.arms ?? {};
  const values = [...new Set([...order, ...Object.keys(same)])];
  return arms.map(({ arm }) => ({ arm, values: values.filter((value) => armShown(value, plan.arms) === arm) }));
}

/** The outcomes that were estimated; what failed has nothing to reproduce. */
export function scriptOutcomes(report: Report): ScriptOutcome[] {
  return report.outcomes.flatMap((result) => {
    const planned = report.plan.outcomes.find(({ id }) => id === result.id);
    const [instrumentId, scaleName] = result.score.split('.');
    const instrument = report.plan.instruments.find(({ id }) => id === instrumentId);
    const file = report.plan.files.find(({ name }) => name === instrument?.file);
    const definition = instrument && instrumentNamed(instrument.instrument, report.plan.definitions);
    const scale = definition?.scales.find(({ name }) => name === scaleName);
    const scoring = definition?.scorings.find(({ name }) => name === instrument?.scoring) ?? definition?.scorings[0];
    if (!planned || !instrument || !file || !definition || !scale || !scoring || result.model === null) return [];
    return [
      {
        result,
        planned,
        model: result.model,
        file,
        reading: scriptReading(report, file),
        instrument,
        definition,
        scale,
        scoring,
        rule: instrument.missingItems ?? definition.missingItems.default,
        baseline: planned.model.baseline ?? null,
        covariates: planned.model.covariates ?? [],
        weights: planned.model.weights ?? null,
        factors: factorsOf(report, planned.model.covariates ?? [], result),
        arms: report.arms.map(({ arm }) => arm).filter((arm) => isAnalysed(result, arm)),
        time: timeWords[modelUnit(report, result)].variable,
        borrowed: whyBorrowed(report, file, planned),
        unavailable: whyUnavailable(report, file, planned),
      },
    ];
  });
}

const isAnalysed = ({ means, slopes }: OutcomeResult, arm: string): boolean =>
  means.some((row) => row.arm === arm) || slopes.some((row) => row.arm === arm);

/** As the file was read; by the names of coefficients in reports that do not tell it. */
function factorsOf(report: Report, covariates: readonly string[], result: OutcomeResult): Set<string> {
  const kinds = new Map(
    report.files.flatMap(({ name, read }) =>
      name === rosterFile(report.plan)?.name ? Object.entries(read?.covariates ?? {}) : [],
    ),
  );
  const terms = new Set([...result.coefficients.map(({ term }) => term), ...(result.model?.aliased ?? [])]);
  const isNumber = (name: string): boolean => terms.has(name) || terms.has(`\`${name}\``);
  return new Set(covariates.filter((name) => (kinds.get(name) ?? (isNumber(name) ? 'number' : 'factor')) === 'factor'));
}

function whyBorrowed(report: Report, file: PlanFile, { score, summary, model }: PlanOutcome): string | null {
  const { repeatInstrument } = file.reading ?? {};
  if (file.reading?.stack) return 'the file is put together from several sheets or files';
  if (scriptReading(report, file).sheet !== null) return 'the file is a workbook';
  if (repeatInstrument !== undefined) return 'the rows are those of one repeating instrument';
  if (areAnswersLabels(report.plan, file)) return 'values are labels or percents with numbers';
  if ((file.reading?.eitherDecimal ?? []).length > 0) return 'numbers have either decimal mark';
  if (file.repeated !== undefined) return 'several records of one visit were settled as the plan says';
  if (file.date !== undefined && countsFromFirst(report.plan)) {
    return 'days are counted from the date of the first record of each participant';
  }
  if (file.date !== undefined) return 'visits are counted from dates';
  if ((file.windows ?? []).length > 0) {
    return `records are given to visits by windows of ${timeWords[file.timeUnit ?? 'day'].many}`;
  }
  if (file.parameters !== undefined) return 'the file has one row per item or score';
  if (summary !== undefined) return summary.kind === 'weekly_mean' ? 'weekly means are analysed' : 'areas are analysed';
  if (model.baseline?.kind === 'column') return 'the baseline is a column of the file';
  if (model.baseline !== undefined && !visitsAreNumbers(report, score)) return 'the baseline goes by days of labels';
  return null;
}

/** Characteristics that are labels are read as such; of answers the script knows numbers alone. */
function areAnswersLabels({ instruments }: Plan, { name, wide = [], parameters, reading }: PlanFile): boolean {
  const variables = instruments.flatMap(({ file, items = [], scores = {} }) =>
    file === name ? [...items, ...Object.values(scores)] : [],
  );
  const answers = [...variables, ...wide.map(({ column }) => column), ...(parameters ? [parameters.value] : [])];
  return (reading?.labelNumbers ?? []).some((column) => answers.includes(column));
}

/** Visits of a score that has a baseline by days: "Week 4" is day 28 to the calculator, and text to a script. */
function visitsAreNumbers({ quality = [] }: Report, score: string): boolean {
  return quality.filter((row) => row.score === score).every(({ visit }) => /^-?\d+(\.\d+)?$/.test(visit));
}

/** The file of scores has neither the weights of records nor a baseline beside condensed scores. */
function whyUnavailable(report: Report, file: PlanFile, planned: PlanOutcome): string | null {
  const borrowed = whyBorrowed(report, file, planned);
  if (borrowed === null) return null;
  if ((planned.model.weights ?? null) !== null) return `records are weighted, and ${borrowed}`;
  if (planned.summary !== undefined && planned.model.baseline?.kind === 'column') {
    return `the baseline is a column of the file, and ${borrowed}`;
  }
  return null;
}

/** The outcomes whose file of scores a script reads. */
export const borrowedOutcomes = (report: Report): ScriptOutcome[] =>
  scriptOutcomes(report).filter(({ borrowed, unavailable }) => borrowed !== null && unavailable === null);

/** Least number of answered items for `scale`. */
export function leastItems(rule: MissingItems, scale: InstrumentScale, items: number): number {
  if (scale.table) return items;
  if (rule === 'complete') return items;
  if (rule === 'half' || rule === 'subscales') return Math.ceil(items / 2);
  if ('atLeast' in rule) return Math.min(rule.atLeast, items);
  return leastItems(rule.scales[scale.name] ?? 'half', scale, items);
}

/** Item numbers of a scale, from 1. */
export const itemsOf = ({ items }: InstrumentScale, { items: { count } }: InstrumentDefinition): number[] =>
  items ?? Array.from({ length: count }, (_, index) => index + 1);

/** Text in a comment: no line end or other control character leaves the line. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/** A visit of a file, and the column that holds a variable there: null where a wide file has none. */
export interface VisitColumns {
  visit: string;
  at: (variable: string) => string | null;
}

/** The visits of a wide file. Variables that are not gathered stand in one column for all visits. */
export function wideVisits({ wide = [] }: PlanFile): VisitColumns[] {
  const gathered = new Set(wide.map(({ variable }) => variable));
  return [...new Set(wide.map(({ visit }) => visit))].map((visit) => {
    const own = new Map(wide.flatMap((each) => (each.visit === visit ? [[each.variable, each.column]] : [])));
    return { visit, at: (variable) => own.get(variable) ?? (gathered.has(variable) ? null : variable) };
  });
}

/** True where a visit has a column of what the score is made of; items without a column are missing there. */
export function hasScore({ instrument, scale }: ScriptOutcome, { at }: VisitColumns): boolean {
  const given = instrument.scores?.[scale.name];
  return given === undefined ? (instrument.items ?? []).some((name) => at(name) !== null) : at(given) !== null;
}

/** The end of a REDCap event that tells the arm, as it was left out of the visits: "week_4_arm_1" is "week_4". */
export const armInEvent = '_arm_[0-9]+[a-z]?$| \\(Arm [0-9]+: .*\\)$';

/** True for a column of REDCap events whose arms were left out. */
export function losesArms({ visit = '' }: PlanFile, { model }: ScriptOutcome): boolean {
  const isEvent = ['redcapeventname', 'eventname'].includes(compactName(visit));
  const visits = [...model.visits, ...(model.baselineVisit === null ? [] : [model.baselineVisit])];
  return isEvent && !visits.some((each) => new RegExp(armInEvent).test(each));
}

// SPDX-License-Identifier: MIT
/** What a script of another program needs to know of one outcome, gathered from the report and its plan. */
import type { InstrumentDefinition, InstrumentScale, InstrumentScoring } from '../contract/instrument.js';
import type { BaselineRule, MissingItems, Plan, PlanFile, PlanInstrument, PlanOutcome } from '../contract/plan.js';
import type { ModelSummary, OutcomeResult, Report } from '../contract/report.js';
import { instrumentNamed } from '../read/instruments.js';
import { modelUnit } from '../text/time_unit.js';
import { timeWords } from '../text/words/time.js';

export interface ScriptOutcome {
  result: OutcomeResult;
  planned: PlanOutcome;
  model: ModelSummary;
  file: PlanFile;
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

/** The file of scores, one row per participant and visit, that a script reads where it does not make them itself. */
export const scoresFileName = ({ id }: Pick<OutcomeResult, 'id'>): string => `scores-${id}.csv`;

/** The file that tells who is in which arm. */
export function rosterFile(plan: Plan): PlanFile | null {
  return (
    plan.files.find(({ role }) => role === 'participants') ??
    plan.files.find(({ role, arm }) => role === 'records' && arm !== undefined) ??
    null
  );
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
        instrument,
        definition,
        scale,
        scoring,
        rule: instrument.missingItems ?? definition.missingItems.default,
        baseline: planned.model.baseline ?? null,
        covariates: planned.model.covariates ?? [],
        weights: planned.model.weights ?? null,
        factors: factorsOf(planned.model.covariates ?? [], result),
        arms: report.arms.map(({ arm }) => arm).filter((arm) => isAnalysed(result, arm)),
        time: timeWords[modelUnit(report, result)].variable,
        borrowed: whyBorrowed(file, planned),
        unavailable: whyUnavailable(file, planned),
      },
    ];
  });
}

const isAnalysed = ({ means, slopes }: OutcomeResult, arm: string): boolean =>
  means.some((row) => row.arm === arm) || slopes.some((row) => row.arm === arm);

/** A number has a coefficient of its own name; a factor has one for each level but the first. */
function factorsOf(covariates: readonly string[], { coefficients, model }: OutcomeResult): Set<string> {
  const terms = new Set([...coefficients.map(({ term }) => term), ...(model?.aliased ?? [])]);
  return new Set(covariates.filter((name) => !terms.has(name) && !terms.has(`\`${name}\``)));
}

function whyBorrowed(file: PlanFile, { summary, model }: PlanOutcome): string | null {
  const { sheet, repeatInstrument, labelNumbers = [] } = file.reading ?? {};
  if (/\.xlsx$/i.test(file.name) || sheet !== undefined) return 'the file is a workbook';
  if (repeatInstrument !== undefined) return 'the rows are those of one repeating instrument';
  if (labelNumbers.length > 0) return 'answers are labels with numbers';
  if (file.date !== undefined) return 'visits are counted from dates';
  if ((file.windows ?? []).length > 0) {
    return `records are given to visits by windows of ${timeWords[file.timeUnit ?? 'day'].many}`;
  }
  if (file.parameters !== undefined) return 'the file has one row per item or score';
  if (summary !== undefined) return summary.kind === 'weekly_mean' ? 'weekly means are analysed' : 'areas are analysed';
  if (model.baseline?.kind === 'column') return 'the baseline is a column of the file';
  return null;
}

/** The file of scores has neither the weights of records nor a baseline beside condensed scores. */
function whyUnavailable(file: PlanFile, planned: PlanOutcome): string | null {
  const borrowed = whyBorrowed(file, planned);
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

/** Every item column of a file's variables at a visit, where the file is wide. */
export function wideVisits(file: PlanFile): { visit: string; columns: Map<string, string> }[] {
  const byVisit = new Map<string, Map<string, string>>();
  for (const { column, variable, visit } of file.wide ?? []) {
    const columns = byVisit.get(visit) ?? new Map<string, string>();
    byVisit.set(visit, columns.set(variable, column));
  }
  return [...byVisit].map(([visit, columns]) => ({ visit, columns }));
}

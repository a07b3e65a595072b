// SPDX-License-Identifier: MIT
/**
 * A report and its plan as a page around the calculator may hear them: numbers of groups only. What errors and some
 * warnings say quotes cells and names participants, so their words stay inside; code, file, row and column go out.
 */
import type { InputError, OutcomeResult, Report, Warning } from '../../contract/report.js';
import type { Plan, PlanFile } from '../../contract/plan.js';
import { omit } from '../../elements/omit.js';
import { strings } from '../../text/strings.js';

const words = strings.calculator;

/** Warnings on a model: they speak of arms, visits, columns and counts. Of any other the code alone is told. */
const ofModels: ReadonlySet<string> = new Set([
  ...['aliased', 'arm_without_data', 'df_replaced', 'empty_level', 'fallback_used', 'few_clusters', 'few_df'],
  ...[
    'not_estimable',
    'one_participant',
    'one_visit',
    'rows_excluded',
    'singular',
    'singular_fit',
    'undefined_inference',
  ],
  ...['unequal_spacing', 'visit_order', 'visit_without_data'],
]);

/** Errors that quote no file: they speak of addresses, sizes and policies. */
const withoutQuotes: ReadonlySet<string> = new Set([
  ...['no_plan', 'plan_is_fixed', 'second_plan', 'not_loaded', 'bad_address', 'plan_too_large', 'file_too_large'],
  ...['engine_crashed', 'policy_refused', 'bad_frame'],
]);

export function aggregateOf(report: Report): Report {
  return {
    ...report,
    plan: planWithoutCells(report.plan),
    outcomes: report.outcomes.map(outcomeWithoutCells),
    warnings: report.warnings.map(warningWithoutCells),
    errors: report.errors.map(errorWithoutCells),
  };
}

/**
 * The plan without what stands in single cells: codes and words for missing, other spellings of arms and visits, guesses.
 * Names of arms and visits, by which results are told, stay.
 */
export function planWithoutCells(plan: Plan): Plan {
  const { arms } = plan;
  return { ...plan, files: plan.files.map(fileWithoutCells), ...(arms && { arms: omit(arms, 'same') }) };
}

function fileWithoutCells(file: PlanFile): PlanFile {
  const { reading } = file;
  const rest = omit(omit(file, 'guesses'), 'sameVisits');
  return reading ? { ...rest, reading: omit(omit(reading, 'missing'), 'missingIn') } : rest;
}

/** Where it is, and not what stands there. */
export function errorWithoutCells(error: InputError): InputError {
  if (withoutQuotes.has(error.code)) return error;
  const { detail } = error;
  const { file, row, column } = detail.file === undefined ? (detail.places?.[0] ?? detail) : detail;
  const place = [
    ...(file === undefined ? [] : [words.place.file(file)]),
    ...(row === undefined ? [] : [words.place.row(row)]),
    ...(column === undefined ? [] : [words.place.column(column)]),
  ].join(strings.listSeparator);
  return {
    code: error.code,
    message: place === '' ? words.withheldPlain : words.withheld(place),
    detail: {
      ...(file === undefined ? {} : { file }),
      ...(row === undefined ? {} : { row }),
      ...(column === undefined ? {} : { column }),
    },
  };
}

function outcomeWithoutCells(outcome: OutcomeResult): OutcomeResult {
  const { error, warnings } = outcome;
  return { ...outcome, error: error && errorWithoutCells(error), warnings: warnings.map(warningWithoutCells) };
}

const warningWithoutCells = (warning: Warning): Warning =>
  ofModels.has(warning.code) ? warning : { code: warning.code, message: words.withheldPlain };

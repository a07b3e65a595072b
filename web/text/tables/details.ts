// SPDX-License-Identifier: MIT
/** What a statistician opens: coefficients, type III tests, covariance matrices, observed means. */
import type { OutcomeResult, Report } from '../../contract/report.js';
import { visitTitle } from '../labels.js';
import { numbersOf } from '../number.js';
import { ifTested } from '../pilot.js';
import { outcomeDecimals } from '../precision.js';
import { strings } from '../strings.js';
import { inUnit, modelUnit, outcomeUnit } from '../time_unit.js';
import { dfCell, numberCell, pValueCell, type TableSpec } from './spec.js';

const words = strings.tables;

/** Coefficients and matrices are read to be compared with other software: more digits than a result. */
const detailDecimals = 4;

/** Enough for two digits of a small number. */
function decimalsFor(value: number): number {
  if (value === 0 || Math.abs(value) >= 10 ** -detailDecimals) return detailDecimals;
  return Math.min(12, 1 - Math.floor(Math.log10(Math.abs(value))));
}

export function coefficientsTable(report: Report, outcome: OutcomeResult): TableSpec {
  const numbers = numbersOf(report);
  const unit = modelUnit(report, outcome);
  const write = (value: number): string => numbers.number(value, decimalsFor(value));
  const level = numbers.confidence(outcome.model?.confidence ?? 0.95);
  return {
    caption: strings.captions.coefficients(outcome.label),
    simulated: report.simulated,
    columns: [
      { label: words.term },
      ...[
        words.estimate,
        words.se,
        words.ci(level),
        words.df,
        words.t,
        ...ifTested(report, numbers.style.pHeading),
      ].map((label) => ({ label, numeric: true })),
    ],
    groups: [
      {
        rows: outcome.coefficients.map((row) => ({
          header: { text: inUnit(row.term, unit) },
          cells: [
            numberCell(row.estimate, write),
            numberCell(row.se, write),
            numberCell(row.lower, () => numbers.interval(row.lower, row.upper, decimalsFor(row.estimate ?? 0))),
            dfCell(row.df, row, numbers),
            numberCell(row.t, (t) => numbers.number(t, 2)),
            ...ifTested(report, pValueCell(row, numbers)),
          ],
        })),
      },
    ],
    notes: [],
  };
}

export function testsTable(report: Report, outcome: OutcomeResult): TableSpec {
  const numbers = numbersOf(report);
  const unit = modelUnit(report, outcome);
  return {
    caption: strings.captions.tests(outcome.label),
    simulated: report.simulated,
    columns: [
      { label: words.term },
      ...[words.numDf, words.denDf, words.f, ...ifTested(report, numbers.style.pHeading)].map((label) => ({
        label,
        numeric: true,
      })),
    ],
    groups: [
      {
        rows: outcome.tests.map((row) => ({
          header: { text: inUnit(row.term, unit) },
          cells: [
            { text: numbers.df(row.numDf) },
            dfCell(row.denDf, row, numbers),
            numberCell(row.f, (f) => numbers.number(f, 2)),
            ...ifTested(report, pValueCell(row, numbers)),
          ],
        })),
      },
    ],
    notes: [],
  };
}

/** One table per group: the residual matrix over visits, or the matrix of the random effects. */
export function covarianceTables(report: Report, outcome: OutcomeResult): TableSpec[] {
  const { model } = outcome;
  const unit = outcomeUnit(report, outcome);
  const inModel = modelUnit(report, outcome);
  const namesOf = (levels: readonly string[]): string[] => levels.map((level) => visitTitle(level, unit));
  const residual = (model?.covariance ?? []).map(({ group, levels, matrix }) =>
    matrixTable(report, strings.captions.covariance(outcome.label), group, namesOf(levels), matrix),
  );
  const random = (model?.random?.groups ?? []).map(({ group, terms, covariance }) =>
    matrixTable(
      report,
      strings.captions.randomEffects(outcome.label),
      group,
      terms.map((term) => inUnit(term, inModel)),
      covariance,
    ),
  );
  return [...residual, ...random];
}

function matrixTable(
  report: Report,
  caption: string,
  group: string | null,
  names: string[],
  matrix: number[][],
): TableSpec {
  const numbers = numbersOf(report);
  return {
    caption: group === null ? caption : `${caption}, ${group}`,
    simulated: report.simulated,
    columns: [{ label: '' }, ...names.map((label) => ({ label, numeric: true }))],
    groups: [
      {
        rows: matrix.map((row, i) => ({
          header: { text: names[i] ?? '' },
          cells: row.map((value) => numberCell(value, (x) => numbers.number(x, detailDecimals))),
        })),
      },
    ],
    notes: [],
  };
}

export function observedTable(report: Report, outcome: OutcomeResult): TableSpec {
  const numbers = numbersOf(report);
  const decimals = outcomeDecimals(report, outcome);
  const arms = [...new Set(outcome.observed.map((row) => row.arm))];
  const unit = outcomeUnit(report, outcome);
  return {
    caption: strings.captions.observed(outcome.label),
    simulated: report.simulated,
    columns: [
      { label: words.visit },
      { label: words.n, numeric: true },
      { label: words.observedMean, numeric: true },
      { label: words.sd, numeric: true },
    ],
    groups: arms.map((arm) => ({
      heading: arm,
      rows: outcome.observed
        .filter((row) => row.arm === arm)
        .map((row) => ({
          header: { text: visitTitle(row.visit, unit) },
          cells: [
            { text: numbers.count(row.n) },
            numberCell(row.mean, (x) => numbers.number(x, decimals)),
            numberCell(row.sd, (x) => numbers.number(x, decimals + 1), strings.reasons.noSpread),
          ],
        })),
    })),
    notes: [],
  };
}

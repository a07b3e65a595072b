// SPDX-License-Identifier: MIT
/** What a statistician opens: coefficients, type III tests, covariance matrices, observed means. */
import type { OutcomeResult, Report } from '../../contract/report.js';
import { capitalise, visitLabel } from '../labels.js';
import { formatConfidence, formatDf, formatInterval, formatNumber, formatPValue } from '../number.js';
import { outcomeDecimals } from '../precision.js';
import { strings } from '../strings.js';
import { numberCell, type TableSpec } from './spec.js';

const words = strings.tables;

/** Coefficients and matrices are read to be compared with other software: more digits than a result. */
const detailDecimals = 4;
const write = (value: number): string => formatNumber(value, detailDecimals);

export function coefficientsTable(report: Report, outcome: OutcomeResult): TableSpec {
  const level = formatConfidence(outcome.model?.confidence ?? 0.95);
  return {
    caption: strings.captions.coefficients(outcome.label),
    simulated: report.simulated,
    columns: [
      { label: words.term },
      ...[words.estimate, words.se, words.ci(level), words.df, words.t, words.p].map((label) => ({
        label,
        numeric: true,
      })),
    ],
    groups: [
      {
        rows: outcome.coefficients.map((row) => ({
          header: { text: row.term },
          cells: [
            numberCell(row.estimate, write),
            numberCell(row.se, write),
            numberCell(row.lower, () => formatInterval(row.lower, row.upper, detailDecimals)),
            { text: formatDf(row.df) },
            numberCell(row.t, (t) => formatNumber(t, 2)),
            numberCell(row.pValue, formatPValue),
          ],
        })),
      },
    ],
    notes: [],
  };
}

export function testsTable(report: Report, outcome: OutcomeResult): TableSpec {
  return {
    caption: strings.captions.tests(outcome.label),
    simulated: report.simulated,
    columns: [
      { label: words.term },
      ...[words.numDf, words.denDf, words.f, words.p].map((label) => ({ label, numeric: true })),
    ],
    groups: [
      {
        rows: outcome.tests.map((row) => ({
          header: { text: row.term },
          cells: [
            { text: formatDf(row.numDf) },
            { text: formatDf(row.denDf) },
            numberCell(row.f, (f) => formatNumber(f, 2)),
            numberCell(row.pValue, formatPValue),
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
  const residual = (model?.covariance ?? []).map(({ group, levels, matrix }) =>
    matrixTable(report, strings.captions.covariance(outcome.label), group, levels.map(visitText), matrix),
  );
  const random = (model?.random?.groups ?? []).map(({ group, terms, covariance }) =>
    matrixTable(report, strings.captions.randomEffects(outcome.label), group, terms, covariance),
  );
  return [...residual, ...random];
}

const visitText = (visit: string): string => capitalise(visitLabel(visit));

function matrixTable(
  report: Report,
  caption: string,
  group: string | null,
  names: string[],
  matrix: number[][],
): TableSpec {
  return {
    caption: group === null ? caption : `${caption}, ${group}`,
    simulated: report.simulated,
    columns: [{ label: '' }, ...names.map((label) => ({ label, numeric: true }))],
    groups: [
      {
        rows: matrix.map((row, i) => ({
          header: { text: names[i] ?? '' },
          cells: row.map((value) => numberCell(value, write)),
        })),
      },
    ],
    notes: [],
  };
}

export function observedTable(report: Report, outcome: OutcomeResult): TableSpec {
  const decimals = outcomeDecimals(report, outcome);
  const arms = [...new Set(outcome.observed.map((row) => row.arm))];
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
          header: { text: visitText(row.visit) },
          cells: [
            { text: String(row.n) },
            numberCell(row.mean, (x) => formatNumber(x, decimals)),
            numberCell(row.sd, (x) => formatNumber(x, decimals + 1), strings.reasons.noSpread),
          ],
        })),
    })),
    notes: [],
  };
}

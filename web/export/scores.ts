// SPDX-License-Identifier: MIT
/**
 * The scores of one outcome as the R script and the SAS program read them: id, arm, visit, score and, where changes are
 * analysed, baseline. What was condensed (weekly means, areas) stands condensed.
 */
import type { IndividualOutcome } from '../contract/individual.js';
import type { BaselineRule } from '../contract/plan.js';
import type { OutcomeResult, Report } from '../contract/report.js';
import { strings } from '../text/strings.js';
import { writeCsv } from './csv.js';
import { provenanceLines, type Provenance } from './provenance.js';

type Trajectory = IndividualOutcome['trajectories'][number];
type Response = 'change' | 'value' | 'percent_change';

interface ScoreRow {
  id: string;
  arm: string;
  visit: string;
  score: number;
  baseline: number | null;
}

/** @throws Error where the rows would not be those of the model. */
export function scoresCsv(
  report: Report,
  result: OutcomeResult,
  individual: IndividualOutcome,
  provenance: Provenance,
): string {
  const rows = scoreRows(report, result, individual);
  const withBaseline = result.model?.response !== 'value';
  const number = (value: number | null): string => (value === null ? '' : String(Number(value.toPrecision(12))));
  return writeCsv(
    [
      ['id', 'arm', 'visit', 'score', ...(withBaseline ? ['baseline'] : [])],
      ...rows.map(({ id, arm, visit, score, baseline }) => [
        ...[id, arm, visit, number(score)],
        ...(withBaseline ? [number(baseline)] : []),
      ]),
      ...provenanceLines(provenance).map((line) => [`# ${line}`]),
    ],
    // Scripts compare identifiers with those of the trial's own files, and take the guard away before they do.
    { byteOrderMark: false },
  );
}

function scoreRows(report: Report, { id, label, model }: OutcomeResult, individual: IndividualOutcome): ScoreRow[] {
  const planned = report.plan.outcomes.find((outcome) => outcome.id === id);
  if (!model || !planned) throw new Error(strings.exports.noModel(label));
  const { response } = model;
  const rule = planned.model.baseline ?? null;
  const responses = new Map(
    individual.residuals.map((row) => [keyOf(row.participant, row.visit), row.fitted + row.marginal]),
  );
  const rows = individual.trajectories.flatMap((trajectory) => {
    const baseline = baselineOf(trajectory, rule, response, responses);
    return planned.summary === undefined
      ? asGiven(trajectory, baseline)
      : condensed(trajectory, baseline, response, individual.residuals);
  });
  checkAgainstModel(rows, response, responses, label);
  return rows;
}

const keyOf = (participant: string, visit: string): string => JSON.stringify([participant, visit]);

const asGiven = ({ participant, arm, points }: Trajectory, baseline: number | null): ScoreRow[] =>
  points.map(({ visit, value }) => ({ id: participant, arm, visit, score: value, baseline }));

/** The response of the model's rows, as a score again. */
function condensed(
  { participant, arm }: Trajectory,
  baseline: number | null,
  response: Response,
  residuals: IndividualOutcome['residuals'],
): ScoreRow[] {
  return residuals
    .filter((row) => row.participant === participant)
    .map(({ visit, fitted, marginal }) => ({
      ...{ id: participant, arm, visit, baseline },
      score: scoreFrom(fitted + marginal, response, baseline ?? 0),
    }));
}

function scoreFrom(response: number, kind: Response, baseline: number): number {
  if (kind === 'value') return response;
  return kind === 'change' ? baseline + response : baseline * (1 + response / 100);
}

function responseFrom(score: number, kind: Response, baseline: number): number {
  if (kind === 'value') return score;
  return kind === 'change' ? score - baseline : (100 * (score - baseline)) / baseline;
}

/** The baseline of the plan's rule; one in a column of the file follows from a score and its change. */
function baselineOf(
  { participant, points }: Trajectory,
  rule: BaselineRule | null,
  response: Response,
  responses: ReadonlyMap<string, number>,
): number | null {
  if (response === 'value') return null;
  if (rule?.kind === 'column') {
    for (const { visit, value } of points) {
      const own = responses.get(keyOf(participant, visit));
      if (own !== undefined) return response === 'change' ? value - own : value / (1 + own / 100);
    }
    return null;
  }
  const at = points.filter(({ isBaseline }) => isBaseline);
  if (rule?.kind !== 'window_mean') return at.at(-1)?.value ?? null;
  const within = at.filter(({ day }) => day !== null && day >= rule.from && day <= rule.to);
  if (within.length < (rule.leastDays ?? 1)) return null;
  return within.reduce((sum, { value }) => sum + value, 0) / within.length;
}

/** Every row of the model is there, and its score and baseline make its response. */
function checkAgainstModel(
  rows: readonly ScoreRow[],
  kind: Response,
  responses: ReadonlyMap<string, number>,
  label: string,
): void {
  const known = new Map(rows.map((row) => [keyOf(row.id, row.visit), row]));
  for (const [key, expected] of responses) {
    const row = known.get(key);
    const made = row && responseFrom(row.score, kind, row.baseline ?? NaN);
    if (made === undefined || !(Math.abs(made - expected) <= 1e-8 * (1 + Math.abs(expected)))) {
      throw new Error(strings.exports.otherRows(label, key));
    }
  }
}

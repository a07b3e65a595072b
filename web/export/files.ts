// SPDX-License-Identifier: MIT
/** The files a reader can take away that need no drawing, each with its stamp: what the page and the command line offer. */
import type { Individual } from '../contract/individual.js';
import type { Report } from '../contract/report.js';
import { estimatesCsv } from './estimates_csv.js';
import { provenanceLines, type Provenance } from './provenance.js';
import { rScript } from './r/script.js';
import { sasProgram } from './sas/program.js';
import { scoresCsv } from './scores.js';
import { borrowedOutcomes, scoresFileName, scriptOutcomes } from './script_context.js';

export interface ExportFile {
  name: string;
  type: string;
  content: string | Uint8Array<ArrayBuffer>;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The report with what a published copy must say: the plan's hash and the day. */
export const reportFile = (report: Report, { planSha256, date }: Provenance): ExportFile => ({
  name: 'report.json',
  type: 'application/json',
  content: json({ ...report, exported: { planSha256, date } } satisfies Report),
});

/** Only the plan: with anything more it would be another plan. */
export const planFile = ({ plan }: Report): ExportFile => ({
  name: 'plan.json',
  type: 'application/json',
  content: json(plan),
});

export const estimatesFile = (report: Report, stamp: Provenance): ExportFile => ({
  name: 'estimates.csv',
  type: 'text/csv',
  content: estimatesCsv(report, stamp),
});

export const rFile = (report: Report, stamp: Provenance): ExportFile => ({
  name: 'analysis.R',
  type: 'text/plain',
  content: rScript(report, provenanceLines(stamp)),
});

export const sasFile = (report: Report, stamp: Provenance): ExportFile => ({
  name: 'analysis.sas',
  type: 'text/plain',
  content: sasProgram(report, provenanceLines(stamp)),
});

/** The scores of one outcome; null where it was not estimated. */
export function scoresFile(
  report: Report,
  outcome: string,
  individual: Individual,
  stamp: Provenance,
): ExportFile | null {
  const result = report.outcomes.find(({ id }) => id === outcome);
  const own = individual.outcomes.find((each) => each.outcome === outcome);
  if (!result || !own || result.model === null) return null;
  return { name: scoresFileName(result), type: 'text/csv', content: scoresCsv(report, result, own, stamp) };
}

/** Names of the files of scores without which the scripts do not run, in the order of the outcomes. */
export const neededScores = (report: Report): string[] => borrowedOutcomes(report).map(({ result }) => result.id);

/** Outcomes that have scores to save. */
export const scoredOutcomes = (report: Report): { id: string; label: string }[] =>
  scriptOutcomes(report).map(({ result: { id, label } }) => ({ id, label }));

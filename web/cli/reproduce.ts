// SPDX-License-Identifier: MIT
/** `reproduce REPORT.json --data FOLDER`: a saved report computed anew on its files, and compared number by number. */
import { EngineError } from '../contract/engine.js';
import type { Report } from '../contract/report.js';
import { loadBuiltInEngine } from '../engine/built_in.js';
import { mostDigits } from '../reference/digits.js';
import {
  compareFiles,
  comparedValues,
  compareReports,
  type ComparedValue,
  type FileCompared,
  type ReportComparison,
} from '../report-compare/compare.js';
import { JsonRefused, jsonLimits, readJson } from '../read/json.js';
import { looksLikeReport, planOfReport } from '../report-compare/read_report.js';
import { analyzeNow } from './analyze.js';
import { reproduceOptions, usualTolerance } from './plan_options.js';
import { fileNameOf, readPlanFiles, textOf } from './read_data.js';
import { reproductionSummary } from './reproduce_summary.js';
import { readArguments, readNumber, UsageError } from './usage.js';

/** What `reproduce` prints. */
export type Reproduction = {
  /** True where the data are the same, and every number and word of the report is found again. */
  agrees: boolean;
  tolerance: number;
} & (Compared | FilesOnly);

export interface Compared extends ReportComparison {
  /** Number by number, and word by word. */
  values: (ComparedValue & { agrees: boolean })[];
}

/** Where a file is not there, nothing is computed. */
export interface FilesOnly {
  verdict: 'other_data';
  files: FileCompared[];
}

export async function reproduce(args: string[]): Promise<{ output: string; problem: null; isNot: boolean }> {
  const { file, values } = readArguments(args, 'report', reproduceOptions);
  if (values.data === undefined) throw new UsageError('--data FOLDER is missing');
  if (values.json && values.summary) throw new UsageError('give --json or --summary, not both');
  const tolerance = values.tolerance === undefined ? usualTolerance : readTolerance(values.tolerance);
  const former = await reportIn(file);
  const answer = { tolerance, ...(await compared(former, values.data, tolerance)) };
  const agrees = answer.verdict === 'identical' || answer.verdict === 'agrees';
  const isSummary = values.summary === true || (process.stdout.isTTY && !values.json);
  const reproduction: Reproduction = { agrees, ...answer };
  const output = isSummary ? reproductionSummary(former, reproduction) : JSON.stringify(reproduction, null, 2);
  return { output, problem: null, isNot: !agrees };
}

async function compared(former: Report, folder: string, tolerance: number): Promise<Compared | FilesOnly> {
  const plan = planOfReport(former);
  const read = await readPlanFiles(plan, folder);
  const files = compareFiles(
    former,
    read.filter(({ sha256, error }) => sha256 !== '' && !isAbsent(error?.code)),
  );
  if (files.some(({ state }) => state === 'absent')) return { verdict: 'other_data', files };
  const report = analyzeNow(await loadBuiltInEngine(), plan, read);
  const needed = -Math.log10(tolerance);
  const values = comparedValues(former, report).map((value) => ({
    ...value,
    agrees: typeof value.was === 'number' ? value.digits >= needed : value.was === value.is,
  }));
  return { ...compareReports(former, report, needed), values };
}

const isAbsent = (code: string | undefined): boolean => code === 'file_not_found' || code === 'file_outside_folder';

async function reportIn(path: string): Promise<Report> {
  const name = fileNameOf(path);
  const text = await textOf(path);
  let value: unknown;
  try {
    value = readJson(text, name, jsonLimits.report);
  } catch (error) {
    if (error instanceof JsonRefused && error.reason === 'not_allowed') throw refused(name, error.message);
  }
  if (looksLikeReport(value)) return value;
  throw refused(name, `${name} is no report: it is not JSON, or has no plan, files and outcomes`);
}

const refused = (file: string, message: string): EngineError =>
  new EngineError({
    code: 'bad_report',
    message,
    detail: { file, remedy: 'give what analyze --out wrote, or the page saved as report.json' },
  });

function readTolerance(text: string): number {
  const tolerance = readNumber(text, 'tolerance');
  const least = 10 ** -mostDigits;
  if (tolerance >= least && tolerance <= 1) return tolerance;
  throw new UsageError(`--tolerance takes a number from ${least} to 1, not "${text}"`);
}

// SPDX-License-Identifier: MIT
/** `report PLAN.json|REPORT.json --to FORM`: a report for readers, of a plan that is run now or of a saved report. */
import { dirname, extname, join } from 'node:path';
import { EngineError } from '../contract/engine.js';
import type { InputError, Report } from '../contract/report.js';
import { loadBuiltInEngine } from '../engine/built_in.js';
import type { Paper } from '../export/docx/page.js';
import { reportDocx } from '../export/docx/report.js';
import { estimatesFile } from '../export/files.js';
import { provenanceOf, today, type Provenance } from '../export/provenance.js';
import { reportDocument, type ReportDocument } from '../export/report/document.js';
import { reportHtml } from '../export/report/html.js';
import { reportLatex } from '../export/report/latex.js';
import { reportMarkdown } from '../export/report/markdown.js';
import { reportText } from '../export/report/text.js';
import { parsePlan } from '../read/index.js';
import { everyProblem } from '../read/validate.js';
import { analyzeNow, problemOf } from './analyze.js';
import { tableFiles } from './export.js';
import { makeFolder, write } from './plan_command.js';
import { reportForms, reportOptions, type ReportForm } from './plan_options.js';
import { fileNameOf, readPlanFiles, textOf } from './read_data.js';
import { readArguments, requireChoice, UsageError } from './usage.js';

export async function report(args: string[]): Promise<{ output: string | null; problem: InputError | null }> {
  const { file, values } = readArguments(args, 'plan or report', reportOptions);
  const form = formOf(values.to, values.out);
  requireChoice(values.paper, 'paper', reportOptions.paper.choices);
  const { out } = values;
  if (out === undefined && (form === 'docx' || form === 'csv')) throw new UsageError(`--to ${form} needs --out`);
  const made = await reportOf(file, values.data);
  const stamp = provenanceOf(made, today());
  const document = reportDocument(made, stamp, { figures: false });
  const problem = problemOf(made);
  if (form === 'csv') {
    await writeTables(out ?? '', made, document, stamp);
    return { output: null, problem };
  }
  const content =
    form === 'docx' ? await reportDocx(document, { paper: (values.paper ?? 'a4') as Paper }) : writers[form](document);
  if (out === undefined) return { output: String(content).trimEnd(), problem };
  await write(out, content);
  return { output: null, problem };
}

const writers: Record<Exclude<ReportForm, 'csv' | 'docx'>, (document: ReportDocument) => string> = {
  html: (document) => reportHtml(document, () => ''),
  markdown: reportMarkdown,
  latex: reportLatex,
  text: reportText,
};

const endings: Readonly<Record<string, ReportForm>> = {
  ...{ '.html': 'html', '.htm': 'html', '.docx': 'docx', '.md': 'markdown', '.tex': 'latex', '.txt': 'text' },
};

function formOf(to: string | undefined, out = ''): ReportForm {
  requireChoice(to, 'to', reportForms);
  const form = (to as ReportForm | undefined) ?? endings[extname(out).toLowerCase()];
  if (form === undefined) throw new UsageError(`--to is missing: ${reportForms.join(', ')}`);
  return form;
}

/** A saved report as it is; a plan is run. */
async function reportOf(path: string, data: string | undefined): Promise<Report> {
  const text = await textOf(path);
  const { kind, value, problems } = everyProblem(text);
  if (kind !== 'report') {
    const plan = parsePlan(text, fileNameOf(path));
    return analyzeNow(await loadBuiltInEngine(), plan, await readPlanFiles(plan, data ?? dirname(path)));
  }
  if (data !== undefined) throw new UsageError('--data goes with a plan: a saved report has its numbers');
  const [first] = problems;
  if (!first) return value as Report;
  const file = fileNameOf(path);
  throw new EngineError({
    code: 'bad_report',
    message: `${file} is no valid report: ${first.message}`,
    detail: { file, remedy: 'validate lists every problem' },
  });
}

async function writeTables(folder: string, made: Report, document: ReportDocument, stamp: Provenance): Promise<void> {
  await makeFolder(folder, '--out');
  for (const { name, content } of [...tableFiles(document, stamp), estimatesFile(made, stamp)])
    await write(join(folder, name), content);
}

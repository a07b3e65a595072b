// SPDX-License-Identifier: MIT
/** `analyze PLAN.json --export FOLDER`: the files the page offers, but for figures, which a browser draws. */
import { join } from 'node:path';
import type { Engine } from '../contract/engine.js';
import type { Plan } from '../contract/plan.js';
import type { Report } from '../contract/report.js';
import { individualFiles } from '../engine/files.js';
import { reportDocx } from '../export/docx/report.js';
import { fileNameOf } from '../export/file_name.js';
import {
  estimatesFile,
  planFile,
  reportFile,
  rFile,
  sasFile,
  scoredOutcomes,
  scoresFile,
  type ExportFile,
} from '../export/files.js';
import { provenanceOf, today, type Provenance } from '../export/provenance.js';
import { reportDocument, type ReportDocument } from '../export/report/document.js';
import { reportHtml } from '../export/report/html.js';
import { reportMarkdown } from '../export/report/markdown.js';
import { tableCsv } from '../export/table_csv.js';
import type { ReadResult } from '../read/index.js';
import { makeFolder, write } from './plan_command.js';

export async function exportReport(
  folder: string,
  report: Report,
  engine: Engine,
  plan: Plan,
  files: ReadResult[],
): Promise<void> {
  const stamp = provenanceOf(report, today());
  await makeFolder(folder, '--export');
  for (const file of [...(await reports(report, stamp)), ...scripts(report, engine, plan, files, stamp)]) {
    await write(join(folder, file.name), file.content);
  }
}

async function reports(report: Report, stamp: Provenance): Promise<ExportFile[]> {
  const document = reportDocument(report, stamp, { figures: false });
  return [
    { name: 'report.html', type: 'text/html', content: reportHtml(document, () => '') },
    { name: 'report.md', type: 'text/markdown', content: reportMarkdown(document) },
    { name: 'report.docx', type: 'application/zip', content: await reportDocx(document) },
    ...tableFiles(document, stamp),
  ];
}

/** Every table of the report, in its order. */
export function tableFiles({ blocks }: ReportDocument, stamp: Provenance): ExportFile[] {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  return tables.map((table, i) => ({
    name: `table-${String(i + 1).padStart(2, '0')}-${fileNameOf(table.caption)}.csv`,
    type: 'text/csv',
    content: tableCsv(table, stamp),
  }));
}

function scripts(report: Report, engine: Engine, plan: Plan, files: ReadResult[], stamp: Provenance): ExportFile[] {
  const scored = scoredOutcomes(report);
  const individual = scored.length > 0 ? individualFiles(engine, plan, files) : null;
  return [
    ...[reportFile(report, stamp), planFile(report), estimatesFile(report, stamp)],
    ...[rFile(report, stamp), sasFile(report, stamp)],
    ...(individual ? scored.flatMap(({ id }) => scoresFile(report, id, individual, stamp) ?? []) : []),
  ];
}

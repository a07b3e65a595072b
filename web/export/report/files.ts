// SPDX-License-Identifier: MIT
/** What the page makes beside text files: the whole report with its figures, and ZIPs of all figures and of an analysis. */
import { zipSync, type Zippable } from 'fflate';
import type { Individual } from '../../contract/individual.js';
import type { Report } from '../../contract/report.js';
import { reportDocx } from '../docx/report.js';
import type { Paper } from '../docx/page.js';
import {
  estimatesFile,
  neededScores,
  planFile,
  reportFile,
  rFile,
  sasFile,
  scoresFile,
  type ExportFile,
} from '../files.js';
import { pictureBytes, pictureOf, savedWidth, standaloneSvg } from '../picture.js';
import { provenanceLines, type Provenance } from '../provenance.js';
import { reportDocument } from './document.js';
import { reportHtml } from './html.js';
import { reportMarkdown } from './markdown.js';

export async function docxFile(report: Report, stamp: Provenance, paper: Paper): Promise<ExportFile> {
  const lines = provenanceLines(stamp);
  const content = await reportDocx(reportDocument(report, stamp), {
    paper,
    draw: (figure) => pictureOf(figure, savedWidth, { framed: false, stamp: lines }),
  });
  return {
    name: 'report.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content,
  };
}

/** Drawings stand in the page: no declaration before them, caption and note around them. */
export function htmlFile(report: Report, stamp: Provenance): ExportFile {
  const content = reportHtml(reportDocument(report, stamp), (figure) =>
    standaloneSvg(figure, savedWidth, { framed: false }).text.replace(/^<\?xml[^>]*\?>\s*/, ''),
  );
  return { name: 'report.html', type: 'text/html', content };
}

export const markdownFile = (report: Report, stamp: Provenance): ExportFile => ({
  name: 'report.md',
  type: 'text/markdown',
  content: reportMarkdown(reportDocument(report, stamp)),
});

/** Every figure of the report, as SVG and as PNG. */
export async function figuresFile(report: Report, stamp: Provenance): Promise<ExportFile> {
  const options = { stamp: provenanceLines(stamp) };
  const files: Zippable = {};
  for (const block of reportDocument(report, stamp).blocks) {
    if (block.kind !== 'figure') continue;
    const { figure } = block;
    files[`${figure.id}.svg`] = bytesOf(standaloneSvg(figure, savedWidth, options).text);
    files[`${figure.id}.png`] = [await pictureBytes(figure, savedWidth, options), { level: 0 }];
  }
  return zipped('figures.zip', files, stamp);
}

/** The trial's own files with all that the scripts read beside them, the plan and the report. */
export function analysisFile(
  report: Report,
  individual: Individual,
  data: readonly { name: string; bytes: Uint8Array }[],
  stamp: Provenance,
): ExportFile {
  const made = [
    ...[rFile(report, stamp), sasFile(report, stamp), planFile(report)],
    ...[reportFile(report, stamp), estimatesFile(report, stamp)],
    ...neededScores(report).flatMap((id) => scoresFile(report, id, individual, stamp) ?? []),
  ];
  const files: Zippable = {};
  for (const { name, bytes } of data) files[name] = bytes;
  for (const { name, content } of made) files[name] = bytesOf(content);
  return zipped('analysis.zip', files, stamp);
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

const zipped = (name: string, files: Zippable, { date }: Provenance): ExportFile => ({
  name,
  type: 'application/zip',
  content: zipSync(files, { mtime: `${date}T12:00:00` }),
});

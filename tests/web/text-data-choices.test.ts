// SPDX-License-Identifier: MIT
/** What was decided about the data stands in the methods, and so on the page and in every file. */
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../web/contract/engine.js';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { omit } from '../../web/elements/omit.js';
import { analyzeFiles } from '../../web/engine/files.js';
import { reportDocx } from '../../web/export/docx/report.js';
import { provenanceOf } from '../../web/export/provenance.js';
import { reportDocument } from '../../web/export/report/document.js';
import { reportHtml } from '../../web/export/report/html.js';
import { reportMarkdown } from '../../web/export/report/markdown.js';
import { propose } from '../../web/read/index.js';
import { paragraphsOf } from '../../web/text/paragraphs.js';
import { textOf } from '../../web/text/segments.js';
import { read } from './read-support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadBuiltInEngine();
});

const arms = ['Placebo', 'Drug'];
const textOfFile = (second: string): string =>
  [
    'id,arm,visit,fss',
    ...Array.from({ length: 20 }, (_, i) =>
      [0, 28].map(
        (visit) => `P${i + 10},${arms[i % 2]},${visit},${visit > 0 && i < 2 ? second : 30 + ((7 * i + visit) % 11)}`,
      ),
    ).flat(),
    'P90,Open,0,40',
    'P90,Open,28,41',
  ].join('\n');

function reported(missingIn?: Record<string, string[]>, asRead = false, second = '99'): Report {
  const reading = missingIn && { missingIn };
  const file = read('trial.csv', textOfFile(second), asRead ? reading : undefined);
  const { plan } = propose([file]);
  const files = plan.files.map((each) => ({ ...omit(each, 'reading'), ...(reading && { reading }) }));
  const chosen: Plan = { ...plan, files, arms: { order: arms } };
  return analyzeFiles(engine, chosen, [file]);
}

const methods = (report: Report): string => textOf(paragraphsOf(report).methods);

test.each([false, true])(
  'cells read as missing are told with file, column, value and number (read so: %s)',
  (asRead) => {
    const report = reported({ fss: ['99', '98'] }, asRead);
    expect(report.files[0]?.read?.missingCells).toEqual([{ column: 'fss', value: '99', cells: 2 }]);
    expect(methods(report)).toContain('In trial.csv, these values were read as missing: “99” in fss (2 cells).');
  },
);

test('participants of an arm that was left out are counted', () => {
  const report = reported({ fss: ['99'] });
  expect(methods(report)).toContain(
    '1 participant whose arm is none of those analysed (Placebo and Drug) was left out.',
  );
});

test('every kind of document has it', async () => {
  const report = reported({ fss: ['99'] });
  const document = reportDocument(report, provenanceOf(report, '2026-01-01'), { figures: false });
  const docx = unzipSync(await reportDocx(document));
  const word = new TextDecoder().decode(docx['word/document.xml']);
  for (const written of [reportMarkdown(document), reportHtml(document, () => ''), word])
    expect(written.replace(/<[^>]+>/g, '')).toContain('in fss (2 cells)');
});

test('where nothing was decided nothing is said', () => {
  const plain = reported(undefined, false, '33');
  expect(methods({ ...plain, flow: null })).not.toMatch(/read as missing|left out/);
});

// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../../web/contract/report.js';
import { provenanceOf } from '../../web/export/provenance.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { tableText } from './report-fixture.js';
import { all, parseXml, textOf } from './xml-tree.js';

const folder = mkdtempSync(join(tmpdir(), 'fatigue-export-'));
const out = join(folder, 'made', 'here');
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync('node', ['dist/cli.js', 'analyze', 'examples/ketamine-pilot/plan.json', ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });

let report: Report;
beforeAll(() => {
  const { stdout, status, stderr } = run('--export', out);
  expect(status, stderr).toBe(0);
  report = JSON.parse(stdout) as Report;
});

const text = (name: string): string => readFileSync(join(out, name), 'utf8');

test('writes every file, each with its stamp', () => {
  const names = readdirSync(out);
  const expected = ['report.html', 'report.md', 'report.docx', 'report.json', 'plan.json', 'estimates.csv'];
  expect(names).toEqual(expect.arrayContaining([...expected, 'analysis.R', 'analysis.sas', 'scores-dfs.csv']));
  expect(names.filter((name) => /^table-\d\d-.*\.csv$/.test(name)).length).toBeGreaterThan(20);
  const { planSha256 } = provenanceOf(report, '2026-11-26');
  for (const name of names.filter((each) => !/\.docx$|^plan\.json$/.test(each))) {
    expect(text(name), name).toContain(planSha256);
  }
});

test('the numbers of the headline are in all three forms of the report', () => {
  const docx = unzipSync(new Uint8Array(readFileSync(join(out, 'report.docx'))));
  const word = all(parseXml(strFromU8(docx['word/document.xml']!)), 'w:t')
    .map(textOf)
    .join('\n');
  for (const cell of tableText(headlineTable(report)).flat()) {
    for (const whole of [text('report.html'), text('report.md'), word]) expect(whole).toContain(cell);
  }
});

test('says that figures are drawn by a browser, and draws none', () => {
  for (const name of ['report.html', 'report.md']) {
    expect(text(name)).toContain('This report has no figures: they are drawn by a browser.');
  }
  expect(text('report.html')).not.toContain('<svg');
});

test('a folder that cannot be made is an error that names it', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const { status, stderr } = run('--export', join(file, 'below'));
  expect(status).toBe(1);
  expect(JSON.parse(stderr)).toMatchObject({ code: 'file_not_writable', detail: { file: join(file, 'below') } });
});

// SPDX-License-Identifier: MIT
/** Workbooks of several sheets, given to the built command line and to the library. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { readFile } from '../../web/read/index.js';
import { codes } from './read-support.js';

const folder = mkdtempSync(join(tmpdir(), 'fatigue-sheets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const letters = 'ABCDEFGHIJ';

function sheet(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const cell = (value: string | number, address: string): string =>
    typeof value === 'number'
      ? `<c r="${address}"><v>${value}</v></c>`
      : `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const xml = rows.map(
    (row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, `${letters[c] ?? ''}${r + 1}`)).join('')}</row>`,
  );
  return strToU8(`<worksheet><sheetData>${xml.join('')}</sheetData></worksheet>`);
}

function workbook(sheets: Record<string, Parameters<typeof sheet>[0]>): Uint8Array {
  const names = Object.keys(sheets);
  const list = names.map((name, i) => `<sheet name="${name}" r:id="s${i}"/>`).join('');
  const links = names.map((_, i) => `<Relationship Id="s${i}" Type="${relation}/worksheet" Target="s${i}.xml"/>`);
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="r" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(`<workbook xmlns:r="${relation}"><sheets>${list}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${links.join('')}</Relationships>`),
    ...Object.fromEntries(names.map((name, i) => [`xl/s${i}.xml`, sheet(sheets[name] ?? [])])),
  });
}

const items = Array.from({ length: 9 }, (_, i) => `fss${i + 1}`);
const scores = (least: number): (string | number)[][] => [
  ['id', 'arm', 'visit', 'y', ...items].slice(0, 10),
  ...Array.from({ length: 12 }, (_, i) => [
    `p${i >> 1}`,
    (i >> 1) % 2 ? 'active' : 'placebo',
    `V${(i % 2) + 1}`,
    least + ((i * 7) % 5) + i / 10,
  ]),
];
const fss = [
  ['id', ...items],
  ['a', ...items.map(() => 3)],
];
const bytes = workbook({ First: scores(10), Second: scores(50), FSS: fss });
const book = join(folder, 'trial.xlsx');
writeFileSync(book, bytes);

interface Answer {
  status: number | null;
  output: { coefficients: { estimate: number }[]; warnings: { code: string; message: string }[]; rows: unknown[] };
  error: { code: string; message: string };
}
function cli(...args: string[]): Answer {
  const { status, stdout, stderr } = spawnSync('node', ['dist/cli.js', ...args], { encoding: 'utf8' });
  const parsed = (text: string): unknown => (text.startsWith('{') ? JSON.parse(text) : null);
  return { status, output: parsed(stdout), error: parsed(stderr) } as Answer;
}
const fit = (file: string, ...more: string[]): Answer =>
  cli('fit', file, '--formula', 'y ~ visit + cs(visit | id)', ...more);

describe('fit', () => {
  const first = fit(book);

  test('takes the first sheet, and warns of the others by name', () => {
    expect(first.output.coefficients[0]?.estimate).toBeLessThan(40);
    expect(first.output.warnings).toContainEqual({
      code: 'other_sheets',
      message: 'trial.xlsx: the sheet "First" was read; not read: "Second" and "FSS"; --sheet chooses one',
    });
  });

  test.each([
    ['by its name', [book, '--sheet', 'Second']],
    ['as analyze names it', [book, '--sheet', 'trial.xlsx \u203a Second']],
    ['in the name of the file', [`${book} \u203a Second`]],
  ])('takes the sheet that is named %s, and warns of none', (_, [file = '', ...more]) => {
    const { output, status } = fit(file, ...more);
    expect(status).toBe(0);
    expect(output.coefficients[0]!.estimate - first.output.coefficients[0]!.estimate).toBeCloseTo(40, 8);
    expect(output.warnings).toEqual([]);
  });

  test('refuses a sheet that is not there, naming those that are', () => {
    expect(fit(book, '--sheet', 'Third')).toMatchObject({
      status: 1,
      error: {
        code: 'unknown_sheet',
        message: 'trial.xlsx has no sheet "Third": its sheets are "First", "Second" and "FSS"',
      },
    });
  });

  test('refuses a sheet of a text file', () => {
    const csv = join(folder, 'a.csv');
    writeFileSync(csv, 'id,visit,y\na,1,2\n');
    expect(fit(csv, '--sheet', 'First').error).toMatchObject({
      code: 'unknown_sheet',
      message: 'a.csv is no workbook (.xlsx) and has no sheet "First": leave out --sheet',
    });
  });

  test('warns of what was read in another way than it was written', () => {
    const csv = join(folder, 'b.csv');
    const rows = scores(10).map((row, i) => [...row.slice(0, 4), i === 0 ? 'w' : i === 3 ? 'nd' : i].join(','));
    writeFileSync(csv, rows.join('\n'));
    expect(fit(csv).output.warnings.map(({ message }) => message)).toEqual([
      'b.csv, column w: not all of its values are numbers: row 4 has "nd"; it is used as text',
    ]);
  });
});

describe('score', () => {
  test('scores the sheet that is named', () => {
    const { output } = cli('score', book, '--instrument', 'FSS', '--sheet', 'FSS');
    expect(output.rows).toMatchObject([{ scores: { total: 27 } }]);
    expect(output.warnings).toEqual([]);
  });

  test('warns of the sheets that are not read', () => {
    const two = join(folder, 'two.xlsx');
    writeFileSync(two, workbook({ FSS: fss, Later: fss }));
    const { output } = cli('score', two, '--instrument', 'FSS');
    expect(output.warnings.map(({ message }) => message)).toEqual([
      'two.xlsx: the sheet "FSS" was read; not read: "Later"; --sheet chooses one',
    ]);
  });
});

test('a plan may name a sheet in the name of its file alone', () => {
  const problemsOf = (name: string): string[] => {
    const plan = join(folder, 'plan.json');
    const file = { name, role: 'records', id: 'id', arm: 'arm', visit: 'visit' };
    writeFileSync(plan, JSON.stringify({ schemaVersion: 1, files: [file], instruments: [], outcomes: [] }));
    const { stdout } = spawnSync('node', ['dist/cli.js', 'check', plan], { encoding: 'utf8' });
    return (JSON.parse(stdout) as { problems: { kind: string }[] }).problems.map(({ kind }) => kind);
  };
  expect(problemsOf('other.xlsx \u203a Second')).toContain('file_not_found');
  expect(problemsOf('trial.xlsx \u203a Second')).toEqual([]);
});

describe('the library', () => {
  test('reads the first sheet with a note, and the sheet asked for without', async () => {
    const first = await readFile('trial.xlsx', bytes);
    expect([first.options.sheet, codes(first)]).toEqual(['First', ['other_sheets']]);
    for (const sheetName of ['Second', 'trial.xlsx \u203a Second']) {
      const result = await readFile('trial.xlsx', bytes, { sheet: sheetName });
      expect([result.error, result.options.sheet, codes(result)]).toEqual([null, 'Second', []]);
    }
  });

  test('reads the sheet that the name names', async () => {
    const result = await readFile('trial.xlsx \u203a Second', bytes);
    expect([result.name, result.options.sheet]).toEqual(['trial.xlsx \u203a Second', 'Second']);
  });
});

// SPDX-License-Identifier: MIT
/** Workbooks made here part by part, so that each holds exactly what the test is about. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ReadingOptions } from '../../web/contract/plan.js';
import {
  fileOfTable,
  limits,
  prepareTables,
  propose,
  readFile,
  readTables,
  type ReadResult,
} from '../../web/read/index.js';
import { numberFormat, numberText } from '../../web/read/workbook-cells.js';
import { cells, codes, column, message, thrown, utf8 } from './read-support.js';

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  sheets: Record<string, string>;
  hidden?: string[];
  strings?: string[];
  styles?: string;
  date1904?: boolean;
  more?: Zippable;
}

function workbook({ sheets, hidden = [], strings = [], styles, date1904, more = {} }: Parts): Uint8Array {
  const names = Object.keys(sheets);
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relationship}/${type}" Target="${target}"/>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(`<Relationships>${link('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`),
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0"?><workbook xmlns:r="${relationship}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${names
        .map(
          (name, i) =>
            `<sheet name="${name}"${hidden.includes(name) ? ' state="hidden"' : ''} sheetId="${i + 1}" r:id="s${i}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${names.map((_, i) => link(`s${i}`, 'worksheet', `worksheets/sheet${i}.xml`)).join('')}${link('t', 'sharedStrings', 'sharedStrings.xml')}${link('y', 'styles', '/xl/styles.xml')}</Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`),
    'xl/styles.xml': strToU8(styles ?? '<styleSheet/>'),
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/worksheets/sheet${i}.xml`,
        strToU8(`<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`),
      ]),
    ),
    ...more,
  });
}

const text = (address: string, words: string): string => `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`;
const readBook = (parts: Parts, options?: ReadingOptions): Promise<ReadResult> =>
  readFile('trial.xlsx', workbook(parts), options);
const simple = `<row r="1">${text('A1', 'id')}${text('B1', 'x')}</row><row r="2">${text('A2', 'p1')}<c r="B2"><v>1</v></c></row>`;

test('cells of every type, by their places in the sheet', async () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs></styleSheet>';
  const names = ['id', 'score', 'date', 'at', 'flag', 'word'];
  const header = names.map((name, i) => text(`${'ABCDEF'[i]}2`, name)).join('');
  const rows = `<row r="2">${header}</row>
    <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3"><v>0.30000000000000004</v></c><c r="C3" s="1"><v>45356</v></c><c r="D3" s="2"><v>45356.4375</v></c><c r="E3" t="b"><v>1</v></c><c r="F3" t="str"><f>A1</f><v>a &amp; b</v></c></row>
    <row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5"><v>-1E-3</v></c><c r="F5" t="s"><v>2</v></c></row>`;
  const strings = [
    '<t>p1</t>',
    '<r><t>p</t></r><r><rPr><b/></rPr><t>2</t></r><rPh><t>no</t></rPh>',
    '<t>tab_x0009_bed</t>',
  ];
  const result = await readBook({ sheets: { Data: rows }, strings, styles });
  expect(result.error).toBeNull();
  const { table } = result;
  expect(Array.from(table.originRow)).toEqual([3, 5]);
  expect(cells(table, 'id')).toEqual(['p1', 'p2']);
  expect(cells(table, 'score')).toEqual([0.30000000000000004, -0.001]);
  expect(cells(table, 'date')).toEqual(['2024-03-05', null]);
  expect(cells(table, 'at')).toEqual(['2024-03-05T10:30:00', null]);
  expect(cells(table, 'flag')).toEqual(['TRUE', null]);
  expect(cells(table, 'word')).toEqual(['a & b', 'tab\tbed']);
  expect(result.options.sheet).toBe('Data');
  expect(result.notes).toEqual([]);
});

test('the first sheet with cells is read, the others are named, and one can be chosen', async () => {
  const sheets = { Empty: '', First: simple, Second: simple.replace('p1', 'p9') };
  const result = await readBook({ sheets });
  expect(cells(result.table, 'id')).toEqual(['p1']);
  expect(message(result, 'other_sheets')).toBe(
    'trial.xlsx: the sheet "First" was read; not read: "Empty" and "Second"',
  );
  const second = await readBook({ sheets }, { sheet: 'Second' });
  expect(cells(second.table, 'id')).toEqual(['p9']);
  expect(second.notes).toEqual([]);
  expect((await readBook({ sheets }, { sheet: 'Third' })).error).toMatchObject({
    code: 'unknown_sheet',
    message: 'trial.xlsx has no sheet "Third": its sheets are "Empty", "First" and "Second"',
  });
  expect((await readBook({ sheets: { Empty: '' } })).error?.code).toBe('empty_file');
});

test('formulas without a value, and hidden rows, are noted', async () => {
  const rows = `${simple}<row r="3" hidden="1">${text('A3', 'p2')}<c r="B3"><f>B2+1</f></c></row>`;
  const result = await readBook({ sheets: { S: rows } });
  expect(cells(result.table, 'x')).toEqual([1, null]);
  expect(codes(result)).toEqual(['formula_without_value', 'hidden_rows']);
  expect(message(result, 'formula_without_value')).toContain('first in row 3');
});

test('errors of formulas are missing values, told with sheet, cell and error', async () => {
  const row = (line: number, cell: string): string => `<row r="${line}">${text(`A${line}`, `p${line}`)}${cell}</row>`;
  const fault = (address: string, error: string): string => `<c r="${address}" t="e"><f>1/0</f><v>${error}</v></c>`;
  const rows = `<row r="1">${text('A1', 'id')}${text('B1', 'x')}</row>${row(2, '<c r="B2"><v>1.5</v></c>')}${row(3, fault('B3', '#DIV/0!'))}${row(4, fault('B4', '#N/A'))}`;
  const result = await readBook({ sheets: { Scores: rows } });
  expect(column(result.table, 'x').kind).toBe('number');
  expect(cells(result.table, 'x')).toEqual([1.5, null, null]);
  expect(message(result, 'error_cells')).toBe(
    'trial.xlsx, sheet "Scores": errors of formulas are missing values here: B3 (#DIV/0!) and B4 (#N/A); mend them in the workbook if there should be values',
  );
});

test('hidden sheets are not read unless they are asked for', async () => {
  const parts = { sheets: { Lists: simple.replace('p1', 'p9'), Data: simple }, hidden: ['Lists'] };
  const result = await readBook(parts);
  expect(cells(result.table, 'id')).toEqual(['p1']);
  expect(codes(result)).toEqual(['hidden_sheets']);
  expect(message(result, 'hidden_sheets')).toContain('the hidden sheet "Lists" is not read');
  expect(cells((await readBook(parts, { sheet: 'Lists' })).table, 'id')).toEqual(['p9']);
  expect(cells((await readBook({ ...parts, hidden: ['Lists', 'Data'] })).table, 'id')).toEqual(['p9']);
});

test('the sheet that was found is in the proposed plan', async () => {
  const scores = `<row r="1">${['id', 'day', 'fss_total'].map((name, i) => text(`${'ABC'[i]}1`, name)).join('')}</row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>0</v></c><c r="C2"><v>40</v></c></row><row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>7</v></c><c r="C3"><v>30</v></c></row>`;
  const read = await readBook({ sheets: { Empty: '', Data: scores } });
  expect(propose([read]).plan.files[0]?.reading).toMatchObject({ sheet: 'Data' });
});

test('a decimal mark is not applied to a workbook, and text that is a number is told where it is needed', async () => {
  const rows = `<row r="1">${['id', 'day', 'fss_total'].map((name, i) => text(`${'ABC'[i]}1`, name)).join('')}</row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>0</v></c><c r="C2"><v>1.234</v></c></row><row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>7</v></c>${text('C3', '3,5')}</row>`;
  const file = await readBook({ sheets: { Data: rows } }, { decimal: ',' });
  expect(file.options.decimal).toBe('.');
  const plan = {
    schemaVersion: 1 as const,
    files: [{ name: 'trial.xlsx', role: 'records' as const, id: 'id', visit: 'day' }],
    instruments: [{ id: 'fss', instrument: 'FSS', file: 'trial.xlsx', scores: { total: 'fss_total' } }],
    outcomes: [],
  };
  expect(thrown(() => prepareTables(plan, [file])).message).toBe(
    'trial.xlsx, row 3, column fss_total: "3,5" is not a number: it is text in the workbook: write it as a number there, and save it',
  );
});

describe('several sheets', () => {
  const sheets = { Arms: simple, Scores: simple.replace('p1', 'p2') };
  const tablesOf = (parts: Parts): Promise<ReadResult[]> => readTables('trial.xlsx', workbook(parts));
  const namesOf = async (parts: Parts): Promise<string[]> => (await tablesOf(parts)).map(({ name }) => name);

  test('are a table each, named by workbook and sheet', async () => {
    const tables = await tablesOf({ sheets: { ...sheets, Lists: simple, Empty: '' }, hidden: ['Lists'] });
    expect(tables.map(({ name, table }) => [name, table.name, cells(table, 'id')])).toEqual([
      ['trial.xlsx \u203a Arms', 'trial.xlsx \u203a Arms', ['p1']],
      ['trial.xlsx \u203a Scores', 'trial.xlsx \u203a Scores', ['p2']],
    ]);
    expect(tables.map(({ options }) => options.sheet)).toEqual(['Arms', 'Scores']);
    const told = { notes: tables.flatMap(({ notes }) => notes) };
    expect(codes(told)).toEqual(['several_sheets', 'other_sheets', 'hidden_sheets']);
    expect(message(told, 'several_sheets')).toBe(
      'trial.xlsx: its sheets "Arms" and "Scores" are read, each as a table',
    );
    expect(message(told, 'other_sheets')).toBe(
      'trial.xlsx: the sheets "Arms" and "Scores" were read; not read: "Empty" (it is empty)',
    );
  });

  test('of which one is a table keep the name of the workbook', async () => {
    expect(await namesOf({ sheets: { Data: simple } })).toEqual(['trial.xlsx']);
    expect(await namesOf({ sheets: { Data: simple, Empty: '' } })).toEqual(['trial.xlsx']);
    const title = `<row r="1">${text('A1', 'My trial')}</row><row r="2">${text('A2', 'a')}${text('B2', 'b')}</row>`;
    const [only, ...more] = await tablesOf({ sheets: { Title: title, Data: simple } });
    expect(more).toEqual([]);
    expect([only?.name, only?.options.sheet]).toEqual(['trial.xlsx', 'Data']);
    expect(message({ notes: only?.notes ?? [] }, 'other_sheets')).toContain('not read: "Title"');
  });

  test('that are no tables are told with the reason, each', async () => {
    const ragged = `${simple}<row r="3">${text('A3', 'p2')}<c r="B3"><v>2</v></c>${text('D3', 'late')}</row>`;
    const header = `<row r="1">${text('A1', 'id')}${text('B1', 'x')}</row>`;
    const twice = `<row r="1">${text('A1', 'id')}${text('B1', 'id')}</row>${simple.slice(simple.indexOf('<row r="2"'))}`;
    const [only] = await tablesOf({ sheets: { Data: simple, Ragged: ragged, Header: header, Twice: twice } });
    const told = message({ notes: only?.notes ?? [] }, 'other_sheets');
    expect(told).toContain('the sheet "Data" was read; not read: "Ragged" (the header has 2 cells, but row 3 has 4');
    expect(told).toContain('"Header" (it has a header ("id" and "x") but no rows below it)');
    expect(told).toContain('"Twice" (columns 1 and 2 are both called "id"');
    const none = await tablesOf({ sheets: { Header: header, Empty: '' } });
    expect(none).toHaveLength(1);
    expect(none[0]?.error?.code).toBe('no_rows');
    expect(message({ notes: none[0]?.notes ?? [] }, 'other_sheets')).toContain('no sheet was read; not read: "Header"');
  });

  test('of which one is a chart', async () => {
    const bytes = workbook({ sheets: { Data: simple, Chart1: simple } });
    const files = unzipSync(bytes);
    const links = 'xl/_rels/workbook.xml.rels';
    const target = 'worksheet" Target="worksheets/sheet1.xml';
    const changed = strFromU8(files[links] ?? bytes).replace(target, target.replace('worksheet"', 'chartsheet"'));
    const [only, ...more] = await readTables('trial.xlsx', zipSync({ ...files, [links]: strToU8(changed) }));
    expect(more).toEqual([]);
    expect(message({ notes: only?.notes ?? [] }, 'other_sheets')).toContain(
      'not read: "Chart1" (it has no cells, as a chart',
    );
  });

  test('below titles and with remarks at their end', async () => {
    const header = ['id', 'arm', 'x'].map((name, i) => text(`${'ABC'[i]}3`, name)).join('');
    const row = `${text('A4', 'p1')}${text('B4', 'drug')}<c r="C4"><v>1</v></c>`;
    const titled = `<row r="1">${text('A1', 'My trial')}</row><row r="3">${header}</row><row r="4">${row}</row><row r="5">${row.replaceAll('4"', '5"').replace('p1', 'p2')}</row><row r="6">${text('A6', 'Mean')}</row>`;
    const result = await readBook({ sheets: { S: titled } });
    expect(cells(result.table, 'id')).toEqual(['p1', 'p2']);
    expect(codes(result)).toEqual(['title_rows', 'rows_set_aside']);
    expect(result.options.headerRow).toBe(3);
    expect((await readBook({ sheets: { S: titled } }, { headerRow: 1 })).error?.code).toBe('unequal_rows');
  });

  test('with cells shown as percents are told what these are read as', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>';
    const shown = (style: number): string =>
      simple.replace('<c r="B2"><v>1</v>', `<c r="B2" s="${style}"><v>0.683</v>`);
    for (const style of [1, 2]) {
      const result = await readBook({ sheets: { S: shown(style) }, styles });
      expect(cells(result.table, 'x')).toEqual([0.683]);
      expect(message(result, 'percent_cells')).toContain('(B2, shown as 68.3%, is 0.683)');
    }
    expect(codes(await readBook({ sheets: { S: shown(0) }, styles }))).toEqual([]);
  });

  test('are not looked for in other files, and a damaged workbook is told as it is', async () => {
    expect((await readTables('a.csv', utf8('id,x\n1,2\n'))).map(({ name }) => name)).toEqual(['a.csv']);
    const [broken] = await readTables('trial.xlsx', workbook({ sheets }).slice(0, 400));
    expect(broken?.error).not.toBeNull();
  });

  test('have the file of their workbook', () => {
    expect(fileOfTable('trial.xlsx \u203a Arms', { sheet: 'Arms' })).toBe('trial.xlsx');
    expect(fileOfTable('trial.xlsx \u203a Arms', { sheet: 'Scores' })).toBe('trial.xlsx \u203a Arms');
    expect(fileOfTable('trial.xlsx', { sheet: 'Arms' })).toBe('trial.xlsx');
    expect(fileOfTable('a.csv \u203a diary', { repeatInstrument: 'diary' })).toBe('a.csv');
    expect(fileOfTable('a.csv', { repeatInstrument: '' })).toBe('a.csv');
    expect(fileOfTable('a.csv')).toBe('a.csv');
  });
});

test('rows beside the table are an error that names them', async () => {
  const rows = `${simple}<row r="3">${text('A3', 'p2')}<c r="B3"><v>2</v></c>${text('D3', 'late')}</row>`;
  const { error } = await readBook({ sheets: { S: rows } });
  expect(error).toMatchObject({ code: 'unequal_rows', detail: { row: 3 } });
  expect(error?.message).toContain('titles and remarks');
});

test('a file that only has the name of a workbook is told what to do, unless it is a table', async () => {
  const { error } = await readFile('bad.xlsx', utf8('this is not a zip'));
  expect(error?.message).toBe(
    'bad.xlsx is no Excel workbook, although its name says so: it is damaged, or another file under this name: open it in the spreadsheet program and save it as .xlsx or CSV UTF-8, or export it anew',
  );
  expect((await readFile('bad.xlsx', utf8('two\nlines'))).error?.code).toBe('not_text');
  expect((await readFile('table.xls', utf8('id\tx\np1\t5\n'))).error).toBeNull();
  expect((await readFile('table.xls', utf8('id\tx\np1\t5\t6\n'))).error?.code).toBe('unequal_rows');
  expect((await readFile('one.csv', utf8('id\np1\n'))).error).toBeNull();
});

test('names of prototypes are columns like others', async () => {
  const rows = `<row r="1">${text('A1', '__proto__')}${text('B1', 'constructor')}</row><row r="2">${text('A2', 'a')}<c r="B2"><v>5</v></c></row>`;
  const { table, error } = await readBook({ sheets: { __proto: rows } });
  expect(error).toBeNull();
  expect(cells(table, '__proto__')).toEqual(['a']);
  expect(cells(table, 'constructor')).toEqual([5]);
  expect(({} as Record<string, unknown>)['a']).toBeUndefined();
});

test('a small workbook that unpacks to endless text is refused', async () => {
  const bytes = workbook({
    sheets: { S: simple },
    more: { 'xl/sharedStrings.xml': new Uint8Array(30_000_000).fill(0x20) },
  });
  expect(bytes.length).toBeLessThan(100_000);
  const { error } = await readFile('bomb.xlsx', bytes);
  expect(error?.code).toBe('file_too_large');
  expect(limits.unpackedBytes).toBeLessThanOrEqual(1e9);
});

test('a column beyond the last of a sheet is refused', async () => {
  const { error } = await readBook({ sheets: { S: `<row r="1">${text('ZZZZZZ1', 'id')}</row>` } });
  expect(error).toMatchObject({ code: 'file_too_large', detail: { row: 1 } });
});

test('damaged workbooks are an error, wherever the damage is', async () => {
  const whole = workbook({ sheets: { S: simple } });
  for (let at = 4; at < whole.length; at += 3) {
    const bytes = Uint8Array.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 0x55;
    const flipped = await readFile('trial.xlsx', bytes);
    const cut = await readFile('trial.xlsx', whole.slice(0, at));
    for (const { error, table } of [flipped, cut]) {
      if (error) expect(error.detail.file).toBe('trial.xlsx');
      else expect(table.rowCount).toBe(1);
    }
    expect(cut.error).not.toBeNull();
  }
});

test('number formats that show dates, times and durations', () => {
  const of = (code: string): string => numberFormat(164, code);
  expect(['yyyy-mm-dd', 'd/m/yy h:mm', '[$-407]d. mmmm yyyy;@', 'mm:ss.0'].map(of)).toEqual(Array(4).fill('date'));
  expect(['0.00', '#,##0', '0.00E+00', 'General', '"day "0', '[Red]0', '0\\d'].map(of)).toEqual(
    Array(7).fill('number'),
  );
  expect(of('[h]:mm')).toBe('elapsed');
  expect([14, 22, 46, 47, 1].map((id) => numberFormat(id, undefined))).toEqual([
    'date',
    'date',
    'elapsed',
    'date',
    'number',
  ]);
});

test('serial numbers of days, on both sides of the day that never was', () => {
  const date = (serial: number, is1904 = false): string => numberText(serial, 'date', is1904);
  expect([1, 59, 60, 61, 45_356].map((serial) => date(serial))).toEqual([
    '1900-01-01',
    '1900-02-28',
    '1900-02-29',
    '1900-03-01',
    '2024-03-05',
  ]);
  expect(date(43_894, true)).toBe('2024-03-05');
  expect(date(0.4375)).toBe('10:30:00');
  expect(numberText(1.0625, 'elapsed', false)).toBe('25:30:00');
});

test('numbers stay what they are whatever decimal mark is asked for', async () => {
  const rows = `<row r="1">${text('A1', 'x')}</row><row r="2"><c r="A2"><v>1.125</v></c></row><row r="3"><c r="A3"><v>2.375</v></c></row>`;
  const { table, requested } = await readBook({ sheets: { S: rows } }, { decimal: ',' });
  expect(table.columns[0]).toMatchObject({ kind: 'number', values: Float64Array.from([1.125, 2.375]) });
  expect(requested.decimal).toBeUndefined();
});

test('a reference to a text that is not there is damage, not a missing value', async () => {
  const rows = `<row r="1">${text('A1', 'x')}</row><row r="2"><c r="A2" t="s"><v>7</v></c></row>`;
  expect((await readBook({ sheets: { S: rows }, strings: ['<t>a</t>'] })).error?.code).toBe('damaged_workbook');
});

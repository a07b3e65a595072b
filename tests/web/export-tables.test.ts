// SPDX-License-Identifier: MIT
/** Each form of a table is read back and compared, cell by cell, with the table it was made of. */
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { tableClipboardHtml } from '../../web/export/clipboard.js';
import { neutralised, writeCsv } from '../../web/export/csv.js';
import { tableLatex } from '../../web/export/latex.js';
import { escapeLatex } from '../../web/export/latex_escape.js';
import { columnName, oneLine } from '../../web/export/layout.js';
import { tableMarkdown } from '../../web/export/markdown.js';
import { tableText as plainTable } from '../../web/export/plain_text.js';
import { canonicalJson, provenanceLines, provenanceOf } from '../../web/export/provenance.js';
import { tableCsv } from '../../web/export/table_csv.js';
import { baselineTable } from '../../web/text/tables/baseline.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { meansTable } from '../../web/text/tables/means.js';
import { allNotes, type TableSpec } from '../../web/text/tables/spec.js';
import { fullReport } from './full-report.js';
import { outcomeOf } from './report-fixture.js';
import { all, elementsOf, parseXml, textOf } from './xml-tree.js';

const stamp = provenanceOf(fullReport(), '2026-11-25');

/** Characters that one of the forms reads as something else. */
const nasty = 'a|b \\ c_d*e `f` <g> & "h" #1 50% $5 ~x ^y {z} [w] \u00e9\u0142\u00df \u2265 \u03b1 \u4e2d -- it\u2019s';

const nastyTable: TableSpec = {
  caption: nasty,
  simulated: true,
  columns: [
    { label: nasty },
    { label: 'x', detail: 'y', group: nasty, numeric: true },
    { label: 'z', group: nasty, numeric: true },
  ],
  groups: [
    { heading: nasty, rows: [{ header: { text: nasty }, cells: [{ text: '\u22125.2' }, { text: '[1' }] }] },
    {
      rows: [
        {
          header: { text: '* 2' },
          cells: [
            { text: '1', detail: nasty },
            { text: '\u2014', reason: nasty },
          ],
        },
      ],
    },
  ],
  notes: [nasty, '1. first', '- second', 'two\nlines'],
};

const tables = (): TableSpec[] => {
  const report = fullReport();
  const means = report.outcomes.map((outcome) => meansTable(report, outcome));
  return [headlineTable(report), baselineTable(report)!, ...means, nastyTable];
};

/** What every form must hold, row by row: each cell on one line. */
const lines = ({ groups }: TableSpec): string[][] =>
  groups.flatMap(({ rows }) => rows.map(({ header, cells }) => [header, ...cells].map(oneLine)));

const ascii = (text: string): string => text.replaceAll('\u2212', '-');

describe('CSV', () => {
  const read = (csv: string): string[][] =>
    Papa.parse<string[]>(csv, { newline: '\r\n', skipEmptyLines: true }).data.map((row) => row.map(String));

  test('holds every cell as displayed with an ASCII minus, and says the rest after it', () => {
    for (const table of tables()) {
      const records = read(tableCsv(table, stamp, { neutralise: false }));
      expect(new Set(records.map(({ length }) => length)).size, 'fields per record').toBe(1);
      const own = records.filter(([first]) => !first!.startsWith('# '));
      const notes = records.slice(own.length).map(([first]) => first!.slice(2));
      const cells = table.groups.flatMap(({ rows }) => rows.flatMap((row) => [row.header, ...row.cells]));
      const expected = cells.flatMap(({ text, detail }) => [text, ...(detail === undefined ? [] : [detail])]);
      const flat = own.slice(1).flat();
      for (const text of expected) expect(flat).toContain(ascii(text));
      for (const column of table.columns) expect(own[0]).toContain(ascii(columnName(column)));
      for (const note of [...allNotes(table), ...provenanceLines(stamp)]) {
        expect(notes).toContain(ascii(note.replace('\n', ' ')));
      }
    }
  });

  test('keeps small print out of cells with numbers', () => {
    const records = read(tableCsv(headlineTable(fullReport()), null, { notes: false }));
    expect(records[0]).toContain('Difference, detail');
    const at = records[0]!.indexOf('Difference');
    expect(records.slice(1).map((row) => row[at])).toEqual(['-0.10', '-0.10', '-5.0', '-5.2', '-14.2', '-13.5']);
  });

  test('repeats the headings of groups in a first column', () => {
    const records = read(tableCsv(baselineTable(fullReport())!, null, { notes: false }));
    expect(records[0]?.[0]).toBe('Group');
    expect(records.slice(1).map(([first]) => first)).toEqual([
      ...Array<string>(4).fill('Age, years'),
      ...Array<string>(4).fill('Weight'),
      ...Array<string>(2).fill('Sex'),
    ]);
  });

  test('follows RFC 4180: CRLF, quotes doubled, fields with a break or a quote or a comma quoted', () => {
    const csv = writeCsv([['a,b', 'say "x"'], ['two\nlines']], { byteOrderMark: false });
    expect(csv).toBe('"a,b","say ""x"""\r\n"two\nlines",\r\n');
    expect(writeCsv([['a']]).charCodeAt(0)).toBe(0xfeff);
  });

  test('takes the edge off cells that a spreadsheet would run, unless told not to', () => {
    for (const text of ['=1+1', '+1+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("x")', '\uff1d1', '-A1']) {
      expect(neutralised(text)).toBe(`'${text}`);
      expect(read(writeCsv([['x', text]]))[0]?.[1]).toBe(`'${text}`);
      expect(read(writeCsv([['x', text]], { neutralise: false }))[0]?.[1]).toBe(text);
    }
  });

  test('numbers stay numbers, and intervals and numbers in brackets stay as they are', () => {
    for (const text of [
      '-5.2',
      '+3',
      '-1,234.5',
      '-10.4 to 0.1',
      '-13.6 (5.80)',
      '-0.53 (-1.05 to 0.01)',
      '-12%',
      '-5.2e-7',
      '-1e+21',
    ]) {
      expect(neutralised(text)).toBe(text);
    }
    expect(neutralised('-1 to cmd|calc')).toBe("'-1 to cmd|calc");
    expect(neutralised('-5e-7x')).toBe("'-5e-7x");
  });

  test('nor does a cell run that a spreadsheet cuts off at a semicolon or a tab', () => {
    expect(neutralised('arm;=HYPERLINK("x")')).toBe(`arm;'=HYPERLINK("x")`);
    expect(neutralised('arm\t@SUM(A1)')).toBe("arm\t'@SUM(A1)");
    expect(neutralised('first; second')).toBe('first; second');
  });
});

describe('Markdown', () => {
  const unescaped = (text: string): string =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1');
  const read = (markdown: string): string[][] =>
    markdown
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.slice(2, -2).split(/(?<!(?<!\\)\\) \| /));

  test('holds every cell, and no cell splits the table', () => {
    for (const table of tables()) {
      const records = read(tableMarkdown(table, stamp));
      for (const record of records) expect(record).toHaveLength(table.columns.length);
      expect(records[0]!.map(unescaped)).toEqual(table.columns.map(columnName));
      const rows = records.slice(2).filter(([first]) => !/^\*\*.*\*\*$/.test(first!));
      expect(rows.map((row) => row.map(unescaped))).toEqual(lines(table));
    }
  });

  test('leaves nothing that Markdown or HTML would read', () => {
    const markdown = tableMarkdown(nastyTable, stamp);
    expect(markdown).not.toMatch(/<g>|(?<!\\)`|(?<!\\)\$|(?<!\\)~/);
    expect(markdown).toContain('\n1\\. first\n');
    expect(markdown).toContain('\n\\- second\n');
    expect(markdown).toContain(`Plan \u201c${stamp.title}\u201d SHA-256 ${stamp.planSha256}`);
  });

  test('aligns numbers at the right', () => {
    expect(read(tableMarkdown(nastyTable, null))[1]).toEqual([':---', '---:', '---:']);
  });
});

describe('LaTeX', () => {
  /** Undoes what the tests' own texts need; see escapeLatex for all. */
  const unescaped = (latex: string): string =>
    latex
      .replace(/^\\parbox\[t\]\{[\d.]+em\}\{\\raggedright (.*)\\strut\}$/, '$1')
      .replace(
        /^\\begin\{tabular\}\[t\]\{@\{\}r@\{\}\}(.*?)\\\\(.*)\\end\{tabular\}$/,
        (_, text: string, detail: string) => `${text} (${detail.replaceAll('\\\\', ' ')})`,
      )
      .replaceAll('\\texttt{U+4E2D}', '\u4e2d')
      .replace(/\\textbackslash\{\}/g, '\\\\')
      .replace(/\\'\{e\}/g, '\u00e9')
      .replaceAll('\\l{}', '\u0142')
      .replaceAll('\\ss{}', '\u00df')
      .replaceAll('$\\geq$', '\u2265')
      .replaceAll('$\\alpha$', '\u03b1')
      .replaceAll('\\textasciitilde{}', '~')
      .replaceAll('\\textasciicircum{}', '^')
      .replaceAll('$-$', '\u2212')
      .replaceAll('{---}', '\u2014')
      .replaceAll("{''}", '"')
      .replaceAll("{'}", '\u2019')
      .replace(/\$([<>|])\$/g, '$1')
      .replace(/\{([`[\]*])\}/g, '$1')
      .replaceAll('-{}-', '--')
      .replace(/\\([{}$&#%_\\])/g, '$1');
  const read = (latex: string): string[][] =>
    latex
      .split('\n')
      .filter((line) => /(?<!\\)\\\\$/.test(line) && !line.includes('\\multicolumn'))
      .map((line) =>
        line
          .trim()
          .slice(0, -3)
          .split(/(?<!\\) & /),
      );

  test('holds every cell, and no cell splits a row', () => {
    for (const table of tables()) {
      const [header, ...rows] = read(tableLatex(table, stamp));
      expect(header).toHaveLength(table.columns.length);
      expect(rows.map((row) => row.map(unescaped))).toEqual(lines(table));
    }
  });

  test('names groups of columns with a rule of their own', () => {
    const latex = tableLatex(meansTable(fullReport(), outcomeOf(fullReport(), 'fss')), null);
    expect(latex).toContain('& \\multicolumn{3}{c}{midazolam} & \\multicolumn{3}{c}{ketamine} &');
    expect(latex).toContain('\\cmidrule(lr){2-4} \\cmidrule(lr){5-7} \\cmidrule(lr){8-10}');
    expect(latex).toContain('\\begin{tabular}{@{}lrrrrrrrrr@{}}');
  });

  const rowsOf = (n: number, detail?: string): TableSpec => ({
    ...nastyTable,
    groups: [
      {
        heading: 'Group',
        rows: Array.from({ length: n }, (_, i) => ({
          header: { text: `row ${i}` },
          cells: [{ text: '1', ...(detail === undefined ? {} : { detail }) }, { text: '2' }],
        })),
      },
    ],
  });

  test('goes over pages where its rows take more than one, with its head on each', () => {
    const latex = tableLatex(rowsOf(60), stamp);
    expect(latex).toMatch(/^% \\usepackage\{booktabs,longtable\}\n/);
    expect(latex).not.toContain('\\begin{table}');
    const [first = '', later = ''] = latex.split('\\endfirsthead');
    expect(first).toContain('\\caption{');
    expect(later.split('\\endhead')[0]).toContain(read(first).at(-1)!.join(' & '));
    expect(later.split('\\endfoot')[1]!.match(/row \d+/g)).toHaveLength(60);
    expect(latex.match(/\\(begin|end)\{longtable\}|\\(begin|end)group/g)).toHaveLength(4);
  });

  test('is a float while its rows fit a page, counting small print beneath numbers', () => {
    expect(tableLatex(rowsOf(30), null)).toContain('\\begin{table}');
    expect(tableLatex(rowsOf(30), null)).not.toContain('longtable');
    expect(tableLatex(rowsOf(30, 'small print'), null)).toContain('\\begin{longtable}');
  });

  const wide = (columns: number, rows = 3): TableSpec => ({
    caption: 'Wide',
    simulated: false,
    notes: [],
    columns: [{ label: 'x' }, ...Array.from({ length: columns }, () => ({ label: 'y', numeric: true }))],
    groups: [
      {
        rows: Array.from({ length: rows }, () => ({
          header: { text: 'x' },
          cells: Array.from({ length: columns }, () => ({ text: '\u22121.25' })),
        })),
      },
    ],
  });

  test('lies on its side where a page upright is too narrow, and says which packages that needs', () => {
    const upright = tableLatex(wide(8), null);
    expect(upright).toMatch(/^% \\usepackage\{booktabs,graphicx\}\n\\begin\{table\}/);
    const turned = tableLatex(wide(20), null);
    expect(turned).toMatch(/^% \\usepackage\{booktabs,graphicx,pdflscape\}\n\\begin\{landscape\}\n\\begin\{table\}/);
    expect(turned).toMatch(/\\end\{table\}\n\\end\{landscape\}\n$/);
  });

  test('what cannot be scaled lies on its side sooner', () => {
    expect(tableLatex(wide(13), null)).not.toContain('landscape');
    expect(tableLatex(wide(13, 60), null)).toContain('\\begin{landscape}');
    expect(tableLatex(wide(8, 60), null)).not.toContain('landscape');
  });

  test('is never wider than the text: scaled, or in smaller letters over pages', () => {
    for (const table of tables()) {
      const latex = tableLatex(table, null);
      const isLong = latex.includes('longtable}{');
      expect(latex.includes('\\ifdim\\wd0>\\linewidth\\resizebox{\\linewidth}{!}{\\usebox0}')).toBe(!isLong);
      expect(/\\ifdim\\linewidth<[\d.]+em\\tiny\\fi/.test(latex)).toBe(isLong);
    }
  });

  test('what is scaled to a third has three times the rows on a page', () => {
    expect(tableLatex(wide(60, 60), null)).not.toContain('longtable');
    expect(tableLatex(wide(20, 60), null)).toContain('longtable');
  });

  test('breaks names that are wider than what they stand over, and no word', () => {
    const name = 'Donaudampfschifffahrtsgesellschaft and a treatment of many more words than its columns hold';
    const table: TableSpec = {
      ...wide(2),
      columns: [{ label: 'x' }, { label: 'y', group: name, numeric: true }, { label: 'z', group: name, numeric: true }],
      groups: [{ heading: name, rows: [{ header: { text: 'x' }, cells: [{ text: '1' }, { text: '2' }] }] }],
    };
    const latex = tableLatex(table, null);
    const [, width] = /\\multicolumn\{2\}\{c\}\{\\parbox\[b\]\{([\d.]+)em\}\{\\centering Donau/.exec(latex) ?? [];
    expect(Number(width)).toBeCloseTo(0.55 * 'Donaudampfschifffahrtsgesellschaft'.length, 1);
    expect(latex).toMatch(/\\multicolumn\{3\}\{@\{\}l\}\{\\parbox\[t\]\{[\d.]+em\}\{\\raggedright \\textit\{Donau/);
  });

  test('small print beneath a number breaks into lines, and an interval does not', () => {
    const [first, second] = ['SD of the model at the visit', '\u22121234.56 to \u22121234.45'];
    const latex = tableLatex(
      {
        ...wide(2),
        groups: [
          {
            rows: [
              {
                header: { text: 'x' },
                cells: [
                  { text: '1', detail: first },
                  { text: '2', detail: second },
                ],
              },
            ],
          },
        ],
      },
      null,
    );
    expect(latex).toContain('1\\\\SD of the model\\\\at the visit\\end');
    expect(latex).toContain('2\\\\$-$1234.56 to $-$1234.45\\end');
  });

  test('escapes what LaTeX would read, and is ASCII whatever the text', () => {
    expect(escapeLatex('\\ { } $ & # % _ ^ ~')).toBe(
      '\\textbackslash{} \\{ \\} \\$ \\& \\# \\% \\_ \\textasciicircum{} \\textasciitilde{}',
    );
    expect(escapeLatex('0\u00b705 \u22121 a\u2009b')).toBe('0{\\textperiodcentered}05 $-$1 a\\,b');
    expect(escapeLatex('\u00e9 \u00ef \u0161 \u00e7 \u00c5 \u0105')).toBe(
      `\\'{e} \\"{\\i} \\v{s} \\c{c} \\AA{} \\texttt{U+0105}`,
    );
    expect(escapeLatex('\u201eja\u201c \u201aja\u2018 \u00abx\u00bb')).toBe('{,,}ja{``} {,}ja{`} $\\ll$x$\\gg$');
    expect(escapeLatex('10\u207b\u2076 CO\u2082 5\u2032')).toBe("10$^{-}$$^{6}$ CO$_{2}$ 5$'$");
    expect(escapeLatex('line\nbreak --- x')).toBe('line break -{}-{}- x');
    for (const table of tables()) {
      const commented = tableLatex(table, null);
      expect(commented).toMatch(/^[\n -~]*$/);
    }
  });

  test('carries the stamp as comments that end with their line', () => {
    const latex = tableLatex(nastyTable, { ...stamp, title: 'a\n\\end{document}' });
    const after = latex.slice(latex.indexOf('\\end{table}') + '\\end{table}'.length).trim();
    for (const line of after.split('\n')) expect(line).toMatch(/^% /);
    expect(after).toContain(stamp.planSha256);
  });
});

describe('the clipboard', () => {
  test('holds a table that is well-formed, with every cell, styled in place', () => {
    for (const table of tables()) {
      const html = parseXml(`<div>${tableClipboardHtml(table, stamp)}</div>`);
      const [element] = all(html, 'table');
      const [body] = all(element!, 'tbody');
      const rows = all(body!, 'tr').map(elementsOf);
      const own = rows.filter((cells) => cells.length > 1).map((cells) => cells.map(textOf));
      const expected = table.groups.flatMap(({ rows: each }) =>
        each.map(({ header, cells }) => [header, ...cells].map(({ text, detail = '' }) => text + detail)),
      );
      expect(own).toEqual(expected);
      const paragraphs = all(html, 'p').map(textOf);
      for (const note of [...allNotes(table), ...provenanceLines(stamp)]) expect(paragraphs).toContain(note);
      for (const cell of rows.flat()) expect(cell.attributes.style).toContain('padding');
    }
  });

  test('names of groups span their columns', () => {
    const table = meansTable(fullReport(), outcomeOf(fullReport(), 'fss'));
    const head = parseXml(tableClipboardHtml({ ...table, notes: [] }, null).replace(/^<p.*\n/, ''));
    const [first] = all(head, 'tr').map(elementsOf);
    expect(first!.map(({ attributes }) => Number(attributes.colspan))).toEqual([1, 3, 3, 3]);
  });
});

describe('plain text', () => {
  test('holds every cell in columns of one width', () => {
    for (const table of tables()) {
      const text = plainTable(table, stamp);
      for (const cell of lines(table).flat()) expect(text).toContain(cell.replace('\n', ' '));
    }
    const [, rule, , , ...rows] = plainTable(headlineTable(fullReport()), null).split('\n');
    const ends = rows.slice(0, 6).map((row) => row.indexOf(' at visit)'));
    expect(new Set(ends.filter((end) => end >= 0)).size).toBe(1);
    expect(rule).toMatch(/^-+$/);
  });
});

describe('the stamp', () => {
  test('has software, date, hashes and whether the data are simulated', () => {
    expect(provenanceLines(stamp)).toEqual([
      'Fatigue Calculator 0.1.0, 2026-11-25',
      expect.stringMatching(/^Plan \u201c.*\u201d SHA-256 [0-9a-f]{64}$/),
      ...fullReport().files.map(({ name, sha256 }) => `Data ${name} SHA-256 ${sha256}`),
      'Simulated data: made up, no evidence about any treatment.',
    ]);
  });

  test('is the same for the same plan in another order, and not for another plan', () => {
    const report = fullReport();
    const reversed = Object.fromEntries(Object.entries(report.plan).reverse()) as unknown as typeof report.plan;
    expect(provenanceOf({ ...report, plan: reversed }, '2026-11-25').planSha256).toBe(stamp.planSha256);
    report.plan.title = 'another';
    expect(provenanceOf(report, '2026-11-25').planSha256).not.toBe(stamp.planSha256);
  });

  test('hashes the canonical JSON of RFC 8785', () => {
    expect(canonicalJson({ b: [1.5, null, undefined], a: { d: '\u20ac"', c: undefined } })).toBe(
      '{"a":{"d":"\u20ac\\""},"b":[1.5,null,null]}',
    );
  });

  test.each(['25.11.2026', '2026-13-01', '2026-02-30', ''])('refuses the date %j', (date) => {
    expect(() => provenanceOf(fullReport(), date)).toThrow(
      `date ${JSON.stringify(date)} is not in the form YYYY-MM-DD`,
    );
  });
});

// SPDX-License-Identifier: MIT
/** Files, columns and cells as SAS code. Needs `options validvarname=any`. */
import { oneLine } from '../script_context.js';
import type { ScriptReading } from '../script_reading.js';

/** A string as SAS writes it; percent and ampersand are no macros in single quotes. */
export const sasText = (text: string): string => `'${oneLine(text).replaceAll("'", "''")}'`;
/** A column's name, whatever it is. */
const sasName = (name: string): string => `${sasText(name)}n`;

/**
 * The columns that a step reads, each under a name of the program's own: a column called "score" or "item1" would else
 * be taken for the program's variable of that name.
 */
export class Columns {
  private readonly _names: string[] = [];

  of(name: string): string {
    if (!this._names.includes(name)) this._names.push(name);
    return `c${this._names.indexOf(name) + 1}`;
  }

  /** `set` with what was asked for, and nothing else. */
  set(data: string): string {
    const names = this._names.map(sasName);
    return `  set ${data}(keep=${names.join(' ')} rename=(${names.map((name, i) => `${name}=c${i + 1}`).join(' ')}));`;
  }
}
export const comment = (text: string): string =>
  `/* ${oneLine(text).replaceAll('*/', '* /').replaceAll('/*', '/ *')} */`;

const delimiters: Record<string, string> = { ',': "','", ';': "';'", '|': "'|'", '\t': "'09'x" };
const encodings: Record<string, string> = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1252': 'wlatin1',
};

/** Every cell as text: PROC IMPORT would guess types of a text file, and take "007" for 7. */
export function importCode(reading: ScriptReading, data: string): string {
  const { name, sheet, delimiter, encoding, instrument, parts, prefixed, skip } = reading;
  if (parts.length > 0) {
    const names = parts.map((_, index) => `part_${index + 1}`);
    return [
      comment('several tables with the same columns, one under the other; their visits are not needed here'),
      ...parts.flatMap((part, index) => [
        importCode(part.reading, names[index] ?? ''),
        ...(prefixed === null ? [] : [prefixCode(part.reading, names[index] ?? '', prefixed, part.idPrefix)]),
      ]),
      `data ${data}; set ${names.join(' ')}; run;`,
    ].join('\n');
  }
  const expected = instrument === null ? (reading.rows ?? '.') : '.';
  return [
    sheet === null
      ? `%read_text(${sasText(name)}, ${data}, ${delimiters[delimiter] ?? "','"}, ${encodings[encoding] ?? 'utf-8'}${skip > 0 ? `, skip=${skip}` : ''});`
      : `%read_sheet(${sasText(name)}, ${sasText(sheet)}, ${data});`,
    ...(sheet !== null && skip > 0
      ? [
          comment(
            `the names of the columns stand in row ${skip + 1}: delete the rows above them in a copy of the workbook first, since PROC IMPORT takes its first row for the names`,
          ),
        ]
      : []),
    ...(reading.notData.length === 0
      ? []
      : [
          `data ${data}; set ${data}; if _n_ in (${reading.notData.join(', ')}) then delete; run; /* totals and remarks */`,
        ]),
    `%count(${sasText(`rows of ${name}`)}, ${data}, ${expected});`,
  ].join('\n');
}

/** The prefix before each identifier of a part, as the same identifier in another part is of somebody else. */
function prefixCode(reading: ScriptReading, data: string, column: string, prefix: string): string {
  const id = sasName(column);
  const isKnown = `lowcase(strip(${id})) not in (${missingOf(reading, column)})`;
  return `data ${data}(rename=(prefixed_=${id})); length prefixed_ $ 200; set ${data}; if ${isKnown} then prefixed_ = ${sasText(prefix)} || strip(${id}); drop ${id}; run;`;
}

/** Texts of a column that are missing, in lower case. Codes are those of their column alone: 999 may be a value of another. */
function missingOf({ missing, missingIn }: ScriptReading, column: string): string {
  const own = Object.entries(missingIn).flatMap(([name, codes]) => (name === column ? codes : []));
  return [...new Set(['', ...missing, ...own].map((text) => text.trim().toLowerCase()))].map(sasText).join(', ');
}

/** `target` is the cell's text, and blank where that means missing. */
export const textOf = (target: string, reading: ScriptReading, column: string, name: string): string =>
  `${target} = strip(${name}); if lowcase(${target}) in (${missingOf(reading, column)}) then ${target} = '';`;

/**
 * A text cell as a number, without what separates thousands. A code for missing is missing; other text that is no number
 * the calculator has refused.
 */
export function numberOf(reading: ScriptReading, columns: Columns, column: string, isLabelled = false): string {
  const name = columns.of(column);
  // Digits, signs, exponents and the decimal mark are kept; a typographic minus (in UTF-8) becomes a hyphen.
  const kept = `compress(tranwrd(${name}, 'E28892'x, '-'), '${isLabelled ? '' : `${reading.decimal}+-eE`}', 'kd')`;
  const text = reading.decimal === ',' ? `translate(${kept}, '.', ',')` : kept;
  const number = `input(${text}, ?? best32.)`;
  // In a percent a comma or point marks decimals; in a label it may be anything.
  const percent = `input(compress(translate(${name}, '.', ','), '.', 'kd'), ?? best32.)`;
  const value = isLabelled ? `ifn(find(${name}, '%') > 0, ${percent}, ${number})` : number;
  return `ifn(lowcase(strip(${name})) in (${missingOf(reading, column)}), ., ${value})`;
}

/** Numbers with the other decimal mark as the file writes numbers, in place: 4,5 as 4.5. */
export function withFilesMark({ decimal }: ScriptReading, name: string): string {
  const [from, to] = decimal === '.' ? [',', '.'] : ['[.]', ','];
  return `${name} = prxchange('s/^\\s*([+-]?\\d*)${from}(\\d{1,2}|\\d{4,})\\s*$/$1${to}$2/', 1, ${name});`;
}

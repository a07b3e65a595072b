// SPDX-License-Identifier: MIT
/** `score DATA.csv --instrument ...`: one questionnaire on one file. */
import { EngineError } from '../contract/engine.js';
import type { Warning } from '../contract/report.js';
import type { Table } from '../contract/table.js';
import { loadBuiltInEngine } from '../engine/built_in.js';
import { isWritten, tableWithLabels } from '../read/index.js';
import { readingWarnings, readUsableData } from './read_data.js';
import { scoreRequest, type ScoreReading } from './score_request.js';

export async function score(args: string[]): Promise<{ output: string }> {
  const { file, reading, request } = await scoreRequest(args);
  const { table, warnings } = await tableOf(file, reading, request.id ?? []);
  const engine = await loadBuiltInEngine();
  try {
    return { output: JSON.stringify({ ...engine.score(request, table), warnings }) };
  } catch (error) {
    throw error instanceof EngineError ? withRemedy(error, reading) : error;
  }
}

/** Codes for missing are none of participants or visits: an identifier may well be 999. */
async function tableOf(
  file: string,
  { decimal, missing, sheet }: ScoreReading,
  ids: readonly string[],
): Promise<{ table: Table; warnings: Warning[] }> {
  const options = { ...(decimal === undefined ? {} : { decimal }), ...(sheet === undefined ? {} : { sheet }) };
  const written = await readUsableData(file, options);
  const answers = written.table.columns.map(({ name }) => name).filter((name) => !ids.includes(name));
  const missingIn = Object.fromEntries(answers.map((name) => [name, missing]));
  const data = missing.length === 0 ? written : await readUsableData(file, { ...options, missingIn });
  const labels = ids.filter((name) => isWritten(data, name));
  return { table: tableWithLabels(data, labels), warnings: readingWarnings(data) };
}

/** More different answers than these are no codes for missing. */
const mostCodes = 4;

/** An answer that may be written in another way than was read, or a code: says which option tells. */
function withRemedy(error: EngineError, { decimal }: ScoreReading): EngineError {
  const { code, message, detail } = error;
  const { value, remedy } = detail;
  if (value === undefined || remedy === undefined) return error;
  const words = [remedy];
  if (decimal === undefined && /^-?\d[\d.,' ]*[.,]\d/.test(value))
    words.push('say --decimal comma or --decimal point if the mark was taken for another');
  const codes = [...new Set([value, ...(detail.places ?? []).flatMap((place) => place.value ?? [])])];
  if (code === 'item_out_of_range' && codes.length <= mostCodes && codes.every((each) => /^-?\d+$/.test(each)))
    words.push(`say --missing=${codes.join(',')} if that means a missing answer`);
  return new EngineError({ code, message, detail: { ...detail, remedy: words.join('; ') } });
}

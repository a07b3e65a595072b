// SPDX-License-Identifier: MIT
/** Which character separates the cells. */
import Papa from 'papaparse';
import type { ReadingOptions } from '../contract/plan.js';
import { cellsUsed } from './cells-used.js';
import { headerAt, mostTitleRows } from './title-rows.js';

export type Delimiter = NonNullable<ReadingOptions['delimiter']>;

/** In the order of preference on a tie: a comma turns up inside other people's cells most often. */
const candidates: readonly Delimiter[] = ['\t', ';', '|', ','];

const sampleLength = 100_000;
const sampleRows = 60;

/**
 * The delimiter that splits the header into at least two cells and the first rows most consistently into as many;
 * on a tie the one that makes more cells. A file that none of them splits has one column, and a comma does no harm.
 */
export function detectDelimiter(text: string): Delimiter {
  const sample =
    text.length > sampleLength ? text.slice(0, text.lastIndexOf('\n', sampleLength) + 1 || sampleLength) : text;
  let best: { delimiter: Delimiter; agreement: number; cells: number } = { delimiter: ',', agreement: 0, cells: 1 };
  for (const delimiter of candidates) {
    const parsed = Papa.parse<string[]>(sample, { delimiter, newline: '\n', preview: sampleRows });
    const all = parsed.data.filter((row) => row.some((cell) => cell.trim() !== ''));
    // Titles above the header say nothing of how it is separated.
    const rows = all.slice(headerAt(all.slice(0, mostTitleRows).map((cells, line) => ({ cells, line }))));
    const cells = rows[0]?.length ?? 0;
    if (cells < 2) continue;
    const alike = rows.filter((row) => cellsUsed(row) <= cells && row.length >= cells).length;
    const agreement = (alike - parsed.errors.length) / all.length;
    if (agreement > best.agreement || (agreement === best.agreement && cells > best.cells)) {
      best = { delimiter, agreement, cells };
    }
  }
  return best.delimiter;
}

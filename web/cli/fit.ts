// SPDX-License-Identifier: MIT
/** `fit DATA.csv --formula ...`: one model on one file. */
import { loadBuiltInEngine } from '../engine/built_in.js';
import { fitRequestOf } from './fit_request.js';
import { isWritten, tableWithLabels } from '../read/index.js';
import { fitOptions } from './options.js';
import { readingWarnings, readUsableData } from './read_data.js';
import { subjectColumns } from './subject_columns.js';
import { readArguments } from './usage.js';

export async function fit(args: string[]): Promise<{ output: string }> {
  const { file, values } = readArguments(args, 'data file', fitOptions);
  // Wrong usage is told before a file is looked for; what --at takes depends on the file's columns.
  fitRequestOf(values, () => false);
  const data = await readUsableData(file, values.sheet === undefined ? {} : { sheet: values.sheet });
  const subjects = subjectColumns(values.formula ?? '').filter((name) => isWritten(data, name));
  const table = tableWithLabels(data, subjects);
  const request = fitRequestOf(values, (name) => table.columns.some((c) => c.name === name && c.kind === 'number'));
  const engine = await loadBuiltInEngine();
  const start = performance.now();
  const result = engine.fit(request, table);
  const elapsedMs = performance.now() - start;
  const warnings = [...readingWarnings(data), ...result.warnings];
  return { output: JSON.stringify({ ...result, warnings, elapsedMs }) };
}

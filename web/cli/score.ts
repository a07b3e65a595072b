// SPDX-License-Identifier: MIT
/** `score DATA.csv --instrument ...`: one questionnaire on one file. */
import type { ScoreRequest } from '../contract/engine.js';
import { loadBuiltInEngine } from '../engine/built_in.js';
import { readUsableData } from './read_data.js';
import { scoreOptions } from './options.js';
import { readArguments, readList, UsageError } from './usage.js';

export async function score(args: string[]): Promise<{ output: string }> {
  const { file, values } = readArguments(args, 'data file', scoreOptions);
  if (values.instrument === undefined) throw new UsageError('--instrument is missing');
  const request: Record<string, unknown> = { instrument: values.instrument };
  if (values.items !== undefined) request['items'] = readList(values.items);
  if (values.id !== undefined) request['id'] = readList(values.id);
  if (values.scoring !== undefined) request['scoring'] = values.scoring;
  if (values['missing-items'] !== undefined) request['missingItems'] = values['missing-items'];
  const { table } = await readUsableData(file);
  const engine = await loadBuiltInEngine();
  return { output: JSON.stringify(engine.score(request as unknown as ScoreRequest, table)) };
}

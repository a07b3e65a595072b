// SPDX-License-Identifier: MIT
/** `score DATA.csv --instrument ...`: one questionnaire on one file. */
import { loadBuiltInEngine } from '../engine/built_in.js';
import { isWritten, tableWithLabels } from '../read/index.js';
import { readUsableData } from './read_data.js';
import { scoreRequest } from './score_request.js';

export async function score(args: string[]): Promise<{ output: string }> {
  const { file, request } = await scoreRequest(args);
  const data = await readUsableData(file);
  const table = tableWithLabels(
    data,
    (request.id ?? []).filter((name) => isWritten(data, name)),
  );
  const engine = await loadBuiltInEngine();
  return { output: JSON.stringify(engine.score(request, table)) };
}

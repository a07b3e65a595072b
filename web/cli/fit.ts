// SPDX-License-Identifier: MIT
/** `fit DATA.csv --formula ...`: one model on one file. What the options may be, the core decides. */
import type { FitRequest } from '../contract/engine.js';
import { loadBuiltInEngine } from '../engine/built_in.js';
import { readUsableData } from './read_data.js';
import { readArguments, readAssignment, readList, UsageError } from './usage.js';

const options = {
  formula: { type: 'string' },
  method: { type: 'string' },
  df: { type: 'string' },
  vcov: { type: 'string' },
  information: { type: 'string' },
  levels: { type: 'string', multiple: true },
  categorical: { type: 'string', multiple: true },
  weights: { type: 'string' },
  confidence: { type: 'string' },
  emmeans: { type: 'string' },
  'emmeans-weights': { type: 'string' },
  reference: { type: 'string', multiple: true },
} as const;

export async function fit(args: string[]): Promise<{ output: string }> {
  const { file, values } = readArguments(args, 'data file', options);
  if (values.formula === undefined) throw new UsageError('--formula is missing');
  const request = requestOf(values.formula, values);
  const { table } = await readUsableData(file);
  const engine = await loadBuiltInEngine();
  const start = performance.now();
  const result = engine.fit(request, table) as object;
  return { output: JSON.stringify({ ...result, elapsedMs: performance.now() - start }) };
}

type Values = ReturnType<typeof readArguments<typeof options>>['values'];

function requestOf(formula: string, values: Values): FitRequest {
  const request: Record<string, unknown> = { formula };
  for (const name of ['method', 'df', 'vcov', 'information', 'weights'] as const) {
    if (values[name] !== undefined) request[name] = values[name];
  }
  if (values.levels) {
    const pairs = values.levels.map((text) => readAssignment(text, 'levels'));
    request['levels'] = Object.fromEntries(pairs.map(([column, levels]) => [column, readList(levels)]));
  }
  if (values.categorical) request['categorical'] = values.categorical.flatMap(readList);
  if (values.confidence !== undefined) request['confidence'] = numberOf(values.confidence, 'confidence');
  const emmeans = emmeansOf(values);
  if (emmeans) request['emmeans'] = emmeans;
  return request as unknown as FitRequest;
}

function emmeansOf(values: Values): Record<string, unknown> | null {
  if (values.emmeans === undefined) {
    if (values['emmeans-weights'] !== undefined) throw new UsageError('--emmeans-weights needs --emmeans');
    if (values.reference !== undefined) throw new UsageError('--reference needs --emmeans');
    return null;
  }
  const emmeans: Record<string, unknown> = { specs: values.emmeans };
  if (values['emmeans-weights'] !== undefined) emmeans['weights'] = values['emmeans-weights'];
  if (values.reference) {
    emmeans['reference'] = Object.fromEntries(values.reference.map((text) => readAssignment(text, 'reference')));
  }
  return emmeans;
}

function numberOf(text: string, option: string): number {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw new UsageError(`--${option} takes a number, not "${text}"`);
  return value;
}

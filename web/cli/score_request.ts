// SPDX-License-Identifier: MIT
/** The `score` command's arguments as a request. */
import { basename } from 'node:path';
import { EngineError, type ScoreRequest } from '../contract/engine.js';
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { MissingItems } from '../contract/plan.js';
import { scoreOptions } from './options.js';
import { jsonLimits, JsonRefused, readJson } from '../read/json.js';
import { whyNotJson } from '../read/not-json.js';
import { textOf } from './read_data.js';
import { readArguments, readList, readNumber, UsageError, type OptionValues } from './usage.js';

/** How the data file is read. */
export interface ScoreReading {
  decimal?: '.' | ',';
  /** Codes for missing, in all columns but the identifiers. */
  missing: string[];
  sheet?: string;
}

/** The data file, how to read it, and what to ask of it. The core checks the values. */
export async function scoreRequest(
  args: string[],
): Promise<{ file: string; reading: ScoreReading; request: ScoreRequest }> {
  const { file, values } = readArguments(args, 'data file', scoreOptions);
  if (values.instrument === undefined) throw new UsageError('--instrument is missing');
  const reading = readingOf(values);
  return { file, reading, request: { ...(await instrumentOf(values.instrument)), ...optionsOf(values) } };
}

function readingOf({ missing, decimal, sheet }: OptionValues<typeof scoreOptions>): ScoreReading {
  const codes = missing === undefined ? [] : readList(missing);
  if (codes.includes('')) throw new UsageError(`--missing takes codes separated by commas, not "${missing ?? ''}"`);
  if (decimal !== undefined && decimal !== 'point' && decimal !== 'comma')
    throw new UsageError(`--decimal takes point or comma, not "${decimal}"`);
  return {
    missing: codes,
    ...(decimal === undefined ? {} : { decimal: decimal === 'comma' ? ',' : '.' }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}

function optionsOf(values: OptionValues<typeof scoreOptions>): Omit<ScoreRequest, 'instrument'> {
  const missingItems = values['missing-items'];
  return {
    ...(values.items === undefined ? {} : { items: readList(values.items) }),
    ...(values.id === undefined ? {} : { id: readList(values.id) }),
    ...(values.scoring === undefined ? {} : { scoring: values.scoring }),
    ...(values.direction === undefined ? {} : { direction: values.direction as ScoreRequest['direction'] & string }),
    ...(missingItems === undefined ? {} : { missingItems: readMissingItems(missingItems) }),
  };
}

/** "at_least=7" as {atLeast: 7}; the others by their names. */
function readMissingItems(text: string): MissingItems {
  const least = /^at_least=(.*)$/.exec(text)?.[1];
  return least === undefined ? (text as MissingItems) : { atLeast: readNumber(least, 'missing-items') };
}

/** A built-in instrument's name, or a file with a definition of one's own. */
async function instrumentOf(text: string): Promise<Pick<ScoreRequest, 'instrument' | 'definition'>> {
  if (!text.toLowerCase().endsWith('.json')) return { instrument: text };
  const definition = definitionIn(await textOf(text), text);
  return { instrument: definition.name, definition };
}

function definitionIn(text: string, path: string): InstrumentDefinition {
  const refuse = (reason: string, remedy: string): EngineError =>
    new EngineError({
      code: 'bad_request',
      message: `${path} is no definition of an instrument: ${reason}`,
      detail: { file: basename(path), remedy },
    });
  let value: unknown;
  try {
    value = readJson(text, 'it', jsonLimits.definition);
  } catch (error) {
    if (!(error instanceof JsonRefused)) throw error;
    const reason = error.reason === 'not_json' ? whyNotJson(text) : error.message;
    throw refuse(reason, 'check it with a JSON editor');
  }
  if (typeof value !== 'object' || value === null || typeof (value as { name?: unknown }).name !== 'string') {
    throw refuse('it has no name', 'see schema/instrument.schema.json');
  }
  return value as InstrumentDefinition;
}

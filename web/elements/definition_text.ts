// SPDX-License-Identifier: MIT
/** A questionnaire's definition from its JSON text. The core checks it in full; this tells what is plainly wrong. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import { instrumentSchema } from '../read/instrument-schema.js';
import { instrumentNamed } from '../read/instruments.js';
import { jsonLimits, JsonRefused, readJson } from '../read/json.js';
import { schemaProblem } from '../read/schema.js';
import { strings } from '../text/strings.js';

const text = strings.ownInstruments;

/** Whether a JSON value is meant as a definition, and not as a plan. */
export function looksLikeDefinition(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'scales' in value && 'items' in value && !('files' in value);
}

/** `others`: the definitions it must not clash with. */
export function definitionFromText(
  given: string,
  others: readonly InstrumentDefinition[],
): { definition: InstrumentDefinition } | { problem: string } {
  let value: unknown;
  try {
    value = readJson(given, 'the definition', jsonLimits.definition);
  } catch (error) {
    return { problem: error instanceof JsonRefused && error.reason === 'not_allowed' ? text.notAllowed : text.notJson };
  }
  if (!looksLikeDefinition(value)) return { problem: text.notDefinition };
  const shape = shapeProblem(value as Partial<InstrumentDefinition>);
  const problem = shape ?? schemaProblem(value, instrumentSchema);
  if (problem !== null) return { problem };
  const definition = value as InstrumentDefinition;
  if (instrumentNamed(definition.name, others)) return { problem: text.problems.nameTaken(definition.name) };
  return { definition };
}

/** Enough for the page not to stumble. */
function shapeProblem(value: Partial<InstrumentDefinition>): string | null {
  const lists: (keyof InstrumentDefinition)[] = ['scorings', 'scales', 'source'];
  const texts: (keyof InstrumentDefinition)[] = ['name', 'title', 'version', 'direction', 'licence'];
  const missing = [
    ...texts.filter((key) => typeof value[key] !== 'string'),
    ...lists.filter((key) => !Array.isArray(value[key]) || value[key].length === 0),
    ...(typeof value.items?.count === 'number' ? [] : ['items']),
    ...(value.missingItems?.default === undefined ? ['missingItems'] : []),
  ];
  return missing.length === 0 ? null : text.incomplete(missing.join(strings.listSeparator));
}

// SPDX-License-Identifier: MIT
/** The built-in instruments: instruments/*.json, the same files that the core holds. */
import type { InstrumentDefinition } from '../contract/instrument.js';

const files = import.meta.glob<InstrumentDefinition>('../../instruments/*.json', { eager: true, import: 'default' });

export const builtInInstruments: readonly InstrumentDefinition[] = Object.values(files);

/** Letters and digits only, lower case: "PROMIS Fatigue 8a" and "promis_fatigue_8a" are one name. */
const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '');

/** By name or alias, the plan's own definitions first; undefined where there is none. */
export function instrumentNamed(
  name: string,
  own: readonly InstrumentDefinition[] = [],
): InstrumentDefinition | undefined {
  const wanted = plainName(name);
  return [...own, ...builtInInstruments].find((definition) =>
    [definition.name, ...(definition.aliases ?? [])].some((each) => plainName(each) === wanted),
  );
}

/** The plan's own definitions and the built-in ones that none of them takes the name of. */
export function allDefinitions(own: readonly InstrumentDefinition[] = []): InstrumentDefinition[] {
  const names = new Set(own.map(({ name }) => plainName(name)));
  return [...own, ...builtInInstruments.filter(({ name }) => !names.has(plainName(name)))];
}

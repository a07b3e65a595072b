// SPDX-License-Identifier: MIT
/** Items that are counted within their subscale: fsmc_m1 to fsmc_m10 are the motor items, not ten months. */
import type { InstrumentDefinition, InstrumentScale } from '../contract/instrument.js';
import { itemWords, oneOf, stemsOf, type PartReading } from './instrument-patterns.js';

/** Readings of snake-case names, by name. */
export type SubscaleReadings = ReadonlyMap<string, readonly PartReading[]>;

/**
 * Reads the names of each subscale together: those of a subscale with k items are numbered 1 to k, in the order of the
 * questionnaire, or as the items are in it. Anything else is none of its items.
 */
export function subscaleItems(
  snakes: ReadonlySet<string>,
  definitions: readonly InstrumentDefinition[],
): SubscaleReadings {
  const found = new Map<string, PartReading[]>();
  for (const definition of definitions) {
    for (const { scale, items } of subscalesOf(definition)) {
      const pattern = new RegExp(
        `^${oneOf(stemsOf(definition))}_?(?:${beginningsOf(scale, definition)})_?0*(\\d{1,2})$`,
      );
      const numbered = [...snakes].flatMap((snake): [string, number][] => {
        const number = pattern.exec(snake)?.[1];
        return number === undefined ? [] : [[snake, Number(number)]];
      });
      const numbers = [...new Set(numbered.map(([, number]) => number))].sort((a, b) => a - b);
      const itemOf = itemsByNumber(numbers, items);
      if (!itemOf) continue;
      for (const [snake, number] of numbered) {
        const part = { kind: 'item', item: itemOf(number) } as const;
        const reading: PartReading = { definition, part, by: 'number', isBare: false, isFamily: false };
        found.set(snake, [...(found.get(snake) ?? []), reading]);
      }
    }
  }
  return found;
}

function subscalesOf({
  scales,
  items: { count },
}: InstrumentDefinition): { scale: InstrumentScale; items: number[] }[] {
  return scales.flatMap((scale) => {
    const items = scale.items ?? [];
    return items.length > 1 && items.length < count ? [{ scale, items: [...items].sort((a, b) => a - b) }] : [];
  });
}

/** Beginnings of the scale's name that no other subscale has, none that stands for "item". */
function beginningsOf({ name }: InstrumentScale, definition: InstrumentDefinition): string {
  const others = definition.scales.filter((other) => other.name !== name).map((other) => other.name);
  const all = Array.from({ length: name.length }, (_, i) => name.slice(0, name.length - i));
  const words = itemWords.split('|');
  const own = all.filter((start) => !others.some((other) => other.startsWith(start)) && !words.includes(start));
  return own.length > 0 ? own.join('|') : '(?!)';
}

function itemsByNumber(numbers: readonly number[], items: readonly number[]): ((number: number) => number) | null {
  if (numbers.length !== items.length) return null;
  if (numbers.every((number, i) => number === i + 1)) return (number) => items[number - 1] ?? 0;
  return numbers.every((number, i) => number === items[i]) ? (number) => number : null;
}

// SPDX-License-Identifier: MIT
// What the generators of the examples share: a random stream that gives the same numbers everywhere, answers on a scale,
// and files.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** mulberry32, with normal deviates by Box and Muller. */
export function randomStream(seed) {
  let word = Math.imul(seed, 0x9e3779b1);
  const uniform = () => {
    word = (word + 0x6d2b79f5) | 0;
    let mixed = Math.imul(word ^ (word >>> 15), word | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return {
    uniform,
    normal,
    chance: (probability) => uniform() < probability,
    normalWithin(mean, sd, lowest, highest) {
      for (;;) {
        const value = mean + sd * normal();
        if (value >= lowest && value <= highest) return value;
      }
    },
    pick(probabilities) {
      const names = Object.keys(probabilities);
      let left = uniform();
      return names.find((name) => (left -= probabilities[name]) < 0) ?? names.at(-1);
    },
  };
}

/** Item offsets, evenly spaced over +-width and shuffled, so that items differ in how readily they are endorsed. */
export function spread(count, width, random) {
  const offsets = Array.from({ length: count }, (_, j) => width * ((2 * j) / (count - 1) - 1));
  return shuffle(offsets, random);
}

/** The same array, its entries in random order. */
export function shuffle(values, random) {
  for (let j = values.length - 1; j > 0; j--) {
    const k = Math.floor(random.uniform() * (j + 1));
    [values[j], values[k]] = [values[k], values[j]];
  }
  return values;
}

export function csv(rows, columns = Object.keys(rows[0]), delimiter = ',') {
  const lines = rows.map((row) => columns.map((column) => row[column]).join(delimiter));
  return [columns.join(delimiter), ...lines].join('\n') + '\n';
}

/** Answers as cells of a row: fss1, fss2 and so on. */
export function numbered(prefix, values) {
  return Object.fromEntries(values.map((value, j) => [`${prefix}${j + 1}`, value]));
}

export function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

export function mean(values) {
  return sum(values) / values.length;
}

export function clamp(value, lowest, highest) {
  return Math.min(Math.max(value, lowest), highest);
}

/** Writes the files beside the generator, or to the folder named on the command line, if the generator is what was run. */
export function writeIfRun(generator, files) {
  const own = fileURLToPath(generator);
  if (process.argv[1] !== own) return;
  const folder = process.argv[2] ?? dirname(own);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files())) writeFileSync(join(folder, name), text);
}

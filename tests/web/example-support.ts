// SPDX-License-Identifier: MIT
/** The files of the examples, and what their generators and the command line say of them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import type { ExampleName } from '../../web/text/words/examples.js';

export type Row = Record<string, string>;

const root = fileURLToPath(new URL('../../', import.meta.url));

export const exampleFolder = (example: ExampleName): string => join(root, 'examples', example);

export const readExample = (example: ExampleName, name: string): string =>
  readFileSync(join(exampleFolder(example), name), 'utf8');

export const planOf = (example: ExampleName): Plan => JSON.parse(readExample(example, 'plan.json')) as Plan;

/** The examples' files hold no quotes, so splitting at the delimiter reads them. */
export function rowsOf(example: ExampleName, name: string, delimiter = ','): Row[] {
  const [header = '', ...lines] = readExample(example, name).trimEnd().split('\n');
  const columns = header.split(delimiter);
  return lines.map((line) => {
    const cells = line.split(delimiter);
    expect(cells, `${name}: ${line}`).toHaveLength(columns.length);
    return Object.fromEntries(columns.map((column, j) => [column, cells[j] ?? '']));
  });
}

export const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, j) => `${prefix}${String(j + 1)}`);

export const answered = (row: Row, names: readonly string[]): number[] =>
  names
    .map((name) => row[name] ?? '')
    .filter((cell) => cell !== '')
    .map(Number);

export function expectWhole(values: readonly number[], lowest: number, highest: number): void {
  expect(values.filter((value) => !Number.isInteger(value) || value < lowest || value > highest)).toEqual([]);
}

/** True effects by outcome; of several comparisons, by arm and outcome. */
export type Effects = Record<string, number>;

export interface Generator<Truth> {
  trueEffects: Truth;
  trueDifferences: (perArm: number, seed: number) => Truth;
}

export async function generatorOf<Truth>(example: ExampleName): Promise<Generator<Truth>> {
  return (await import(pathToFileURL(join(exampleFolder(example), 'generate.mjs')).href)) as Generator<Truth>;
}

/** What the command line says of an example as it stands. */
export function reportOf(example: ExampleName): Report {
  const options = { encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
  const plan = join(exampleFolder(example), 'plan.json');
  return JSON.parse(execFileSync('node', [join(root, 'dist/cli.js'), 'analyze', plan], options)) as Report;
}

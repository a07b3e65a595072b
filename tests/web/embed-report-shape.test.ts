// SPDX-License-Identifier: MIT
/** A broken report is refused by the element of published results, as the schema refuses it. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Report } from '../../web/contract/report.js';
import { checkedReport } from '../../web/embed/results/checked_report.js';
import { brokenPlace } from '../../web/embed/results/report_shape.js';
import { looksLikeReport } from '../../web/read/report-shape.js';
import { fullReport } from './full-report.js';
import { reportFixture } from './report-fixture.js';

const load = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object;
const ajv = new Ajv2020({ strict: true });
ajv.addSchema(load('schema/plan.schema.json'));
const validate = ajv.compile(load('schema/report.schema.json'));

type Path = readonly (string | number)[];
type Parts = Record<string | number, unknown>;

/** Every place in the report; of a list the first and the last entry. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys: (string | number)[] = Array.isArray(value)
    ? [...new Set([0, value.length - 1])].filter((i) => i >= 0 && i < value.length)
    : Object.keys(value);
  return [path, ...keys.flatMap((key) => placesIn((value as Parts)[key], [...path, key]))];
}

/** A copy with something else in one place; undefined: with nothing there. */
function mutated(value: unknown, [key, ...inner]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as Parts) }) as Parts;
  if (inner.length > 0 || put !== undefined) copy[key] = mutated(copy[key], inner, put);
  else if (Array.isArray(copy)) copy.splice(key as number, 1);
  else delete copy[key];
  return copy;
}

/** As checkedReport has it, once it is known that JSON can say it. */
const isTaken = (value: unknown): boolean =>
  looksLikeReport(value) && (value.schemaVersion as unknown) === 1 && brokenPlace(value) === null;

/** Nothing of these is shown: how a file was read, guesses at arms, the day it was saved, and what a plan says beyond its names. */
const isUnseen = ([part, at, key]: Path): boolean =>
  part === 'blinding' ||
  part === 'exported' ||
  (part === 'files' && (key === 'read' || key === 'ids')) ||
  (part === 'plan' && at !== 'files' && at !== 'outcomes' && at !== 'instruments' && at !== 'arms') ||
  (part === 'plan' && !['name', 'role', 'id', 'label', 'score', 'order', undefined].includes(key as string));

/** Bounds and patterns of the schema that no reader is misled by. */
const isOfKind = (): boolean =>
  (validate.errors ?? []).some(({ keyword }) => ['type', 'required', 'enum', 'const'].includes(keyword));

const wrong: readonly unknown[] = [undefined, null, 'NaN', -1.5];

test.each([
  ['full', fullReport()],
  ['usual', reportFixture()],
  ['old', load('tests/web/old/report-2026-11-22.json') as Report],
])('the %s report is taken', (_name, report) => {
  expect(checkedReport(report)).toEqual(report);
});

test('residuals that are correlated have no one sigma', () => {
  const report = fullReport();
  Object.assign(report.outcomes[0]!.model!, { random: { groups: [], sigma: null } });
  expect(checkedReport(report)).toEqual(report);
});

test('no part is taken that the schema refuses', () => {
  const report = fullReport();
  const taken: string[] = [];
  let refused = 0;
  for (const path of placesIn(report).filter((each) => each.length > 0 && !isUnseen(each))) {
    for (const put of wrong) {
      const broken = mutated(report, path, put);
      if (validate(broken) || !isOfKind()) continue;
      refused += 1;
      if (isTaken(broken)) taken.push(`${path.join('.')} = ${JSON.stringify(put)}`);
    }
  }
  expect(taken).toEqual([]);
  expect(refused).toBeGreaterThan(1000);
});

test.each<[string, (report: Report) => void, string]>([
  ['an arm that is gone', (report) => void report.arms.pop(), 'outcomes[0].effects[0].arm'],
  [
    'a number that is text',
    (report) => Object.assign(report.outcomes[0]!.effects[0]!, { pValue: 'NaN' }),
    'effects[0].pValue',
  ],
  ['means that are gone', (report) => Object.assign(report.outcomes[0]!, { means: undefined }), 'outcomes[0].means'],
  ['cells of fewer arms', (report) => void report.safety!.rows[0]!.cells.pop(), 'safety.rows'],
])('%s is told with its place', (_name, change, place) => {
  const report = fullReport();
  change(report);
  expect(() => checkedReport(report)).toThrow(place);
});

// SPDX-License-Identifier: MIT
/** The record of comparisons that the C++ tests write (tests/support/comparison.h), and how well numbers agree. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

export const recordFile = (build) => join(root, 'build', `record-${build}.jsonl`);

/** A line is a comparison {case, block, kind, quantity, ours, reference, scale?, tolerance, software}, or {case, block, skipped}. */
export function readRecord(build) {
  const file = recordFile(build);
  if (!existsSync(file)) throw new Error(`no record of the ${build} tests: run npm test -- unit`);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

/** As many digits as a double has, nearly: what is nearer than that is equal. */
const mostDigits = 15;

/** Numbers nearer to each other than this are equal, as in tests/support/tolerance.h. */
const zeroOf = (kind) => (kind === 'p' ? 1e-100 : 1e-12);

/** Log relative error, -log10(|ours - reference| / scale); the scale is the size of the reference unless another is given. */
export function digitsOfAgreement({ kind, ours, reference, scale }) {
  const difference = Math.abs(ours - reference);
  if (difference <= zeroOf(kind)) return mostDigits;
  return Math.min(mostDigits, -Math.log10(difference / (scale ?? Math.abs(reference))));
}

const keyOf = ({ case: name, block, kind, quantity }) => `${name}: ${block}: ${kind} ${quantity}`;

/**
 * How far two builds may be apart, relative to what a number is measured against. They run the same operations, but
 * vectorised natively and one by one in WebAssembly, and with two mathematical libraries, so that sums and powers differ
 * in the last place; the optimiser, which stops where its gradient is rounding, carries that to 1e-10 in what it
 * estimates. F of NIST's data on large offsets is rounding itself, so it may differ by what its test allows.
 */
const parityTolerance = ({ case: name, kind, tolerance }) =>
  name.startsWith('nist/') && kind === 'F' ? tolerance : 1e-9;

/** Number by number; returns how many, the worst, and what is apart. */
export function compareBuilds(first, second) {
  const numbers = (record) => record.filter((line) => !line.skipped);
  const ours = numbers(first);
  const theirs = numbers(second);
  const failures = [];
  if (ours.length !== theirs.length)
    failures.push(`${ours.length} comparisons in one build, ${theirs.length} in the other`);
  let worst = { apart: 0, key: 'none' };
  let identical = 0;
  for (const [index, line] of ours.slice(0, theirs.length).entries()) {
    const other = theirs[index];
    const key = keyOf(line);
    if (key !== keyOf(other)) {
      failures.push(`line ${index + 1} is ${key} in one build, ${keyOf(other)} in the other`);
      break;
    }
    const difference = Math.abs(line.ours - other.ours);
    if (difference === 0) identical += 1;
    if (!(difference > zeroOf(line.kind))) continue;
    const apart = difference / (line.scale ?? Math.abs(line.reference));
    if (apart > worst.apart) worst = { apart, key };
    if (apart > parityTolerance(line)) failures.push(`${key}: ${line.ours} and ${other.ours}`);
  }
  return { compared: ours.length, identical, worst, failures };
}

// SPDX-License-Identifier: MIT
/** docs/validation.md: how well our numbers agree with other software's, made of the record of the tests. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digitsOfAgreement } from './record.mjs';
import { root } from './run.mjs';

export const pageFile = join(root, 'docs/validation.md');
const externalFile = join(root, 'tests/reference/external.txt');

/** The page says no more than this: beyond, the digits of other software's output and of ours are noise. */
const mostShown = 12;

/** Kinds of the record under the names of the page, in its order. */
const labels = {
  coefficient: 'coefficients',
  mean: 'means',
  contrast: 'contrasts',
  slope: 'slopes',
  se: 'SE',
  df: 'df',
  t: 't',
  p: 'p',
  interval: 'intervals',
  F: 'F',
  'F den df': 'F df',
  'F num df': 'F numerator df',
  'log-likelihood': 'log-likelihood',
  criterion: 'criteria',
  covariance: 'covariance',
  'covariance SE': 'covariance SE',
  'random effect': 'random effects',
  fitted: 'fitted values and residuals',
  vcov: 'Cov(beta)',
  combination: 'combinations',
  hypothesis: 'hypotheses',
  count: 'counts',
  'early stop': 'early stop',
};

/** Rows {name, software, kinds: Map(label -> {digits, count})}: a case compared with one program. Counts are of one build. */
export function rowsOf(records) {
  const rows = new Map();
  for (const [index, record] of records.entries()) {
    for (const line of record) {
      if (line.skipped) continue;
      const key = `${line.case}\0${line.software}`;
      if (!rows.has(key)) rows.set(key, { name: line.case, software: line.software, kinds: new Map() });
      const { kinds } = rows.get(key);
      const label = labels[line.kind];
      if (!label) throw new Error(`a kind without a name on the page: ${line.kind}`);
      const known = kinds.get(label) ?? { digits: Infinity, count: 0 };
      const digits = Math.min(known.digits, digitsOfAgreement(line));
      kinds.set(label, { digits, count: known.count + (index === 0 ? 1 : 0) });
    }
  }
  return [...rows.values()];
}

const shown = (digits) => Math.max(0, Math.min(mostShown, Math.floor(digits)));

/** Least digits at the optimum; of the early stop only where a row has nothing else. */
function leastOf({ kinds }) {
  const all = [...kinds];
  const optimum = all.filter(([label]) => label !== labels['early stop']);
  return Math.min(...(optimum.length > 0 ? optimum : all).map(([, { digits }]) => shown(digits)));
}

const countOf = ({ kinds }) => [...kinds.values()].reduce((sum, { count }) => sum + count, 0);
const order = Object.values(labels);

function rowText(row) {
  const kinds = [...row.kinds].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const details = kinds.map(([label, { digits, count }]) => `${label} ${shown(digits)} (${count})`).join(', ');
  return `| ${row.name} | ${row.software} | ${countOf(row)} | ${leastOf(row)} | ${details} |`;
}

/** The rows that a page has. */
export function rowsOfPage(text) {
  const rows = [];
  for (const line of text.split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length !== 7 || !cells[1].includes('/')) continue;
    const kinds = new Map();
    for (const part of cells[5].split(', ')) {
      const [, label, digits, count] = /^(.*) (\d+) \((\d+)\)$/.exec(part) ?? [];
      if (label) kinds.set(label, { digits: Number(digits), count: Number(count) });
    }
    rows.push({ name: cells[1], software: cells[2], kinds });
  }
  return rows;
}

const presentPage = () => (existsSync(pageFile) ? readFileSync(pageFile, 'utf8') : '');

/** Rows of the record, and those of the present page whose cases are outside the repository and were not run. */
export function mergedRows(records) {
  const rows = rowsOf(records);
  const ran = new Set(rows.map(({ name }) => name));
  const external = new Set(readFileSync(externalFile, 'utf8').split('\n').filter(Boolean));
  const kept = rowsOfPage(presentPage()).filter(({ name }) => external.has(name) && !ran.has(name));
  return [...rows, ...kept];
}

function byKind(rows) {
  const total = new Map();
  for (const { name, kinds } of rows) {
    for (const [label, { digits, count }] of kinds) {
      const known = total.get(label) ?? { count: 0, digits: Infinity, name };
      const least = shown(digits) < known.digits ? { digits: shown(digits), name } : known;
      total.set(label, { count: known.count + count, digits: least.digits, name: least.name });
    }
  }
  return order.filter((label) => total.has(label)).map((label) => ({ label, ...total.get(label) }));
}

function bySoftware(rows) {
  const total = new Map();
  for (const row of rows) {
    const known = total.get(row.software) ?? {
      cases: 0,
      count: 0,
      least: mostShown,
      counts: Array(mostShown + 1).fill(0),
    };
    known.least = Math.min(known.least, leastOf(row));
    known.cases += 1;
    known.count += countOf(row);
    for (const [label, { digits }] of row.kinds) if (label !== 'early stop') known.counts[shown(digits)] += 1;
    total.set(row.software, known);
  }
  return [...total].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Where a reason is given: cases by name when they are few or left out as a whole, otherwise their number. */
function places(names, noun, most) {
  return names.size <= most ? [...names].sort().join(', ') : `${names.size} ${noun}`;
}

/** Reasons of what is not compared, with the cases and blocks they are given for. */
function skippedText(record) {
  const compared = new Set();
  for (const { case: name, block, skipped } of record) {
    const parts = skipped ? [] : block.split(' / ');
    for (let depth = 1; depth <= parts.length; depth += 1)
      compared.add(`${name}: ${parts.slice(0, depth).join(' / ')}`);
  }
  const reasons = new Map();
  for (const { case: name, block, skipped } of record) {
    // A test of its own may compare what the test of the file leaves out.
    if (!skipped || compared.has(`${name}: ${block}`)) continue;
    const known = reasons.get(skipped) ?? { cases: new Set(), blocks: new Set() };
    known.cases.add(name);
    known.blocks.add(block);
    reasons.set(skipped, known);
  }
  return [...reasons].map(([reason, { cases, blocks }]) => {
    const whole = blocks.has('case');
    const where = places(cases, 'cases', whole ? Infinity : 4);
    return `| ${where} | ${whole ? 'all' : places(blocks, 'blocks', 2)} | ${reason.replaceAll('|', '\\|')} |`;
  });
}

/** Part of the present page from a heading to the next; empty where there is none. */
const sectionOf = (text, heading) => text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';

export function pageText(records) {
  const rows = mergedRows(records);
  const sorted = rows.sort((a, b) => leastOf(a) - leastOf(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const cases = new Set(rows.map(({ name }) => name));
  const total = rows.reduce((sum, row) => sum + countOf(row), 0);
  const median = (counts) => {
    const half = counts.reduce((sum, count) => sum + count, 0) / 2;
    let sum = 0;
    return counts.findIndex((count) => (sum += count) >= half);
  };
  const ran = new Set(rowsOf(records).map(({ name }) => name));
  const skipped = [...cases].every((name) => ran.has(name))
    ? `\n| case | block | reason |\n| --- | --- | --- |\n${skippedText(records[0]).join('\n')}\n`
    : sectionOf(presentPage(), 'What is not compared');
  return `# Validation

Stored results of other software are compared with ours, number by number, in the native and in the WebAssembly build:
**${total} numbers of ${cases.size} cases**. What is stored but not compared is listed at the end. \`npm test\` does it; \`node scripts/validation.mjs\` writes this page from what
the tests recorded. Where the results come from: [tests/reference/ship](../tests/reference/ship/README.md); cases named
shared/ and sas/ are results on public data sets that this repository does not copy, nist/ are NIST's sets for analysis of
variance. Tolerances, with a reason for each that is not 1e-8: \`tests/support/tolerance.h\`.

Digits of agreement are -log10(|ours - reference| / |reference|), the lesser of the two builds, rounded down, and no more
than ${mostShown} are stated. Covariances are measured against the two standard deviations, confidence limits against the half
width. "Early stop" is where the other program's optimiser stops when left alone, which is short of the optimum; the same
case's other numbers are at the optimum.

## By quantity

| quantity | numbers | least digits | in |
| --- | --- | --- | --- |
${byKind(rows)
  .map(({ label, count, digits, name }) => `| ${label} | ${count} | ${digits} | ${name} |`)
  .join('\n')}

## By reference software

| software | cases | numbers | least digits | median over cases and quantities |
| --- | --- | --- | --- | --- |
${bySoftware(rows)
  .map(([software, { cases: n, count, least, counts }]) => {
    return `| ${software} | ${n} | ${count} | ${least} | ${counts.some(Boolean) ? median(counts) : '(early stops)'} |`;
  })
  .join('\n')}

## Case by case, worst first

Each quantity with its least digits of agreement and, in brackets, how many numbers.

| case | software | numbers | least digits | quantities |
| --- | --- | --- | --- | --- |
${sorted.map(rowText).join('\n')}

## What is not compared
${skipped}`;
}

/** A page may say one digit more than was measured: in the last place digits differ between compilers. */
const wobble = 1;

/** What is wrong with the present page: cases and quantities it lacks, and digits that are no longer there. */
export function faultsOfPage(records) {
  const present = new Map(rowsOfPage(presentPage()).map((row) => [`${row.name}, ${row.software}`, row]));
  const faults = [];
  for (const row of rowsOf(records)) {
    const name = `${row.name}, ${row.software}`;
    const page = present.get(name);
    if (!page) faults.push(`${name}: not on the page`);
    for (const [label, { digits, count }] of page ? row.kinds : []) {
      const stated = page.kinds.get(label);
      if (stated?.count !== count)
        faults.push(`${name}: ${label}: ${stated?.count ?? 0} numbers on the page, ${count} compared`);
      else if (stated.digits > shown(digits) + wobble) {
        faults.push(`${name}: ${label}: ${stated.digits} digits on the page, ${shown(digits)} measured`);
      }
    }
  }
  const external = readFileSync(externalFile, 'utf8').split('\n').filter(Boolean);
  const named = new Set([...present.values()].map(({ name }) => name));
  const without = new Set(sectionOf(presentPage(), 'What is not compared').match(/(shared|sas)\/\w+/g));
  for (const name of external) {
    if (!named.has(name) && !without.has(name)) faults.push(`${name}: not on the page`);
  }
  return faults;
}

// SPDX-License-Identifier: MIT
/**
 * A report made earlier beside one made now: whether the same results come of the same data and plan. Free of the page,
 * so that the command line can ask the same.
 */
import type { Report } from '../contract/report.js';
import { canonicalJson, planHash } from '../export/provenance.js';
import { digitsOfAgreement, mostDigits } from '../reference/digits.js';
import { pairsOf, type Leaf, type Pair } from './walk.js';

/** Numbers that agree to fewer digits differ: more than another processor or a reordered sum explains. */
export const neededDigits = 6;

export interface ComparedValue {
  where: string[];
  was: Leaf;
  is: Leaf;
  /** 0 where one of them is no number. */
  digits: number;
}

export interface FileCompared {
  name: string;
  sha256: string;
  /** other: a file of that name with other content; absent: none of that name. */
  state: 'same' | 'other' | 'absent';
  /** A file held under another name has the same content. */
  elsewhere?: string;
}

export type Verdict = 'identical' | 'agrees' | 'differs' | 'other_data' | 'other_plan';

export interface ReportComparison {
  verdict: Verdict;
  /** Numbers of the former report that were looked for. */
  numbers: number;
  /** Of these: equal in every digit, and equal to as many digits as are needed. */
  identical: number;
  agreeing: number;
  /** The fewest digits among those that agree. */
  leastDigits: number;
  /** Numbers that differ, words that differ, and what is no longer there; the worst first. */
  differing: ComparedValue[];
  /** Numbers that only the new report has. */
  added: number;
  files: FileCompared[];
  isSamePlan: boolean;
  /** The plan in the former report is not the one it was saved with. */
  isPlanAltered: boolean;
  software: { was: string; is: string };
}

export interface Held {
  name: string;
  sha256: string;
}

/** `needed`: digits of which numbers that agree have the same. */
export function compareReports(former: Report, report: Report, needed = neededDigits): ReportComparison {
  const pairs = pairsOf(former, report);
  const known = pairs.flatMap(comparedValue);
  const numbers = known.filter(({ was }) => typeof was === 'number');
  const agreeing = numbers.filter(({ digits }) => digits >= needed);
  const differing = known
    .filter(({ was, is, digits }) => (typeof was === 'number' ? digits < needed : was !== is))
    .sort((a, b) => a.digits - b.digits);
  const files = compareFiles(former, report.files);
  const isSamePlan = canonicalJson(former.plan) === canonicalJson(report.plan);
  const identical = numbers.filter(({ was, is }) => was === is).length;
  const isWhole = identical === numbers.length && differing.length === 0;
  return {
    verdict: files.some(({ state }) => state !== 'same')
      ? 'other_data'
      : !isSamePlan
        ? 'other_plan'
        : differing.length > 0
          ? 'differs'
          : isWhole
            ? 'identical'
            : 'agrees',
    numbers: numbers.length,
    identical,
    agreeing: agreeing.length,
    leastDigits: agreeing.reduce((least, { digits }) => Math.min(least, digits), mostDigits),
    differing,
    added: pairs.filter(({ was, is }) => was === undefined && typeof is === 'number').length,
    files,
    isSamePlan,
    isPlanAltered: former.exported !== undefined && former.exported.planSha256 !== planHash(former.plan),
    software: { was: nameOf(former), is: nameOf(report) },
  };
}

/** Every number and word of the former report beside what the new one has there. */
export const comparedValues = (former: Report, report: Report): ComparedValue[] =>
  pairsOf(former, report).flatMap(comparedValue);

/** The files a report was made of, beside those held. */
export function compareFiles(former: Pick<Report, 'files'>, held: readonly Held[]): FileCompared[] {
  return former.files.map(({ name, sha256 }) => {
    const own = held.find((file) => file.name === name);
    if (own?.sha256 === sha256) return { name, sha256, state: 'same' };
    const elsewhere = held.find((file) => file.sha256 === sha256)?.name;
    return { name, sha256, state: own ? 'other' : 'absent', ...(elsewhere === undefined ? {} : { elsewhere }) };
  });
}

/** What only the new report has is no part of the comparison. */
function comparedValue({ where, was, is, scale }: Pair): ComparedValue[] {
  if (was === undefined) return [];
  const digits =
    typeof was === 'number' && typeof is === 'number' ? digitsOfAgreement(is, was, scale) : was === is ? mostDigits : 0;
  return [{ where, was, is: is ?? null, digits }];
}

const nameOf = ({ software: { name, version } }: Report): string => `${name} ${version}`;

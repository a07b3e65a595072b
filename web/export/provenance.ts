// SPDX-License-Identifier: MIT
/** The stamp on every export: which software made it, from which plan and which data, and when. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Plan } from '../contract/plan.js';
import type { Report } from '../contract/report.js';
import { strings } from '../text/strings.js';

const words = strings.exports;

export interface Provenance {
  software: { name: string; version: string };
  /** YYYY-MM-DD, given by whoever exports: the report itself has no date, so that it is the same whenever it is made. */
  date: string;
  title: string | null;
  planSha256: string;
  inputs: { name: string; sha256: string }[];
  simulated: boolean;
}

/** @throws Error for a date that is not YYYY-MM-DD. */
export function provenanceOf(report: Report, date: string): Provenance {
  if (!isDate(date)) throw new Error(words.badDate(date));
  return {
    software: report.software,
    date,
    title: report.plan.title ?? null,
    planSha256: planHash(report.plan),
    inputs: report.files.map(({ name, sha256: hash }) => ({ name, sha256: hash })),
    simulated: report.simulated,
  };
}

/** SHA-256 of a plan, whatever order it is written in. */
export const planHash = (plan: Plan): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(plan))));

/** The day where the reader is, as YYYY-MM-DD. */
export function today(now = new Date()): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function isDate(date: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : NaN;
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(date);
}

/** One line each; the first names the software and the date. */
export function provenanceLines({ software, date, title, planSha256, inputs, simulated }: Provenance): string[] {
  return [
    words.software(software.name, software.version, date),
    title === null ? words.plan(planSha256) : words.planTitled(title, planSha256),
    ...inputs.map(({ name, sha256: hash }) => words.input(name, hash)),
    ...(simulated ? [words.simulatedData] : []),
  ];
}

/**
 * JSON with sorted keys and no spaces, as RFC 8785 has it: the same plan has the same text whatever order it was
 * written in. What JSON cannot hold (undefined) is left out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`;
}

// SPDX-License-Identifier: MIT
/** A report from somewhere else, before anything of it is shown. */
import type { Report } from '../../contract/report.js';
import { engineError } from '../../read/errors.js';
import { looksLikeReport } from '../../report-compare/report_shape.js';
import { strings } from '../../text/strings.js';
import { fetchBounded, wanted } from '../fetch.js';

const words = strings.results.published;

/** A report of groups has some hundred kilobytes. */
const mostBytes = 20_000_000;
/** Reports are twelve deep. */
const mostDepth = 40;
const mostParts = 2_000_000;
/** Versions of the report's format that are read. */
const knownVersions: readonly unknown[] = [1];

/** @throws EngineError */
export async function fetchReport(address: string, signal: AbortSignal): Promise<Report> {
  const from = wanted(address, 'report.json');
  const tooMuch = engineError('report_too_large', words.tooLarge(from.name, mostBytes / 1_000_000), {
    file: from.name,
  });
  const parts = await fetchBounded(from, mostBytes, tooMuch, signal);
  return checkedReport(await new Blob(parts).text());
}

/** A report as text or as an object; of an object, what JSON can say. @throws EngineError */
export function checkedReport(given: unknown): Report {
  let value: unknown;
  try {
    value = JSON.parse(typeof given === 'string' ? given : JSON.stringify(given)) as unknown;
  } catch {
    throw engineError('bad_report', words.notJson);
  }
  if (!isPlain(value)) throw engineError('bad_report', words.notPlain);
  if (!looksLikeReport(value)) throw engineError('bad_report', words.noReport);
  const { schemaVersion } = value as { schemaVersion: unknown };
  if (!knownVersions.includes(schemaVersion)) {
    throw engineError('unknown_report_version', words.otherVersion(String(schemaVersion).slice(0, 20)));
  }
  return value;
}

/** Not too deep, not too large, and no key that could reach the prototype of an object. */
function isPlain(value: unknown): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let parts = 0; open.length > 0; parts++) {
    const next = open.pop();
    if (typeof next?.value !== 'object' || next.value === null) continue;
    if (parts > mostParts || next.depth > mostDepth || Object.hasOwn(next.value, '__proto__')) return false;
    for (const inner of Object.values(next.value)) open.push({ value: inner, depth: next.depth + 1 });
  }
  return true;
}

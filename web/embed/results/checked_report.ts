// SPDX-License-Identifier: MIT
/** A report from somewhere else, before anything of it is shown. */
import { reportSchemaVersion, type Report } from '../../contract/report.js';
import { engineError, type Detail } from '../../read/errors.js';
import { JsonRefused, readJson } from '../../read/json.js';
import { looksLikeReport } from '../../read/report-shape.js';
import { strings } from '../../text/strings.js';
import { brokenPlace } from './report_shape.js';
import { fetchBounded, wanted } from '../fetch.js';

const words = strings.results.published;

/** A report of groups has some hundred kilobytes. */
const mostBytes = 20_000_000;

/** @throws EngineError */
export async function fetchReport(address: string, signal: AbortSignal): Promise<Report> {
  const from = wanted(address, 'report.json');
  const tooMuch = engineError('report_too_large', words.tooLarge(from.name, mostBytes / 1_000_000), {
    file: from.name,
  });
  const parts = await fetchBounded(from, mostBytes, tooMuch, signal);
  return checkedReport(await new Blob(parts).text(), { file: from.name });
}

/** A report as text or as an object; of an object, what JSON can say. @throws EngineError, with `detail` as it is given */
export function checkedReport(given: unknown, detail: Detail = {}): Report {
  const value = harmless(given, detail);
  if (!looksLikeReport(value))
    throw engineError('bad_report', looksLikePlan(value) ? words.isPlan : words.noReport, detail);
  const version: unknown = value.schemaVersion;
  if (!Number.isInteger(version) || Number(version) < 1) throw engineError('bad_report', words.unreadable, detail);
  if (version !== reportSchemaVersion)
    throw engineError('unknown_report_version', words.otherVersion(String(version).slice(0, 20)), detail);
  const place = brokenPlace(value);
  if (place !== null) throw engineError('bad_report', words.broken(place.slice(0, 200)), detail);
  return value;
}

function looksLikePlan(value: unknown): boolean {
  const { files, instruments, outcomes } = Object(value) as Record<string, unknown>;
  return [files, instruments, outcomes].every(Array.isArray);
}

function harmless(given: unknown, detail: Detail): unknown {
  let text: string;
  try {
    text = typeof given === 'string' ? given : JSON.stringify(given);
  } catch {
    throw engineError('bad_report', words.notJson(), detail);
  }
  try {
    return readJson(text, 'the report', mostBytes);
  } catch (error) {
    const isJson = error instanceof JsonRefused && error.reason === 'not_allowed';
    throw engineError('bad_report', isJson ? words.notPlain : words.notJson(detail.file), detail);
  }
}

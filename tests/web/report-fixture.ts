// SPDX-License-Identifier: MIT
/** A made-up report for tests of rendering. Its numbers come from no analysis and mean nothing. */
import { readFileSync } from 'node:fs';
import type { OutcomeResult, Report } from '../../web/contract/report.js';
import type { TableSpec } from '../../web/text/tables/spec.js';

export function reportFixture(): Report {
  return JSON.parse(readFileSync(new URL('fixtures/report.json', import.meta.url), 'utf8')) as Report;
}

export function outcomeOf(report: Report, id: string): OutcomeResult {
  const outcome = report.outcomes.find((candidate) => candidate.id === id);
  if (!outcome) throw new Error(`the fixture has no outcome ${id}`);
  return outcome;
}

/** All texts of a table, row by row. */
export function tableText({ groups }: TableSpec): string[][] {
  return groups.flatMap(({ rows }) => rows.map(({ header, cells }) => [header.text, ...cells.map(({ text }) => text)]));
}

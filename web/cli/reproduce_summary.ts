// SPDX-License-Identifier: MIT
/** A reproduction in sentences, as the page tells it, for reading on a terminal. */
import type { Report } from '../contract/report.js';
import { tableText } from '../export/plain_text.js';
import { strings } from '../text/strings.js';
import { differencesTable, verdictText } from '../text/tables/reproduction.js';
import type { Reproduction } from './reproduce.js';

const words = strings.reproduction;

export function reproductionSummary(former: Report, answer: Reproduction): string {
  const files = answer.files.flatMap(({ name, sha256, state, elsewhere }) => [
    `  ${words.file[state](name)} (${words.sha(sha256)})`,
    ...(elsewhere === undefined ? [] : [`    ${words.elsewhere(elsewhere)}`]),
  ]);
  const data = [`${words.data}:`, ...files];
  if (!('values' in answer)) return [words.verdicts.other_data, ...data].join('\n');
  const { verdict, numbers, agreeing, added, isPlanAltered, software } = answer;
  const isFound = verdict === 'identical' || verdict === 'agrees';
  const table = differencesTable(former, answer);
  return [
    verdictText(answer),
    ...(isPlanAltered ? [words.altered] : []),
    ...(isFound ? [] : [words.counted(agreeing, numbers)]),
    ...(added > 0 ? [words.added(added)] : []),
    words.software(software.was, software.is),
    ...data,
    ...(table ? ['', tableText(table, null).trimEnd()] : []),
  ].join('\n');
}

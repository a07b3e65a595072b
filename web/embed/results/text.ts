// SPDX-License-Identifier: MIT
/** Methods and results of a report in sentences, as for a paper. */
import type { Report } from '../../contract/report.js';
import { paragraphsOf } from '../../text/paragraphs.js';
import { textOf } from '../../text/segments.js';
import { strings } from '../../text/strings.js';
import type { Part } from './parts.js';

export function textParts(report: Report): Part[] {
  if (report.outcomes.length === 0) return [];
  const { methods, results, references } = paragraphsOf(report);
  const list = references.map(({ text }, i) => `${i + 1}. ${text}`);
  const { methodsTitle, resultsTitle } = strings.paragraphs;
  return [
    { name: 'text', heading: methodsTitle, tables: [], sentences: [textOf(methods)] },
    { name: 'text', heading: resultsTitle, tables: [], sentences: [textOf(results), ...list] },
  ];
}

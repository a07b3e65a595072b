// SPDX-License-Identifier: MIT
/** The methods and the results paragraph of a report, and the references the methods cite. */
import type { Report } from '../contract/report.js';
import { Citations, type Reference } from './citations.js';
import { methodsParagraph } from './methods_paragraph.js';
import { resultsParagraph } from './results_paragraph.js';
import type { Segment } from './segments.js';

export interface Paragraphs {
  methods: Segment[];
  results: Segment[];
  /** In the order of their numbers. */
  references: Reference[];
}

export function paragraphsOf(report: Report): Paragraphs {
  const citations = new Citations();
  const methods = methodsParagraph(report, citations);
  return { methods, results: resultsParagraph(report), references: citations.list };
}

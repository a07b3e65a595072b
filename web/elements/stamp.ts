// SPDX-License-Identifier: MIT
/** Where an element's numbers come from: it asks what it stands in, so that a table need not be told of its report. */
import { provenanceOf, today, type Provenance } from '../export/provenance.js';
import type { Report } from '../contract/report.js';
import { emit, listen } from './events.js';

/** Null where nothing around the element has a report. */
export function stampOf(element: HTMLElement): Provenance | null {
  const question: { stamp: Provenance | null } = { stamp: null };
  emit(element, 'fc-stamp', question);
  return question.stamp;
}

/** Answers the elements within. */
export function answerStamps(element: EventTarget, report: () => Report | null): void {
  listen(element, 'fc-stamp', (question) => {
    const own = report();
    question.stamp ??= own && provenanceOf(own, today());
  });
}

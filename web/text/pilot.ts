// SPDX-License-Identifier: MIT
/** A pilot trial estimates and tests nothing: where the plan calls it one, no p value is shown. */
import type { Display } from '../contract/plan.js';

export const showsTests = ({ plan }: { plan: { display?: Display } }): boolean => plan.display?.pilot !== true;

/** The entries, or none in a pilot trial: columns and cells of p values. */
export const ifTested = <Entry>(report: { plan: { display?: Display } }, ...entries: Entry[]): Entry[] =>
  showsTests(report) ? entries : [];

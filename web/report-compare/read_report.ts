// SPDX-License-Identifier: MIT
/** A report that was saved, from its JSON. */
import type { Plan } from '../contract/plan.js';
import type { Report } from '../contract/report.js';
import { parsePlan } from '../read/plan.js';

export { looksLikeReport } from './report_shape.js';

/** @throws EngineError where the plan in the report cannot be used. */
export const planOfReport = ({ plan }: Report): Plan => parsePlan(JSON.stringify(plan));

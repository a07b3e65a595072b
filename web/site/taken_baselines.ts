// SPDX-License-Identifier: MIT
/** Baselines that the analysis took by itself: changes from the first visit, where the plan names none. */
import type { Plan } from '../contract/plan.js';
import type { Report } from '../contract/report.js';
import { isBeforeTreatment } from '../read/visits.js';
import { isNumbered } from '../text/labels.js';
import { firstVisitTaken } from '../text/to_confirm.js';
import { assumptionOf } from './settled_notes.js';

/**
 * As what a report assumes; none of a visit that is before treatment by its name or number. `plan` is the one that was
 * asked for: the report's has every default written out.
 */
export function takenBaselines({ outcomes: planned }: Plan, { outcomes }: Report): NonNullable<Report['assumed']> {
  return outcomes.flatMap(({ id, label, model, status }) => {
    const asked = planned.find((outcome) => outcome.id === id)?.model;
    const visit = model?.response === 'value' ? null : (model?.baselineVisit ?? null);
    const isOpen = asked && asked.baseline === undefined && asked.baselineVisit === undefined;
    if (status !== 'ok' || !isOpen || visit === null) return [];
    if (isNumbered(visit) ? Number(visit) <= 0 : isBeforeTreatment(visit)) return [];
    const message = `visit ${visit} is taken as the baseline of ${label}`;
    return [{ assumption: assumptionOf({ code: firstVisitTaken, about: id }), message }];
  });
}

// SPDX-License-Identifier: MIT
/** The default analysis of each instrument. */
import type { InstrumentDefinition, InstrumentScale } from '../contract/instrument.js';
import type { MmrmModel, PlanInstrument, PlanOutcome } from '../contract/plan.js';
import type { Note } from './types.js';
import { isUnplanned } from './visit-names.js';
import { baselineOf, visitAtDay, type InstrumentVisits } from './visits.js';

/** Day of the planned effect; the last visit for other instruments, and where there is none at that day. */
const effectDays = new Map([
  ['FSS', 7],
  ['MFIS', 28],
]);

/** A diary needs this many numbered days before a slope per participant is worth fitting. */
const fewestDiaryDays = 4;

/** "Fatigue Severity Scale (FSS)"; the scale's own label where the name is no abbreviation of the title. */
function labelOf({ name, title }: InstrumentDefinition, scale: InstrumentScale): string {
  const isAbbreviation = /^\p{Lu}[\p{Lu}\d-]{1,7}$/u.test(name) && !title.includes(name);
  return isAbbreviation ? `${title} (${name})` : scale.label;
}

/** The outcome of one instrument, `secondary`; null (with a note) where its visits or its direction do not allow one. */
export function proposeOutcome(
  instrument: PlanInstrument,
  definition: InstrumentDefinition,
  at: InstrumentVisits,
  notes: Note[],
): PlanOutcome | null {
  const [scale] = definition.scales;
  const effectDay = effectDays.get(definition.name) ?? null;
  const note = (code: string, message: string): void => {
    notes.push({ file: instrument.file, code, message: `${instrument.file}: ${message}` });
  };
  if (!scale) return null;
  if (definition.direction === 'declared' && scale.direction === undefined) {
    note(
      'choose_direction',
      `${definition.name} is used both ways up: choose whether a higher value is better or worse; it is not analysed until then`,
    );
    return null;
  }
  if (instrument.scores && instrument.scores[scale.name] === undefined) {
    note(
      'no_total',
      `no ${scale.name.replace(/_/g, ' ')} of ${instrument.instrument} was found, only ${Object.keys(instrument.scores).join(', ')}: choose the score to analyse`,
    );
    return null;
  }
  const common = {
    id: instrument.id,
    label: labelOf(definition, scale),
    role: 'secondary',
    score: `${instrument.id}.${scale.name}`,
  } as const;
  const first = at.visits[0];
  const last = at.visits[at.visits.length - 1];
  if (first === undefined || last === undefined) return null;
  const isDiary = definition.items.count === 1 && at.areNumbers && at.visits.length >= fewestDiaryDays;
  if (isDiary && (at.unit === 'day' || at.unit === 'none')) {
    return {
      ...common,
      model: { kind: 'random_effects', response: 'value', random: 'intercept_slope' },
      effect: { kind: 'slope_difference', window: Number(last) - Number(first) },
    };
  }
  if (isDiary)
    note(
      'no_days',
      `visits of ${definition.name} are counted by ${at.unit}, not in days, so that no slope per day is proposed`,
    );
  const baseline = baselineOf(at);
  const later = at.visits.filter((visit) => visit !== baseline);
  const planned = later.filter((visit) => !isUnplanned(visit));
  const lastLater = planned[planned.length - 1] ?? later[later.length - 1];
  if (at.isOrderUnknown) {
    note(
      'visit_order_unknown',
      `the labels of the visits tell no order of time: ${at.visits.join(', ')} stand as they first appear, and ${lastLater ?? ''} is taken as the last`,
    );
  }
  if (lastLater === undefined) {
    note(
      'one_visit',
      `${instrument.instrument} is only there at the baseline visit ${first}, so that no effect can be estimated`,
    );
    return null;
  }
  if (baseline === null) {
    note(
      'no_baseline',
      `no visit of ${instrument.instrument} is at day 0 or called baseline, so that values are analysed rather than changes from baseline; set the baseline visit if there is one`,
    );
  } else if (at.areNumbers && at.visits.filter((visit) => Number(visit) <= 0).length > 1) {
    note(
      'baseline_visit',
      `of the visits up to day 0, ${baseline} is taken as the baseline of ${instrument.instrument}`,
    );
  } else if (at.areNumbers && Number(baseline) > 0) {
    note('baseline_visit', `visit ${baseline} is taken as the baseline of ${instrument.instrument}`);
  }
  const atDay = effectDay === null ? null : visitAtDay(at, effectDay);
  const visit = atDay !== null && later.includes(atDay) ? atDay : lastLater;
  const model = mmrm(baseline);
  if (planned.length < later.length && planned.length > 0) {
    model.visits = planned;
    note(
      'unplanned_visits',
      `${later.filter(isUnplanned).join(', ')} of ${instrument.instrument}: visits of no plan, left out of the analysis unless they are chosen`,
    );
  }
  return { ...common, model, effect: { kind: 'visit_difference', visit } };
}

function mmrm(baseline: string | null): MmrmModel {
  const structure = { covariance: 'us', fallback: ['toeph', 'ar1h', 'csh', 'ar1', 'cs'] } satisfies Partial<MmrmModel>;
  if (baseline === null) return { kind: 'mmrm', response: 'value', ...structure };
  return { kind: 'mmrm', response: 'change', baselineVisit: baseline, ...structure };
}

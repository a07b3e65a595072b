// SPDX-License-Identifier: MIT
/** The default analysis of each instrument. */
import type { InstrumentDefinition, InstrumentScale } from '../contract/instrument.js';
import type { BaselineRule, MmrmModel, PlanInstrument, PlanOutcome } from '../contract/plan.js';
import { listed, quoted } from './errors.js';
import type { Note } from './types.js';
import { isUnplanned } from './visit-names.js';
import { baselineOf, isBeforeTreatment, type InstrumentVisits } from './visits.js';

/** The code of the note on a slope that is only assumed. */
export const diarySlope = 'diary_slope';

/** A diary needs this many numbered days before a slope per participant is worth fitting. */
const fewestDiaryDays = 4;

/** The time of treatment: "day 0", "week 0". */
const startOf = ({ unit }: InstrumentVisits): string => `${unit === 'none' || unit === 'time' ? 'day' : unit} 0`;

/** Days from that of treatment on: a run-in is no part of what treatment does. */
const fromStart = (visits: readonly string[]): string[] => visits.filter((visit) => Number(visit) >= 0);

/** "Fatigue Severity Scale (FSS)"; the scale's own label where the name is no abbreviation of the title. */
function labelOf({ name, title }: InstrumentDefinition, scale: InstrumentScale): string {
  const isAbbreviation = /^\p{Lu}[\p{Lu}\d-]{1,7}$/u.test(name) && !title.includes(name);
  return isAbbreviation ? `${title} (${name})` : scale.label;
}

/** Free, and what takes its place, in this order, where it cannot be fitted. */
export const usualStructure: Pick<MmrmModel, 'covariance' | 'fallback'> = {
  covariance: 'us',
  fallback: ['toeph', 'ar1h', 'csh', 'ar1', 'cs'],
};

/**
 * The outcome of one instrument, `secondary`; null (with a note) where its visits or its direction do not allow one.
 * `repeatedBaseline` is a column that holds the baseline in every row: used where no visit is the baseline.
 */
export function proposeOutcome(
  instrument: PlanInstrument,
  definition: InstrumentDefinition,
  at: InstrumentVisits,
  notes: Note[],
  repeatedBaseline?: string,
): PlanOutcome | null {
  const [scale] = definition.scales;
  const told = (code: string, message: string): Note => ({
    file: instrument.file,
    code,
    about: instrument.id,
    message: `${instrument.file}: ${message}`,
  });
  const note = (code: string, message: string): void => void notes.push(told(code, message));
  const assume = (code: string, message: string): void => void notes.push({ ...told(code, message), assumes: true });
  if (!scale) return null;
  if (definition.direction === 'declared' && (instrument.direction ?? scale.direction) === undefined) {
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
    const days = fromStart(at.visits);
    const hasRunIn = days.length < at.visits.length && days.length >= fewestDiaryDays;
    if (hasRunIn)
      note(
        'run_in_days',
        `the slope of ${definition.name} is that from day 0 on; the days before it (${at.visits.length - days.length}, from ${first}) are left out`,
      );
    assume(
      diarySlope,
      `the effect of ${instrument.instrument} is taken as the difference in slopes over its days, ${hasRunIn ? (days[0] ?? '') : first} to ${last}; choose what was planned`,
    );
    return {
      ...common,
      model: {
        kind: 'random_effects',
        response: 'value',
        random: 'intercept_slope',
        ...(hasRunIn ? { visits: days } : {}),
      },
      effect: { kind: 'slope_difference', window: Number(last) - Number(hasRunIn ? days[0] : first) },
    };
  }
  if (isDiary)
    note(
      'no_days',
      at.unit === 'visit' || at.unit === 'time'
        ? `nothing says that the visits of ${definition.name} are days, so that no slope per day is proposed`
        : `visits of ${definition.name} are counted by ${at.unit}, not in days, so that no slope per day is proposed`,
    );
  const given = baselineOf(at);
  const isOpen = at.toldBy === 'nothing' || (at.toldBy === 'rows' && given === null && repeatedBaseline === undefined);
  if (isOpen && at.visits.filter((visit) => visit !== given && !isUnplanned(visit)).length > 1) {
    note(
      'choose_visit_order',
      `nothing tells for certain in which order the visits ${listed(at.visits.map(quoted))} come: put them in the order of time under \u201cOrder of the visits\u201d; ${instrument.instrument} is not analysed until then`,
    );
    return null;
  }
  const baseline = given ?? (at.toldBy === 'user' ? first : null);
  const earlier = at.visits.filter((visit) => baseline !== null && visit !== baseline && isBeforeTreatment(visit));
  const later = at.visits.filter((visit) => visit !== baseline && !earlier.includes(visit));
  const planned = later.filter((visit) => !isUnplanned(visit));
  const lastLater = (planned.length > 0 ? planned : later).at(-1);
  if (lastLater === undefined) {
    note(
      'one_visit',
      `${instrument.instrument} is only there at the baseline visit ${first}, so that no effect can be estimated`,
    );
    return null;
  }
  if (baseline === null && repeatedBaseline !== undefined) {
    assume(
      'baseline_column',
      `no visit of ${instrument.instrument} is a baseline, which is taken from ${repeatedBaseline}`,
    );
  } else if (baseline === null) {
    assume(
      'no_baseline',
      `no visit of ${instrument.instrument} is at ${startOf(at)} or called baseline, so that values are analysed rather than changes from baseline; set the baseline visit if there is one`,
    );
  } else if (at.areNumbers && at.visits.filter((visit) => Number(visit) <= 0).length > 1) {
    assume(
      'baseline_visit',
      `of the visits up to ${startOf(at)}, ${baseline} is taken as the baseline of ${instrument.instrument}`,
    );
  } else if (at.areNumbers ? Number(baseline) > 0 : !isBeforeTreatment(baseline)) {
    assume('baseline_visit', `visit ${baseline} is taken as the baseline of ${instrument.instrument}`);
  }
  if (baseline !== null && earlier.length > 0)
    assume(
      'several_baselines',
      `visit ${baseline} is taken as the baseline of ${instrument.instrument}; before treatment too, and not analysed: ${listed(earlier)}`,
    );
  if (at.toldBy === 'rows' && planned.length > 1)
    note(
      'visit_order_of_rows',
      `visits are taken in the order of the rows, as their names do not tell it: ${listed(at.visits.map(quoted))}; change it under \u201cOrder of the visits\u201d`,
    );
  if (planned.length > 1)
    note(
      'effect_visit',
      `the effect of ${instrument.instrument} is proposed at its last visit, ${quoted(lastLater)}; choose the visit that was planned`,
    );
  const isLeftOut = planned.length > 0 && planned.length < later.length;
  if (isLeftOut) {
    note(
      'unplanned_visits',
      `${listed(later.filter(isUnplanned))} of ${instrument.instrument}: visits of no plan, left out of the analysis unless they are chosen`,
    );
  }
  return {
    ...common,
    model: mmrm(
      baseline ?? (repeatedBaseline === undefined ? null : { kind: 'column', column: repeatedBaseline }),
      isLeftOut ? planned : earlier.length > 0 ? later : null,
    ),
    effect: { kind: 'visit_difference', visit: lastLater, ...(planned.length > 1 && { proposed: true }) },
  };
}

function mmrm(baseline: string | BaselineRule | null, visits: string[] | null): MmrmModel {
  if (baseline === null) return { kind: 'mmrm', response: 'value', ...usualStructure };
  const from = typeof baseline === 'string' ? { baselineVisit: baseline } : { baseline };
  return { kind: 'mmrm', response: 'change', ...from, ...(visits && { visits }), ...usualStructure };
}

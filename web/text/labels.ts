// SPDX-License-Identifier: MIT
/** Names of visits, scores and structures as a reader meets them. */
import type { InstrumentDefinition, InstrumentScale } from '../contract/instrument.js';
import type { PlanInstrument, TimeUnit } from '../contract/plan.js';
import { instrumentNamed } from '../read/instruments.js';
import { minusSign } from './number.js';
import { strings, type Choice } from './strings.js';

const numberPattern = /^-?\d+(\.\d+)?$/;

/** How trials write a day in short: "D-1", "D28", "day 7". */
const shortDayPattern = /^d(?:ay)?[ _]?([-\u2212+]?\d+)$/i;

/** What the core calls the weeks of weekly means. */
const weekPattern = /^week (\d+)$/;

/** What the core calls the one record of an area under the curve. */
const areaVisit = 'auc';

/** "7" is "day 7" or "week 7", by the unit of its file; "D-1" is "day −1" in any; "Week 4" stays "Week 4"; "week_12" is "week 12". */
export function visitLabel(visit: string, unit: TimeUnit): string {
  if (isNumbered(visit)) return strings.visit.numbered(withMinus(visit), unit);
  if (visit === areaVisit) return strings.visit.area;
  const week = weekPattern.exec(visit)?.[1];
  if (week !== undefined) return strings.visit.numbered(week, 'week');
  const day = shortDayPattern.exec(visit)?.[1];
  return day === undefined ? spaced(visit) : strings.visit.numbered(withMinus(day), 'day');
}

/** "week_12" of an export reads "week 12"; what has blanks already is as somebody wrote it. */
const spaced = (visit: string): string => (/\s/.test(visit) ? visit : visit.replace(/_+/g, ' ').trim() || visit);

/** The label at the start of a line. */
export const visitTitle = (visit: string, unit: TimeUnit): string => capitalise(visitLabel(visit, unit));

/** A number as it was written, but for a true minus sign. */
export const withMinus = (number: string): string => number.replace('-', minusSign);

/** A visit that is a bare number. */
export function isNumbered(visit: string): boolean {
  return numberPattern.test(visit);
}

/** "days 7, 14, 21, 28", "weeks 2, 4", "days 1 to 28" where none between is left out, or "Baseline, Week 4". */
export function visitList(visits: readonly string[], unit: TimeUnit): string {
  if (visits.length === 1) return visitLabel(visits[0] ?? '', unit);
  return visits.length > 0 && visits.every(isNumbered)
    ? strings.visit.listed(isLongRun(visits) ? spanOf(visits) : visits.map(withMinus).join(strings.listSeparator), unit)
    : visits.map((visit) => visitLabel(visit, unit)).join(strings.listSeparator);
}

/** Numbers that follow each other, too many to name. */
const isLongRun = (visits: readonly string[]): boolean =>
  visits.length > 5 && visits.every((visit, at) => at === 0 || Number(visit) === Number(visits[at - 1]) + 1);

const spanOf = (visits: readonly string[]): string =>
  strings.visit.span(withMinus(visits[0] ?? ''), withMinus(visits.at(-1) ?? ''));

/** What stands at an axis or over a column of visits: "Week" where all are numbers, else "Visit". */
export const visitAxis = (visits: readonly string[], unit: TimeUnit): string =>
  visits.every(isNumbered) ? strings.time[unit].title : strings.plot.visit;

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Scales an instrument yields, the score of the whole first; none for one that is not known. */
export function scalesOf(name: string, own: readonly InstrumentDefinition[] = []): readonly InstrumentScale[] {
  return instrumentNamed(name, own)?.scales ?? [];
}

export interface ScoreChoice {
  score: string;
  label: string;
}

/** Every score the plan's instruments yield; the file is named where two instruments would read the same. */
export function scoreChoices(
  instruments: readonly PlanInstrument[],
  own: readonly InstrumentDefinition[] = [],
): ScoreChoice[] {
  const choices = instruments.flatMap((instrument) => {
    const known = scalesOf(instrument.instrument, own);
    const names = instrument.scores ? Object.keys(instrument.scores) : known.map(({ name }) => name);
    return names.map((name) => ({
      score: `${instrument.id}.${name}`,
      label: known.find((scale) => scale.name === name)?.label ?? `${instrument.instrument} ${name}`,
      file: instrument.file,
    }));
  });
  return choices.map(({ score, label, file }) => {
    const ambiguous = choices.filter((other) => other.label === label).length > 1;
    return { score, label: ambiguous ? `${label} (${file}, ${score})` : label };
  });
}

/** The technical name where there is one, for a method line: "unstructured". */
export function technicalName(choices: Record<string, Choice>, name: string): string {
  const choice = choices[name];
  return choice === undefined ? name : (choice.technical ?? choice.plain);
}

/** Covariance structures and random effects share the report's fields. */
export function structureName(name: string): string {
  const { random, timed } = strings.choices;
  // Technical names have no unit.
  const { covariance } = timed('day');
  return name in covariance ? technicalName(covariance, name) : technicalName(random, name);
}

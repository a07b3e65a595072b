// SPDX-License-Identifier: MIT
/** Names of visits, scores and structures as a reader meets them. */
import type { InstrumentDefinition, InstrumentScale } from '../contract/instrument.js';
import type { PlanInstrument } from '../contract/plan.js';
import { instrumentNamed } from '../read/instruments.js';
import { minusSign } from './number.js';
import { strings, type Choice } from './strings.js';

const dayPattern = /^-?\d+(\.\d+)?$/;

/** How trials write a day in short: "D-1", "D28", "day 7". */
const shortDayPattern = /^d(?:ay)?[ _]?([-\u2212+]?\d+)$/i;

/** "7" and "D7" are "day 7", "-1" and "D-1" are "day −1"; "Week 4" stays "Week 4". */
export function visitLabel(visit: string): string {
  const day = dayPattern.test(visit) ? visit : shortDayPattern.exec(visit)?.[1];
  return day === undefined ? visit : strings.visit.day(withMinus(day));
}

/** A day as it was written, but for a true minus sign. */
export const withMinus = (day: string): string => day.replace('-', minusSign);

export function isDay(visit: string): boolean {
  return dayPattern.test(visit);
}

/** "days 7, 14, 21, 28" or "Week 2, Week 4". */
export function visitList(visits: readonly string[]): string {
  if (visits.length === 1) return visitLabel(visits[0] ?? '');
  return visits.length > 0 && visits.every(isDay)
    ? strings.visit.days(visits.map(withMinus).join(strings.listSeparator))
    : visits.map(visitLabel).join(strings.listSeparator);
}

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
  const { covariance, random } = strings.choices;
  return name in covariance ? technicalName(covariance, name) : technicalName(random, name);
}

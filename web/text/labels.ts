// SPDX-License-Identifier: MIT
/** Names of visits, scores and structures as a reader meets them. */
import type { InstrumentName, PlanInstrument } from '../contract/plan.js';
import { strings, type Choice } from './strings.js';

const dayPattern = /^-?\d+(\.\d+)?$/;

/** "7" is "day 7"; "Week 4" stays "Week 4". */
export function visitLabel(visit: string): string {
  return dayPattern.test(visit) ? strings.visit.day(visit) : visit;
}

export function isDay(visit: string): boolean {
  return dayPattern.test(visit);
}

/** "days 7, 14, 21, 28" or "Week 2, Week 4". */
export function visitList(visits: readonly string[]): string {
  const list = visits.join(strings.listSeparator);
  if (visits.length === 1) return visitLabel(visits[0] ?? '');
  return visits.length > 0 && visits.every(isDay) ? strings.visit.days(list) : list;
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Scales each instrument yields, total first; a score is called `<instrument id>.<scale>`. */
export const instrumentScales: Record<InstrumentName, readonly string[]> = {
  DFS: ['total'],
  FSS: ['total'],
  MFIS: ['total', 'physical', 'cognitive', 'psychosocial'],
};

export const instrumentItems: Record<InstrumentName, number> = { DFS: 1, FSS: 9, MFIS: 21 };

export interface ScoreChoice {
  score: string;
  label: string;
}

/** "MFIS physical"; an instrument of one scale is just "FSS". */
function scoreLabel(instrument: PlanInstrument, scale: string): string {
  const scales = instrumentScales[instrument.instrument];
  return scales.length === 1 ? instrument.instrument : `${instrument.instrument} ${strings.scales[scale] ?? scale}`;
}

/** Every score the plan's instruments yield; the file is named where two instruments would read the same. */
export function scoreChoices(instruments: readonly PlanInstrument[]): ScoreChoice[] {
  const choices = instruments.flatMap((instrument) => {
    const scales = instrument.scores ? Object.keys(instrument.scores) : instrumentScales[instrument.instrument];
    return scales.map((scale) => ({
      score: `${instrument.id}.${scale}`,
      label: scoreLabel(instrument, scale),
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

// SPDX-License-Identifier: MIT
/** In whom the difference that matters was found, where it is the questionnaire's published one. */
import type { OutcomeResult, Report } from '../contract/report.js';
import { instrumentNamed } from '../read/instruments.js';
import { translated } from './translated.js';

/** "multiple sclerosis"; null for an MCID of the plan's own. */
export function mcidPopulation(report: Report, outcome: OutcomeResult): string | null {
  const source = outcome.effects.find(({ mcid }) => mcid)?.mcid?.source ?? null;
  const name = report.scores.find(({ score }) => score === outcome.score)?.instrument;
  const definition = name === undefined ? undefined : instrumentNamed(name, report.plan.definitions);
  const change = definition?.changes?.find(
    ({ kind, source: own, population }) => kind === 'mcid' && `${own} (${population})` === source,
  );
  return change === undefined ? null : shortPopulation(translated(change.population));
}

/** What follows tells of the measurement: "multiple sclerosis, daily fatigue intensity 0 to 10". */
export const shortPopulation = (population: string): string => population.split(/[,;:]/)[0] ?? population;

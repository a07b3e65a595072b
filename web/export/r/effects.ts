// SPDX-License-Identifier: MIT
/** What R code of all kinds of models has in common: contrasts, degrees of freedom, and the comparison of effects. */
import type { EffectRow } from '../../contract/report.js';
import { isAvailable } from '../../text/number.js';
import { oneLine, type ScriptOutcome } from '../script_context.js';
import { isRobust, type Agreement } from './agreement.js';
import { rText, rVector } from './data.js';
import { makesInformation } from './information.js';

/** What is compared from here on, and why the rest is not. */
export const agreementLines = ({ same, why }: Agreement, indent = ''): string[] => [
  `${indent}agrees <- ${rVector(same)}`,
  `${indent}reason <- ${rText(why ?? '')}`,
];

/** The contrast of an effect's arms, by the arms that have rows. */
export const weightsOf = ({ arm, reference }: EffectRow): string =>
  `(levels(rows$arm) == ${rText(arm)}) - (levels(rows$arm) == ${rText(reference)})`;

/** Power of the correction of an empirical covariance. */
export const powerOf = ({ model }: ScriptOutcome): number =>
  model.vcov === 'empirical_jackknife' ? 1 : model.vcov === 'empirical_bias_reduced' ? 0.5 : 0;

/** Degrees of freedom that the script makes itself; null: those of a package. */
export function ownDf(outcome: ScriptOutcome): string | null {
  const { df } = outcome.model;
  if (df === 'residual') return 'nrow(rows) - sum(!is.na(contrast@bhat))';
  if (df === 'asymptotic' || df === 'between_within') return 'Inf';
  if (isRobust(outcome)) return 'robust$degrees';
  return makesInformation(outcome) ? 'own$degrees' : null;
}

export const isWeighted = ({ weights }: ScriptOutcome): boolean => weights !== null;

/** What could not be computed is missing in R, too, and the script goes on. */
const inR = (value: number | null): string => (isAvailable(value) ? String(value) : 'NA_real_');

/** `effect` beside the calculator's. */
export function compareLines({ result }: ScriptOutcome, effect: EffectRow): string[] {
  const name = rText(oneLine(result.label));
  return [
    'print(effect)',
    `compare(${name}, "estimate", effect$estimate, ${inR(effect.estimate)})`,
    `compare(${name}, "SE", effect$SE, ${inR(effect.se)})`,
    ...(effect.df === null ? [] : [`compare(${name}, "df", effect$df, ${effect.df})`]),
    `compare(${name}, "p", effect$p.value, ${inR(effect.pValue)})`,
  ];
}

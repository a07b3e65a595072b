// SPDX-License-Identifier: MIT
/** What the core says of a model, with the names of parameters and visits as a reader meets them elsewhere. */
import type { Direction } from '../contract/instrument.js';
import type { TimeUnit } from '../contract/plan.js';
import { visitLabel } from './labels.js';
import { strings } from './strings.js';

const words = strings.parameters;

/** "Var(9) of ar1h", "Rho(1) of ar1h", "UN(2,1)", "CS of cs". */
const named = /\b(?:(Var|Cov|Rho)\((\d+)\)|(Variance|Residual|CS|SP\(EXP\))) of (us|toeph?|adh?|ar1h?|csh?|sp_exp)\b/g;

/** `visits` are those of the model in order; none where the model is not known. */
export function withParameterWords(message: string, visits: readonly string[], unit: TimeUnit): string {
  const labelOf = (position: number): string | undefined => {
    const visit = visits[position - 1];
    return visit === undefined ? undefined : visitLabel(visit, unit);
  };
  const told = message
    .replace(named, (_, kind: string | undefined, at: string, single: string, structure: string) =>
      kind === undefined ? singleName(single) : numberedName(kind, Number(at), structure, labelOf),
    )
    .replace(/\b(?:lower|higher)_is_better\b/g, (name) => words.direction[name as Direction]);
  const written = visits.filter((visit) => /^\w*_\w*$/.test(visit));
  return written.reduce(
    (text, visit) =>
      text.replace(
        new RegExp(`(?<=\\bvisits? |\\bvisits [^;()]+ and )${visit}(?![\\w.])`, 'g'),
        visitLabel(visit, unit),
      ),
    told,
  );
}

function singleName(name: string): string {
  if (name === 'Variance') return words.variance;
  if (name === 'Residual') return words.residual;
  return name === 'CS' ? words.common : words.range;
}

function numberedName(
  kind: string,
  at: number,
  structure: string,
  labelOf: (position: number) => string | undefined,
): string {
  if (kind === 'Var') {
    const visit = labelOf(at);
    return visit === undefined ? words.varianceOf(at) : words.varianceAt(visit);
  }
  if (kind === 'Cov') return words.covarianceApart(at);
  if (structure.startsWith('cs')) return words.correlation;
  const [one, other] = [labelOf(at), labelOf(at + 1)];
  if (!structure.startsWith('ad') || one === undefined || other === undefined) return words.correlationApart(at);
  return words.correlationOf(one, other);
}

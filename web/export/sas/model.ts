// SPDX-License-Identifier: MIT
/** One outcome's model and effects as PROC MIXED. armn and visitn number the arms and visits, the reference arm first. */
import type { EffectRow } from '../../contract/report.js';
import { isAvailable } from '../../text/number.js';
import { oneLine, type ScriptOutcome } from '../script_context.js';
import { comment, sasText } from './cells.js';

const typesOver = (time: string): Record<string, string> => ({
  us: 'un',
  cs: 'cs',
  csh: 'csh',
  ar1: 'ar(1)',
  ar1h: 'arh(1)',
  toep: 'toep',
  toeph: 'toeph',
  adh: 'ante(1)',
  sp_exp: `sp(exp)(${time})`,
});
const dfs: Record<string, string> = {
  kenward_roger: 'kr',
  kenward_roger_linear: 'kr(firstorder)',
  satterthwaite: 'satterth',
  between_within: 'bw',
  residual: 'residual',
  asymptotic: 'none',
};

const hasResidual = ({ residual }: ScriptOutcome['model']): boolean =>
  residual !== undefined && residual !== null && residual !== 'independent';

const isRobust = ({ vcov = 'model' }: ScriptOutcome['model']): boolean => vcov !== 'model';

/** Null where PROC MIXED has no such model, with the reason. */
export function unavailable({ model, time }: ScriptOutcome): string | null {
  const types = typesOver(time);
  if (model.kind === 'mmrm' && model.visits.length > 1 && types[model.covarianceUsed] === undefined) {
    return `PROC MIXED has no structure ${model.covarianceUsed}`;
  }
  if (hasResidual(model) && types[model.residual ?? ''] === undefined) {
    return `PROC MIXED has no structure ${model.residual}`;
  }
  if (dfs[model.df] === undefined) return `PROC MIXED has no degrees of freedom by ${model.df}`;
  return null;
}

export function modelCode(outcome: ScriptOutcome, all: readonly string[]): string {
  const reason = unavailable(outcome);
  if (reason !== null) return `/* ${oneLine(reason)}. */`;
  const { model, result, covariates, factors, time: scale } = outcome;
  const names = covariates.map((name) => ({ name: `x${all.indexOf(name) + 1}`, isFactor: factors.has(name) }));
  const isRandom = model.kind === 'random_effects';
  const isOneVisit = !isRandom && model.visits.length === 1;
  const time = isRandom ? `armn ${scale} armn*${scale}` : isOneVisit ? 'armn' : 'armn visitn armn*visitn';
  const fixed = [...(model.response === 'value' ? [] : ['baseline']), ...names.map(({ name }) => name), time].join(' ');
  const level = Number((1 - model.confidence).toFixed(12));
  return [
    'proc datasets lib=work nolist nowarn; delete effects; quit;',
    'ods output Estimates=effects;',
    `proc mixed data=rows method=${model.method.toLowerCase()}${isRobust(model) ? ' empirical' : ''} convh=1e-12 alpha=${level};`,
    `  class id armn${isRandom && !hasResidual(model) ? '' : ' visitn'}${names
      .filter(({ isFactor }) => isFactor)
      .map(({ name }) => ` ${name}`)
      .join('')};`,
    `  model response = ${fixed} / solution ddfm=${isOneVisit ? 'residual' : (dfs[model.df] ?? 'kr')} cl alpha=${level};`,
    ...(outcome.weights === null ? [] : ['  weight weight;']),
    ...covarianceLines(outcome),
    ...(isRandom ? [] : [`  lsmeans ${isOneVisit ? 'armn' : 'armn*visitn armn'} / cl alpha=${level};`]),
    ...result.effects.map((effect) => estimateLine(outcome, effect, level)),
    'run;',
    ...result.effects.map(
      (effect, i) =>
        `%compare(${sasText(result.label)}, ${i + 1}, ${[effect.estimate, effect.se, effect.df, effect.pValue].map(inSas).join(', ')});`,
    ),
    ...differences(outcome).map(comment),
  ].join('\n');
}

const inSas = (value: number | null): string => (isAvailable(value) ? String(value) : '.');

/** What PROC MIXED makes in another way than the calculator. */
function differences({ model }: ScriptOutcome): string[] {
  const { vcov = 'model', df, method, information } = model;
  const goesByInformation = df.startsWith('kenward_roger') || df === 'satterthwaite';
  const isOneVisit = model.kind === 'mmrm' && model.visits.length === 1;
  if (vcov === 'empirical')
    return goesByInformation
      ? ['Degrees of freedom and p differ: the calculator has those of the sandwich itself.']
      : [];
  if (vcov !== 'model')
    return [
      'Standard errors, degrees of freedom and p differ: EMPIRICAL is the plain sandwich; the calculator used a correction for few participants.',
    ];
  if (isOneVisit && method === 'ML' && goesByInformation)
    return ['Degrees of freedom and p differ: the calculator has n under ML, and these are n - p.'];
  if (information === 'expected' && goesByInformation)
    return [
      'Standard errors, degrees of freedom and p may differ: PROC MIXED has the observed information, the calculator took the expected.',
    ];
  return [];
}

function covarianceLines({ model, time }: ScriptOutcome): string[] {
  const types = typesOver(time);
  const group = model.covarianceGroups === 'arm' ? ' group=armn' : '';
  if (model.kind === 'mmrm') {
    // EMPIRICAL needs to know whose rows belong together.
    if (model.visits.length === 1) return isRobust(model) ? ['  repeated / subject=id;'] : [];
    return [`  repeated visitn / subject=id type=${types[model.covarianceUsed] ?? 'un'}${group} r rcorr;`];
  }
  const random =
    model.covarianceUsed === 'intercept'
      ? '  random intercept / subject=id g;'
      : `  random intercept ${time} / subject=id type=${model.covarianceUsed === 'intercept_slope' ? 'un' : 'vc'} g;`;
  const residual = hasResidual(model)
    ? [`  repeated visitn / subject=id type=${types[model.residual ?? ''] ?? 'vc'};`]
    : [];
  return [random, ...residual];
}

/**
 * Coefficients by position, as PROC MIXED has them (brackets are PROC GLIMMIX's): a class variable's in the order of its
 * levels, those of armn*visitn with visitn, the later in CLASS, running faster.
 */
function estimateLine({ model, arms, time }: ScriptOutcome, effect: EffectRow, level: number): string {
  const label = sasText(`${effect.arm} - ${effect.reference}`);
  // CLASS numbers the arms there are, in the order of armn.
  const weights = arms.map((arm) => (arm === effect.arm ? 1 : arm === effect.reference ? -1 : 0));
  // ESTIMATE has a level of its own, 0.05 where none is given.
  const end = `${level === 0.05 ? '' : ` alpha=${level}`};`;
  const byArm = weights.join(' ');
  if (model.kind === 'random_effects') {
    if (effect.kind === 'slope_difference') return `  estimate ${label} armn*${time} ${byArm} / cl${end}`;
    const days = model.days ?? [];
    const day =
      effect.visit === null
        ? days.reduce((sum, each) => sum + each, 0) / days.length
        : (days[model.visits.indexOf(effect.visit)] ?? Number(effect.visit));
    return `  estimate ${label} armn ${byArm} armn*${time} ${weights.map((weight) => (weight === 0 ? 0 : weight * day)).join(' ')} / cl${end}`;
  }
  if (model.visits.length === 1) return `  estimate ${label} armn ${byArm} / cl${end}`;
  const isIn = model.visits.map((visit) => effect.visit === null || visit === effect.visit);
  const count = isIn.filter((each) => each).length;
  const cells = weights.map((weight) => isIn.map((each) => (each ? weight : 0)).join(' ')).join('  ');
  const divisor = count > 1 ? ` divisor=${count}` : '';
  return `  estimate ${label} armn ${weights.map((weight) => weight * count).join(' ')} armn*visitn ${cells} / cl${divisor}${end}`;
}

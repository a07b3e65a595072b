// SPDX-License-Identifier: MIT
/**
 * Stored results of other software that the page checks itself against: a selection of tests/reference/ship that covers
 * structures, degrees of freedom, both likelihoods, random effects and marginal means, each as the request that answers
 * it and the numbers to come. Types: web/reference/stored.ts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const folder = join(root, 'tests/reference/ship');
const read = (path) => readFileSync(join(folder, path), 'utf8');

/** `block`: which of the stored inferences, by df and vcov method; `sas` is Kenward-Roger in SAS's parameters. */
const selection = [
  { name: 'two_arm_us_reml', block: 'sas', means: 'visits' },
  { name: 'two_arm_us_reml', block: 'Satterthwaite', means: 'averaged' },
  { name: 'two_arm_us_reml_empirical', block: 'Empirical-Bias-Reduced' },
  { name: 'two_arm_us_group_reml', block: 'sas', means: 'averaged' },
  { name: 'two_arm_us_weighted_reml', block: 'Satterthwaite' },
  { name: 'two_arm_toeph_ml', block: 'Satterthwaite' },
  { name: 'two_arm_toep_reml', block: 'Kenward-Roger-Linear' },
  { name: 'two_arm_adh_reml', block: 'Kenward-Roger' },
  { name: 'two_arm_ad_reml', block: 'Residual' },
  { name: 'two_arm_ar1h_reml', block: 'sas' },
  { name: 'two_arm_csh_reml', block: 'Between-Within' },
  { name: 'two_arm_sp_exp_reml', block: 'sas', means: 'averaged' },
  { name: 'pilot_us_reml', block: 'sas', means: 'visits' },
  { name: 'pilot_ar1_reml', block: 'Satterthwaite' },
  { name: 'pilot_cs_reml', block: 'Kenward-Roger' },
  {
    name: 'pilot_lme_ri_ar1_reml',
    block: 'sas',
    formula: 'CHG ~ BASE + ARM * VISIT + (1 | ID) + ar1(VISIT | ID)',
  },
  { name: 'diary_ri_reml', block: 'sas', means: 'slopes' },
  { name: 'diary_ris_reml', block: 'Satterthwaite', means: 'slopes' },
  { name: 'diary_ris_reml', block: 'Kenward-Roger', means: 'days' },
  { name: 'diary_uncor_ml', block: 'Satterthwaite', means: 'slopes' },
  { name: 'nested_reml', block: 'Kenward-Roger', means: 'visits' },
  { name: 'singular_ri_ml', block: 'Satterthwaite' },
];

const dfMethods = {
  sas: { df: 'kenward_roger' },
  Satterthwaite: { df: 'satterthwaite' },
  'Between-Within': { df: 'between_within' },
  Residual: { df: 'residual' },
  'Kenward-Roger': { df: 'kenward_roger_mmrm' },
  'Kenward-Roger-Linear': { df: 'kenward_roger_linear' },
  'Empirical-Bias-Reduced': { df: 'satterthwaite', vcov: 'empirical_bias_reduced' },
};

/** The stored tables of each kind of means; which of the names a file has differs. */
const meansTables = {
  visits: { means: ['by_arm_visit', 'arm_by_visit'], contrasts: ['contrast_arm_by_visit', 'arm_by_visit_contrast'] },
  averaged: { means: ['by_arm_averaged_over_visit'], contrasts: ['contrast_arm_averaged_over_visit'] },
  slopes: { means: ['day_trend'], contrasts: ['day_trend_contrast'], trend: 'day' },
  days: { means: ['arm_at_day'], contrasts: ['arm_at_day_contrast'], at: { day: [0, 3, 7] } },
};

export function referenceSet() {
  const cases = selection.map(referenceCase);
  const names = [...new Set(cases.map(({ file }) => file))];
  const files = Object.fromEntries(names.map((file) => [file, usedColumns(file, cases)]));
  return { all: allCompared(), files, cases };
}

/** A data file without the columns that no selected model needs. */
function usedColumns(file, cases) {
  const requests = cases.filter((each) => each.file === file).map(({ request }) => request);
  const wanted = new Set(requests.flatMap(({ formula, weights = '' }) => [...formula.split(/\W+/), weights]));
  const rows = read(`data/${file}`)
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const kept = rows[0].map((name) => wanted.has(name));
  return rows.map((cells) => `${cells.filter((_, k) => kept[k]).join(',')}\n`).join('');
}

/** How many numbers of how many cases docs/validation.md reports. */
function allCompared() {
  const text = readFileSync(join(root, 'docs/validation.md'), 'utf8');
  const match = /\*\*(\d+) numbers of (\d+) cases\*\*/.exec(text);
  if (!match) throw new Error('docs/validation.md does not say "**N numbers of M cases**"');
  return { numbers: Number(match[1]), cases: Number(match[2]) };
}

function referenceCase({ name, block, means, formula }) {
  const stored = JSON.parse(read(`expected/${name}.json`));
  const file = stored.dataset.split(' ')[0];
  const isMixed = stored.fit?.VarCorr !== undefined;
  const found = findBlock(stored, block);
  const tables = means && tablesOf(found, means);
  const request = {
    formula: formula ?? stored.formula,
    method: stored.method,
    ...(isMixed && block === 'Kenward-Roger' ? { df: 'kenward_roger', information: 'expected' } : dfMethods[block]),
    levels: levelsOf(file, formula ?? stored.formula),
    ...(stored.weights ? { weights: stored.weights } : {}),
    ...(tables ? { emmeans: emmeansOf(tables, meansTables[means]) } : {}),
  };
  return {
    name,
    file,
    request,
    software: softwareOf(stored, block, isMixed),
    stored: {
      logLik: (stored.fit ?? stored.polished).logLik,
      ...covarianceOf(stored),
      coefficients: columns(found.coefficients, ['lower', 'upper']),
      ...(found.anova_type3 ? { tests: columns(found.anova_type3) } : {}),
      ...(tables ? { emmeans: columns(tables.means), contrasts: columns(tables.contrasts) } : {}),
    },
  };
}

function findBlock(stored, block) {
  if (block === 'sas') return stored.kenward_roger_sas;
  const names = ({ df_method: df, vcov_method: vcov = '' }) => [df.split(' (')[0], vcov];
  const isAsked = (each) => {
    const [df, vcov] = names(each);
    if (block.startsWith('Kenward-Roger')) return df === 'Kenward-Roger' && (vcov === '' || vcov === block);
    return block.startsWith('Empirical') ? vcov === block : df === block && (vcov === '' || vcov === 'Asymptotic');
  };
  const found = stored.inference.find(isAsked);
  if (!found) throw new Error(`${stored.id}: no inference by ${block}`);
  return found;
}

function tablesOf({ emmeans = {} }, kind) {
  const first = (names) => emmeans[names.find((name) => name in emmeans)];
  const [means, contrasts] = [first(meansTables[kind].means), first(meansTables[kind].contrasts)];
  if (!means || !contrasts) throw new Error(`no means "${kind}" among ${Object.keys(emmeans)}`);
  return { means, contrasts };
}

const statistics = ['estimate', 'se', 'df', 't', 'p', 'lower', 'upper'];

/** The first factor is the one compared, the others are crossed with it. */
function emmeansOf({ means }, { trend, at }) {
  const [compared, ...by] = Object.keys(means).filter((column) => !statistics.includes(column));
  return {
    specs: by.length > 0 ? `${compared} | ${by.join(' * ')}` : compared,
    ...(trend ? { trend } : {}),
    ...(at ? { at } : {}),
  };
}

/** t is the estimate over its standard error, so it is not taken along; nor are columns that say nothing. */
function columns(table, leftOut = []) {
  const isKept = ([name, values]) =>
    !['t', 'Sum Sq', 'scale', ...leftOut].includes(name) && values.some((value) => value !== null);
  return Object.fromEntries(Object.entries(table).filter(isKept));
}

function levelsOf(file, formula) {
  const levels = JSON.parse(read('data/factor_levels.json'))[file] ?? {};
  const isUsed = ([column, names]) => names.length > 1 && formula.split(/\W+/).includes(column);
  return Object.fromEntries(Object.entries(levels).filter(isUsed));
}

/** Lower triangles of Sigma, one per group; variances and covariances of random effects. */
function covarianceOf({ fit }) {
  if (!fit) return {};
  if (fit.VarCorr) return { random: randomOf(fit.VarCorr), sigma: fit.sigma };
  const { sigma } = fit;
  const triangle = (matrix) => matrix.map((row, i) => row.slice(0, i + 1));
  const groups = Array.isArray(sigma) ? [[null, sigma]] : Object.entries(sigma);
  return { covariance: groups.map(([group, matrix]) => ({ group, matrix: triangle(matrix) })) };
}

/** lme4 numbers a second term of the same group: id.1. */
function randomOf({ grp, var1, var2, vcov }) {
  const rows = grp.map((group, k) => ({
    group: group.replace(/\.\d$/, ''),
    terms: [var1[k], var2[k] ?? var1[k]],
    value: vcov[k],
  }));
  return rows.filter(({ group }) => group !== 'Residual');
}

/** What made each part, with its version. */
function softwareOf({ software, polished, fit: stored }, block, isMixed) {
  const version = (name) => `${name} ${software[name]}`;
  const r = `R ${/R version (\S+)/.exec(software.R)[1]}`;
  const fit = !stored && polished ? `${r}, likelihood by Newton steps` : version(isMixed ? 'lme4' : 'mmrm');
  const own = `${r}, Kenward-Roger in SAS\u2019s parameters`;
  if (block === 'sas') return { fit, inference: own, means: own };
  const inference = !isMixed ? fit : version(block === 'Kenward-Roger' ? 'pbkrtest' : 'lmerTest');
  return { fit, inference, means: version('emmeans') };
}

// SPDX-License-Identifier: MIT
/** What each command can be told: one table per command, which its help text and the reading of arguments share. */

import type { CovarianceIntervals, EmmeansRequest, FitRequest } from '../contract/fit.js';
import type { DfMethod, FitMethod, InformationKind, MultiplicityMethod, VcovMethod } from '../contract/plan.js';
import { builtInInstruments } from '../read/instruments.js';

const builtInNames = builtInInstruments
  .map(({ name }) => name)
  .sort((a, b) => a.localeCompare(b, 'en'))
  .join(', ');

export interface OptionSpec {
  type: 'string' | 'boolean';
  /** May be given several times. */
  multiple?: boolean;
  /** What stands after the option in the help text: "COLUMN", "REML|ML". */
  value?: string;
  /** The only values there are. */
  choices?: readonly string[];
  /** What it does, and what holds without it. */
  help: string;
}

export type OptionTable = Readonly<Record<string, OptionSpec>>;

const sheet = {
  type: 'string',
  value: 'NAME',
  help: 'sheet of a workbook, by its name or as "trial.xlsx \u203a Scores"; default: the first with cells that is not hidden, and a warning names the others',
} as const satisfies OptionSpec;

export const fitOptions = {
  formula: {
    type: 'string',
    value: 'FORMULA',
    help: "the model in R's syntax; required. One of us, toeph, toep, adh, ad, ar1h, ar1, csh, cs, sp_exp(visit | id), (visit | arm / id) for one matrix per arm, and/or (1 + day | id)",
  },
  method: {
    type: 'string',
    value: 'REML|ML',
    choices: ['REML', 'ML'] satisfies FitMethod[],
    help: 'likelihood; default REML',
  },
  df: {
    type: 'string',
    value: 'METHOD',
    choices: [
      'kenward_roger',
      'kenward_roger_linear',
      'kenward_roger_mmrm',
      'satterthwaite',
      'between_within',
      'residual',
      'asymptotic',
    ] satisfies DfMethod[],
    help: 'degrees of freedom: kenward_roger (default), kenward_roger_linear, kenward_roger_mmrm, satterthwaite (default with ML), between_within, residual, asymptotic',
  },
  vcov: {
    type: 'string',
    value: 'METHOD',
    choices: ['model', 'empirical', 'empirical_jackknife', 'empirical_bias_reduced'] satisfies VcovMethod[],
    help: 'covariance of the coefficients: model (default), empirical, empirical_jackknife, empirical_bias_reduced',
  },
  information: {
    type: 'string',
    value: 'observed|expected',
    choices: ['observed', 'expected'] satisfies InformationKind[],
    help: 'information on the covariance parameters; default observed',
  },
  levels: {
    type: 'string',
    multiple: true,
    value: 'COLUMN=A,B',
    help: "order of a factor's levels, the reference first; default as R sorts in the C locale",
  },
  categorical: {
    type: 'string',
    multiple: true,
    value: 'COLUMN',
    help: 'treat a numeric column as a factor; default: numbers are covariates',
  },
  weights: { type: 'string', value: 'COLUMN', help: 'weight of each row; default 1' },
  confidence: { type: 'string', value: 'LEVEL', help: 'confidence level of intervals; default 0.95' },
  tests: {
    type: 'string',
    value: 'III|II',
    choices: ['III', 'II'] satisfies NonNullable<FitRequest['tests']>[],
    help: 'type of the F tests of the terms; default III',
  },
  emmeans: {
    type: 'string',
    value: "'A | B'",
    help: 'marginal means of A at each level of B, and their contrasts; default none',
  },
  'emmeans-weights': {
    type: 'string',
    value: 'WEIGHTS',
    choices: ['equal', 'proportional', 'outer', 'cells'] satisfies NonNullable<EmmeansRequest['weights']>[],
    help: 'how other factors are averaged over: equal (default), proportional, outer, cells',
  },
  reference: {
    type: 'string',
    multiple: true,
    value: 'COLUMN=LEVEL',
    help: 'level that contrasts are taken against; default the first',
  },
  at: {
    type: 'string',
    multiple: true,
    value: 'COLUMN=V,V',
    help: 'values of a covariate (default its mean), or levels of a factor to keep (default all)',
  },
  trend: { type: 'string', value: 'COLUMN', help: 'slopes over this covariate in place of means; default means' },
  contrasts: {
    type: 'string',
    value: 'KIND',
    choices: ['reference', 'pairwise', 'interaction'] satisfies NonNullable<EmmeansRequest['contrasts']>[],
    help: 'reference (default: each level minus the reference), pairwise, interaction',
  },
  contrast: {
    type: 'string',
    multiple: true,
    value: 'NAME=W,W',
    help: 'own contrast by its weights over the means of each group, in their order, in place of --contrasts; default none',
  },
  adjust: {
    type: 'string',
    value: 'METHOD',
    choices: ['none', 'bonferroni', 'holm', 'hochberg', 'dunnett'] satisfies MultiplicityMethod[],
    help: 'p values of the contrasts of each group: none (default), bonferroni, holm, hochberg, dunnett',
  },
  blups: { type: 'boolean', help: 'add the predicted random effects; default left out' },
  rows: { type: 'boolean', help: 'add fitted values, residuals and predictions by row; default left out' },
  'covariance-intervals': {
    type: 'string',
    value: 'wald|profile',
    choices: ['wald', 'profile'] satisfies CovarianceIntervals[],
    help: 'add the covariance parameters with intervals of this kind; default left out',
  },
  compare: {
    type: 'string',
    value: 'FORMULA',
    help: 'add the likelihood-ratio test against another model of the same rows; default left out',
  },
  sheet,
} as const satisfies OptionTable;

export const scoreOptions = {
  instrument: {
    type: 'string',
    value: 'NAME|FILE.json',
    help: `the questionnaire, or a file with a definition of your own; required. Built in: ${builtInNames}`,
  },
  items: {
    type: 'string',
    value: 'COLUMN,...',
    help: 'the item columns in item order; default: recognised by their names',
  },
  id: { type: 'string', value: 'COLUMN,...', help: "columns to repeat beside each row's scores; default none" },
  scoring: {
    type: 'string',
    value: 'NAME',
    help: "one of the instrument's ways to score, such as mean (FSS) or bimodal (CFQ-11); default its first",
  },
  'missing-items': {
    type: 'string',
    value: 'half|complete|at_least=N|subscales',
    help: "score a scale when at least half of its items are answered, all, or N; subscales: half for each, and a total needs them all; default the instrument's own rule",
  },
  missing: {
    type: 'string',
    value: 'CODE,...',
    help: 'codes that mean a missing answer besides the empty cell, NA, N/A, NaN and ".", in all columns but those of --id; with a minus first as --missing=-9,999; default none',
  },
  sheet,
  decimal: {
    type: 'string',
    value: 'point|comma',
    choices: ['point', 'comma'],
    help: 'decimal mark of the file; default: found from its numbers',
  },
  direction: {
    type: 'string',
    value: 'lower_is_better|higher_is_better',
    help: 'which way the form stands; required for instruments used both ways, else not allowed',
  },
} as const satisfies OptionTable;

export const checkOptions = {
  data: { type: 'string', value: 'FOLDER', help: "folder of the plan's data files; default: the plan's own" },
} as const satisfies OptionTable;

export const analyzeOptions = {
  data: { type: 'string', value: 'FOLDER', help: "folder of the plan's data files; default: the plan's own" },
  out: {
    type: 'string',
    value: 'REPORT.json|FOLDER',
    help: 'write the report to this file and print nothing; of several plans the folder for their reports, which is made if need be; default: standard output',
  },
  export: {
    type: 'string',
    value: 'FOLDER',
    help: 'also write the report as HTML, Markdown and Word document (without figures), every table as CSV, all estimates, the R script, the SAS program and the scores they read to this folder, which is made if need be; of several plans to a folder for each within it; default: none',
  },
  jobs: {
    type: 'string',
    value: 'N',
    help: 'plans that are analysed at the same time; default: as many as there are processors',
  },
  resume: {
    type: 'boolean',
    help: 'leave out plans whose complete report of the same plan, data and version lies in the folder of --out; default: all are analysed anew',
  },
} as const satisfies OptionTable;

export const individualOptions = {
  data: analyzeOptions.data,
  out: {
    type: 'string',
    value: 'FILE',
    help: 'write the answer to this file and print nothing; default: standard output',
  },
} as const satisfies OptionTable;

export const influenceOptions = individualOptions;

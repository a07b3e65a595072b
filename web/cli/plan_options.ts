// SPDX-License-Identifier: MIT
/** What the commands around a plan and its report can be told. */
import { mostDigits } from '../reference/digits.js';
import { analyzeOptions, type OptionSpec, type OptionTable } from './options.js';

/** The forms that a report can be written in. */
export const reportForms = ['html', 'docx', 'csv', 'markdown', 'latex', 'text'] as const;
export type ReportForm = (typeof reportForms)[number];

/** Numbers differ by less than this share of their scale where only the processor is another. */
export const usualTolerance = 1e-8;

export const reportOptions = {
  to: {
    type: 'string',
    value: 'FORM',
    choices: reportForms,
    help: 'html, docx (Word), csv (a folder with every table and all estimates), markdown, latex or text; required unless the name given by --out tells it, as report.docx does',
  },
  out: {
    type: 'string',
    value: 'FILE|FOLDER',
    help: 'where to write it, with csv a folder that is made if need be; required with docx and csv; default: standard output',
  },
  data: analyzeOptions.data,
  paper: {
    type: 'string',
    value: 'a4|letter',
    choices: ['a4', 'letter'],
    help: 'paper of the Word document; default a4',
  },
} as const satisfies OptionTable;

const json = {
  type: 'boolean',
  help: 'JSON also on a terminal; default: the summary there',
} as const satisfies OptionSpec;

export const planOptions = {
  out: {
    type: 'string',
    value: 'PLAN.json',
    help: 'write the plan to this file and print nothing; default: standard output',
  },
} as const satisfies OptionTable;

export const validateOptions = {
  data: {
    type: 'string',
    value: 'FOLDER',
    help: 'also look whether the files of this folder fit the plan: columns, arms, visits, values; default: the file is looked at by itself',
  },
} as const satisfies OptionTable;

export const reproduceOptions = {
  data: { type: 'string', value: 'FOLDER', help: 'folder of the files that the report was made of; required' },
  tolerance: {
    type: 'string',
    value: 'SHARE',
    help: `largest difference of two numbers that agree, from 1e-${mostDigits} to 1: as a share of the number, for limits of half the width of their interval, for estimates near 0 of their standard error; default ${usualTolerance}`,
  },
  summary: { type: 'boolean', help: 'sentences and a table of what differs in place of JSON; default on a terminal' },
  json,
} as const satisfies OptionTable;

export const completionOptions = {} as const satisfies OptionTable;

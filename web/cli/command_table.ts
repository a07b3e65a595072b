// SPDX-License-Identifier: MIT
/** Every command with its options and examples: help texts and shell completion are made of this table. */
import {
  analyzeOptions,
  checkOptions,
  fitOptions,
  individualOptions,
  influenceOptions,
  scoreOptions,
  type OptionTable,
} from './options.js';
import { completionOptions, planOptions, reportOptions, reproduceOptions, validateOptions } from './plan_options.js';

export const program = 'fatigue-calculator';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

export interface CommandUsage {
  /** Ways to call it, after the program's name. */
  synopsis: readonly string[];
  what: string;
  options: OptionTable;
  examples: readonly string[];
  /** Words that stand first after the command, where it takes no other. */
  words?: readonly string[];
  /** What comes on standard output, where that is not an answer in JSON. */
  output?: string;
  /** When it ends with 0 and with 1. */
  exits: { done: string; not: string };
}

const incomplete = 'an input or analysis error, also where only a part failed';

export const commandUsage: Readonly<Record<string, CommandUsage>> = {
  fit: {
    synopsis: ["fit DATA.csv|- --formula 'FORMULA' [options]"],
    what: 'Fits one mixed model to one file; - is standard input.',
    options: fitOptions,
    examples: [
      `fit trial.csv --formula 'change ~ baseline + arm * visit + us(visit | id)' \\
      --levels 'arm=placebo,active' --emmeans 'arm | visit' --reference arm=placebo`,
    ],
    exits: { done: 'fitted; whether it converged says "status"', not: 'an input or analysis error' },
  },
  score: {
    synopsis: ['score DATA.csv|- --instrument NAME|FILE.json [options]'],
    what: 'Scores one questionnaire in one file; - is standard input.',
    options: scoreOptions,
    examples: ['score questionnaires.csv --instrument MFIS --id id,day --missing-items complete'],
    exits: { done: 'scored', not: 'an input error' },
  },
  analyze: {
    synopsis: ['analyze PLAN.json|- [options]', 'analyze PLAN.json PLAN.json ... --out FOLDER [options]'],
    what: 'Analyses a whole trial as its plan says, or many trials at the same time: then each report is FOLDER/NAME.report.json, and the answer tells what became of each plan. An earlier report of a plan that fails now is kept as NAME.report.json.old.',
    options: analyzeOptions,
    examples: ['analyze plan.json --data data --out report.json', 'analyze plans/*.json --out reports --resume'],
    exits: { done: 'analysed', not: `${incomplete}; of several plans: one at least did` },
  },
  check: {
    synopsis: ['check PLAN.json|- [options]'],
    what: "Tells what a plan's data hold and every problem in them, before anything is fitted; what a model cannot do, analyze tells. Problems are no error.",
    options: checkOptions,
    examples: ['check plan.json --data data'],
    exits: { done: 'looked at, whatever was found', not: 'a plan that cannot be used' },
  },
  individual: {
    synopsis: ['individual PLAN.json|- [options]'],
    what: 'Tells what concerns single participants: their scores, residuals with a normal plot, and gains. Not for publication.',
    options: individualOptions,
    examples: ['individual plan.json --data data --out individual.json'],
    exits: { done: 'told of all outcomes', not: incomplete },
  },
  influence: {
    synopsis: ['influence PLAN.json|- [options]'],
    what: 'Leaves out each participant in turn and tells how far that moves the effects. Not for publication.',
    options: influenceOptions,
    examples: ['influence plan.json --data data --out influence.json'],
    exits: { done: 'told of all outcomes', not: incomplete },
  },
  report: {
    synopsis: ['report PLAN.json|REPORT.json|- --to FORM [--out FILE|FOLDER] [options]'],
    what: 'Writes a report for readers, from a plan and its data or from a saved report, with the texts and numbers of the page. Figures are left out: a browser draws them.',
    options: reportOptions,
    examples: ['report plan.json --data data --out report.docx', 'report report.json --to csv --out tables'],
    output: 'A form of one text file comes on standard output without --out; with it nothing does.',
    exits: { done: 'written', not: `${incomplete}; what there is of the report is written all the same` },
  },
  plan: {
    synopsis: ['plan init FILES... [--out PLAN.json]'],
    what: 'Proposes a plan from data files, as the page does, and tells on standard error what was found, assumed and left open. Definitions of instruments of your own (.json) may stand among the files.',
    options: planOptions,
    examples: ['plan init data/*.csv --out plan.json'],
    words: ['init'],
    exits: { done: 'a plan is written, also one with open questions', not: 'nothing could be proposed' },
  },
  validate: {
    synopsis: ['validate PLAN.json|REPORT.json|INSTRUMENT.json|- [options]'],
    what: 'Checks a file against its schema, and that the names in it refer to something; lists every problem as {path, message}.',
    options: validateOptions,
    examples: ['validate plan.json', 'validate plan.json --data data'],
    exits: { done: 'valid', not: 'it has problems, or cannot be read' },
  },
  reproduce: {
    synopsis: ['reproduce REPORT.json|- --data FOLDER [options]'],
    what: "Runs a saved report's plan on the same files again and tells number by number whether it agrees; first, whether the files are the same.",
    options: reproduceOptions,
    examples: ['reproduce report.json --data data', 'reproduce report.json --data data --tolerance 1e-6 --summary'],
    output: 'The answer is JSON on standard output, or a summary in sentences on a terminal and with --summary.',
    exits: { done: 'every number agrees', not: 'one does not, the data are others, or an input error' },
  },
  completion: {
    synopsis: [`completion ${shells.join('|')}`],
    what: 'Prints a script by which the shell completes commands, options and their words.',
    options: completionOptions,
    examples: ['completion bash > ~/.local/share/bash-completion/completions/fatigue-calculator'],
    words: shells,
    output: 'The script comes on standard output.',
    exits: { done: 'printed', not: 'never' },
  },
};

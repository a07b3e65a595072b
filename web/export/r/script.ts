// SPDX-License-Identifier: MIT
/** An R script that makes the report's effects again from the same files, and compares them with the report's. */
import type { Report } from '../../contract/report.js';
import { oneLine, scriptOutcomes } from '../script_context.js';
import { participantsCode, rowsCode, rText, scoresCode } from './data.js';
import { modelCode } from './model.js';
import { prelude } from './prelude.js';

/** `stamp`: the lines that say which software, plan and data; each becomes a comment. */
export function rScript(report: Report, stamp: readonly string[] = []): string {
  const outcomes = scriptOutcomes(report);
  const covariates = [...new Set(outcomes.flatMap((outcome) => outcome.covariates))];
  const random = outcomes.some(({ model }) => model.kind === 'random_effects');
  const packages = ['emmeans', 'nlme', ...(random ? ['lme4', 'lmerTest', 'pbkrtest'] : [])];
  return `${[
    ...(report.plan.title ? [`# ${oneLine(report.plan.title)}`] : []),
    ...stamp.map((line) => `# ${oneLine(line)}`),
    '# Run in the folder of the data: Rscript analysis.R, or Rscript analysis.R FOLDER.',
    `# Packages: ${packages.join(', ')}; mmrm for full agreement of repeated measures.`,
    '',
    'arguments <- commandArgs(trailingOnly = TRUE)',
    'folder <- if (length(arguments) > 0) arguments[1] else "."',
    'options(width = 120, digits = 10)',
    prelude,
    '',
    '# ---- participants ----',
    participantsCode(report, covariates, new Set(outcomes.flatMap(({ factors }) => [...factors]))),
    ...outcomes.flatMap((outcome) => [
      '',
      `# ---- ${oneLine(outcome.result.label)} ----`,
      ...(outcome.unavailable === null
        ? [
            scoresCode(outcome),
            rowsCode(outcome, covariates),
            `stopifnot(nrow(rows) == ${outcome.model.nObservations})`,
            modelCode(outcome, covariates),
          ]
        : [`cat(${rText(`${outcome.result.label} is not made again: ${outcome.unavailable}.`)}, "\\n")`]),
    ]),
    '',
    '# ---- beside the calculator ----',
    'print(compared, digits = 10, row.names = FALSE)',
  ].join('\n')}\n`;
}

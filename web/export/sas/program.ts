// SPDX-License-Identifier: MIT
/** A SAS program that makes the report's effects again from the same files, and compares them with the report's. */
import type { Report } from '../../contract/report.js';
import { scriptOutcomes } from '../script_context.js';
import { comment } from './cells.js';
import { participantsCode, rowsCode, scoresCode } from './data.js';
import { macros } from './macros.js';
import { modelCode } from './model.js';

export function sasProgram(report: Report, stamp: readonly string[] = []): string {
  const outcomes = scriptOutcomes(report);
  const covariates = [...new Set(outcomes.flatMap((outcome) => outcome.covariates))];
  const factors = new Set(outcomes.flatMap((outcome) => [...outcome.factors]));
  return `${[
    ...(report.plan.title ? [comment(report.plan.title)] : []),
    ...stamp.map(comment),
    comment('The log has a WARNING where rows or participants are not as many as the calculator had.'),
    comment(
      'Put the folder of the data here. Needs SAS 9.4 or newer with SAS/STAT; cells must not hold line ends, and column names have at most 32 characters.',
    ),
    '%let folder = .;',
    'options validvarname=any nodate;',
    macros,
    'proc datasets lib=work nolist nowarn; delete compared; quit;',
    '',
    comment('participants'),
    participantsCode(report, covariates, factors),
    ...outcomes.flatMap((outcome) => [
      '',
      comment(outcome.result.label),
      ...(outcome.unavailable === null
        ? [
            scoresCode(outcome, report.plan),
            rowsCode(outcome, covariates),
            `%count('rows of the model', rows, ${outcome.model.nObservations});`,
            `%count_participants(rows, ${outcome.model.nSubjects});`,
            modelCode(outcome, covariates),
          ]
        : [comment(`not made again: ${outcome.unavailable}`)]),
    ]),
    '',
    comment('beside the calculator: worst is the largest relative difference'),
    'proc print data=compared noobs;',
    '  var outcome estimate calculator_estimate stderr calculator_se df calculator_df probt calculator_p worst;',
    'run;',
  ].join('\n')}\n`;
}

// SPDX-License-Identifier: MIT
/** An R script that makes the report's effects again from the same files, and compares them with the report's. */
import type { Report } from '../../contract/report.js';
import { oneLine, scriptOutcomes, type ScriptOutcome } from '../script_context.js';
import { agreementOf, glsAgreement, hasGls, isOneVisit, isRobust } from './agreement.js';
import { informationFunctions, makesInformation } from './information.js';
import { participantsCode, rowsCode, rText, scoresCode } from './data.js';
import { modelCode, notFitted } from './model.js';
import { blockFunctions, prelude, robustFunctions } from './prelude.js';
import { readingFunctions } from './reading.js';

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
    `# Packages: ${packages.join(', ')}; mmrm for full agreement of repeated measures; readxl for workbooks.`,
    '# It ends with status 1 where an outcome cannot be made, or a number that should agree does not.',
    ...outcomes.flatMap(headerLines),
    '',
    'arguments <- commandArgs(trailingOnly = TRUE)',
    'folder <- if (length(arguments) > 0) arguments[1] else "."',
    'options(width = 120, digits = 10)',
    '# ---- functions ----',
    readingFunctions,
    prelude,
    ...(outcomes.some((outcome) => isRobust(outcome) || makesInformation(outcome)) ? [blockFunctions] : []),
    ...(outcomes.some(isRobust) ? [robustFunctions] : []),
    ...(outcomes.some(makesInformation) ? [informationFunctions] : []),
    '# Beyond 3,000 rows emmeans would else take the normal distribution; a covariate of two values stays a number.',
    'emmeans::emm_options(lmerTest.limit = Inf, pbkrtest.limit = Inf, cov.keep = character(0))',
    '',
    '# ---- participants ----',
    participantsCode(report, covariates, new Set(outcomes.flatMap(({ factors }) => [...factors]))),
    ...outcomes.flatMap((outcome) => ['', ...outcomeLines(outcome, covariates, report)]),
    '',
    conclusion,
  ].join('\n')}\n`;
}

/** What of an outcome is not made again, and why. */
function headerLines(outcome: ScriptOutcome): string[] {
  const label = oneLine(outcome.result.label);
  const missing = outcome.unavailable ?? notFitted(outcome);
  if (missing !== null) return [`# ${label}: not made again: ${oneLine(missing)}.`];
  const ways: { where: string; same: readonly string[]; why: string | null }[] = [
    { where: '', ...agreementOf(outcome) },
  ];
  const isMmrm = outcome.model.kind === 'mmrm' && !isOneVisit(outcome);
  if (isMmrm && hasGls(outcome)) ways.push({ where: ' without mmrm', ...glsAgreement(outcome) });
  if (isMmrm && !hasGls(outcome))
    ways.push({ where: ' without mmrm', same: ['nothing'], why: 'gls has no such covariance' });
  return ways.flatMap(({ where, same, why }) =>
    why === null ? [] : [`# ${label}:${where} only ${same.join(', ')} will agree: ${why}.`],
  );
}

function outcomeLines(outcome: ScriptOutcome, covariates: readonly string[], { plan }: Report): string[] {
  const { result, model } = outcome;
  const label = oneLine(result.label);
  const missing = outcome.unavailable ?? notFitted(outcome);
  return [
    `# ---- ${label} ----`,
    ...(missing !== null
      ? [`cat(${rText(`${label} is not made again: ${missing}.`)}, "\\n")`]
      : [
          `run(${rText(label)}, {`,
          scoresCode(outcome, plan),
          rowsCode(outcome, covariates),
          `count("rows of the model", nrow(rows), ${model.nObservations})`,
          `count("participants in the model", nlevels(rows$id), ${model.nSubjects})`,
          modelCode(outcome, covariates),
          '})',
        ]),
  ];
}

/** Numbers may be apart by what optimisers leave: nlme's gls stops at 5 in 1,000,000 of a standard error. */
const conclusion = String.raw`
# ---- beside the calculator ----
cat("\n---- beside the calculator: what should agree ----\n")
print(compared, digits = 10, row.names = FALSE)
if (nrow(different) > 0) {
  cat("\n---- made in another way in R, and not expected to agree ----\n")
  print(different[, names(different) != "why"], digits = 10, row.names = FALSE)
  for (why in unique(paste0(different$outcome, ": ", different$why))) cat(why, "\n")
}
apart <- if (nrow(compared) == 0) logical(0) else
  is.na(compared$R) != is.na(compared$calculator) |
  abs(compared$R - compared$calculator) > 1e-4 * abs(compared$calculator) + 1e-5
apart <- which(apart)
for (row in apart) cat("DIFFERS: ", compared$outcome[row], ", ", compared$what[row], "\n", sep = "")
for (outcome in names(failed)) cat("FAILED: ", outcome, ": ", failed[[outcome]], "\n", sep = "")
cat(length(failed), " outcomes failed, ", length(apart), " numbers differ.\n", sep = "")
if (length(failed) + length(apart) > 0 && !interactive()) quit(save = "no", status = 1)
`.trim();

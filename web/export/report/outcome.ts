// SPDX-License-Identifier: MIT
/** The part of a report that tells of one outcome: what to mind, figures, tables, how it was done, details. */
import type { OutcomeResult, Report } from '../../contract/report.js';
import { visitsForest } from '../../figures/forest.js';
import { correlationFigures } from '../../figures/heat_map.js';
import { meansFigure } from '../../figures/means.js';
import { missingFigure } from '../../figures/missing.js';
import { overWindowSentence } from '../../text/effect.js';
import { gateSentence } from '../../text/gate.js';
import { likelihoodSentences, methodSentences, outcomeWarnings } from '../../text/method.js';
import { numbersOf } from '../../text/number.js';
import { showsTests } from '../../text/pilot.js';
import { inWords, problemText } from '../../text/problem.js';
import { strings } from '../../text/strings.js';
import { coefficientsTable, covarianceTables, observedTable, testsTable } from '../../text/tables/details.js';
import { differencesTable, meansTable, slopesTable } from '../../text/tables/means.js';
import { geeTable, responderComparisonsTable } from '../../text/tables/responder_comparisons.js';
import { respondersTable } from '../../text/tables/responders.js';
import { inUnit, modelUnit, outcomeUnit } from '../../text/time_unit.js';
import { heading, pictures, sentence, tables, type Part } from './parts.js';

const words = strings.exports;

export function outcomeParts(report: Report, outcome: OutcomeResult): Part[] {
  const { error, status, label, role } = outcome;
  const gate = showsTests(report) ? gateSentence(outcome, report.outcomes.length) : null;
  return [
    heading(words.outcome(label, strings.tables[role])),
    ...(gate === null ? [] : [sentence(gate)]),
    ...(error ? [notice(words.failed(problemText(inWords(error, report.plan)).message))] : []),
    ...outcomeWarnings(outcome, outcomeUnit(report, outcome), report.flow).map(notice),
    ...(status === 'ok' ? [...estimates(report, outcome), ...details(report, outcome)] : []),
  ];
}

const notice = (text: string): Part => ({ kind: 'notice', text });

function estimates(report: Report, outcome: OutcomeResult): Part[] {
  const { slopes, means, effects, responders } = outcome;
  const flow = report.flow?.outcomes.find((each) => each.outcome === outcome.id);
  const overWindow = effects.flatMap((effect) => overWindowSentence(report, outcome, effect) ?? []);
  return [
    ...pictures(meansFigure(report, outcome), visitsForest(report, outcome)),
    ...(slopes.length > 0 ? [...tables(slopesTable(report, outcome)), ...overWindow.map(sentence)] : []),
    ...(means.length > 0 ? tables(meansTable(report, outcome)) : []),
    ...(responders
      ? tables(respondersTable(report, outcome), responderComparisonsTable(report, outcome), geeTable(report, outcome))
      : []),
    ...(flow ? pictures(missingFigure(report, outcome, flow)) : []),
    sentence(methodSentences(report, outcome).join(' ')),
  ];
}

function details(report: Report, outcome: OutcomeResult): Part[] {
  const { model, differences, tests, coefficients, observed } = outcome;
  if (model === null) return [];
  return [
    heading(words.details(outcome.label), 2),
    sentence(`${strings.methods.formula}: ${inUnit(model.formula, modelUnit(report, outcome))}`),
    sentence(likelihoodSentences(model, numbersOf(report)).join(' ')),
    ...(differences.length > 0 ? tables(differencesTable(report, outcome)) : []),
    ...(tests.length > 0 ? tables(testsTable(report, outcome)) : []),
    ...(coefficients.length > 0 ? tables(coefficientsTable(report, outcome)) : []),
    ...tables(...covarianceTables(report, outcome)),
    ...(observed.length > 0 ? tables(observedTable(report, outcome)) : []),
    ...pictures(...correlationFigures(report, outcome)),
  ];
}

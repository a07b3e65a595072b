// SPDX-License-Identifier: MIT
/** That chance gave participants their arms is said where the plan says it, and nowhere else. */
import { expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { provenanceOf } from '../../web/export/provenance.js';
import { reportDocument } from '../../web/export/report/document.js';
import { flowFigure } from '../../web/figures/flow.js';
import { corePlan, withPlansOwn } from '../../web/read/core-plan.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { baselineTable } from '../../web/text/tables/baseline.js';
import { flowTable } from '../../web/text/tables/flow.js';
import { paragraphsOf } from '../../web/text/paragraphs.js';
import { textOf } from '../../web/text/segments.js';
import { fullReport } from './full-report.js';
import { tableText } from './report-fixture.js';

const said = (report: Report): string => {
  const { blocks } = reportDocument(report, provenanceOf(report, '2026-11-26'), {});
  // The plan itself and the report's own numbers are no text of the document.
  const texts = blocks.filter(({ kind }) => kind !== 'code').map((block) => JSON.stringify(block));
  const figures = report.flow?.outcomes.map((outcome) => flowFigure(report, report.flow!, outcome));
  return JSON.stringify([texts, figures]).replace(/\/randomised/g, '');
};

function unsaid(): Report {
  const report = fullReport();
  delete report.plan.randomised;
  return report;
}

test('a report of a trial that is said to be randomised says so', () => {
  const report = fullReport();
  expect(textOf(paragraphsOf(report).results)).toContain('Randomised were');
  expect(baselineTable(report)?.notes.join()).toContain('formed at random');
});

test('a report of any other trial does not', () => {
  const report = unsaid();
  expect(said(report)).not.toMatch(/randomi[sz]|formed at random/i);
  expect(textOf(paragraphsOf(report).results)).toContain('Assigned were 6 to midazolam and 12 to ketamine.');
  expect(tableText(flowTable(report)!)[0]).toEqual(['Assigned to an arm', '6', '12']);
  expect(baselineTable(report)?.notes.join()).toContain('described, not tested');
});

test('what is answered on the page is kept in the plan, and is none of the core\u2019s business', () => {
  const { plan } = unsaid();
  const edited: Plan = applyEdit(plan, { kind: 'report', patch: { randomised: true } });
  expect(edited.randomised).toBe(true);
  const core = corePlan(edited, []);
  expect(core).not.toHaveProperty('randomised');
  expect(withPlansOwn(core, edited).randomised).toBe(true);
  expect(applyEdit(edited, { kind: 'report', patch: { randomised: undefined } })).not.toHaveProperty('randomised');
});

// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { strings } from '../../web/text/strings.js';
import { gateSentence } from '../../web/text/gate.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { tableText } from '../web/report-fixture.js';
import { analyzeByCli, examplePlan, openExample, settled, shownRows, startSite, type Site } from './page.js';

let site: Site;
let page: Page;

beforeAll(async () => {
  site = await startSite();
});

beforeEach(async () => {
  page = (await site.open()).page;
  await openExample(page);
});

afterAll(() => site.close());

/** The plan of the example with one thing changed. */
function changed(change: (plan: Plan) => void): Plan {
  const plan = examplePlan();
  change(plan);
  return plan;
}

async function expectTable(plan: Plan): Promise<void> {
  const rows = tableText(headlineTable(analyzeByCli(plan)));
  await expect.poll(() => shownRows(page.locator('#headline table'))).toEqual(rows);
}

const outcome = (label: string) => page.locator('fc-outcome', { has: page.locator('h3', { hasText: label }) });

test('another way of scoring is computed at once, and focus and place stay', async () => {
  await outcome('Fatigue Severity Scale').locator('summary').click();
  const scoring = outcome('Fatigue Severity Scale').getByRole('combobox', { name: 'Scored as' });
  await scoring.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await scoring.focus();
  await scoring.selectOption('mean');
  await expectTable(changed(({ instruments }) => (instruments[1]!.scoring = 'mean')));
  expect(await scoring.evaluate((select) => select.matches(':focus'))).toBe(true);
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(2);
});

test('another covariance structure is computed at once', async () => {
  await outcome('Modified Fatigue').locator('summary').click();
  await outcome('Modified Fatigue').getByLabel('Correlation between visits').selectOption('cs');
  await expectTable(changed(({ outcomes }) => Object.assign(outcomes[2]!.model, { covariance: 'cs' })));
});

test('another rule for missing items is computed at once', async () => {
  await outcome('Modified Fatigue').locator('summary').click();
  await outcome('Modified Fatigue').getByLabel('Missing items').selectOption('complete');
  await expectTable(changed(({ instruments }) => (instruments[2]!.missingItems = 'complete')));
});

test('another effect, level and reference arm are computed at once', async () => {
  await outcome('Modified Fatigue').locator('summary').click();
  await outcome('Modified Fatigue').getByLabel('Effect reported').selectOption('average_difference');
  await page.getByLabel('Confidence level').fill('80');
  await page.getByLabel('Confidence level').press('Enter');
  await page.getByLabel('Reference arm').selectOption('ketamine');
  await expectTable(
    changed((plan) => {
      plan.outcomes[2]!.effect = { kind: 'average_difference' };
      plan.inference = { ...plan.inference, confidence: 0.8 };
      plan.arms = { order: ['ketamine', 'midazolam'] };
    }),
  );
});

test('maximum likelihood leaves out the corrections that need REML', async () => {
  await outcome('Fatigue Severity Scale').locator('summary').click();
  await outcome('Fatigue Severity Scale').getByLabel('Estimation').selectOption('ML');
  await expectTable(
    changed(({ outcomes }) => Object.assign(outcomes[1]!.model, { method: 'ML', df: 'satterthwaite' })),
  );
});

test('the rarer options are folded away, and computed at once', async () => {
  const mfis = outcome('Modified Fatigue');
  await mfis.locator('summary').click();
  await mfis.getByRole('button', { name: 'More options' }).click();
  await mfis.getByLabel('Correlation between visits').selectOption('cs');
  await mfis.getByLabel('Correlation by arm').selectOption('arm');
  await mfis.getByLabel('Several differences').selectOption('holm');
  await page.getByLabel('Several outcomes').selectOption('fixed_sequence');
  const plan = changed(({ outcomes, inference }) => {
    Object.assign(outcomes[2]!.model, { covariance: 'cs', covarianceGroups: 'arm' });
    outcomes[2]!.multiplicity = 'holm';
    Object.assign(inference!, { gate: 'fixed_sequence' });
  });
  const report = analyzeByCli(plan);
  const sentences = report.outcomes.map((each) => gateSentence(each, report.outcomes.length));
  await expect.poll(() => page.locator('fc-outcome-result .gate').allInnerTexts()).toEqual(sentences);
  expect(await shownRows(page.locator('#headline table'))).toEqual(tableText(headlineTable(report)));
  expect(await page.locator('#headline table').innerText()).toContain('adjusted');
  // What the core takes where no other difference is given is what the field names.
  const { value } = report.outcomes[2]!.effects[0]!.mcid!;
  await mfis.getByText(strings.report.mcidHint(String(value), 'multiple sclerosis')).waitFor();
});

test('the kind of model is changed and back without losing what was set', async () => {
  const mfis = outcome('Modified Fatigue');
  await mfis.locator('summary').click();
  await mfis.getByLabel('Correlation between visits').selectOption('ar1');
  await mfis.getByLabel('At visit').selectOption('14');
  const kind = mfis.getByRole('combobox').filter({ hasText: 'A straight line over days' });
  await kind.selectOption('random_effects');
  await mfis.getByLabel('Each participant has').waitFor();
  await kind.selectOption('mmrm');
  await expectTable(
    changed(({ outcomes }) => {
      Object.assign(outcomes[2]!.model, { covariance: 'ar1' });
      outcomes[2]!.effect = { kind: 'visit_difference', visit: '14' };
    }),
  );
});

/** What a control is described by, outside its label. */
const descriptionOf = (control: Locator): Promise<string> =>
  control.evaluate((node) => {
    const root = node.getRootNode() as ShadowRoot;
    const note = root.getElementById(node.getAttribute('aria-describedby') ?? '');
    return note?.closest('label') ? 'inside the label' : (note?.textContent ?? '');
  });

test('what is said about a choice describes its control and is no part of its name', async () => {
  const mfis = outcome('Modified Fatigue');
  await mfis.locator('summary').click();
  const covariance = mfis.getByLabel('Correlation between visits');
  expect(await descriptionOf(covariance)).toContain('unstructured');
  expect(await covariance.evaluate((node) => node.closest('label')?.querySelectorAll(':scope > small').length)).toBe(0);
});

test('a level out of range says why it is not taken', async () => {
  await page.getByLabel('Confidence level').fill('120');
  await page.getByLabel('Confidence level').press('Enter');
  await page.getByText('120 is not between 50 and 99.9, so it stays 95.').waitFor();
  expect(await page.getByLabel('Confidence level').inputValue()).toBe('95');
  expect(await descriptionOf(page.getByLabel('Confidence level'))).toContain('is not between');
  await page.getByLabel('Confidence level').fill('90');
  await page.getByLabel('Confidence level').press('Enter');
  await expect.poll(() => page.getByText('is not between').count()).toBe(0);
});

test('an outcome is removed and another added', async () => {
  await outcome('Fatigue Severity Scale').locator('summary').click();
  await page.getByRole('button', { name: 'Remove outcome Fatigue Severity Scale' }).click();
  await expect.poll(() => page.locator('fc-outcome-result').count()).toBe(2);
  await page.getByRole('button', { name: 'Add an outcome' }).click();
  await expect.poll(() => page.locator('fc-outcome-result').count()).toBe(3);
  await settled(page);
  expect(await page.locator('fc-notice[kind=error] div').count()).toBe(0);
});

test('the plan and the results are saved as files', async () => {
  const save = async (button: string): Promise<unknown> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    return JSON.parse(readFileSync(await download.path(), 'utf8'));
  };
  expect(await save('Save the plan')).toEqual(examplePlan());
  const report = (await save('Save the results')) as Report;
  expect(tableText(headlineTable(report))).toEqual(await shownRows(page.locator('#headline table')));
});

test('removing the last file leaves an empty page that takes the example again', async () => {
  await page.getByRole('button', { name: 'Remove all files' }).click();
  await expect.poll(() => page.locator('fc-file').count()).toBe(0);
  expect(await page.locator('#headline').count()).toBe(0);
  await openExample(page);
  await expectTable(examplePlan());
});

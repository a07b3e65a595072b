// SPDX-License-Identifier: MIT
/** What an outcome is adjusted for is chosen on the page, told with the results, and gives what the command line gives. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { tableText } from '../web/report-fixture.js';
import { strings } from '../../web/text/strings.js';
import { axeFindings } from '../support/axe.js';
import { chooseFiles, root, settled, shownRows, startSite, type Site } from './page.js';

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site.close());

const people = Array.from({ length: 24 }, (_, i) => ({
  id: `P${i + 1}`,
  arm: i % 2 ? 'Drug' : 'Placebo',
  age: 25 + ((i * 17) % 41),
  site: 1 + (Math.floor(i / 2) % 3),
  start: (40 + ((i * 7) % 23)) / 10,
}));
const score = ({ arm, age, site: at, start }: (typeof people)[number], day: number, i: number): string =>
  (
    start -
    (arm === 'Drug' ? day / 60 : day / 150) +
    (day > 0 ? (age - 45) / 80 + [0, 0.4, -0.3][at - 1]! : 0) +
    (day > 0 ? (((i * 13 + day) % 9) - 4) / 12 : 0)
  ).toFixed(2);
const participants = ['id,arm,age,site', ...people.map(({ id, arm, age, site: at }) => `${id},${arm},${age},${at}`)];
const visits = [
  'id,visit,fss_total,mood',
  ...people.flatMap((each, i) => [0, 28, 56].map((day) => `${each.id},${day},${score(each, day, i)},${(i + day) % 5}`)),
];
const trial = { 'participants.csv': `${participants.join('\n')}\n`, 'visits.csv': `${visits.join('\n')}\n` };
const single = [
  'id,arm,visit,age,fss_total,mood',
  ...people.flatMap((each, i) =>
    [0, 28, 56].map((day) => `${each.id},${each.arm},${day},${each.age},${score(each, day, i)},${(i + day) % 5}`),
  ),
];

async function openedOutcome(page: Page): Promise<Locator> {
  const outcome = page.locator('fc-outcome').first();
  await outcome.locator('summary').first().click();
  return outcome;
}

/** What the page saves as its plan, run by the command line on the same files. */
async function byCli(page: Page): Promise<{ plan: Plan; report: Report }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: strings.analysis.savePlan }).click(),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'fatigue-'));
  await download.saveAs(join(folder, 'plan.json'));
  for (const [name, content] of Object.entries(trial)) writeFileSync(join(folder, name), content);
  const output = execFileSync(
    'node',
    [join(root, 'dist/cli.js'), 'analyze', join(folder, 'plan.json'), '--data', folder],
    { encoding: 'utf8' },
  );
  const report = JSON.parse(output) as Report;
  return { plan: report.plan, report };
}

test('age and site are checked, the results are those of the command line, and the methods name them', async () => {
  const { page, complaints } = await site.open();
  await chooseFiles(page, trial);
  await page.locator('#headline table').waitFor();
  const before = await shownRows(page.locator('#headline table'));
  const outcome = await openedOutcome(page);
  const group = outcome.getByRole('group', { name: strings.covariates.label });
  await group.getByRole('checkbox', { name: 'age' }).check();
  await settled(page);
  await group.getByRole('checkbox', { name: 'site' }).focus();
  await page.keyboard.press('Space');
  await group.getByLabel(strings.covariates.taken('site')).waitFor();
  await settled(page);
  expect(await group.getByLabel(strings.covariates.taken('site')).inputValue()).toBe('factor');
  await outcome.locator('.line', { hasText: 'adjusted for age, site' }).waitFor();

  const { plan, report } = await byCli(page);
  expect(plan.outcomes[0]?.model.covariates).toEqual(['age', 'site']);
  expect(report.files[0]?.read?.covariates).toEqual({ age: 'number', site: 'factor' });
  const shown = await shownRows(page.locator('#headline table'));
  expect(shown).toEqual(tableText(headlineTable(report)));
  expect(shown).not.toEqual(before);
  expect(await page.locator('fc-outcome-result p.method').first().innerText()).toContain('age, site');

  await group.getByLabel(strings.covariates.taken('site')).selectOption('number');
  await settled(page);
  expect((await byCli(page)).report.files[0]?.read?.covariates).toEqual({ age: 'number', site: 'number' });
  await page.locator('fc-bar').getByRole('button', { name: strings.history.undo }).first().click();
  await settled(page);
  await page.locator('fc-bar').getByRole('button', { name: 'Redo site as a number' }).waitFor();
  expect(complaints).toEqual([]);
  await page.setViewportSize({ width: 390, height: 900 });
  await page.evaluate(() => scrollTo(0, 0));
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
}, 60_000);

test('the guide asks for them, for all outcomes', async () => {
  const { page } = await site.open();
  await chooseFiles(page, trial);
  await page.locator('#headline table').waitFor();
  await page.locator('fc-guide summary').first().click();
  await page.getByText(strings.guide.adjusted.question).waitFor();
  await page.locator('fc-guide').getByRole('checkbox', { name: 'age' }).check();
  await settled(page);
  const { plan } = await byCli(page);
  expect(plan.outcomes.map(({ model }) => model.covariates)).toEqual(plan.outcomes.map(() => ['age']));
  expect(await axeFindings(page)).toEqual([]);
}, 60_000);

test('what differs between the records of a participant is refused beside the box, and is gone with it', async () => {
  const { page } = await site.open();
  await chooseFiles(page, { 'trial.csv': `${single.join('\n')}\n` });
  await page.locator('#headline table').waitFor();
  const group = (await openedOutcome(page)).getByRole('group', { name: strings.covariates.label });
  await group.getByRole('checkbox', { name: 'mood' }).check();
  await group.getByText('mood is not the same in all rows of a participant').waitFor();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await group.getByRole('checkbox', { name: 'mood' }).uncheck();
  await group.getByRole('checkbox', { name: 'age' }).check();
  await settled(page);
  expect(await page.locator('#headline table').count()).toBe(1);
  expect(await group.getByText('is not the same').count()).toBe(0);
}, 60_000);

test('a plan with a column that has gone shows it, to be unchecked', async () => {
  const { page } = await site.open();
  await chooseFiles(page, trial);
  await page.locator('#headline table').waitFor();
  const { plan } = await byCli(page);
  const outcomes = plan.outcomes.map((each) => ({ ...each, model: { ...each.model, covariates: ['age', 'height'] } }));
  await chooseFiles(page, { 'plan.json': JSON.stringify({ ...plan, outcomes }), ...trial });
  const group = (await openedOutcome(page)).getByRole('group', { name: strings.covariates.label });
  expect(await group.getByRole('checkbox', { name: 'age' }).isChecked()).toBe(true);
  await group.getByText(strings.covariates.gone('participants.csv')).waitFor();
  await group.getByRole('checkbox', { name: 'height' }).click();
  await page.locator('#headline table').waitFor();
  expect(await group.getByRole('checkbox', { name: 'height' }).count()).toBe(0);
}, 60_000);

test('a baseline from a column is asked for, or found by its name, and never empty', async () => {
  const { page } = await site.open();
  await chooseFiles(page, trial);
  await page.locator('#headline table').waitFor();
  const outcome = await openedOutcome(page);
  const before = await shownRows(page.locator('#headline table'));
  await outcome
    .getByRole('combobox', { name: strings.analysis.baselineVisit, exact: true })
    .selectOption('rule:column');
  const column = outcome.getByLabel(strings.outcome.baselineColumn);
  expect(await column.locator('option').allInnerTexts()).toEqual([strings.outcome.baselineChoose, 'mood']);
  await settled(page);
  expect(await shownRows(page.locator('#headline table'))).toEqual(before);
  await column.selectOption('mood');
  await outcome.getByText('has more than one baseline').waitFor();
  const { page: other } = await site.open();
  const none = trial['visits.csv'].replace(/,[^,\n]*$/gm, '');
  await chooseFiles(other, { ...trial, 'visits.csv': none });
  await other.locator('#headline table').waitFor();
  const choices = await (
    await openedOutcome(other)
  )
    .getByRole('combobox', { name: strings.analysis.baselineVisit, exact: true })
    .locator('option')
    .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
  expect(choices).not.toContain('rule:column');
}, 60_000);

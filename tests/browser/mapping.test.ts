// SPDX-License-Identifier: MIT
/** Files that need more than an id and a visit: one row per item, dates with windows; and the data check beside them. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { chooseFiles, openExample, settled, startSite, type Site } from './page.js';

let site: Site;
let page: Page;

beforeAll(async () => {
  site = await startSite();
});

beforeEach(async () => {
  page = (await site.open()).page;
});

afterAll(() => site.close());

const ids = Array.from({ length: 12 }, (_, i) => `S-${101 + i}`);

/** Screening day and day 28 after a randomisation that differs by participant; the second is up to 2 days late. */
function datedFiles(): Record<string, string> {
  const day = (n: number): string => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
  const participants = ids.map((id, i) => `${id},${i % 2 ? 'active' : 'placebo'},${day(i)}`);
  const records = ids.flatMap((id, i) => [
    `${id},${day(i)},${40 + i + ((3 * i * i) % 7)}`,
    `${id},${day(i + 28 + (i % 3))},${38 + i - (i % 2 ? 6 : 0) + ((5 * i) % 7)}`,
  ]);
  return {
    'people.csv': ['id,arm,randomised', ...participants].join('\n'),
    'scores.csv': ['id,date,mfis_total', ...records].join('\n'),
  };
}

/** Analysis data sets as CDISC names them: one row per participant, parameter and visit. */
function adamFiles(): Record<string, string> {
  const adsl = ids.map((id, i) => `${id},${i % 2 ? 'Active' : 'Placebo'}`);
  const adqs = ids.flatMap((id, i) =>
    [0, 28].map(
      (visit) =>
        `${id},MFISTOT,MFIS total,${visit},${40 + i - (visit > 0 && i % 2 ? 6 : 0) + ((visit > 0 ? 5 * i : 3 * i * i) % 7)}`,
    ),
  );
  return {
    'adsl.csv': ['USUBJID,TRT01P', ...adsl].join('\n'),
    'adqs.csv': ['USUBJID,PARAMCD,PARAM,AVISITN,AVAL', ...adqs].join('\n'),
  };
}

async function unfold(file: string): Promise<ReturnType<Page['locator']>> {
  const card = page.locator('fc-file', { has: page.getByRole('heading', { name: file }) });
  const isOpen = await card.getByLabel('What the file holds').isVisible();
  if (!isOpen) await card.locator('summary', { hasText: 'Columns and reading' }).click();
  await card.getByLabel('What the file holds').waitFor();
  return card;
}

test('ADaM files are mapped, and their codes can be seen and changed', async () => {
  await chooseFiles(page, adamFiles());
  await page.locator('#headline table').waitFor();
  const card = await unfold('adqs.csv');
  await card.locator('summary', { hasText: 'One row per item or score' }).click();
  expect(await card.getByLabel('Column of the code').inputValue()).toBe('PARAMCD');
  expect(await card.getByLabel('Column of the answer or score').inputValue()).toBe('AVAL');
  await card.getByLabel('Holds (code MFISTOT)').waitFor();
});

test('a file of dates is analysed by windows', async () => {
  await chooseFiles(page, datedFiles());
  const people = await unfold('people.csv');
  const start = people.getByLabel('Start date (randomisation or first dose)');
  if (!(await start.isVisible())) await people.locator('summary', { hasText: 'Dates instead of visits' }).click();
  await start.selectOption('randomised');
  const scores = await unfold('scores.csv');
  const date = scores.getByLabel('Date column');
  if (!(await date.isVisible())) await scores.locator('summary', { hasText: 'Dates instead of visits' }).click();
  await date.selectOption('date');
  await scores.locator('summary', { hasText: 'Visit windows' }).click();
  const clear = scores.getByRole('button', { name: 'Use no windows' });
  if (await clear.isVisible()) await clear.click();
  await scores.getByRole('button', { name: 'Add a visit' }).click();
  await scores.getByRole('button', { name: 'Add a visit' }).click();
  const second = scores.getByRole('group', { name: 'Visit 2' });
  await second.getByRole('spinbutton', { name: 'Day', exact: true }).fill('28');
  await second.getByRole('spinbutton', { name: 'Day', exact: true }).press('Enter');
  await second.getByLabel('Days after').fill('3');
  await second.getByLabel('Days after').press('Enter');
  await settled(page);
  await page.getByText('12 participants, 2 files, no problems').waitFor();
  await page.getByRole('button', { name: 'Add an outcome' }).click();
  await expect.poll(() => page.locator('#headline table').innerText()).toContain('Visit 2');
});

test('visits in weeks are called so, and what visits count is changed at once', async () => {
  const rows = ids.flatMap((id, i) =>
    [0, 4, 8].map((week) => `${id},${i % 2 ? 'active' : 'placebo'},${week},${40 + ((7 * i + week * (i % 3)) % 9)}`),
  );
  await chooseFiles(page, { 'weekly.csv': ['id,arm,week,fss_total', ...rows].join('\n') });
  const headline = page.locator('#headline table');
  await headline.waitFor();
  expect(await headline.innerText()).toContain('Week 8');
  const card = await unfold('weekly.csv');
  const unit = card.getByLabel('Visits count');
  expect(await unit.inputValue()).toBe('week');
  await unit.selectOption({ label: 'visit numbers' });
  await expect.poll(() => headline.innerText()).toContain('Visit 8');
  const outcome = page.locator('fc-outcome').first();
  await outcome.locator('summary').first().click();
  expect(await outcome.getByLabel('At visit').locator('option').allInnerTexts()).toEqual(['Visit 4', 'Visit 8']);
  await unit.selectOption({ label: 'days' });
  await expect.poll(() => headline.innerText()).toContain('Day 8');
  await page.locator('fc-data-check summary').first().click();
  await expect.poll(() => page.locator('fc-data-check table').last().innerText()).toContain('Day 4');
});

test('the data check counts, and shows which scores are there', async () => {
  await openExample(page);
  const check = page.locator('fc-data-check');
  await check.waitFor();
  expect(await check.locator('summary').first().innerText()).toContain('18 participants, 4 files');
  await check.locator('summary').first().click();
  const maps = check.locator('fc-missing-map');
  await maps.first().locator('svg[role=img]').waitFor();
  expect(await maps.first().locator('svg[role=img]').getAttribute('aria-label')).toContain('Grid of 18 participants');
  expect(await check.locator('table').count()).toBeGreaterThan(3);
});

test('what is typed stays when results arrive', async () => {
  await openExample(page);
  const outcome = page.locator('fc-outcome').first();
  await outcome.locator('summary').first().click();
  const name = outcome.getByLabel('Name in tables');
  await name.fill('Half a na');
  await page.getByLabel('Reference arm').evaluate((select: HTMLSelectElement) => {
    select.value = 'ketamine';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settled(page);
  expect(await name.inputValue()).toBe('Half a na');
});

test('tables without visits are given them, put together, and taken back', async () => {
  const table = (shift: number): string =>
    [
      'id,arm,mfis_total',
      ...ids.map((id, i) => `${id},${i % 2 ? 'active' : 'placebo'},${40 + ((shift * i * i) % 7)}`),
    ].join('\n');
  await chooseFiles(page, { 'a.csv': table(3), 'b.csv': table(5) });
  const offer = page.locator('fc-stack-offer').first();
  await offer.getByLabel('All rows of a.csv belong to the visit').fill('Baseline');
  await offer.getByLabel('All rows of b.csv belong to the visit').fill('Week 4');
  await offer.getByRole('button', { name: 'Put these 2 tables together' }).click();
  await page.locator('#headline table').waitFor();
  await page.getByRole('heading', { name: 'a.csv + b.csv' }).waitFor();
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await page.getByRole('heading', { name: 'b.csv', exact: true }).waitFor();
  // Nobody types the visits again, and what is announced is the undoing.
  expect(await offer.getByLabel('All rows of b.csv belong to the visit').inputValue()).toBe('Week 4');
  await settled(page);
  expect(await page.locator('#results [role=status]').first().innerText()).toBe('');
  expect(await page.locator('fc-bar [aria-live]').textContent()).toContain('Undone: a.csv, b.csv put together');
});

test('dates without a start are counted from the first record, and a record that stands twice is settled', async () => {
  const scores = datedFiles()['scores.csv'] ?? '';
  const [head = '', ...records] = scores.split('\n');
  const lines = records.map((line, i) => line.replace(',', `,${Math.floor(i / 2) % 2 ? 'active' : 'placebo'},`));
  await chooseFiles(page, { 'single.csv': [head.replace(',', ',arm,'), ...lines, lines[1] ?? ''].join('\n') });
  const card = page.locator('fc-file');
  await card.getByRole('button', { name: 'Day 0 is each participant\u2019s first record' }).click();
  await card.getByRole('button', { name: 'Take the last' }).click();
  await page.locator('#headline table').waitFor();
  await settled(page);
  const told = (text: string): Promise<void> => page.locator('fc-notice', { hasText: text }).first().waitFor();
  await told('the one that stands last in the file is used, as was chosen: rows 3 and 26');
  await told('counted from each participant');
});

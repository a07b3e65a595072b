// SPDX-License-Identifier: MIT
/** Terms in plain words: what each rests on is there, and each field and table explains terms that exist. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { detailTerms, headlineTerms, outcomeTerms } from '../../web/text/shown_terms.js';
import { strings } from '../../web/text/strings.js';
import type { Term } from '../../web/text/words/terms.js';
import { outcomeOf, reportFixture } from './report-fixture.js';

const all: readonly Term[] = Object.values(strings.terms.all);

test('each names a chapter that docs/methods.md has', () => {
  const page = readFileSync(new URL('../../docs/methods.md', import.meta.url), 'utf8');
  const chapters = new Set([...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title));
  expect(all.filter(({ section }) => !chapters.has(section))).toEqual([]);
});

test('each is short, a sentence or more, and no two have one name', () => {
  for (const { term, what, when = '', usual = '' } of all) {
    expect([term, `${what} ${when} ${usual}`.split(' ').length <= 110]).toEqual([term, true]);
    for (const part of [what, when, usual].filter((each) => each !== '')) expect(part).toMatch(/^[A-Z\d].*\.$/s);
  }
  expect(new Set(all.map(({ term }) => term)).size).toBe(all.length);
});

test('results explain what they show', () => {
  const report = reportFixture();
  expect(headlineTerms(report)).toContain('pValue');
  report.plan.display = { ...report.plan.display, pilot: true };
  expect(headlineTerms(report)).not.toContain('pValue');
  const [diary, fss] = [outcomeOf(report, 'dfs'), outcomeOf(report, 'fss')];
  expect(outcomeTerms(diary)).toContain('randomEffectsModel');
  expect(outcomeTerms(fss)).toContain('mmrm');
  expect(outcomeTerms(fss)).not.toContain('responder');
  expect(detailTerms(diary)).toContain('singularFit');
  expect(detailTerms({ ...fss, tests: [] })).not.toContain('termTests');
});

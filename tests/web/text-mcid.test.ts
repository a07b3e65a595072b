// SPDX-License-Identifier: MIT
/** What the paragraphs say of the difference that matters: where the interval lies, and in whom the MCID was found. */
import { expect, test } from 'vitest';
import type { Report } from '../../web/contract/report.js';
import { instrumentNamed } from '../../web/read/instruments.js';
import { paragraphsOf } from '../../web/text/paragraphs.js';
import { textOf } from '../../web/text/segments.js';
import { fullReport } from './full-report.js';
import { outcomeOf } from './report-fixture.js';

const results = (report: Report): string => textOf(paragraphsOf(report).results);

test('says of a published MCID in whom it was found, once in the results', () => {
  const report = fullReport();
  const outcome = outcomeOf(report, 'fss');
  const fssMcid = instrumentNamed('FSS')!.changes!.find(({ kind }) => kind === 'mcid')!;
  const [effect] = outcome.effects;
  effect!.mcid!.source = `${fssMcid.source} (${fssMcid.population})`;
  outcome.effects.push({ ...effect!, arm: 'placebo' });
  const found = results(report).split('(an MCID published for multiple sclerosis)');
  expect(found).toHaveLength(2);
  expect(textOf(paragraphsOf(report).methods)).toContain(`(published for multiple sclerosis: ${fssMcid.source})`);
});

test('reads the interval against the MCID, in a pilot trial with the confidence distribution and without p values', () => {
  const report = fullReport();
  expect(results(report)).toContain(
    'The interval reaches from a benefit of 4 points or more through no difference to a smaller disadvantage.',
  );
  expect(results(report)).not.toContain('confidence distribution');
  report.plan.display = { pilot: true };
  const text = results(report);
  expect(text).toContain('Of the confidence distribution, 93% lies on the side of benefit and 71% beyond the MCID.');
  expect(text).not.toMatch(/\bp\s*[=<>]|\bP\s*[=<>]/i);
});

// SPDX-License-Identifier: MIT
/** The figures' numbers as their tables have them; that they are drawn is seen in the browser. */
import { expect, test } from 'vitest';
import type { Display } from '../../web/contract/plan.js';
import { eventsFigure } from '../../web/figures/events.js';
import { flowFigure } from '../../web/figures/flow.js';
import { effectsForest, visitsForest } from '../../web/figures/forest.js';
import { meansFigure } from '../../web/figures/means.js';
import type { FigureSpec } from '../../web/figures/spec.js';
import { tickTextIn } from '../../web/figures/spec.js';
import { numbersOf } from '../../web/text/number.js';
import { fullReport } from './full-report.js';
import { outcomeOf } from './report-fixture.js';

function figures(display: Display): (FigureSpec | null)[] {
  const report = fullReport();
  report.plan.display = display;
  const fss = outcomeOf(report, 'fss');
  const flow = report.flow!;
  return [
    effectsForest(report),
    visitsForest(report, fss),
    meansFigure(report, fss),
    eventsFigure(report, report.safety!),
    flowFigure(report, flow, flow.outcomes[0]!),
  ];
}

const textsOf = (figure: FigureSpec | null): string[] => [
  figure?.note ?? '',
  ...(figure?.data.groups ?? []).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text))),
];

test('every number of a figure is written in the style of the plan', () => {
  const plain = figures({ style: 'default' }).flatMap(textsOf);
  const lancet = figures({ style: 'lancet' }).flatMap(textsOf);
  const german = figures({ locale: 'de' }).flatMap(textsOf);
  expect(plain.filter((text) => /\d\.\d/.test(text)).length).toBeGreaterThan(4);
  expect(lancet.filter((text) => /\d\.\d/.test(text))).toEqual([]);
  expect(german.map((text) => text.replace(/(\d),(\d)/g, '$1.$2'))).toEqual(plain);
});

test('axes write numbers in the style of the plan, with the decimals of the finest', () => {
  const tick = tickTextIn(numbersOf({ plan: { display: { style: 'lancet' } } }));
  expect([0, 0.5, 1].map((value, i, all) => tick(value, i, all))).toEqual(['0\u00b70', '0\u00b75', '1\u00b70']);
});

test('the difference that matters is written with all its decimals', () => {
  const report = fullReport();
  const fss = outcomeOf(report, 'fss');
  fss.effects[0]!.mcid!.threshold = -4.05;
  expect(visitsForest(report, fss)?.note).toContain('the difference that matters, \u22124.05 points');
});

test('the forest of all effects writes a score that is better when higher by its turned number, limits in order', () => {
  const report = fullReport();
  const fss = outcomeOf(report, 'fss');
  const textOf = () => effectsForest(report)!.data.groups[0]!.rows.map(({ cells }) => cells[0]!.text);
  expect(textOf()).toEqual(['\u22120.53 (\u22121.05 to 0.01)']);
  fss.direction = 'higher_is_better';
  expect(textOf()).toEqual(['0.53 (\u22120.01 to 1.05)']);
});

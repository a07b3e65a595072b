// SPDX-License-Identifier: MIT
/** What the embedded calculator takes from a page, and what it tells it. */
import { expect, test } from 'vitest';
import { aggregateOf, errorWithoutCells } from '../../web/embed/calculator/aggregate.js';
import { addressesIn, checkedPlan } from '../../web/embed/calculator/load.js';
import { settingsOf } from '../../web/embed/frame/settings.js';
import { planOf } from './example-support.js';
import { reportFixture } from './report-fixture.js';

const frame = 'https://tools.example/site/embed.html';
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test('an error goes out with its place and without what stands there', () => {
  const { message, detail } = errorWithoutCells({
    code: 'bad_value',
    message: 'diary.csv, row 7: "Smith, J" is no number',
    detail: { file: 'diary.csv', row: 7, column: 'score', value: 'Smith, J', remedy: 'correct "Smith, J"' },
  });
  expect(detail).toEqual({ file: 'diary.csv', row: 7, column: 'score' });
  expect(message).toContain('diary.csv, line 7, column score');
  expect(JSON.stringify([message, detail])).not.toContain('Smith');
});

test('of a report no words go out that name participants, and all its numbers do', () => {
  const report = reportFixture();
  const telling = { code: 'arm_missing', message: 'a.csv: 1 participant has no value in column arm: P07' };
  const fault = { code: 'bad_value', message: 'P07 has "x"', detail: { file: 'a.csv', value: 'x' } };
  const [first] = report.outcomes;
  const model = { code: 'not_estimable', message: 'b minus a cannot be told from these data' };
  const given = {
    ...report,
    warnings: [telling],
    errors: [fault],
    outcomes: [{ ...first!, error: fault, warnings: [telling, model] }],
  };
  const told = aggregateOf(given);
  expect(JSON.stringify(told)).not.toContain('P07');
  expect(told.outcomes[0]!.warnings[1]).toEqual(model);
  expect(told.warnings.map(({ code }) => code)).toEqual(['arm_missing']);
  expect(told.outcomes[0]!.effects).toEqual(first!.effects);
});

test('addresses stand between any spaces', () => {
  expect(addressesIn(' a.csv\n  b%20c.csv ')).toEqual(['a.csv', 'b%20c.csv']);
});

test('a plan given as an object is checked like a file', () => {
  const plan = planOf('ketamine-pilot');
  expect(checkedPlan(plan)).toEqual(plan);
  const circle: Record<string, unknown> = { ...plan };
  circle['outcomes'] = [circle];
  const refused: unknown[] = [circle, () => plan, 7, { ...plan, extra: 1 }, JSON.parse('{"__proto__":{"x":1}}')];
  let deep: unknown = [];
  for (let i = 0; i < 100_000; i++) deep = [deep];
  for (const value of [...refused, { ...plan, title: deep }])
    expect(() => checkedPlan(value)).toThrow(expect.objectContaining({ code: 'bad_plan' }));
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

test('the frame takes its plan from the fragment, and options from either part', () => {
  const plan = { ...planOf('ketamine-pilot'), title: 'M\u00fcdigkeit \u2013 Studie' };
  const settings = settingsOf(`${frame}?locked&origin=https://host.example/page#plan=${encoded(plan)}&hide=exports`);
  expect(settings).toMatchObject({ plan, locked: true, origin: 'https://host.example', hide: 'exports', data: '' });
  expect(settingsOf(`${frame}#plan`)).toMatchObject({ plan: null, awaitsPlan: true, origin: null });
  expect(settingsOf(`${frame}?plan=plans/a.json&data=a.csv+b.csv&scheme=dark`)).toMatchObject({
    planAddress: 'plans/a.json',
    data: 'a.csv b.csv',
    scheme: 'dark',
  });
});

test.each([
  ['?plan=https://other.example/plan.json', 'only addresses on the server of this frame'],
  ['?plan=//other.example/plan.json', 'only addresses on the server of this frame'],
  ['?plan=http://tools.example/plan.json', 'only addresses on the server of this frame'],
  ['?plan=data:application/json,{}', 'only addresses on the server of this frame'],
  ['?data=a.csv+https://other.example/b.csv', 'only addresses on the server of this frame'],
  ['#plan=%3Cscript%3E', 'no plan in base64url'],
  [`#plan=${Buffer.from([0xff, 0xfe]).toString('base64url')}`, 'no plan in base64url'],
  [`#plan=${encoded({ schemaVersion: 1 })}`, 'files is missing'],
])('the frame refuses %s', (address, reason) => {
  expect(() => settingsOf(frame + address)).toThrow(reason);
});

test.each([
  ['javascript:alert(1)', null],
  ['null', null],
  ['*', '*'],
  ['https://host.example:8443/a?b', 'https://host.example:8443'],
])('the origin %s is taken as %s', (given, taken) => {
  expect(settingsOf(`${frame}?origin=${encodeURIComponent(given)}`).origin).toBe(taken);
});

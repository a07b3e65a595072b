// SPDX-License-Identifier: MIT
/** What the embedded calculator takes from a page, and what it tells it. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { aggregateOf, errorWithoutCells } from '../../web/embed/calculator/aggregate.js';
import { addressesIn, checkedPlan, fetchFile, fetchPlan } from '../../web/embed/calculator/load.js';
import { Loader } from '../../web/embed/calculator/loader.js';
import { Teller } from '../../web/embed/calculator/teller.js';
import { settingsOf } from '../../web/embed/frame/settings.js';
import { checkedReport, fetchReport } from '../../web/embed/results/checked_report.js';
import { ofOutcome } from '../../web/embed/results/parts.js';
import { emptyState } from '../../web/site/session_state.js';
import type { Session, SessionState } from '../../web/site/session.js';
import { crashInWords } from '../../web/text/crash.js';
import { planOf } from './example-support.js';
import { reportFixture } from './report-fixture.js';

const frame = 'https://tools.example/site/embed.html';
afterEach(() => vi.unstubAllGlobals());

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
  expect(settingsOf(`${frame}?origin=https://host.example#plan`)).toMatchObject({
    plan: null,
    awaitsPlan: true,
    origin: 'https://host.example',
  });
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
  ['#plan', 'add ?origin='],
  ['?origin=null#plan', 'add ?origin='],
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

/** A plan with words that stand in single cells. */
const telling = (): Plan => {
  const plan = planOf('ketamine-pilot');
  const [first, ...others] = plan.files;
  const reading = {
    ...first!.reading,
    missing: ['P07 left'],
    missingIn: { age: ['P07 refused'] },
    decimal: '.' as const,
  };
  return {
    ...plan,
    arms: { ...plan.arms!, same: { 'ketamine (P07)': plan.arms!.order[0]! } },
    files: [{ ...first!, reading, guesses: { 'P07 says no': null }, sameVisits: { 'P07 at 4': '4' } }, ...others],
  };
};

/** A session whose state the test sets, and all that a page around hears of it. */
function tellerOf(withParticipants: boolean, isOfPlan = () => true) {
  const heard: CustomEvent<{ plan?: Plan; report?: Report }>[] = [];
  const session = Object.assign(new EventTarget(), { state: emptyState });
  const host = Object.assign(new EventTarget(), { withParticipants });
  for (const name of ['mapped', 'result', 'error'])
    host.addEventListener(name, (event) => heard.push(event as (typeof heard)[number]));
  new Teller(host, session as unknown as Session, isOfPlan).start();
  const set = (change: Partial<SessionState>): void => {
    session.state = { ...session.state, ...change };
    session.dispatchEvent(new Event('change'));
  };
  return { heard, set };
}
const held = [{ name: 'a.csv', sha256: '1', error: null }] as unknown as SessionState['files'];

test('the plan that goes out has no words of single cells, but where participants are asked for', () => {
  const [plan, report] = [telling(), { ...reportFixture(), plan: telling() }];
  const usual = tellerOf(false);
  usual.set({ files: held, plan });
  usual.set({ report });
  expect(usual.heard.map(({ type }) => type)).toEqual(['mapped', 'result']);
  expect(JSON.stringify(usual.heard.map(({ detail }) => detail))).not.toContain('P07');
  const [mapped] = usual.heard;
  expect(checkedPlan(mapped?.detail.plan)).toMatchObject({
    outcomes: plan.outcomes,
    files: [{ reading: { decimal: '.' } }, {}, {}, {}],
  });
  const asked = tellerOf(true);
  asked.set({ files: held, plan });
  expect(asked.heard[0]?.detail.plan).toEqual(plan);
});

test('an error stays at the element, and no result of another plan is told', () => {
  const { heard, set } = tellerOf(false, () => false);
  set({ failure: { code: 'x', message: 'no', detail: {} } });
  set({ report: reportFixture() });
  expect(heard.map(({ type, bubbles, composed }) => [type, bubbles, composed])).toEqual([['error', false, false]]);
});

/** What an address gives once it has led to where the answer says it is from. */
function answering(url: string, redirected: boolean): void {
  vi.stubGlobal('document', { baseURI: 'https://host.example/page' });
  const response = new Response('id\n1\n');
  Object.defineProperties(response, { url: { value: url }, redirected: { value: redirected } });
  vi.stubGlobal('fetch', () => Promise.resolve(response));
}

test('an address may lead on within its server, and to no other', async () => {
  const { signal } = new AbortController();
  answering('https://host.example/files/a.csv', true);
  expect((await fetchFile('a.csv', signal)).name).toBe('a.csv');
  answering('https://other.example/a.csv', true);
  await expect(fetchFile('a.csv', signal)).rejects.toMatchObject({
    code: 'not_loaded',
    message: expect.stringContaining('https://other.example') as string,
  });
});

test('what an address gives in place of a plan is named', async () => {
  const { signal } = new AbortController();
  answering('https://host.example/files/plan.json', false);
  await expect(fetchPlan('files/plan.json', signal)).rejects.toMatchObject({
    code: 'bad_plan',
    message: expect.stringMatching(/^plan\.json is not JSON: .* line 1, column 1 /) as string,
    detail: { file: 'plan.json' },
  });
  expect(() => checkedPlan(reportFixture())).toThrow('is a report and no plan');
});

test('what an address gives in place of a report is named', async () => {
  const { signal } = new AbortController();
  answering('https://host.example/files/report.json', false);
  const refused = { code: 'bad_report', message: 'report.json is no JSON.', detail: { file: 'report.json' } };
  await expect(fetchReport('files/report.json', signal)).rejects.toMatchObject(refused);
  expect(() => checkedReport('id\n1\n')).toThrow('What was loaded is no JSON.');
});

test('a plan is used although the data beside it cannot be loaded', async () => {
  const used: unknown[] = [];
  const session = {
    state: emptyState,
    clear: () => Promise.resolve(),
    usePlan: (plan: unknown) => Promise.resolve(used.push(plan)),
  };
  vi.stubGlobal('document', { baseURI: 'https://host.example/page' });
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no')));
  const loader = new Loader(session as unknown as Session);
  loader.want('plan');
  loader.want('files');
  const plan = planOf('ketamine-pilot');
  const done = await loader.load({ plan, isLocked: false, data: 'a.csv', files: null, onFetched: () => undefined });
  expect(done).toMatchObject({ of: 'files', error: { code: 'not_loaded' } });
  expect(used).toEqual([plan]);
});

test('a plan whose data cannot be loaded is never used on the data of another', async () => {
  const done: string[] = [];
  const state = { ...emptyState, files: [{ name: 'a.csv' }] };
  const session = {
    state,
    usePlan: () => Promise.resolve(done.push('plan')),
    clear: () => Promise.resolve(done.push('clear')),
  };
  vi.stubGlobal('document', { baseURI: 'https://host.example/page' });
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no')));
  const loader = new Loader(session as unknown as Session);
  loader.want('plan');
  loader.want('files');
  await loader.load({
    plan: planOf('ketamine-pilot'),
    isLocked: true,
    data: 'a.csv',
    files: null,
    onFetched: () => undefined,
  });
  expect(done).toEqual(['clear', 'plan']);
});

test('files that go are told like files that come', () => {
  const { heard, set } = tellerOf(false);
  set({ files: held, plan: telling() });
  set({ files: [], plan: null });
  expect(heard.map(({ type, detail }) => [type, detail.plan === null])).toEqual([
    ['mapped', false],
    ['mapped', true],
  ]);
});

test('data wait for a plan that can be loaded', async () => {
  const opened: unknown[] = [];
  const session = {
    state: emptyState,
    clear: () => Promise.resolve(),
    usePlan: () => Promise.resolve(),
    open: (files: File[]) => Promise.resolve(opened.push(...files)),
  };
  const loader = new Loader(session as unknown as Session);
  loader.want('plan');
  loader.want('files');
  const rest = { isLocked: true, data: '', files: [new File(['x'], 'a.csv')], onFetched: () => undefined };
  expect(await loader.load({ plan: 7 as unknown as Plan, ...rest })).toMatchObject({ of: 'plan' });
  // Other files in their place change nothing of that.
  loader.want('files');
  expect(await loader.load({ plan: 7 as unknown as Plan, ...rest })).toMatchObject({ of: 'plan' });
  expect(opened).toEqual([]);
  expect(await loader.load({ plan: planOf('ketamine-pilot'), ...rest })).toBeNull();
  expect(opened).toHaveLength(1);
});

test('what the frame does not know in its address is told in the console, once', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  for (let i = 0; i < 2; i++) settingsOf(`${frame}?lokced&hide=exports+everything&scheme=blue`);
  expect(warn.mock.calls.map(([message]) => /"(.*?)"/.exec(String(message))?.[1])).toEqual([
    'lokced',
    'everything',
    'blue',
  ]);
  warn.mockRestore();
});

test('that a policy forbids the calculation is told to the page around', () => {
  for (const cause of [
    'violates the Content Security Policy directive',
    'blocked by CSP',
    "'unsafe-eval' is no source",
  ]) {
    const error = crashInWords({ code: 'internal_error', message: cause, detail: {} });
    expect(errorWithoutCells(error)).toEqual(error);
    expect(error.code).toBe('policy_refused');
    expect(error.detail.remedy).toContain('worker-src blob:');
  }
  expect(crashInWords({ code: 'bad_value', message: 'CSP', detail: {} }).code).toBe('bad_value');
});

test.each(['constructor', 'prototype', '__proto__'])('no report has an object called %s', (key) => {
  const text = JSON.stringify(reportFixture()).replace('{', `{"${key}":{"prototype":1},`);
  expect(() => checkedReport(text)).toThrow(expect.objectContaining({ code: 'bad_report' }));
});

test('an outcome is found by its id or its name, in small or capital letters', () => {
  const report = reportFixture();
  const [first] = report.outcomes;
  for (const asked of [first!.id.toUpperCase(), first!.label.toUpperCase(), first!.id])
    expect(ofOutcome(report, asked)?.outcomes[0]).toBe(first);
  expect(ofOutcome(report, 'none')).toBeNull();
});

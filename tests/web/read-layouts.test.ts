// SPDX-License-Identifier: MIT
/** One trial in several layouts: what is proposed does not depend on the layout or on the order of rows. */
import { describe, expect, test } from 'vitest';
import { propose, type ReadResult } from '../../web/read/index.js';
import { read } from './read-support.js';

const people = ['p1', 'p2', 'p3', 'p4'].map((id, i) => ({ id, arm: i % 2 === 0 ? 'B' : 'A', at: i }));
const days = [0, 7, 14, 28];
const scoreOf = (at: number, v: number): number => 40 + at - 3 * v;
const armsOf = (order: readonly (typeof people)[number][]): ReadResult =>
  read('arms.csv', `id,arm\n${order.map(({ id, arm }) => `${id},${arm}`).join('\n')}\n`);
const arms = armsOf(people);
const rowsOf = (name: (v: number) => string): string =>
  people.flatMap(({ id, at }) => days.map((_, v) => `${id},${name(v)},${scoreOf(at, v)}`)).join('\n');

const day = (v: number): string => String(days[v]);
const layouts: Record<string, ReadResult[]> = {
  long: [arms, read('fss.csv', `id,day,fss_total\n${rowsOf(day)}\n`)],
  'long, days in a column called visit': [arms, read('fss.csv', `id,visit,fss_total\n${rowsOf(day)}\n`)],
  'long, days in a column called timepoint': [arms, read('fss.csv', `id,timepoint,fss_total\n${rowsOf(day)}\n`)],
  'long, weeks as labels': [
    arms,
    read('fss.csv', `id,visit,fss_total\n${rowsOf((v) => ['Baseline', 'Week 1', 'Week 2', 'Week 4'][v] ?? '')}\n`),
  ],
  'wide, days': [
    arms,
    read(
      'fss.csv',
      `id,${days.map((d) => `fss_total_d${d}`).join(',')}\n${people.map(({ id, at }) => [id, ...days.map((_, v) => scoreOf(at, v))].join(',')).join('\n')}\n`,
    ),
  ],
  'wide, bare numbers': [
    arms,
    read(
      'fss.csv',
      `id,${days.map((d) => `fss_${d}`).join(',')}\n${people.map(({ id, at }) => [id, ...days.map((_, v) => scoreOf(at, v))].join(',')).join('\n')}\n`,
    ),
  ],
  'one row per item': [
    arms,
    read(
      'fss.csv',
      `id,visit,item,answer\n${people.flatMap(({ id, at }) => days.map((d, v) => `${id},${d},fss_total,${scoreOf(at, v)}`)).join('\n')}\n`,
    ),
  ],
  ADaM: [
    read('adsl.csv', `USUBJID,TRT01P\n${people.map(({ id, arm }) => `${id},${arm}`).join('\n')}\n`),
    read(
      'adqs.csv',
      `USUBJID,PARAMCD,AVISIT,AVISITN,AVAL\n${people.flatMap(({ id, at }) => days.map((d, v) => `${id},FSSTOT,${v === 0 ? 'Baseline' : `Day ${d}`},${d},${scoreOf(at, v)}`)).join('\n')}\n`,
    ),
  ],
  'SDTM, the first day is day 1': [
    read('dm.csv', `USUBJID,ARM\n${people.map(({ id, arm }) => `${id},${arm}`).join('\n')}\n`),
    read(
      'qs.csv',
      `USUBJID,QSTESTCD,QSSTRESN,VISIT,VISITNUM,QSBLFL\n${people.flatMap(({ id, at }) => days.map((d, v) => `${id},FSSTOT,${scoreOf(at, v)},DAY ${d + 1},${v + 1},${v === 0 ? 'Y' : ''}`)).join('\n')}\n`,
    ),
  ],
};

/** The last visit, four weeks after baseline, in the words of the layout. */
const fourWeeksLater = ['28', 'Week 4', 'Day 28', 'DAY 29'];

describe.each(Object.entries(layouts))('%s', (_, files) => {
  const { plan, notes } = propose(files);

  test('has the effect at the last visit, tells so, and has the same reference arm', () => {
    expect(plan.outcomes).toHaveLength(1);
    const [outcome] = plan.outcomes;
    expect(outcome?.model.response).toBe('change');
    const visit = outcome?.effect.kind === 'visit_difference' ? outcome.effect.visit : '';
    expect(fourWeeksLater).toContain(visit);
    expect(notes.find(({ code }) => code === 'effect_visit')?.message).toContain(`"${visit}"`);
    expect(plan.arms?.order).toEqual(['A', 'B']);
  });
});

test('the order of the rows does not tell the reference arm', () => {
  const files = (order: typeof people): ReadResult[] => [armsOf(order), ...(layouts['long'] ?? []).slice(1)];
  expect(propose(files(people)).plan.arms).toEqual(propose(files([...people].reverse())).plan.arms);
});

test('consecutive numbers of visits are no days', () => {
  const rows = people.flatMap(({ id, at }) => [1, 2, 3, 4, 5, 6, 7, 8].map((v) => `${id},${v},${scoreOf(at, v)}`));
  const { plan } = propose([arms, read('fss.csv', `id,visit,fss_total\n${rows.join('\n')}\n`)]);
  expect(plan.outcomes[0]?.effect).toEqual({ kind: 'visit_difference', visit: '8', proposed: true });
});

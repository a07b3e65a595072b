// SPDX-License-Identifier: MIT
/** A questionnaire that was added and whose columns are not chosen yet. */
import { describe, expect, test } from 'vitest';
import type { Plan, PlanInstrument } from '../../web/contract/plan.js';
import { becoming, givenAs } from '../../web/elements/instrument_edits.js';
import { instrumentNamed } from '../../web/read/instruments.js';
import { parsePlan, propose } from '../../web/read/index.js';
import { finishedPlan, unfinishedErrors } from '../../web/read/unfinished.js';
import { read } from './read-support.js';

const columns = ['id', 'arm', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9'];
const fss = instrumentNamed('FSS')!;
const added: PlanInstrument = { id: 'dfs', instrument: 'DFS', file: 'f.csv', items: [] };

describe('without a first column', () => {
  test('no column is taken by itself, whatever the questionnaire becomes', () => {
    expect(becoming(added, fss, columns).items).toEqual([]);
    expect(givenAs(added, fss, 'scores', columns).scores).toEqual({});
    expect(givenAs({ ...added, items: undefined, scores: {} }, fss, 'items', columns).items).toEqual([]);
  });

  test('with one, those that follow are', () => {
    expect(becoming({ ...added, items: ['q1'] }, fss, columns).items).toEqual(columns.slice(2));
    expect(givenAs({ ...added, items: ['q1'] }, fss, 'scores', columns).scores).toEqual({ total: 'q1' });
  });
});

describe('beside others', () => {
  const file = read('f.csv', 'id,arm,day,fss\n1,a,0,30\n1,a,28,20\n2,b,0,31\n2,b,28,29\n');
  const { plan } = propose([file]);
  const withAdded = (instrument: PlanInstrument): Plan => ({
    ...plan,
    instruments: [...plan.instruments, instrument],
    outcomes: [...plan.outcomes, { ...plan.outcomes[0]!, id: 'dfs', label: 'Diary', score: 'dfs.total' }],
  });

  test.each([[[]], [['fss', '']]])('items %j: the others are analysed, and its outcome is told to wait', (items) => {
    const open = withAdded({ ...added, items });
    expect(finishedPlan(open)).toEqual(plan);
    expect(parsePlan(JSON.stringify(finishedPlan(open)))).toEqual(plan);
    expect(unfinishedErrors(open).map(({ message }) => message)).toEqual([
      'f.csv: Diary waits for columns that are not chosen yet: choose all columns of DFS',
    ]);
  });

  test('with all its columns it is one of them', () => {
    const done = withAdded({ ...added, items: ['fss'] });
    expect(finishedPlan(done)).toBe(done);
    expect(unfinishedErrors(done)).toEqual([]);
  });
});

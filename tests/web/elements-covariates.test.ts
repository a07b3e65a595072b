// SPDX-License-Identifier: MIT
/** What an outcome can be adjusted for, and what choosing it changes. */
import { describe, expect, test } from 'vitest';
import type { Plan, PlanOutcome } from '../../web/contract/plan.js';
import {
  areSameForAll,
  covariateSource,
  errorsOfColumns,
  namesGroups,
  sameForAll,
  toggled,
  withCovariates,
} from '../../web/elements/covariates.js';
import type { PlanEdit } from '../../web/elements/events.js';
import type { ColumnSummary, FileSummary } from '../../web/engine/messages.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { editName } from '../../web/text/edit_name.js';

type Covariates = Extract<PlanEdit, { kind: 'covariates' }>;

const number = (name: string, values?: string[], missing = 0): ColumnSummary => ({
  ...{ name, kind: 'number', levels: [], missing },
  ...(values && { values }),
});
const labels = (name: string, levels: string[]): ColumnSummary => ({ name, kind: 'factor', levels, missing: 0 });
const ids = Array.from({ length: 12 }, (_, i) => `P${i}`);
const file = (name: string, columns: ColumnSummary[]): FileSummary => ({
  ...{ name, sha256: '', rowCount: 12, columns, options: {}, preview: [], notes: [], error: null },
});
const people = file('people.csv', [
  labels('id', ids),
  labels('arm', ['a', 'b']),
  number('age', undefined, 2),
  number('site', ['1', '2', '3']),
  labels('sex', ['f', 'm']),
  number('dose', ['10', '20']),
  labels('initials', ids),
  labels('born', ['1970-01-02', '1980-03-04']),
  labels('country', ['DE']),
  labels('thought', ['a', 'b']),
]);
const visits = file('visits.csv', [labels('id', ids), number('day', ['0', '28']), number('fss')]);
const outcome: PlanOutcome = {
  id: 'fss',
  label: 'FSS',
  role: 'primary',
  score: 'fss.total',
  model: { kind: 'mmrm', response: 'change' },
  effect: { kind: 'average_difference' },
};
const plan: Plan = {
  schemaVersion: 1,
  files: [
    { name: 'people.csv', role: 'participants', id: 'id', arm: 'arm', guess: 'thought' },
    { name: 'visits.csv', role: 'records', id: 'id', visit: 'day' },
  ],
  instruments: [{ id: 'fss', instrument: 'FSS', file: 'visits.csv', scores: { total: 'fss' } }],
  outcomes: [outcome, { ...outcome, id: 'mfis', label: 'MFIS' }],
};
const source = covariateSource(plan, [people, visits])!;
const chosen = (edit: PlanEdit): Covariates => edit as Covariates;

describe('columns offered', () => {
  test('are those of the participants file that play no part, tell people apart and are no dates', () => {
    expect(source.columns.map(({ name }) => name)).toEqual(['age', 'site', 'sex', 'dose']);
    expect(source).toMatchObject({ files: ['people.csv'], hasRowEach: true });
  });

  test('say as what they are taken, and what else they may be', () => {
    const [age, site, sex] = source.columns;
    expect(age).toMatchObject({ as: 'number', count: null, isCoded: false, missing: 2 });
    expect(site).toMatchObject({ as: 'number', count: 3, isCoded: true });
    expect(sex).toMatchObject({ as: 'factor', count: 2, isCoded: false });
  });

  test('are those of the records where these have the arm, but for visit and scores', () => {
    const alone = file('trial.csv', [...people.columns, number('day', ['0', '28']), number('fss')]);
    const files: Plan['files'] = [{ name: 'trial.csv', role: 'records', id: 'id', arm: 'arm', visit: 'day' }];
    const instruments = plan.instruments.map((each) => ({ ...each, file: 'trial.csv' }));
    const found = covariateSource({ ...plan, files, instruments }, [alone]);
    expect(found?.columns.map(({ name }) => name)).toEqual(['age', 'site', 'sex', 'dose', 'thought']);
    expect(found).toMatchObject({ hasRowEach: false });
    expect(found?.columns[0]?.missing).toBe(0);
  });

  test('are not known while the file is not there', () => {
    expect(covariateSource(plan, [visits])).toBeNull();
  });
});

describe('choosing', () => {
  test('a number leaves the way of reading alone', () => {
    const edit = toggled([outcome], source, 'age', true);
    expect(edit).toEqual({ kind: 'covariates', of: { fss: ['age'] } });
    const after = applyEdit(plan, edit);
    expect(after.outcomes.map(({ model }) => model.covariates)).toEqual([['age'], undefined]);
    expect(after.files).toEqual(plan.files);
    expect(editName(edit, plan)).toBe('FSS: covariates');
  });

  test('codes of sites takes them as categories, in the same step', () => {
    const edit = toggled([outcome], source, 'site', true);
    const after = applyEdit(plan, edit);
    expect(after.files[0]?.reading?.types).toEqual({ site: 'factor' });
    const asNumber: Covariates = { kind: 'covariates', of: {}, taken: { ...chosen(edit).taken!, as: 'number' } };
    expect(applyEdit(after, asNumber).files[0]?.reading?.types).toEqual({ site: 'number' });
    expect(editName(asNumber, after)).toBe('site as a number');
    expect(toggled([outcome], source, 'dose', true)).not.toHaveProperty('taken');
    expect(['site', 'SITE_ID', 'Zentrum', 'sex', 'stratum'].every(namesGroups)).toBe(true);
    expect(['age', 'website_visits', 'dose'].some(namesGroups)).toBe(false);
  });

  test('of many sites the name tells that they are categories, though not all values are known', () => {
    const many = file('people.csv', [labels('id', ids), labels('arm', ['a', 'b']), number('age'), number('site_no')]);
    const known = covariateSource(plan, [many, visits])!;
    expect(known.columns.map(({ name, isCoded }) => [name, isCoded])).toEqual([
      ['age', false],
      ['site_no', true],
    ]);
    expect(toggled([outcome], known, 'site_no', true)).toMatchObject({
      taken: { files: ['people.csv'], column: 'site_no', as: 'factor' },
    });
    expect(chosen(toggled([outcome], known, 'age', true)).taken).toBeUndefined();
  });

  test('once read as labels, codes can still be numbers again', () => {
    const types = { site: 'factor' as const };
    const read: Plan = { ...plan, files: [{ ...plan.files[0]!, reading: { types } }, plan.files[1]!] };
    const again = file('people.csv', [labels('id', ids), labels('site', ['1', '2', '3'])]);
    expect(covariateSource(read, [again])?.columns).toMatchObject([{ name: 'site', as: 'factor', isCoded: true }]);
  });

  test('the last one back leaves no trace, and columns keep the order of the file', () => {
    const both = withCovariates(plan, chosen(sameForAll(plan.outcomes, ['sex'])));
    expect(areSameForAll(both.outcomes)).toBe(true);
    const more = applyEdit(both, toggled(both.outcomes, source, 'age', true));
    expect(more.outcomes.map(({ model }) => model.covariates)).toEqual([
      ['age', 'sex'],
      ['age', 'sex'],
    ]);
    expect(editName(toggled(both.outcomes, source, 'age', true), both)).toBe('FSS, MFIS: covariates');
    expect(applyEdit(both, toggled(both.outcomes, source, 'sex', false))).toEqual(plan);
  });

  test('for all outcomes what one of them has', () => {
    const one = applyEdit(plan, toggled([outcome], source, 'age', true));
    expect(areSameForAll(one.outcomes)).toBe(false);
    expect(areSameForAll(applyEdit(one, sameForAll(one.outcomes, ['age'])).outcomes)).toBe(true);
  });
});

test('an error is of a column where it or one of its places names it', () => {
  const error = (detail: object) => ({ code: 'covariate_varies', message: '', detail });
  const all = [error({ column: 'mood' }), error({ places: [{ column: 'mood' }] }), error({ column: 'age' }), error({})];
  expect(errorsOfColumns(all, ['mood'])).toEqual(all.slice(0, 2));
});

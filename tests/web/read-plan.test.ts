// SPDX-License-Identifier: MIT
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import { parsePlan, planSchema } from '../../web/read/index.js';
import { thrown } from './read-support.js';

const plan = {
  schemaVersion: 1,
  title: 'Ketamine pilot',
  simulated: true,
  files: [
    { name: 'participants.csv', role: 'participants', id: 'id', arm: 'arm' },
    {
      name: 'diary.csv',
      role: 'records',
      id: 'id',
      visit: 'day',
      reading: { delimiter: ';', decimal: ',', types: { id: 'factor' } },
    },
    {
      name: 'wide.csv',
      role: 'records',
      id: 'id',
      visit: 'visit',
      wide: [{ column: 'mfis_d0', variable: 'mfis_total', visit: '0' }],
    },
    { name: 'events.csv', role: 'events', id: 'id', event: 'event' },
  ],
  arms: { order: ['midazolam', 'ketamine'] },
  instruments: [
    { id: 'dfs', instrument: 'DFS', file: 'diary.csv', items: ['dfs'] },
    { id: 'mfis', instrument: 'MFIS', file: 'wide.csv', scores: { total: 'mfis_total' }, missingItems: 'half' },
  ],
  outcomes: [
    {
      id: 'dfs',
      label: 'Daily fatigue',
      role: 'primary',
      score: 'dfs.total',
      model: { kind: 'random_effects', response: 'value', random: 'intercept_slope', fallback: ['intercept'] },
      effect: { kind: 'slope_difference', window: 7 },
    },
    {
      id: 'mfis',
      label: 'MFIS',
      role: 'secondary',
      score: 'mfis.total',
      model: {
        kind: 'mmrm',
        response: 'change',
        baselineVisit: '0',
        covariance: 'us',
        fallback: ['toeph', 'cs'],
        df: 'satterthwaite',
      },
      effect: { kind: 'visit_difference', visit: '28' },
    },
  ],
  inference: { confidence: 0.95, method: 'REML', df: 'kenward_roger' },
  published: {
    citation: 'A trial',
    chosenToAgree: true,
    rows: [{ outcome: 'mfis', estimate: -13.5, lower: -25, upper: -1.98, pValue: 0.04 }],
  },
};

type Json = Record<string, unknown>;

/** The plan with the value at the dotted path replaced (or removed, for undefined). */
function planWith(path: string, value: unknown): Json {
  const copy = structuredClone(plan) as Json;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Json>((inside, key) => inside[key] as Json, copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

const ajv = new Ajv2020({ strict: true, allErrors: false });
const agreed = ajv.compile(JSON.parse(readFileSync('schema/plan.schema.json', 'utf8')) as object);

test('the published schema is the one that plans are checked by', () => {
  expect(JSON.parse(readFileSync('schema/plan.schema.json', 'utf8'))).toEqual(planSchema);
});

test('a plan is read as it is written', () => {
  expect(parsePlan(JSON.stringify(plan))).toEqual(plan);
  expect(parsePlan(`\uFEFF${JSON.stringify(plan)}`)).toEqual(plan);
  expect(agreed(plan)).toBe(true);
});

const example = 'examples/ketamine-pilot/plan.json';
test.skipIf(!existsSync(example))('the example is a valid plan', () => {
  expect(parsePlan(readFileSync(example, 'utf8')).schemaVersion).toBe(1);
});

test('a plan may say all there is to say of a model and its tests', () => {
  const full = structuredClone(plan) as unknown as Plan;
  Object.assign(full.outcomes[0]!.model, { residual: 'ar1', vcov: 'empirical', information: 'expected', weights: 'w' });
  Object.assign(full.outcomes[1]!.model, { covariance: 'sp_exp', covarianceGroups: 'arm' });
  full.outcomes[1]!.multiplicity = 'dunnett';
  full.inference = { ...full.inference, gate: 'fixed_sequence' };
  expect(parsePlan(JSON.stringify(full))).toEqual(full);
  expect(agreed(full)).toBe(true);
});

describe('what the schema refuses, told with its path', () => {
  const cases: [string, unknown, string][] = [
    ['outcomes.1.model.kind', 'mmmr', 'outcomes[1].model.kind is "mmmr": use one of mmrm, random_effects'],
    ['outcomes.1.model.kind', undefined, 'outcomes[1].model.kind is missing: use one of mmrm, random_effects'],
    [
      'outcomes.1.model.covariance',
      'un',
      'outcomes[1].model.covariance is "un": use one of us, toeph, toep, adh, ad, ar1h, ar1, csh, cs, sp_exp',
    ],
    [
      'outcomes.0.model.covariance',
      'us',
      'outcomes[0].model.covariance is not known: outcomes[0].model can have kind, response, baselineVisit, baseline, visits, covariates, method, df, vcov, information, weights, random, residual, fallback',
    ],
    [
      'outcomes.1.model.residual',
      'ar1',
      'outcomes[1].model.residual is not known: outcomes[1].model can have kind, response, baselineVisit, baseline, visits, covariates, method, df, vcov, information, weights, covariance, covarianceGroups, fallback',
    ],
    [
      'outcomes.0.model.residual',
      'us',
      'outcomes[0].model.residual is "us": use one of independent, ar1, ar1h, ad, adh, sp_exp',
    ],
    ['outcomes.1.model.covarianceGroups', 'site', 'outcomes[1].model.covarianceGroups is "site": use one of none, arm'],
    [
      'outcomes.0.model.vcov',
      'robust',
      'outcomes[0].model.vcov is "robust": use one of model, empirical, empirical_jackknife, empirical_bias_reduced',
    ],
    [
      'outcomes.0.model.information',
      'fisher',
      'outcomes[0].model.information is "fisher": use one of observed, expected',
    ],
    ['outcomes.0.model.weights', '', 'outcomes[0].model.weights is "": it must not be empty'],
    [
      'outcomes.0.multiplicity',
      'tukey',
      'outcomes[0].multiplicity is "tukey": use one of none, bonferroni, holm, hochberg, dunnett',
    ],
    ['inference.gate', 'graph', 'inference.gate is "graph": use one of none, fixed_sequence'],
    [
      'outcomes.0.effect',
      { kind: 'slope' },
      'outcomes[0].effect.kind is "slope": use one of visit_difference, average_difference, slope_difference',
    ],
    ['outcomes.1.effect', { kind: 'visit_difference' }, 'outcomes[1].effect.visit is missing'],
    ['outcomes.0.effect.window', 0, 'outcomes[0].effect.window is 0: it must be above 0'],
    ['inference.confidence', 95, 'inference.confidence is 95: it must be below 1'],
    ['inference.confidence', '0.95', 'inference.confidence is "0.95": it must be a number'],
    ['inference.alpha', 0.05, 'inference.alpha is not known: inference can have confidence, method, df, gate'],
    ['files', {}, 'files is an object: it must be a list'],
    ['files.0.role', 'people', 'files[0].role is "people": use one of participants, records, events, ignored'],
    ['files.0.name', '', 'files[0].name is "": it must not be empty'],
    ['files.1.reading.delimiter', ' ', 'files[1].reading.delimiter is " ": use one of ",", ";", "\\t", "|"'],
    ['files.1.reading.types', { 'a b': 'text' }, 'files[1].reading.types["a b"] is "text": use one of number, factor'],
    ['instruments.0.id', 'DFS 1', 'instruments[0].id is "DFS 1": it must match ^[a-z][a-z0-9_]*$'],
    ['instruments.0.items', ['a', 'a'], 'instruments[0].items[1] is "a", which is there before: name it once'],
    ['arms.order', [], 'arms.order has 0 entries: it needs at least 1'],
    ['outcomes', undefined, 'outcomes is missing'],
    [
      'extra',
      1,
      'extra is not known: a plan can have schemaVersion, title, simulated, randomised, files, arms, ids, unmatchedIds, confirmed, samePeople, definitions, instruments, outcomes, inference, estimand, baselineTable, safety, display, published',
    ],
    ['title', 'x'.repeat(2000), `title is "${'x'.repeat(58)}…: it may have 1000 characters at most`],
    ['simulated', 'yes', 'simulated is "yes": it must be true or false'],
  ];
  test.each(cases)('%s = %j', (path, value, expected) => {
    const changed = planWith(path, value);
    const error = thrown(() => parsePlan(JSON.stringify(changed)));
    expect(error.code).toBe('bad_plan');
    expect(error.message).toBe(expected);
    expect(agreed(changed), 'another validator agrees').toBe(false);
  });
});

describe('what only the plan as a whole tells', () => {
  const cases: [string, unknown, string][] = [
    [
      'instruments.0.file',
      'dairy.csv',
      'instruments[0].file is "dairy.csv": the files of the plan are participants.csv, diary.csv, wide.csv and events.csv',
    ],
    ['instruments.1.id', 'dfs', 'instruments[1].id is "dfs", as is instruments[0].id: give each its own'],
    ['files.1.name', 'participants.csv', 'files[1].name is "participants.csv", as is files[0].name: give each its own'],
    [
      'outcomes.0.score',
      'fss.total',
      'outcomes[0].score is "fss.total": use the id of an instrument (dfs and mfis) and a scale, such as fss.total',
    ],
    ['instruments.0.items', undefined, 'instruments[0] has neither items nor scores: give one of them'],
    ['instruments.0.scores', { total: 'dfs' }, 'instruments[0] has both items and scores: give one of them'],
    [
      'schemaVersion',
      2,
      'schemaVersion is 2: this version reads plans of schemaVersion 1; open it with the version that wrote it',
    ],
  ];
  test.each(cases)('%s = %j', (path, value, expected) => {
    expect(thrown(() => parsePlan(JSON.stringify(planWith(path, value)))).message).toBe(expected);
  });
});

describe('text that is no plan', () => {
  test.each(['', '{', 'id,arm\n1,A', '{"schemaVersion": 1,}'])('%j is not JSON', (text) => {
    const error = thrown(() => parsePlan(text));
    expect(error.code).toBe('bad_plan');
    expect(error.message).toMatch(/^the plan is not JSON: /);
  });

  test.each(['null', '[]', '3', '"plan"'])('%s is no object', (text) => {
    expect(thrown(() => parsePlan(text)).message).toMatch(/^the plan is .+: it must be an object$/);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('the key %s is refused everywhere', (key) => {
    const inRecord = JSON.stringify(plan).replace('"types":{"id"', `"types":{"${key}"`);
    expect(thrown(() => parsePlan(inRecord)).message).toBe(`files[1].reading.types.${key} is not allowed as a key`);
    const atTop = JSON.stringify(plan).replace('"title"', `"${key}"`);
    expect(thrown(() => parsePlan(atTop)).message).toBe(`${key} is not allowed as a key`);
  });

  test('deep nesting and great length are refused without harm', () => {
    expect(thrown(() => parsePlan(`{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).message).toBe(
      'title is a list: it must be text',
    );
    expect(thrown(() => parsePlan(' '.repeat(3_000_000))).message).toMatch(/^the plan has 3000000 characters/);
  });
});

describe('all that a plan can say', () => {
  const own = {
    name: 'Energy Diary',
    aliases: ['ED'],
    title: 'Energy Diary',
    version: '3 items',
    direction: 'declared',
    items: { count: 3, lowest: 0, highest: 10, step: 0, reversed: [1], codes: ['A1', 'A2', 'A3'] },
    scorings: [{ name: 'sum', combine: 'sum', recode: [0, 1] }],
    scales: [
      {
        name: 'total',
        label: 'Energy',
        items: [1, 2, 3],
        direction: 'higher_is_better',
        transform: { multiply: 2, add: 1 },
        table: [{ raw: 1, score: 2, se: 0.5 }],
        subscales: ['part'],
      },
      { name: 'part', label: 'Part' },
    ],
    missingItems: { default: { atLeast: 2 }, only: true, source: 'x' },
    bands: [{ scale: 'total', scoring: 'sum', label: 'high', from: 3, source: 'x' }],
    changes: [{ scale: 'total', scoring: 'sum', kind: 'mcid', value: 1, range: [1, 2], population: 'x', source: 'x' }],
    stems: ['ed'],
    source: ['x'],
    licence: 'x',
    caution: 'x',
  };
  const full = {
    ...structuredClone(plan),
    definitions: [own],
    estimand: {
      population: 'adults',
      treatment: 'ketamine',
      variable: 'change',
      intercurrentEvents: [{ event: 'rescue', strategy: 'treatment_policy' }],
      summary: '',
    },
    baselineTable: { columns: ['age'], standardisedDifferences: false },
    display: { pilot: true, style: 'nejm', locale: 'de' },
    files: [
      {
        name: 'participants.csv',
        role: 'participants',
        id: 'id',
        arm: 'arm',
        startDate: 'randdt',
        dayOfStart: 1,
        guess: 'thought',
        guesses: { drug: 'ketamine', '?': null },
      },
      {
        name: 'diary.csv',
        role: 'records',
        id: 'id',
        date: 'date',
        windows: [{ visit: 'Day 7', day: 7, before: 3, after: 3 }],
        reading: { missingIn: { dfs: ['-9'] }, dates: 'dmy', sheet: 'Sheet1' },
      },
      {
        name: 'wide.csv',
        role: 'records',
        id: 'id',
        visit: 'AVISIT',
        parameters: {
          column: 'PARAMCD',
          value: 'AVAL',
          entries: [{ code: 'MFISTOT', variable: 'mfis_total' }],
          only: [{ column: 'ANL01FL', values: ['Y'] }],
        },
      },
      {
        name: 'events.csv',
        role: 'events',
        id: 'id',
        event: 'event',
        bodySystem: 'soc',
        severity: 'sev',
        serious: 'ser',
        related: 'rel',
      },
    ],
    instruments: [
      { ...plan.instruments[0], missingItems: { scales: { total: { atLeast: 1 } } } },
      { ...plan.instruments[1], missingItems: 'subscales' },
      { id: 'ed', instrument: 'energy diary', file: 'diary.csv', items: ['a', 'b', 'c'], direction: 'lower_is_better' },
    ],
    outcomes: [
      {
        ...plan.outcomes[0],
        mcid: 'none',
        decimals: 1,
        summary: { kind: 'weekly_mean', firstDay: 1, leastDays: 4 },
        responder: { kind: 'reliable_change', reliability: 0.8, sd: 5 },
        model: { ...plan.outcomes[0]?.model, baseline: { kind: 'window_mean', from: -7, to: 0, leastDays: 3 } },
      },
      {
        ...plan.outcomes[1],
        mcid: { value: 10, source: 'x' },
        summary: { kind: 'auc_per_day', from: 0, to: 28, leastDays: 2 },
        responder: { kind: 'cut_off', value: 38, inclusive: true },
        model: { kind: 'mmrm', response: 'percent_change', baseline: { kind: 'column', column: 'BASE' } },
      },
    ],
  };

  test('is accepted, by another validator too', () => {
    expect(parsePlan(JSON.stringify(full))).toEqual(full);
    expect(agreed(full)).toBe(true);
  });

  test('an unknown key anywhere is refused', () => {
    const free = new Set(['scores', 'missingIn', 'types', 'scales', 'guesses']);
    const visit = (value: unknown, key: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Array.isArray(value) && !free.has(key)) {
        const record = value as Json;
        record['unknown_key'] = 1;
        expect(() => parsePlan(JSON.stringify(full)), key).toThrow(/unknown_key|not known/);
        expect(agreed(full), key).toBe(false);
        delete record['unknown_key'];
      }
      for (const [name, inside] of Object.entries(value)) visit(inside, Array.isArray(value) ? '' : name);
    };
    visit(full, '');
  });

  const wrong: [string, (changed: Json) => unknown, string][] = [
    [
      'an unknown instrument',
      (p) => ((p['instruments'] as Json[])[0]!['instrument'] = 'XYZ'),
      'instruments[0].instrument is "XYZ"',
    ],
    [
      'an unknown scale',
      (p) => ((p['outcomes'] as Json[])[0]!['score'] = 'dfs.physical'),
      'the scales of DFS are total',
    ],
    [
      'wide beside parameters',
      (p) => ((p['files'] as Json[])[2]!['wide'] = [{ column: 'a', variable: 'b', visit: '0' }]),
      'both wide and parameters',
    ],
    [
      'a date without a start',
      (p) => ((p['files'] as Json[])[0] = { name: 'participants.csv', role: 'participants' }),
      'no file has a startDate',
    ],
    [
      'a guess that is no arm',
      (p) => ((p['files'] as Json[])[0]!['guesses'] = { drug: 'placebo' }),
      'files[0].guesses["drug"] is "placebo": the arms are midazolam and ketamine',
    ],
    [
      'a guess of no kind',
      (p) => ((p['files'] as Json[])[0]!['guesses'] = { drug: 3 }),
      'files[0].guesses.drug is 3: use one of text, null',
    ],
    [
      'guesses without their column',
      (p) => delete (p['files'] as Json[])[0]!['guess'],
      'files[0].guesses stands without guess',
    ],
    ['a second column of guesses', (p) => ((p['files'] as Json[])[1]!['guess'] = 'g'), 'files[0] has a guess too'],
    ['an MCID of 0', (p) => ((p['outcomes'] as Json[])[1]!['mcid'] = { value: 0 }), 'it must be above 0'],
    [
      'an MCID that is a number',
      (p) => ((p['outcomes'] as Json[])[1]!['mcid'] = 4),
      'outcomes[1].mcid is 4: use one of none, {value}',
    ],
    ['a built-in name', (p) => ((p['definitions'] as Json[])[0]!['name'] = 'fss'), 'as is the built-in FSS'],
    [
      'a rule of no kind',
      (p) => ((p['instruments'] as Json[])[0]!['missingItems'] = 'most'),
      'instruments[0].missingItems is "most"',
    ],
  ];
  test.each(wrong)('%s is refused', (_, change, expected) => {
    const changed = structuredClone(full) as unknown as Json;
    change(changed);
    expect(thrown(() => parsePlan(JSON.stringify(changed))).message).toContain(expected);
  });
});

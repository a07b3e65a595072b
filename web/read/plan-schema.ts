// SPDX-License-Identifier: MIT
/** The plan as a JSON Schema 2020-12; schema/plan.schema.json is this object, and a test holds the two together. */
import { instrumentDefs } from './instrument-schema.js';
import { displayDefs, guessColumns, outcomeDisplay, planDisplay } from './plan-display-schema.js';
import { readingDefs } from './reading-schema.js';
import type { RootSchema, Schema } from './schema.js';

const name: Schema = { type: 'string', minLength: 1, maxLength: 1000 };
const names: Schema = { type: 'array', items: name, maxItems: 1000, uniqueItems: true };
const method: Schema = { type: 'string', enum: ['REML', 'ML'] };
const ref = (definition: string): Schema => ({ $ref: `#/$defs/${definition}` });
const kind = (word: string, properties: Record<string, Schema>, required: readonly string[] = []): Schema => ({
  type: 'object',
  required: ['kind', ...required],
  additionalProperties: false,
  properties: { kind: { const: word }, ...properties },
});

const commonModel: Record<string, Schema> = {
  response: {
    type: 'string',
    enum: ['change', 'value', 'percent_change'],
    description: 'Change from baseline, with baseline as a covariate, in points or percent, or the value itself.',
  },
  baselineVisit: name,
  baseline: { oneOf: [ref('lastBefore'), ref('windowMean'), ref('baselineColumn')] },
  visits: {
    ...names,
    minItems: 1,
    description: 'Visits analysed. Default: all but the baseline (change) or all (value).',
  },
  covariates: { ...names, description: 'Columns of the participants file.' },
  method,
  df: ref('df'),
  vcov: {
    type: 'string',
    enum: ['model', 'empirical', 'empirical_jackknife', 'empirical_bias_reduced'],
    description: "Covariance of the coefficients: the model's own, or one robust to a wrong covariance.",
  },
  information: {
    type: 'string',
    enum: ['observed', 'expected'],
    description: 'Information on the covariance parameters that degrees of freedom are computed from.',
  },
  weights: { ...name, description: 'Column of the records file with a weight above 0 per record.' },
};

export const planSchema: RootSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'v1/plan.schema.json',
  title: 'Fatigue Calculator plan',
  description: 'The only description of an analysis: files, instruments, outcomes, models, inference.',
  type: 'object',
  required: ['schemaVersion', 'files', 'instruments', 'outcomes'],
  additionalProperties: false,
  properties: {
    schemaVersion: { const: 1 },
    title: { type: 'string', maxLength: 1000 },
    simulated: { type: 'boolean', description: 'True for made data; every output then says so.' },
    randomised: {
      type: 'boolean',
      description: 'True where chance gave participants their arms; only then is "randomised" said of them.',
    },
    files: { type: 'array', maxItems: 1000, items: ref('file') },
    arms: {
      type: 'object',
      required: ['order'],
      additionalProperties: false,
      description: 'Values are those of the arm columns.',
      properties: {
        order: {
          ...names,
          minItems: 1,
          description: 'The first is the reference; values neither here nor in same are left out.',
        },
        same: {
          type: 'object',
          maxProperties: 1000,
          additionalProperties: name,
          description: 'Value -> the value it is taken as.',
        },
        labels: {
          type: 'object',
          maxProperties: 1000,
          additionalProperties: name,
          description: 'Value -> the name it is shown by.',
        },
        referenceChosen: {
          type: 'boolean',
          description: 'True once somebody said which arm is the reference; false: it is a guess, to be confirmed.',
        },
      },
    },
    ids: {
      enum: ['exact', 'plain', 'numbers'],
      description:
        'plain: identifiers that differ only in case, leading zeros, blanks or punctuation are one. numbers: so is one that is nothing but the one number in the other.',
    },
    unmatchedIds: {
      ...names,
      description: 'Files of records of which somebody said that most identifiers rightly match nobody.',
    },
    confirmed: {
      ...names,
      description: 'What was assumed on reading the files and somebody has confirmed, such as "baseline_visit:fss".',
    },
    samePeople: {
      ...names,
      description: 'Files with the same columns whose same identifiers, as somebody said, are the same people.',
    },
    definitions: {
      type: 'array',
      maxItems: 100,
      items: ref('definition'),
      description: "The plan's own instruments, in the form of the built-in ones.",
    },
    instruments: { type: 'array', maxItems: 1000, items: ref('instrument') },
    outcomes: { type: 'array', maxItems: 1000, items: ref('outcome') },
    inference: ref('inference'),
    ...planDisplay,
    published: ref('published'),
  },
  $defs: {
    ...instrumentDefs,
    ...displayDefs,
    file: {
      type: 'object',
      required: ['name', 'role'],
      additionalProperties: false,
      properties: {
        name,
        role: { type: 'string', enum: ['participants', 'records', 'events', 'ignored'] },
        id: { ...name, description: 'Column with the identifier of the participant.' },
        arm: { ...name, description: 'Column with the arm.' },
        visit: { ...name, description: 'Column with the visit or study day; for a wide file, the name it gets.' },
        event: { ...name, description: 'Column with the event term (role events).' },
        bodySystem: { ...name, description: "Column with the event's body system." },
        severity: { ...name, description: "Column with the event's severity." },
        serious: { ...name, description: 'Column that says whether the event is serious.' },
        related: { ...name, description: 'Column that says whether the event is related to treatment.' },
        date: { ...name, description: 'Column with a date, in place of the visit; days are counted from the start.' },
        startDate: {
          ...name,
          description: 'Column with the date of randomisation or first dose, where the arm stands.',
        },
        dayZero: {
          enum: ['first_record'],
          description: "Without a start date: day 0 is the date of the participant's first record.",
        },
        repeated: {
          enum: ['first', 'last', 'mean', 'none'],
          description: 'What is used of several records of a participant at one visit. Default: they are refused.',
        },
        scatteredDays: {
          enum: ['visits'],
          description:
            'Days that lie scattered, without windows: each is a visit of its own. Default: no analysis by visit.',
        },
        dayOfStart: { enum: [0, 1], description: 'Study day of the start date: 0, or 1 with no day 0.' },
        timeUnit: {
          enum: ['day', 'week', 'month', 'visit'],
          description: 'What the numbers of the visits count; visit: they are no time.',
        },
        ...guessColumns,
        windows: { type: 'array', minItems: 1, maxItems: 1000, items: ref('window') },
        visitOrder: {
          ...names,
          minItems: 1,
          description: 'Labels of visits in the order of time; those not named come last. Not beside windows.',
        },
        sameVisits: {
          type: 'object',
          maxProperties: 1000,
          additionalProperties: name,
          description: 'Visits written in several ways: a label, and the one it stands for.',
        },
        wide: { type: 'array', maxItems: 10000, items: ref('wideColumn') },
        parameters: ref('parameters'),
        reading: ref('reading'),
      },
    },
    window: {
      description: 'A planned visit, and how many days before and after it a record may lie.',
      type: 'object',
      required: ['visit', 'day', 'before', 'after'],
      additionalProperties: false,
      properties: {
        visit: name,
        day: { type: 'number' },
        before: { type: 'number', minimum: 0 },
        after: { type: 'number', minimum: 0 },
      },
    },
    parameters: {
      description: 'One row per item or score: a column with its code, and a column with the answer.',
      type: 'object',
      required: ['column', 'value', 'entries'],
      additionalProperties: false,
      properties: {
        column: name,
        value: name,
        entries: { type: 'array', maxItems: 10000, items: ref('parameter') },
        only: {
          type: 'array',
          maxItems: 100,
          items: ref('onlyRows'),
          description: 'Only rows with one of these values in each of these columns are used.',
        },
        beside: {
          type: 'array',
          maxItems: 1000,
          items: ref('besideValue'),
          description: 'Columns whose cell in the rows of a code is a variable too: BASE beside the score.',
        },
      },
    },
    besideValue: {
      type: 'object',
      required: ['code', 'column', 'variable'],
      additionalProperties: false,
      properties: { code: name, column: name, variable: name },
    },
    parameter: {
      type: 'object',
      required: ['code', 'variable'],
      additionalProperties: false,
      properties: { code: name, variable: name },
    },
    onlyRows: {
      type: 'object',
      required: ['column', 'values'],
      additionalProperties: false,
      properties: {
        column: name,
        values: { type: 'array', minItems: 1, maxItems: 1000, items: { type: 'string', maxLength: 1000 } },
      },
    },
    wideColumn: {
      description: 'The column of the file holds the variable at the visit.',
      type: 'object',
      required: ['column', 'variable', 'visit'],
      additionalProperties: false,
      properties: { column: name, variable: name, visit: name },
    },
    ...readingDefs,
    instrument: {
      description: 'Either the item columns in item order, or the columns that hold finished scores by scale.',
      type: 'object',
      required: ['id', 'instrument', 'file'],
      additionalProperties: false,
      properties: {
        id: { type: 'string', pattern: '^[a-z][a-z0-9_]*$', maxLength: 100 },
        instrument: { ...name, description: "A built-in instrument or one of the plan's definitions." },
        file: name,
        items: { ...names, minItems: 1 },
        scores: { type: 'object', maxProperties: 100, additionalProperties: name },
        scoring: { ...name, description: "One of the definition's scorings; default its first." },
        proposed: { const: true, description: 'Items and scoring are a proposal; nobody has confirmed them yet.' },
        missingItems: {
          anyOf: [
            { type: 'string', enum: ['half', 'complete', 'subscales'] },
            ref('atLeast'),
            {
              type: 'object',
              required: ['scales'],
              additionalProperties: false,
              properties: {
                scales: { type: 'object', maxProperties: 100, additionalProperties: ref('simpleMissingItems') },
              },
            },
          ],
        },
        direction: ref('direction'),
      },
    },
    outcome: {
      type: 'object',
      required: ['id', 'label', 'role', 'score', 'model', 'effect'],
      additionalProperties: false,
      properties: {
        id: name,
        label: name,
        role: { type: 'string', enum: ['primary', 'secondary'] },
        score: { ...name, description: 'Instrument id and scale, such as fss.total.' },
        summary: { oneOf: [ref('weeklyMean'), ref('aucPerDay')] },
        model: { oneOf: [ref('mmrm'), ref('randomEffects')] },
        effect: { oneOf: [ref('visitDifference'), ref('averageDifference'), ref('slopeDifference')] },
        responder: {
          oneOf: [ref('responderChange'), ref('responderPercent'), ref('responderCutOff'), ref('reliableChange')],
        },
        responderGee: {
          type: 'string',
          enum: ['sandwich', 'mancl_derouen'],
          description: 'Odds ratios of a response over all visits by logistic GEE: how its standard errors are made.',
        },
        multiplicity: {
          type: 'string',
          enum: ['none', 'bonferroni', 'holm', 'hochberg', 'dunnett'],
          description: 'Adjustment of the p values of all differences from the reference arm of one kind.',
        },
        ...outcomeDisplay,
      },
    },
    weeklyMean: kind('weekly_mean', {
      firstDay: { type: 'integer' },
      leastDays: { type: 'integer', minimum: 1, maximum: 7 },
    }),
    aucPerDay: kind('auc_per_day', {
      from: { type: 'number' },
      to: { type: 'number' },
      leastDays: { type: 'integer', minimum: 2 },
    }),
    responderChange: kind('change', { by: { type: 'number', exclusiveMinimum: 0 } }, ['by']),
    responderPercent: kind('percent_change', { by: { type: 'number', exclusiveMinimum: 0 } }, ['by']),
    responderCutOff: kind('cut_off', { value: { type: 'number' }, inclusive: { type: 'boolean' } }, ['value']),
    reliableChange: kind(
      'reliable_change',
      {
        reliability: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
        sd: { type: 'number', exclusiveMinimum: 0 },
      },
      ['reliability'],
    ),
    lastBefore: kind('last_before', { day: { type: 'number' } }, ['day']),
    windowMean: kind(
      'window_mean',
      { from: { type: 'number' }, to: { type: 'number' }, leastDays: { type: 'integer', minimum: 1 } },
      ['from', 'to'],
    ),
    baselineColumn: kind('column', { column: name }, ['column']),
    mmrm: {
      type: 'object',
      required: ['kind', 'response'],
      additionalProperties: false,
      properties: {
        kind: { const: 'mmrm' },
        ...commonModel,
        covariance: ref('covariance'),
        covarianceGroups: {
          type: 'string',
          enum: ['none', 'arm'],
          description: 'arm: one covariance matrix per arm.',
        },
        fallback: { type: 'array', maxItems: 20, uniqueItems: true, items: ref('covariance') },
      },
    },
    randomEffects: {
      type: 'object',
      required: ['kind', 'response'],
      additionalProperties: false,
      properties: {
        kind: { const: 'random_effects' },
        ...commonModel,
        random: ref('random'),
        residual: {
          type: 'string',
          enum: ['independent', 'ar1', 'ar1h', 'ad', 'adh', 'sp_exp'],
          description: "What is left between a participant's days beside the random effects.",
        },
        fallback: { type: 'array', maxItems: 20, uniqueItems: true, items: ref('random') },
      },
    },
    visitDifference: {
      type: 'object',
      required: ['kind', 'visit'],
      additionalProperties: false,
      properties: {
        kind: { const: 'visit_difference' },
        visit: name,
        meantFor: {
          ...name,
          description:
            "The visit chosen, where the file's windows have none that holds it yet; visit is reported until then.",
        },
        proposed: { const: true, description: 'Taken as it is the last visit; nobody has confirmed it yet.' },
      },
    },
    averageDifference: {
      type: 'object',
      required: ['kind'],
      additionalProperties: false,
      properties: { kind: { const: 'average_difference' } },
    },
    slopeDifference: {
      type: 'object',
      required: ['kind'],
      additionalProperties: false,
      properties: { kind: { const: 'slope_difference' }, window: { type: 'number', exclusiveMinimum: 0 } },
    },
    inference: {
      type: 'object',
      additionalProperties: false,
      properties: {
        confidence: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
        method,
        df: ref('df'),
        gate: {
          type: 'string',
          enum: ['none', 'fixed_sequence'],
          description: 'fixed_sequence: outcomes are tested in order, primary first, until one is not rejected.',
        },
      },
    },
    published: {
      description: 'Results of a published trial to show beside ours, never computed with.',
      type: 'object',
      required: ['citation', 'rows'],
      additionalProperties: false,
      properties: {
        citation: { type: 'string', minLength: 1, maxLength: 2000 },
        chosenToAgree: {
          type: 'boolean',
          description: 'Of simulated data: they were chosen to give estimates near these. Every output then says so.',
        },
        rows: { type: 'array', maxItems: 1000, items: ref('publishedRow') },
      },
    },
    publishedRow: {
      type: 'object',
      required: ['outcome', 'estimate', 'lower', 'upper', 'pValue'],
      additionalProperties: false,
      properties: {
        outcome: name,
        estimate: { type: 'number' },
        lower: { type: 'number' },
        upper: { type: 'number' },
        pValue: { type: 'number' },
      },
    },
    covariance: { type: 'string', enum: ['us', 'toeph', 'toep', 'adh', 'ad', 'ar1h', 'ar1', 'csh', 'cs', 'sp_exp'] },
    random: { type: 'string', enum: ['intercept', 'intercept_slope', 'intercept_slope_uncorrelated'] },
    df: {
      type: 'string',
      enum: [
        'kenward_roger',
        'kenward_roger_linear',
        'kenward_roger_mmrm',
        'satterthwaite',
        'between_within',
        'residual',
        'asymptotic',
      ],
    },
  },
};

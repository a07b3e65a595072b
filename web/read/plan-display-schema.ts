// SPDX-License-Identifier: MIT
/** The keys of a plan that say how results are read and shown, as parts of its schema. */
import type { Schema } from './schema.js';

const text = (maxLength: number): Schema => ({ type: 'string', maxLength });
const name: Schema = { type: 'string', minLength: 1, maxLength: 1000 };
const names: Schema = { type: 'array', items: name, maxItems: 1000, uniqueItems: true };
const closed = (properties: Record<string, Schema>, required: readonly string[] = []): Schema => ({
  type: 'object',
  ...(required.length > 0 ? { required } : {}),
  additionalProperties: false,
  properties,
});

export const guessColumns: Record<string, Schema> = {
  guess: { ...name, description: 'Column with what the participant thought they were given.' },
  guesses: {
    type: 'object',
    maxProperties: 1000,
    additionalProperties: { anyOf: [name, { type: 'null' }] },
    description: 'What values of `guess` mean: an arm, or null for "don\'t know".',
  },
};

export const outcomeDisplay: Record<string, Schema> = {
  mcid: {
    anyOf: [{ type: 'string', enum: ['none'] }, { $ref: '#/$defs/mcid' }],
    description: "The difference that matters, in points. Default: the instrument's first for the scale and scoring.",
  },
  decimals: { type: 'integer', minimum: 0, maximum: 10, description: 'Decimals of estimates; default by the scale.' },
};

export const planDisplay: Record<string, Schema> = {
  estimand: { $ref: '#/$defs/estimand' },
  baselineTable: { $ref: '#/$defs/baselineTable' },
  safety: { $ref: '#/$defs/safety' },
  display: { $ref: '#/$defs/display' },
};

export const displayDefs: Record<string, Schema> = {
  safety: closed({
    interval: {
      type: 'string',
      enum: ['miettinen_nurminen', 'newcombe', 'agresti_min'],
      description: 'Interval of risk differences: of side effects and of responders.',
    },
  }),
  mcid: closed({ value: { type: 'number', exclusiveMinimum: 0 }, source: { ...name, maxLength: 2000 } }, ['value']),
  estimand: {
    ...closed({
      population: text(5000),
      treatment: text(5000),
      variable: text(5000),
      intercurrentEvents: { type: 'array', maxItems: 100, items: { $ref: '#/$defs/intercurrentEvent' } },
      summary: text(5000),
    }),
    description: 'What the trial set out to estimate (ICH E9(R1)), in words; printed, never inferred.',
  },
  intercurrentEvent: closed(
    {
      event: { ...name, maxLength: 5000 },
      strategy: {
        type: 'string',
        enum: ['treatment_policy', 'hypothetical', 'composite', 'while_on_treatment', 'principal_stratum'],
      },
    },
    ['event', 'strategy'],
  ),
  baselineTable: closed({
    columns: { ...names, description: 'Columns of the participants file. Default: all of few levels.' },
    standardisedDifferences: { type: 'boolean' },
  }),
  display: closed({
    pilot: { type: 'boolean', description: 'Intervals first, p values hidden, the MCID drawn.' },
    style: { type: 'string', enum: ['default', 'nejm', 'jama', 'lancet', 'annals'] },
    locale: { ...name, maxLength: 100, description: 'BCP 47 tag of the number format.' },
  }),
};

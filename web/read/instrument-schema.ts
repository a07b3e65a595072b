// SPDX-License-Identifier: MIT
/** An instrument's definition as JSON Schema: the parts of the plan's schema that mirror web/contract/instrument.ts. */
import type { RootSchema, Schema } from './schema.js';

const name: Schema = { type: 'string', minLength: 1, maxLength: 1000 };
/** Names that become keys of a plan, where an object's own words are not allowed. */
const word: Schema = { type: 'string', pattern: '^(?!(constructor|prototype)$)[a-z][a-z0-9_]*$', maxLength: 100 };
const text: Schema = { type: 'string', minLength: 1, maxLength: 5000 };
const ref = (definition: string): Schema => ({ $ref: `#/$defs/${definition}` });
const list = (items: Schema, maxItems: number): Schema => ({ type: 'array', maxItems, items });

/** No instrument has more items; it bounds the work done on a plan from elsewhere. */
const mostItems = 500;
const itemNumber: Schema = { type: 'integer', minimum: 1, maximum: mostItems };

function bandBoundedBy(bound: 'from' | 'above'): Schema {
  return {
    type: 'object',
    required: [bound, 'scale', 'label', 'source'],
    additionalProperties: false,
    properties: { scale: word, scoring: word, label: name, [bound]: { type: 'number' }, source: text },
  };
}

export const instrumentDefs: Readonly<Record<string, Schema>> = {
  definition: {
    type: 'object',
    required: [
      'name',
      'title',
      'version',
      'direction',
      'items',
      'scorings',
      'scales',
      'missingItems',
      'source',
      'licence',
    ],
    additionalProperties: false,
    properties: {
      name,
      aliases: list(name, 100),
      title: name,
      version: name,
      direction: {
        type: 'string',
        enum: ['lower_is_better', 'higher_is_better', 'declared'],
        description: 'declared: the scale is used both ways, and the plan must say which way it stands.',
      },
      items: ref('definitionItems'),
      scorings: { ...list(ref('definitionScoring'), 20), minItems: 1 },
      scales: { ...list(ref('definitionScale'), 100), minItems: 1 },
      missingItems: {
        type: 'object',
        required: ['default', 'source'],
        additionalProperties: false,
        properties: { default: ref('simpleMissingItems'), only: { type: 'boolean' }, source: text },
      },
      bands: list(ref('definitionBand'), 1000),
      changes: list(ref('definitionChange'), 1000),
      stems: list(name, 100),
      source: { ...list(text, 100), minItems: 1 },
      licence: text,
      caution: text,
    },
  },
  definitionItems: {
    type: 'object',
    required: ['count', 'lowest', 'highest'],
    additionalProperties: false,
    properties: {
      count: itemNumber,
      lowest: { type: 'number' },
      highest: { type: 'number' },
      step: { type: 'number', enum: [0, 1], description: 'Whole numbers (1), or any number in the range (0).' },
      reversed: { ...list(itemNumber, mostItems), uniqueItems: true },
      codes: { ...list(name, mostItems), uniqueItems: true },
    },
  },
  definitionScoring: {
    type: 'object',
    required: ['name', 'combine'],
    additionalProperties: false,
    properties: {
      name: word,
      combine: { type: 'string', enum: ['sum', 'mean'] },
      recode: list({ type: 'number' }, 1000),
    },
  },
  definitionScale: {
    type: 'object',
    required: ['name', 'label'],
    additionalProperties: false,
    properties: {
      name: word,
      label: name,
      items: { ...list(itemNumber, mostItems), minItems: 1, uniqueItems: true },
      direction: ref('direction'),
      transform: {
        type: 'object',
        additionalProperties: false,
        properties: { multiply: { type: 'number' }, add: { type: 'number' } },
      },
      table: list(ref('definitionTableRow'), 10000),
      subscales: { ...list(word, 100), uniqueItems: true },
    },
  },
  definitionTableRow: {
    type: 'object',
    required: ['raw', 'score'],
    additionalProperties: false,
    properties: { raw: { type: 'number' }, score: { type: 'number' }, se: { type: 'number', minimum: 0 } },
  },
  definitionBand: {
    description: 'From this score on, or above it.',
    anyOf: [bandBoundedBy('from'), bandBoundedBy('above')],
  },
  definitionChange: {
    type: 'object',
    required: ['scale', 'kind', 'value', 'population', 'source'],
    additionalProperties: false,
    properties: {
      scale: word,
      scoring: word,
      kind: { type: 'string', enum: ['mcid', 'mdc', 'sem', 'icc'] },
      value: { type: 'number' },
      range: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'number' } },
      population: text,
      source: text,
    },
  },
  direction: { type: 'string', enum: ['lower_is_better', 'higher_is_better'] },
  simpleMissingItems: {
    anyOf: [{ type: 'string', enum: ['half', 'complete'] }, ref('atLeast')],
  },
  atLeast: {
    type: 'object',
    required: ['atLeast'],
    additionalProperties: false,
    properties: { atLeast: itemNumber },
  },
};

const { definition } = instrumentDefs;

/** A definition by itself; schema/instrument.schema.json is this object, and a test holds the two together. */
export const instrumentSchema: RootSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'v1/instrument.schema.json',
  title: 'Fatigue Calculator instrument',
  description: 'An instrument as data: items, scales, rules, cut-offs and sources. Never the wording of an item.',
  ...definition,
  $defs: instrumentDefs,
};

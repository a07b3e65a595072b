// SPDX-License-Identifier: MIT
/** The part of the plan's schema that says how a file is read. */
import type { Schema } from './schema.js';

const name: Schema = { type: 'string', minLength: 1, maxLength: 1000 };
const ref = (definition: string): Schema => ({ $ref: `#/$defs/${definition}` });
const encoding: Schema = { type: 'string', enum: ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] };
const delimiter: Schema = { type: 'string', enum: [',', ';', '\t', '|'] };
const headerRow: Schema = { type: 'integer', minimum: 1, maximum: 1000000 };

export const readingDefs: Record<string, Schema> = {
  reading: {
    description: 'How the file was read: detected or overridden.',
    type: 'object',
    additionalProperties: false,
    properties: {
      encoding,
      delimiter,
      decimal: { type: 'string', enum: ['.', ','] },
      missing: { type: 'array', maxItems: 1000, items: { type: 'string', maxLength: 1000 } },
      missingIn: {
        type: 'object',
        maxProperties: 10000,
        additionalProperties: { type: 'array', maxItems: 1000, items: { type: 'string', maxLength: 1000 } },
        description: 'Further codes for missing, by column.',
      },
      dates: { type: 'string', enum: ['dmy', 'mdy', 'ymd'] },
      sheet: { ...name, description: 'Sheet of a workbook.' },
      repeatInstrument: {
        type: 'string',
        maxLength: 1000,
        description: 'Only the rows of this repeating instrument of a REDCap export; empty for the rows of none.',
      },
      labelNumbers: {
        type: 'array',
        maxItems: 10000,
        items: name,
        description: 'Columns with labels such as "1 - Never", whose one number is the value.',
      },
      eitherDecimal: {
        type: 'array',
        maxItems: 10000,
        items: name,
        description: 'Columns in which the other decimal mark is one as well: "4,5" is 4.5 in a file with points.',
      },
      types: {
        type: 'object',
        maxProperties: 10000,
        additionalProperties: { type: 'string', enum: ['number', 'factor'] },
      },
      dataRows: {
        type: 'array',
        maxItems: 1000,
        uniqueItems: true,
        items: { type: 'integer', minimum: 1 },
        description: 'Rows, by line, that look like a total or a remark and are data all the same.',
      },
      headerRow: { ...headerRow, description: 'Line with the names of the columns.' },
      stack: ref('stack'),
    },
  },
  stack: {
    description:
      'Tables with the same columns, one under the other; with visit, a column of that name has the visit of each; with id, identifiers in that column begin with the idPrefix of their part.',
    type: 'object',
    required: ['parts'],
    additionalProperties: false,
    properties: {
      visit: name,
      id: name,
      parts: {
        type: 'array',
        minItems: 1,
        maxItems: 1000,
        items: {
          type: 'object',
          required: ['name'],
          additionalProperties: false,
          properties: {
            name,
            visit: name,
            idPrefix: name,
            reading: {
              type: 'object',
              additionalProperties: false,
              properties: { encoding, delimiter, sheet: name, headerRow },
            },
          },
        },
      },
    },
  },
};

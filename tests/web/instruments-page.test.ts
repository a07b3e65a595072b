// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { instrumentsPage } from '../../scripts/instruments.mjs';

const page = readFileSync('docs/instruments.md', 'utf8');

test('the table of instruments is up to date: node scripts/instruments.mjs', async () => {
  expect(page).toBe(await instrumentsPage());
});

test('the example of an instrument is one', () => {
  const schema = JSON.parse(readFileSync('schema/instrument.schema.json', 'utf8')) as object;
  const validate = new Ajv2020({ strict: true }).compile(schema);
  const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  validate(JSON.parse(example));
  expect(validate.errors).toBeNull();
});

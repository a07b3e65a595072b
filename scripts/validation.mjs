// SPDX-License-Identifier: MIT
/** Writes docs/validation.md from what the last run of `npm test -- unit` recorded. */
import { writeFileSync } from 'node:fs';
import { readRecord } from './lib/record.mjs';
import { pageFile, pageText } from './lib/validation-page.mjs';

writeFileSync(pageFile, pageText([readRecord('native'), readRecord('wasm')]));
console.log('wrote docs/validation.md');

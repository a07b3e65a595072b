// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { forbidsConnections, loadsFromOwnAddress, policyLines } from '../../web/text/policy.js';

test.each([
  ["connect-src 'none'", 'Connections to any address (sending or fetching data): none.'],
  ['connect-src', 'Connections to any address (sending or fetching data): none.'],
  ['connect-src *', 'Connections to any address (sending or fetching data): any address (*).'],
  [
    "CONNECT-SRC 'self' https://example.org",
    'Connections to any address (sending or fetching data): what comes from this page\u2019s own address; what is ' +
      'described by https://example.org.',
  ],
  [
    "script-src 'sha256-AbC=' 'sha256-dEf=' 'wasm-unsafe-eval'",
    'Programs that may run: only what is written in this file, recognised by its checksum; WebAssembly, the form in ' +
      'which the calculations are compiled.',
  ],
])('%s is said in plain words', (directive, plain) => {
  expect(policyLines(directive)).toEqual([{ directive, plain }]);
});

test('every directive is shown, in order and as written, one that is not known without words', () => {
  const lines = policyLines(" default-src 'none';; sandbox allow-forms; img-src data: blob: ; ");
  expect(lines.map(({ directive }) => directive)).toEqual([
    "default-src 'none'",
    'sandbox allow-forms',
    'img-src data: blob:',
  ]);
  expect(lines[1]?.plain).toBeNull();
  expect(lines[2]?.plain).toContain('(data:)');
});

test.each([
  ["default-src 'none'; connect-src 'none'", true],
  ["default-src 'none'", true],
  ["default-src 'none'; connect-src 'self'", false],
  ["default-src 'self'", false],
  ["connect-src 'none' https://example.org", false],
  ["img-src 'none'", false],
  ['', false],
])('whether "%s" forbids connections: %s', (policy, expected) => {
  expect(forbidsConnections(policy)).toBe(expected);
});

test.each([
  ["default-src 'none'; worker-src blob: 'self'", true],
  ["manifest-src 'SELF'", true],
  ["default-src 'none'; worker-src blob:; img-src data:", false],
])('whether "%s" lets the page load from its own address: %s', (policy, expected) => {
  expect(loadsFromOwnAddress(policy)).toBe(expected);
});

// SPDX-License-Identifier: MIT
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const nodeGlobals = { console: 'readonly', process: 'readonly', Buffer: 'readonly', URL: 'readonly' };

const workerGlobals = ['self', 'caches', 'crypto', 'fetch', 'Request', 'Response', 'URL'];

const noEnum = { selector: 'TSEnumDeclaration', message: 'use a union of strings' };

/** Data are put into pages as text: what takes text for HTML, or for SVG, has no place here. */
const markupSinks = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|srcdoc)$/]',
    message: 'a template or textContent puts text in as text',
  },
  {
    selector: 'MemberExpression[property.name=/^(createContextualFragment|parseFromString)$/]',
    message: 'a template or textContent puts text in as text',
  },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    message: 'a template or textContent puts text in as text',
  },
  {
    selector: 'ImportSpecifier[imported.name=/^unsafe(HTML|SVG|MathML|Static)$/]',
    message: 'a template puts text in as text',
  },
];

export default tseslint.config(
  { ignores: ['dist/', 'build/', 'node_modules/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-syntax': ['error', noEnum],
    },
  },
  { files: ['web/**/*.ts'], rules: { 'no-restricted-syntax': ['error', noEnum, ...markupSinks] } },
  {
    files: ['web/offline/worker.js'],
    languageOptions: { globals: Object.fromEntries(workerGlobals.map((name) => [name, 'readonly'])) },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: { ...nodeGlobals, performance: 'readonly', setTimeout: 'readonly', document: 'readonly' },
    },
  },
);

// SPDX-License-Identifier: MIT
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const nodeGlobals = { console: 'readonly', process: 'readonly', Buffer: 'readonly', URL: 'readonly' };

const workerGlobals = ['self', 'caches', 'crypto', 'fetch', 'Request', 'Response', 'URL'];

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
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'use a union of strings' }],
    },
  },
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

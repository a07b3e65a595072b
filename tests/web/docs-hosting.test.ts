// SPDX-License-Identifier: MIT
/** What docs/hosting.md tells those who host the page: every file, and the headers that the browser tests run under. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Server } from 'node:http';
import { serve } from '../../scripts/serve.mjs';

const text = readFileSync('docs/hosting.md', 'utf8');
const page = readFileSync('dist/site/docs/hosting.html', 'utf8');
let server: Server;

beforeAll(async () => {
  server = await serve('dist/site', 0);
});

afterAll(() => server.close());

test('names every file of the site, with sizes that hold', () => {
  const names = readdirSync('dist/site', { withFileTypes: true }).map(
    (entry) => entry.name + (entry.isDirectory() ? '/' : ''),
  );
  expect(names.filter((name) => !text.includes(`\`site/${name}\``))).toEqual([]);
  expect(page).not.toContain('{{');
  const bytes = (path: string): number => statSync(path).size;
  expect(bytes('dist/site/sw.js')).toBeLessThan(10_000);
  const docs = readdirSync('dist/site/docs').map((name) => bytes(`dist/site/docs/${name}`));
  expect(docs.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000);
});

test.each(['index.html', 'sw.js', 'embed.html', 'demo/'])(
  'gives %s the headers that the tests of the page run under',
  async (name) => {
    const { port } = server.address() as AddressInfo;
    const { headers } = await fetch(`http://127.0.0.1:${port}/${name}`);
    const written = { 'index.html': 'default', 'demo/': '~^/demo/' }[name] ?? `/${name}`;
    const line = text.split('\n').find((each) => each.startsWith(`  ${written} `));
    const told = /"(.*)";$/.exec(line ?? '')?.[1];
    expect(told).toBe(headers.get('content-security-policy'));
    expect(text).toContain('add_header Content-Security-Policy $policy always;');
    for (const header of ['X-Content-Type-Options', 'Referrer-Policy', 'Cache-Control'])
      expect(text).toContain(`add_header ${header} ${headers.get(header)} always;`);
  },
);

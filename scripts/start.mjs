// SPDX-License-Identifier: MIT
/** `npm start`: installs what is missing, builds what changed, serves the page with its docs. Needs nothing from node_modules. */
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { root, run } from './lib/run.mjs';
import { serve } from './serve.mjs';

const port = Number(process.env.PORT || 8080);
if (!Number.isInteger(port) || port < 0 || port > 65535) fail(`PORT is not a port number: ${process.env.PORT}`);

if ((await run('bash', [join(root, 'scripts/setup.sh'), 'build'])) !== 0) fail('the set-up did not finish');
try {
  await buildAll();
} catch (error) {
  fail(error.message);
}
try {
  const server = await serve(join(root, 'dist/site'), port);
  console.log(`Fatigue Calculator: http://127.0.0.1:${server.address().port}/  (Ctrl+C stops it)`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error;
  fail(`port ${port} is in use; choose another: PORT=8081 npm start`);
}

function fail(message) {
  console.error(`npm start: ${message}`);
  process.exit(1);
}

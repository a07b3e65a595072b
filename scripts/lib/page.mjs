// SPDX-License-Identifier: MIT
/**
 * The page as one HTML file: script and styles inside, and a policy under which the browser itself refuses every
 * connection. The same bytes are served and open from disk. The copy in dist/site differs in its head alone: it is told
 * what stands beside it, and its policy lets it load these from its own address. The page for iframes is made alike.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const scriptTag = /[ \t]*<script type="module" src="\.\/main\.ts"><\/script>\n?/;

/** What the site's copy of the page finds beside it (web/site/beside.ts reads it). */
const beside = '<meta name="fc-beside" content="manifest.webmanifest sw.js docs/index.html" />\n';

/** `hosted`: the copy for dist/site. `frame`: the page for iframes, which may load a plan from its own address. */
export function assemblePage({ code, css, noticesComment, hosted = false, frame = false }) {
  const source = frame ? 'web/embed/frame/index.html' : 'web/site/index.html';
  const template = readFileSync(join(root, source), 'utf8');
  if (!scriptTag.test(template)) throw new Error(`${source} must load ./main.ts as a module script`);
  const script = inertScript(code);
  const style = css.trim().replaceAll('</style', '<\\/style');
  const policy = `<meta http-equiv="Content-Security-Policy" content="${contentPolicy(script, style, { hosted, frame })}" />`;
  return template
    .replace(scriptTag, '')
    .replace(/<head>/, () => `<head>\n${policy}\n${hosted ? beside : ''}`)
    .replace(/<\/head>/, () => `<style>${style}</style>\n</head>`)
    .replace(/<\/body>/, () => `<script>${script}</script>\n</body>`)
    .replace(/<\/html>\s*$/, () => `</html>\n<!--\n${noticesComment}\n-->\n`);
}

/** Nothing is fetched, sent or framed, and nothing runs or styles but what is in this file. A frame closes its one door itself. */
function contentPolicy(script, style, { hosted, frame }) {
  return [
    "default-src 'none'",
    frame ? "connect-src 'self'" : "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    `script-src ${hashSource(script)} 'wasm-unsafe-eval'`,
    hosted ? "worker-src blob: 'self'" : 'worker-src blob:',
    `style-src ${hashSource(style)}`,
    'img-src data: blob:',
    ...(hosted ? ["manifest-src 'self'"] : []),
  ].join('; ');
}

const hashSource = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The same script without the character sequences that would end or hide it inside HTML. */
function inertScript(code) {
  return code
    .trim()
    .replaceAll(/<(?=\/script|!--|script)/gi, '\\x3C')
    .replaceAll('\r', '\\r');
}

// SPDX-License-Identifier: MIT
/** The documentation as web pages without scripts, in the page's look, from docs/*.md. They open from disk as well. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { withFacts } from './facts.mjs';
import { root } from './run.mjs';

/** In the order of the menu. index.html is the first. */
export const docs = [
  { source: 'tutorial.md', title: 'Tutorial' },
  { source: 'faq.md', title: 'Questions' },
  { source: 'methods.md', title: 'Methods' },
  { source: 'validation.md', title: 'Validation' },
  { source: 'instruments.md', title: 'Questionnaires' },
  { source: 'command-line.md', title: 'Command line' },
  { source: 'npm.md', title: 'Package' },
  { source: 'hosting.md', title: 'Hosting' },
  { source: 'versioning.md', title: 'Versions' },
  { source: 'privacy.md', title: 'Privacy' },
  { source: 'embedding.md', title: 'Embedding' },
  { source: 'embedding-calculator.md', title: 'On your page' },
  { source: 'embedding-iframe.md', title: 'In an iframe' },
  { source: 'glossary.md', title: 'Glossary' },
  { source: 'dependencies.md', title: 'Dependencies' },
];

const pageName = (source) => source.replace(/\.md$/, '.html');

/** Name of each page and its HTML; what only the build knows is filled in from `dist`. */
export function docsPages(dist) {
  const style = readFileSync(join(root, 'web/docs/docs.css'), 'utf8').trim();
  const pages = docs.map((doc) => [pageName(doc.source), page(doc, style, dist)]);
  return Object.fromEntries([...pages, ['index.html', pages[0][1]]]);
}

function page({ source, title }, style, dist) {
  const hash = createHash('sha256').update(style).digest('base64');
  const menu = docs.map(({ source: other, title: name }) => {
    const current = other === source ? ' aria-current="page"' : '';
    return `<li><a href="${pageName(other)}"${current}>${name}</a></li>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-${hash}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Fatigue Calculator</title>
<style>${style}</style>
</head>
<body>
<header><nav aria-label="Documentation">
<a class="home" href="../index.html">Fatigue Calculator</a>
<ul>${menu.join('')}</ul>
</nav></header>
<main>
${renderer(source).render(filled(source, dist))}</main>
</body>
</html>
`;
}

/** Without the remark at the top, which is for those who read the file as it is. */
const filled = (source, dist) =>
  withFacts(readFileSync(join(root, 'docs', source), 'utf8').replace(/^<!--[^]*?-->\s*/, ''), dist);

/** docs/npm.md for the package's own page: without links to files that are not in the package. */
export function packageReadme(dist) {
  return filled('npm.md', dist).replace(/\[([^\]]+)\]\((?!https?:|#)[^)]*\)/g, '$1');
}

function renderer(source) {
  const markdown = new MarkdownIt({ html: true, typographer: false });
  const used = new Map();
  markdown.core.ruler.push('headings-and-links', ({ tokens }) => {
    tokens.forEach((token, i) => {
      if (token.type === 'heading_open') token.attrSet('id', slug(tokens[i + 1].content, used));
      if (token.type === 'inline') token.children = withLinks(token.children, source);
    });
  });
  const { rules } = markdown.renderer;
  rules.table_open = () => '<div class="scroll" role="group" tabindex="0" aria-label="Table"><table>\n';
  rules.table_close = () => '</table></div>\n';
  // A first cell without words heads nothing.
  rules.th_open = (tokens, i) => (tokens[i + 1].content === '' ? '<td>' : '<th scope="col">');
  rules.th_close = (tokens, i) => (tokens[i - 1].content === '' ? '</td>' : '</th>');
  return markdown;
}

/** As GitHub makes anchors, so that a link works in both places. */
function slug(text, used) {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
  const before = used.get(plain) ?? 0;
  used.set(plain, before + 1);
  return before === 0 ? plain : `${plain}-${before}`;
}

/** Links among the pages lead to the pages; a link to a file of the source is only its words, there being no such file here. */
function withLinks(children, source) {
  let dropped = false;
  return children.filter((token) => {
    if (token.type === 'link_open') {
      const href = token.attrGet('href');
      const [, file, anchor = ''] = /^([^#]*)(#.*)?$/.exec(href);
      const isPage = docs.some((doc) => doc.source === file);
      dropped = !isPage && file !== '' && !/^https?:/.test(href);
      if (dropped && !existsSync(join(root, 'docs', file))) throw new Error(`docs/${source} links to ${href}`);
      if (isPage) token.attrSet('href', pageName(file) + anchor);
    }
    return !(dropped && /^link_/.test(token.type));
  });
}

// SPDX-License-Identifier: MIT
/**
 * The reference of the elements in docs/embedding.md, made of the manifest:
 *
 *     node scripts/lib/elements_reference.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { elementsManifest } from './elements_manifest.mjs';
import { root } from './run.mjs';

const page = join(root, 'docs/embedding.md');
const [begin, end] = ['<!-- reference: begin -->', '<!-- reference: end -->'];

/** The page with the reference as the manifest has it now. */
export function withReference(text) {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error('docs/embedding.md has no place for the reference');
  return `${text.slice(0, from + begin.length)}\n\n${reference()}\n${text.slice(to)}`;
}

const reference = () =>
  elementsManifest()
    .modules.map(({ path, declarations: [element] }) => sectionOf(element, path))
    .join('\n');

function sectionOf(element, path) {
  const { tagName, description, attributes, members, events, slots, cssParts, cssProperties } = element;
  const fields = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  return [
    `### \`<${tagName}>\``,
    `${description} Defined by \`${path}\`.`,
    ...table('Attribute', attributes),
    ...table('Property', fields),
    ...table(
      'Method',
      methods.map((method) => ({
        ...method,
        name: `${method.name}(${method.parameters.map(({ name }) => name).join(', ')})`,
      })),
    ),
    ...table('Event', events),
    ...table(
      'Slot',
      slots.map((slot) => ({ ...slot, name: slot.name || '(the usual one)' })),
    ),
    ...table('Part', cssParts),
    ...table('CSS property', cssProperties),
  ].join('\n\n');
}

function table(title, rows) {
  if (rows.length === 0) return [];
  const cell = (text) => text.replaceAll('|', '\\|');
  const named = ({ name, default: byDefault }) =>
    `\`${name}\`${byDefault === undefined ? '' : `, ${byDefault} by default`}`;
  return [
    [
      `| ${title} | |`,
      '| --- | --- |',
      ...rows.map((row) => `| ${cell(named(row))} | ${cell(row.description)} |`),
    ].join('\n'),
  ];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(page, withReference(readFileSync(page, 'utf8')));
}

// SPDX-License-Identifier: MIT
/** A whole report as Markdown, for those who write their papers in it. Figures are named, not drawn. */
import { textOf } from '../../text/segments.js';
import { escapeMarkdown, tableMarkdown } from '../markdown.js';
import type { Block, ReportDocument } from './document.js';

export const reportMarkdown = ({ title, blocks }: ReportDocument): string =>
  `${[`# ${escapeMarkdown(title)}`, ...blocks.map(blockMarkdown)].join('\n\n')}\n`;

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${escapeMarkdown(block.text)}`;
    case 'paragraph':
      return escapeMarkdown(textOf(block.segments));
    case 'notice':
      return `> ${escapeMarkdown(block.text)}`;
    case 'small':
      return escapeMarkdown(block.text);
    case 'references':
      return block.texts.map((text, i) => `${i + 1}. ${escapeMarkdown(text)}`).join('\n');
    case 'code':
      // More backticks than the text has in a row.
      return [fenceFor(block.text), block.text, fenceFor(block.text)].join('\n');
    case 'figure':
      return `**${escapeMarkdown(block.caption)}**`;
    case 'table':
      return tableMarkdown({ ...block.table, caption: block.caption, simulated: false }, null).trimEnd();
  }
}

function fenceFor(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  return '`'.repeat(longest + 1);
}

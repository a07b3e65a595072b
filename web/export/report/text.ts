// SPDX-License-Identifier: MIT
/** A whole report as plain text, for a terminal or a mail. Figures are named, not drawn. */
import { textOf } from '../../text/segments.js';
import { wrapped } from '../../figures/svg.js';
import { tableText } from '../plain_text.js';
import type { Block, ReportDocument } from './document.js';

const width = 100;

export const reportText = ({ title, blocks }: ReportDocument): string =>
  `${[underlined(title, '='), ...blocks.map(blockText)].join('\n\n')}\n`;

const underlined = (text: string, mark: string): string => `${text}\n${mark.repeat([...text].length)}`;

const lines = (text: string): string => wrapped(text, width).join('\n');

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return underlined(block.text, block.level === 1 ? '-' : '.');
    case 'paragraph':
      return lines(textOf(block.segments));
    case 'notice':
    case 'small':
      return lines(block.text);
    case 'references':
      return block.texts.map((text, i) => lines(`${i + 1}. ${text}`)).join('\n');
    case 'code':
      return block.text;
    case 'figure':
      return lines(block.caption);
    case 'table':
      return tableText({ ...block.table, caption: block.caption, simulated: false }, null).trimEnd();
  }
}

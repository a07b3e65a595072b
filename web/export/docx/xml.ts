// SPDX-License-Identifier: MIT
/** WordprocessingML (ISO/IEC 29500) in pieces: runs and paragraphs, their properties in the order of the schema. */
import { escapeXml } from '../html_escape.js';

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface RunLook {
  bold?: boolean;
  italic?: boolean;
  /** Half points. */
  size?: number;
  /** Six hexadecimal digits. */
  colour?: string;
}

/** `size` in half points, as Word has it. Line breaks become line breaks. */
export function run(text: string, { bold, italic, size, colour }: RunLook = {}): string {
  const properties = [
    bold ? '<w:b/><w:bCs/>' : '',
    italic ? '<w:i/><w:iCs/>' : '',
    colour === undefined ? '' : `<w:color w:val="${colour}"/>`,
    size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ].join('');
  const lines = text.split(/\r\n?|\n/).map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${lines.join('<w:br/>')}</w:r>`;
}

export interface ParagraphLook {
  style?: string;
  /** Stays on the page of the paragraph that follows. */
  keepNext?: boolean;
  align?: 'left' | 'right' | 'center';
  /** Ends a section with these properties. */
  section?: string;
}

export function paragraph(runs: string, { style, keepNext, align, section }: ParagraphLook = {}): string {
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    keepNext ? '<w:keepNext/>' : '',
    align === undefined ? '' : `<w:jc w:val="${align}"/>`,
    section ?? '',
  ].join('');
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A field that Word fills in: PAGE, NUMPAGES. */
export const field = (code: string): string => `<w:fldSimple w:instr=" ${code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;

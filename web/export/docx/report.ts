// SPDX-License-Identifier: MIT
/** A whole report as a Word document (.docx): a ZIP of XML parts and pictures, the same bytes for the same report and date. */
import { zipSync, type Zippable } from 'fflate';
import type { FigureSpec } from '../../figures/spec.js';
import type { Block, ReportDocument } from '../report/document.js';
import { figureXml, type PlacedPicture, type Picture } from './figure.js';
import { sectionProperties, textWidth, type Orientation, type Paper } from './page.js';
import {
  appPart,
  contentTypesPart,
  corePart,
  customPart,
  documentNamespaces,
  documentRelationsPart,
  footerPart,
  packageRelationsPart,
  settingsPart,
} from './properties.js';
import { stylesPart } from './styles.js';
import { orientationOf, tableXml } from './table.js';
import { declaration, paragraph, run } from './xml.js';

export interface DocxOptions {
  paper?: Paper;
  /** Draws a figure. Absent: the document's blocks have no figures. */
  draw?: (figure: FigureSpec) => Promise<Picture>;
}

export async function reportDocx(
  document: ReportDocument,
  { paper = 'a4', draw }: DocxOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const pictures = draw ? await drawn(document.blocks, draw) : new Map<FigureSpec, PlacedPicture>();
  const { title, provenance } = document;
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypesPart,
    '_rels/.rels': packageRelationsPart,
    'docProps/core.xml': corePart(title, provenance),
    'docProps/app.xml': appPart(provenance),
    'docProps/custom.xml': customPart(provenance),
    'word/document.xml': documentPart(document, paper, pictures),
    'word/_rels/document.xml.rels': documentRelationsPart(pictures.size),
    'word/styles.xml': stylesPart(),
    'word/settings.xml': settingsPart,
    'word/footer.xml': footerPart(provenance),
  };
  const encoder = new TextEncoder();
  const files: Zippable = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, encoder.encode(text)]));
  // PNG is packed already.
  for (const { number, bytes } of pictures.values()) files[`word/media/image${number}.png`] = [bytes, { level: 0 }];
  return zipSync(files, { mtime: `${provenance.date}T12:00:00` });
}

/** One after the other: each needs a canvas of some megabytes. */
async function drawn(
  blocks: readonly Block[],
  draw: (figure: FigureSpec) => Promise<Picture>,
): Promise<Map<FigureSpec, PlacedPicture>> {
  const pictures = new Map<FigureSpec, PlacedPicture>();
  for (const block of blocks) {
    if (block.kind === 'figure')
      pictures.set(block.figure, { ...(await draw(block.figure)), number: pictures.size + 1 });
  }
  return pictures;
}

function documentPart(
  { title, blocks }: ReportDocument,
  paper: Paper,
  pictures: ReadonlyMap<FigureSpec, PlacedPicture>,
): string {
  const body = [paragraph(run(title), { style: 'Title' })];
  let orientation: Orientation = 'portrait';
  blocks.forEach((block, i) => {
    const own = orientationAt(blocks, i, paper, orientation);
    if (own !== orientation) body.push(paragraph('', { section: sectionProperties(paper, orientation) }));
    orientation = own;
    body.push(blockXml(block, paper, orientation, pictures));
  });
  body.push(sectionProperties(paper, orientation));
  return `${declaration}<w:document ${documentNamespaces}><w:body>${body.join('')}</w:body></w:document>`;
}

/**
 * A wide table lies on its side. A heading goes with what follows it, a figure stands upright unless wide tables are on
 * both sides of it, all else stands upright.
 */
function orientationAt(blocks: readonly Block[], at: number, paper: Paper, before: Orientation): Orientation {
  const block = blocks[at];
  if (block?.kind === 'table') return orientationOf(block.table, paper);
  if (block?.kind === 'heading') return orientationAt(blocks, at + 1, paper, before);
  const isAfterTable = block?.kind === 'figure' && before === 'landscape' && blocks[at - 1]?.kind !== 'heading';
  return isAfterTable ? orientationAt(blocks, at + 1, paper, before) : 'portrait';
}

function blockXml(
  block: Block,
  paper: Paper,
  orientation: Orientation,
  pictures: ReadonlyMap<FigureSpec, PlacedPicture>,
): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(run(block.text), { style: `Heading${block.level}` });
    case 'paragraph':
      return paragraph(block.segments.map(({ text }) => run(text)).join(''));
    case 'notice':
      return paragraph(run(block.text), { style: 'Notice' });
    case 'small':
      return paragraph(run(block.text), { style: 'TableNote' });
    case 'references':
      return block.texts.map((text, i) => paragraph(run(`${i + 1}. ${text}`), { style: 'Reference' })).join('');
    case 'code':
      return block.text
        .split('\n')
        .map((line) => paragraph(run(line), { style: 'Code' }))
        .join('');
    case 'table':
      return tableXml(block.table, block.caption, paper);
    case 'figure': {
      const picture = pictures.get(block.figure);
      if (!picture) throw new Error(`figure ${block.figure.id} was not drawn`);
      const { description, note } = block.figure;
      const height = textWidth(paper, orientation === 'portrait' ? 'landscape' : 'portrait') * 0.85;
      return figureXml(
        picture,
        { caption: block.caption, description, note },
        { width: textWidth(paper, orientation), height },
      );
    }
  }
}

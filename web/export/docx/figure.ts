// SPDX-License-Identifier: MIT
/** A picture in a Word document, with its alternative text. Lengths in English Metric Units: 914,400 to the inch. */
import { escapeXml } from '../html_escape.js';
import { paragraph, run } from './xml.js';

export interface Picture {
  /** PNG. */
  bytes: Uint8Array;
  /** In CSS pixels, 96 to the inch. */
  width: number;
  height: number;
}

export interface PlacedPicture extends Picture {
  /** 1, 2, ...: the name of its file and of its relation. */
  number: number;
}

const perPixel = 9525;
const perTwentieth = 635;

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';

/** Below the picture its caption and note; the picture is no wider than the page and no higher than most of it. */
export function figureXml(
  picture: PlacedPicture,
  { caption, description, note }: { caption: string; description: string; note?: string | undefined },
  room: { width: number; height: number },
): string {
  const scale = Math.min(
    1,
    (room.width * perTwentieth) / (picture.width * perPixel),
    (room.height * perTwentieth) / (picture.height * perPixel),
  );
  const extent = `cx="${Math.round(picture.width * perPixel * scale)}" cy="${Math.round(picture.height * perPixel * scale)}"`;
  const id = picture.number;
  const name = `figure-${id}`;
  const inline = [
    `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/>`,
    `<wp:docPr id="${id}" name="${name}" descr="${escapeXml(description)}" title="${escapeXml(caption)}"/>`,
    `<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${drawing}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>`,
    `<a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture">`,
    `<pic:pic xmlns:pic="${drawing}/picture"><pic:nvPicPr><pic:cNvPr id="${id}" name="${name}.png" `,
    `descr="${escapeXml(description)}"/><pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill><a:blip r:embed="image${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm>`,
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>',
  ].join('');
  return [
    paragraph(run(caption), { style: 'Caption' }),
    paragraph(`<w:r><w:drawing>${inline}</w:drawing></w:r>`, { style: 'Figure', keepNext: note !== undefined }),
    ...(note === undefined ? [] : [paragraph(run(note), { style: 'TableNote' })]),
  ].join('');
}

// SPDX-License-Identifier: MIT
/** Chunks of a PNG (ISO/IEC 15948) that its drawing does not write: its resolution, and text. */

/** The signature and the chunk IHDR. */
const afterHeader = 8 + 25;

/** Adds the chunk pHYs before the pixels: how many dots are a metre (11.3.5.3). */
export function withResolution(png: Uint8Array<ArrayBuffer>, dpi: number): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  const perMetre = Math.round(dpi / 0.0254);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  data[8] = 1;
  return withChunks(png, [chunk('pHYs', data)]);
}

/** Adds keywords with their texts: tEXt where Latin-1 can write it, else iTXt in UTF-8 (11.3.4). */
export function withText(
  png: Uint8Array<ArrayBuffer>,
  entries: readonly (readonly [keyword: string, text: string])[],
): Uint8Array<ArrayBuffer> {
  return withChunks(png, entries.map(textChunk));
}

function textChunk([keyword, text]: readonly [string, string]): Uint8Array {
  const isLatin = [...text].every((character) => character.charCodeAt(0) < 0x100 && character.length === 1);
  if (isLatin)
    return chunk(
      'tEXt',
      Uint8Array.from(`${keyword}\0${text}`, (character) => character.charCodeAt(0)),
    );
  // Not compressed, no language, no translated keyword.
  return chunk('iTXt', new TextEncoder().encode(`${keyword}\0\0\0\0\0${text}`));
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function withChunks(png: Uint8Array<ArrayBuffer>, chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const added = chunks.reduce((sum, { length }) => sum + length, 0);
  const result = new Uint8Array(png.length + added);
  result.set(png.subarray(0, afterHeader));
  let at = afterHeader;
  for (const bytes of chunks) {
    result.set(bytes, at);
    at += bytes.length;
  }
  result.set(png.subarray(afterHeader), at);
  return result;
}

/** PNG, annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

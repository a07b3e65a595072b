// SPDX-License-Identifier: MIT
/** The icon: means of two arms with intervals, drawn point by point. */
import { deflateSync } from 'node:zlib';

const ground = [0x1d, 0x55, 0x85];
const size = 100;
/** Lines of the picture in a square of 100: x1, y1, x2, y2, width, colour. The middle 80 is what a mask leaves. */
const lines = [
  [26, 36, 50, 40, 5, '#9dc3e6'],
  [50, 40, 74, 38, 5, '#9dc3e6'],
  [26, 40, 50, 58, 6, '#ffffff'],
  [50, 58, 74, 66, 6, '#ffffff'],
  [50, 49, 50, 67, 4, '#ffffff'],
  [74, 56, 74, 76, 4, '#ffffff'],
];

function distance(x, y, [x1, y1, x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

export function iconPng(pixels) {
  const unit = size / pixels;
  const rows = Buffer.alloc(pixels * (1 + 3 * pixels));
  for (let row = 0; row < pixels; row++) {
    for (let column = 0; column < pixels; column++) {
      let colour = ground;
      for (const line of lines) {
        const away = distance((column + 0.5) * unit, (row + 0.5) * unit, line) - line[4] / 2;
        // How much of the pixel the line covers, its edge being straight at this scale.
        const cover = Math.max(0, Math.min(1, 0.5 - away / unit));
        const over = channels(line[5]);
        colour = colour.map((under, i) => under + (over[i] - under) * cover);
      }
      rows.set(colour.map(Math.round), row * (1 + 3 * pixels) + 1 + 3 * column);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', '')]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The check sum of PNG; zlib's own came only with later versions of Node 20. */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { luminance } from '../../web/embed/text_around.js';

// Luminances of white, black, grey #808080 (0.2159), red (0.2126) and of a text with alpha, in each way a browser writes them.
test.each([
  ['rgb(255, 255, 255)', 1],
  ['rgba(0, 0, 0, 0.87)', 0],
  ['rgb(128, 128, 128)', 0.2159],
  ['rgb(255, 0, 0)', 0.2126],
  ['color(srgb 0.50196 0.50196 0.50196)', 0.2159],
  ['color(rec2020 1 1 1)', 1],
  ['color(display-p3 1 1 1 / 0.5)', 1],
  ['lab(53.585 0 0)', 0.2159],
  ['lch(100 0 none)', 1],
  ['oklab(0.59987 0 0)', 0.2159],
  ['oklch(0.59987 1e-7 264)', 0.2159],
])('%s has the luminance %d', (colour, expected) => {
  expect(luminance(colour)).toBeCloseTo(expected, 3);
});

// SPDX-License-Identifier: MIT
/** Every word of the page in German; each file here translates the one of its name beside this folder. */
import { english, type Strings } from '../../strings.js';
import { numberWords } from './numbers.js';

export const german: Strings = {
  ...english,
  language: 'de',
  numbers: numberWords,
};

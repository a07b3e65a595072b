// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

export const numberWords: Strings['numbers'] = {
  locale: 'de',
  to: ' bis ',
  percent: (digits) => `${digits}\u00a0%`,
  pEquals: '\u00a0=\u00a0',
};

/** "95-%-Konfidenzintervall" of "95 %". */
export const interval = (level: string, name: string): string => `${level.replace(/\u00a0?%$/, '-%')}-${name}`;

// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { interval } from './numbers.js';

export const plotWords: Strings['plot'] = {
  day: 'Tag',
  visit: 'Visite',
  change: (label, baseline) => `Änderung von ${label} gegenüber ${baseline}, Punkte`,
  percentChange: (label, baseline) => `Änderung von ${label} gegenüber ${baseline}, Prozent`,
  value: (label) => `${label}, Punkte`,
  lowerIsBetter: '\u2193 weniger Fatigue',
  higherIsBetter: '\u2191 weniger Fatigue',
  lowerIsBetterOther: '\u2193 besser',
  higherIsBetterOther: '\u2191 besser',
  caption: (level) => `Punkte: LS-Mittelwerte. Balken: ${interval(level, 'Konfidenzintervalle')}.`,
  description: (label, arms) =>
    `Liniendiagramm der LS-Mittelwerte von ${label} nach Visite für ${arms}, mit Konfidenzintervallen; dieselben Zahlen ` +
    'stehen in der folgenden Tabelle.',
};

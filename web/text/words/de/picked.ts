// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { plural } from './plural.js';

export const pickedWords: Strings['picked'] = {
  atLastVisit: (visit) => `Berichtet zu ${visit}, der letzten Visite: Unten lässt sich eine andere wählen.`,
  fromFirstVisit: (visit) => `Baseline ist ${visit}, die erste Visite: Unten lässt sich eine andere wählen.`,
  weeks: {
    made: (numbers, n, days) =>
      `Wochenmittel gibt es für ${n === 1 ? 'Woche' : 'die Wochen'} ${numbers} (Tage ${days}).`,
    none: (least) => `Keine Woche hat die ${plural(least, 'Tag', 'Tage')}, die ein Wochenmittel braucht.`,
    before: (days, n) =>
      n === 1 ? `Tag ${days} bleibt weg: vor Woche 1.` : `Die Tage ${days} bleiben weg: vor Woche 1.`,
    few: (days, n, least) =>
      n === 1
        ? `Tag ${days} bleibt weg: weniger als ${plural(least, 'Tag', 'Tage')} in seiner Woche.`
        : `Die Tage ${days} bleiben weg: weniger als ${plural(least, 'Tag', 'Tage')} in einer Woche.`,
  },
};

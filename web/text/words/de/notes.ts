// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { interval } from './numbers.js';
import { per, timeSpan } from './time.js';

/** "auf dem 5-%-Niveau" of "5 %". */
const at = (level: string): string => `auf dem ${interval(level, 'Niveau')}`;

export const gateWords: Strings['gate'] = {
  of: (position, total) => `Test ${position} von ${total} der festen Testreihenfolge`,
  rejected: (place, level) => `${place}: signifikant ${at(level)}.`,
  last: (place, level, of) => `${place}: nicht signifikant ${at(level)}${of}.`,
  stops: (place, level, of) => `${place}: nicht signifikant ${at(level)}${of}, womit die folgenden Tests entfallen.`,
  missed: (comparisons) => ` in ${comparisons}`,
  failed: (place) => `${place}: war nicht durchführbar, womit die folgenden Tests entfallen.`,
  closed: (place) =>
    `${place}: durch einen früheren Test entfallen. Das Ergebnis wird gezeigt, ist aber nicht konfirmatorisch.`,
  shortRejected: 'signifikant',
  shortPassed: 'signifikant, aber nicht in jedem Vergleich',
  shortOpen: 'nicht signifikant',
  shortClosed: 'nicht konfirmatorisch',
  short: (position, state) => `Test ${position}: ${state}`,
};

export const noteWords: Strings['notes'] = {
  direction: 'Die Richtung ist die des Schätzwerts; wie sehr die Daten sie stützen, zeigt das Intervall.',
  published: (citation) => `Veröffentlicht: ${citation}. Neben dem Ergebnis gezeigt, nie in die Berechnung einbezogen.`,
  simulatedRows:
    'Als simuliert markierte Zeilen stammen aus erfundenen Daten; sie sind kein Beleg für oder gegen eine Behandlung.',
  chosenToAgree:
    'Die erfundenen Daten wurden so gewählt, dass ihre Schätzwerte nahe bei den veröffentlichten liegen: Die Übereinstimmung ' +
    'ist beabsichtigt.',
  n: 'n zählt die Teilnehmenden im Modell; die Tabellen unten nennen die Zahl zu jeder Visite.',
  nAtVisit:
    'n zählt die Teilnehmenden im Modell und, „zur Visite“, diejenigen davon mit einem Wert zur Visite des Effekts; die Tabellen unten nennen die Zahl zu jeder Visite.',
  overWindow: (label, span, estimate, limits, points, level) =>
    `${label}: Über ${timeSpan(String(span.length), span.unit)} summiert sich die Differenz der Änderung ${per(span.unit)} zu ` +
    `${estimate} ${points === 'Punkte' ? 'Punkten' : 'Prozentpunkten'} (${interval(level, 'KI')} ${limits}).`,
  denominator: (arms) => `Prozentangaben beziehen sich auf alle Teilnehmenden des Arms: ${arms}.`,
  nInArm: (arm, n) => `${arm} ${n}`,
  eventsCounted: '„Ereignisse“ zählt jeden Eintrag.',
  participantsCounted: 'n zählt Teilnehmende mit mindestens einem solchen Ereignis; Ereignisse zählt jeden Eintrag.',
  adjusted: (label, method, family) => `${label}: Adjustierte p-Werte nach ${method} über ${family}.`,
  intervalsPlain:
    'Konfidenzintervalle sind nicht adjustiert; Intervall und adjustierter p-Wert können sich deshalb widersprechen.',
  sequence: (level) =>
    `Die Endpunkte werden in fester Reihenfolge ${at(level)} getestet: jeder nur, wenn alle vor ihm signifikant waren, und zwar ` +
    'in jedem Vergleich.',
  notAvailable: (reason) => `\u2014 ${reason}.`,
  direct: (lower) =>
    lower ? 'Niedrigere Scores bedeuten weniger Fatigue.' : 'Höhere Scores bedeuten weniger Fatigue.',
  directOther: (lower) => (lower ? 'Niedrigere Scores sind besser.' : 'Höhere Scores sind besser.'),
};

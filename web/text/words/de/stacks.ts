// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { counted, plural } from './plural.js';

type StackWord = keyof typeof import('../stacks.js').stackWords;

export const stackWords: Pick<Strings['mapping'], StackWord> = {
  stacked: (visit) =>
    `Diese Tabelle ist aus Tabellen mit denselben Spalten zusammengesetzt; in der Spalte ${visit} steht die Visite jeder Tabelle:`,
  stackedRows:
    'Diese Tabelle ist aus Tabellen mit denselben Spalten zusammengesetzt; die Visiten stehen in ihren Zeilen:',
  stackedOne: (visit) => `Alle Zeilen dieser Datei gehören zu einer Visite, die in der Spalte ${visit} steht:`,
  stackedFrom: (tables) =>
    tables === 1 ? 'alles von einer Visite' : `zusammengesetzt aus ${plural(tables, 'Tabelle', 'Tabellen')}`,
  stackPart: (visit, name) => `${visit}: ${name}`,
  takeApart: 'Jede als eigene Tabelle verwenden',
  takeBack: 'Die Datei ohne diese Visite verwenden',

  offerOne: 'Alle Zeilen gehören zu einer Visite',
  offerSeveral: (tables) => `Diese ${tables} Tabellen zusammensetzen`,
  offerHint:
    'Diese Tabellen haben dieselben Spalten, und weder eine Spalte noch ein Name nennt ihre Visite. Geben Sie an, zu welcher Visite jede gehört; eine ohne Visite bleibt eine eigene Tabelle.',
  offerOneHint: 'Keine Spalte dieser Datei nennt die Visite. Gehören alle Zeilen zu einer Visite, geben Sie diese an.',
  offerRowsHint: 'Diese Tabellen haben dieselben Spalten, und ihre Zeilen nennen die Visiten.',
  offerCollides: (id, visit) =>
    `Mehr als eine davon hat einen Eintrag der Person ${id} zur Visite ${visit}. Zusammengesetzt sind es zwei Einträge zu einer Visite: Prüfen Sie, ob nicht ein Export zweimal vorliegt und ob nicht zwei Personen eine Nummer haben.`,
  offerCollidesAt: (id) =>
    `Mehr als eine davon hat eine Zeile der Person ${id}. Prüfen Sie, ob nicht ein Export zweimal vorliegt und ob nicht zwei Personen eine Nummer haben.`,
  offerVisit: (table) => `Alle Zeilen von ${table} gehören zur Visite`,
  offerThisVisit: 'Alle Zeilen dieser Datei gehören zur Visite',
  offerTake: 'Diese Visite für alle Zeilen nehmen',
  offerTakeOf: (table) => `Diese Visite für alle Zeilen von ${table} nehmen`,
  offerPut: (tables) => `Diese ${plural(tables, 'Tabelle', 'Tabellen')} zusammensetzen`,
  offerNone: 'Geben Sie zuerst eine Visite an.',
  peopleTitle: 'Sind das dieselben Personen?',
  peopleShared: (shared, distinct) =>
    `Diese Tabellen haben dieselben Spalten, und ${shared} von ${distinct} Kennungen stehen in mehr als einer davon.`,
  peopleOtherArms: (n) =>
    `${counted(n)} davon sind in verschiedenen Tabellen in verschiedenen Armen: Das sieht nach verschiedenen Personen aus.`,
  peopleHint: (prefixes) =>
    `Verschiedene Personen, etwa zweier Zentren, werden in einer Tabelle durch den Anfang ihrer Kennungen getrennt (${prefixes}).`,
  peopleApart: (n) => `Andere Personen: eine Tabelle, nach Zentrum getrennt, ${counted(n)} Teilnehmende`,
  peopleSame: 'Dieselben Personen',
  centresHint:
    'Diese Tabellen haben dieselben Spalten, mit eigenen Visiten, Armen und Teilnehmenden wie Zentren einer Studie.',
  visitsDiffer:
    'Ihre Visiten heißen verschieden. Welche welche ist, ist nach der Reihenfolge vorgeschlagen: Prüfen Sie jede, bevor Sie die Tabellen zusammensetzen.',
  visitsChosen:
    'Ihre Visiten heißen verschieden, und es sind nicht gleich viele: Geben Sie für jede an, welche sie ist, damit nicht zwei Zeitpunkte als einer gelten.',
  toChoose: 'wählen\u2026',
  visitOpen: (visit, table) =>
    `Geben Sie zuerst an, welche Visite ${visit} in ${table} ist oder dass es eine eigene ist.`,
  armsDiffer: 'Ihre Arme heißen verschieden. Geben Sie an, welche dieselben sind oder dass es eigene sind.',
  armIs: (arm, table) => `Der Arm ${arm} in ${table} ist`,
  armOwn: 'ein eigener Arm',
  armOpen: (arm, table) => `Geben Sie zuerst an, welcher Arm ${arm} in ${table} ist oder dass es ein eigener ist.`,
  armTwice: (arm, table) => `Zwei Arme von ${table} wären ${arm}: Wählen Sie für einen davon einen anderen.`,
  visitIs: (visit, table) => `${visit} in ${table} ist`,
  visitOwn: 'eine eigene Visite',
  visitTwice: (visit, table) => `Zwei Visiten von ${table} wären ${visit}: Wählen Sie für eine davon eine andere.`,
  offerElsewhere: (table) => `Sie hat die Spalten von ${table}; dort lassen sich beide zusammensetzen.`,
};

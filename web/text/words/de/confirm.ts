// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { counted } from './plural.js';

export const confirmWords: Strings['confirm'] = {
  title: 'Zu bestätigen',
  lead: 'Die Ergebnisse unten beruhen auf etwas, das die Daten nicht sagen. Ein Klick bestätigt es, oder Sie wählen anders.',
  note: (assumption) => `Zu bestätigen: ${assumption}`,
  paragraph: 'Vor der Verwendung zu bestätigen: {list}',
  mark: (n) => `${counted(n)} zu bestätigen`,
  goTo: 'Zum Ersten, das zu bestätigen ist',

  ids: (at) =>
    `Die meisten Teilnehmenden stehen nur in einer der Dateien. Von ${at.own} in ${at.file} und ${at.listed} in ${at.roster} ` +
    `stehen ${at.both} in beiden, und die Ergebnisse betreffen nur diese.`,
  idsPlain: (n) =>
    `Zählten Großschreibung, führende Nullen, Leerzeichen und Satzzeichen nicht, stünden ${counted(n)} in beiden.`,
  idsNumbers: (n) => `Nach der Zahl in jeder Kennung, wie in 7 und MS-007, stünden ${counted(n)} in beiden.`,

  people: (files, shared, distinct) =>
    `Sind das dieselben Personen? ${files} haben dieselben Spalten, und ${shared} von ${distinct} Kennungen stehen in ` +
    'mehr als einer Datei. Bis zur Antwort gilt dieselbe Kennung als dieselbe Person.',
  peopleOtherArms: (n) =>
    `${counted(n)} davon sind in verschiedenen Dateien in verschiedenen Armen: Das sieht nach verschiedenen Personen aus.`,

  arms: (told) =>
    `Die Tabellen nennen ihre Arme verschieden (${told}). Bis zur Antwort gelten sie als eigene Arme, und ein ` +
    'Unterschied zwischen zweien kann einer zwischen den Tabellen sein.',
  armsOf: (table, arms) => `${table}: ${arms}`,

  reference: (arm) =>
    `${arm} ist als Referenzarm angenommen. Die Daten sagen nicht, welcher Arm die Kontrolle ist, und das Vorzeichen jeder ` +
    'Differenz hängt davon ab.',

  slope: (outcome, when) =>
    `${outcome}: Als Effekt gilt die Differenz der Steigungen (${when}). Die Daten sagen nicht, dass das so geplant war.`,
  slopePrimary: 'Das Tagebuch gilt als primärer Endpunkt.',
  items: (at) =>
    `${at.instrument}: ${at.columns} gelten in dieser Reihenfolge, nach ihren Nummern, als Items 1 bis ${at.count}, ` +
    `ausgewertet als: ${at.scoring}. Die Daten sagen nicht, ob die Spalten diese Items sind und welche Auswertungsart geplant war.`,

  visit: (visit, outcomes) =>
    `${outcomes}: Der Effekt wird zu ${visit} berichtet, der letzten Visite. Die Daten sagen nicht, welche Visite geplant war.`,
  baseline: (outcome, visit) =>
    `${outcome}: Veränderungen zählen ab ${visit}, der ersten Visite. Die Daten sagen nicht, dass sie vor der Behandlung liegt.`,
};

// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

export const confirmWords: Strings['confirm'] = {
  title: 'Zu bestätigen',
  lead: 'Die Ergebnisse unten beruhen auf etwas, das die Daten nicht sagen. Ein Klick bestätigt es, oder Sie wählen anders.',
  note: (assumption) => `Zu bestätigen: ${assumption}`,
  paragraph: 'Vor der Verwendung zu bestätigen: {list}',
  mark: 'zu bestätigen',

  ids: (at) =>
    `Die meisten Teilnehmenden stehen nur in einer der Dateien. Von ${at.own} in ${at.file} und ${at.listed} in ${at.roster} ` +
    `stehen ${at.both} in beiden, und die Ergebnisse betreffen nur diese.`,
  idsPlain: (n) =>
    `Zählten Großschreibung, führende Nullen, Leerzeichen und Satzzeichen nicht, stünden ${n} in beiden.`,
  joinIds: (n) => `Diese ${n} als dieselben Teilnehmenden nehmen`,
  keepIds: (both) => `Ja, nur ${both} sollen ausgewertet werden`,

  reference: (arm) =>
    `${arm} ist als Referenzarm angenommen. Die Daten sagen nicht, welcher Arm die Kontrolle ist, und das Vorzeichen jeder ` +
    'Differenz hängt davon ab.',
  keepReference: (arm) => `Ja, ${arm} ist die Referenz`,
  otherReference: (arm) => `Nein, ${arm} ist die Referenz`,
  chooseReference: 'Verglichen mit',

  items: (at) =>
    `${at.instrument}: ${at.columns} gelten in dieser Reihenfolge, nach ihren Nummern, als Items 1 bis ${at.count}, ` +
    `ausgewertet als: ${at.scoring}. Die Daten sagen nicht, ob die Spalten diese Items sind und welche Auswertungsart geplant war.`,
  keepItems: 'Ja, diese Items und diese Auswertungsart',
  chooseScoring: 'Ausgewertet als',

  visit: (visit, outcomes) =>
    `${outcomes}: Der Effekt wird zu ${visit} berichtet, der letzten Visite. Die Daten sagen nicht, welche Visite geplant war.`,
  keepVisit: (visit) => `Ja, ${visit} war geplant`,
  chooseVisit: 'Visite des Effekts',
};

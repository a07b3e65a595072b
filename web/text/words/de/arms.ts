// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

export const armWords: Strings['arms'] = {
  title: 'Arme: benennen, zusammenfassen, weglassen',
  hint: 'Was hier eingestellt wird, steht im Plan und kann hier zurückgestellt werden. Die Dateien bleiben, wie sie sind.',
  unnamed: (values, reference) =>
    `Die Arme haben keine Namen: In den Dateien steht ${values}. Als Referenzarm gilt ${reference}, was aus den Dateien ` +
    'nicht hervorgeht. Benennen Sie die Arme unten, oder wählen Sie den Referenzarm.',
  nameless: (values) => `Die Arme haben keine Namen: In den Dateien steht ${values}. Benennen Sie die Arme unten.`,
  noControl: (reference) =>
    `Als Referenzarm gilt ${reference}, obwohl kein Arm wie eine Kontrolle heißt. Falls das nicht stimmt, wählen Sie einen ` +
    'anderen.',
  otherControl: (reference, control) => `Referenzarm ist ${reference}, obwohl ${control} wie eine Kontrolle heißt.`,
  keepReference: (reference) => `${reference} ist die Referenz`,
  makeReference: (arm) => `${arm} zur Referenz machen`,
  doubtful: (one, other) =>
    `„${one}“ und „${other}“ unterscheiden sich um ein oder zwei Buchstaben und werden als verschiedene Arme ausgewertet.`,
  merge: (one, other) => `„${one}“ als „${other}“ werten`,
  same: (value, taken) => `„${value}“ gilt als „${taken}“, also als derselbe Arm.`,
  apart: (value) => `„${value}“ als eigenen Arm werten`,
  leftOut: (value) => `Teilnehmende mit „${value}“ als Arm werden nicht ausgewertet.`,
  takeIn: (value) => `„${value}“ als Arm auswerten`,
  name: (value) => `Name von „${value}“ in Tabellen und Abbildungen`,
  role: (value) => `„${value}“ ist`,
  own: 'ein eigener Arm',
  out: 'von der Auswertung ausgeschlossen',
  sameAs: (arm) => `dasselbe wie „${arm}“`,
  nameTaken: (name, other) =>
    `„${other}“ heißt bereits ${name}. Um beide zu einem Arm zu machen, wählen Sie daneben „dasselbe wie“.`,
  joinIds: 'Als dieselben Personen werten',
  joinNumbers: 'Nach ihren Zahlen als dieselben Personen werten',
  leaveIds: 'Nein, so lassen',
  idsByNumber:
    'Kennungen mit derselben Zahl, wie 7 und MS-007, gelten in allen Dateien als dieselbe Person; MS-007 und HC-7 sind zwei.',
  separateIds: 'Wieder als verschiedene Personen werten',
  idsJoined:
    'Kennungen, die sich nur in Groß- und Kleinschreibung, führenden Nullen, Leerzeichen oder Satzzeichen unterscheiden, ' +
    'gelten in allen Dateien als dieselbe Person.',
};

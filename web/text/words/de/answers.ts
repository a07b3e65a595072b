// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { counted } from './plural.js';

export const answerWords: Strings['answers'] = {
  joinIds: (n) => `Diese ${counted(n)} als dieselben Teilnehmenden nehmen`,
  joinNumbers: (n) => `Diese ${counted(n)} nach ihren Zahlen als dieselben Teilnehmenden nehmen`,
  keepIds: (both) => `Nein, so lassen: Nur ${counted(both)} sollen ausgewertet werden`,
  samePeople: (n) => `Dieselben Personen: ${counted(n)} Teilnehmende`,
  otherPeople: (n) => `Andere Personen, ${counted(n)} Teilnehmende: Dateien oben zusammensetzen`,
  sameArm: (arm, other) => `${arm} ist ${other}`,
  chooseArm: (arm) => `${arm} ist`,
  chooseArmOpen: 'wählen\u2026',
  otherArms: 'Nein, es sind verschiedene Arme',
  keepReference: (arm) => `Ja, ${arm} ist die Referenz`,
  otherReference: (arm) => `Nein, ${arm} ist die Referenz`,
  chooseReference: 'Verglichen mit',
  keep: 'Ja, das stimmt',
  range: 'Ja, von 0 bis 100',
  centimetres: 'Nein, Zentimeter: von 0 bis 10',
  keepSlope: 'Ja, die Steigung war geplant',
  keepPrimarySlope: 'Ja, primär und die Steigung',
  meanOfDays: 'Nein, das Mittel aller Tage',
  weeklyMeans: 'Nein, Wochenmittel',
  chooseElsewhere: 'Nein, in der Auswertung wählen',
  keepItems: 'Ja, diese Items und diese Auswertungsart',
  chooseScoring: 'Ausgewertet als',
  keepBaseline: (visit) => `Ja, ${visit} ist die Baseline`,
  chooseBaseline: 'Baseline',
  keepVisit: (visit) => `Ja, ${visit} war geplant`,
  chooseVisit: 'Visite des Effekts',
};

// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { people } from './counts.js';

export const participantWords: Strings['participants'] = {
  title: 'Teilnehmende',
  flow: {
    caption: 'Teilnehmende im Verlauf der Studie',
    stage: 'Stufe',
    randomised: 'Randomisiert',
    assigned: 'Einem Arm zugeteilt',
    withBaseline: 'Mit Ausgangswert',
    analysed: 'In der Auswertung',
    notAnalysed: (reason) => `Nicht in der Auswertung: ${reason}`,
    noVisit: 'kein Eintrag zu irgendeiner Visite der Auswertung',
    atVisit: (visit) => `${visit}: in der Auswertung`,
    missingAtVisit: (visit, reason) => `${visit}: ${reason}`,
    listed: (n) => `${people(n)} in den Dateien.`,
    notRandomised: (n, reason) => `In keinem Arm gezählt: ${n}, ${reason}.`,
    once: 'Jede Person zählt einmal, unter dem ersten zutreffenden Grund.',
    noBaseline: 'der Endpunkt hat keinen Ausgangswert',
  },
  baseline: {
    caption: 'Merkmale zu Beginn',
    characteristic: 'Merkmal',
    all: 'Alle',
    meanSd: 'Mittelwert (SD)',
    median: 'Median [Quartile]',
    range: 'Spannweite',
    missing: 'Fehlend',
    difference: (arm, reference) => `Standardisierte Differenz, ${arm} minus ${reference}`,
    noValues: 'keine Werte',
    notDefined: 'für diese Werte nicht definiert',
    percentNote: 'Prozentangaben beziehen sich auf die Teilnehmenden mit einem Wert.',
    noTestsAssigned: 'Unterschiede zu Beginn werden beschrieben, nicht getestet.',
    noTests: 'Die Arme wurden zufällig gebildet, daher werden Unterschiede zu Beginn nicht getestet.',
    differenceNote:
      'Standardisierte Differenz: Differenz der Mittelwerte, geteilt durch die gepoolte SD; für Kategorien nach Yang und Dalton 2012.',
  },
  blinding: {
    title: 'Verblindung',
    caption: 'Arm, den die Teilnehmenden zu haben glaubten',
    arm: 'Erhaltener Arm',
    asked: 'Beantwortet',
    missing: 'Keine Antwort',
    guess: 'Vermutung',
    indices: 'Indizes der Verblindung',
    index: 'Index',
    of: 'Von',
    estimate: 'Schätzwert',
    james: 'James',
    bang: 'Bang',
    allArms: 'alle Arme',
    note:
      'James: 1 ist vollständige Verblindung, 0 keine. Bang: je Arm; 1 heißt, alle vermuten richtig, 0, so viele richtig wie ' +
      'falsch, \u22121, alle falsch.',
    notDefined: 'für diese Anzahlen nicht definiert',
  },
};

// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

export const exampleWords: Strings['examples'] = {
  title: 'Oder sehen Sie sich ein Beispiel an. Alle drei sind simuliert.',
  choices: {
    'ketamine-pilot': {
      open: 'Pilotstudie öffnen',
      about:
        '18 Personen, eine Infusion mit Ketamin oder Midazolam, vier Wochen: die Steigung eines Tagebuchs und zwei ' +
        'Fragebögen, erfunden nach dem veröffentlichten Design und neben dessen Ergebnissen gezeigt.',
    },
    'follow-on': {
      open: 'Folgestudie öffnen',
      about:
        '110 Personen, zwei Dosen Ketamin und Midazolam, acht Wochen: drei Arme, adjustierte p-Werte, Endpunkte in fester ' +
        'Testreihenfolge, Responder, unerwünschte Ereignisse und Verblindung.',
    },
    'daily-diary': {
      open: 'Tagebuchstudie öffnen',
      about:
        '60 Personen, helles oder gedämpftes Licht, fünf Wochen lang täglich eine Einschätzung: Wochenmittel, Steigungen ' +
        'und Flächen unter der Kurve, aus Dateien mit Datumsangaben, Semikolons und Lücken.',
    },
  },
};

// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

export const languageWords: Strings['languages'] = {
  choose: 'Sprache',
  description:
    'Legen Sie die CSV-Dateien einer Fatigue-Studie ab und lesen Sie die Ergebnisse. Alles wird in dieser Seite berechnet; ' +
    'keine Daten verlassen sie.',
};

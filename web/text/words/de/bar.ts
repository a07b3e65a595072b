// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { counted, plural } from './plural.js';
import { files, people, problems, rows } from './counts.js';

export const barWords: Strings['bar'] = {
  name: 'Zusammenfassung',
  sections: 'Abschnitte der Seite',
  open: 'Ganze Zusammenfassung zeigen',
  close: 'Nur eine Zeile der Zusammenfassung zeigen',
  files,
  participants: people,
  participantsOpen: (joined, apart) => `${counted(joined)} oder ${counted(apart)} Teilnehmende, zu bestätigen`,
  participantsMatched: (both, listed) => `${counted(both)} von ${people(listed)} zugeordnet, zu bestätigen`,
  rows,
  interval: (interval, p) => `(${interval}${p === '' ? '' : `; ${p}`})`,
  moreEffects: (n) => `und ${plural(n, 'weiterer Vergleich', 'weitere Vergleiche')}`,
  simulated: 'simuliert',
  reading: 'Dateien werden gelesen …',
  analysing: 'Berechnung läuft …',
  done: 'Die Ergebnisse sind aktuell.',
  unsettled: 'Nicht geklärt: Wer ausgewertet wird, ist zu bestätigen.',
  problems: (n) => `${problems(n)}: siehe unten.`,
  notAnalysed: (reason) => `Nicht ausgewertet: ${reason}`,
  outcomesFailed: (failed, total) =>
    total === 1 ? 'Der Endpunkt wurde nicht ausgewertet.' : `${failed} von ${total} Endpunkten nicht ausgewertet.`,
  cancelled: 'Abgebrochen: nicht ausgewertet.',
  waits: (names) => `Es fehlt noch: ${names}.`,
  nothing: 'Noch gibt es nichts auszuwerten: siehe, was jede Datei enthält.',
};

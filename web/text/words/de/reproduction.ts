// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { numbers as numbersOf } from './counts.js';

export const reproductionWords: Strings['reproduction'] = {
  title: 'Vergleich mit dem geladenen Bericht',
  close: 'Vergleich schließen',
  digitsNeeded: (digits) =>
    `Eine Zahl stimmt überein, wenn mindestens ${digits} ihrer Stellen gleich sind. Grenzen werden an der halben Breite ihres ` +
    'Intervalls gemessen, Schätzwerte nahe 0 an ihrem Standardfehler.',
  verdicts: {
    identical: (numbers) =>
      numbers === 1
        ? 'Reproduziert: Die eine Zahl ist gleich.'
        : `Reproduziert: Alle ${numbers} Zahlen sind gleich, Stelle für Stelle.`,
    agrees: (numbers, least, identical) =>
      numbers === 1
        ? `Reproduziert: Die eine Zahl stimmt auf mindestens ${least} Stellen überein.`
        : `Reproduziert: Alle ${numbers} Zahlen stimmen auf mindestens ${least} Stellen überein; ${identical} davon ` +
          `${identical === 1 ? 'ist' : 'sind'} gleich, Stelle für Stelle.`,
    differs: (differing, numbers) =>
      `Nicht reproduziert: ${differing === 1 ? '1 Wert des Berichts weicht' : `${differing} Werte des Berichts weichen`} ab, von ` +
      `${numbers === 1 ? '1 verglichenen Zahl' : `${numbers} verglichenen Zahlen`}.`,
    other_data: 'So nicht vergleichbar: Die Daten sind nicht die, aus denen der Bericht entstand.',
    other_plan:
      'So nicht vergleichbar: Die Einstellungen sind nicht die des Berichts. Machen Sie die Änderungen rückgängig, um wieder zu vergleichen.',
    waiting: 'Der Bericht ist geladen. Um ihn erneut zu berechnen, legen Sie die Dateien ab, aus denen er entstand:',
    failed:
      'Der Bericht ist geladen, aber seine Auswertung ließ sich mit den vorhandenen Dateien nicht durchführen: siehe unten, woran es liegt.',
    working: 'Der Bericht wird erneut berechnet …',
  },
  counted: (agreeing, numbers) =>
    `${agreeing} von ${numbersOf(numbers)} ${agreeing === 1 ? 'stimmt' : 'stimmen'} überein.`,
  added: (n) => `${numbersOf(n)} des neuen Berichts ${n === 1 ? 'ist' : 'sind'} nicht im früheren.`,
  software: (was, is) =>
    was === is ? `Beide wurden mit ${was} erstellt.` : `Der Bericht wurde mit ${was} erstellt, diese Zahlen mit ${is}.`,
  altered:
    'Der Plan im Bericht ist nicht der, mit dem er gespeichert wurde: Sein SHA-256 ist ein anderer, als der Bericht angibt.',
  file: {
    same: (name) => `${name}: dieselbe Datei`,
    other: (name) => `${name}: geladen ist eine Datei dieses Namens mit anderem Inhalt`,
    absent: (name) => `${name}: nicht geladen`,
  },
  elsewhere: (name) =>
    `Derselbe Inhalt ist als ${name} geladen: Geben Sie der Datei den obigen Namen und legen Sie sie noch einmal ab.`,
  sha: (sha256) => `SHA-256 ${sha256}`,
  data: 'Datendateien',
  caption: 'Abweichende Werte, die größten Abweichungen zuerst',
  more: (shown, total) => `Gezeigt sind die ersten ${shown} von ${total}.`,
  where: 'Wo',
  was: 'Im Bericht',
  is: 'Jetzt',
  digits: 'Stellen',
  nothing: 'nicht vorhanden',
  yes: 'ja',
  no: 'nein',
  announced: (verdict) => `Vergleich mit dem Bericht: ${verdict}`,
};

export const originWords: Strings['origin'] = {
  title: 'Woher diese Zahlen stammen',
  computed: (time, seconds) => `Berechnet ${time} in ${seconds}\u00a0s`,
  browser: (name) => `Browser ${name}`,
  copy: 'Als Text kopieren',
  copied: 'Kopiert.',
  notCopied: 'Der Browser lässt diese Seite nicht kopieren. Markieren Sie den Text und kopieren Sie ihn von Hand.',
  save: 'Bericht speichern (.json)',
  saveHint:
    'Wird der gespeicherte Bericht mit den Daten auf dieser Seite abgelegt, so wird er erneut berechnet und Zahl für Zahl verglichen.',
};

// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

export const publishedWords: Strings['results']['published'] = {
  loading: 'Die Ergebnisse werden geladen …',
  failed: 'Die Ergebnisse lassen sich nicht zeigen',
  noAddress: 'Kein Bericht ist genannt: Die Adresse ist leer.',
  isPlan: 'Was geladen wurde, ist ein Plan und kein Bericht: Es hat noch keine Ergebnisse.',
  incomplete: 'Etwas wird nicht gezeigt',
  missed: 'Die Abbildungen und Sätze, die hierher gehören, ließen sich nicht laden. Die Tabellen sind vollständig.',
  missedRemedy:
    "wer diese Seite betreibt, legt results-plots.js neben results.js und erlaubt bei Trusted Types 'allow-duplicates'",
  notJson: (file = 'Was geladen wurde,') => `${file} ist kein JSON.`,
  notPlain:
    'Was geladen wurde, ist zu tief geschachtelt oder zu groß für einen Bericht, oder es enthält Namen, die kein Bericht hat.',
  noReport: 'Was geladen wurde, ist kein Bericht des Fatigue Calculator.',
  unreadable: 'Der Bericht ist nicht vollständig, oder ein anderes Programm hat ihn verändert.',
  broken: (place) =>
    `Der Bericht ist nicht vollständig, oder ein anderes Programm hat ihn verändert: ${place} fehlt oder ist nicht, was es sein muss.`,
  otherVersion: (version) =>
    `Der Bericht hat die Version ${version} des Formats, die diese Seite nicht kennt: Aktualisieren Sie das Skript der Seite.`,
  tooLarge: (file, megabytes) => `${file} ist zu groß für einen Bericht: Gelesen werden höchstens ${megabytes} MB.`,
  noOutcome: (outcome, choices) =>
    `Der Bericht hat keinen Endpunkt namens ${outcome}. Er hat ${choices}: Nennen Sie einen davon.`,
};

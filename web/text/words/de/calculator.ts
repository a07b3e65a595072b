// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { plural } from './plural.js';

export const calculatorWords: Strings['calculator'] = {
  privacy: 'Ihre Dateien werden in diesem Tab gelesen und ausgewertet. Der Rechner sendet sie nirgendwohin.',
  numbered: (number) => `Fatigue Calculator ${number}`,
  loading: 'Wird geladen …',
  notLoadedTitle: 'Der Rechner ließ sich nicht einrichten',
  dataNotLoadedTitle: 'Einige Daten ließen sich nicht laden',
  tryAgain: 'Noch einmal versuchen',
  notReached: (file) =>
    `${file} ließ sich nicht laden: Es gibt keine Verbindung, oder der Server oder diese Seite verbietet es.`,
  notFound: (file, status) => `${file} ließ sich nicht laden: Der Server antwortete mit Status ${status}.`,
  redirected: (file, from, to) =>
    `${file} wurde nicht geladen: Die Adresse auf ${from} führt weiter zu einem anderen Server, ${to}. Geben Sie die dortige Adresse selbst an, wenn Sie ihr vertrauen.`,
  badAddress: (address) => `„${address}“ ist keine Adresse, die sich laden lässt.`,
  planTooLarge: (file, megabytes) => `${file} ist zu groß für einen Plan: Gelesen werden höchstens ${megabytes} MB.`,
  planNotPlain: 'Der angegebene Plan ist kein einfaches JSON-Objekt.',
  notFiles: 'Die Dateien müssen eine Liste von File-Objekten sein.',
  noPlan: 'Dieser Rechner ist auf einen Plan festgelegt, und noch gibt es keinen.',
  noPlanRemedy: 'wer diese Seite betreibt, gibt zu locked einen Plan an',
  planIsFixed: (file) =>
    `${file} wurde nicht übernommen: Die Auswertung dieser Seite steht fest, abgelegt werden können nur Datendateien.`,
  dropHint: 'CSV, TSV oder Excel (.xlsx), auch mehrere zugleich.',
  files: 'Dateien des Plans',
  loaded: (rows) => `geladen, ${plural(rows, 'Zeile', 'Zeilen')}`,
  notRead: 'ließ sich nicht lesen',
  awaited: 'noch nicht geladen',
  unplanned: (file) => `Der Plan hat keine Datei namens ${file}; sie wird daher nicht verwendet.`,
  useAsNamed: (file) => `${file} verwenden als`,
  notUsed: 'nicht verwendet',
  withheld: (place) => `Es gibt ein Problem in den Daten (${place}); der Rechner zeigt es.`,
  withheldPlain: 'Es gibt ein Problem; der Rechner zeigt es.',
  place: {
    file: (file) => file,
    row: (row) => `Zeile ${row}`,
    column: (column) => `Spalte ${column}`,
  },
  policyHint:
    'Die Sicherheitsrichtlinie der umgebenden Seite verbietet womöglich die Berechnung: Sie muss worker-src blob: und ' +
    'script-src ‘wasm-unsafe-eval’ erlauben, mit Trusted Types auch trusted-types fatigue-calculator lit-html.',
};

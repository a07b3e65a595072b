// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { plural } from '../plural.js';

export const calculatorWords: Strings['calculator'] = {
  privacy: 'Ihre Dateien werden in diesem Tab gelesen und ausgewertet. Der Rechner sendet sie nirgendwohin.',
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
    'script-src ‘wasm-unsafe-eval’ erlauben.',
};

export const frameWords: Strings['frame'] = {
  title: 'Fatigue Calculator',
  waiting: 'Es wird darauf gewartet, dass die umgebende Seite den Plan sendet …',
  badTitle: 'Dieser Rahmen lässt sich unter dieser Adresse nicht verwenden',
  badMessageTitle: 'Der Plan, den die umgebende Seite gesendet hat, wurde nicht übernommen',
  badMessage:
    'Ein Plan muss als Objekt gesendet werden, {type: „fatigue-calculator:plan“, plan: {…}}, und nicht als Text, Adresse oder Liste.',
  noOrigin:
    'Die Adresse dieses Rahmens endet auf #plan, also soll die umgebende Seite den Plan senden; sie sagt aber nicht, welche ' +
    'Seite das ist: Ergänzen Sie ?origin= mit dem Ursprung dieser Seite, etwa https://example.org.',
  noParent:
    'Die Adresse dieses Rahmens endet auf #plan, also soll eine umgebende Seite den Plan senden; es gibt aber keine: ' +
    'Öffnen Sie diese Seite, oder geben Sie den Plan nach #plan= an.',
  badFragment: 'Was nach #plan= steht, ist kein Plan in base64url.',
  foreignAddress: (address) =>
    `„${address}“ wird nicht verwendet: Nach ?plan= und ?data= werden nur Adressen auf dem Server dieses Rahmens geladen.`,
  sandboxed:
    'Ein Rahmen mit sandbox darf nichts laden: Geben Sie den Plan nach #plan= an, oder senden Sie ihn als Nachricht.',
};

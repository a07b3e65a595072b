// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

export const exportWords: Strings['exports'] = {
  group: 'Gruppe',
  detailOf: (column) => `${column}, Einzelheit`,
  inGroup: (group, label) => (label === '' ? group : `${group}: ${label}`),
  withDetail: (text, detail) => (text === '' ? detail : `${text} (${detail})`),
  simulated: (caption) => `${caption} (simulierte Daten)`,
  table: (n, caption) => `Tabelle ${n}. ${caption}`,
  figure: (n, caption) => `Abbildung ${n}. ${caption}`,
  software: (name, version, date) => `${name} ${version}, ${date}`,
  plan: (sha256) => `Plan SHA-256 ${sha256}`,
  planTitled: (title, sha256) => `Plan „${title}“ SHA-256 ${sha256}`,
  input: (name, sha256) => `Daten ${name} SHA-256 ${sha256}`,
  simulatedData: 'Simulierte Daten: erfunden, kein Beleg für oder gegen eine Behandlung.',
  shortPlan: (sha256) => `Plan ${sha256.slice(0, 12)}`,
  shortInput: (name, sha256) => `${name} ${sha256.slice(0, 12)}`,
  page: 'Seite',
  badDate: (date) => `Das Datum ${JSON.stringify(date)} hat nicht die Form JJJJ-MM-TT`,

  untitled: 'Ergebnisse einer Studie',
  effects: 'Effekte',
  outcome: (label, role) => `${label} (${role})`,
  details: (label) => `${label}: Einzelheiten des Modells`,
  failed: (message) => `Dieser Endpunkt konnte nicht ausgewertet werden: ${message}`,
  provenance: 'Woher diese Zahlen stammen',
  noParticipants: 'Abbildungen einzelner Teilnehmender sind nicht Teil dieses Berichts.',
  noFigures:
    'Dieser Bericht hat keine Abbildungen: Sie werden von einem Browser gezeichnet. Die Seite speichert denselben Bericht mit ihnen.',
  planTitle: 'Auswertungsplan',
  planLead:
    'Der Plan beschreibt die Auswertung vollständig: Mit ihm und den Datendateien lassen sich die Zahlen erneut berechnen.',
  figureData: 'Die Zahlen der Abbildung',

  menu: 'Speichern oder kopieren',
  menuOf: (caption) => `Tabelle speichern oder kopieren: ${caption}`,
  csv: 'CSV',
  markdown: 'Markdown',
  latex: 'LaTeX',
  word: 'Für Word kopieren',
  copy: 'Kopieren',
  copied: 'Kopiert.',
  notCopied: 'Der Browser lässt diese Seite nicht kopieren. Markieren Sie den Text und kopieren Sie ihn von Hand.',
  paragraphsLead:
    'Aus den obigen Ergebnissen geschrieben. Jede Zahl ist die des Berichts: Zeigen Sie darauf, um sie ungerundet zu sehen.',
  exactly: (value) => `ungerundet: ${value.replace('-', '\u2212').replace('.', ',')}`,

  title: 'Exporte',
  lead:
    'Alles wird in diesem Tab aus den obigen Ergebnissen erzeugt. Jede Datei nennt die Software mit Version, den Plan, die ' +
    'Daten und den Tag, von denen sie stammt.',
  report: 'Der ganze Bericht',
  reportLead:
    'Absätze, Tabellen, Abbildungen und Anmerkungen in einer Datei. Einzelne Teilnehmende kommen darin nicht vor.',
  docx: 'Word-Dokument (.docx)',
  html: 'Webseite (.html)',
  md: 'Markdown (.md)',
  wordLanguage: 'de-DE',
  paper: 'Papier',
  papers: { a4: 'A4', letter: 'US Letter' },
  print: 'Drucken',
  numbers: 'Die Zahlen',
  numbersLead: 'Für eine Tabellenkalkulation oder ein anderes Programm, ungerundet.',
  estimates: 'Alle Schätzwerte (CSV)',
  reportJson: 'Ergebnisse speichern (JSON)',
  planJson: 'Der Plan (JSON)',
  again: 'Anderswo erneut rechnen',
  againLead:
    'Das Skript und das Programm lesen die Dateien der Studie selbst, berechnen die Effekte erneut und stellen sie neben die ' +
    'obigen. Legen Sie sie mit den Daten in einen Ordner, oder nehmen Sie die ZIP-Datei, die alles enthält.',
  needs: (files) => `Neben den Daten brauchen sie: ${files}.`,
  r: 'R-Skript',
  sas: 'SAS-Programm',
  scoresOf: (label) => `Scores: ${label} (CSV)`,
  scoresNote:
    'Die Score-Dateien und die ZIP-Datei enthalten die Antworten einzelner Teilnehmender: nicht zur Veröffentlichung.',
  zip: 'Alles zusammen mit den Daten (ZIP)',
  figuresTitle: 'Die Abbildungen',
  figuresLead: 'Jede obige Abbildung als SVG und als PNG mit 300 Punkten pro Zoll; jede hat auch eigene Schaltflächen.',
  figuresZip: 'Alle Abbildungen (ZIP)',
  working: 'Wird erstellt …',
  saved: (name) => `${name} gespeichert.`,
  noReport: 'es gibt keinen Bericht',
  noModel: (label) => `${label} hat kein Modell und daher keine Scores eines Modells`,
  otherRows: (label, row) =>
    `die Scores von ${label} ergeben nicht die Zeilen seines Modells (${row}): Bitte melden Sie dies mit dem Plan`,
  failedToSave: (name, message) => `${name} konnte nicht erstellt werden: ${message}`,
};

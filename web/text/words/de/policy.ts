// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

const directives: Strings['policy']['directives'] = {
  'default-src': 'Was unten nicht genannt ist',
  'connect-src': 'Verbindungen zu irgendeiner Adresse (Daten senden oder abrufen)',
  'form-action': 'Ein Formular an irgendeine Adresse senden',
  'base-uri': 'Den Links der Seite eine andere Basisadresse geben',
  'script-src': 'Programme, die laufen dürfen',
  'worker-src': 'Programme, die im Hintergrund laufen dürfen',
  'style-src': 'Formatvorlagen, die verwendet werden dürfen',
  'img-src': 'Bilder, die gezeigt werden dürfen',
  'font-src': 'Schriften, die verwendet werden dürfen',
  'media-src': 'Ton und Video, die abgespielt werden dürfen',
  'object-src': 'Plug-ins, die geladen werden dürfen',
  'frame-src': 'Seiten, die innerhalb dieser gezeigt werden dürfen',
  'child-src': 'Seiten innerhalb dieser und Hintergrundprogramme',
  'manifest-src': 'App-Manifeste, die geladen werden dürfen',
};

const sources: Strings['policy']['sources'] = {
  "'self'": 'was von der eigenen Adresse dieser Seite kommt',
  "'unsafe-inline'": 'alles, was in der Seite steht',
  "'unsafe-eval'": 'Programmtext, der während des Laufs der Seite entsteht',
  "'wasm-unsafe-eval'": 'WebAssembly, die Form, in der die Berechnungen kompiliert sind',
  'data:': 'was die Seite in sich trägt (data:)',
  'blob:': 'was die Seite selbst erzeugt (blob:)',
  'https:': 'jede sichere Adresse (https:)',
  'http:': 'jede Adresse (http:)',
  '*': 'jede Adresse (*)',
};

export const policyWords: Strings['policy'] = {
  title: 'Datenschutz: was diese Seite kann und was nicht',
  lead:
    'Eine Webseite kann eine Sicherheitsrichtlinie tragen, die der Browser bei ihr durchsetzt. Dies ist die Richtlinie dieser ' +
    'Kopie, soeben aus der Seite selbst gelesen:',
  caption: 'Sicherheitsrichtlinie dieser Seite',
  asWritten: 'Wortlaut',
  inWords: 'In einfachen Worten',
  directives,
  sources,
  nothing: 'nichts',
  sourceSeparator: '; ',
  hash: 'nur was in dieser Datei steht, erkannt an seiner Prüfsumme',
  unknownSource: (source) => `was ${source} beschreibt`,
  line: (about, allowed) => `${about}: ${allowed}.`,
  notExplained: 'Hier nicht erklärt; siehe die Dokumentation zu Content-Security-Policy.',
  forbids:
    'Der Browser verweigert es also, Ihre Daten oder irgendetwas anderes über irgendeine Verbindung zu senden, die diese Seite ' +
    'versuchen könnte.',
  forbidsOthers:
    'Der Browser verweigert es also, Ihre Daten oder irgendetwas anderes über irgendeine Verbindung zu senden, die diese Seite ' +
    'öffnen könnte. Von ihrer eigenen Adresse darf die Seite laden, was die obigen Zeilen nennen: das Hintergrundprogramm sw.js, ' +
    'das diese Seite für den Gebrauch ohne Netz bereithält, und das App-Manifest. Dieses Programm holt von dort die Dateien ' +
    'dieser Seite, verwirft sie, wenn ihre Prüfsummen nicht die der Veröffentlichung sind, und erfährt nichts von Ihren Dateien.',
  allowsConnections:
    'Diese Richtlinie verbietet Verbindungen nicht: Diese Kopie ist nicht die veröffentlichte. Verwenden Sie sie nicht für Daten, ' +
    'die vertraulich bleiben müssen.',
  absent:
    'Diese Kopie der Seite trägt keine Sicherheitsrichtlinie, also ist durch keine etwas verboten: Sie ist nicht die ' +
    'veröffentlichte. Verwenden Sie sie nicht für Daten, die vertraulich bleiben müssen.',
  limits:
    'Eine Richtlinie hält weder Erweiterungen auf, die Sie installiert haben und die jede Seite lesen können, noch eine Seite, die ' +
    'ganz zu einer anderen Adresse wechselt, wie wenn Sie einem Link folgen: Das würden Sie sehen. Diese Seite behält nichts: Mit ' +
    'dem Schließen des Tabs sind die Dateien vergessen.',
  verifyTitle: 'Prüfen Sie es selbst',
  verify: [
    'Öffnen Sie die Entwicklerwerkzeuge des Browsers (F12 oder Strg+Umschalt+I; auf dem Mac Wahl+Befehl+I) und wählen Sie ' +
      '„Netzwerk“. Laden Sie die Seite neu, legen Sie Dateien ab und sehen Sie Ergebnisse an: Aufgeführt sind nur die Seite selbst ' +
      'und Einträge, die mit blob: oder data: beginnen; die erzeugt die Seite, und sie verlassen sie nie.',
    'Oder trennen Sie die Netzverbindung, sobald die Seite offen ist, und öffnen Sie dann Ihre Dateien: Alles geht wie zuvor.',
    'Oder lassen Sie die Seite eine Verbindung versuchen: Der Browser verweigert sie und nennt die Direktive, nach der er das tut.',
  ],
  verifyOwn:
    'Die Liste enthält auch, was diese Seite für den Gebrauch ohne Netz bereithält, alles von der eigenen Adresse der Seite: ' +
    'sw.js, das Manifest und die Dateien, die sw.js bereithält.',
  attempt: 'Verbindung versuchen',
  refused: (directive) => `Vom Browser verweigert: ${directive}.`,
  notSent: 'Nichts wurde erreicht, aber der Browser hat nicht gesagt, dass seine Richtlinie der Grund war.',
  reached:
    'Die Verbindung wurde nicht verweigert: Verwenden Sie diese Kopie nicht für Daten, die vertraulich bleiben müssen.',
  keepTitle: 'Diese Seite behalten',
  keepOnDisk: (file) =>
    `Diese Seite wurde von einem Datenträger geöffnet: Die Datei ${file} ist die ganze Seite. Kopieren Sie sie, um diese Version zu ` +
    'behalten; sie funktioniert ohne Netz, jetzt und später.',
  keepHosted:
    'Die ganze Seite ist eine Datei. Um diese Version zu behalten, wählen Sie im Browser „Seite speichern unter“ (Strg+S, auf dem ' +
    'Mac Befehl+S) und dort den Typ „Webseite, nur HTML“ (Chrome, Edge), „Webseite, nur HTML“ (Firefox) oder „Seitenquelltext“ ' +
    '(Safari); „Vollständig“ speichert, was auf dem Bildschirm steht, und das startet nicht wieder. Bietet der Betreiber der Seite ' +
    'fatigue-calculator.html zum Herunterladen an, so ist das dieselbe Datei.',
  keepWhy:
    'Eine Seite im Netz kann von ihrem Betreiber geändert werden; die Datei, die Sie behalten, bleibt, wie sie ist, und ergibt ' +
    'dieselben Zahlen.',
};

// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { interval } from './numbers.js';

const n = (count: string): string => `n = ${count}`;

export const figureWords: Strings['figures'] = {
  row: 'Zeile',
  estimateInterval: 'Schätzwert (Intervall)',
  participant: 'Person',
  participants: 'Teilnehmende',
  moreFlow: 'Verbleib für jeden Endpunkt und jede Visite',
  leavingOut: (done, total, seconds) =>
    `Jede Person wird einmal weggelassen: ${done} von ${total}${seconds === null ? '' : `, noch ${seconds}\u00a0s`}.`,
  leavingOutStopped: (done, total) => `Das Weglassen jeder Person wurde nach ${done} von ${total} angehalten.`,
  stopLeavingOut: 'Weglassen anhalten',
  notLookedAt: 'Die Teilnehmenden ließen sich nicht einzeln ansehen.',
  leaveOutAgain: 'Jede Person einmal weglassen',
  moreSafety: 'Vergleiche und Organsysteme',
  individual: 'Einzelne Teilnehmende und Modellgüte',
  individualLead:
    'Wie einzelne Teilnehmende verliefen, wie gut das Modell zu ihnen passt und wie der Effekt ohne jede einzelne Person wäre.',
  arm: 'Arm',
  missing: 'Fehlend',
  dataTable: 'Die Zahlen als Tabelle',
  saveSvg: 'SVG',
  savePng: 'PNG',
  saveCsv: 'CSV',
  saved: (what) => `Als ${what} speichern`,
  pictureRefused:
    'Der Browser hat das Bild nicht gezeichnet; erlaubt die Richtlinie der Seite img-src data: nicht, liegt es daran. Speichern Sie stattdessen das SVG.',
  noCanvas:
    'Dem Browser fehlt der Speicher oder die Erlaubnis, das Bild zu zeichnen. Speichern Sie stattdessen das SVG.',

  effectsCaption: 'Alle Effekte in Standardabweichungen',
  effectsNote:
    'Schätzwert und Intervall jedes Effekts, geteilt durch eine Standardabweichung seines Scores und so gedreht, dass links ' +
    'die bessere Seite ist.',
  armNamed: 'dem genannten Arm',
  standardised: '\u2190 besser mit dem genannten Arm: Standardabweichungen',
  standardisedFavours: (arm, reference) =>
    `\u2190 besser mit ${arm} \u00b7 Standardabweichungen \u00b7 besser mit ${reference} \u2192`,
  forestDescription: (caption) =>
    `Forest-Plot: ${caption}. Punkte sind Schätzwerte, Linien sind Intervalle; dieselben Zahlen stehen in der folgenden Tabelle.`,
  differencesCaption: (label) => `${label}: Differenz zwischen den Armen zu jeder Visite`,
  differenceAxis: (unit, arrow, better) =>
    arrow === '\u2190' ? `${arrow} ${better} \u00b7 ${unit}` : `${unit} \u00b7 ${better} ${arrow}`,
  intervals: (level) => `Linien: ${interval(level, 'Konfidenzintervalle')}.`,
  mcidLine: (value, unit) => `Gestrichelt: die relevante Differenz, ${value} ${unit}.`,

  trajectoriesCaption: (label) => `${label}: alle Teilnehmenden`,
  trajectoriesDescription: (label, count) =>
    `Liniendiagramm von ${label} über die Zeit für ${count === 1 ? 'die eine Person' : `alle ${count} Teilnehmenden`}, ein Feld je Arm.`,

  curveCaption: (label, visit) => `${label}, ${visit}: wer sich um wie viel besserte`,
  curveDescription: (caption) =>
    `Kumulative Responderkurve: ${caption}. Anteil jedes Arms, der sich mindestens um so viel besserte.`,
  gainAxis: (unit) => `Besserung gegenüber Baseline um mindestens, ${unit}`,
  gainAtLeast: 'Besserung um mindestens',
  percentAxis: 'Teilnehmende, %',

  correlationCaption: (label) => `${label}: Korrelation zwischen Visiten`,
  correlationDescription: (caption) => `Heatmap: ${caption}, wie das Modell sie schätzt.`,

  normalCaption: (label) => `${label}: Normalplot der Residuen`,
  normalDescription: (label) =>
    `Quantile der normalisierten Residuen von ${label} gegen die der Normalverteilung, mit 95-%-Band.`,
  normalNote:
    'Residuen, normalisiert mit der Kovarianz des Modells. Gilt das Modell, liegen in 95 von 100 Studien alle Punkte im Band.',
  normalX: 'Quantil der Normalverteilung',
  normalY: 'Residuum',
  bandLower: 'Band von',
  bandUpper: 'Band bis',
  byVisitCaption: (label) => `${label}: Residuen nach Visite`,
  byFittedCaption: (label) => `${label}: Residuen nach vorhergesagtem Wert`,
  residualDescription: (caption) => `Streudiagramm: ${caption}. Gestrichelte Linien bei \u22121,96 und 1,96.`,
  fitted: 'Vorhergesagter Wert',
  normalised: 'Normalisiertes Residuum',

  influenceCaption: (label) => `${label}: der Effekt ohne jede einzelne Person`,
  influenceDescription: (caption) =>
    `Forest-Plot: ${caption}. Die erste Zeile ist der Effekt mit allen, jede weitere ohne eine Person.`,
  everybody: 'Alle Teilnehmenden',
  without: (participant) => `Ohne ${participant}`,
  mostDrawn: (drawn, all) =>
    `Gezeichnet sind die ${drawn} von ${all} Teilnehmenden, die den Schätzwert am meisten verschieben; die Tabelle enthält alle.`,
  moves: 'Verschiebt den Schätzwert um, SE',
  movesNote: 'SE: Standardfehler des Effekts mit allen Teilnehmenden.',

  eventsCaption: 'Unerwünschte Ereignisse: Risiko nach Arm und Differenz',
  eventsDescription: (arms) =>
    `Punktdiagramm des Anteils der Teilnehmenden mit jedem unerwünschten Ereignis für ${arms} und der Differenz mit ihrem Intervall.`,
  eventsNote: 'Links: Teilnehmende mit dem Ereignis. Rechts: Differenz in Prozentpunkten mit ihrem Konfidenzintervall.',
  mostTerms: (count) =>
    `Gezeichnet sind die ${count} häufigsten; die Tabelle der unerwünschten Ereignisse enthält alle.`,
  riskAxis: 'Teilnehmende, %',
  differencePoints: 'Differenz, Prozentpunkte',
  courseCaption: 'Unerwünschte Ereignisse nach Studientag',
  courseDescription: (arms) => `Teilnehmende mit einem unerwünschten Ereignis an jedem Studientag, für ${arms}.`,

  missingCaption: (label) => `${label}: ausgewertete Teilnehmende zu jeder Visite`,
  missingDescription: (label) =>
    `Liniendiagramm der Zahl der für ${label} ausgewerteten Teilnehmenden zu jeder Visite, nach Arm.`,
  missingNote: 'Blasse Linien: alle Randomisierten.',
  missingNoteAssigned: 'Blasse Linien: alle Teilnehmenden des Arms.',

  flowCaption: (label) => `Verbleib der Teilnehmenden, ${label}`,
  flowDescription: (label) =>
    `Flussdiagramm der Teilnehmenden von der Randomisierung bis zur Auswertung von ${label}; dieselben Zahlen stehen in der folgenden Tabelle.`,
  flowDescriptionAssigned: (label) =>
    `Flussdiagramm der Teilnehmenden von ihren Armen bis zur Auswertung von ${label}; dieselben Zahlen stehen in der folgenden Tabelle.`,
  listed: (count) => `In den Daten (${n(count)})`,
  notRandomised: (count) => `Keinem Arm zugeordnet (${n(count)})`,
  randomised: 'Randomisiert',
  assigned: 'Zugeteilt',
  withBaseline: 'Mit Ausgangswert',
  analysed: 'Ausgewertet',
  notAnalysedReason: (reason) => `Nicht ausgewertet: ${reason}`,
  analysedAt: (visit) => `Ausgewertet zu ${visit}`,
  randomisedN: (count) => `Randomisiert (${n(count)})`,
  assignedN: (count) => `Zugeteilt (${n(count)})`,
  withBaselineN: (count) => `Mit Ausgangswert (${n(count)})`,
  analysedN: (count) => `Ausgewertet (${n(count)})`,
  notAnalysedN: (count) => `Nicht ausgewertet (${n(count)})`,
  atVisit: (visit, count) => `${visit}: ${n(count)}`,
  reason: (reason, count) => `${reason} (${n(count)})`,
};

// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

export const openWords: Strings['open'] = {
  id: (file) => `${file}: Wählen Sie unter „Spalten und Einlesen“ die Spalte der Teilnehmenden.`,
  visit: (file) =>
    `${file}: Wählen Sie unter „Spalten und Einlesen“ die Spalte der Visite oder des Tages oder eine Datumsspalte; stehen die Visiten in den Spaltennamen, fassen Sie diese dort zusammen.`,
  event: (file) => `${file}: Wählen Sie unter „Spalten und Einlesen“ die Spalte des Ereignisses.`,
  arm: (file) =>
    `${file}: Keine Datei sagt, wer in welchem Arm war. Wählen Sie unter „Spalten und Einlesen“ die Spalte des Arms, oder fügen Sie die Datei hinzu, die sie enthält.`,
  questionnaire: (file) =>
    `${file}: Wählen Sie unter „Spalten und Einlesen“ den Fragebogen, dessen Antworten oder Scores die Datei enthält.`,
  columns: (file, instrument) =>
    `${file}: ${instrument} wird ausgewertet, sobald unter „Spalten und Einlesen“ die Spalten gewählt sind; enthält die Datei den fertigen Score, wählen Sie das unter „Vorliegend als“.`,
};

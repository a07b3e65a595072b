// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

export const scatteredWords: Strings['scattered'] = {
  title: (file) => `${file}: Einträge an verstreuten Tagen`,
  clear:
    'Fast jede Person hat Einträge an eigenen Tagen. Die Tage liegen anscheinend um geplante Visiten: Übernehmen Sie diese, ' +
    'oder nennen Sie die geplanten Tage.',
  unclear:
    'Fast jede Person hat Einträge an eigenen Tagen, und die Tage zeigen nicht, um welche von ihnen Visiten geplant waren: ' +
    'Nennen Sie die geplanten Tage.',
  take: (days) => `Visiten um die Tage ${days} übernehmen`,
  planned: 'Geplante Tage',
  plannedHint: 'durch Kommas getrennt; jeder Eintrag geht zum nächstgelegenen',
  takePlanned: 'Diese Visiten übernehmen',
  noDays: 'Geben Sie mindestens zwei ganze Zahlen von Tagen an, etwa 0, 28, 56.',
  eachDay: 'Jeden Tag als eigene Visite nehmen',
  orLine:
    'Eine gerade Linie über die Tage braucht keine Visiten: Wählen Sie sie unter „Auswertung“ als Modell, sobald es einen ' +
    'Endpunkt gibt.',
};

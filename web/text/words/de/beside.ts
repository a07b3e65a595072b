// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

export const besideWords: Strings['beside'] = {
  newVersion: 'Eine neue Version steht bereit.',
  forgets:
    'Beim Neuladen gehen die Dateien auf dieser Seite verloren; speichern Sie vorher den Plan, wenn Sie ihn brauchen.',
  reload: 'Neu laden',
  docs: 'Einführung, Fragen, Methoden und Validierung (auf Englisch)',
};

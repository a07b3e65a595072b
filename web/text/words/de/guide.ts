// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { per } from './time.js';

export const guideWords: Strings['guide'] = {
  title: 'Neu hier? Schritt für Schritt in einfachen Worten',
  lead:
    'Jede Antwort ist die derzeitige. Sie hier zu ändern ist dasselbe, wie sie unten in den Einstellungen zu ändern, und ' +
    'jede Änderung lässt sich rückgängig machen.',
  noOutcomes:
    'Noch wird nichts gemessen: Wählen Sie oben bei der Datei mit den Antworten einen Fragebogen und dann unten „Endpunkt ' +
    'hinzufügen“.',
  what: {
    question: 'Was wird gemessen?',
    why: 'Ein Endpunkt beantwortet die Hauptfrage der Studie: der primäre. Die anderen werden daneben betrachtet.',
    label: 'Der wichtigste Endpunkt',
    several: (labels) => `Der Plan hat mehrere primäre Endpunkte: ${labels}. Ihre Rollen werden unten eingestellt.`,
    answer: (score, file) => `Es ist der Score „${score}“ aus ${file}.`,
    lower: 'Ein niedrigerer Score ist besser.',
    higher: 'Ein höherer Score ist besser.',
  },
  start: {
    question: 'Wo fangen alle an?',
    why: 'Vor der Behandlung sollten sich die Arme nicht unterscheiden. Mit dieser Visite wird verglichen; sie ist selbst kein Ergebnis.',
    label: 'Die Visite vor der Behandlung',
    first: 'die erste in den Daten',
    rule: 'Eine Regel bildet den Ausgangswert aus mehreren Einträgen; sie wird unten eingestellt.',
    unused: 'Diese Auswertung nimmt den Score, wie er ist, nicht seine Änderung gegenüber einer Visite.',
  },
  when: {
    question: 'Wann sollte die Behandlung gewirkt haben?',
    why: 'Wählen Sie den Zeitpunkt, bevor Sie Ergebnisse ansehen, am besten wie im Protokoll.',
    label: 'Der Zeitpunkt, der zählt',
    average: 'alle späteren Visiten zusammen, im Mittel',
    slope: (unit) =>
      `Der Effekt ist, wie schnell sich der Score ${per(unit)} ändert, von der ersten Visite bis zur letzten: Keine einzelne ` +
      'zählt. Eine andere Art von Effekt wird unten mit dem Modell gewählt.',
  },
  arms: {
    question: 'Wer wird mit wem verglichen?',
    why: 'Eine Differenz ist „jeder Arm minus dieser“. Meist ist das Placebo oder die übliche Behandlung.',
    label: 'Der Arm, mit dem die anderen verglichen werden',
    none: 'Noch sind keine Arme bekannt: Wählen Sie oben bei der Datei der Teilnehmenden die Spalte des Arms.',
    differences: (list) => `Berichtet wird: ${list}.`,
  },
  randomised: {
    question: 'Wer hat bestimmt, in welchen Arm jemand kam?',
    why: 'Nur der Zufall macht die Arme bis auf die Behandlung gleich. Die Dateien sagen es nicht; deshalb steht „randomisiert“ nur dort im Bericht, wo Sie es angeben.',
    label: 'Wie die Arme zustande kamen',
    no: 'nicht angegeben oder nicht durch Zufall: Der Bericht sagt „zugeteilt“',
    yes: 'durch Zufall, in einer randomisierten Studie',
  },
  adjusted: {
    question: 'War die Randomisierung stratifiziert, oder nennt das Protokoll Faktoren, für die adjustiert wird?',
    why:
      'Solche Faktoren gehören in das Modell, für alle Endpunkte gleich. Wählen Sie keine danach aus, was die Daten zeigen: ' +
      'Adjustiert wird nur für das, was geplant war.',
  },
  pilot: {
    question: 'War die Studie dafür geplant, eine Antwort zu geben?',
    why:
      'Eine Pilotstudie ist zu klein, um zu zeigen, ob eine Behandlung wirkt: Sie schätzt und testet nichts. Ihre p-Werte ' +
      'werden weggelassen.',
    label: 'Die Art der Studie',
    full: 'mit genügend Teilnehmenden geplant: mit p-Werten',
    pilot: 'eine Pilotstudie: Intervalle ohne p-Werte',
  },
  sure: {
    question: 'Wie sicher soll das Intervall sein?',
    why: 'Das Intervall enthält die Effekte, mit denen die Daten vereinbar sind. Üblich sind 95\u00a0%.',
    label: 'Das Niveau des Intervalls, in Prozent',
  },
};

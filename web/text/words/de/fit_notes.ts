// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

export const fitNoteWords: Strings['fitNotes'] = {
  beside: (plain, technical) => `${plain} Fachlich: ${technical}`,
  variance:
    'In diesen Daten unterscheiden sich die Personen in einer Hinsicht (ihrem Niveau oder dem Tempo ihrer Veränderung) nicht ' +
    'mehr, als der Zufall allein es bewirkt; das Modell nimmt diesen Unterschied deshalb als genau null. Der Effekt der ' +
    'Behandlung ist trotzdem geschätzt und verwendbar, sein Intervall zählt diese Null aber nicht als unsicher und kann etwas ' +
    'zu schmal sein. Was zu tun ist: An den Daten muss nichts korrigiert werden; wählen Sie unter „Auswertung“ das einfachere ' +
    'Modell ohne diesen Teil, sehen Sie nach, ob der Effekt etwa gleich bleibt, und erwähnen Sie es im Bericht.',
  correlation:
    'Diese Daten sind zu wenige, um zu zeigen, wie zwei Größen zusammenhängen (etwa das Niveau der Personen und das Tempo ' +
    'ihrer Veränderung); das Modell nimmt den Zusammenhang deshalb am Rand des Möglichen. Der Effekt der Behandlung ist ' +
    'trotzdem geschätzt und verwendbar, sein Intervall zählt diesen Zusammenhang aber nicht als unsicher und kann etwas zu ' +
    'schmal sein. Was zu tun ist: An den Daten muss nichts korrigiert werden; wählen Sie unter „Auswertung“ das einfachere ' +
    'Modell ohne diesen Zusammenhang, sehen Sie nach, ob der Effekt etwa gleich bleibt, und erwähnen Sie es im Bericht.',
  fallback:
    'Das zuerst geplante Modell fand mit diesen Daten keine verlässliche Lösung, oft weil zu wenige Personen teilnahmen oder ' +
    'zu wenige alle Visiten haben; verwendet wurde das nächsteinfachere in der zuvor festgelegten Reihenfolge. Der Effekt ' +
    'unten ist der des einfacheren Modells, und sein Intervall gilt, soweit dieses Modell passt. Was zu tun ist: Nennen Sie ' +
    'im Bericht das verwendete Modell, und dass das erste nicht angepasst werden konnte.',
  noFit:
    'Für diesen Endpunkt gibt es kein Ergebnis: Keines der geplanten Modelle fand mit diesen Daten eine verlässliche Lösung, ' +
    'und statt einer zweifelhaften Zahl wird keine angegeben. Oft gibt es zu wenige Personen oder zu wenige mit allen ' +
    'Visiten. Was zu tun ist: Suchen Sie unter „Daten“ nach Visiten oder Armen mit wenigen Einträgen, werten Sie weniger ' +
    'Visiten aus, oder wählen Sie unter „Auswertung“ ein einfacheres Modell.',
};

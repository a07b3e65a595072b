// SPDX-License-Identifier: MIT
import type { Term } from '../terms.js';
import type { resultTerms as english } from '../terms_results.js';

export const resultTerms: Record<keyof typeof english, Term> = {
  mcid: {
    term: 'kleinste klinisch bedeutsame Differenz (MCID)',
    what: 'Die kleinste Änderung, die Patientinnen und Patienten als lohnend empfinden. Ein Effekt kann signifikant und doch kleiner sein.',
    usual:
      'Der erste veröffentlichte Wert des Fragebogens für die Skala, mit seiner Quelle; keiner für eine prozentuale Änderung.',
    section: 'Effects in context',
  },
  standardisedEffect: {
    term: 'standardisierter Effekt',
    what:
      'Der Effekt, geteilt durch eine Standardabweichung, sodass sich verschiedene Skalen vergleichen lassen. Bei einer Änderung in Punkten ' +
      'ist es die der Ausgangswerte innerhalb der Arme, sonst die des Modells.',
    section: 'Effects in context',
  },
  responder: {
    term: 'Responder',
    what: 'Eine Person, deren Besserung oder Score eine Regel erfüllt: so viele Punkte, so viel Prozent oder ein Cut-off.',
    when: 'Um Ergebnisse in Zahlen von Menschen zu berichten. Es nutzt weniger von den Daten als die Scores selbst.',
    usual: 'Nicht gezählt, außer der Plan hat eine Regel.',
    section: 'Days, baselines, summaries and responders',
  },
  reliableChange: {
    term: 'reliable Änderung',
    what:
      'Eine Besserung von mehr als 1,96 \u00d7 SD \u00d7 \u221a(2(1 \u2212 Reliabilität)): 95 von 100 Änderungen, die nichts als Messfehler sind, ' +
      'nach oben oder unten, sind kleiner.',
    usual: 'Die SD ist die der Ausgangswerte aller Arme, wenn keine angegeben ist.',
    section: 'Days, baselines, summaries and responders',
  },
  proportions: {
    term: 'Risikodifferenz, relatives Risiko, Odds Ratio',
    what:
      'Drei Arten, Anteile von Teilnehmenden zu vergleichen: Differenz der Anteile, ihr Verhältnis und das Verhältnis der Odds (die mit zu ' +
      'denen ohne). Die Differenz ist am anschaulichsten.',
    usual:
      'Score-Intervalle für Differenz (Miettinen-Nurminen) und relatives Risiko (Koopman); exakte Grenzen und der exakte Test nach Fisher für die Odds Ratio.',
    section: 'Two proportions',
  },
  gee: {
    term: 'GEE (verallgemeinerte Schätzgleichungen)',
    what: 'Vergleicht Responder zu allen Visiten zusammen durch logistische Regression und berücksichtigt, dass sich die Antworten einer Person ähneln.',
    when: 'Neben den exakten Vergleichen zu jeder Visite. Sie verlangt mehr von fehlenden Antworten: dass sie völlig zufällig fehlen. Bei wenigen Teilnehmenden nehmen Sie die Korrektur nach Mancl und DeRouen.',
    usual: 'Nur, wenn der Plan es verlangt.',
    section: 'Two proportions',
  },
  prorating: {
    term: 'hochgerechnete Scores',
    what: 'Wo einige Items eines Fragebogens nicht beantwortet sind, steht für sie der Mittelwert der beantworteten, wenn die Regel es erlaubt.',
    usual:
      'Die Regel des Fragebogens, meist dass die Hälfte der Items beantwortet sein muss. Wenige haben eine offizielle, daher werden die Regel und die Zahl der betroffenen Scores immer gedruckt.',
    section: 'Scores',
  },
  cronbach: {
    term: 'Cronbachs Alpha',
    what: 'Wie sehr die Items einer Skala zusammenhängen, aus den vollständigen Bögen, mit dem Intervall nach Feldt: Nahe 1 messen sie weitgehend dasselbe.',
    section: 'Scores',
  },
  normalPlot: {
    term: 'Normalplot der Residuen',
    what:
      'Residuen sind, was das Modell unerklärt lässt, hier befreit von der Korrelation innerhalb einer Person. Gilt das Modell, liegen in ' +
      '95 von 100 Studien alle im Band.',
    section: 'Single participants',
  },
  influence: {
    term: 'Einfluss',
    what: 'Jeder Effekt, neu berechnet ohne jeweils eine Person, auch die Kovarianz. Eine Verschiebung wird in Standardfehlern des Effekts mit allen gezählt.',
    when: 'Um zu sehen, ob ein Ergebnis an einer Person hängt.',
    section: 'Single participants',
  },
  blinding: {
    term: 'Index der Verblindung',
    what:
      'Ob die Behandlung besser als durch Zufall erraten wurde. Der Index nach James ist 1, wenn niemand rät, und 0, wenn alle richtig raten; ' +
      '\u00bd ist Zufall; der nach Bang, je Arm, ist richtige minus falsche Vermutungen, wobei 0 Zufall ist.',
    section: 'Participants',
  },
};

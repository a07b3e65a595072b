// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import type { Term, TermName } from '../terms.js';
import { resultTerms } from './terms_results.js';

const inference = 'Inference';

/** `section` stays as it is: docs/methods.md is in English. */
const terms: Record<TermName, Term> = {
  confidenceInterval: {
    term: 'Konfidenzintervall (KI)',
    what:
      'Der Bereich der Effekte, die zu den Daten passen. Von vielen Studien wie dieser ergäben 95 von 100 ein 95-%-Intervall, das den ' +
      'wahren Effekt enthält, wenn das Modell gilt.',
    when: 'Lesen Sie es vor dem p-Wert: Es sagt, wie groß oder wie klein der Effekt sein kann.',
    usual:
      '95\u00a0%, das Niveau, das Zeitschriften und Behörden erwarten. Die Grenzen sind Schätzwert \u00b1 t \u00d7 Standardfehler.',
    section: inference,
  },
  pValue: {
    term: 'p-Wert',
    what:
      'Wie oft eine mindestens so weit von null entfernte Differenz, in beiden Richtungen, aufträte, wenn sich die Arme nicht ' +
      'unterschieden und das Modell gälte. Er ist nicht die Wahrscheinlichkeit, dass eine Behandlung nichts bewirkt, und sagt nicht, ' +
      'wie groß ein Effekt ist.',
    usual: 'Zweiseitig und nicht für mehrere Endpunkte oder Visiten adjustiert, außer der Plan sagt es.',
    section: inference,
  },
  standardError: {
    term: 'Standardfehler (SE)',
    what: 'Wie weit ein Schätzwert typischerweise von der Wahrheit entfernt wäre, wenn die Studie wiederholt würde.',
    usual:
      'Aus dem Modell; Kenward-Roger passt ihn an, in der Regel nach oben, weil auch die Kovarianz geschätzt werden musste.',
    section: inference,
  },
  degreesOfFreedom: {
    term: 'Freiheitsgrade (FG)',
    what:
      'Wie viel die Daten über die Genauigkeit eines Schätzwerts selbst aussagen. Je weniger, desto breiter das Intervall und desto ' +
      'größer der p-Wert. In Modellen für wiederholte Messungen werden sie genähert und müssen nicht ganzzahlig sein.',
    section: inference,
  },
  kenwardRoger: {
    term: 'Kenward-Roger',
    what:
      'Eine Korrektur für kleine Stichproben: Sie passt Standardfehler an, in der Regel nach oben, weil auch die Kovarianz geschätzt ist, ' +
      'und berechnet Freiheitsgrade. Für eine einzelne Differenz sind diese gleich denen nach Satterthwaite.',
    when: 'Mit REML und Standardfehlern aus dem Modell. Nicht angeboten mit ML oder mit Standardfehlern aus den Residuen.',
    usual:
      'Die Voreinstellung mit REML, berechnet wie in PROC MIXED (DDFM=KR). Das R-Paket mmrm ergibt für manche Strukturen kleinere Standardfehler.',
    section: inference,
  },
  satterthwaite: {
    term: 'Satterthwaite',
    what: 'Berechnet Freiheitsgrade daraus, wie genau die Varianz eines Schätzwerts bekannt ist, und lässt seinen Standardfehler unverändert.',
    when: 'Mit ML und zum Vergleich mit dem R-Paket lmerTest.',
    usual: 'Die Voreinstellung mit ML, wo Kenward-Roger nicht angeboten wird.',
    section: inference,
  },
  simplerDf: {
    term: 'Between-Within, Residual, asymptotisch',
    what:
      'Einfachere Freiheitsgrade. Between-Within zählt Teilnehmende für das, was sich zwischen ihnen unterscheidet, und Beobachtungen für ' +
      'das, was sich innerhalb unterscheidet; Residual ist Beobachtungen minus Koeffizienten; asymptotisch ist die Normalverteilung.',
    when: 'Um eine so geplante Auswertung nachzurechnen. Keine berücksichtigt, dass die Kovarianz geschätzt ist: In kleinen Studien können die Intervalle zu schmal sein.',
    section: inference,
  },
  mmrm: {
    term: 'gemischtes Modell für wiederholte Messungen (MMRM)',
    what:
      'Ein Mittelwert für jeden Arm zu jeder Visite, mit einer Kovarianzmatrix, die sagt, wie die Scores streuen und über die Visiten ' +
      'zusammenhängen. Wer Visiten versäumt, bleibt mit den vorhandenen Visiten im Modell; nichts wird ersetzt.',
    when: 'Für Scores zu wenigen geplanten Visiten.',
    usual:
      'Die Voreinstellung für Fragebögen: Änderung gegenüber Baseline nach Arm und Visite, mit dem Ausgangswert als Kovariate.',
    section: 'Model',
  },
  randomEffectsModel: {
    term: 'gemischtes Modell mit zufälligen Effekten',
    what:
      'Eine Gerade über die Zeit für jeden Arm, um die jede Person ein eigenes Niveau (Random Intercept, zufälliger Achsenabschnitt) und, ' +
      'wenn gewählt, eine eigene Steigung (Random Slope) hat. Benachbarte Beobachtungen ähneln sich, weil sie diese teilen.',
    when: 'Für Tagebücher und andere Scores zu vielen Zeitpunkten, bei denen die Änderung pro Tag interessiert.',
    usual:
      'Die Voreinstellung für Tagebücher, mit eigenem Niveau und eigener Steigung: Lässt man Steigungen weg, die sich doch unterscheiden, werden die Intervalle der Steigungen zu schmal.',
    section: 'Model',
  },
  missingAtRandom: {
    term: 'zufälliges Fehlen (missing at random, MAR)',
    what:
      'Ob ein Score fehlt, darf vom Beobachteten abhängen, etwa von Arm, Ausgangswert und früheren Scores, darüber hinaus aber nicht vom ' +
      'fehlenden Score selbst.',
    when: 'MMRM und Modelle mit zufälligen Effekten beruhen darauf. Die Daten können es nicht beweisen: Sagen Sie im Bericht, warum Scores fehlen.',
    section: 'Model',
  },
  changeFromBaseline: {
    term: 'Änderung gegenüber Baseline',
    what:
      'Der Score minus der Score derselben Person vor der Behandlung. Die prozentuale Änderung teilt durch den Ausgangswert; bei einem ' +
      'Ausgangswert von 0 oder darunter gibt es keine.',
    usual:
      'Die Voreinstellung für Fragebögen. Der Ausgangswert ist außerdem Kovariate, was den Vergleich der Arme genauer macht.',
    section: 'Days, baselines, summaries and responders',
  },
  covariates: {
    term: 'Adjustieren für Kovariaten',
    what:
      'Das Modell berücksichtigt auch, was zu Beginn über jede Person bekannt war, etwa Alter oder Zentrum; so werden die Arme ' +
      'verglichen, als wären sie darin gleich. Eine Zahl hat eine Steigung, Kategorien haben je einen Mittelwert.',
    when:
      'Für das, was das Protokoll vorab nennt, vor allem die Stratifizierungsfaktoren der Randomisierung; wenige für die Zahl der ' +
      'Teilnehmenden. Nie für etwas, das nach Beginn gemessen wurde. Auch ein Ausgangswert in der Datei der Teilnehmenden wird hier ' +
      'gewählt.',
    usual: 'Keine außer dem Ausgangswert: Was nach dem Blick in die Daten gewählt wird, kann das Ergebnis verzerren.',
    section: 'Trial analyses',
  },
  lsMean: {
    term: 'Mittelwert der kleinsten Quadrate (LS-Mittelwert, geschätzter Randmittelwert)',
    what:
      'Der Mittelwert, den das Modell für einen Arm vorhersagt, zu einer Visite oder über Visiten, mit jeder Kovariate bei ihrem Mittelwert ' +
      'über die ausgewerteten Zeilen. So werden die Arme verglichen, als wären sie gleich gestartet.',
    usual: 'Nicht genannte Faktoren werden mit gleichen Gewichten gemittelt, wie in SAS LSMEANS und R emmeans.',
    section: 'Marginal means',
  },
  treatmentEffect: {
    term: 'Effekt: zu einer Visite, gemittelt oder als Steigung',
    what:
      'Die eine Zahl, die die Frage eines Endpunkts beantwortet: die Differenz der Mittelwerte der Arme zu einer Visite, das Mittel der ' +
      'Differenzen über alle ausgewerteten Visiten (jede zählt gleich) oder die Differenz ihrer Änderung pro Tag.',
    when: 'Wählen Sie ihn, bevor die Daten gesehen werden. Eine Visite für „Hat es bis dahin geholfen?“, das Mittel für „Hat es durchgehend geholfen?“, die Steigung für „Wie schnell?“.',
    usual: 'Für Tagebücher die Steigung; sie wird auch über ein Fenster von Tagen aufsummiert gezeigt.',
    section: 'Trial analyses',
  },
  covarianceStructure: {
    term: 'Kovarianzstruktur',
    what:
      'Wie sehr die Scores zu jeder Visite streuen und wie ähnlich sich die Scores einer Person zu zwei Visiten sind. „Unstrukturiert“ lässt ' +
      'jede Varianz und jedes Paar von Visiten frei: m(m + 1)/2 Zahlen für m Visiten. Die anderen kommen nach einer Regel mit weniger aus.',
    when: 'Unstrukturiert, wo es für die Visiten viele Teilnehmende gibt; eine einfachere, wo sich das Modell nicht anpassen lässt.',
    usual:
      'Unstrukturiert, weil dies am wenigsten annimmt. Konvergiert es nicht, wird die nächste Struktur des Plans versucht, und der Bericht sagt es.',
    section: 'Covariance structures',
  },
  covarianceByArm: {
    term: 'Kovarianz nach Arm',
    what: 'Jeder Arm hat seine eigene Kovarianzmatrix statt einer gemeinsamen.',
    when: 'Wo die Behandlung verändern kann, wie sehr sich Teilnehmende unterscheiden. Nötig sind etwa doppelt so viele Teilnehmende.',
    usual: 'Eine für alle Arme.',
    section: 'Trial analyses',
  },
  residualCovariance: {
    term: 'Kovarianz der Residuen',
    what: 'Wie ähnlich sich benachbarte Beobachtungen einer Person sind, über eigenes Niveau und eigene Steigung hinaus.',
    when: 'Für tägliche Scores, bei denen auf einen schlechten Tag oft noch einer folgt.',
    usual: 'Unabhängig: Niveau und Steigung erklären die Ähnlichkeit.',
    section: 'Trial analyses',
  },
  reml: {
    term: 'REML und ML',
    what:
      'Zwei Arten, ein Modell anzupassen. Volle Likelihood (ML) macht Varianzen zu klein, weil sie die geschätzten Mittelwerte nicht ' +
      'mitzählt; restringierte Likelihood (REML) korrigiert das.',
    when: 'ML, um Modelle mit verschiedenen festen Effekten zu vergleichen; für Ergebnisse REML.',
    usual: 'REML: weniger verzerrte Varianzen, und Kenward-Roger braucht es.',
    section: 'Likelihood',
  },
  informationCriteria: {
    term: 'AIC, AICc, BIC',
    what: 'Wie gut ein Modell passt, mit einem Abzug für jeden Parameter: Kleiner ist besser. Ein einzelner Wert sagt nichts.',
    when:
      'Um Kovarianzstrukturen bei gleichen festen Effekten und gleichen Zeilen zu vergleichen. Beim MMRM zählen nur ' +
      'Kovarianzparameter, daher lassen sich Modelle mit verschiedenen festen Effekten damit nicht vergleichen.',
    section: 'Information criteria',
  },
  singularFit: {
    term: 'singuläre Anpassung',
    what:
      'Die beste Anpassung hat eine Varianz von genau 0 oder eine Korrelation von genau \u00b11: Die Daten enthalten zu wenig, um diesen ' +
      'Teil der zufälligen Effekte zu bestimmen. Er gilt als bekannt, und die Ergebnisse sind die des Modells ohne ihn.',
    when: 'Kein Fehler; erwägen Sie das einfachere Modell.',
    section: 'Covariance structures',
  },
  empirical: {
    term: 'Standardfehler aus den Residuen (empirisch, Sandwich)',
    what:
      'Standardfehler daraus, wie weit die Daten vom Modell entfernt liegen; sie gelten auch, wo die angenommene Kovarianz falsch ist. CR0 ' +
      'ist bei wenigen Teilnehmenden zu klein, CR2 ist weniger verzerrt, CR3 ist vorsichtig.',
    when: 'Bei vielen Teilnehmenden und einfacher Kovarianzstruktur. Kenward-Roger wird damit nicht angeboten.',
    usual: 'Standardfehler aus dem Modell.',
    section: inference,
  },
  information: {
    term: 'beobachtete und erwartete Information',
    what: 'Zwei Arten, die Genauigkeit der Kovarianz zu bestimmen, aus der die Freiheitsgrade folgen: nach diesen Daten oder nach dem Mittel über Daten wie diese.',
    when: 'Die erwartete, um das R-Paket pbkrtest nachzurechnen.',
    usual: 'Die beobachtete, wie PROC MIXED.',
    section: inference,
  },
  weights: {
    term: 'Gewichte von Beobachtungen',
    what: 'Eine Beobachtung mit Gewicht 2 zählt, als wäre ihre Residualvarianz halb so groß.',
    when: 'Wo Beobachtungen auf verschieden vielen Messungen beruhen.',
    usual: 'Alle gleich.',
    section: 'Model',
  },
  multiplicity: {
    term: 'Adjustierung für Multiplizität',
    what:
      'Je mehr Differenzen getestet werden, desto eher erscheint eine zufällig signifikant. Bonferroni multipliziert p-Werte mit ihrer ' +
      'Anzahl; Holm tut das schrittweise und ist nie schlechter; Hochberg ist etwas stärker, gilt aber nur, wo Tests nicht negativ zusammenhängen; Dunnett nutzt, wie die Differenzen korreliert sind.',
    when: 'Wo jede einzelne von mehreren Differenzen als Erfolg gälte.',
    usual: 'Keine: Bei einer primären Differenz ist nichts zu adjustieren.',
    section: 'Multiplicity',
  },
  fixedSequence: {
    term: 'feste Testreihenfolge',
    what:
      'Die Endpunkte werden in der Reihenfolge des Plans getestet, die primären zuerst, jeder zum vollen Niveau, bis einer nicht signifikant ' +
      'ist. Die danach werden gezeigt, bestätigen aber nichts.',
    when: 'Für mehrere Endpunkte mit einer vorab festgelegten Reihenfolge.',
    usual: 'Jeder Endpunkt wird für sich getestet.',
    section: 'Multiplicity',
  },
  termTests: {
    term: 'F-Tests der Terme (Typ III)',
    what: 'Ob ein Term des Modells, etwa Arm × Visite, neben allen anderen gebraucht wird. Die Interaktion fragt, ob sich die Differenz der Arme über die Visiten ändert.',
    usual: 'Typ III, jeder Term mit Effektkodierung (Summe null), wie in SAS.',
    section: 'Marginal means',
  },
  ...resultTerms,
};

export const termWords: Strings['terms'] = {
  title: 'Glossar: statistische Begriffe in einfachen Worten',
  lead: (n) => `${n} Begriffe. Die Formeln mit ihren Quellen stehen in der Dokumentation (Methods, auf Englisch).`,
  inPlainWords: 'In einfachen Worten:',
  explain: (term) => `Erklärung: ${term}`,
  when: 'Wann zu verwenden:',
  usual: 'Hier üblich:',
  section: (name) => `Formeln: Dokumentation, Methods, „${name}“.`,
  all: terms,
};

// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';
import { dative, isMasculine, per, timeWords } from './time.js';

type Choices = Strings['choices'];

const timed: Choices['timed'] = (unit) => {
  const { one, many } = timeWords[unit];
  return {
    covariance: {
      us: { plain: 'Frei für jede Visite und jedes Paar', technical: 'unstrukturiert' },
      toeph: { plain: 'Nach Abstand der Visiten, Varianz je Visite', technical: 'heterogen Toeplitz' },
      toep: { plain: 'Nach Abstand der Visiten, eine Varianz', technical: 'Toeplitz' },
      adh: { plain: 'Von Visite zu Visite, Varianz je Visite', technical: 'heterogen antedependent' },
      ad: { plain: 'Von Visite zu Visite, eine Varianz', technical: 'antedependent' },
      ar1h: { plain: 'Abnehmend mit dem Abstand der Visiten, Varianz je Visite', technical: 'heterogen AR(1)' },
      ar1: { plain: 'Abnehmend mit dem Abstand der Visiten, eine Varianz', technical: 'AR(1)' },
      csh: { plain: 'Gleich für alle Visiten, Varianz je Visite', technical: 'heterogen Compound Symmetry' },
      cs: { plain: 'Gleich für alle Visiten, eine Varianz', technical: 'Compound Symmetry' },
      sp_exp: {
        plain: `Abnehmend mit dem Abstand in ${dative[unit]}, eine Varianz`,
        technical: 'räumlich exponentiell',
      },
    },
    residual: {
      independent: { plain: 'Nicht ähnlicher als andere', technical: 'unabhängig' },
      ar1: { plain: `Ähnlich, abnehmend von ${one} zu ${one}`, technical: 'AR(1)' },
      ar1h: { plain: `Ebenso, Varianz je ${one}`, technical: 'heterogen AR(1)' },
      ad: {
        plain: `${isMasculine(unit) ? 'Jeder' : 'Jede'} mit ${isMasculine(unit) ? 'dem' : 'der'} vorigen`,
        technical: 'antedependent',
      },
      adh: { plain: `Ebenso, Varianz je ${one}`, technical: 'heterogen antedependent' },
      sp_exp: { plain: `Ähnlich, abnehmend mit dem Abstand in ${dative[unit]}`, technical: 'räumlich exponentiell' },
    },
    modelKind: {
      mmrm: { plain: 'Ein Mittelwert zu jeder Visite', technical: 'MMRM' },
      random_effects: { plain: `Eine Gerade über ${many}`, technical: 'gemischtes Modell mit zufälligen Effekten' },
    },
    effectKind: {
      visit_difference: { plain: 'Differenz zu einer Visite' },
      average_difference: { plain: 'Differenz, gemittelt über die Visiten' },
      slope_difference: { plain: `Differenz der Änderung ${per(unit)}`, technical: 'Steigung' },
    },
  };
};

export const choiceWords: Choices = {
  timed,
  covarianceGroups: {
    none: { plain: 'In allen Armen dieselbe' },
    arm: { plain: 'In jedem Arm eine eigene', technical: 'eine Kovarianzmatrix je Arm' },
  },
  random: {
    intercept: { plain: 'Eigenes Niveau', technical: 'Random Intercept' },
    intercept_slope: { plain: 'Eigenes Niveau und eigene Steigung', technical: 'Random Intercept und Random Slope' },
    intercept_slope_uncorrelated: {
      plain: 'Eigenes Niveau und eigene Steigung, ohne Zusammenhang',
      technical: 'Random Intercept und Random Slope, unkorreliert',
    },
  },
  dfMethod: {
    kenward_roger: { plain: 'Intervalle und Freiheitsgrade', technical: 'Kenward-Roger, wie in SAS' },
    kenward_roger_linear: { plain: 'Dasselbe in erster Ordnung', technical: 'lineares Kenward-Roger' },
    kenward_roger_mmrm: {
      plain: 'Wie in R; Standardfehler können zu klein sein',
      technical: 'Kenward-Roger, wie in mmrm',
    },
    satterthwaite: { plain: 'Nur Freiheitsgrade', technical: 'Satterthwaite' },
    between_within: { plain: 'Gezählt zwischen und innerhalb von Personen', technical: 'Between-Within' },
    residual: { plain: 'Beobachtungen minus Koeffizienten', technical: 'Residual' },
    asymptotic: { plain: 'Keine: Normalverteilung', technical: 'asymptotisch' },
  },
  method: {
    REML: { plain: 'Restringierte Likelihood', technical: 'REML' },
    ML: { plain: 'Volle Likelihood', technical: 'ML' },
  },
  vcov: {
    model: { plain: 'Aus dem Modell', technical: 'modellbasiert' },
    empirical: { plain: 'Aus den Residuen', technical: 'empirisch, CR0' },
    empirical_jackknife: { plain: 'Aus den Residuen, vorsichtig', technical: 'Jackknife, CR3' },
    empirical_bias_reduced: { plain: 'Aus den Residuen, weniger verzerrt', technical: 'bias-reduziert, CR2' },
  },
  information: {
    observed: { plain: 'Diesen Daten', technical: 'beobachtete Information' },
    expected: { plain: 'Dem Mittel über Daten wie diese', technical: 'erwartete Information' },
  },
  multiplicity: {
    none: { plain: 'p-Werte, wie sie sind' },
    bonferroni: { plain: 'Multipliziert mit ihrer Anzahl', technical: 'Bonferroni' },
    holm: { plain: 'Schrittweise vom kleinsten an', technical: 'Holm' },
    hochberg: { plain: 'Schrittweise vom größten an', technical: 'Hochberg' },
    dunnett: { plain: 'Alle zugleich, nach ihrer Korrelation', technical: 'Dunnett' },
  },
  gate: {
    none: { plain: 'Jeder für sich getestet' },
    fixed_sequence: { plain: 'Der Reihe nach, bis einer nicht signifikant ist', technical: 'feste Testreihenfolge' },
  },
  fileRole: {
    participants: 'Teilnehmende (je eine Zeile)',
    records: 'Scores oder Fragebögen',
    events: 'Unerwünschte Ereignisse',
    ignored: 'Nicht verwendet',
  },
};

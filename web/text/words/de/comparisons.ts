// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

export const comparisonWords: Strings['comparisons'] = {
  against: (arm, reference) => `${arm} vs. ${reference}`,
  difference: 'Risikodifferenz, Prozentpunkte',
  ratio: 'Relatives Risiko',
  odds: 'Odds Ratio',
  withCi: (label, ci) => `${label} (${ci})`,
  notDefined: 'für diese Anzahlen nicht definiert',
  methods: {
    miettinen_nurminen: 'Miettinen und Nurminen',
    newcombe: 'Newcombe',
    agresti_min: 'Agresti und Min',
  },
  note: (difference) =>
    `Intervalle: ${difference} (Risikodifferenz), Koopman (relatives Risiko), exakt bedingt (Odds Ratio).`,
  testNote: (p) => `${p}: exakter Test nach Fisher, zweiseitig, nicht für die Zahl der Vergleiche adjustiert.`,
  responders: (label) => `${label}: Responder im Vergleich`,
  gee: {
    caption: (label) => `${label}: Responder über alle Visiten, logistisches GEE`,
    note: (correlation, subjects, observations) =>
      `Verallgemeinerte Schätzgleichungen (GEE) mit austauschbarer Arbeitskorrelation (${correlation}); ${subjects} ` +
      `Teilnehmende, ${observations} Beobachtungen.`,
    vcov: {
      sandwich: 'Robuste Standardfehler.',
      mancl_derouen: 'Robuste Standardfehler, korrigiert für wenige Teilnehmende (Mancl und DeRouen 2001).',
    },
    formula: (formula) => `Modell: ${formula}.`,
    failed: (message) => `Anpassung: ${message}.`,
    notEstimable: 'aus diesen Daten nicht schätzbar',
  },
  safety: {
    comparisons: 'Unerwünschte Ereignisse: Teilnehmende mit mindestens einem, Arme im Vergleich',
    systems: 'Unerwünschte Ereignisse nach Organsystem',
    breakdowns: {
      severity: 'Unerwünschte Ereignisse nach Schweregrad',
      serious: 'Unerwünschte Ereignisse: schwerwiegend oder nicht',
      related: 'Unerwünschte Ereignisse nach Zusammenhang mit der Behandlung',
    },
    anyIn: (system) => `Mindestens eines: ${system}`,
    column: (column) => `Wie in der Spalte ${column} der Datei.`,
    worst: 'Jede Person zählt einmal, mit ihrem schwersten Ereignis.',
    each: 'Jede Person zählt einmal für jeden Wert, den sie hat.',
    anyOf: 'Mindestens eines',
  },
};

// SPDX-License-Identifier: MIT
/** Words on two proportions compared, and on side effects by kind. */

export const comparisonWords = {
  against: (arm: string, reference: string) => `${arm} vs ${reference}`,
  difference: 'Risk difference, percentage points',
  ratio: 'Risk ratio',
  odds: 'Odds ratio',
  withCi: (label: string, ci: string) => `${label} (${ci})`,
  notDefined: 'not defined for these counts',
  methods: {
    miettinen_nurminen: 'Miettinen and Nurminen',
    newcombe: 'Newcombe',
    agresti_min: 'Agresti and Min',
  },
  note: (difference: string) =>
    `Intervals: ${difference} (risk difference), Koopman (risk ratio), exact conditional (odds ratio).`,
  testNote: (p: string) => `${p}: Fisher\u2019s exact test, two-sided, not adjusted for the number of comparisons.`,
  responders: (label: string) => `${label}: responders compared`,
  gee: {
    caption: (label: string) => `${label}: responders over all visits, logistic GEE`,
    note: (correlation: string, subjects: string, observations: string) =>
      `Generalised estimating equations with an exchangeable working correlation (${correlation}); ${subjects} ` +
      `participants, ${observations} records.`,
    vcov: {
      sandwich: 'Robust standard errors.',
      mancl_derouen: 'Robust standard errors, corrected for few participants (Mancl and DeRouen 2001).',
    },
    formula: (formula: string) => `Model: ${formula}.`,
    failed: (message: string) => `Fit: ${message}.`,
    notEstimable: 'not estimable from these data',
  },
  safety: {
    comparisons: 'Side effects: participants with at least one, arms compared',
    systems: 'Side effects by body system',
    breakdowns: {
      severity: 'Side effects by severity',
      serious: 'Side effects by seriousness',
      related: 'Side effects by relation to treatment',
    },
    anyIn: (system: string) => `Any in ${system}`,
    column: (column: string) => `As the column ${column} of the file has them.`,
    worst: 'Participants are counted once, at their worst.',
    each: 'Participants count once for each value they have.',
    anyOf: 'Any',
  },
};

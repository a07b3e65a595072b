// SPDX-License-Identifier: MIT
/** Words on what an effect is worth: in standard deviations, and against the difference that matters. */

export const effectWords = {
  caption: 'Effects in full',
  standardised: 'Standardised',
  standardisedNote: 'Standardised: estimate and limits divided by the SD named; nothing else is estimated.',
  standardisedSds: {
    baseline_sd: 'pooled baseline SD',
    model_sd: 'SD of the model at the visit',
  },
  sd: (name: string, sd: string) => `${name} ${sd}`,
  noStandardised: 'no SD to divide by',
  mcid: 'Against the MCID',
  noMcid: 'no difference that matters is given for the outcome',
  units: { points: 'points', percent: 'percentage points' },
  amount: '{value} {unit}{orMore}{over}',
  orMore: ' or more',
  over: ' over {length} {times}',
  /** In whom a questionnaire's MCID was found. */
  publishedIn: (population: string, source: string) => `published for ${population}: ${source}`,
  publishedMcid: ' (an MCID published for {population})',
  /** In a cell. */
  position: {
    beyond: (amount: string) => `whole interval a benefit of ${amount}`,
    compatible: (amount: string, besides: string) => `from a benefit of ${amount} ${besides}`,
    short: (amount: string, besides: string) => `no benefit of ${amount}: ${besides}`,
  },
  /** What an interval holds beside benefits of the MCID or more: its ends. */
  besides: {
    smaller_benefit: 'a smaller benefit',
    no_difference: 'no difference',
    smaller_harm: 'a smaller disadvantage',
    harm: 'a disadvantage of {amount}',
  },
  upTo: '{through}to {worst}',
  through: 'through no difference ',
  fromTo: 'reaches from {best} {through}to {worst}',
  only: 'holds only {worst}',
  shares: (better: string, beyond: string) => `${better} on the side of benefit, ${beyond} beyond the MCID`,
  mcidIs: (label: string, amount: string, source: string | null) =>
    `${label}: the MCID (minimal clinically important difference) is ${amount}${source === null ? '' : ` (${source})`}.`,
  sharesNote:
    'Shares are of the confidence distribution, the intervals of all levels at once. They read the interval; they are ' +
    'no test and no probability that a treatment works.',
  pilotNote: 'Pilot trial: estimates and intervals are reported, p values are not.',
};

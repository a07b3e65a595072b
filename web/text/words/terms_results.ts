// SPDX-License-Identifier: MIT
/** Terms of how results are told, of scores, and of single participants; those of models are in terms.ts. */
import type { Term } from './terms.js';

export const resultTerms = {
  mcid: {
    term: 'smallest difference that matters (MCID)',
    what: 'The smallest change that patients find worthwhile. An effect can be significant and still be smaller.',
    usual: 'The instrument\u2019s first published value for the scale, with its source; none for a percent change.',
    section: 'Effects in context',
  },
  standardisedEffect: {
    term: 'standardised effect',
    what:
      'The effect divided by a standard deviation, so that different scales can be compared. For a change in points it is that of ' +
      'the baseline within arms, otherwise the model\u2019s.',
    section: 'Effects in context',
  },
  responder: {
    term: 'responder',
    what: 'A participant whose improvement, or score, meets a rule: so many points, so many percent, or a cut-off.',
    when: 'To tell results in numbers of people. It uses less of the data than the scores themselves.',
    usual: 'Not counted unless the plan has a rule.',
    section: 'Days, baselines, summaries and responders',
  },
  reliableChange: {
    term: 'reliable change',
    what:
      'An improvement of more than 1.96 \u00d7 SD \u00d7 \u221a(2(1 \u2212 reliability)): 95 of 100 changes that are nothing but errors ' +
      'of measurement, up or down, are smaller.',
    usual: 'The SD is that of the baselines of all arms unless one is given.',
    section: 'Days, baselines, summaries and responders',
  },
  proportions: {
    term: 'risk difference, risk ratio, odds ratio',
    what:
      'Three ways to compare shares of participants: difference of the shares, their ratio, and the ratio of the odds (those with to ' +
      'those without). The difference is the easiest to picture.',
    usual:
      'Score intervals for difference (Miettinen-Nurminen) and ratio (Koopman); exact limits and Fisher\u2019s exact test for the odds ratio.',
    section: 'Two proportions',
  },
  gee: {
    term: 'GEE (generalised estimating equations)',
    what: 'Compares responders at all visits together by logistic regression, allowing for each participant\u2019s answers being alike.',
    when: 'Beside the exact comparisons at each visit. It asks more of missing answers: that they are missing completely at random. With few participants take the correction of Mancl and DeRouen.',
    usual: 'Not done unless the plan asks for it.',
    section: 'Two proportions',
  },
  prorating: {
    term: 'prorated scores',
    what: 'Where some items of a questionnaire are not answered, the mean of those answered stands in for them, if the rule allows it.',
    usual:
      'The instrument\u2019s rule, mostly that half of the items must be answered. Few have an official one, so the rule and the number of scores it touched are always printed.',
    section: 'Scores',
  },
  cronbach: {
    term: 'Cronbach\u2019s alpha',
    what: 'How far the items of a scale go together, from the forms that are complete, with Feldt\u2019s interval: near 1, they measure much the same.',
    section: 'Scores',
  },
  normalPlot: {
    term: 'normal plot of the residuals',
    what:
      'Residuals are what the model leaves unexplained, here freed of a participant\u2019s correlation. If the model holds all of them ' +
      'lie inside the band in 95 of 100 trials.',
    section: 'Single participants',
  },
  influence: {
    term: 'influence',
    what: 'Each effect worked out anew without each participant in turn, the covariance too. A move is counted in standard errors of the effect of all.',
    when: 'To see whether a result hangs on one person.',
    section: 'Single participants',
  },
  blinding: {
    term: 'blinding index',
    what:
      'Whether guesses of the treatment were better than chance. James\u2019 index is 1 if nobody guesses and 0 if all guess right, ' +
      '\u00bd is chance; Bang\u2019s, by arm, is right minus wrong guesses, 0 being chance.',
    section: 'Participants',
  },
} satisfies Record<string, Term>;

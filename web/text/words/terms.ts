// SPDX-License-Identifier: MIT
/**
 * Statistical terms in plain words: what each is, when to use it, what is usual here and why. `section` is the heading of
 * docs/methods.md that says it in formulas; what stands here must agree with it.
 */

import { resultTerms } from './terms_results.js';

export interface Term {
  term: string;
  what: string;
  when?: string;
  usual?: string;
  section: string;
}

const inference = 'Inference';

const terms = {
  confidenceInterval: {
    term: 'confidence interval',
    what:
      'The range of effects that fit the data. Of many trials like this one, 95 in 100 would give a 95% interval that holds the ' +
      'true effect, if the model holds.',
    when: 'Read it before the p value: it says how large or how small the effect may be.',
    usual:
      '95%, the level that journals and regulators expect. The limits are estimate \u00b1 t \u00d7 standard error.',
    section: inference,
  },
  pValue: {
    term: 'p value',
    what:
      'How often a difference at least as far from zero, in either direction, would turn up if the arms did not differ and the ' +
      'model held. It is not the probability that a treatment does nothing, and it does not say how large an effect is.',
    usual: 'Two-sided, and not adjusted for several outcomes or visits unless the plan says so.',
    section: inference,
  },
  standardError: {
    term: 'standard error (SE)',
    what: 'How far an estimate would typically be from the truth if the trial were repeated.',
    usual:
      'From the model; Kenward-Roger adjusts it, as a rule upwards, because the covariance had to be estimated, too.',
    section: inference,
  },
  degreesOfFreedom: {
    term: 'degrees of freedom (df)',
    what:
      'How much the data say about the precision of an estimate itself. The fewer, the wider the interval and the larger the p ' +
      'value. In models of repeated measures they are approximated and need not be whole numbers.',
    section: inference,
  },
  kenwardRoger: {
    term: 'Kenward-Roger',
    what:
      'A correction for small samples: it adjusts standard errors, as a rule upwards, because the covariance is estimated, too, and ' +
      'works out degrees of freedom. For a single difference these equal Satterthwaite\u2019s.',
    when: 'With REML and standard errors from the model. Not offered with ML or standard errors from the residuals.',
    usual:
      'The default with REML, worked out as PROC MIXED does (DDFM=KR). R\u2019s mmrm gives smaller standard errors for some structures.',
    section: inference,
  },
  satterthwaite: {
    term: 'Satterthwaite',
    what: 'Works out degrees of freedom from how precisely the variance of an estimate is known, and leaves its standard error as it is.',
    when: 'With ML, and to compare with R\u2019s lmerTest.',
    usual: 'The default with ML, where Kenward-Roger is not offered.',
    section: inference,
  },
  simplerDf: {
    term: 'between-within, residual, asymptotic',
    what:
      'Simpler degrees of freedom. Between-within counts participants for what differs between them and records for what differs within; ' +
      'residual is records minus coefficients; asymptotic is the normal distribution.',
    when: 'To reproduce an analysis that was planned so. None allows for the covariance being estimated: in small trials intervals may be too narrow.',
    section: inference,
  },
  mmrm: {
    term: 'MMRM (mixed model for repeated measures)',
    what:
      'A mean for every arm at every visit, with one covariance matrix that says how scores vary and go together over the visits. ' +
      'Participants who miss visits stay in with the visits they have; nothing is filled in.',
    when: 'For scores at a few planned visits.',
    usual: 'The default for questionnaires: change from baseline by arm and visit, with the baseline as covariate.',
    section: 'Model',
  },
  randomEffectsModel: {
    term: 'random-effects model',
    what:
      'A straight line over time for each arm, around which each participant has an own level (random intercept) and, if chosen, an ' +
      'own slope. Neighbouring records are alike because they share these.',
    when: 'For diaries and other scores at many times, where the change per day is of interest.',
    usual:
      'The default for diaries, with own level and own slope: leaving out slopes that do differ makes intervals of slopes too narrow.',
    section: 'Model',
  },
  missingAtRandom: {
    term: 'missing at random (MAR)',
    what:
      'Whether a score is missing may depend on what was observed, such as arm, baseline and earlier scores, but beyond that not on the ' +
      'missing score itself.',
    when: 'MMRM and random-effects models rest on it. The data cannot prove it: say in the report why scores are missing.',
    section: 'Model',
  },
  changeFromBaseline: {
    term: 'change from baseline',
    what:
      'The score minus the participant\u2019s score before treatment. Percent change divides by the baseline; a baseline of 0 or ' +
      'below has none.',
    usual:
      'The default for questionnaires. The baseline is also a covariate, which makes the comparison of the arms more precise.',
    section: 'Days, baselines, summaries and responders',
  },
  covariates: {
    term: 'adjusting for covariates',
    what:
      'The model also takes into account what was known of each participant at the start, such as age or site, so that the arms are ' +
      'compared as if they were alike in it. A number has one slope; categories have a mean each.',
    when:
      'For what the protocol names beforehand, above all the stratification factors of the randomisation; few for the number of ' +
      'participants. Never for what was measured after the start. A baseline score in the participants file is chosen here, too.',
    usual: 'None beside the baseline: what is chosen after looking at the data can bias the result.',
    section: 'Trial analyses',
  },
  lsMean: {
    term: 'LS mean (estimated marginal mean)',
    what:
      'The mean that the model predicts for an arm, at a visit or over visits, with every covariate at its mean over the rows ' +
      'analysed. So arms are compared as if they had started alike.',
    usual: 'Factors that are not named are averaged with equal weights, as SAS LSMEANS and R emmeans do.',
    section: 'Marginal means',
  },
  treatmentEffect: {
    term: 'effect: at one visit, averaged, or slope',
    what:
      'The one number that answers the question of an outcome: the difference of the arms\u2019 means at a visit, the mean of the ' +
      'differences over all analysed visits (each counts the same), or the difference of their change per day.',
    when: 'Choose it before the data are seen. One visit for \u201cdid it help by then\u201d, the average for \u201cdid it help throughout\u201d, the slope for \u201chow fast\u201d.',
    usual: 'For diaries the slope; it is also shown added up over a window of days.',
    section: 'Trial analyses',
  },
  covarianceStructure: {
    term: 'covariance structure',
    what:
      'How much scores vary at each visit, and how alike a participant\u2019s scores at two visits are. \u201cUnstructured\u201d leaves ' +
      'each variance and each pair of visits free: m(m + 1)/2 numbers for m visits. The others need fewer by a rule.',
    when: 'Unstructured where participants are many for the visits; a simpler one where the model cannot be fitted.',
    usual:
      'Unstructured, because it assumes least. If it does not converge the next structure of the plan is tried, and the report says so.',
    section: 'Covariance structures',
  },
  covarianceByArm: {
    term: 'covariance by arm',
    what: 'Each arm has its own covariance matrix instead of one that all share.',
    when: 'Where treatment may change how much participants differ. It needs about twice the participants.',
    usual: 'One for all arms.',
    section: 'Trial analyses',
  },
  residualCovariance: {
    term: 'residual covariance',
    what: 'How alike a participant\u2019s neighbouring records are beyond what own level and slope explain.',
    when: 'For daily scores, where a bad day is often followed by another one.',
    usual: 'Independent: level and slope explain the likeness.',
    section: 'Trial analyses',
  },
  reml: {
    term: 'REML and ML',
    what:
      'Two ways to fit a model. Full likelihood (ML) makes variances too small, as it does not count the means that were estimated; ' +
      'restricted likelihood (REML) corrects this.',
    when: 'ML to compare models with different fixed effects; for results REML.',
    usual: 'REML: less biased variances, and Kenward-Roger needs it.',
    section: 'Likelihood',
  },
  informationCriteria: {
    term: 'AIC, AICc, BIC',
    what: 'How well a model fits, with a penalty for each parameter: smaller is better. A single value says nothing.',
    when:
      'To compare covariance structures with the same fixed effects on the same rows. For MMRM only covariance parameters are counted, ' +
      'so models with different fixed effects cannot be compared by them.',
    section: 'Information criteria',
  },
  singularFit: {
    term: 'singular fit',
    what:
      'The best fit has a variance of exactly 0 or a correlation of exactly \u00b11: the data hold too little to tell that part of the ' +
      'random effects. It is taken as known, and results are those of the model without it.',
    when: 'No error; consider the simpler model.',
    section: 'Covariance structures',
  },
  empirical: {
    term: 'standard errors from the residuals (empirical, sandwich)',
    what:
      'Standard errors from how far the data lie from the model, which hold also where the assumed covariance is wrong. CR0 is ' +
      'too small with few participants, CR2 is less biased, CR3 is cautious.',
    when: 'With many participants and a simple covariance structure. Kenward-Roger is not offered with them.',
    usual: 'Standard errors from the model.',
    section: inference,
  },
  information: {
    term: 'observed and expected information',
    what: 'Two ways to tell how precisely the covariance is known, from which degrees of freedom follow: by these data, or by the average over data like these.',
    when: 'Expected to reproduce R\u2019s pbkrtest.',
    usual: 'Observed, as PROC MIXED.',
    section: inference,
  },
  weights: {
    term: 'weights of records',
    what: 'A record of weight 2 counts as if its residual variance were half as large.',
    when: 'Where records rest on different numbers of measurements.',
    usual: 'All the same.',
    section: 'Model',
  },
  multiplicity: {
    term: 'adjustment for multiplicity',
    what:
      'The more differences are tested, the likelier one looks significant by chance. Bonferroni multiplies p values by their number; Holm ' +
      'does so in steps and is never worse; Hochberg is a little stronger, but holds only where tests are not negatively related; Dunnett uses how the differences are correlated.',
    when: 'Where any one of several differences would count as success.',
    usual: 'None: with one primary difference nothing needs adjusting.',
    section: 'Multiplicity',
  },
  fixedSequence: {
    term: 'fixed sequence',
    what:
      'Outcomes are tested in the plan\u2019s order, the primary ones first, each at the full level, until one is not significant. Those ' +
      'after it are shown, but confirm nothing.',
    when: 'For several outcomes with an order set beforehand.',
    usual: 'Each outcome is tested by itself.',
    section: 'Multiplicity',
  },
  termTests: {
    term: 'F tests of terms (type III)',
    what: 'Whether a term of the model, such as arm by visit, is needed beside all others. The interaction asks whether the difference of the arms changes over the visits.',
    usual: 'Type III, each term with sum-to-zero coding, as in SAS.',
    section: 'Marginal means',
  },
  ...resultTerms,
} satisfies Record<string, Term>;

export type TermName = keyof typeof terms;

export const termWords = {
  title: 'Glossary: statistical terms in plain words',
  lead: (n: number) => `${n} terms. The formulas, with their sources, are in the documentation (Methods).`,
  inPlainWords: 'In plain words:',
  explain: (term: string) => `Explain ${term}`,
  when: 'When to use it:',
  usual: 'Usual here:',
  section: (name: string) => `Formulas: documentation, Methods, \u201c${name}\u201d.`,
  all: terms as Record<TermName, Term>,
};

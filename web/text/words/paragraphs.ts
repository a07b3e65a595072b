// SPDX-License-Identifier: MIT
/**
 * Sentences of the methods and the results paragraph. {name} is filled with numbers of the report. An outcome of a test
 * is told only where the plan tests it in a sequence; otherwise estimates stand with their intervals.
 */

export const paragraphWords = {
  title: 'In sentences',
  methodsTitle: 'Methods',
  resultsTitle: 'Results',
  referencesTitle: 'References',
  and: ' and ',
  semicolon: '; ',
  cite: '[{n}]',

  estimand: {
    declared: 'The estimand, as declared: {attributes}.',
    population: 'population, {text}',
    treatment: 'treatment, {text}',
    variable: 'variable, {text}',
    event: '{event} by the {strategy} strategy',
    events: 'intercurrent events, {text}',
    summary: 'population-level summary, {text}',
    strategies: {
      treatment_policy: 'treatment policy',
      hypothetical: 'hypothetical',
      composite: 'composite',
      while_on_treatment: 'while on treatment',
      principal_stratum: 'principal stratum',
    },
  },

  methods: {
    pilot: 'This is a pilot trial: estimates and intervals are reported, p values are not.',
    instrument: '{label} ({instrument}{cite}) was scored {rule}.',
    single: '{label} ({instrument}{cite}) is a single item.',
    given: '{label} ({instrument}{cite}) was analysed as given.',
    rules: {
      half: 'where at least half of a scale\u2019s items were answered, their mean standing in for the others',
      complete: 'for complete questionnaires only',
      subscales:
        'where at least half of each subscale\u2019s items were answered, their mean standing in for the others, and in ' +
        'total as the sum of all its subscales',
      atLeast: 'where at least {least} of a scale\u2019s items were answered, their mean standing in for the others',
      other: 'by the rule {rule} for missing items',
    },
    prorated: '{prorated} of {scored} scores had items filled in.',
    weekly: 'Records were averaged by week (week 1 begins on day {first}; a week counts with at least {least} days).',
    auc:
      'Records were condensed to the area under the straight lines between them, divided by the {units} they span ' +
      '(at least {least} records).',
    mmrm:
      '{response} was analysed with a mixed model for repeated measures with fixed effects of {terms} and {covariance} ' +
      'covariance between a participant\u2019s visits ({records} records of {participants} participants).',
    randomEffects:
      '{response} was analysed with a linear mixed model over {units} with fixed effects of {terms} and {random} for each ' +
      'participant ({records} records of {participants} participants).',
    ancova: '{response} was analysed with a linear model of {terms} ({participants} participants).',
    change: 'change in {label} from {baseline}',
    percentChange: 'percent change in {label} from {baseline}',
    baselineTerm: 'the score at {baseline}',
    baselines: {
      last_before: 'the last record up to {unit} {at}',
      window_mean: 'the mean of {units} {from} to {to}',
      column: 'the baseline in column {column}',
    },
    fallback:
      'The structure asked for, {requested}, could not be fitted; {used} was used, the next in the order set beforehand.',
    estimation: '{label} was estimated by {method}{methodCite} with {df}{dfCite}.',
    estimationOfAll: 'Models were estimated by {method}{methodCite} with {df}{dfCite}.',
    estimators: {
      REML: 'restricted maximum likelihood',
      ML: 'maximum likelihood',
    },
    empirical: 'Standard errors are {vcov}{cite}.',
    effects: {
      visit_difference: 'The effect is the difference of LS means at {visit}, {comparison}.',
      average_difference:
        'The effect is the difference of LS means averaged over {visits} with equal weights, {comparison}.',
      slope_difference: 'The effect is the difference of slopes, {comparison}.',
    },
    mar:
      'Mixed models use every record there is and impute no score; their results hold if missing values are missing at ' +
      'random (MAR), that is, depend on values observed and not on those missing.',
    unadjusted: 'All {p} values are two-sided and not adjusted for the number of outcomes or visits.',
    twoSided: 'All {p} values are two-sided.',
    adjusted: 'For {label}, {p} values were adjusted by {method}{cite} over {family}.',
    gate:
      'Outcomes were tested in a fixed sequence{cite}, the primary ones first, each at the {alpha} level and only after ' +
      'all before it were rejected.',
    mcid: 'The minimal clinically important difference (MCID) of {label} was taken as {amount}{source}.',
    mcidAmount: '{value} {unit}',
    orMore: '{value} {unit} or more',
    orMoreOver: '{value} {unit} or more over {length} {times}',
    mcidOver: '{value} {unit} over {length} {times}',
    source: ' ({source})',
    responders: {
      change: 'A responder in {label} was better than at baseline by at least {by} points.',
      percent_change: 'A responder in {label} was better than at baseline by at least {by}%.',
      cut_off: 'A responder in {label} had a score {side} {value}.',
      reliable_change: 'A responder in {label} had a reliable change for the better{cite} (reliability {reliability}).',
    },
    proportions:
      'Proportions were compared by risk differences (interval of {difference}{differenceCite}), risk ratios ' +
      '(Koopman{ratioCite}) and odds ratios (exact conditional).',
    fisher: 'Their {p} values are of Fisher\u2019s exact test.',
    gee: 'Responders in {label} over all visits were compared by generalised estimating equations{cite} with {vcov}{vcovCite}.',
    geeVcov: {
      sandwich: 'robust standard errors',
      mancl_derouen: 'robust standard errors corrected for few participants',
    },
    standardisedDifferences: 'Standardised differences at baseline are as in Yang and Dalton{cite}.',
    blinding: 'Blinding was assessed by the indices of James{james} and Bang{bang}.',
    software: 'Analyses were done with {name} {version}.',
  },

  results: {
    simulated: 'These data are simulated; the results are no evidence about any treatment.',
    randomised: 'Randomised were {list}.',
    inArms: 'The arms had {list} participants.',
    inArm: '{n} to {arm}',
    ofArm: '{n} ({arm})',
    failed: '{label} could not be analysed: {message}.',
    means:
      '{label}, {when}: the LS mean {of}was {list}; the difference, {comparison}, was {estimate} {unit} ({interval}{tests}).',
    /** What the LS means are of. */
    ofResponse: { value: '', change: 'change from baseline ', percent_change: 'percent change from baseline ' },
    slopes:
      '{label}, {when}: the slope was {list}; the difference, {comparison}, was {estimate} {unit} ({interval}{tests}).',
    notEstimable: '{label}, {when}: the difference, {comparison}, is not estimable from these data.',
    difference: '{label}, {when}: the difference, {comparison}, was {estimate} {unit} ({interval}{tests}).',
    meanOf: '{estimate} with {arm}',
    tested: '; {p}',
    adjusted: '; adjusted {p}',
    overWindow: 'Over {length} {times} this adds up to {estimate} {unit} ({interval}).',
    standardised: 'This is {estimate} standard deviations ({interval}; {sd}).',
    sds: { baseline_sd: 'pooled baseline SD {sd}', model_sd: 'SD of the model {sd}' },
    direction: 'The estimate points to {direction}.',
    directions: { fatigue: 'lower fatigue with {arm}', better: 'a better score with {arm}' },
    noDirection: 'The estimate points to neither arm.',
    mcid: {
      beyond: 'The whole interval is a benefit of {amount}.',
      compatible: 'The interval is compatible with a benefit of {amount}.',
      short: 'The interval is not compatible with a benefit of {amount}.',
    },
    shares: 'Of the confidence distribution, {better} lies on the side of benefit and {beyond} beyond the MCID.',
    gate: {
      rejected:
        'In the fixed sequence (test {position}) the hypothesis of no difference was rejected at the {alpha} level.',
      open: 'In the fixed sequence (test {position}) the hypothesis of no difference was not rejected at the {alpha} level.',
      closed: 'In the fixed sequence (test {position}) it was closed by an earlier test and is not confirmatory.',
    },
    responders: '{visit}, responders in {label} were {list}: {comparisons}.',
    proportion: '{count} of {n} ({percent}) with {arm}',
    riskDifference: 'risk difference {estimate} percentage points ({interval}{tests}), {comparison}',
    gee: '{visit}, in the model over all visits: the odds ratio of a response in {label} was {estimate} ({interval}{tests}), {comparison}.',
    safety: 'Participants with at least one side effect were {list}{comparisons}.',
    safetyComparisons: ': {comparisons}',
    comparison: '{arm} minus {reference}',
    against: '{arm} against {reference}',
  },
};

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

  /** What was decided about the data. Rows are counted below the names of the columns, but for `rowsUsed`: by line. */
  data: {
    missing: 'In {file}, these values were read as missing: {list}.',
    valueIn: '\u201c{value}\u201d in {columns}',
    cellIn: '{column} ({n} cell)',
    cellsIn: '{column} ({n} cells)',
    eitherDecimal: 'In {file}, a comma and a point were both read as the decimal mark in {columns}.',
    takenAs: '\u201c{label}\u201d as \u201c{other}\u201d',
    sameVisits: 'In {file}, visits of different names were taken as one, as was said: {list}.',
    sameArms: 'Arms of different names were taken as one: {list}.',
    rowOut:
      'A row of {file} that looks like a total or a remark was left out (row {rows} below the names of the columns).',
    rowsOut:
      'Rows of {file} that look like totals or remarks were left out (rows {rows} below the names of the columns).',
    rowsOutOfParts: 'Of {file}, rows that look like totals or remarks were left out (in number: {n}).',
    rowsUsed: 'Rows of {file} that look like totals or remarks were used as data, as was chosen (lines {rows}).',
    unmatched:
      'Of {own} participants in {file} and {listed} in {roster}, {both} are in both; the results are of these alone, as ' +
      'was chosen.',
    armLeftOut: '{n} participant whose arm is none of those analysed ({arms}) was left out.',
    armsLeftOut: '{n} participants whose arm is none of those analysed ({arms}) were left out.',
  },

  methods: {
    pilot: 'This is a pilot trial: estimates and intervals are reported, p values are not.',
    instrument: '{what} was scored with {rule}.',
    sameRule: 'the same rule for missing items',
    single: '{what} is a single item.',
    given: '{what} was analysed as given.',
    named: '{label} ({instrument}{cite})',
    called: '{label}{cite}',
    prorated: '{prorated} of {scored} scores had items filled in.',
    windows:
      'Records of {file} were given to planned visits by their {unit}: {list}; of several in one window the one nearest to ' +
      'the planned {unit} was used.',
    firstRecord: 'Study days of {file} were counted from the date of each participant\u2019s first record (day {day}).',
    repeated: {
      first: 'Of several records of a participant at one visit in {file}, the first was used.',
      last: 'Of several records of a participant at one visit in {file}, the last was used.',
      mean: 'Of several records of a participant at one visit in {file}, the mean was used.',
      none: 'Of several records of a participant at one visit in {file}, none was used.',
    },
    window: '{visit} ({unit} {day}, {before} before to {after} after)',
    windowExact: '{visit} ({unit} {day})',
    mmrm:
      '{response} was analysed with a mixed model for repeated measures with fixed effects of {terms} and {covariance} ' +
      'covariance between a participant\u2019s visits ({records} records of {participants} participants{visits}).',
    randomEffects:
      '{response} was analysed with a linear mixed model over {units} with fixed effects of {terms} and {random} for each ' +
      'participant ({records} records of {participants} participants{visits}).',
    ancova: '{response} was analysed with a linear model of {terms} ({participants} participants{visits}).',
    atVisits: ' at {visits}',
    overVisits: ', {visits}',
    leftOut: 'Not used in this model were {list}.',
    recordLeftOut: '{n} record ({reason})',
    recordsLeftOut: '{n} records ({reason})',
    participants: 'Of the participants randomised, {list} are in the model.',
    participantsAssigned: 'Of the participants assigned to an arm, {list} are in the model.',
    participantsIn: '{analysed} of {randomised} with {arm}{reasons}',
    participantsOut: ' (not: {reasons})',
    reasonOf: '{n} for {reason}',
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
      one: 'The effect is the difference of LS means, {comparison}.',
      slope_difference: 'The effect is the difference of slopes, {comparison}{over}.',
    },
    alsoOver: ', also given over {length} {times}',
    intervals: 'Intervals are {level} confidence intervals.',
    mar:
      'Mixed models use every available record and impute no score; their results are valid if scores are missing at ' +
      'random (MAR), that is, if whether a score is missing depends on what was observed and not on the missing score.',
    completeCases: 'Linear models of one score per participant use the participants who have it and impute none.',
    unadjusted: 'All {p} values are two-sided and not adjusted for the number of outcomes or visits.',
    /** With several comparisons with the reference arm. */
    unadjustedSeveral:
      'All {p} values are two-sided and not adjusted for the number of outcomes, visits or comparisons between arms.',
    twoSided: 'All {p} values are two-sided.',
    adjusted: 'For {label}, {p} values were adjusted by {method}{cite} over {family}.',
    intervalsPlain: 'Confidence intervals are not adjusted.',
    gate:
      'Outcomes were tested in a fixed sequence{cite}, the primary ones first, each at the {alpha} level and only after all ' +
      'before it were rejected: {order}.',
    /** When an outcome is rejected, and what follows if it is not. */
    gateRule: {
      one: 'An outcome was rejected if its {p} was at most {alpha}; {stop}',
      several: 'An outcome was rejected if the {p} of each of its comparisons was at most {alpha}; {stop}',
    },
    gateP: '{p} value',
    gateAdjustedP: '{p} value, adjusted where said,',
    gateStop:
      'the first that was not, or could not be tested, stopped the sequence, and those after it are reported without being ' +
      'confirmatory.',
    mcid: 'The minimal clinically important difference (MCID) of {label} was taken as {amount}{source}.',
    source: ' ({source})',
    proportions:
      'Proportions were compared by risk differences (interval of {difference}{differenceCite}), risk ratios ' +
      '(Koopman{ratioCite}) and odds ratios (exact conditional).',
    fisher: 'Their {p} values are of Fisher\u2019s exact test.',
    gee:
      'Responders in {label} over all visits were compared by generalised estimating equations{cite} (logistic, of arm, ' +
      'visit and arm by visit, exchangeable working correlation) with {vcov}{vcovCite}.',
    geeMcar:
      'These use every available response and impute none, but unlike mixed models they need responses to be missing ' +
      'completely at random (MCAR): whether one is missing may depend on arm and visit, and on no response, observed or not.',
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
    assigned: 'Assigned were {list}.',
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
      compatible: 'The interval reaches from a benefit of {amount} {besides}.',
      short: 'The interval is not compatible with a benefit of {amount}: it {besides}.',
    },
    shares: 'Of the confidence distribution, {better} lies on the side of benefit and {beyond} beyond the MCID.',
    noArm: '{label}: no record of arm {arm} could be analysed, so that there is no estimate for it.',
    gate: {
      rejected:
        'In the fixed sequence (test {position}) the hypothesis of no difference was rejected at the {alpha} level{all}.',
      all: ' in every comparison ({comparisons})',
      open: 'In the fixed sequence (test {position}) the hypothesis of no difference was not rejected at the {alpha} level{stops}.',
      mixed:
        'In the fixed sequence (test {position}) {passed} passed the {alpha} level and {missed} did not; since every ' +
        'comparison has to pass, the hypothesis of no difference was not rejected{stops}.',
      failed: 'In the fixed sequence (test {position}) it could not be tested{stops}.',
      stops: ', and the sequence stopped here',
      closed: 'In the fixed sequence (test {position}) this outcome was closed by {by} and is not confirmatory.',
      by: 'test {position} ({label})',
    },
    responders: '{visit}, responders in {label} were {list}{comparisons}.',
    compared: ': {comparisons}',
    proportion: '{count} of {n} ({percent}) with {arm}',
    riskDifference: 'risk difference {estimate} percentage points ({interval}{tests}), {comparison}',
    noResponders: '{visit}, responders in {label} could not be counted: no participant has the scores it takes.',
    gee: '{visit}, in the model over all visits: the odds ratio of a response in {label} was {estimate} ({interval}{tests}), {comparison}.',
    geeNotEstimated:
      '{visit}, in the model over all visits: the odds ratio of a response in {label} could not be estimated, {comparison}.',
    geeFailed: 'The odds ratios of a response in {label} over all visits could not be estimated.',
    geeReason: 'Of the model over all visits: {message}.',
    safety: 'Participants with at least one side effect were {list}{comparisons}.',
    comparison: '{arm} minus {reference}',
    against: '{arm} against {reference}',
  },
};

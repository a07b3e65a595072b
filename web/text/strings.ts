// SPDX-License-Identifier: MIT
/** Every word the page shows, in one place: another language is another object of this shape. */
import type {
  CovarianceGroups,
  CovarianceName,
  DfMethod,
  FileRole,
  FitMethod,
  GateKind,
  InformationKind,
  MultiplicityMethod,
  PlanEffect,
  PlanModel,
  RandomName,
  ResidualName,
  TimeUnit,
  VcovMethod,
} from '../contract/plan.js';
import { figureWords } from './words/figures.js';
import { comparisonWords } from './words/comparisons.js';
import { exampleWords } from './words/examples.js';
import { effectWords } from './words/effects.js';
import { exportWords } from './words/export.js';
import { instrumentWords, ownInstrumentWords } from './words/instrument.js';
import { mappingWords } from './words/mapping.js';
import { reportWords } from './words/report.js';
import { checkWords, outcomeWords, qualityWords } from './words/outcome.js';
import { paragraphWords } from './words/paragraphs.js';
import { participantWords } from './words/participants.js';
import { timeSpan, timeWords, type TimeWords } from './words/time.js';

/** A choice in plain words, with the name a statistician knows it by. */
export interface Choice {
  plain: string;
  technical?: string;
}

export const choiceText = (choice: Choice): string =>
  choice.technical === undefined ? choice.plain : `${choice.plain} (${choice.technical})`;

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const covarianceOver = ({ many }: TimeWords): Record<CovarianceName, Choice> => ({
  us: { plain: 'Free for every visit and pair', technical: 'unstructured' },
  toeph: { plain: 'By visits apart, variance per visit', technical: 'heterogeneous Toeplitz' },
  toep: { plain: 'By visits apart, one variance', technical: 'Toeplitz' },
  adh: { plain: 'From visit to visit, variance per visit', technical: 'heterogeneous ante-dependence' },
  ad: { plain: 'From visit to visit, one variance', technical: 'ante-dependence' },
  ar1h: { plain: 'Fading with visits apart, variance per visit', technical: 'heterogeneous AR(1)' },
  ar1: { plain: 'Fading with visits apart, one variance', technical: 'AR(1)' },
  csh: { plain: 'Equal for all visits, variance per visit', technical: 'heterogeneous compound symmetry' },
  cs: { plain: 'Equal for all visits, one variance', technical: 'compound symmetry' },
  sp_exp: { plain: `Fading with ${many} apart, one variance`, technical: 'spatial exponential' },
});

const covarianceGroups: Record<CovarianceGroups, Choice> = {
  none: { plain: 'The same in all arms' },
  arm: { plain: 'Each arm its own', technical: 'one covariance matrix per arm' },
};

const residualOver = ({ one, many }: TimeWords): Record<ResidualName, Choice> => ({
  independent: { plain: 'No more alike than others', technical: 'independent' },
  ar1: { plain: `Alike, fading from ${one} to ${one}`, technical: 'AR(1)' },
  ar1h: { plain: `The same, variance per ${one}`, technical: 'heterogeneous AR(1)' },
  ad: { plain: 'Each with the one before', technical: 'ante-dependence' },
  adh: { plain: `The same, variance per ${one}`, technical: 'heterogeneous ante-dependence' },
  sp_exp: { plain: `Alike, fading with ${many} apart`, technical: 'spatial exponential' },
});

const vcov: Record<VcovMethod, Choice> = {
  model: { plain: 'From the model', technical: 'model-based' },
  empirical: { plain: 'From the residuals', technical: 'empirical, CR0' },
  empirical_jackknife: { plain: 'From the residuals, cautious', technical: 'jackknife, CR3' },
  empirical_bias_reduced: { plain: 'From the residuals, less biased', technical: 'bias-reduced, CR2' },
};

const information: Record<InformationKind, Choice> = {
  observed: { plain: 'These data', technical: 'observed information' },
  expected: { plain: 'Average over data like these', technical: 'expected information' },
};

const multiplicity: Record<MultiplicityMethod, Choice> = {
  none: { plain: 'p values as they are' },
  bonferroni: { plain: 'Multiplied by their number', technical: 'Bonferroni' },
  holm: { plain: 'In steps from the smallest', technical: 'Holm' },
  hochberg: { plain: 'In steps from the largest', technical: 'Hochberg' },
  dunnett: { plain: 'All at once, by their correlation', technical: 'Dunnett' },
};

const gate: Record<GateKind, Choice> = {
  none: { plain: 'Each tested by itself' },
  fixed_sequence: { plain: 'In order, until one is not significant', technical: 'fixed sequence' },
};

const random: Record<RandomName, Choice> = {
  intercept: { plain: 'Own level', technical: 'random intercept' },
  intercept_slope: { plain: 'Own level and own slope', technical: 'random intercept and slope' },
  intercept_slope_uncorrelated: {
    plain: 'Own level and own slope, unrelated',
    technical: 'uncorrelated random intercept and slope',
  },
};

const dfMethod: Record<DfMethod, Choice> = {
  kenward_roger: { plain: 'Intervals and degrees of freedom', technical: 'Kenward-Roger, as in SAS' },
  kenward_roger_linear: { plain: 'The same to first order', technical: 'linear Kenward-Roger' },
  kenward_roger_mmrm: {
    plain: 'As in R; standard errors can be too small',
    technical: 'Kenward-Roger, as in mmrm',
  },
  satterthwaite: { plain: 'Degrees of freedom only', technical: 'Satterthwaite' },
  between_within: { plain: 'Counted between and within participants', technical: 'between-within' },
  residual: { plain: 'Records minus coefficients', technical: 'residual' },
  asymptotic: { plain: 'None: normal distribution', technical: 'asymptotic' },
};

const method: Record<FitMethod, Choice> = {
  REML: { plain: 'Restricted likelihood', technical: 'REML' },
  ML: { plain: 'Full likelihood', technical: 'ML' },
};

const modelKindOver = ({ many }: TimeWords): Record<PlanModel['kind'], Choice> => ({
  mmrm: { plain: 'A mean at every visit', technical: 'MMRM' },
  random_effects: { plain: `A straight line over ${many}`, technical: 'random-effects model' },
});

const effectKindOver = ({ one }: TimeWords): Record<PlanEffect['kind'], Choice> => ({
  visit_difference: { plain: 'Difference at one visit' },
  average_difference: { plain: 'Difference averaged over the visits' },
  slope_difference: { plain: `Difference in change per ${one}`, technical: 'slope' },
});

/** The choices whose words say what visits count. */
const timed = (
  unit: TimeUnit,
): {
  covariance: Record<CovarianceName, Choice>;
  residual: Record<ResidualName, Choice>;
  modelKind: Record<PlanModel['kind'], Choice>;
  effectKind: Record<PlanEffect['kind'], Choice>;
} => {
  const time = timeWords[unit];
  return {
    covariance: covarianceOver(time),
    residual: residualOver(time),
    modelKind: modelKindOver(time),
    effectKind: effectKindOver(time),
  };
};

const fileRole: Record<FileRole, string> = {
  participants: 'Participants (one row each)',
  records: 'Scores or questionnaires',
  events: 'Side effects',
  ignored: 'Not used',
};

export const strings = {
  name: 'Fatigue Calculator',
  listSeparator: ', ',

  intro: {
    what:
      'Drop the CSV files of a fatigue trial and read its results: the difference between the arms for each outcome, ' +
      'with interval, p value, figure and the methods sentence to go with them.',
    privacyLead: 'Your data stay in this tab.',
    privacy:
      'Files are read and analysed by this page itself. Its security policy forbids every network connection ' +
      '(connect-src \u2018none\u2019), so the browser would refuse even an attempt to send them.',
    simulatedBadge: 'Simulated data',
  },

  drop: {
    heading: 'Data',
    lead: 'Drop files here',
    hint: 'CSV, TSV or Excel (.xlsx), several at once; a saved plan (.json) along with them is used as it is.',
    choose: 'Choose files\u2026',
    pasteSummary: 'Paste a table instead',
    pasteLabel: 'CSV text, or cells copied from a spreadsheet',
    pasteButton: 'Read the pasted table',
    pastedName: (n: number) => `pasted-${n}.csv`,
    clear: 'Remove all files',
  },

  data: {
    title: 'Data',
    remove: 'Remove',
    planRefused: 'The saved plan could not be used',
    definitionRefused: (file: string, problem: string) => `${file} is no definition that can be used: ${problem}`,
    secondPlan: (file: string) => `${file} is a second plan beside the one that was dropped with it, and is not used.`,
    removeFile: (file: string) => `Remove ${file}`,
    droppedTwice: (file: string) => `${file} came twice with the same content, and is kept once.`,
    renamed: (file: string, name: string) =>
      `A second file called ${file} came with other content, and is kept as ${name}.`,
    replaced: (file: string) => `${file} takes the place of the file of that name that was loaded before.`,
    sameAsBefore: (file: string) => `${file} came again, with the same content as before.`,
    waitsFor: (file: string) => `Waits for ${file}`,
    waitsHolding: 'The plan keeps what it says of this file until it is loaded.',
    waitsOutcomes: (outcomes: string) => `Cannot be analysed until then: ${outcomes}.`,
    leaveOut: 'Leave out of the plan',
    leaveOutNamed: (file: string) => `Leave ${file} out of the plan`,
    setUpAnew: 'Set up anew',
    setUpAnewHint: 'Takes what the files suggest in the place of all settings, as if the files had just been loaded.',
    bringBack: 'Bring back the former settings',
    rows: (n: number) => plural(n, 'row'),
    notRead: 'not read',
    detected: 'As read',
    encoding: 'Encoding',
    delimiter: 'Column separator',
    decimal: 'Decimal mark',
    role: 'What the file holds',
    id: 'Participant column',
    arm: 'Arm column',
    visit: 'Visit or day column',
    event: 'Event column',
    none: 'none',
    notes: 'Set right while reading',
    preview: (shown: number, total: number) =>
      shown < total ? `First ${shown} of ${total} rows` : `All ${total} rows`,
    previewCaption: (file: string) => `Preview of ${file}`,
    corrections: 'Columns and reading',
    wide: 'Columns gathered by visit',
    wideCaption: 'One column per visit in the file; each becomes rows of one variable',
    wideColumn: 'Column in the file',
    wideVariable: 'Variable',
    wideVisit: 'Visit',
    wideAdd: 'Gather another column',
    widePattern: 'Or gather all columns named like',
    widePatternHint: '{variable} and {visit} stand for what differs',
    wideGather: 'Gather',
    wideFound: (n: number) => (n === 0 ? 'No column is named like this.' : `${plural(n, 'column')} gathered.`),
    widePatternWrong: 'Write {variable} and {visit} once each, such as {variable}_v{visit}.',
    wideRemove: (column: string) => `Do not gather ${column}`,
    encodings: {
      'utf-8': 'UTF-8',
      'utf-16le': 'UTF-16 little-endian',
      'utf-16be': 'UTF-16 big-endian',
      'windows-1252': 'Latin-1 (Windows-1252)',
    },
    delimiters: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' },
    decimals: { '.': 'point', ',': 'comma' },
    separatedBy: (delimiter: string) => `separated by ${delimiter}`,
    decimalComma: 'decimal comma',
    by: (columns: string) => `columns ${columns}`,
    sha: 'SHA-256',
  },

  instruments: instrumentWords,
  ownInstruments: ownInstrumentWords,
  mapping: mappingWords,
  outcome: outcomeWords,
  check: checkWords,
  quality: qualityWords,
  effects: effectWords,
  comparisons: comparisonWords,
  participants: participantWords,
  exports: exportWords,
  paragraphs: paragraphWords,

  analysis: {
    title: 'Analysis',
    lead: 'Set from the data; every change is worked out at once.',
    reference: 'Reference arm',
    confidence: 'Confidence level',
    outcome: 'Outcome',
    label: 'Name in tables',
    role: 'Role',
    primary: 'primary',
    secondary: 'secondary',
    score: 'Score',
    model: 'Model',
    response: 'Response',
    change: 'Change from baseline',
    changeNote: 'baseline as covariate',
    value: 'The score itself',
    baselineVisit: 'Baseline',
    automatic: 'first visit',
    covariance: 'Correlation between visits',
    covarianceTechnical: 'covariance structure',
    random: 'Each participant has',
    randomTechnical: 'random effects',
    method: 'Estimation',
    df: 'Small-sample correction',
    dfTechnical: 'degrees of freedom',
    more: 'More options',
    covarianceGroups: 'Correlation by arm',
    residual: (unit: TimeUnit) => `Scores of neighbouring ${timeWords[unit].many}`,
    residualTechnical: 'residual covariance',
    vcov: 'Standard errors',
    vcovTechnical: 'covariance of the coefficients',
    information: 'Correction worked out from',
    weights: 'Weight of a record',
    noWeights: 'all the same',
    multiplicity: 'Several differences',
    multiplicityTechnical: 'multiplicity',
    gate: 'Several outcomes',
    gateTechnical: 'multiplicity',
    gateNote: 'primary outcomes first, then the secondary ones, as listed',
    effect: 'Effect reported',
    effectVisit: 'At visit',
    window: (unit: TimeUnit) => `${timeWords[unit].titles} to add up over`,
    add: 'Add an outcome',
    remove: 'Remove outcome',
    removeNamed: (label: string) => `Remove outcome ${label}`,
    savePlan: 'Save the plan',
    newOutcome: 'New outcome',
    noScores: 'No score is known yet: choose a questionnaire in one of the files above.',
  },

  results: {
    title: 'Results',
    analysing: 'Working\u2026',
    reading: 'Reading\u2026',
    scrolls: 'Wider than the screen: scroll sideways.',
    working: 'Working',
    workingOn: (position: number, total: number, label: string) => `outcome ${position} of ${total}, ${label}`,
    steps: (n: number) => plural(n, 'step'),
    seconds: (n: number) => `${n} s`,
    cancel: 'Cancel',
    cancelled: 'The analysis was cancelled. Files and settings are unchanged.',
    cancelledTitle: 'Cancelled',
    again: 'Run the analysis',
    licences: 'Licences',
    seeFiles: (n: number) => `${plural(n, 'problem')} in the data: see beside the file.`,
    empty: 'Results appear here once files are loaded.',
    notYet:
      'Nothing to analyse yet. Needed are a file with one row per participant and their arm, and one with scores by visit; ' +
      'what each file holds can be corrected above.',
    updated: (n: number) => `Results updated: ${plural(n, 'outcome')}.`,
    problems: (n: number) => plural(n, 'problem'),
    failedTitle: 'The analysis could not be run',
    outcomeFailed: 'This outcome could not be analysed',
    warnings: 'Please note',
    errors: 'Problems in the data',
    methods: 'Methods',
    details: 'Model details',
    simulatedCaption: 'Simulated data.',
    trialWarnings: 'Please note',
    safety: 'Side effects',
  },

  choices: {
    timed,
    covarianceGroups,
    random,
    dfMethod,
    method,
    vcov,
    information,
    multiplicity,
    gate,
    fileRole,
  },

  /** A fixed sequence of tests; `place` is `of`. */
  gate: {
    of: (position: number, total: number) => `Test ${position} of ${total} in the fixed sequence`,
    rejected: (place: string, level: string) => `${place}: significant at the ${level} level.`,
    last: (place: string, level: string) => `${place}: not significant at the ${level} level.`,
    stops: (place: string, level: string) =>
      `${place}: not significant at the ${level} level, which closes the tests after it.`,
    failed: (place: string) => `${place}: could not be done, which closes the tests after it.`,
    closed: (place: string) => `${place}: closed by an earlier test. The result is shown but is not confirmatory.`,
    shortRejected: 'significant',
    shortOpen: 'not significant',
    shortClosed: 'not confirmatory',
    short: (position: number, state: string) => `test ${position}: ${state}`,
  },

  visit: {
    /** Sentence form: "day 7"; a visit that is not a number keeps its own label. */
    numbered: (number: string, unit: TimeUnit) => `${timeWords[unit].one} ${number}`,
    listed: (numbers: string, unit: TimeUnit) => `${timeWords[unit].many} ${numbers}`,
    average: 'average over visits',
    averageOver: (visits: string) => `average over ${visits}`,
    perUnit: (unit: TimeUnit) => `change per ${timeWords[unit].one}`,
    span: (first: string, last: string) => `${first} to ${last}`,
    over: (change: string, span: string) => `${change}, ${span}`,
  },

  tables: {
    outcome: 'Outcome',
    when: 'When',
    arm: 'Arm',
    visit: 'Visit',
    n: 'n',
    meanSe: 'LS mean (SE)',
    observedMean: 'Mean',
    sd: 'SD',
    se: 'SE',
    ci: (level: string) => `${level} CI`,
    df: 'df',
    t: 't',
    p: 'p',
    adjusted: (p: string) => `adjusted ${p}`,
    difference: 'Difference',
    differenceSe: 'Difference (SE)',
    differenceOf: (arm: string, reference: string) => `${arm} minus ${reference}`,
    direction: 'Direction',
    points: 'points',
    pointsPer: (unit: TimeUnit) => `points per ${timeWords[unit].one}`,
    percentagePoints: 'percentage points',
    percentPer: (unit: TimeUnit) => `percentage points per ${timeWords[unit].one}`,
    armOf: (arm: string, participants: number) => `${arm} (${participants})`,
    participants: 'n (%)',
    events: 'events',
    event: 'Event',
    anyEvent: 'Any event',
    term: 'Term',
    estimate: 'Estimate',
    f: 'F',
    numDf: 'df1',
    denDf: 'df2',
    published: 'Published',
    primary: 'primary',
    secondary: 'secondary',
    simulated: 'simulated',
  },

  captions: {
    headline: (arms: string) => `Effect on each outcome, ${arms}`,
    headlineSeveral: 'Effect on each outcome, each arm minus the reference arm',
    means: (label: string) => `${label}: least-squares means by arm and visit`,
    meansChange: (label: string, baseline: string) =>
      `${label}, change from ${baseline}: least-squares means by arm and visit`,
    meansPercentChange: (label: string, baseline: string) =>
      `${label}, percent change from ${baseline}: least-squares means by arm and visit`,
    differences: (label: string) => `${label}: difference between arms by visit`,
    slopes: (label: string, unit: TimeUnit) => `${label}: change per ${timeWords[unit].one} by arm`,
    safety: 'Side effects by arm',
    coefficients: (label: string) => `${label}: coefficients of the model`,
    tests: (label: string) => `${label}: tests of the terms (type III)`,
    covariance: (label: string) => `${label}: covariance matrix between visits`,
    randomEffects: (label: string) => `${label}: covariance of the random effects`,
    observed: (label: string) => `${label}: observed means, no model`,
    plotMeans: (label: string) => `${label}: least-squares means`,
    plotTable: 'The numbers are in the table below.',
  },

  reasons: {
    notEstimable: 'not estimable from these data',
    notInPlan: 'not part of the published result given in the plan',
    noSpread: 'one value has no spread',
    testedOnce: 'same test as the slope',
  },

  direction: {
    lower: (arm: string) => `Lower fatigue with ${arm}`,
    better: (arm: string) => `Better score with ${arm}`,
    higher: (arm: string) => `Better score with ${arm}`,
    none: 'No difference',
    asPublished: 'as published',
  },

  notes: {
    direction: 'Direction is that of the estimate; the interval shows how much the data support it.',
    published: (citation: string) => `Published: ${citation}. Shown beside the result, never computed with.`,
    simulatedRows: 'Rows marked simulated come from made-up data; they are no evidence about any treatment.',
    chosenToAgree:
      'The made-up data were chosen to give estimates near the published ones: that they agree is by design.',
    n: 'n counts the participants in the model; the tables below give those at each visit.',
    overWindow: (
      label: string,
      span: { length: number; unit: TimeUnit },
      estimate: string,
      interval: string,
      points: string,
      level: string,
    ) =>
      `${label}: over ${timeSpan(String(span.length), span.unit)} the difference in change per ` +
      `${timeWords[span.unit].one} adds up to ${estimate} ${points} (${level} CI ${interval}).`,
    denominator: (arms: string) => `Percentages are of all participants of the arm: ${arms}.`,
    nInArm: (arm: string, n: number) => `${arm} ${n}`,
    participantsCounted: 'n counts participants with at least one such event; events counts every record.',
    adjusted: (label: string, method: string, family: string) =>
      `${label}: adjusted p values are by ${method} over ${family}.`,
    sequence: (level: string) =>
      `Outcomes are tested in a fixed sequence at the ${level} level: each only after all before it were significant.`,
    notAvailable: (reason: string) => `\u2014 ${reason}.`,
    direct: (lower: boolean) => (lower ? 'Lower scores mean less fatigue.' : 'Higher scores mean less fatigue.'),
    directOther: (lower: boolean) => (lower ? 'Lower scores are better.' : 'Higher scores are better.'),
  },

  methods: {
    /** One clause of the headline table's method line. */
    short: (label: string, clauses: readonly string[]) => `${label}: ${clauses.join('; ')}.`,
    shortMmrm: (response: string, covariance: string) =>
      `mixed model for repeated measures of ${response}, ${covariance} covariance`,
    shortRandomEffects: (response: string, effects: string, unit: TimeUnit) =>
      `linear mixed model of ${response} over ${timeWords[unit].many}, ${effects}`,
    shortFallback: (requested: string) => `in place of ${requested}, which could not be fitted`,
    shortBaseline: 'baseline as covariate',
    shortCovariates: (names: readonly string[], baseline: boolean) =>
      `${[...(baseline ? ['baseline'] : []), ...names].join(' and ')} as covariates`,
    shortHalf: (prorated: number, scored: number) => `half rule, items filled in for ${prorated} of ${scored} scores`,
    shortSingle: 'a single item',
    shortComplete: 'complete questionnaires only',
    shortGiven: 'scores as given',
    equalWeights: 'LS means with equal weights',
    mmrm: (response: string, terms: string) =>
      `Mixed model for repeated measures: ${response} on ${terms}, with one covariance matrix between a participant\u2019s visits.`,
    randomEffects: (response: string, terms: string, effects: string) =>
      `Linear mixed model: ${response} on ${terms}, with ${effects} for each participant.`,
    change: (label: string, baseline: string) => `change in ${label} from ${baseline}`,
    baselineTerm: (baseline: string) => `the score at ${baseline}`,
    ancova: (response: string, terms: string) => `Linear model of one visit: ${response} on ${terms}.`,
    shortAncova: (response: string) => `linear model of ${response} at one visit`,
    armOnly: 'arm',
    armByVisit: 'arm, visit and arm by visit',
    armByTime: (unit: TimeUnit) => `arm, ${timeWords[unit].term} and arm by ${timeWords[unit].term}`,
    covariance: (used: string) => `Covariance: ${used}.`,
    fallback: (requested: string, used: string) =>
      `The covariance asked for (${requested}) could not be fitted; ${used} was used, the next in the order set beforehand.`,
    triedLine: (structure: string, what: string) => `(${structure}: ${what}.)`,
    perArm: 'One covariance matrix per arm.',
    shortPerArm: 'one covariance matrix per arm',
    residual: (structure: string) => `Residuals of a participant: ${structure}.`,
    shortResidual: (structure: string) => `${structure} residuals`,
    vcov: (name: string) => `Standard errors: ${name}.`,
    shortVcov: (name: string) => `${name} standard errors`,
    expected: 'Degrees of freedom from the expected information.',
    weights: (column: string) => `Records weighted by ${column}.`,
    shortWeights: (column: string) => `weighted by ${column}`,
    adjusted: (method: string, family: string) => `p values adjusted by ${method} over ${family}.`,
    family: {
      visit_difference: 'the differences of all arms at all visits',
      average_difference: 'the averaged differences of all arms',
      slope_difference: 'the slope differences of all arms',
    },
    estimation: (method: string, df: string) => `${method}; ${df}.`,
    dfNames: {
      kenward_roger: 'Kenward-Roger standard errors and degrees of freedom',
      kenward_roger_linear: 'linear Kenward-Roger standard errors and degrees of freedom',
      kenward_roger_mmrm: 'Kenward-Roger as in the R package mmrm',
      satterthwaite: 'Satterthwaite degrees of freedom',
      between_within: 'between-within degrees of freedom',
      residual: 'residual degrees of freedom',
      asymptotic: 'normal approximation',
    } as Record<string, string>,
    means: 'LS means weigh visits and factor levels equally and hold covariates at their mean.',
    visits: (visits: string) => `Visits analysed: ${visits}.`,
    counts: (observations: number, subjects: number) =>
      `${plural(observations, 'record')} of ${plural(subjects, 'participant')}.`,
    half: (scored: number, prorated: number, unscored: number) =>
      `Missing items: half rule (a scale is scored when at least half of its items are answered, missing ones counted as ` +
      `the mean of those answered); of ${plural(scored, 'score')}, ${prorated} had items filled in; ` +
      `${plural(unscored, 'record')} could not be scored.`,
    complete: (scored: number, unscored: number) =>
      `Missing items: complete questionnaires only; ${plural(scored, 'score')}, ` +
      `${plural(unscored, 'record')} left out for missing items.`,
    atLeast: (least: number, scored: number, prorated: number, unscored: number) =>
      `Missing items: a scale is scored when at least ${least} of its items are answered, missing ones counted as ` +
      `the mean of those answered; of ${plural(scored, 'score')}, ${prorated} had items filled in; ` +
      `${plural(unscored, 'record')} could not be scored.`,
    subscales: (scored: number, prorated: number, unscored: number) =>
      `Missing items: half rule for each subscale, and the total is the sum of its subscales, all of which it needs; ` +
      `of ${plural(scored, 'score')}, ${prorated} had items filled in; ${plural(unscored, 'record')} could not be scored.`,
    otherRule: (rule: string, scored: number, prorated: number, unscored: number) =>
      `Missing items: rule ${rule}; of ${plural(scored, 'score')}, ${prorated} had items filled in; ` +
      `${plural(unscored, 'record')} could not be scored.`,
    scoring: (name: string) => `Scored as ${name}.`,
    percentChange: (label: string, baseline: string) => `percent change in ${label} from ${baseline}`,
    baselineRules: {
      last_before: (at: string, unit: TimeUnit) => `the last record up to ${timeWords[unit].one} ${at}`,
      window_mean: (span: { from: string; to: string; unit: TimeUnit }, least: number) =>
        `the mean of ${timeWords[span.unit].many} ${span.from} to ${span.to}${least > 1 ? ` (at least ${least} of them)` : ''}`,
      column: (column: string) => `the baseline in column ${column}`,
    },
    baselineScore: 'the baseline score',
    weeklyMean: (first: string, least: number) =>
      `Records were averaged by week (week 1 begins on day ${first}; a week counts with at least ${plural(least, 'day')}).`,
    /** `from` and `to` as "day 7". */
    auc: (from: string | null, to: string | null, least: number, unit: TimeUnit) =>
      `Records were condensed to the area under the straight lines between them, divided by the ` +
      `${timeWords[unit].many} they span` +
      `${from === null ? '' : `, from ${from}`}${to === null ? '' : `${from === null ? ',' : ''} to ${to}`}` +
      ` (at least ${plural(least, 'record')}).`,
    shortWeekly: 'weekly means',
    shortAuc: (unit: TimeUnit) => `area under the curve per ${timeWords[unit].one}`,
    shortAtLeast: (least: number, prorated: number, scored: number) =>
      `scored with at least ${plural(least, 'item')}, items filled in for ${prorated} of ${scored} scores`,
    shortSubscales: (prorated: number, scored: number) =>
      `half rule by subscale, items filled in for ${prorated} of ${scored} scores`,
    single: (scored: number) => `A single item, ${plural(scored, 'answer')}.`,
    given: (scored: number) => `Scores as given in the file (${scored}).`,
    range: (label: string, low: string, high: string) => `${label} runs from ${low} to ${high}.`,
    software: (name: string, version: string) => `${name} ${version}.`,
    excluded: (n: number, reason: string) => `${plural(n, 'record')} not used: ${reason}.`,
    formula: 'Formula',
    status: 'Fit',
    likelihood: (minus2: string, aic: string, bic: string, counted: string) =>
      `\u22122 log-likelihood ${minus2}; AIC ${aic}; BIC ${bic} (${counted}).`,
    residualSd: (sigma: string) => `Residual standard deviation ${sigma}.`,
    sha: (file: string, sha: string) => `${file} (SHA-256 ${sha.slice(0, 12)}\u2026)`,
    data: (files: string) => `Data: ${files}.`,
  },

  examples: exampleWords,
  figures: figureWords,
  time: timeWords,
  report: reportWords,

  plot: {
    day: 'Day',
    visit: 'Visit',
    change: (label: string, baseline: string) => `Change in ${label} from ${baseline}, points`,
    percentChange: (label: string, baseline: string) => `Change in ${label} from ${baseline}, percent`,
    value: (label: string) => `${label}, points`,
    lowerIsBetter: '\u2193 less fatigue',
    higherIsBetter: '\u2191 less fatigue',
    lowerIsBetterOther: '\u2193 better',
    higherIsBetterOther: '\u2191 better',
    caption: (level: string) => `Points: LS means. Bars: ${level} confidence intervals.`,
    description: (label: string, arms: string) =>
      `Line plot of the least-squares means of ${label} by visit for ${arms}, with confidence intervals; ` +
      'the same numbers are in the table that follows.',
  },

  errors: {
    file: (file: string) => file,
    line: (row: number) => `line ${row}`,
    column: (column: string) => `column ${column}`,
    value: (value: string) => `value \u201c${value}\u201d`,
    morePlaces: (n: number) => `and ${n} more`,
    places: 'Where',
    remedy: 'What to do',
    outOfRange: (given: string, least: string, most: string, kept: string) =>
      `${given} is not between ${least} and ${most}, so it stays ${kept}.`,
    notBetween: (given: string, least: string, most: string) => `${given} is not between ${least} and ${most}.`,
    chooseIn: (file: string, what: string) => `${file}: choose ${what} under \u201cColumns and reading\u201d.`,
    choose: {
      id: 'the participant column',
      arm: 'the arm column',
      visit: 'the visit or day column, or a date column',
      event: 'the event column',
      date: 'the date column',
      startDate: 'the column with the start date',
    },
    inPlan: (where: string, path: string, rest: string) => `${where}: ${path === '' ? '' : `${path} `}${rest}`,
    noNumberTaken: 'That is no number.',
    noNumber: (kept: string) => `That is no number, so it stays ${kept}.`,
    crashed:
      'The calculation stopped unexpectedly. Your files are still here; change an option or load a file to try again.',
    planOnly: 'The plan is loaded; drop the data files it names to run it.',
  },
};

export type Strings = typeof strings;

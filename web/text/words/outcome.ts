// SPDX-License-Identifier: MIT
/** Words on what is made of the scores before the model: baseline, summaries, responders. */
import type { TimeUnit } from '../../contract/plan.js';
import { timeWords } from './time.js';
import { counted, plural } from './plural.js';

/** Of the fields that ask for days, weeks, months or visits. */
const timed = (unit: TimeUnit) => {
  const { one, many, titles } = timeWords[unit];
  return {
    baselines: {
      last_before: `the last record up to a ${one}`,
      window_mean: `the mean of some ${many}`,
      column: 'a column of the file',
    },
    baselineAt: `Last ${one} that counts`,
    from: `From ${one}`,
    to: `To ${one}`,
    least: `${titles} needed`,
    summaries: {
      none: 'taken as they are',
      weekly_mean: 'averaged by week',
      auc_per_day: `condensed to the area under the curve per ${one}`,
    },
    aucEnds: `empty: all ${many} after the baseline`,
  };
};

export const outcomeWords = {
  timed,
  percentChange: 'Percent change from baseline',
  baselineVisits: 'One visit',
  baselineOthers: 'Others',
  baselineColumn: 'Column with the baseline',
  baselineChoose: 'choose a column \u2026',
  baselineUntil: 'The baseline stays as it was until a column is chosen.',
  summary: 'Before the analysis, records are',
  firstDay: 'First day of week 1',
  weekLeast: 'Days needed in a week',
  aucLeast: 'Records needed',
  switchedToMmrm:
    'The model is now a mean at every visit (MMRM): a summary leaves no records for a straight line to go through.',
  summaryDropped: 'Records are taken as they are again: a straight line goes through records, not through a summary.',
  weightsDropped: 'Weights were taken out: they are of single records.',
  effectSwitched: 'The effect is now averaged over the visits, since the summary has visits of its own.',
  responder: 'Count responders',
  responders: {
    none: 'no',
    change: 'by points of change',
    percent_change: 'by percent of change',
    cut_off: 'by a cut-off',
    reliable_change: 'by reliable change',
  },
  byPoints: 'Better by at least, points',
  byPercent: 'Better by at least, %',
  cutOff: 'Cut-off',
  cutOffBand: 'Known cut-offs',
  cutOffOwn: 'another',
  cutOffInclusive: 'The cut-off itself counts as',
  cutOffGood: 'responder',
  cutOffBad: 'no responder',
  reliability: 'Reliability of the score',
  reliabilitySd: 'SD, if not that of the baseline scores',
  geeLabel: 'Odds ratios over all visits',
  geeNote: 'A logistic model of all visits together (GEE), beside the exact comparisons at each visit.',
  gee: {
    none: 'none',
    mancl_derouen: 'GEE, corrected for few participants',
    sandwich: 'GEE, robust standard errors',
  },
  enter: 'Enter a number: responders are counted once it is there.',
  offered: (change: string) => `Offered: ${change}.`,
  offeredNow: (change: string) => `Published: ${change}.`,
  noOffer: 'No published value is known for this score.',
};

export const checkWords = {
  title: 'Data check',
  summary: (participants: number, files: number, problems: number, unused: number) => {
    const found = problems === 0 ? [] : [plural(problems, 'problem')];
    const left = unused === 0 ? [] : [`${plural(unused, 'row')} left out`];
    const told = [...found, ...left];
    const all = [
      plural(participants, 'participant'),
      plural(files, 'file'),
      ...(told.length === 0 ? ['no problems'] : told),
    ];
    return all.join(', ');
  },
  confidential: 'Names participants; it is shown here only and is in no saved result.',
  files: 'Files as used',
  file: 'File',
  role: 'Holds',
  rows: 'Rows',
  used: 'Used',
  unused: 'Not used, and why',
  participants: 'Participants',
  unusedReason: (n: number, reason: string) => `${n}: ${reason}`,
  arms: 'Participants by arm',
  arm: 'Arm',
  armProblems: 'Arms that do not fit',
  noArm: (id: string) => `${id}: no arm`,
  twoArms: (id: string, arms: string) => `${id}: ${arms}`,
  unmatched: (file: string, n: number) => `${file}: ${plural(n, 'identifier')} that no participant has`,
  withoutRows: (file: string, n: number) => `${file}: ${plural(n, 'participant')} without a row`,
  duplicates: (file: string, n: number) => `${file}: ${plural(n, 'record')} more than once`,
  duplicate: (id: string, visit: string | null, rows: string) =>
    `${id}${visit === null ? '' : `, ${visit}`} (lines ${rows})`,
  list: 'Identifiers',
  and: (n: number) => `and ${n} more`,
  visits: (label: string) => `${label}: participants with a score, by arm and visit`,
  map: (label: string) => `${label}: scores by participant and visit`,
  mapDescription: (label: string, participants: number, visits: number) =>
    `Grid of ${plural(participants, 'participant')} by ${plural(visits, 'visit')} for ${label}; ` +
    'the counts are in the table above and in the legend.',
  states: { s: 'scored', p: 'scored, items filled in', u: 'not scored', '-': 'no record' },
  legend: (name: string, n: number) => `${name} (${n})`,
  more: (n: number) => `${plural(n, 'participant')} beyond those shown`,
  mapCell: (id: string, visit: string, state: string) => `${id}, ${visit}: ${state}`,
  mapRows: 'Participants whose scores are not complete',
  mapRow: (id: string, arm: string) => `${id} (${arm})`,
  complete: 'Every participant listed has a score at every visit.',
  problems: 'Problems found',
  errors: (n: number) => plural(n, 'error'),
  warnings: (n: number) => plural(n, 'warning'),
  noProblems: 'No problem was found.',
  moreProblems: (n: number) => `and ${counted(n)} more of this kind`,
};

export const qualityWords = {
  title: 'How the questionnaires were answered',
  caption: 'Completeness, floor and ceiling, and internal consistency',
  forms: 'Forms',
  complete: 'Complete',
  itemsMissing: 'Items missing, n (%)',
  floor: 'Lowest score, n (%)',
  ceiling: 'Highest score, n (%)',
  alpha: (level: string) => `Cronbach\u2019s alpha (${level} CI)`,
  formsNote:
    'Forms have at least one answer; percentages of items are of those on these forms, of scores of all scores at the visit.',
  alphaNote: 'Alpha is over complete forms, with Feldt\u2019s interval.',
  givenReason: 'scores came finished, without their items',
  alphaReason: 'alpha needs 2 items and 3 complete forms',
  respondersTitle: 'Responders',
  respondersCaption: (label: string) => `${label}: responders by arm and visit`,
  responders: 'n/N (%)',
  /** `of` is " in" and the outcome, or nothing. */
  rule: {
    change: 'A responder{of} is better than at baseline by at least {by} points ({direction}).',
    percent_change: 'A responder{of} is better than at baseline by at least {by}% ({direction}).',
    cut_off: 'A responder{of} has a score {side} {value}.',
    reliable_change:
      'A responder{of} has a reliable change for the better{cite}: reliability {reliability}, {sd}{threshold}.',
    sdOfAll: 'SD that of the baseline scores of all arms',
    sd: 'SD {sd}',
    threshold: '; more than {points} points',
    of: ' in {label}',
    source: ' (Jacobson and Truax 1991)',
  },
  lower: 'lower is better',
  higher: 'higher is better',
  sides: { atMost: 'of at most', below: 'below', atLeast: 'of at least', above: 'above' },
  denominator:
    'Responders are counted among the participants with a score at the visit and, where the rule compares with it, at ' +
    'baseline.',
};

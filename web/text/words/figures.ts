// SPDX-License-Identifier: MIT
/** Words of the figures. */

const n = (count: string): string => `n = ${count}`;

export const figureWords = {
  row: 'Row',
  estimateInterval: 'Estimate (interval)',
  participant: 'Participant',
  participants: 'Participants',
  moreFlow: 'Flow for every outcome and visit',
  leavingOut: (done: number, total: number, seconds: number | null) =>
    `Leaving out each participant in turn: ${done} of ${total}${seconds === null ? '' : `, ${seconds} s to go`}.`,
  leavingOutStopped: (done: number, total: number) =>
    `Leaving out each participant in turn was stopped after ${done} of ${total}.`,
  stopLeavingOut: 'Stop leaving out participants',
  notLookedAt: 'Participants could not be looked at.',
  leaveOutAgain: 'Leave out each participant in turn',
  moreSafety: 'Comparisons and body systems',
  individual: 'Participants and fit',
  individualLead:
    'What single participants did, how well the model fits them, and what the effect would be without each.',
  arm: 'Arm',
  missing: 'Missing',
  dataTable: 'The numbers as a table',
  saveSvg: 'SVG',
  savePng: 'PNG',
  saveCsv: 'CSV',
  saved: (what: string) => `Save as ${what}`,
  pictureRefused:
    'the browser would not draw the picture; where the policy of the page does not allow img-src data:, that is why. Save the SVG instead.',
  noCanvas: 'the browser has no memory, or no leave, to draw the picture. Save the SVG instead.',

  effectsCaption: 'All effects in standard deviations',
  effectsNote:
    'Estimate and interval of each effect divided by a standard deviation of its score, turned so that the left is the better side.',
  armNamed: 'the arm named',
  standardised: '\u2190 better with the arm named: standard deviations',
  standardisedFavours: (arm: string, reference: string) =>
    `\u2190 better with ${arm} \u00b7 standard deviations \u00b7 better with ${reference} \u2192`,
  forestDescription: (caption: string) =>
    `Forest plot: ${caption}. Points are estimates, lines are intervals; the same numbers are in the table that follows.`,
  differencesCaption: (label: string) => `${label}: difference between arms at each visit`,
  differenceAxis: (unit: string, arrow: string, better: string) =>
    arrow === '\u2190' ? `${arrow} ${better} \u00b7 ${unit}` : `${unit} \u00b7 ${better} ${arrow}`,
  intervals: (level: string) => `Lines: ${level} confidence intervals.`,
  mcidLine: (value: string, unit: string) => `Dashed: the difference that matters, ${value} ${unit}.`,

  trajectoriesCaption: (label: string) => `${label}: every participant`,
  trajectoriesDescription: (label: string, count: number) =>
    `Line plot of ${label} over time for each of ${count} participants, one panel per arm.`,

  curveCaption: (label: string, visit: string) => `${label}, ${visit}: who improved by how much`,
  curveDescription: (caption: string) =>
    `Cumulative responder curve: ${caption}. Percentage of each arm that improved by at least so much.`,
  gainAxis: (unit: string) => `Improvement from baseline of at least, ${unit}`,
  gainAtLeast: 'Improved by at least',
  percentAxis: 'Participants, %',

  correlationCaption: (label: string) => `${label}: correlation between visits`,
  correlationDescription: (caption: string) => `Heat map: ${caption}, as the model estimates it.`,

  normalCaption: (label: string) => `${label}: normal plot of the residuals`,
  normalDescription: (label: string) =>
    `Quantiles of the normalised residuals of ${label} against those of the normal distribution, with a 95% band.`,
  normalNote:
    'Residuals normalised by the model\u2019s covariance. Under the model all points lie in the band in 95 of 100 trials.',
  normalX: 'Normal quantile',
  normalY: 'Residual',
  bandLower: 'Band from',
  bandUpper: 'Band to',
  byVisitCaption: (label: string) => `${label}: residuals by visit`,
  byFittedCaption: (label: string) => `${label}: residuals by fitted value`,
  residualDescription: (caption: string) => `Scatter plot: ${caption}. Dashed lines at \u22121.96 and 1.96.`,
  fitted: 'Fitted value',
  normalised: 'Normalised residual',

  influenceCaption: (label: string) => `${label}: the effect without each participant`,
  influenceDescription: (caption: string) =>
    `Forest plot: ${caption}. The first row is the effect with all, each other row without one participant.`,
  everybody: 'All participants',
  without: (participant: string) => `Without ${participant}`,
  mostDrawn: (drawn: number, all: number) =>
    `Drawn are the ${drawn} of ${all} participants who move the estimate most; the table has all.`,
  moves: 'Moves the estimate by, SE',
  movesNote: 'SE: standard errors of the effect with all participants.',

  eventsCaption: 'Side effects: risk by arm, and difference',
  eventsDescription: (arms: string) =>
    `Dot plot of the percentage of participants with each side effect for ${arms}, and the difference with its interval.`,
  eventsNote: 'Left: participants with the event. Right: difference in percentage points with its confidence interval.',
  mostTerms: (count: number) => `Drawn are the ${count} most frequent; the table of side effects has all.`,
  riskAxis: 'Participants, %',
  differencePoints: 'Difference, percentage points',
  courseCaption: 'Side effects by study day',
  courseDescription: (arms: string) => `Participants with a side effect on each study day, for ${arms}.`,

  missingCaption: (label: string) => `${label}: participants analysed at each visit`,
  missingDescription: (label: string) =>
    `Line plot of the number of participants analysed for ${label} at each visit, by arm.`,
  missingNote: 'Faint lines: all randomised.',
  missingNoteAssigned: 'Faint lines: all participants of the arm.',

  flowCaption: (label: string) => `Participant flow, ${label}`,
  flowDescription: (label: string) =>
    `Flow diagram of the participants from randomisation to the analysis of ${label}; the same numbers are in the table that follows.`,
  flowDescriptionAssigned: (label: string) =>
    `Flow diagram of the participants from their arms to the analysis of ${label}; the same numbers are in the table that follows.`,
  listed: (count: string) => `In the data (${n(count)})`,
  notRandomised: (count: string) => `Not in an arm (${n(count)})`,
  randomised: 'Randomised',
  assigned: 'Assigned',
  withBaseline: 'With a baseline score',
  analysed: 'Analysed',
  notAnalysedReason: (reason: string) => `Not analysed: ${reason}`,
  analysedAt: (visit: string) => `Analysed at ${visit}`,
  randomisedN: (count: string) => `Randomised (${n(count)})`,
  assignedN: (count: string) => `Assigned (${n(count)})`,
  withBaselineN: (count: string) => `With a baseline (${n(count)})`,
  analysedN: (count: string) => `Analysed (${n(count)})`,
  notAnalysedN: (count: string) => `Not analysed (${n(count)})`,
  atVisit: (visit: string, count: string) => `${visit}: ${n(count)}`,
  reason: (reason: string, count: string) => `${reason} (${n(count)})`,
};

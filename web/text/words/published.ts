// SPDX-License-Identifier: MIT
/** Words of results that are shown on a page that is somebody else's. */

export const publishedWords = {
  loading: 'Loading the results\u2026',
  failed: 'The results cannot be shown',
  noAddress: 'No report is named: the address is empty.',
  isPlan: 'What was loaded is a plan and no report: it has no results yet.',
  incomplete: 'Something is not shown',
  missed: 'The plots and sentences that belong here could not be loaded. The tables are complete.',
  missedRemedy:
    "for whoever runs this page: results-plots.js lies beside results.js, and trusted types allow 'allow-duplicates'",
  notJson: (file = 'What was loaded') => `${file} is no JSON.`,
  notPlain: 'What was loaded is too deep or too large for a report, or holds names that no report has.',
  noReport: 'What was loaded is no report of the Fatigue Calculator.',
  unreadable: 'The report is not complete, or another program has changed it.',
  broken: (place: string) =>
    `The report is not complete, or another program has changed it: ${place} is not there or is not what it must be.`,
  otherVersion: (version: string) =>
    `The report has version ${version} of the format, which this page does not know: update the script of the page.`,
  tooLarge: (file: string, megabytes: number) => `${file} is too large for a report: at most ${megabytes} MB are read.`,
  noOutcome: (outcome: string, choices: string) =>
    `The report has no outcome called ${outcome}. It has ${choices}: name one of these.`,
};

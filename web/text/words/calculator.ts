// SPDX-License-Identifier: MIT
/** Words of the calculator on a page that is somebody else's. */
import { plural } from './plural.js';

export const calculatorWords = {
  privacy: 'Your files are read and analysed in this tab. The calculator sends them nowhere.',
  numbered: (number: number) => `Fatigue Calculator ${number}`,
  loading: 'Loading\u2026',
  notLoadedTitle: 'The calculator could not be set up',
  dataNotLoadedTitle: 'Some data could not be loaded',
  tryAgain: 'Try again',
  notReached: (file: string) =>
    `${file} could not be loaded: there is no connection, or its server or this page forbids it.`,
  notFound: (file: string, status: number) => `${file} could not be loaded: the server answered with status ${status}.`,
  redirected: (file: string, from: string, to: string) =>
    `${file} was not loaded: its address on ${from} leads on to another server, ${to}. Give the address there itself, if it is to be trusted.`,
  badAddress: (address: string) => `\u201c${address}\u201d is no address that can be loaded.`,
  planTooLarge: (file: string, megabytes: number) =>
    `${file} is too large for a plan: at most ${megabytes} MB are read.`,
  planNotPlain: 'The plan that was given is no object of plain JSON.',
  notFiles: 'The files must be a list of File objects.',
  noPlan: 'This calculator is locked to a plan, and there is none yet.',
  noPlanRemedy: 'for whoever runs this page: give a plan along with locked',
  planIsFixed: (file: string) =>
    `${file} was not taken: the analysis of this page is fixed, and only data files can be dropped.`,
  dropHint: 'CSV, TSV or Excel (.xlsx), several at once.',
  files: 'Files of the plan',
  loaded: (rows: number) => `loaded, ${plural(rows, 'row')}`,
  notRead: 'could not be read',
  awaited: 'not loaded yet',
  unplanned: (file: string) => `The plan has no file called ${file}, so it is not used.`,
  useAsNamed: (file: string) => `Use ${file} as`,
  notUsed: 'not used',
  withheld: (place: string) => `There is a problem in the data (${place}); the calculator shows it.`,
  withheldPlain: 'There is a problem; the calculator shows it.',
  place: {
    file: (file: string) => file,
    row: (row: number) => `line ${row}`,
    column: (column: string) => `column ${column}`,
  },
  policyHint:
    'The security policy of the page around the calculator may forbid the calculation: it must allow worker-src blob: ' +
    'and script-src \u2018wasm-unsafe-eval\u2019, and with trusted types trusted-types fatigue-calculator lit-html.',
};

// SPDX-License-Identifier: MIT
/** Words of a report that was loaded to be computed anew, and of where the numbers shown come from. */
import { plural } from './plural.js';

export const reproductionWords = {
  title: 'Compared with the report that was loaded',
  close: 'Close the comparison',
  digitsNeeded: (digits: number) =>
    `A number agrees when at least ${digits} of its digits are the same. Limits are measured against half the width of ` +
    'their interval, estimates near 0 against their standard error.',
  verdicts: {
    identical: (numbers: number) =>
      numbers === 1
        ? 'Reproduced: the one number is the same.'
        : `Reproduced: all ${numbers} numbers are the same, digit for digit.`,
    agrees: (numbers: number, least: string, identical: number) =>
      `Reproduced: all ${plural(numbers, 'number')} agree to at least ${least} digits; ${identical} of them are the same, digit for digit.`,
    differs: (differing: number, numbers: number) =>
      `Not reproduced: ${plural(differing, 'value')} of the report ${differing === 1 ? 'differs' : 'differ'}, of ${plural(numbers, 'number')} compared.`,
    other_data: 'Not comparable as it stands: the data are not those the report was made of.',
    other_plan:
      'Not comparable as it stands: the settings are not those of the report. Undo the changes to compare again.',
    waiting: 'The report is loaded. To compute it anew, drop the files it was made of:',
    failed:
      'The report is loaded, but its analysis could not be run on the files that are there: see what is wrong below.',
    working: 'The report is being computed anew\u2026',
  },
  counted: (agreeing: number, numbers: number) => `${agreeing} of ${plural(numbers, 'number')} agree.`,
  added: (n: number) => `${plural(n, 'number')} of the new report ${n === 1 ? 'is' : 'are'} not in the former one.`,
  software: (was: string, is: string) =>
    was === is ? `Both were made by ${was}.` : `The report was made by ${was}; these numbers by ${is}.`,
  altered: 'The plan in the report is not the one it was saved with: its SHA-256 is another than the report says.',
  file: {
    same: (name: string) => `${name}: the same file`,
    other: (name: string) => `${name}: a file of this name with other content is loaded`,
    absent: (name: string) => `${name}: not loaded`,
  },
  elsewhere: (name: string) => `The same content is loaded as ${name}: give the file the name above and drop it again.`,
  sha: (sha256: string) => `SHA-256 ${sha256}`,
  data: 'Data files',
  caption: 'Values that differ, the worst first',
  more: (shown: number, total: number) => `The first ${shown} of ${total} are shown.`,
  where: 'Where',
  was: 'In the report',
  is: 'Now',
  digits: 'Digits',
  nothing: 'not there',
  yes: 'yes',
  no: 'no',
  announced: (verdict: string) => `Compared with the report: ${verdict}`,
};

export const originWords = {
  title: 'Where these numbers come from',
  computed: (time: string, seconds: string) => `Computed ${time} in ${seconds} s`,
  browser: (name: string) => `Browser ${name}`,
  copy: 'Copy as text',
  copied: 'Copied.',
  notCopied: 'The browser does not let this page copy. Select the text and copy it by hand.',
  save: 'Save the report (.json)',
  saveHint: 'Dropped on this page with the data, the saved report is computed anew and compared number by number.',
};

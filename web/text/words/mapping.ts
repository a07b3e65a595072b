// SPDX-License-Identifier: MIT
/** Words on what a file's columns mean: dates, visit windows, one row per item, reading. */
import type { TimeUnit } from '../../contract/plan.js';
import { timeWords } from './time.js';
import { plural } from './plural.js';
import { stackWords } from './stacks.js';

/** Of windows in days, weeks, months or visit numbers. */
const windowsIn = (unit: TimeUnit) => {
  const { one, many, title, titles } = timeWords[unit];
  return {
    hint:
      `A record goes to the nearest planned ${one} whose window holds it; of several for one visit the nearest counts. ` +
      'Records outside all windows are not used, and are told of.',
    at: title,
    before: `${titles} before`,
    after: `${titles} after`,
    twice: (number: string) => `Two visits are planned for ${one} ${number}: give each a ${one} of its own.`,
    overlap: (first: string, second: string) =>
      `The windows of ${first} and ${second} overlap: a record in both goes to the nearer ${one}, of two equally near to the later.`,
    unclear: `The ${many} do not show clearly around which ${many} visits were planned: add the visits yourself.`,
  };
};

export const mappingWords = {
  visitsCount: 'Visits count',
  weeksDropped: (label: string) =>
    `${label}: records are taken as they are, since only visits that count days can be averaged by week.`,
  dates: 'Dates instead of visits',
  datesHint:
    'The study day of a record is counted from the participant\u2019s start date, which stands in the file with the arm.',
  date: 'Date column',
  startDate: 'Start date (randomisation or first dose)',
  dayZeroFrom: 'Days are counted from',
  fromStartDate: 'the start date in the file with the arm',
  fromFirstRecord: 'each participant\u2019s first record',
  takeFirstRecord: 'Day 0 is each participant\u2019s first record',
  repeated: 'Several records of a participant at one visit',
  repeatedRefused: 'are refused, as a mistake',
  repeatedRules: {
    first: 'the first in the file is used',
    last: 'the last in the file is used',
    mean: 'their mean is used',
    none: 'all are set aside',
  },
  takeRepeated: {
    first: 'Take the first',
    last: 'Take the last',
    mean: 'Take the mean',
    none: 'Set all of them aside',
  },
  dayOfStart: 'The start date itself is',
  dayZero: 'day 0',
  dayOne: 'day 1, and there is no day 0 (as CDISC counts)',
  moreEvents: 'More columns of side effects',
  bodySystem: 'Body system column',
  severity: 'Severity column',
  serious: 'Serious column',
  related: 'Related column',
  outcomeAdded: (label: string) => `${label} is analysed now.`,
  visitOrder: 'Order of the visits',
  visitOrderHint: 'The earliest first. It tells the first visit, the last, and which are next to each other.',
  visitOrderOpen:
    'Neither the names of the visits nor the rows tell this order for certain. Put the visits in the order of time, the baseline first, and confirm it.',
  visitOrderConfirm: 'This is the order of time',
  visitEarlier: (visit: string) => `Move ${visit} earlier`,
  visitLater: (visit: string) => `Move ${visit} later`,
  windows: (n: number) => (n === 0 ? 'Visit windows' : `Visit windows (${n})`),
  windowsIn,
  windowVisit: 'Visit',
  windowAdd: 'Add a visit',
  windowRemove: (visit: string) => `Remove the visit ${visit}`,
  windowSuggest: 'Suggest from the data',
  windowsClear: 'Use no windows',
  windowTwice: (visit: string) => `There are two visits called ${visit}.`,
  effectMoved: ({ label, was, now }: { label: string; was: string; now: string | null }) =>
    now === null
      ? `${label}: these windows leave no visit but the baseline to report the effect at.`
      : `${label}: with these windows the effect cannot be at ${was}; it is reported at ${now} instead.`,
  newVisit: (n: number) => `Visit ${n}`,
  parameters: (n: number) => (n === 0 ? 'One row per item or score' : `One row per item or score (${n} codes)`),
  parametersHint:
    'For files in which a column holds the item\u2019s code and another the answer (PARAMCD and AVAL, QSTESTCD and QSSTRESN).',
  parameterColumn: 'Column of the code',
  parameterValue: 'Column of the answer or score',
  parametersOff: 'Each row holds all items',
  onlyRows: (column: string, values: string) => `Only rows with ${column} = ${values} are used.`,
  onlyRemove: (column: string) => `Remove: use rows whatever their ${column}`,
  emptyCell: '(empty)',
  or: ' or ',
  code: 'Code',
  variable: 'Holds',
  codeAs: (code: string) => `Holds (code ${code})`,
  notUsed: 'not used',
  ownVariable: (name: string) => `variable ${name}`,
  itemVariable: (instrument: string, n: number) => `${instrument} item ${n}`,
  codeAdd: 'Add a code',
  codeNew: 'Another code',
  codeTwice: (code: string) => `${code} stands in the list already.`,
  codesAll: 'Use all codes',
  reading: 'As read',
  readingMore: 'Missing values, dates, sheet',
  dateOrder: 'Order in dates',
  dateOrders: { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' },
  automatic: 'as found',
  sheet: 'Sheet of the workbook',
  missing: 'Read as missing, besides empty cells',
  missingHint: 'separated by commas',
  /** The first few are named, so that what a proposal has set is seen before the list is opened. */
  missingInSet: (set: [column: string, codes: string[]][]) => {
    const most = 4;
    const first = set.slice(0, most).map(([column, codes]) => `${column}: ${codes.join(', ')}`);
    const more = set.length > most ? `; ${set.length - most} more` : '';
    return set.length === 0
      ? 'Further codes of one column'
      : `Further codes of one column (${first.join('; ')}${more})`;
  },
  rowSetAside: (row: number, cells: string) => `Row ${row} (${cells}) is left out, as a total or a remark.`,
  rowIsData: (row: number, cells: string) =>
    `Row ${row} (${cells}) looks like a total or a remark, and is used as data.`,
  rowTakeIn: (row: number) => `Use row ${row} as data`,
  rowLeaveOut: (row: number) => `Leave row ${row} out`,
  missingColumn: 'Column',
  missingCodes: 'Codes for missing',
  missingAdd: 'Add codes for a column',
  missingRemove: (column: string) => `Remove the codes of ${column}`,
  missingAre: (codes: string) => `missing: ${codes}`,
  datesAre: (order: string) => `dates: ${order}`,
  ...stackWords,
  codesOf: (column: string) => `Codes in ${column}`,
  codesAreGroups: 'groups, counted each',
  codesAreNumbers: 'numbers with a mean',
  headerRow: 'Header row',
  headerRowHint: 'line with the names of the columns',
  sheetIs: (sheet: string) => `sheet ${sheet}`,
  readingFile: (file: string | undefined) => (file === undefined ? 'Reading' : `Reading ${file}`),
  readingShare: (percent: number) => `${percent}%`,
  readingRows: (rows: number) => plural(rows, 'row'),
  readingCancelled: (files: string) =>
    `Reading was cancelled${files === '' ? '' : `: ${files} was not read`}. Other files are unchanged.`,
};

// SPDX-License-Identifier: MIT
/** Words of tables that are, or may be, put together. */
import { counted, plural } from './plural.js';

export const stackWords = {
  stacked: (visit: string) =>
    `This table is put together from tables with the same columns; the column ${visit} has the visit of each:`,
  stackedRows: 'This table is put together from tables with the same columns, whose rows tell their visits:',
  stackedOne: (visit: string) => `All rows of this file are of one visit, which the column ${visit} has:`,
  stackedFrom: (tables: number) => (tables === 1 ? 'all of one visit' : `put together from ${plural(tables, 'table')}`),
  stackPart: (visit: string, name: string) => `${visit}: ${name}`,
  takeApart: 'Use each as a table of its own',
  takeBack: 'Use the file without this visit',

  offerOne: 'All rows are of one visit',
  offerSeveral: (tables: number) => `Put these ${tables} tables together`,
  offerHint:
    'These tables have the same columns, and neither a column nor a name tells their visits. Say which visit each is of; one without a visit stays a table of its own.',
  offerOneHint: 'No column of this file tells the visit. Where all its rows are of one visit, say which.',
  offerRowsHint: 'These tables have the same columns, and their rows tell their visits.',
  offerCollides: (id: string, visit: string) =>
    `More than one of them has a record of participant ${id} at visit ${visit}. Put together, the two are records of one visit: make sure that the tables are not one export twice, and that no two participants have one number.`,
  offerCollidesAt: (id: string) =>
    `More than one of them has a row of participant ${id}. Make sure that the tables are not one export twice, and that no two participants have one number.`,
  offerVisit: (table: string) => `All rows of ${table} belong to the visit`,
  offerThisVisit: 'All rows of this file belong to the visit',
  offerTake: 'Take this visit for all rows',
  offerTakeOf: (table: string) => `Take this visit for all rows of ${table}`,
  offerPut: (tables: number) => `Put these ${plural(tables, 'table')} together`,
  offerNone: 'Give a visit first.',
  peopleTitle: 'Are these the same people?',
  peopleShared: (shared: number, distinct: number) =>
    `These tables have the same columns, and ${shared} of ${distinct} identifiers stand in more than one of them.`,
  peopleOtherArms: (n: number) =>
    `${counted(n)} of them are in different arms in different tables: these look like different people.`,
  peopleHint: (prefixes: string) =>
    `Different people, as of two centres, are kept apart in one table by what their identifiers begin with (${prefixes}).`,
  peopleApart: (n: number) => `Other people: one table, kept apart by centre, ${counted(n)} participants`,
  peopleSame: 'The same people',
  centresHint:
    'These tables have the same columns, with visits, arms and participants of their own, as centres of one trial have them.',
  visitsDiffer:
    'They call their visits differently. Which visit is which is proposed in the order of the visits: look at each before you put the tables together.',
  visitsChosen:
    'They call their visits differently, and have not the same number of them: say of each which it is, so that no two times are taken as one.',
  toChoose: 'choose\u2026',
  visitOpen: (visit: string, table: string) =>
    `Say first which visit ${visit} in ${table} is, or that it is one of its own.`,
  armsDiffer: 'They call their arms differently. Say which are the same, or that they are arms of their own.',
  armIs: (arm: string, table: string) => `The arm ${arm} in ${table} is`,
  armOwn: 'an arm of its own',
  armOpen: (arm: string, table: string) => `Say first which arm ${arm} in ${table} is, or that it is one of its own.`,
  armTwice: (arm: string, table: string) => `Two arms of ${table} would be ${arm}: choose another for one of them.`,
  visitIs: (visit: string, table: string) => `${visit} in ${table} is`,
  visitOwn: 'a visit of its own',
  visitTwice: (visit: string, table: string) =>
    `Two visits of ${table} would be ${visit}: choose another for one of them.`,
  offerElsewhere: (table: string) => `It has the columns of ${table}, where they can be put together.`,
};

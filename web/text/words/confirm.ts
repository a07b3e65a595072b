// SPDX-License-Identifier: MIT
/** Words on what results rest on that nobody has said yet; the answers are in answers.ts. */
import { counted } from './plural.js';

export const confirmWords = {
  title: 'To confirm',
  lead: 'The results below rest on what the data do not say. One click confirms it, or choose otherwise.',
  /** In small print below a table. */
  note: (assumption: string) => `To confirm: ${assumption}`,
  /** At the head of the results in sentences. */
  paragraph: 'To be confirmed before use: {list}',
  /** Beside the effect in the bar: how many, as a button that goes to the first of them. */
  mark: (n: number) => `${counted(n)} to confirm`,
  goTo: 'Go to the first thing to confirm',

  ids: (at: { file: string; own: number; roster: string; listed: number; both: number }) =>
    `Most participants are in one file only. Of ${at.own} in ${at.file} and ${at.listed} in ${at.roster}, ${at.both} are in ` +
    'both, and the results are of these alone.',
  idsPlain: (n: number) =>
    `If capitals, leading zeros, blanks and punctuation did not count, ${counted(n)} would be in both.`,
  idsNumbers: (n: number) => `By the number in each identifier, as in 7 and MS-007, ${counted(n)} would be in both.`,

  people: (files: string, shared: number, distinct: number) =>
    `Are these the same people? ${files} have the same columns, and ${shared} of ${distinct} identifiers stand in more ` +
    'than one of them. Until it is said, the same identifier is taken as the same participant.',
  peopleOtherArms: (n: number) =>
    `${counted(n)} of them are in different arms in different files: these look like different people.`,

  arms: (told: string) =>
    `The tables call their arms differently (${told}). Until it is said, these are arms of their own, and a difference ` +
    'between two of them may be one between the tables.',
  armsOf: (table: string, arms: string) => `${table}: ${arms}`,

  reference: (arm: string) =>
    `${arm} is taken as the reference arm. The data do not say which arm is the control, and the sign of every difference ` +
    'depends on it.',

  slope: (outcome: string, when: string) =>
    `${outcome}: the effect is taken as the difference in slopes (${when}). The data do not say that this was planned.`,
  slopePrimary: 'It is taken as the primary outcome, as the diary.',
  items: (at: { instrument: string; columns: string; count: number; scoring: string }) =>
    `${at.instrument}: ${at.columns} are taken as its items 1 to ${at.count} in this order, by their numbers, and scored as: ` +
    `${at.scoring}. The data do not say whether the columns are these items, nor which scoring was planned.`,

  visit: (visit: string, outcomes: string) =>
    `${outcomes}: the effect is reported at ${visit}, the last visit. The data do not say which visit was planned.`,
  baseline: (outcome: string, visit: string) =>
    `${outcome}: changes are counted from ${visit}, the first visit. The data do not say that it is before treatment.`,
};

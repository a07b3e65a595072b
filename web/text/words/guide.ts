// SPDX-License-Identifier: MIT
/** Words of the guide: each question of an analysis in plain words, for somebody who never fitted a model. */
import type { TimeUnit } from '../../contract/plan.js';
import { timeWords } from './time.js';

export const guideWords = {
  title: 'New to this? Step by step in plain words',
  lead:
    'Each answer is the present one. Changing it here is the same as changing it in the settings below, and every change ' +
    'can be undone.',
  noOutcomes:
    'Nothing is measured yet: choose a questionnaire at the file that holds its answers, above, and then \u201cAdd an ' +
    'outcome\u201d below.',
  what: {
    question: 'What is measured?',
    why: 'One outcome answers the trial\u2019s main question: the primary one. The others are looked at beside it.',
    label: 'The main outcome',
    several: (labels: string) => `The plan has several primary outcomes: ${labels}. Their roles are set below.`,
    answer: (score: string, file: string) => `It is the score \u201c${score}\u201d, from ${file}.`,
    lower: 'A lower score is better.',
    higher: 'A higher score is better.',
  },
  start: {
    question: 'Where does everybody start?',
    why: 'Before treatment the arms should not differ. That visit is compared with, and is no result itself.',
    label: 'The visit before treatment',
    first: 'the first one in the data',
    rule: 'A rule makes the start from several records; it is set below.',
    unused: 'This analysis takes the score as it is, not its change from a visit.',
  },
  when: {
    question: 'When should the treatment have worked?',
    why: 'Choose the time before looking at results, best as the protocol has it.',
    label: 'The time that counts',
    average: 'all later visits together, on average',
    slope: (unit: TimeUnit) =>
      `The effect is how fast the score changes per ${timeWords[unit].one}, from the first to the last: no single visit counts. ` +
      'Another kind of effect is chosen with the model, below.',
  },
  arms: {
    question: 'Who is compared with whom?',
    why: 'A difference is \u201ceach arm minus this one\u201d. Usually it is the placebo, or the usual care.',
    label: 'The arm the others are compared with',
    none: 'No arms are known yet: choose the arm column at the file of participants, above.',
    differences: (list: string) => `Reported: ${list}.`,
  },
  randomised: {
    question: 'Who decided which arm a participant was in?',
    why: 'Only chance makes arms alike but for the treatment. The files do not tell it, so the report says \u201crandomised\u201d where you say so.',
    label: 'How the arms came about',
    no: 'not said, or not by chance: the report says \u201cassigned\u201d',
    yes: 'by chance, in a randomised trial',
  },
  adjusted: {
    question: 'Was the randomisation stratified, or does the protocol name factors to adjust for?',
    why:
      'Such factors belong in the model, for all outcomes alike. Choose none because of what the data show: adjust only for ' +
      'what was planned.',
  },
  pilot: {
    question: 'Was the trial planned to give an answer?',
    why:
      'A pilot trial is too small to show whether a treatment works: it estimates, and tests nothing. Its p values are ' +
      'left out.',
    label: 'The kind of trial',
    full: 'planned with enough participants: with p values',
    pilot: 'a pilot trial: intervals without p values',
  },
  sure: {
    question: 'How sure should the interval be?',
    why: 'The interval holds the effects that the data go with. 95% is usual.',
    label: 'The interval\u2019s level, in percent',
  },
};

// SPDX-License-Identifier: MIT
/** Words on who took part: flow, characteristics at the start, guesses of the arm. */
import { plural } from './plural.js';

export const participantWords = {
  title: 'Participants',
  flow: {
    caption: 'Participants through the trial',
    stage: 'Stage',
    randomised: 'Randomised',
    assigned: 'Assigned to an arm',
    withBaseline: 'With a baseline score',
    analysed: 'In the analysis',
    notAnalysed: (reason: string) => `Not in the analysis: ${reason}`,
    noVisit: 'no record at any visit of the analysis',
    atVisit: (visit: string) => `${visit}: in the analysis`,
    missingAtVisit: (visit: string, reason: string) => `${visit}: ${reason}`,
    listed: (n: number) => `${plural(n, 'participant')} in the files.`,
    notRandomised: (n: number, reason: string) => `Not counted in an arm: ${n}, ${reason}.`,
    once: 'Each participant is counted once, under the first reason that applies.',
    noBaseline: 'the outcome has no baseline',
  },
  baseline: {
    caption: 'Characteristics at the start',
    characteristic: 'Characteristic',
    all: 'All',
    meanSd: 'Mean (SD)',
    median: 'Median [quartiles]',
    range: 'Range',
    missing: 'Missing',
    difference: (arm: string, reference: string) => `Standardised difference, ${arm} minus ${reference}`,
    noValues: 'no values',
    notDefined: 'not defined for these values',
    percentNote: 'Percentages are of the participants with a value.',
    noTestsAssigned: 'Differences at the start are described, not tested.',
    noTests: 'Arms were formed at random, so differences at the start are not tested.',
    differenceNote:
      'Standardised difference: difference of the means divided by the pooled SD; for categories as in Yang and Dalton 2012.',
  },
  blinding: {
    title: 'Blinding',
    caption: 'Arm that participants thought they were given',
    arm: 'Arm given',
    asked: 'Answered',
    missing: 'No answer',
    guess: 'Guess',
    indices: 'Blinding indices',
    index: 'Index',
    of: 'Of',
    estimate: 'Estimate',
    james: 'James',
    bang: 'Bang',
    allArms: 'all arms',
    note:
      'James: 1 is complete blinding, 0 none. Bang: by arm, 1 is all guesses right, 0 as many right as wrong, \u22121 all ' +
      'wrong.',
    notDefined: 'not defined for these counts',
  },
};

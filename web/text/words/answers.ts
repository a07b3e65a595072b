// SPDX-License-Identifier: MIT
/** Answers to what is to be confirmed, which published results do not ask. */
import { counted } from './plural.js';

export const answerWords = {
  joinIds: (n: number) => `Take these ${counted(n)} as the same participants`,
  joinNumbers: (n: number) => `Take these ${counted(n)} as the same participants, by their numbers`,
  keepIds: (both: number) => `No, leave them: only ${counted(both)} are to be analysed`,
  samePeople: (n: number) => `The same people: ${counted(n)} participants`,
  otherPeople: (n: number) => `Other people, ${counted(n)} participants: put the files together above`,
  sameArm: (arm: string, other: string) => `${arm} is ${other}`,
  chooseArm: (arm: string) => `${arm} is`,
  chooseArmOpen: 'choose\u2026',
  otherArms: 'No, they are different arms',
  keepReference: (arm: string) => `Yes, ${arm} is the reference`,
  otherReference: (arm: string) => `No, ${arm} is the reference`,
  chooseReference: 'Compared with',
  keep: 'Yes, that is right',
  range: 'Yes, from 0 to 100',
  centimetres: 'No, centimetres: from 0 to 10',
  keepSlope: 'Yes, the slope was planned',
  keepPrimarySlope: 'Yes, primary and the slope',
  meanOfDays: 'No, the mean of all days',
  weeklyMeans: 'No, weekly means',
  chooseElsewhere: 'No, choose it in the analysis',
  keepItems: 'Yes, these items and this scoring',
  chooseScoring: 'Scored as',
  keepBaseline: (visit: string) => `Yes, ${visit} is the baseline`,
  chooseBaseline: 'Baseline',
  keepVisit: (visit: string) => `Yes, ${visit} was planned`,
  chooseVisit: 'Visit of the effect',
};

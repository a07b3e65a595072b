// SPDX-License-Identifier: MIT
/** The simulated examples, carried inside the page. */
import diaryDiary from '../../examples/daily-diary/diary.csv?raw';
import diaryParticipants from '../../examples/daily-diary/participants.csv?raw';
import diaryPlan from '../../examples/daily-diary/plan.json?raw';
import followOnEvents from '../../examples/follow-on/adverse-events.csv?raw';
import followOnDiary from '../../examples/follow-on/diary.csv?raw';
import followOnFss from '../../examples/follow-on/fss.csv?raw';
import followOnMfis from '../../examples/follow-on/mfis.csv?raw';
import followOnParticipants from '../../examples/follow-on/participants.csv?raw';
import followOnPlan from '../../examples/follow-on/plan.json?raw';
import pilotEvents from '../../examples/ketamine-pilot/adverse-events.csv?raw';
import pilotDiary from '../../examples/ketamine-pilot/diary.csv?raw';
import pilotParticipants from '../../examples/ketamine-pilot/participants.csv?raw';
import pilotPlan from '../../examples/ketamine-pilot/plan.json?raw';
import pilotQuestionnaires from '../../examples/ketamine-pilot/questionnaires.csv?raw';
import type { ExampleName } from '../text/words/examples.js';

/** Text of each file by example and name. */
const texts: Record<ExampleName, Record<string, string>> = {
  'ketamine-pilot': {
    'participants.csv': pilotParticipants,
    'diary.csv': pilotDiary,
    'questionnaires.csv': pilotQuestionnaires,
    'adverse-events.csv': pilotEvents,
    'plan.json': pilotPlan,
  },
  'follow-on': {
    'participants.csv': followOnParticipants,
    'mfis.csv': followOnMfis,
    'fss.csv': followOnFss,
    'diary.csv': followOnDiary,
    'adverse-events.csv': followOnEvents,
    'plan.json': followOnPlan,
  },
  'daily-diary': {
    'participants.csv': diaryParticipants,
    'diary.csv': diaryDiary,
    'plan.json': diaryPlan,
  },
};

export const exampleNames = Object.keys(texts) as ExampleName[];

export function exampleFiles(example: ExampleName): File[] {
  return Object.entries(texts[example]).map(([name, content]) => new File([content], name));
}

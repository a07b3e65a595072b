// SPDX-License-Identifier: MIT
/** The simulated pilot, carried inside the page. */
import adverseEvents from '../../examples/ketamine-pilot/adverse-events.csv?raw';
import diary from '../../examples/ketamine-pilot/diary.csv?raw';
import participants from '../../examples/ketamine-pilot/participants.csv?raw';
import plan from '../../examples/ketamine-pilot/plan.json?raw';
import questionnaires from '../../examples/ketamine-pilot/questionnaires.csv?raw';

export function exampleFiles(): File[] {
  return [
    new File([participants], 'participants.csv'),
    new File([diary], 'diary.csv'),
    new File([questionnaires], 'questionnaires.csv'),
    new File([adverseEvents], 'adverse-events.csv'),
    new File([plan], 'plan.json'),
  ];
}

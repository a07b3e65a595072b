// SPDX-License-Identifier: MIT
/** Words for the choice among the simulated examples; each is told by its design, its size and what it shows. */

export const exampleWords = {
  title: 'Or look at an example. All three are simulated.',
  choices: {
    'ketamine-pilot': {
      open: 'Open the pilot',
      about:
        '18 people, one infusion of ketamine or midazolam, four weeks: a diary\u2019s slope and two questionnaires, ' +
        'made up along the published design and shown beside its results.',
    },
    'follow-on': {
      open: 'Open the follow-on trial',
      about:
        '110 people, two doses of ketamine and midazolam, eight weeks: three arms, adjusted p values, outcomes tested ' +
        'in order, responders, side effects and blinding.',
    },
    'daily-diary': {
      open: 'Open the diary trial',
      about:
        '60 people, bright or dim light, a rating a day for five weeks: weekly means, slopes and areas under the curve, ' +
        'from files with dates, semicolons and gaps.',
    },
  },
};

export type ExampleName = keyof typeof exampleWords.choices;

// SPDX-License-Identifier: MIT
// Simulates a trial with the design of a pilot of ketamine for fatigue in multiple sclerosis and writes its four CSVs:
//
//   node examples/ketamine-pilot/generate.mjs [folder]
//
// The data are simulated: no value comes from a person. Each participant has a latent severity; answers to the items
// follow from it, from the visit's state, the arm's course and noise. The effects in `course` are near those published
// (Fitzgerald et al. 2021), and because 18 participants scatter widely, the seeds were then chosen among tens of thousands
// so that the default analysis of this one data set gives estimates and p values near the published ones. So their
// agreement shows nothing about ketamine, and nothing about the method of analysis.

import { clamp, csv, numbered, randomStream, spread, sum, writeIfRun } from '../simulation.mjs';

/** One seed per file, so that redrawing one leaves the others as they are. */
export const chosenSeeds = { participants: 636, diary: 1389, questionnaires: 656, adverseEvents: 44 };

const diaryDays = [0, 1, 2, 3, 4, 5, 6, 7];
const visitDays = [0, 7, 14, 21, 28];

/** Mean course by arm: diary slope in points per day; mean change of the FSS and MFIS sums at each visit day. */
const course = {
  ketamine: { slope: -0.16, fss: [0, -7.6, -6.6, -5.6, -4.6], mfis: [0, -10, -14, -17, -19] },
  midazolam: { slope: -0.06, fss: [0, -2, -1.6, -1.4, -1], mfis: [0, -5, -5.5, -5, -4.5] },
};

/** MFIS items, numbered from 1, of the cognitive scale; they share a deviation of their own. */
const cognitiveItems = [1, 2, 3, 5, 11, 12, 15, 16, 18, 19];

/** Probability of each event on the day of the infusion. */
const eventRisk = {
  ketamine: {
    dizziness: 0.5,
    numbness: 0.45,
    euphoria: 0.4,
    'impaired concentration': 0.35,
    'raised blood pressure': 0.3,
  },
  midazolam: {
    dizziness: 0.25,
    numbness: 0.05,
    euphoria: 0.15,
    'impaired concentration': 0.3,
    'raised blood pressure': 0.05,
  },
};

/** The four files as text, by name. */
export function simulate(seeds) {
  const participants = enrol(randomStream(seeds.participants));
  return {
    'participants.csv': csv(participants, ['id', 'arm', 'age', 'sex', 'disease_course']),
    'diary.csv': csv(diary(participants, randomStream(seeds.diary))),
    'questionnaires.csv': csv(questionnaires(participants, randomStream(seeds.questionnaires))),
    'adverse-events.csv': csv(adverseEvents(participants, randomStream(seeds.adverseEvents))),
  };
}

/** 18 participants in blocks of three, two to ketamine and one to midazolam. `severity` is latent, mean 0 and SD 1. */
function enrol(random) {
  const participants = [];
  for (let block = 0; block < 6; block++) {
    const midazolamAt = Math.floor(random.uniform() * 3);
    for (let place = 0; place < 3; place++) {
      participants.push({
        id: `K${String(participants.length + 1).padStart(2, '0')}`,
        arm: place === midazolamAt ? 'midazolam' : 'ketamine',
        age: Math.round(random.normalWithin(46, 12.5, 18, 65)),
        sex: random.chance(0.61) ? 'male' : 'female',
        disease_course: random.pick({
          'relapsing-remitting': 0.6,
          'secondary progressive': 0.25,
          'primary progressive': 0.15,
        }),
        severity: random.normal(),
      });
    }
  }
  return participants;
}

/** Daily Fatigue Severity, one row a day; a missed day is either an empty cell or no row. */
function diary(participants, random) {
  const rows = [];
  for (const { id, arm, severity } of participants) {
    const level = 6.2 + 0.9 * severity + 0.9 * random.normal();
    const slope = course[arm].slope + 0.16 * random.normal();
    for (const day of diaryDays) {
      const dfs = clamp(Math.round(level + slope * day + 0.9 * random.normal()), 0, 10);
      const fate = day === 0 ? 1 : random.uniform();
      if (fate >= 0.03) rows.push({ id, day, dfs: fate < 0.07 ? '' : dfs });
    }
  }
  return rows;
}

/** FSS and MFIS items at each visit, with single items left blank and a few visits missed. */
function questionnaires(participants, random) {
  const fssItem = spread(9, 0.6, random);
  const mfisItem = spread(21, 0.5, random);
  const rows = [];
  for (const participant of participants) {
    let visits;
    do visits = answers(participant, fssItem, mfisItem, random);
    while (sum(visits[0].mfis) <= 33); // entry criterion
    for (const { day, fss, mfis } of visits) {
      if (missed(participant.id, day)) continue;
      const items = { ...numbered('fss', fss), ...numbered('mfis', mfis) };
      for (const name of Object.keys(items)) if (random.chance(0.008)) items[name] = '';
      for (const name of leftBlank(participant.id, day)) items[name] = '';
      rows.push({ id: participant.id, day, ...items });
    }
  }
  return rows;
}

/** One participant's answers. Sums are about 50 (FSS) and 55 (MFIS) at baseline; alpha is about 0.9 for both. */
function answers({ arm, severity }, fssItem, mfisItem, random) {
  const fssTrait = 50 + 6 * severity + 4 * random.normal();
  const mfisTrait = 55 + 9 * severity + 6 * random.normal();
  const cognitive = 0.3 * random.normal();
  let state = random.normal(); // drifts from visit to visit
  return visitDays.map((day, v) => {
    state = v === 0 ? state : 0.6 * state + 0.8 * random.normal();
    const fssLevel = (fssTrait + course[arm].fss[v] + 2.2 * state + 2.4 * random.normal()) / 9;
    const mfisLevel = (mfisTrait + course[arm].mfis[v] + 6 * state + 5.5 * random.normal()) / 21;
    return {
      day,
      fss: fssItem.map((offset) => clamp(Math.round(fssLevel + offset + 0.8 * random.normal()), 1, 7)),
      mfis: mfisItem.map((offset, j) => {
        const domain = cognitiveItems.includes(j + 1) ? cognitive : -cognitive;
        return clamp(Math.round(mfisLevel + offset + domain + 0.7 * random.normal()), 0, 4);
      }),
    };
  });
}

/** K14 leaves the trial after day 14; K04 misses day 14, K10 day 21. */
function missed(id, day) {
  return (id === 'K14' && day > 14) || (id === 'K04' && day === 14) || (id === 'K10' && day === 21);
}

/** K07 skips three FSS items at day 7: still scored, prorated. K16 stops halfway at day 21: the MFIS cannot be scored. */
function leftBlank(id, day) {
  if (id === 'K07' && day === 7) return ['fss4', 'fss6', 'fss8'];
  if (id === 'K16' && day === 21) return Array.from({ length: 12 }, (_, j) => `mfis${j + 10}`);
  return [];
}

/** Events of the infusion day, most of them mild; a few come back on day 1. */
function adverseEvents(participants, random) {
  const rows = [];
  for (const { id, arm } of participants) {
    for (const [event, risk] of Object.entries(eventRisk[arm])) {
      if (!random.chance(risk)) continue;
      rows.push({ id, day: 0, event, severity: random.chance(0.75) ? 'mild' : 'moderate' });
      if (random.chance(0.12)) rows.push({ id, day: 1, event, severity: 'mild' });
    }
  }
  return rows;
}

writeIfRun(import.meta.url, () => simulate(chosenSeeds));

// SPDX-License-Identifier: MIT
// Simulates a trial that might follow the pilot (two doses of ketamine and midazolam, two infusions four weeks apart) and
// writes its five CSVs:
//
//   node examples/follow-on/generate.mjs [folder]
//
// The data are simulated: no value comes from a person, and the effects in `course` are made up. Each participant has a
// latent severity and a state that drifts from visit to visit; answers to the items follow from these, from the arm's
// course and from noise. Then answers, days and visits go missing.

import { clamp, csv, mean, numbered, randomStream, shuffle, spread, sum, writeIfRun } from '../simulation.mjs';

export const chosenSeed = 1;
export const arms = ['midazolam', 'ketamine 0.25 mg/kg', 'ketamine 0.5 mg/kg'];
const [midazolam, lowDose, highDose] = arms;
const size = 110;

const weeks = [0, 1, 4, 5, 8];
const mfisWeeks = [0, 4, 8];
const infusions = [0, 28];
const diaryDays = [0, 1, 2, 3, 4, 5, 6, 7, 29, 30, 31, 32, 33, 34, 35];

/** Mean change on the latent scales: the FSS and MFIS sums at each week, the diary in the week after each infusion. */
const course = {
  [midazolam]: { fss: [0, -2.5, -1.5, -2.5, -1.5], mfis: [0, -5, -4, -6, -5], dfs: [0, -0.3, -0.4] },
  [lowDose]: { fss: [0, -7, -5, -7.5, -5.5], mfis: [0, -13, -12, -15, -13], dfs: [0, -0.9, -1.1] },
  [highDose]: { fss: [0, -10, -8, -11, -9], mfis: [0, -18, -17, -20, -18], dfs: [0, -1.4, -1.7] },
};

/** What the trial estimates, on the scored scales, as `trueDifferences` finds it. */
export const trueEffects = {
  [lowDose]: { mfis: -7.7, fss: -3.4, dfs: -0.6 },
  [highDose]: { mfis: -12.5, fss: -6.3, dfs: -1.1 },
};

/** MFIS items, numbered from 1, of the cognitive scale; they share a deviation of their own. */
const cognitiveItems = [1, 2, 3, 5, 11, 12, 15, 16, 18, 19];

/** Probability of each event at an infusion by arm, in the order of `arms`, and the system it is counted under. */
const infusionEvents = {
  dizziness: { risk: [0.1, 0.18, 0.28], system: 'nervous system' },
  drowsiness: { risk: [0.26, 0.12, 0.14], system: 'nervous system' },
  headache: { risk: [0.06, 0.08, 0.1], system: 'nervous system' },
  nausea: { risk: [0.05, 0.1, 0.16], system: 'gastrointestinal' },
  dissociation: { risk: [0.02, 0.16, 0.32], system: 'psychiatric' },
  'raised blood pressure': { risk: [0.02, 0.08, 0.14], system: 'vascular' },
};

/** Probability in eight weeks of each event that has nothing to do with the infusions. */
const otherEvents = {
  'urinary tract infection': { risk: 0.07, serious: 0.2, system: 'infections' },
  'upper respiratory infection': { risk: 0.12, serious: 0, system: 'infections' },
  'multiple sclerosis relapse': { risk: 0.03, serious: 0.5, system: 'nervous system' },
  fall: { risk: 0.05, serious: 0.1, system: 'injury' },
};

/** The five files as text, by name. */
export function simulate(seed) {
  const random = (part) => randomStream(10 * seed + part);
  const people = enrol(random(0));
  const missing = random(1);
  for (const person of people) person.lastWeek = lastWeek(person, missing);
  const guesses = random(2);
  for (const person of people) person.guess = guess(person, guesses);
  return {
    'participants.csv': csv(people, ['id', 'arm', 'age', 'sex', 'course', 'edss', 'guess']),
    'mfis.csv': csv(questionnaire(people, 'mfis', mfisWeeks, missing)),
    'fss.csv': csv(questionnaire(people, 'fss', weeks, missing)),
    'diary.csv': csv(diary(people, missing)),
    'adverse-events.csv': csv(adverseEvents(people, random(3))),
  };
}

/** Blocks of three, one of each arm. */
function enrol(random) {
  const form = { fss: spread(9, 0.6, random), mfis: spread(21, 0.5, random) };
  const people = [];
  while (people.length < size) {
    for (const arm of shuffle([...arms], random)) {
      if (people.length === size) break;
      people.push({ id: `F${String(people.length + 1).padStart(3, '0')}`, arm, ...participant(arm, form, random) });
    }
  }
  return people;
}

/** What one participant would answer if nothing went missing. */
function participant(arm, form, random) {
  const course = random.pick({ relapsing: 0.65, progressive: 0.35 });
  const isProgressive = course === 'progressive';
  const person = {
    age: Math.round(random.normalWithin(isProgressive ? 52 : 44, 10, 18, 65)),
    sex: random.chance(0.7) ? 'female' : 'male',
    course,
    edss: Math.round(2 * random.normalWithin(isProgressive ? 4.8 : 2.8, 1.1, 1, 6.5)) / 2,
  };
  let answers;
  do answers = answer(arm, isProgressive, form, random);
  while (sum(answers.mfis[0]) <= 33); // entry criterion
  return { ...person, ...answers };
}

/** Sums are about 49 (FSS) and 53 (MFIS) at baseline; alpha is about 0.9 for both. */
function answer(arm, isProgressive, form, random) {
  const severity = random.normal() + (isProgressive ? 0.3 : -0.15);
  const trait = { fss: 48 + 5 * severity + 3 * random.normal(), mfis: 52 + 9 * severity + 5 * random.normal() };
  const cognitive = 0.3 * random.normal();
  let state = random.normal(); // drifts from visit to visit
  const visits = weeks.map((_, w) => {
    state = w === 0 ? state : 0.6 * state + 0.8 * random.normal();
    const fss = (trait.fss + course[arm].fss[w] + 2.5 * state + 2.5 * random.normal()) / 9;
    const mfis = (trait.mfis + course[arm].mfis[w] + 5.5 * state + 5 * random.normal()) / 21;
    const domain = (j) => (cognitiveItems.includes(j + 1) ? cognitive : -cognitive);
    return {
      fss: form.fss.map((offset) => clamp(Math.round(fss + offset + 0.8 * random.normal()), 1, 7)),
      mfis: form.mfis.map((offset, j) => clamp(Math.round(mfis + offset + domain(j) + 0.7 * random.normal()), 0, 4)),
    };
  });
  return {
    fss: visits.map(({ fss }) => fss),
    mfis: visits.map(({ mfis }) => mfis),
    dfs: ratings(arm, severity, random),
  };
}

/** Daily Fatigue Severity on the days of the diary; each of the two weeks has a deviation of its own. */
function ratings(arm, severity, random) {
  const level = 5.8 + 0.9 * severity + 0.8 * random.normal();
  const week = [0, 0.6 * random.normal(), 0.6 * random.normal()];
  return diaryDays.map((day) => {
    const part = day === 0 ? 0 : day < 28 ? 1 : 2;
    return clamp(Math.round(level + course[arm].dfs[part] + week[part] + 0.9 * random.normal()), 0, 10);
  });
}

/** The last week someone is seen; leaving is likelier after a visit without improvement on the FSS. */
function lastWeek({ fss }, random) {
  for (let w = 1; w < weeks.length; w++) {
    const isBetter = sum(fss[w - 1]) < sum(fss[0]);
    if (random.chance(w === 1 || isBetter ? 0.015 : 0.06)) return weeks[w - 1];
  }
  return weeks.at(-1);
}

/** One row per participant and week until they leave; 3% of later visits are missed, 0.8% of answers left blank. */
function questionnaire(people, name, at, random) {
  const rows = [];
  for (const person of people) {
    for (const week of at.filter((each) => each <= person.lastWeek)) {
      if (week > 0 && random.chance(0.03)) continue;
      const items = person[name][weeks.indexOf(week)].map((value) => (random.chance(0.008) ? '' : value));
      // One in a hundred stops before half the form is filled in.
      if (week > 0 && random.chance(0.01)) items.fill('', 2 + Math.floor((random.uniform() * items.length) / 3));
      rows.push({ id: person.id, week, ...numbered(name, items) });
    }
  }
  return rows;
}

/** One row per participant, one column per day; 6% of the days are missed, and now and then a whole week. */
function diary(people, random) {
  return people.map(({ id, dfs, lastWeek }) => {
    const isKept = [true, !random.chance(0.03), lastWeek >= 5 && !random.chance(0.04)];
    const cells = dfs.map((value, d) => {
      const day = diaryDays[d];
      if (day === 0) return value;
      return isKept[day < 28 ? 1 : 2] && !random.chance(0.06) ? value : '';
    });
    return { id, ...Object.fromEntries(diaryDays.map((day, d) => [`dfs_d${day}`, cells[d]])) };
  });
}

/** What was felt at the infusions gives some of the blind away; those who left were not asked. */
function guess({ arm, lastWeek }, random) {
  if (lastWeek < 8) return '';
  if (random.chance(0.3)) return "don't know";
  return random.chance(0.3) ? arm : random.pick(Object.fromEntries(arms.map((each) => [each, 1 / arms.length])));
}

/** Events of the infusion days, and of everyday life on any day, while in the trial. */
function adverseEvents(people, random) {
  const rows = [];
  for (const { id, arm, lastWeek } of people) {
    const own = [];
    for (const day of infusions.filter((each) => each <= 7 * lastWeek)) {
      for (const [event, { risk, system }] of Object.entries(infusionEvents)) {
        if (!random.chance(risk[arms.indexOf(arm)])) continue;
        const severity = random.pick({ mild: 0.72, moderate: 0.25, severe: 0.03 });
        const related = random.chance(event === 'headache' ? 0.5 : 0.9) ? 'yes' : 'no';
        own.push({ id, day, event, system, severity, serious: 'no', related });
      }
    }
    for (const [event, { risk, serious, system }] of Object.entries(otherEvents)) {
      const day = 1 + Math.floor(56 * random.uniform());
      if (!random.chance(risk) || day > 7 * lastWeek) continue;
      const isSerious = random.chance(serious);
      const severity = isSerious ? 'severe' : random.pick({ mild: 0.5, moderate: 0.5 });
      own.push({ id, day, event, system, severity, serious: isSerious ? 'yes' : 'no', related: 'no' });
    }
    rows.push(...own.sort((a, b) => a.day - b.day));
  }
  return rows;
}

/**
 * True differences from midazolam, on the scored scales: means over `perArm` participants of whom nothing is missing.
 * Rounding and the ends of the items' ranges make them a little smaller than the differences of the courses.
 */
export function trueDifferences(perArm, seed) {
  const random = randomStream(seed);
  const form = { fss: spread(9, 0.6, random), mfis: spread(21, 0.5, random) };
  const means = arms.map((arm) => {
    const drawn = Array.from({ length: perArm }, () => changes(participant(arm, form, random)));
    return Object.fromEntries(Object.keys(drawn[0]).map((name) => [name, mean(drawn.map((each) => each[name]))]));
  });
  const from = (a) => Object.fromEntries(Object.keys(means[0]).map((name) => [name, means[a][name] - means[0][name]]));
  return { [lowDose]: from(1), [highDose]: from(2) };
}

/** What the three outcomes look at: MFIS and FSS at week 4, the diary's mean in the week after the first infusion. */
function changes({ mfis, fss, dfs }) {
  const week4 = weeks.indexOf(4);
  return {
    mfis: sum(mfis[week4]) - sum(mfis[0]),
    fss: sum(fss[week4]) - sum(fss[0]),
    dfs: mean(dfs.slice(1, 8)) - dfs[0],
  };
}

writeIfRun(import.meta.url, () => simulate(chosenSeed));

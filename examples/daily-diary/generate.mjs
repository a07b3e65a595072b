// SPDX-License-Identifier: MIT
// Simulates a diary trial (bright light against dim light for fatigue, one rating a day) and writes its two CSVs, in the
// dialect of a spreadsheet set to German: semicolons between cells, decimal commas, dates in place of study days:
//
//   node examples/daily-diary/generate.mjs [folder]
//
// The data are simulated: no value comes from a person, and the effects in `slope` are made up. Each participant has a
// level, a slope over the days of treatment and day-to-day noise that lingers. Then days go missing.

import { clamp, csv, mean, randomStream, shuffle, sum, writeIfRun } from '../simulation.mjs';

export const chosenSeed = 1;
export const arms = ['dim light', 'bright light'];
const size = 60;

/** Study day 0 is the day of randomisation, the last without treatment. */
const firstDay = -6;
const lastDay = 28;
const days = Array.from({ length: lastDay - firstDay + 1 }, (_, d) => firstDay + d);

/** Mean change by arm in points per day of treatment. */
const slope = { 'dim light': -0.01, 'bright light': -0.05 };

/** What the trial estimates, on the scored scale, as `trueDifferences` finds it. */
export const trueEffects = { weekly: -1, daily: -0.04, area: -0.58 };

/** Both files as text, by name. */
export function simulate(seed) {
  const random = (part) => randomStream(10 * seed + part);
  const people = enrol(random(0));
  return {
    'participants.csv': csv(people, ['id', 'arm', 'start_date', 'age', 'sex', 'bmi'], ';'),
    'diary.csv': csv(diary(people, random(1)), ['id', 'date', 'fatigue_nrs'], ';'),
  };
}

/** Blocks of four, two of each arm; one or two people start in a week. */
function enrol(random) {
  const people = [];
  let start = Date.UTC(2024, 0, 15) / msPerDay;
  while (people.length < size) {
    for (const arm of shuffle([...arms, ...arms], random)) {
      start += Math.floor(9 * random.uniform());
      people.push({
        id: `D${String(people.length + 1).padStart(2, '0')}`,
        arm,
        start_date: isoDate(start),
        age: Math.round(random.normalWithin(54, 11, 25, 78)),
        sex: random.chance(0.65) ? 'female' : 'male',
        bmi: random.normalWithin(26.5, 4, 18, 40).toFixed(1).replace('.', ','),
        startDay: start,
        ratings: ratings(arm, random),
      });
    }
  }
  return people;
}

/** Fatigue from 0 (none) to 10 on every day, before any goes missing. */
function ratings(arm, random) {
  const level = 6.2 + 1.1 * random.normal();
  const own = slope[arm] + 0.03 * random.normal();
  let lingering = 0.8 * random.normal(); // from day to day, correlation 0.5
  return days.map((day) => {
    lingering = 0.5 * lingering + 0.8 * Math.sqrt(0.75) * random.normal();
    return clamp(Math.round(level + own * Math.max(day, 0) + lingering + 0.6 * random.normal()), 0, 10);
  });
}

/** One row per day with a rating. One day in fourteen is forgotten; some have a gap of days, and some stop early. */
function diary(people, random) {
  const rows = [];
  for (const { id, startDay, ratings } of people) {
    const stop = random.chance(0.1) ? 5 + Math.floor(20 * random.uniform()) : lastDay;
    const gap = random.chance(0.35) ? 1 + Math.floor(22 * random.uniform()) : Infinity;
    const back = gap + 3 + Math.floor(5 * random.uniform());
    for (const [d, day] of days.entries()) {
      const isForgotten = random.chance(1 / 14) || (day >= gap && day < back) || day > stop;
      if (!isForgotten) rows.push({ id, date: isoDate(startDay + day), fatigue_nrs: ratings[d] });
    }
  }
  return rows;
}

const msPerDay = 86_400_000;

function isoDate(day) {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

/** True differences from dim light on the scored scale: means over `perArm` participants of whom no day is missing. */
export function trueDifferences(perArm, seed) {
  const random = randomStream(seed);
  const [dim, bright] = arms.map((arm) => {
    const drawn = Array.from({ length: perArm }, () => measures(ratings(arm, random)));
    return Object.fromEntries(Object.keys(drawn[0]).map((name) => [name, mean(drawn.map((each) => each[name]))]));
  });
  return Object.fromEntries(Object.keys(dim).map((name) => [name, bright[name] - dim[name]]));
}

/** What the three outcomes look at, each as change from the mean of the days before treatment. */
function measures(ratings) {
  const onDay = (day) => ratings[day - firstDay];
  const treated = days.filter((day) => day > 0);
  const before = mean(days.filter((day) => day <= 0).map(onDay));
  const middle = mean(treated);
  const squares = sum(treated.map((day) => (day - middle) ** 2));
  const area = sum(treated.slice(1).map((day) => (onDay(day - 1) + onDay(day)) / 2));
  return {
    weekly: mean(treated.slice(21).map(onDay)) - before,
    daily: sum(treated.map((day) => (day - middle) * onDay(day))) / squares,
    area: area / (treated.length - 1) - before,
  };
}

writeIfRun(import.meta.url, () => simulate(chosenSeed));

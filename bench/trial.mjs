// SPDX-License-Identifier: MIT
/**
 * Simulated data for bench/models.mjs: the same numbers as a table of typed columns for the engine and as CSV for R.
 * The seed is fixed, so that a size is the same data in every run.
 */

/** Uniform numbers in (0, 1), mulberry32. */
function uniforms(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
}

/** Normal numbers, Box-Muller. */
function normals(uniform) {
  let spare;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

const names = (prefix, count, digits) =>
  Array.from({ length: count }, (_, i) => prefix + String(i + 1).padStart(digits, '0'));

function table(name, rowCount, columns) {
  const originRow = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) originRow[row] = row + 2;
  return { name, sha256: '0'.repeat(64), rowCount, originRow, columns };
}

/**
 * A two-arm trial: id, arm, race (three levels), base, visit and y, with variance that grows and correlation that falls
 * over the visits, dropout of 3 % at each visit and 2 % scattered missing values (empty, the row stays).
 */
export function trial(subjects, visits, seed = 1) {
  const uniform = uniforms(seed);
  const normal = normals(uniform);
  const rows = subjects * visits;
  const id = new Int32Array(rows);
  const arm = new Int32Array(rows);
  const race = new Int32Array(rows);
  const base = new Float64Array(rows);
  const visit = new Int32Array(rows);
  const y = new Float64Array(rows);
  for (let subject = 0; subject < subjects; subject++) {
    const isTreated = uniform() < 0.5 ? 1 : 0;
    const group = Math.floor(3 * uniform());
    const start = 75 + 10 * normal();
    const level = 3 * normal();
    let noise = normal();
    let isGone = false;
    for (let t = 0; t < visits; t++) {
      const row = subject * visits + t;
      if (t > 0) {
        noise = 0.6 * noise + 0.8 * normal();
        if (uniform() < 0.03) isGone = true;
      }
      id[row] = subject;
      arm[row] = isTreated;
      race[row] = group;
      base[row] = start;
      visit[row] = t;
      const mean = 2 - 0.1 * (start - 75) + group + 0.3 * t + 0.4 * isTreated * t;
      const value = mean + level + (3 + 0.2 * t) * noise;
      y[row] = isGone || uniform() < 0.02 ? NaN : value;
    }
  }
  return table(`trial_${subjects}x${visits}.csv`, rows, [
    { kind: 'factor', name: 'id', codes: id, levels: names('S', subjects, 7) },
    { kind: 'factor', name: 'arm', codes: arm, levels: ['control', 'treated'] },
    { kind: 'factor', name: 'race', codes: race, levels: ['A', 'B', 'C'] },
    { kind: 'number', name: 'base', values: base },
    { kind: 'factor', name: 'visit', codes: visit, levels: names('V', visits, 2) },
    { kind: 'number', name: 'y', values: y },
  ]);
}

/** Complete series with a random intercept and slope, as in a sleep-deprivation study: id, x and y. */
export function series(subjects, points, seed = 2) {
  const uniform = uniforms(seed);
  const normal = normals(uniform);
  const rows = subjects * points;
  const id = new Int32Array(rows);
  const x = new Float64Array(rows);
  const y = new Float64Array(rows);
  for (let subject = 0; subject < subjects; subject++) {
    const level = 25 * normal();
    const slope = 0.1 * level + 6 * normal();
    for (let t = 0; t < points; t++) {
      const row = subject * points + t;
      id[row] = subject;
      x[row] = t;
      y[row] = 250 + level + (10 + slope) * t + 25 * normal();
    }
  }
  return table(`series_${subjects}x${points}.csv`, rows, [
    { kind: 'factor', name: 'id', codes: id, levels: names('S', subjects, 7) },
    { kind: 'number', name: 'x', values: x },
    { kind: 'number', name: 'y', values: y },
  ]);
}

/** The table as CSV; numbers with all their digits, missing as empty. */
export function toCsv({ rowCount, columns }) {
  const lines = [columns.map(({ name }) => name).join(',')];
  const cells = columns.map((column) =>
    column.kind === 'factor'
      ? (row) => (column.codes[row] < 0 ? '' : column.levels[column.codes[row]])
      : (row) => (Number.isNaN(column.values[row]) ? '' : String(column.values[row])),
  );
  for (let row = 0; row < rowCount; row++) lines.push(cells.map((cell) => cell(row)).join(','));
  return lines.join('\n') + '\n';
}

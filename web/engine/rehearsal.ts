// SPDX-License-Identifier: MIT
/**
 * A small made-up trial, read and analysed before anybody asks: browsers compile code when it first runs, and the first
 * real answer then comes in a third of the time.
 */
import type { Engine } from '../contract/engine.js';
import type { Report } from '../contract/report.js';
import { propose, readTables, type ReadResult } from '../read/index.js';
import { analyzeFiles, checkFiles } from './files.js';

const people = 12;
const days = [0, 1, 2, 3];
/** What ran several times is compiled to faster code. */
const rounds = 3;

/** Answers to nine items of 1 to 7 and a rating of 0 to 10, which look random and never change. */
function madeUpTrial(): string {
  let state = 3;
  const draw = (lowest: number, highest: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return lowest + Math.floor(((highest - lowest + 1) * state) / 2 ** 32);
  };
  const items = Array.from({ length: 9 }, (_, i) => `fss${i + 1}`);
  const rows = Array.from({ length: people }, (_, person) =>
    days.map((day) =>
      [`P${person + 1}`, person % 2 ? 'active' : 'placebo', day, ...items.map(() => draw(1, 7)), draw(0, 10)].join(','),
    ),
  );
  return [['id', 'arm', 'day', ...items, 'dfs'].join(','), ...rows.flat()].join('\n');
}

/** Reads, checks and analyses it, as long as `goesOn` says so before each step; a report of each outcome it came to, round by round. */
export async function rehearse(engine: Engine, goesOn: () => Promise<boolean>): Promise<Report[]> {
  const reports: Report[] = [];
  if (!(await goesOn())) return reports;
  const files: ReadResult[] = await readTables('rehearsal.csv', new Blob([madeUpTrial()]));
  if (!(await goesOn())) return reports;
  const { plan } = propose(files);
  checkFiles(engine, plan, files);
  for (let round = 0; round < rounds; round++) {
    for (const outcome of plan.outcomes) {
      if (!(await goesOn())) return reports;
      reports.push(analyzeFiles(engine, { ...plan, outcomes: [outcome] }, files));
    }
  }
  return reports;
}

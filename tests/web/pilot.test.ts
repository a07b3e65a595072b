// SPDX-License-Identifier: MIT
/** A pilot trial shows no p value, whatever is taken from the page; and what may be said of made-up data. */
import { describe, expect, test } from 'vitest';
import type { InfluenceOutcome } from '../../web/contract/individual.js';
import { estimatesCsv } from '../../web/export/estimates_csv.js';
import { provenanceOf } from '../../web/export/provenance.js';
import { influenceFigures } from '../../web/figures/influence.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { fullReport } from './full-report.js';
import { outcomeOf } from './report-fixture.js';

const stamp = provenanceOf(fullReport(), '2026-11-26');

function reportOf(pilot: boolean) {
  const report = fullReport();
  report.plan.display = { pilot };
  return report;
}

const influence: InfluenceOutcome = {
  outcome: 'fss',
  effects: [
    {
      ...{ arm: 'ketamine', reference: 'midazolam', estimate: -4.97, se: 2.7 },
      rows: [
        {
          ...{ participant: 'K01', arm: 'ketamine', status: 'converged' },
          ...{ estimate: -4.1, lower: -9.3, upper: 1.1, pValue: 0.1234, moves: -0.32 },
        },
        {
          ...{ participant: 'K02', arm: 'ketamine', status: 'iteration_limit' },
          ...{ estimate: null, lower: null, upper: null, pValue: null, moves: null },
        },
      ],
    },
  ],
};

describe('p values', () => {
  const influenceTable = (pilot: boolean) =>
    influenceFigures(reportOf(pilot), outcomeOf(reportOf(pilot), 'fss'), influence)[0]!.data;

  test('stand beside the estimates without each participant, but not in a pilot trial', () => {
    const table = influenceTable(false);
    expect(table.columns.map(({ label }) => label)).toContain('p');
    expect(JSON.stringify(table)).toContain('0.123');
    const pilot = influenceTable(true);
    expect(pilot.columns.map(({ label }) => label)).not.toContain('p');
    expect(JSON.stringify(pilot)).not.toContain('0.123');
    for (const each of [table, pilot]) {
      for (const { cells } of each.groups.flatMap(({ rows }) => rows)) {
        expect(cells).toHaveLength(each.columns.length - 1);
      }
    }
  });

  test('have columns in the file of all estimates, but not in a pilot trial', () => {
    const rows = (pilot: boolean): string[][] =>
      estimatesCsv(reportOf(pilot), stamp)
        .split('\n')
        .filter((line) => line !== '' && !/^"?#/.test(line))
        .map((line) => line.split(','));
    const [header = [], ...records] = rows(false);
    expect(header).toEqual(expect.arrayContaining(['pValue', 'pAdjusted']));
    const [pilotHeader = [], ...pilotRecords] = rows(true);
    expect(pilotHeader).toEqual(header.filter((name) => !['pValue', 'pAdjusted'].includes(name)));
    const kept = header.flatMap((name, i) => (pilotHeader.includes(name) ? [i] : []));
    expect(pilotRecords.map((row) => row.slice(-8))).toEqual(
      records.map((row) => kept.map((i) => row[i - header.length + row.length]).slice(-8)),
    );
  });
});

describe('that made-up data agree with a published trial by design', () => {
  const notes = (change: { simulated?: boolean; chosenToAgree?: boolean }): string => {
    const report = fullReport();
    report.simulated = change.simulated ?? true;
    report.plan.published!.chosenToAgree = change.chosenToAgree;
    return headlineTable(report).notes.join(' ');
  };

  test('is said where the plan says so, and of no other data', () => {
    expect(notes({ chosenToAgree: true })).toContain('that they agree is by design');
    expect(notes({})).not.toContain('by design');
    expect(notes({ chosenToAgree: false })).not.toContain('by design');
    expect(notes({ simulated: false, chosenToAgree: true })).not.toContain('by design');
  });

  test('is not what makes published results be shown', () => {
    expect(notes({})).toContain('Published: Fitzgerald');
  });
});

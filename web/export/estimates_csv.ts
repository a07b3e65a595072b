// SPDX-License-Identifier: MIT
/** Every estimate of the models at full precision, one per record, for a spreadsheet or another program. */
import type { Estimate, OutcomeResult, Report } from '../contract/report.js';
import { ifTested } from '../text/pilot.js';
import { writeCsv } from './csv.js';
import { provenanceLines, type Provenance } from './provenance.js';

interface Named {
  kind: string;
  visit?: string | null;
  arm?: string;
  reference?: string;
  term?: string;
  n?: number;
}

type Row = Estimate & { pAdjusted?: number | null };
type NumberName = keyof Row;

const names = ['outcome', 'label', 'kind', 'visit', 'arm', 'reference', 'term', 'n'];

/** Of every estimate; a pilot trial has no p values, here as in its tables. */
const numbersOf = (report: Report): NumberName[] => [
  ...(['estimate', 'se', 'df', 't'] as const),
  ...ifTested(report, 'pValue' as const),
  ...(['lower', 'upper'] as const),
  ...ifTested(report, 'pAdjusted' as const),
];

export function estimatesCsv(report: Report, provenance: Provenance): string {
  const numbers = numbersOf(report);
  const records = report.outcomes.flatMap((outcome) => outcomeRecords(outcome, numbers));
  const columns = [...names, ...numbers, 'level'];
  return writeCsv([columns, ...records, ...provenanceLines(provenance).map((line) => [`# ${line}`])]);
}

function outcomeRecords(outcome: OutcomeResult, numbers: readonly NumberName[]): string[][] {
  const { effects, means, differences, slopes, slopeDifferences, coefficients } = outcome;
  const record = (name: Named, row: Row): string[] => [
    ...[outcome.id, outcome.label, name.kind, name.visit ?? '', name.arm ?? '', name.reference ?? '', name.term ?? ''],
    ...[text(name.n), ...numbers.map((key) => text(row[key])), text(outcome.model?.confidence)],
  ];
  return [
    ...effects.map((row) => record({ kind: 'effect', visit: row.visit, arm: row.arm, reference: row.reference }, row)),
    ...means.map((row) => record({ kind: 'mean', visit: row.visit, arm: row.arm, n: row.n }, row)),
    ...differences.map((row) =>
      record({ kind: 'difference', visit: row.visit, arm: row.arm, reference: row.reference }, row),
    ),
    ...slopes.map((row) => record({ kind: 'slope', arm: row.arm }, row)),
    ...slopeDifferences.map((row) => record({ kind: 'slope_difference', arm: row.arm, reference: row.reference }, row)),
    ...coefficients.map((row) => record({ kind: 'coefficient', term: row.term }, row)),
  ];
}

/** What is not available is an empty field, never 0. */
const text = (value: number | null | undefined): string =>
  value === null || value === undefined || Number.isNaN(value) ? '' : String(value);

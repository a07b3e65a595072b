// SPDX-License-Identifier: MIT
/** Every estimate of the models at full precision, one per record, for a spreadsheet or another program. */
import type { Estimate, OutcomeResult, Report } from '../contract/report.js';
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

const numbers = ['estimate', 'se', 'df', 't', 'pValue', 'lower', 'upper'] as const;
const columns = [
  'outcome',
  'label',
  'kind',
  'visit',
  'arm',
  'reference',
  'term',
  'n',
  ...numbers,
  'pAdjusted',
  'level',
];

export function estimatesCsv(report: Report, provenance: Provenance): string {
  const records = report.outcomes.flatMap((outcome) => outcomeRecords(outcome));
  return writeCsv([columns, ...records, ...provenanceLines(provenance).map((line) => [`# ${line}`])]);
}

function outcomeRecords(outcome: OutcomeResult): string[][] {
  const { effects, means, differences, slopes, slopeDifferences, coefficients } = outcome;
  const record = (name: Named, row: Estimate & { pAdjusted?: number | null }): string[] => [
    ...[outcome.id, outcome.label, name.kind, name.visit ?? '', name.arm ?? '', name.reference ?? '', name.term ?? ''],
    ...[text(name.n), ...numbers.map((key) => text(row[key])), text(row.pAdjusted), text(outcome.model?.confidence)],
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

// SPDX-License-Identifier: MIT
/** What of a report can be shown, as tables and sentences. Nothing of it is fetched or computed. */
import type { OutcomeFlow } from '../../contract/participants.js';
import type { OutcomeResult, Report } from '../../contract/report.js';
import { overWindowSentence } from '../../text/effect.js';
import { methodSentences, outcomeWarnings, shortMethod } from '../../text/method.js';
import { inWords } from '../../text/problem.js';
import { strings } from '../../text/strings.js';
import { baselineTable } from '../../text/tables/baseline.js';
import { coefficientsTable, covarianceTables, observedTable, testsTable } from '../../text/tables/details.js';
import { effectsTable } from '../../text/tables/effects.js';
import { flowTable } from '../../text/tables/flow.js';
import { headlineTable } from '../../text/tables/headline.js';
import { differencesTable, meansTable, slopesTable } from '../../text/tables/means.js';
import { qualityTable } from '../../text/tables/quality.js';
import { geeTable, responderComparisonsTable } from '../../text/tables/responder_comparisons.js';
import { respondersTable } from '../../text/tables/responders.js';
import { safetyTable } from '../../text/tables/safety.js';
import type { TableSpec } from '../../text/tables/spec.js';
import { outcomeUnit } from '../../text/time_unit.js';
import { translated } from '../../text/translated.js';

const words = strings.results;

/** Parts of a report, in the order in which they are shown; `text` comes from the second script (text.ts). */
export const partNames = [
  'headline',
  'methods',
  'effects',
  'flow',
  'baseline',
  'means',
  'responders',
  'details',
  'quality',
  'safety',
  'text',
] as const;
export type PartName = (typeof partNames)[number];

/** Shown where nothing is asked for. */
export const usualParts: readonly PartName[] = ['headline', 'methods', 'means', 'responders', 'baseline', 'safety'];

export interface Part {
  name: PartName;
  /** Only where the part has more than one table, or none. */
  heading?: string;
  tables: TableSpec[];
  sentences: string[];
}

/**
 * The report with one outcome alone, by its id or its label, in small or capital letters; null where it has none. What is of several outcomes together
 * stays as it was reported.
 */
export function ofOutcome(report: Report, outcome: string): Report | null {
  const called = (asked: string, same: (text: string) => string): Report['outcomes'] =>
    report.outcomes.filter(({ id, label }) => same(id) === same(asked) || same(label) === same(asked));
  const exactly = called(outcome, (text) => text);
  const outcomes = exactly.length > 0 ? exactly : called(outcome.trim(), (text) => text.toLowerCase());
  if (outcomes.length === 0) return null;
  const isShown = (flow: OutcomeFlow): boolean => outcomes.some(({ id }) => id === flow.outcome);
  const { flow } = report;
  return { ...report, outcomes, ...(flow && { flow: { ...flow, outcomes: flow.outcomes.filter(isShown) } }) };
}

/** The parts asked for that the report has. @throws whatever the tables throw where the report is none of ours */
export function partsOf(report: Report, names: readonly PartName[]): Part[] {
  return partNames.filter((name) => names.includes(name)).flatMap((name) => makers[name](report));
}

/** What a reader must know beside every number. */
export const warningsOf = (report: Report): string[] => [
  ...report.errors.map((error) => translated(inWords(error, report.plan).message)),
  ...report.warnings.map(({ message }) => translated(message)),
  ...report.outcomes.flatMap((outcome) =>
    outcomeWarnings(outcome, outcomeUnit(report, outcome), report.flow).map(
      (warning) => `${outcome.label}: ${warning}`,
    ),
  ),
];

const one = (name: PartName, table: TableSpec | null): Part[] =>
  table === null ? [] : [{ name, tables: [table], sentences: [] }];

const makers: Record<PartName, (report: Report) => Part[]> = {
  headline: (report) => (report.outcomes.length === 0 ? [] : one('headline', headlineTable(report))),
  methods: (report) => {
    const lines = report.outcomes.map((outcome) => shortMethod(report, outcome)).filter((line) => line !== null);
    const { name, version } = report.software;
    return [
      { name: 'methods', tables: [], sentences: [[...lines, strings.methods.software(name, version)].join(' ')] },
    ];
  },
  effects: (report) => one('effects', effectsTable(report)),
  flow: (report) => one('flow', flowTable(report)),
  baseline: (report) => one('baseline', baselineTable(report)),
  means: (report) =>
    ofEach(report, 'means', (outcome) => ({
      tables: [
        ...(outcome.slopes.length > 0 ? [slopesTable(report, outcome)] : []),
        ...(outcome.means.length > 0 ? [meansTable(report, outcome)] : []),
      ],
      sentences:
        outcome.slopes.length > 0 ? outcome.effects.map((each) => overWindowSentence(report, outcome, each)) : [],
    })),
  responders: (report) =>
    ofEach(report, 'responders', (outcome) => ({
      tables: [respondersTable(report, outcome), responderComparisonsTable(report, outcome), geeTable(report, outcome)],
      sentences: [],
    })),
  details: (report) =>
    ofEach(report, 'details', (outcome) => ({
      tables: outcome.model === null ? [] : detailsOf(report, outcome),
      sentences: methodSentences(report, outcome),
    })),
  quality: (report) => one('quality', qualityTable(report)),
  safety: (report) => (report.safety ? one('safety', safetyTable(report, report.safety)) : []),
  text: () => [],
};

function detailsOf(report: Report, outcome: OutcomeResult): TableSpec[] {
  return [
    ...(outcome.differences.length > 0 ? [differencesTable(report, outcome)] : []),
    ...(outcome.tests.length > 0 ? [testsTable(report, outcome)] : []),
    ...(outcome.coefficients.length > 0 ? [coefficientsTable(report, outcome)] : []),
    ...covarianceTables(report, outcome),
    ...(outcome.observed.length > 0 ? [observedTable(report, outcome)] : []),
  ];
}

/** A part of every outcome that has a result; a heading names it where it is not plain from one table. */
function ofEach(
  report: Report,
  name: PartName,
  make: (outcome: OutcomeResult) => { tables: (TableSpec | null)[]; sentences: (string | null)[] },
): Part[] {
  return report.outcomes.flatMap((outcome) => {
    if (outcome.status !== 'ok') return [];
    const made = make(outcome);
    const tables = made.tables.filter((table) => table !== null);
    const sentences = made.sentences.filter((sentence) => sentence !== null);
    if (tables.length === 0 && sentences.length === 0) return [];
    const heading = name === 'details' ? `${outcome.label}: ${words.details}` : undefined;
    return [{ name, tables, sentences, ...(heading !== undefined && { heading }) }];
  });
}

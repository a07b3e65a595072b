// SPDX-License-Identifier: MIT
/**
 * A whole report as a sequence of blocks, in the order in which it is read: what a web page, a Word document or a text
 * file can each be made of. Nothing in it tells of single participants.
 */
import type { Report } from '../../contract/report.js';
import { eventsCourseFigure, eventsFigure } from '../../figures/events.js';
import { flowFigure } from '../../figures/flow.js';
import { effectsForest } from '../../figures/forest.js';
import { paragraphsOf } from '../../text/paragraphs.js';
import { strings } from '../../text/strings.js';
import { baselineTable } from '../../text/tables/baseline.js';
import { blindingIndicesTable, guessesTable } from '../../text/tables/blinding.js';
import { effectsTable } from '../../text/tables/effects.js';
import { flowTable } from '../../text/tables/flow.js';
import { headlineTable } from '../../text/tables/headline.js';
import { qualityTable } from '../../text/tables/quality.js';
import { safetyTable } from '../../text/tables/safety.js';
import {
  breakdownNames,
  safetyBreakdownTable,
  safetyComparisonsTable,
  safetySystemsTable,
} from '../../text/tables/safety_more.js';
import { captionOf } from '../layout.js';
import { provenanceLines, type Provenance } from '../provenance.js';
import { outcomeParts } from './outcome.js';
import { heading, paragraph, pictures, stackedTables, tables, type Block, type Part } from './parts.js';
import { translated } from '../../text/translated.js';

export type { Block } from './parts.js';

const words = strings.exports;

export interface ReportDocument {
  title: string;
  simulated: boolean;
  provenance: Provenance;
  blocks: Block[];
}

export interface DocumentOptions {
  /** Default true. Where nothing can draw, false leaves the figures out, and the document says so. */
  figures?: boolean;
}

export function reportDocument(
  report: Report,
  provenance: Provenance,
  { figures = true }: DocumentOptions = {},
): ReportDocument {
  const parts = partsOf(report, provenance, figures).filter((part) => figures || part.kind !== 'figure');
  return {
    title: report.plan.title ?? words.untitled,
    simulated: report.simulated,
    provenance,
    blocks: numbered(parts),
  };
}

function partsOf(report: Report, provenance: Provenance, figures: boolean): Part[] {
  const { methods, results, references } = paragraphsOf(report);
  const headline: Part[] =
    report.outcomes.length === 0
      ? []
      : [
          heading(words.effects),
          ...stackedTables(headlineTable(report)),
          ...pictures(effectsForest(report)),
          ...stackedTables(effectsTable(report)),
        ];
  return [
    ...(report.simulated ? [{ kind: 'notice' as const, text: words.simulatedData }] : []),
    ...report.errors.map(({ message }) => ({ kind: 'notice' as const, text: translated(message) })),
    ...report.warnings.map(({ message }) => ({ kind: 'notice' as const, text: translated(message) })),
    ...(methods.length > 0 ? [heading(strings.paragraphs.methodsTitle), paragraph(methods)] : []),
    ...(results.length > 0 ? [heading(strings.paragraphs.resultsTitle), paragraph(results)] : []),
    ...headline,
    ...participants(report),
    ...report.outcomes.flatMap((outcome) => outcomeParts(report, outcome)),
    ...section(strings.quality.title, tables(qualityTable(report))),
    ...section(strings.results.safety, safety(report)),
    ...(references.length > 0
      ? [
          heading(strings.paragraphs.referencesTitle),
          { kind: 'references' as const, texts: references.map(({ text }) => text) },
        ]
      : []),
    heading(words.provenance),
    ...provenanceLines(provenance).map((text) => ({ kind: 'small' as const, text })),
    { kind: 'small', text: words.noParticipants },
    ...(figures ? [] : [{ kind: 'small' as const, text: words.noFigures }]),
    heading(words.planTitle),
    { kind: 'small', text: words.planLead },
    { kind: 'code', text: JSON.stringify(report.plan, null, 2) },
  ];
}

function participants(report: Report): Part[] {
  const { flow, blinding } = report;
  const figures = flow ? flow.outcomes.map((outcome) => flowFigure(report, flow, outcome)) : [];
  return section(strings.figures.participants, [
    ...pictures(...figures),
    ...tables(baselineTable(report)),
    ...(blinding ? tables(guessesTable(report, blinding), blindingIndicesTable(report, blinding)) : []),
    ...tables(flowTable(report)),
  ]);
}

function safety(report: Report): Part[] {
  const own = report.safety;
  if (!own) return [];
  return [
    ...tables(safetyTable(report, own)),
    ...pictures(eventsFigure(report, own)),
    ...tables(...breakdownNames.map((name) => safetyBreakdownTable(report, own, name))),
    ...pictures(eventsCourseFigure(report, own)),
    ...tables(safetySystemsTable(report, own), safetyComparisonsTable(report, own)),
  ];
}

const section = (title: string, parts: Part[]): Part[] => (parts.length === 0 ? [] : [heading(title), ...parts]);

function numbered(parts: readonly Part[]): Block[] {
  const counts = { table: 0, figure: 0 };
  return parts.map((part) => {
    if (part.kind === 'table') return { ...part, caption: words.table(++counts.table, captionOf(part.table)) };
    if (part.kind === 'figure') return { ...part, caption: words.figure(++counts.figure, captionOf(part.figure)) };
    return part;
  });
}

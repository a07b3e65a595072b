// SPDX-License-Identifier: MIT
/** The plots of a report, in a script of their own with its sentences: loaded only where one or the other is asked for. */
import type { Report } from '../../contract/report.js';
import { listen } from '../../elements/events.js';
import '../../elements/fc-figure.js';
import { answerStamps } from '../../elements/stamp.js';
import { eventsFigure } from '../../figures/events.js';
import { flowFigure } from '../../figures/flow.js';
import { effectsForest, visitsForest } from '../../figures/forest.js';
import { meansFigure } from '../../figures/means.js';
import type { FigureSpec } from '../../figures/spec.js';
import { downloadFile } from '../../site/download.js';

export { textParts } from './text.js';

/** Kinds of plots, in the order in which they are shown. */
export type PlotName = 'forest' | 'flow' | 'means' | 'visits' | 'safety';

const makers: Record<PlotName, (report: Report) => (FigureSpec | null)[]> = {
  forest: (report) => [effectsForest(report)],
  flow: (report) => {
    const { flow } = report;
    return flow ? flow.outcomes.slice(0, 1).map((outcome) => flowFigure(report, flow, outcome)) : [];
  },
  means: (report) => results(report).map((outcome) => meansFigure(report, outcome)),
  visits: (report) => results(report).map((outcome) => visitsForest(report, outcome)),
  safety: (report) => (report.safety ? [eventsFigure(report, report.safety)] : []),
};

const results = ({ outcomes }: Report): Report['outcomes'] => outcomes.filter(({ status }) => status === 'ok');

/** The report whose plots an element shows: a picture that is saved tells where it is from. */
const shown = new WeakMap<HTMLElement, Report>();

/**
 * Elements that draw themselves as wide as their place. They are elements and no templates, because this script has a
 * rendering library of its own.
 */
export function plotsOf(host: HTMLElement, report: Report, names: readonly PlotName[]): HTMLElement[] {
  if (!shown.has(host)) {
    const inside = host.shadowRoot ?? host;
    answerStamps(inside, () => shown.get(host) ?? null);
    listen(inside, 'fc-save-file', ({ name, type, content }) => downloadFile(name, content, type));
  }
  shown.set(host, report);
  const figures = names.flatMap((name) => (Object.hasOwn(makers, name) ? makers[name](report) : []));
  return figures.flatMap((figure) => {
    if (figure === null) return [];
    const element = document.createElement('fc-figure');
    element.figure = figure;
    element.setAttribute('exportparts', 'heading');
    return [element];
  });
}

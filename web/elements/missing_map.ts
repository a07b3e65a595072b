// SPDX-License-Identifier: MIT
/** The participant by visit grid as outlines: one path per state, so that a thousand participants cost four elements. */
import type { ScoreCheck } from '../contract/check.js';
import { cellStates, type CellState } from '../text/check.js';

export interface MapLayout {
  /** Size of a cell with its gap, and the space for labels, in pixels. */
  cell: { width: number; height: number; gap: number };
  labels: { left: number; top: number };
  width: number;
  height: number;
  /** Participants are named where their rows are high enough to read. */
  namesRows: boolean;
  /** Visits are named in every so manieth column. */
  everyVisit: number;
}

/** Rows of a small trial are as high as text; those of a large one share the height there is. */
export function mapLayout({ participants, visits }: ScoreCheck, width: number): MapLayout {
  const rows = Math.max(1, participants.length);
  const columns = Math.max(1, visits.length);
  const height = rows <= 60 ? 16 : Math.max(2, Math.min(8, Math.floor(1200 / rows)));
  const namesRows = height >= 12;
  const longest = Math.max(0, ...participants.map(({ id }) => id.length));
  const left = namesRows ? Math.min(130, 12 + longest * 7) : 8;
  const top = 22;
  const room = Math.max(40, width - left);
  const cellWidth = Math.max(2, Math.min(56, room / columns));
  const gap = height >= 6 && cellWidth >= 6 ? 1 : 0;
  const perLabel = 52;
  return {
    cell: { width: cellWidth, height, gap },
    labels: { left, top },
    width: left + cellWidth * columns,
    height: top + height * rows,
    namesRows,
    everyVisit: Math.max(1, Math.ceil(perLabel / cellWidth)),
  };
}

/** The cells of each state as one path; neighbours of a row are drawn as one run where no gap parts them. */
export function mapPaths({ participants }: ScoreCheck, layout: MapLayout): Record<CellState, string> {
  const paths: Record<CellState, string[]> = { s: [], p: [], u: [], '-': [] };
  const { width, height, gap } = layout.cell;
  participants.forEach(({ states }, row) => {
    const y = layout.labels.top + row * height;
    for (let from = 0; from < states.length;) {
      const letter = states[from] as CellState;
      let to = from + 1;
      while (gap === 0 && states[to] === letter) to++;
      if (cellStates.includes(letter)) {
        const x = layout.labels.left + from * width;
        paths[letter].push(
          `M${short(x)} ${y}h${short((to - from) * width - gap)}v${height - gap}h${short(gap - (to - from) * width)}z`,
        );
      }
      from = to;
    }
  });
  return { s: paths.s.join(''), p: paths.p.join(''), u: paths.u.join(''), '-': paths['-'].join('') };
}

const short = (x: number): string => String(Number(x.toFixed(2)));

/** The participant and visit under a point of the map. */
export function cellAt(
  { participants, visits }: ScoreCheck,
  layout: MapLayout,
  x: number,
  y: number,
): { id: string; arm: string; visit: string; state: CellState } | null {
  const column = Math.floor((x - layout.labels.left) / layout.cell.width);
  const row = Math.floor((y - layout.labels.top) / layout.cell.height);
  const participant = participants[row];
  const visit = visits[column];
  const state = participant?.states[column];
  if (!participant || visit === undefined || state === undefined || column < 0 || row < 0) return null;
  return { id: participant.id, arm: participant.arm, visit, state: state as CellState };
}

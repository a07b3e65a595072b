// SPDX-License-Identifier: MIT
/** The data check as tables: files and what of them is used, participants by arm, scores by arm and visit. */
import type { DataCheck, ScoreCheck } from '../../contract/check.js';
import type { TimeUnit } from '../../contract/plan.js';
import { visitTitle } from '../labels.js';
import { strings } from '../strings.js';
import type { TableSpec } from './spec.js';
import { translated } from '../translated.js';

const words = strings.check;

export function filesTable({ files }: DataCheck): TableSpec {
  const roles: Record<string, string> = strings.choices.fileRole;
  return {
    caption: words.files,
    simulated: false,
    columns: [
      { label: words.file },
      { label: words.role },
      { label: words.participants, numeric: true },
      { label: words.rows, numeric: true },
      { label: words.used, numeric: true },
      { label: words.unused },
    ],
    groups: [
      {
        rows: files.map((file) => ({
          header: { text: file.name },
          cells: [
            { text: roles[file.role] ?? file.role },
            { text: String(file.participants) },
            { text: String(file.rows) },
            { text: String(file.rowsUsed) },
            { text: file.unused.map(({ n, reason }) => words.unusedReason(n, translated(reason))).join('; ') },
          ],
        })),
      },
    ],
    notes: [],
  };
}

export function armsTable({ arms }: DataCheck): TableSpec {
  return {
    caption: words.arms,
    simulated: false,
    columns: [{ label: words.arm }, { label: words.participants, numeric: true }],
    groups: [
      {
        rows: arms.map(({ arm, participants }) => ({ header: { text: arm }, cells: [{ text: String(participants) }] })),
      },
    ],
    notes: [],
  };
}

export function visitsTable({ label, visits, counts }: ScoreCheck, unit: TimeUnit): TableSpec {
  return {
    caption: words.visits(label),
    simulated: false,
    columns: [
      { label: strings.tables.visit },
      ...counts.map(({ arm }) => ({ group: arm, label: strings.tables.n, numeric: true })),
    ],
    groups: [
      {
        rows: visits.map((visit, i) => ({
          header: { text: visitTitle(visit, unit) },
          cells: counts.map(({ n }) => ({ text: String(n[i] ?? 0) })),
        })),
      },
    ],
    notes: [],
  };
}

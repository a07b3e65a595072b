// SPDX-License-Identifier: MIT
/** What was decided about the data before anything was analysed: cells read as missing, rows and participants left out. */
import type { Report } from '../contract/report.js';
import { armShown, plainArm } from '../read/arms.js';
import { fill, listed, type Segment } from './segments.js';
import { strings } from './strings.js';
import type { ValueSegments } from './value_segments.js';

const words = strings.paragraphs;
const text = words.data;

/** Nothing where nothing was decided. */
export function dataSentences(report: Report, values: ValueSegments): Segment[][] {
  return [
    ...report.files.flatMap((_, index) => fileSentences(report, index, values)),
    ...sameArmsSentence(report),
    ...armSentences(report, values),
  ];
}

function fileSentences(report: Report, index: number, values: ValueSegments): Segment[][] {
  const { name, ids } = report.files[index] ?? {};
  const { reading = {} } = report.plan.files.find((each) => each.name === name) ?? {};
  const at = ['files', index];
  const file = values.words([...at, 'name']);
  const { eitherDecimal = [], dataRows = [] } = reading;
  const isConfirmed = ids !== undefined && report.plan.unmatchedIds?.includes(name ?? '') === true;
  return [
    ...missingSentence(report, index, values),
    ...sameVisitsSentence(report, index, values),
    ...(eitherDecimal.length > 0
      ? [fill(text.eitherDecimal, { file, columns: eitherDecimal.join(strings.listSeparator) })]
      : []),
    ...rowsLeftOut(report, index, values),
    ...(dataRows.length > 0 ? [fill(text.rowsUsed, { file, rows: dataRows.join(strings.listSeparator) })] : []),
    ...(isConfirmed
      ? [
          fill(text.unmatched, {
            file,
            own: values.count([...at, 'ids', 'own']),
            listed: values.count([...at, 'ids', 'listed']),
            roster: values.words([...at, 'ids', 'roster']),
            both: values.count([...at, 'ids', 'both']),
          }),
        ]
      : []),
  ];
}

/** Visits that were called differently, as in the tables of two centres; other spellings of one are no decision. */
function sameVisitsSentence({ files, plan }: Report, index: number, values: ValueSegments): Segment[][] {
  const { sameVisits = {} } = plan.files.find(({ name }) => name === files[index]?.name) ?? {};
  const list = pairsOf(sameVisits).map(([label, visit]) => fill(text.takenAs, { label, other: visit }));
  if (list.length === 0) return [];
  const file = values.words(['files', index, 'name']);
  return [fill(text.sameVisits, { file, list: listed(list, strings.listSeparator, words.and) })];
}

function sameArmsSentence({ plan: { arms } }: Report): Segment[][] {
  const list = pairsOf(arms?.same ?? {}).map(([label, other]) =>
    fill(text.takenAs, { label, other: armShown(other, arms) }),
  );
  return list.length > 0 ? [fill(text.sameArms, { list: listed(list, strings.listSeparator, words.and) })] : [];
}

/** Those that differ in more than case, blanks and marks. */
const pairsOf = (same: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(same).filter(([label, other]) => plainArm(label) !== plainArm(other));

/** By value, as one code often stands for missing in many columns. */
function missingSentence({ files }: Report, index: number, values: ValueSegments): Segment[][] {
  const cells = files[index]?.read?.missingCells ?? [];
  if (cells.length === 0) return [];
  const list = [...new Set(cells.map(({ value }) => value))].map((value) => {
    const columns = cells.flatMap((each, i) =>
      each.value === value
        ? [
            fill(each.cells === 1 ? text.cellIn : text.cellsIn, {
              column: each.column,
              n: values.count(['files', index, 'read', 'missingCells', i, 'cells']),
            }),
          ]
        : [],
    );
    return fill(text.valueIn, { value, columns: listed(columns, strings.listSeparator, strings.listSeparator) });
  });
  return [
    fill(text.missing, {
      file: values.words(['files', index, 'name']),
      list: listed(list, words.semicolon, words.semicolon),
    }),
  ];
}

function rowsLeftOut({ files }: Report, index: number, values: ValueSegments): Segment[][] {
  const { notData = [], partsNotData = [] } = files[index]?.read ?? {};
  const file = values.words(['files', index, 'name']);
  const inParts = partsNotData.flat().length;
  if (inParts > 0) return [fill(text.rowsOutOfParts, { file, n: values.numbers.count(inParts) })];
  if (notData.length === 0) return [];
  return [fill(notData.length === 1 ? text.rowOut : text.rowsOut, { file, rows: notData.join(strings.listSeparator) })];
}

function armSentences({ flow, arms }: Report, values: ValueSegments): Segment[][] {
  return (flow?.notRandomised ?? []).flatMap(({ code, n }, index) =>
    code === 'arm_not_in_plan'
      ? [
          fill(n === 1 ? text.armLeftOut : text.armsLeftOut, {
            n: values.count(['flow', 'notRandomised', index, 'n']),
            arms: listed(
              arms.map(({ arm }) => arm),
              strings.listSeparator,
              words.and,
            ),
          }),
        ]
      : [],
  );
}

// SPDX-License-Identifier: MIT
/** What participants thought they were given, and the indices made of it. */
import type { Blinding, BlindingIndex } from '../../contract/participants.js';
import type { Report } from '../../contract/report.js';
import { numbersOf } from '../number.js';
import { strings } from '../strings.js';
import { numberCell, type TableRow, type TableSpec } from './spec.js';

const words = strings.participants.blinding;
const decimals = 2;

export function guessesTable(report: Report, blinding: Blinding): TableSpec {
  const numbers = numbersOf(report);
  return {
    caption: words.caption,
    simulated: report.simulated,
    columns: [
      { label: words.arm },
      { label: words.asked, numeric: true },
      ...blinding.guesses.map((guess) => ({ group: words.guess, label: guess, numeric: true })),
      { label: words.missing, numeric: true },
    ],
    groups: [
      {
        rows: blinding.counts.map(({ arm, n, byGuess }) => ({
          header: { text: arm },
          cells: [
            { text: numbers.count(n) },
            ...byGuess.map((count) => ({ text: numbers.count(count) })),
            { text: numbers.count(blinding.missing.find((each) => each.arm === arm)?.n ?? 0) },
          ],
        })),
      },
    ],
    notes: [],
  };
}

/** James's index of all arms, then Bang's of each. */
export function blindingIndicesTable(report: Report, { james, bang }: Blinding): TableSpec {
  const numbers = numbersOf(report);
  const confidence = (james ?? bang[0])?.confidence ?? 0.95;
  const row = (name: string, of: string, index: BlindingIndex | null): TableRow => ({
    header: { text: name },
    cells: [
      { text: of },
      numberCell(index?.estimate, (x) => numbers.number(x, decimals), words.notDefined),
      numberCell(index?.se, (x) => numbers.number(x, decimals + 1), words.notDefined),
      numberCell(index?.lower, () => numbers.interval(index?.lower, index?.upper, decimals), words.notDefined),
    ],
  });
  return {
    caption: words.indices,
    simulated: report.simulated,
    columns: [
      { label: words.index },
      { label: words.of },
      { label: words.estimate, numeric: true },
      { label: strings.tables.se, numeric: true },
      { label: strings.tables.ci(numbers.confidence(confidence)), numeric: true },
    ],
    groups: [
      { rows: [row(words.james, words.allArms, james), ...bang.map((each) => row(words.bang, each.arm, each))] },
    ],
    notes: [words.note],
  };
}

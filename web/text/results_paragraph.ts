// SPDX-License-Identifier: MIT
/** The results in sentences: who took part, each effect with its interval, responders, side effects. */
import type { OutcomeResult, Report } from '../contract/report.js';
import { visitTitle } from './labels.js';
import { proportionList, proportionsCompared } from './proportion_segments.js';
import { showsTests } from './pilot.js';
import { effectResults } from './results_effect.js';
import { fill, joined, listed, plain, type Path, type Segment } from './segments.js';
import { strings } from './strings.js';
import { outcomeUnit } from './time_unit.js';
import { ValueSegments } from './value_segments.js';

const words = strings.paragraphs;
const text = words.results;

export function resultsParagraph(report: Report): Segment[] {
  const values = new ValueSegments(report);
  return joined([
    ...(report.simulated ? [fill(text.simulated)] : []),
    participantsSentence(report, values),
    ...report.outcomes.flatMap((outcome, i) => outcomeResults(report, outcome, i, values)),
    ...safetySentences(report, values),
  ]);
}

function participantsSentence({ flow, arms }: Report, values: ValueSegments): Segment[] {
  if (!flow) {
    const list = arms.map(({ arm }, i) => fill(text.ofArm, { n: values.count(['arms', i, 'participants']), arm }));
    return list.length === 0 ? [] : fill(text.inArms, { list: listed(list, strings.listSeparator, words.and) });
  }
  const list = flow.arms.map(({ arm }, i) =>
    fill(text.inArm, { n: values.count(['flow', 'arms', i, 'randomised']), arm }),
  );
  return fill(text.randomised, { list: listed(list, strings.listSeparator, words.and) });
}

function outcomeResults(report: Report, outcome: OutcomeResult, index: number, values: ValueSegments): Segment[][] {
  const at = ['outcomes', index];
  if (outcome.status === 'failed') {
    const message =
      outcome.error === null ? plain(strings.reasons.notEstimable) : values.words([...at, 'error', 'message']);
    return [fill(text.failed, { label: outcome.label, message })];
  }
  return [
    ...outcome.effects.flatMap((_, k) => effectResults(report, outcome, index, k, values)),
    ...(showsTests(report) ? gateSentences(outcome, at, values) : []),
    ...responderSentences(report, outcome, at, values),
    ...geeSentences(report, outcome, at, values),
  ];
}

function gateSentences({ gate }: OutcomeResult, at: Path, values: ValueSegments): Segment[][] {
  if (!gate) return [];
  const template = !gate.open ? text.gate.closed : gate.rejected ? text.gate.rejected : text.gate.open;
  return [
    fill(template, {
      position: values.count([...at, 'gate', 'position']),
      alpha: values.level([...at, 'gate', 'alpha']),
    }),
  ];
}

/** Responders at the effect's visit, or at the last one. */
function responderSentences(report: Report, outcome: OutcomeResult, at: Path, values: ValueSegments): Segment[][] {
  const { responders, effects } = outcome;
  const unit = outcomeUnit(report, outcome);
  const compared = responders?.comparisons ?? [];
  const visit = compared.find((each) => each.visit === effects[0]?.visit)?.visit ?? compared.at(-1)?.visit;
  if (!responders || visit === undefined) return [];
  const path = [...at, 'responders'];
  const rows = responders.rows.flatMap((row, i) => (row.visit === visit ? [{ row, path: [...path, 'rows', i] }] : []));
  const list = rows.map(({ row, path: own }) =>
    fill(text.proportion, {
      count: values.count([...own, 'responders']),
      n: values.count([...own, 'n']),
      percent: values.percent([...own, 'percent'], row.n),
      arm: row.arm,
    }),
  );
  const first = compared.findIndex((each) => each.visit === visit);
  return [
    fill(text.responders, {
      visit: values.words([...path, 'comparisons', first, 'visit'], (name) => visitTitle(name, unit)),
      label: outcome.label,
      list: listed(list, strings.listSeparator, words.and),
      comparisons: proportionsCompared(report, [...path, 'comparisons'], compared, values, visit),
    }),
  ];
}

/** Only what could be estimated: at the effect's visit, or at the last one. */
function geeSentences(report: Report, outcome: OutcomeResult, at: Path, values: ValueSegments): Segment[][] {
  const gee = outcome.responders?.gee;
  if (!gee) return [];
  const unit = outcomeUnit(report, outcome);
  const known = gee.rows.filter(({ oddsRatio }) => oddsRatio !== null);
  const visit = known.find((row) => row.visit === outcome.effects[0]?.visit)?.visit ?? known.at(-1)?.visit;
  return known
    .filter((row) => row.visit === visit)
    .map((row) => {
      const path = [...at, 'responders', 'gee', 'rows', gee.rows.indexOf(row)];
      return fill(text.gee, {
        visit: values.words([...path, 'visit'], (name) => visitTitle(name, unit)),
        label: outcome.label,
        estimate: values.number([...path, 'oddsRatio'], 2),
        interval: values.interval([...at, 'responders', 'gee', 'confidence'], path, 2),
        tests: showsTests(report) ? fill(text.tested, { p: values.pValue([...path, 'pValue']) }) : '',
        comparison: fill(text.against, { arm: row.arm, reference: row.reference }),
      });
    });
}

/** Any side effect, by arm. */
function safetySentences(report: Report, values: ValueSegments): Segment[][] {
  const { safety } = report;
  const index = safety?.rows.findIndex(({ term }) => term === null) ?? -1;
  const row = safety?.rows[index];
  if (!safety || !row) return [];
  const path = ['safety', 'rows', index];
  const compared = row.comparisons ?? [];
  return [
    fill(text.safety, {
      list: proportionList(safety, path, values),
      comparisons:
        compared.length === 0
          ? ''
          : fill(text.safetyComparisons, {
              comparisons: proportionsCompared(report, [...path, 'comparisons'], compared, values),
            }),
    }),
  ];
}

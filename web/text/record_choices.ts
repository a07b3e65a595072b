// SPDX-License-Identifier: MIT
/** From when days were counted where no file has a start date, and what was made of records that stand twice. */
import type { Report } from '../contract/report.js';
import { fill, type Segment } from './segments.js';
import { strings } from './strings.js';
import { instrumentFile } from './time_unit.js';
import type { ValueSegments } from './value_segments.js';

const text = strings.paragraphs.methods;

/** Of the files that outcomes have their scores from; none where the plan chose neither. */
export function recordSentences({ plan, outcomes }: Report, values: ValueSegments): Segment[][] {
  const used = new Set(outcomes.map(({ score }) => instrumentFile(plan, score)));
  const { dayOfStart = 0 } = plan.files.find((file) => file.dayOfStart !== undefined) ?? {};
  const fromFirst = plan.files.some(({ dayZero }) => dayZero !== undefined);
  return plan.files.flatMap((file, index) => {
    if (!used.has(file)) return [];
    const name = values.words(['plan', 'files', index, 'name']);
    return [
      ...(fromFirst && file.date !== undefined
        ? [fill(text.firstRecord, { file: name, day: String(dayOfStart) })]
        : []),
      ...(file.repeated === undefined ? [] : [fill(text.repeated[file.repeated], { file: name })]),
    ];
  });
}

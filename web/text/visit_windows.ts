// SPDX-License-Identifier: MIT
/** The planned visits that records were given to by their days, in a sentence per file. */
import type { Report } from '../contract/report.js';
import { visitLabel } from './labels.js';
import { fill, listed, type Segment } from './segments.js';
import { strings } from './strings.js';
import { instrumentFile } from './time_unit.js';
import type { ValueSegments } from './value_segments.js';

const words = strings.paragraphs;
const text = words.methods;

/** Of the files that outcomes have their scores from; none for files without windows. */
export function windowSentences({ plan, outcomes }: Report, values: ValueSegments): Segment[][] {
  const used = new Set(outcomes.map(({ score }) => instrumentFile(plan, score)));
  return plan.files.flatMap((file, index) => {
    const { windows = [], timeUnit = 'day' } = file;
    if (!used.has(file) || windows.length === 0) return [];
    const path = ['plan', 'files', index];
    const unit = strings.time[timeUnit].one;
    const list = windows.map(({ visit, day, before, after }, i) => {
      const at = [...path, 'windows', i];
      const isExact = before === 0 && after === 0;
      const name = values.words([...at, 'visit'], (label) => visitLabel(label, timeUnit));
      if (isExact && Number(visit) === day) return [name];
      return fill(isExact ? text.windowExact : text.window, {
        visit: name,
        unit,
        day: values.exact([...at, 'day']),
        ...(isExact ? {} : { before: values.exact([...at, 'before']), after: values.exact([...at, 'after']) }),
      });
    });
    return [
      fill(text.windows, {
        file: values.words([...path, 'name']),
        unit,
        list: listed(list, words.semicolon, words.semicolon),
      }),
    ];
  });
}

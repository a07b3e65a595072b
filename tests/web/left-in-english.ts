// SPDX-License-Identifier: MIT
/** Finds what a translation leaves in English. The language has to be German. */
import { translated } from '../../web/text/translated.js';

/** Words of English sentences that are none of German ones, apart from paths of plans and what is quoted. */
const english =
  /\b(?:the|is|are|of|and|not|has|have|it|its|from|with|to|row|rows|more|or|which|here)\b|(?:\bin|,) column\b|\bat visit\b/;
const given = /"(?:[^"\\]|\\.)*"|„[^“]*“|\S*\[\d+\]\S*|[\w-]+\.(?:csv|xlsx|txt|json)\b/g;

export function leftInEnglish(sentences: readonly string[]): string[] {
  return sentences.flatMap((sentence) => {
    const said = translated(sentence);
    if (said === sentence) return [sentence];
    return english.test(said.replace(given, '')) ? [`${sentence} => ${said}`] : [];
  });
}

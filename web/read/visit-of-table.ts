// SPDX-License-Identifier: MIT
/** The visit that the name of a sheet or file tells: "FSS week 4", "fss_baseline.csv", "V3". */
import { naturalOrder } from './natural-order.js';
import { visitMeaning, type VisitMeaning } from './visit-meaning.js';
import { isBaselineWord, visitOrder } from './visit-names.js';
import { orderVisits } from './visit-order.js';

const units =
  'd|days?|tage?|jours?|w|wks?|weeks?|wochen?|semaines?|m|mo|mon|months?|monate?|mois|v|vis|visits?|visiten?|t|tp|time ?point|zeitpunkt|messzeitpunkt';
const words = `pre|post|before|after|vorher|nachher|inclusion|einschluss|randomi[sz]ation|follow ?up(?: \\d+)?|fu ?\\d*|end of (?:treatment|study)|eot|eos|end|ende|abschluss|final|finale`;
const numbered = `(?:${units}) ?\\d+|\\d+ ?(?:${units})`;
const visitLike = new RegExp(`^(?:(?:v|visite?|t) ?\\d+ )?(?:${numbered}|${words})$`, 'i');
const numberedBaseline = /^(?:v|visite?|t) ?\d+ (.+)$/i;

const isVisit = (label: string): boolean =>
  visitLike.test(label) || isBaselineWord(numberedBaseline.exec(label)?.[1] ?? label);

/** Names of more words are titles. */
const mostWords = 4;

/** Labels that mean visits of their own: "Aufnahme", "Entlassung", "6-month follow-up". */
function areMeant(labels: readonly string[]): boolean {
  const meanings = labels.map(visitMeaning);
  const isMeant = (label: string, { phase, count }: VisitMeaning): boolean =>
    /\p{L}/u.test(label) && label.split(' ').length <= mostWords && phase !== 'unplanned' && (phase ?? count) !== null;
  const isEach = labels.every((label, i) => meanings[i] && isMeant(label, meanings[i]));
  return isEach && new Set(meanings.map((meaning) => JSON.stringify(meaning))).size === labels.length;
}

/** The words of a name; dates of an export and the file's ending are none, but with `withDates`, as 20240131. */
function wordsOf(name: string, withDates = false): string[] {
  return name
    .replace(/\.(csv|tsv|txt|xlsx|xlsm)$/i, '')
    .replace(/(?:19|20)\d\d[-_.]?\d\d[-_.]?\d\d(?:[-_T]\d{4,6})?/g, (date) =>
      withDates ? ` ${date.replace(/\D/g, '')} ` : ' ',
    )
    .split(/[\s_.,()–-]+/)
    .filter((word) => word !== '');
}

/** How many words at the start, or with `fromEnd` at the end, all names have alike. */
function alike(names: readonly (readonly string[])[], fromEnd: boolean): number {
  const [first = []] = names;
  const at = (list: readonly string[], i: number): string | undefined =>
    list[fromEnd ? list.length - 1 - i : i]?.toLowerCase();
  let count = 0;
  while (at(first, count) !== undefined && names.every((list) => at(list, count) === at(first, count))) count++;
  return count;
}

/**
 * The visits that the names tell, in the order of the names, once what they have alike is left out; null unless each tells
 * one of its own. "Week 4" and "Week 8" keep the word that they have alike.
 */
export function visitsOfNames(names: readonly string[]): string[] | null {
  const lists = names.map((name) => wordsOf(name));
  const ends = alike(lists, true);
  for (let before = alike(lists, false); before >= 0; before--) {
    for (let after = ends; after >= 0; after--) {
      const labels = lists.map((list) => labelOf(list.slice(before, Math.max(before, list.length - after))));
      const isDistinct = new Set(labels.map((label) => label.toLowerCase())).size === labels.length;
      if (isDistinct && (labels.every(isVisit) || areMeant(labels))) return labels;
    }
  }
  return null;
}

/** The visit that each name tells by itself, once what all have alike is left out; null where it tells none. */
export function visitsByName(names: readonly string[]): (string | null)[] {
  const all = visitsOfNames(names);
  if (all) return all;
  const lists = names.map((name) => wordsOf(name));
  const [before, after] = names.length > 1 ? [alike(lists, false), alike(lists, true)] : [0, 0];
  return lists.map((list) => {
    const own = labelOf(list.slice(before, Math.max(before, list.length - after)));
    return isVisit(own) ? own : null;
  });
}

/** What each name has of its own, once what all have alike at their start and end is left out. */
export function wordsApart(names: readonly string[], withDates = false): string[] {
  const lists = names.map((name) => wordsOf(name, withDates));
  const [before, after] = [alike(lists, false), alike(lists, true)];
  return lists.map((list) => list.slice(before, Math.max(before, list.length - after)).join(' '));
}

/** "week4" is written as "week 4", as a column of visits would have it. */
function labelOf(list: readonly string[]): string {
  return list.join(' ').replace(/(\p{L}{3,})(\d)/gu, '$1 $2');
}

/** Baseline first, then by time where all tell it, else as a reader lists them. */
export function inVisitOrder<Part extends { visit: string }>(parts: readonly Part[]): Part[] {
  const told = orderVisits(
    parts.map(({ visit }) => visit),
    [],
  );
  if (told.toldBy === 'labels')
    return [...parts].sort((a, b) => told.visits.indexOf(a.visit) - told.visits.indexOf(b.visit));
  const times = parts.map(({ visit }) => visitOrder(visit));
  const rank = ({ visit }: Part): number => (isBaselineWord(visit) || /^(pre|before|vorher)$/i.test(visit) ? 0 : 1);
  const isTimed = times.every((time) => time !== null);
  const isNumbered = parts.every(({ visit }) => /\d/.test(visit));
  return [...parts].sort((a, b) => {
    if (isTimed) return (visitOrder(a.visit) ?? 0) - (visitOrder(b.visit) ?? 0);
    return rank(a) - rank(b) || (isNumbered ? naturalOrder(a.visit.toLowerCase(), b.visit.toLowerCase()) : 0);
  });
}

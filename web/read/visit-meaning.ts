// SPDX-License-Identifier: MIT
/** What the label of a visit says of when it was: before treatment, the baseline, a time, the end, after it. */
import { baselineNames, isUnplanned, visitOrder } from './visit-names.js';

export type Phase = 'screening' | 'entry' | 'baseline' | 'treatment' | 'end' | 'follow_up' | 'unplanned';

export interface VisitMeaning {
  /** Null where no word and no number tells it. */
  phase: Phase | null;
  /** Days after the baseline, months of mean length; null where the label has no time. */
  days: number | null;
  /** "Visit 3", "V3 - Week 4", "FU2": the number and the word it counts. */
  count: { of: string; number: number } | null;
  /** Called baseline, not just before treatment. */
  isNamedBaseline: boolean;
}

const notAfterWord = '(?<![\\p{L}\\p{N}])';
const notBeforeWord = '(?![\\p{L}\\p{N}])';
/** Numbers may follow a word: FU2, post1. */
const anywhere = (alternatives: string): RegExp => new RegExp(`${notAfterWord}(?:${alternatives})(?!\\p{L})`, 'u');
const atStart = (alternatives: string): RegExp => new RegExp(`^(?:${alternatives})(?!\\p{L})`, 'u');

/** In the order in which they are looked for. */
const phases: readonly [Phase, RegExp][] = [
  [
    'screening',
    anywhere(
      '(?:pre-?)?screen(?:ing)?|scrn?|run[ -]?in|lead[ -]?in|eligibility|(?:informed )?consent|einwilligung|recruitment|rekrutierung|voruntersuchung|d[ée]pistage',
    ),
  ],
  [
    'baseline',
    anywhere(`${baselineNames}|ausgangs\\p{L}+|eingangs\\p{L}*|erst(?:untersuchung|erhebung|messung|visite|befragung)`),
  ],
  [
    'follow_up',
    anywhere('follow[ -]?up|fup?|f\\/u|katamnese|nach(?:untersuchung|beobachtung|sorge)|suivi|wash[ -]?out'),
  ],
  [
    'end',
    anywhere(
      'end|ende|eo[ts]|end[ -]?point|endpunkt|(?:studien|therapie|behandlungs)ende|finale?|abschluss\\p{L}*|last visit|entlassung|discharge|close[ -]?out|completion|exit|fin|sortie',
    ),
  ],
  [
    'entry',
    anywhere(
      'randomi[sz](?:ation|ed)|randomisierung|rando|enroll?(?:ment|ed)|inclusion|einschluss(?:visite)?|aufnahme(?:visite|untersuchung)?|admission|entry|registration',
    ),
  ],
  ['baseline', atStart('pre|prae|prä|vor|vorher|before|avant|initial|start|beginn|ausgang|d[ée]but')],
  ['end', atStart('post|posttest|nach|nachher|after|apr[èe]s')],
];

const perUnit: readonly [string, number][] = [
  ['d|days?|tage?n?|jours?', 1],
  ['w|wks?|weeks?|wochen?|sem|semaines?', 7],
  ['m|mo|mon|mth|months?|monate?n?|mois', 30.4375],
  ['y|yrs?|years?|jahre?n?|ans?|années?', 365.25],
];
const units = perUnit.map(([unit]) => unit).join('|');
/** "week 4", "d28", "day -7", "d-7"; in "week-4" the dash separates. */
const timeAfterUnit = new RegExp(`${notAfterWord}(${units})[ .]*((?<= )-|-?)(\\d+(?:[.,]\\d+)?)${notBeforeWord}`, 'u');
const timeBeforeUnit = new RegExp(`${notAfterWord}(\\d+(?:[.,]\\d+)?)[ .-]*(${units})${notBeforeWord}`, 'u');
const counted = new RegExp(
  `${notAfterWord}(v|vis|visite?|besuch|termin|t|tp|time(?: ?point)?|(?:mess)?zeitpunkt|mzp|messung|session|sitzung|wave|welle|occasion|assessment|fup?|follow[ -]?up|katamnese|suivi|temps)[ .#-]*(\\d+)${notBeforeWord}`,
  'u',
);

const namedBaseline = anywhere(baselineNames);

/** Small letters, with one blank for the marks between words. */
const plain = (label: string): string =>
  label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[_,;:()[\]/\s]+/g, ' ')
    .trim();

/**
 * Of "Screening", "V2 Baseline", "Week 12 (end of treatment)", "prä", "FU 6 months". A time above 0 says more than the word
 * for a baseline or an end does ("4 weeks after baseline"); a visit numbered 0 is a baseline.
 */
export function visitMeaning(label: string): VisitMeaning {
  const text = plain(label);
  const found = counted.exec(text);
  const count = found ? { of: (found[1] ?? '').replace(/[ -]/g, ''), number: Number(found[2]) } : null;
  if (isUnplanned(label)) return { phase: 'unplanned', days: null, count, isNamedBaseline: false };
  const days = timeIn(text) ?? visitOrder(label);
  const word = phases.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  const phase = phaseOf(word, days, count);
  return { phase, days, count, isNamedBaseline: phase === 'baseline' && namedBaseline.test(text) };
}

function phaseOf(word: Phase | null, days: number | null, count: VisitMeaning['count']): Phase | null {
  if (word === 'follow_up' || word === 'screening') return word;
  if (days !== null && days > 0) return 'treatment';
  if (days !== null && days < 0) return 'screening';
  if (word !== null) return word;
  return days === 0 || count?.number === 0 ? 'baseline' : null;
}

function timeIn(text: string): number | null {
  const after = timeAfterUnit.exec(text);
  const before = after ? null : timeBeforeUnit.exec(text);
  const word = after?.[1] ?? before?.[2] ?? '';
  const number = after?.[3] ?? before?.[1];
  const per = perUnit.find(([unit]) => new RegExp(`^(?:${unit})$`, 'u').test(word))?.[1];
  if (per === undefined || number === undefined) return null;
  const isBefore = after !== null && /(\s|^[dw])-$/.test(after[0].slice(0, -number.length));
  return per * Number(number.replace(',', '.')) * (isBefore ? -1 : 1);
}

// SPDX-License-Identifier: MIT
/** Names as people write them for a reader, made plain: "Fatigue today (0-10)", "VAS Müdigkeit (mm)", "Müdigkeit FSS Mittelwert". */

const fatigue = '(?:fatigue|m(?:ü|ue)digkeit|fatigabilit(?:é|e)|ersch(?:ö|oe)pfung)';
const times =
  'today|now|current|currently|daily|heute|jetzt|aktuell|aktuelle|täglich|taeglich|aujourd_hui|actuelle|level|score|severity|intensity|rating|wert|nrs|diary|tagebuch';
const rating = new RegExp(`^(?:(?:${times})_)*${fatigue}(?:_(?:${times}))*_0_(?:bis_)?10$`);
const rated = new RegExp(`^(?:(?:${times})_)*${fatigue}(?:_(?:${times}))*$`);
const analogue = new RegExp(`^(?:vas_${fatigue}|${fatigue}_vas)(?:_(?:mm|0_100|0_100_mm|mm_0_100))?$`);
const before = new RegExp(`^${fatigue}_(.+)$`);
const after = new RegExp(`^(.+)_${fatigue}$`);

/** "fatigue", "fatigue_today", "muedigkeit": fatigue is rated, and nothing says from what to what. */
export const isFatigueName = (snake: string): boolean => rated.test(snake);

/** Other snake-case names that a snake-case name may stand for; none for most. */
export function plainNames(snake: string): string[] {
  if (rating.test(snake)) return ['nrs_fatigue'];
  if (analogue.test(snake)) return ['vas_fatigue'];
  return [before.exec(snake)?.[1], after.exec(snake)?.[1]].filter((name) => name !== undefined);
}

// SPDX-License-Identifier: MIT
/** Words of the line that stays in sight: what was read, the primary effect, where the page stands. */
import { counted, plural } from './plural.js';

export const barWords = {
  name: 'Summary',
  sections: 'Sections of the page',
  open: 'Show the whole summary',
  close: 'Show one line of the summary',
  files: (n: number) => plural(n, 'file'),
  participants: (n: number) => plural(n, 'participant'),
  participantsOpen: (joined: number, apart: number) =>
    `${counted(joined)} or ${counted(apart)} participants, to confirm`,
  participantsMatched: (both: number, listed: number) =>
    `${counted(both)} of ${plural(listed, 'participant')} matched, to confirm`,
  rows: (n: number) => plural(n, 'row'),
  interval: (interval: string, p: string) => `(${interval}${p === '' ? '' : `; ${p}`})`,
  moreEffects: (n: number) => `and ${plural(n, 'more comparison')}`,
  simulated: 'simulated',
  reading: 'Reading\u2026',
  analysing: 'Computing\u2026',
  done: 'Results are up to date.',
  unsettled: 'Not settled: who is analysed is to be confirmed.',
  problems: (n: number) => `${plural(n, 'problem')}: see below.`,
  notAnalysed: (reason: string) => `Not analysed: ${reason}`,
  outcomesFailed: (failed: number, total: number) => `${failed} of ${plural(total, 'outcome')} not analysed.`,
  cancelled: 'Cancelled: not analysed.',
  waits: (files: string) => `Waits for ${files}.`,
  nothing: 'Nothing to analyse yet: see what each file holds.',
};

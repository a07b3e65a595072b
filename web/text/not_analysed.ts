// SPDX-License-Identifier: MIT
/** Why a participant is in no row of a model, in words. */
import type { Reason } from '../contract/participants.js';
import { strings } from './strings.js';
import { translated } from './translated.js';

/** The core's "no record at the visit" means, of somebody who is in no row, that there is none at any analysed visit. */
export const notAnalysedReason = ({ code, reason }: Pick<Reason, 'code' | 'reason'>): string =>
  code === 'visit_missing' ? strings.participants.flow.noVisit : translated(reason);

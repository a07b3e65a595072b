// SPDX-License-Identifier: MIT
/** The page in three short texts: what was read, the primary outcome's effect as the tables print it, where it stands. */
import type { DataCheck } from '../contract/check.js';
import type { Plan } from '../contract/plan.js';
import type { EffectRow, InputError, OutcomeResult, Report } from '../contract/report.js';
import { effectUnit, effectWhenWithin } from './effect.js';
import { capitalise } from './labels.js';
import { isAvailable, numbersOf } from './number.js';
import { showsTests } from './pilot.js';
import { effectDecimals } from './precision.js';
import { strings } from './strings.js';
import { areSamePeople } from '../read/same-people.js';
import type { StackOffer } from '../read/stack-offers.js';
import { isGrave, toConfirm } from './to_confirm.js';
import { translated } from './translated.js';

const words = strings.bar;

/** What of the page's state is told. */
export interface SummaryState {
  files: readonly { name: string; rowCount: number; error: InputError | null; stackOffer?: StackOffer }[];
  plan: Plan | null;
  report: Report | null;
  failure: InputError | null;
  planProblem: InputError | null;
  check: DataCheck | null;
  busy: 'reading' | 'analysing' | null;
  cancelled: boolean;
}

export interface Summary {
  read: string;
  /**
   * "−8.1", "points", "(95% CI −12.0 to −4.2; p=0.001)", and of what: which arm minus which, the outcome, when, and what
   * else there is. `mark`: it rests on what is still to be confirmed.
   */
  effect: { difference: string; unit: string; interval: string; of: string; mark?: string } | null;
  state: { kind: 'busy' | 'done' | 'problem' | 'waiting'; text: string };
}

/** `waiting`: names of files the plan uses that are not there. */
export function summaryOf(state: SummaryState, waiting: readonly string[]): Summary {
  return { read: readOf(state), effect: state.report && effectOf(state.report), state: standing(state, waiting) };
}

/** "4 files, 18 participants, 510 rows": files that could be read and are not set aside. */
function readOf(state: SummaryState): string {
  const { files, plan } = state;
  const isUsed = (name: string): boolean => plan?.files.find((file) => file.name === name)?.role !== 'ignored';
  const used = files.filter(({ name, error }) => error === null && isUsed(name));
  const rows = used.reduce((sum, { rowCount }) => sum + rowCount, 0);
  return [words.files(used.length), ...participantsOf(state), words.rows(rows)].join(strings.listSeparator);
}

/** A number that hangs on whose identifiers are whose is not told as if that were known. */
function participantsOf({ files, plan, report, check }: SummaryState): string[] {
  const roleOf = (name: string): string => plan?.files.find((file) => file.name === name)?.role ?? 'ignored';
  const isOpen = (offer: StackOffer): boolean =>
    offer.parts.every(({ name }) => roleOf(name) !== 'ignored') && !areSamePeople(offer, plan ?? {});
  const people = files.find(({ stackOffer }) => stackOffer?.people && isOpen(stackOffer))?.stackOffer?.people;
  if (people) return [words.participantsOpen(people.distinct, people.apart)];
  const [ids] = (report ? toConfirm(report) : []).flatMap((open) => (open.kind === 'ids' ? [open.match] : []));
  if (ids) return [words.participantsMatched(ids.both, ids.listed)];
  const arms = report?.arms ?? check?.arms ?? [];
  const participants = arms.reduce((sum, arm) => sum + arm.participants, 0);
  return participants > 0 ? [words.participants(participants)] : [];
}

/** Of the first primary outcome that was estimated; without one there is no effect to put first. */
function effectOf(report: Report): Summary['effect'] {
  const outcome = report.outcomes.find(({ role, effects }) => role === 'primary' && effects.length > 0);
  const [effect, ...others] = outcome?.effects ?? [];
  if (!outcome || !effect) return null;
  const comparison = strings.tables.differenceOf(effect.arm, effect.reference);
  // Which arm minus which comes first: the end of the line may not be seen.
  const of = [comparison, outcome.label, effectWhenWithin(report, outcome, effect)].filter((part) => part !== '');
  const more = others.length > 0 ? [words.moreEffects(others.length)] : [];
  const simulated = report.simulated ? [words.simulated] : [];
  const decimals = effectDecimals(report, outcome, effect.kind);
  const open = toConfirm(report).length;
  const told = isAvailable(effect.estimate)
    ? {
        difference: numbersOf(report).number(effect.estimate, decimals),
        unit: effectUnit(report, outcome, effect),
        interval: intervalText(report, outcome, effect, decimals),
      }
    : { difference: capitalise(strings.reasons.notEstimable), unit: '', interval: '' };
  return {
    ...told,
    of: [...of, ...more, ...simulated].join(strings.listSeparator),
    ...(open > 0 && { mark: strings.confirm.mark(open) }),
  };
}

/** A pilot trial has no p value; an adjusted one is what is tested. */
function intervalText(report: Report, outcome: OutcomeResult, effect: EffectRow, decimals: number): string {
  const numbers = numbersOf(report);
  const interval = numbers.intervalPhrase(outcome.model?.confidence ?? 0.95, effect.lower, effect.upper, decimals);
  if (!showsTests(report)) return words.interval(interval, '');
  const adjusted = isAvailable(effect.pAdjusted)
    ? `${strings.listSeparator}${strings.tables.adjusted(numbers.pValue(effect.pAdjusted))}`
    : '';
  return words.interval(interval, `${numbers.pStatement(effect.pValue)}${adjusted}`);
}

function standing(state: SummaryState, waiting: readonly string[]): Summary['state'] {
  const { busy, failure, cancelled, report } = state;
  if (busy) return { kind: 'busy', text: words[busy] };
  if (failure) return { kind: 'problem', text: words.notAnalysed(translated(failure.message)) };
  if (cancelled) return { kind: 'problem', text: words.cancelled };
  const waits = waiting.length > 0 ? words.waits(waiting.join(strings.listSeparator)) : '';
  if (!report) return { kind: 'waiting', text: waits || words.nothing };
  const failed = report.outcomes.filter(({ status }) => status === 'failed');
  const problems = problemsOf(state);
  const parts = [
    waits,
    failed.length > 0 ? words.outcomesFailed(failed.length, report.outcomes.length) : '',
    problems > 0 ? words.problems(problems) : '',
  ].filter((part) => part !== '');
  if (parts.length > 0) return { kind: 'problem', text: parts.join(' ') };
  if (toConfirm(report).some(isGrave)) return { kind: 'problem', text: words.unsettled };
  return { kind: 'done', text: words.done };
}

/** Each once: an outcome that failed repeats what the report says. */
function problemsOf({ report, planProblem, files }: SummaryState): number {
  const all = [
    ...(report?.errors ?? []),
    ...(report?.outcomes.flatMap(({ error }) => error ?? []) ?? []),
    ...files.flatMap(({ error }) => error ?? []),
    ...(planProblem ? [planProblem] : []),
  ];
  return new Set(all.map(({ message }) => message)).size;
}

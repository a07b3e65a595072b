// SPDX-License-Identifier: MIT
/** What the results rest on that the plan only assumes: nobody has confirmed it, and the data do not say it. */
import type { IdMatch, OutcomeResult, Report, SharedPeople } from '../contract/report.js';
import { armShown } from '../read/arms.js';
import { armMatches } from '../read/arm-match.js';
import { instrumentNamed } from '../read/instruments.js';
import { looksLikeControl } from '../read/names.js';
import { diarySlope } from '../read/propose-outcomes.js';
import { rangeInDoubt } from '../read/tenth-range.js';
import { slopeWhen } from './effect.js';
import { scoringLabel, scoringOf } from './instrument.js';
import { visitLabel } from './labels.js';
import { strings } from './strings.js';
import { outcomeUnit, timeUnitOf } from './time_unit.js';
import { translated } from './translated.js';

const words = strings.confirm;

/** The code of a baseline that is the first visit because none is named. */
export const firstVisitTaken = 'first_visit';

/** An assumption in a sentence, and what its answers need. */
export type ToConfirm =
  | { kind: 'ids'; text: string; file: string; match: IdMatch }
  | { kind: 'people'; text: string; files: string[]; people: SharedPeople }
  /** Arms that some tables have and others have not, by their values, each with those that it may be. */
  | {
      kind: 'arms';
      text: string;
      matches: { value: string; label: string; others: { value: string; label: string }[] }[];
      arms: string[];
    }
  /** Arms by their values in the files, the one assumed first. */
  | { kind: 'reference'; text: string; arms: { value: string; label: string }[] }
  /** On reading the files: the plan's word for it. */
  | { kind: 'assumption'; text: string; assumption: string }
  /** Likewise, of a line from 0 to 100 without a value above 10; the questionnaire's id in the plan. */
  | { kind: 'range'; text: string; assumption: string; instrument: string }
  /** Likewise, of a diary's slope; the outcome with its weekly means, where its days make weeks. */
  | { kind: 'slope'; text: string; assumption: string; outcome: OutcomeResult }
  /** The questionnaire's id in the plan; scorings by their names, with that assumed. */
  | { kind: 'items'; text: string; instrument: string; scoring: string; scorings: { value: string; label: string }[] }
  /** The first visit, taken as the baseline; the outcome's id, and visits that can be it. */
  | { kind: 'baseline'; text: string; outcome: string; visit: string; visits: { value: string; label: string }[] }
  /** Outcomes by their ids; visits by their values, with that assumed. */
  | { kind: 'visit'; text: string; outcomes: string[]; visit: string; visits: { value: string; label: string }[] };

/** The gravest first. */
export function toConfirm(report: Report): ToConfirm[] {
  if (!report.outcomes.some(({ effects }) => effects.length > 0)) return [];
  return [
    ...peopleToConfirm(report),
    ...idsToConfirm(report),
    ...armsToConfirm(report),
    ...referenceToConfirm(report),
    ...assumptions(report),
    ...itemsToConfirm(report),
    ...visitsToConfirm(report),
  ];
}

/** What the files' notes tell of baseline and scoring, as sentences. */
function assumptions(report: Report): ToConfirm[] {
  return (report.assumed ?? []).map(({ assumption, message }) => {
    const text = translated(message).replace(/[^.]$/, '$&.');
    const [code, about = ''] = assumption.split(/:(.*)/s);
    if (code === rangeInDoubt) return { kind: 'range', text, assumption, instrument: about };
    const changed = code === firstVisitTaken ? report.outcomes.find(({ id }) => id === about) : undefined;
    if (changed) return baselineToConfirm(report, changed);
    const outcome = report.outcomes.find(({ score }) => score.startsWith(`${about}.`));
    return code === diarySlope && outcome
      ? { kind: 'slope', text: slopeText(report, outcome), assumption, outcome }
      : { kind: 'assumption', text, assumption };
  });
}

/** Visits that are analysed could be the baseline too; those of a summary are others than its baseline's. */
function baselineToConfirm({ plan }: Report, { id, label, score, model }: OutcomeResult): ToConfirm {
  const visit = model?.baselineVisit ?? '';
  const labelOf = (value: string): string => visitLabel(value, timeUnitOf(plan, score));
  const { summary, effect } = plan.outcomes.find((outcome) => outcome.id === id) ?? {};
  const reportedAt = effect?.kind === 'visit_difference' ? effect.visit : undefined;
  const others = summary ? [] : (model?.visits ?? []).filter((other) => other !== reportedAt);
  const visits = [visit, ...others];
  return {
    kind: 'baseline',
    text: words.baseline(label, labelOf(visit)),
    outcome: id,
    visit,
    visits: visits.map((value) => ({ value, label: labelOf(value) })),
  };
}

function slopeText(report: Report, outcome: OutcomeResult): string {
  const told = words.slope(outcome.label, slopeWhen(report, outcome));
  const isChosen = outcome.role === 'primary' && report.outcomes.length > 1;
  return isChosen ? `${told} ${words.slopePrimary}` : told;
}

/** The same in sentences, as small print. */
export const confirmNotes = (report: Report): string[] => toConfirm(report).map(({ text }) => words.note(text));

/** True for what decides who is analysed: until it is settled, no number of participants is. */
export const isGrave = ({ kind }: ToConfirm): boolean => kind === 'ids' || kind === 'people';

function peopleToConfirm({ files, plan }: Report): ToConfirm[] {
  return files.flatMap(({ name, people }): ToConfirm[] => {
    const all = [name, ...(people?.others ?? [])];
    if (!people || all.every((file) => plan.samePeople?.includes(file))) return [];
    const told = words.people(all.join(strings.listSeparator), people.shared, people.distinct);
    const text = people.otherArms > 0 ? `${told} ${words.peopleOtherArms(people.otherArms)}` : told;
    return [{ kind: 'people', text, files: all, people }];
  });
}

function idsToConfirm({ files, plan }: Report): ToConfirm[] {
  return files.flatMap(({ name, ids }): ToConfirm[] => {
    if (!ids || plan.unmatchedIds?.includes(name)) return [];
    const told = words.ids({ file: name, ...ids });
    const parts = [
      told,
      ...(ids.plain > ids.both ? [words.idsPlain(ids.plain)] : []),
      ...(byNumber(ids) ? [words.idsNumbers(ids.numbers ?? 0)] : []),
    ];
    const text = parts.join(' ');
    return [{ kind: 'ids', text, file: name, match: ids }];
  });
}

/** True where the numbers in them would match more identifiers than any other way of writing. */
export const byNumber = ({ both, plain, numbers = 0 }: IdMatch): boolean => numbers > Math.max(both, plain);

/** Compared with the table that is told first, as on putting them together. */
function armsToConfirm({ armsApart, plan: { arms } }: Report): ToConfirm[] {
  if (!armsApart || !arms) return [];
  const shown = (value: string): { value: string; label: string } => ({ value, label: armShown(value, arms) });
  const told = armsApart.map(({ name, arms: own }) =>
    words.armsOf(name, own.map((arm) => armShown(arm, arms)).join(strings.listSeparator)),
  );
  const matches = armMatches(armsApart.map((each) => each.arms)).map(({ arm, candidates }) => ({
    ...shown(arm),
    others: candidates.map(shown),
  }));
  return [{ kind: 'arms', text: words.arms(told.join('; ')), matches, arms: arms.order }];
}

function referenceToConfirm({ plan: { arms } }: Report): ToConfirm[] {
  const choices = (arms?.order ?? []).map((value) => ({ value, label: armShown(value, arms) }));
  const [assumed] = choices;
  if (arms?.referenceChosen !== false || !assumed || choices.length < 2 || looksLikeControl(assumed.label)) return [];
  return [{ kind: 'reference', text: words.reference(assumed.label), arms: choices }];
}

/** Questionnaires that somebody named, with items found by their numbers and the usual scoring. */
function itemsToConfirm({ plan, outcomes }: Report): ToConfirm[] {
  return plan.instruments.flatMap(({ id, instrument, items, scoring, proposed }): ToConfirm[] => {
    const definition = instrumentNamed(instrument, plan.definitions);
    const used = definition && scoringOf(definition, scoring);
    const isShown = outcomes.some(({ score, effects }) => score.startsWith(`${id}.`) && effects.length > 0);
    if (!proposed || !items || !used || !isShown) return [];
    const columns = items.join(strings.listSeparator);
    return [
      {
        kind: 'items',
        text: words.items({ instrument, columns, count: items.length, scoring: scoringLabel(definition, used) }),
        instrument: id,
        scoring: used.name,
        scorings: definition.scorings.map((each) => ({ value: each.name, label: scoringLabel(definition, each) })),
      },
    ];
  });
}

/** Outcomes that are reported at the same visit and can be at the same others are asked about together. */
function visitsToConfirm(report: Report): ToConfirm[] {
  const groups = new Map<string, { visit: string; outcomes: OutcomeResult[]; visits: string[] }>();
  for (const outcome of report.outcomes) {
    const effect = report.plan.outcomes.find(({ id }) => id === outcome.id)?.effect;
    if (effect?.kind !== 'visit_difference' || !effect.proposed || outcome.effects.length === 0) continue;
    const visits = outcome.model?.visits ?? [];
    const key = JSON.stringify([outcomeUnit(report, outcome), effect.visit, visits]);
    const group = groups.get(key) ?? { visit: effect.visit, outcomes: [], visits };
    group.outcomes.push(outcome);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ visit, outcomes, visits }) => {
    const [first] = outcomes;
    const labelOf = (value: string): string => visitLabel(value, first ? outcomeUnit(report, first) : 'day');
    const labels = outcomes.map(({ label }) => label).join(strings.listSeparator);
    return {
      kind: 'visit',
      text: words.visit(labelOf(visit), labels),
      outcomes: outcomes.map(({ id }) => id),
      visit,
      visits: visits.map((value) => ({ value, label: labelOf(value) })),
    };
  });
}

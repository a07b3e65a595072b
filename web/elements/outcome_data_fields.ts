// SPDX-License-Identifier: MIT
/** What is made of an outcome's records before the model: baseline and summary. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BaselineRule, PlanModel, PlanSummary, TimeUnit } from '../contract/plan.js';
import { strings } from '../text/strings.js';
import {
  groupedSelectField,
  numberField,
  optionalNumberField,
  plainOptions,
  selectField,
  type Option,
} from './controls.js';
import { usualBaseline, usualSummary, withBaseline, withBaselineVisit, type SummaryKind } from './outcome_edits.js';

const text = strings.outcome;
const anyDay = { min: -3650, max: 36500, step: 1 };
const count = { min: 1, max: 3650, step: 1 };

const optionsOf = (words: Record<string, string>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What the records offer: their visits, what the numbers of those count, and their numeric columns. */
interface Offered {
  visits: readonly Option[];
  unit: TimeUnit;
  columns: readonly string[];
  /** What the score's instrument is called. */
  words: readonly string[];
  /** Whether a column is to be chosen now. */
  asks: boolean;
  /** What is wrong with the column chosen. */
  problems: readonly string[];
}

/** One visit, the usual, or a rule. */
export function baselineFields(
  model: PlanModel,
  { visits, unit, columns, words, asks, problems }: Offered,
  set: (model: PlanModel) => void,
  ask: () => void,
): TemplateResult {
  const { baseline: rule, baselineVisit } = model;
  // Without a column there is nothing to choose.
  const rules = Object.entries(text.timed(unit).baselines)
    .filter(([kind]) => kind !== 'column' || columns.length > 0 || rule?.kind === 'column')
    .map(([kind, label]) => ({ value: ruleMark + kind, label }));
  const first = { value: '', label: strings.analysis.automatic };
  const known = visits.some(({ value }) => value === baselineVisit);
  const named = baselineVisit === undefined || known ? [] : [{ value: baselineVisit, label: baselineVisit }];
  const choose = (value: string): void => {
    if (value.startsWith(ruleMark)) {
      const usual = usualBaseline(value.slice(ruleMark.length) as BaselineRule['kind'], columns, words);
      if (usual) set(withBaseline(model, usual));
      else ask();
    } else set(withBaselineVisit(model, value));
  };
  return html`${groupedSelectField(
    { label: strings.analysis.baselineVisit },
    [
      { label: text.baselineVisits, options: [first, ...visits, ...named] },
      { label: text.baselineOthers, options: rules },
    ],
    asks ? `${ruleMark}column` : rule ? ruleMark + rule.kind : (baselineVisit ?? ''),
    choose,
  )}
  ${asks ? askedColumn(columns, (column) => set(withBaseline(model, { kind: 'column', column }))) : nothing}
  ${
    rule === undefined || asks
      ? nothing
      : ruleFields(rule, { columns, unit, problems }, (next) => set(withBaseline(model, next)))
  }`;
}

/** No name tells the column: it is asked for, and nothing changes until it is chosen. */
function askedColumn(columns: readonly string[], choose: (column: string) => void): TemplateResult {
  const none = { value: '', label: text.baselineChoose, note: text.baselineUntil };
  return selectField({ label: text.baselineColumn }, [none, ...plainOptions(columns)], '', (column) => {
    if (column !== '') choose(column);
  });
}

/** Tells a rule from a visit of that name. */
const ruleMark = 'rule:';

function ruleFields(
  rule: BaselineRule,
  { columns, unit, problems }: Pick<Offered, 'columns' | 'unit' | 'problems'>,
  set: (rule: BaselineRule) => void,
): TemplateResult {
  const words = text.timed(unit);
  switch (rule.kind) {
    case 'last_before':
      return numberField({ label: words.baselineAt }, anyDay, rule.day, (day) => set({ ...rule, day }));
    case 'window_mean':
      return html`${numberField({ label: words.from }, anyDay, rule.from, (from) => set({ ...rule, from }))}
      ${numberField({ label: words.to }, anyDay, rule.to, (to) => set({ ...rule, to }))}
      ${numberField({ label: words.least }, count, rule.leastDays ?? 1, (leastDays) => set({ ...rule, leastDays }))}`;
    case 'column':
      return selectField(
        { label: text.baselineColumn },
        plainOptions(columns),
        rule.column,
        (column) => set({ ...rule, column }),
        problems.join(' '),
      );
  }
}

export function summaryFields(
  summary: PlanSummary | undefined,
  unit: TimeUnit,
  set: (summary: PlanSummary | undefined) => void,
): TemplateResult {
  // Only days make weeks.
  const kinds = optionsOf(text.timed(unit).summaries).filter(
    ({ value }) => unit === 'day' || value !== 'weekly_mean' || summary?.kind === value,
  );
  return html`${selectField({ label: text.summary }, kinds, summary?.kind ?? 'none', (kind) =>
    set(usualSummary(kind as SummaryKind)),
  )}
  ${summary?.kind === 'weekly_mean' ? weeklyFields(summary, set) : nothing}
  ${summary?.kind === 'auc_per_day' ? aucFields(summary, unit, set) : nothing}`;
}

function weeklyFields(
  summary: Extract<PlanSummary, { kind: 'weekly_mean' }>,
  set: (summary: PlanSummary) => void,
): TemplateResult {
  return html`${numberField({ label: text.firstDay }, anyDay, summary.firstDay ?? 1, (firstDay) =>
    set({ ...summary, firstDay }),
  )}
  ${numberField({ label: text.weekLeast }, { min: 1, max: 7, step: 1 }, summary.leastDays ?? 4, (leastDays) =>
    set({ ...summary, leastDays }),
  )}`;
}

function aucFields(
  summary: Extract<PlanSummary, { kind: 'auc_per_day' }>,
  unit: TimeUnit,
  set: (summary: PlanSummary) => void,
): TemplateResult {
  const words = text.timed(unit);
  const end = (key: 'from' | 'to', label: string): TemplateResult =>
    optionalNumberField({ label, technical: words.aucEnds }, anyDay, summary[key], (value) => {
      const next = { ...summary };
      if (value === undefined) delete next[key];
      else next[key] = value;
      set(next);
    });
  return html`${end('from', words.from)} ${end('to', words.to)}
  ${numberField({ label: text.aucLeast }, { ...count, min: 2 }, summary.leastDays ?? 2, (leastDays) =>
    set({ ...summary, leastDays }),
  )}`;
}

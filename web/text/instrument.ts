// SPDX-License-Identifier: MIT
/** A questionnaire's definition in words: range, direction, cut-offs, changes that matter, terms. */
import type {
  Direction,
  InstrumentBand,
  InstrumentChange,
  InstrumentDefinition,
  InstrumentScale,
  InstrumentScoring,
} from '../contract/instrument.js';
import type { MissingItems, SimpleMissingItems } from '../contract/plan.js';
import type { Report } from '../contract/report.js';
import { instrumentNamed } from '../read/instruments.js';
import { asWritten } from './number.js';
import { strings } from './strings.js';
import { translated } from './translated.js';

const text = strings.instruments;

/** As written in a definition, with a true minus sign. */
export const plainNumber = (value: number): string => asWritten(value);

/** The scoring of that name, or the first. */
export function scoringOf(definition: InstrumentDefinition, name?: string): InstrumentScoring | undefined {
  return definition.scorings.find((scoring) => scoring.name === name) ?? definition.scorings[0];
}

/** A number from a definition holds for the scoring it names, or for the first. */
const isOfScoring = (
  definition: InstrumentDefinition,
  entry: { scale: string; scoring?: string },
  scale: string,
  scoring: string | undefined,
): boolean =>
  entry.scale === scale &&
  (entry.scoring ?? definition.scorings[0]?.name) === (scoring ?? definition.scorings[0]?.name);

export function bandsOf(definition: InstrumentDefinition, scale: string, scoring?: string): InstrumentBand[] {
  return (definition.bands ?? []).filter((band) => isOfScoring(definition, band, scale, scoring));
}

export function changesOf(
  definition: InstrumentDefinition,
  kind: InstrumentChange['kind'],
  scale: string,
  scoring?: string,
): InstrumentChange[] {
  return (definition.changes ?? []).filter(
    (change) => change.kind === kind && isOfScoring(definition, change, scale, scoring),
  );
}

/** Lowest and highest possible score of a scale. */
export function scoreRange(
  { items }: InstrumentDefinition,
  scale: InstrumentScale,
  scoring: InstrumentScoring,
): [number, number] {
  if (scale.table && scale.table.length > 0) {
    const scores = scale.table.map(({ score }) => score);
    return [Math.min(...scores), Math.max(...scores)];
  }
  const counts = scoring.recode ?? [items.lowest, items.highest];
  const times = scoring.combine === 'sum' ? (scale.items?.length ?? items.count) : 1;
  const { multiply = 1, add = 0 } = scale.transform ?? {};
  const ends = [Math.min(...counts), Math.max(...counts)].map((end) => multiply * times * end + add);
  return [Math.min(...ends), Math.max(...ends)];
}

export const rangeText = ([low, high]: readonly [number, number]): string =>
  text.rangeOf(plainNumber(low), plainNumber(high));

export const isOnFatigue = ({ name, title }: InstrumentDefinition): boolean => /fatigue/i.test(`${name} ${title}`);

export function directionWords(definition: InstrumentDefinition, direction: Direction): string {
  if (isOnFatigue(definition)) return direction === 'lower_is_better' ? text.lowerFatigue : text.higherFatigue;
  return direction === 'lower_is_better' ? text.lowerOther : text.higherOther;
}

/** "Sum, 9 to 63". */
export function scoringLabel(definition: InstrumentDefinition, scoring: InstrumentScoring): string {
  const [first] = definition.scales;
  const name = text.scorings[scoring.name] ?? scoring.name;
  return first ? text.scoringRange(name, rangeText(scoreRange(definition, first, scoring))) : name;
}

export function ruleName(rule: MissingItems): string {
  if (rule === 'half') return text.half;
  if (rule === 'complete') return text.complete;
  if (rule === 'subscales') return text.subscales;
  if ('atLeast' in rule) return `${text.atLeast}: ${rule.atLeast}`;
  const parts = Object.entries(rule.scales).map(
    ([scale, own]: [string, SimpleMissingItems]) => `${scale} ${ruleName(own)}`,
  );
  return `${text.byScale}: ${parts.join(strings.listSeparator)}`;
}

export interface InstrumentFact {
  label: string;
  text: string;
}

/** "9 to 63 · Higher scores mean more fatigue": what must be seen without opening anything. */
export function instrumentLine(definition: InstrumentDefinition, scoringName?: string, declared?: Direction): string {
  const scoring = scoringOf(definition, scoringName);
  const [first] = definition.scales;
  const parts = [
    ...(scoring && first ? [`${first.label} ${rangeText(scoreRange(definition, first, scoring))}`] : []),
    directionFact(definition, declared),
  ];
  return parts.join(' \u00b7 ');
}

/** What a user must know before trusting a score, each line with where it comes from. */
export function instrumentFacts(
  definition: InstrumentDefinition,
  scoringName?: string,
  declared?: Direction,
): InstrumentFact[] {
  const scoring = scoringOf(definition, scoringName);
  const { items } = definition;
  const reversed = items.reversed ?? [];
  const facts = [
    {
      label: text.factItems,
      text: [
        text.itemFacts(items.count, plainNumber(items.lowest), plainNumber(items.highest)),
        ...(reversed.length > 0 ? [text.reversedFacts(reversed.join(strings.listSeparator))] : []),
      ].join('; '),
    },
    ...(scoring
      ? [
          {
            label: text.factRange,
            text: definition.scales
              .map((scale) => `${scale.label} ${rangeText(scoreRange(definition, scale, scoring))}`)
              .join('; '),
          },
        ]
      : []),
    { label: text.factDirection, text: directionFact(definition, declared) },
    { label: text.factBands, text: bandsFact(definition, scoring, declared) },
    { label: text.factChanges, text: changesFact(definition) },
    {
      label: text.factRule,
      text: `${ruleName(definition.missingItems.default)} (${translated(definition.missingItems.source)})`,
    },
    { label: text.factLicence, text: translated(definition.licence) },
    { label: text.factSource, text: definition.source.map(translated).join('; ') },
  ];
  return facts.filter((fact) => fact.text !== '');
}

function directionFact(definition: InstrumentDefinition, declared: Direction | undefined): string {
  const direction = definition.direction === 'declared' ? declared : definition.direction;
  const whole = direction === undefined ? text.directionNeeded(definition.name) : directionWords(definition, direction);
  const others = definition.scales.filter((scale) => scale.direction !== undefined && scale.direction !== direction);
  return [
    whole,
    ...others.map((scale) =>
      text.scaleDirection(scale.label, directionWords(definition, scale.direction ?? 'lower_is_better')),
    ),
  ].join('; ');
}

/** "fatigued from 38 [source]"; towards the bad end, which for some scales is the low one. */
export function bandText(definition: InstrumentDefinition, band: InstrumentBand, declared?: Direction): string {
  const scale = definition.scales.find(({ name }) => name === band.scale);
  const direction = scale?.direction ?? (definition.direction === 'declared' ? declared : definition.direction);
  const isDown = direction === 'higher_is_better';
  const label = translated(band.label);
  if (band.above !== undefined) {
    const bound = plainNumber(band.above);
    return isDown ? text.bandBelow(label, bound) : text.bandAbove(label, bound);
  }
  const bound = plainNumber(band.from ?? 0);
  return isDown ? text.bandDownFrom(label, bound) : text.bandFrom(label, bound);
}

function bandsFact(definition: InstrumentDefinition, scoring?: InstrumentScoring, declared?: Direction): string {
  const [first] = definition.scales;
  if (!first) return '';
  return bandsOf(definition, first.name, scoring?.name)
    .map((band) => `${bandText(definition, band, declared)} [${translated(band.source)}]`)
    .join('; ');
}

function changesFact(definition: InstrumentDefinition): string {
  const several = definition.scorings.length > 1;
  return (definition.changes ?? [])
    .map((change) => {
      const scale = definition.scales.find(({ name }) => name === change.scale)?.label ?? change.scale;
      const scoring = several ? ` ${text.ofScoring(change.scoring ?? definition.scorings[0]?.name ?? '')}` : '';
      return `${scale}${scoring}: ${changeText(change)}`;
    })
    .join('; ');
}

/** Where a change was published, and of whom: "Rooney 2019 (multiple sclerosis)". */
export const sourceText = (source: string): string =>
  translated(source).replace(/\(([^()]+)\)$/, (_, population: string) => `(${translated(population)})`);

/** "minimal important change 4 (3.86 to 8.11), multiple sclerosis [source]". */
export function changeText({ kind, value, range, population, source }: InstrumentChange): string {
  const published = range ? rangeText(range) : null;
  return text.changeFact(
    text.changeKinds[kind],
    plainNumber(value),
    published,
    translated(population),
    translated(source),
  );
}

/** Whether a report's score is on fatigue; a score of a questionnaire that is not known is taken to be. */
export function isScoreOnFatigue({ scores, plan }: Report, score: string): boolean {
  const name = scores.find((each) => each.score === score)?.instrument;
  const definition = name === undefined ? undefined : instrumentNamed(name, plan.definitions);
  return definition === undefined || isOnFatigue(definition);
}

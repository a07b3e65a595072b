// SPDX-License-Identifier: MIT
/**
 * An instrument as data: how many items, what they may be, how they add up. Never the wording of an item. The built-in
 * ones are the files of instruments/, one each; a plan may hold further ones. schema/instrument.schema.json checks both.
 */
export type Direction = 'lower_is_better' | 'higher_is_better';

export interface InstrumentDefinition {
  /** Unique, without regard to case, spaces and punctuation: "MFIS", "PROMIS Fatigue 8a". */
  name: string;
  /** Other names that plans and the command line may use. */
  aliases?: string[];
  title: string;
  /** Which form of the instrument this is. */
  version: string;
  /** `declared`: the scale is used both ways, and a plan must say which way it stands. */
  direction: Direction | 'declared';
  items: {
    count: number;
    lowest: number;
    highest: number;
    /** Whole numbers (1, default), or any number in the range (0), as on a visual analogue scale. */
    step?: number;
    /** Scored as lowest + highest - answer. */
    reversed?: number[];
    /** Codes of the items in item order, where the instrument has such ("HI7", "FATEXP41", "NQFTG02"). */
    codes?: string[];
  };
  /** Ways to score; the first is the default. */
  scorings: InstrumentScoring[];
  /** The first is the score of the whole instrument. */
  scales: InstrumentScale[];
  missingItems: {
    default: 'half' | 'complete' | { atLeast: number };
    /** Other rules would give a wrong number (a table that holds for complete forms only). Default: all are allowed. */
    only?: boolean;
    /** Where the rule comes from, or that it is a convention. */
    source: string;
  };
  /** Named ranges of a score, worst last. A score belongs to the last band whose bound it reaches. */
  bands?: InstrumentBand[];
  /** Changes that matter, and measurement errors. */
  changes?: InstrumentChange[];
  /** Column names before an item number or a scale: "mfis" finds mfis1, MFIS_item_01, mfis_total. Default: the name. */
  stems?: string[];
  /** Where the numbers above come from, each with its address. */
  source: string[];
  /** Who owns the instrument, what a user must mind. */
  licence: string;
  /** Printed beside every result: what is not official or not verified. */
  caution?: string;
}

export interface InstrumentScoring {
  /** "sum", "mean", "likert", "bimodal". */
  name: string;
  combine: 'sum' | 'mean';
  /** What each answer from lowest to highest counts, before reversal is undone by it: bimodal is [0, 0, 1, 1]. */
  recode?: number[];
}

export interface InstrumentScale {
  /** As in `mfis.physical`: lower-case letters, digits, "_". */
  name: string;
  /** As a table shows it. */
  label: string;
  /** Item numbers from 1; absent: all. */
  items?: number[];
  /** Where it differs from the instrument's. */
  direction?: Direction;
  /** score = multiply * (sum or mean) + add; default 1 and 0. */
  transform?: { multiply?: number; add?: number };
  /** Replaces the raw sum of a complete form by a tabulated score; `se` its standard error. Raw sums are whole. */
  table?: { raw: number; score: number; se?: number }[];
  /** Scales that share no item and add up to this one, for the rule `subscales`. */
  subscales?: string[];
}

export interface InstrumentBand {
  scale: string;
  /** Scoring the bound is on; absent: the first. */
  scoring?: string;
  label: string;
  /** From this score on (inclusive), or above it (exclusive), towards the bad end of the scale. */
  from?: number;
  above?: number;
  source: string;
}

export interface InstrumentChange {
  scale: string;
  scoring?: string;
  /** mcid: minimal important; mdc: minimal detectable; sem: standard error of measurement; icc: reliability. */
  kind: 'mcid' | 'mdc' | 'sem' | 'icc';
  value: number;
  /** Published range. */
  range?: [number, number];
  population: string;
  source: string;
}

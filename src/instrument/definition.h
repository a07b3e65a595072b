// SPDX-License-Identifier: MIT
// An instrument as data: how many items, what they may be, how they add up. Never the wording of an item. The form is
// that of web/contract/instrument.ts; read_definition.h reads it.
//
// An answer a of an item counts as r = lowest + highest - a where the item is reversed, else r = a; then as
// recode[r - lowest] where the scoring recodes. A scale combines these to a sum or a mean x, and its score is
// multiply x + add, or the tabulated score of the sum.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "instrument/missing_items.h"

namespace fatigue {

enum class Direction { lower_is_better, higher_is_better };
enum class Combine { sum, mean };

struct ItemsDefinition {
  int count = 0;
  double lowest = 0;
  double highest = 0;
  bool whole = true;               // whole numbers only; else any number in the range
  std::vector<int> reversed;       // item numbers, from 1
  std::vector<std::string> codes;  // in item order; empty where the instrument has none
};

struct ScoringDefinition {
  std::string name;
  Combine combine = Combine::sum;
  std::vector<double> recode;  // what lowest ... highest count; empty: themselves
};

struct TableEntry {
  int raw = 0;
  double score = 0;
  std::optional<double> se;  // standard error of the score
};

/// One score of an instrument.
struct ScaleDefinition {
  std::string name;   // as in `mfis.physical`
  std::string label;  // as a table shows it
  std::vector<int> items;
  std::optional<Direction> direction;  // where it differs from the instrument's
  double multiply = 1;
  double add = 0;
  std::vector<TableEntry> table;       // by ascending raw sum, without gaps; empty: none
  std::vector<std::string> subscales;  // share no item and add up to this scale
};

/// A named range of a score, from its bound towards the bad end.
struct BandDefinition {
  std::string scale, scoring, label;
  double bound = 0;
  bool inclusive = true;
  std::string source;
};

struct ChangeDefinition {
  std::string scale, scoring;
  std::string kind;  // mcid, mdc, sem, icc
  double value = 0;
  std::string population, source;
};

struct ScoreRange {
  double lowest = 0;
  double highest = 0;
};

struct InstrumentDefinition {
  std::string name;                  // as in a plan: "MFIS"
  std::vector<std::string> aliases;  // other names a plan may use
  std::string title, version;
  std::optional<Direction> direction;  // none: `declared`, a plan must say which way the scale stands
  ItemsDefinition items;
  std::vector<ScoringDefinition> scorings;  // the first is the default
  std::vector<ScaleDefinition> scales;      // the first is the score of the whole instrument
  MissingItems missing_items;               // default
  bool missing_items_only = false;          // other rules would give a wrong number
  std::vector<BandDefinition> bands;
  std::vector<ChangeDefinition> changes;
  std::vector<std::string> stems;   // what column names begin with
  std::vector<std::string> source;  // where the numbers above come from
  std::string licence;              // who owns the instrument, what a user must mind
  std::string caution;              // printed beside every result

  /// Throws unknown_scale, naming the scales there are.
  const ScaleDefinition& Scale(const std::string& scale) const;
  /// The default for the empty name. Throws unknown_scoring, naming the scorings there are.
  const ScoringDefinition& Scoring(const std::string& scoring) const;
};

/// Lowest and highest possible score.
ScoreRange RangeOf(const InstrumentDefinition& instrument, const ScaleDefinition& scale,
                   const ScoringDefinition& scoring);

/// What an answer within the item range counts.
double ItemScore(const InstrumentDefinition& instrument, const ScoringDefinition& scoring, int item, double answer);

/// multiply x + add for the sum or mean x of a scale.
double Transformed(const ScaleDefinition& scale, double combined);

/// The scale's own direction, the instrument's, or the declared one.
/// Throws direction_missing where the instrument's is to be declared and is not.
Direction DirectionOf(const InstrumentDefinition& instrument, const ScaleDefinition& scale,
                      std::optional<Direction> declared);

/// Why this rule cannot be used for this instrument; empty where it can.
std::string ProblemOf(const MissingItems& rule, const InstrumentDefinition& instrument);

/// Letters and digits only, lower case: "PROMIS Fatigue 8a" and "promis_fatigue_8a" are one name.
std::string PlainName(const std::string& name);

/// Every built-in instrument, in the order of their files' names.
const std::vector<InstrumentDefinition>& Instruments();

/// By name or alias, the caller's `own` first; nullptr where there is none.
const InstrumentDefinition* FindInstrument(const std::string& name, const std::vector<InstrumentDefinition>& own = {});

/// As above. Throws unknown_instrument, naming the instruments there are.
const InstrumentDefinition& InstrumentNamed(const std::string& name, const std::vector<InstrumentDefinition>& own = {});

std::vector<std::string> InstrumentNames(const std::vector<InstrumentDefinition>& own = {});

/// snake_case names used in plans and reports.
std::string Name(Direction direction);
std::string Name(Combine combine);

}  // namespace fatigue

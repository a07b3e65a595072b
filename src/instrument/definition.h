// SPDX-License-Identifier: MIT
// An instrument as data: how many items, what they may be, how they add up. Never the wording of an item.
#pragma once

#include <string>
#include <vector>

namespace fatigue {

enum class Direction { lower_is_better, higher_is_better };
enum class Scoring { sum, mean };

/// One score of an instrument. `items` are 1-based; no item is reversed in any instrument defined so far.
struct ScaleDefinition {
  std::string name;   // as in `mfis.physical`
  std::string label;  // as a table shows it
  std::vector<int> items;
};

struct ScoreRange {
  double lowest = 0;
  double highest = 0;
};

struct InstrumentDefinition {
  std::string name;   // as in a plan: "MFIS"
  std::string title;  // in full
  int item_count = 0;
  int item_lowest = 0;   // items are whole numbers from here
  int item_highest = 0;  // to here
  Direction direction = Direction::lower_is_better;
  std::vector<Scoring> scorings;        // the first is the default
  std::vector<ScaleDefinition> scales;  // the first is the score of the whole instrument
  std::string source;                   // where the numbers above come from
  std::string licence;                  // who owns the instrument, what a user must mind

  /// Throws unknown_scale, naming the scales there are.
  const ScaleDefinition& Scale(const std::string& scale) const;
};

/// Lowest and highest possible score: items x item range for a sum, the item range for a mean.
ScoreRange RangeOf(const InstrumentDefinition& instrument, const ScaleDefinition& scale, Scoring scoring);

/// One function per instrument, each in its own file.
InstrumentDefinition Dfs();
InstrumentDefinition Fss();
InstrumentDefinition Mfis();

/// Every instrument known, in the order the documentation lists them. A new one is added to this list.
std::vector<InstrumentDefinition> Instruments();

/// By name, letter case ignored. Throws unknown_instrument, naming the instruments there are.
InstrumentDefinition InstrumentNamed(const std::string& name);

/// snake_case names used in plans and reports.
std::string Name(Direction direction);
std::string Name(Scoring scoring);

}  // namespace fatigue

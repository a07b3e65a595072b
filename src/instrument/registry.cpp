// SPDX-License-Identifier: MIT
// The list of instruments, and what follows from a definition alone.
#include "base/error.h"
#include "instrument/definition.h"

namespace fatigue {
namespace {

std::string Upper(std::string text) {
  for (char& letter : text) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  return text;
}

}  // namespace

std::vector<InstrumentDefinition> Instruments() { return {Dfs(), Fss(), Mfis()}; }

InstrumentDefinition InstrumentNamed(const std::string& name) {
  std::string names;
  for (InstrumentDefinition& instrument : Instruments()) {
    if (instrument.name == Upper(name)) return instrument;
    names += (names.empty() ? "" : ", ") + instrument.name;
  }
  throw Error("unknown_instrument", "unknown instrument \"" + name + "\"; choose one of: " + names);
}

const ScaleDefinition& InstrumentDefinition::Scale(const std::string& scale) const {
  std::string names;
  for (const ScaleDefinition& candidate : scales) {
    if (candidate.name == scale) return candidate;
    names += (names.empty() ? "" : ", ") + candidate.name;
  }
  throw Error("unknown_scale", name + " has no scale \"" + scale + "\"; its scales are: " + names);
}

ScoreRange RangeOf(const InstrumentDefinition& instrument, const ScaleDefinition& scale, Scoring scoring) {
  const double items = scoring == Scoring::sum ? static_cast<double>(scale.items.size()) : 1.0;
  return {items * instrument.item_lowest, items * instrument.item_highest};
}

std::string Name(Direction direction) {
  switch (direction) {
    case Direction::lower_is_better:
      return "lower_is_better";
    case Direction::higher_is_better:
      return "higher_is_better";
  }
  return {};
}

std::string Name(Scoring scoring) {
  switch (scoring) {
    case Scoring::sum:
      return "sum";
    case Scoring::mean:
      return "mean";
  }
  return {};
}

}  // namespace fatigue

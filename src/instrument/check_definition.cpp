// SPDX-License-Identifier: MIT
// Whether the parts of a definition fit together. Item numbers and numbers' bounds were checked when they were read.
#include <algorithm>
#include <cmath>
#include <set>

#include "base/error.h"
#include "base/words.h"
#include "instrument/read_definition.h"
#include "table/table.h"

namespace fatigue {
namespace {

/// The checks of one definition, and the path their errors name.
class Checker {
 public:
  Checker(const InstrumentDefinition& instrument, std::string path, std::string code)
      : instrument_(instrument), path_(std::move(path)), code_(std::move(code)) {}

  void Check() const {
    if (PlainName(instrument_.name).empty()) Fail("name", "is \"" + instrument_.name + "\"", "use letters and digits");
    for (const std::string& alias : instrument_.aliases) {
      if (PlainName(alias).empty()) Fail("aliases", "has \"" + alias + "\"", "use letters and digits");
    }
    for (const std::string& stem : instrument_.stems) {
      if (PlainName(stem).empty()) Fail("stems", "has \"" + stem + "\"", "use letters and digits");
    }
    CheckUnique("scorings", instrument_.scorings);
    CheckUnique("scales", instrument_.scales);
    CheckCodes();
    for (std::size_t i = 0; i < instrument_.scorings.size(); ++i) CheckRecode(i);
    for (std::size_t i = 0; i < instrument_.scales.size(); ++i) {
      CheckTable(i);
      CheckSubscales(i);
    }
    CheckReferences("bands", instrument_.bands);
    CheckReferences("changes", instrument_.changes);
  }

 private:
  [[noreturn]] void Fail(const std::string& where, const std::string& problem, const std::string& remedy = {}) const {
    throw Error(code_, (path_.empty() ? "" : path_ + ".") + where + " " + problem, {}, remedy);
  }

  static std::string At(const std::string& list, std::size_t index) { return list + "[" + std::to_string(index) + "]"; }

  template <class Named>
  void CheckUnique(const std::string& list, const std::vector<Named>& all) const {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!seen.insert(all[i].name).second) Fail(At(list, i) + ".name", "is \"" + all[i].name + "\" a second time");
    }
  }

  void CheckCodes() const {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < instrument_.items.codes.size(); ++i) {
      const std::string& code = instrument_.items.codes[i];
      if (PlainName(code).empty() || !seen.insert(PlainName(code)).second) {
        Fail(At("items.codes", i), "is \"" + code + "\"", "give each item its own code of letters and digits");
      }
    }
  }

  void CheckRecode(std::size_t index) const {
    const std::vector<double>& recode = instrument_.scorings[index].recode;
    if (recode.empty()) return;
    const std::string where = At("scorings", index) + ".recode";
    const ItemsDefinition& items = instrument_.items;
    if (!items.whole) Fail(where, "needs answers that are whole numbers", "leave it out, or leave out step");
    const double answers = items.highest - items.lowest + 1;
    if (static_cast<double>(recode.size()) != answers) {
      Fail(where, "has " + Counted(recode.size(), "number", "numbers") + " for " + NumberText(answers) + " answers",
           "give one number for each answer from lowest to highest");
    }
  }

  /// A table stands for the sum of a complete form, so it has every sum there can be, in order, and its scores only go
  /// up or only go down.
  void CheckTable(std::size_t index) const {
    const ScaleDefinition& scale = instrument_.scales[index];
    if (scale.table.empty()) return;
    const std::string where = At("scales", index) + ".table";
    ScaleDefinition raw = scale;
    raw.table.clear();
    for (const ScoringDefinition& scoring : instrument_.scorings) {
      const auto is_whole = [](double number) { return number == std::floor(number); };
      if (!instrument_.items.whole || scoring.combine != Combine::sum ||
          !std::all_of(scoring.recode.begin(), scoring.recode.end(), is_whole)) {
        Fail(where, "needs whole sums, which scoring " + scoring.name + " does not give");
      }
      const ScoreRange range = RangeOf(instrument_, raw, scoring);
      const bool has_ends = scale.table.front().raw == range.lowest && scale.table.back().raw == range.highest;
      const bool has_all = static_cast<double>(scale.table.size()) == range.highest - range.lowest + 1;
      if (!has_ends || !has_all) {
        Fail(where,
             "has " + Counted(scale.table.size(), "entry", "entries") + " from " +
                 std::to_string(scale.table.front().raw) + " to " + std::to_string(scale.table.back().raw) +
                 "; the raw sums of scoring " + scoring.name + " are " + NumberText(range.lowest) + " to " +
                 NumberText(range.highest),
             "give one entry for every raw sum, in ascending order");
      }
    }
    const bool goes_up = scale.table.back().score > scale.table.front().score;
    for (std::size_t i = 1; i < scale.table.size(); ++i) {
      const TableEntry &before = scale.table[i - 1], &entry = scale.table[i];
      if (entry.raw != before.raw + 1) {
        Fail(At(where, i) + ".raw", "is " + std::to_string(entry.raw) + " after " + std::to_string(before.raw),
             "give one entry for every raw sum, in ascending order");
      }
      if (goes_up ? entry.score < before.score : entry.score > before.score) {
        Fail(At(where, i) + ".score", "is " + NumberText(entry.score) + " after " + NumberText(before.score),
             "scores must only go up or only go down");
      }
    }
  }

  void CheckSubscales(std::size_t index) const {
    const ScaleDefinition& scale = instrument_.scales[index];
    if (scale.subscales.empty()) return;
    const std::string where = At("scales", index) + ".subscales";
    std::vector<int> items;
    for (const std::string& name : scale.subscales) {
      const auto at = std::find_if(instrument_.scales.begin(), instrument_.scales.end(),
                                   [&](const ScaleDefinition& each) { return each.name == name; });
      if (at == instrument_.scales.end()) Fail(where, "names \"" + name + "\", which is no scale");
      if (!at->subscales.empty()) Fail(where, "names \"" + name + "\", which is made of subscales itself");
      items.insert(items.end(), at->items.begin(), at->items.end());
    }
    std::sort(items.begin(), items.end());
    if (items != scale.items) {
      Fail(where, "do not have the items of " + scale.name + ", each once", "a scale is the sum of its subscales");
    }
  }

  template <class Reference>
  void CheckReferences(const std::string& list, const std::vector<Reference>& all) const {
    const auto is_known = [](const auto& named, const std::string& name) {
      return std::any_of(named.begin(), named.end(), [&](const auto& each) { return each.name == name; });
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!is_known(instrument_.scales, all[i].scale)) {
        Fail(At(list, i) + ".scale", "is \"" + all[i].scale + "\", which is no scale of the instrument");
      }
      if (!all[i].scoring.empty() && !is_known(instrument_.scorings, all[i].scoring)) {
        Fail(At(list, i) + ".scoring", "is \"" + all[i].scoring + "\", which is no scoring of the instrument");
      }
    }
  }

  const InstrumentDefinition& instrument_;
  const std::string path_, code_;
};

}  // namespace

void CheckDefinition(const InstrumentDefinition& instrument, const std::string& path, const std::string& code) {
  Checker(instrument, path, code).Check();
}

}  // namespace fatigue

// SPDX-License-Identifier: MIT
#include "report/visits.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <string_view>

#include "base/read_number.h"
#include "base/words.h"

namespace fatigue {
namespace {

/// Without blanks and separators: "Pre-dose " is "predose".
std::string Plain(const std::string& text) {
  std::string plain;
  for (const char mark : Lowercase(text)) {
    if (std::string_view(" \t_-.").find(mark) == std::string_view::npos) plain += mark;
  }
  return plain;
}

bool IsBaselineWord(const std::string& label) {
  static constexpr std::array<std::string_view, 8> kWords = {"baseline", "base",    "bl",           "screening",
                                                             "pre",      "predose", "pretreatment", "preinfusion"};
  return std::find(kWords.begin(), kWords.end(), Plain(label)) != kWords.end();
}

struct NumberedLabel {
  std::string wording;  // what stands before and after the number
  double number = 0;
};

/// The only run of digits in the label and the wording around it.
std::optional<NumberedLabel> Numbered(const std::string& label) {
  const std::string lower = Lowercase(label);
  const std::string digits = "0123456789";
  const std::size_t first = lower.find_first_of(digits);
  if (first == std::string::npos) return std::nullopt;
  const std::size_t end = std::min(lower.find_first_not_of(digits, first), lower.size());
  if (lower.find_first_of(digits, end) != std::string::npos) return std::nullopt;
  const std::optional<double> number = ReadNumber(lower.substr(first, end - first));
  if (!number) return std::nullopt;
  // "Day -7" and "D-7" are before the baseline; in "Week-4" the dash separates.
  const bool is_dash = first >= 2 && lower[first - 1] == '-';
  const bool is_letter = first == 2 && (lower[0] == 'd' || lower[0] == 'w');
  const bool is_negative = is_dash && (lower[first - 2] == ' ' || is_letter);
  return NumberedLabel{Plain(lower.substr(0, first)) + "#" + Plain(lower.substr(end)),
                       is_negative ? -*number : *number};
}

bool IsOneOf(const std::string& wording, std::initializer_list<std::string_view> units) {
  return std::any_of(units.begin(), units.end(), [&](std::string_view unit) {
    return wording == std::string(unit) + "#" || wording == "#" + std::string(unit);
  });
}

/// Days for ordering only: as VisitDay, with months of mean length.
std::optional<double> OrderDay(const std::string& label) {
  const std::optional<NumberedLabel> numbered = Numbered(label);
  const bool is_month =
      numbered && IsOneOf(numbered->wording, {"m", "mo", "mon", "month", "months", "monat", "monate"});
  return is_month ? std::optional<double>(30.4375 * numbered->number) : VisitDay(label);
}

/// Where a label stands among labels that are not all days.
struct Position {
  int group = 0;
  double number = 0;
};

}  // namespace

std::optional<double> VisitDay(const std::string& label) {
  if (const std::optional<double> day = ReadNumber(label)) return day;
  if (IsBaselineWord(label)) return 0;
  const std::optional<NumberedLabel> numbered = Numbered(label);
  if (!numbered) return std::nullopt;
  if (IsOneOf(numbered->wording, {"d", "day", "days", "tag", "tage"})) return numbered->number;
  const bool is_week = IsOneOf(numbered->wording, {"w", "wk", "wks", "week", "weeks", "woche", "wochen"});
  return is_week ? std::optional<double>(7 * numbered->number) : std::nullopt;
}

std::vector<std::string> OrderVisits(std::vector<std::string> labels) {
  // Where each label stands is asked once: there may be as many labels as days in a long diary.
  using Placed = std::pair<Position, std::string>;
  std::vector<Placed> placed;
  const auto sorted = [&] {
    std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
      const Position &left = a.first, &right = b.first;
      return left.group != right.group ? left.group < right.group : left.number < right.number;
    });
    std::vector<std::string> result;
    for (Placed& each : placed) result.push_back(std::move(each.second));
    return result;
  };
  for (const std::string& label : labels) {
    const std::optional<double> day = VisitDay(label);
    if (!day) break;
    placed.push_back({{0, *day}, label});
  }
  if (placed.size() == labels.size()) return sorted();

  placed.clear();
  std::set<std::string> wordings;
  bool are_times = true;
  for (const std::string& label : labels) {
    const std::optional<NumberedLabel> numbered = Numbered(label);
    if (!numbered) continue;
    wordings.insert(numbered->wording);
    are_times = are_times && OrderDay(label).has_value();
  }
  for (const std::string& label : labels) {
    const std::optional<NumberedLabel> numbered = Numbered(label);
    Position position = {2, 0};
    if (numbered) position = {1, are_times ? OrderDay(label).value_or(0) : numbered->number};
    // Among times, "Day -7" comes before the baseline.
    if (IsBaselineWord(label)) position = {are_times ? 1 : 0, 0};
    placed.push_back({position, label});
  }
  const bool is_told = wordings.size() == 1 || (are_times && !wordings.empty());
  return is_told ? sorted() : labels;
}

}  // namespace fatigue

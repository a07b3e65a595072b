// SPDX-License-Identifier: MIT
#include "instrument/items.h"

#include <algorithm>
#include <optional>

#include "base/words.h"

namespace fatigue {
namespace {

constexpr char kSeparators[] = " _.-";
constexpr char kDigits[] = "0123456789";

bool IsDigit(char letter) { return letter >= '0' && letter <= '9'; }

bool IsSeparator(char letter) { return std::string(kSeparators).find(letter) != std::string::npos; }

/// Takes `prefix` off the front of `text`; false and no change when it does not begin so.
bool Take(const std::string& prefix, std::string* text) {
  if (text->compare(0, prefix.size(), prefix) != 0) return false;
  text->erase(0, prefix.size());
  return true;
}

void TakeSeparators(std::string* text) { text->erase(0, text->find_first_not_of(kSeparators)); }

/// What follows the letters and digits of `stem` in `column`, separators in between not minded; none when it does not
/// begin so, or when a number follows a stem's last digit directly.
std::optional<std::string> AfterStem(const std::string& column, const std::string& stem) {
  std::size_t at = 0;
  for (const char wanted : stem) {
    while (at < column.size() && column[at] != wanted && IsSeparator(column[at])) ++at;
    if (at == column.size() || column[at] != wanted) return std::nullopt;
    ++at;
  }
  if (at < column.size() && IsDigit(stem.back()) && IsDigit(column[at])) return std::nullopt;
  return column.substr(at);
}

/// The number behind an optional word for "item", or 0.
int NumberIn(std::string rest, int items) {
  TakeSeparators(&rest);
  if (items == 1 && (rest.empty() || rest == "score" || rest == "total" || rest == "sum")) return 1;
  for (const char* word : {"item", "itm", "question", "quest", "q", "i"}) {
    if (Take(word, &rest)) break;
  }
  TakeSeparators(&rest);
  if (rest.empty() || rest.size() > 4 || rest.find_first_not_of(kDigits) != std::string::npos) return 0;
  const int number = std::stoi(rest);
  return number >= 1 && number <= items ? number : 0;
}

/// How columns would be named: "fss1 to fss9", "mfis5_1 to mfis5_5", with the codes where there are any.
std::string Wanted(const InstrumentDefinition& instrument) {
  const std::string stem = Lowercase(instrument.stems.empty() ? instrument.name : instrument.stems.front());
  if (instrument.items.count == 1) return "a column named " + stem + " or " + stem + "1";
  const std::string apart = stem + (IsDigit(stem.back()) ? "_" : "");
  std::string wanted = Counted(static_cast<std::size_t>(instrument.items.count), "column", "columns") + " named like " +
                       apart + "1 to " + apart + std::to_string(instrument.items.count);
  if (!instrument.items.codes.empty()) wanted += ", or by the codes " + Listed(instrument.items.codes, 3);
  return wanted;
}

}  // namespace

int ItemNumber(const std::string& column, const InstrumentDefinition& instrument) {
  const std::string plain = PlainName(column);
  for (std::size_t i = 0; i < instrument.items.codes.size(); ++i) {
    if (PlainName(instrument.items.codes[i]) == plain) return static_cast<int>(i) + 1;
  }
  std::vector<std::string> stems = instrument.stems;
  stems.push_back(instrument.name);
  for (const std::string& stem : stems) {
    const std::optional<std::string> rest = AfterStem(Lowercase(column), PlainName(stem));
    const int number = rest ? NumberIn(*rest, instrument.items.count) : 0;
    if (number > 0) return number;
  }
  return 0;
}

std::vector<std::string> RecogniseItems(const Table& table, const InstrumentDefinition& instrument) {
  std::vector<std::string> items(static_cast<std::size_t>(instrument.items.count));
  for (const Column& column : table.columns) {
    const int number = ItemNumber(column.name, instrument);
    if (number == 0) continue;
    std::string& item = items[static_cast<std::size_t>(number - 1)];
    if (!item.empty()) {
      throw Error("ambiguous_items",
                  table.name + ": columns " + item + " and " + column.name + " are both named as " + instrument.name +
                      " item " + std::to_string(number),
                  {{table.name, 0, item, ""}, {table.name, 0, column.name, ""}},
                  "name the item columns in the order of the items");
    }
    item = column.name;
  }
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].empty()) missing.push_back(std::to_string(i + 1));
  }
  if (missing.empty()) return items;
  throw Error("items_not_found",
              table.name + ": no column found for " + instrument.name + (missing.size() == 1 ? " item " : " items ") +
                  Listed(missing, 21) + "; " + instrument.name + " needs " + Wanted(instrument),
              {{table.name, 0, "", ""}}, "rename the columns, or name the item columns in the order of the items");
}

}  // namespace fatigue

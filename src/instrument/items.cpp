// SPDX-License-Identifier: MIT
#include "instrument/items.h"

#include "base/words.h"

namespace fatigue {
namespace {

std::string Lower(std::string text) {
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return text;
}

/// Takes `prefix` off the front of `text`; false and no change when it does not begin so.
bool Take(const std::string& prefix, std::string* text) {
  if (text->compare(0, prefix.size(), prefix) != 0) return false;
  text->erase(0, prefix.size());
  return true;
}

void TakeSeparators(std::string* text) { text->erase(0, text->find_first_not_of(" _.-")); }

}  // namespace

int ItemNumber(const std::string& column, const InstrumentDefinition& instrument) {
  std::string rest = Lower(column);
  if (!Take(Lower(instrument.name), &rest)) return 0;
  TakeSeparators(&rest);
  if (instrument.item_count == 1 && (rest.empty() || rest == "score" || rest == "total" || rest == "sum")) return 1;
  for (const char* word : {"item", "itm", "question", "quest", "q", "i"}) {
    if (Take(word, &rest)) break;
  }
  TakeSeparators(&rest);
  if (rest.empty() || rest.size() > 4 || rest.find_first_not_of("0123456789") != std::string::npos) return 0;
  const int number = std::stoi(rest);
  return number >= 1 && number <= instrument.item_count ? number : 0;
}

std::vector<std::string> RecogniseItems(const Table& table, const InstrumentDefinition& instrument) {
  std::vector<std::string> items(static_cast<std::size_t>(instrument.item_count));
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
  const std::string first = Lower(instrument.name) + "1";
  const std::string last = Lower(instrument.name) + std::to_string(instrument.item_count);
  const std::string wanted = instrument.item_count == 1
                                 ? "a column named " + Lower(instrument.name) + " or " + first
                                 : Counted(items.size(), "column", "columns") + " named like " + first + " to " + last;
  throw Error("items_not_found",
              table.name + ": no column found for " + instrument.name + (missing.size() == 1 ? " item " : " items ") +
                  Listed(missing, 21) + "; " + instrument.name + " needs " + wanted,
              {{table.name, 0, "", ""}}, "rename the columns, or name the item columns in the order of the items");
}

}  // namespace fatigue

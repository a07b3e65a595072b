// SPDX-License-Identifier: MIT
#include "base/words.h"

namespace fatigue {

std::string ShortText(const Place& place) {
  std::string text;
  if (place.row > 0) text = "row " + std::to_string(place.row);
  if (!place.column.empty()) text += (text.empty() ? "column " : ", column ") + place.column;
  if (!place.value.empty()) text += (text.empty() ? "" : ": ") + place.value;
  return text;
}

std::string FullText(const Place& place) {
  const std::string within = ShortText(place);
  return within.empty() ? place.file : place.file + ", " + within;
}

std::string Listed(const std::vector<std::string>& items, std::size_t most) {
  // "and 1 more" is no shorter than the item itself.
  const std::size_t shown = items.size() <= most + 1 ? items.size() : most;
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) text += (i == 0 ? "" : ", ") + items[i];
  if (shown < items.size()) text += " and " + std::to_string(items.size() - shown) + " more";
  return text;
}

std::string Counted(std::size_t count, const std::string& singular, const std::string& plural) {
  return std::to_string(count) + " " + (count == 1 ? singular : plural);
}

std::string Lowercase(std::string text) {
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return text;
}

}  // namespace fatigue

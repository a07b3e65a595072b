// SPDX-License-Identifier: MIT
#include "base/read_number.h"

#include <cmath>
#include <cstdlib>

namespace fatigue {

std::optional<double> ReadNumber(const std::string& text) {
  const std::string blanks = " \t";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string::npos) return std::nullopt;
  const std::string trimmed = text.substr(first, text.find_last_not_of(blanks) - first + 1);
  // strtod alone would take "0x1f", "inf" and "nan".
  if (trimmed.find_first_not_of("0123456789+-.eE") != std::string::npos) return std::nullopt;
  char* end = nullptr;
  const double value = std::strtod(trimmed.c_str(), &end);
  if (end != trimmed.c_str() + trimmed.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace fatigue

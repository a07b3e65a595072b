// SPDX-License-Identifier: MIT
// Text as a number, free of the locale and of surprises such as hexadecimal.
#pragma once

#include <optional>
#include <string>

namespace fatigue {

/// The number a text spells in decimal ("7", " -1.5", "2e3"), or nothing when any other character is in it.
std::optional<double> ReadNumber(const std::string& text);

}  // namespace fatigue

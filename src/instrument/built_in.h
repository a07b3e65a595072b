// SPDX-License-Identifier: MIT
// The built-in definitions as text: instruments/*.json, put into the library when it is built.
#pragma once

#include <vector>

namespace fatigue {

struct BuiltInText {
  const char* file;
  const char* json;
};

/// In the order of the file names.
std::vector<BuiltInText> BuiltInTexts();

}  // namespace fatigue

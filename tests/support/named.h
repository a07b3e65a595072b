// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>

#include "report/option_names.h"

namespace fatigue {

/// The option that requests and stored results call by `name`.
template <typename Enum>
Enum Named(const std::string& name) {
  for (const Enum value : AllOf<Enum>()) {
    if (Name(value) == name) return value;
  }
  throw std::invalid_argument("no option is called " + name);
}

}  // namespace fatigue

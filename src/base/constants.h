// SPDX-License-Identifier: MIT
// Numbers that are none.
#pragma once

#include <limits>

namespace fatigue {

inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// A value that was not recorded or cannot be computed: never 0.
inline constexpr double kMissing = kNaN;

}  // namespace fatigue

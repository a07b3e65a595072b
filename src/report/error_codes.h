// SPDX-License-Identifier: MIT
// Codes of errors in what was asked.
#pragma once

namespace fatigue {

inline constexpr char kBadPlan[] = "bad_plan";
inline constexpr char kBadRequest[] = "bad_request";

}  // namespace fatigue

// SPDX-License-Identifier: MIT
// The order of the values of a column of side effects, where it is one that is known.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace fatigue {

/// Rank of each value, higher being worse; none where the words are of no known order. Known, in any case of letters:
/// mild, moderate, severe, life-threatening, fatal (or death); grades 1 to 5, with or without "grade"; no and yes
/// (n, y, 0, 1, false, true, not serious, serious); unrelated or not related, unlikely, possible, probable, definite
/// (or related).
std::optional<std::vector<int>> GradeRanks(const std::vector<std::string>& values);

}  // namespace fatigue

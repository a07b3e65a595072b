// SPDX-License-Identifier: MIT
// Indices of blinding, from a table of arms (rows) by guesses (columns: the arms in the same order, then "don't know").
//
// James et al. (1996), Stat Med 15:1421-1434. With P the proportions of all who answered, r_i and c_j the row and
// column sums of the guesses without "don't know", d the proportion of "don't know" and q = 1 - d:
//   O = sum_{i != j} P_ij,   E = sum_{i != j} r_i c_j,   index = d + q^2 O / (2 E),
// which is the paper's {1 + d + q kappa} / 2, kappa = (O / q - E / q^2) / (E / q^2): all wrong guesses weigh the same,
// so their weight cancels. 0: everybody guesses right; 0.5: guesses at random; 1: nobody guesses. Its standard error is
// that of the delta method on the multinomial proportions, the paper's own.
//
// Bang, Ni and Davis (2004), Control Clin Trials 25:143-156. In an arm with proportion p of right guesses and w of
// wrong ones among its n who answered:
//   index = p - w,   variance = (p + w - index^2) / n.
// With k > 2 arms right - wrong / (k - 1), so that guesses at random come to 0 still; variance
// (p + w / (k - 1)^2 - index^2) / n. 1: all right; 0: at random, or nobody guesses; -1 / (k - 1): all wrong.
#pragma once

#include <optional>
#include <vector>

#include "base/constants.h"

namespace fatigue {

/// An index of blinding with its limits; NaN where there is none.
struct BlindingIndex {
  double estimate = kNaN;
  double se = estimate, lower = estimate, upper = estimate;
};

/// None where an arm has no answers, or where all guesses come from one arm and are for that arm (E = 0).
/// Where nobody guesses the index is 1 and its standard error 0. Limits are NaN where the standard error is 0.
std::optional<BlindingIndex> JamesIndex(const std::vector<std::vector<int>>& counts, double confidence);

/// None where the arm has no answers. Limits are NaN where the standard error is 0.
std::optional<BlindingIndex> BangIndex(const std::vector<std::vector<int>>& counts, int arm, double confidence);

}  // namespace fatigue

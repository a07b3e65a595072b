// SPDX-License-Identifier: MIT
// A simultaneous band for a normal probability plot: equal local levels.
//
// Of n independent standard normal numbers in order, Phi(x_(i)) has the distribution Beta(i, n + 1 - i). The band holds
// each x_(i) between its quantiles at eta / 2 and 1 - eta / 2, with one eta for all such that all of them are inside
// with probability 0.95:
//   lower_i = Phi^-1(q_i(eta / 2)),  upper_i = Phi^-1(q_i(1 - eta / 2)),  P(all inside) = 0.95
// Aldor-Noiman, Brown, Buja, Rolke and Stine (2013), Am Stat 67:249-260, who simulate eta; Weine, McPeek and Abney
// (2023), J Stat Softw 106(10), who compute it. docs/methods.md#normal-plot
#pragma once

#include <vector>

namespace fatigue {

/// P(a_i <= U_(i) <= b_i for all i), U_(i) the order statistics of n uniform numbers; a and b ascending, in [0, 1]. The
/// numbers are the points of a Poisson process of rate n, given that there are n: how many are below t is followed from
/// bound to bound, keeping to counts that no bound forbids (Moscovich and Nadler 2017, Stat Probab Lett 123:177-182,
/// without their Fourier transform).
double CoverageOfBounds(const std::vector<double>& lower, const std::vector<double>& upper);

/// eta of a band of n numbers, n > 0: to about 1e-10 of itself up to n = 2000; beyond, to 1e-3 from a table of such
/// numbers (at its end, n = 1e6, it stays).
double LocalLevel(int n);

struct NormalPoint {
  double theoretical = 0, sample = 0, lower = 0, upper = 0;
};

/// The numbers in order against normal quantiles at (i - 3/8) / (n + 1/4) (Blom 1958), with the band at 95%.
std::vector<NormalPoint> NormalPlot(std::vector<double> numbers);

}  // namespace fatigue

// SPDX-License-Identifier: MIT
// A normal probability plot of residuals with a simultaneous band.
//
// Of n independent standard normal numbers in order, Phi(x_(i)) has the distribution Beta(i, n + 1 - i). The band has
// equal local levels: it holds each x_(i) between the quantiles q_i of that distribution at eta / 2 and 1 - eta / 2,
//   lower_i = Phi^-1(q_i(eta / 2)),  upper_i = Phi^-1(q_i(1 - eta / 2)),
// with one eta for all such that all of them are inside with probability 0.95 (Aldor-Noiman, Brown, Buja, Rolke and
// Stine 2013, Am Stat 67:249-260; Weine, McPeek and Abney 2023, J Stat Softw 106(10)). A model's mean and variance are
// estimated from the numbers that are judged, which brings these nearer to the line: eta is that of samples
// standardised by their own mean and SD. docs/methods.md#normal-plot
#pragma once

#include <vector>

namespace fatigue {

/// eta of a band of n standardised numbers, simulated once for sizes from 4 to 100000: the coverage is 0.95 to 0.0005
/// up to n = 1000 and to 0.005 at the end. Between these sizes log eta is taken as linear in log n, outside as
/// constant.
double LocalLevel(int n);

struct NormalPoint {
  double theoretical = 0, sample = 0, lower = 0, upper = 0;
};

/// The numbers in order against normal quantiles at (i - 3/8) / (n + 1/4) (Blom 1958), with the band at 95%.
std::vector<NormalPoint> NormalPlot(std::vector<double> numbers);

}  // namespace fatigue

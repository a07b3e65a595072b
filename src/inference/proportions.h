// SPDX-License-Identifier: MIT
// Two independent binomial proportions: x1 of n1 against x0 of n0. Intervals are two-sided at `confidence`.
//
//   score(d) = (p1 - p0 - d) / sqrt(V), V = p1~ (1 - p1~) / n1 + p0~ (1 - p0~) / n0, p~ the maximum likelihood
//   estimates
//              with p1~ - p0~ = d
#pragma once

#include "base/constants.h"

namespace fatigue {

struct Proportion {
  int events = 0;
  int total = 0;
};

/// NaN: not defined for these counts; infinity: without bound.
struct IntervalEstimate {
  double estimate = kNaN;
  double lower = kNaN;
  double upper = kNaN;
};

/// Limits d with score(d)^2 (N - 1) / N = chi-square quantile. Miettinen and Nurminen 1985, Stat Med 4:213, eqs. 8-9.
IntervalEstimate MiettinenNurminen(const Proportion& arm, const Proportion& reference, double confidence);

/// Wilson's limits of each proportion, squared and added. Newcombe 1998, Stat Med 17:873, method 10.
IntervalEstimate Newcombe(const Proportion& arm, const Proportion& reference, double confidence);

/// All d that the exact unconditional test by |score(d)| does not reject, its p value being the largest over p0.
/// Agresti and Min 2001, Biometrics 57:963. Costs n1 n0 for each of some thousand steps: see `MostTablesExact`.
IntervalEstimate AgrestiMin(const Proportion& arm, const Proportion& reference, double confidence);

/// (n1 + 1) (n0 + 1) up to which AgrestiMin takes about a second.
constexpr double kMostTablesExact = 40000;

/// Ratio p1 / p0 with the limits of the score test. Koopman 1984, Biometrics 40:513.
IntervalEstimate Koopman(const Proportion& arm, const Proportion& reference, double confidence);

/// Odds ratio that maximises the likelihood given the margins, with its exact limits (Cornfield 1956), as R's
/// fisher.test.
IntervalEstimate ConditionalOddsRatio(const Proportion& arm, const Proportion& reference, double confidence);

/// Two-sided p of Fisher's exact test: all tables with the margins that are at most (1 + 1e-7) times as likely.
double FisherExactP(const Proportion& arm, const Proportion& reference);

}  // namespace fatigue

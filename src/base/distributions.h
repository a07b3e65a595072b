// SPDX-License-Identifier: MIT
// Tail probabilities and quantiles (Boost.Math). Degrees of freedom may be infinite: t becomes normal, F chi-square.
#pragma once

namespace fatigue {

/// P(|T| >= |t|) for Student's t with df > 0, accurate far into the tail; NaN where t or df is NaN.
double StudentTwoSidedP(double t, double df);

/// t with P(|T| <= t) = confidence.
double StudentCriticalValue(double confidence, double df);

/// x with P(Z <= x) = p, Z standard normal.
double NormalQuantile(double p);

/// x with P(B <= x) = p, B of a beta distribution with both parameters above 0.
double BetaQuantile(double p, double a, double b);

/// x with P(chi-square_df <= x) = p.
double ChiSquaredQuantile(double p, double df);

/// P(F >= f), F with (num_df, den_df) degrees of freedom.
double FisherUpperP(double f, double num_df, double den_df);

/// f with P(F <= f) = p, F with finite (num_df, den_df) degrees of freedom.
double FisherQuantile(double p, double num_df, double den_df);

/// P(chi-square_df >= x).
double ChiSquaredUpperP(double x, double df);

}  // namespace fatigue

// SPDX-License-Identifier: MIT
// The one table of tolerances for comparisons with other software; all relative.
//
// What is derived is allowed what its parts are allowed: t the error of estimate and standard error; p the change that
// this error of t and that of df make in it (far in the tail a p value moves by a hundred times what t moves); a
// confidence limit the error of the estimate, of the standard error, and of the quantile at that df; an entry of a
// covariance matrix is measured against the two standard deviations it belongs to, as covariances near 0 cancel.
#pragma once

namespace fatigue::test {

struct Tolerance {
  double estimate;    // coefficients, means, differences, slopes
  double se;          // standard errors; twice that for variances of estimates
  double likelihood;  // log-likelihood, AIC, BIC
  double covariance;  // entries of Sigma and G, sigma
  double df;          // degrees of freedom
  double f;           // F statistics
  double p_value;     // on top of what t (or F) and df allow
};

/// Numbers that are zero but for rounding are compared absolutely: this is "zero". p values have their own, so that the
/// smallest of them are still compared digit by digit.
inline constexpr double kZero = 1e-12;
inline constexpr double kZeroP = 1e-100;

/// Reference is an exact optimum: mmrm 0.3.18 polished by Newton steps, or the plain-R implementation of the
/// collection (kenward_roger_sas, polished). See tests/reference/ship/README.md.
inline constexpr Tolerance kExact = {1e-8, 1e-8, 1e-8, 1e-8, 1e-6, 1e-6, 1e-6};

/// lme4 1.1-31 stops its optimiser at about 1e-6 in theta, and lmerTest 3.1-3 and pbkrtest 0.5.2 build on it.
inline constexpr Tolerance kLme4 = {1e-6, 1e-6, 1e-8, 1e-6, 1e-6, 1e-6, 1e-6};

/// lmerTest 3.1-3 rounds the contrasts of its type III tests (its F for a single contrast differs from the square of
/// its own t by up to 3e-7, and its pooled df by up to 2e-5), so anova tables are held to what they have.
inline constexpr Tolerance kLmerTestAnova = {1e-6, 1e-6, 1e-8, 1e-6, 3e-5, 1e-6, 1e-6};

/// PROC MIXED stops its iterations earlier than mmrm's polished optimum, with which we agree: its estimates are up to
/// 3e-5 away from both, its standard errors up to 1.2e-4 and its df up to 4e-4 (README of the collection: most likely
/// its default convergence criterion).
inline constexpr Tolerance kSas = {5e-5, 2e-4, 1e-6, 1e-4, 5e-4, 5e-4, 1e-6};

}  // namespace fatigue::test

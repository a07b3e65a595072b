// SPDX-License-Identifier: MIT
// The one table of tolerances for comparisons with other software; all relative.
#pragma once

namespace fatigue::test {

struct Tolerance {
  double estimate;    // coefficients, means, differences
  double se;          // standard errors
  double likelihood;  // log-likelihood, AIC, BIC
  double covariance;  // entries of Sigma, G, sigma
  double df;          // degrees of freedom
  double f;           // F statistics
  double p_value;     // p values
};

/// Reference is an exact optimum: mmrm 0.3.18 polished by Newton steps, or the plain-R implementation of the
/// collection (kenward_roger_sas, polished). See tests/reference/ship/README.md.
inline constexpr Tolerance kExact = {1e-8, 1e-8, 1e-8, 1e-8, 1e-6, 1e-6, 1e-6};

/// lme4 1.1-31 stops its optimiser at about 1e-6 in theta, and lmerTest 3.1-3 and pbkrtest 0.5.2 build on it:
/// lmerTest's df come from numerical second derivatives. A p value moves by the square of what t moves.
inline constexpr Tolerance kLme4 = {1e-6, 1e-6, 1e-8, 1e-6, 1e-5, 1e-5, 1e-5};

/// lmerTest 3.1-3 rounds the contrasts of its type III tests (its F for a single contrast differs from the square of
/// its own t by up to 3e-7, and its pooled df by up to 2e-5), so anova tables are held to what they have.
inline constexpr Tolerance kLmerTestAnova = {1e-6, 1e-6, 1e-8, 1e-6, 3e-5, 1e-5, 1e-4};

}  // namespace fatigue::test

// SPDX-License-Identifier: MIT
// The closed set of visit covariance structures.
//
// Each structure has two parameterisations:
//   theta    unconstrained, as in R's mmrm (log SDs, mapped correlations, scaled Cholesky entries): the optimiser's;
//   natural  as in SAS PROC MIXED (variances, covariances, correlations, range): Kenward-Roger's and reports'.
// A structure is two formulas, theta -> natural and natural -> Sigma, written for any number type, so derivatives
// with respect to either come from Dual. docs/methods.md#covariance-structures lists the formulas.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/dual.h"
#include "base/eigen.h"

namespace fatigue {

enum class CovStructure { us, toeph, toep, adh, ad, ar1h, ar1, csh, cs, sp_exp };

struct StructureInfo {
  CovStructure structure;
  const char* name;
  const char* label;
  bool heterogeneous;  // one variance per visit
  bool linear;         // Sigma is linear in the natural parameters
};

/// All structures, in the order in which they are offered.
const std::vector<StructureInfo>& CovStructures();
const StructureInfo& Info(CovStructure structure);
std::optional<CovStructure> FindCovStructure(const std::string& name);

/// Number of parameters for m visits.
int ParameterCount(CovStructure structure, int m);

/// Mean distance between neighbouring times: the unit in which a correlation decays. 1 for fewer than two times.
double MeanGap(const Vector& times);

/// Natural parameters at theta. T is double or Dual. `gap`: the distance at which sp_exp's theta gives the correlation;
/// MeanGap in the fit, 1 in R's mmrm.
template <typename T>
std::vector<T> NaturalFromTheta(CovStructure structure, int m, const std::vector<T>& theta, double gap);

/// Lower triangle of Sigma by rows: (0,0), (1,0), (1,1), (2,0), ... `times` (length m) is used by sp_exp only.
template <typename T>
std::vector<T> SigmaFromNatural(CovStructure structure, int m, const std::vector<T>& natural, const Vector& times);

/// theta whose Sigma comes near the given covariance matrix (m x m, positive definite): moment start values.
Vector StartTheta(CovStructure structure, const Matrix& covariance);

/// Names of the natural parameters, as a SAS user finds them: UN(2,1), Var(1), Variance, Cov(1), Rho(1), ...
std::vector<std::string> NaturalNames(CovStructure structure, int m);

/// L of Sigma = L L' for `us`: L_ij = exp(theta_i) t_ij, t_ii = 1, theta = (theta_1 .. theta_m, t by rows).
Matrix UnstructuredFactor(int m, const Vector& theta);

/// Index of (row, column), row >= column, in a lower triangle stored by rows.
inline int TriangleIndex(int row, int column) { return row * (row + 1) / 2 + column; }

}  // namespace fatigue

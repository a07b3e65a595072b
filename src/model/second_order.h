// SPDX-License-Identifier: MIT
// Second-order sums over patterns: traces tr(V_k M V_l A) for all pairs of parameters, by one of two routes.
//
// By entries: with E_ij the unit matrices, S = sum_ij s_ij E_ij, all pairs of entries of all components' matrices are
// summed first,  T[(i,j),(r,t)] = sum_g M_jr A_ti  (M, A collapsed onto the components), and turned into parameters by
// the chain rule once: O(n^4) per pattern whatever the number of parameters. Best for `us` and random effects.
// By derivatives: V_k is formed for every parameter: O(K n^3) per pattern. Best for few parameters and many visits.
#pragma once

#include <vector>

#include "model/covariance_model.h"
#include "model/pattern.h"

namespace fatigue {

/// Places of the entries of all components' matrices, column by column, in one vector.
struct EntryLayout {
  explicit EntryLayout(const CovarianceModel& model);
  std::vector<Index> first;  // by component
  std::vector<Index> size;   // rows of the component's matrix
  Index total = 0;
};

/// total x K: derivatives of all entries with respect to the parameters.
Matrix EntryJacobian(const CovarianceModel& model, const CovarianceValue& value);

/// Are sums over entries cheaper for this model?
bool PrefersEntries(const CovarianceModel& model);

/// T += the pattern's sums, so that tr(V_k M V_l A) = J_k' T J_l; M and A symmetric.
void AddEntryPairs(const Pattern& pattern, const EntryLayout& layout, const Matrix& M, const Matrix& A, Matrix* T);

/// sum_kl W_kl V_k A V_l (n x n), with the weights given by entries, w = J W J' (total x total).
Matrix WeightedPairs(const Pattern& pattern, const EntryLayout& layout, const Matrix& w, const Matrix& A);

/// V_k of a pattern.
Matrix PatternDerivative(const Pattern& pattern, const CovarianceModel& model, const CovarianceValue& value, Index k);

}  // namespace fatigue

// SPDX-License-Identifier: MIT
// What the covariance of a model is made of.
//
//   V = sum over blocks of B S B',
// with S a small symmetric matrix of the parameters, a component (visit covariance Sigma, random-effects covariance G,
// or the residual variance sigma^2), and B the place of that block in the unit (selection of visits, Z, or identity).
#pragma once

#include <string>
#include <vector>

#include "base/dual.h"
#include "base/eigen.h"
#include "covariance/structure.h"

namespace fatigue {

struct Component {
  enum class Kind {
    residual_structure,  // Sigma over the visits, one per group
    residual_variance,   // sigma^2 I
    random_effects       // G = sigma^2 Lambda Lambda'
  };
  Kind kind = Kind::residual_variance;
  CovStructure structure = CovStructure::us;  // residual_structure only
  int size = 1;                               // rows of S
  Vector times;                               // residual_structure: position of each visit, for sp_exp
  std::string group;                          // level the matrix belongs to, or the grouping factor; may be empty
  std::vector<std::string> labels;            // of the rows of S
};

/// Parameters with respect to which derivatives are taken; see covariance/structure.h. For random effects theta is
/// Lambda (lower triangle by rows) and log sigma, natural is G (lower triangle by rows) and sigma^2.
enum class Coordinates { theta, natural };

/// The components' matrices at some parameters; lower triangles by rows, with derivatives if they were asked for.
struct CovarianceValue {
  std::vector<Matrix> matrices;
  std::vector<std::vector<Dual>> entries;  // empty without derivatives

  /// dS_c / d(parameter k)
  Matrix Derivative(size_t component, Index k) const;
};

class CovarianceModel {
 public:
  explicit CovarianceModel(std::vector<Component> components);

  const std::vector<Component>& components() const { return components_; }
  Index parameters() const { return parameters_; }
  /// Position of a component's first parameter, and how many it has.
  Index first(size_t component) const { return first_[component]; }
  Index count(size_t component) const { return count_[component]; }

  Vector Natural(const Vector& theta) const;
  CovarianceValue Values(const Vector& theta) const;
  CovarianceValue Derivatives(const Vector& theta, Coordinates coordinates) const;

 private:
  template <typename T>
  std::vector<T> NaturalOf(const std::vector<T>& theta) const;
  template <typename T>
  std::vector<std::vector<T>> EntriesOf(const std::vector<T>& natural) const;

  std::vector<Component> components_;
  std::vector<Index> first_, count_;
  Index parameters_ = 0;
};

/// Symmetric matrix from its lower triangle by rows.
Matrix SymmetricFromTriangle(const std::vector<double>& triangle, int size);

}  // namespace fatigue

// SPDX-License-Identifier: MIT
// What the covariance of a model is made of.
//
//   V = sum over blocks of B S B',
// with S a small symmetric matrix of the parameters, a component (visit covariance Sigma, random-effects covariance G,
// or the residual variance sigma^2), and B the place of that block in the unit (selection of visits, Z, or identity).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/eigen.h"
#include "covariance/structure.h"
#include "model/component_derivatives.h"

namespace fatigue {

struct Component {
  enum class Kind {
    residual_structure,  // Sigma over the visits, one per group
    residual_variance,   // sigma^2 I
    random_effects       // S = sigma^2 Lambda Lambda', in the effects' own units
  };
  Kind kind = Kind::residual_variance;
  CovStructure structure = CovStructure::us;  // residual_structure only
  int size = 1;                               // rows of S
  Vector times;                               // residual_structure: position of each visit, for sp_exp
  std::string group;                          // level the matrix belongs to, or the grouping factor; may be empty
  std::vector<std::string> labels;            // of the rows of S
  Matrix transform;                           // random_effects: T of model/effect_basis.h, G = T S T'
};

/// Parameters with respect to which derivatives are taken; see covariance/structure.h. For random effects theta is
/// Lambda (lower triangle by rows) and log sigma, natural is S = sigma^2 Lambda Lambda' (lower triangle by rows) and
/// sigma^2, reported is the standard deviations of G = T S T', then its correlations (lower triangle by rows), and
/// sigma. For residual structures reported is natural.
/// mmrm is theta as R's mmrm has it, in which sp_exp has the correlation at distance 1.
enum class Coordinates { theta, mmrm, natural, reported };

/// What a reported parameter is: which values it may take.
enum class ParameterKind { variance, standard_deviation, correlation, covariance, range };
struct ReportedParameter {
  std::string group, name;  // "id", "sd(day)"; "", "UN(2,1)"
  ParameterKind kind = ParameterKind::variance;
};

/// The components' matrices at some parameters, with derivatives if they were asked for.
struct CovarianceValue {
  std::vector<Matrix> matrices;
  std::vector<ComponentDerivatives> derivatives;  // by component; empty if not asked for

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
  bool HasResidualVariance() const { return ResidualVariance().has_value(); }

  Vector Natural(const Vector& theta) const;
  CovarianceValue Values(const Vector& theta) const;
  /// G = T S T' of a random-effects component, in the units of the columns as written.
  Matrix AsWritten(size_t component, const Matrix& S) const;
  CovarianceValue Derivatives(const Vector& theta, Coordinates coordinates) const;
  /// theta or natural, chosen for each component by itself.
  CovarianceValue Derivatives(const Vector& theta, const std::vector<Coordinates>& coordinates) const;

  std::vector<ReportedParameter> ReportedParameters() const;
  Vector Reported(const Vector& theta) const;
  /// The matrices at reported parameters, with derivatives with respect to them; nullopt where a random-effects matrix
  /// would not be positive semi-definite.
  std::optional<CovarianceValue> AtReported(const Vector& reported) const;

  /// S of a residual structure or variance at the model's parameters, of which its own are in the coordinates.
  Matrix ResidualAt(size_t component, const Vector& parameters, Coordinates coordinates) const;
  /// With respect to the component's own parameters, and the residual variance where it scales the component.
  ComponentDerivatives DerivativesOf(size_t component, const Vector& parameters, Coordinates coordinates) const;

 private:
  std::vector<double> Own(const Vector& parameters, size_t component) const;
  std::optional<size_t> ResidualVariance() const;

  std::vector<Component> components_;
  std::vector<Index> first_, count_;
  Index parameters_ = 0;
};

/// Symmetric matrix from its lower triangle by rows.
Matrix SymmetricFromTriangle(const std::vector<double>& triangle, int size);

}  // namespace fatigue

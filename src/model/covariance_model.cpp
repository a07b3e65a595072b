// SPDX-License-Identifier: MIT
#include "model/covariance_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/dual.h"

namespace fatigue {
namespace {

/// S = scale Lambda Lambda', Lambda lower triangular by rows.
template <typename T>
std::vector<T> RandomEffectsNatural(int size, const std::vector<T>& lambda, const T& scale) {
  std::vector<T> natural;
  for (int i = 0; i < size; ++i) {
    for (int j = 0; j <= i; ++j) {
      T sum = lambda[TriangleIndex(i, 0)] * lambda[TriangleIndex(j, 0)];
      for (int k = 1; k <= j; ++k) sum = sum + lambda[TriangleIndex(i, k)] * lambda[TriangleIndex(j, k)];
      natural.push_back(scale * sum);
    }
  }
  return natural;
}

/// Lower triangle of A S A' from that of S.
template <typename T>
std::vector<T> Transformed(const Matrix& A, const std::vector<T>& triangle) {
  const auto size = static_cast<int>(A.rows());
  std::vector<T> result;
  for (int i = 0; i < size; ++i) {
    for (int j = 0; j <= i; ++j) {
      T sum(0.0);
      for (int k = 0; k < size; ++k) {
        for (int l = 0; l < size; ++l) {
          const double weight = A(i, k) * A(j, l);
          if (weight != 0) sum = sum + triangle[TriangleIndex(std::max(k, l), std::min(k, l))] * T(weight);
        }
      }
      result.push_back(sum);
    }
  }
  return result;
}

/// G's lower triangle from standard deviations and correlations, or sigma^2 from sigma.
template <typename T>
std::vector<T> NaturalFromReported(int size, const std::vector<T>& reported) {
  std::vector<T> natural;
  auto correlation = static_cast<size_t>(size);
  for (size_t i = 0; i < static_cast<size_t>(size); ++i) {
    for (size_t j = 0; j < i; ++j) natural.push_back(reported[i] * reported[j] * reported[correlation++]);
    natural.push_back(reported[i] * reported[i]);
  }
  return natural;
}

/// Kind of a natural parameter by the name covariance/structure.h gives it.
ParameterKind NaturalKind(const std::string& name) {
  if (name.rfind("Rho", 0) == 0) return ParameterKind::correlation;
  if (name == "SP(EXP)") return ParameterKind::range;
  if (name.rfind("Var", 0) == 0 || name == "Residual") return ParameterKind::variance;
  if (name.rfind("UN(", 0) == 0) {
    const size_t comma = name.find(',');
    const bool diagonal = name.substr(3, comma - 3) == name.substr(comma + 1, name.size() - comma - 2);
    return diagonal ? ParameterKind::variance : ParameterKind::covariance;
  }
  return ParameterKind::covariance;
}

}  // namespace

Matrix SymmetricFromTriangle(const std::vector<double>& triangle, int size) {
  Matrix matrix(size, size);
  for (int i = 0; i < size; ++i) {
    for (int j = 0; j <= i; ++j) matrix(i, j) = matrix(j, i) = triangle[static_cast<size_t>(TriangleIndex(i, j))];
  }
  return matrix;
}

Matrix CovarianceValue::Derivative(size_t component, Index k) const {
  const ComponentDerivatives& own = derivatives[component];
  for (size_t at = 0; at < own.parameters.size(); ++at) {
    if (own.parameters[at] == k) return own.Slope(static_cast<Index>(at));
  }
  return Matrix::Zero(matrices[component].rows(), matrices[component].cols());
}

CovarianceModel::CovarianceModel(std::vector<Component> components) : components_(std::move(components)) {
  for (Component& component : components_) {
    if (component.transform.size() == 0) component.transform = Matrix::Identity(component.size, component.size);
    Index count = 1;
    if (component.kind == Component::Kind::residual_structure) {
      count = ParameterCount(component.structure, component.size);
    } else if (component.kind == Component::Kind::random_effects) {
      count = component.size * (component.size + 1) / 2;
    }
    first_.push_back(parameters_);
    count_.push_back(count);
    parameters_ += count;
  }
}

std::optional<size_t> CovarianceModel::ResidualVariance() const {
  for (size_t c = 0; c < components_.size(); ++c) {
    if (components_[c].kind == Component::Kind::residual_variance) return c;
  }
  return std::nullopt;
}

std::vector<ReportedParameter> CovarianceModel::ReportedParameters() const {
  std::vector<ReportedParameter> parameters;
  for (const Component& component : components_) {
    const auto add = [&](const std::string& name, ParameterKind kind) {
      parameters.push_back({component.group, name, kind});
    };
    if (component.kind == Component::Kind::residual_variance) {
      add("sigma", ParameterKind::standard_deviation);
    } else if (component.kind == Component::Kind::random_effects) {
      for (const std::string& label : component.labels) add("sd(" + label + ")", ParameterKind::standard_deviation);
      for (size_t i = 0; i < component.labels.size(); ++i) {
        for (size_t j = 0; j < i; ++j) {
          add("cor(" + component.labels[j] + "," + component.labels[i] + ")", ParameterKind::correlation);
        }
      }
    } else {
      for (const std::string& name : NaturalNames(component.structure, component.size)) {
        add(name, NaturalKind(name));
      }
    }
  }
  return parameters;
}

Vector CovarianceModel::Reported(const Vector& theta) const {
  Vector reported = Natural(theta);
  for (size_t c = 0; c < components_.size(); ++c) {
    if (components_[c].kind == Component::Kind::residual_structure) continue;
    const int size = components_[c].size;
    const std::vector<double> natural = Transformed(components_[c].transform, Own(reported, c));
    Vector sd(size);
    for (int i = 0; i < size; ++i) sd[i] = std::sqrt(std::max(natural[static_cast<size_t>(TriangleIndex(i, i))], 0.0));
    reported.segment(first_[c], size) = sd;
    Index next = first_[c] + size;
    for (int i = 0; i < size; ++i) {
      for (int j = 0; j < i; ++j) {
        const double product = sd[i] * sd[j];
        reported[next++] = product > 0 ? natural[static_cast<size_t>(TriangleIndex(i, j))] / product : 0;
      }
    }
  }
  return reported;
}

std::optional<CovarianceValue> CovarianceModel::AtReported(const Vector& reported) const {
  CovarianceValue value;
  for (size_t c = 0; c < components_.size(); ++c) {
    const Component& component = components_[c];
    const std::vector<double> own = Own(reported, c);
    if (component.kind == Component::Kind::residual_structure) {
      value.matrices.push_back(ResidualAt(c, reported, Coordinates::reported));
    } else {
      value.matrices.push_back(SymmetricFromTriangle(
          Transformed(component.transform.inverse(), NaturalFromReported(component.size, own)), component.size));
    }
    value.derivatives.push_back(DerivativesOf(c, reported, Coordinates::reported));
    if (component.kind != Component::Kind::random_effects) continue;
    Matrix correlation = Matrix::Identity(component.size, component.size);
    Index next = first_[c] + component.size;
    for (Index i = 0; i < correlation.rows(); ++i) {
      for (Index j = 0; j < i; ++j) correlation(i, j) = correlation(j, i) = reported[next++];
    }
    const Eigen::SelfAdjointEigenSolver<Matrix> eigen(correlation, Eigen::EigenvaluesOnly);
    if (!(eigen.eigenvalues().minCoeff() > -1e-12)) return std::nullopt;
  }
  return value;
}

Matrix CovarianceModel::ResidualAt(size_t c, const Vector& parameters, Coordinates coordinates) const {
  const Component& component = components_[c];
  const bool is_theta = coordinates == Coordinates::theta;
  std::vector<double> own = Own(parameters, c);
  if (component.kind == Component::Kind::residual_variance) {
    return Matrix::Constant(1, 1, is_theta ? std::exp(2 * own[0]) : own[0] * own[0]);
  }
  if (is_theta) own = NaturalFromTheta(component.structure, component.size, own, MeanGap(component.times));
  return SymmetricFromTriangle(SigmaFromNatural(component.structure, component.size, own, component.times),
                               component.size);
}

std::vector<double> CovarianceModel::Own(const Vector& parameters, size_t component) const {
  const double* begin = parameters.data() + first_[component];
  return {begin, begin + count_[component]};
}

Vector CovarianceModel::Natural(const Vector& theta) const {
  double scale = 1;  // random effects are relative to the residual variance where there is one
  if (const auto residual = ResidualVariance()) scale = std::exp(2 * theta[first_[*residual]]);
  Vector natural(parameters_);
  for (size_t c = 0; c < components_.size(); ++c) {
    const Component& component = components_[c];
    std::vector<double> values = {scale};
    if (component.kind == Component::Kind::residual_structure) {
      values = NaturalFromTheta(component.structure, component.size, Own(theta, c), MeanGap(component.times));
    } else if (component.kind == Component::Kind::random_effects) {
      values = RandomEffectsNatural(component.size, Own(theta, c), scale);
    }
    std::copy(values.begin(), values.end(), natural.data() + first_[c]);
  }
  return natural;
}

CovarianceValue CovarianceModel::Values(const Vector& theta) const {
  const Vector natural = Natural(theta);
  CovarianceValue value;
  for (size_t c = 0; c < components_.size(); ++c) {
    const Component& component = components_[c];
    std::vector<double> triangle = Own(natural, c);
    if (component.kind == Component::Kind::residual_structure) {
      triangle = SigmaFromNatural(component.structure, component.size, triangle, component.times);
    }
    value.matrices.push_back(SymmetricFromTriangle(triangle, component.size));
  }
  return value;
}

Matrix CovarianceModel::AsWritten(size_t component, const Matrix& S) const {
  const Matrix& T = components_[component].transform;
  return T * S * T.transpose();
}

CovarianceValue CovarianceModel::Derivatives(const Vector& theta, Coordinates coordinates) const {
  if (coordinates == Coordinates::reported) return *AtReported(Reported(theta));
  return Derivatives(theta, std::vector<Coordinates>(components_.size(), coordinates));
}

CovarianceValue CovarianceModel::Derivatives(const Vector& theta, const std::vector<Coordinates>& coordinates) const {
  CovarianceValue value = Values(theta);
  Vector natural, mmrm = theta;
  const auto is_theta = [](Coordinates each) { return each == Coordinates::theta; };
  if (!std::all_of(coordinates.begin(), coordinates.end(), is_theta)) natural = Natural(theta);
  for (size_t c = 0; c < components_.size(); ++c) {
    if (coordinates[c] == Coordinates::mmrm && components_[c].structure == CovStructure::sp_exp && count_[c] > 1) {
      mmrm[first_[c] + 1] = -std::log(std::expm1(1 / natural[first_[c] + 1]));
    }
    value.derivatives.push_back(
        DerivativesOf(c, coordinates[c] == Coordinates::natural ? natural : mmrm, coordinates[c]));
  }
  return value;
}

ComponentDerivatives CovarianceModel::DerivativesOf(size_t c, const Vector& parameters, Coordinates coordinates) const {
  const Component& component = components_[c];
  const bool is_theta = coordinates == Coordinates::theta || coordinates == Coordinates::mmrm;
  std::vector<Index> own(static_cast<size_t>(count_[c]));
  std::iota(own.begin(), own.end(), first_[c]);
  const Vector values = parameters.segment(first_[c], count_[c]);
  if (component.kind == Component::Kind::residual_structure) {
    const CovStructure structure = component.structure;
    if (structure == CovStructure::us) {
      return is_theta ? FromFactor(UnstructuredFactor(component.size, values), own) : FromEntries(component.size, own);
    }
    std::vector<Dual> natural = Seed(values);
    if (is_theta) {
      const double gap = coordinates == Coordinates::mmrm ? 1 : MeanGap(component.times);
      natural = NaturalFromTheta(structure, component.size, natural, gap);
    }
    return FromDuals(SigmaFromNatural(structure, component.size, natural, component.times), own);
  }
  if (coordinates == Coordinates::natural) return FromEntries(component.size, own);
  if (coordinates == Coordinates::reported) {
    return FromDuals(Transformed(component.transform.inverse(), NaturalFromReported(component.size, Seed(values))),
                     own);
  }
  if (component.kind == Component::Kind::residual_variance) return FromDuals({Exp(Seed(values)[0] * Dual(2.0))}, own);
  const auto residual = ResidualVariance();
  if (!residual) return FromDuals(RandomEffectsNatural(component.size, Seed(values), Dual(1.0)), own);
  own.push_back(first_[*residual]);
  Vector with_scale(values.size() + 1);
  with_scale << values, parameters[first_[*residual]];
  std::vector<Dual> seeds = Seed(with_scale);
  const Dual scale = Exp(seeds.back() * Dual(2.0));
  seeds.pop_back();
  return FromDuals(RandomEffectsNatural(component.size, seeds, scale), own);
}

}  // namespace fatigue

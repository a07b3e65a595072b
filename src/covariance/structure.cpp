// SPDX-License-Identifier: MIT
#include "covariance/structure.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <type_traits>

namespace fatigue {
namespace {

/// R -> (-1, 1): x / sqrt(1 + x^2).
template <typename T>
T Correlation(const T& x) {
  return x * Reciprocal(Sqrt(x * x + T(1.0)));
}
double InverseCorrelation(double rho) {
  const double bounded = std::clamp(rho, -0.999, 0.999);
  return bounded / std::sqrt(1 - bounded * bounded);
}

template <typename T>
T Logistic(const T& x) {
  return Reciprocal(Exp(x * T(-1.0)) + T(1.0));
}
double Logit(double p) { return std::log(p / (1 - p)); }

/// R -> (-1/(m-1), 1), the correlations for which compound symmetry is positive definite.
template <typename T>
T ExchangeableCorrelation(const T& x, int m) {
  const double low = m > 1 ? -1.0 / (m - 1) : 0.0;
  return Logistic(x) * T(1 - low) + T(low);
}
double InverseExchangeableCorrelation(double rho, int m) {
  const double low = m > 1 ? -1.0 / (m - 1) : 0.0;
  return Logit(std::clamp((rho - low) / (1 - low), 0.001, 0.999));
}

bool IsHeterogeneous(CovStructure structure) { return Info(structure).heterogeneous; }

int VarianceCount(CovStructure structure, int m) { return IsHeterogeneous(structure) ? m : 1; }

/// Sigma_ij = sqrt(v_i v_j) rho_ij with rho_ij as the structure says; i > j.
template <typename T>
T CorrelationEntry(CovStructure structure, const std::vector<T>& natural, int first, int i, int j) {
  switch (structure) {
    case CovStructure::cs:
    case CovStructure::csh:
      return natural[first];
    case CovStructure::ar1:
    case CovStructure::ar1h: {
      T power = natural[first];
      for (int step = 1; step < i - j; ++step) power = power * natural[first];
      return power;
    }
    case CovStructure::toep:
    case CovStructure::toeph:
      return natural[first + i - j - 1];
    case CovStructure::ad:
    case CovStructure::adh: {
      T product = natural[first + j];
      for (int k = j + 1; k < i; ++k) product = product * natural[first + k];
      return product;
    }
    case CovStructure::us:
    case CovStructure::sp_exp:
      break;
  }
  std::abort();  // not reached: us and sp_exp are written out by their caller
}

}  // namespace

const std::vector<StructureInfo>& CovStructures() {
  static const std::vector<StructureInfo> table = {
      {CovStructure::us, "us", "unstructured", true, true},
      {CovStructure::toeph, "toeph", "heterogeneous Toeplitz", true, false},
      {CovStructure::toep, "toep", "Toeplitz", false, true},
      {CovStructure::adh, "adh", "heterogeneous ante-dependence", true, false},
      {CovStructure::ad, "ad", "ante-dependence", false, false},
      {CovStructure::ar1h, "ar1h", "heterogeneous autoregressive", true, false},
      {CovStructure::ar1, "ar1", "autoregressive", false, false},
      {CovStructure::csh, "csh", "heterogeneous compound symmetry", true, false},
      {CovStructure::cs, "cs", "compound symmetry", false, true},
      {CovStructure::sp_exp, "sp_exp", "spatial exponential", false, false},
  };
  return table;
}

const StructureInfo& Info(CovStructure structure) {
  const auto& table = CovStructures();
  return *std::find_if(table.begin(), table.end(),
                       [structure](const StructureInfo& info) { return info.structure == structure; });
}

std::optional<CovStructure> FindCovStructure(const std::string& name) {
  for (const StructureInfo& info : CovStructures()) {
    if (name == info.name) return info.structure;
  }
  return std::nullopt;
}

double MeanGap(const Vector& times) {
  if (times.size() < 2) return 1;
  const double gap = (times.maxCoeff() - times.minCoeff()) / static_cast<double>(times.size() - 1);
  return gap > 0 ? gap : 1;
}

int ParameterCount(CovStructure structure, int m) {
  if (m == 1) return 1;
  switch (structure) {
    case CovStructure::us:
      return m * (m + 1) / 2;
    case CovStructure::toeph:
    case CovStructure::adh:
      return 2 * m - 1;
    case CovStructure::toep:
    case CovStructure::ad:
      return m;
    case CovStructure::ar1h:
    case CovStructure::csh:
      return m + 1;
    case CovStructure::ar1:
    case CovStructure::cs:
    case CovStructure::sp_exp:
      return 2;
  }
  return 0;
}

Matrix UnstructuredFactor(int m, const Vector& theta) {
  Matrix L = Matrix::Zero(m, m);
  for (int i = 0, next = m; i < m; ++i) {
    L(i, i) = std::exp(theta[i]);
    for (int j = 0; j < i; ++j) L(i, j) = L(i, i) * theta[next++];
  }
  return L;
}

namespace {

std::vector<double> UnstructuredNatural(int m, const std::vector<double>& theta) {
  const Matrix L = UnstructuredFactor(m, Eigen::Map<const Vector>(theta.data(), static_cast<Index>(theta.size())));
  const Matrix Sigma = L * L.transpose();
  std::vector<double> triangle;
  for (int i = 0; i < m; ++i) {
    for (int j = 0; j <= i; ++j) triangle.push_back(Sigma(i, j));
  }
  return triangle;
}

}  // namespace

template <typename T>
std::vector<T> NaturalFromTheta(CovStructure structure, int m, const std::vector<T>& theta, double gap) {
  if (structure == CovStructure::us) {
    if constexpr (std::is_same_v<T, double>) {
      return UnstructuredNatural(m, theta);
    } else {
      std::abort();  // not reached: model/component_derivatives.h has the derivatives of a factor
    }
  }
  if (structure == CovStructure::sp_exp) {  // variance; range = -gap / log(rho), rho = logistic(theta_2)
    std::vector<T> natural = {Exp(theta[0])};
    if (m > 1) natural.push_back(Reciprocal(Softplus(theta[1] * T(-1.0))) * T(gap));
    return natural;
  }
  const int variances = VarianceCount(structure, m);
  std::vector<T> natural;
  for (int i = 0; i < variances; ++i) natural.push_back(Exp(theta[i] * T(2.0)));
  const bool exchangeable = structure == CovStructure::cs || structure == CovStructure::csh;
  for (size_t k = static_cast<size_t>(variances); k < theta.size(); ++k) {
    natural.push_back(exchangeable ? ExchangeableCorrelation(theta[k], m) : Correlation(theta[k]));
  }
  if (m == 1) return natural;
  if (structure == CovStructure::cs) {  // SAS: common covariance and residual variance
    const T covariance = natural[0] * natural[1];
    return {covariance, natural[0] + covariance * T(-1.0)};
  }
  if (structure == CovStructure::toep) {  // SAS: variance, then covariances by lag
    for (size_t k = 1; k < natural.size(); ++k) natural[k] = natural[0] * natural[k];
  }
  return natural;
}

template <typename T>
std::vector<T> SigmaFromNatural(CovStructure structure, int m, const std::vector<T>& natural, const Vector& times) {
  if (structure == CovStructure::us || m == 1) return natural;
  std::vector<T> sigma;
  sigma.reserve(m * (m + 1) / 2);
  const bool heterogeneous = IsHeterogeneous(structure);
  std::vector<T> sd;
  if (heterogeneous) {
    for (int i = 0; i < m; ++i) sd.push_back(Sqrt(natural[i]));
  }
  for (int i = 0; i < m; ++i) {
    for (int j = 0; j <= i; ++j) {
      if (structure == CovStructure::cs) {
        sigma.push_back(i == j ? natural[0] + natural[1] : natural[0]);
      } else if (structure == CovStructure::toep) {
        sigma.push_back(natural[i - j]);
      } else if (structure == CovStructure::sp_exp) {
        const T decay = Exp(Reciprocal(natural[1]) * T(-std::abs(times[i] - times[j])));
        sigma.push_back(i == j ? natural[0] : natural[0] * decay);
      } else if (i == j) {
        sigma.push_back(heterogeneous ? natural[i] : natural[0]);
      } else {
        const T scale = heterogeneous ? sd[i] * sd[j] : natural[0];
        sigma.push_back(scale * CorrelationEntry(structure, natural, heterogeneous ? m : 1, i, j));
      }
    }
  }
  return sigma;
}

template std::vector<double> NaturalFromTheta(CovStructure, int, const std::vector<double>&, double);
template std::vector<Dual> NaturalFromTheta(CovStructure, int, const std::vector<Dual>&, double);
template std::vector<double> SigmaFromNatural(CovStructure, int, const std::vector<double>&, const Vector&);
template std::vector<Dual> SigmaFromNatural(CovStructure, int, const std::vector<Dual>&, const Vector&);

Vector StartTheta(CovStructure structure, const Matrix& covariance) {
  const int m = static_cast<int>(covariance.rows());
  Vector theta = Vector::Zero(ParameterCount(structure, m));
  const Vector sd = covariance.diagonal().cwiseSqrt();
  const double mean_variance = covariance.diagonal().mean();
  if (structure == CovStructure::us) {
    const Matrix factor = covariance.llt().matrixL();
    for (int i = 0, next = m; i < m; ++i) {
      theta[i] = std::log(factor(i, i));
      for (int j = 0; j < i; ++j) theta[next++] = factor(i, j) / factor(i, i);
    }
    return theta;
  }
  // Mean correlation at each lag, shrunk a little towards independence so that the start is positive definite.
  Vector by_lag = Vector::Zero(m);
  for (int lag = 1; lag < m; ++lag) {
    for (int i = lag; i < m; ++i) by_lag[lag] += 0.9 * covariance(i, i - lag) / (sd[i] * sd[i - lag]) / (m - lag);
  }
  const int variances = VarianceCount(structure, m);
  for (int i = 0; i < variances; ++i) theta[i] = std::log(variances > 1 ? sd[i] : std::sqrt(mean_variance));
  if (m == 1) {
    if (structure == CovStructure::sp_exp) theta[0] = std::log(mean_variance);
    return theta;
  }
  switch (structure) {
    case CovStructure::cs:
    case CovStructure::csh:
      theta[variances] = InverseExchangeableCorrelation(by_lag.tail(m - 1).mean(), m);
      break;
    case CovStructure::ar1:
    case CovStructure::ar1h:
      theta[variances] = InverseCorrelation(by_lag[1]);
      break;
    case CovStructure::toep:
    case CovStructure::toeph:  // the powers of an AR(1): always positive definite
      for (int lag = 1; lag < m; ++lag) theta[variances + lag - 1] = InverseCorrelation(std::pow(by_lag[1], lag));
      break;
    case CovStructure::ad:
    case CovStructure::adh:
      for (int i = 1; i < m; ++i) {
        theta[variances + i - 1] = InverseCorrelation(0.9 * covariance(i, i - 1) / (sd[i] * sd[i - 1]));
      }
      break;
    case CovStructure::sp_exp: {
      theta[0] = std::log(mean_variance);
      theta[1] = Logit(std::clamp(by_lag[1], 0.05, 0.95));
      break;
    }
    case CovStructure::us:
      break;
  }
  return theta;
}

std::vector<std::string> NaturalNames(CovStructure structure, int m) {
  std::vector<std::string> names;
  const auto number = [](int value) { return std::to_string(value); };
  if (structure == CovStructure::us) {
    for (int i = 1; i <= m; ++i) {
      for (int j = 1; j <= i; ++j) names.push_back("UN(" + number(i) + "," + number(j) + ")");
    }
    return names;
  }
  if (structure == CovStructure::cs && m > 1) return {"CS", "Residual"};
  if (structure == CovStructure::sp_exp) {
    names = {"Variance", "SP(EXP)"};
    names.resize(static_cast<size_t>(ParameterCount(structure, m)));
    return names;
  }
  const int variances = VarianceCount(structure, m);
  for (int i = 1; i <= variances; ++i) names.push_back(variances > 1 ? "Var(" + number(i) + ")" : "Variance");
  const bool covariances = structure == CovStructure::toep;
  for (int k = 1; static_cast<int>(names.size()) < ParameterCount(structure, m); ++k) {
    names.push_back((covariances ? "Cov(" : "Rho(") + number(k) + ")");
  }
  return names;
}

}  // namespace fatigue

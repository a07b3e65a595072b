// SPDX-License-Identifier: MIT
#include "support/comparison.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <limits>

#include "base/distributions.h"

namespace fatigue::test {
namespace {

std::string Digits17(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%.17g", value);
  return text;
}

void Record(const Comparison& comparison, const Compared& compared) {
  static const char* path = std::getenv("FATIGUE_RECORD");
  if (!path) return;
  static std::ofstream file(path, std::ios::app);
  file << "{\"case\":" << Json(comparison.case_name()) << ",\"block\":" << Json(comparison.block())
       << ",\"kind\":" << Json(compared.kind) << ",\"quantity\":" << Json(compared.quantity)
       << ",\"ours\":" << Digits17(compared.ours) << ",\"reference\":" << Digits17(compared.reference)
       << ",\"tolerance\":" << compared.allowed;
  if (compared.scale != 0) file << ",\"scale\":" << Digits17(compared.scale);
  file << ",\"software\":" << Json(comparison.software()) << "}\n" << std::flush;
}

double NumberOf(const Json& reference) {
  return reference.is_string() ? std::numeric_limits<double>::infinity() : reference.get<double>();  // "Inf"
}

/// Largest relative change of `p` when its two arguments change by their relative tolerances.
template <class P>
double Spread(P p, double statistic, double statistic_tolerance, double df, double df_tolerance) {
  const double at = p(statistic, df);
  double largest = 0;
  for (double a : {-1.0, 1.0}) {
    for (double b : {-1.0, 1.0}) {
      const double moved = p(statistic * (1 + a * statistic_tolerance), df * (1 + b * df_tolerance));
      largest = std::max(largest, std::abs(moved / at - 1));
    }
  }
  return std::isfinite(largest) ? largest : 0;
}

/// Names of other software for the columns.
const std::map<std::string, std::string>& ColumnNames() {
  static const std::map<std::string, std::string> names = {
      {"emmean", "estimate"}, {"SE", "se"},           {"lower.CL", "lower"},    {"upper.CL", "upper"},
      {"asymp.LCL", "lower"}, {"asymp.UCL", "upper"}, {"t.ratio", "t"},         {"z.ratio", "t"},
      {"p.value", "p"},       {"Pr(>F)", "p"},        {"F value", "F"},         {"NumDF", "num_df"},
      {"DenDF", "den_df"},    {"denom_df", "den_df"}, {"Estimate", "estimate"}, {"StdErr", "se"},
      {"DF", "df"},           {"tValue", "t"},        {"Probt", "p"},           {"Lower", "lower"},
      {"Upper", "upper"}};
  return names;
}

std::string ColumnName(const std::string& stored) {
  const auto found = ColumnNames().find(stored);
  if (found != ColumnNames().end()) return found->second;
  return stored.size() > 6 && stored.ends_with(".trend") ? "estimate" : stored;
}

}  // namespace

std::vector<Json> AsList(const Json& stored) {
  return stored.is_array() ? stored.get<std::vector<Json>>() : std::vector<Json>{stored};
}

std::vector<StoredRow> StoredRows(const Json& table) {
  std::vector<StoredRow> rows;
  if (table.is_array()) {
    for (const Json& stored : table) {
      StoredRow row;
      for (const auto& [column, value] : stored.items()) row[ColumnName(column)] = value;
      rows.push_back(row);
    }
    return rows;
  }
  for (const auto& [column, stored] : table.items()) {
    const std::vector<Json> values = AsList(stored);
    rows.resize(std::max(rows.size(), values.size()));
    for (size_t k = 0; k < values.size(); ++k) rows[k][ColumnName(column)] = values[k];
  }
  return rows;
}

Matrix StoredMatrix(const Json& stored) {
  const Json& values = stored.is_object() ? stored["values"] : stored;
  if (values.is_number()) return Matrix::Constant(1, 1, values.get<double>());
  Matrix matrix(static_cast<Index>(values.size()), static_cast<Index>(values[0].size()));
  for (Index i = 0; i < matrix.rows(); ++i) {
    for (Index j = 0; j < matrix.cols(); ++j) {
      matrix(i, j) = values[static_cast<size_t>(i)][static_cast<size_t>(j)].get<double>();
    }
  }
  return matrix;
}

Comparison Comparison::In(const std::string& block) const {
  Comparison inner = *this;
  inner.block_ += (block_.empty() ? "" : " / ") + block;
  return inner;
}

Comparison Comparison::With(const std::string& software, const Tolerance& tolerance) const {
  Comparison other = *this;
  other.software_ = software;
  other.tolerance_ = tolerance;
  return other;
}

void Comparison::Number(const Compared& compared, double zero) const {
  const double difference = std::abs(compared.ours - compared.reference);
  const double scale = compared.scale != 0 ? compared.scale : std::abs(compared.reference);
  const bool agrees = difference <= std::max(compared.allowed * scale, zero);
  if (!agrees) {
    UNSCOPED_INFO(case_ << ": " << block_ << ": " << compared.kind << " " << compared.quantity << " is "
                        << Digits17(compared.ours) << ", " << software_ << " has " << Digits17(compared.reference)
                        << ": relative difference " << difference / scale << ", allowed " << compared.allowed);
  }
  CHECK(agrees);
  Record(*this, compared);
}

void Comparison::Number(const std::string& kind, const std::string& quantity, double ours, const Json& reference,
                        double allowed) const {
  if (reference.is_null()) return;
  const double value = NumberOf(reference);
  if (std::isinf(value)) {
    INFO(case_ << ": " << block_ << ": " << kind << " " << quantity);
    CHECK(ours == value);
    return;
  }
  Number({kind, quantity, ours, value, allowed, 0});
}

void Comparison::Row(const std::string& kind, const std::string& quantity, const Estimate& ours,
                     const StoredRow& row) const {
  const auto stored = [&row](const char* name) { return row.count(name) ? row.at(name) : Json(); };
  const Tolerance& allowed = tolerance_;
  Number(kind, quantity, ours.estimate, stored("estimate"), allowed.estimate);
  Number("se", quantity, ours.se, stored("se"), allowed.se);
  Number("df", quantity, ours.df, stored("df"), allowed.df);
  const double t_allowed = allowed.estimate + allowed.se;
  Number("t", quantity, ours.t, stored("t"), t_allowed);
  if (stored("p").is_number()) {
    const double p_allowed = allowed.p_value + Spread(StudentTwoSidedP, ours.t, t_allowed, ours.df, allowed.df);
    Number({"p", quantity, ours.p_value, stored("p").get<double>(), p_allowed, 0}, kZeroP);
  }
  const double half_width = 0.5 * (ours.upper - ours.lower);
  const auto quantile = [](double, double df) { return StudentCriticalValue(0.95, df); };
  const double limit_allowed = allowed.estimate * std::abs(ours.estimate) +
                               half_width * (allowed.se + Spread(quantile, 1, 0, ours.df, allowed.df));
  for (const auto& [name, limit] : {std::pair{"lower", ours.lower}, std::pair{"upper", ours.upper}}) {
    if (!stored(name).is_number()) continue;
    Number(
        {"interval", quantity + " " + name, limit, stored(name).get<double>(), limit_allowed / half_width, half_width});
  }
}

void Comparison::Row(const FTest& ours, const StoredRow& row) const {
  const Tolerance& allowed = tolerance_;
  Number("F num df", ours.term, ours.num_df, row.at("num_df"), 0);
  Number("F den df", ours.term, ours.den_df, row.at("den_df"), allowed.df);
  Number("F", ours.term, ours.f, row.at("F"), allowed.f);
  if (!row.at("p").is_number()) return;
  const auto p = [&ours](double f, double df) { return FisherUpperP(f, ours.num_df, df); };
  Number({"p", "F test of " + ours.term, ours.p_value, row.at("p").get<double>(),
          allowed.p_value + Spread(p, ours.f, allowed.f, ours.den_df, allowed.df), 0},
         kZeroP);
}

void Comparison::Covariance(const std::string& kind, const std::string& quantity, const Matrix& ours,
                            const Matrix& reference, double allowed) const {
  INFO(case_ << ": " << block_ << ": " << quantity);
  REQUIRE(ours.rows() == reference.rows());
  REQUIRE(ours.cols() == reference.cols());
  for (Index i = 0; i < ours.rows(); ++i) {
    for (Index j = 0; j <= i; ++j) {
      const std::string entry = quantity + "[" + std::to_string(i + 1) + "," + std::to_string(j + 1) + "]";
      Number({kind, entry, ours(i, j), reference(i, j), allowed, std::sqrt(reference(i, i) * reference(j, j))});
    }
  }
}

}  // namespace fatigue::test

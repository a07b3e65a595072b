// SPDX-License-Identifier: MIT
// Contrasts of marginal means with their adjustments for multiplicity, against exact arithmetic on the collection's own
// optimum and against emmeans 1.8.4-1 (ship/contrasts_adjust). There pairs are later minus earlier, and ours earlier
// minus later: the sign is turned.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "base/distributions.h"
#include "inference/max_abs_t.h"
#include "report/fitted_state.h"
#include "support/checks.h"
#include "support/named.h"
#include "support/skipped.h"

namespace fatigue::test {
namespace {

/// The stored probability of a multivariate t is by quadrature where the contrasts have rank 2 or less, and by
/// GenzBretz beyond. Ours is 1 - P(max |T| <= |t|), so far in the tail it has the absolute error of P.
constexpr double kQuadrature = 1e-8, kGenzBretz = 1e-5, kAtCritical = 3e-5, kTail = 1e-9;

const char* kContrastSoftware = "R 4.2.2, contrasts at the optimum by Newton steps";

FittedModel FitOf(const ReferenceCase& reference) {
  const std::string df = reference.expected["df"];
  if (df == "satterthwaite") return reference.Fit(DfMethod::satterthwaite);
  if (df == "kenward-roger") return reference.Fit(DfMethod::kenward_roger, Information::expected);
  if (df.starts_with("residual")) return reference.Fit(DfMethod::residual);
  REQUIRE(df == "kenward-roger, observed information (SAS)");
  return reference.Fit(DfMethod::kenward_roger);
}

/// A family of stored contrasts, and the request that gives it.
struct Family {
  std::string name;
  Json stored;
  EmmeansSpec spec;
  std::vector<std::string> labels;  // of the rows: "w4 - w0, A"
};

std::vector<std::string> Split(const std::string& text, const std::string& by) {
  const size_t at = text.find(by);
  if (at == std::string::npos) return {text};
  std::vector<std::string> rest = Split(text.substr(at + by.size()), by);
  rest.insert(rest.begin(), text.substr(0, at));
  return rest;
}

/// +1 and -1 for the two levels of "w4 - w0", 0 for the others.
double WeightOf(const std::string& difference, const std::string& level) {
  const std::vector<std::string> two = Split(difference, " - ");
  return level == two.at(0) ? 1 : level == two.at(1) ? -1 : 0;
}

/// Differences of all pairs crossed with those of another factor: weights over the means, as only differences to the
/// reference have a name.
void CrossPairs(const FittedModel& model, Family* family) {
  const std::vector<StoredRow> rows = StoredRows(family->stored["rows"]);
  const std::vector<EstimateRow> means = model.Emmeans(family->spec).means;
  for (const StoredRow& row : rows) {
    CustomContrast contrast;
    for (const EstimateRow& mean : means) {
      double weight = 1;
      for (const auto& [column, level] : mean.levels) {
        weight *= WeightOf(row.at(column + "_revpairwise").get<std::string>(), level);
      }
      contrast.weights.push_back(weight);
    }
    contrast.name = std::to_string(family->spec.custom.size() + 1);
    family->spec.custom.push_back(contrast);
  }
}

Family FamilyOf(const FittedModel& model, const Json& stored) {
  Family family;
  family.name = stored["name"];
  family.stored = stored;
  const Json& request = stored["request"];
  const std::vector<std::string> parts = Split(request["specs"], " | ");
  family.spec.of = Split(parts[0], " * ");
  if (parts.size() > 1) family.spec.by = {parts[1]};
  if (request.contains("at")) {
    for (const auto& [column, levels] : request["at"].items()) {
      family.spec.at_levels[column] = levels.get<std::vector<std::string>>();
    }
  }
  const std::string kind = request["contrasts"];
  if (kind == "pairwise") family.spec.contrasts = ContrastKind::pairwise;
  if (kind == "custom") {
    for (const auto& [name, weights] : request["custom"].items()) {
      family.spec.custom.push_back({name, weights.get<std::vector<double>>()});
    }
  }
  if (kind.find("trt.vs.ctrl") != std::string::npos) family.spec.contrasts = ContrastKind::interaction;
  if (kind.find("revpairwise") != std::string::npos) CrossPairs(model, &family);
  for (const StoredRow& row : StoredRows(stored["rows"])) {
    std::string label;
    for (const auto& [column, level] : row) label += (label.empty() ? "" : ", ") + level.get<std::string>();
    family.labels.push_back(label);
  }
  return family;
}

EstimateRow Turned(EstimateRow row) {
  Estimate& one = row.estimate;
  one.estimate = -one.estimate;
  one.t = -one.t;
  std::tie(one.lower, one.upper) = std::pair{-one.upper, -one.lower};
  std::tie(row.lower_adjusted, row.upper_adjusted) = std::pair{-row.upper_adjusted, -row.lower_adjusted};
  return row;
}

/// Our contrasts in the order and direction of the stored ones, as positions and whether to turn them.
std::vector<std::pair<size_t, bool>> Order(const std::vector<EstimateRow>& ours, const Family& family) {
  const std::vector<StoredRow> rows = StoredRows(family.stored["rows"]);
  REQUIRE(ours.size() == rows.size());
  std::vector<std::pair<size_t, bool>> order;
  for (size_t k = 0; k < rows.size(); ++k) {
    if (!rows[k].count("contrast")) {  // interactions are in the same order
      order.emplace_back(k, false);
      continue;
    }
    StoredRow turned = rows[k];
    const std::vector<std::string> two = Split(rows[k].at("contrast"), " - ");
    if (two.size() == 2) turned["contrast"] = two[1] + " - " + two[0];
    const EstimateRow* same = FindRow(ours, rows[k]);
    const EstimateRow* found = same ? same : FindRow(ours, turned);
    INFO(family.name << " " << family.labels[k]);
    REQUIRE(found);
    order.emplace_back(static_cast<size_t>(found - ours.data()), !same);
  }
  return order;
}

std::vector<EstimateRow> Contrasts(const FittedModel& model, const Family& family, Adjust adjust) {
  EmmeansSpec spec = family.spec;
  spec.adjust = adjust;
  const std::vector<EstimateRow> ours = model.Emmeans(spec).contrasts;
  std::vector<EstimateRow> rows;
  for (const auto& [k, turn] : Order(ours, family)) rows.push_back(turn ? Turned(ours[k]) : ours[k]);
  return rows;
}

/// Coefficients of the contrasts.
void CheckCombinations(const FittedModel& model, const Family& family, const Comparison& comparison) {
  const FittedModel::State& state = model.state();
  const auto ours = MarginalMeanCombinations(state.frame.fixed, state.coding, family.spec).contrasts;
  const Matrix L = StoredMatrix(family.stored["L"]);
  const auto order = Order(model.Emmeans(family.spec).contrasts, family);
  for (size_t k = 0; k < order.size(); ++k) {
    const RowVector l = (order[k].second ? -1 : 1) * ours[order[k].first].l;
    const RowVector stored = L.row(static_cast<Index>(k));
    REQUIRE(l.size() == stored.size());
    for (Index j = 0; j < l.size(); ++j) {
      comparison.Number({"combination", std::to_string(k + 1) + ", " + std::to_string(j + 1), l[j], stored[j], 1e-12,
                         stored.cwiseAbs().maxCoeff()});
    }
  }
}

struct Allowed {
  double p, limit, absolute_p;
};

/// Families of rank over 2 take minutes, so of these the probability is asked for the first row alone, and at its
/// stored critical value.
void CheckLargeFamily(const FittedModel& model, const Family& family, const Json& dunnett,
                      const Comparison& comparison) {
  CHECK(IsSkipped(comparison.In("rows after the first")));
  const Json& by = family.stored["by"];
  size_t size = family.labels.size();
  if (by.size() == 1) size /= 2;  // two arms, one after the other
  if (size > 4 && IsSkipped(comparison.In("ten differences of rank 4"))) return;
  const Matrix L = StoredMatrix(family.stored["L"]).topRows(static_cast<Index>(size));
  const Matrix covariance = L * model.beta_vcov() * L.transpose();
  const Vector scale = covariance.diagonal().cwiseSqrt().cwiseInverse();
  const Matrix correlation = scale.asDiagonal() * covariance * scale.asDiagonal();
  const Estimate first = Contrasts(model, family, Adjust::none).at(0).estimate;
  const double p = 1 - MaxAbsTProbability(std::abs(first.t), correlation, first.df);
  comparison.Number({"p", family.labels[0], p, dunnett["p"][0], kGenzBretz, 1});
  const double at_critical = MaxAbsTProbability(dunnett["critical"][0], correlation, first.df);
  comparison.Number({"p", family.labels[0] + " at the critical value", 1 - at_critical, 0.05, kAtCritical, 1});
}

void CheckAdjusted(const std::vector<EstimateRow>& ours, const Family& family, const Json& table,
                   const Comparison& comparison, const Allowed& allowed) {
  const std::vector<StoredRow> rows = StoredRows(table);
  for (size_t k = 0; k < ours.size(); ++k) {
    const double half_width = 0.5 * (ours[k].upper_adjusted - ours[k].lower_adjusted);
    const double p = rows[k].at("p");
    comparison.Number({"p", family.labels[k], ours[k].p_adjusted, p, allowed.p, 0},
                      std::max(allowed.absolute_p, kZeroP));
    const auto limit = [&](const char* column, double value) {
      if (!rows[k].count(column)) return;
      comparison.Number(
          {"interval", family.labels[k] + " " + column, value, rows[k].at(column), allowed.limit, half_width});
    };
    limit("lower", ours[k].lower_adjusted);
    limit("upper", ours[k].upper_adjusted);
    if (!rows[k].count("critical")) continue;
    comparison.Number({"interval", family.labels[k] + " critical", half_width / ours[k].estimate.se,
                       rows[k].at("critical"), allowed.limit, 0});
  }
}

/// `exact` or `emmeans`.
void CheckBlock(const FittedModel& model, const Family& family, const Json& block, const Comparison& comparison) {
  Json plain = Json::object();
  const Tolerance& tolerance = comparison.tolerance();
  // What t and df may differ by makes this in p, and less in the limits.
  const double p_allowed = tolerance.se > 1e-7 ? 1e-4 : 1e-7;
  const double limit_allowed = tolerance.se > 1e-7 ? 1e-5 : 1e-7;
  for (const auto& [key, stored] : block.items()) {
    if (stored.is_array() || stored.is_number()) {
      plain[key] = stored;
    } else if (key == "dunnett") {
      if (AsList(stored["computed_by"])[0] == "GenzBretz") {
        CheckLargeFamily(model, family, stored, comparison.In(key));
      } else {
        CheckAdjusted(Contrasts(model, family, Adjust::dunnett), family, stored, comparison.In(key),
                      {kQuadrature, kQuadrature, kTail});
      }
      CHECK(IsSkipped(comparison.In(key).In("p_with_df_cut_to_a_whole_number")));
    } else if (key == "mvt") {
      CHECK(IsSkipped(comparison.In(key)));
    } else {
      CheckAdjusted(Contrasts(model, family, Named<Adjust>(key)), family, stored, comparison.In(key),
                    {p_allowed, limit_allowed, 0});
    }
  }
  const std::vector<StoredRow> rows = StoredRows(plain);
  const std::vector<EstimateRow> ours = Contrasts(model, family, Adjust::none);
  REQUIRE(rows.size() == ours.size());
  for (size_t k = 0; k < rows.size(); ++k) {
    comparison.Row("contrast", family.labels[k], ours[k].estimate, rows[k]);
  }
}

TEST_CASE("contrasts of means and their adjustments agree with exact arithmetic and with emmeans") {
  for (const ReferenceCase& reference : LoadCases(ShippedCollection(), "contrasts_adjust")) {
    const std::string file = reference.expected["dataset"], df = reference.expected["df"];
    const FittedModel model = FitOf(reference);
    CHECK(model.terms() == reference.expected["coef_names"].get<std::vector<std::string>>());
    const Comparison exact = Comparison(reference.name, kContrastSoftware, kExact).In(file + ", " + df);
    const std::vector<Estimate> coefficients = model.coefficients();
    for (size_t k = 0; k < coefficients.size(); ++k) {
      exact.In("beta").Number("coefficient", model.terms()[k], coefficients[k].estimate, reference.expected["beta"][k],
                              kExact.estimate);
    }
    exact.In("vcov").Covariance("vcov", "Cov(beta)", model.beta_vcov(), StoredMatrix(reference.expected["vcov"]),
                                2 * kExact.se);
    const Tolerance& tolerance = reference.has_random_effects ? kLme4 : kExact;
    const Comparison emmeans = exact.With(reference.Software("emmeans"), tolerance);
    for (const Json& stored : reference.expected["families"]) {
      const Family family = FamilyOf(model, stored);
      CheckCombinations(model, family, exact.In(family.name).In("L"));
      CheckBlock(model, family, stored["exact"], exact.In(family.name).In("exact"));
      if (stored.contains("emmeans")) {
        CheckBlock(model, family, stored["emmeans"], emmeans.In(family.name).In("emmeans"));
      }
    }
    if (!reference.expected.contains("gls")) continue;
    // Where nlme's optimiser stops: within a thousandth of a standard error, as in check_fit.cpp.
    const Json& gls = reference.expected["gls"];
    const Comparison nlme = exact.With(reference.Software("nlme"), kExact).In("gls");
    nlme.Number("log-likelihood", "logLik", model.log_lik(), gls["logLik"], kExact.likelihood);
    for (size_t k = 0; k < coefficients.size(); ++k) {
      nlme.Number({"early stop", model.terms()[k], coefficients[k].estimate, gls["beta"][k].get<double>(), 1e-3,
                   coefficients[k].se});
      nlme.Number("early stop", "se of " + model.terms()[k], coefficients[k].se, gls["se"][k], 1e-3);
    }
  }
}

}  // namespace
}  // namespace fatigue::test

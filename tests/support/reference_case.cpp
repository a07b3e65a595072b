// SPDX-License-Identifier: MIT
#include "support/reference_case.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <limits>

#include "support/csv.h"

namespace fatigue::test {
namespace {

const char* kShip = FATIGUE_TEST_DIR "/reference/ship/";

Json ReadJson(const std::string& path) {
  std::ifstream file(path);
  if (!file) FAIL("cannot read " << path);
  return Json::parse(file);
}

/// Relative difference to the reference; values printed with 15 digits cannot agree better than 1e-14.
void CheckNumber(const std::string& what, double ours, const Json& reference, double tolerance) {
  if (reference.is_null()) return;
  INFO(what);
  const double value =
      reference.is_string() ? std::numeric_limits<double>::infinity() : reference.get<double>();  // "Inf"
  if (std::isinf(value)) {
    CHECK(std::isinf(ours));
    return;
  }
  CHECK_THAT(ours, Catch::Matchers::WithinRel(value, tolerance) || Catch::Matchers::WithinAbs(value, 1e-12));
}

const char* PName(const Json& block) { return block.contains("p") ? "p" : "p.value"; }

void CheckEstimate(const std::string& what, const Estimate& ours, const Json& block, size_t row,
                   const Tolerance& tolerance) {
  CheckNumber(what + " estimate", ours.estimate, block["estimate"][row], tolerance.estimate);
  CheckNumber(what + " se", ours.se, block["se"][row], tolerance.se);
  CheckNumber(what + " df", ours.df, block["df"][row], tolerance.df);
  CheckNumber(what + " t", ours.t, block["t"][row], 2 * tolerance.se + tolerance.estimate);
  CheckNumber(what + " p", ours.p_value, block[PName(block)][row], tolerance.p_value);
  // A limit is a difference of two numbers: its error is relative to the half width.
  const double half_width = 0.5 * (ours.upper - ours.lower);
  CHECK_THAT(ours.lower, Catch::Matchers::WithinAbs(block["lower"][row].get<double>(), 10 * tolerance.df * half_width));
  CHECK_THAT(ours.upper, Catch::Matchers::WithinAbs(block["upper"][row].get<double>(), 10 * tolerance.df * half_width));
}

void CheckMatrix(const std::string& what, const Matrix& ours, const Json& reference, double tolerance) {
  REQUIRE(static_cast<size_t>(ours.rows()) == reference.size());
  const double largest = ours.cwiseAbs().maxCoeff();
  for (Index i = 0; i < ours.rows(); ++i) {
    for (Index j = 0; j < ours.cols(); ++j) {
      INFO(what << " [" << i << "," << j << "]");
      const double value = reference[static_cast<size_t>(i)][static_cast<size_t>(j)].get<double>();
      CHECK_THAT(ours(i, j), Catch::Matchers::WithinRel(value, tolerance) ||
                                 Catch::Matchers::WithinAbs(value, 0.01 * tolerance * largest));
    }
  }
}

/// How a stored table of means maps to a request of ours.
struct TableRequest {
  const char* key;
  EmmeansSpec spec;
  const char* trend;  // numeric column for slopes
};

std::vector<TableRequest> TableRequests() {
  const EmmeansSpec arm{{"ARM"}, {}, EmmeansWeights::equal, {}, {}};
  const EmmeansSpec arm_by_visit{{"ARM"}, {"VISIT"}, EmmeansWeights::equal, {}, {}};
  const EmmeansSpec small_arm{{"arm"}, {}, EmmeansWeights::equal, {}, {}};
  const EmmeansSpec small_by_visit{{"arm"}, {"visit"}, EmmeansWeights::equal, {}, {}};
  const EmmeansSpec at_day{{"arm"}, {"day"}, EmmeansWeights::equal, {}, {{"day", {0, 3, 7}}}};
  return {{"by_arm_visit", arm_by_visit, nullptr},
          {"contrast_arm_by_visit", arm_by_visit, nullptr},
          {"by_arm_averaged_over_visit", arm, nullptr},
          {"contrast_arm_averaged_over_visit", arm, nullptr},
          {"arm_at_day", at_day, nullptr},
          {"arm_at_day_contrast", at_day, nullptr},
          {"arm", small_arm, nullptr},
          {"arm_contrast", small_arm, nullptr},
          {"arm_by_visit", small_by_visit, nullptr},
          {"arm_by_visit_contrast", small_by_visit, nullptr},
          {"day_trend", small_arm, "day"},
          {"day_trend_contrast", small_arm, "day"}};
}

void CheckTables(const Json& tables, const FittedModel& model, const Tolerance& tolerance) {
  for (const TableRequest& request : TableRequests()) {
    if (!tables.contains(request.key)) continue;
    const Json& block = tables[request.key];
    const MarginalMeans ours = request.trend ? model.Trends(request.trend, request.spec) : model.Emmeans(request.spec);
    const auto& rows = block.contains("contrast") ? ours.contrasts : ours.means;
    REQUIRE(rows.size() == block["estimate"].size());
    for (size_t row = 0; row < rows.size(); ++row) {
      for (const auto& [column, level] : rows[row].levels) {
        if (!block.contains(column)) continue;
        const Json& stored = block[column][row];
        CHECK(level == (stored.is_string() ? stored.get<std::string>() : NumberText(stored.get<double>())));
      }
      CheckEstimate(std::string(request.key) + " row " + std::to_string(row), rows[row].estimate, block, row,
                    tolerance);
    }
  }
}

void CheckAnova(const Json& anova, const FittedModel& model, const Tolerance& tolerance) {
  const std::vector<FTest> tests = model.type3();
  REQUIRE(tests.size() == anova["term"].size());
  for (size_t k = 0; k < tests.size(); ++k) {
    CHECK(tests[k].term == anova["term"][k].get<std::string>());
    CHECK(tests[k].num_df == anova["num_df"][k].get<int>());
    CheckNumber(tests[k].term + " F", tests[k].f, anova["F"][k], tolerance.f);
    CheckNumber(tests[k].term + " den df", tests[k].den_df, anova["den_df"][k], tolerance.df);
    CheckNumber(tests[k].term + " p", tests[k].p_value, anova["p"][k], tolerance.p_value);
  }
}

}  // namespace

ReferenceCase LoadShippedCase(const std::string& name) {
  ReferenceCase reference;
  reference.name = name;
  reference.expected = ReadJson(kShip + ("expected/" + name + ".json"));
  const std::string dataset = reference.expected["dataset"];
  reference.data = ReadCsv(kShip + ("data/" + dataset), {"id", "ID", "site"});
  reference.spec.formula = reference.expected["formula"];
  reference.spec.method = reference.expected["method"] == "REML" ? Method::reml : Method::ml;
  const Json all_levels = ReadJson(std::string(kShip) + "data/factor_levels.json");
  for (const auto& [column, levels] : all_levels[dataset].items()) {
    if (levels != Json{"subject"}) reference.spec.levels[column] = levels.get<std::vector<std::string>>();
  }
  const Json& weights = reference.expected.contains("weights") ? reference.expected["weights"] : Json();
  if (weights.is_string()) reference.spec.weights = weights.get<std::string>();
  return reference;
}

void CheckFit(const ReferenceCase& reference, const FittedModel& model, const Tolerance& tolerance) {
  const Json& fit = reference.expected["fit"];
  const Json& best = reference.expected.contains("polished") ? reference.expected["polished"] : fit;
  CheckNumber("logLik", model.log_lik(), best.contains("logLik") ? best["logLik"] : fit["logLik"],
              tolerance.likelihood);
  CheckNumber("AIC", model.aic(), fit["AIC"], tolerance.likelihood);
  CheckNumber("BIC", model.bic(), fit["BIC"], tolerance.likelihood);
  if (fit.contains("AICc")) CheckNumber("AICc", model.aicc(), fit["AICc"], tolerance.likelihood);
  CHECK(model.terms() == fit["coef_names"].get<std::vector<std::string>>());
  const std::vector<Estimate> coefficients = model.coefficients();
  for (size_t k = 0; k < coefficients.size(); ++k) {
    CheckNumber(model.terms()[k], coefficients[k].estimate, fit["beta"][k], tolerance.estimate);
  }
  const std::vector<LabelledMatrix> residual = model.residual_covariance();
  if (residual.size() == 1 && reference.expected["covariance"] != "sp_exp") {
    CheckMatrix("Sigma", residual[0].matrix, fit["sigma"], tolerance.covariance);
  }
  if (!model.random_covariance().empty()) CheckNumber("sigma", model.sigma(), fit["sigma"], tolerance.covariance);
}

void CheckInference(const ReferenceCase&, const Json& block, const FittedModel& model, const Tolerance& tolerance,
                    const Tolerance& anova_tolerance) {
  const std::vector<Estimate> coefficients = model.coefficients();
  const Json& stored = block["coefficients"];
  REQUIRE(coefficients.size() == stored["estimate"].size());
  for (size_t k = 0; k < coefficients.size(); ++k) {
    CheckEstimate(model.terms()[k], coefficients[k], stored, k, tolerance);
  }
  if (block.contains("anova_type3")) CheckAnova(block["anova_type3"], model, anova_tolerance);
  if (block.contains("emmeans")) CheckTables(block["emmeans"], model, tolerance);
  if (block.contains("vcov")) CheckMatrix("vcov", model.beta_vcov(), block["vcov"], 2 * tolerance.se);
}

const Json& InferenceBlock(const ReferenceCase& reference, const std::string& df_method,
                           const std::string& vcov_method) {
  for (const Json& block : reference.expected["inference"]) {
    const bool df_matches = block["df_method"].get<std::string>().rfind(df_method, 0) == 0;
    const bool vcov_matches = vcov_method.empty() || block.value("vcov_method", "") == vcov_method;
    if (df_matches && vcov_matches) return block;
  }
  FAIL(reference.name << " has no block " << df_method << " " << vcov_method);
  return reference.expected;
}

}  // namespace fatigue::test

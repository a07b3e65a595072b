// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>

#include "report/fitted_state.h"
#include "support/checks.h"
#include "support/skipped.h"

namespace fatigue::test {
namespace {

FittedModel ModelOf(const ReferenceCase& reference, const Json& block) {
  const std::string df = block.value("df_method", ""), vcov = block.value("vcov_method", "");
  if (df.starts_with("Satterthwaite")) return reference.Fit(DfMethod::satterthwaite);
  if (df == "Between-Within") return reference.Fit(DfMethod::between_within);
  if (df == "Residual") return reference.Fit(DfMethod::residual);
  if (df.find("pbkrtest") != std::string::npos) {
    return reference.Fit(DfMethod::kenward_roger, Information::expected);
  }
  if (vcov == "Kenward-Roger") return reference.Fit(DfMethod::kenward_roger_mmrm);
  if (vcov == "Kenward-Roger-Linear") return reference.Fit(DfMethod::kenward_roger_linear);
  if (vcov.starts_with("Kenward-Roger in SAS parameters")) return reference.Fit(DfMethod::kenward_roger);
  throw std::runtime_error("df method " + df + ", vcov " + vcov);
}

void CheckCoefficients(const ReferenceCase& reference, const Json& table, const FittedModel& model,
                       const Comparison& comparison) {
  const std::vector<Estimate> ours = model.coefficients();
  const std::vector<std::string> terms = model.terms(), aliased = model.aliased();
  const bool only_estimates = reference.IsSingular() && IsSkipped(comparison.In("boundary df"));
  size_t k = 0;
  for (StoredRow row : StoredRows(table)) {
    const std::string name = row.at("name");
    if (row.at("estimate").is_null()) {
      CHECK(std::find(aliased.begin(), aliased.end(), name) != aliased.end());
      continue;
    }
    REQUIRE(k < terms.size());
    CHECK(terms[k] == name);
    if (only_estimates) {
      for (const char* column : {"df", "p", "lower", "upper"}) row.erase(column);
    }
    comparison.Row("coefficient", name, ours[k], row);
    ++k;
  }
  CHECK(k == terms.size());
}

void CheckAnova(const ReferenceCase& reference, const Json& table, const FittedModel& model,
                const Comparison& comparison) {
  if (reference.IsSingular() && IsSkipped(comparison.In("boundary df"))) return;
  const std::vector<FTest> ours = model.type3();
  const std::vector<StoredRow> rows = StoredRows(table);
  REQUIRE(ours.size() == rows.size());
  for (const char* column : {"Sum Sq", "scale"}) {
    if (rows.at(0).count(column)) CHECK(IsSkipped(comparison.In(column)));
  }
  for (size_t k = 0; k < rows.size(); ++k) {
    CHECK(ours[k].term == rows[k].at("term").get<std::string>());
    comparison.Row(ours[k], rows[k]);
  }
}

/// "AVISITVIS2:ARMCDTRT" is a coefficient of "AVISIT:ARMCD".
bool IsOfTerm(const std::string& coefficient, const std::string& term) {
  size_t at = 0, next = 0;
  while (true) {
    const size_t end = term.find(':', at), stop = coefficient.find(':', next);
    if (!coefficient.substr(next).starts_with(term.substr(at, end == std::string::npos ? end : end - at))) return false;
    if (end == std::string::npos || stop == std::string::npos) return end == stop;
    at = end + 1;
    next = stop + 1;
  }
}

/// Tests that a term's coefficients are 0 in treatment coding. For one coefficient that is its t test; for a term
/// within no other it is the type III test.
void CheckTermBlocks(const Json& blocks, const FittedModel& model, const Comparison& comparison) {
  const std::vector<FTest> type3 = model.type3();
  const std::vector<Estimate> coefficients = model.coefficients();
  const std::vector<std::string> terms = model.terms();
  for (const StoredRow& row : StoredRows(blocks)) {
    const std::vector<Json> names = AsList(row.at("coefs"));
    const std::string first = names[0].get<std::string>();
    if (names.size() == 1) {
      const auto found = std::find(terms.begin(), terms.end(), first);
      REQUIRE(found != terms.end());
      const Estimate& one = coefficients[static_cast<size_t>(found - terms.begin())];
      comparison.Row(FTest{first, 1, one.df, one.t * one.t, one.p_value}, row);
      continue;
    }
    const auto is_own = [&](const FTest& test) { return IsOfTerm(first, test.term); };
    const auto found = std::find_if(type3.begin(), type3.end(), is_own);
    REQUIRE(found != type3.end());
    const auto contains = [&](const FTest& test) {
      return test.term.starts_with(found->term + ":") || test.term.ends_with(":" + found->term);
    };
    if (std::any_of(type3.begin(), type3.end(), contains)) {
      CHECK(IsSkipped(comparison.In("within interaction")));
    } else {
      // Satterthwaite's df for several rows depend on how the rows are written: mmrm's type III tests have others.
      const bool has_own_df =
          comparison.block().find("Satterthwaite") != std::string::npos && model.state().formula.random.empty();
      StoredRow compared = row;
      if (has_own_df && IsSkipped(comparison.In("df of rows"))) {
        compared["den_df"] = compared["p"] = Json();
      }
      comparison.Row(*found, compared);
    }
  }
}

}  // namespace

void CheckInference(const ReferenceCase& reference, const Json& block, const Comparison& comparison,
                    const Tolerance& anova) {
  CheckInference(reference, block, ModelOf(reference, block), comparison, anova);
}

void CheckInference(const ReferenceCase& reference, const Json& block, const FittedModel& model,
                    const Comparison& comparison, const Tolerance& anova) {
  const Comparison f_tests = comparison.With(comparison.software(), anova);
  const double vcov_allowed = 2 * comparison.tolerance().se;
  for (const auto& [key, stored] : block.items()) {
    const Comparison inner = comparison.In(key);
    if (key == "coefficients") {
      CheckCoefficients(reference, stored, model, inner);
    } else if (key == "vcov" || key == "vcov_adj") {
      inner.Covariance("vcov", "Cov(beta)", model.beta_vcov(), StoredMatrix(stored), vcov_allowed);
    } else if (key == "vcov_first_order") {
      inner.Covariance("vcov", "Cov(beta)", reference.Fit(DfMethod::kenward_roger_linear).beta_vcov(),
                       StoredMatrix(stored), vcov_allowed);
    } else if (key == "anova_type3") {
      CheckAnova(reference, stored, model, f_tests.In(key));
    } else if (key == "anova") {
      IsSkipped(inner.In("typeII"));
      CheckAnova(reference, stored["typeIII"], model, f_tests.In("anova / typeIII"));
    } else if (key == "F_tests_term_blocks") {
      if (!IsSkipped(inner)) CheckTermBlocks(stored, model, f_tests.In(key));
    } else if (key == "emmeans") {
      CheckMeans(reference, stored, model,
                 comparison.With(reference.Software("emmeans"), comparison.tolerance()).In(key));
    } else if (key == "covariance_parameters") {
      CheckCovarianceParameters(model, stored, inner);
    } else if (key == "reml_logLik_check") {
      inner.Number("log-likelihood", key, model.log_lik(), stored, comparison.tolerance().likelihood);
    } else if (key != "df_method" && key != "vcov_method" && key != "note_first_order" && key != "note" &&
               !IsSkipped(inner)) {
      FAIL_CHECK(comparison.case_name() << ": no comparison for " << inner.block());
    }
  }
}

}  // namespace fatigue::test

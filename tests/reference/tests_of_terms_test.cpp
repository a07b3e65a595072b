// SPDX-License-Identifier: MIT
// Type II and III tests of models with interactions of factors and covariates, against lmerTest 3.1-3, pbkrtest 0.5.2
// and the same hypotheses at the collection's own optimum (ship/type2_tests). Type II is SAS's there as here: a term is
// contained in another only if both have the same covariates.
#include <catch2/catch.hpp>
#include <cmath>

#include "report/fitted_state.h"
#include "support/checks.h"

namespace fatigue::test {
namespace {

const char* kPolished = "R 4.2.2, likelihood by Newton steps";

void CheckTable(const std::vector<FTest>& ours, Json table, const Comparison& comparison) {
  const std::vector<StoredRow> rows = StoredRows(table);
  REQUIRE(ours.size() == rows.size());
  for (size_t k = 0; k < rows.size(); ++k) {
    CHECK(ours[k].term == rows[k].at("term").get<std::string>());
    comparison.Row(ours[k], rows[k]);
  }
}

/// Columns of the test under the names of a table.
Json TableOf(const Json& test, const Json& f, const Json& den_df) {
  Json table = {{"term", test["term"]}, {"num_df", test["num_df"]}, {"den_df", den_df}, {"F", f}};
  table["p"] = Json::array();
  for (size_t k = 0; k < test["term"].size(); ++k) table["p"].push_back(Json());
  return table;
}

/// Orthogonal projection on the rows of L: the same for the same hypothesis, however it is written.
Matrix Projection(const Matrix& L) { return L.transpose() * (L * L.transpose()).ldlt().solve(L); }

std::vector<Matrix> HypothesesOf(const FittedModel& model, TestType type, HypothesisRows written) {
  const FittedModel::State& state = model.state();
  const FixedFormula& fixed = state.formula.fixed;
  return type == TestType::type3
             ? Type3Hypotheses(fixed, state.frame.fixed, state.coding, *state.basis, state.frame.y.size(), written)
             : Type2Hypotheses(fixed, state.frame.fixed, state.coding, *state.basis, written);
}

/// Type III tests written in sum-to-zero coding.
std::vector<FTest> SumToZeroTests(const FittedModel& model) {
  const std::vector<Matrix> rows = HypothesesOf(model, TestType::type3, HypothesisRows::mmrm);
  std::vector<FTest> tests = model.type3();
  REQUIRE(tests.size() == rows.size());
  for (size_t term = 0; term < tests.size(); ++term) {
    const std::string name = tests[term].term;
    tests[term] = model.state().inference->Test(rows[term]);
    tests[term].term = name;
  }
  return tests;
}

/// `allowed`: digits the stored rows have.
void CheckHypotheses(const std::vector<Matrix>& ours, const Json& terms, const Json& stored, double allowed,
                     const Comparison& comparison) {
  REQUIRE(ours.size() == stored.size());
  for (size_t term = 0; term < ours.size(); ++term) {
    const Matrix mine = Projection(ours[term]), theirs = Projection(StoredMatrix(stored[term]));
    REQUIRE(mine.rows() == theirs.rows());
    for (Index i = 0; i < mine.rows(); ++i) {
      for (Index j = 0; j <= i; ++j) {
        comparison.In(terms[term])
            .Number({"hypothesis", std::to_string(i + 1) + ", " + std::to_string(j + 1), mine(i, j), theirs(i, j),
                     allowed, 1});
      }
    }
  }
}

TEST_CASE("type II and III tests of interactions agree with lmerTest, pbkrtest and exact hypotheses") {
  for (const ReferenceCase& reference : LoadCases(ShippedCollection(), "type2_tests")) {
    const std::string name = reference.expected["name"];
    const FittedModel satterthwaite = reference.Fit(DfMethod::satterthwaite);
    const FittedModel kenward_roger = reference.Fit(DfMethod::kenward_roger, Information::expected);
    CHECK(satterthwaite.terms() == reference.expected["coef_names"].get<std::vector<std::string>>());
    const Comparison polished = Comparison(reference.name, kPolished, kExact).In(name);
    const Comparison lme4 = polished.With(reference.Software("lme4"), kLme4);
    polished.Number("count", "rows", satterthwaite.observations(), reference.expected["n_obs"], 0);
    polished.Number("log-likelihood", "logLik", satterthwaite.log_lik(), reference.expected["logLik"],
                    kExact.likelihood);
    lme4.Number("log-likelihood", "logLik", satterthwaite.log_lik(), reference.expected["logLik_lme4"],
                kLme4.likelihood);
    for (size_t k = 0; k < satterthwaite.terms().size(); ++k) {
      polished.In("beta").Number("coefficient", satterthwaite.terms()[k], satterthwaite.coefficients()[k].estimate,
                                 reference.expected["beta"][k], kExact.estimate);
    }
    for (const Json& test : reference.expected["tests"]) {
      const std::string type_name = test["type"];
      const bool is_kr = test["df_method"] == "Kenward-Roger";
      const TestType type = type_name == "II" ? TestType::type2 : TestType::type3;
      const std::vector<FTest> ours = (is_kr ? kenward_roger : satterthwaite).Tests(type);
      const std::string block = "type " + type_name + ", " + test["df_method"].get<std::string>();
      const Comparison lmer = polished.With(reference.Software(is_kr ? "pbkrtest" : "lmerTest"), kLmerTestAnova);
      CheckTable(ours, test, lmer.In(block));
      const Comparison exact = polished.In(block);
      if (test.contains("F_polished")) {
        CheckTable(ours, TableOf(test, test["F_polished"], test["den_df_polished"]), exact.In("polished"));
      }
      if (test.contains("L")) {
        // lmerTest rounds the rows of its type III tests to 7 digits.
        CheckHypotheses(HypothesesOf(satterthwaite, type, HypothesisRows::lmer_test), test["term"], test["L"],
                        type == TestType::type2 ? 1e-10 : 1e-6, lmer.In(block).In("L"));
      }
      if (!test.contains("sum_to_zero")) continue;
      const Json& own = test["sum_to_zero"];
      // How the rows of a marginal model are written; the degrees of freedom of several rows depend on it.
      const std::vector<FTest> sums = SumToZeroTests(is_kr ? kenward_roger : satterthwaite);
      CheckTable(sums, TableOf(test, own["F"], own["den_df"]), exact.In("sum to zero"));
      CheckHypotheses(HypothesesOf(satterthwaite, type, HypothesisRows::mmrm), test["term"], own["L"], 1e-12,
                      exact.In("sum to zero").In("L"));
    }
  }
}

}  // namespace
}  // namespace fatigue::test

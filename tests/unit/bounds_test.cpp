// SPDX-License-Identifier: MIT
// Where a covariance parameter ends at a bound, or the data say nothing about it: what is then reported, and that it is
// no number which looks like any other.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "report/compare_models.h"
#include "report/model_run.h"
#include "support/made_data.h"

namespace fatigue {
namespace {

using Catch::Contains;
using Catch::Matchers::WithinRel;
using test::FactorColumn;
using test::MakeTable;
using test::NumberColumn;

ModelSpec Spec(const std::string& formula, DfMethod df = DfMethod::kenward_roger) {
  ModelSpec spec;
  spec.formula = formula;
  spec.df = df;
  return spec;
}

bool Warns(const std::vector<Warning>& warnings, const std::string& code) {
  return std::any_of(warnings.begin(), warnings.end(), [&](const Warning& each) { return each.code == code; });
}

/// 40 participants on three days whose neighbouring residuals have opposite signs more often than not.
Table Alternating(unsigned seed) {
  test::Sequence random(seed);
  std::vector<std::string> id, arm;
  std::vector<double> day, y;
  for (int person = 0; person < 40; ++person) {
    double last = 0;
    for (int visit = 0; visit < 3; ++visit) {
      last = random.Next() - 0.3 * last;
      id.push_back("p" + std::to_string(person));
      arm.push_back(person % 2 ? "B" : "A");
      day.push_back(7 * visit);
      y.push_back(last);
    }
  }
  return MakeTable("alternating.csv",
                   {FactorColumn("id", id), FactorColumn("arm", arm), NumberColumn("day", day), NumberColumn("y", y)});
}

TEST_CASE("an exponential correlation that ends at 0 leaves the inference of independent rows") {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    INFO("seed " << seed);
    const Table table = Alternating(seed);
    for (DfMethod df : {DfMethod::kenward_roger, DfMethod::kenward_roger_linear, DfMethod::satterthwaite}) {
      const FittedModel model = RunModel(table, Spec("y ~ arm + sp_exp(day | id)", df));
      const FittedModel alone = RunModel(table, Spec("y ~ arm", DfMethod::residual));
      REQUIRE(model.status() == "singular");
      CHECK(Warns(model.warnings(), "singular_fit"));
      CHECK_THAT(model.message(), Contains("correlation of sp_exp is 0"));
      CHECK_THAT(model.log_lik(), WithinRel(alone.log_lik(), 1e-10));
      for (size_t k = 0; k < 2; ++k) {
        const Estimate own = model.coefficients()[k], expected = alone.coefficients()[k];
        CHECK_THAT(own.estimate, WithinRel(expected.estimate, 1e-8));
        CHECK_THAT(own.se, WithinRel(expected.se, 1e-8));
        CHECK_THAT(own.df, WithinRel(expected.df, 1e-8));
      }
    }
  }
}

TEST_CASE("beside a random effect, an exponential correlation that ends at 0 leaves the random effect's inference") {
  int ended = 0;
  for (unsigned seed = 1; seed <= 10; ++seed) {
    INFO("seed " << seed);
    Table table = Alternating(seed);
    Column& y = table.columns[3];
    for (int row = 0; row < table.row_count; ++row) y.values[row] += 0.7 * ((row / 3 * 7) % 5);  // levels of persons
    const FittedModel model = RunModel(table, Spec("y ~ arm + (1 | id) + sp_exp(day | id)"));
    const FittedModel alone = RunModel(table, Spec("y ~ arm + (1 | id)"));
    if (model.status() != "singular" || alone.status() != "converged") continue;
    if (model.message().find("sp_exp") == std::string::npos) continue;
    ++ended;
    for (size_t k = 0; k < alone.coefficients().size(); ++k) {
      const Estimate own = model.coefficients()[k], expected = alone.coefficients()[k];
      CHECK_THAT(own.estimate, WithinRel(expected.estimate, 1e-6));
      CHECK_THAT(own.se, WithinRel(expected.se, 1e-6));
      CHECK_THAT(own.df, WithinRel(expected.df, 1e-5));
    }
  }
  CHECK(ended >= 3);
}

/// `rows`: participant, rater, site, visit and score.
struct Rated {
  const char *id, *rater, *site, *visit;
  double y;
};

Table RatedTable(const std::vector<Rated>& rows) {
  std::vector<std::string> id, rater, site, visit;
  std::vector<double> y;
  for (const Rated& row : rows) {
    id.push_back(row.id);
    rater.push_back(row.rater);
    site.push_back(row.site);
    visit.push_back(row.visit);
    y.push_back(row.y);
  }
  return MakeTable("rated.csv", {FactorColumn("id", id), FactorColumn("rater", rater), FactorColumn("site", site),
                                 FactorColumn("visit", visit), NumberColumn("y", y)});
}

TEST_CASE("sites whose participants are seen by the same rater twice and by two raters are told apart") {
  std::vector<Rated> rows;
  test::Sequence random(3);
  std::vector<std::string> names;
  names.reserve(400);
  const auto name = [&names](const std::string& text) { return names.emplace_back(text).c_str(); };
  for (int site = 0; site < 12; ++site) {
    const std::string at = std::to_string(site);
    const bool is_mixed = site % 2 == 1;  // the second rater sees other participants
    for (int seen = 0; seen < 4; ++seen) {
      const int person = is_mixed ? seen : seen % 2;
      rows.push_back({name("id" + at + "." + std::to_string(person)), name("r" + at + "." + std::to_string(seen / 2)),
                      name("s" + at), seen < 2 ? "v1" : "v2", random.Next() + (person + site) % 3});
    }
  }
  const std::string formula = "y ~ visit + (1 | site) + (1 | rater) + us(visit | id)";
  std::vector<Rated> backwards(rows.rbegin(), rows.rend());
  const FittedModel one = RunModel(RatedTable(rows), Spec(formula)),
                    other = RunModel(RatedTable(backwards), Spec(formula));
  CHECK_THAT(one.log_lik(), WithinRel(other.log_lik(), 1e-9));
}

TEST_CASE("levels of a column that the model does not use are of no matter") {
  Table table = test::MadeTrial();
  std::vector<std::string> sex;
  for (int row = 0; row < table.row_count; ++row) sex.push_back(row == 3 ? "" : row % 2 ? "f" : "m");
  table.columns.push_back(FactorColumn("sex", sex));
  ModelSpec spec = Spec("y ~ arm * visit + cs(visit | id)");
  const FittedModel without = RunModel(table, spec);
  spec.levels["sex"] = {"x", "f", "m"};
  const FittedModel with = RunModel(table, spec);
  CHECK(with.log_lik() == without.log_lik());
  CHECK(with.warnings().size() == without.warnings().size());
}

TEST_CASE("a covariance that an arm of one participant cannot tell is named, not estimated from rounding") {
  Table table = test::MadeTrial();
  Column& arm = table.columns[1];
  const Column& id = table.columns[0];
  REQUIRE(arm.name == "arm");
  for (int row = 0; row < table.row_count; ++row) arm.codes[row] = id.codes[row] == 1 ? 1 : 0;
  for (const char* structure : {"cs(visit | arm / id)", "us(visit | arm / id)"}) {
    INFO(structure);
    const FittedModel model = RunModel(table, Spec(std::string("y ~ arm * visit + ") + structure));
    CHECK(model.status() == "singular_hessian");
    CHECK_THAT(model.message(), Contains("cannot tell") && Contains("of B"));
  }
}

TEST_CASE("a column that is a number and a factor at once has no marginal means") {
  const FittedModel model = RunModel(test::MadeTrial(), Spec("y ~ arm * day + factor(day) + (1 | id)"));
  REQUIRE(model.usable());
  CHECK_THROWS_WITH(model.Emmeans({{"arm"}, {}, {}, {}, {}}), Contains("as a number and as factor(day)"));
  CHECK_THROWS_WITH(model.Trends("day", {{"arm"}, {}, {}, {}, {}}), Contains("as a number and as factor(day)"));
}

TEST_CASE("without columns that vary within participants, between-within leaves the participants' degrees of freedom") {
  const Table table = test::MadeTrial();
  const FittedModel model = RunModel(table, Spec("y ~ arm + cs(visit | id)", DfMethod::between_within));
  CHECK(model.coefficients()[0].df == 14);
  CHECK(model.coefficients()[1].df == 14);
  CHECK_FALSE(Warns(model.warnings(), "undefined_inference"));
}

TEST_CASE("degrees of freedom that are used up are none, with a warning") {
  test::Sequence random(5);
  std::vector<std::string> id, visit;
  std::vector<double> y, x1, x2, x3;
  for (int row = 0; row < 8; ++row) {  // 4 participants, 2 rows each; visit and three covariates vary within them
    id.push_back("p" + std::to_string(row / 2));
    visit.push_back("v" + std::to_string(row % 2));
    y.push_back(random.Next());
    x1.push_back(random.Next());
    x2.push_back(random.Next());
    x3.push_back(random.Next());
  }
  const Table table = MakeTable("few.csv", {FactorColumn("id", id), FactorColumn("visit", visit), NumberColumn("y", y),
                                            NumberColumn("x1", x1), NumberColumn("x2", x2), NumberColumn("x3", x3)});
  const FittedModel model =
      RunModel(table, Spec("y ~ visit + x1 + x2 + x3 + cs(visit | id)", DfMethod::between_within));
  REQUIRE(model.usable());
  CHECK(std::isnan(model.coefficients()[1].df));
  CHECK(std::isnan(model.coefficients()[1].p_value));
  CHECK(Warns(model.warnings(), "undefined_inference"));
}

TEST_CASE("a comparison carries the state and the warnings of both models") {
  const Table table = Alternating(2);
  const ModelSpec spec = Spec("y ~ arm + day");
  const LikelihoodRatio test = CompareModels(table, RunModel(table, spec), spec, "y ~ arm + day + (1 | id)");
  CHECK(test.smaller.status == "converged");
  CHECK(test.larger.status == "singular");
  CHECK(Warns(test.larger.warnings, "singular_fit"));
}

TEST_CASE("crossed grouping factors are named") {
  std::vector<std::string> id, rater, site;
  std::vector<double> y;
  test::Sequence random(9);
  for (int row = 0; row < 24; ++row) {
    id.push_back("p" + std::to_string(row / 2));
    site.push_back("s" + std::to_string(row / 8));
    rater.push_back("r" + std::to_string(row % 3));
    y.push_back(random.Next());
  }
  const Table table = MakeTable("crossed.csv", {FactorColumn("id", id), FactorColumn("rater", rater),
                                                FactorColumn("site", site), NumberColumn("y", y)});
  CHECK_THROWS_WITH(RunModel(table, Spec("y ~ 1 + (1 | site) + (1 | rater) + (1 | id)")),
                    Contains("rater") && Contains("are crossed"));
}

}  // namespace
}  // namespace fatigue

// SPDX-License-Identifier: MIT
// What must hold for any data: invariances of a fit, and closed forms of balanced designs.
#include <catch2/catch.hpp>
#include <numeric>

#include "report/compare_models.h"
#include "report/model_run.h"
#include "support/made_data.h"

namespace fatigue {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

const char* kFormulas[] = {"y ~ base + arm * visit + us(visit | id)", "y ~ base + arm * visit + ar1(visit | id)",
                           "y ~ arm * day + (1 | id)", "y ~ arm * day + (day | id)"};

FittedModel Run(const Table& table, const std::string& formula, DfMethod df = DfMethod::kenward_roger) {
  ModelSpec spec;
  spec.formula = formula;
  spec.df = df;
  return RunModel(table, spec);
}

Table Reordered(const Table& table, const std::vector<int>& order) {
  Table result = table;
  for (size_t c = 0; c < table.columns.size(); ++c) {
    for (size_t row = 0; row < order.size(); ++row) {
      const auto from = static_cast<size_t>(order[row]);
      if (table.columns[c].kind == Column::Kind::number) {
        result.columns[c].values[row] = table.columns[c].values[from];
      } else {
        result.columns[c].codes[row] = table.columns[c].codes[from];
      }
    }
  }
  return result;
}

void CheckSame(const Estimate& a, const Estimate& b, double tolerance = 1e-8) {
  CHECK_THAT(a.estimate, WithinRel(b.estimate, tolerance) || WithinAbs(b.estimate, tolerance));
  CHECK_THAT(a.se, WithinRel(b.se, tolerance));
  CHECK_THAT(a.df, WithinRel(b.df, tolerance));
  CHECK_THAT(a.p_value, WithinRel(b.p_value, 10 * tolerance));
}

TEST_CASE("shifting the response moves only the intercept") {
  for (const char* formula : kFormulas) {
    INFO(formula);
    const Table table = test::MadeTrial();
    Table shifted = table;
    for (double& y : test::ColumnOf(&shifted, "y").values) y += 1000;
    const auto before = Run(table, formula).coefficients(), after = Run(shifted, formula).coefficients();
    CHECK_THAT(after[0].estimate - before[0].estimate, WithinRel(1000, 1e-10));
    for (size_t k = 1; k < before.size(); ++k) CheckSame(after[k], before[k]);
  }
}

TEST_CASE("scaling the response scales estimates and standard errors and leaves t, df and p") {
  for (const char* formula : kFormulas) {
    INFO(formula);
    const Table table = test::MadeTrial();
    Table scaled = table;
    for (double& y : test::ColumnOf(&scaled, "y").values) y *= 250;
    const auto before = Run(table, formula).coefficients(), after = Run(scaled, formula).coefficients();
    for (size_t k = 0; k < before.size(); ++k) {
      CHECK_THAT(after[k].estimate, WithinRel(250 * before[k].estimate, 1e-8));
      CHECK_THAT(after[k].se, WithinRel(250 * before[k].se, 1e-8));
      CHECK_THAT(after[k].df, WithinRel(before[k].df, 1e-8));
      CHECK_THAT(after[k].p_value, WithinRel(before[k].p_value, 1e-7));
    }
  }
}

TEST_CASE("a covariate on a large scale does not cost digits") {
  const Table table = test::MadeTrial();
  Table far = table;
  for (double& value : test::ColumnOf(&far, "base").values) value = 1e6 + value;
  const char* formula = "y ~ base + arm * visit + us(visit | id)";
  const auto before = Run(table, formula), after = Run(far, formula);
  CHECK_THAT(after.log_lik(), WithinRel(before.log_lik(), 1e-9));
  for (size_t k = 1; k < before.coefficients().size(); ++k) {
    CheckSame(after.coefficients()[k], before.coefficients()[k], 1e-7);
  }
}

TEST_CASE("the order of rows changes nothing") {
  const Table table = test::MadeTrial();
  std::vector<int> order(static_cast<size_t>(table.row_count));
  std::iota(order.rbegin(), order.rend(), 0);
  std::swap(order[3], order[20]);
  for (const char* formula : kFormulas) {
    INFO(formula);
    const auto before = Run(table, formula), after = Run(Reordered(table, order), formula);
    CHECK(before.terms() == after.terms());
    for (size_t k = 0; k < before.coefficients().size(); ++k) {
      CheckSame(after.coefficients()[k], before.coefficients()[k]);
    }
  }
}

TEST_CASE("renaming subjects changes nothing and swapping arms flips the sign") {
  for (const char* formula : kFormulas) {
    INFO(formula);
    const Table table = test::MadeTrial();
    Table renamed = table;
    for (std::string& id : test::ColumnOf(&renamed, "id").levels) id = "x" + std::string(id.rbegin(), id.rend());
    Table swapped = table;
    std::swap(test::ColumnOf(&swapped, "arm").levels[0], test::ColumnOf(&swapped, "arm").levels[1]);
    const auto effect = [&](const Table& data) {
      return Run(data, formula).Emmeans({{"arm"}, {}, {}, {}, {}}).contrasts[0];
    };
    const EstimateRow before = effect(table), same = effect(renamed), flipped = effect(swapped);
    CheckSame(same.estimate, before.estimate);
    CHECK(before.level == "B");
    CHECK_THAT(flipped.estimate.estimate, WithinRel(-before.estimate.estimate, 1e-8));
    CHECK_THAT(flipped.estimate.lower, WithinRel(-before.estimate.upper, 1e-8));
    CHECK_THAT(flipped.estimate.p_value, WithinRel(before.estimate.p_value, 1e-7));
  }
}

TEST_CASE("a structure nested in another never has the higher likelihood") {
  const Table table = test::MadeTrial();
  const auto log_lik = [&](const std::string& structure) {
    const FittedModel model = Run(table, "y ~ base + arm * visit + " + structure + "(visit | id)");
    REQUIRE(model.usable());
    return model.log_lik();
  };
  const double slack = 1e-8;
  CHECK(log_lik("us") >= log_lik("toeph") - slack);
  CHECK(log_lik("us") >= log_lik("adh") - slack);
  CHECK(log_lik("toeph") >= log_lik("ar1h") - slack);
  CHECK(log_lik("toeph") >= log_lik("csh") - slack);
  CHECK(log_lik("adh") >= log_lik("ar1h") - slack);
  CHECK(log_lik("toep") >= log_lik("ar1") - slack);
  CHECK(log_lik("toep") >= log_lik("cs") - slack);
  CHECK(log_lik("csh") >= log_lik("cs") - slack);
  CHECK(log_lik("ad") >= log_lik("ar1") - slack);
}

TEST_CASE("two visits in complete pairs give the paired t test") {
  const std::vector<double> first = {5.1, 6.0, 4.4, 7.2, 5.5, 6.3}, second = {4.0, 5.5, 4.6, 5.9, 5.2, 5.0};
  std::vector<std::string> id, visit;
  std::vector<double> y;
  double sum = 0, squares = 0;
  for (size_t k = 0; k < first.size(); ++k) {
    for (int v = 0; v < 2; ++v) {
      id.push_back("s" + std::to_string(k));
      visit.push_back(v ? "after" : "before");
      y.push_back(v ? second[k] : first[k]);
    }
    sum += second[k] - first[k];
    squares += (second[k] - first[k]) * (second[k] - first[k]);
  }
  const double n = 6, mean = sum / n, se = std::sqrt((squares - sum * mean) / (n - 1) / n);
  const Table table = test::MakeTable(
      "paired.csv", {test::FactorColumn("id", id), test::FactorColumn("visit", visit), test::NumberColumn("y", y)});
  // Linear structures only: elsewhere Kenward-Roger's second-order term depends on the parameters chosen.
  for (const char* structure : {"us(visit | id)", "cs(visit | id)", "(1 | id)"}) {
    for (DfMethod df : {DfMethod::kenward_roger, DfMethod::satterthwaite}) {
      INFO(structure);
      ModelSpec spec;
      spec.formula = std::string("y ~ visit + ") + structure;
      spec.df = df;
      spec.levels["visit"] = {"before", "after"};
      const Estimate difference = RunModel(table, spec).coefficients()[1];
      CHECK_THAT(difference.estimate, WithinRel(mean, 1e-10));
      CHECK_THAT(difference.se, WithinRel(se, 1e-8));
      CHECK_THAT(difference.df, WithinRel(n - 1, 1e-7));
    }
  }
}

TEST_CASE("without structure or random effects the model is ordinary least squares") {
  const Table table = test::MadeTrial();
  const FittedModel model = Run(table, "y ~ arm", DfMethod::satterthwaite);
  const FittedModel residual = Run(table, "y ~ arm", DfMethod::residual);
  const Estimate effect = model.coefficients()[1];
  CHECK_THAT(effect.df, WithinRel(model.observations() - 2, 1e-8));
  CheckSame(effect, residual.coefficients()[1]);
  double sums[2] = {0, 0}, counts[2] = {0, 0}, squares = 0;
  Table data = table;
  const Column &arm = test::ColumnOf(&data, "arm"), &y = test::ColumnOf(&data, "y");
  for (int row = 0; row < table.row_count; ++row) {
    const auto r = static_cast<size_t>(row);
    sums[arm.codes[r]] += y.values[r];
    counts[arm.codes[r]] += 1;
  }
  for (int row = 0; row < table.row_count; ++row) {
    const auto r = static_cast<size_t>(row);
    squares += std::pow(y.values[r] - sums[arm.codes[r]] / counts[arm.codes[r]], 2);
  }
  const double variance = squares / (counts[0] + counts[1] - 2);
  CHECK_THAT(effect.estimate, WithinRel(sums[1] / counts[1] - sums[0] / counts[0], 1e-10));
  CHECK_THAT(effect.se, WithinRel(std::sqrt(variance * (1 / counts[0] + 1 / counts[1])), 1e-9));
}

TEST_CASE("columns that repeat others are left out with a warning and leave the fit unchanged") {
  Table table = test::MadeTrial();
  Column copy = test::ColumnOf(&table, "base");
  copy.name = "copy";
  for (double& value : copy.values) value = 3 * value - 7;
  table.columns.push_back(copy);
  const FittedModel plain = Run(table, "y ~ base + arm * visit + cs(visit | id)");
  const FittedModel doubled = Run(table, "y ~ base + copy + arm * visit + cs(visit | id)");
  CHECK(doubled.aliased() == std::vector<std::string>{"copy"});
  REQUIRE(doubled.warnings().size() == 1);
  CHECK(doubled.warnings()[0].code == "aliased");
  CHECK_THAT(doubled.warnings()[0].message, Catch::Matchers::Contains("copy"));
  CHECK_THAT(doubled.log_lik(), WithinRel(plain.log_lik(), 1e-10));
  CheckSame(doubled.Emmeans({{"arm"}, {}, {}, {}, {}}).contrasts[0].estimate,
            plain.Emmeans({{"arm"}, {}, {}, {}, {}}).contrasts[0].estimate);
}

TEST_CASE("a mean in a cell without data is not estimable and says so") {
  Table table = test::MadeTrial();
  Column& y = test::ColumnOf(&table, "y");
  const Column &arm = test::ColumnOf(&table, "arm"), &visit = test::ColumnOf(&table, "visit");
  for (size_t row = 0; row < y.values.size(); ++row) {
    if (arm.levels[static_cast<size_t>(arm.codes[row])] == "B" &&
        visit.levels[static_cast<size_t>(visit.codes[row])] == "w3") {
      y.values[row] = std::nan("");
    }
  }
  const FittedModel model = Run(table, "y ~ base + arm * visit + cs(visit | id)");
  CHECK(model.excluded_rows() > 0);
  for (const EstimateRow& row : model.Emmeans({{"arm"}, {"visit"}, {}, {}, {}}).means) {
    const bool empty = row.levels[0].second == "B" && row.levels[1].second == "w3";
    CHECK(row.estimable == !empty);
    CHECK(std::isnan(row.estimate.estimate) == empty);
  }
}

Table SixVisits(int persons) {
  std::vector<std::string> id, visit;
  std::vector<double> y;
  test::Sequence random(2);
  for (int person = 0; person < persons; ++person) {
    for (int v = 0; v < 6; ++v) {
      id.push_back("s" + std::to_string(person));
      visit.push_back("v" + std::to_string(v));
      y.push_back(random.Next());
    }
  }
  return test::MakeTable(
      "tiny.csv", {test::FactorColumn("id", id), test::FactorColumn("visit", visit), test::NumberColumn("y", y)});
}

TEST_CASE("too little data for the structure is a status or an error, never a number") {
  ModelSpec spec;
  spec.formula = "y ~ visit + us(visit | id)";
  CHECK_THROWS_WITH(RunModel(SixVisits(3), spec),
                    "18 rows cannot estimate 6 coefficients and 21 covariance parameters");
  const FittedModel model = RunModel(SixVisits(5), spec);
  CHECK_FALSE(model.usable());
  CHECK_THAT(model.message(), Catch::Matchers::Contains("start values"));
  CHECK(model.coefficients().empty());
  CHECK_THROWS_WITH(model.Emmeans({{"visit"}, {}, {}, {}, {}}), Catch::Matchers::Contains("did not converge"));
  spec.formula = "y ~ visit + cs(visit | id)";
  CHECK(RunModel(SixVisits(3), spec).usable());
}

TEST_CASE("a request the data cannot answer says which column, level or value is the matter") {
  const auto error = [](const Table& table, const ModelSpec& spec) -> std::string {
    try {
      RunModel(table, spec);
    } catch (const Error& problem) {
      return problem.code() + ": " + problem.what();
    }
    return "accepted";
  };
  using Catch::Matchers::Contains;
  ModelSpec spec;
  spec.formula = "y ~ visit + cs(visit | id)";
  Table table = SixVisits(4);
  spec.levels["visit"] = {"v9", "v0", "v1", "v2", "v3", "v4", "v5"};
  CHECK(error(table, spec) == "accepted");  // of a visit, an empty level is a warning
  spec.formula = "y ~ visit + (1 | id)";
  CHECK_THAT(error(table, spec), Contains("reference_absent: the reference level \"v9\" of visit"));
  spec.levels["visit"] = {"v0", "v0", "v1", "v2", "v3", "v4", "v5"};
  CHECK_THAT(error(table, spec), Contains("\"v0\" of visit is listed twice"));
  spec.levels.clear();
  Table constant = table;
  for (double& y : test::ColumnOf(&constant, "y").values) y = 4;
  CHECK_THAT(error(constant, spec), Contains("constant_response: y is 4 in every row analysed"));
  Table missing = table;
  for (double& y : test::ColumnOf(&missing, "y").values) y = std::nan("");
  CHECK_THAT(error(missing, spec), Contains("all_missing: the column y of tiny.csv has no value"));
  spec.formula = "y ~ poly(visit, 2) + (1 | id)";
  CHECK_THAT(error(table, spec), Contains("at character"));
  CHECK_THAT(error(table, spec), Contains("the function \"poly\" is not offered"));
}

TEST_CASE("effects that the data cannot tell apart are named") {
  using Catch::Matchers::Contains;
  const Table table = test::MadeTrial();
  const auto answer = [](const Table& data, const std::string& formula) -> std::string {
    ModelSpec spec;
    spec.formula = formula;
    try {
      const FittedModel model = RunModel(data, spec);
      return model.status() + ": " + model.message();
    } catch (const Error& problem) {
      return problem.code() + ": " + problem.what();
    }
  };
  CHECK_THAT(answer(table, "y ~ arm + day + (1 | id) + (1 | id)"), Contains("not_identifiable: two terms"));
  CHECK_THAT(answer(table, "y ~ arm + day + (day | id) + (0 + day | id)"), Contains("not_identifiable: two terms"));
  CHECK_THAT(answer(table, "y ~ arm * visit + (1 | id) + cs(visit | id)"),
             Contains("singular_hessian") && Contains("the random effects (Intercept) of id") && Contains("CS of cs"));
  CHECK_THAT(answer(table, "y ~ arm * visit + (1 | id) + us(visit | id)"),
             Contains("singular_hessian") && Contains("the random effects (Intercept) of id"));
  CHECK_THAT(answer(table, "y ~ arm + day + (arm | id)"),
             Contains("singular_hessian") && Contains("the random effects (Intercept), armB of id"));
  Table apart = SixVisits(40);  // no participant is seen at both v0 and v1
  for (size_t row = 0; row < test::ColumnOf(&apart, "y").values.size(); ++row) {
    const size_t person = row / 6, v = row % 6;
    if (v == person % 2) test::ColumnOf(&apart, "y").values[row] = std::nan("");
  }
  const std::string of_pairs = answer(apart, "y ~ visit + us(visit | id)");
  CHECK_THAT(of_pairs, Contains("singular_hessian") && Contains("cannot tell the covariance of visits v0 and v1 ("));
}

TEST_CASE("an empirical covariance of equal clusters is that of their means") {
  ModelSpec spec;
  spec.formula = "y ~ 1 + cs(visit | id)";
  spec.df = DfMethod::satterthwaite;
  const Table table = SixVisits(9);
  const Column& y = table.columns.back();
  std::vector<double> means(9, 0.0);
  double mean = 0, squares = 0;
  for (size_t row = 0; row < y.values.size(); ++row) means[row / 6] += y.values[row] / 6;
  for (double each : means) mean += each / 9;
  for (double each : means) squares += (each - mean) * (each - mean);
  // Each cluster's leverage is 1/9: the score is not adjusted, divided by sqrt(8/9), or by 8/9.
  for (const auto& [method, leverage] :
       {std::pair{VcovMethod::empirical, 1.0}, std::pair{VcovMethod::empirical_bias_reduced, std::sqrt(8.0 / 9)},
        std::pair{VcovMethod::empirical_jackknife, 8.0 / 9}}) {
    spec.vcov = method;
    const Estimate intercept = RunModel(table, spec).coefficients().at(0);
    CHECK_THAT(intercept.se, Catch::Matchers::WithinRel(std::sqrt(squares) / 9 / leverage, 1e-9));
    CHECK_THAT(intercept.df, Catch::Matchers::WithinRel(8, 1e-9));
  }
}

TEST_CASE("models that are not nested are not compared") {
  using Catch::Matchers::Contains;
  const Table table = test::MadeTrial();
  const auto compare = [&table](const std::string& first, const std::string& second) -> std::string {
    ModelSpec spec;
    spec.formula = first;
    try {
      return "df " + std::to_string(CompareModels(table, RunModel(table, spec), spec, second).df);
    } catch (const Error& error) {
      return error.code() + ": " + error.what();
    }
  };
  CHECK(compare("y ~ arm * visit + cs(visit | id)", "y ~ arm * visit + us(visit | id)") != "df 0");
  CHECK_THAT(compare("y ~ arm + csh(visit | id)", "y ~ arm + toep(visit | id)"), Contains("not_nested"));
  CHECK_THAT(compare("y ~ arm * visit + (1 | id)", "y ~ arm + (day | id)"), Contains("not_nested"));
  CHECK_THAT(compare("y ~ arm + (1 | id)", "day ~ arm + base + (1 | id)"), Contains("different responses"));
  CHECK(compare("y ~ arm + (1 | id)", "y ~ arm * day + (1 | id)") == "df 2");
  CHECK(compare("y ~ arm * visit + (1 | id)", "y ~ arm * visit + us(visit | id)") == "df 4");
  CHECK(compare("y ~ arm * visit + (1 | id)", "y ~ arm * visit + toeph(visit | id)") == "df 3");
  CHECK(compare("y ~ arm * visit + (1 | id) + ar1(visit | id)", "y ~ arm * visit + us(visit | id)") == "df 3");
  CHECK_THAT(compare("y ~ arm * visit + (day | id)", "y ~ arm * visit + toep(visit | id)"), Contains("not_nested"));
  CHECK_THAT(compare("y ~ arm * visit + (1 | id)", "y ~ arm * visit + adh(visit | id)"), Contains("not_nested"));
}

TEST_CASE("an offset moves the mean and nothing else") {
  Table table = test::MadeTrial();
  Column shifted = test::ColumnOf(&table, "y");
  Column offset = test::ColumnOf(&table, "base");
  offset.name = "known";
  shifted.name = "moved";
  for (size_t row = 0; row < shifted.values.size(); ++row) shifted.values[row] += 3 * offset.values[row];
  for (double& value : offset.values) value *= 3;
  table.columns.push_back(shifted);
  table.columns.push_back(offset);
  const FittedModel plain = Run(table, "y ~ arm * visit + ar1(visit | id)");
  const FittedModel moved = Run(table, "moved ~ arm * visit + offset(known) + ar1(visit | id)");
  CHECK_THAT(moved.log_lik(), Catch::Matchers::WithinRel(plain.log_lik(), 1e-10));
  for (size_t k = 0; k < plain.coefficients().size(); ++k) {
    CHECK_THAT(moved.coefficients()[k].estimate, Catch::Matchers::WithinAbs(plain.coefficients()[k].estimate, 1e-8));
  }
  EmmeansSpec by_arm;
  by_arm.of = {"arm"};
  const MarginalMeans before = plain.Emmeans(by_arm), after = moved.Emmeans(by_arm);
  double mean_offset = 0;  // over the rows analysed, which the row results are
  for (const RowResult& row : moved.Rows()) mean_offset += row.fitted / static_cast<double>(moved.observations());
  for (const RowResult& row : plain.Rows()) mean_offset -= row.fitted / static_cast<double>(plain.observations());
  for (size_t k = 0; k < before.means.size(); ++k) {
    const Estimate &one = before.means[k].estimate, &other = after.means[k].estimate;
    CHECK_THAT(other.estimate - one.estimate, Catch::Matchers::WithinAbs(mean_offset, 1e-8));
    CHECK_THAT(other.upper - one.upper, Catch::Matchers::WithinAbs(mean_offset, 1e-8));
  }
  CHECK_THAT(after.contrasts[0].estimate.estimate,
             Catch::Matchers::WithinAbs(before.contrasts[0].estimate.estimate, 1e-8));
  const RowResult row = moved.Rows()[0];
  CHECK_THAT(row.fitted + row.prediction.residual, Catch::Matchers::WithinRel(shifted.values[0], 1e-12));
}

TEST_CASE("a visit without variation is not a converged unstructured fit") {
  Table table = test::MadeTrial();
  Column& y = test::ColumnOf(&table, "y");
  const Column& visit = test::ColumnOf(&table, "visit");
  for (size_t row = 0; row < y.values.size(); ++row) {
    if (visit.levels[static_cast<size_t>(visit.codes[row])] == "w2") y.values[row] = 0;  // a floor effect
  }
  CHECK_FALSE(Run(table, "y ~ arm * visit + us(visit | id)").usable());
  CHECK(Run(table, "y ~ arm * visit + cs(visit | id)").usable());
}

TEST_CASE("a type III test of one coefficient is the square of its t test, at 2 degrees of freedom too") {
  const Table table = test::MakeTable(
      "four.csv", {test::FactorColumn("arm", {"A", "A", "B", "B"}), test::NumberColumn("y", {1, 2.3, 3, 5.1})});
  const FittedModel model = Run(table, "y ~ arm");
  const Estimate effect = model.coefficients()[1];
  CHECK_THAT(effect.df, WithinRel(2, 1e-8));
  REQUIRE(model.type3().size() == 1);
  CHECK_THAT(model.type3()[0].f, WithinRel(effect.t * effect.t, 1e-10));
  CHECK_THAT(model.type3()[0].den_df, WithinRel(2, 1e-8));
  CHECK_THAT(model.type3()[0].p_value, WithinRel(effect.p_value, 1e-8));
}

TEST_CASE("terms within an interaction with an empty cell have no type III test") {
  Table table = test::MadeTrial();
  Column& y = test::ColumnOf(&table, "y");
  const Column &arm = test::ColumnOf(&table, "arm"), &visit = test::ColumnOf(&table, "visit");
  for (size_t row = 0; row < y.values.size(); ++row) {
    if (arm.codes[row] == 1 && visit.levels[static_cast<size_t>(visit.codes[row])] == "w3")
      y.values[row] = std::nan("");
  }
  const std::vector<FTest> tests = Run(table, "y ~ base + arm * visit + cs(visit | id)").type3();
  REQUIRE(tests.size() == 2);
  CHECK(tests[0].term == "base");
  CHECK(tests[1].term == "arm:visit");
  CHECK(tests[1].num_df == 1);
}

TEST_CASE("between-within counts the finest units, in whatever order the terms are written") {
  Table table = test::MadeTrial();
  std::vector<std::string> site;
  for (int code : test::ColumnOf(&table, "id").codes) site.push_back("s" + std::to_string(code / 4));
  table.columns.push_back(test::FactorColumn("site", site));
  for (const char* random : {"(1 | id)", "(1 | site/id)", "(1 | id) + (1 | site)", "(1 | site) + (1 | id)"}) {
    INFO(random);
    const FittedModel model = Run(table, std::string("y ~ arm + ") + random, DfMethod::between_within);
    REQUIRE(model.usable());
    CHECK(model.subjects() == 16);
    CHECK(model.coefficients()[1].df == 14);  // 16 participants, intercept and arm between them
  }
}

TEST_CASE("Kenward-Roger with ML is refused") {
  ModelSpec spec;
  spec.formula = kFormulas[0];
  spec.method = Method::ml;
  CHECK_THROWS_WITH(RunModel(test::MadeTrial(), spec), Catch::Matchers::Contains("Kenward-Roger needs REML"));
}

}  // namespace
}  // namespace fatigue

// SPDX-License-Identifier: MIT
// What the options of a plan's models do to the fit and to the report.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "report/report_json.h"
#include "report/trial.h"
#include "support/text_table.h"

namespace fatigue {
namespace {

using Catch::Contains;
using Catch::Matchers::WithinAbs;
using test::TextTable;

/// Three arms of eight, finished FSS scores at days 0, 7, 14 and 28, with weights.
struct ThreeArms {
  Json plan = Json::parse(R"({
    "schemaVersion": 1,
    "files": [
      {"name": "people.csv", "role": "participants", "id": "id", "arm": "arm"},
      {"name": "scores.csv", "role": "records", "id": "id", "visit": "day"}
    ],
    "arms": {"order": ["placebo", "low", "high"]},
    "instruments": [{"id": "fss", "instrument": "FSS", "file": "scores.csv", "scores": {"total": "fss"}}],
    "outcomes": [
      {"id": "visits", "label": "FSS by visit", "role": "secondary", "score": "fss.total",
       "model": {"kind": "mmrm", "response": "change"}, "effect": {"kind": "visit_difference", "visit": "28"}},
      {"id": "slope", "label": "FSS slope", "role": "primary", "score": "fss.total",
       "model": {"kind": "random_effects", "response": "value", "random": "intercept"},
       "effect": {"kind": "slope_difference"}}
    ]
  })");
  std::string people = "id,arm\n";
  std::string scores = "id,day,fss,weight\n";

  ThreeArms() {
    const char* arms[] = {"placebo", "low", "high"};
    for (int i = 0; i < 24; ++i) {
      const std::string id = "P" + std::to_string(i + 1);
      people += id + "," + arms[i % 3] + "\n";
      double carried = 0;
      for (const int day : {0, 7, 14, 28}) {
        carried = 0.6 * carried + 3 * std::sin(17.0 * i + 5.3 * day);
        const double score = 40 + i % 7 - 0.15 * (i % 3) * day / (1 + i % 2) + carried;
        scores += id + "," + std::to_string(day) + "," + std::to_string(score) + "," + std::to_string(1 + i % 2) + "\n";
      }
    }
  }
  Report Run() const {
    const std::vector<Table> tables = {TextTable("people.csv", people), TextTable("scores.csv", scores)};
    return Analyze(ReadPlan(plan.dump()), tables);
  }
  Json& Model(int outcome) { return plan["outcomes"][static_cast<size_t>(outcome)]["model"]; }
  /// Every `from` of the scores file becomes `to`.
  void Replace(const std::string& from, const std::string& to) {
    for (size_t at = 0; (at = scores.find(from, at)) != std::string::npos; at += to.size()) {
      scores.replace(at, from.size(), to);
    }
  }
};

TEST_CASE("the options reach the formula") {
  ThreeArms trial;
  const auto formula = [&](size_t outcome) {
    const OutcomeResult result = trial.Run().outcomes[outcome];
    REQUIRE_FALSE(result.error);
    return result.model->formula;
  };
  trial.Model(0)["covarianceGroups"] = "arm";
  trial.Model(0)["covariance"] = "cs";
  trial.Model(1)["residual"] = "ar1";
  CHECK(formula(0) == "change ~ baseline + arm * visit + cs(visit | arm / id)");
  CHECK(formula(1) == "value ~ arm * day + (1 | id) + ar1(day | id)");
  trial.Model(0)["covariance"] = "sp_exp";
  CHECK(formula(0) == "change ~ baseline + arm * visit + sp_exp(day | arm / id)");
  trial.Model(0)["covarianceGroups"] = "none";
  CHECK(formula(0) == "change ~ baseline + arm * visit + sp_exp(day | id)");
}

TEST_CASE("one covariance matrix per arm is reported as such") {
  ThreeArms trial;
  trial.Model(0)["covarianceGroups"] = "arm";
  trial.Model(0)["covariance"] = "cs";
  const OutcomeResult result = trial.Run().outcomes[0];
  REQUIRE_FALSE(result.error);
  const std::vector<LabelledMatrix> matrices = result.fit->residual_covariance();
  REQUIRE(matrices.size() == 3);
  CHECK_THAT(matrices[0].group, Contains("placebo"));
  CHECK(matrices[0].matrix(0, 0) != matrices[1].matrix(0, 0));
}

TEST_CASE("a covariance by days knows that the visits are unequally far apart") {
  ThreeArms trial;
  trial.Model(0)["covariance"] = "sp_exp";
  const OutcomeResult result = trial.Run().outcomes[0];
  REQUIRE_FALSE(result.error);
  CHECK(result.model->days == std::vector<double>{7, 14, 28});
  const Matrix sigma = result.fit->residual_covariance().at(0).matrix;
  const double week = sigma(1, 0) / sigma(0, 0), fortnight = sigma(2, 1) / sigma(0, 0);
  CHECK_THAT(fortnight, WithinAbs(week * week, 1e-9));
}

TEST_CASE("a covariance by days refuses visits that are no days, with another remedy than a slope") {
  ThreeArms trial;
  trial.plan["outcomes"].erase(1);
  trial.Model(0)["covariance"] = "sp_exp";
  trial.plan["outcomes"][0]["effect"]["visit"] = "end";
  trial.Replace(",28,", ",end,");
  const Error error = test::ErrorOf([&] { trial.Run(); });
  CHECK(error.code() == "day_not_a_number");
  CHECK_THAT(error.what(), Contains("visit \"end\" in column day is no day, which the covariance sp_exp needs"));
  CHECK_THAT(error.remedy(), Contains("another covariance"));
}

TEST_CASE("weights that are all alike change no estimate, and unequal ones do") {
  ThreeArms trial;
  trial.Model(0)["covariance"] = "cs";
  const auto estimate = [&] {
    const OutcomeResult result = trial.Run().outcomes[0];
    REQUIRE_FALSE(result.error);
    return result.effects.at(0).difference.estimate.estimate;
  };
  const double plain = estimate();
  trial.Model(0)["weights"] = "weight";
  CHECK(std::abs(estimate() - plain) > 1e-6);
  trial.Replace(",1\n", ",2\n");
  CHECK_THAT(estimate(), WithinAbs(plain, 1e-6));
}

TEST_CASE("weights come from the records file, and a record without one is left out") {
  ThreeArms trial;
  trial.Model(0)["weights"] = "mass";
  CHECK_THAT(trial.Run().outcomes[0].error->what(), Contains("scores.csv has no column \"mass\""));
  trial.Model(0)["weights"] = "weight";
  const size_t end = trial.scores.find('\n', trial.scores.find("P1,7,"));
  trial.scores.erase(end - 1, 1);
  const OutcomeResult result = trial.Run().outcomes[0];
  REQUIRE_FALSE(result.error);
  REQUIRE(result.model->excluded.size() == 1);
  CHECK(result.model->excluded[0].reason == "weight weight missing");
  CHECK(result.model->excluded[0].n == 1);
}

TEST_CASE("a weight that is not positive is named by its place in the file") {
  ThreeArms trial;
  trial.Model(0)["weights"] = "weight";
  const size_t end = trial.scores.find('\n', trial.scores.find("P1,7,"));
  trial.scores.replace(end - 1, 1, "0");
  const OutcomeResult result = trial.Run().outcomes[0];
  REQUIRE(result.error);
  CHECK(result.error->code() == "bad_weights");
  REQUIRE(result.error->places().size() == 1);
  CHECK(result.error->places()[0].row == 3);
  CHECK(result.error->places()[0].column == "weight");
}

TEST_CASE("Kenward-Roger gives way to Satterthwaite beside an empirical covariance") {
  ThreeArms trial;
  trial.Model(0)["vcov"] = "empirical";
  const OutcomeResult result = trial.Run().outcomes[0];
  const auto is_said = [](const Warning& warning) { return warning.code == "df_replaced"; };
  const auto said = std::find_if(result.warnings.begin(), result.warnings.end(), is_said);
  REQUIRE(said != result.warnings.end());
  CHECK_THAT(said->message, Contains("it is empirical here, with satterthwaite degrees of freedom"));
}

TEST_CASE("adjusted p values count all arms and visits of a family, and the effect carries its own") {
  ThreeArms trial;
  for (Json& outcome : trial.plan["outcomes"]) outcome["multiplicity"] = "bonferroni";
  const Report report = trial.Run();
  const OutcomeResult& visits = report.outcomes[0];
  REQUIRE_FALSE(visits.error);
  for (const DifferenceRow& row : visits.differences) {
    const double family = row.visit ? 6 : 2;  // two arms at three visits, or averaged
    REQUIRE(row.p_adjusted);
    CHECK_THAT(*row.p_adjusted, WithinAbs(std::min(1.0, family * row.estimate.p_value), 1e-12));
  }
  REQUIRE(visits.effects.size() == 2);
  CHECK(*visits.effects[0].difference.p_adjusted == std::min(1.0, 6 * visits.effects[0].difference.estimate.p_value));
  const OutcomeResult& slope = report.outcomes[1];
  REQUIRE_FALSE(slope.error);
  REQUIRE(slope.effects.size() == 2);
  CHECK(*slope.effects[1].difference.p_adjusted == std::min(1.0, 2 * slope.slope_differences[1].estimate.p_value));
  const Json written = ReportToJson(report);
  CHECK(written["outcomes"][0]["multiplicity"] == "bonferroni");
  CHECK(written["outcomes"][0]["effects"][0]["pAdjusted"].is_number());
  CHECK(written["outcomes"][1]["slopeDifferences"][0]["pAdjusted"].is_number());
}

TEST_CASE("without an adjustment the report has no adjusted p value") {
  const Json written = ReportToJson(ThreeArms().Run());
  CHECK(written["outcomes"][0]["multiplicity"] == "none");
  CHECK(written["outcomes"][0]["gate"].is_null());
  CHECK_FALSE(written["outcomes"][0]["differences"][0].contains("pAdjusted"));
}

TEST_CASE("the report tells each outcome's place in the sequence") {
  ThreeArms trial;
  trial.plan["inference"] = {{"gate", "fixed_sequence"}, {"confidence", 0.9}};
  const Json written = ReportToJson(trial.Run());
  const Json& second = written["outcomes"][0]["gate"];
  const Json& first = written["outcomes"][1]["gate"];
  CHECK(first["position"] == 1);
  CHECK(first["open"] == true);
  CHECK_THAT(first["alpha"].get<double>(), WithinAbs(0.1, 1e-12));
  CHECK(second["position"] == 2);
  CHECK(second["open"] == first["rejected"]);
}

TEST_CASE("the report says which options were used") {
  ThreeArms trial;
  trial.Model(0)["covarianceGroups"] = "arm";
  trial.Model(0)["covariance"] = "cs";
  trial.Model(0)["information"] = "expected";
  trial.Model(1)["residual"] = "sp_exp";
  const Json written = ReportToJson(trial.Run());
  const Json& mmrm = written["outcomes"][0]["model"];
  CHECK(mmrm["covarianceGroups"] == "arm");
  CHECK(mmrm["information"] == "expected");
  CHECK(mmrm["vcov"] == "model");
  CHECK(mmrm["residual"].is_null());
  CHECK(mmrm["days"].is_null());
  const Json& slope = written["outcomes"][1]["model"];
  CHECK(slope["residual"] == "sp_exp");
  CHECK(slope["covarianceGroups"].is_null());
  CHECK(slope["days"] == Json({0.0, 7.0, 14.0, 28.0}));
}

}  // namespace
}  // namespace fatigue

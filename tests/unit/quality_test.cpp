// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "base/json_reader.h"
#include "instrument/reliability.h"
#include "report/entry.h"
#include "support/text_table.h"

namespace fatigue {
namespace {

using Catch::Matchers::WithinRel;
using test::TextTable;

/// Eight participants, their PROMIS Fatigue 4a forms at days 0 and 7 and a finished diary score.
struct QualityTrial {
  std::string people = "id,arm\n";
  std::string forms = "id,day,HI7,AN3,FATEXP41,FATEXP40,diary\n";

  QualityTrial() {
    for (int i = 1; i <= 8; ++i) {
      const std::string id = "P" + std::to_string(i);
      people += id + (i % 2 == 1 ? ",active\n" : ",placebo\n");
      forms += id + ",0," + std::to_string(1 + i % 5) + "," + std::to_string(1 + i % 4) + "," +
               std::to_string(1 + (i + 1) % 5) + "," + std::to_string(1 + i % 5) + "," + std::to_string(i) + "\n";
      if (i <= 6)
        forms += id + ",7," + (i == 1 ? "" : "1") + ",1,1," + (i == 2 ? "2" : "1") + "," + (i == 3 ? "" : "0") + "\n";
    }
    forms += "P7,7,,,,,\n";       // no form
    forms += "X1,7,1,2,3,4,5\n";  // nobody
  }

  Json Run() const {
    const Json plan = Json::parse(R"({
      "schemaVersion": 1,
      "files": [{"name": "people.csv", "role": "participants", "id": "id", "arm": "arm"},
                {"name": "forms.csv", "role": "records", "id": "id", "visit": "day"}],
      "instruments": [{"id": "promis", "instrument": "PROMIS-F-SF4a", "file": "forms.csv"},
                      {"id": "dfs", "instrument": "DFS", "file": "forms.csv", "scores": {"total": "diary"}}],
      "outcomes": [{"id": "x", "score": "promis.t_score", "model": {"kind": "mmrm", "response": "value", "visits": ["0"]},
                    "effect": {"kind": "visit_difference", "visit": "0"}}],
      "inference": {"confidence": 0.9}
    })");
    return Json::parse(AnalyzeJson(plan.dump(), {TextTable("people.csv", people), TextTable("forms.csv", forms)}));
  }
};

TEST_CASE("the quality table counts forms, missing items and scores at the ends, by scale and visit") {
  const Json report = QualityTrial().Run();
  const Json& quality = report["quality"];
  std::vector<std::string> rows;
  for (const Json& row : quality)
    rows.push_back(row["score"].get<std::string>() + " " + row["visit"].get<std::string>());
  CHECK(rows == std::vector<std::string>{"promis.t_score 0", "promis.t_score 7", "promis.raw 0", "promis.raw 7",
                                         "dfs.total 0", "dfs.total 7"});
  // Day 7: P1 lacks an item, P2 has 2 once, P3 to P6 are at the floor; P7 gave no form and X1 is nobody.
  Json week = quality[1];
  week.erase("alpha");
  CHECK(week == Json::parse(R"({"score": "promis.t_score", "visit": "7", "forms": 6, "complete": 5, "itemsMissing": 1,
                                "itemsAsked": 24, "scored": 5, "atLowest": 4, "atHighest": 0})"));
  CHECK(quality[0]["forms"] == 8);
  CHECK(quality[0]["complete"] == 8);
  CHECK(quality[0]["itemsMissing"] == 0);
  CHECK(quality[5] == Json::parse(R"({"score": "dfs.total", "visit": "7", "forms": 5, "complete": null,
                                      "itemsMissing": null, "itemsAsked": null, "scored": 5, "atLowest": 5,
                                      "atHighest": 0, "alpha": null})"));
}

TEST_CASE("alpha is that of the complete forms of the visit") {
  const Json quality = QualityTrial().Run()["quality"];
  std::vector<std::vector<double>> forms;
  for (int i = 1; i <= 8; ++i) {
    forms.push_back({1.0 + i % 5, 1.0 + i % 4, 1.0 + (i + 1) % 5, 1.0 + i % 5});
  }
  const auto alpha = CronbachAlpha(forms, 0.9);
  REQUIRE(alpha);
  for (const int row : {0, 2}) {
    CHECK_THAT(quality[row]["alpha"]["estimate"].get<double>(), WithinRel(alpha->estimate, 1e-15));
    CHECK_THAT(quality[row]["alpha"]["lower"].get<double>(), WithinRel(alpha->lower, 1e-15));
    CHECK_THAT(quality[row]["alpha"]["upper"].get<double>(), WithinRel(alpha->upper, 1e-15));
    CHECK(quality[row]["alpha"]["forms"] == 8);
    CHECK(quality[row]["alpha"]["confidence"] == 0.9);
  }
  CHECK(quality[1]["alpha"]["forms"] == 5);
}

TEST_CASE("a score's summary names scoring, rule and caution") {
  const Json scores = QualityTrial().Run()["scores"];
  CHECK(scores[0]["score"] == "promis.t_score");
  CHECK(scores[0]["instrument"] == "PROMIS Fatigue 4a");
  CHECK(scores[0]["scoring"] == "sum");
  CHECK(scores[0]["missingItems"] == "complete");
  CHECK(scores[0]["caution"].get<std::string>().find("manual") != std::string::npos);
  CHECK(scores[0]["unscored"] == 1);
  CHECK_FALSE(scores[2].contains("caution"));
}

TEST_CASE("an alpha of reversed items counts them from the other end") {
  // PROMIS Fatigue 7a, whose 7th item runs against the others as printed.
  QualityTrial trial;
  trial.forms = "id,day,FATEXP20,FATEXP5,FATEXP18,FATIMP33,FATIMP30,FATIMP21,FATIMP40,diary\n";
  std::vector<std::vector<double>> turned;
  for (int i = 1; i <= 8; ++i) {
    trial.forms += "P" + std::to_string(i) + ",0";
    turned.emplace_back();
    for (int item = 0; item < 7; ++item) {
      const int answer = 1 + (i + (item == 3 ? 1 : 0)) % 5;
      turned.back().push_back(answer);
      trial.forms += "," + std::to_string(item == 6 ? 6 - answer : answer);
    }
    trial.forms += ",1\n";
  }
  const std::string people = trial.people;
  const Json plan = Json::parse(R"({
      "schemaVersion": 1,
      "files": [{"name": "people.csv", "role": "participants", "id": "id", "arm": "arm"},
                {"name": "forms.csv", "role": "records", "id": "id", "visit": "day"}],
      "instruments": [{"id": "promis", "instrument": "PROMIS Fatigue 7a", "file": "forms.csv"}],
      "outcomes": [{"id": "x", "score": "promis.t_score", "model": {"kind": "mmrm", "response": "value"},
                    "effect": {"kind": "visit_difference", "visit": "0"}}]
    })");
  const Json report =
      Json::parse(AnalyzeJson(plan.dump(), {TextTable("people.csv", people), TextTable("forms.csv", trial.forms)}));
  CHECK_THAT(report["quality"][0]["alpha"]["estimate"].get<double>(),
             WithinRel(CronbachAlpha(turned, 0.95)->estimate, 1e-15));
}

}  // namespace
}  // namespace fatigue

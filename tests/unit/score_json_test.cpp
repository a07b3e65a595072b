// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "base/json_reader.h"
#include "report/entry.h"
#include "support/text_table.h"

namespace fatigue {
namespace {

using Catch::Contains;
using test::ErrorOf;
using test::TextTable;

const char kFss[] =
    "id,day,fss1,fss2,fss3,fss4,fss5,fss6,fss7,fss8,fss9\n"
    "P1,0,1,2,3,4,5,6,7,1,2\n"
    "P1,7,5,5,5,5,5,,,,\n"
    "P2,0,5,5,5,5,,,,,\n"
    "P2,7,,,,,,,,,\n";

Json Score(const std::string& request, const Table& table) { return Json::parse(ScoreJson(request, table)); }

TEST_CASE("scores come by row with the identifiers asked for") {
  const Json result = Score(R"({"instrument": "FSS", "id": ["id", "day"]})", TextTable("q.csv", kFss));
  CHECK(result["instrument"] == "FSS");
  CHECK(result["missingItems"] == "half");
  CHECK(result["rows"].size() == 4);
  CHECK(
      result["rows"][0] ==
      Json::parse(
          R"({"id": "P1", "day": 0.0, "row": 2, "scores": {"total": 31.0, "eight_item": 30.0}, "answered": 9, "prorated": false})"));
  CHECK(result["rows"][1]["scores"]["total"] == 45);
  CHECK(result["rows"][1]["prorated"] == true);
  CHECK(result["rows"][2]["scores"]["total"].is_null());
  CHECK(result["rows"][2]["answered"] == 4);
  CHECK(result["rows"][3]["answered"] == 0);
  CHECK(result["summary"] == Json::parse(R"({"scored": 2, "prorated": 1, "unscored": 1})"));
  CHECK(result["scales"][0]["range"] == Json::parse("[9.0, 63.0]"));
  CHECK(result["scales"][0]["direction"] == "lower_is_better");
}

TEST_CASE("scoring options are followed") {
  const Table table = TextTable("q.csv", kFss);
  const Json mean = Score(R"({"instrument": "FSS", "scoring": "mean"})", table);
  CHECK(mean["rows"][1]["scores"]["total"] == 5);
  CHECK(mean["scales"][0]["range"] == Json::parse("[1.0, 7.0]"));
  const Json complete = Score(R"({"instrument": "FSS", "missingItems": "complete"})", table);
  CHECK(complete["summary"] == Json::parse(R"({"scored": 1, "prorated": 0, "unscored": 2})"));
}

TEST_CASE("every MFIS scale has its score") {
  std::string header, row;
  const std::vector<int> answers = {0, 4, 3, 1, 2, 1, 0, 1, 2, 4, 1, 2, 4, 1, 0, 2, 0, 0, 4, 4, 4};
  for (size_t i = 0; i < answers.size(); ++i) {
    header += (i == 0 ? "MFIS_" : ",MFIS_") + std::to_string(i + 1);
    row += (i == 0 ? "" : ",") + std::to_string(answers[i]);
  }
  const Json result = Score(R"({"instrument": "MFIS"})", TextTable("m.csv", header + "\n" + row + "\n"));
  CHECK(result["rows"][0]["scores"] ==
        Json::parse(R"({"total": 40.0, "physical": 19.0, "cognitive": 18.0, "psychosocial": 3.0, "five_item": 10.0})"));
}

TEST_CASE("an instrument of the caller's own is scored, with its direction and caution") {
  const Json request =
      Json::parse(R"({"instrument": "Own", "direction": "higher_is_better", "missingItems": {"atLeast": 1},
    "definition": {"name": "Own", "title": "Own", "version": "1", "direction": "declared",
    "items": {"count": 2, "lowest": 0, "highest": 10, "step": 0}, "scorings": [{"name": "mean", "combine": "mean"}],
    "scales": [{"name": "total", "label": "Own"}], "missingItems": {"default": "complete", "source": "ours"},
    "source": ["ours"], "licence": "ours", "caution": "not validated"}})");
  const Table table = TextTable("o.csv", "own1,own2\n2.5,5\n3,\n");
  const Json result = Score(request.dump(), table);
  CHECK(result["scoring"] == "mean");
  CHECK(result["missingItems"] == "at_least_1");
  CHECK(result["caution"] == "not validated");
  CHECK(result["scales"][0]["direction"] == "higher_is_better");
  CHECK(result["rows"][0]["scores"]["total"] == 3.75);
  CHECK(result["rows"][1]["scores"]["total"] == 3);
  Json clash = request;
  clash["definition"]["name"] = "fss";
  CHECK_THAT(ErrorOf([&] { ScoreJson(clash.dump(), table); }).what(), Contains("definition") && Contains("FSS"));
}

TEST_CASE("a built-in instrument's own direction and caution stand with its scores") {
  const Json result =
      Score(R"({"instrument": "Epworth"})",
            TextTable("e.csv", "ess1,ess2,ess3,ess4,ess5,ess6,ess7,ess8\n3,3,3,3,3,3,3,2\n3,3,3,,3,3,3,3\n"));
  CHECK(result["instrument"] == "ESS");
  CHECK(result["missingItems"] == "complete");
  CHECK(result["caution"] == "Measures sleepiness, not fatigue.");
  CHECK(result["rows"][0]["scores"]["total"] == 23);
  CHECK(result["rows"][1]["scores"]["total"].is_null());
  CHECK_THAT(ErrorOf([] { ScoreJson(R"({"instrument": "VAS-F"})", TextTable("v.csv", "vasf\n3\n")); }).what(),
             Contains("its direction must be declared"));
}

TEST_CASE("a request that cannot be met says why") {
  const Table table = TextTable("q.csv", kFss);
  const auto error = [&](const char* request) { return ErrorOf([&] { ScoreJson(request, table); }); };
  CHECK(error(R"({"instrument": "HAQ"})").code() == "unknown_instrument");
  CHECK(error(R"({"instrument": "MFIS"})").code() == "items_not_found");
  CHECK(error(R"({"instrument": "FSS", "id": ["subject"]})").code() == "unknown_column");
  CHECK_THAT(error(R"({"instrument": "FSS", "scoring": "median"})").what(),
             Contains("scoring is \"median\"; choose one of: sum, mean"));
  CHECK_THAT(error(R"({"instrument": "FSS", "item": []})").what(), Contains("item is not known"));
  CHECK_THAT(error("{}").what(), Contains("instrument is missing"));
}

}  // namespace
}  // namespace fatigue

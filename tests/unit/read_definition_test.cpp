// SPDX-License-Identifier: MIT
#include "instrument/read_definition.h"

#include <catch2/catch.hpp>

#include "support/made_form.h"
#include "support/text_table.h"

namespace fatigue {
namespace {

using Catch::Contains;
using test::ErrorOf;
using test::FormOptions;
using test::FormTable;

/// Three items of 0 to 2 with everything a definition may have.
Json OwnDefinition() {
  return Json::parse(R"({
    "name": "Own scale", "aliases": ["OWN-3"], "title": "Our own scale", "version": "1", "direction": "lower_is_better",
    "items": {"count": 3, "lowest": 0, "highest": 2, "reversed": [3], "codes": ["A1", "A2", "B1"]},
    "scorings": [{"name": "plain", "combine": "sum"}, {"name": "coarse", "combine": "sum", "recode": [0, 1, 1]}],
    "scales": [
      {"name": "total", "label": "Total", "subscales": ["a", "b"]},
      {"name": "a", "label": "A", "items": [1, 2], "transform": {"multiply": 25, "add": -10}},
      {"name": "b", "label": "B", "items": [3], "direction": "higher_is_better"}
    ],
    "missingItems": {"default": "half", "only": false, "source": "our protocol"},
    "bands": [{"scale": "total", "scoring": "coarse", "label": "much", "from": 2, "source": "our protocol"}],
    "changes": [{"scale": "a", "kind": "mcid", "value": 1, "range": [1, 2], "population": "ours", "source": "ours"}],
    "stems": ["own"], "source": ["our protocol"], "licence": "ours", "caution": "not validated"
  })");
}

InstrumentDefinition Read(const Json& value) { return ReadDefinition(value, "definitions[0]", "bad_plan"); }

TEST_CASE("a definition of one's own is read and scored") {
  const InstrumentDefinition own = Read(OwnDefinition());
  CHECK(own.Scale("b").direction == Direction::higher_is_better);
  CHECK(own.caution == "not validated");
  const Table form = FormTable({{2, 1, 0}});
  const InstrumentScores plain = ScoreTable(form, own, FormOptions(own));
  CHECK(plain.Scale("total").score[0] == 2 + 1 + 2);
  CHECK(plain.Scale("a").score[0] == 25 * 3 - 10);
  CHECK(plain.Scale("a").range.lowest == -10);
  CHECK(plain.Scale("a").range.highest == 90);
  const InstrumentScores coarse = ScoreTable(form, own, FormOptions(own, "coarse"));
  CHECK(coarse.Scale("total").score[0] == 3);
  CHECK(coarse.Scale("a").score[0] == 40);
}

TEST_CASE("a table replaces the sum") {
  Json value = OwnDefinition();
  value["scales"][1].erase("transform");
  value["scales"][1]["table"] = Json::parse(
      R"([{"raw": 0, "score": 30}, {"raw": 1, "score": 40, "se": 2}, {"raw": 2, "score": 50}, {"raw": 3, "score": 55},
          {"raw": 4, "score": 70}])");
  value["scorings"].erase(1);
  value["bands"][0].erase("scoring");
  const InstrumentDefinition own = Read(value);
  CHECK(ScoreTable(FormTable({{2, 1, 0}}), own, FormOptions(own)).Scale("a").score[0] == 55);
  CHECK(own.Scale("a").table[1].se == 2.0);
  CHECK(RangeOf(own, own.Scale("a"), own.Scoring("")).highest == 70);
}

TEST_CASE("what is wrong in a definition is named with its path and value") {
  struct Case {
    const char *pointer, *value;
    std::vector<std::string> says;
  };
  const std::vector<Case> cases = {
      {"/wording", R"("...")", {"definitions[0].wording", "is not known"}},
      {"/items/count", "501", {"definitions[0].items.count", "501", "1 to 500"}},
      {"/items/count", "0", {"definitions[0].items.count"}},
      {"/items/count", "2.5", {"definitions[0].items.count", "2.5"}},
      {"/items/lowest", "1e9", {"definitions[0].items.lowest", "bounds"}},
      {"/items/lowest", "0.5", {"definitions[0].items.lowest", "whole"}},
      {"/items/highest", "0", {"definitions[0].items.highest", "not above lowest"}},
      {"/items/step", "2", {"definitions[0].items.step", "2"}},
      {"/items/reversed", "[4]", {"definitions[0].items.reversed[0]", "4", "1 to 3"}},
      {"/items/reversed", "[1, 1]", {"definitions[0].items.reversed[1]", "twice"}},
      {"/items/codes", R"(["A1"])", {"definitions[0].items.codes", "1 code for 3 items"}},
      {"/items/codes", R"(["A1", "a 1", "B"])", {"definitions[0].items.codes[1]", "\"a 1\""}},
      {"/scorings", "[]", {"definitions[0].scorings", "empty"}},
      {"/scorings/0/combine", R"("median")", {"definitions[0].scorings[0].combine", "median", "sum, mean"}},
      {"/scorings/1/name", R"("plain")", {"definitions[0].scorings[1].name", "second time"}},
      {"/scorings/1/recode", "[0, 1]", {"definitions[0].scorings[1].recode", "2 numbers for 3 answers"}},
      {"/scales/1/name", R"("total")", {"definitions[0].scales[1].name", "\"total\" a second time"}},
      {"/scales/1/name", R"("Part A")", {"definitions[0].scales[1].name", "\"Part A\""}},
      {"/scales/1/items", "[1, 4]", {"definitions[0].scales[1].items[1]", "4"}},
      {"/scales/1/items", "[]", {"definitions[0].scales[1].items", "empty"}},
      {"/scales/1/transform", R"({"multiply": 0})", {"definitions[0].scales[1].transform.multiply"}},
      {"/scales/1/transform", R"({"times": 2})", {"definitions[0].scales[1].transform.times", "not known"}},
      {"/scales/0/subscales", R"(["a", "c"])", {"definitions[0].scales[0].subscales", "\"c\""}},
      {"/scales/0/subscales", R"(["a"])", {"definitions[0].scales[0].subscales", "each once"}},
      {"/scales/0/subscales", R"(["a", "a", "b"])", {"definitions[0].scales[0].subscales", "each once"}},
      {"/scales/0/subscales", R"(["total"])", {"definitions[0].scales[0].subscales", "made of subscales itself"}},
      {"/missingItems/default", R"("most")", {"definitions[0].missingItems.default", "most"}},
      {"/missingItems/default", R"({"atLeast": 500})", {"definitions[0].missingItems.default", "which is more than"}},
      {"/missingItems/source", "null", {"definitions[0].missingItems.source is missing"}},
      {"/bands/0/scale", R"("c")", {"definitions[0].bands[0].scale", "\"c\""}},
      {"/bands/0/scoring", R"("mean")", {"definitions[0].bands[0].scoring", "\"mean\""}},
      {"/bands/0/above", "2", {"definitions[0].bands[0].from", "one of the two"}},
      {"/changes/0/kind", R"("mid")", {"definitions[0].changes[0].kind", "mid", "mcid"}},
      {"/changes/0/range", "[2, 1]", {"definitions[0].changes[0].range"}},
      {"/changes/0/scale", R"("c")", {"definitions[0].changes[0].scale"}},
      {"/direction", R"("up")", {"definitions[0].direction", "up", "declared"}},
      {"/name", R"("--")", {"definitions[0].name", "--"}},
      {"/source", "[]", {"definitions[0].source"}},
      {"/licence", "null", {"definitions[0].licence is missing"}},
      {"/scales", "7", {"definitions[0].scales must be a list"}},
  };
  for (const Case& wrong : cases) {
    Json value = OwnDefinition();
    value[Json::json_pointer(wrong.pointer)] = Json::parse(wrong.value);
    const Error error = ErrorOf([&] { Read(value); });
    INFO(wrong.pointer << " " << wrong.value << ": " << error.what());
    CHECK(error.code() == "bad_plan");
    for (const std::string& part : wrong.says) CHECK_THAT(error.what(), Contains(part));
  }
}

TEST_CASE("a table with a gap, an end missing, scores out of order or a sum that is not whole is refused") {
  const auto error = [](const char* table,
                        const Json& scoring = Json::parse(R"({"name": "plain", "combine": "sum"})")) {
    Json value = OwnDefinition();
    value["scales"][1].erase("transform");
    value["scales"][1]["table"] = Json::parse(table);
    value["scorings"] = Json::array({scoring});
    value["bands"] = Json::array();
    return std::string(ErrorOf([&] { Read(value); }).what());
  };
  const char* good =
      R"([{"raw":0,"score":1},{"raw":1,"score":2},{"raw":2,"score":3},{"raw":3,"score":4},{"raw":4,"score":5}])";
  CHECK(error(good) == "nothing was thrown");
  CHECK_THAT(error(good, Json::parse(R"({"name": "mean", "combine": "mean"})")), Contains("needs whole sums"));
  CHECK_THAT(error(good, Json::parse(R"({"name": "x", "combine": "sum", "recode": [0, 1, 1]})")),
             Contains("5 entries from 0 to 4") && Contains("0 to 2"));
  CHECK_THAT(error(R"([{"raw":0,"score":1},{"raw":1,"score":2},{"raw":2,"score":3},{"raw":3,"score":4}])"),
             Contains("scales[1].table") && Contains("4 entries from 0 to 3") && Contains("are 0 to 4"));
  CHECK_THAT(
      error(R"([{"raw":0,"score":1},{"raw":1,"score":2},{"raw":1,"score":3},{"raw":3,"score":4},{"raw":4,"score":5}])"),
      Contains("scales[1].table[2].raw is 1 after 1"));
  CHECK_THAT(
      error(
          R"([{"raw":0,"score":1},{"raw":1,"score":2},{"raw":2,"score":1.5},{"raw":3,"score":4},{"raw":4,"score":5}])"),
      Contains("scales[1].table[2].score is 1.5 after 2"));
}

TEST_CASE("more scales than there may be are refused") {
  Json value = OwnDefinition();
  for (int i = 0; i < 98; ++i) value["scales"].push_back({{"name", "s" + std::to_string(i)}, {"label", "S"}});
  CHECK_THAT(ErrorOf([&] { Read(value); }).what(), Contains("definitions[0].scales has 101 entries; at most 100"));
}

TEST_CASE("an own instrument may not be called as a built-in one or as another of the plan's") {
  const auto error = [](const Json& first, const Json& second) {
    return ErrorOf([&] { ReadDefinitions({{"definitions[0]", first}, {"definitions[1]", second}}, "bad_plan"); });
  };
  Json other = OwnDefinition();
  other["name"] = "Another";
  CHECK_THAT(error(OwnDefinition(), other).what(), Contains("definitions[1]") && Contains("\"OWN-3\""));
  other["aliases"] = {"facit f"};
  CHECK_THAT(error(OwnDefinition(), other).what(), Contains("\"facit f\"") && Contains("FACIT-Fatigue"));
  other["aliases"] = Json::array();
  CHECK(error(OwnDefinition(), other).code() == "no_error");
  other["name"] = "M.F.I.S.";
  CHECK_THAT(error(other, OwnDefinition()).what(), Contains("definitions[0]") && Contains("Modified Fatigue Impact"));
}

TEST_CASE("instruments are found by any of their names, however written") {
  struct Case {
    const char *name, *instrument;
  };
  for (const Case& known :
       {Case{"mfis", "MFIS"}, Case{"MFIS 5", "MFIS-5"}, Case{"facit-f", "FACIT-Fatigue"}, Case{"Chalder", "CFQ-11"},
        Case{"cfq", "CFQ-11"}, Case{"promis_f_sf8a", "PROMIS Fatigue 8a"},
        Case{"PROMIS Fatigue 7a", "PROMIS Fatigue 7a"}, Case{"Epworth", "ESS"}, Case{"neuroqol", "Neuro-QoL Fatigue"},
        Case{"Brief Fatigue Inventory", "BFI"}, Case{"bdi 2", "BDI-II"}}) {
    INFO(known.name);
    CHECK(InstrumentNamed(known.name).name == known.instrument);
  }
  CHECK(FindInstrument("HAQ") == nullptr);
  const std::vector<InstrumentDefinition> own = {Read(OwnDefinition())};
  CHECK(InstrumentNamed("own 3", own).name == "Own scale");
  CHECK_THAT(ErrorOf([&] { InstrumentNamed("HAQ", own); }).what(), Contains("Own scale, BDI-II"));
}

}  // namespace
}  // namespace fatigue

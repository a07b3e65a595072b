// SPDX-License-Identifier: MIT
#include "report/plan.h"

#include <catch2/catch.hpp>

#include "support/text_table.h"

namespace fatigue {
namespace {

using Catch::Contains;
using test::ErrorOf;

/// A plan with one outcome and nothing that has a default.
Json SmallPlan() {
  return Json::parse(R"({
    "schemaVersion": 1,
    "files": [
      {"name": "people.csv", "role": "participants", "id": "id", "arm": "arm"},
      {"name": "scores.csv", "role": "records", "id": "id", "visit": "day"}
    ],
    "instruments": [{"id": "fss", "instrument": "FSS", "file": "scores.csv"}],
    "outcomes": [{
      "id": "fatigue", "label": "Fatigue", "role": "primary", "score": "fss.total",
      "model": {"kind": "mmrm", "response": "change"},
      "effect": {"kind": "visit_difference", "visit": "7"}
    }]
  })");
}

Error ErrorOfPlan(const Json& plan) {
  return ErrorOf([&] { ReadPlan(plan.dump()); });
}

TEST_CASE("what a plan leaves out takes the documented defaults") {
  const Plan plan = ReadPlan(SmallPlan().dump());
  CHECK_FALSE(plan.simulated);
  CHECK(plan.confidence == 0.95);
  CHECK(plan.instruments[0].scoring == "sum");
  CHECK(plan.instruments[0].missing_items == MissingItems::Half());
  const PlanModel& model = plan.outcomes[0].model;
  CHECK(model.method == Method::reml);
  CHECK(model.df == DfMethod::kenward_roger);
  CHECK(model.structure == "us");
  CHECK(model.fallback == std::vector<std::string>{"toeph", "ar1h", "csh", "ar1", "cs"});
}

TEST_CASE("an outcome inherits the plan's inference and may differ from it") {
  Json plan = SmallPlan();
  plan["inference"] = {{"confidence", 0.9}, {"method", "ML"}, {"df", "satterthwaite"}};
  CHECK(ReadPlan(plan.dump()).confidence == 0.9);
  CHECK(ReadPlan(plan.dump()).outcomes[0].model.method == Method::ml);
  CHECK(ReadPlan(plan.dump()).outcomes[0].model.df == DfMethod::satterthwaite);
  plan["outcomes"][0]["model"]["method"] = "REML";
  plan["outcomes"][0]["model"]["df"] = "residual";
  CHECK(ReadPlan(plan.dump()).outcomes[0].model.method == Method::reml);
  CHECK(ReadPlan(plan.dump()).outcomes[0].model.df == DfMethod::residual);
}

TEST_CASE("the default fallback only goes to simpler structures") {
  Json plan = SmallPlan();
  plan["outcomes"][0]["model"]["covariance"] = "ar1h";
  CHECK(ReadPlan(plan.dump()).outcomes[0].model.fallback == std::vector<std::string>{"csh", "ar1", "cs"});
  plan["outcomes"][0]["model"]["covariance"] = "cs";
  CHECK(ReadPlan(plan.dump()).outcomes[0].model.fallback.empty());
  plan["outcomes"][0]["model"] = {{"kind", "random_effects"}, {"response", "value"}};
  CHECK(ReadPlan(plan.dump()).outcomes[0].model.structure == "intercept_slope");
  CHECK(ReadPlan(plan.dump()).outcomes[0].model.fallback ==
        std::vector<std::string>{"intercept_slope_uncorrelated", "intercept"});
  plan["outcomes"][0]["model"]["fallback"] = Json::array();
  CHECK(ReadPlan(plan.dump()).outcomes[0].model.fallback.empty());
}

TEST_CASE("a plan written out reads back as the same plan") {
  Json plan = SmallPlan();
  plan["title"] = "A trial";
  plan["simulated"] = true;
  plan["arms"] = {{"order", {"placebo", "active"}}};
  plan["files"][1]["reading"] = {{"delimiter", ";"}, {"decimal", ","}};
  plan["published"] = {{"citation", "Someone 2021"}, {"rows", Json::array()}};
  plan["outcomes"][0]["model"]["covariates"] = {"age"};
  const Json written = PlanToJson(ReadPlan(plan.dump()));
  CHECK(PlanToJson(ReadPlan(written.dump())) == written);
  for (const char* key : {"title", "simulated", "arms", "published"}) {
    INFO(key);
    CHECK(written[key] == plan[key]);
  }
  CHECK(written["files"] == plan["files"]);
  CHECK(written["outcomes"][0]["model"]["covariance"] == "us");
  CHECK(written["outcomes"][0]["model"]["covariates"] == Json({"age"}));
  CHECK(written["inference"] ==
        Json::parse(R"({"confidence": 0.95, "method": "REML", "df": "kenward_roger", "gate": "none"})"));
}

TEST_CASE("options a plan does not name have the values plans had before there were any") {
  const Plan plan = ReadPlan(SmallPlan().dump());
  const PlanModel& model = plan.outcomes[0].model;
  CHECK(model.vcov == VcovMethod::model);
  CHECK(model.information == Information::observed);
  CHECK(model.weights.empty());
  CHECK(model.groups == CovarianceGroups::none);
  CHECK(model.residual == "independent");
  CHECK_FALSE(model.UsesDays());
  CHECK(plan.outcomes[0].multiplicity == Multiplicity::none);
  CHECK(plan.gate == Gate::none);
}

TEST_CASE("every option is read, and written as it was read") {
  const auto round_trip = [](const char* pointer, const Json& value, const Json& base) {
    Json plan = base;
    plan[Json::json_pointer(pointer)] = value;
    const Json written = PlanToJson(ReadPlan(plan.dump()));
    INFO(pointer << " " << value);
    CHECK(written[Json::json_pointer(pointer)] == value);
    CHECK(PlanToJson(ReadPlan(written.dump())) == written);
  };
  const Json mmrm = SmallPlan();
  Json random = SmallPlan();
  random["outcomes"][0]["model"] = {{"kind", "random_effects"}, {"response", "value"}};
  for (const Json& base : {mmrm, random}) {
    for (const char* vcov : {"model", "empirical", "empirical_jackknife", "empirical_bias_reduced"}) {
      round_trip("/outcomes/0/model/vcov", vcov, base);
    }
    for (const char* information : {"observed", "expected"}) {
      round_trip("/outcomes/0/model/information", information, base);
    }
    round_trip("/outcomes/0/model/weights", "w", base);
    for (const char* method : {"none", "bonferroni", "holm", "hochberg", "dunnett"}) {
      round_trip("/outcomes/0/multiplicity", method, base);
    }
    for (const char* gate : {"none", "fixed_sequence"}) round_trip("/inference/gate", gate, base);
  }
  for (const char* structure : {"us", "toeph", "toep", "adh", "ad", "ar1h", "ar1", "csh", "cs", "sp_exp"}) {
    round_trip("/outcomes/0/model/covariance", structure, mmrm);
  }
  for (const char* groups : {"none", "arm"}) round_trip("/outcomes/0/model/covarianceGroups", groups, mmrm);
  for (const char* residual : {"independent", "ar1", "ar1h", "ad", "adh", "sp_exp"}) {
    round_trip("/outcomes/0/model/residual", residual, random);
  }
}

TEST_CASE("a covariance by days makes visits days, in a fallback too") {
  Json plan = SmallPlan();
  plan["outcomes"][0]["model"]["covariance"] = "sp_exp";
  CHECK(ReadPlan(plan.dump()).outcomes[0].model.UsesDays());
  CHECK(ReadPlan(plan.dump()).outcomes[0].model.fallback == std::vector<std::string>{"ar1", "cs"});
  plan["outcomes"][0]["model"]["covariance"] = "us";
  plan["outcomes"][0]["model"]["fallback"] = {"sp_exp"};
  CHECK(ReadPlan(plan.dump()).outcomes[0].model.UsesDays());
}

TEST_CASE("a wide file needs no visit column") {
  Json plan = SmallPlan();
  plan["files"][1].erase("visit");
  CHECK_THAT(ErrorOfPlan(plan).what(), Contains("files[1].visit is missing"));
  plan["files"][1]["wide"] = Json::parse(R"([{"column": "fss_d7", "variable": "fss_total", "visit": "7"}])");
  CHECK(ReadPlan(plan.dump()).files[1].VisitColumn() == "visit");
  CHECK(PlanToJson(ReadPlan(plan.dump()))["files"][1] == plan["files"][1]);
}

TEST_CASE("a value that is no choice is named with its path and the choices") {
  struct Case {
    const char *pointer, *value, *path, *choices;
  };
  for (const Case& wrong :
       {Case{"/files/0/role", "people", "files[0].role", "participants, records, events, ignored"},
        Case{"/instruments/0/instrument", "HAQ", "instruments[0].instrument", "FSMC, FSS, MFIS, MFIS-5"},
        Case{"/instruments/0/scoring", "median", "instruments[0].scoring", "sum, mean"},
        Case{"/instruments/0/missingItems", "none", "instruments[0].missingItems", "half, complete"},
        Case{"/outcomes/0/role", "main", "outcomes[0].role", "primary, secondary"},
        Case{"/outcomes/0/score", "fss.physical", "outcomes[0].score", "fss.total"},
        Case{"/outcomes/0/model/kind", "gee", "outcomes[0].model.kind", "mmrm, random_effects"},
        Case{"/outcomes/0/model/response", "ratio", "outcomes[0].model.response", "change, value"},
        Case{"/outcomes/0/model/covariance", "un", "outcomes[0].model.covariance", "us, toeph, toep"},
        Case{"/outcomes/0/model/method", "GLS", "outcomes[0].model.method", "REML, ML"},
        Case{"/outcomes/0/model/df", "kr", "outcomes[0].model.df", "kenward_roger, "},
        Case{"/outcomes/0/model/vcov", "robust", "outcomes[0].model.vcov",
             "model, empirical, empirical_jackknife, empirical_bias_reduced"},
        Case{"/outcomes/0/model/information", "fisher", "outcomes[0].model.information", "observed, expected"},
        Case{"/outcomes/0/model/covarianceGroups", "site", "outcomes[0].model.covarianceGroups", "none, arm"},
        Case{"/outcomes/0/multiplicity", "tukey", "outcomes[0].multiplicity",
             "none, bonferroni, holm, hochberg, dunnett"},
        Case{"/inference/gate", "graph", "inference.gate", "none, fixed_sequence"},
        Case{"/outcomes/0/effect/kind", "ratio", "outcomes[0].effect.kind", "visit_difference, average_difference"}}) {
    Json plan = SmallPlan();
    plan[Json::json_pointer(wrong.pointer)] = wrong.value;
    const Error error = ErrorOfPlan(plan);
    INFO(error.what());
    CHECK(error.code() == "bad_plan");
    CHECK_THAT(error.what(),
               Contains(wrong.path) && Contains("\"" + std::string(wrong.value) + "\"") && Contains(wrong.choices));
  }
  Json plan = SmallPlan();
  plan["outcomes"][0]["model"] = {{"kind", "random_effects"}, {"residual", "us"}};
  CHECK_THAT(ErrorOfPlan(plan).what(),
             Contains("outcomes[0].model.residual is \"us\"; choose one of: independent, ar1"));
  plan = SmallPlan();
  plan["outcomes"][0]["model"]["fallback"] = {"csh", "zz"};
  CHECK_THAT(ErrorOfPlan(plan).what(), Contains("outcomes[0].model.fallback is \"zz\""));
}

TEST_CASE("scoring options and own instruments are read and written back") {
  Json plan = SmallPlan();
  plan["definitions"] = Json::array({Json::parse(R"({
    "name": "Own", "title": "Own", "version": "1", "direction": "declared", "items": {"count": 2, "lowest": 0, "highest": 4},
    "scorings": [{"name": "sum", "combine": "sum"}], "scales": [{"name": "total", "label": "Own"}],
    "missingItems": {"default": {"atLeast": 2}, "source": "ours"}, "source": ["ours"], "licence": "ours"})")});
  plan["instruments"][0]["missingItems"] = {{"atLeast", 7}};
  plan["instruments"][0]["scoring"] = "mean";
  plan["instruments"].push_back(
      {{"id", "own"}, {"instrument", "own"}, {"file", "scores.csv"}, {"direction", "higher_is_better"}});
  plan["instruments"].push_back({{"id", "chalder"}, {"instrument", "Chalder"}, {"file", "scores.csv"}});
  const Plan read = ReadPlan(plan.dump());
  CHECK(read.instruments[0].missing_items == MissingItems::AtLeast(7));
  CHECK(read.instruments[1].instrument.title == "Own");
  CHECK(read.instruments[1].direction == Direction::higher_is_better);
  const Json written = PlanToJson(read);
  CHECK(written["definitions"] == plan["definitions"]);
  CHECK(written["instruments"][0]["missingItems"] == Json::parse(R"({"atLeast": 7})"));
  CHECK(written["instruments"][0]["scoring"] == "mean");
  CHECK(written["instruments"][1] == Json::parse(R"({"id": "own", "instrument": "Own", "file": "scores.csv",
    "missingItems": {"atLeast": 2}, "direction": "higher_is_better"})"));
  CHECK(written["instruments"][2]["instrument"] == "CFQ-11");
  CHECK(written["instruments"][2]["scoring"] == "likert");
  CHECK(PlanToJson(ReadPlan(written.dump())) == written);
}

TEST_CASE("scoring options that do not go with the instrument are refused") {
  const auto message = [](const Json& instrument) {
    Json plan = SmallPlan();
    plan["outcomes"] = Json::array();
    plan["instruments"][0].update(instrument);
    return std::string(ErrorOfPlan(plan).what());
  };
  CHECK_THAT(message({{"direction", "lower_is_better"}}),
             Contains("instruments[0].direction") && Contains("FSS, whose direction is fixed (lower_is_better)"));
  CHECK_THAT(message({{"instrument", "VAS-F"}, {"direction", "up"}}), Contains("lower_is_better, higher_is_better"));
  CHECK_THAT(message({{"instrument", "PROMIS Fatigue 8a"}, {"missingItems", "half"}}),
             Contains("instruments[0].missingItems") && Contains("complete only"));
  CHECK_THAT(message({{"missingItems", "subscales"}}), Contains("no scale of FSS is made of subscales"));
  CHECK_THAT(message({{"missingItems", {{"atLeast", 10}}}}),
             Contains("asks for at_least_10, which is more than 9 items"));
  CHECK_THAT(message({{"scoring", "bimodal"}}), Contains("instruments[0].scoring") && Contains("sum, mean"));
  Json plan = SmallPlan();
  plan["definitions"] = Json::array({{{"name", "FSS"}}});
  CHECK_THAT(ErrorOfPlan(plan).what(), Contains("definitions[0].title is missing"));
}

TEST_CASE("a key no one reads is refused rather than ignored") {
  Json plan = SmallPlan();
  plan["outcomes"][0]["model"]["fallbak"] = {"cs"};
  CHECK_THAT(ErrorOfPlan(plan).what(), Contains("outcomes[0].model.fallbak is not known") && Contains("fallback"));
  plan = SmallPlan();
  plan["$schema"] = "plan.schema.json";
  CHECK(ReadPlan(plan.dump()).outcomes.size() == 1);
}

TEST_CASE("a plan that cannot be carried out is refused with the reason") {
  const auto message = [](const auto& change) {
    Json plan = SmallPlan();
    change(plan);
    const Error error = ErrorOfPlan(plan);
    CHECK(error.code() == "bad_plan");
    return std::string(error.what());
  };
  CHECK_THAT(message([](Json& plan) { plan["schemaVersion"] = 2; }), Contains("schemaVersion must be 1"));
  CHECK_THAT(message([](Json& plan) { plan["files"][0].erase("arm"); }), Contains("name no arm column"));
  CHECK_THAT(message([](Json& plan) { plan["files"][0].erase("id"); }), Contains("files[0].id is missing"));
  CHECK_THAT(message([](Json& plan) { plan["files"][1]["name"] = "people.csv"; }), Contains("\"people.csv\" twice"));
  CHECK_THAT(message([](Json& plan) { plan["files"][1]["role"] = "participants"; }), Contains("more than one file"));
  CHECK_THAT(message([](Json& plan) { plan["instruments"][0]["file"] = "other.csv"; }), Contains("\"other.csv\""));
  CHECK_THAT(message([](Json& plan) { plan["instruments"].push_back(plan["instruments"][0]); }),
             Contains("\"fss\" twice"));
  CHECK_THAT(message([](Json& plan) { plan["outcomes"].push_back(plan["outcomes"][0]); }),
             Contains("\"fatigue\" twice"));
  CHECK_THAT(message([](Json& plan) {
               plan["outcomes"][0]["effect"] = {{"kind", "slope_difference"}};
             }),
             Contains("needs a model of kind random_effects"));
  CHECK_THAT(message([](Json& plan) { plan["outcomes"][0]["effect"].erase("visit"); }),
             Contains("outcomes[0].effect.visit is missing"));
  CHECK_THAT(message([](Json& plan) { plan["outcomes"][0]["model"]["random"] = "intercept"; }),
             Contains("outcomes[0].model.random does not go with kind mmrm"));
  CHECK_THAT(message([](Json& plan) { plan["outcomes"][0]["model"]["residual"] = "ar1"; }),
             Contains("outcomes[0].model.residual does not go with kind mmrm"));
  CHECK_THAT(message([](Json& plan) {
               plan["outcomes"][0]["model"] = {{"kind", "random_effects"}, {"covarianceGroups", "arm"}};
             }),
             Contains("outcomes[0].model.covarianceGroups does not go with kind random_effects"));
  CHECK_THAT(message([](Json& plan) { plan["inference"] = {{"confidence", 95}}; }), Contains("between 0 and 1"));
  CHECK_THAT(message([](Json& plan) { plan["simulated"] = "yes"; }), Contains("simulated must be true or false"));
  CHECK_THAT(message([](Json& plan) { plan["outcomes"][0]["model"]["visits"] = "7"; }),
             Contains("outcomes[0].model.visits must be a list"));
  CHECK_THAT(message([](Json& plan) {
               plan["instruments"][0]["items"] = {"a"};
               plan["instruments"][0]["scores"] = {{"total", "b"}};
             }),
             Contains("instruments[0].scores stands beside items"));
  CHECK_THAT(ErrorOf([] { ReadPlan("{"); }).what(), Contains("the plan is not JSON"));
  CHECK_THAT(ErrorOf([] { ReadPlan("[]"); }).what(), Contains("must be an object"));
}

TEST_CASE("only the scales a file holds finished scores of can be analysed") {
  Json plan = SmallPlan();
  plan["instruments"][0] =
      Json::parse(R"({"id": "fss", "instrument": "MFIS", "file": "scores.csv", "scores": {"total": "mfis_total"}})");
  CHECK(ReadPlan(plan.dump()).outcomes[0].scale == "total");
  plan["outcomes"][0]["score"] = "fss.physical";
  CHECK_THAT(ErrorOfPlan(plan).what(), Contains("outcomes[0].score is \"fss.physical\"; choose one of: fss.total"));
  plan["instruments"][0]["scores"] = {{"overall", "mfis_total"}};
  CHECK_THAT(ErrorOfPlan(plan).what(), Contains("\"overall\"") && Contains("total, physical, cognitive, psychosocial"));
}

}  // namespace
}  // namespace fatigue

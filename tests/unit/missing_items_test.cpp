// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>

#include "instrument/read_definition.h"
#include "support/made_form.h"
#include "support/text_table.h"

namespace fatigue {
namespace {

using Catch::Contains;
using Catch::Matchers::WithinRel;
using test::ErrorOf;
using test::FormOptions;
using test::FormTable;
using test::kUnanswered;

/// A form of the MFIS: `physical`, `cognitive` and `psychosocial` items answered 1, 2 and 3, the others not.
std::vector<double> MfisForm(int physical, int cognitive, int psychosocial) {
  std::vector<double> answers(21, kUnanswered);
  const InstrumentDefinition& mfis = InstrumentNamed("MFIS");
  const auto fill = [&](const char* scale, int count, double answer) {
    for (int i = 0; i < count; ++i)
      answers[static_cast<size_t>(mfis.Scale(scale).items[static_cast<size_t>(i)] - 1)] = answer;
  };
  fill("physical", physical, 1);
  fill("cognitive", cognitive, 2);
  fill("psychosocial", psychosocial, 3);
  return answers;
}

double ScoreBy(const MissingItems& rule, const std::vector<double>& answers, const std::string& scale = "total") {
  const InstrumentDefinition& mfis = InstrumentNamed("MFIS");
  ScoringOptions options = FormOptions(mfis);
  options.missing_items = rule;
  return ScoreTable(FormTable({answers}), mfis, options).Scale(scale).score[0];
}

TEST_CASE("half, complete and at least ask for the items they say") {
  CHECK(ItemRule{}.Least(9) == 5);
  CHECK(ItemRule{}.Least(10) == 5);
  CHECK(ItemRule{}.Least(1) == 1);
  CHECK(MissingItems::Complete().rule.Least(9) == 9);
  CHECK(MissingItems::AtLeast(7).rule.Least(13) == 7);
}

TEST_CASE("a total by subscales is the sum of the prorated subscales and needs them all") {
  // 5 of 9 physical, 6 of 10 cognitive, 1 of 2 psychosocial: 9 + 20 + 6; over its own items it is 20 * 21 / 12.
  CHECK_THAT(ScoreBy(MissingItems::Subscales(), MfisForm(5, 6, 1)), WithinRel(35.0, 1e-15));
  CHECK_THAT(ScoreBy(MissingItems::Half(), MfisForm(5, 6, 1)), WithinRel(35.0, 1e-15));
  CHECK_THAT(ScoreBy(MissingItems::Subscales(), MfisForm(9, 5, 2)), WithinRel(9 + 20 + 6.0, 1e-15));
  CHECK_THAT(ScoreBy(MissingItems::Half(), MfisForm(9, 5, 2)), WithinRel((9 + 10 + 6) * 21.0 / 16, 1e-15));
  // One item fewer in any subscale, and there is no total, though most of its items are answered.
  CHECK(std::isnan(ScoreBy(MissingItems::Subscales(), MfisForm(4, 10, 2))));
  CHECK(std::isnan(ScoreBy(MissingItems::Subscales(), MfisForm(9, 4, 2))));
  CHECK(std::isnan(ScoreBy(MissingItems::Subscales(), MfisForm(9, 10, 0))));
  CHECK(std::isfinite(ScoreBy(MissingItems::Half(), MfisForm(9, 10, 0))));
  CHECK(ScoreBy(MissingItems::Subscales(), MfisForm(9, 10, 2)) == 9 + 20 + 6);
}

TEST_CASE("the mean of a scale made of subscales weighs each by its items") {
  const InstrumentDefinition own =
      ReadDefinition(Json::parse(R"({"name": "Own", "title": "Own", "version": "1", "direction": "lower_is_better",
    "items": {"count": 3, "lowest": 0, "highest": 4}, "scorings": [{"name": "mean", "combine": "mean"}],
    "scales": [{"name": "total", "label": "Total", "subscales": ["a", "b"]}, {"name": "a", "label": "A", "items": [1]},
               {"name": "b", "label": "B", "items": [2, 3]}],
    "missingItems": {"default": "half", "source": "ours"}, "source": ["ours"], "licence": "ours"})"),
                     "", "bad");
  ScoringOptions options = FormOptions(own);
  options.missing_items = MissingItems::Subscales();
  CHECK_THAT(ScoreTable(FormTable({{4, 1, kUnanswered}}), own, options).Scale("total").score[0],
             WithinRel((4 + 2 * 1) / 3.0, 1e-15));
}

TEST_CASE("rules by scale hold for the scales named, half for the others") {
  const MissingItems rule =
      MissingItems::ByScale({{"physical", {ItemRule::Kind::complete, 0}}, {"total", {ItemRule::Kind::at_least, 20}}});
  const std::vector<double> form = MfisForm(8, 10, 2);
  CHECK(std::isnan(ScoreBy(rule, form, "physical")));
  CHECK(ScoreBy(rule, MfisForm(9, 10, 2), "physical") == 9);
  CHECK_THAT(ScoreBy(rule, form), WithinRel((8 + 20 + 6) * 21.0 / 20, 1e-15));
  CHECK(std::isnan(ScoreBy(rule, MfisForm(8, 9, 2))));
  CHECK(ScoreBy(rule, MfisForm(8, 5, 2), "cognitive") == 20);
  CHECK(std::isnan(ScoreBy(rule, MfisForm(8, 4, 2), "cognitive")));
}

TEST_CASE("a rule that an instrument cannot follow is refused") {
  const auto error = [](const char* instrument, const MissingItems& rule) {
    const InstrumentDefinition& definition = InstrumentNamed(instrument);
    ScoringOptions options = FormOptions(definition);
    options.missing_items = rule;
    const std::vector<double> answers(static_cast<size_t>(definition.items.count), 1);
    return ErrorOf([&] { ScoreTable(FormTable({answers}), definition, options); });
  };
  CHECK(error("PROMIS Fatigue 8a", MissingItems::Half()).code() == "missing_items_rule");
  CHECK_THAT(error("PROMIS Fatigue 8a", MissingItems::Half()).what(),
             Contains("PROMIS Fatigue 8a is scored by the rule complete only"));
  CHECK_THAT(error("PROMIS Fatigue 8a", MissingItems::AtLeast(7)).what(), Contains("complete only"));
  CHECK_THAT(error("FSS", MissingItems::Subscales()).what(), Contains("no scale of FSS is made of subscales"));
  CHECK_THAT(error("MFIS", MissingItems::AtLeast(22)).what(),
             Contains("asks for at_least_22, which is more than 21 items"));
  CHECK(error("MFIS", MissingItems::AtLeast(21)).code() == "no_error");
  CHECK(MissingItems::AtLeast(15).For("psychosocial").Least(2) == 2);  // all of a scale that has fewer
  CHECK(MissingItems::AtLeast(15).For("total").Least(21) == 15);
  CHECK_THAT(error("MFIS", MissingItems::ByScale({{"social", {}}})).what(), Contains("\"social\""));
  // The same forms are scored: half of one item is one item.
  CHECK(error("DFS", MissingItems::Half()).code() == "no_error");
  CHECK(error("PROMIS Fatigue 8a", MissingItems::AtLeast(8)).code() == "no_error");
}

TEST_CASE("rules are read as plans write them, and written back") {
  const InstrumentDefinition& mfis = InstrumentNamed("MFIS");
  const auto read = [&](const Json& rule) {
    const Json value = {{"missingItems", rule}};
    return ReadMissingItems(JsonReader(value, "instruments[0]", "bad_plan", {"missingItems"}), "missingItems", mfis);
  };
  for (const char* rule : {R"("half")", R"("complete")", R"("subscales")", R"({"atLeast": 2})",
                           R"({"scales": {"physical": "complete", "total": {"atLeast": 20}}})"}) {
    const Json value = Json::parse(rule);
    INFO(rule);
    CHECK(MissingItemsToJson(read(value)) == value);
  }
  CHECK(Name(read("half")) == "half");
  CHECK(Name(read(Json{{"atLeast", 2}})) == "at_least_2");
  CHECK(Name(read("subscales")) == "subscales");
  CHECK(Name(read(Json::parse(R"({"scales": {}})"))) == "by_scale");
  for (const char* rule :
       {R"("most")", "7", R"({"atLeast": 0})", R"({"atLeast": 2.5})", R"({"least": 2})",
        R"({"scales": {"total": "most"}})", R"({"scales": ["total"]})", R"({"scales": {"x": "half"}})"}) {
    const Error error = ErrorOf([&] { read(Json::parse(rule)); });
    INFO(rule << ": " << error.what());
    CHECK(error.code() == "bad_plan");
    CHECK_THAT(error.what(), Contains("instruments[0].missingItems"));
  }
}

}  // namespace
}  // namespace fatigue

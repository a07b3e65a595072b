// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>

#include "instrument/score.h"
#include "support/text_table.h"

namespace fatigue {
namespace {

using Catch::Contains;
using Catch::Matchers::WithinRel;
using test::ErrorOf;
using test::NumberColumn;
using test::TextTable;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// One row of answers, NaN where missing.
Table Form(const std::string& prefix, const std::vector<double>& answers) {
  Table table;
  table.name = "form.csv";
  table.row_count = 1;
  table.origin_row = {2};
  for (size_t i = 0; i < answers.size(); ++i) {
    table.columns.push_back(NumberColumn(prefix + std::to_string(i + 1), {answers[i]}));
  }
  return table;
}

/// Columns item1, item2, ... as the items, and a direction where one must be declared.
ScoringOptions OptionsFor(const InstrumentDefinition& instrument) {
  ScoringOptions options;
  for (int item = 1; item <= instrument.items.count; ++item) options.items.push_back("item" + std::to_string(item));
  if (!instrument.direction) options.direction = Direction::lower_is_better;
  return options;
}

/// `answers` with every item of `scale` missing but the first `answered` of them.
std::vector<double> KeepFirst(std::vector<double> answers, const ScaleDefinition& scale, int answered) {
  for (size_t i = static_cast<size_t>(answered); i < scale.items.size(); ++i) {
    answers[static_cast<size_t>(scale.items[i] - 1)] = kNaN;
  }
  return answers;
}

double ScoreOf(const Table& table, const std::string& instrument, const std::string& scale,
               const ScoringOptions& options = {}) {
  return ScoreTable(table, InstrumentNamed(instrument), options).Scale(scale).score[0];
}

// Q1 to Q21 and their scores: awell-health/awell-score, src/scores/mfis, mfis_test_responses.ts.
const std::vector<double> kMfisAnswers = {0, 4, 3, 1, 2, 1, 0, 1, 2, 4, 1, 2, 4, 1, 0, 2, 0, 0, 4, 4, 4};

TEST_CASE("MFIS scores agree with an independent implementation") {
  const Table form = Form("mfis", kMfisAnswers);
  CHECK(ScoreOf(form, "MFIS", "physical") == 19);
  CHECK(ScoreOf(form, "MFIS", "cognitive") == 18);
  CHECK(ScoreOf(form, "MFIS", "psychosocial") == 3);
  CHECK(ScoreOf(form, "MFIS", "total") == 40);
}

TEST_CASE("lowest and highest answers give the ends of every range") {
  for (const InstrumentDefinition& instrument : Instruments()) {
    for (const ScoringDefinition& scoring : instrument.scorings) {
      ScoringOptions options = OptionsFor(instrument);
      options.scoring = scoring.name;
      // A reversed item's lowest answer is its highest score.
      std::vector<double> least(static_cast<size_t>(instrument.items.count), instrument.items.lowest);
      std::vector<double> most(static_cast<size_t>(instrument.items.count), instrument.items.highest);
      for (const int item : instrument.items.reversed) {
        std::swap(least[static_cast<size_t>(item - 1)], most[static_cast<size_t>(item - 1)]);
      }
      const auto lowest = ScoreTable(Form("item", least), instrument, options);
      const auto highest = ScoreTable(Form("item", most), instrument, options);
      for (const ScaleDefinition& scale : instrument.scales) {
        INFO(instrument.name << " " << scale.name << " " << scoring.name);
        CHECK(lowest.Scale(scale.name).score[0] == RangeOf(instrument, scale, scoring).lowest);
        CHECK(highest.Scale(scale.name).score[0] == RangeOf(instrument, scale, scoring).highest);
      }
    }
  }
}

TEST_CASE("FSS is a sum unless the mean is asked for") {
  const Table form = Form("fss", {7, 6, 5, 4, 3, 2, 1, 7, 7});
  CHECK(ScoreOf(form, "FSS", "total") == 42);
  ScoringOptions mean;
  mean.scoring = "mean";
  CHECK_THAT(ScoreOf(form, "FSS", "total", mean), WithinRel(42.0 / 9, 1e-15));
}

TEST_CASE("the half rule scores from half of a scale's items on, and not below") {
  struct Case {
    const char *instrument, *scale;
    int fewest;
  };
  for (const Case& rule : {Case{"FSS", "total", 5}, Case{"MFIS", "physical", 5}, Case{"MFIS", "cognitive", 5},
                           Case{"MFIS", "psychosocial", 1}, Case{"MFIS", "total", 11}}) {
    INFO(rule.instrument << " " << rule.scale);
    const InstrumentDefinition instrument = InstrumentNamed(rule.instrument);
    const ScaleDefinition& scale = instrument.Scale(rule.scale);
    // Item i is answered i mod 3 + 1, so that the mean of the answered depends on which are.
    std::vector<double> answers;
    for (int item = 1; item <= instrument.items.count; ++item) answers.push_back(item % 3 + 1);
    double sum = 0;
    for (int i = 0; i < rule.fewest; ++i) sum += scale.items[static_cast<size_t>(i)] % 3 + 1;

    const Table enough = Form(rule.instrument, KeepFirst(answers, scale, rule.fewest));
    const auto scored = ScoreTable(enough, instrument).Scale(rule.scale);
    CHECK_THAT(scored.score[0], WithinRel(sum / rule.fewest * static_cast<double>(scale.items.size()), 1e-14));
    CHECK(scored.state[0] == ScoreState::prorated);

    const Table too_few = Form(rule.instrument, KeepFirst(answers, scale, rule.fewest - 1));
    const auto unscored = ScoreTable(too_few, instrument).Scale(rule.scale);
    CHECK(std::isnan(unscored.score[0]));
    CHECK(unscored.state[0] == ScoreState::unscored);
  }
}

TEST_CASE("a prorated FSS mean is the mean of the answered items") {
  ScoringOptions mean;
  mean.scoring = "mean";
  CHECK(ScoreOf(Form("fss", {2, 3, 4, 5, 6, kNaN, kNaN, kNaN, kNaN}), "FSS", "total", mean) == 4);
  CHECK(std::isnan(ScoreOf(Form("fss", {2, 3, 4, 5, kNaN, kNaN, kNaN, kNaN, kNaN}), "FSS", "total", mean)));
}

TEST_CASE("the MFIS total is prorated over its own 21 items, not added up from the subscales") {
  // Both psychosocial items and four physical ones are missing: 15 items answered, all 2 but the cognitive ones, 4.
  std::vector<double> answers(21, 2.0);
  for (const int item : {1, 2, 3, 5, 11, 12, 15, 16, 18, 19}) answers[static_cast<size_t>(item - 1)] = 4;
  for (const int item : {8, 9, 4, 6, 7, 10}) answers[static_cast<size_t>(item - 1)] = kNaN;
  const Table form = Form("mfis", answers);
  CHECK_THAT(ScoreOf(form, "MFIS", "total"), WithinRel((10 * 4 + 5 * 2) * 21.0 / 15, 1e-15));
  CHECK(ScoreOf(form, "MFIS", "physical") == 18);
  CHECK(ScoreOf(form, "MFIS", "cognitive") == 40);
  CHECK(std::isnan(ScoreOf(form, "MFIS", "psychosocial")));
}

TEST_CASE("the complete rule needs every item") {
  ScoringOptions complete;
  complete.missing_items = MissingItems::Complete();
  CHECK(ScoreOf(Form("fss", {1, 2, 3, 4, 5, 6, 7, 1, 2}), "FSS", "total", complete) == 31);
  CHECK(std::isnan(ScoreOf(Form("fss", {1, 2, 3, 4, 5, 6, 7, 1, kNaN}), "FSS", "total", complete)));
}

TEST_CASE("a row without any answer is not given rather than unscored") {
  const Table table = TextTable("q.csv",
                                "id,fss1,fss2,fss3,fss4,fss5,fss6,fss7,fss8,fss9\n"
                                "a,1,1,1,1,1,1,1,1,1\n"
                                "b,1,1,1,1,1,1,1,1,\n"
                                "c,1,1,1,1,,,,,\n"
                                "d,,,,,,,,,\n");
  const InstrumentScores scores = ScoreTable(table, InstrumentNamed("FSS"));
  const ScaleScores& total = scores.Scale("total");
  CHECK(total.state ==
        std::vector<ScoreState>{ScoreState::scored, ScoreState::prorated, ScoreState::unscored, ScoreState::not_given});
  CHECK(scores.answered == std::vector<int>{9, 8, 4, 0});
  CHECK(total.scored() == 2);
  CHECK(total.prorated() == 1);
  CHECK(total.unscored() == 1);
}

TEST_CASE("the order of the columns does not matter, that of named items does") {
  Table form = Form("mfis", kMfisAnswers);
  std::shuffle(form.columns.begin(), form.columns.end(), std::mt19937(7));
  CHECK(ScoreOf(form, "MFIS", "physical") == 19);
  CHECK(ScoreOf(form, "MFIS", "cognitive") == 18);

  ScoringOptions named;
  for (int item = 1; item <= 21; ++item) named.items.push_back("mfis" + std::to_string(item));
  std::swap(named.items[1], named.items[7]);  // item 8 is answered in column mfis2: 4, item 9 is 2
  CHECK(ScoreOf(form, "MFIS", "psychosocial", named) == 6);
  CHECK(ScoreOf(form, "MFIS", "total", named) == 40);
}

TEST_CASE("answers outside the instrument's are named, all of them") {
  const Table table = TextTable("questionnaires.csv",
                                "id,fss1,fss2,fss3,fss4,fss5,fss6,fss7,fss8,fss9\n"
                                "a,1,1,1,1,1,1,1,1,1\n"
                                "b,1,1,9,1,1,1,1,1,1\n"
                                "c,0,1,1,1,1,1,1,1,2.5\n");
  const Error error = ErrorOf([&] { ScoreTable(table, InstrumentNamed("FSS")); });
  CHECK(error.code() == "item_out_of_range");
  CHECK_THAT(error.what(), Contains("questionnaires.csv, row 3, column fss3: 9") && Contains("whole numbers 1 to 7") &&
                               Contains("2 more") && Contains("row 4, column fss1: 0") &&
                               Contains("row 4, column fss9: 2.5"));
  REQUIRE(error.places().size() == 3);
  CHECK(error.places()[0].row == 3);
  CHECK(error.places()[2].column == "fss9");
  CHECK(error.places()[2].value == "2.5");
  CHECK_FALSE(error.remedy().empty());
}

TEST_CASE("the ends of the item range are allowed and the numbers beyond them are not") {
  CHECK(ScoreOf(Form("dfs", {0}), "DFS", "total") == 0);
  CHECK(ScoreOf(Form("dfs", {10}), "DFS", "total") == 10);
  CHECK(ErrorOf([] { ScoreTable(Form("dfs", {-1}), InstrumentNamed("DFS")); }).code() == "item_out_of_range");
  CHECK(ErrorOf([] { ScoreTable(Form("dfs", {11}), InstrumentNamed("DFS")); }).code() == "item_out_of_range");
}

TEST_CASE("an answer that is no number is named; numbers read as labels are numbers") {
  const Table text = TextTable("d.csv", "dfs\n3\nbad\n4\n");
  const Error error = ErrorOf([&] { ScoreTable(text, InstrumentNamed("DFS")); });
  CHECK(error.code() == "item_out_of_range");
  CHECK_THAT(error.what(), Contains("d.csv, row 3, column dfs: bad"));

  Table labels = TextTable("d.csv", "dfs\n3\n4\n");
  labels.columns[0] = test::FactorColumn("dfs", {"3", "4"});
  CHECK(ScoreTable(labels, InstrumentNamed("DFS")).Scale("total").score == std::vector<double>{3, 4});
}

TEST_CASE("a value gathered from a wide file is named by the column it stood in") {
  Table table = TextTable("wide.csv", "id,visit,dfs\na,0,3\na,7,12\n");
  table.columns[2].origin = {{0, 1}, {"dfs_d0", "dfs_d7"}, {}};
  table.origin_row = {2, 2};
  const Error error = ErrorOf([&] { ScoreTable(table, InstrumentNamed("DFS")); });
  CHECK_THAT(error.what(), Contains("wide.csv, row 2, column dfs_d7: 12"));
}

TEST_CASE("a scoring or a number of items the instrument does not have is refused") {
  ScoringOptions mean;
  mean.scoring = "mean";
  const Error scoring = ErrorOf([&] { ScoreOf(Form("mfis", kMfisAnswers), "MFIS", "total", mean); });
  CHECK(scoring.code() == "unknown_scoring");
  CHECK_THAT(scoring.what(), Contains("MFIS is not scored as a mean"));

  ScoringOptions eight;
  eight.items = {"fss1", "fss2", "fss3", "fss4", "fss5", "fss6", "fss7", "fss8"};
  const Table form = Form("fss", std::vector<double>(9, 1.0));
  const Error count = ErrorOf([&] { ScoreOf(form, "FSS", "total", eight); });
  CHECK(count.code() == "wrong_item_count");
  CHECK_THAT(count.what(), Contains("FSS has 9 items, but 8 columns are named"));

  eight.items.push_back("fss8");
  CHECK(ErrorOf([&] { ScoreOf(form, "FSS", "total", eight); }).code() == "duplicate_item_column");
  eight.items.back() = "fss10";
  CHECK(ErrorOf([&] { ScoreOf(form, "FSS", "total", eight); }).code() == "unknown_column");
}

}  // namespace
}  // namespace fatigue

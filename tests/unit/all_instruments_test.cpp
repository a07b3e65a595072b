// SPDX-License-Identifier: MIT
// Every instrument against published numbers, and what must hold for all of them.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <numeric>
#include <random>

#include "support/made_form.h"
#include "support/text_table.h"

namespace fatigue {
namespace {

using Catch::Contains;
using Catch::Matchers::WithinRel;
using test::ErrorOf;
using test::FormOptions;
using test::FormScore;
using test::FormTable;
using test::kUnanswered;

using Answers = std::vector<double>;

/// Answers of n items from `lowest` to `highest` that add up to `sum`.
Answers AddingUpTo(double sum, int n, double lowest, double highest) {
  Answers answers(static_cast<size_t>(n), lowest);
  double left = sum - n * lowest;
  for (double& answer : answers) {
    const double more = std::min(left, highest - lowest);
    answer += more;
    left -= more;
  }
  return answers;
}

Answers Same(const InstrumentDefinition& instrument, double answer) {
  return Answers(static_cast<size_t>(instrument.items.count), answer);
}

bool IsReversed(const InstrumentDefinition& instrument, int item) {
  const auto& reversed = instrument.items.reversed;
  return std::find(reversed.begin(), reversed.end(), item) != reversed.end();
}

TEST_CASE("scores run over the published ranges") {
  struct Case {
    const char *instrument, *scoring, *scale;
    double lowest, highest;
  };
  for (const Case& known : {Case{"BDI-II", "", "total", 0, 63},
                            Case{"BFI", "", "total", 0, 10},
                            Case{"CFQ-11", "likert", "total", 0, 33},
                            Case{"CFQ-11", "likert", "physical", 0, 21},
                            Case{"CFQ-11", "likert", "mental", 0, 12},
                            Case{"CFQ-11", "bimodal", "total", 0, 11},
                            Case{"CFQ-11", "bimodal", "physical", 0, 7},
                            Case{"CFQ-11", "bimodal", "mental", 0, 4},
                            Case{"ESS", "", "total", 0, 24},
                            Case{"FACIT-Fatigue", "", "total", 0, 52},
                            Case{"FSMC", "", "total", 20, 100},
                            Case{"FSMC", "", "cognitive", 10, 50},
                            Case{"FSMC", "", "motor", 10, 50},
                            Case{"FSS", "sum", "eight_item", 8, 56},
                            Case{"MFIS", "", "five_item", 0, 20},
                            Case{"MFIS-5", "", "total", 0, 20},
                            Case{"Neuro-QoL Fatigue", "", "t_score", 29.5, 74.1},
                            Case{"Neuro-QoL Fatigue", "", "raw", 8, 40},
                            Case{"NRS Fatigue", "", "total", 0, 10},
                            Case{"PROMIS Fatigue 4a", "", "t_score", 33.7, 75.8},
                            Case{"PROMIS Fatigue 4a", "", "raw", 4, 20},
                            Case{"PROMIS Fatigue 7a", "", "t_score", 29.4, 83.2},
                            Case{"PROMIS Fatigue 7a", "", "raw", 7, 35},
                            Case{"PROMIS Fatigue 8a", "", "t_score", 33.1, 77.8},
                            Case{"PROMIS Fatigue 8a", "", "raw", 8, 40},
                            Case{"VAS-F", "", "total", 0, 100},
                            Case{"VAS-F 18", "mean", "fatigue", 0, 100},
                            Case{"VAS-F 18", "sum", "energy", 0, 500}}) {
    INFO(known.instrument << " " << known.scale << " " << known.scoring);
    const InstrumentDefinition& instrument = InstrumentNamed(known.instrument);
    const ScoreRange range = RangeOf(instrument, instrument.Scale(known.scale), instrument.Scoring(known.scoring));
    CHECK(range.lowest == known.lowest);
    CHECK(range.highest == known.highest);
  }
}

TEST_CASE("MFIS and MFIS-5 of one form") {
  // awell-health/awell-score, src/scores/mfis, mfis_test_responses.ts; MFIS-5: items 1, 9, 10, 17, 19 added up.
  const Answers answers = {0, 4, 3, 1, 2, 1, 0, 1, 2, 4, 1, 2, 4, 1, 0, 2, 0, 0, 4, 4, 4};
  CHECK(FormScore("MFIS", "five_item", answers) == 10);
  CHECK(FormScore("MFIS-5", "total", {answers[0], answers[8], answers[9], answers[16], answers[18]}) == 10);
  struct Case {
    double answer, physical, cognitive, psychosocial, total;
  };
  for (const Case& known : {Case{0, 0, 0, 0, 0}, Case{2, 18, 20, 4, 42}, Case{4, 36, 40, 8, 84}}) {
    const Answers same(21, known.answer);
    CHECK(FormScore("MFIS", "physical", same) == known.physical);
    CHECK(FormScore("MFIS", "cognitive", same) == known.cognitive);
    CHECK(FormScore("MFIS", "psychosocial", same) == known.psychosocial);
    CHECK(FormScore("MFIS", "total", same) == known.total);
  }
}

TEST_CASE("raw sums give the published T scores") {
  struct Case {
    const char* instrument;
    int items;
    std::vector<std::pair<double, double>> raw_and_t;
  };
  const std::vector<Case> cases = {
      {"PROMIS Fatigue 8a",
       8,
       {{8, 33.1}, {9, 38.5}, {10, 41.0}, {11, 42.8}, {16, 49.2}, {18, 51.5}, {25, 58.5}, {28, 61.3}, {40, 77.8}}},
      {"PROMIS Fatigue 7a",
       7,
       {{7, 29.4}, {9, 36.9}, {11, 41.9}, {13, 45.8}, {14, 47.6}, {20, 56.4}, {22, 59.2}, {34, 79.8}, {35, 83.2}}},
      {"PROMIS Fatigue 4a", 4, {{4, 33.7}, {5, 39.7}, {12, 57.0}, {19, 71.6}, {20, 75.8}}},
      {"Neuro-QoL Fatigue", 8, {{8, 29.5}, {9, 34.1}, {24, 51.3}, {39, 70.1}, {40, 74.1}}}};
  for (const Case& known : cases) {
    for (const auto& [raw, t] : known.raw_and_t) {
      Answers answers = AddingUpTo(raw, known.items, 1, 5);
      if (known.items == 7) answers[6] = 6 - answers[6];  // as printed on the form
      INFO(known.instrument << " " << raw);
      CHECK(FormScore(known.instrument, "t_score", answers) == t);
      CHECK(FormScore(known.instrument, "raw", answers) == raw);
    }
  }
}

TEST_CASE("tables have every raw sum, and more fatigue never has a lower T score") {
  const std::map<std::string, size_t> entries = {
      {"PROMIS Fatigue 4a", 17}, {"PROMIS Fatigue 7a", 29}, {"PROMIS Fatigue 8a", 33}, {"Neuro-QoL Fatigue", 33}};
  size_t tables = 0;
  for (const InstrumentDefinition& instrument : Instruments()) {
    for (const ScaleDefinition& scale : instrument.scales) {
      if (scale.table.empty()) continue;
      ++tables;
      INFO(instrument.name);
      CHECK(scale.table.size() == entries.at(instrument.name));
      for (size_t i = 1; i < scale.table.size(); ++i) {
        CHECK(scale.table[i].raw == scale.table[i - 1].raw + 1);
        CHECK(scale.table[i].score > scale.table[i - 1].score);
      }
    }
  }
  CHECK(tables == entries.size());
  // Standard errors where they are published, as for 7a.
  const InstrumentDefinition& promis = InstrumentNamed("PROMIS Fatigue 7a");
  CHECK(promis.Scale("t_score").table.front().se == 5.3);
  CHECK(promis.Scale("t_score").table.back().se == 4.1);
  CHECK_FALSE(InstrumentNamed("PROMIS Fatigue 8a").Scale("t_score").table.front().se);
}

TEST_CASE("an incomplete form has no T score") {
  Answers answers(8, 3);
  answers[4] = kUnanswered;
  CHECK(std::isnan(FormScore("PROMIS Fatigue 8a", "t_score", answers)));
  CHECK(std::isnan(FormScore("Neuro-QoL Fatigue", "t_score", answers)));
}

TEST_CASE("FACIT-Fatigue counts all items but An5 and An7 from the other end") {
  // Answers 0 but An5 and An7 (positions 7 and 8) 4: the least fatigue. FACTscorer, scoreFACIT_Fatigue.
  Answers best(13, 0);
  best[6] = best[7] = 4;
  CHECK(FormScore("FACIT-F", "total", best) == 52);
  CHECK(FormScore("FACIT-F", "total", Answers(13, 0)) == 44);
  CHECK(FormScore("FACIT-F", "total", Answers(13, 4)) == 8);
  CHECK(FormScore("FACIT-F", "total", Answers(13, 1)) == 11 * 3 + 2);
  CHECK(InstrumentNamed("FACIT-F").direction == Direction::higher_is_better);
}

TEST_CASE("the bimodal scoring counts the two worse answers as one") {
  const Answers answers = {0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2};
  CHECK(FormScore("Chalder", "total", answers) == 15);
  CHECK(FormScore("Chalder", "physical", answers) == 9);
  CHECK(FormScore("Chalder", "mental", answers) == 6);
  CHECK(FormScore("Chalder", "total", answers, "bimodal") == 5);
  CHECK(FormScore("Chalder", "physical", answers, "bimodal") == 3);
  CHECK(FormScore("Chalder", "mental", answers, "bimodal") == 2);
}

TEST_CASE("visual analogue scales take any number in their range") {
  CHECK(FormScore("VAS-F", "total", {37.25}) == 37.25);
  Answers lines(18, 20.5);
  for (size_t energy = 5; energy < 10; ++energy) lines[energy] = 70;
  CHECK_THAT(FormScore("VAS-F 18", "fatigue", lines), WithinRel(20.5, 1e-15));
  CHECK(FormScore("VAS-F 18", "energy", lines) == 70);
  const InstrumentDefinition& lee = InstrumentNamed("VAS-F 18");
  CHECK(DirectionOf(lee, lee.Scale("fatigue"), {}) == Direction::lower_is_better);
  CHECK(DirectionOf(lee, lee.Scale("energy"), {}) == Direction::higher_is_better);
  const Error error = ErrorOf([] { FormScore("VAS-F", "total", {100.5}); });
  CHECK_THAT(error.what(),
             Contains("form.csv, row 2, column item1: 100.5") && Contains("numbers 0 to 100") && !Contains("whole"));
}

TEST_CASE("a scale that is used both ways needs its direction") {
  const InstrumentDefinition& nrs = InstrumentNamed("Fatigue NRS");
  const Table form = FormTable({{4}});
  const Error error = ErrorOf([&] { ScoreTable(form, nrs, {{"item1"}, "", {}, {}}); });
  CHECK(error.code() == "direction_missing");
  CHECK_THAT(error.what(), Contains("NRS Fatigue"));
  CHECK_THAT(error.remedy(), Contains("higher_is_better"));
  const auto up = ScoreTable(form, nrs, {{"item1"}, "", {}, Direction::higher_is_better});
  CHECK(up.Scale("total").direction == Direction::higher_is_better);
}

TEST_CASE("both sides of the bound of every scale's default rule") {
  struct Case {
    const char *instrument, *scale;
    int fewest;
  };
  const std::vector<Case> cases = {{"BDI-II", "total", 11},
                                   {"BFI", "total", 5},
                                   {"CFQ-11", "total", 6},
                                   {"CFQ-11", "physical", 4},
                                   {"CFQ-11", "mental", 2},
                                   {"DFS", "total", 1},
                                   {"ESS", "total", 8},
                                   {"FACIT-Fatigue", "total", 7},
                                   {"FSMC", "total", 10},
                                   {"FSMC", "cognitive", 5},
                                   {"FSMC", "motor", 5},
                                   {"FSS", "total", 5},
                                   {"FSS", "eight_item", 4},
                                   {"MFIS", "total", 11},
                                   {"MFIS", "physical", 5},
                                   {"MFIS", "cognitive", 5},
                                   {"MFIS", "psychosocial", 1},
                                   {"MFIS", "five_item", 3},
                                   {"MFIS-5", "total", 3},
                                   {"Neuro-QoL Fatigue", "t_score", 8},
                                   {"Neuro-QoL Fatigue", "raw", 8},
                                   {"NRS Fatigue", "total", 1},
                                   {"PROMIS Fatigue 4a", "t_score", 4},
                                   {"PROMIS Fatigue 4a", "raw", 4},
                                   {"PROMIS Fatigue 7a", "t_score", 7},
                                   {"PROMIS Fatigue 7a", "raw", 7},
                                   {"PROMIS Fatigue 8a", "t_score", 8},
                                   {"PROMIS Fatigue 8a", "raw", 8},
                                   {"VAS-F", "total", 1},
                                   {"VAS-F 18", "fatigue", 7},
                                   {"VAS-F 18", "energy", 3}};
  size_t scales = 0;
  for (const InstrumentDefinition& instrument : Instruments()) scales += instrument.scales.size();
  CHECK(cases.size() == scales);
  for (const Case& rule : cases) {
    INFO(rule.instrument << " " << rule.scale);
    const InstrumentDefinition& instrument = InstrumentNamed(rule.instrument);
    const ScaleDefinition& scale = instrument.Scale(rule.scale);
    Answers answers = Same(instrument, instrument.items.lowest + 1);
    for (size_t i = static_cast<size_t>(rule.fewest); i < scale.items.size(); ++i) {
      answers[static_cast<size_t>(scale.items[i] - 1)] = kUnanswered;
    }
    CHECK(std::isfinite(FormScore(rule.instrument, rule.scale, answers)));
    answers[static_cast<size_t>(scale.items[static_cast<size_t>(rule.fewest - 1)] - 1)] = kUnanswered;
    CHECK(std::isnan(FormScore(rule.instrument, rule.scale, answers)));
  }
}

TEST_CASE("missing items count as the mean of what the others count, after reversal") {
  // FACIT-Fatigue, items 1 to 7 answered 1: six count 3, An5 counts 1.
  Answers answers(13, kUnanswered);
  for (size_t item = 0; item < 7; ++item) answers[item] = 1;
  CHECK_THAT(FormScore("FACIT-F", "total", answers), WithinRel(19.0 * 13 / 7, 1e-15));
}

TEST_CASE("the best form gives the best end of the range, the worst form the worst") {
  for (const InstrumentDefinition& instrument : Instruments()) {
    for (const ScoringDefinition& scoring : instrument.scorings) {
      for (const ScaleDefinition& scale : instrument.scales) {
        INFO(instrument.name << " " << scale.name << " " << scoring.name);
        const bool low_is_good =
            DirectionOf(instrument, scale, Direction::lower_is_better) == Direction::lower_is_better;
        Answers best = Same(instrument, instrument.items.lowest), worst = Same(instrument, instrument.items.highest);
        for (size_t i = 0; i < best.size(); ++i) {
          if (IsReversed(instrument, static_cast<int>(i) + 1) == low_is_good) std::swap(best[i], worst[i]);
        }
        const ScoreRange range = RangeOf(instrument, scale, scoring);
        const double good = low_is_good ? range.lowest : range.highest;
        const double bad = low_is_good ? range.highest : range.lowest;
        CHECK(FormScore(instrument.name, scale.name, best, scoring.name) == good);
        CHECK(FormScore(instrument.name, scale.name, worst, scoring.name) == bad);
      }
    }
  }
}

TEST_CASE("a higher answer raises the score, that of a reversed item lowers it") {
  for (const InstrumentDefinition& instrument : Instruments()) {
    const double middle = std::floor((instrument.items.lowest + instrument.items.highest) / 2);
    for (const ScaleDefinition& scale : instrument.scales) {
      const double before = FormScore(instrument.name, scale.name, Same(instrument, middle));
      for (const int item : scale.items) {
        INFO(instrument.name << " " << scale.name << " item " << item);
        Answers answers = Same(instrument, middle);
        answers[static_cast<size_t>(item - 1)] += 1;
        const double after = FormScore(instrument.name, scale.name, answers);
        CHECK((IsReversed(instrument, item) ? after < before : after > before));
      }
    }
  }
}

TEST_CASE("where the columns stand does not change a score") {
  std::mt19937 random(11);
  for (const InstrumentDefinition& instrument : Instruments()) {
    Answers answers;
    for (int item = 1; item <= instrument.items.count; ++item) {
      answers.push_back(instrument.items.lowest +
                        item % static_cast<int>(1 + instrument.items.highest - instrument.items.lowest));
    }
    Table table = FormTable({answers});
    const InstrumentScores before = ScoreTable(table, instrument, FormOptions(instrument));
    std::shuffle(table.columns.begin(), table.columns.end(), random);
    const InstrumentScores after = ScoreTable(table, instrument, FormOptions(instrument));
    for (const ScaleScores& scale : before.scales) {
      INFO(instrument.name << " " << scale.scale.name);
      CHECK(after.Scale(scale.scale.name).score[0] == scale.score[0]);
    }
  }
}

TEST_CASE("the subscales of a complete form add up to the total") {
  std::mt19937 random(5);
  for (const InstrumentDefinition& instrument : Instruments()) {
    std::uniform_int_distribution<int> answer(static_cast<int>(instrument.items.lowest),
                                              static_cast<int>(instrument.items.highest));
    Answers answers = Same(instrument, 0);
    for (double& each : answers) each = answer(random);
    for (const ScaleDefinition& scale : instrument.scales) {
      if (scale.subscales.empty()) continue;
      double sum = 0;
      for (const std::string& part : scale.subscales) sum += FormScore(instrument.name, part, answers);
      INFO(instrument.name);
      CHECK(FormScore(instrument.name, scale.name, answers) == sum);
    }
  }
}

}  // namespace
}  // namespace fatigue

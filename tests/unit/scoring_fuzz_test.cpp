// SPDX-License-Identifier: MIT
// Random definitions and random forms, from a fixed seed: whatever they are, a score stays in its range, does not
// depend on the order of the columns, and a complete form of it has one.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <random>

#include "instrument/read_definition.h"
#include "support/made_form.h"

namespace fatigue {
namespace {

using test::FormOptions;
using test::FormTable;
using test::kUnanswered;

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  int Whole(int lowest, int highest) { return std::uniform_int_distribution<int>(lowest, highest)(random_); }
  double Real(double lowest, double highest) {
    return std::uniform_real_distribution<double>(lowest, highest)(random_);
  }
  bool Chance(double probability) { return Real(0, 1) < probability; }

  std::vector<int> SomeItems(int count) {
    std::vector<int> items(static_cast<size_t>(count));
    std::iota(items.begin(), items.end(), 1);
    std::shuffle(items.begin(), items.end(), random_);
    items.resize(static_cast<size_t>(Whole(1, count)));
    return items;
  }

  template <class T>
  void Shuffle(std::vector<T>* list) {
    std::shuffle(list->begin(), list->end(), random_);
  }

  Json Definition() {
    const int count = Whole(2, 25), lowest = Whole(-2, 3), highest = lowest + Whole(1, 10);
    Json own = Json::parse(R"({"name": "Random", "title": "Random", "version": "1", "direction": "lower_is_better",
                               "scorings": [], "missingItems": {"default": "half", "source": "made"},
                               "source": ["made"], "licence": "made"})");
    const bool any_number = Chance(0.2);
    own["items"] = {{"count", count}, {"lowest", lowest}, {"highest", highest}, {"step", any_number ? 0 : 1}};
    if (Chance(0.5)) own["items"]["reversed"] = SomeItems(count);
    own["scorings"].push_back({{"name", "plain"}, {"combine", Chance(0.5) ? "sum" : "mean"}});
    if (!any_number && Chance(0.5)) {
      Json recode = Json::array();
      for (int answer = lowest; answer <= highest; ++answer) recode.push_back(Real(-3, 3));
      own["scorings"].push_back({{"name", "recoded"}, {"combine", Chance(0.5) ? "sum" : "mean"}, {"recode", recode}});
    }
    // Two parts that share no item, their sum, and scales of any items.
    const int cut = Whole(1, count - 1);
    std::vector<int> first, second;
    for (int item = 1; item <= count; ++item) (item <= cut ? first : second).push_back(item);
    own["scales"] = {{{"name", "total"}, {"label", "Total"}, {"subscales", {"first", "second"}}},
                     {{"name", "first"}, {"label", "First"}, {"items", first}},
                     {{"name", "second"}, {"label", "Second"}, {"items", second}}};
    for (int i = 0; i < Whole(0, 3); ++i) {
      Json scale = {{"name", "s" + std::to_string(i)}, {"label", "S"}, {"items", SomeItems(count)}};
      if (Chance(0.5))
        scale["transform"] = {{"multiply", Chance(0.5) ? Real(0.1, 9) : Real(-9, -0.1)}, {"add", Real(-5, 5)}};
      own["scales"].push_back(scale);
    }
    return own;
  }

  std::vector<double> Form(const ItemsDefinition& items, double missing) {
    std::vector<double> answers;
    for (int item = 0; item < items.count; ++item) {
      const double answer = items.whole ? Whole(static_cast<int>(items.lowest), static_cast<int>(items.highest))
                                        : Real(items.lowest, items.highest);
      answers.push_back(Chance(missing) ? kUnanswered : answer);
    }
    return answers;
  }

  MissingItems Rule() {
    switch (Whole(0, 3)) {
      case 0:
        return MissingItems::Complete();
      case 1:
        return MissingItems::Subscales();
      case 2:
        return MissingItems::ByScale(
            {{"total", {ItemRule::Kind::at_least, 2}}, {"first", {ItemRule::Kind::complete, 0}}});
      default:
        return MissingItems::Half();
    }
  }

 private:
  std::mt19937 random_;
};

TEST_CASE("random definitions and forms keep to what holds for all") {
  Maker maker(20240501);
  for (int round = 0; round < 300; ++round) {
    const Json json = maker.Definition();
    INFO("round " << round << ": " << json.dump());
    const InstrumentDefinition instrument = ReadDefinition(json, "", "bad");
    std::vector<std::vector<double>> forms;
    for (const double missing : {0.0, 0.2, 0.5, 0.9, 1.0}) forms.push_back(maker.Form(instrument.items, missing));
    Table table = FormTable(forms);
    for (const ScoringDefinition& scoring : instrument.scorings) {
      ScoringOptions options = FormOptions(instrument, scoring.name);
      options.missing_items = maker.Rule();
      const InstrumentScores scores = ScoreTable(table, instrument, options);
      maker.Shuffle(&table.columns);
      const InstrumentScores shuffled = ScoreTable(table, instrument, options);
      for (const ScaleScores& scale : scores.scales) {
        INFO(scale.scale.name << " " << scoring.name << " " << Name(*options.missing_items));
        CHECK(scale.range.lowest <= scale.range.highest);
        CHECK(scale.state[0] == ScoreState::scored);
        CHECK(scale.state[4] == ScoreState::not_given);
        for (size_t row = 0; row < forms.size(); ++row) {
          const double score = scale.score[row], again = shuffled.Scale(scale.scale.name).score[row];
          const bool has_score = scale.state[row] == ScoreState::scored || scale.state[row] == ScoreState::prorated;
          CHECK(has_score == !std::isnan(score));
          CHECK((score == again || (std::isnan(score) && std::isnan(again))));
          if (has_score) CHECK((score >= scale.range.lowest && score <= scale.range.highest));
        }
      }
    }
  }
}

}  // namespace
}  // namespace fatigue

// SPDX-License-Identifier: MIT
// Which record stands for which planned visit.
#include "report/visit_windows.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <random>
#include <set>

#include "support/small_trial.h"

namespace fatigue {
namespace {

using Catch::Contains;
using test::ErrorOf;
using test::ExcludedFor;
using test::SmallTrial;
using Visits = std::vector<std::string>;

const std::vector<VisitWindow> kWindows = {{"Base", 1, 3, 0}, {"Week 2", 14, 3, 3}, {"Week 4", 28, 7, 7}};

/// One participant's days to windows.
std::vector<int> Assigned(const std::vector<VisitWindow>& windows, const std::vector<double>& days) {
  return AssignWindows(windows, std::vector<int>(days.size(), 0), days);
}

TEST_CASE("a window holds its first and its last day and none beyond") {
  for (const auto& [day, window] : std::vector<std::pair<double, int>>{{-3, kOutsideWindows},
                                                                       {-2, 0},
                                                                       {1, 0},
                                                                       {2, kOutsideWindows},
                                                                       {10, kOutsideWindows},
                                                                       {11, 1},
                                                                       {17, 1},
                                                                       {18, kOutsideWindows},
                                                                       {21, 2},
                                                                       {35, 2},
                                                                       {36, kOutsideWindows}}) {
    INFO("day " << day);
    CHECK(Assigned(kWindows, {day}) == std::vector<int>{window});
  }
}

TEST_CASE("a day in two windows goes to the nearer planned day, of two equally near to the later") {
  const std::vector<VisitWindow> windows = {{"a", 10, 5, 5}, {"b", 16, 5, 5}};
  CHECK(Assigned(windows, {12}) == std::vector<int>{0});
  CHECK(Assigned(windows, {13}) == std::vector<int>{1});
  CHECK(Assigned(windows, {14}) == std::vector<int>{1});
  const std::vector<VisitWindow> turned = {windows[1], windows[0]};
  CHECK(Assigned(turned, {13}) == std::vector<int>{0});
}

TEST_CASE("of several records for a visit the nearest is used, of two equally near the later") {
  CHECK(Assigned(kWindows, {12, 15, 17}) == std::vector<int>{kOtherIsNearer, 1, kOtherIsNearer});
  CHECK(Assigned(kWindows, {13, 15}) == std::vector<int>{kOtherIsNearer, 1});
  CHECK(Assigned(kWindows, {15, 13}) == std::vector<int>{1, kOtherIsNearer});
  CHECK(AssignWindows(kWindows, {0, 1}, {13, 15}) == std::vector<int>{1, 1});
}

TEST_CASE("a record without a participant or a day has no visit, and keeps none from another") {
  CHECK(AssignWindows(kWindows, {-1, 0, 0}, {14, std::nan(""), 13}) == std::vector<int>{kNoDay, kNoDay, 1});
}

TEST_CASE("windows use no record twice, none outside, and do not see the order of rows (random records)") {
  std::mt19937 random(7);
  for (int trial = 0; trial < 300; ++trial) {
    std::vector<VisitWindow> windows;
    double at = 0;
    for (int k = 0; k < 4; ++k) {
      at += 1 + static_cast<double>(random() % 8);
      windows.push_back({std::to_string(k), at, static_cast<double>(random() % 6), static_cast<double>(random() % 6)});
    }
    std::vector<int> participant;
    std::vector<double> day;
    std::set<std::pair<int, double>> taken;
    for (int k = 0; k < 25; ++k) {
      const int who = static_cast<int>(random() % 3);
      const double when = static_cast<double>(random() % 40) - 2;
      if (!taken.insert({who, when}).second) continue;
      participant.push_back(who);
      day.push_back(when);
    }
    const std::vector<int> assigned = AssignWindows(windows, participant, day);
    std::set<std::pair<int, int>> used;
    for (std::size_t k = 0; k < day.size(); ++k) {
      if (assigned[k] < 0) continue;
      CHECK(used.insert({participant[k], assigned[k]}).second);
      const VisitWindow& window = windows[static_cast<std::size_t>(assigned[k])];
      CHECK(day[k] >= window.day - window.before);
      CHECK(day[k] <= window.day + window.after);
    }
    // Nobody is nearer who was passed over: of those left out for another, the visit is taken by one at least as near.
    for (std::size_t k = 0; k < day.size(); ++k) {
      if (assigned[k] != kOtherIsNearer) continue;
      const bool is_beaten = [&] {
        for (std::size_t other = 0; other < day.size(); ++other) {
          if (participant[other] != participant[k] || assigned[other] < 0) continue;
          const VisitWindow& window = windows[static_cast<std::size_t>(assigned[other])];
          if (std::fabs(day[other] - window.day) <= std::fabs(day[k] - window.day)) return true;
        }
        return false;
      }();
      CHECK(is_beaten);
    }
    std::vector<std::size_t> order(day.size());
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), random);
    std::vector<int> other_participant;
    std::vector<double> other_day;
    for (const std::size_t k : order) {
      other_participant.push_back(participant[k]);
      other_day.push_back(day[k]);
    }
    const std::vector<int> again = AssignWindows(windows, other_participant, other_day);
    for (std::size_t k = 0; k < order.size(); ++k) CHECK(again[k] == assigned[order[k]]);
  }
}

/// Days 0, 13, 16 and 30 of each participant.
SmallTrial Windowed() {
  SmallTrial trial;
  trial.File(1)["windows"] = Json::parse(R"([
    {"visit": "Week 4", "day": 28, "before": 3, "after": 3}, {"visit": "Start", "day": 0, "before": 0, "after": 0},
    {"visit": "Week 2", "day": 14, "before": 3, "after": 3}])");
  for (const std::string id : {"A1", "A2", "B1", "B2"}) {
    trial.diary += id + ",0,5\n" + id + ",13,4\n" + id + ",16,3\n" + id + ",30,2\n";
  }
  return trial;
}

TEST_CASE("with windows the visits are the planned ones, in the order of their days") {
  SmallTrial trial = Windowed();
  const Visits visits = trial.VisitsByRow();
  CHECK(Visits(visits.begin(), visits.begin() + 4) == Visits{"Start", "Week 2", "", "Week 4"});
  const OutcomeTable outcome = trial.Build();
  CHECK(outcome.baseline_visit == "Start");
  CHECK(outcome.visits == Visits{"Week 2", "Week 4"});
  CHECK(ExcludedFor(outcome, "another record is nearer the visit") == 4);
  CHECK(test::ByIdAndVisit(outcome, "change").at("A1 Week 2") == -1);
}

TEST_CASE("a nearer record without the score takes no visit from one that has it") {
  SmallTrial trial = Windowed();
  trial.diary = "id,day,dfs\n";
  for (const std::string id : {"A1", "A2", "B1", "B2"}) {
    trial.diary += id + ",0,5\n" + id + ",12,4\n" + id + ",14,\n" + id + ",17,1\n" + id + ",30,2\n";
  }
  const OutcomeTable outcome = trial.Build();
  CHECK(outcome.participants_at.at({"A", "Week 2"}) == 2);
  CHECK(test::ByIdAndVisit(outcome, "change").at("A1 Week 2") == -1);  // day 12, nearer than day 17
  CHECK(ExcludedFor(outcome, "another record is nearer the visit") == 4);
}

TEST_CASE("records outside the windows are counted, and those without a score are not") {
  SmallTrial trial = Windowed();
  trial.diary += "A1,50,1\nA2,60,\n";
  CHECK(ExcludedFor(trial.Build(), "outside the visit windows") == 1);
}

TEST_CASE("duplicates are judged after windows: the same day twice is one only where it is used") {
  SmallTrial trial = Windowed();
  trial.diary += "A1,16,4\n";  // another record, of day 13, stands for the visit
  CHECK(ExcludedFor(trial.Build(), "another record is nearer the visit") == 5);
  trial.diary += "A1,30,4\n";
  const Error error = ErrorOf([&] { trial.Build(); });
  CHECK(error.code() == "duplicate_visit");
  CHECK_THAT(error.what(), Contains("participant A1 at visit Week 4 (rows 5, 19)"));
  SmallTrial plain = Windowed();
  plain.File(1).erase("windows");
  plain.diary += "A1,16,4\n";
  CHECK(ErrorOf([&] { plain.Build(); }).code() == "duplicate_visit");
}

TEST_CASE("windows need days") {
  SmallTrial trial = Windowed();
  trial.diary += "A1,late,4\n";
  const Error error = ErrorOf([&] { trial.Build(); });
  CHECK(error.code() == "day_not_a_number");
  CHECK_THAT(error.what(), Contains("diary.csv, row 18, column day: late is no day"));
}

TEST_CASE("the planned day of a window is the day a slope goes by") {
  SmallTrial trial = Windowed();
  trial.Outcome()["model"] = {{"kind", "random_effects"}, {"response", "value"}};
  trial.Outcome()["effect"] = {{"kind", "slope_difference"}};
  CHECK(trial.Build().days == std::vector<double>{0, 14, 28});
}

}  // namespace
}  // namespace fatigue

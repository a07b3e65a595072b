// SPDX-License-Identifier: MIT
#include "report/responders.h"

#include <algorithm>
#include <cmath>

#include "base/words.h"

namespace fatigue {
namespace {

bool IsSame(double a, double b) { return std::fabs(a - b) <= 1e-9 * std::max(std::fabs(a), std::fabs(b)); }
bool IsAtLeast(double a, double b) { return a > b || IsSame(a, b); }
bool IsAbove(double a, double b) { return a > b && !IsSame(a, b); }

/// Sample SD of the baselines of those with an arm; NaN for fewer than two.
double BaselineSd(const std::vector<double>& baseline, const Roster& roster) {
  double sum = 0, squares = 0, n = 0;
  const auto each = [&](auto use) {
    for (std::size_t who = 0; who < baseline.size(); ++who) {
      if (roster.participants[who].arm >= 0 && !std::isnan(baseline[who])) use(baseline[who]);
    }
  };
  each([&](double value) {
    sum += value;
    ++n;
  });
  each([&](double value) { squares += (value - sum / n) * (value - sum / n); });
  return std::sqrt(squares / (n - 1));
}

/// Whether the rule can be put to a participant with this baseline and score.
bool CanTell(const ResponderRule& rule, double baseline) {
  if (!rule.NeedsBaseline()) return true;
  if (std::isnan(baseline)) return false;
  return rule.kind != ResponderKind::percent_change || baseline > 0;
}

bool IsResponder(const ResponderRule& rule, Direction direction, double threshold, double baseline, double value) {
  const double sign = direction == Direction::lower_is_better ? -1 : 1;
  const double gain = sign * (value - baseline);
  switch (rule.kind) {
    case ResponderKind::change:
      return IsAtLeast(gain, rule.by);
    case ResponderKind::percent_change:
      return IsAtLeast(100 * gain / baseline, rule.by);
    case ResponderKind::cut_off:
      return rule.inclusive ? IsAtLeast(sign * value, sign * rule.value) : IsAbove(sign * value, sign * rule.value);
    case ResponderKind::reliable_change:
      return IsAbove(gain, threshold);
  }
  return false;
}

}  // namespace

std::optional<ResponderTable> CountResponders(const ResponderRule& rule, Direction direction, const Course& course,
                                              const std::vector<int>& visits, const std::vector<double>& baseline,
                                              const Roster& roster, std::vector<Warning>* warnings) {
  ResponderTable table;
  table.rule = rule;
  if (rule.kind == ResponderKind::change) table.threshold = rule.by;
  if (rule.kind == ResponderKind::reliable_change) {
    const double sd = rule.sd ? *rule.sd : BaselineSd(baseline, roster);
    if (!(sd > 0)) {
      warnings->push_back({"no_responders",
                           "responders by reliable change cannot be counted: the baseline scores have no standard "
                           "deviation above 0"});
      return std::nullopt;
    }
    table.rule.sd = sd;
    table.threshold = 1.96 * sd * std::sqrt(2 * (1 - rule.reliability));
  }
  std::vector<int> place(course.visits.size(), -1);
  for (std::size_t k = 0; k < visits.size(); ++k) place[visits[k]] = static_cast<int>(k);
  const std::size_t width = visits.size();
  std::vector<int> n(roster.arms.size() * width), responders(n.size());
  std::vector<std::vector<ResponderTable::Answer>> answers(width);
  std::vector<bool> is_left_out(roster.participants.size());
  for (const Entry& entry : course.entries) {
    if (entry.fault != EntryFault::none || place[entry.visit] < 0) continue;
    const int arm = roster.participants[entry.participant].arm;
    const double own = baseline.empty() ? 0 : baseline[entry.participant];
    if (!CanTell(rule, own)) {
      if (!std::isnan(own)) is_left_out[entry.participant] = true;
      continue;
    }
    const std::size_t cell = static_cast<std::size_t>(arm) * width + static_cast<std::size_t>(place[entry.visit]);
    const bool is_responder = IsResponder(rule, direction, table.threshold.value_or(0), own, entry.value);
    ++n[cell];
    if (is_responder) ++responders[cell];
    answers[place[entry.visit]].push_back({entry.participant, arm, course.visits[entry.visit], is_responder});
  }
  for (const auto& own : answers) table.answers.insert(table.answers.end(), own.begin(), own.end());
  const auto left_out = std::count(is_left_out.begin(), is_left_out.end(), true);
  if (left_out > 0) {
    warnings->push_back({"responders_left_out",
                         Counted(static_cast<std::size_t>(left_out), "participant has", "participants have") +
                             " a baseline that is not above 0, of which there is no percentage: not counted among "
                             "responders or others"});
  }
  for (std::size_t arm = 0; arm < roster.arms.size(); ++arm) {
    for (std::size_t k = 0; k < width; ++k) {
      const std::size_t cell = arm * width + k;
      if (n[cell] == 0) continue;
      table.rows.push_back(
          {roster.arms[arm], course.visits[visits[k]], n[cell], responders[cell], 100.0 * responders[cell] / n[cell]});
    }
  }
  return table;
}

void CompareResponders(const std::vector<std::string>& arms, DifferenceInterval method, double confidence,
                       ResponderTable* table) {
  std::vector<std::string> visits;
  for (const ResponderTable::Row& row : table->rows) {
    if (std::find(visits.begin(), visits.end(), row.visit) == visits.end()) visits.push_back(row.visit);
  }
  for (const std::string& visit : visits) {
    const auto count_of = [&](const std::string& arm) {
      const auto row = std::find_if(table->rows.begin(), table->rows.end(), [&](const ResponderTable::Row& each) {
        return each.arm == arm && each.visit == visit;
      });
      return row == table->rows.end() ? Proportion{} : Proportion{row->responders, row->n};
    };
    const Proportion reference = count_of(arms.front());
    for (std::size_t arm = 1; arm < arms.size(); ++arm) {
      const Proportion own = count_of(arms[arm]);
      if (own.total == 0 || reference.total == 0) continue;
      table->comparisons.emplace_back(visit, CompareArms(arms[arm], arms[0], own, reference, method, confidence));
    }
  }
}

}  // namespace fatigue

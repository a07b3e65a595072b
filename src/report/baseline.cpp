// SPDX-License-Identifier: MIT
#include "report/baseline.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "base/constants.h"
#include "base/words.h"

namespace fatigue {
namespace {

/// The visit called baseline, if there is one beside a screening visit; else the first.
int DefaultBaseline(const Course& course, const std::vector<int>& with_values) {
  const auto is_named = [&](int visit) {
    std::string lower = course.visits[visit];
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    return lower == "baseline";
  };
  const auto named = std::find_if(with_values.begin(), with_values.end(), is_named);
  return named == with_values.end() ? with_values.front() : *named;
}

void SetByVisit(const PlanModel& model, const Course& course, const std::vector<int>& with_values, Baseline* baseline) {
  int visit = -1;
  if (model.baseline_visit.empty()) {
    visit = DefaultBaseline(course, with_values);
  } else {
    const auto found = std::find(course.visits.begin(), course.visits.end(), model.baseline_visit);
    visit = static_cast<int>(found - course.visits.begin());  // PlanSchedule has required it
  }
  baseline->visit = course.visits[visit];
  baseline->is_baseline[visit] = true;
  baseline->until = course.days[visit];
  for (const Entry& entry : course.entries) {
    if (entry.fault == EntryFault::none && entry.visit == visit) baseline->value[entry.participant] = entry.value;
  }
}

void SetByDays(const BaselineRule& rule, const Course& course, Baseline* baseline) {
  const bool is_last = rule.kind == BaselineKind::last_before;
  const std::vector<double> days = course.RequiredDays(is_last ? "the last record before a day" : "a mean over days");
  baseline->until = is_last ? rule.day : rule.to;
  for (std::size_t k = 0; k < days.size(); ++k) baseline->is_baseline[k] = days[k] <= *baseline->until;
  std::vector<double> last(baseline->value.size(), -kInfinity);
  std::vector<double> sum(baseline->value.size());
  std::vector<int> count(baseline->value.size());
  for (const Entry& entry : course.entries) {
    if (entry.fault != EntryFault::none) continue;
    const double day = days[entry.visit];
    const int who = entry.participant;
    if (is_last && day <= rule.day && day > last[who]) {
      last[who] = day;
      baseline->value[who] = entry.value;
    }
    if (!is_last && day >= rule.from && day <= rule.to) {
      sum[who] += entry.value;
      ++count[who];
    }
  }
  if (is_last) return;
  for (std::size_t who = 0; who < sum.size(); ++who) {
    if (count[who] >= rule.least_days) baseline->value[who] = sum[who] / count[who];
  }
}

void ThrowWhereItVaries(const Column& column, const Course& course, const Roster& roster,
                        const std::vector<int>& first_row) {
  const Table& table = *course.records->table;
  std::vector<Place> places;
  std::vector<std::string> texts;
  for (const Entry& entry : course.entries) {
    if (entry.participant < 0 || column.IsMissing(entry.row)) continue;
    const int first = first_row[entry.participant];
    if (column.values[entry.row] == column.values[first]) continue;
    places.push_back(table.PlaceOf(first, column));
    places.push_back(table.PlaceOf(entry.row, column));
    texts.push_back(roster.participants[entry.participant].id + " (row " + std::to_string(table.origin_row[first]) +
                    ": " + column.Text(first) + ", row " + std::to_string(table.origin_row[entry.row]) + ": " +
                    column.Text(entry.row) + ")");
  }
  if (texts.empty()) return;
  throw Error(
      "baseline_varies",
      table.name + ": column " + column.name + " has more than one baseline for participant " + Listed(texts, 4),
      places, "give every row of a participant the same baseline");
}

/// Which visits a repeated baseline was taken at cannot be read from it.
void SetOwnVisits(const Course& course, const std::vector<int>& with_values, Baseline* baseline,
                  std::vector<Warning>* warnings) {
  std::vector<bool> all_equal(course.visits.size(), true), is_compared(course.visits.size(), false);
  for (const Entry& entry : course.entries) {
    if (entry.fault != EntryFault::none || std::isnan(baseline->value[entry.participant])) continue;
    is_compared[entry.visit] = true;
    if (entry.value != baseline->value[entry.participant]) all_equal[entry.visit] = false;
  }
  std::size_t own = 0;  // visits up to here, in the order of time
  for (std::size_t k = 0; k < with_values.size(); ++k) {
    const int visit = with_values[k];
    const bool is_before = course.days[visit] && *course.days[visit] <= 0;
    if (is_before || (is_compared[visit] && all_equal[visit])) {
      own = k + 1;
    } else if (is_compared[visit]) {
      break;  // treatment has begun: scores that equal their baselines later are scores that did not change
    }
  }
  std::vector<std::string> names;
  for (std::size_t k = 0; k < own; ++k) {
    baseline->is_baseline[with_values[k]] = true;
    names.push_back(course.visits[with_values[k]]);
  }
  if (names.empty()) return;
  baseline->until = course.days[with_values[own - 1]];
  warnings->push_back({"baseline_visits", course.records->table->name + ": " +
                                              (names.size() == 1 ? "visit " : "visits ") + Listed(names) +
                                              (names.size() == 1 ? " is" : " are") +
                                              " taken to be the baseline's own (day 0 or before, or every score equals "
                                              "its baseline) and not analysed as a change from it"});
}

void SetByColumn(const BaselineRule& rule, const Course& course, const Roster& roster, Baseline* baseline) {
  const Table& table = *course.records->table;
  const Column& column = table.At(rule.column);
  if (column.kind != Column::Kind::number) {
    throw Error("not_numeric", table.name + ": column " + column.name + " cannot be a baseline, being no numbers",
                {{table.name, 0, column.name, ""}}, "choose the column that repeats the baseline score");
  }
  std::vector<int> first_row(baseline->value.size(), -1);
  for (const Entry& entry : course.entries) {
    if (entry.participant < 0 || column.IsMissing(entry.row) || first_row[entry.participant] >= 0) continue;
    first_row[entry.participant] = entry.row;
    baseline->value[entry.participant] = column.values[entry.row];
  }
  ThrowWhereItVaries(column, course, roster, first_row);
}

}  // namespace

Baseline FindBaseline(const PlanModel& model, const Course& course, const std::vector<int>& with_values,
                      const Roster& roster, std::vector<Warning>* warnings) {
  Baseline baseline;
  baseline.value.assign(roster.participants.size(), kMissing);
  baseline.is_baseline.assign(course.visits.size(), false);
  if (!model.baseline) {
    SetByVisit(model, course, with_values, &baseline);
    return baseline;
  }
  const BaselineRule& rule = *model.baseline;
  if (rule.kind == BaselineKind::column) {
    SetByColumn(rule, course, roster, &baseline);
    SetOwnVisits(course, with_values, &baseline, warnings);
  } else {
    SetByDays(rule, course, &baseline);
  }
  const auto is_there = [](double value) { return !std::isnan(value); };
  if (std::any_of(baseline.value.begin(), baseline.value.end(), is_there)) return baseline;
  const std::string& file = course.records->table->name;
  std::string what = "in column " + rule.column;
  if (rule.kind == BaselineKind::last_before) what = "up to day " + NumberText(rule.day);
  if (rule.kind == BaselineKind::window_mean) {
    what = "from at least " + Counted(rule.least_days, "day", "days") + " between day " + NumberText(rule.from) +
           " and day " + NumberText(rule.to);
  }
  throw Error("no_baseline", file + ": no participant has a baseline " + what, {{file, 0, "", ""}},
              "choose another baseline");
}

}  // namespace fatigue

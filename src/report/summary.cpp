// SPDX-License-Identifier: MIT
#include "report/summary.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/constants.h"

namespace fatigue {
namespace {

struct DayScore {
  double day = 0;
  double value = 0;
  int row = 0;
  int part = 0;  // week from 0; always 0 for an area
};

double Mean(const DayScore* first, const DayScore* last) {
  double sum = 0;
  for (const DayScore* point = first; point != last; ++point) sum += point->value;
  return sum / static_cast<double>(last - first);
}

double AreaPerDay(const DayScore* first, const DayScore* last) {
  double area = 0;
  for (const DayScore* point = first; point + 1 != last; ++point) {
    area += (point[1].day - point[0].day) * (point[0].value + point[1].value) / 2;
  }
  return area / ((last - 1)->day - first->day);
}

/// Which part of the summary a day belongs to: -1 for none.
class Parts {
 public:
  Parts(const PlanSummary& summary, const Baseline* baseline) : summary_(summary) {
    from_ = summary.kind == SummaryKind::weekly_mean ? summary.first_day : summary.from.value_or(from_);
    if (summary.to) to_ = *summary.to;
    // The baseline, and what comes before it, is no part of what is compared with it; but an area may be asked from
    // there.
    const bool is_asked = summary.kind == SummaryKind::auc_per_day && summary.from;
    if (is_asked || baseline == nullptr || !baseline->until) return;
    from_ = std::max(from_, std::nextafter(*baseline->until, kInfinity));
  }

  int Of(double day) const {
    if (!(day >= from_ && day <= to_)) return -1;
    return summary_.kind == SummaryKind::auc_per_day ? 0 : static_cast<int>((day - summary_.first_day) / 7);
  }
  std::string Label(int part) const {
    return summary_.kind == SummaryKind::auc_per_day ? "auc" : "week " + std::to_string(part + 1);
  }

 private:
  PlanSummary summary_;
  double from_ = -kInfinity;
  double to_ = kInfinity;
};

/// No trial runs for a century: such a day is a slip, and would make a table of thousands of empty weeks.
constexpr int kMostWeeks = 5200;

[[noreturn]] void ThrowTooLate(const Course& course, int visit) {
  const Table& table = *course.records->table;
  const std::string& column = course.records->time->name;
  throw Error("day_too_late",
              table.name + ": day " + course.visits[visit] + " in column " + column +
                  " is more than a century after the first day of the weeks",
              {{table.name, 0, column, course.visits[visit]}}, "correct the day");
}

}  // namespace

Course Condense(const PlanSummary& summary, const Course& course, const Baseline* baseline, const Roster& roster) {
  const bool is_weekly = summary.kind == SummaryKind::weekly_mean;
  const std::vector<double> days = course.RequiredDays(is_weekly ? "a weekly mean" : "an area under the curve");
  const Parts parts(summary, baseline);
  Course condensed;
  condensed.records = course.records;
  condensed.in_order = true;

  std::vector<Entry> unused;
  std::vector<int> owner(course.entries.size(), -1);  // participant of the entries that are condensed
  std::vector<int> part_of_visit;
  std::map<int, int> visit_of_part;  // parts that occur
  for (std::size_t k = 0; k < days.size(); ++k) {
    const bool is_own = is_weekly && baseline != nullptr && baseline->is_baseline[k];
    if (is_weekly && days[k] - summary.first_day > 7.0 * kMostWeeks) ThrowTooLate(course, static_cast<int>(k));
    part_of_visit.push_back(is_own ? -1 : parts.Of(days[k]));
  }
  for (std::size_t k = 0; k < course.entries.size(); ++k) {
    Entry entry = course.entries[k];
    const bool is_at_visit = entry.visit >= 0;
    const bool has_part = is_at_visit && part_of_visit[entry.visit] >= 0;
    if (entry.fault == EntryFault::none && has_part) {
      owner[k] = entry.participant;
      visit_of_part.emplace(part_of_visit[entry.visit], 0);
      continue;
    }
    const bool is_own = is_at_visit && baseline != nullptr && baseline->is_baseline[entry.visit];
    if (is_own && !has_part && entry.fault == EntryFault::none) continue;  // the baseline itself needs no reason
    if (entry.fault == EntryFault::none) entry.fault = EntryFault::outside_summary;
    const bool is_without_value = entry.fault == EntryFault::value_missing || entry.fault == EntryFault::too_few_items;
    if (is_without_value && !has_part) continue;
    entry.visit = -1;
    unused.push_back(entry);
  }
  for (auto& [part, visit] : visit_of_part) {
    visit = static_cast<int>(condensed.visits.size());
    condensed.visits.push_back(parts.Label(part));
    condensed.days.push_back(is_weekly ? std::optional<double>(7.0 * (part + 1)) : std::nullopt);
  }

  const CodeGroups by_participant = GroupRows(owner, static_cast<int>(roster.participants.size()));
  std::vector<DayScore> points;
  for (std::size_t who = 0; who < roster.participants.size(); ++who) {
    points.clear();
    for (int k = by_participant.start[who]; k < by_participant.start[who + 1]; ++k) {
      const Entry& entry = course.entries[by_participant.row[k]];
      points.push_back({days[entry.visit], entry.value, entry.row, part_of_visit[entry.visit]});
    }
    std::sort(points.begin(), points.end(), [](const DayScore& a, const DayScore& b) { return a.day < b.day; });
    for (std::size_t first = 0, last = 0; first < points.size(); first = last) {
      while (last < points.size() && points[last].part == points[first].part) ++last;
      Entry entry;
      entry.row = points[first].row;
      entry.participant = static_cast<int>(who);
      entry.visit = visit_of_part.at(points[first].part);
      const bool is_enough = static_cast<int>(last - first) >= summary.least_days;
      const DayScore* begin = points.data() + first;
      const DayScore* end = points.data() + last;
      entry.value = !is_enough ? kMissing : is_weekly ? Mean(begin, end) : AreaPerDay(begin, end);
      if (!is_enough) entry.fault = EntryFault::too_few_days;
      condensed.entries.push_back(entry);
    }
  }
  condensed.entries.insert(condensed.entries.end(), unused.begin(), unused.end());
  return condensed;
}

}  // namespace fatigue

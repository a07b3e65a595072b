// SPDX-License-Identifier: MIT
#include "report/summary.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fatigue {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

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
    if (summary.kind == SummaryKind::weekly_mean) return;
    if (summary.from) {
      from_ = *summary.from;
    } else if (baseline != nullptr && baseline->until) {
      from_ = std::nextafter(*baseline->until, std::numeric_limits<double>::infinity());
    }
    if (summary.to) to_ = *summary.to;
  }

  int Of(double day) const {
    if (summary_.kind == SummaryKind::auc_per_day) return day >= from_ && day <= to_ ? 0 : -1;
    return day < summary_.first_day ? -1 : static_cast<int>(std::floor((day - summary_.first_day) / 7));
  }
  std::string Label(int part) const {
    return summary_.kind == SummaryKind::auc_per_day ? "auc" : "week " + std::to_string(part + 1);
  }

 private:
  PlanSummary summary_;
  double from_ = -std::numeric_limits<double>::infinity();
  double to_ = std::numeric_limits<double>::infinity();
};

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
  int last_part = -1;
  for (std::size_t k = 0; k < days.size(); ++k) {
    const bool is_own = is_weekly && baseline != nullptr && baseline->is_baseline[k];
    part_of_visit.push_back(is_own ? -1 : parts.Of(days[k]));
  }
  for (std::size_t k = 0; k < course.entries.size(); ++k) {
    Entry entry = course.entries[k];
    const bool is_at_visit = entry.visit >= 0;
    const bool has_part = is_at_visit && part_of_visit[entry.visit] >= 0;
    if (entry.fault == EntryFault::none && has_part) {
      owner[k] = entry.participant;
      last_part = std::max(last_part, part_of_visit[entry.visit]);
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
  for (int part = 0; part <= last_part; ++part) {
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
      entry.visit = points[first].part;
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

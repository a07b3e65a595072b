// SPDX-License-Identifier: MIT
#include "report/schedule.h"

#include <algorithm>

#include "base/words.h"
#include "report/summary.h"

namespace fatigue {
namespace {

/// Visits of the entries that `is_wanted`, in the order of time.
template <class IsWanted>
std::vector<int> VisitsOf(const Course& course, IsWanted is_wanted) {
  std::vector<int> visits;
  std::vector<bool> is_seen(course.visits.size());
  for (const Entry& entry : course.entries) {
    if (entry.visit < 0 || is_seen[entry.visit] || !is_wanted(entry)) continue;
    is_seen[entry.visit] = true;
    visits.push_back(entry.visit);
  }
  return InOrderOfTime(std::move(visits), course.visits, course.in_order);
}

std::vector<int> AllVisits(const Course& course) {
  return VisitsOf(course, [](const Entry&) { return true; });
}

void Require(const Course& course, const std::vector<int>& all, const std::string& wanted) {
  std::vector<std::string> names;
  for (const int visit : all) names.push_back(course.visits[visit]);
  if (std::find(names.begin(), names.end(), wanted) != names.end()) return;
  const std::string& file = course.records->table->name;
  const std::string& column = course.records->time->name;
  throw Error("unknown_visit",
              file + " has no visit \"" + wanted + "\" in column " + column + "; its visits are: " + Listed(names, 20),
              {{file, 0, column, wanted}}, "name the visits as they stand in the file");
}

[[noreturn]] void ThrowBaselineAnalysed(const std::string& visit) {
  throw Error("baseline_analysed", "visit " + visit + " is the baseline and cannot be analysed as a change from it", {},
              "leave it out of the visits analysed, or choose another baseline visit");
}

}  // namespace

std::vector<int> VisitsWithValues(const Course& course) {
  return VisitsOf(course, [](const Entry& entry) { return entry.fault == EntryFault::none; });
}

std::vector<int> VisitsAfterBaseline(const PlanOutcome& outcome, const Schedule& schedule) {
  std::vector<int> visits = schedule.analysed;
  if (outcome.summary) return visits;  // a summary is made of what follows the baseline, unless the plan says otherwise
  const std::vector<bool>& is_baseline = schedule.baseline->is_baseline;
  const auto last = std::find_if(visits.rbegin(), visits.rend(), [&](int visit) { return is_baseline[visit]; });
  visits.erase(visits.begin(), last.base());
  return visits;
}

Schedule PlanSchedule(const PlanOutcome& outcome, Course course, const Roster& roster, std::vector<Warning>* warnings) {
  const PlanModel& model = outcome.model;
  const bool is_change = model.response != Response::value;
  const std::string file = course.records->table->name;
  const std::string column = course.records->time->name;
  Schedule schedule;
  schedule.with_values = VisitsWithValues(course);
  if (schedule.with_values.empty()) {
    throw Error("no_data", file + " has no score of an analysed participant", {{file, 0, "", ""}});
  }
  std::vector<int> all = AllVisits(course);
  if (outcome.NeedsBaseline()) {
    if (!model.baseline && !model.baseline_visit.empty()) Require(course, all, model.baseline_visit);
    schedule.baseline = FindBaseline(model, course, schedule.with_values, roster, warnings);
  }
  if (outcome.summary) {
    if (is_change && !model.baseline && model.baseline_visit.empty()) {
      warnings->push_back(
          {"baseline_default", file + ": the plan names no baseline, so visit " + schedule.baseline->visit +
                                   " alone is taken; a mean over several days may suit a diary better"});
    }
    course = Condense(*outcome.summary, course, is_change ? &*schedule.baseline : nullptr, roster);
    all = AllVisits(course);
    schedule.with_values = VisitsWithValues(course);
    if (schedule.with_values.empty()) {
      throw Error("no_data",
                  file + ": no participant has a " + Name(outcome.summary->kind) + " of at least " +
                      Counted(outcome.summary->least_days, "day", "days"),
                  {{file, 0, column, ""}}, "ask for fewer days, or for others");
    }
  }
  schedule.is_baseline.assign(course.visits.size(), false);
  if (is_change && !outcome.summary) schedule.is_baseline = schedule.baseline->is_baseline;
  schedule.is_analysed.assign(course.visits.size(), false);
  for (const std::string& visit : model.visits) {
    Require(course, all, visit);
    const auto at = std::find(course.visits.begin(), course.visits.end(), visit) - course.visits.begin();
    if (schedule.is_baseline[at]) ThrowBaselineAnalysed(visit);
    schedule.is_analysed[at] = true;
  }
  // A change is analysed after the baseline unless the plan lists visits.
  const auto last_own = std::find_if(all.rbegin(), all.rend(), [&](int visit) { return schedule.is_baseline[visit]; });
  const auto first_after = last_own == all.rend() ? all.begin() : last_own.base();
  std::vector<bool> has_value(course.visits.size(), false);
  for (const int visit : schedule.with_values) has_value[visit] = true;
  for (auto at = all.begin(); at != all.end(); ++at) {
    if (model.visits.empty() && at >= first_after && has_value[*at]) schedule.is_analysed[*at] = true;
    if (schedule.is_analysed[*at]) schedule.analysed.push_back(*at);
  }
  if (schedule.analysed.empty()) {
    const std::string visit = schedule.baseline ? schedule.baseline->visit : "";
    throw Error("no_data", file + " has no visit after the baseline" + (visit.empty() ? "" : " visit " + visit),
                {{file, 0, column, ""}}, "choose another baseline visit, or analyse the values");
  }
  schedule.course = std::move(course);
  return schedule;
}

}  // namespace fatigue

// SPDX-License-Identifier: MIT
#include "report/outcome_table.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/constants.h"
#include "base/words.h"
#include "report/flow.h"
#include "report/responders.h"

namespace fatigue {
namespace {

/// Why records are not used, in order of first occurrence.
class Exclusions {
 public:
  void Add(const std::string& reason) {
    for (Excluded& known : counts_) {
      if (known.reason != reason) continue;
      ++known.n;
      return;
    }
    counts_.push_back({reason, 1});
  }
  const std::vector<Excluded>& counts() const { return counts_; }

 private:
  std::vector<Excluded> counts_;
};

bool IsOfRecord(EntryFault fault) {
  return fault != EntryFault::none && fault != EntryFault::value_missing && fault != EntryFault::too_few_items &&
         fault != EntryFault::too_few_days;
}

/// The first reason why no entry of a participant is analysed, or empty.
Against AgainstParticipant(int participant, const Schedule& schedule, Response response, const Roster& roster,
                           const std::vector<const Column*>& covariates) {
  if (response != Response::value) {
    const double baseline = schedule.baseline->value[participant];
    if (std::isnan(baseline)) return {"no_baseline", "no baseline"};
    if (response == Response::percent_change && baseline == 0) return {"baseline_not_positive", "baseline is 0"};
    if (response == Response::percent_change && baseline < 0) return {"baseline_not_positive", "baseline below 0"};
  }
  for (const Column* covariate : covariates) {
    if (covariate->IsMissing(roster.participants[participant].row)) {
      return {"covariate_missing", "covariate " + covariate->name + " missing"};
    }
  }
  return {};
}

/// The first reason why an entry is not analysed, or empty.
Against AgainstEntry(const Entry& entry, const Schedule& schedule, Response response, const Roster& roster,
                     const std::vector<const Column*>& covariates, const Column* weights) {
  if (IsOfRecord(entry.fault)) return AgainstFault(entry.fault);
  if (entry.visit >= 0 && !schedule.is_analysed[entry.visit]) return {"visit_not_analysed", "visit not analysed"};
  if (entry.fault != EntryFault::none) return AgainstFault(entry.fault);
  const Against own = AgainstParticipant(entry.participant, schedule, response, roster, covariates);
  if (!own.empty()) return own;
  if (weights != nullptr && weights->IsMissing(entry.row)) {
    return {"weight_missing", "weight " + weights->name + " missing"};
  }
  return {};
}

/// Records that were never meant for this outcome need no reason: the baseline itself, and other visits without a
/// value.
bool IsOutside(const Entry& entry, const Schedule& schedule) {
  const bool is_unassigned = entry.fault == EntryFault::outside_windows || entry.fault == EntryFault::other_is_nearer;
  if (entry.visit < 0) return is_unassigned && std::isnan(entry.value);
  if (schedule.is_analysed[entry.visit]) return false;
  return schedule.is_baseline[entry.visit] || std::isnan(entry.value);
}

Column NumberColumn(const std::string& name) {
  Column column;
  column.name = name;
  column.kind = Column::Kind::number;
  return column;
}

Column FactorColumn(const std::string& name, std::vector<std::string> levels) {
  Column column;
  column.name = name;
  column.kind = Column::Kind::factor;
  column.levels = std::move(levels);
  return column;
}

/// `covariate` by participant, under a name the model's own columns do not have.
Column CovariateByRow(const Column& covariate, const std::vector<const Participant*>& participants) {
  static const std::set<std::string> kOwn = {"id",     "arm",   "visit",          "day",        "baseline",
                                             "change", "value", "percent_change", kWeightColumn};
  Column column = covariate.kind == Column::Kind::number ? NumberColumn(covariate.name)
                                                         : FactorColumn(covariate.name, covariate.levels);
  if (kOwn.count(column.name) > 0) column.name += "_covariate";
  for (const Participant* participant : participants) {
    if (covariate.kind == Column::Kind::number) {
      column.values.push_back(covariate.values[participant->row]);
    } else {
      column.codes.push_back(covariate.codes[participant->row]);
    }
  }
  return column;
}

/// Mean and SD of the score by arm and visit: sums first, then squares about the means.
std::vector<ObservedRow> ObservedMeans(const Roster& roster, const Schedule& schedule) {
  const Course& course = schedule.course;
  const std::size_t width = course.visits.size();
  std::vector<double> sum(roster.arms.size() * width), squares(sum.size());
  std::vector<int> n(sum.size());
  const auto each = [&](auto use) {
    for (const Entry& entry : course.entries) {
      if (entry.fault != EntryFault::none) continue;
      const int arm = roster.participants[entry.participant].arm;
      use(static_cast<std::size_t>(arm) * width + static_cast<std::size_t>(entry.visit), entry.value);
    }
  };
  each([&](std::size_t cell, double value) {
    sum[cell] += value;
    ++n[cell];
  });
  each([&](std::size_t cell, double value) {
    const double from_mean = value - sum[cell] / n[cell];
    squares[cell] += from_mean * from_mean;
  });
  std::vector<ObservedRow> observed;
  for (std::size_t arm = 0; arm < roster.arms.size(); ++arm) {
    for (const int visit : schedule.with_values) {
      const std::size_t cell = arm * width + static_cast<std::size_t>(visit);
      if (n[cell] == 0) continue;
      observed.push_back({roster.arms[arm], course.visits[visit], n[cell], sum[cell] / n[cell],
                          n[cell] > 1 ? std::sqrt(squares[cell] / (n[cell] - 1.0)) : kMissing});
    }
  }
  return observed;
}

/// Participants with a row, by arm, and by arm and visit.
void CountParticipants(const Roster& roster, const Schedule& schedule, const std::vector<const Entry*>& used,
                       OutcomeTable* result) {
  const std::size_t width = schedule.course.visits.size();
  std::vector<int> by_arm(roster.arms.size()), by_cell(roster.arms.size() * width);
  std::vector<bool> is_seen(roster.participants.size());
  for (const Entry* entry : used) {
    const auto arm = static_cast<std::size_t>(roster.participants[entry->participant].arm);
    ++by_cell[arm * width + static_cast<std::size_t>(entry->visit)];
    if (!is_seen[entry->participant]) ++by_arm[arm];
    is_seen[entry->participant] = true;
  }
  for (std::size_t arm = 0; arm < by_arm.size(); ++arm) {
    if (by_arm[arm] > 0) result->participants[roster.arms[arm]] = by_arm[arm];
    for (std::size_t visit = 0; visit < width; ++visit) {
      const int n = by_cell[arm * width + visit];
      if (n > 0) result->participants_at[{roster.arms[arm], schedule.course.visits[visit]}] = n;
    }
  }
}

void CheckArmsAndVisits(const Roster& roster, const Schedule& schedule, OutcomeTable* result,
                        std::vector<Warning>* warnings) {
  for (const std::string& arm : roster.arms) {
    const auto found = result->participants.find(arm);
    if (found == result->participants.end()) {
      warnings->push_back({"arm_without_data", "no record of arm " + arm + " can be analysed"});
      continue;
    }
    result->arms.push_back(arm);
    if (found->second == 1) {
      warnings->push_back(
          {"one_participant", "arm " + arm +
                                  " has one participant who can be analysed: how far people of this arm "
                                  "differ is taken from the other arms"});
    }
  }
  if (result->arms.size() < 2 || result->arms.front() != roster.arms.front()) {
    const std::string problem = result->arms.empty() ? "no record" : "only records of arm " + Listed(result->arms);
    std::vector<std::string> reasons;
    for (const Excluded& excluded : result->excluded) {
      reasons.push_back(excluded.reason + " (" + std::to_string(excluded.n) + ")");
    }
    throw Error(result->arms.empty() ? "no_data" : "one_arm",
                result->table.name + ": " + problem + " can be analysed, so there is nothing to compare" +
                    (reasons.empty() ? "" : "; not used: " + Listed(reasons)),
                {{result->table.name, 0, "", ""}}, "check the baseline visit, the visits analysed and the covariates");
  }
  std::set<std::string> with_data;
  for (const auto& [cell, count] : result->participants_at) with_data.insert(cell.second);
  for (const int code : schedule.analysed) {
    const std::string& visit = schedule.course.visits[code];
    if (with_data.count(visit) > 0) {
      result->visits.push_back(visit);
    } else {
      warnings->push_back({"visit_without_data", "no record at visit " + visit + " can be analysed"});
    }
  }
}

/// nullptr when the model has no weights.
const Column* WeightsOf(const PlanModel& model, const Records& records) {
  if (model.weights.empty()) return nullptr;
  const Column& column = records.table->At(model.weights);
  if (column.kind == Column::Kind::number) return &column;
  throw Error("not_numeric",
              records.table->name + ": column " + column.name + " cannot weigh records, being no numbers",
              {{records.table->name, 0, column.name, ""}}, "choose a column of numbers above 0");
}

/// Keeps the name of the file's column for messages.
Column WeightsByRow(const Column& weights, const std::vector<const Entry*>& entries) {
  Column column = NumberColumn(kWeightColumn);
  column.origin.names = {weights.name};
  for (const Entry* entry : entries) {
    column.values.push_back(weights.values[entry->row]);
    column.origin.codes.push_back(0);
  }
  return column;
}

/// The day of each visit of the course, NaN for those not among `visits`.
std::vector<double> DaysOf(const PlanModel& model, const std::vector<std::string>& visits, const Course& course) {
  const bool is_mmrm = model.kind == ModelKind::mmrm;
  const Table& table = *course.records->table;
  const std::string& column = course.records->time->name;
  std::vector<double> days(course.visits.size(), kMissing);
  for (const std::string& visit : visits) {
    const auto at = std::find(course.visits.begin(), course.visits.end(), visit) - course.visits.begin();
    const std::optional<double>& day = course.days[at];
    if (!day) {
      throw Error("day_not_a_number",
                  table.name + ": visit \"" + visit + "\" in column " + column + " is no day, which " +
                      (is_mmrm ? "the covariance sp_exp" : "a slope over days") + " needs",
                  {{table.name, 0, column, visit}},
                  std::string("give the study day as a number, or choose ") +
                      (is_mmrm ? "another covariance" : "the model mmrm"));
    }
    days[at] = *day;
  }
  return days;
}

double ResponseOf(Response response, double value, double baseline) {
  switch (response) {
    case Response::value:
      return value;
    case Response::change:
      return value - baseline;
    case Response::percent_change:
      return 100 * (value - baseline) / baseline;
  }
  return kMissing;
}

/// The place of each of `texts` in `all`; -1 for those that are not there.
std::vector<int> PlacesIn(const std::vector<std::string>& all, const std::vector<std::string>& texts) {
  std::vector<int> places;
  for (const std::string& text : texts) {
    const auto found = std::find(all.begin(), all.end(), text);
    places.push_back(found == all.end() ? -1 : static_cast<int>(found - all.begin()));
  }
  return places;
}

/// One row per entry: id, arm, visit and/or day, baseline and response.
void FillTable(const PlanModel& model, const Roster& roster, const Schedule& schedule,
               const std::vector<const Entry*>& used, const std::vector<double>& days, OutcomeTable* result) {
  const std::vector<int> arm_codes = PlacesIn(result->arms, roster.arms);
  const std::vector<int> visit_codes = PlacesIn(result->visits, schedule.course.visits);
  Column id = FactorColumn("id", {}), arm = FactorColumn("arm", result->arms);
  Column visit = FactorColumn("visit", result->visits), day = NumberColumn("day");
  Column baseline = NumberColumn("baseline"), response = NumberColumn(Name(model.response));
  std::vector<int> id_codes(roster.participants.size(), -1);
  for (const Entry* entry : used) {
    const Participant& participant = roster.participants[entry->participant];
    int& code = id_codes[entry->participant];
    if (code < 0) {
      code = static_cast<int>(id.levels.size());
      id.levels.push_back(participant.id);
    }
    id.codes.push_back(code);
    arm.codes.push_back(arm_codes[participant.arm]);
    visit.codes.push_back(visit_codes[entry->visit]);
    result->participant_of_row.push_back(entry->participant);
    result->visit_of_row.push_back(visit.codes.back());
    if (model.UsesDays()) day.values.push_back(days[entry->visit]);
    const double from = model.response == Response::value ? kMissing : schedule.baseline->value[entry->participant];
    baseline.values.push_back(from);
    response.values.push_back(ResponseOf(model.response, entry->value, from));
    result->table.origin_row.push_back(schedule.course.records->table->origin_row[entry->row]);
  }
  result->table.row_count = static_cast<int>(used.size());
  result->table.columns = {std::move(id), std::move(arm)};
  if (model.kind == ModelKind::mmrm) result->table.columns.push_back(std::move(visit));
  if (model.UsesDays()) result->table.columns.push_back(std::move(day));
  if (model.response != Response::value) result->table.columns.push_back(std::move(baseline));
  result->table.columns.push_back(std::move(response));
}

/// Visits at which a responder can be told: those analysed, and for a value compared with its baseline those after it.
std::vector<int> ResponderVisits(const PlanOutcome& outcome, const Schedule& schedule) {
  return outcome.responder->NeedsBaseline() ? VisitsAfterBaseline(outcome, schedule) : schedule.analysed;
}

}  // namespace

OutcomeTable BuildOutcomeTable(const PlanOutcome& outcome, Direction direction, const std::string& roster_id,
                               const Roster& roster, const Records& records, const ScoreColumn& score,
                               std::vector<Warning>* warnings) {
  const Schedule schedule = PlanSchedule(outcome, CourseOf(records, score, roster), roster, warnings);
  return BuildOutcomeTable(outcome, direction, roster_id, roster, schedule, warnings);
}

OutcomeTable BuildOutcomeTable(const PlanOutcome& outcome, Direction direction, const std::string& roster_id,
                               const Roster& roster, const Schedule& schedule, std::vector<Warning>* warnings) {
  const PlanModel& model = outcome.model;
  const Records& records = *schedule.course.records;
  std::vector<const Column*> covariates;
  for (const std::string& covariate : model.covariates) {
    covariates.push_back(&CovariateColumn(roster, roster_id, covariate));
  }
  const Column* weights = WeightsOf(model, records);

  OutcomeTable result;
  if (model.response != Response::value) result.baseline_visit = schedule.baseline->visit;
  result.table.name = records.table->name;
  result.table.sha256 = records.table->sha256;
  const auto of_entry = [&](const Entry& entry) {
    return AgainstEntry(entry, schedule, model.response, roster, covariates, weights);
  };
  Exclusions exclusions;
  std::vector<const Entry*> used;  // by row of the new table
  for (const Entry& entry : schedule.course.entries) {
    if (IsOutside(entry, schedule)) continue;
    const Against against = of_entry(entry);
    if (against.empty()) {
      used.push_back(&entry);
    } else {
      exclusions.Add(against.reason);
    }
  }
  result.excluded = exclusions.counts();
  CountParticipants(roster, schedule, used, &result);
  CheckArmsAndVisits(roster, schedule, &result, warnings);
  result.observed = ObservedMeans(roster, schedule);
  result.flow =
      OutcomeFlowOf(outcome, roster, schedule, PlacesIn(schedule.course.visits, result.visits), of_entry,
                    [&](int who) { return AgainstParticipant(who, schedule, model.response, roster, covariates); });
  if (outcome.responder) {
    const std::vector<double> none;
    result.responders =
        CountResponders(*outcome.responder, direction, schedule.course, ResponderVisits(outcome, schedule),
                        schedule.baseline ? schedule.baseline->value : none, roster, warnings);
  }

  for (const int visit : PlacesIn(schedule.course.visits, result.visits)) {
    const std::optional<double>& day = schedule.course.days[visit];
    if (day) result.known_days[schedule.course.visits[visit]] = *day;
  }
  std::vector<double> days;  // by visit of the course
  if (model.UsesDays()) {
    days = DaysOf(model, result.visits, schedule.course);
    for (const int visit : PlacesIn(schedule.course.visits, result.visits)) result.days.push_back(days[visit]);
  }
  FillTable(model, roster, schedule, used, days, &result);
  for (const Column* covariate : covariates) {
    std::vector<const Participant*> participants;
    for (const Entry* entry : used) participants.push_back(&roster.participants[entry->participant]);
    result.table.columns.push_back(CovariateByRow(*covariate, participants));
    result.covariates.push_back(result.table.columns.back().name);
  }
  if (weights != nullptr) result.table.columns.push_back(WeightsByRow(*weights, used));
  return result;
}

}  // namespace fatigue

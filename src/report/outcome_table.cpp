// SPDX-License-Identifier: MIT
#include "report/outcome_table.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>
#include <set>

#include "base/words.h"
#include "report/visits.h"

namespace fatigue {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

bool Contains(const std::vector<std::string>& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

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

/// What of the file is analysed: visits in the order of time.
struct Schedule {
  std::vector<std::string> with_values;  // visits at which an analysed participant has the score
  std::vector<std::string> analysed;
  std::string baseline;
};

bool IsAnalysed(const Participant* participant) { return participant != nullptr && participant->arm >= 0; }

/// The visit called baseline, if there is one beside a screening visit; else the first.
std::string DefaultBaseline(const std::vector<std::string>& visits) {
  const auto is_named = [](const std::string& visit) {
    std::string lower = visit;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    return lower == "baseline";
  };
  const auto named = std::find_if(visits.begin(), visits.end(), is_named);
  return named == visits.end() ? visits.front() : *named;
}

Schedule PlanSchedule(const PlanModel& model, const Records& records, const ScoreColumn& score) {
  const Table& table = *records.table;
  std::vector<std::string> all, scored;
  for (int row = 0; row < table.row_count; ++row) {
    const std::string visit = records.visit->Text(row);
    if (visit.empty()) continue;
    if (!Contains(all, visit)) all.push_back(visit);
    const bool has_value = IsAnalysed(records.participant[row]) && !std::isnan(score.values[row]);
    if (has_value && !Contains(scored, visit)) scored.push_back(visit);
  }
  all = OrderVisits(all);
  Schedule schedule;
  schedule.with_values = OrderVisits(scored);
  const auto require = [&](const std::string& visit) {
    if (Contains(all, visit)) return;
    throw Error("unknown_visit",
                table.name + " has no visit \"" + visit + "\" in column " + records.visit->name +
                    "; its visits are: " + Listed(all, 20),
                {{table.name, 0, records.visit->name, visit}}, "name the visits as they stand in the file");
  };
  if (schedule.with_values.empty()) {
    throw Error("no_data", table.name + " has no score of an analysed participant", {{table.name, 0, "", ""}});
  }
  if (model.response == Response::change) {
    schedule.baseline = model.baseline_visit.empty() ? DefaultBaseline(schedule.with_values) : model.baseline_visit;
    require(schedule.baseline);
  }
  for (const std::string& visit : model.visits) {
    require(visit);
    if (visit != schedule.baseline) continue;
    throw Error("baseline_analysed", "visit " + visit + " is the baseline and cannot be analysed as a change from it",
                {}, "leave it out of the visits analysed, or choose another baseline visit");
  }
  bool is_after = schedule.baseline.empty();  // a change is analysed after the baseline unless the plan lists visits
  for (const std::string& visit : all) {
    const bool is_wanted =
        model.visits.empty() ? is_after && Contains(schedule.with_values, visit) : Contains(model.visits, visit);
    if (is_wanted && visit != schedule.baseline) schedule.analysed.push_back(visit);
    is_after = is_after || visit == schedule.baseline;
  }
  if (schedule.analysed.empty()) {
    throw Error("no_data", table.name + " has no visit after the baseline visit " + schedule.baseline,
                {{table.name, 0, records.visit->name, ""}}, "choose another baseline visit, or analyse the values");
  }
  return schedule;
}

/// The score at the baseline visit by participant.
std::map<const Participant*, double> BaselineValues(const Schedule& schedule, const Records& records,
                                                    const ScoreColumn& score) {
  std::map<const Participant*, double> values;
  if (schedule.baseline.empty()) return values;
  for (int row = 0; row < records.table->row_count; ++row) {
    if (records.visit->Text(row) != schedule.baseline || std::isnan(score.values[row])) continue;
    values[records.participant[row]] = score.values[row];
  }
  return values;
}

/// The first reason why a record is not analysed, or empty.
std::string ReasonAgainst(int row, const Schedule& schedule, const std::map<const Participant*, double>& baselines,
                          const Records& records, const ScoreColumn& score,
                          const std::vector<const Column*>& covariates, const Column* weights) {
  const Participant* participant = records.participant[row];
  if (records.id->IsMissing(row)) return "participant missing";
  if (participant == nullptr) return "not in the participants file";
  if (participant->membership == Membership::arm_missing) return "arm missing";
  if (participant->membership == Membership::arm_not_in_plan) return "arm not in the plan";
  if (records.visit->IsMissing(row)) return "visit missing";
  if (!Contains(schedule.analysed, records.visit->Text(row))) return "visit not analysed";
  if (std::isnan(score.values[row])) return score.unscored[row] ? "too few items answered" : "value missing";
  if (!schedule.baseline.empty() && baselines.count(participant) == 0) return "no baseline";
  for (const Column* covariate : covariates) {
    if (covariate->IsMissing(participant->row)) return "covariate " + covariate->name + " missing";
  }
  if (weights != nullptr && weights->IsMissing(row)) return "weight " + weights->name + " missing";
  return {};
}

/// Records that were never meant for this outcome need no reason: the baseline itself, and other visits without a
/// value.
bool IsOutside(int row, const Schedule& schedule, const Records& records, const ScoreColumn& score) {
  const std::string visit = records.visit->Text(row);
  if (visit.empty() || Contains(schedule.analysed, visit)) return false;
  return visit == schedule.baseline || std::isnan(score.values[row]);
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

/// `text` is one of the column's levels.
void AppendLevel(const std::string& text, Column* column) {
  const auto found = std::find(column->levels.begin(), column->levels.end(), text);
  column->codes.push_back(static_cast<int>(found - column->levels.begin()));
}

/// `covariate` by participant, under a name the model's own columns do not have.
Column CovariateByRow(const Column& covariate, const std::vector<const Participant*>& participants) {
  static const std::set<std::string> kOwn = {"id", "arm", "visit", "day", "baseline", "change", "value", kWeightColumn};
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

std::vector<ObservedRow> ObservedMeans(const std::vector<std::string>& arms, const Schedule& schedule,
                                       const Records& records, const ScoreColumn& score) {
  std::vector<ObservedRow> observed;
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    for (const std::string& visit : schedule.with_values) {
      std::vector<double> values;
      for (int row = 0; row < records.table->row_count; ++row) {
        const Participant* participant = records.participant[row];
        if (participant == nullptr || participant->arm != static_cast<int>(arm)) continue;
        if (records.visit->Text(row) == visit && !std::isnan(score.values[row])) values.push_back(score.values[row]);
      }
      if (values.empty()) continue;
      double sum = 0, squares = 0;
      for (const double value : values) sum += value;
      const double n = static_cast<double>(values.size());
      for (const double value : values) squares += (value - sum / n) * (value - sum / n);
      observed.push_back({arms[arm], visit, static_cast<int>(values.size()), sum / n,
                          values.size() > 1 ? std::sqrt(squares / (n - 1)) : kMissing});
    }
  }
  return observed;
}

void CheckArmsAndVisits(const Roster& roster, const Schedule& schedule, OutcomeTable* result,
                        std::vector<Warning>* warnings) {
  for (const std::string& arm : roster.arms) {
    if (result->participants.count(arm) > 0) {
      result->arms.push_back(arm);
    } else {
      warnings->push_back({"arm_without_data", "no record of arm " + arm + " can be analysed"});
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
  for (const std::string& visit : schedule.analysed) {
    const auto is_here = [&](const auto& count) { return count.first.second == visit; };
    if (std::any_of(result->participants_at.begin(), result->participants_at.end(), is_here)) {
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
Column WeightsByRow(const Column& weights, const std::vector<int>& rows) {
  Column column = NumberColumn(kWeightColumn);
  column.origin.names = {weights.name};
  for (const int row : rows) {
    column.values.push_back(weights.values[row]);
    column.origin.codes.push_back(0);
  }
  return column;
}

std::vector<double> DaysOf(const PlanModel& model, const std::vector<std::string>& visits, const Records& records) {
  const bool is_mmrm = model.kind == ModelKind::mmrm;
  std::vector<double> days;
  for (const std::string& visit : visits) {
    const std::optional<double> day = VisitDay(visit);
    if (!day) {
      throw Error("day_not_a_number",
                  records.table->name + ": visit \"" + visit + "\" in column " + records.visit->name +
                      " is no day, which " + (is_mmrm ? "the covariance sp_exp" : "a slope over days") + " needs",
                  {{records.table->name, 0, records.visit->name, visit}},
                  std::string("give the study day as a number, or choose ") +
                      (is_mmrm ? "another covariance" : "the model mmrm"));
    }
    days.push_back(*day);
  }
  return days;
}

}  // namespace

OutcomeTable BuildOutcomeTable(const PlanModel& model, const std::string& roster_id, const Roster& roster,
                               const Records& records, const ScoreColumn& score, std::vector<Warning>* warnings) {
  const Schedule schedule = PlanSchedule(model, records, score);
  std::vector<const Column*> covariates;
  for (const std::string& covariate : model.covariates) {
    covariates.push_back(&CovariateColumn(roster, roster_id, covariate));
  }
  const Column* weights = WeightsOf(model, records);
  const std::map<const Participant*, double> baselines = BaselineValues(schedule, records, score);

  OutcomeTable result;
  result.baseline_visit = schedule.baseline;
  result.table.name = records.table->name;
  result.table.sha256 = records.table->sha256;
  Exclusions exclusions;
  std::vector<const Participant*> participants;  // by row of the new table
  std::vector<int> rows;                         // of the records file
  std::set<const Participant*> seen;
  for (int row = 0; row < records.table->row_count; ++row) {
    if (IsOutside(row, schedule, records, score)) continue;
    const std::string reason = ReasonAgainst(row, schedule, baselines, records, score, covariates, weights);
    if (!reason.empty()) {
      exclusions.Add(reason);
      continue;
    }
    const Participant* participant = records.participant[row];
    const std::string& arm = roster.arms[participant->arm];
    participants.push_back(participant);
    rows.push_back(row);
    ++result.participants_at[{arm, records.visit->Text(row)}];
    if (seen.insert(participant).second) ++result.participants[arm];
    result.table.origin_row.push_back(records.table->origin_row[row]);
  }
  result.table.row_count = static_cast<int>(rows.size());
  result.excluded = exclusions.counts();
  CheckArmsAndVisits(roster, schedule, &result, warnings);
  result.observed = ObservedMeans(roster.arms, schedule, records, score);

  const bool is_mmrm = model.kind == ModelKind::mmrm;
  if (model.UsesDays()) result.days = DaysOf(model, result.visits, records);
  Column id = FactorColumn("id", {}), arm = FactorColumn("arm", result.arms);
  std::map<const Participant*, int> id_codes;
  Column visits = FactorColumn("visit", result.visits), days = NumberColumn("day");
  Column baseline = NumberColumn("baseline"), change = NumberColumn("change"), value = NumberColumn("value");
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const auto [known, is_new] = id_codes.emplace(participants[k], static_cast<int>(id.levels.size()));
    if (is_new) id.levels.push_back(participants[k]->id);
    id.codes.push_back(known->second);
    AppendLevel(roster.arms[participants[k]->arm], &arm);
    const std::string visit = records.visit->Text(rows[k]);
    AppendLevel(visit, &visits);
    if (model.UsesDays()) days.values.push_back(*VisitDay(visit));
    value.values.push_back(score.values[rows[k]]);
    if (schedule.baseline.empty()) continue;
    baseline.values.push_back(baselines.at(participants[k]));
    change.values.push_back(value.values.back() - baseline.values.back());
  }
  result.table.columns = {id, arm};
  if (is_mmrm) result.table.columns.push_back(visits);
  if (model.UsesDays()) result.table.columns.push_back(days);
  if (schedule.baseline.empty()) {
    result.table.columns.push_back(value);
  } else {
    result.table.columns.push_back(baseline);
    result.table.columns.push_back(change);
  }
  for (const Column* covariate : covariates) {
    result.table.columns.push_back(CovariateByRow(*covariate, participants));
    result.covariates.push_back(result.table.columns.back().name);
  }
  if (weights != nullptr) result.table.columns.push_back(WeightsByRow(*weights, rows));
  return result;
}

}  // namespace fatigue

// SPDX-License-Identifier: MIT
#include "report/flow.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace fatigue {
namespace {

constexpr int kNothing = -1;   // no record there
constexpr int kAnalysed = -2;  // in the model

/// From what is true of the participant at large to the record that came least near to the model.
int ReasonRank(const std::string& code) {
  static constexpr std::array<std::string_view, 17> kOrder = {"no_arm",
                                                              "arm_not_in_plan",
                                                              "no_record",
                                                              "no_baseline",
                                                              "baseline_not_positive",
                                                              "covariate_missing",
                                                              "weight_missing",
                                                              "unscored",
                                                              "too_few_days",
                                                              "no_score",
                                                              "day_not_summarised",
                                                              "outside_windows",
                                                              "start_date_missing",
                                                              "date_impossible",
                                                              "date_missing",
                                                              "visit_unknown",
                                                              "visit_missing"};
  return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), code) - kOrder.begin());
}

/// Reasons by number, so that a table of participants by visits holds whole numbers.
class Reasons {
 public:
  int Of(const Against& against) {
    for (std::size_t k = 0; k < known_.size(); ++k) {
      if (known_[k].reason == against.reason && known_[k].code == against.code) return static_cast<int>(k);
    }
    known_.push_back(against);
    ranks_.push_back(ReasonRank(against.code));
    return static_cast<int>(known_.size()) - 1;
  }
  bool IsBefore(int one, int other) const { return ranks_[one] < ranks_[other]; }

  /// Those that occur, `counts` by number, by rank and then in order of first occurrence.
  std::vector<Reason> Listed(const std::vector<int>& counts) const {
    std::vector<int> order;
    for (std::size_t k = 0; k < counts.size(); ++k) {
      if (counts[k] > 0) order.push_back(static_cast<int>(k));
    }
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return IsBefore(a, b); });
    std::vector<Reason> list;
    for (const int k : order) list.push_back({known_[k].code, known_[k].reason, counts[k]});
    return list;
  }
  std::size_t size() const { return known_.size(); }

 private:
  std::vector<Against> known_;
  std::vector<int> ranks_;
};

/// One count per reason, growing with the reasons known.
void Count(int reason, std::vector<int>* counts) {
  if (counts->size() <= static_cast<std::size_t>(reason)) counts->resize(static_cast<std::size_t>(reason) + 1);
  ++(*counts)[static_cast<std::size_t>(reason)];
}

/// What each participant's records came to: `cell[participant * width + visit]` is kAnalysed, kNothing or a reason.
struct Fates {
  std::size_t width = 0;
  std::vector<int> cell;
  std::vector<bool> has_record;  // any row of the file
  std::vector<bool> has_visit;   // a record that stands for some visit
  std::vector<int> fault;        // of the first record that stands for none; kNothing

  int& At(std::size_t participant, std::size_t visit) { return cell[participant * width + visit]; }
};

Fates FatesOf(const Roster& roster, const Schedule& schedule, const std::vector<int>& visits,
              const std::function<Against(const Entry&)>& of_entry, Reasons* reasons) {
  const std::size_t people = roster.participants.size();
  Fates fates;
  fates.width = visits.size();
  fates.cell.assign(people * fates.width, kNothing);
  fates.has_record.assign(people, false);
  fates.has_visit.assign(people, false);
  fates.fault.assign(people, kNothing);
  std::vector<int> place(schedule.course.visits.size(), -1);
  for (std::size_t k = 0; k < visits.size(); ++k) place[visits[k]] = static_cast<int>(k);
  for (const Participant* participant : schedule.course.records->participant) {
    if (participant != nullptr) fates.has_record[roster.IndexOf(participant)] = true;
  }
  for (const Entry& entry : schedule.course.entries) {
    if (entry.participant < 0 || roster.participants[entry.participant].arm < 0) continue;
    const auto who = static_cast<std::size_t>(entry.participant);
    if (entry.visit < 0) {
      if (fates.fault[who] == kNothing) fates.fault[who] = reasons->Of(AgainstFault(entry.fault));
      continue;
    }
    fates.has_visit[who] = true;
    if (place[entry.visit] < 0) continue;
    int& cell = fates.At(who, static_cast<std::size_t>(place[entry.visit]));
    const Against against = of_entry(entry);
    const int own = against.empty() ? kAnalysed : reasons->Of(against);
    // Of two records of a visit (in a window, where the nearer has no score) the one that is used counts.
    if (own == kAnalysed || cell == kNothing) cell = own;
  }
  return fates;
}

}  // namespace

Against AgainstFault(EntryFault fault) {
  const auto code = [&]() -> std::string {
    switch (fault) {
      case EntryFault::none:
        return {};
      case EntryFault::id_missing:
      case EntryFault::not_a_participant:
        return "not_listed";
      case EntryFault::arm_missing:
        return "no_arm";
      case EntryFault::two_arms:
        return "two_arms";
      case EntryFault::arm_not_in_plan:
        return "arm_not_in_plan";
      case EntryFault::visit_missing:
        return "visit_unknown";
      case EntryFault::date_missing:
        return "date_missing";
      case EntryFault::date_impossible:
        return "date_impossible";
      case EntryFault::start_missing:
        return "start_date_missing";
      case EntryFault::outside_windows:
      case EntryFault::other_is_nearer:
        return "outside_windows";
      case EntryFault::value_missing:
        return "no_score";
      case EntryFault::too_few_items:
        return "unscored";
      case EntryFault::outside_summary:
        return "day_not_summarised";
      case EntryFault::too_few_days:
        return "too_few_days";
    }
    return {};
  };
  return {code(), Text(fault)};
}

Flow FlowOf(const Roster& roster) {
  Flow flow;
  flow.listed = static_cast<int>(roster.participants.size());
  flow.arms = roster.arms;
  for (const ArmCount& count : roster.Counts()) flow.randomised.push_back(count.participants);
  Reasons reasons;
  std::vector<int> counts;
  for (const Participant& participant : roster.participants) {
    if (participant.arm >= 0) continue;
    const bool is_left_out = participant.membership == Membership::arm_not_in_plan;
    Count(reasons.Of(AgainstFault(is_left_out ? EntryFault::arm_not_in_plan : EntryFault::arm_missing)), &counts);
  }
  flow.not_randomised = reasons.Listed(counts);
  return flow;
}

OutcomeFlow OutcomeFlowOf(const PlanOutcome& outcome, const Roster& roster, const Schedule& schedule,
                          const std::vector<int>& visits, const std::function<Against(const Entry&)>& of_entry,
                          const std::function<Against(int participant)>& of_participant) {
  Reasons reasons;
  Fates fates = FatesOf(roster, schedule, visits, of_entry, &reasons);
  const int no_record = reasons.Of({"no_record", "no record"});
  const int not_there = reasons.Of(outcome.summary ? Against{"no_score", "no score in the days summarised"}
                                                   : Against{"visit_missing", "no record at the visit"});
  const std::size_t arms = roster.arms.size();
  OutcomeFlow flow;
  flow.outcome = outcome.id;
  flow.arms.resize(arms);
  if (schedule.baseline) {
    for (OutcomeFlow::Arm& arm : flow.arms) arm.with_baseline = 0;
  }
  for (const int visit : visits) {
    flow.visits.push_back({schedule.course.visits[visit], std::vector<OutcomeFlow::Cell>(arms)});
  }
  std::vector<std::vector<int>> not_analysed(arms), missing(arms * visits.size());
  for (std::size_t who = 0; who < roster.participants.size(); ++who) {
    if (roster.participants[who].arm < 0) continue;
    const auto at = static_cast<std::size_t>(roster.participants[who].arm);
    OutcomeFlow::Arm& arm = flow.arms[at];
    ++arm.randomised;
    if (schedule.baseline && !std::isnan(schedule.baseline->value[who])) ++*arm.with_baseline;
    const bool is_nowhere = !fates.has_visit[who] && fates.fault[who] != kNothing;
    const int without = !fates.has_record[who] ? no_record : is_nowhere ? fates.fault[who] : not_there;
    bool is_analysed = false;
    int nearest = without;
    for (std::size_t visit = 0; visit < visits.size(); ++visit) {
      const int cell = fates.At(who, visit);
      if (cell == kAnalysed) {
        is_analysed = true;
        ++flow.visits[visit].arms[at].analysed;
        continue;
      }
      const int reason = cell == kNothing ? without : cell;
      Count(reason, &missing[visit * arms + at]);
      if (reasons.IsBefore(reason, nearest)) nearest = reason;
    }
    if (is_analysed) {
      ++arm.analysed;
      continue;
    }
    const Against own = of_participant(static_cast<int>(who));
    if (fates.has_record[who] && !own.empty()) nearest = reasons.Of(own);
    Count(nearest, &not_analysed[at]);
  }
  for (std::size_t at = 0; at < arms; ++at) {
    flow.arms[at].not_analysed = reasons.Listed(not_analysed[at]);
    for (std::size_t visit = 0; visit < visits.size(); ++visit) {
      flow.visits[visit].arms[at].missing = reasons.Listed(missing[visit * arms + at]);
    }
  }
  return flow;
}

}  // namespace fatigue

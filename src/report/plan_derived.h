// SPDX-License-Identifier: MIT
// The parts of a plan that make numbers out of a participant's records: baselines, summaries, responders, windows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json_reader.h"
#include "report/visit_windows.h"

namespace fatigue {

enum class BaselineKind { last_before, window_mean, column };

/// Another baseline than one visit; see report/baseline.h.
struct BaselineRule {
  BaselineKind kind = BaselineKind::last_before;
  double day = 0;           // last_before
  double from = 0, to = 0;  // window_mean
  int least_days = 1;       // window_mean
  std::string column;       // column
};

enum class SummaryKind { weekly_mean, auc_per_day };

/// Condenses each participant's records; see report/summary.h.
struct PlanSummary {
  SummaryKind kind = SummaryKind::weekly_mean;
  double first_day = 1;            // weekly_mean
  std::optional<double> from, to;  // auc_per_day; none: all after the baseline, to the last
  int least_days = 4;              // auc_per_day: 2
};

enum class ResponderKind { change, percent_change, cut_off, reliable_change };

/// Who is a responder; see report/responders.h.
struct ResponderRule {
  ResponderKind kind = ResponderKind::change;
  double by = 0;             // change (points), percent_change (percent)
  double value = 0;          // cut_off
  bool inclusive = false;    // cut_off
  double reliability = 0;    // reliable_change
  std::optional<double> sd;  // reliable_change; none: of the baseline scores

  bool NeedsBaseline() const { return kind != ResponderKind::cut_off; }
};

/// These throw bad_plan, naming the path; `value` is an object of the plan.
BaselineRule ReadBaselineRule(const Json& value, const std::string& path);
PlanSummary ReadSummary(const Json& value, const std::string& path);
ResponderRule ReadResponderRule(const Json& value, const std::string& path);
/// `elements` are the list's, with their paths.
std::vector<VisitWindow> ReadWindows(const std::vector<std::pair<std::string, Json>>& elements);

Json ToJson(const BaselineRule& rule);
Json ToJson(const PlanSummary& summary);
Json ToJson(const ResponderRule& rule);
Json ToJson(const VisitWindow& window);

std::string Name(BaselineKind kind);
std::string Name(SummaryKind kind);
std::string Name(ResponderKind kind);

}  // namespace fatigue

// SPDX-License-Identifier: MIT
#include "report/plan_derived.h"

#include <cmath>
#include <set>

#include "report/error_codes.h"

namespace fatigue {
namespace {

double Required(const JsonReader& reader, const std::string& key) {
  const std::optional<double> number = reader.Number(key);
  if (!number) reader.Fail(key, "is missing", "give a number");
  return *number;
}

double AboveZero(const JsonReader& reader, const std::string& key) {
  const double number = Required(reader, key);
  if (!(number > 0)) reader.Fail(key, "must be above 0");
  return number;
}

int LeastDays(const JsonReader& reader, int lowest, int otherwise) {
  const double number = reader.Number("leastDays").value_or(otherwise);
  if (number != std::floor(number) || number < lowest || number > 1e6) {
    reader.Fail("leastDays", "must be a whole number of days, at least " + std::to_string(lowest));
  }
  return static_cast<int>(number);
}

/// What a rule of this kind has no use for would be ignored, and its writer not told.
void Refuse(const JsonReader& reader, const std::string& kind, const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    if (reader.Has(key)) reader.Fail(key, "does not go with kind " + kind, "leave it out");
  }
}

}  // namespace

BaselineRule ReadBaselineRule(const Json& value, const std::string& path) {
  const JsonReader reader(value, path, kBadPlan, {"kind", "day", "from", "to", "leastDays", "column"});
  BaselineRule rule;
  rule.kind =
      reader.Choice<BaselineKind>("kind", {BaselineKind::last_before, BaselineKind::window_mean, BaselineKind::column});
  const std::string kind = Name(rule.kind);
  switch (rule.kind) {
    case BaselineKind::last_before:
      Refuse(reader, kind, {"from", "to", "leastDays", "column"});
      rule.day = Required(reader, "day");
      break;
    case BaselineKind::window_mean:
      Refuse(reader, kind, {"day", "column"});
      rule.from = Required(reader, "from");
      rule.to = Required(reader, "to");
      rule.least_days = LeastDays(reader, 1, 1);
      if (rule.from > rule.to) reader.Fail("to", "must not be below from");
      break;
    case BaselineKind::column:
      Refuse(reader, kind, {"day", "from", "to", "leastDays"});
      rule.column = reader.Text("column");
      break;
  }
  return rule;
}

PlanSummary ReadSummary(const Json& value, const std::string& path) {
  const JsonReader reader(value, path, kBadPlan, {"kind", "firstDay", "from", "to", "leastDays"});
  PlanSummary summary;
  summary.kind = reader.Choice<SummaryKind>("kind", {SummaryKind::weekly_mean, SummaryKind::auc_per_day});
  const std::string kind = Name(summary.kind);
  switch (summary.kind) {
    case SummaryKind::weekly_mean:
      Refuse(reader, kind, {"from", "to"});
      summary.first_day = reader.Number("firstDay").value_or(1);
      summary.least_days = LeastDays(reader, 1, 4);
      if (summary.least_days > 7) reader.Fail("leastDays", "must not be above the 7 days of a week");
      break;
    case SummaryKind::auc_per_day:
      Refuse(reader, kind, {"firstDay"});
      summary.from = reader.Number("from");
      summary.to = reader.Number("to");
      summary.least_days = LeastDays(reader, 2, 2);
      if (summary.from && summary.to && !(*summary.from < *summary.to)) reader.Fail("to", "must be above from");
      break;
  }
  return summary;
}

ResponderRule ReadResponderRule(const Json& value, const std::string& path) {
  const JsonReader reader(value, path, kBadPlan, {"kind", "by", "value", "inclusive", "reliability", "sd"});
  ResponderRule rule;
  rule.kind = reader.Choice<ResponderKind>("kind", {ResponderKind::change, ResponderKind::percent_change,
                                                    ResponderKind::cut_off, ResponderKind::reliable_change});
  const std::string kind = Name(rule.kind);
  switch (rule.kind) {
    case ResponderKind::change:
    case ResponderKind::percent_change:
      Refuse(reader, kind, {"value", "inclusive", "reliability", "sd"});
      rule.by = AboveZero(reader, "by");
      break;
    case ResponderKind::cut_off:
      Refuse(reader, kind, {"by", "reliability", "sd"});
      rule.value = Required(reader, "value");
      rule.inclusive = reader.BoolOr("inclusive", false);
      break;
    case ResponderKind::reliable_change:
      Refuse(reader, kind, {"by", "value", "inclusive"});
      rule.reliability = Required(reader, "reliability");
      if (!(rule.reliability > 0 && rule.reliability < 1)) reader.Fail("reliability", "must lie between 0 and 1");
      if (reader.Has("sd")) rule.sd = AboveZero(reader, "sd");
      break;
  }
  return rule;
}

std::vector<VisitWindow> ReadWindows(const std::vector<std::pair<std::string, Json>>& elements) {
  std::vector<VisitWindow> windows;
  std::set<std::string> visits;
  std::set<double> days;
  for (const auto& [path, value] : elements) {
    const JsonReader reader(value, path, kBadPlan, {"visit", "day", "before", "after"});
    const VisitWindow window = {reader.Text("visit"), Required(reader, "day"), Required(reader, "before"),
                                Required(reader, "after")};
    if (window.before < 0) reader.Fail("before", "must be a number of days, 0 or more");
    if (window.after < 0) reader.Fail("after", "must be a number of days, 0 or more");
    if (!visits.insert(window.visit).second) reader.Fail("visit", "is \"" + window.visit + "\" a second time");
    if (!days.insert(window.day).second) reader.Fail("day", "is that of another window too");
    windows.push_back(window);
  }
  return windows;
}

Json ToJson(const BaselineRule& rule) {
  Json result = {{"kind", Name(rule.kind)}};
  switch (rule.kind) {
    case BaselineKind::last_before:
      result["day"] = rule.day;
      break;
    case BaselineKind::window_mean:
      result["from"] = rule.from;
      result["to"] = rule.to;
      result["leastDays"] = rule.least_days;
      break;
    case BaselineKind::column:
      result["column"] = rule.column;
      break;
  }
  return result;
}

Json ToJson(const PlanSummary& summary) {
  Json result = {{"kind", Name(summary.kind)}};
  if (summary.kind == SummaryKind::weekly_mean) result["firstDay"] = summary.first_day;
  if (summary.from) result["from"] = *summary.from;
  if (summary.to) result["to"] = *summary.to;
  result["leastDays"] = summary.least_days;
  return result;
}

Json ToJson(const ResponderRule& rule) {
  Json result = {{"kind", Name(rule.kind)}};
  switch (rule.kind) {
    case ResponderKind::change:
    case ResponderKind::percent_change:
      result["by"] = rule.by;
      break;
    case ResponderKind::cut_off:
      result["value"] = rule.value;
      result["inclusive"] = rule.inclusive;
      break;
    case ResponderKind::reliable_change:
      result["reliability"] = rule.reliability;
      if (rule.sd) result["sd"] = *rule.sd;
      break;
  }
  return result;
}

Json ToJson(const VisitWindow& window) {
  return {{"visit", window.visit}, {"day", window.day}, {"before", window.before}, {"after", window.after}};
}

std::string Name(BaselineKind kind) {
  switch (kind) {
    case BaselineKind::last_before:
      return "last_before";
    case BaselineKind::window_mean:
      return "window_mean";
    case BaselineKind::column:
      return "column";
  }
  return {};
}

std::string Name(SummaryKind kind) {
  switch (kind) {
    case SummaryKind::weekly_mean:
      return "weekly_mean";
    case SummaryKind::auc_per_day:
      return "auc_per_day";
  }
  return {};
}

std::string Name(ResponderKind kind) {
  switch (kind) {
    case ResponderKind::change:
      return "change";
    case ResponderKind::percent_change:
      return "percent_change";
    case ResponderKind::cut_off:
      return "cut_off";
    case ResponderKind::reliable_change:
      return "reliable_change";
  }
  return {};
}

}  // namespace fatigue

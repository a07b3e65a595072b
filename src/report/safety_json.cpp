// SPDX-License-Identifier: MIT
#include "report/safety_json.h"

#include "report/json_values.h"

namespace fatigue {
namespace {

Json CellsJson(const std::vector<SafetyCell>& cells, bool with_percent) {
  return ListOf(cells, [&](const SafetyCell& cell) {
    Json json = {{"participants", cell.participants}, {"events", cell.events}};
    if (with_percent) json["percent"] = cell.percent;
    return json;
  });
}

Json RowsJson(const std::vector<SafetyRow>& rows) {
  return ListOf(rows, [](const SafetyRow& row) -> Json {
    return {{"term", row.term ? Json(*row.term) : Json(nullptr)},
            {"cells", CellsJson(row.cells, true)},
            {"comparisons", ListOf(row.comparisons, [](const auto& each) { return ToJson(each); })}};
  });
}

Json BreakdownJson(const std::optional<SafetyBreakdown>& breakdown) {
  if (!breakdown) return nullptr;
  return {{"column", breakdown->column}, {"worst", breakdown->worst}, {"rows", RowsJson(breakdown->rows)}};
}

}  // namespace

Json ToJson(const SafetyTable& safety) {
  const auto arm = [](const ArmCount& each) -> Json {
    return {{"arm", each.arm}, {"participants", each.participants}};
  };
  const auto system = [](const SafetySystem& each) -> Json {
    return {{"system", each.system}, {"rows", RowsJson(each.rows)}};
  };
  const auto day = [](const SafetyDay& each) -> Json {
    return {{"day", each.day}, {"cells", CellsJson(each.cells, false)}};
  };
  return {{"file", safety.file},
          {"arms", ListOf(safety.arms, arm)},
          {"rows", RowsJson(safety.rows)},
          {"systems", ListOf(safety.systems, system)},
          {"severity", BreakdownJson(safety.severity)},
          {"serious", BreakdownJson(safety.serious)},
          {"related", BreakdownJson(safety.related)},
          {"course", safety.course.empty() ? Json(nullptr) : ListOf(safety.course, day)}};
}

}  // namespace fatigue

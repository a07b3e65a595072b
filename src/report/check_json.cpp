// SPDX-License-Identifier: MIT
#include "report/check.h"
#include "report/entry.h"
#include "report/error_json.h"
#include "report/json_values.h"

namespace fatigue {
namespace {

Json FileJson(const FileCheck& file) {
  const auto unused = [](const Excluded& each) -> Json { return {{"reason", each.reason}, {"n", each.n}}; };
  const auto duplicate = [](const Duplicate& each) -> Json {
    return {{"id", each.id}, {"visit", each.visit ? Json(*each.visit) : Json(nullptr)}, {"rows", each.rows}};
  };
  return {{"name", file.name},
          {"role", file.role},
          {"rows", file.rows},
          {"rowsUsed", file.rows_used},
          {"unused", ListOf(file.unused, unused)},
          {"participants", file.participants},
          {"unmatched", file.unmatched},
          {"withoutRows", file.without_rows},
          {"duplicates", ListOf(file.duplicates, duplicate)}};
}

Json ScoreCheckJson(const ScoreCheck& score) {
  const auto counts = [](const ScoreCheck::Counts& each) -> Json { return {{"arm", each.arm}, {"n", each.n}}; };
  const auto states = [](const ScoreCheck::States& each) -> Json {
    return {{"id", each.id}, {"arm", each.arm}, {"states", each.states}};
  };
  return {{"score", score.score},
          {"label", score.label},
          {"visits", score.visits},
          {"counts", ListOf(score.counts, counts)},
          {"participants", ListOf(score.participants, states)},
          {"more", score.more}};
}

Json ProblemJson(const DataProblem& problem) {
  return {{"kind", problem.kind},
          {"severity", problem.is_error ? "error" : "warning"},
          {"problem", ErrorToJson(problem.problem)}};
}

}  // namespace

std::string CheckJson(const std::string& plan, const std::vector<Table>& tables) {
  const DataCheck check = CheckData(ReadPlan(plan), tables);
  const auto arm = [](const ArmCount& each) -> Json {
    return {{"arm", each.arm}, {"participants", each.participants}};
  };
  const auto arms = [](const RosterFaults::Arms& each) -> Json { return {{"id", each.id}, {"arms", each.arms}}; };
  const auto warning = [](const Warning& each) -> Json { return {{"code", each.code}, {"message", each.message}}; };
  const Json result = {
      {"files", ListOf(check.files, FileJson)},          {"arms", ListOf(check.arms, arm)},
      {"armProblems", ListOf(check.arm_problems, arms)}, {"scores", ListOf(check.scores, ScoreCheckJson)},
      {"problems", ListOf(check.problems, ProblemJson)}, {"warnings", ListOf(check.warnings, warning)}};
  // Text of any bytes: what is not UTF-8 is replaced rather than refused.
  return result.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace fatigue

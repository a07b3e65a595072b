// SPDX-License-Identifier: MIT
// The core as seen from JavaScript: few functions, plain objects in, JSON text out, and no exception ever crosses.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "report/entry.h"
#include "report/error_json.h"
#include "report/participant_answers.h"
#include "table_from_js.h"

namespace fatigue {
namespace {

using emscripten::val;

/// {"result": ...} of `ask`, or {"error": ...} whatever it throws.
std::string Answer(const std::function<std::string()>& ask) {
  try {
    return "{\"result\":" + ask() + "}";
  } catch (...) {
    return "{\"error\":" + CurrentExceptionJson() + "}";
  }
}

/// What setProgress was given: a function of {stage, outcome, iteration, objective}, or null.
val& ProgressListener() {
  static val listener = val::null();
  return listener;
}

void SetProgress(val listener) { ProgressListener() = std::move(listener); }

ProgressCallback ToListener() {
  if (ProgressListener().isNull() || ProgressListener().isUndefined()) return {};
  return [](const Progress& progress) {
    val message = val::object();
    message.set("stage", std::string("fit"));
    if (!progress.outcome.empty()) message.set("outcome", progress.outcome);
    message.set("iteration", progress.iteration);
    message.set("objective", progress.objective);
    ProgressListener()(message);
  };
}

std::string Fit(const std::string& request, const val& table) {
  return Answer([&] { return FitJson(request, TableFromJs(table), ToListener()); });
}

std::string Score(const std::string& request, const val& table) {
  return Answer([&] { return ScoreJson(request, TableFromJs(table)); });
}

/// What questions about a plan's single participants share, until a plan is analysed.
ParticipantAnswers& Participants() {
  static ParticipantAnswers answers;
  return answers;
}

std::string Analyze(const std::string& plan, const val& tables) {
  Participants().Forget();
  return Answer([&] { return AnalyzeJson(plan, TablesFromJs(tables), ToListener()); });
}

std::string Check(const std::string& plan, const val& tables) {
  return Answer([&] { return CheckJson(plan, TablesFromJs(tables)); });
}

std::string IndividualOf(const std::string& plan, const val& tables) {
  return Answer([&] { return Participants().Individual(plan, TablesFromJs(tables)); });
}

/// JavaScript's numbers as counts: what is none is 0, and what is too large the largest.
int ToCount(double number) { return number > 0 ? static_cast<int>(std::min(number, 1e9)) : 0; }

std::string InfluenceOf(const std::string& plan, const val& tables, double from, double count) {
  return Answer([&] { return Participants().Influence(plan, TablesFromJs(tables), ToCount(from), ToCount(count)); });
}

}  // namespace
}  // namespace fatigue

EMSCRIPTEN_BINDINGS(fatigue) {
  emscripten::function("version", &fatigue::Version);
  emscripten::function("setProgress", &fatigue::SetProgress);
  emscripten::function("fit", &fatigue::Fit);
  emscripten::function("score", &fatigue::Score);
  emscripten::function("analyze", &fatigue::Analyze);
  emscripten::function("check", &fatigue::Check);
  emscripten::function("individual", &fatigue::IndividualOf);
  emscripten::function("influence", &fatigue::InfluenceOf);
}

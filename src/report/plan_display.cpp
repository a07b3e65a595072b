// SPDX-License-Identifier: MIT
#include "report/plan_display.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace fatigue {
namespace {

constexpr char kNone[] = "none";
constexpr int kMostDecimals = 10;

/// One of the words; required.
void CheckWord(const JsonReader& reader, const std::string& key, const std::vector<std::string>& words) {
  const std::string word = reader.Text(key);
  if (std::find(words.begin(), words.end(), word) == words.end()) reader.FailChoice(key, word, words);
}

}  // namespace

std::optional<Mcid> DefaultMcid(const InstrumentDefinition& instrument, const std::string& scale,
                                const std::string& scoring) {
  const std::string wanted = instrument.Scoring(scoring).name;
  for (const ChangeDefinition& change : instrument.changes) {
    if (change.kind != "mcid" || change.scale != scale || !(change.value > 0)) continue;
    if (instrument.Scoring(change.scoring).name != wanted) continue;
    return Mcid{change.value, change.source + " (" + change.population + ")"};
  }
  return std::nullopt;
}

std::optional<Mcid> ReadMcid(const JsonReader& reader, const std::optional<Mcid>& otherwise) {
  if (!reader.Has("mcid")) return otherwise;
  const Json value = reader.Raw("mcid");
  if (value == kNone) return std::nullopt;
  if (!value.is_object()) {
    reader.Fail("mcid", "is " + value.dump(), "give the difference that matters as {\"value\": 4}, or \"none\"");
  }
  const JsonReader own(value, reader.PathOf("mcid"), reader.code(), {"value", "source"});
  const std::optional<double> points = own.Number("value");
  if (!points || !(*points > 0)) own.Fail("value", "must be a number above 0");
  return Mcid{*points, own.TextOr("source", "")};
}

std::optional<int> ReadDecimals(const JsonReader& reader) {
  const std::optional<double> decimals = reader.Number("decimals");
  if (!decimals) return std::nullopt;
  if (*decimals != std::floor(*decimals) || *decimals < 0 || *decimals > kMostDecimals) {
    reader.Fail("decimals", "must be a whole number from 0 to " + std::to_string(kMostDecimals));
  }
  return static_cast<int>(*decimals);
}

Guesses ReadGuesses(const JsonReader& reader) {
  Guesses guesses;
  if (!reader.Has("guesses")) return guesses;
  if (!reader.Has("guess")) reader.Fail("guesses", "stand without guess", "name the column they are values of");
  const Json value = reader.Raw("guesses");
  if (!value.is_object()) reader.Fail("guesses", "must be an object from value to arm, not " + value.dump());
  for (const auto& [text, arm] : value.items()) {
    if (!arm.is_null() && !arm.is_string()) {
      reader.Fail("guesses", "hold " + arm.dump() + " for \"" + text + "\"", "give an arm, or null for \"don't know\"");
    }
    guesses.emplace_back(text, arm.is_null() ? std::nullopt : std::optional<std::string>(arm.get<std::string>()));
  }
  return guesses;
}

BaselineTablePlan ReadBaselineTable(const JsonReader& reader) {
  BaselineTablePlan plan;
  if (!reader.Has("baselineTable")) return plan;
  const Json value = reader.Raw("baselineTable");
  const JsonReader own(value, reader.PathOf("baselineTable"), reader.code(), {"columns", "standardisedDifferences"});
  if (own.Has("columns")) plan.columns = own.Texts("columns");
  std::set<std::string> seen;
  for (const std::string& column : plan.columns.value_or(std::vector<std::string>())) {
    if (!seen.insert(column).second) own.Fail("columns", "names \"" + column + "\" twice");
  }
  plan.standardised_differences = own.BoolOr("standardisedDifferences", false);
  return plan;
}

Json ReadEstimand(const JsonReader& reader) {
  if (!reader.Has("estimand")) return nullptr;
  const Json value = reader.Raw("estimand");
  const JsonReader own(value, reader.PathOf("estimand"), reader.code(),
                       {"population", "treatment", "variable", "intercurrentEvents", "summary"});
  for (const char* attribute : {"population", "treatment", "variable", "summary"}) {
    if (own.Has(attribute) && !own.Raw(attribute).is_string()) own.Fail(attribute, "must be text");
  }
  for (const auto& [path, each] : own.Elements("intercurrentEvents")) {
    const JsonReader event(each, path, reader.code(), {"event", "strategy"});
    event.Text("event");
    CheckWord(event, "strategy",
              {"treatment_policy", "hypothetical", "composite", "while_on_treatment", "principal_stratum"});
  }
  return value;
}

Json ReadDisplay(const JsonReader& reader) {
  if (!reader.Has("display")) return nullptr;
  const Json value = reader.Raw("display");
  const JsonReader own(value, reader.PathOf("display"), reader.code(), {"pilot", "style", "locale"});
  own.BoolOr("pilot", false);
  if (own.Has("style")) CheckWord(own, "style", {"default", "nejm", "jama", "lancet", "annals"});
  if (own.Has("locale")) own.Text("locale");
  return value;
}

Json ToJson(const std::optional<Mcid>& mcid) {
  if (!mcid) return kNone;
  Json result = {{"value", mcid->value}};
  if (!mcid->source.empty()) result["source"] = mcid->source;
  return result;
}

Json ToJson(const BaselineTablePlan& plan) {
  Json result = Json::object();
  if (plan.columns) result["columns"] = *plan.columns;
  result["standardisedDifferences"] = plan.standardised_differences;
  return result;
}

Json ToJson(const Guesses& guesses) {
  Json result = Json::object();
  for (const auto& [text, arm] : guesses) result[text] = arm ? Json(*arm) : Json(nullptr);
  return result;
}

}  // namespace fatigue

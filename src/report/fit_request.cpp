// SPDX-License-Identifier: MIT
#include "report/fit_request.h"

#include <algorithm>

#include "base/json_reader.h"
#include "report/error_codes.h"
#include "report/option_names.h"

namespace fatigue {
namespace {

/// One of all the values there are.
template <typename Enum>
Enum ReadChoice(const JsonReader& reader, const std::string& key, Enum otherwise) {
  return reader.ChoiceOr<Enum>(key, AllOf<Enum>(), otherwise);
}

/// "ARMCD AVISIT" or "A * `B 2`": names between separators; between backticks anything is a name, as in formulas.
std::vector<std::string> SplitNames(const std::string& text) {
  const std::string separators = " \t*+,:~";
  std::vector<std::string> names;
  for (size_t at = 0; at < text.size();) {
    if (separators.find(text[at]) != std::string::npos) {
      ++at;
      continue;
    }
    const bool is_quoted = text[at] == '`';
    if (is_quoted) ++at;
    const size_t end = std::min(text.size(), is_quoted ? text.find('`', at) : text.find_first_of(separators, at));
    names.push_back(text.substr(at, end - at));
    at = end + (is_quoted ? 1 : 0);
  }
  return names;
}

/// The first bar outside backticks.
size_t FindBar(const std::string& text) {
  bool is_quoted = false;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '`') is_quoted = !is_quoted;
    if (text[at] == '|' && !is_quoted) return at;
  }
  return std::string::npos;
}

/// {"day": [0, 7], "VISIT": ["V3", "V4"]}
void ReadAt(const JsonReader& reader, EmmeansSpec* spec) {
  const Json at = reader.Raw("at");
  if (at.is_null()) return;
  const std::string problem = "must map a column to a list of numbers or of levels";
  if (!at.is_object()) reader.Fail("at", problem);
  for (const auto& [column, values] : at.items()) {
    if (!values.is_array() || values.empty()) reader.Fail("at", problem);
    for (const Json& value : values) {
      if (value.is_number()) {
        spec->at[column].push_back(value.get<double>());
        spec->at_levels[column].push_back(NumberText(value.get<double>()));
      } else if (value.is_string()) {
        spec->at_levels[column].push_back(value.get<std::string>());
      } else {
        reader.Fail("at", problem);
      }
    }
  }
}

/// [{"name": "late", "weights": [0, 0, -1, 1]}]
void ReadCustom(const JsonReader& reader, EmmeansSpec* spec) {
  for (const auto& [path, element] : reader.Elements("custom")) {
    const JsonReader one(element, path, kBadRequest, {"name", "weights"});
    CustomContrast contrast{one.Text("name"), {}};
    if (!one.Has("weights")) one.Fail("weights", "is missing", "give one number for each mean");
    for (const auto& [at, weight] : one.Elements("weights")) {
      if (!weight.is_number()) throw Error(kBadRequest, at + " must be a number, not " + weight.dump());
      contrast.weights.push_back(weight.get<double>());
    }
    spec->custom.push_back(contrast);
  }
}

void ReadReference(const JsonReader& reader, EmmeansSpec* spec) {
  const Json reference = reader.Raw("reference");
  if (reference.is_null()) return;
  if (!reference.is_object()) reader.Fail("reference", "must map a column to a level");
  for (const auto& [column, level] : reference.items()) {
    if (!level.is_string()) reader.Fail("reference", "must map a column to a level");
    spec->reference[column] = level.get<std::string>();
  }
}

EmmeansSpec ReadEmmeans(const JsonReader& reader) {
  EmmeansSpec spec;
  const std::string text = reader.Text("specs");
  const size_t bar = FindBar(text);
  spec.of = SplitNames(text.substr(0, bar));
  if (bar != std::string::npos) spec.by = SplitNames(text.substr(bar + 1));
  if (bar != std::string::npos && spec.by.empty()) {
    reader.Fail("specs", "\"" + text + "\" names no column after the bar",
                "name the columns to take the means at, or leave the bar out");
  }
  if (spec.of.empty()) reader.Fail("specs", "\"" + text + "\" names no column", "write it as in \"ARM | VISIT\"");
  spec.weights = ReadChoice(reader, "weights", EmmeansWeights::equal);
  spec.contrasts = ReadChoice(reader, "contrasts", ContrastKind::reference);
  spec.adjust = ReadChoice(reader, "adjust", Adjust::none);
  ReadAt(reader, &spec);
  ReadCustom(reader, &spec);
  ReadReference(reader, &spec);
  return spec;
}

void ReadLevels(const JsonReader& reader, ModelSpec* spec) {
  const Json levels = reader.Raw("levels");
  if (levels.is_null()) return;
  if (!levels.is_object()) reader.Fail("levels", "must map a column to the list of its levels");
  for (const auto& [column, names] : levels.items()) {
    if (!names.is_array()) reader.Fail("levels", "has no list for " + column);
    for (const Json& name : names) {
      if (!name.is_string()) reader.Fail("levels", "has a level of " + column + " that is no text: " + name.dump());
      spec->levels[column].push_back(name.get<std::string>());
    }
  }
}

ModelSpec ReadModelSpec(const JsonReader& reader) {
  ModelSpec spec;
  spec.formula = reader.Text("formula");
  spec.method = ReadChoice(reader, "method", Method::reml);
  spec.vcov = ReadChoice(reader, "vcov", VcovMethod::model);
  const bool allows_kenward_roger = spec.method == Method::reml && spec.vcov == VcovMethod::model;
  spec.df = ReadChoice(reader, "df", allows_kenward_roger ? DfMethod::kenward_roger : DfMethod::satterthwaite);
  spec.information = ReadChoice(reader, "information", Information::observed);
  if (reader.Has("weights")) spec.weights = reader.Text("weights");
  ReadLevels(reader, &spec);
  for (const std::string& column : reader.Texts("categorical")) spec.categorical.insert(column);
  spec.confidence = reader.Number("confidence").value_or(spec.confidence);
  if (!(spec.confidence > 0 && spec.confidence < 1)) {
    reader.Fail("confidence", "is " + NumberText(spec.confidence), "use a number between 0 and 1");
  }
  return spec;
}

}  // namespace

FitRequest ParseFitRequest(const std::string& text) {
  const Json object = ParseJson(text, kBadRequest, "the request");
  const JsonReader reader(object, "", kBadRequest,
                          {"formula", "method", "df", "vcov", "information", "levels", "categorical", "weights",
                           "confidence", "tests", "emmeans", "blups", "rows", "covarianceIntervals", "compare"});
  FitRequest request;
  request.spec = ReadModelSpec(reader);
  if (reader.Has("emmeans")) {
    const Json value = reader.Raw("emmeans");
    const JsonReader emmeans(value, "emmeans", kBadRequest,
                             {"specs", "weights", "reference", "at", "trend", "contrasts", "custom", "adjust"});
    request.emmeans = ReadEmmeans(emmeans);
    request.trend = emmeans.TextOr("trend", "");
  }
  request.tests = ReadChoice(reader, "tests", TestType::type3);
  request.blups = reader.BoolOr("blups", false);
  request.rows = reader.BoolOr("rows", false);
  if (reader.Has("covarianceIntervals")) {
    request.covariance_intervals = ReadChoice(reader, "covarianceIntervals", IntervalKind::wald);
  }
  request.compare = reader.TextOr("compare", "");
  return request;
}

}  // namespace fatigue

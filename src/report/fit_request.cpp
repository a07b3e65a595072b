// SPDX-License-Identifier: MIT
#include "report/fit_request.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace fatigue {
namespace {

using Json = nlohmann::ordered_json;  // the one JSON type: each costs 50 kB of WebAssembly

/// One table per closed set of option names.
template <typename Enum, size_t n>
using Names = std::array<std::pair<const char*, Enum>, n>;

constexpr Names<Method, 2> kMethods = {{{"REML", Method::reml}, {"ML", Method::ml}}};
constexpr Names<DfMethod, 7> kDfMethods = {{{"satterthwaite", DfMethod::satterthwaite},
                                            {"kenward_roger", DfMethod::kenward_roger},
                                            {"kenward_roger_linear", DfMethod::kenward_roger_linear},
                                            {"kenward_roger_mmrm", DfMethod::kenward_roger_mmrm},
                                            {"between_within", DfMethod::between_within},
                                            {"residual", DfMethod::residual},
                                            {"asymptotic", DfMethod::asymptotic}}};
constexpr Names<VcovMethod, 4> kVcovMethods = {{{"model", VcovMethod::model},
                                                {"empirical", VcovMethod::empirical},
                                                {"empirical_jackknife", VcovMethod::empirical_jackknife},
                                                {"empirical_bias_reduced", VcovMethod::empirical_bias_reduced}}};
constexpr Names<Information, 2> kInformation = {
    {{"observed", Information::observed}, {"expected", Information::expected}}};
constexpr Names<EmmeansWeights, 4> kWeights = {{{"equal", EmmeansWeights::equal},
                                                {"proportional", EmmeansWeights::proportional},
                                                {"outer", EmmeansWeights::outer},
                                                {"cells", EmmeansWeights::cells}}};
constexpr Names<ContrastKind, 3> kContrasts = {{{"reference", ContrastKind::reference},
                                                {"pairwise", ContrastKind::pairwise},
                                                {"interaction", ContrastKind::interaction}}};
constexpr Names<Adjust, 5> kAdjusts = {{{"none", Adjust::none},
                                        {"bonferroni", Adjust::bonferroni},
                                        {"holm", Adjust::holm},
                                        {"hochberg", Adjust::hochberg},
                                        {"dunnett", Adjust::dunnett}}};
constexpr Names<TestType, 2> kTestTypes = {{{"III", TestType::type3}, {"II", TestType::type2}}};
constexpr Names<IntervalKind, 2> kIntervals = {{{"wald", IntervalKind::wald}, {"profile", IntervalKind::profile}}};

/// A misspelt field would be an option silently not used.
void RequireKnown(const Json& object, const std::string& where, std::initializer_list<const char*> known) {
  for (const auto& [field, value] : object.items()) {
    if (std::any_of(known.begin(), known.end(), [&name = field](const char* one) { return name == one; })) continue;
    std::string names;
    for (const char* one : known) names += std::string(names.empty() ? "" : ", ") + one;
    throw Error("bad_request", where + " has no option \"" + field + "\"; there are: " + names);
  }
}

bool Flag(const Json& object, const char* field) {
  if (!object.contains(field) || object[field].is_null()) return false;
  if (!object[field].is_boolean()) throw Error("bad_request", std::string(field) + " must be true or false");
  return object[field].get<bool>();
}

template <typename Enum, size_t n>
Enum Choose(const Names<Enum, n>& names, const std::string& option, const std::string& value) {
  std::string choices;
  for (const auto& [name, choice] : names) {
    if (value == name) return choice;
    choices += std::string(choices.empty() ? "" : ", ") + name;
  }
  throw Error("unknown_option", option + " is \"" + value + "\": use one of " + choices);
}

template <typename Enum, size_t n>
std::string NameOf(const Names<Enum, n>& names, Enum value) {
  const auto found = std::find_if(names.begin(), names.end(), [value](const auto& row) { return row.second == value; });
  return found->first;
}

std::string Text(const Json& object, const char* field, const std::string& otherwise) {
  if (!object.contains(field) || object[field].is_null()) return otherwise;
  if (!object[field].is_string()) throw Error("bad_request", std::string(field) + " must be text");
  return object[field].get<std::string>();
}

std::vector<std::string> Texts(const Json& list, const std::string& field) {
  std::vector<std::string> texts;
  if (!list.is_array()) throw Error("bad_request", field + " must be a list of texts");
  for (const Json& item : list) {
    if (!item.is_string()) throw Error("bad_request", field + " must be a list of texts");
    texts.push_back(item.get<std::string>());
  }
  return texts;
}

/// "ARMCD | AVISIT" or "A * B | C + D": names of the columns on each side.
std::vector<std::string> SplitNames(const std::string& text) {
  std::vector<std::string> names;
  std::string name;
  for (char c : text + " ") {
    if (c == ' ' || c == '*' || c == '+' || c == ',' || c == ':' || c == '~' || c == '\t') {
      if (!name.empty()) names.push_back(name);
      name.clear();
    } else {
      name += c;
    }
  }
  return names;
}

/// {"day": [0, 7], "VISIT": ["V3", "V4"]}
void ReadAt(const Json& object, EmmeansSpec* spec) {
  if (!object.contains("at") || object["at"].is_null()) return;
  for (const auto& [column, values] : object["at"].items()) {
    if (!values.is_array() || values.empty()) {
      throw Error("bad_request", "at must map a column to a list of numbers or of levels");
    }
    for (const Json& value : values) {
      if (value.is_number()) {
        spec->at[column].push_back(value.get<double>());
        spec->at_levels[column].push_back(NumberText(value.get<double>()));
      } else if (value.is_string()) {
        spec->at_levels[column].push_back(value.get<std::string>());
      } else {
        throw Error("bad_request", "at must map a column to a list of numbers or of levels");
      }
    }
  }
}

/// [{"name": "late", "weights": [0, 0, -1, 1]}]
void ReadCustom(const Json& object, EmmeansSpec* spec) {
  if (!object.contains("custom") || object["custom"].is_null()) return;
  const std::string problem = "custom must be a list of {name, weights}";
  if (!object["custom"].is_array()) throw Error("bad_request", problem);
  for (const Json& one : object["custom"]) {
    if (!one.is_object() || !one.contains("weights") || !one["weights"].is_array()) throw Error("bad_request", problem);
    CustomContrast contrast{Text(one, "name", ""), {}};
    for (const Json& weight : one["weights"]) {
      if (!weight.is_number()) throw Error("bad_request", problem);
      contrast.weights.push_back(weight.get<double>());
    }
    if (contrast.name.empty()) throw Error("bad_request", "a custom contrast needs a name");
    spec->custom.push_back(contrast);
  }
}

EmmeansSpec ParseEmmeans(const Json& object) {
  RequireKnown(object, "emmeans", {"specs", "weights", "reference", "at", "trend", "contrasts", "custom", "adjust"});
  EmmeansSpec spec;
  const std::string text = Text(object, "specs", "");
  const size_t bar = text.find('|');
  spec.of = SplitNames(text.substr(0, bar));
  if (bar != std::string::npos) spec.by = SplitNames(text.substr(bar + 1));
  if (bar != std::string::npos && spec.by.empty()) {
    throw Error("bad_request", "emmeans \"" + text + "\" names no column after the bar", {},
                "name the columns to take the means at, or leave the bar out");
  }
  if (spec.of.empty())
    throw Error("bad_request", "emmeans needs columns, as in \"ARM | VISIT\", but got \"" + text + "\"");
  spec.weights = Choose(kWeights, "emmeans weights", Text(object, "weights", "equal"));
  spec.contrasts = Choose(kContrasts, "contrasts", Text(object, "contrasts", "reference"));
  spec.adjust = Choose(kAdjusts, "adjust", Text(object, "adjust", "none"));
  ReadAt(object, &spec);
  ReadCustom(object, &spec);
  if (object.contains("reference")) {
    for (const auto& [column, level] : object["reference"].items()) {
      if (!level.is_string()) throw Error("bad_request", "reference must map a column to a level");
      spec.reference[column] = level.get<std::string>();
    }
  }
  return spec;
}

}  // namespace

DfMethod ParseDfMethod(const std::string& name) { return Choose(kDfMethods, "df", name); }
Method ParseMethod(const std::string& name) { return Choose(kMethods, "method", name); }
VcovMethod ParseVcovMethod(const std::string& name) { return Choose(kVcovMethods, "vcov", name); }
Information ParseInformation(const std::string& name) { return Choose(kInformation, "information", name); }
Adjust ParseAdjust(const std::string& name) { return Choose(kAdjusts, "adjust", name); }
std::string Name(VcovMethod method) { return NameOf(kVcovMethods, method); }
std::string Name(Information information) { return NameOf(kInformation, information); }
std::string Name(Adjust adjust) { return NameOf(kAdjusts, adjust); }
std::string Name(TestType type) { return NameOf(kTestTypes, type); }
std::string Name(EmmeansWeights weights) { return NameOf(kWeights, weights); }
std::string Name(IntervalKind kind) { return NameOf(kIntervals, kind); }
std::string Name(DfMethod method) { return NameOf(kDfMethods, method); }
std::string Name(Method method) { return NameOf(kMethods, method); }

FitRequest ParseFitRequest(const std::string& text) {
  const Json object = Json::parse(text, nullptr, false);
  if (!object.is_object()) throw Error("bad_request", "the request is not a JSON object");
  RequireKnown(object, "the request",
               {"formula", "method", "df", "vcov", "information", "levels", "categorical", "weights", "confidence",
                "tests", "emmeans", "blups", "rows", "covarianceIntervals", "compare"});
  FitRequest request;
  ModelSpec& spec = request.spec;
  spec.formula = Text(object, "formula", "");
  if (spec.formula.empty()) throw Error("bad_request", "the request has no formula");
  spec.method = ParseMethod(Text(object, "method", "REML"));
  spec.vcov = Choose(kVcovMethods, "vcov", Text(object, "vcov", "model"));
  const bool allows_kenward_roger = spec.method == Method::reml && spec.vcov == VcovMethod::model;
  spec.df = ParseDfMethod(Text(object, "df", allows_kenward_roger ? "kenward_roger" : "satterthwaite"));
  spec.information = Choose(kInformation, "information", Text(object, "information", "observed"));
  const std::string weights = Text(object, "weights", "");
  if (!weights.empty()) spec.weights = weights;
  if (object.contains("levels")) {
    for (const auto& [column, levels] : object["levels"].items()) spec.levels[column] = Texts(levels, "levels");
  }
  if (object.contains("categorical")) {
    for (const std::string& column : Texts(object["categorical"], "categorical")) spec.categorical.insert(column);
  }
  if (object.contains("confidence")) {
    if (!object["confidence"].is_number()) throw Error("bad_request", "confidence must be a number between 0 and 1");
    spec.confidence = object["confidence"].get<double>();
  }
  if (!(spec.confidence > 0 && spec.confidence < 1)) {
    throw Error("bad_request", "confidence is " + NumberText(spec.confidence) + ": use a number between 0 and 1");
  }
  if (object.contains("emmeans") && !object["emmeans"].is_null()) {
    if (!object["emmeans"].is_object()) throw Error("bad_request", "emmeans must be an object");
    request.emmeans = ParseEmmeans(object["emmeans"]);
    request.trend = Text(object["emmeans"], "trend", "");
  }
  request.tests = Choose(kTestTypes, "tests", Text(object, "tests", "III"));
  request.blups = Flag(object, "blups");
  request.rows = Flag(object, "rows");
  const std::string intervals = Text(object, "covarianceIntervals", "");
  if (!intervals.empty()) request.covariance_intervals = Choose(kIntervals, "covarianceIntervals", intervals);
  request.compare = Text(object, "compare", "");
  return request;
}

}  // namespace fatigue

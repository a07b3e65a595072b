// SPDX-License-Identifier: MIT
#include "support/reference_case.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>

#include "support/csv.h"

namespace fatigue::test {
namespace {

namespace fs = std::filesystem;

Column& FindColumn(Table* table, const std::string& name) {
  for (Column& column : table->columns) {
    if (column.name == name) return column;
  }
  throw std::runtime_error("no column " + name);
}

/// A numeric column made of another one: slope * value + shift.
void AddColumn(Table* table, const std::string& name, const std::string& from, double slope, double shift) {
  Column column = FindColumn(table, from);
  column.name = name;
  for (double& value : column.values) value = slope * value + shift;
  table->columns.push_back(column);
}

/// Cells of `column` become missing wherever `factor` has another level, which leaves those rows out.
void KeepLevel(Table* table, const std::string& factor, const std::string& level, const std::string& column) {
  const Column by = FindColumn(table, factor);
  std::vector<double>& values = FindColumn(table, column).values;
  for (size_t row = 0; row < values.size(); ++row) {
    if (by.codes[row] < 0 || by.levels[static_cast<size_t>(by.codes[row])] != level) values[row] = std::nan("");
  }
}

/// Models that the file describes in words.
std::string FormulaOf(const std::string& name, const Json& expected) {
  static const std::map<std::string, std::string> described = {
      {"diary_lme_ri_ar1_reml", "score ~ arm * day + (1 | id) + ar1(day | id)"},
      {"pilot_lme_ri_ar1_reml", "CHG ~ BASE + ARM * VISIT + (1 | ID) + ar1(VISIT | ID)"},
      {"two_arm_lme_ri_ar1_boundary_reml", "CHG ~ BASE + SEX + ARM * VISIT + (1 | ID) + ar1(VISIT | ID)"},
      {"two_arm_lme_ri_ar1_varident_boundary_reml", "CHG ~ BASE + SEX + ARM * VISIT + (1 | ID) + ar1h(VISIT | ID)"}};
  const auto found = described.find(name);
  if (found != described.end()) return found->second;
  return expected[expected.contains("model") ? "model" : "formula"].get<std::string>();
}

bool IsReml(const Json& expected) {
  return expected.contains("reml") ? expected["reml"].get<bool>() : expected.value("method", "REML") == "REML";
}

}  // namespace

Collection ShippedCollection() { return {"ship", FATIGUE_TEST_DIR "/reference/ship/"}; }

std::optional<Collection> SharedCollection() {
  if (const char* folder = std::getenv("FATIGUE_REFERENCE")) {
    if (fs::exists(std::string(folder) + "/expected")) return Collection{"shared", std::string(folder) + "/"};
    return std::nullopt;
  }
  for (fs::path at = FATIGUE_TEST_DIR; at.has_relative_path(); at = at.parent_path()) {
    const fs::path folder = at.parent_path() / "shared" / "reference";
    if (fs::exists(folder / "expected")) return Collection{"shared", folder.string() + "/"};
  }
  return std::nullopt;
}

std::vector<std::string> FilesOf(const std::string& folder, const std::string& ending) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(ending)) names.push_back(name.substr(0, name.size() - ending.size()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

Json ReadJson(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  return Json::parse(file);
}

FittedModel ReferenceCase::Fit(DfMethod df, Information information) const {
  ModelSpec wanted = spec;
  wanted.df = df;
  wanted.information = information;
  return RunModel(data, wanted);
}

std::string ReferenceCase::Software(const std::string& package) const {
  const Json& versions = expected.contains("engine") ? expected["engine"] : expected["software"];
  return package + " " + versions[package].get<std::string>();
}

Dataset LoadDataset(const Collection& collection, const std::string& described) {
  const std::string file = described.substr(0, described.find(' '));
  Dataset dataset;
  dataset.table = ReadCsv(collection.folder + "data/" + file, {"id", "ID", "site", "USUBJID", "Subject", "g"});
  const auto changed = [&described](const char* how) { return described.find(how) != std::string::npos; };
  if (changed("DUP = 2*FEV1_BL+1")) AddColumn(&dataset.table, "DUP", "FEV1_BL", 2, 1);
  if (changed("age11 = age - 11")) AddColumn(&dataset.table, "age11", "age", 1, -11);
  if (changed("AVISIT == VIS4")) KeepLevel(&dataset.table, "AVISIT", "VIS4", "FEV1");
  const Json all = ReadJson(collection.folder + "data/factor_levels.json");
  const std::string key = all.contains(file) ? file : file.substr(0, file.rfind('.'));
  if (!all.contains(key)) return dataset;
  for (const auto& [column, levels] : all[key].items()) {
    if (levels != Json{"subject"}) dataset.levels[column] = levels.get<std::vector<std::string>>();
  }
  return dataset;
}

namespace {

ReferenceCase MakeCase(const Collection& collection, const std::string& name, Json expected) {
  ReferenceCase reference;
  reference.name = collection.name + "/" + name;
  reference.expected = std::move(expected);
  const Dataset dataset = LoadDataset(collection, reference.expected.value("dataset", "fev_data.csv"));
  reference.data = dataset.table;
  reference.spec.levels = dataset.levels;
  reference.spec.formula = FormulaOf(name, reference.expected);
  reference.spec.method = IsReml(reference.expected) ? Method::reml : Method::ml;
  // (1 | id), but not ar1(day | id).
  reference.has_random_effects = std::regex_search(reference.spec.formula, std::regex("[ +]\\([^()]*\\|"));
  const Json& weights = reference.expected.contains("weights") ? reference.expected["weights"] : Json();
  if (weights.is_string()) reference.spec.weights = weights.get<std::string>();
  return reference;
}

}  // namespace

ReferenceCase LoadCase(const Collection& collection, const std::string& name) {
  return MakeCase(collection, name, ReadJson(collection.folder + "expected/" + name + ".json"));
}

std::vector<ReferenceCase> LoadCases(const Collection& collection, const std::string& name) {
  const Json file = ReadJson(collection.folder + "expected/" + name + ".json");
  std::vector<ReferenceCase> cases;
  for (Json model : file["models"]) {
    model["software"] = file["software"];
    cases.push_back(MakeCase(collection, name, model));
  }
  return cases;
}

}  // namespace fatigue::test

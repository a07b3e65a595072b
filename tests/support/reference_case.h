// SPDX-License-Identifier: MIT
// Stored results of other software: where they are, and the data and model of each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/model_run.h"
#include "support/comparison.h"

namespace fatigue::test {

/// A folder with `data` and `expected`: tests/reference/ship, and shared/reference outside the repository, whose
/// contents may not be copied into it.
struct Collection {
  std::string name;    // "ship" or "shared"
  std::string folder;  // ends with /
};

Collection ShippedCollection();
/// FATIGUE_REFERENCE, or the folder shared/reference beside the repository or above it. Nothing where there is none.
std::optional<Collection> SharedCollection();

/// Names of the files in a folder that end with `ending`, without it, sorted.
std::vector<std::string> FilesOf(const std::string& folder, const std::string& ending);

Json ReadJson(const std::string& path);

struct ReferenceCase {
  std::string name;  // ship/diary_ri_ml
  Json expected;
  Table data;
  ModelSpec spec;  // formula, method, levels and weights as stored; df to be chosen
  bool has_random_effects = false;

  FittedModel Fit(DfMethod df, Information information = Information::observed) const;
  /// "mmrm 0.3.18": the version is in the file.
  std::string Software(const std::string& package) const;
  /// Did the other software end at a boundary of the covariance parameters?
  bool IsSingular() const { return expected.contains("fit") && expected["fit"].value("singular", false); }
};

/// Factors' level orders and the columns that are names, as in data/factor_levels.json.
struct Dataset {
  Table table;
  std::map<std::string, std::vector<std::string>> levels;
};

/// `described`: a file name, which may be followed by how the data were changed.
Dataset LoadDataset(const Collection& collection, const std::string& described);

/// A case with a formula; `name` is the file's, without .json.
ReferenceCase LoadCase(const Collection& collection, const std::string& name);

/// The models of a file that holds several.
std::vector<ReferenceCase> LoadCases(const Collection& collection, const std::string& name);

}  // namespace fatigue::test

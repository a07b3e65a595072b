// SPDX-License-Identifier: MIT
// Every stored result of other software is a test: the files of tests/reference/ship/expected, and, where the folder is
// there, those of shared/reference, which may not be copied into the repository. tests/reference/external.txt names
// them, so that without the folder they are reported as skipped. What is not compared, and why: support/skipped.cpp.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>
#include <set>

#include "support/checks.h"
#include "support/named.h"
#include "support/skipped.h"

namespace fatigue::test {
namespace {

const char* kPolishedR = "R 4.2.2, likelihood by Newton steps";
const char* kSasParameters = "R 4.2.2, Kenward-Roger in SAS's parameters";

void CheckCounts(const ReferenceCase& reference, const std::string& key, const Json& stored,
                 const Comparison& comparison) {
  const FittedModel model = reference.Fit(DfMethod::satterthwaite);
  const auto count = [&](const std::string& what, size_t ours, const Json& reference_count) {
    comparison.Number("count", what, static_cast<double>(ours), reference_count, 0);
  };
  if (key == "n_obs") {
    count("rows", static_cast<size_t>(model.observations()), stored);
  } else if (key == "n_subjects") {
    count("subjects", static_cast<size_t>(model.subjects()), stored);
  } else if (key == "n_timepoints") {
    count("visits", model.residual_covariance().at(0).labels.size(), stored);
  } else {  // n_groups: the finest grouping is the first
    count("groups", static_cast<size_t>(model.subjects()), stored.begin().value());
  }
}

/// lmerTest's and pbkrtest's blocks of lmer models.
void CheckLmerInference(const ReferenceCase& reference, const std::string& key, const Json& stored,
                        const Comparison& all) {
  const bool is_kr = key.starts_with("kenward");
  const FittedModel model =
      is_kr ? reference.Fit(DfMethod::kenward_roger, Information::expected) : reference.Fit(DfMethod::satterthwaite);
  const Comparison comparison = all.With(reference.Software(is_kr ? "pbkrtest" : "lmerTest"), kLme4).In(key);
  CheckInference(reference, stored, model, comparison, kLmerTestAnova);
}

void CheckLmerMeans(const ReferenceCase& reference, const Json& stored, const Comparison& all) {
  for (const auto& [method, tables] : stored.items()) {
    const FittedModel model = method == "kenward-roger" ? reference.Fit(DfMethod::kenward_roger, Information::expected)
                                                        : reference.Fit(Named<DfMethod>(method));
    const Comparison comparison = all.With(reference.Software("emmeans"), kLme4).In("emmeans").In(method);
    CheckMeans(reference, tables, model, comparison);
  }
}

void CheckKey(const ReferenceCase& reference, const std::string& key, const Json& stored, const Comparison& all) {
  const bool is_lmer = reference.has_random_effects;
  const Comparison at = all.In(key);
  if (key == "n_obs" || key == "n_subjects" || key == "n_timepoints" || key == "n_groups") {
    CheckCounts(reference, key, stored, at);
  } else if (key == "fit") {
    CheckFit(reference, stored, at);
  } else if (key == "default_fit") {
    CheckEarlyStop(reference, stored, at);
  } else if (key == "lme_fit") {
    CheckEarlyStop(reference, stored, at.With(reference.Software("nlme"), kLme4));
  } else if (key == "polished") {
    CheckPolished(reference, stored, at.With(kPolishedR, kExact));
  } else if (key == "collapsed_logLik") {
    const FittedModel model = reference.Fit(DfMethod::satterthwaite);
    CHECK(model.status() == "singular");
    const Comparison exact = at.With(kPolishedR, kExact);
    exact.Number("log-likelihood", key, model.log_lik(), stored, kExact.likelihood);
  } else if (key == "kenward_roger_sas") {
    CheckInference(reference, stored, at.With(kSasParameters, kExact), is_lmer ? kLmerTestAnova : kExact);
  } else if (key == "inference") {
    for (const Json& block : stored) {
      const std::string df = block["df_method"], vcov = block.value("vcov_method", "");
      const Comparison inner = all.In("inference").In(df + (vcov.empty() ? "" : ", " + vcov));
      if (IsSkipped(inner)) continue;
      const std::string package = !is_lmer ? "mmrm" : df.starts_with("Kenward") ? "pbkrtest" : "lmerTest";
      CheckInference(reference, block, inner.With(reference.Software(package), is_lmer ? kLme4 : kExact),
                     is_lmer ? kLmerTestAnova : kExact);
    }
  } else if (key == "satterthwaite" || key == "kenward_roger") {
    CheckLmerInference(reference, key, stored, all);
  } else if (key == "emmeans") {
    CheckLmerMeans(reference, stored, all);
  } else if (key == "linear_combinations") {
    CheckLinearCombinations(reference, stored, at.With(reference.Software("emmeans"), kExact));
  } else if (key == "type3_L") {
    CheckHypotheses(reference, stored, at);
  } else if (!IsDescription(key) && !IsSkipped(at)) {
    FAIL_CHECK(all.case_name() << ": no comparison for " << key);
  }
}

/// Software that made a case's `fit`.
std::string FitSoftware(const ReferenceCase& reference) {
  if (reference.expected.contains("lme_fit")) return reference.Software("nlme");
  return reference.Software(reference.has_random_effects ? "lme4" : "mmrm");
}

/// Files of several models or tests; each has a test of its own in this folder.
bool HasOwnTest(const std::string& full) {
  static const std::set<std::string> names = {
      "ship/contrasts_adjust", "ship/several_maxima",   "ship/lrt",         "ship/influence",
      "ship/offset_poly",      "ship/profile_marginal", "ship/type2_tests", "ship/residuals_predictions"};
  return names.count(full) > 0;
}

void CheckFile(const Collection& collection, const std::string& name) {
  const std::string full = collection.name + "/" + name;
  if (HasOwnTest(full)) return;
  Json expected = ReadJson(collection.folder + "expected/" + name + ".json");
  if (expected.contains("table") || expected.contains("ML")) {
    return CheckLikelihoodRatio(collection, expected, Comparison(full, "lme4 1.1.31", kLme4));
  }
  if (expected.contains("rows")) return CheckSasRows(collection, expected, Comparison(full, "", kExact));
  const Comparison described(full, "", kExact);
  if (IsSkipped(described.In("case"))) return;
  const ReferenceCase reference = LoadCase(collection, name);
  if (expected.contains("theta_from")) {
    return CheckEmmeansOptions(reference, Comparison(full, reference.Software("emmeans"), kExact));
  }
  if (expected.contains("reference_grid")) {
    return CheckWeights(reference, Comparison(full, reference.Software("emmeans"), kExact));
  }
  const Comparison all(full, FitSoftware(reference), reference.has_random_effects ? kLme4 : kExact);
  for (const auto& [key, stored] : expected.items()) CheckKey(reference, key, stored, all);
}

std::vector<std::string> ExternalNames() {
  std::ifstream file(FATIGUE_TEST_DIR "/reference/external.txt");
  std::vector<std::string> names;
  for (std::string line; std::getline(file, line);) names.push_back(line);
  return names;
}

/// A test that Catch2 knows by the name of the stored case.
class StoredCase : public Catch::ITestInvoker {
 public:
  StoredCase(Collection collection, std::string name) : collection_(std::move(collection)), name_(std::move(name)) {}
  void invoke() const override {
    if (collection_.name == "sas") {
      CheckSasTable(collection_, name_);
    } else {
      CheckFile(collection_, name_);
    }
    SUCCEED();
  }

 private:
  Collection collection_;
  std::string name_;
};

std::vector<std::string> RegisterFolder(const Collection& collection, const char* folder, const char* ending) {
  std::vector<std::string> names;
  for (const std::string& name : FilesOf(collection.folder + folder, ending)) {
    names.push_back(collection.name + "/" + name);
    Catch::AutoReg(new StoredCase(collection, name), CATCH_INTERNAL_LINEINFO, Catch::StringRef(),
                   Catch::NameAndTags(names.back(), "[stored]"));
  }
  return names;
}

const std::vector<std::string> kExternal = [] {
  RegisterFolder(ShippedCollection(), "expected", ".json");
  std::vector<std::string> names;
  if (const auto shared = SharedCollection()) {
    names = RegisterFolder(*shared, "expected", ".json");
    const std::vector<std::string> sas = RegisterFolder({"sas", shared->folder}, "sas", ".csv");
    names.insert(names.end(), sas.begin(), sas.end());
  }
  return names;
}();

TEST_CASE("results outside the repository are all there, or all skipped") {
  if (SharedCollection()) {
    CHECK(kExternal == ExternalNames());
  } else {
    std::cout << "skipped: " << ExternalNames().size()
              << " stored cases outside the repository (folder shared/reference not found)\n";
  }
}

}  // namespace
}  // namespace fatigue::test

// SPDX-License-Identifier: MIT
// Every stored result of other software is a test: the files of tests/reference/ship/expected, and, where the folder is
// there, those of shared/reference, which may not be copied into the repository. tests/reference/external.txt names
// them, so that without the folder they are reported as skipped. What is not compared, and why: support/skipped.cpp.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>

#include "support/checks.h"
#include "support/csv.h"
#include "support/skipped.h"

namespace fatigue::test {
namespace {

const char* kPolishedR = "R 4.2.2, likelihood by Newton steps";
const char* kSasParameters = "R 4.2.2, Kenward-Roger in SAS's parameters";

/// What a file says about itself, or needs no comparison.
bool IsDescription(const std::string& key) {
  static const std::set<std::string> names = {"id",         "dataset",  "formula", "method",     "covariance",
                                              "weights",    "software", "engine",  "tolerance",  "fixed",
                                              "cov_type",   "reml",     "notes",   "note",       "source",
                                              "theta_from", "models",   "model",   "logLik_note"};
  return names.count(key) > 0;
}

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
                                                        : reference.Fit(ParseDfMethod(method));
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

/// Two models by REML or ML, and their likelihood-ratio statistic.
void CheckLikelihoodRatio(const Collection& collection, const Json& expected, const Comparison& all) {
  static const std::map<std::string, std::pair<std::string, std::string>> models = {
      {"ship/diary_lrt", {"diary.csv", "score ~ "}}, {"shared/sleep_lrt_ml", {"sleepstudy.csv", "Reaction ~ "}}};
  const auto& [file, response] = models.at(all.case_name());
  const Dataset dataset = LoadDataset(collection, file);
  const auto log_lik = [&, &start = response, &data = dataset](std::string formula, Method method) {
    if (formula.find('~') == std::string::npos) formula = start + formula;
    ModelSpec spec;
    spec.formula = formula;
    spec.method = method;
    spec.df = DfMethod::satterthwaite;
    spec.levels = data.levels;
    return RunModel(data.table, spec).log_lik();
  };
  const auto number = [&](const Comparison& at, const std::string& what, double ours, const Json& stored) {
    at.Number("log-likelihood", what, ours, stored, at.tolerance().likelihood);
  };
  // A difference of two log-likelihoods: as far as both are right.
  const auto statistic = [&](const Comparison& at, double smaller, double larger, const Json& stored) {
    at.Number({"log-likelihood", "statistic", 2 * (larger - smaller), stored.get<double>(),
               2 * at.tolerance().likelihood, std::abs(larger)});
  };
  for (const auto& [key, stored] : expected.items()) {
    const Comparison at = all.In(key);
    const Method method = key == "REML" ? Method::reml : Method::ml;
    if (key == "REML" || key == "ML" || key == "table") {
      std::vector<double> ours;
      for (const Json& formula : expected["models"]) ours.push_back(log_lik(formula, method));
      for (size_t k = 0; k < 2; ++k) {
        number(at, "model " + std::to_string(k + 1), ours[k],
               key == "table" ? stored[k]["logLik"] : stored["logLik"][k]);
      }
      statistic(at, ours[0], ours[1], key == "table" ? stored[1]["Chisq"] : stored["statistic"]);
      IsSkipped(at.In("p_chisq"));
      if (key != "table") IsSkipped(at.In("p_mixture_1_2"));
    } else if (key == "fixed_effect_interaction_ML") {
      statistic(at, log_lik("score ~ arm + day + (1 | id)", Method::ml),
                log_lik("score ~ arm * day + (1 | id)", Method::ml), stored["statistic"]);
      IsSkipped(at.In("p_chisq"));
    } else {
      CHECK(IsDescription(key));
    }
  }
}

DfMethod MmrmMethod(const std::string& block) {
  if (block.starts_with("Satterthwaite")) return DfMethod::satterthwaite;
  return block.find("Linear") != std::string::npos ? DfMethod::kenward_roger_linear : DfMethod::kenward_roger_mmrm;
}

/// Blocks named by df method and weights: Satterthwaite_proportional.
void CheckWeights(const ReferenceCase& reference, const Comparison& all) {
  for (const auto& [key, stored] : reference.expected.items()) {
    if (IsDescription(key) || IsSkipped(all.In(key))) continue;
    const bool is_proportional = key.ends_with("_proportional");
    CHECK((is_proportional || key.ends_with("_equal")));
    CheckMeans(reference, stored, reference.Fit(MmrmMethod(key)), all.In(key),
               is_proportional ? EmmeansWeights::proportional : EmmeansWeights::equal);
  }
}

void CheckEmmeansOptions(ReferenceCase reference, const Comparison& all) {
  for (const auto& [key, options] : reference.expected.items()) {
    if (IsDescription(key)) continue;
    for (const auto& [option, stored] : options.items()) {
      const Comparison at = all.In(key).In(option);
      const bool one_sided = option.find("_null_") != std::string::npos;
      if (one_sided) {
        IsSkipped(at.In("one-sided"));
      } else if (IsSkipped(at)) {
        continue;
      }
      reference.spec.confidence = option == "ci_level_0.9" ? 0.9 : option == "ci_level_0.99" ? 0.99 : 0.95;
      Json tables = Json::object();
      if (stored.is_object()) {
        tables["by_visit"] = {{"means", stored["means"]}, {"revpairwise", stored["revpairwise"]}};
        tables["averaged"] = stored["averaged"];
      } else {
        tables["contrast"] = stored;
        for (Json& row : tables["contrast"]) {
          if (one_sided) row.erase("t.ratio");
          if (one_sided) row.erase("p.value");
        }
      }
      const bool is_proportional = option == "weights_proportional";
      CheckMeans(reference, tables, reference.Fit(MmrmMethod(key)), at,
                 is_proportional ? EmmeansWeights::proportional : EmmeansWeights::equal);
    }
  }
}

/// Software that made a case's `fit`.
std::string FitSoftware(const ReferenceCase& reference) {
  if (reference.expected.contains("lme_fit")) return reference.Software("nlme");
  return reference.Software(reference.has_random_effects ? "lme4" : "mmrm");
}

/// PROC MIXED's FEV1 ~ ARMCD, the difference of the arms.
FittedModel FitOfArm(const Dataset& dataset, const std::string& structure, DfMethod df) {
  ModelSpec spec;
  spec.formula = "FEV1 ~ ARMCD + " + structure + "(AVISIT | USUBJID)";
  spec.df = df;
  spec.levels = dataset.levels;
  return RunModel(dataset.table, spec);
}

void CheckSasTable(const Collection& collection, const std::string& name) {
  const size_t split = name.find('_');
  std::string structure = name.substr(split + 1);
  if (structure == "arh1") structure = "ar1h";
  const Comparison comparison("sas/" + name, "SAS PROC MIXED", kSas);
  if (IsSkipped(comparison.In("case"))) return;
  const DfMethod df = name.substr(0, split) == "kr" ? DfMethod::kenward_roger : DfMethod::kenward_roger_linear;
  const FittedModel model = FitOfArm(LoadDataset(collection, "fev_data.csv"), structure, df);
  std::ifstream file(collection.folder + "sas/" + name + ".csv");
  std::string header, line;
  std::getline(file, header);
  std::getline(file, line);
  const std::vector<std::string> columns = SplitLine(header), cells = SplitLine(line);
  Json row = Json::object();
  for (size_t k = 0; k < columns.size(); ++k) {
    char* end = nullptr;
    const double number = std::strtod(cells[k].c_str(), &end);
    if (end != cells[k].c_str() && *end == '\0') row[columns[k]] = number;
  }
  comparison.In("DDFM").Row("contrast", "TRT - PBO", model.coefficients().at(1), StoredRows(Json::array({row})).at(0));
}

void CheckSasRows(const Collection& collection, const Json& expected, const Comparison& all) {
  const Dataset dataset = LoadDataset(collection, "fev_data.csv");
  for (const Json& row : expected["rows"]) {
    const std::string structure = row["cov"], ddfm = row["sas_ddfm"];
    const Comparison at = all.In(structure + ", " + ddfm);
    const auto compare = [&](const char* key, DfMethod df, const std::string& software, const Tolerance& tolerance) {
      const Estimate ours = FitOfArm(dataset, structure, df).coefficients().at(1);
      at.With(software, tolerance)
          .In(key)
          .Row("contrast", "TRT - PBO", ours, StoredRows(Json::array({row[key]})).at(0));
    };
    if (IsSkipped(at)) continue;
    compare("sas", ddfm == "KR" ? DfMethod::kenward_roger : DfMethod::kenward_roger_linear, "SAS PROC MIXED", kSas);
    compare("mmrm_kr", DfMethod::kenward_roger_mmrm, "mmrm 0.3.18", kExact);
    compare("mmrm_kr_linear", DfMethod::kenward_roger_linear, "mmrm 0.3.18", kExact);
    compare("mmrm_satterthwaite", DfMethod::satterthwaite, "mmrm 0.3.18", kExact);
  }
}

void CheckFile(const Collection& collection, const std::string& name) {
  const std::string full = collection.name + "/" + name;
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

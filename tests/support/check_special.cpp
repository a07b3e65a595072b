// SPDX-License-Identifier: MIT
// Files that are no single model: likelihood-ratio tests, options of marginal means, and output of PROC MIXED.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "support/checks.h"
#include "support/csv.h"
#include "support/skipped.h"

namespace fatigue::test {
namespace {

DfMethod MmrmMethod(const std::string& block) {
  if (block.starts_with("Satterthwaite")) return DfMethod::satterthwaite;
  return block.find("Linear") != std::string::npos ? DfMethod::kenward_roger_linear : DfMethod::kenward_roger_mmrm;
}

/// PROC MIXED's FEV1 ~ ARMCD, the difference of the arms.
FittedModel FitOfArm(const Dataset& dataset, const std::string& structure, DfMethod df) {
  ModelSpec spec;
  spec.formula = "FEV1 ~ ARMCD + " + structure + "(AVISIT | USUBJID)";
  spec.df = df;
  spec.levels = dataset.levels;
  return RunModel(dataset.table, spec);
}

}  // namespace

bool IsDescription(const std::string& key) {
  static const std::set<std::string> names = {"id",         "dataset",  "formula", "method",     "covariance",
                                              "weights",    "software", "engine",  "tolerance",  "fixed",
                                              "cov_type",   "reml",     "notes",   "note",       "source",
                                              "theta_from", "models",   "model",   "logLik_note"};
  return names.count(key) > 0;
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

}  // namespace fatigue::test

// SPDX-License-Identifier: MIT
// Parts of the stored results that are asked for one by one: empirical covariances, type II tests, random effects,
// fitted values and residuals, intervals of covariance parameters, likelihood-ratio tests, and options of marginal
// means. The blocks have the names under which stored_test.cpp passes them by, so docs/validation.md knows that they
// are compared.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "report/compare_models.h"
#include "report/model_run.h"
#include "support/named.h"
#include "support/stored_models.h"

namespace fatigue::test {
namespace {

DfMethod MethodOf(const std::string& df) {
  if (df == "Between-Within") return DfMethod::between_within;
  return df == "Residual" ? DfMethod::residual : DfMethod::satterthwaite;
}

VcovMethod VcovOf(const std::string& vcov) {
  if (vcov == "Empirical-Jackknife") return VcovMethod::empirical_jackknife;
  return vcov == "Empirical-Bias-Reduced" ? VcovMethod::empirical_bias_reduced : VcovMethod::empirical;
}

TEST_CASE("empirical covariances and what follows from them agree with mmrm") {
  ForCasesWith({"inference"}, [](const ReferenceCase& reference) {
    for (const Json& block : reference.expected["inference"]) {
      const std::string df = block["df_method"], vcov = block.value("vcov_method", "");
      if (!vcov.starts_with("Empirical")) continue;
      ModelSpec spec = reference.spec;
      spec.df = MethodOf(df);
      spec.vcov = VcovOf(vcov);
      const Comparison comparison = ComparisonOf(reference, "mmrm", kExact).In("inference").In(df + ", " + vcov);
      CheckInference(reference, block, RunModel(reference.data, spec), comparison, kExact);
    }
  });
}

void CheckTypeII(const FittedModel& model, const Json& table, const Comparison& comparison) {
  const std::vector<FTest> ours = model.Tests(TestType::type2);
  const std::vector<StoredRow> rows = StoredRows(table);
  REQUIRE(ours.size() == rows.size());
  for (size_t k = 0; k < rows.size(); ++k) {
    CHECK(ours[k].term == rows[k].at("term").get<std::string>());
    comparison.Row(ours[k], rows[k]);
  }
}

TEST_CASE("type II tests agree with mmrm") {
  ForCasesWith({"inference"}, [](const ReferenceCase& reference) {
    for (const Json& block : reference.expected["inference"]) {
      if (!block.contains("anova")) continue;
      const std::string df = block["df_method"], vcov = block["vcov_method"];
      ModelSpec spec = reference.spec;
      spec.df = vcov == "Kenward-Roger"          ? DfMethod::kenward_roger_mmrm
                : vcov == "Kenward-Roger-Linear" ? DfMethod::kenward_roger_linear
                                                 : MethodOf(df);
      if (vcov.starts_with("Empirical")) spec.vcov = VcovOf(vcov);
      const Comparison comparison = ComparisonOf(reference, "mmrm", kExact).In("inference").In(df + ", " + vcov);
      CheckTypeII(RunModel(reference.data, spec), block["anova"]["typeII"], comparison.In("anova").In("typeII"));
    }
  });
}

TEST_CASE("type II tests agree with lmerTest and pbkrtest") {
  ForCasesWith({"satterthwaite"}, [](const ReferenceCase& reference) {
    if (reference.IsSingular()) return;  // df at the boundary are each package's own choice
    const auto check = [&](const char* key, const char* package, const FittedModel& model) {
      if (!reference.expected.contains(key)) return;
      const Comparison comparison = ComparisonOf(reference, package, kLmerTestAnova).In(key).In("anova_type2");
      CheckTypeII(model, reference.expected[key]["anova_type2"], comparison);
    };
    check("satterthwaite", "lmerTest", reference.Fit(DfMethod::satterthwaite));
    if (reference.spec.method == Method::reml) {
      check("kenward_roger", "pbkrtest", reference.Fit(DfMethod::kenward_roger, Information::expected));
    }
  });
}

/// `spec` is the first model's.
LikelihoodRatio Compare(const Table& table, const ModelSpec& spec, const std::string& other) {
  return CompareModels(table, RunModel(table, spec), spec, other);
}

LikelihoodRatio Compare(const Dataset& dataset, Method method, const std::string& smaller, const std::string& larger) {
  ModelSpec spec;
  spec.formula = smaller;
  spec.method = method;
  spec.df = DfMethod::satterthwaite;
  spec.levels = dataset.levels;
  return Compare(dataset.table, spec, larger);
}

/// A statistic is a difference of two log-likelihoods; the p value moves by half its error.
void CheckRatio(const LikelihoodRatio& ours, double statistic, double df, double p, const Comparison& comparison) {
  const double error = 4 * kLme4.likelihood * std::abs(ours.larger.log_lik);
  comparison.Number({"log-likelihood", "statistic", ours.statistic, statistic, error, 1});
  comparison.Number({"df", "likelihood ratio", static_cast<double>(ours.df), df, 0, 0});
  comparison.Number({"p", "likelihood ratio", ours.p_value, p, error + kLme4.p_value, 0}, kZeroP);
}

TEST_CASE("likelihood-ratio tests of random effects agree with lme4") {
  const Collection ship = ShippedCollection();
  const Json stored = ReadJson(ship.folder + "expected/diary_lrt.json");
  const Dataset diary = LoadDataset(ship, "diary.csv");
  const Comparison comparison("ship/diary_lrt", "lme4 1.1.31", kLme4);
  for (const char* name : {"REML", "ML"}) {
    const Method method = std::string(name) == "REML" ? Method::reml : Method::ml;
    const LikelihoodRatio ours = Compare(diary, method, stored["models"][0], stored["models"][1]);
    const Json& block = stored[name];
    const Comparison at = comparison.In(name);
    CheckRatio(ours, block["statistic"], block["df"], block["p_chisq"], at.In("p_chisq"));
    const double mixture = ours.p_mixture;
    at.In("p_mixture_1_2").Number({"p", "mixture", mixture, block["p_mixture_1_2"].get<double>(), 1e-5, 0}, kZeroP);
  }
  const Json& fixed = stored["fixed_effect_interaction_ML"];
  const LikelihoodRatio ours =
      Compare(diary, Method::ml, "score ~ arm + day + (1 | id)", "score ~ arm * day + (1 | id)");
  CheckRatio(ours, fixed["statistic"], fixed["df"], fixed["p"],
             comparison.In("fixed_effect_interaction_ML").In("p_chisq"));
  CHECK(std::isnan(ours.p_mixture));
  const auto shared = SharedCollection();
  if (!shared) return;
  const Json sleep = ReadJson(shared->folder + "expected/sleep_lrt_ml.json")["table"][1];
  const Dataset sleepstudy = LoadDataset(*shared, "sleepstudy.csv");
  CheckRatio(Compare(sleepstudy, Method::ml, "Reaction ~ Days + (1 | Subject)", "Reaction ~ Days + (Days | Subject)"),
             sleep["Chisq"], sleep["Df"], sleep["Pr(>Chisq)"],
             Comparison("shared/sleep_lrt_ml", "lme4 1.1.31", kLme4).In("table").In("p_chisq"));
}

/// The formula without the random-effects term that ranova leaves out: "age in (age | Subject)" leaves (1 | Subject).
std::string WithoutTerm(const std::string& formula, const std::string& left_out) {
  const size_t in = left_out.find(" in ");
  const std::string term = in == std::string::npos ? left_out : left_out.substr(in + 4);
  std::string reduced = formula;
  const size_t at = reduced.find(term);
  if (at == std::string::npos) throw std::runtime_error(term + " is not in " + formula);
  const bool leaves_intercept = in != std::string::npos && !term.starts_with("(0 +");
  if (leaves_intercept) return reduced.replace(at, term.size(), "(1" + term.substr(term.find(" |")));
  return reduced.erase(at - 3, term.size() + 3);  // with its " + "
}

TEST_CASE("leaving out random effects one by one agrees with lmerTest's ranova") {
  ForCasesWith({"anova_ranova"}, [](const ReferenceCase& reference) {
    const Comparison comparison = ComparisonOf(reference, "lmerTest", kLme4).In("anova_ranova");
    for (const Json& row : reference.expected["anova_ranova"]) {
      const std::string term = row["term"];
      if (term == "<none>") continue;
      ModelSpec smaller = reference.spec;
      smaller.formula = WithoutTerm(reference.spec.formula, term);
      smaller.df = DfMethod::satterthwaite;
      const LikelihoodRatio ours = Compare(reference.data, smaller, reference.spec.formula);
      const Comparison at = comparison.In(term);
      at.Number("log-likelihood", "smaller model", ours.smaller.log_lik, row["logLik"], kLme4.likelihood);
      CheckRatio(ours, row["LRT"], row["Df"], row["Pr(>Chisq)"], at);
    }
  });
}

DfMethod MmrmMethod(const std::string& block) {
  if (block.starts_with("Satterthwaite")) return DfMethod::satterthwaite;
  return block.find("Linear") != std::string::npos ? DfMethod::kenward_roger_linear : DfMethod::kenward_roger_mmrm;
}

TEST_CASE("marginal means with outer and cell weights agree with emmeans") {
  const ReferenceCase reference = LoadCase(ShippedCollection(), "two_arm_us_reml_emmeans_weights");
  for (const auto& [key, stored] : reference.expected.items()) {
    const bool is_outer = key.ends_with("_outer");
    if (!is_outer && !key.ends_with("_cells")) continue;
    CheckMeans(reference, stored, reference.Fit(MmrmMethod(key)), ComparisonOf(reference, "emmeans", kExact).In(key),
               is_outer ? EmmeansWeights::outer : EmmeansWeights::cells);
  }
}

Adjust AdjustOf(const std::string& option) {
  if (option.find("bonferroni") != std::string::npos) return Adjust::bonferroni;
  return option.find("holm") != std::string::npos ? Adjust::holm : Adjust::hochberg;
}

/// Rows of a table against ours in the same order.
void CheckInOrder(const std::vector<EstimateRow>& ours, const Json& table, const Comparison& comparison) {
  const std::vector<StoredRow> rows = StoredRows(table);
  REQUIRE(ours.size() == rows.size());
  for (size_t k = 0; k < rows.size(); ++k) {
    comparison.Row("contrast", std::to_string(k + 1), ours[k].estimate, rows[k]);
  }
}

TEST_CASE("options of marginal means agree with emmeans") {
  const auto shared = SharedCollection();
  if (!shared) return;
  const ReferenceCase reference = LoadCase(*shared, "fev_us_emm_options");
  EmmeansSpec by_visit;
  by_visit.of = {"ARMCD"};
  by_visit.by = {"AVISIT"};
  for (const char* key : {"Satterthwaite / Asymptotic", "Kenward-Roger / Kenward-Roger-Linear"}) {
    const FittedModel model = reference.Fit(MmrmMethod(key));
    const Comparison comparison = ComparisonOf(reference, "emmeans", kExact).In(key);
    const Json& options = reference.expected[key];
    const Json& outer = options["weights_outer"];
    Json tables = Json::object();
    tables["by_visit"] = {{"means", outer["means"]}, {"revpairwise", outer["revpairwise"]}};
    tables["averaged"] = outer["averaged"];
    CheckMeans(reference, tables, model, comparison.In("weights_outer"), EmmeansWeights::outer);

    for (const char* option :
         {"adjust_bonferroni_within_visit", "adjust_holm_within_visit", "adjust_hochberg_within_visit"}) {
      EmmeansSpec spec = by_visit;
      spec.adjust = AdjustOf(option);
      const std::vector<EstimateRow> ours = model.Emmeans(spec).contrasts;
      const Comparison at = comparison.In(option);
      CheckInOrder(ours, options[option], at);
      // One comparison per visit: adjusting changes nothing.
      for (const EstimateRow& row : ours) CHECK(row.p_adjusted == row.estimate.p_value);
    }

    EmmeansSpec visits;
    visits.of = {"AVISIT"};
    visits.by = {"ARMCD"};
    visits.custom = {{"VIS2 - VIS1", {-1, 1, 0, 0}}, {"VIS3 - VIS2", {0, -1, 1, 0}}, {"VIS4 - VIS3", {0, 0, -1, 1}}};
    const Comparison consecutive = comparison.In("consecutive_visits_within_arm");
    const std::vector<EstimateRow> ours = model.Emmeans(visits).contrasts;
    for (StoredRow row : StoredRows(options["consecutive_visits_within_arm"])) {
      const EstimateRow* found = FindRow(ours, row);
      REQUIRE(found);
      consecutive.Row("contrast", row["contrast"].get<std::string>() + ", " + row["ARMCD"].get<std::string>(),
                      found->estimate, row);
    }

    EmmeansSpec interaction;
    interaction.of = {"ARMCD", "AVISIT"};
    interaction.contrasts = ContrastKind::interaction;
    CheckInOrder(model.Emmeans(interaction).contrasts, options["interaction_contrasts"],
                 comparison.In("interaction_contrasts"));
  }
}

/// emmeans' revpairwise is later minus earlier; ours is earlier minus later.
TEST_CASE("all pairs of means agree with emmeans") {
  ForCasesWith({"emmeans"}, [](const ReferenceCase& reference) {
    for (const auto& [method, tables] : reference.expected["emmeans"].items()) {
      if (!tables.contains("Days059")) continue;
      const FittedModel model = method == "kenward-roger"
                                    ? reference.Fit(DfMethod::kenward_roger, Information::expected)
                                    : reference.Fit(Named<DfMethod>(method));
      EmmeansSpec spec;
      spec.of = {"Days"};
      spec.at["Days"] = {0, 5, 9};
      spec.contrasts = ContrastKind::pairwise;
      const std::vector<EstimateRow> ours = model.Emmeans(spec).contrasts;
      const std::vector<StoredRow> rows = StoredRows(tables["Days059"]["revpairwise"]);
      REQUIRE(ours.size() == rows.size());
      const Comparison comparison = ComparisonOf(reference, "emmeans", kLme4)
                                        .In("emmeans")
                                        .In(method)
                                        .In("Days059 / revpairwise")
                                        .In("not against the first level");
      for (size_t k = 0; k < rows.size(); ++k) {
        Estimate turned = ours[k].estimate;
        turned.estimate = -turned.estimate;
        turned.t = -turned.t;
        turned.lower = -ours[k].estimate.upper;
        turned.upper = -ours[k].estimate.lower;
        comparison.Row("contrast", rows[k].at("contrast"), turned, rows[k]);
      }
    }
  });
}

}  // namespace
}  // namespace fatigue::test

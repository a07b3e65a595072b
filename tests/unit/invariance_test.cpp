// SPDX-License-Identifier: MIT
// What must hold for any data, on several trials made of seeds and for every structure: what a change of the data does
// to the estimates, and which of two nested structures has the higher likelihood.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "report/model_run.h"
#include "report/option_names.h"
#include "support/made_data.h"

namespace fatigue {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

const unsigned kSeeds[] = {1, 22, 333};

const char* kModels[] = {"us(visit | id)", "toeph(visit | id)", "toep(visit | id)",          "adh(visit | id)",
                         "ad(visit | id)", "ar1h(visit | id)",  "ar1(visit | id)",           "csh(visit | id)",
                         "cs(visit | id)", "sp_exp(day | id)",  "cs(visit | arm / id)",      "(1 | id)",
                         "(day | id)",     "(day || id)",       "(1 | id) + ar1(visit | id)"};

/// Fits stop where their gradient is rounding. What follows from first derivatives of the likelihood is exact to about
/// 1e-9; df come from second derivatives of it, and a p value moves by ten times what its t and df move.
constexpr double kEstimate = 1e-7, kDf = 1e-6, kP = 1e-5;

FittedModel FitWith(const Table& table, const std::string& model, DfMethod df = DfMethod::kenward_roger,
                    Method method = Method::reml) {
  ModelSpec spec;
  spec.formula = "y ~ base + arm * visit + " + model;
  spec.df = df;
  spec.method = method;
  return RunModel(table, spec);
}

Table Reordered(const Table& table, const std::vector<size_t>& order) {
  Table result = table;
  for (size_t c = 0; c < table.columns.size(); ++c) {
    const Column& from = table.columns[c];
    for (size_t row = 0; row < order.size(); ++row) {
      if (from.kind == Column::Kind::number) result.columns[c].values[row] = from.values[order[row]];
      if (from.kind == Column::Kind::factor) result.columns[c].codes[row] = from.codes[order[row]];
    }
  }
  return result;
}

/// The difference of the arms over all visits: a combination of many coefficients.
EstimateRow Difference(const FittedModel& model) { return model.Emmeans({{"arm"}, {}, {}, {}, {}}).contrasts.at(0); }

/// `scale`: of the response.
void CheckScaled(const Estimate& after, const Estimate& before, double scale = 1) {
  CHECK_THAT(after.estimate, WithinAbs(scale * before.estimate, kEstimate * std::abs(scale) * before.se));
  CHECK_THAT(after.se, WithinRel(std::abs(scale) * before.se, kEstimate));
  CHECK_THAT(after.t, WithinAbs(std::copysign(1, scale) * before.t, kEstimate * (1 + std::abs(before.t))));
  CHECK_THAT(after.df, WithinRel(before.df, kDf));
  CHECK_THAT(after.p_value, WithinRel(before.p_value, kP));
}

void CheckScaled(const FittedModel& after, const FittedModel& before, size_t from = 0, double scale = 1) {
  REQUIRE(before.usable());
  REQUIRE(after.usable());
  CHECK(after.status() == before.status());
  CHECK(after.terms() == before.terms());
  const std::vector<Estimate> a = after.coefficients(), b = before.coefficients();
  for (size_t k = from; k < b.size(); ++k) CheckScaled(a[k], b[k], scale);
  CheckScaled(Difference(after).estimate, Difference(before).estimate, scale);
}

/// Runs `check` on every trial and model.
template <class Check>
void ForAll(Check check) {
  for (unsigned seed : kSeeds) {
    const Table table = test::RandomTrial(seed);
    for (const char* model : kModels) {
      INFO(model << ", seed " << seed);
      check(table, std::string(model));
    }
  }
}

TEST_CASE("on any trial, shifting the response moves only the intercept") {
  ForAll([](const Table& table, const std::string& model) {
    Table shifted = table;
    for (double& y : test::ColumnOf(&shifted, "y").values) y += 500;
    const FittedModel before = FitWith(table, model), after = FitWith(shifted, model);
    CheckScaled(after, before, 1);
    CHECK_THAT(after.coefficients()[0].estimate - before.coefficients()[0].estimate, WithinRel(500, 1e-9));
    CHECK_THAT(after.log_lik(), WithinRel(before.log_lik(), 1e-10));
  });
}

TEST_CASE("on any trial, scaling the response scales estimates and standard errors and leaves t, df and p") {
  ForAll([](const Table& table, const std::string& model) {
    const FittedModel before = FitWith(table, model);
    for (double scale : {0.004, -60.0, 1e6, 1e-7}) {
      Table scaled = table;
      for (double& y : test::ColumnOf(&scaled, "y").values) y *= scale;
      CheckScaled(FitWith(scaled, model), before, 0, scale);
    }
  });
}

TEST_CASE("on any trial, the unit and the origin of time change nothing that does not carry them") {
  struct Clock {
    const char* model;
    double unit, origin;
  };
  for (unsigned seed : kSeeds) {
    const Table table = test::RandomTrial(seed);
    for (const Clock& clock :
         {Clock{"sp_exp(day | id)", 86400, 0}, Clock{"sp_exp(day | id)", 1e-5, 3}, Clock{"(day | id)", 86400, 0},
          Clock{"(day | id)", 1e-6, 0}, Clock{"(day | id)", 1, 45000}, Clock{"(day || id)", 1e6, 0}}) {
      INFO(clock.model << ", " << clock.origin << " + " << clock.unit << " days, seed " << seed);
      Table other = table;
      for (double& day : test::ColumnOf(&other, "day").values) day = clock.origin + clock.unit * day;
      const FittedModel before = FitWith(table, clock.model), after = FitWith(other, clock.model);
      CheckScaled(after, before);
      CHECK_THAT(after.log_lik(), WithinRel(before.log_lik(), 1e-9));
      if (before.random_covariance().empty()) continue;
      const Matrix G = before.random_covariance().back().matrix, H = after.random_covariance().back().matrix;
      const Index slope = G.rows() - 1;
      // A variance near 0 has a flat likelihood: it moves by the root of what the likelihood rounds.
      CHECK_THAT(H(slope, slope) * clock.unit * clock.unit,
                 WithinRel(G(slope, slope), 1e-5) || WithinAbs(G(slope, slope), 1e-9));
    }
  }
}

TEST_CASE("a random effect of variance 0 beside a structure leaves the inference of the model without it") {
  const auto check = [](const std::string& with, const std::string& without) {
    int singular = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
      INFO(with << ", seed " << seed);
      const Table table = test::RandomTrial(seed);
      const FittedModel all = FitWith(table, with);
      const FittedModel rest = FitWith(table, without);
      if (all.status() != "singular" || rest.status() != "converged") continue;
      if (all.random_covariance().back().matrix(0, 0) != 0) continue;
      ++singular;
      const std::vector<Estimate> a = all.coefficients(), b = rest.coefficients();
      for (size_t k = 0; k < b.size(); ++k) CheckScaled(a[k], b[k]);
      CheckScaled(Difference(all).estimate, Difference(rest).estimate);
      const FTest joint = all.Tests(TestType::type3).back(), alone = rest.Tests(TestType::type3).back();
      CHECK_THAT(joint.f, WithinRel(alone.f, kDf));
      CHECK_THAT(joint.den_df, WithinRel(alone.den_df, kDf));
    }
    CHECK(singular >= 1);
  };
  check("(1 | id) + ar1(visit | id)", "ar1(visit | id)");
  check("(1 | id) + (0 + day | id) + ar1(visit | id)", "(1 | id) + ar1(visit | id)");
}

TEST_CASE("on any trial, the order of the rows changes nothing") {
  ForAll([](const Table& table, const std::string& model) {
    std::vector<size_t> order(static_cast<size_t>(table.row_count));
    std::iota(order.begin(), order.end(), size_t{0});
    test::Sequence random(5);
    for (size_t k = order.size() - 1; k > 0; --k) {
      std::swap(order[k], order[static_cast<size_t>((random.Next() + 1) / 2 * static_cast<double>(k))]);
    }
    CheckScaled(FitWith(Reordered(table, order), model), FitWith(table, model));
  });
}

TEST_CASE("on any trial, the order and the names of the participants change nothing") {
  ForAll([](const Table& table, const std::string& model) {
    Table other = table;
    Column& id = test::ColumnOf(&other, "id");
    std::reverse(id.levels.begin(), id.levels.end());
    for (std::string& level : id.levels) level = "x" + std::string(level.rbegin(), level.rend());
    CheckScaled(FitWith(other, model), FitWith(table, model));
  });
}

TEST_CASE("on any trial, renaming levels in their order changes nothing but names") {
  ForAll([](const Table& table, const std::string& model) {
    Table renamed = table;
    test::ColumnOf(&renamed, "arm").levels = {"first arm", "second, \"quoted\""};
    for (std::string& visit : test::ColumnOf(&renamed, "visit").levels) visit = "Week " + visit.substr(1);
    ModelSpec spec;
    spec.formula = "y ~ base + arm * visit + " + model;
    spec.levels = {{"arm", {"first arm", "second, \"quoted\""}}, {"visit", {"Week 1", "Week 2", "Week 3", "Week 4"}}};
    const FittedModel before = FitWith(table, model), after = RunModel(renamed, spec);
    REQUIRE(after.usable());
    for (size_t k = 0; k < before.coefficients().size(); ++k)
      CheckScaled(after.coefficients()[k], before.coefficients()[k]);
    CHECK(Difference(after).level == "second, \"quoted\"");
    CHECK(Difference(after).reference == "first arm");
  });
}

TEST_CASE("on any trial, swapping the arms' order flips the sign of their difference") {
  ForAll([](const Table& table, const std::string& model) {
    ModelSpec spec;
    spec.formula = "y ~ base + arm * visit + " + model;
    spec.levels["arm"] = {"A", "B"};
    const EstimateRow before = Difference(RunModel(table, spec));
    spec.levels["arm"] = {"B", "A"};
    const EstimateRow after = Difference(RunModel(table, spec));
    CHECK(before.level == "B");
    CHECK(after.level == "A");
    CheckScaled(after.estimate, before.estimate, -1);
    CHECK_THAT(after.estimate.lower, WithinAbs(-before.estimate.upper, kEstimate * before.estimate.se * 10));
  });
}

/// smaller, larger
const std::pair<const char*, const char*> kNested[] = {{"cs(visit | id)", "csh(visit | id)"},
                                                       {"csh(visit | id)", "us(visit | id)"},
                                                       {"ar1(visit | id)", "ar1h(visit | id)"},
                                                       {"ar1h(visit | id)", "us(visit | id)"},
                                                       {"ar1(visit | id)", "toep(visit | id)"},
                                                       {"toep(visit | id)", "toeph(visit | id)"},
                                                       {"toeph(visit | id)", "us(visit | id)"},
                                                       {"ad(visit | id)", "adh(visit | id)"},
                                                       {"adh(visit | id)", "us(visit | id)"},
                                                       {"ar1(visit | id)", "ad(visit | id)"},
                                                       {"cs(visit | id)", "toep(visit | id)"},
                                                       {"csh(visit | id)", "toeph(visit | id)"},
                                                       {"ar1h(visit | id)", "toeph(visit | id)"},
                                                       {"ar1h(visit | id)", "adh(visit | id)"},
                                                       {"sp_exp(day | id)", "ar1(visit | id)"},
                                                       {"cs(visit | id)", "cs(visit | arm / id)"},
                                                       {"(1 | id)", "cs(visit | id)"},
                                                       {"(1 | id)", "(day || id)"},
                                                       {"(day || id)", "(day | id)"},
                                                       {"(day | id)", "us(visit | id)"},
                                                       {"(1 | id)", "(1 | id) + ar1(visit | id)"},
                                                       {"ar1(visit | id)", "(1 | id) + ar1(visit | id)"},
                                                       {"(1 | id) + ar1(visit | id)", "toep(visit | id)"}};

TEST_CASE("on any trial, a structure nested in another never has the higher likelihood") {
  for (unsigned seed : {1u, 22u, 333u, 4u, 55u, 666u}) {
    const Table table = test::RandomTrial(seed);
    for (Method method : {Method::reml, Method::ml}) {
      std::map<std::string, double> known;
      const auto log_lik = [&](const char* model) {
        if (known.count(model) == 0) {
          const FittedModel fitted = FitWith(table, model, DfMethod::asymptotic, method);
          INFO(model << ", seed " << seed << ", " << Name(method) << ": " << fitted.message());
          CHECK(fitted.usable());
          known[model] = fitted.usable() ? fitted.log_lik() : std::nan("");
        }
        return known[model];
      };
      for (const auto& [smaller, larger] : kNested) {
        const double less = log_lik(smaller), more = log_lik(larger);
        INFO(smaller << " in " << larger << ", seed " << seed << ", " << Name(method));
        CHECK(more >= less - 1e-8);
      }
    }
  }
}

TEST_CASE("on any trial, exponential decay over equal spaces is the autoregressive structure") {
  for (unsigned seed : kSeeds) {
    INFO("seed " << seed);
    const Table table = test::RandomTrial(seed);
    const FittedModel spatial = FitWith(table, "sp_exp(day | id)", DfMethod::satterthwaite);
    const FittedModel ar1 = FitWith(table, "ar1(visit | id)", DfMethod::satterthwaite);
    CHECK_THAT(spatial.log_lik(), WithinRel(ar1.log_lik(), 1e-10));
    CheckScaled(spatial, ar1);
  }
}

}  // namespace
}  // namespace fatigue

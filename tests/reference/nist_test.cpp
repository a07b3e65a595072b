// SPDX-License-Identifier: MIT
// NIST's Statistical Reference Datasets for one-way analysis of variance, SmLs01 to SmLs09 (Simon and Lesage 1989, made
// to show where algorithms lose digits): 9 treatments of 21, 201 or 2001 replicates on an offset of 1, 1e6 or 1e12. The
// data follow from a rule, so they are made here: treatment means are offset + 0.4, 0.3, 0.5, 0.3, 0.5, ...; the first
// replicate is the mean, the others alternate 0.1 below and above it. Between treatments the sum of squares is 0.08 n
// on 8 df, within them 0.09 (n - 1) on 9 (n - 1): F = n, as certified.
//
// What is attainable. The data are decimal and become binary numbers half a unit in the last place (u) away at most:
// u/2 = 1.1e-16, 5.8e-11 and 6.1e-5 at the three offsets, against deviations of 0.1. Every deviation, of treatment
// means and within treatments, is so known to 2 (u/2) / 0.1 at worst, a mean square to twice that, and a ratio of two
// to four times: 8 (u/2) / 0.1 = 1e-14, 5e-9 and 5e-3. F is held to that, against the certified value and against the
// sums of squares of the binary data themselves: fitted values are of the size of the offset and so rounded to u as
// well. What comes from residuals (standard errors, variances, df) does not suffer, and is held to the binary data's to
// 1e-11 (OLS) and as any exact optimum (REML) at all offsets.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "report/model_run.h"
#include "report/option_names.h"
#include "support/comparison.h"
#include "support/made_data.h"

namespace fatigue::test {
namespace {

struct SimonLesage {
  const char* name;
  int replicates;
  const char* whole;  // digits before the decimal point
};

const SimonLesage kSets[] = {{"SmLs01", 21, "1"},
                             {"SmLs02", 201, "1"},
                             {"SmLs03", 2001, "1"},
                             {"SmLs04", 21, "1000000"},
                             {"SmLs05", 201, "1000000"},
                             {"SmLs06", 2001, "1000000"},
                             {"SmLs07", 21, "1000000000000"},
                             {"SmLs08", 201, "1000000000000"},
                             {"SmLs09", 2001, "1000000000000"}};

constexpr int kTreatments = 9;

struct Made {
  Table table;
  double between = 0, within = 0;  // mean squares of the binary data
  double binary = 0;               // what rounding to binary may do to a mean square
};

Made Make(const SimonLesage& set) {
  std::vector<std::string> treatment;
  std::vector<double> y;
  const double offset = std::strtod(set.whole, nullptr);
  // Differences from the offset are exact, and so are their sums here: multiples of u below 2^53 of them.
  long double squares_within = 0, squares_between = 0, total = 0;
  std::vector<long double> means;
  for (int t = 0; t < kTreatments; ++t) {
    const int tenths = t == 0 ? 4 : t % 2 ? 3 : 5;
    std::vector<long double> deviations;
    long double sum = 0;
    for (int k = 0; k < set.replicates; ++k) {
      const int digit = tenths + (k == 0 ? 0 : k % 2 ? -1 : 1);
      const double value = std::strtod((std::string(set.whole) + "." + std::to_string(digit)).c_str(), nullptr);
      treatment.push_back("t" + std::to_string(t + 1));
      y.push_back(value);
      deviations.push_back(value - offset);
      sum += deviations.back();
    }
    means.push_back(sum / set.replicates);
    total += means.back() / kTreatments;
    for (long double deviation : deviations) squares_within += (deviation - means.back()) * (deviation - means.back());
  }
  for (long double mean : means) squares_between += (mean - total) * (mean - total);
  Made made;
  made.table = MakeTable(std::string(set.name) + ".dat", {FactorColumn("treatment", treatment), NumberColumn("y", y)});
  made.between = static_cast<double>(squares_between * set.replicates / (kTreatments - 1));
  made.within = static_cast<double>(squares_within / (kTreatments * (set.replicates - 1)));
  made.binary = 4 * 0.5 * (std::nextafter(offset, INFINITY) - offset) / 0.1;
  return made;
}

/// Sums of thousands of numbers.
constexpr double kArithmetic = 1e-11;

FittedModel Run(const Table& table, const std::string& formula, DfMethod df) {
  ModelSpec spec;
  spec.formula = formula;
  spec.df = df;
  return RunModel(table, spec);
}

TEST_CASE("the one-way F test agrees with NIST's certified values") {
  for (const SimonLesage& set : kSets) {
    DYNAMIC_SECTION(set.name) {
      const Made made = Make(set);
      const FittedModel model = Run(made.table, "y ~ treatment", DfMethod::residual);
      REQUIRE(model.status() == "converged");
      const FTest test = model.type3().at(0);
      const Comparison nist(std::string("nist/") + set.name, "NIST StRD", kExact);
      const Comparison certified = nist.In("certified");
      const double n = set.replicates;
      certified.Number({"F num df", "treatment", static_cast<double>(test.num_df), kTreatments - 1, 0, 0});
      certified.Number({"F den df", "treatment", test.den_df, kTreatments * (n - 1), 1e-12, 0});
      certified.Number({"F", "treatment", test.f, n, 2 * made.binary + kArithmetic, 0});
      const Comparison binary = nist.With("sums of squares of the data in binary", kExact).In("binary");
      binary.Number({"F", "treatment", test.f, made.between / made.within, 2 * made.binary + kArithmetic, 0});
      const Estimate mean = model.coefficients().at(0);
      binary.Number({"se", "mean of t1", mean.se, std::sqrt(made.within / n), kArithmetic, 0});
    }
  }
}

/// A balanced random intercept has closed forms: sigma^2 = MSW, tau^2 = (MSB - MSW) / n, and the mean has the variance
/// MSB / (9 n) with 8 df. 2001 replicates would make units of 2001 rows, which tests nothing more.
TEST_CASE("the balanced random intercept agrees with its closed form") {
  for (const SimonLesage& set : kSets) {
    if (set.replicates > 201) continue;
    DYNAMIC_SECTION(set.name) {
      const Made made = Make(set);
      const double n = set.replicates, tau2 = (made.between - made.within) / n;
      const Comparison nist(std::string("nist/") + set.name, "closed form of the data in binary", kExact);
      for (DfMethod df : {DfMethod::satterthwaite, DfMethod::kenward_roger}) {
        const FittedModel model = Run(made.table, "y ~ 1 + (1 | treatment)", df);
        REQUIRE(model.status() == "converged");
        const Comparison reml = nist.In("random intercept, " + Name(df));
        reml.Number({"covariance", "sigma^2", std::pow(model.sigma(), 2), made.within, kExact.covariance, 0});
        reml.Number({"covariance", "tau^2", model.random_covariance().at(0).matrix(0, 0), tau2, kExact.covariance, 0});
        const Estimate mean = model.coefficients().at(0);
        reml.Number({"se", "mean", mean.se, std::sqrt(made.between / (kTreatments * n)), kExact.se, 0});
        reml.Number({"df", "mean", mean.df, kTreatments - 1, kExact.df, 0});
      }
    }
  }
}

}  // namespace
}  // namespace fatigue::test

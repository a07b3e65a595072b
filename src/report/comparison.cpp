// SPDX-License-Identifier: MIT
#include "report/comparison.h"

#include <cmath>

#include "report/json_values.h"

namespace fatigue {
namespace {

Json IntervalJson(const std::string& method, const IntervalEstimate& interval, double scale) {
  return {{"method", method},
          {"estimate", Number(scale * interval.estimate)},
          {"lower", Number(scale * interval.lower)},
          {"upper", Number(scale * interval.upper)}};
}

}  // namespace

std::string Name(DifferenceInterval interval) {
  switch (interval) {
    case DifferenceInterval::miettinen_nurminen:
      return "miettinen_nurminen";
    case DifferenceInterval::newcombe:
      return "newcombe";
    case DifferenceInterval::agresti_min:
      return "agresti_min";
  }
  return {};
}

ProportionComparison CompareArms(const std::string& arm, const std::string& reference, const Proportion& of_arm,
                                 const Proportion& of_reference, DifferenceInterval method, double confidence) {
  ProportionComparison result;
  result.arm = arm;
  result.reference = reference;
  result.confidence = confidence;
  const bool is_too_large = (of_arm.total + 1.0) * (of_reference.total + 1.0) > kMostTablesExact;
  result.method =
      method == DifferenceInterval::agresti_min && is_too_large ? DifferenceInterval::miettinen_nurminen : method;
  switch (result.method) {
    case DifferenceInterval::miettinen_nurminen:
      result.difference = MiettinenNurminen(of_arm, of_reference, confidence);
      break;
    case DifferenceInterval::newcombe:
      result.difference = Newcombe(of_arm, of_reference, confidence);
      break;
    case DifferenceInterval::agresti_min:
      result.difference = AgrestiMin(of_arm, of_reference, confidence);
      break;
  }
  result.ratio = Koopman(of_arm, of_reference, confidence);
  result.odds = ConditionalOddsRatio(of_arm, of_reference, confidence);
  result.p_value = FisherExactP(of_arm, of_reference);
  return result;
}

std::vector<ProportionComparison> CompareWithFirst(const std::vector<std::string>& arms,
                                                   const std::vector<Proportion>& counts, DifferenceInterval method,
                                                   double confidence) {
  std::vector<ProportionComparison> comparisons;
  for (std::size_t arm = 1; arm < arms.size(); ++arm) {
    comparisons.push_back(CompareArms(arms[arm], arms[0], counts[arm], counts[0], method, confidence));
  }
  return comparisons;
}

Json ToJson(const ProportionComparison& comparison) {
  return {{"arm", comparison.arm},
          {"reference", comparison.reference},
          {"difference", IntervalJson(Name(comparison.method), comparison.difference, 100)},
          {"ratio", IntervalJson("koopman", comparison.ratio, 1)},
          {"odds", IntervalJson("conditional_exact", comparison.odds, 1)},
          {"pValue", Number(comparison.p_value)},
          {"confidence", comparison.confidence}};
}

}  // namespace fatigue

// SPDX-License-Identifier: MIT
#include "report/option_names.h"

#include <algorithm>
#include <utility>

namespace fatigue {
namespace {

template <typename Enum>
using Names = std::vector<std::pair<Enum, const char*>>;

const Names<Method> kMethods = {{Method::reml, "REML"}, {Method::ml, "ML"}};
const Names<DfMethod> kDfMethods = {{DfMethod::kenward_roger, "kenward_roger"},
                                    {DfMethod::kenward_roger_linear, "kenward_roger_linear"},
                                    {DfMethod::kenward_roger_mmrm, "kenward_roger_mmrm"},
                                    {DfMethod::satterthwaite, "satterthwaite"},
                                    {DfMethod::between_within, "between_within"},
                                    {DfMethod::residual, "residual"},
                                    {DfMethod::asymptotic, "asymptotic"}};
const Names<VcovMethod> kVcovMethods = {{VcovMethod::model, "model"},
                                        {VcovMethod::empirical, "empirical"},
                                        {VcovMethod::empirical_jackknife, "empirical_jackknife"},
                                        {VcovMethod::empirical_bias_reduced, "empirical_bias_reduced"}};
const Names<Information> kInformation = {{Information::observed, "observed"}, {Information::expected, "expected"}};
const Names<EmmeansWeights> kWeights = {{EmmeansWeights::equal, "equal"},
                                        {EmmeansWeights::proportional, "proportional"},
                                        {EmmeansWeights::outer, "outer"},
                                        {EmmeansWeights::cells, "cells"}};
const Names<ContrastKind> kContrasts = {{ContrastKind::reference, "reference"},
                                        {ContrastKind::pairwise, "pairwise"},
                                        {ContrastKind::interaction, "interaction"}};
const Names<Adjust> kAdjusts = {{Adjust::none, "none"},
                                {Adjust::bonferroni, "bonferroni"},
                                {Adjust::holm, "holm"},
                                {Adjust::hochberg, "hochberg"},
                                {Adjust::dunnett, "dunnett"}};
const Names<TestType> kTestTypes = {{TestType::type3, "III"}, {TestType::type2, "II"}};
const Names<IntervalKind> kIntervals = {{IntervalKind::wald, "wald"}, {IntervalKind::profile, "profile"}};

template <typename Enum>
std::string NameOf(const Names<Enum>& names, Enum value) {
  const auto found = std::find_if(names.begin(), names.end(), [value](const auto& row) { return row.first == value; });
  return found->second;
}

template <typename Enum>
std::vector<Enum> ValuesOf(const Names<Enum>& names) {
  std::vector<Enum> values;
  for (const auto& [value, name] : names) values.push_back(value);
  return values;
}

}  // namespace

std::string Name(Method method) { return NameOf(kMethods, method); }
std::string Name(DfMethod method) { return NameOf(kDfMethods, method); }
std::string Name(VcovMethod method) { return NameOf(kVcovMethods, method); }
std::string Name(Information information) { return NameOf(kInformation, information); }
std::string Name(EmmeansWeights weights) { return NameOf(kWeights, weights); }
std::string Name(ContrastKind kind) { return NameOf(kContrasts, kind); }
std::string Name(Adjust adjust) { return NameOf(kAdjusts, adjust); }
std::string Name(TestType type) { return NameOf(kTestTypes, type); }
std::string Name(IntervalKind kind) { return NameOf(kIntervals, kind); }

template <>
std::vector<Method> AllOf() {
  return ValuesOf(kMethods);
}
template <>
std::vector<DfMethod> AllOf() {
  return ValuesOf(kDfMethods);
}
template <>
std::vector<VcovMethod> AllOf() {
  return ValuesOf(kVcovMethods);
}
template <>
std::vector<Information> AllOf() {
  return ValuesOf(kInformation);
}
template <>
std::vector<EmmeansWeights> AllOf() {
  return ValuesOf(kWeights);
}
template <>
std::vector<ContrastKind> AllOf() {
  return ValuesOf(kContrasts);
}
template <>
std::vector<Adjust> AllOf() {
  return ValuesOf(kAdjusts);
}
template <>
std::vector<TestType> AllOf() {
  return ValuesOf(kTestTypes);
}
template <>
std::vector<IntervalKind> AllOf() {
  return ValuesOf(kIntervals);
}

}  // namespace fatigue

// SPDX-License-Identifier: MIT
#include "report/responders_json.h"

#include <cmath>

#include "report/json_values.h"

namespace fatigue {
namespace {

Json GeeJson(const GeeResult& gee) {
  const auto row = [](const GeeResult::Row& each) -> Json {
    return {{"arm", each.arm},
            {"reference", each.reference},
            {"visit", each.visit},
            {"oddsRatio", Number(std::exp(each.log_odds))},
            {"logOdds", Number(each.log_odds)},
            {"se", Number(each.se)},
            {"df", Number(each.df)},
            {"lower", Number(std::exp(each.lower))},
            {"upper", Number(std::exp(each.upper))},
            {"pValue", Number(each.p_value)}};
  };
  return {{"formula", "responder ~ arm * visit"},
          {"correlation", Number(gee.correlation)},
          {"vcov", Name(gee.covariance)},
          {"nObservations", gee.observations},
          {"nSubjects", gee.subjects},
          {"status", gee.status},
          {"message", gee.message},
          {"confidence", gee.confidence},
          {"rows", ListOf(gee.rows, row)}};
}

}  // namespace

Json ToJson(const ResponderTable& table) {
  const auto row = [](const ResponderTable::Row& each) -> Json {
    return {{"arm", each.arm},
            {"visit", each.visit},
            {"n", each.n},
            {"responders", each.responders},
            {"percent", Number(each.percent)}};
  };
  return {{"rule", ToJson(table.rule)},
          {"threshold", table.threshold ? Number(*table.threshold) : Json(nullptr)},
          {"rows", ListOf(table.rows, row)},
          {"comparisons", ListOf(table.comparisons,
                                 [](const auto& each) {
                                   Json comparison = ToJson(each.second);
                                   comparison["visit"] = each.first;
                                   return comparison;
                                 })},
          {"gee", table.gee ? GeeJson(*table.gee) : Json(nullptr)}};
}

}  // namespace fatigue

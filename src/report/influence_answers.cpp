// SPDX-License-Identifier: MIT
#include "report/influence_answers.h"

#include <algorithm>
#include <cstring>

#include "report/individual_json.h"

namespace fatigue {
namespace {

/// To the bit: a missing number is one that differs from itself.
bool IsSame(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0);
}

bool IsSame(const Column& a, const Column& b) {
  return a.name == b.name && a.kind == b.kind && a.codes == b.codes && a.levels == b.levels &&
         IsSame(a.values, b.values) && a.origin.codes == b.origin.codes && a.origin.names == b.origin.names &&
         a.origin.rows == b.origin.rows;
}

bool IsSame(const Table& a, const Table& b) {
  return a.name == b.name && a.sha256 == b.sha256 && a.row_count == b.row_count && a.origin_row == b.origin_row &&
         std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
                    [](const Column& one, const Column& other) { return IsSame(one, other); });
}

bool IsSame(const std::vector<Table>& a, const std::vector<Table>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Table& one, const Table& other) { return IsSame(one, other); });
}

}  // namespace

InfluenceAnswers::InfluenceAnswers() = default;
InfluenceAnswers::~InfluenceAnswers() = default;

std::string InfluenceAnswers::Answer(const std::string& plan, std::vector<Table> tables, int from, int count) {
  if (!influence_ || plan != plan_ || !IsSame(tables, influence_->tables())) {
    Forget();
    influence_ = std::make_unique<Influence>(ReadPlan(plan), std::move(tables));
    plan_ = plan;
  }
  return InfluenceToJson(*influence_, from, count).dump(-1, ' ', false, Json::error_handler_t::replace);
}

void InfluenceAnswers::Forget() {
  influence_.reset();
  plan_.clear();
}

}  // namespace fatigue

// SPDX-License-Identifier: MIT
#include "report/participant_answers.h"

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

/// Text of any bytes: what is not UTF-8 is replaced rather than refused.
std::string Text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

struct ParticipantAnswers::Kept {
  std::string plan;
  std::shared_ptr<const AnalyzedTrial> trial;
  fatigue::Influence influence;

  Kept(const std::string& text, std::vector<Table> tables)
      : plan(text), trial(std::make_shared<AnalyzedTrial>(ReadPlan(text), std::move(tables))), influence(trial) {}
};

ParticipantAnswers::ParticipantAnswers() = default;
ParticipantAnswers::~ParticipantAnswers() = default;

const ParticipantAnswers::Kept& ParticipantAnswers::Keep(const std::string& plan, std::vector<Table> tables) {
  if (!kept_ || plan != kept_->plan || !IsSame(tables, kept_->trial->tables)) {
    Forget();  // before the next is made: there is memory for one
    kept_ = std::make_unique<const Kept>(plan, std::move(tables));
  }
  return *kept_;
}

std::string ParticipantAnswers::Individual(const std::string& plan, std::vector<Table> tables) {
  const AnalyzedTrial& trial = *Keep(plan, std::move(tables)).trial;
  return Text(IndividualToJson(LookAtParticipants(trial), trial.failed));
}

std::string ParticipantAnswers::Influence(const std::string& plan, std::vector<Table> tables, int from, int count) {
  const Kept& kept = Keep(plan, std::move(tables));
  return Text(InfluenceToJson(kept.influence.Without(from, count), kept.trial->failed, kept.influence.participants()));
}

void ParticipantAnswers::Forget() { kept_.reset(); }

}  // namespace fatigue

// SPDX-License-Identifier: MIT
// The report as structs: web/contract/report.ts. NaN stands for "not available" and is written as null.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/constants.h"
#include "instrument/reliability.h"
#include "instrument/score.h"
#include "report/comparison.h"
#include "report/model_run.h"
#include "report/participants.h"
#include "report/plan.h"

namespace fatigue {

constexpr double kNoNumber = kNaN;

struct ReportFile {
  std::string name, role, sha256;
  int rows = 0;
  int participants = 0;
};

struct ArmCount {
  std::string arm;
  int participants = 0;
};

struct ScoreSummary {
  std::string score, instrument, scale, label;
  ScoreRange range;
  Direction direction = Direction::lower_is_better;
  std::string scoring;        // name of the scoring used
  std::string missing_items;  // half, complete, at_least_7, subscales, by_scale, given_as_score
  std::string caution;        // what is not official or not verified; may be empty
  int scored = 0, prorated = 0, unscored = 0;
};

/// How one scale was answered at one visit; see report/quality.h.
struct QualityRow {
  std::string score, visit;
  int forms = 0;                                            // with at least one answer
  std::optional<int> complete, items_missing, items_asked;  // none for scores given as such
  int scored = 0, at_lowest = 0, at_highest = 0;
  std::optional<Alpha> alpha;
};

struct MeanRow {
  std::string arm;
  std::optional<std::string> visit;  // none: averaged over the visits, with equal weights
  int n = 0;
  Estimate estimate;
};

struct DifferenceRow {
  std::string arm, reference;
  std::optional<std::string> visit;
  std::optional<std::string> favours;
  Estimate estimate;
  std::optional<double> p_adjusted = {};  // where the outcome asks for it; NaN where there is no p value
};

struct OverWindow {
  double days = 0, estimate = 0, lower = 0, upper = 0;
};

/// The estimate in standard deviations, and against the difference that matters; see report/effect_size.h.
struct StandardisedEffect {
  bool by_baseline = false;  // else by the model's SD
  double sd = 0, estimate = 0, lower = 0, upper = 0;
};
enum class McidPosition { beyond, compatible, short_of };
/// What an interval holds beside benefits of the MCID or more.
struct HeldBesides {
  bool smaller_benefit = false, no_difference = false, smaller_harm = false, harm = false;  // harm: of the MCID or more
};
struct AgainstMcid {
  double value = 0;
  std::string source;    // may be empty
  double threshold = 0;  // with the sign of a benefit
  McidPosition position = McidPosition::compatible;
  HeldBesides besides;
  double confidence_beyond = 0, confidence_better = 0;
};

struct EffectRow {
  EffectKind kind = EffectKind::visit_difference;
  DifferenceRow difference;
  std::map<std::string, int> n;  // participants with at least one analysed record, by arm
  std::optional<OverWindow> over_window;
  std::optional<StandardisedEffect> standardised = {};
  std::optional<AgainstMcid> mcid = {};
};

struct SlopeRow {
  std::string arm;
  std::string reference;  // slope differences only
  Estimate estimate;
  std::optional<double> p_adjusted = {};  // slope differences only, as for DifferenceRow
};

struct ObservedRow {
  std::string arm, visit;
  int n = 0;
  double mean = 0, sd = 0;  // sd NaN for n = 1
};

/// Odds ratios of a response by visit, on the log scale; NaN where there is none. report/responder_gee.h.
struct GeeResult {
  struct Row {
    std::string arm, reference, visit;
    double log_odds = kNoNumber, se = kNoNumber, df = kNoNumber;  // df infinite: the normal distribution
    double lower = kNoNumber, upper = kNoNumber, p_value = kNoNumber;
  };
  GeeCovariance covariance = GeeCovariance::mancl_derouen;
  double correlation = 0;
  int observations = 0, subjects = 0;
  std::string status, message;
  double confidence = 0.95;
  std::vector<Row> rows;
};

/// Responders by arm and visit; `rule` with what it used.
struct ResponderTable {
  /// Whether a participant responded at a visit.
  struct Answer {
    int participant = 0, arm = 0;
    std::string visit;
    bool is_responder = false;
  };
  struct Row {
    std::string arm, visit;
    int n = 0, responders = 0;
    double percent = 0;
  };
  ResponderRule rule;
  std::optional<double> threshold;  // points of change a responder has
  std::vector<Row> rows;
  std::vector<std::pair<std::string, ProportionComparison>> comparisons;  // by visit
  std::vector<Answer> answers;                                            // visits in order of time
  std::optional<GeeResult> gee;
};

struct Tried {
  std::string covariance, status, message;
};

struct Excluded {
  std::string reason;
  int n = 0;
};

/// What was fitted. Numbers on the fit itself come from the FittedModel.
struct ModelSummary {
  PlanModel plan;  // defaults resolved
  std::string formula;
  DfMethod df = DfMethod::kenward_roger;
  double confidence = 0.95;
  std::string covariance_used;
  std::vector<Tried> tried;
  std::vector<Excluded> excluded;
  std::vector<double> days;  // of the plan's visits, where the model uses days
};

/// An outcome's place in a fixed sequence of tests; see report/gate.h.
struct GateState {
  int position = 0;       // 1 is tested first
  bool open = false;      // every outcome before it was rejected: its own test is confirmatory
  bool rejected = false;  // open, and its null hypothesis is rejected
  double alpha = 0;
};

struct OutcomeResult {
  std::string id, label, score;
  OutcomeRole role = OutcomeRole::primary;
  Direction direction = Direction::lower_is_better;
  std::optional<Error> error;  // set: the outcome failed, the rest is empty
  std::vector<Warning> warnings;
  std::optional<ModelSummary> model;
  std::optional<FittedModel> fit;
  std::vector<EffectRow> effects;
  std::vector<MeanRow> means;
  std::vector<DifferenceRow> differences;
  std::vector<SlopeRow> slopes, slope_differences;
  std::vector<ObservedRow> observed;
  std::optional<ResponderTable> responders;
  Multiplicity multiplicity = Multiplicity::none;
  std::optional<GateState> gate;
};

struct SafetyCell {
  int participants = 0;
  double percent = 0;
  int events = 0;
};

struct SafetyRow {
  std::optional<std::string> term;  // none: any event
  std::vector<SafetyCell> cells;    // one per arm
  std::vector<ProportionComparison> comparisons;
};

/// A body system: any of its events, then its terms.
struct SafetySystem {
  std::string system;
  std::vector<SafetyRow> rows;
};

/// A row per value of a column; `worst`: participants count once, at their worst value.
struct SafetyBreakdown {
  std::string column;
  bool worst = false;
  std::vector<SafetyRow> rows;
};

struct SafetyDay {
  double day = 0;
  std::vector<SafetyCell> cells;
};

struct SafetyTable {
  std::string file;
  std::vector<ArmCount> arms;
  std::vector<SafetyRow> rows;
  std::vector<SafetySystem> systems;                          // empty: the file has no such column
  std::optional<SafetyBreakdown> severity, serious, related;  // none: no such column
  std::vector<SafetyDay> course;                              // empty: the file tells no days
};

struct Report {
  Plan plan;  // every default written out
  std::vector<ReportFile> files;
  std::vector<ArmCount> arms;
  std::vector<ScoreSummary> scores;
  std::vector<QualityRow> quality;
  std::vector<OutcomeResult> outcomes;
  std::optional<SafetyTable> safety;
  Flow flow;
  std::optional<BaselineTable> baseline;
  std::optional<Blinding> blinding;
  std::vector<Warning> warnings;
  std::vector<Error> errors;
};

}  // namespace fatigue

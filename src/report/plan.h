// SPDX-License-Identifier: MIT
// The plan as the core sees it (web/contract/plan.ts). Reading fills in every default that needs no data; those that
// do (arm order, visits, item columns) are filled in by the analysis, and PlanToJson writes all of them out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json_reader.h"
#include "inference/logistic_gee.h"
#include "instrument/read_definition.h"
#include "instrument/score.h"
#include "report/comparison.h"
#include "report/model_run.h"
#include "report/plan_derived.h"
#include "report/plan_display.h"

namespace fatigue {

enum class FileRole { participants, records, events, ignored };
enum class OutcomeRole { primary, secondary };
enum class ModelKind { mmrm, random_effects };
enum class Response { change, value, percent_change };
/// What the numbers in a visit column count; words of the report, nothing is computed with it but weeks of a diary.
enum class TimeUnit { day, week, month, visit };
enum class EffectKind { visit_difference, average_difference, slope_difference };
/// One covariance matrix over the visits for all, or one per arm.
enum class CovarianceGroups { none, arm };
/// How the p values of an outcome's contrasts are adjusted for their number; see inference/multiplicity.h.
using Multiplicity = Adjust;
/// Whether the outcomes are tested in order, each only after the one before was rejected; see report/gate.h.
enum class Gate { none, fixed_sequence };

/// Optional columns are empty when the plan names none.
struct PlanFile {
  std::string name;
  FileRole role = FileRole::ignored;
  std::string id, arm, visit, event;
  std::string body_system, severity, serious, related;  // of an events file
  std::string date;                                     // of a records file, in place of `visit`
  std::string start_date;                               // where the arm stands
  std::optional<int> day_of_start;                      // 0, or 1 with no day 0
  std::string guess;                                    // what participants thought they were given
  Guesses guesses;                                      // what its values mean beside arms' names
  TimeUnit time_unit = TimeUnit::day;                   // of the visits, or of wide columns
  std::vector<VisitWindow> windows;                     // empty: visits are as the file has them
  std::vector<std::string> visit_order;                 // labels in the order of time; empty: as they tell it
  Json wide, parameters, reading, same_visits;  // kept as they came: reading has used them before the core is called

  /// The visit column of the table the core gets: gathering a wide file makes one called "visit".
  std::string VisitColumn() const { return visit.empty() ? "visit" : visit; }
};

/// Items in item order (empty: recognised by name), or `scores`: finished scores as (scale, column) pairs.
struct PlanInstrument {
  std::string id;
  InstrumentDefinition instrument;
  std::string file;
  std::vector<std::string> items;
  std::vector<std::pair<std::string, std::string>> scores;
  std::string scoring;  // name of one of the instrument's
  MissingItems missing_items;
  std::optional<Direction> direction;  // where the instrument's is to be declared
};

/// `structure` and `fallback` hold CovarianceName (mmrm) or RandomName (random_effects) values, `residual` a
/// ResidualName.
struct PlanModel {
  ModelKind kind = ModelKind::mmrm;
  Response response = Response::change;
  std::string baseline_visit;            // empty: the lowest
  std::optional<BaselineRule> baseline;  // in place of baseline_visit
  std::vector<std::string> visits;       // empty: all there are
  std::vector<std::string> covariates;
  Method method = Method::reml;
  DfMethod df = DfMethod::kenward_roger;
  VcovMethod vcov = VcovMethod::model;
  Information information = Information::observed;
  std::string weights;  // column of the records file; empty: every record counts the same
  std::string structure;
  std::vector<std::string> fallback;
  CovarianceGroups groups = CovarianceGroups::none;  // mmrm
  std::string residual = "independent";              // random_effects

  /// Whether the covariance goes by the days between visits, so that visits must be days.
  bool UsesDays() const;
};

struct PlanEffect {
  EffectKind kind = EffectKind::visit_difference;
  std::string visit;             // visit_difference
  std::string meant_for;         // the visit it was meant for, where that is none yet: for whoever edits the plan
  std::optional<double> window;  // slope_difference, days
};

struct PlanOutcome {
  std::string id;
  std::string label;
  OutcomeRole role = OutcomeRole::primary;
  std::string score;       // "mfis.total"
  std::string instrument;  // its first part: a PlanInstrument's id
  std::string scale;       // its second part
  std::optional<PlanSummary> summary;
  PlanModel model;
  PlanEffect effect;
  std::optional<ResponderRule> responder;
  std::optional<GeeCovariance> responder_gee;  // odds ratios over all visits beside the exact comparisons
  Multiplicity multiplicity = Multiplicity::none;
  std::optional<Mcid> mcid;     // none: not shown
  std::optional<int> decimals;  // of estimates; none: by the scale

  /// Whether each participant needs a score to compare with.
  bool NeedsBaseline() const { return model.response != Response::value || (responder && responder->NeedsBaseline()); }
};

struct Plan {
  std::string title;
  bool simulated = false;
  std::vector<PlanFile> files;
  std::vector<std::string> arms;                  // reference first; empty: by the data
  std::vector<InstrumentDefinition> definitions;  // the plan's own instruments
  Json definitions_as_given;
  std::vector<PlanInstrument> instruments;
  std::vector<PlanOutcome> outcomes;
  double confidence = 0.95;
  Method method = Method::reml;
  DfMethod df = DfMethod::kenward_roger;
  Gate gate = Gate::none;
  BaselineTablePlan baseline_table;
  DifferenceInterval safety_interval = DifferenceInterval::miettinen_nurminen;  // of risks and responders
  Json estimand, display;  // as they came; nothing is computed with them
  Json published;          // shown beside our results, never computed with

  const PlanInstrument& Instrument(const std::string& id) const;
  /// Where the participants come from: the participants file, else the first records file that states the arm.
  const PlanFile& RosterFile() const;
  /// The file with the column of guesses; nullptr where there is none.
  const PlanFile* GuessFile() const;
  /// Study day of the start date: 0, or 1 with no day 0; one for the whole plan.
  int DayOfStart() const;
};

/// Throws bad_plan naming the path ("outcomes[1].model.kind"), the value and the choices: for unknown keys, unknown
/// choices, wrong types, names that refer to nothing, and effects their model does not have.
Plan ReadPlan(const std::string& text);

Json PlanToJson(const Plan& plan);

std::string Name(FileRole role);
std::string Name(OutcomeRole role);
std::string Name(TimeUnit unit);
std::string Name(ModelKind kind);
std::string Name(Response response);
std::string Name(EffectKind kind);
std::string Name(CovarianceGroups groups);
std::string Name(Gate gate);

}  // namespace fatigue

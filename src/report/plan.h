// SPDX-License-Identifier: MIT
// The plan as the core sees it (web/contract/plan.ts). Reading fills in every default that needs no data; those that
// do (arm order, visits, item columns) are filled in by the analysis, and PlanToJson writes all of them out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "instrument/score.h"
#include "report/json_reader.h"
#include "report/model_run.h"

namespace fatigue {

enum class FileRole { participants, records, events, ignored };
enum class OutcomeRole { primary, secondary };
enum class ModelKind { mmrm, random_effects };
enum class Response { change, value };
enum class EffectKind { visit_difference, average_difference, slope_difference };

/// Optional columns are empty when the plan names none.
struct PlanFile {
  std::string name;
  FileRole role = FileRole::ignored;
  std::string id, arm, visit, event;
  Json wide, reading;  // kept as they came: reading has used them before the core is called

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
  Scoring scoring = Scoring::sum;
  MissingItemRule missing_items = MissingItemRule::half;
};

/// `structure` and `fallback` hold CovarianceName (mmrm) or RandomName (random_effects) values.
struct PlanModel {
  ModelKind kind = ModelKind::mmrm;
  Response response = Response::change;
  std::string baseline_visit;       // empty: the lowest
  std::vector<std::string> visits;  // empty: all there are
  std::vector<std::string> covariates;
  Method method = Method::reml;
  DfMethod df = DfMethod::kenward_roger;
  std::string structure;
  std::vector<std::string> fallback;
};

struct PlanEffect {
  EffectKind kind = EffectKind::visit_difference;
  std::string visit;             // visit_difference
  std::optional<double> window;  // slope_difference, days
};

struct PlanOutcome {
  std::string id;
  std::string label;
  OutcomeRole role = OutcomeRole::primary;
  std::string score;       // "mfis.total"
  std::string instrument;  // its first part: a PlanInstrument's id
  std::string scale;       // its second part
  PlanModel model;
  PlanEffect effect;
};

struct Plan {
  std::string title;
  bool simulated = false;
  std::vector<PlanFile> files;
  std::vector<std::string> arms;  // reference first; empty: by the data
  std::vector<PlanInstrument> instruments;
  std::vector<PlanOutcome> outcomes;
  double confidence = 0.95;
  Method method = Method::reml;
  DfMethod df = DfMethod::kenward_roger;
  Json published;  // shown beside our results, never computed with

  const PlanInstrument& Instrument(const std::string& id) const;
};

/// Throws bad_plan naming the path ("outcomes[1].model.kind"), the value and the choices: for unknown keys, unknown
/// choices, wrong types, names that refer to nothing, and effects their model does not have.
Plan ReadPlan(const std::string& text);

Json PlanToJson(const Plan& plan);

std::string Name(FileRole role);
std::string Name(OutcomeRole role);
std::string Name(ModelKind kind);
std::string Name(Response response);
std::string Name(EffectKind kind);

}  // namespace fatigue

// SPDX-License-Identifier: MIT
// The plan written back out with every default, and the names of its choices.
#include "report/option_names.h"
#include "report/plan.h"

namespace fatigue {
namespace {

void PutText(Json* object, const char* key, const std::string& text) {
  if (!text.empty()) (*object)[key] = text;
}

void PutRaw(Json* object, const char* key, const Json& value) {
  if (!value.is_null()) (*object)[key] = value;
}

Json FileToJson(const PlanFile& file) {
  Json result = {{"name", file.name}, {"role", Name(file.role)}};
  PutText(&result, "id", file.id);
  PutText(&result, "arm", file.arm);
  PutText(&result, "visit", file.visit);
  PutText(&result, "event", file.event);
  PutText(&result, "bodySystem", file.body_system);
  PutText(&result, "severity", file.severity);
  PutText(&result, "serious", file.serious);
  PutText(&result, "related", file.related);
  PutText(&result, "date", file.date);
  PutText(&result, "startDate", file.start_date);
  if (file.day_of_start) result["dayOfStart"] = *file.day_of_start;
  if (file.time_unit != TimeUnit::day) result["timeUnit"] = Name(file.time_unit);
  PutText(&result, "guess", file.guess);
  if (!file.guesses.empty()) result["guesses"] = fatigue::ToJson(file.guesses);
  for (const VisitWindow& window : file.windows) result["windows"].push_back(ToJson(window));
  if (!file.visit_order.empty()) result["visitOrder"] = file.visit_order;
  PutRaw(&result, "sameVisits", file.same_visits);
  PutRaw(&result, "wide", file.wide);
  PutRaw(&result, "parameters", file.parameters);
  PutRaw(&result, "reading", file.reading);
  return result;
}

Json InstrumentToJson(const PlanInstrument& instrument) {
  Json result = {{"id", instrument.id},
                 {"instrument", instrument.instrument.name},
                 {"file", instrument.file},
                 {"missingItems", MissingItemsToJson(instrument.missing_items)}};
  if (instrument.instrument.scorings.size() > 1) result["scoring"] = instrument.scoring;
  if (instrument.direction) result["direction"] = Name(*instrument.direction);
  if (!instrument.items.empty()) result["items"] = instrument.items;
  for (const auto& [scale, column] : instrument.scores) result["scores"][scale] = column;
  return result;
}

Json ModelToJson(const PlanModel& model) {
  Json result = {{"kind", Name(model.kind)},       {"response", Name(model.response)},
                 {"method", Name(model.method)},   {"df", Name(model.df)},
                 {"vcov", Name(model.vcov)},       {"information", Name(model.information)},
                 {"covariates", model.covariates}, {"fallback", model.fallback}};
  if (model.kind == ModelKind::mmrm) {
    result["covariance"] = model.structure;
    result["covarianceGroups"] = Name(model.groups);
  } else {
    result["random"] = model.structure;
    result["residual"] = model.residual;
  }
  PutText(&result, "weights", model.weights);
  PutText(&result, "baselineVisit", model.baseline_visit);
  if (model.baseline) result["baseline"] = ToJson(*model.baseline);
  if (!model.visits.empty()) result["visits"] = model.visits;
  return result;
}

Json OutcomeToJson(const PlanOutcome& outcome) {
  Json effect = {{"kind", Name(outcome.effect.kind)}};
  PutText(&effect, "visit", outcome.effect.visit);
  PutText(&effect, "meantFor", outcome.effect.meant_for);
  if (outcome.effect.window) effect["window"] = *outcome.effect.window;
  Json result = {{"id", outcome.id},
                 {"label", outcome.label},
                 {"role", Name(outcome.role)},
                 {"score", outcome.score},
                 {"model", ModelToJson(outcome.model)},
                 {"effect", effect},
                 {"multiplicity", Name(outcome.multiplicity)}};
  if (outcome.summary) result["summary"] = ToJson(*outcome.summary);
  if (outcome.responder) result["responder"] = ToJson(*outcome.responder);
  if (outcome.responder_gee) result["responderGee"] = Name(*outcome.responder_gee);
  result["mcid"] = ToJson(outcome.mcid);
  if (outcome.decimals) result["decimals"] = *outcome.decimals;
  return result;
}

}  // namespace

Json PlanToJson(const Plan& plan) {
  Json result = {{"schemaVersion", 1}};
  PutText(&result, "title", plan.title);
  result["simulated"] = plan.simulated;
  for (const PlanFile& file : plan.files) result["files"].push_back(FileToJson(file));
  if (!plan.arms.empty()) result["arms"] = {{"order", plan.arms}};
  PutRaw(&result, "definitions", plan.definitions_as_given);
  result["instruments"] = Json::array();
  for (const PlanInstrument& instrument : plan.instruments) {
    result["instruments"].push_back(InstrumentToJson(instrument));
  }
  result["outcomes"] = Json::array();
  for (const PlanOutcome& outcome : plan.outcomes) result["outcomes"].push_back(OutcomeToJson(outcome));
  result["inference"] = {
      {"confidence", plan.confidence}, {"method", Name(plan.method)}, {"df", Name(plan.df)}, {"gate", Name(plan.gate)}};
  PutRaw(&result, "estimand", plan.estimand);
  result["baselineTable"] = ToJson(plan.baseline_table);
  result["safety"] = {{"interval", Name(plan.safety_interval)}};
  PutRaw(&result, "display", plan.display);
  PutRaw(&result, "published", plan.published);
  return result;
}

std::string Name(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::day:
      return "day";
    case TimeUnit::week:
      return "week";
    case TimeUnit::month:
      return "month";
    case TimeUnit::visit:
      return "visit";
  }
  return {};
}

std::string Name(FileRole role) {
  switch (role) {
    case FileRole::participants:
      return "participants";
    case FileRole::records:
      return "records";
    case FileRole::events:
      return "events";
    case FileRole::ignored:
      return "ignored";
  }
  return {};
}

std::string Name(OutcomeRole role) {
  switch (role) {
    case OutcomeRole::primary:
      return "primary";
    case OutcomeRole::secondary:
      return "secondary";
  }
  return {};
}

std::string Name(ModelKind kind) {
  switch (kind) {
    case ModelKind::mmrm:
      return "mmrm";
    case ModelKind::random_effects:
      return "random_effects";
  }
  return {};
}

std::string Name(Response response) {
  switch (response) {
    case Response::change:
      return "change";
    case Response::value:
      return "value";
    case Response::percent_change:
      return "percent_change";
  }
  return {};
}

std::string Name(EffectKind kind) {
  switch (kind) {
    case EffectKind::visit_difference:
      return "visit_difference";
    case EffectKind::average_difference:
      return "average_difference";
    case EffectKind::slope_difference:
      return "slope_difference";
  }
  return {};
}

std::string Name(CovarianceGroups groups) {
  switch (groups) {
    case CovarianceGroups::none:
      return "none";
    case CovarianceGroups::arm:
      return "arm";
  }
  return {};
}

std::string Name(Gate gate) {
  switch (gate) {
    case Gate::none:
      return "none";
    case Gate::fixed_sequence:
      return "fixed_sequence";
  }
  return {};
}

}  // namespace fatigue

// SPDX-License-Identifier: MIT
#include "report/plan.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/json_reader.h"
#include "report/error_codes.h"
#include "report/option_names.h"
#include "report/plan_model.h"

namespace fatigue {
namespace {

/// When records were made, and from when days are counted.
void ReadTimes(const JsonReader& reader, PlanFile* file) {
  file->date = reader.TextOr("date", "");
  file->start_date = reader.TextOr("startDate", "");
  if (const std::optional<double> day = reader.Number("dayOfStart")) {
    if (*day != 0 && *day != 1) reader.Fail("dayOfStart", "must be 0 or 1");
    file->day_of_start = static_cast<int>(*day);
  }
  file->windows = ReadWindows(reader.Elements("windows"));
  file->time_unit = reader.ChoiceOr<TimeUnit>(
      "timeUnit", {TimeUnit::day, TimeUnit::week, TimeUnit::month, TimeUnit::visit}, TimeUnit::day);
  file->visit_order = reader.Texts("visitOrder");
  const std::set<std::string> named(file->visit_order.begin(), file->visit_order.end());
  if (named.size() != file->visit_order.size()) reader.Fail("visitOrder", "names a visit twice");
  if (!file->windows.empty() && !named.empty()) {
    reader.Fail("visitOrder", "stands beside windows, whose days tell the order", "leave it out");
  }
  if (file->date.empty()) return;
  if (file->time_unit != TimeUnit::day) {
    reader.Fail("timeUnit", "stands beside date, from which days are counted", "leave it out");
  }
  if (!file->visit.empty()) reader.Fail("date", "stands beside visit", "name the column of one of them");
  if (reader.Has("wide")) reader.Fail("date", "stands beside wide, whose columns tell the visits", "leave it out");
}

PlanFile ReadFile(const Json& value, const std::string& path) {
  const JsonReader reader(
      value, path, kBadPlan,
      {"name",    "role",    "id",         "arm",       "visit",      "event",     "bodySystem", "severity",
       "serious", "related", "date",       "startDate", "dayOfStart", "timeUnit",  "guess",      "guesses",
       "windows", "wide",    "parameters", "reading",   "visitOrder", "sameVisits"});
  PlanFile file;
  file.name = reader.Text("name");
  file.role =
      reader.Choice<FileRole>("role", {FileRole::participants, FileRole::records, FileRole::events, FileRole::ignored});
  file.id = reader.TextOr("id", "");
  file.arm = reader.TextOr("arm", "");
  file.visit = reader.TextOr("visit", "");
  file.event = reader.TextOr("event", "");
  file.body_system = reader.TextOr("bodySystem", "");
  file.severity = reader.TextOr("severity", "");
  file.serious = reader.TextOr("serious", "");
  file.related = reader.TextOr("related", "");
  ReadTimes(reader, &file);
  file.guess = reader.TextOr("guess", "");
  file.guesses = ReadGuesses(reader);
  file.wide = reader.Raw("wide");
  file.parameters = reader.Raw("parameters");
  file.reading = reader.Raw("reading");
  file.same_visits = reader.Raw("sameVisits");
  if (file.role == FileRole::ignored) return file;
  if (file.id.empty()) reader.Fail("id", "is missing", "name the column with the participant's identifier");
  if (file.role == FileRole::events && file.event.empty()) {
    reader.Fail("event", "is missing", "name the column with the event's term");
  }
  if (file.role == FileRole::records && file.visit.empty() && file.date.empty() && file.wide.is_null()) {
    reader.Fail("visit", "is missing", "name the column with the visit, the study day or the date");
  }
  return file;
}

PlanInstrument ReadInstrument(const Json& value, const std::string& path, const Plan& plan) {
  const JsonReader reader(value, path, kBadPlan,
                          {"id", "instrument", "file", "items", "scores", "scoring", "missingItems", "direction"});
  PlanInstrument result;
  result.id = reader.Text("id");
  const std::string name = reader.Text("instrument");
  const InstrumentDefinition* instrument = FindInstrument(name, plan.definitions);
  if (instrument == nullptr) reader.FailChoice("instrument", name, InstrumentNames(plan.definitions));
  result.instrument = *instrument;
  result.file = reader.Text("file");
  result.items = reader.Texts("items");
  result.scoring = ReadScoringName(reader, "scoring", result.instrument);
  result.missing_items = ReadMissingItems(reader, "missingItems", result.instrument);
  result.direction = ReadDirection(reader, "direction", result.instrument);
  if (!reader.Has("scores")) return result;
  if (!result.items.empty()) reader.Fail("scores", "stands beside items", "give the items or the finished scores");
  const Json scores = reader.Raw("scores");
  if (!scores.is_object() || scores.empty()) reader.Fail("scores", "must name a column for at least one scale");
  for (const auto& [scale, column] : scores.items()) {
    std::vector<std::string> scales;
    for (const ScaleDefinition& known : result.instrument.scales) scales.push_back(known.name);
    if (std::find(scales.begin(), scales.end(), scale) == scales.end()) reader.FailChoice("scores", scale, scales);
    if (!column.is_string()) reader.Fail("scores." + scale, "must be text, not " + column.dump());
    result.scores.emplace_back(scale, column.get<std::string>());
  }
  return result;
}

PlanEffect ReadEffect(const Json& value, const std::string& path, const PlanModel& model) {
  const JsonReader reader(value, path, kBadPlan, {"kind", "visit", "meantFor", "window"});
  PlanEffect effect;
  effect.kind = reader.Choice<EffectKind>(
      "kind", {EffectKind::visit_difference, EffectKind::average_difference, EffectKind::slope_difference});
  if (effect.kind == EffectKind::visit_difference) {
    effect.visit = reader.Text("visit");
    effect.meant_for = reader.TextOr("meantFor", "");
  }
  effect.window = reader.Number("window");
  if (effect.window && !(*effect.window > 0)) reader.Fail("window", "must be a number of days above 0");
  if (effect.kind == EffectKind::slope_difference && model.kind != ModelKind::random_effects) {
    reader.Fail("kind", "is slope_difference, which needs a model of kind random_effects");
  }
  return effect;
}

PlanOutcome ReadOutcome(const Json& value, const std::string& path, const Plan& plan) {
  const JsonReader reader(value, path, kBadPlan,
                          {"id", "label", "role", "score", "summary", "model", "effect", "responder", "responderGee",
                           "multiplicity", "mcid", "decimals"});
  PlanOutcome outcome;
  outcome.id = reader.Text("id");
  outcome.score = reader.Text("score");
  outcome.label = reader.TextOr("label", outcome.score);
  outcome.role =
      reader.ChoiceOr<OutcomeRole>("role", {OutcomeRole::primary, OutcomeRole::secondary}, OutcomeRole::secondary);
  std::vector<std::string> choices;
  for (const PlanInstrument& instrument : plan.instruments) {
    for (const ScaleDefinition& scale : instrument.instrument.scales) {
      const auto is_given = [&](const auto& score) { return score.first == scale.name; };
      if (!instrument.scores.empty() && std::none_of(instrument.scores.begin(), instrument.scores.end(), is_given)) {
        continue;
      }
      choices.push_back(instrument.id + "." + scale.name);
      if (choices.back() != outcome.score) continue;
      outcome.instrument = instrument.id;
      outcome.scale = scale.name;
    }
  }
  if (outcome.instrument.empty()) reader.FailChoice("score", outcome.score, choices);
  if (reader.Has("summary")) outcome.summary = ReadSummary(reader.Raw("summary"), reader.PathOf("summary"));
  if (reader.Has("responder")) {
    outcome.responder = ReadResponderRule(reader.Raw("responder"), reader.PathOf("responder"));
  }
  if (reader.Has("responderGee")) {
    if (!outcome.responder) reader.Fail("responderGee", "needs a responder rule: say who is a responder");
    outcome.responder_gee =
        reader.Choice<GeeCovariance>("responderGee", {GeeCovariance::sandwich, GeeCovariance::mancl_derouen});
  }
  outcome.model = ReadModel(reader.Raw("model"), reader.PathOf("model"), plan);
  if (outcome.summary && !outcome.model.weights.empty()) {
    reader.Fail("summary", "stands beside weights, which are of single records", "leave out one of them");
  }
  outcome.effect = ReadEffect(reader.Raw("effect"), reader.PathOf("effect"), outcome.model);
  outcome.multiplicity = reader.ChoiceOr<Multiplicity>("multiplicity", AllOf<Multiplicity>(), Multiplicity::none);
  const PlanInstrument& instrument = plan.Instrument(outcome.instrument);
  const auto is_own = [&](const PlanFile& file) { return file.name == instrument.file; };
  const PlanFile& file = *std::find_if(plan.files.begin(), plan.files.end(), is_own);
  const bool is_weekly = outcome.summary && outcome.summary->kind == SummaryKind::weekly_mean;
  if (is_weekly && file.time_unit != TimeUnit::day) {
    reader.Fail("summary", "takes weekly means of " + file.name + ", whose timeUnit is " + Name(file.time_unit),
                "count its visits in days, or leave the summary out");
  }
  outcome.mcid = ReadMcid(reader, outcome.model.response == Response::percent_change
                                      ? std::nullopt
                                      : DefaultMcid(instrument.instrument, outcome.scale, instrument.scoring));
  outcome.decimals = ReadDecimals(reader);
  return outcome;
}

void ReadInference(const Json& value, Plan* plan) {
  if (value.is_null()) return;
  const JsonReader reader(value, "inference", kBadPlan, {"confidence", "method", "df", "gate"});
  plan->confidence = reader.Number("confidence").value_or(plan->confidence);
  if (!(plan->confidence > 0 && plan->confidence < 1)) {
    reader.Fail("confidence", "must lie between 0 and 1", "write 95% as 0.95");
  }
  plan->method = ReadMethod(reader, plan->method);
  plan->df = ReadDf(reader, plan->df);
  plan->gate = reader.ChoiceOr<Gate>("gate", {Gate::none, Gate::fixed_sequence}, Gate::none);
}

template <class Items, class Key>
void CheckUnique(const JsonReader& reader, const std::string& list, const Items& items, Key key) {
  std::set<std::string> seen;
  for (const auto& item : items) {
    if (!seen.insert(item.*key).second) reader.Fail(list, "names \"" + item.*key + "\" twice");
  }
}

/// Dates are counted from a start date, which stands in the file that tells who takes part.
void CheckDates(const JsonReader& reader, const Plan& plan) {
  std::optional<int> day_of_start;
  for (const PlanFile& file : plan.files) {
    if (!file.day_of_start) continue;
    if (day_of_start && *day_of_start != *file.day_of_start) {
      reader.Fail("files", "have two values of dayOfStart", "give it once");
    }
    day_of_start = file.day_of_start;
  }
  const auto has_date = [](const PlanFile& file) { return file.role == FileRole::records && !file.date.empty(); };
  if (std::none_of(plan.files.begin(), plan.files.end(), has_date)) return;
  const PlanFile& source = plan.RosterFile();
  if (!source.start_date.empty()) return;
  reader.Fail("files", "have records with a date, and no startDate in " + source.name + " to count from",
              "name the column with the date of randomisation or first dose beside the arm");
}

void CheckFiles(const JsonReader& reader, const Plan& plan) {
  CheckUnique(reader, "files", plan.files, &PlanFile::name);
  const auto count = [&](FileRole role) {
    return std::count_if(plan.files.begin(), plan.files.end(), [&](const PlanFile& file) { return file.role == role; });
  };
  if (count(FileRole::participants) > 1) reader.Fail("files", "has more than one file of role participants");
  if (count(FileRole::events) > 1) reader.Fail("files", "has more than one file of role events");
  const auto has_arm = [](const PlanFile& file) {
    return !file.arm.empty() && (file.role == FileRole::participants || file.role == FileRole::records);
  };
  if (std::none_of(plan.files.begin(), plan.files.end(), has_arm)) {
    reader.Fail("files", "name no arm column", "name the column with the treatment in the participants file");
  }
  CheckDates(reader, plan);
  const auto has_guess = [](const PlanFile& file) { return file.role != FileRole::ignored && !file.guess.empty(); };
  if (std::count_if(plan.files.begin(), plan.files.end(), has_guess) > 1) {
    reader.Fail("files", "name more than one column of guesses", "keep the one asked last");
  }
  for (const PlanInstrument& instrument : plan.instruments) {
    const auto holds = [&](const PlanFile& file) {
      return file.name == instrument.file && file.role == FileRole::records;
    };
    if (std::none_of(plan.files.begin(), plan.files.end(), holds)) {
      reader.Fail("instruments",
                  "look for " + instrument.id + " in \"" + instrument.file + "\", which is no file of role records");
    }
  }
}

}  // namespace

const PlanFile& Plan::RosterFile() const {
  const PlanFile* chosen = &files.front();
  bool is_found = false;
  for (const PlanFile& file : files) {
    if (file.role == FileRole::participants) return file;
    if (is_found || file.role != FileRole::records || file.arm.empty()) continue;
    chosen = &file;
    is_found = true;
  }
  return *chosen;
}

const PlanFile* Plan::GuessFile() const {
  for (const PlanFile& file : files) {
    if (file.role != FileRole::ignored && !file.guess.empty()) return &file;
  }
  return nullptr;
}

int Plan::DayOfStart() const {
  for (const PlanFile& file : files) {
    if (file.day_of_start) return *file.day_of_start;
  }
  return 0;
}

const PlanInstrument& Plan::Instrument(const std::string& id) const {
  return *std::find_if(instruments.begin(), instruments.end(),
                       [&](const PlanInstrument& instrument) { return instrument.id == id; });
}

Plan ReadPlan(const std::string& text) {
  const Json value = ParseJson(text, kBadPlan, "the plan");
  const JsonReader reader(value, "", kBadPlan,
                          {"schemaVersion", "title", "simulated", "files", "arms", "definitions", "instruments",
                           "outcomes", "inference", "estimand", "baselineTable", "safety", "display", "published"});
  const std::optional<double> version = reader.Number("schemaVersion");
  if (version != 1.0) reader.Fail("schemaVersion", "must be 1", "open the plan with the version that wrote it");
  Plan plan;
  plan.title = reader.TextOr("title", "");
  plan.simulated = reader.BoolOr("simulated", false);
  plan.published = reader.Raw("published");
  plan.estimand = ReadEstimand(reader);
  plan.baseline_table = ReadBaselineTable(reader);
  plan.display = ReadDisplay(reader);
  if (reader.Has("safety")) {
    plan.safety_interval =
        JsonReader(reader.Raw("safety"), "safety", kBadPlan, {"interval"})
            .ChoiceOr<DifferenceInterval>(
                "interval",
                {DifferenceInterval::miettinen_nurminen, DifferenceInterval::newcombe, DifferenceInterval::agresti_min},
                DifferenceInterval::miettinen_nurminen);
  }
  ReadInference(reader.Raw("inference"), &plan);
  for (const auto& [path, file] : reader.Elements("files")) plan.files.push_back(ReadFile(file, path));
  if (reader.Has("arms")) plan.arms = JsonReader(value["arms"], "arms", kBadPlan, {"order"}).Texts("order");
  plan.definitions = ReadDefinitions(reader.Elements("definitions"), kBadPlan);
  plan.definitions_as_given = reader.Raw("definitions");
  for (const auto& [path, each] : reader.Elements("instruments")) {
    plan.instruments.push_back(ReadInstrument(each, path, plan));
  }
  CheckFiles(reader, plan);
  CheckUnique(reader, "instruments", plan.instruments, &PlanInstrument::id);
  for (const auto& [path, outcome] : reader.Elements("outcomes")) {
    plan.outcomes.push_back(ReadOutcome(outcome, path, plan));
  }
  CheckUnique(reader, "outcomes", plan.outcomes, &PlanOutcome::id);
  return plan;
}

}  // namespace fatigue

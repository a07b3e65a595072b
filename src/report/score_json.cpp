// SPDX-License-Identifier: MIT
// One instrument on one table: ScoreRequest of web/contract/engine.ts in, scores by row out.
#include <cmath>

#include "base/json_reader.h"
#include "instrument/read_definition.h"
#include "instrument/score.h"
#include "report/entry.h"
#include "report/error_codes.h"
#include "report/json_values.h"

namespace fatigue {
namespace {

/// The scores of a row stand beside the identifier columns, so these may not be called the same.
const std::vector<std::string> kOwnKeys = {"row", "scores", "answered", "prorated"};

Json IdValue(const Column& column, int row) {
  if (column.IsMissing(row)) return nullptr;
  return column.kind == Column::Kind::number ? Number(column.values[row]) : Json(column.Text(row));
}

Json CountsOf(const ScaleScores& scale) {
  return {{"scored", scale.scored()}, {"prorated", scale.prorated()}, {"unscored", scale.unscored()}};
}

Json ScaleJson(const ScaleScores& scale) {
  Json result = {{"score", scale.scale.name},
                 {"label", scale.scale.label},
                 {"range", Json::array({scale.range.lowest, scale.range.highest})},
                 {"direction", Name(scale.direction)}};
  result.update(CountsOf(scale));
  return result;
}

Json RowJson(const Table& table, const std::vector<const Column*>& ids, const InstrumentScores& scores, int row) {
  Json result = Json::object();
  for (const Column* id : ids) result[id->name] = IdValue(*id, row);
  result["row"] = table.origin_row[row];
  bool is_prorated = false;
  for (const ScaleScores& scale : scores.scales) {
    result["scores"][scale.scale.name] = Number(scale.score[row]);
    is_prorated = is_prorated || scale.state[row] == ScoreState::prorated;
  }
  result["answered"] = scores.answered[row];
  result["prorated"] = is_prorated;
  return result;
}

}  // namespace

/// {instrument, scoring, missingItems, items, scales, rows, summary}. `prorated` of a row: any of its scores has
/// missing items filled in. `summary` counts rows by the instrument's first scale; every scale has its own counts.
std::string ScoreJson(const std::string& request, const Table& table) {
  const Json value = ParseJson(request, kBadRequest, "the request");
  const JsonReader reader(value, "", kBadRequest,
                          {"instrument", "items", "id", "scoring", "missingItems", "direction", "definition"});
  std::vector<InstrumentDefinition> definitions;
  if (reader.Has("definition")) definitions = ReadDefinitions({{"definition", reader.Raw("definition")}}, kBadRequest);
  const InstrumentDefinition instrument = InstrumentNamed(reader.Text("instrument"), definitions);
  ScoringOptions options;
  options.items = reader.Texts("items");
  options.scoring = ReadScoringName(reader, "scoring", instrument);
  options.missing_items = ReadMissingItems(reader, "missingItems", instrument);
  options.direction = ReadDirection(reader, "direction", instrument);
  std::vector<const Column*> ids;
  for (const std::string& id : reader.Texts("id")) {
    ids.push_back(&table.At(id));
    for (const std::string& own : kOwnKeys) {
      if (id == own) reader.Fail("id", "names the column \"" + id + "\", which the result uses itself", "rename it");
    }
  }

  const InstrumentScores scores = ScoreTable(table, instrument, options);
  Json result = {{"instrument", instrument.name},
                 {"scoring", scores.scoring.name},
                 {"missingItems", Name(scores.missing_items)},
                 {"items", scores.items},
                 {"scales", Json::array()},
                 {"rows", Json::array()},
                 {"summary", CountsOf(scores.scales.front())}};
  if (!instrument.caution.empty()) result["caution"] = instrument.caution;
  for (const ScaleScores& scale : scores.scales) result["scales"].push_back(ScaleJson(scale));
  for (int row = 0; row < table.row_count; ++row) result["rows"].push_back(RowJson(table, ids, scores, row));
  return result.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace fatigue

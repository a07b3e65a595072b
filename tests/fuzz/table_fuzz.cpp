// SPDX-License-Identifier: MIT
// Any cells in the tables of a plan that is right: identifiers, arms and visits that repeat or are missing, answers out
// of range, infinite numbers, labels of any bytes.
#include <string>
#include <vector>

#include "ask.h"
#include "bytes.h"
#include "report/entry.h"

namespace fatigue {
namespace {

constexpr char kPlan[] = R"({"schemaVersion": 1,
  "files": [{"name": "participants.csv", "role": "participants", "id": "id", "arm": "arm"},
            {"name": "records.csv", "role": "records", "id": "id", "visit": "visit"},
            {"name": "events.csv", "role": "events", "id": "id", "event": "event"}],
  "instruments": [{"id": "fss", "instrument": "FSS", "file": "records.csv", "items":
                   ["fss1", "fss2", "fss3", "fss4", "fss5", "fss6", "fss7", "fss8", "fss9"]},
                  {"id": "dfs", "instrument": "DFS", "file": "records.csv", "items": ["dfs"]}],
  "outcomes": [{"id": "a", "label": "A", "role": "primary", "score": "fss.total",
                "model": {"kind": "mmrm", "response": "change", "covariance": "cs", "fallback": []},
                "effect": {"kind": "average_difference"}},
               {"id": "b", "label": "B", "role": "secondary", "score": "dfs.total",
                "model": {"kind": "random_effects", "response": "value", "random": "intercept", "fallback": []},
                "effect": {"kind": "average_difference"}}]})";

/// A number or a label by the bytes' choice: a file may hold either anywhere.
Column Any(fuzz::Bytes* bytes, const std::string& name, int rows) {
  return bytes->Below(8) == 0 ? fuzz::LabelsFrom(bytes, name, rows, {}) : fuzz::NumbersFrom(bytes, name, rows);
}

std::vector<Table> TrialFrom(fuzz::Bytes* bytes) {
  const std::vector<std::string> ids = {"1", "2", "3", "4", "5", "6"};
  const int people_rows = 1 + bytes->Below(8), record_rows = bytes->Below(40), event_rows = bytes->Below(6);
  Table people = fuzz::EmptyTable("participants.csv", people_rows);
  Column id = fuzz::LabelsFrom(bytes, "id", people_rows, ids);
  // Mostly each person once, so that something is analysed.
  for (int row = 0; row < people_rows && bytes->Below(4) > 0; ++row) id.codes[row] = row % 6;
  people.columns = {id, fuzz::LabelsFrom(bytes, "arm", people_rows, {"control", "treated"})};
  Table records = fuzz::EmptyTable("records.csv", record_rows);
  records.columns = {fuzz::LabelsFrom(bytes, "id", record_rows, ids), Any(bytes, "visit", record_rows)};
  for (int item = 1; item <= 9; ++item)
    records.columns.push_back(Any(bytes, "fss" + std::to_string(item), record_rows));
  records.columns.push_back(Any(bytes, "dfs", record_rows));
  Table events = fuzz::EmptyTable("events.csv", event_rows);
  events.columns = {fuzz::LabelsFrom(bytes, "id", event_rows, ids), fuzz::LabelsFrom(bytes, "event", event_rows, {})};
  return {people, records, events};
}

}  // namespace
}  // namespace fatigue

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fatigue::fuzz::Bytes bytes(data, size);
  const std::vector<fatigue::Table> trial = fatigue::TrialFrom(&bytes);
  fatigue::fuzz::MustAnswer([&] { return fatigue::AnalyzeJson(fatigue::kPlan, trial); });
  fatigue::fuzz::MustAnswer([&] { return fatigue::ScoreJson(R"({"instrument": "FSS"})", trial[1]); });
  return 0;
}

// SPDX-License-Identifier: MIT
// Any text as a plan, on a small trial that plans of the example fit. A plan that is read must come back from its own
// JSON as the same plan.
#include <string>
#include <vector>

#include "ask.h"
#include "bytes.h"
#include "report/entry.h"
#include "report/plan.h"

namespace fatigue {
namespace {

/// Twelve people, two arms, five visits, in the files and columns that the seeds name.
std::vector<Table> SmallTrial() {
  const std::string noise = "a small trial whose numbers are the letters of this sentence, over and over again";
  fuzz::Bytes bytes(reinterpret_cast<const std::uint8_t*>(noise.data()), noise.size());
  std::vector<std::string> ids;
  for (int person = 0; person < 12; ++person) ids.push_back("P" + std::to_string(person));

  Table people = fuzz::EmptyTable("participants.csv", 12);
  people.columns = {fuzz::LabelsFrom(&bytes, "id", 12, ids),
                    fuzz::LabelsFrom(&bytes, "arm", 12, {"midazolam", "ketamine"}),
                    fuzz::NumbersFrom(&bytes, "age", 12)};
  Table records = fuzz::EmptyTable("records.csv", 60);
  records.columns = {fuzz::LabelsFrom(&bytes, "id", 60, ids), fuzz::NumbersFrom(&bytes, "day", 60),
                     fuzz::NumbersFrom(&bytes, "dfs", 60)};
  for (int item = 1; item <= 9; ++item) {
    records.columns.push_back(fuzz::NumbersFrom(&bytes, "fss" + std::to_string(item), 60));
  }
  for (int row = 0; row < 60; ++row) {
    if (row < 12) people.columns[0].codes[row] = row;
    if (row < 12) people.columns[1].codes[row] = row % 2;
    records.columns[0].codes[row] = row / 5;
    records.columns[1].values[row] = row % 5;
    records.columns[2].values[row] = (7 * row) % 11;
    for (int item = 1; item <= 9; ++item) {
      records.columns[static_cast<std::size_t>(2 + item)].values[row] = 1 + (row * item + item) % 7;
    }
  }
  Table events = fuzz::EmptyTable("events.csv", 6);
  events.columns = {fuzz::LabelsFrom(&bytes, "id", 6, ids),
                    fuzz::LabelsFrom(&bytes, "event", 6, {"dizziness", "rash"})};
  return {people, records, events};
}

void MustComeBack(const std::string& text) {
  std::string once;
  try {
    once = PlanToJson(ReadPlan(text)).dump(-1, ' ', false, Json::error_handler_t::replace);
  } catch (const Error&) {
    return;
  }
  const std::string twice = PlanToJson(ReadPlan(once)).dump(-1, ' ', false, Json::error_handler_t::replace);
  if (once == twice) return;
  std::fprintf(stderr, "a plan changes when read again:\n%s\n%s\n", once.c_str(), twice.c_str());
  std::abort();
}

}  // namespace
}  // namespace fatigue

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<fatigue::Table> trial = fatigue::SmallTrial();
  const std::string text(reinterpret_cast<const char*>(data), size);
  fatigue::MustComeBack(text);
  fatigue::fuzz::MustAnswer([&] { return fatigue::AnalyzeJson(text, trial); });
  return 0;
}

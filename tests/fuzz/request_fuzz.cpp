// SPDX-License-Identifier: MIT
// Any text as the request for one model or one instrument, on a small table. The first byte says which.
#include <string>

#include "ask.h"
#include "bytes.h"
#include "report/entry.h"

namespace fatigue {
namespace {

Table SmallTable() {
  const std::string noise = "numbers for a model of eight people at four visits and the answers they gave to it all";
  fuzz::Bytes bytes(reinterpret_cast<const std::uint8_t*>(noise.data()), noise.size());
  const int rows = 32;
  Table table = fuzz::EmptyTable("data.csv", rows);
  table.columns = {fuzz::LabelsFrom(&bytes, "id", rows, {"a", "b", "c", "d", "e", "f", "g", "h"}),
                   fuzz::LabelsFrom(&bytes, "arm", rows, {"x", "y"}),
                   fuzz::LabelsFrom(&bytes, "visit", rows, {"v1", "v2", "v3", "v4"}),
                   fuzz::NumbersFrom(&bytes, "day", rows), fuzz::NumbersFrom(&bytes, "y", rows)};
  for (int item = 1; item <= 9; ++item) {
    table.columns.push_back(fuzz::NumbersFrom(&bytes, "fss" + std::to_string(item), rows));
  }
  for (int row = 0; row < rows; ++row) {
    table.columns[0].codes[row] = row / 4;
    table.columns[1].codes[row] = (row / 4) % 2;
    table.columns[2].codes[row] = row % 4;
    table.columns[3].values[row] = row % 4;
    table.columns[4].values[row] = (13 * row) % 29 + 0.25 * (row % 4);
    for (int item = 1; item <= 9; ++item) table.columns[static_cast<std::size_t>(4 + item)].values[row] = 1 + row % 7;
  }
  return table;
}

}  // namespace
}  // namespace fatigue

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fatigue::Table table = fatigue::SmallTable();
  fatigue::fuzz::Bytes bytes(data, size);
  const bool is_fit = bytes.Byte() != 's';
  const std::string request = bytes.Rest();
  fatigue::fuzz::MustAnswer(
      [&] { return is_fit ? fatigue::FitJson(request, table) : fatigue::ScoreJson(request, table); });
  return 0;
}

// SPDX-License-Identifier: MIT
#include "table_from_js.h"

#include <cmath>
#include <limits>
#include <string>

namespace fatigue {
namespace {

using emscripten::val;

[[noreturn]] void Refuse(const std::string& what) {
  throw Error("invalid_table", "a table given to the core is malformed: " + what, {},
              "pass tables as web/contract/table.ts describes them");
}

bool IsObject(const val& value) { return !value.isNull() && value.typeOf().as<std::string>() == "object"; }

std::string Text(const val& object, const char* key, const std::string& where) {
  const val value = object[key];
  if (!value.isString()) Refuse(where + key + " is not a string");
  return value.as<std::string>();
}

/// Length of an array or typed array.
int Length(const val& array, const std::string& where) {
  if (!IsObject(array)) Refuse(where + " is not an array");
  const val length = array["length"];
  if (!length.isNumber()) Refuse(where + " is not an array");
  const double count = length.as<double>();
  if (!(count >= 0 && count <= std::numeric_limits<int>::max() && count == std::floor(count))) {
    Refuse(where + " has no valid length");
  }
  return static_cast<int>(count);
}

/// A typed array of the named class with `count` elements, copied in one step.
template <typename Number>
std::vector<Number> Numbers(const val& array, const char* type, int count, const std::string& where) {
  if (!IsObject(array) || !array.instanceof (val::global(type))) Refuse(where + " is not a " + type);
  const int length = Length(array, where);
  if (length != count) {
    Refuse(where + " has " + std::to_string(length) + " elements instead of " + std::to_string(count));
  }
  std::vector<Number> numbers(count);
  if (count > 0) val(emscripten::typed_memory_view(numbers.size(), numbers.data())).call<void>("set", array);
  return numbers;
}

std::vector<std::string> Strings(const val& array, const std::string& where) {
  const int count = Length(array, where);
  std::vector<std::string> strings;
  strings.reserve(count);
  for (int i = 0; i < count; ++i) {
    const val value = array[i];
    if (!value.isString()) Refuse(where + "[" + std::to_string(i) + "] is not a string");
    strings.push_back(value.as<std::string>());
  }
  return strings;
}

void CheckCodes(const std::vector<int>& codes, int lowest, std::size_t levels, const std::string& where) {
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (codes[i] < lowest || codes[i] >= static_cast<int>(levels)) {
      Refuse(where + "[" + std::to_string(i) + "] is " + std::to_string(codes[i]) + " with " + std::to_string(levels) +
             " names");
    }
  }
}

ColumnOrigin OriginFromJs(const val& origin, int rows, const std::string& where) {
  if (!IsObject(origin)) Refuse(where + " is not an object");
  ColumnOrigin result;
  result.names = Strings(origin["names"], where + ".names");
  result.codes = Numbers<int>(origin["codes"], "Int32Array", rows, where + ".codes");
  CheckCodes(result.codes, -1, result.names.size(), where + ".codes");  // -1: a cell that stands nowhere
  const val lines = origin["rows"];
  if (!lines.isUndefined()) result.rows = Numbers<int>(lines, "Int32Array", rows, where + ".rows");
  return result;
}

Column ColumnFromJs(const val& column, int rows, const std::string& table, int index) {
  const std::string position = table + ": columns[" + std::to_string(index) + "]";
  if (!IsObject(column)) Refuse(position + " is not an object");
  Column result;
  result.name = Text(column, "name", position + ".");
  const std::string where = table + ": column \"" + result.name + "\": ";
  const std::string kind = Text(column, "kind", where);
  if (kind == "number") {
    result.kind = Column::Kind::number;
    result.values = Numbers<double>(column["values"], "Float64Array", rows, where + "values");
  } else if (kind == "factor") {
    result.kind = Column::Kind::factor;
    result.levels = Strings(column["levels"], where + "levels");
    result.codes = Numbers<int>(column["codes"], "Int32Array", rows, where + "codes");
    CheckCodes(result.codes, -1, result.levels.size(), where + "codes");
  } else {
    Refuse(where + "kind is \"" + kind + "\" instead of number or factor");
  }
  const val origin = column["origin"];
  if (!origin.isUndefined()) result.origin = OriginFromJs(origin, rows, where + "origin");
  return result;
}

}  // namespace

Table TableFromJs(const val& table) {
  if (!IsObject(table)) Refuse("it is not an object");
  Table result;
  result.name = Text(table, "name", "table.");
  result.sha256 = Text(table, "sha256", result.name + ": ");
  const val rows = table["rowCount"];
  if (!rows.isNumber()) Refuse(result.name + ": rowCount is not a number");
  const double count = rows.as<double>();
  if (!(count >= 0 && count <= std::numeric_limits<int>::max() && count == std::floor(count))) {
    Refuse(result.name + ": rowCount is not a whole number");
  }
  result.row_count = static_cast<int>(count);
  result.origin_row = Numbers<int>(table["originRow"], "Int32Array", result.row_count, result.name + ": originRow");
  const val columns = table["columns"];
  const int column_count = Length(columns, result.name + ": columns");
  for (int i = 0; i < column_count; ++i) {
    result.columns.push_back(ColumnFromJs(columns[i], result.row_count, result.name, i));
  }
  return result;
}

std::vector<Table> TablesFromJs(const val& tables) {
  std::vector<Table> result;
  const int count = Length(tables, "tables");
  for (int i = 0; i < count; ++i) result.push_back(TableFromJs(tables[i]));
  return result;
}

}  // namespace fatigue

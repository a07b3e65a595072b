// SPDX-License-Identifier: MIT
// The one reader of instruments, for the built-in ones and for a user's own (web/contract/instrument.ts).
#pragma once

#include <string>
#include <vector>

#include "base/json_reader.h"
#include "instrument/definition.h"

namespace fatigue {

constexpr int kMostItems = 500;
constexpr int kMostScales = 100;

/// Throws Error(code) naming the path ("definitions[0].scales[1].items"), the value and what would do: for unknown
/// keys, wrong types, what CheckDefinition finds, and more than kMostItems items or kMostScales scales.
InstrumentDefinition ReadDefinition(const Json& value, const std::string& path, const std::string& code);

/// As above, for each; also throws where a name or alias is that of a built-in instrument or of another of the list.
std::vector<InstrumentDefinition> ReadDefinitions(const std::vector<std::pair<std::string, Json>>& values,
                                                  const std::string& code);

/// {"scoring": ...}: the name of one of the instrument's scorings, by default its first.
std::string ReadScoringName(const JsonReader& reader, const std::string& key, const InstrumentDefinition& instrument);

/// {"missingItems": ...} of a plan or request; the instrument's default where it is absent. A rule the instrument does
/// not allow is refused.
MissingItems ReadMissingItems(const JsonReader& reader, const std::string& key, const InstrumentDefinition& instrument);
Json MissingItemsToJson(const MissingItems& rule);

/// {"direction": ...}: required where the instrument's is to be declared, refused elsewhere.
std::optional<Direction> ReadDirection(const JsonReader& reader, const std::string& key,
                                       const InstrumentDefinition& instrument);

/// What is wrong within a definition whose parts were read: items, scales, tables, subscales, bands that do not fit
/// together. Throws Error(code).
void CheckDefinition(const InstrumentDefinition& instrument, const std::string& path, const std::string& code);

}  // namespace fatigue

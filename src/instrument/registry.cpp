// SPDX-License-Identifier: MIT
// The built-in instruments, and finding one by a name.
#include <algorithm>

#include "base/error.h"
#include "base/json_reader.h"
#include "base/words.h"
#include "instrument/built_in.h"
#include "instrument/definition.h"
#include "instrument/read_definition.h"

namespace fatigue {
namespace {

std::vector<InstrumentDefinition> ReadBuiltIns() {
  std::vector<InstrumentDefinition> instruments;
  for (const BuiltInText& text : BuiltInTexts()) {
    instruments.push_back(
        ReadDefinition(ParseJson(text.json, "bad_instrument", text.file), text.file, "bad_instrument"));
  }
  return instruments;
}

bool IsCalled(const InstrumentDefinition& instrument, const std::string& plain) {
  const auto is_it = [&](const std::string& name) { return PlainName(name) == plain; };
  return is_it(instrument.name) || std::any_of(instrument.aliases.begin(), instrument.aliases.end(), is_it);
}

}  // namespace

const std::vector<InstrumentDefinition>& Instruments() {
  static const std::vector<InstrumentDefinition> instruments = ReadBuiltIns();
  return instruments;
}

const InstrumentDefinition* FindInstrument(const std::string& name, const std::vector<InstrumentDefinition>& own) {
  const std::string plain = PlainName(name);
  for (const auto* list : {&own, &Instruments()}) {
    const auto at = std::find_if(list->begin(), list->end(),
                                 [&](const InstrumentDefinition& each) { return IsCalled(each, plain); });
    if (at != list->end()) return &*at;
  }
  return nullptr;
}

const InstrumentDefinition& InstrumentNamed(const std::string& name, const std::vector<InstrumentDefinition>& own) {
  if (const InstrumentDefinition* found = FindInstrument(name, own)) return *found;
  const std::vector<std::string> names = InstrumentNames(own);
  throw Error("unknown_instrument",
              "unknown instrument \"" + name + "\"; choose one of: " + Listed(names, names.size()));
}

std::vector<std::string> InstrumentNames(const std::vector<InstrumentDefinition>& own) {
  std::vector<std::string> names;
  for (const auto* list : {&own, &Instruments()}) {
    for (const InstrumentDefinition& each : *list) names.push_back(each.name);
  }
  return names;
}

}  // namespace fatigue

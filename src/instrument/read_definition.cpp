// SPDX-License-Identifier: MIT
#include "instrument/read_definition.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/words.h"

namespace fatigue {
namespace {

constexpr double kFarthest = 1e6;  // no score needs numbers beyond

double NumberOf(const Json& value, const std::string& path, const std::string& code) {
  if (!value.is_number()) throw Error(code, path + " must be a number, not " + value.dump());
  const double number = value.get<double>();
  if (!(std::abs(number) <= kFarthest))
    throw Error(code, path + " is " + value.dump() + ", which is out of all bounds");
  return number;
}

int WholeOf(const Json& value, const std::string& path, const std::string& code, int lowest, int highest) {
  const double number = NumberOf(value, path, code);
  if (number != std::floor(number) || number < lowest || number > highest) {
    throw Error(code, path + " is " + value.dump() + "; it must be a whole number from " + std::to_string(lowest) +
                          " to " + std::to_string(highest));
  }
  return static_cast<int>(number);
}

/// One object of a definition: what JsonReader has, and numbers in bounds.
class DefinitionReader : public JsonReader {
 public:
  DefinitionReader(const Json& value, const std::string& path, const std::string& code,
                   std::initializer_list<const char*> keys)
      : JsonReader(value, path, code, keys), code_(code) {}

  double Bounded(const std::string& key) const {
    if (!Has(key)) Fail(key, "is missing");
    return NumberOf(Raw(key), PathOf(key), code_);
  }
  double BoundedOr(const std::string& key, double otherwise) const { return Has(key) ? Bounded(key) : otherwise; }
  int Whole(const std::string& key, int lowest, int highest) const {
    if (!Has(key)) Fail(key, "is missing");
    return WholeOf(Raw(key), PathOf(key), code_, lowest, highest);
  }
  std::vector<double> Numbers(const std::string& key) const {
    std::vector<double> numbers;
    for (const auto& [path, element] : Elements(key)) numbers.push_back(NumberOf(element, path, code_));
    return numbers;
  }
  std::vector<int> ItemNumbers(const std::string& key, int items) const {
    std::vector<int> numbers;
    for (const auto& [path, element] : Elements(key)) {
      const int item = WholeOf(element, path, code_, 1, items);
      if (std::find(numbers.begin(), numbers.end(), item) != numbers.end()) {
        throw Error(code_, path + " names item " + std::to_string(item) + " twice");
      }
      numbers.push_back(item);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
  }
  std::vector<std::string> Words(const std::string& key, std::size_t most) const {
    const std::vector<std::string> words = Texts(key);
    if (words.size() > most)
      Fail(key, "has " + std::to_string(words.size()) + " entries; at most " + std::to_string(most));
    for (const std::string& word : words) {
      if (word.empty()) Fail(key, "has an empty entry");
    }
    return words;
  }
  /// A list of objects that must not be empty.
  std::vector<std::pair<std::string, Json>> Some(const std::string& key, std::size_t most) const {
    const auto elements = Elements(key);
    if (elements.empty()) Fail(key, "is missing or empty");
    if (elements.size() > most)
      Fail(key, "has " + std::to_string(elements.size()) + " entries; at most " + std::to_string(most));
    return elements;
  }

 private:
  std::string code_;
};

/// The name of a scale or scoring, which becomes part of a score's name.
std::string KeyName(const DefinitionReader& reader) {
  const std::string name = reader.Text("name");
  const bool is_fine = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
  if (!is_fine || name.size() > 100) {
    reader.Fail("name", "is \"" + name + "\"", "use lower-case letters, digits and \"_\" only");
  }
  return name;
}

ItemsDefinition ReadItems(const Json& value, const std::string& path, const std::string& code) {
  const DefinitionReader reader(value, path, code, {"count", "lowest", "highest", "step", "reversed", "codes"});
  ItemsDefinition items;
  items.count = reader.Whole("count", 1, kMostItems);
  items.lowest = reader.Bounded("lowest");
  items.highest = reader.Bounded("highest");
  if (!(items.lowest < items.highest)) {
    reader.Fail("highest", "is " + reader.Raw("highest").dump() + ", which is not above lowest");
  }
  items.whole = !reader.Has("step") || reader.Whole("step", 0, 1) == 1;
  if (items.whole && (items.lowest != std::floor(items.lowest) || items.highest != std::floor(items.highest))) {
    reader.Fail("lowest", "and highest must be whole numbers", "or give step 0: any number in the range");
  }
  items.reversed = reader.ItemNumbers("reversed", items.count);
  items.codes = reader.Words("codes", kMostItems);
  if (!items.codes.empty() && static_cast<int>(items.codes.size()) != items.count) {
    reader.Fail("codes", "has " + Counted(items.codes.size(), "code", "codes") + " for " +
                             Counted(static_cast<std::size_t>(items.count), "item", "items"));
  }
  return items;
}

ScoringDefinition ReadScoring(const Json& value, const std::string& path, const std::string& code) {
  const DefinitionReader reader(value, path, code, {"name", "combine", "recode"});
  return {KeyName(reader), reader.Choice<Combine>("combine", {Combine::sum, Combine::mean}), reader.Numbers("recode")};
}

std::vector<TableEntry> ReadTable(const DefinitionReader& scale, const std::string& code) {
  std::vector<TableEntry> table;
  for (const auto& [path, entry] : scale.Elements("table")) {
    const DefinitionReader reader(entry, path, code, {"raw", "score", "se"});
    const int farthest = static_cast<int>(kFarthest);
    table.push_back({reader.Whole("raw", -farthest, farthest), reader.Bounded("score"), std::nullopt});
    if (reader.Has("se")) table.back().se = reader.Bounded("se");
    if (table.back().se && *table.back().se < 0) reader.Fail("se", "is negative");
  }
  return table;
}

ScaleDefinition ReadScale(const Json& value, const std::string& path, const std::string& code, int item_count) {
  const DefinitionReader reader(value, path, code,
                                {"name", "label", "items", "direction", "transform", "table", "subscales"});
  ScaleDefinition scale;
  scale.name = KeyName(reader);
  scale.label = reader.Text("label");
  scale.items = reader.ItemNumbers("items", item_count);
  if (reader.Has("items") && scale.items.empty()) reader.Fail("items", "is empty", "leave it out for all items");
  for (int item = 1; !reader.Has("items") && item <= item_count; ++item) scale.items.push_back(item);
  if (reader.Has("direction")) {
    scale.direction = reader.Choice<Direction>("direction", {Direction::lower_is_better, Direction::higher_is_better});
  }
  if (reader.Has("transform")) {
    const Json transform = reader.Raw("transform");
    const DefinitionReader inner(transform, reader.PathOf("transform"), code, {"multiply", "add"});
    scale.multiply = inner.BoundedOr("multiply", 1);
    scale.add = inner.BoundedOr("add", 0);
    if (scale.multiply == 0) inner.Fail("multiply", "is 0, which makes every score the same");
    if (reader.Has("table")) reader.Fail("transform", "stands beside a table", "tabulate the transformed scores");
  }
  scale.table = ReadTable(reader, code);
  scale.subscales = reader.Words("subscales", kMostScales);
  return scale;
}

ItemRule ReadItemRule(const Json& value, const std::string& path, const std::string& code) {
  if (value == "half") return {};
  if (value == "complete") return {ItemRule::Kind::complete, 0};
  if (value.is_object()) {
    const DefinitionReader reader(value, path, code, {"atLeast"});
    return {ItemRule::Kind::at_least, reader.Whole("atLeast", 1, kMostItems)};
  }
  throw Error(code, path + " is " + value.dump() + "; choose one of: half, complete, {\"atLeast\": number of items}");
}

Json ItemRuleToJson(const ItemRule& rule) {
  if (rule.kind == ItemRule::Kind::at_least) return {{"atLeast", rule.least}};
  return Name(rule);
}

void ReadDefaultRule(const Json& value, const std::string& path, const std::string& code,
                     InstrumentDefinition* instrument) {
  const DefinitionReader reader(value, path, code, {"default", "only", "source"});
  if (!reader.Has("default")) reader.Fail("default", "is missing");
  instrument->missing_items.rule = ReadItemRule(reader.Raw("default"), reader.PathOf("default"), code);
  instrument->missing_items_only = reader.BoolOr("only", false);
  reader.Text("source");
  const std::string problem = ProblemOf(instrument->missing_items, *instrument);
  if (!problem.empty()) reader.Fail("default", problem);
}

BandDefinition ReadBand(const Json& value, const std::string& path, const std::string& code) {
  const DefinitionReader reader(value, path, code, {"scale", "scoring", "label", "from", "above", "source"});
  if (reader.Has("from") == reader.Has("above")) reader.Fail("from", "or above must be given, one of the two");
  const bool is_inclusive = reader.Has("from");
  return {reader.Text("scale"), reader.TextOr("scoring", ""),
          reader.Text("label"), reader.Bounded(is_inclusive ? "from" : "above"),
          is_inclusive,         reader.Text("source")};
}

ChangeDefinition ReadChange(const Json& value, const std::string& path, const std::string& code) {
  const DefinitionReader reader(value, path, code,
                                {"scale", "scoring", "kind", "value", "range", "population", "source"});
  ChangeDefinition change{reader.Text("scale"),    reader.TextOr("scoring", ""), reader.Text("kind"),
                          reader.Bounded("value"), reader.Text("population"),    reader.Text("source")};
  const std::vector<std::string> kinds = {"mcid", "mdc", "sem", "icc"};
  if (std::find(kinds.begin(), kinds.end(), change.kind) == kinds.end()) {
    reader.FailChoice("kind", change.kind, kinds);
  }
  const std::vector<double> range = reader.Numbers("range");
  if (reader.Has("range") && (range.size() != 2 || range[0] > range[1])) {
    reader.Fail("range", "must be two numbers, the lower first");
  }
  return change;
}

}  // namespace

InstrumentDefinition ReadDefinition(const Json& value, const std::string& path, const std::string& code) {
  const DefinitionReader reader(value, path, code,
                                {"name", "aliases", "title", "version", "direction", "items", "scorings", "scales",
                                 "missingItems", "bands", "changes", "stems", "source", "licence", "caution"});
  InstrumentDefinition instrument;
  instrument.name = reader.Text("name");
  instrument.aliases = reader.Words("aliases", 100);
  instrument.title = reader.Text("title");
  instrument.version = reader.Text("version");
  if (reader.Text("direction") != "declared") {
    const std::vector<std::string> choices = {"lower_is_better", "higher_is_better", "declared"};
    const auto at = std::find(choices.begin(), choices.end(), reader.Text("direction"));
    if (at == choices.end()) reader.FailChoice("direction", reader.Text("direction"), choices);
    instrument.direction = at == choices.begin() ? Direction::lower_is_better : Direction::higher_is_better;
  }
  if (!reader.Has("items")) reader.Fail("items", "is missing");
  instrument.items = ReadItems(reader.Raw("items"), reader.PathOf("items"), code);
  for (const auto& [at, scoring] : reader.Some("scorings", kMostScales)) {
    instrument.scorings.push_back(ReadScoring(scoring, at, code));
  }
  for (const auto& [at, scale] : reader.Some("scales", kMostScales)) {
    instrument.scales.push_back(ReadScale(scale, at, code, instrument.items.count));
  }
  if (!reader.Has("missingItems")) reader.Fail("missingItems", "is missing");
  ReadDefaultRule(reader.Raw("missingItems"), reader.PathOf("missingItems"), code, &instrument);
  for (const auto& [at, band] : reader.Elements("bands")) instrument.bands.push_back(ReadBand(band, at, code));
  for (const auto& [at, change] : reader.Elements("changes"))
    instrument.changes.push_back(ReadChange(change, at, code));
  instrument.stems = reader.Words("stems", 100);
  instrument.source = reader.Words("source", 100);
  if (instrument.source.empty()) reader.Fail("source", "is missing or empty", "say where the numbers come from");
  instrument.licence = reader.Text("licence");
  instrument.caution = reader.TextOr("caution", "");
  CheckDefinition(instrument, path, code);
  return instrument;
}

std::vector<InstrumentDefinition> ReadDefinitions(const std::vector<std::pair<std::string, Json>>& values,
                                                  const std::string& code) {
  std::vector<InstrumentDefinition> definitions;
  for (const auto& [path, value] : values) {
    InstrumentDefinition definition = ReadDefinition(value, path, code);
    std::vector<std::string> names = definition.aliases;
    names.insert(names.begin(), definition.name);
    for (const std::string& name : names) {
      const InstrumentDefinition* other = FindInstrument(name, definitions);
      if (other == nullptr) continue;
      throw Error(code,
                  path + " is called \"" + name + "\", which is the name of another instrument, " + other->name + " (" +
                      other->title + ")",
                  {}, "choose another name or alias");
    }
    definitions.push_back(std::move(definition));
  }
  return definitions;
}

std::string ReadScoringName(const JsonReader& reader, const std::string& key, const InstrumentDefinition& instrument) {
  std::vector<std::string> names;
  for (const ScoringDefinition& scoring : instrument.scorings) names.push_back(scoring.name);
  const std::string name = reader.TextOr(key, names.front());
  if (std::find(names.begin(), names.end(), name) == names.end()) reader.FailChoice(key, name, names);
  return name;
}

MissingItems ReadMissingItems(const JsonReader& reader, const std::string& key,
                              const InstrumentDefinition& instrument) {
  if (!reader.Has(key)) return instrument.missing_items;
  const Json value = reader.Raw(key);
  const std::string path = reader.PathOf(key), code = reader.code();
  MissingItems rule;
  if (value == "subscales") {
    rule = MissingItems::Subscales();
  } else if (value.is_object() && value.contains("scales")) {
    const DefinitionReader outer(value, path, code, {"scales"});
    const Json scales = outer.Raw("scales");
    if (!scales.is_object()) outer.Fail("scales", "must be an object, not " + scales.dump());
    rule.kind = MissingItems::Kind::by_scale;
    for (const auto& [scale, own] : scales.items()) {
      rule.scales[scale] = ReadItemRule(own, outer.PathOf("scales") + "." + scale, code);
    }
  } else if (value == "half" || value == "complete" || value.is_object()) {
    rule.rule = ReadItemRule(value, path, code);
  } else {
    reader.Fail(key, "is " + value.dump() +
                         "; choose one of: half, complete, subscales, {\"atLeast\": number of items}, " +
                         "{\"scales\": {scale: rule}}");
  }
  const std::string problem = ProblemOf(rule, instrument);
  if (!problem.empty()) reader.Fail(key, problem, "leave it out for the rule of the instrument");
  // Of a rule that lets the same forms through, the instrument's own name is kept.
  return instrument.missing_items_only ? instrument.missing_items : rule;
}

Json MissingItemsToJson(const MissingItems& rule) {
  switch (rule.kind) {
    case MissingItems::Kind::simple:
      return ItemRuleToJson(rule.rule);
    case MissingItems::Kind::subscales:
      return "subscales";
    case MissingItems::Kind::by_scale:
      break;
  }
  Json scales = Json::object();
  for (const auto& [scale, own] : rule.scales) scales[scale] = ItemRuleToJson(own);
  return {{"scales", scales}};
}

std::optional<Direction> ReadDirection(const JsonReader& reader, const std::string& key,
                                       const InstrumentDefinition& instrument) {
  const std::vector<Direction> choices = {Direction::lower_is_better, Direction::higher_is_better};
  if (!instrument.direction) {
    if (!reader.Has(key))
      return std::nullopt;  // scoring it, or one outcome, fails without; the rest of a plan does not
    return reader.Choice<Direction>(key, choices);
  }
  if (reader.Has(key)) {
    reader.Fail(key,
                "stands for " + instrument.name + ", whose direction is fixed (" + Name(*instrument.direction) + ")",
                "leave it out");
  }
  return std::nullopt;
}

}  // namespace fatigue

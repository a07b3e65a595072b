// SPDX-License-Identifier: MIT
#include "base/json_reader.h"

#include <algorithm>

#include "base/error.h"
#include "base/words.h"

namespace fatigue {

JsonReader::JsonReader(const Json& value, std::string path, std::string code, std::initializer_list<const char*> keys)
    : value_(value), path_(std::move(path)), code_(std::move(code)) {
  if (!value_.is_object()) {
    throw Error(code_, (path_.empty() ? "the request" : path_) + " must be an object, not " + value_.dump());
  }
  for (const auto& [key, unused] : value_.items()) {
    const bool known = std::find(keys.begin(), keys.end(), key) != keys.end();
    if (known || key[0] == '$') continue;
    throw Error(code_, PathOf(key) + " is not known here; known: " + Listed({keys.begin(), keys.end()}, keys.size()),
                {}, "check the spelling");
  }
}

bool JsonReader::Has(const std::string& key) const { return value_.contains(key) && !value_[key].is_null(); }

std::string JsonReader::PathOf(const std::string& key) const { return path_.empty() ? key : path_ + "." + key; }

void JsonReader::Fail(const std::string& key, const std::string& problem, const std::string& remedy) const {
  throw Error(code_, PathOf(key) + " " + problem, {}, remedy);
}

void JsonReader::FailChoice(const std::string& key, const std::string& text,
                            const std::vector<std::string>& choices) const {
  Fail(key, "is \"" + text + "\"; choose one of: " + Listed(choices, choices.size()));
}

std::string JsonReader::Text(const std::string& key) const {
  if (!Has(key)) Fail(key, "is missing");
  const Json& value = value_[key];
  if (!value.is_string()) Fail(key, "must be text, not " + value.dump());
  if (value.get_ref<const std::string&>().empty()) Fail(key, "must not be empty");
  return value.get<std::string>();
}

std::string JsonReader::TextOr(const std::string& key, const std::string& otherwise) const {
  return Has(key) ? Text(key) : otherwise;
}

bool JsonReader::BoolOr(const std::string& key, bool otherwise) const {
  if (!Has(key)) return otherwise;
  if (!value_[key].is_boolean()) Fail(key, "must be true or false, not " + value_[key].dump());
  return value_[key].get<bool>();
}

std::optional<double> JsonReader::Number(const std::string& key) const {
  if (!Has(key)) return std::nullopt;
  if (!value_[key].is_number()) Fail(key, "must be a number, not " + value_[key].dump());
  return value_[key].get<double>();
}

std::vector<std::string> JsonReader::Texts(const std::string& key) const {
  std::vector<std::string> texts;
  for (const auto& [path, element] : Elements(key)) {
    if (!element.is_string()) throw Error(code_, path + " must be text, not " + element.dump());
    texts.push_back(element.get<std::string>());
  }
  return texts;
}

std::vector<std::pair<std::string, Json>> JsonReader::Elements(const std::string& key) const {
  std::vector<std::pair<std::string, Json>> elements;
  if (!Has(key)) return elements;
  if (!value_[key].is_array()) Fail(key, "must be a list, not " + value_[key].dump());
  for (std::size_t i = 0; i < value_[key].size(); ++i) {
    elements.emplace_back(PathOf(key) + "[" + std::to_string(i) + "]", value_[key][i]);
  }
  return elements;
}

Json JsonReader::Raw(const std::string& key) const { return Has(key) ? value_[key] : Json(); }

Json ParseJson(const std::string& text, const std::string& code, const std::string& what) {
  try {
    return Json::parse(text);
  } catch (const Json::exception& error) {
    throw Error(code, what + " is not JSON: " + error.what(), {}, "check it with a JSON editor");
  }
}

}  // namespace fatigue

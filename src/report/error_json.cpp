// SPDX-License-Identifier: MIT
#include "report/error_json.h"

#include <exception>
#include <new>
#include <nlohmann/json.hpp>

#include "base/json_reader.h"

namespace fatigue {
namespace {

Json PlaceToJson(const Place& place) {
  Json result = Json::object();
  if (!place.file.empty()) result["file"] = place.file;
  if (place.row > 0) result["row"] = place.row;
  if (!place.column.empty()) result["column"] = place.column;
  if (!place.value.empty()) result["value"] = place.value;
  return result;
}

/// Text of any bytes: what is not UTF-8 is replaced rather than refused.
std::string Dump(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

Json ErrorToJson(const Error& error) {
  Json detail = Json::object();
  if (!error.places().empty()) detail = PlaceToJson(error.places().front());
  if (error.places().size() > 1) {
    Json places = Json::array();
    for (const Place& place : error.places()) places.push_back(PlaceToJson(place));
    detail["places"] = std::move(places);
  }
  if (!error.remedy().empty()) detail["remedy"] = error.remedy();
  return {{"code", error.code()}, {"message", error.what()}, {"detail", std::move(detail)}};
}

std::string CurrentExceptionJson() {
  try {
    throw;
  } catch (const Error& error) {
    return Dump(ErrorToJson(error));
  } catch (const nlohmann::json::exception& error) {
    return Dump(ErrorToJson(Error("invalid_request", std::string("the request cannot be read: ") + error.what(), {},
                                  "check the plan or the options against the documentation")));
  } catch (const std::bad_alloc&) {
    return Dump(ErrorToJson(Error("out_of_memory", "there is not enough memory for this analysis", {},
                                  "use fewer rows, fewer visits or a simpler model")));
  } catch (const std::exception& error) {
    return Dump(ErrorToJson(Error("internal_error", std::string("the core failed: ") + error.what(), {},
                                  "please report this with the plan")));
  } catch (...) {
    return Dump(ErrorToJson(
        Error("internal_error", "the core failed in an unknown way", {}, "please report this with the plan")));
  }
}

}  // namespace fatigue

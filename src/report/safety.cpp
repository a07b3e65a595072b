// SPDX-License-Identifier: MIT
#include "report/safety.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/constants.h"
#include "base/read_number.h"
#include "base/words.h"
#include "report/event_grades.h"
#include "report/join.h"
#include "report/study_day.h"

namespace fatigue {
namespace {

const char* kNotStated = "not stated";

std::string Trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string Folded(std::string text) {
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return text;
}

/// An event of a participant who is in an arm.
struct Event {
  const Participant* participant = nullptr;
  int row = 0;
  std::string term;     // trimmed
  std::string written;  // as it stands in the file
};

/// Events of one kind.
struct Tally {
  std::string name;                 // as first written, trimmed
  std::set<std::string> spellings;  // as they stand in the file
  std::vector<std::set<const Participant*>> participants;
  std::vector<int> events;

  void Add(const Participant& participant, std::size_t arms) {
    participants.resize(arms);
    events.resize(arms);
    participants[participant.arm].insert(&participant);
    ++events[participant.arm];
  }
  std::size_t Total() const {
    std::size_t total = 0;
    for (const auto& each : participants) total += each.size();
    return total;
  }
};

class Counter {
 public:
  Counter(const Roster& roster, const Table& table, std::vector<Event> events, DifferenceInterval interval,
          double confidence)
      : arms_(roster.Counts()),
        table_(table),
        events_(std::move(events)),
        interval_(interval),
        confidence_(confidence) {
    for (const ArmCount& arm : arms_) names_.push_back(arm.arm);
  }

  const std::vector<ArmCount>& arms() const { return arms_; }

  SafetyRow RowOf(const Tally& tally, const std::optional<std::string>& term) const {
    SafetyRow row;
    row.term = term;
    std::vector<Proportion> counts;
    for (std::size_t arm = 0; arm < arms_.size(); ++arm) {
      SafetyCell cell;
      if (arm < tally.events.size()) {
        cell.participants = static_cast<int>(tally.participants[arm].size());
        cell.events = tally.events[arm];
      }
      cell.percent = 100.0 * cell.participants / arms_[arm].participants;
      counts.push_back({cell.participants, arms_[arm].participants});
      row.cells.push_back(cell);
    }
    row.comparisons = CompareWithFirst(names_, counts, interval_, confidence_);
    return row;
  }

  /// Any event of those chosen, then term by term: most participants first, then by name.
  template <class Choose>
  std::vector<SafetyRow> ByTerm(const Choose& is_chosen, std::vector<Warning>* warnings) const {
    Tally any;
    std::map<std::string, Tally> by_term;
    for (const Event& event : events_) {
      if (!is_chosen(event)) continue;
      Tally& tally = by_term[Folded(event.term)];
      if (tally.name.empty()) tally.name = event.term;
      tally.spellings.insert("\"" + event.written + "\"");
      tally.Add(*event.participant, arms_.size());
      any.Add(*event.participant, arms_.size());
    }
    std::vector<Tally> sorted;
    for (const auto& [folded, tally] : by_term) {
      sorted.push_back(tally);
      if (tally.spellings.size() == 1 || warnings == nullptr) continue;
      warnings->push_back({"terms_folded", table_.name + ": counted as one event, " + tally.name + ": " +
                                               Listed({tally.spellings.begin(), tally.spellings.end()})});
    }
    // by_term is in order of name, which a stable sort keeps within equal totals.
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Tally& a, const Tally& b) { return a.Total() > b.Total(); });
    std::vector<SafetyRow> rows = {RowOf(any, std::nullopt)};
    for (const Tally& tally : sorted) rows.push_back(RowOf(tally, tally.name));
    return rows;
  }

  std::vector<SafetySystem> BySystem(const Column& column) const {
    std::map<std::string, std::string> names;  // folded -> as first written
    for (const Event& event : events_) names.try_emplace(Folded(ValueAt(column, event)), ValueAt(column, event));
    std::vector<SafetySystem> systems;
    for (const auto& [folded, name] : names) {
      const auto is_its = [&, key = folded](const Event& event) { return Folded(ValueAt(column, event)) == key; };
      systems.push_back({name, ByTerm(is_its, nullptr)});
    }
    const auto total = [](const SafetySystem& system) {
      int sum = 0;
      for (const SafetyCell& cell : system.rows.front().cells) sum += cell.participants;
      return sum;
    };
    std::stable_sort(systems.begin(), systems.end(),
                     [&](const SafetySystem& a, const SafetySystem& b) { return total(a) > total(b); });
    return systems;
  }

  SafetyBreakdown ByValue(const Column& column) const {
    std::vector<std::string> keys, names;  // in order of first appearance; "not stated" is none of them
    for (const Event& event : events_) {
      const std::string name = ValueAt(column, event), key = Folded(name);
      if (name == kNotStated || std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
      keys.push_back(key);
      names.push_back(name);
    }
    const std::optional<std::vector<int>> ranks = GradeRanks(names);
    // Place of each value among the rows: by its rank where there is an order, what is not stated below all.
    std::vector<std::size_t> order(keys.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    if (ranks) std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return (*ranks)[a] < (*ranks)[b]; });
    std::map<std::string, int> place;
    for (std::size_t i = 0; i < order.size(); ++i) place[keys[order[i]]] = static_cast<int>(i);
    std::vector<Tally> tallies(keys.size() + 1);  // the last: not stated
    std::map<const Participant*, int> worst;
    const auto place_of = [&](const Event& event) {
      const auto found = place.find(Folded(ValueAt(column, event)));
      return found == place.end() ? -1 : found->second;
    };
    for (const Event& event : events_) {
      const int at = place_of(event);
      Tally& tally = tallies[at < 0 ? keys.size() : static_cast<std::size_t>(at)];
      tally.Add(*event.participant, arms_.size());
      const auto [entry, is_new] = worst.try_emplace(event.participant, at);
      if (!is_new) entry->second = std::max(entry->second, at);
    }
    if (ranks) {
      for (Tally& tally : tallies) tally.participants.assign(arms_.size(), {});
      for (const auto& [participant, at] : worst) {
        Tally& tally = tallies[at < 0 ? keys.size() : static_cast<std::size_t>(at)];
        tally.participants[participant->arm].insert(participant);
        tally.events.resize(arms_.size());
      }
    }
    SafetyBreakdown breakdown{column.name, ranks.has_value(), {}};
    for (std::size_t i = 0; i < order.size(); ++i) breakdown.rows.push_back(RowOf(tallies[i], names[order[i]]));
    if (!tallies.back().events.empty()) breakdown.rows.push_back(RowOf(tallies.back(), kNotStated));
    return breakdown;
  }

  /// `day_of` tells an event's study day, NaN where it is not known.
  template <class DayOf>
  std::vector<SafetyDay> Course(const DayOf& day_of) const {
    std::map<double, Tally> days;
    for (const Event& event : events_) {
      const double day = day_of(event);
      if (day == day) days[day].Add(*event.participant, arms_.size());
    }
    std::vector<SafetyDay> course;
    for (const auto& [day, tally] : days) course.push_back({day, RowOf(tally, std::nullopt).cells});
    return course;
  }

  std::string ValueAt(const Column& column, const Event& event) const {
    const std::string value = Trimmed(column.Text(event.row));
    return value.empty() ? kNotStated : value;
  }

 private:
  std::vector<ArmCount> arms_;
  std::vector<std::string> names_;
  const Table& table_;
  std::vector<Event> events_;
  DifferenceInterval interval_;
  double confidence_;
};

std::vector<Event> EventsOf(const PlanFile& file, const Table& table, const Roster& roster,
                            std::vector<Warning>* warnings) {
  const Column& terms = table.At(file.event);
  const std::vector<const Participant*> participants = MatchParticipants(file, table, roster, warnings);
  std::vector<Event> events;
  std::vector<std::string> without_term;
  for (int row = 0; row < table.row_count; ++row) {
    const std::string term = Trimmed(terms.Text(row));
    if (term.empty()) {
      without_term.push_back(std::to_string(table.origin_row[row]));
      continue;
    }
    if (participants[row] != nullptr && participants[row]->arm >= 0)
      events.push_back({participants[row], row, term, terms.Text(row)});
  }
  if (!without_term.empty()) {
    warnings->push_back({"term_missing", table.name + ": no event in column " + file.event + " of " +
                                             (without_term.size() == 1 ? "row " : "rows ") + Listed(without_term) +
                                             "; not counted"});
  }
  return events;
}

/// Days from the column of days, or from dates and the participants' start dates; empty where neither is there.
std::vector<SafetyDay> CourseOf(const PlanFile& file, const Table& table, int day_of_start, const Counter& counter) {
  if (!file.visit.empty()) {
    const Column* column = table.Find(file.visit);
    if (column == nullptr) return {};
    return counter.Course(
        [&](const Event& event) { return ReadNumber(Trimmed(column->Text(event.row))).value_or(kNaN); });
  }
  const Column* dates = file.date.empty() ? nullptr : table.Find(file.date);
  if (dates == nullptr || dates->kind != Column::Kind::number) return {};
  return counter.Course([&](const Event& event) {
    const double date = dates->values[event.row], start = event.participant->start;
    return IsPossibleDate(date) && IsPossibleDate(start) ? StudyDay(date, start, day_of_start) : kNaN;
  });
}

}  // namespace

SafetyTable CountEvents(const PlanFile& file, const Table& table, const Roster& roster, const SafetyOptions& options,
                        std::vector<Warning>* warnings) {
  const Counter counter(roster, table, EventsOf(file, table, roster, warnings), options.interval, options.confidence);
  SafetyTable safety;
  safety.file = table.name;
  safety.arms = counter.arms();
  safety.rows = counter.ByTerm([](const Event&) { return true; }, warnings);
  if (!file.body_system.empty()) safety.systems = counter.BySystem(table.At(file.body_system));
  const auto breakdown = [&](const std::string& column) -> std::optional<SafetyBreakdown> {
    if (column.empty()) return std::nullopt;
    return counter.ByValue(table.At(column));
  };
  safety.severity = breakdown(file.severity);
  safety.serious = breakdown(file.serious);
  safety.related = breakdown(file.related);
  safety.course = CourseOf(file, table, options.day_of_start, counter);
  return safety;
}

}  // namespace fatigue

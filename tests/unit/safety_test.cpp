// SPDX-License-Identifier: MIT
#include "report/safety.h"

#include <catch2/catch.hpp>

#include "support/text_table.h"

namespace fatigue {
namespace {

using Catch::Contains;
using test::ErrorOf;
using test::TextTable;

const char kPeople[] = "id,arm\nP1,placebo\nP2,placebo\nA1,active\nA2,active\nA3,active\nA4,active\n";

struct CountedEvents {
  SafetyTable safety;
  std::vector<Warning> warnings;
};

CountedEvents CountEvents(const std::string& events, const std::string& people = kPeople) {
  Plan plan;
  plan.files.resize(2);
  plan.files[0].name = "people.csv";
  plan.files[0].role = FileRole::participants;
  plan.files[0].id = "id";
  plan.files[0].arm = "arm";
  plan.files[1].name = "events.csv";
  plan.files[1].role = FileRole::events;
  plan.files[1].id = "id";
  plan.files[1].event = "event";
  const Table participants = TextTable("people.csv", people);
  const Table table = TextTable("events.csv", events);
  CountedEvents result;
  const Roster roster = BuildRoster(plan, {&participants, &table}, &result.warnings);
  PlanFile& file = plan.files[1];
  if (table.Find("day") != nullptr) file.visit = "day";
  if (table.Find("system") != nullptr) file.body_system = "system";
  if (table.Find("severity") != nullptr) file.severity = "severity";
  if (table.Find("related") != nullptr) file.related = "related";
  result.safety = CountEvents(file, table, roster, {}, &result.warnings);
  return result;
}

std::vector<std::string> Terms(const SafetyTable& safety) {
  std::vector<std::string> terms;
  for (const SafetyRow& row : safety.rows) terms.push_back(row.term.value_or("(any)"));
  return terms;
}

TEST_CASE("participants count once per event, events each time, out of everyone in the arm") {
  const CountedEvents counted = CountEvents("id,event\nA1,nausea\nA1,nausea\nA1,headache\nA2,nausea\nP1,nausea\n");
  const SafetyTable& safety = counted.safety;
  REQUIRE(safety.arms.size() == 2);
  CHECK(safety.arms[0].arm == "placebo");
  CHECK(safety.arms[0].participants == 2);
  CHECK(safety.arms[1].participants == 4);
  CHECK(Terms(safety) == std::vector<std::string>{"(any)", "nausea", "headache"});
  CHECK(safety.rows[0].cells[1].participants == 2);
  CHECK(safety.rows[0].cells[1].events == 4);
  CHECK(safety.rows[1].cells[0].participants == 1);
  CHECK(safety.rows[1].cells[0].percent == 50);
  CHECK(safety.rows[1].cells[1].participants == 2);
  CHECK(safety.rows[1].cells[1].percent == 50);
  CHECK(safety.rows[1].cells[1].events == 3);
  CHECK(safety.rows[2].cells[0].participants == 0);
  CHECK(safety.rows[2].cells[0].events == 0);
  CHECK(safety.rows[2].cells[1].percent == 25);
  CHECK(counted.warnings.empty());
}

TEST_CASE("events come by participants, most first, then by name") {
  const CountedEvents counted =
      CountEvents("id,event\nA1,zoster\nA1,zoster\nA1,zoster\nA2,cough\nP1,ache\nP2,cough\nA3,Ache\n");
  CHECK(Terms(counted.safety) == std::vector<std::string>{"(any)", "ache", "cough", "zoster"});
}

TEST_CASE("spellings that differ only in case or blanks are one event, and it is said") {
  const CountedEvents counted = CountEvents("id,event\nA1,Dizziness\nA1,dizziness \nA2,DIZZINESS\nP1,dizzy\n");
  CHECK(Terms(counted.safety) == std::vector<std::string>{"(any)", "Dizziness", "dizzy"});
  CHECK(counted.safety.rows[1].cells[1].participants == 2);
  CHECK(counted.safety.rows[1].cells[1].events == 3);
  REQUIRE(counted.warnings.size() == 1);
  CHECK(counted.warnings[0].code == "terms_folded");
  CHECK_THAT(counted.warnings[0].message,
             Contains("\"Dizziness\"") && Contains("\"dizziness \"") && Contains("\"DIZZINESS\""));
}

TEST_CASE("a row without an event, or of nobody known, is not counted and named") {
  const CountedEvents counted = CountEvents("id,event\nA1,nausea\nA2,\nX9,nausea\n");
  CHECK(counted.safety.rows[0].cells[1].participants == 1);
  CHECK(counted.safety.rows[0].cells[1].events == 1);
  REQUIRE(counted.warnings.size() == 2);
  CHECK(counted.warnings[0].code == "unmatched_id");
  CHECK_THAT(counted.warnings[0].message, Contains("X9 (row 4)"));
  CHECK(counted.warnings[1].code == "term_missing");
  CHECK_THAT(counted.warnings[1].message, Contains("row 3"));
}

TEST_CASE("a participant without an arm is in no denominator and no count") {
  const CountedEvents counted =
      CountEvents("id,event\nA4,nausea\nA1,nausea\n", "id,arm\nP1,placebo\nA1,active\nA2,active\nA4,\n");
  CHECK(counted.safety.arms[1].participants == 2);
  CHECK(counted.safety.rows[0].cells[1].participants == 1);
  CHECK(counted.safety.rows[0].cells[1].percent == 50);
}

TEST_CASE("identifiers that all match nobody are an error") {
  const Error error = ErrorOf([] { CountEvents("id,event\n101,nausea\n102,nausea\n"); });
  CHECK(error.code() == "no_matching_ids");
  CHECK_THAT(error.what(), Contains("events.csv") && Contains("people.csv") && Contains("101 (row 2)"));
}

std::vector<int> ParticipantsOf(const SafetyRow& row) {
  std::vector<int> participants;
  for (const SafetyCell& cell : row.cells) participants.push_back(cell.participants);
  return participants;
}

TEST_CASE("a participant counts once, at the worst grade, where grades are of a known order") {
  const CountedEvents counted = CountEvents(
      "id,event,severity\nA1,nausea,Mild\nA1,headache,SEVERE\nA2,nausea,moderate\nA2,nausea,mild\nP1,nausea,\n");
  REQUIRE(counted.safety.severity);
  const SafetyBreakdown& severity = *counted.safety.severity;
  CHECK(severity.worst);
  REQUIRE(severity.rows.size() == 4);
  CHECK(severity.rows[0].term == "Mild");
  CHECK(ParticipantsOf(severity.rows[0]) == std::vector<int>{0, 0});
  CHECK(severity.rows[0].cells[1].events == 2);
  CHECK(severity.rows[1].term == "moderate");
  CHECK(ParticipantsOf(severity.rows[1]) == std::vector<int>{0, 1});
  CHECK(severity.rows[2].term == "SEVERE");
  CHECK(ParticipantsOf(severity.rows[2]) == std::vector<int>{0, 1});
  CHECK(severity.rows[3].term == "not stated");
  CHECK(ParticipantsOf(severity.rows[3]) == std::vector<int>{1, 0});
}

TEST_CASE("values of no known order are counted one by one") {
  const CountedEvents counted =
      CountEvents("id,event,related\nA1,nausea,perhaps\nA1,headache,surely\nP1,nausea,perhaps\n");
  REQUIRE(counted.safety.related);
  CHECK_FALSE(counted.safety.related->worst);
  CHECK(counted.safety.related->rows[0].term == "perhaps");
  CHECK(ParticipantsOf(counted.safety.related->rows[0]) == std::vector<int>{1, 1});
  CHECK(ParticipantsOf(counted.safety.related->rows[1]) == std::vector<int>{0, 1});
}

TEST_CASE("body systems hold their own terms, most participants first") {
  const CountedEvents counted =
      CountEvents("id,event,system\nA1,rash,skin\nA1,nausea,Gut\nA2,vomiting,gut\nP1,nausea,GUT\nP2,falling,\n");
  REQUIRE(counted.safety.systems.size() == 3);
  const SafetySystem& gut = counted.safety.systems[0];
  CHECK(gut.system == "Gut");
  CHECK(ParticipantsOf(gut.rows[0]) == std::vector<int>{1, 2});
  REQUIRE(gut.rows.size() == 3);
  CHECK(gut.rows[1].term == "nausea");
  CHECK(counted.safety.systems[1].system == "not stated");
}

TEST_CASE("the course counts participants and events by day") {
  const CountedEvents counted =
      CountEvents("id,event,day\nA1,nausea,2\nA1,rash,2\nA2,nausea,-1\nP1,nausea,2\nP1,nausea,later\n");
  REQUIRE(counted.safety.course.size() == 2);
  CHECK(counted.safety.course[0].day == -1);
  CHECK(counted.safety.course[1].cells[1].participants == 1);
  CHECK(counted.safety.course[1].cells[1].events == 2);
}

TEST_CASE("each event is compared between the arms") {
  const CountedEvents counted = CountEvents("id,event\nA1,nausea\nA2,nausea\nA3,nausea\n");
  const ProportionComparison& nausea = counted.safety.rows[1].comparisons.at(0);
  CHECK(nausea.arm == "active");
  CHECK(nausea.reference == "placebo");
  CHECK(nausea.difference.estimate == 0.75);
  CHECK(nausea.p_value == Approx(0.4).epsilon(1e-12));  // 3 of 4 against 0 of 2: C(4,3) C(2,0) + C(4,1) C(2,2) of 20
}

}  // namespace
}  // namespace fatigue

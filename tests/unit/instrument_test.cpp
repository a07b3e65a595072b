// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>

#include "instrument/definition.h"
#include "instrument/items.h"
#include "support/text_table.h"

namespace fatigue {
namespace {

using Catch::Contains;
using test::ErrorOf;
using test::TextTable;

ScoreRange RangeOf(const std::string& instrument, const std::string& scale, const std::string& scoring = "") {
  const InstrumentDefinition definition = InstrumentNamed(instrument);
  return RangeOf(definition, definition.Scale(scale), definition.Scoring(scoring));
}

std::string Header(const std::string& prefix, int first, int last) {
  std::string header;
  for (int item = first; item <= last; ++item) header += (item == first ? "" : ",") + prefix + std::to_string(item);
  return header;
}

TEST_CASE("score ranges are the published ones") {
  struct Case {
    const char *instrument, *scale;
    double lowest, highest;
  };
  // NINDS F2714 and F1026; the sum of the FSS: BMC Neurology 2021, s12883-021-02396-1, table 3.
  for (const Case& known :
       {Case{"DFS", "total", 0, 10}, Case{"FSS", "total", 9, 63}, Case{"MFIS", "total", 0, 84},
        Case{"MFIS", "physical", 0, 36}, Case{"MFIS", "cognitive", 0, 40}, Case{"MFIS", "psychosocial", 0, 8}}) {
    INFO(known.instrument << " " << known.scale);
    CHECK(RangeOf(known.instrument, known.scale).lowest == known.lowest);
    CHECK(RangeOf(known.instrument, known.scale).highest == known.highest);
  }
  CHECK(RangeOf("FSS", "total", "mean").lowest == 1);
  CHECK(RangeOf("FSS", "total", "mean").highest == 7);
}

TEST_CASE("the MFIS subscales share no item and leave none out") {
  const InstrumentDefinition mfis = InstrumentNamed("MFIS");
  std::vector<int> items;
  for (const char* scale : {"physical", "cognitive", "psychosocial"}) {
    items.insert(items.end(), mfis.Scale(scale).items.begin(), mfis.Scale(scale).items.end());
  }
  std::sort(items.begin(), items.end());
  CHECK(items == mfis.Scale("total").items);
}

TEST_CASE("in every instrument the first scale has all items and no scale names an item twice or beyond the last") {
  for (const InstrumentDefinition& instrument : Instruments()) {
    INFO(instrument.name);
    // But Lee's VAS-F, which has no total: fatigue and energy stand in opposite directions.
    if (instrument.name != "VAS-F 18") {
      CHECK(static_cast<int>(instrument.scales.front().items.size()) == instrument.items.count);
    }
    for (const ScaleDefinition& scale : instrument.scales) {
      CHECK(std::is_sorted(scale.items.begin(), scale.items.end()));
      CHECK(std::adjacent_find(scale.items.begin(), scale.items.end()) == scale.items.end());
      CHECK(scale.items.front() >= 1);
      CHECK(scale.items.back() <= instrument.items.count);
    }
  }
}

TEST_CASE("an unknown instrument or scale is answered with those there are") {
  CHECK(InstrumentNamed("mfis").name == "MFIS");
  const Error instrument = ErrorOf([] { InstrumentNamed("HAQ"); });
  CHECK(instrument.code() == "unknown_instrument");
  CHECK_THAT(instrument.what(), Contains("\"HAQ\"") && Contains("DFS, ESS, FACIT-Fatigue, FSMC, FSS, MFIS, MFIS-5"));
  const Error scale = ErrorOf([] { InstrumentNamed("MFIS").Scale("social"); });
  CHECK(scale.code() == "unknown_scale");
  CHECK_THAT(scale.what(), Contains("\"social\"") && Contains("total, physical, cognitive, psychosocial, five_item"));
}

TEST_CASE("item columns are recognised however they are written") {
  const InstrumentDefinition fss = InstrumentNamed("FSS");
  for (const char* name : {"fss3", "FSS_03", "Fss.Item-3", "fss q3", "FSS question 3", "fss_i3", "fss 003"}) {
    INFO(name);
    CHECK(ItemNumber(name, fss) == 3);
  }
  for (const char* name : {"fss", "fss0", "fss10", "fss_total", "fss3b", "my_fss3", "mfis3", "fss3_d7", "fss99999"}) {
    INFO(name);
    CHECK(ItemNumber(name, fss) == 0);
  }
  CHECK(ItemNumber("MFIS_21", InstrumentNamed("MFIS")) == 21);
  CHECK(ItemNumber("mfis22", InstrumentNamed("MFIS")) == 0);
}

TEST_CASE("the one item of a diary needs no number") {
  const InstrumentDefinition dfs = InstrumentNamed("DFS");
  for (const char* name : {"dfs", "DFS", "dfs1", "dfs_score", "DFS total"}) {
    INFO(name);
    CHECK(ItemNumber(name, dfs) == 1);
  }
  CHECK(ItemNumber("dfs2", dfs) == 0);
}

TEST_CASE("MFIS-5 and the MFIS's item 5 are told apart") {
  const InstrumentDefinition &mfis = InstrumentNamed("MFIS"), &five = InstrumentNamed("MFIS-5");
  for (const char* name : {"mfis5", "mfis_5", "MFIS-5", "mfis item 5"}) {
    INFO(name);
    CHECK(ItemNumber(name, mfis) == 5);
    CHECK(ItemNumber(name, five) == 0);
  }
  for (const char* name : {"mfis5_3", "MFIS-5 item 3", "mfis_5_3", "mfis5q3", "mfis5.03"}) {
    INFO(name);
    CHECK(ItemNumber(name, mfis) == 0);
    CHECK(ItemNumber(name, five) == 3);
  }
  CHECK(ItemNumber("mfis53", five) == 0);
  CHECK(ItemNumber("mfis5_6", five) == 0);
  const Table table = TextTable("q.csv", Header("mfis", 1, 21) + "\n1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1\n");
  CHECK(RecogniseItems(table, mfis).size() == 21);
  const Error error = ErrorOf([&] { RecogniseItems(table, five); });
  CHECK(error.code() == "items_not_found");
  CHECK_THAT(error.what(), Contains("MFIS-5 items 1, 2, 3, 4, 5") && Contains("mfis5_1 to mfis5_5"));
}

TEST_CASE("items are recognised by their codes and by any stem") {
  const InstrumentDefinition& facit = InstrumentNamed("FACIT-Fatigue");
  CHECK(ItemNumber("HI7", facit) == 1);
  CHECK(ItemNumber("an_16", facit) == 13);
  CHECK(ItemNumber("An5", facit) == 7);
  CHECK(ItemNumber("An6", facit) == 0);
  CHECK(ItemNumber("FACIT_F_03", facit) == 3);
  CHECK(ItemNumber("facit fatigue item 4", facit) == 4);
  const InstrumentDefinition& promis = InstrumentNamed("PROMIS Fatigue 8a");
  CHECK(ItemNumber("FATEXP41", promis) == 3);
  CHECK(ItemNumber("promis_fatigue_8a_2", promis) == 2);
  CHECK(ItemNumber("PROMIS Fatigue 8a1", promis) == 1);
  CHECK(ItemNumber("promis_fatigue_7a_2", promis) == 0);
  CHECK(ItemNumber("NQFTG06", InstrumentNamed("Neuro-QoL Fatigue")) == 2);
  const InstrumentDefinition& chalder = InstrumentNamed("CFQ-11");
  CHECK(ItemNumber("cfq11", chalder) == 11);
  CHECK(ItemNumber("cfq11_2", chalder) == 2);
  CHECK(ItemNumber("chalder_q7", chalder) == 7);
  CHECK(ItemNumber("cfq112", chalder) == 0);
  const InstrumentDefinition &line = InstrumentNamed("VAS-F"), &lines = InstrumentNamed("VAS-F 18");
  CHECK(ItemNumber("vas_fatigue", line) == 1);
  CHECK(ItemNumber("vasf_2", line) == 0);
  CHECK(ItemNumber("vasf_18", lines) == 18);
  CHECK(ItemNumber("vasf18_2", lines) == 2);
  const Table table = TextTable("q.csv", "HI7,HI12\n1,1\n");
  CHECK_THAT(ErrorOf([&] { RecogniseItems(table, facit); }).what(),
             Contains("items 3, 4, 5") && Contains("facit1 to facit13") && Contains("HI7, HI12, An1 and 10 more"));
}

TEST_CASE("every instrument's items are recognised by each of its stems and by its codes") {
  for (const InstrumentDefinition& instrument : Instruments()) {
    for (const std::string& stem : instrument.stems) {
      for (int item = 1; item <= instrument.items.count; ++item) {
        INFO(instrument.name << ": " << stem << "_" << item);
        CHECK(ItemNumber(stem + "_" + std::to_string(item), instrument) == item);
      }
    }
    for (size_t i = 0; i < instrument.items.codes.size(); ++i) {
      CHECK(ItemNumber(instrument.items.codes[i], instrument) == static_cast<int>(i) + 1);
    }
  }
}

TEST_CASE("recognised items come in item order, wherever the columns stand") {
  const Table table = TextTable("q.csv", "fss9,fss2,id,fss3,fss4,fss8,fss5,fss6,fss7,FSS_01\n1,1,a,1,1,1,1,1,1,1\n");
  CHECK(RecogniseItems(table, InstrumentNamed("FSS")) ==
        std::vector<std::string>{"FSS_01", "fss2", "fss3", "fss4", "fss5", "fss6", "fss7", "fss8", "fss9"});
}

TEST_CASE("items that no column spells are listed") {
  const Table table = TextTable("q.csv", "id," + Header("fss", 1, 6) + ",fss8\na,1,1,1,1,1,1,1\n");
  const Error error = ErrorOf([&] { RecogniseItems(table, InstrumentNamed("FSS")); });
  CHECK(error.code() == "items_not_found");
  CHECK_THAT(error.what(), Contains("q.csv") && Contains("FSS items 7, 9") && Contains("fss1 to fss9"));
}

TEST_CASE("two columns for one item are refused") {
  const Table table = TextTable("q.csv", Header("fss", 1, 9) + ",FSS_04\n1,1,1,1,1,1,1,1,1,1\n");
  const Error error = ErrorOf([&] { RecogniseItems(table, InstrumentNamed("FSS")); });
  CHECK(error.code() == "ambiguous_items");
  CHECK_THAT(error.what(), Contains("fss4 and FSS_04") && Contains("item 4"));
}

}  // namespace
}  // namespace fatigue

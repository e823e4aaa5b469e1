// Tables of sightings, relationships and places as they are read: which rows are of one address,
// what is said of each fault.
#include "families/read_told.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

namespace hearth::families {
namespace {

namespace fs = std::filesystem;

class ReadToldTables : public testing::Test {
 protected:
  ReadToldTables() { fs::create_directories(folder_); }
  ~ReadToldTables() override { fs::remove_all(folder_); }

  fs::path write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return folder_ / name;
  }
  // Rows of `person,uprn,address,postcode`.
  ReadTold read(const std::string& rows, const std::string& ties = "",
                const std::string& places = "") const {
    ToldTables tables;
    std::string text = "person_id,uprn,address,postcode,known_on\n";
    std::string line;
    for (const char c : rows) {
      if (c == '\n') line += ",2023-01-01";
      line += c;
    }
    tables.sightings = {write("sightings.csv", text + line)};
    if (!ties.empty()) {
      tables.relationships = {write("ties.csv", "person_id,relation,other_id\n" + ties)};
    }
    if (!places.empty()) {
      tables.places = {write("places.csv", "uprn,address,postcode,kind\n" + places)};
    }
    auto told = read_told(tables);
    EXPECT_TRUE(told.has_value());
    return std::move(*told);
  }
  // The people told at each place.
  static std::set<std::string> together(const ReadTold& read) {
    std::map<PlaceNumber, std::string> at;
    for (const auto& home : read.told.homes) at[home.place] += read.told.people[home.person].id;
    std::set<std::string> found;
    for (auto& [place, people] : at) {
      std::ranges::sort(people);
      found.insert(people);
    }
    return found;
  }
  static std::set<std::string_view> kinds(const ReadTold& read) {
    std::set<std::string_view> found;
    for (const auto& diagnostic : read.diagnostics.list()) found.insert(diagnostic.kind->name);
    return found;
  }

 private:
  fs::path folder_ = fs::temp_directory_path() / ("hearth-told-" + std::to_string(getpid()));
};

using Sets = std::set<std::string>;

TEST_F(ReadToldTables, one_uprn_is_one_address_however_it_is_written) {
  EXPECT_EQ(together(read("a,1001,1 Elm Rd,XH1 1AA\nb,0001001,,\nc,1002,1 Elm Rd,XH1 1AA\n")),
            (Sets{"ab", "c"}));
}

TEST_F(ReadToldTables, an_address_is_the_uprn_that_others_have_with_it_if_it_is_but_one) {
  EXPECT_EQ(together(read("a,1001,1 Elm Rd,XH1 1AA\nb,,1 elm road,XH11AA\n")), (Sets{"ab"}));
  EXPECT_EQ(together(read("a,1001,1 Elm Rd,XH1 1AA\nc,1002,1 Elm Rd,XH1 1AA\n"
                          "b,,1 elm road,XH1 1AA\n")),
            (Sets{"a", "b", "c"}));
}

TEST_F(ReadToldTables, a_postcode_one_slip_off_is_the_commoner_one_and_another_is_another) {
  EXPECT_EQ(together(read("a,,1 Elm Rd,XH1 1AA\nb,,1 Elm Rd,XH1 1AA\nc,,1 Elm Rd,XH1 1AB\n"
                          "d,,1 Elm Rd,XH7 9ZZ\n")),
            (Sets{"abc", "d"}));
}

TEST_F(ReadToldTables, flats_of_one_house_are_different_homes) {
  EXPECT_EQ(together(read("a,,Flat 1 7 Elm Rd,XH1 1AA\nb,,Flat 2 7 Elm Rd,XH1 1AA\n")),
            (Sets{"a", "b"}));
}

TEST_F(ReadToldTables,
       a_row_that_could_be_of_several_homes_or_has_no_more_than_a_postcode_is_of_none) {
  const auto read_rows =
      read("a,,1 Elm Rd,XH1 1AA\nb,,1 Elm Rd,XH7 9ZZ\nc,,1 Elm Rd,\nd,,,XH1 1AA\ne,,,\n");
  EXPECT_EQ(together(read_rows), (Sets{"a", "b"}));
  EXPECT_EQ(read_rows.homeless, 3);
  EXPECT_EQ(read_rows.told.people.size(), 5u) << "they are people all the same";
}

TEST_F(ReadToldTables, faults_are_named) {
  const auto read_rows = read("a,,1 Elm Rd,XH1 1AA\n", "a,parent,a\n",
                              ",9 Far Row,XH9 9ZZ,hostel\n,1 Elm Rd,,hostel\n");
  EXPECT_EQ(kinds(read_rows),
            (std::set<std::string_view>{"OwnRelative", "PlaceNotTold", "NoAddress"}));
  EXPECT_TRUE(read_rows.told.relationships.empty());
}

TEST_F(ReadToldTables, a_place_gets_its_kind) {
  const auto read_rows = read("a,,1 Elm Rd,XH1 1AA\n", "", ",1 Elm Road,XH1 1AA,refuge\n");
  EXPECT_EQ(read_rows.told.places.front(), PlaceKind::Refuge);
}

class LastWord : public ReadToldTables {
 protected:
  // Rows of `load,person_id,feed,local_id,known_on,uprn,family_id`.
  ReadTold read(const std::string& rows) const {
    ToldTables tables;
    tables.sightings = {
        write("sightings.csv", "load,person_id,feed,local_id,known_on,uprn,family_id\n" + rows)};
    auto told = read_told(tables);
    EXPECT_TRUE(told.has_value());
    EXPECT_TRUE(told->diagnostics.list().empty());
    return std::move(*told);
  }
};

TEST_F(LastWord, of_one_record_on_one_day_is_what_the_last_load_told) {
  const auto corrected = read(
      "9,a,rent,7,2023-01-01,1,\n10,a,rent,7,2023-01-01,2,\n"
      "10,b,rent,8,2023-01-01,2,\n");
  EXPECT_EQ(together(corrected), (Sets{"ab"}));
  const auto other_order = read(
      "10,b,rent,8,2023-01-01,2,\n10,a,rent,7,2023-01-01,2,\n"
      "9,a,rent,7,2023-01-01,1,\n");
  EXPECT_EQ(together(other_order), (Sets{"ab"}));
}

TEST_F(LastWord, leaves_other_days_other_agencies_and_other_people) {
  EXPECT_EQ(read("9,a,rent,7,2023-01-01,1,\n10,a,rent,7,2023-01-02,2,\n").told.homes.size(), 2u);
  EXPECT_EQ(read("9,a,rent,7,2023-01-01,1,\n10,a,police,7,2023-01-01,2,\n").told.homes.size(), 2u);
  EXPECT_EQ(read("9,a,rent,,2023-01-01,1,\n10,b,rent,,2023-01-01,2,\n").told.homes.size(), 2u)
      << "rows without a number are of whom they are of";
}

TEST_F(LastWord, of_one_load_is_all_it_told_and_of_no_load_too) {
  EXPECT_EQ(read("9,a,rent,7,2023-01-01,1,\n9,a,rent,7,2023-01-01,2,\n").told.homes.size(), 2u);
  EXPECT_EQ(read(",a,rent,7,2023-01-01,1,\n,a,rent,7,2023-01-01,2,\n").told.homes.size(), 2u);
}

TEST_F(LastWord, without_a_home_takes_no_home_away) {
  EXPECT_EQ(together(read("9,a,rent,7,2023-01-01,1,\n10,a,rent,7,2023-01-01,,\n")), (Sets{"a"}));
}

TEST_F(LastWord, may_have_any_number) {
  EXPECT_EQ(together(read("1e300,a,rent,7,2023-01-01,1,\n-5,a,rent,7,2023-01-01,2,\n")),
            (Sets{"a"}));
}

TEST_F(LastWord, names_the_family) {
  const auto named = [&](const std::string& rows) { return read(rows).told.named.at(0).family; };
  EXPECT_EQ(named("9,a,rent,7,2023-01-01,1,F9\n10,a,rent,7,2023-01-01,1,F1\n"), "F1");
  EXPECT_EQ(named("9,a,rent,7,2023-01-01,1,F1\n9,a,rent,7,2023-01-01,1,F9\n"), "F9");
  EXPECT_EQ(named("9,a,rent,7,2023-01-02,1,F1\n10,a,rent,7,2023-01-01,1,F9\n"), "F1");
}

// As intake writes relations: by the numbers the agency has for both.
TEST_F(ReadToldTables, relations_of_an_agency_are_of_the_people_its_sightings_say) {
  ToldTables tables;
  tables.sightings = {write("sightings.csv",
                            "person_id,feed,local_id,known_on,uprn\n"
                            "P1,care,7,2023-01-01,1\nP2,care,8,2023-01-01,1\n"
                            "P3,police,8,2023-01-01,1\n")};
  tables.relationships = {write("ties.csv",
                                "feed,file,table,row,local_id,relation,other_id,start_date\n"
                                "care,a.csv,rows,2,7,parent,8,\n"
                                "police,a.csv,rows,3,7,parent,8,\n"
                                "care,a.csv,rows,4,7,parent,9,\n")};
  const auto read = read_told(tables);
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->told.relationships.size(), 1u);
  const auto& tie = read->told.relationships.front();
  EXPECT_EQ(read->told.people[tie.person].id, "P1");
  EXPECT_EQ(read->told.people[tie.other].id, "P2");
  EXPECT_EQ(kinds(*read), std::set<std::string_view>({"UnknownPersonId"}));
}

}  // namespace
}  // namespace hearth::families

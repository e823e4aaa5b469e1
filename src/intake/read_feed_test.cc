#include "intake/read_feed.h"

#include <gtest/gtest.h>

#include <set>

#include "intake/intake_diagnostics.h"
#include "intake/sample_catalogue.h"

namespace hearth {
namespace {

const std::string kRight = R"(name = "visits"
title = "Visits"
format = "csv"
source = "visits"
dates = "DD/MM/YYYY"
[tables.people]
file = "people_*.csv"
key = "id"
person = { id = "id", role = "child" }
[tables.visits]
file = "visits_*.csv"
of = "people"
key = "id"
sums = { amount = "hours", by = "kind", codes = "kinds" }
[records.referral]
table = "people"
date = "on"
fields.service = { column = "service", codes = "services" }
[codes.services]
early_help = ["E", "H"]
[codes.kinds]
long = "L"
)";

Result<Source> no_other(const std::string&) { return failed("there is none"); }

FeedReading read(const std::string& text,
                 const std::function<Result<Source>(const std::string&)>& others = no_other) {
  return read_feed(Source("feeds/visits.toml", text), sample_catalogue(), others);
}

// The right feed with one text in it replaced.
std::string faults(const std::string& from, const std::string& to) {
  auto text = kRight;
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
  const auto reading = read(text);
  EXPECT_FALSE(reading.feed.has_value()) << to;
  return to_text(reading.diagnostics);
}

TEST(ReadFeed, ReadsWhatItSays) {
  const auto reading = read(kRight);
  ASSERT_TRUE(reading.feed.has_value()) << to_text(reading.diagnostics);
  EXPECT_EQ(reading.feed->name, "visits");
  const auto& form = reading.feed->forms.front();
  EXPECT_EQ(form.tables.size(), 2u);
  EXPECT_EQ(form.tables[0].columns, (std::vector<std::string>{"id", "on", "service"}));
  EXPECT_EQ(form.tables[0].person->role, Role::Child);
  EXPECT_EQ(form.codes[1].sets.front().meanings.at("H"), "early_help");
}

TEST(ReadFeed, ExtendsAnotherFeedByItsDifferences) {
  const auto reading = read("extends = \"visits\"\nname = \"other\"\ndelimiter = \";\"\n",
                            [](const std::string&) { return Source("feeds/base.toml", kRight); });
  ASSERT_TRUE(reading.feed.has_value()) << to_text(reading.diagnostics);
  EXPECT_EQ(reading.feed->name, "other");
  EXPECT_EQ(reading.feed->forms.front().delimiter, ';');
  EXPECT_EQ(reading.feed->forms.front().records.size(), 1u);
}

TEST(ReadFeed, AVersionIsTheOneBeforeAndItsDifferences) {
  const auto reading = read(kRight + "[versions.2025.records.referral]\ndate = \"day\"\n");
  ASSERT_TRUE(reading.feed.has_value()) << to_text(reading.diagnostics);
  EXPECT_EQ(reading.feed->forms.size(), 2u);
  EXPECT_EQ(reading.feed->form_for(2024).tables[0].columns[1], "on");
  EXPECT_EQ(reading.feed->form_for(2025).tables[0].columns[1], "day");
}

TEST(ReadFeedFaults, NamesLineColumnAndNearestWord) {
  EXPECT_EQ(faults("title =", "tilte ="),
            "feeds/visits.toml:1:1: error: a feed needs the key `title`\n"
            "  name = \"visits\"\n  ^\n"
            "feeds/visits.toml:2:1: error: a feed has no key `tilte`\n"
            "  tilte = \"Visits\"\n  ^~~~~\n"
            "  did you mean `title`?\n");
}

TEST(ReadFeedFaults, EachSaysWhatIsWrong) {
  const std::vector<std::tuple<std::string, std::string, std::string>> cases = {
      {"name = \"visits\"", "name = ", "this is not TOML"},
      {"format = \"csv\"", "format = \"cvs\"", "`cvs` is not csv, xlsx or xml"},
      {"format = \"csv\"", "format = 3", "`format` must be a text"},
      {"DD/MM/YYYY", "DD/MM/YY", "does not say how a day is written"},
      {"[records.referral]", "[records.refferal]", "did you mean `referral`?"},
      {"fields.service", "fields.serivce", "did you mean `service`?"},
      {"[codes.kinds]\nlong = \"L\"", "[codes.kinds]\nlong = [\"L\", \"L\"]",
       "`L` is given two meanings"},
      {"codes = \"services\"", "codes = \"servces\"", "did you mean `services`?"},
      {"of = \"people\"", "of = \"poeple\"", "did you mean `people`?"},
      {"table = \"people\"", "", "a record of a feed needs the key `table`"},
      {"date = \"on\"", "start = \"on\"", "a event is dated by `date`"},
      {"role = \"child\"", "role = \"kid\"", "`kid` is not parent, child"},
      {"of = \"people\"", "", "says neither `person` nor `of`"},
      {"key = \"id\"\nsums", "sums", "needs a `key`"},
      {"person = { id = \"id\", role", "person = { role", "a person needs the key `id`"},
      {"table = \"people\"", "table = \"visits\"", "adds its rows up"},
      {"[codes.kinds]", "[load.terms.autumn]\nfirst = \"13-01\"\nlast = \"easter\"\n[codes.kinds]",
       "`13-01` is not a day of the year"},
      {"[codes.kinds]", "[load]\ncovers = \"a while\"\n[codes.kinds]", "a period, like `1 year`"},
      {"name = \"visits\"", "name = \"visits\"\nextends = \"gone\"",
       "there is no feed `gone` to extend"},
      {"[codes.kinds]", "[versions.soon]\n[codes.kinds]", "the first year of a version"},
  };
  for (const auto& [from, to, text] : cases) {
    const auto said = faults(from, to);
    EXPECT_NE(said.find(text), std::string::npos) << to << '\n' << said;
  }
}

TEST(ReadFeedFaults, ACodeTheFieldDoesNotHave) {
  auto text = kRight;
  text +=
      "[records.school_place]\ntable = \"people\"\nstart = \"from\"\n"
      "fields.kind = { is = \"shool\" }\nfields.suitable = { is = \"maybe\" }\n";
  const auto said = to_text(read(text).diagnostics);
  EXPECT_NE(said.find("the field `kind` has no code `shool`"), std::string::npos) << said;
  EXPECT_NE(said.find("did you mean `school`?"), std::string::npos) << said;
  EXPECT_NE(said.find("the field `suitable` has no code `maybe`"), std::string::npos) << said;
}

TEST(ReadFeedFaults, AFeedThatExtendsItself) {
  const auto reading = read("extends = \"visits\"\n", [](const std::string&) {
    return Source("feeds/visits.toml", "extends = \"visits\"\n");
  });
  EXPECT_NE(to_text(reading.diagnostics).find("the feed extends itself"), std::string::npos);
}

TEST(IntakeDiagnostics, EachIsListedOnceByItsName) {
  std::set<std::string_view> names;
  for (const auto* kind : intake::all_intake_diagnostics()) {
    EXPECT_TRUE(names.insert(kind->name).second) << kind->name;
  }
}

}  // namespace
}  // namespace hearth

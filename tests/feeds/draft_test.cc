// `hearth feed draft` over the samples of the feeds we have: what it finds out by itself.
#include <gtest/gtest.h>

#include "feeds/feed_under_test.h"
#include "intake/draft_feed.h"
#include "temporary_folder.h"

namespace hearth {
namespace {

std::string draft(const std::filesystem::path& path) {
  auto database = Database::open(1);
  const auto text = draft_feed(*database, path);
  return text ? *text : "Error: " + text.error().message;
}

std::string draft_of(const std::string& feed, const std::string& file) {
  return draft(feeds_folder() / "samples" / feed / file);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Draft, FindsSeparatorLettersAndIdentity) {
  const TemporaryFolder folder;
  const auto text = draft(folder.write("list.csv",
                                       "Case No;Surname;First name;Postcode;When;What\n"
                                       "1;N\xF6rd;Zo\xEB;XH1 1AA;01/07/2024;Incident\n"
                                       "2;Nord;Ann;XH1 1AA;02/07/2024;Step\n"
                                       "3;Nord;Ann;XH1 1AA;02/07/2024;Step\n"
                                       "4;Nord;Ann;XH1 1AA;02/07/2024;Step\n"
                                       "5;Nord;Ann;XH1 1AA;02/07/2024;Step\n"
                                       "6;Nord;Ann;XH1 1AA;02/07/2024;Incident\n"));
  for (const auto* part :
       {"delimiter = \";\"", "encoding = \"windows-1252\"", "dates  = [\"DD/MM/YYYY\"]",
        "id = \"Case No\"", "surname = \"Surname\"", "forename = \"First name\"",
        "postcode = \"Postcode\"", "# date  = \"When\"", "\"Incident\" = \"Incident\""}) {
    EXPECT_TRUE(has(text, part)) << part << "\n" << text;
  }
}

TEST(Draft, SaysNothingOfPeople) {
  for (const std::string feed : {"scores", "missing", "benefits"}) {
    const auto text = draft_of(feed, feed + "_2022-04-01_2025-03-31.csv");
    EXPECT_TRUE(has(text, "birth_date = ")) << text;
    EXPECT_FALSE(has(text, "XH1")) << text;
    EXPECT_FALSE(has(text, " Lane,")) << text;
  }
}

TEST(Draft, KnowsAnIdentifierByItsCheckDigitWhateverItsColumnIsCalled) {
  const TemporaryFolder folder;
  const auto text = draft(folder.write("list.csv",
                                       "key,seen\nH801200001001,2024-07-01\n"
                                       "H801200001001,2024-07-02\n"));
  EXPECT_TRUE(has(text, "upn = \"key\"")) << text;
}

TEST(Draft, ReadsWorkbooks) {
  const auto text = draft_of("education-other", "education-other_2022-04-01_2025-03-31.xlsx");
  EXPECT_TRUE(has(text, "format = \"xlsx\"")) << text;
}

// Once a record is filled in, a draft is a feed.
TEST(Draft, IsAFeedOnceItsRecordsAreNamed) {
  auto text = draft_of("scores", "scores_2022-04-01_2025-03-31.csv");
  const auto at = text.find("[records]\n");
  ASSERT_NE(at, std::string::npos) << text;
  text.replace(at, 10, "[records.score]\ntable = \"rows\"\ndate = \"completed_on\"\n");
  const auto reading = read_feed(Source("draft.toml", text), shipped_catalogue(),
                                 [](const std::string&) -> Result<Source> { return failed(""); });
  EXPECT_TRUE(reading.feed.has_value()) << to_text(reading.diagnostics) << text;
}

TEST(DraftFaults, WhatIsNoTable) {
  const TemporaryFolder folder;
  EXPECT_TRUE(has(draft(folder.write("a.csv", "")), "Error: the file is empty"));
  EXPECT_TRUE(has(draft(folder.write("a.xml", "<Message/>")), "Error: an XML file needs paths"));
  EXPECT_TRUE(has(draft(folder.write("a.xlsx", "PK")), "Error: cannot read the file"));
  EXPECT_TRUE(has(draft(folder.path() / "none.csv"), "Error: cannot open"));
}

}  // namespace
}  // namespace hearth

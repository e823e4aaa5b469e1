// A small council whose sightings are more or less alike, linked by a model to which nearly all is
// doubtful: for tests of reviews.
#pragma once

#include <algorithm>
#include <regex>
#include <set>

#include "identity/import_review.h"
#include "identity/review_workbook.h"
#include "review_sheet.h"
#include "store/dump.h"
#include "store/linking_world.h"

namespace hearth {

class Reviews : public testing::TestWithParam<StoreKind> {
 protected:
  Reviews() : world(GetParam()) {}
  void SetUp() override {
    if (!world.store.possible()) GTEST_SKIP() << "there is no PostgreSQL 15 here";
    std::mt19937 luck(20250120);
    world.load(made_up_council(luck, 100));
    // Of much that is more or less likely, so that a small council has pairs of every sort.
    request = world.request();
    request.model.doubt_from = 1e-6;
    request.model.doubt_to = 1;
    world.take(world.link(request));
  }

  identity::Review review(std::size_t most = 1000) {
    auto found =
        identity::review({world.store.address, "a.reader", *parse_date("2025-02-03"), most, [] {}});
    EXPECT_TRUE(found.has_value()) << found.error().message;
    return found ? std::move(*found) : identity::Review{};
  }
  // The workbook of the pairs there are.
  ReviewSheet sheet() {
    const auto written = identity::write_review_workbook(review(), book());
    EXPECT_TRUE(written.has_value());
    return ReviewSheet(book());
  }
  std::filesystem::path book() const { return world.store.folder.path() / "review.xlsx"; }
  identity::ImportedReview import(const ReviewSheet& sheet) {
    return import(sheet.save(world.store.folder.path() / "back.xlsx"));
  }
  identity::ImportedReview import(const std::string& path) {
    auto imported =
        identity::import_review({world.store.address, path, *parse_date("2025-02-04"), [] {}});
    EXPECT_TRUE(imported.has_value()) << imported.error().message;
    return imported ? std::move(*imported) : identity::ImportedReview{};
  }
  std::string dump() {
    std::string text;
    auto store = Store::open_to_read(world.store.address);
    EXPECT_TRUE(dump_casebook(*store, [&](std::string_view line) {
      text += line;
      return true;
    }));
    return text;
  }
  // Who is said to be of whom in the facts: a person by each agency's row.
  std::string people() {
    // But whether a link is doubtful, which is no matter of who is who.
    const std::regex last_column(",[^,\n]*\n");
    return std::regex_replace(world.facts("people.csv"), last_column, "\n") +
           world.facts("suspension.csv");
  }

  LinkingWorld world;
  identity::LinkStoreRequest request;
};
// A pair of two people, and one of one person's sightings whom the first does not touch.
struct Chosen {
  std::size_t two = 0, one = 0;
};
inline Chosen chosen(const ReviewSheet& sheet) {
  Chosen rows{sheet.find("decides", "same:"), 0};
  const std::set<std::string> taken = {sheet.cell(rows.two, "person A"),
                                       sheet.cell(rows.two, "person B")};
  while (rows.one < sheet.rows() && (!sheet.cell(rows.one, "decides").starts_with("different:") ||
                                     taken.contains(sheet.cell(rows.one, "person A")))) {
    ++rows.one;
  }
  EXPECT_LT(rows.one, sheet.rows());
  return rows;
}

}  // namespace hearth

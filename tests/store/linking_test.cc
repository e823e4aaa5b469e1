// Who is who in a store: people who last over loads, whatever way the rows come, on either kind of
// casebook.
#include <fstream>

#include "casebook/people_book.h"
#include "link/read_model.h"
#include "store/copy_store.h"
#include "store/linking_world.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

class Linking : public LinkingOnEither {};
INSTANTIATE_TEST_SUITE_P(Either, Linking, testing::Values(StoreKind::Sqlite, StoreKind::Postgres),
                         [](const auto& of) { return to_text(of.param); });

using Clusters = std::vector<std::vector<std::string>>;

void expect_equal(const Clusters& some, const Clusters& others) {
  Clusters missing, added;
  std::ranges::set_difference(some, others, std::back_inserter(missing));
  std::ranges::set_difference(others, some, std::back_inserter(added));
  EXPECT_EQ(missing, Clusters());
  EXPECT_EQ(added, Clusters());
}

// Loads after loads, linked after some of them, and then everything anew by the same model.
void expect_the_same_clusters(unsigned seed, std::size_t largest_block) {
  SCOPED_TRACE("seed " + std::to_string(seed) + ", blocks of " + std::to_string(largest_block));
  std::mt19937 luck(seed);
  LinkingWorld world(StoreKind::Sqlite);
  const auto rows = made_up_council(luck, 100);
  auto request = world.request();
  request.model.blocking.largest_block = largest_block;
  std::size_t first = rows.size() / 2;
  world.load(some(rows, 0, first));
  world.take(world.link(request));
  while (first < rows.size()) {
    const auto last = first + 1 + luck() % 50;
    world.load(some(rows, first, last));
    first = last;
    if (first < rows.size() && luck() % 3 == 0) continue;  // two loads for one run
    const auto answer = world.link(request);
    EXPECT_FALSE(answer.everything);
    world.take(answer);
  }
  const auto step_by_step = world.clusters();
  request.anew = true;
  const auto anew = world.link(request);
  world.take(anew);
  expect_equal(step_by_step, world.clusters());
  EXPECT_TRUE(anew.run.events.empty()) << "it proposes nothing that was not proposed before";
  EXPECT_TRUE(world.store.faults().empty());
}

TEST(LinkingStepByStep, ends_in_the_clusters_of_a_run_over_everything) {
  for (unsigned seed = 1; seed <= 3; ++seed) {
    for (const std::size_t largest : {400, 6}) expect_the_same_clusters(seed, largest);
  }
}

// The same rows, after the same first load, in whatever loads they come.
TEST(LinkingStepByStep, ends_in_the_same_clusters_however_rows_are_split_into_loads) {
  for (unsigned seed = 1; seed <= 2; ++seed) {
    SCOPED_TRACE(seed);
    std::vector<Clusters> found;
    for (const std::size_t at_once : {11, 40, 1000}) {
      std::mt19937 luck(seed);
      LinkingWorld world(StoreKind::Sqlite);
      auto rows = made_up_council(luck, 100);
      const auto middle = rows.size() / 2;
      std::mt19937 other(static_cast<unsigned>(at_once));
      std::shuffle(rows.begin() + static_cast<std::ptrdiff_t>(middle), rows.end(), other);
      auto request = world.request();
      request.model.blocking.largest_block = 9;
      world.load(some(rows, 0, middle));
      world.take(world.link(request));
      for (auto first = middle; first < rows.size(); first += at_once) {
        world.load(some(rows, first, first + at_once));
        world.take(world.link(request));
      }
      found.push_back(world.clusters());
    }
    expect_equal(found[0], found[1]);
    expect_equal(found[0], found[2]);
  }
}

TEST_P(Linking, people_last_and_a_run_without_news_is_no_run) {
  const auto rows = made_up_council(luck, 120);
  world.load(some(rows, 0, 200));
  const auto first = world.link();
  ASSERT_TRUE(first.changed);
  EXPECT_EQ(static_cast<std::size_t>(first.run.number), 1u);
  const auto before = world.people();
  EXPECT_EQ(before.size(), first.rows);
  EXPECT_FALSE(world.link().changed);
  world.load(some(rows, 200, 230), "2025-01-21");
  const auto second = world.link();
  EXPECT_EQ(second.known, first.known + second.rows);
  EXPECT_EQ(count(second, "founded") == 0 && count(second, "attached") == 0, false);
  const auto after = world.people();
  for (const auto& [row, person] : before) EXPECT_EQ(after.at(row), person) << row;
  EXPECT_TRUE(world.store.faults().empty());
}

// The general model compares telephone numbers and more, of which a sighting has no column.
TEST_P(Linking, only_fields_that_sightings_can_tell_are_missed) {
  world.load(made_up_council(luck, 60));
  const auto said = to_text(world.link().diagnostics);
  EXPECT_NE(said.find("warning: the field `nhs_number` is empty in every row"), std::string::npos)
      << said;
  for (const std::string never : {"phone", "email", "occupation", "`place`", "other_number"}) {
    EXPECT_EQ(said.find(never), std::string::npos) << said;
  }
  auto given = world.request();
  given.given = true;
  given.retrain = true;
  EXPECT_NE(to_text(world.link(given).diagnostics).find("the field `email` is empty"),
            std::string::npos)
      << "who names a model hears of each of its fields";
}

TEST_P(Linking, rows_that_say_the_same_again_cost_no_event) {
  const auto rows = made_up_council(luck, 120);
  world.load(rows);
  world.link();
  auto in_other_order = rows;
  std::ranges::reverse(in_other_order);
  world.load(in_other_order, "2025-01-21");
  const auto again = world.link();
  EXPECT_TRUE(again.changed);
  EXPECT_EQ(again.rows, 0u);
  EXPECT_TRUE(again.run.events.empty());
}

TEST_P(Linking, a_proposal_is_decided_and_the_decision_undone) {
  const auto rows = made_up_council(luck, 120);
  world.load(rows);
  world.link();
  // Two who are founded apart, and a row later that is like both.
  world.load({{"schools", "s9001", "Ruth", "Quill", "2011-05-09", "XH1 1AB"},
              {"police", "p9002", "Ruth", "", "", ""}});
  ASSERT_EQ(count(world.link(), "founded"), 2);
  world.load({{"police", "p9002", "Ruth", "Quill", "2011-05-09", "XH1 1AB"}});
  const auto answer = world.link();
  const auto proposals = identity::open_proposals(world.store.address);
  ASSERT_TRUE(proposals.has_value());
  ASSERT_FALSE(proposals->empty()) << "the row with both says they are one: " << answer.open;
  const auto proposal = proposals->back();
  identity::DecideRequest decision{world.store.address,
                                   proposal.number,
                                   identity::Verdict::Yes,
                                   "j.smith",
                                   "the passport",
                                   *parse_date("2025-02-02"),
                                   [] {}};
  auto decided = identity::decide(decision);
  ASSERT_TRUE(decided && decided->refused.empty());
  EXPECT_EQ(decided->event, proposals->back().number + 1);
  EXPECT_EQ(identity::open_proposals(world.store.address)->size(), proposals->size() - 1);
  EXPECT_EQ(identity::decide(decision)->refused, "no open proposal has this number");
  EXPECT_TRUE(world.link().changed == false) << "a decision is no news of rows";
  decision.event = decided->event;
  decision.verdict = identity::Verdict::Undo;
  ASSERT_TRUE(identity::decide(decision)->refused.empty());
  EXPECT_EQ(identity::open_proposals(world.store.address)->size(), proposals->size());
  EXPECT_TRUE(world.store.faults().empty());
}

// Whose rows of a file are told of: each line's first cell, by what follows it.
std::map<std::string, std::string> first_cells(const std::string& text) {
  std::map<std::string, std::string> cells;
  for (std::size_t begin = text.find('\n') + 1; begin < text.size();) {
    const auto end = text.find('\n', begin);
    const auto comma = text.find(',', begin);
    cells[text.substr(comma + 1, end - comma - 1)] = text.substr(begin, comma - begin);
    begin = end + 1;
  }
  return cells;
}

TEST_P(Linking, questions_go_by_its_people_and_by_agencies_numbers_before_it) {
  const auto council = made_up_council(luck, 100);
  world.load(council, "2025-01-20");
  world.load({{"schools", "s9001", "Beatrix", "Quill", "2011-05-09", "XH1 1AB"},
              {"police", "p9002", "Beatrix", "Quill", "2011-05-09", "XH1 1AB"},
              {"police", "p9003", "", "", "", ""}},
             "2025-01-21");
  const auto before = world.facts("suspension.csv");
  EXPECT_NE(before.find("\ns9001,"), std::string::npos) << "nobody was linked yet";
  world.link();  // on 2025-02-01
  EXPECT_EQ(world.facts("suspension.csv", "2025-01-31"), before);
  const auto after = world.facts("suspension.csv");
  EXPECT_EQ(after.find("\ns9001,"), std::string::npos);
  const auto people = world.people();
  const auto beatrix = people.at("schools,s9001,Beatrix,Quill,2011-05-09,XH1 1AB");
  EXPECT_EQ(people.at("police,p9002,Beatrix,Quill,2011-05-09,XH1 1AB"), beatrix);
  std::size_t records = 0;
  for (const auto& [rest, person] : first_cells(after)) records += person == beatrix;
  EXPECT_EQ(records, 2u) << after;
  EXPECT_EQ(first_cells(after).size(), first_cells(before).size()) << "no record is lost";
  EXPECT_NE(after.find("\np9003,"), std::string::npos) << "who is only a number stays one";
  EXPECT_NE(world.facts("people.csv").find("\n" + beatrix + ",2011-05-09"), std::string::npos);
}

TEST_P(Linking, what_was_decided_later_is_not_known_before) {
  world.load(made_up_council(luck, 100), "2025-01-20");
  world.load({{"schools", "s9001", "Ruth", "Quill", "2011-05-09", "XH1 1AB"},
              {"police", "p9002", "Ruth", "", "", ""}},
             "2025-01-20");
  world.link();
  world.load({{"police", "p9002", "Ruth", "Quill", "2011-05-09", "XH1 1AB"}}, "2025-01-25");
  world.link();
  const auto proposals = identity::open_proposals(world.store.address);
  ASSERT_TRUE(proposals && !proposals->empty());
  const auto merge = proposals->back();
  ASSERT_EQ(merge.what, "merge_proposed");
  const auto has = [&](const std::string& known) {
    return world.facts("suspension.csv", known).find("\n" + merge.other + ",") != std::string::npos;
  };
  EXPECT_TRUE(has(""));
  identity::DecideRequest decision{
      world.store.address,       merge.number, identity::Verdict::Yes, "j", "the passport",
      *parse_date("2025-03-01"), [] {}};
  const auto decided = identity::decide(decision);
  ASSERT_TRUE(decided && decided->refused.empty());
  EXPECT_FALSE(has("")) << "the younger id rests";
  EXPECT_TRUE(has("2025-02-28")) << "it did not then";
  decision.event = decided->event;
  decision.verdict = identity::Verdict::Undo;
  decision.on = *parse_date("2025-03-05");
  ASSERT_TRUE(identity::decide(decision)->refused.empty());
  EXPECT_TRUE(has(""));
  EXPECT_FALSE(has("2025-03-04"));
}

TEST_P(Linking, a_backup_brings_its_people) {
  world.load(made_up_council(luck, 100));
  world.link();
  const auto people = world.people();
  auto store = Store::open_to_read(world.store.address);
  ASSERT_TRUE(store.has_value());
  const auto folder = world.store.folder.path() / "backup";
  const auto none = [](std::size_t, std::size_t) {};
  ASSERT_TRUE(back_up(*store, folder, *parse_date("2025-02-02"), none).has_value());
  const auto again = (world.store.folder.path() / "again").string();
  ASSERT_TRUE(restore(folder, again, *parse_date("2025-02-02"), none).has_value());
  world.store.address = again;
  EXPECT_EQ(world.people(), people);
  EXPECT_TRUE(world.store.faults().empty());
  const auto next = world.link();
  EXPECT_TRUE(next.everything) << "links/ is not in a backup, and is made anew";
  EXPECT_TRUE(next.run.events.empty());
  EXPECT_FALSE(world.link().changed);
}

TEST_P(Linking, a_changed_row_is_found_by_the_seals) {
  world.load(made_up_council(luck, 120));
  world.link();
  EXPECT_TRUE(world.store.faults().empty());
  {
    auto store = Store::open_to_load(world.store.address, *parse_date("2025-02-01"), [] {});
    ASSERT_TRUE(store.has_value());
    ASSERT_TRUE(store->casebook.session()
                    .run("update person_event set person_id = 'P000000001' where event = 5")
                    .has_value());
  }
  const auto faults = world.store.faults();
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_NE(faults.front().find("run 1 of the linker"), std::string::npos) << faults.front();
}

TEST_P(Linking, an_index_that_older_stores_have_and_nothing_needs_is_taken_away) {
  const auto rows = made_up_council(luck, 60);
  world.load(some(rows, 0, 40));
  world.link();
  const auto run = [&](const std::string& statement) {
    auto store = Store::open_to_load(world.store.address, *parse_date("2025-02-01"), [] {});
    ASSERT_TRUE(store.has_value());
    const auto done = store->casebook.session().run(statement);
    ASSERT_TRUE(done.has_value()) << done.error().message;
  };
  run("create index person_event_person on person_event (person_id)");
  world.load(some(rows, 40, 60));
  world.link();
  run("create index person_event_person on person_event (person_id)");  // so there is none
  EXPECT_TRUE(world.store.faults().empty());
}

TEST_P(Linking, a_segment_that_changed_stops_the_run_and_changes_nothing) {
  world.load(made_up_council(luck, 120));
  const auto segment = world.store.place / "lake/sightings/000001-001.parquet";
  std::ofstream(segment, std::ios::app) << "x";
  const auto answer = identity::link_store(world.request());
  ASSERT_FALSE(answer.has_value());
  EXPECT_NE(answer.error().message.find("sightings/000001-001.parquet"), std::string::npos);
  EXPECT_FALSE(identity::open_proposals(world.store.address).has_value()) << "nobody was linked";
}

TEST_P(Linking, a_model_that_is_damaged_stops_the_run_and_changes_nothing) {
  world.load(made_up_council(luck, 120));
  world.link();
  {
    auto store = Store::open_to_load(world.store.address, *parse_date("2025-02-01"), [] {});
    ASSERT_TRUE(store.has_value());
    const auto done = store->casebook.session().run("update link_model set toml = 'field = ['");
    ASSERT_TRUE(done.has_value()) << done.error().message;
  }
  const auto before = world.people();
  for (const bool retrain : {false, true}) {
    auto request = world.request();
    request.retrain = retrain;
    const auto answer = identity::link_store(request);
    ASSERT_FALSE(answer.has_value());
    EXPECT_NE(answer.error().message.find("a model cannot be read"), std::string::npos);
  }
  EXPECT_EQ(world.people(), before);
}

TEST_P(Linking, another_model_looks_at_everything_and_people_keep_their_ids) {
  const auto council = made_up_council(luck, 100);
  world.load(council);
  auto request = world.request();
  world.link(request);
  const auto before = world.people();
  request.retrain = true;
  const auto learnt = world.link(request);
  EXPECT_TRUE(learnt.everything);
  EXPECT_EQ(learnt.run.model, 2);
  EXPECT_EQ(count(learnt, "founded") + count(learnt, "attached"), 0);
  EXPECT_EQ(world.people(), before);
  // What it learnt, given as a model, is what it has.
  auto store = Store::open_to_read(world.store.address);
  const auto kept = PeopleBook(store->casebook).model(2);
  ASSERT_TRUE(kept && *kept);
  request.retrain = false;
  request.given = true;
  request.model = *link::read_model(Source("kept", (*kept)->toml)).model;
  EXPECT_FALSE(world.link(request).changed);
  request.model.link_at = 0.9;
  EXPECT_TRUE(world.link(request).everything);
  EXPECT_EQ(world.people(), before);
  EXPECT_TRUE(world.store.faults().empty());
}

TEST_P(Linking, there_is_nobody_to_link_where_there_is_no_store) {
  const auto answer = identity::link_store(world.request());
  ASSERT_FALSE(answer.has_value());
  EXPECT_FALSE(fs::exists(world.store.place / "lake")) << "a run makes none";
}

}  // namespace
}  // namespace hearth

// Families over a store, by the program: formed of the people linking found, kept, asked about as
// they stood, corrected, and what is refused; on either kind of casebook.
#include <filesystem>
#include <fstream>

#include "casebook/casebook.h"
#include "store/store.h"
#include "store/store_world.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

constexpr const char* kHousing = R"(name   = "housing"
title  = "Tenants, a row each"
format = "csv"
source = "housing"
dates  = ["YYYY-MM-DD"]

[load]
named = ["*{from}_{to}*"]

[tables.rows.person]
id         = "number"
forename   = "forename"
surname    = "surname"
birth_date = "born"
address    = "address"
postcode   = "postcode"
protected  = { column = "restricted", codes = "yn" }
family     = "family"
started    = "started"

[tables.rows.relations.parent]
to       = "parent_of"
relation = { is = "parent" }

[codes.yn]
yes = "Y"
no  = "N"
)";
constexpr const char* kColumns =
    "number,forename,surname,born,address,postcode,restricted,family,started,parent_of\n";

// `rest`: restricted, family, started, parent_of.
std::string row(const std::string& name, const std::string& born, const std::string& address,
                const std::string& rest = "N,,,") {
  const auto surname = name == "Ann" || name == "Ben" || name == "Kim" ? "Hart" : name + "sworth";
  return name + "1," + name + "," + surname + "," + born + ",\"" + address + "\",XH1 1AA," + rest +
         "\n";
}

// Ann and Ben with Kim; Dee lives elsewhere.
const std::string kAnn = row("Ann", "1985-01-01", "1 Elm Row, Ham");
const std::string kBen = row("Ben", "1984-03-01", "1 Elm Row, Ham");
const std::string kKim = row("Kim", "2012-05-01", "1 Elm Row, Ham");
const std::string kDee = row("Dee", "1990-07-01", "2 Elm Row, Ham");

class StoreFamilies : public StoreTest {
 protected:
  Ran run(Words words, const Words& more = {}) {
    words.insert(words.end(), more.begin(), more.end());
    words.insert(words.end(), {"--store", world.address});
    return run_program(words);
  }
  void load(const std::string& rows, const std::string& on) {
    const auto feed = world.folder.write("housing.toml", kHousing);
    const auto file = world.folder.write(
        "in/" + std::to_string(++files_) + "/housing_2024-01-01_2024-12-31.csv", kColumns + rows);
    const auto ran = run({"load", "--feed", feed, "--on", on, "--received", on, file});
    ASSERT_EQ(ran.code, 0) << ran.err << ran.out;
  }
  void link(const std::string& on) {
    const auto ran = run({"link", "--on", on});
    ASSERT_EQ(ran.code, 0) << ran.err;
  }
  Ran form(const std::string& on, const Words& more = {}) {
    return run({"families", "form", "--on", on}, more);
  }
  // The usual way: rows, who is who, families, all on one day.
  std::string take(const std::string& rows, const std::string& on) {
    load(rows, on);
    link(on);
    const auto ran = form(on);
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.out;
  }
  std::string list(const std::string& on, const Words& more = {}) {
    return run({"families", "--on", on, "--format", "csv"}, more).out;
  }
  std::string explain(const std::string& family) {
    const auto ran = run({"families", "explain", family});
    return ran.out + ran.err;
  }
  std::string exported(const std::string& name) {
    const auto out = world.folder.path() / ("out" + std::to_string(++files_));
    const auto ran = run({"export", "--out", out.string()});
    EXPECT_EQ(ran.code, 0) << ran.err;
    return text_of((out / name).string());
  }
  // The id linking gave to who has that birth date.
  std::string person(const std::string& born) {
    const auto people = exported("people.csv");
    const auto at = people.find("," + born);
    EXPECT_NE(at, people.npos) << people;
    const auto begin = people.rfind('\n', at) + 1;
    return people.substr(begin, at - begin);
  }
  std::string dump() { return run({"dump"}).out; }

 private:
  int files_ = 0;
};
INSTANTIATE_TEST_SUITE_P(Either, StoreFamilies,
                         testing::Values(StoreKind::Sqlite, StoreKind::Postgres),
                         [](const auto& of) { return to_text(of.param); });

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_P(StoreFamilies, live_where_a_file_says_that_corrects_one_of_the_same_day) {
  const std::string home = "5 Elm Row, Ham";
  const auto others = row("Ann", "1985-01-01", home) + row("Kim", "2012-05-01", home);
  load(others + row("Ben", "1984-03-01", "3 Elm Row, Ham"), "2024-01-20");
  take(others + row("Ben", "1984-03-01", home), "2024-01-20");
  const auto families = list("2024-07-01");
  EXPECT_TRUE(has(families, "\nF00000001,3,1,0,")) << families;
  EXPECT_FALSE(has(families, "\nF00000002,")) << families;
}

TEST_P(StoreFamilies, are_formed_kept_and_asked_about_as_they_stood) {
  const auto account = take(kAnn + kBen + kKim + kDee, "2024-01-20");
  EXPECT_TRUE(has(account, "4 people are 2 families, 2 of them still")) << account;
  EXPECT_TRUE(has(account, "run 1: 2 families are new")) << account;
  const auto before = list("2024-07-01");
  EXPECT_TRUE(has(before, "\nF00000001,3,1,0,") && has(before, "\nF00000002,1,0,0,")) << before;
  EXPECT_TRUE(has(form("2024-01-21").out, "nothing is otherwise than it stood"));

  const auto second = take(kAnn + kKim + row("Ben", "1984-03-01", "3 Elm Row, Ham"), "2024-06-01");
  EXPECT_TRUE(has(second, "run 2: 1 families are new, 1 otherwise than they stood")) << second;
  const auto after = list("2024-07-01");
  EXPECT_TRUE(has(after, "\nF00000001,2,1,0,") && has(after, "\nF00000002,1,0,0,") &&
              has(after, "\nF00000003,1,0,0," + person("1984-03-01")))
      << after;
  EXPECT_EQ(list("2024-07-01", {"--known", "2024-05-31"}), before) << "what was known then";
  EXPECT_TRUE(has(explain("F00000003"), "split from F00000001"));
  EXPECT_TRUE(has(explain("F00000001"), "lives at one address with")) << explain("F00000001");
  EXPECT_TRUE(world.faults().empty());
  EXPECT_TRUE(has(dump(), "\nfamily_event 2|F00000003|1|2024-06-01|split_from|F00000001\n"))
      << dump();
}

// Both runs are of one day.
TEST_P(StoreFamilies, are_listed_as_a_run_of_the_linker_left_them) {
  load(kAnn + kBen + kKim + kDee, "2024-01-19");
  link("2024-01-20");
  ASSERT_EQ(form("2024-01-20").code, 0);
  const auto before = list("2024-07-01");
  take(kAnn + kKim + row("Ben", "1984-03-01", "3 Elm Row, Ham"), "2024-01-20");
  EXPECT_NE(list("2024-07-01"), before);
  const Words words = {"families", "--on", "2024-07-01", "--format", "csv", "--known"};
  EXPECT_EQ(run(words, {"run 1"}).out, before);
  EXPECT_EQ(run(words, {"run 2"}).out, list("2024-07-01"));
  EXPECT_EQ(run(words, {"run 3"}).code, 5);
}

TEST_P(StoreFamilies, come_with_a_backup_into_a_store_of_the_other_kind) {
  take(kAnn + kBen + kKim + kDee, "2024-01-20");
  take(kAnn + kKim + row("Ben", "1984-03-01", "3 Elm Row, Ham"), "2024-06-01");
  const auto families = list("2024-07-01"), whole = dump();
  const auto backup = (world.folder.path() / "backup").string();
  ASSERT_EQ(run({"backup", "--out", backup}).code, 0);
  const auto lake = (world.folder.path() / "again").string();
  auto* server = PostgresServer::get();
  if (!server) GTEST_SKIP() << "there is no PostgreSQL 15 here";
  world.address =
      world.kind == StoreKind::Postgres ? lake : server->new_database() + "&lake=" + lake;
  ASSERT_EQ(run({"restore", backup}).code, 0);
  EXPECT_EQ(dump(), whole);
  EXPECT_EQ(list("2024-07-01"), families);
  EXPECT_TRUE(has(form("2024-06-02").out, "nothing is otherwise than it stood"));
}

TEST_P(StoreFamilies, whom_the_council_names_keep_its_id_and_live_with_whom_they_live) {
  take(row("Ann", "1985-01-01", "1 Elm Row, Ham", "N,EH7,2024-02-01,") + kBen +
           row("Kim", "2012-05-01", "1 Elm Row, Ham", "N,EH7,2024-02-01,") +
           row("Pat", "1960-09-01", "9 Oak Way, Ham", "N,EH7,2024-02-01,") + kDee,
       "2024-01-20");
  const auto families = exported("families.csv"), members = exported("members.csv");
  EXPECT_TRUE(has(families, "\nEH7,2024-02-01,,\n")) << families;
  EXPECT_TRUE(has(families, "\nF00000002,,,\n")) << "nobody has begun work with Dee: " << families;
  EXPECT_TRUE(has(members, "\nEH7," + person("1984-03-01") + ",parent,,,yes\n"))
      << "Ben, whom no file names: " << members;
  EXPECT_TRUE(has(members, "\nEH7," + person("1960-09-01") + ",other,,,\n"))
      << "Pat, who is named and lives elsewhere: " << members;
  EXPECT_TRUE(has(explain("EH7"), "the council's own file names them in this family"));
  // It lasts, and who is named no more stays with whom they live.
  take(row("Ben", "1984-03-01", "1 Elm Row, Ham") + kDee, "2024-06-01");
  EXPECT_TRUE(has(list("2024-07-01"), "\nEH7,4,1,0,")) << list("2024-07-01");
}

TEST_P(StoreFamilies, without_a_start_are_judged_as_if_work_began_that_day) {
  take(kAnn + kBen + kKim + kDee, "2024-01-20");
  const Words question = {
      "--plan", root() + "/plans/national-2022.md", "--on", "2024-07-01", "--format", "csv"};
  auto all = question;
  all.push_back("--all");
  const auto found = run({"evaluate"}, all);
  EXPECT_EQ(found.code, 0) << found.err;
  EXPECT_TRUE(has(found.err,
                  "note: of 2 families 2 have no start of work; they are judged as if it "
                  "began on 2024-07-01"))
      << found.err;
  EXPECT_TRUE(has(found.out, "\nF00000001,") && has(found.out, "\nF00000002,"));
  EXPECT_FALSE(has(found.err, "set aside")) << "nobody is dropped: " << found.err;
  EXPECT_EQ(run({"identify"}, question).code, 0);
  // On a day before anybody of a family was born there is nobody to judge.
  const auto early = run({"evaluate"}, {"--plan", root() + "/plans/national-2022.md", "--on",
                                        "1950-01-01", "--all", "--format", "csv"});
  EXPECT_FALSE(has(early.out, "\nF0")) << early.out;
}

TEST_P(StoreFamilies, go_by_what_was_decided) {
  take(kAnn + kBen + kKim + kDee, "2024-01-20");
  const auto ann = person("1985-01-01"), ben = person("1984-03-01"), dee = person("1990-07-01");
  const Words why = {"--by", "j.smith", "--reason", "a lodger, says the tenancy"};
  auto words = why;
  words.insert(words.end(), {"--from", "2024-03-01"});
  EXPECT_EQ(run({"families", "correct", "apart", ben, ann}, words).code, 0);
  EXPECT_EQ(run({"families", "correct", "together", dee, ann}, why).code, 0);
  const auto formed = form("2024-02-01");
  EXPECT_EQ(formed.code, 0) << formed.err;
  EXPECT_TRUE(has(list("2024-02-15"), "F00000001,4,1,0,")) << list("2024-02-15");
  EXPECT_TRUE(has(list("2024-07-01"), "F00000001,3,1,0,")) << list("2024-07-01");
  EXPECT_TRUE(has(explain("F00000001"), "somebody decided that they are one family"));
  EXPECT_EQ(run({"families", "correct", "undecided", ben, ann}, why).code, 0);
  form("2024-02-02");
  EXPECT_TRUE(has(list("2024-07-01"), "F00000001,4,1,0,")) << list("2024-07-01");
  EXPECT_TRUE(has(dump(), "|apart|" + ben + "|" + ann + "|2024-03-01||j.smith|a lodger")) << dump();
  EXPECT_TRUE(world.faults().empty());
}

TEST_P(StoreFamilies, tell_no_address_and_nothing_of_a_home_that_is_protected) {
  take(kAnn + kBen + kKim, "2024-01-20");
  const auto account = take(row("Ann", "1985-01-01", "7 Secret Way, Ham", "Y,,,") +
                                row("Kim", "2012-05-01", "7 Secret Way, Ham", "Y,,,"),
                            "2024-06-01") +
                       take(kBen, "2024-07-01");
  const auto ben = list("2024-08-01");
  const auto line = ben.find(",1,0,0," + person("1984-03-01"));
  ASSERT_NE(line, ben.npos) << ben;
  const auto family = ben.substr(ben.rfind('\n', line) + 1, line - ben.rfind('\n', line) - 1);
  const auto why = explain(family);
  EXPECT_TRUE(has(why, "split from a family that is not named here")) << why;
  EXPECT_FALSE(has(why, "F00000001")) << why;
  auto said = account + ben + why + explain("F00000001") + dump() + exported("members.csv") +
              exported("families.csv") + exported("people.csv");
  for (const std::string question : {"evaluate", "identify"}) {
    const auto ran =
        run({question}, {"--plan", root() + "/plans/national-2022.md", "--on", "2024-08-01"});
    said += ran.out + ran.err;
  }
  for (const std::string word : {"Secret", "Elm", "XH1", "1AA", "Hart"}) {
    EXPECT_FALSE(has(said, word)) << word;
  }
}

TEST_P(StoreFamilies, of_who_came_since_are_their_own_until_they_are_formed) {
  take(kAnn + kBen + kKim, "2024-01-20");
  load(kDee, "2024-02-01");
  const auto waiting = form("2024-02-01").out;
  EXPECT_TRUE(has(waiting, "loads that wait for hearth link --store: 1")) << waiting;
  link("2024-02-01");
  const auto listed = run({"families", "--on", "2024-03-01", "--format", "csv"});
  EXPECT_TRUE(has(listed.err, "people were linked after families were formed")) << listed.err;
  const auto dee = person("1990-07-01");
  EXPECT_TRUE(has(listed.out, "\n" + dee + ",1,0,0," + dee + "\n")) << listed.out;
  form("2024-02-02");
  EXPECT_TRUE(has(list("2024-03-01"), "\nF00000002,1,0,0," + dee)) << list("2024-03-01");
}

// Ever later calls: whatever kills it before the commit leaves what was there.
TEST_P(StoreFamilies, killed_before_any_call_a_run_is_whole_or_not_there) {
  take(kAnn + kBen + kKim + kDee, "2024-01-20");
  load(kAnn + kKim + row("Ben", "1984-03-01", "3 Elm Row, Ham"), "2024-06-01");
  link("2024-06-01");
  const auto before = dump();
  const auto program = [&](const std::string& watched) {
    return run_shell("( ASAN_OPTIONS=verify_asan_link_order=0 " + watched +
                     " LD_PRELOAD='" HEARTH_FAIL_AT_LIBRARY
                     "' \"$HEARTH\" families form --on 2024-06-01 --store '" +
                     world.address + "' )");
  };
  int killed = 0;
  for (int at = 1; dump() == before; at += 1 + at / 3) {
    ASSERT_LT(at, 5000) << "it never ends";
    const auto ran = program("HEARTH_FAIL_HOW=kill HEARTH_FAIL_AT=" + std::to_string(at));
    killed += ran.code != 0;
    EXPECT_TRUE(world.faults().empty()) << at;
  }
  EXPECT_GT(killed, 3) << "the program was not watched";
  EXPECT_TRUE(has(dump(), "\nfamily_event 2|F00000003|1|2024-06-01|split_from|F00000001\n"));
  EXPECT_TRUE(has(form("2024-06-01").out, "nothing is otherwise than it stood"));
}

TEST_P(StoreFamilies, need_people_and_people_need_families) {
  load(kAnn + kBen + kKim, "2024-01-20");
  const auto early = form("2024-01-20");
  EXPECT_EQ(early.code, 5);
  EXPECT_TRUE(has(early.err, "nobody was linked in this store yet")) << early.err;
  link("2024-01-20");
  EXPECT_EQ(run({"families", "explain", "F00000001"}).code, 5);
  const auto listed = run({"families", "--on", "2024-03-01", "--format", "csv"});
  EXPECT_TRUE(has(listed.err, "note: no families were formed in this store by then")) << listed.err;
  EXPECT_TRUE(has(listed.out, "\nP000000001,1,0,0,P000000001\n")) << listed.out;
  EXPECT_FALSE(has(dump(), "family_run")) << "nothing was written";
}

TEST_P(StoreFamilies, refuse_what_cannot_be_meant) {
  take(kAnn + kBen + kKim, "2024-01-20");
  const Words why = {"--by", "x", "--reason", "y"};
  const auto nobody = run({"families", "correct", "apart", person("1985-01-01"), "P9"}, why);
  EXPECT_EQ(nobody.code, 2);
  EXPECT_TRUE(has(nobody.err, "nobody in the store has the second id")) << nobody.err;
  EXPECT_EQ(run({"families", "explain", "F9"}).code, 2);
  EXPECT_EQ(form("2024-02-01", {"--out", "x"}).code, 2);
  EXPECT_EQ(form("2024-02-01", {"--sightings", "x.csv"}).code, 2);
  EXPECT_EQ(run_program({"families", "form", "--out", "x"}).code, 2);
  EXPECT_EQ(run_program({"families", "--families", "x", "--known", "2024-01-01"}).code, 2);
  EXPECT_EQ(run({"families", "--families", "x"}).code, 2);
  EXPECT_TRUE(world.faults().empty());
}

TEST_P(StoreFamilies, a_changed_row_is_found_by_the_seals) {
  take(kAnn + kBen + kKim, "2024-01-20");
  {
    auto store = Store::open_to_load(world.address, *parse_date("2024-02-01"), [] {});
    ASSERT_TRUE(store.has_value());
    const auto done =
        store->casebook.session().run("update family_member set role = 'child' where member = 1");
    ASSERT_TRUE(done.has_value()) << done.error().message;
  }
  const auto faults = world.faults();
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_TRUE(has(faults.front(), "run 1 that formed families")) << faults.front();
}

TEST_P(StoreFamilies, a_segment_that_changed_stops_the_run_and_changes_nothing) {
  take(kAnn + kBen + kKim, "2024-01-20");
  const auto before = dump();
  std::ofstream(world.place / "lake/sightings/000001-001.parquet", std::ios::app) << "x";
  const auto ran = form("2024-02-01");
  EXPECT_EQ(ran.code, 5);
  EXPECT_TRUE(has(ran.err, "sightings/000001-001.parquet")) << ran.err;
  EXPECT_EQ(dump(), before);
}

}  // namespace
}  // namespace hearth

// A store by the program: loaded, asked, shown, copied; and what it says when it cannot.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "program/run_program.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

const std::string kSamples = root() + "/feeds/samples/school-census/";
const std::vector<std::string> kCensus = {"--feed", "school-census", "--started", "2024-09-02"};

std::vector<std::string> joined(std::vector<std::string> words,
                                const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

class StoreCommands : public testing::Test {
 protected:
  Ran run(const std::string& command, const std::vector<std::string>& more = {}) {
    return run_program(joined({command, "--store", store}, more));
  }
  Ran load(const std::string& term, const std::string& on) {
    std::vector<std::string> words = joined(kCensus, {"--on", on});
    for (const auto* file :
         {"pupilonroll", "termlysessiondetailsonroll", "termlyexclusionsonroll"}) {
      words.push_back(kSamples + term + "_" + file + ".csv");
    }
    return run("load", words);
  }
  std::vector<std::string> question(const std::string& on) const {
    return {"--plan", root() + "/plans/national-2022.md", "--on", on, "--all", "--format", "csv"};
  }

  TemporaryFolder folder;
  std::string store = (folder.path() / "council").string();
};

TEST_F(StoreCommands, answer_over_a_store_what_they_answer_over_its_export_and_over_an_import) {
  EXPECT_EQ(load("2024_autumn", "2025-01-20").code, 4);
  EXPECT_EQ(load("2025_spring", "2025-05-01").code, 0);
  const auto of_store = run("evaluate", question("2025-05-01"));
  EXPECT_EQ(of_store.code, 0) << of_store.err;
  EXPECT_NE(of_store.out.find("U001,national-2022,1.1,"), std::string::npos);

  const auto facts = (folder.path() / "facts").string();
  EXPECT_EQ(run("export", {"--out", facts, "--format", "parquet"}).code, 0);
  const auto of_facts = run_program(joined({"evaluate", "--facts", facts}, question("2025-05-01")));
  EXPECT_EQ(of_store.out, of_facts.out);

  const auto imported = (folder.path() / "imported").string();
  run_shell("\"$HEARTH\" import --feed school-census --started 2024-09-02 --out '" + imported +
            "' " + kSamples + "*.csv");
  const auto of_import =
      run_program(joined({"evaluate", "--facts", imported}, question("2025-05-01")));
  EXPECT_EQ(of_store.out, of_import.out);
  EXPECT_EQ(run("evaluate", question("2025-05-01")).out, of_store.out) << "asked again";
}

TEST_F(StoreCommands, answer_as_it_was_known) {
  load("2024_autumn", "2025-01-20");
  const auto before = run("evaluate", question("2025-05-01"));
  load("2025_spring", "2025-05-01");
  auto words = question("2025-05-01");
  words.insert(words.end(), {"--known", "2025-04-30"});
  EXPECT_EQ(run("evaluate", words).out, before.out);
  EXPECT_NE(run("evaluate", question("2025-05-01")).out, before.out);
}

TEST_F(StoreCommands, show_a_feed_as_a_calendar_and_say_when_it_is_late) {
  load("2024_autumn", "2025-01-20");
  load("2025_spring", "2025-05-01");
  const auto soon = run("status", {"--on", "2025-05-02"});
  EXPECT_NE(soon.out.find("school-census: 2 loads, the last is load 2 of 2025-05-01"),
            std::string::npos)
      << soon.out;
  EXPECT_NE(soon.out.find("  2024  · · · · · · · █ █ █ █ █\n  2025  █ █ █ ▒ · · · · · · · ·\n"),
            std::string::npos)
      << soon.out;
  EXPECT_NE(soon.out.find("the next should be here by"), std::string::npos);
  EXPECT_NE(run("status", {"--on", "2026-05-02"}).out.find("  late: "), std::string::npos);
}

TEST_F(StoreCommands, write_one_workbook_for_an_auditor) {
  load("2025_spring", "2025-05-01");
  const auto book = (folder.path() / "council.xlsx").string();
  EXPECT_EQ(run("export", {"--format", "xlsx", "--out", book}).code, 0);
  const auto bytes = text_of(book);
  EXPECT_TRUE(bytes.starts_with("PK"));
  EXPECT_EQ(run("export", {"--format", "xlsx", "--out", book}).code, 0);
  EXPECT_EQ(text_of(book), bytes) << "the same facts make the same bytes";
  EXPECT_EQ(run("export", {"--format", "xlsx", "--out", "/no/such/place/a.xlsx"}).code, 5);
}

TEST_F(StoreCommands, write_findings_that_other_programs_read_as_they_are) {
  load("2025_spring", "2025-05-01");
  const auto out = (folder.path() / "findings.parquet").string();
  auto words = question("2025-05-01");
  words.back() = "parquet";
  EXPECT_EQ(run("evaluate", joined(words, {"--out", out})).code, 0);
  const auto bytes = text_of(out);
  EXPECT_TRUE(bytes.starts_with("PAR1") && bytes.ends_with("PAR1"));
  EXPECT_EQ(run("evaluate", joined(words, {"--out", out})).code, 0);
  EXPECT_EQ(text_of(out), bytes);
}

TEST_F(StoreCommands, that_show_families_leave_a_look_and_others_none) {
  load("2025_spring", "2025-05-01");
  const auto plan = root() + "/plans/national-2022.md";
  const std::vector<std::string> on = {"--on", "2025-05-01"};
  run("status"), run("verify"), run("dump"), run("looks");
  EXPECT_EQ(run("looks", {"--format", "csv"}).out, "look,day,by,asked,families,people\n");
  run("evaluate", joined(question("2025-05-01"), {"--family", "U001", "--by", "j.smith"}));
  run("timeline", {"--plan", plan, "--family", "U002", "--by", "j.smith"});
  run("identify", joined(on, {"--plan", plan, "--by", "j.smith"}));
  run("explain", joined({"U001", "1.1", "--plan", plan, "--by", "j.smith"}, on));
  run("families", joined(on, {"--by", "j.smith"}));
  run("export", {"--out", (folder.path() / "facts").string(), "--by", "j.smith"});
  run("dump", {"--segment", "suspension/000001-001.parquet", "--by", "j.smith"});
  run_program(joined({"plan", "impact", plan, plan, "--store", store, "--by", "j.smith"}, on));
  const auto looks = run("looks", {"--format", "csv"}).out;
  const auto day = looks.substr(looks.find("\n1,") + 3, 10);
  std::string expected = "look,day,by,asked,families,people\n";
  int number = 0;
  for (const auto* asked :
       {"evaluate national-2022 on 2025-05-01,U001", "timeline national-2022,U002",
        "identify national-2022 on 2025-05-01,all",
        "explain national-2022 on 2025-05-01 of 1.1,U001", "families on 2025-05-01,all",
        "export,all", "dump suspension/000001-001.parquet,all",
        "plan impact national-2022 national-2022 on 2025-05-01,all"}) {
    expected += std::to_string(++number) + "," + day + ",j.smith," + asked + ",\n";
  }
  EXPECT_EQ(looks, expected);
  const auto of_one = run("looks", {"--format", "csv", "--family", "U002"}).out;
  EXPECT_EQ(of_one.find("U001"), std::string::npos);
  EXPECT_EQ(std::ranges::count(of_one, '\n'), 7);
  EXPECT_EQ(run("verify").code, 0);
}

TEST_F(StoreCommands, that_show_nothing_leave_no_look) {
  load("2025_spring", "2025-05-01");
  EXPECT_EQ(run("evaluate", joined(question("2025-05-01"), {"--family", "Smith"})).code, 2);
  EXPECT_EQ(run("families", {"--family", "Smith", "--on", "2025-05-01"}).code, 0);
  EXPECT_EQ(run("dump", {"--segment", "Smith"}).code, 5);
  EXPECT_EQ(run("evaluate", joined(question("2025-05-01"), {"--by", "j.smith\nlook 7"})).code, 2);
  EXPECT_EQ(run("looks", {"--format", "csv"}).out, "look,day,by,asked,families,people\n");
  EXPECT_EQ(run("dump").out.find("Smith"), std::string::npos);
}

TEST_F(StoreCommands, name_the_systems_user_where_nobody_is_given) {
  load("2025_spring", "2025-05-01");
  run("evaluate", question("2025-05-01"));
  auto user = run_shell("id -un").out;
  user.pop_back();
  EXPECT_NE(run("looks", {"--format", "csv"}).out.find("," + user + ",evaluate "),
            std::string::npos);
}

TEST_F(StoreCommands, dump_the_casebook_and_a_segment) {
  load("2025_spring", "2025-05-01");
  const auto casebook = run("dump");
  EXPECT_TRUE(casebook.out.starts_with("load 1|school-census|school_census|2025-spring|"));
  EXPECT_EQ(casebook.out.find("U001"), std::string::npos) << "a casebook has nobody in it";
  const auto rows = run("dump", {"--segment", "suspension/000001-001.parquet"});
  EXPECT_TRUE(rows.out.starts_with("load,person_id,date,known_on,last_seen,file,row,days"))
      << rows.out << rows.err;
  EXPECT_EQ(run("dump", {"--segment", "../casebook.sqlite"}).code, 5);
}

TEST_F(StoreCommands, verify_finds_a_flipped_byte_and_a_restored_backup_has_none) {
  load("2025_spring", "2025-05-01");
  const auto backup = (folder.path() / "backup").string();
  EXPECT_EQ(run("backup", {"--out", backup}).code, 0);
  const auto segment = store + "/lake/suspension/000001-001.parquet";
  auto bytes = text_of(segment);
  bytes[bytes.size() / 2] ^= 0x40;
  std::ofstream(segment, std::ios::binary) << bytes;
  const auto found = run("verify");
  EXPECT_EQ(found.code, 1);
  EXPECT_NE(found.out.find("lake/suspension/000001-001.parquet: its bytes have changed"),
            std::string::npos);
  EXPECT_EQ(run("evaluate", question("2025-05-01")).code, 5);
  store = (folder.path() / "again").string();
  EXPECT_EQ(run_program({"restore", backup, "--store", store}).code, 0);
  EXPECT_EQ(run("verify").code, 0);
}

TEST_F(StoreCommands, say_what_is_wrong_with_a_load_and_change_nothing) {
  const auto police = folder.write("police.toml",
                                   "name = \"police\"\ntitle = \"Police\"\nformat = \"csv\"\n"
                                   "source = \"police\"\ndates = [\"YYYY-MM-DD\"]\n"
                                   "[tables.rows.person]\nid = \"person\"\n"
                                   "[records.arrest]\ntable = \"rows\"\ndate = \"day\"\n");
  const auto rows = folder.write("police.csv", "person,day\nQuentin,2025-01-02\n");
  const auto uncovered = run("load", {"--feed", police, rows});
  EXPECT_EQ(uncovered.code, 2);
  EXPECT_NE(uncovered.err.find("--covers"), std::string::npos) << uncovered.err;
  EXPECT_FALSE(fs::exists(store + "/casebook.sqlite") && run("verify").code != 0);
  const auto other = run("load", {"--feed", "school-census", rows});
  EXPECT_EQ(other.code, 4);
  EXPECT_EQ(other.err.find("Quentin"), std::string::npos);
  EXPECT_EQ(run("load", {"--feed", folder.write("bad.toml", "name = 1\n"), rows}).code, 3);
  EXPECT_EQ(run("load", {"--feed", police, "--covers", "2025-01", rows}).code, 2);
  EXPECT_EQ(run_program({"load", "--store", "/proc/council", "--feed", police, "--covers",
                         "2025-01-01..2025-01-31", rows})
                .code,
            5);
}

TEST_F(StoreCommands, ask_for_one_place_of_facts) {
  const auto both = run("evaluate", {"--facts", "sample/facts", "--plan", "x.md"});
  EXPECT_EQ(both.code, 2);
  EXPECT_NE(both.err.find("--store"), std::string::npos) << both.err;
  EXPECT_EQ(run("evaluate", question("2025-05-01")).code, 5) << "there is no such store";
}

}  // namespace
}  // namespace hearth

// What an agency's file may have wrong with it, each through the program: tried by `feed check`,
// imported and loaded. Every row is accounted for, the fault is named by row and column, nothing
// that a cell says is repeated, and where rows could be read those that are sound stand.
#include <gtest/gtest.h>
#include <zip.h>

#include "program/run_program.h"

namespace hearth {
namespace {

struct BadFile {
  std::string name;
  std::string feed;
  std::string file;
  std::string text;
  std::vector<std::string> says;  // on standard output or error
  std::string rows;               // of the account; empty: nothing of it is read
  int code = 4;
};

std::ostream& operator<<(std::ostream& out, const BadFile& bad) { return out << bad.name; }

const std::string kScores = "client_id,forename,surname,dob,completed_on,measure,total\n";
const std::string kScore = "71,Zelda,Xanthou,1990-01-02,2024-07-01,GAD-7,9\n";
const std::string kMarac = "case_no,surname,forename,dob,address,postcode,meeting_date,party\n";
const std::string kMaracRow = "71,Xanthou,Zelda,01/02/1990,1 Mill Lane,XH1 1AA,01/07/2024,V\n";

std::string score_on(const std::string& born, const std::string& day) {
  return "72,Zelda,Xanthou," + born + "," + day + ",GAD-7,9\n";
}

// A workbook of one sheet, as small as one can be.
std::string workbook(const std::string& sheet) {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  const std::string office = "http://schemas.openxmlformats.org/";
  const std::string relations = office + "package/2006/relationships";
  const std::string of_office = office + "officeDocument/2006/relationships";
  const std::string main = office + "spreadsheetml/2006/main";
  const std::vector<std::pair<std::string, std::string>> parts = {
      {"[Content_Types].xml",
       head + "<Types xmlns=\"" + office + "package/2006/content-types\"></Types>"},
      {"_rels/.rels", head + "<Relationships xmlns=\"" + relations +
                          "\"><Relationship Id=\"a\" Type=\"" + of_office +
                          "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml", head + "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + of_office +
                              "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"b\"/></sheets>"
                              "</workbook>"},
      {"xl/_rels/workbook.xml.rels",
       head + "<Relationships xmlns=\"" + relations + "\"><Relationship Id=\"b\" Type=\"" +
           of_office + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
      {"xl/worksheets/sheet1.xml",
       head + "<worksheet xmlns=\"" + main + "\">" + sheet + "</worksheet>"}};
  const TemporaryFolder folder;
  const auto path = (folder.path() / "book.xlsx").string();
  auto* zip = zip_open(path.c_str(), ZIP_CREATE, nullptr);
  for (const auto& [name, bytes] : parts) {
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), 0);
  }
  EXPECT_EQ(zip_close(zip), 0);
  return text_of(path);
}

std::string sheet_row(int number, const std::vector<std::string>& cells) {
  std::string row = "<row r=\"" + std::to_string(number) + "\">";
  for (const auto& cell : cells) {
    const bool is_xml = cell.starts_with('<');
    row += "<c t=\"" + std::string(is_xml ? "n" : "inlineStr") + "\">" +
           (is_xml ? cell : "<is><t>" + cell + "</t></is>") + "</c>";
  }
  return row + "</row>";
}

// Of a MARAC, with a title above the header, whose cells are merged with others.
std::string marac_book(const std::string& born, const std::string& meeting) {
  return workbook(
      "<sheetData>" + sheet_row(1, {"Official"}) +
      sheet_row(2, {"case_no", "surname", "forename", "dob", "address", "postcode", "meeting_date",
                    "party"}) +
      sheet_row(3, {"71", "Xanthou", "Zelda", "01/02/1990", "1 Mill Lane", "XH1 1AA", "01/07/2024",
                    "V"}) +
      sheet_row(4, {"72", "Xanthou", "Zelda", born, "1 Mill Lane", "XH1 1AA", meeting, "V"}) +
      "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:H1\"/></mergeCells>");
}

std::vector<BadFile> odd_shapes() {
  const std::string asb = "Case;Surname;First name;Address;Postcode;What;Date;Step\n";
  const std::string asb_row = "1;Xanthou;Zelda;1 Mill Lane;XH1 1AA;Incident;01/07/2024;\n";
  return {
      {"wrong_feed",
       "scores",
       "asb_2024-07.csv",
       asb + asb_row,
       {"no table of the feed takes this file"},
       ""},
      {"renamed_header",
       "scores",
       "scores_2024-07.csv",
       "client_id,forename,surname,dob,completed on,measure,total\n" + kScore,
       {"column completed_on: error: the file does not have this column",
        "is it `completed on` in this file?"},
       ""},
      {"missing_column",
       "scores",
       "scores_2024-07.csv",
       "client_id,forename,surname,dob,completed_on,measure\n71,Zelda,Xanthou,,2024-07-01,GAD-7\n",
       {"column total: error: the file does not have this column"},
       ""},
      {"extra_column",
       "scores",
       "scores_2024-07.csv",
       "client_id,forename,surname,dob,completed_on,measure,total,Likes\n"
       "71,Zelda,Xanthou,1990-01-02,2024-07-01,GAD-7,9,Xylophones\n",
       {},
       "read 1 = 1 score",
       0},
      {"line_of_totals_the_feed_knows",
       "asb",
       "asb_2024-07.csv",
       asb + asb_row + "Total;1;;;;;;\nGrand total: 1\n",
       {},
       "read 1 = 1 asb_incident",
       0},
      {"line_of_totals",
       "scores",
       "scores_2024-07.csv",
       kScores + kScore + "Total,1,,,,,\n",
       {"row 3, column completed_on: error: the date is not given"},
       "read 2 = 1 score + 1 set aside"},
      {"line_of_totals_too_short",
       "scores",
       "scores_2024-07.csv",
       kScores + kScore + "Rows in all: 1\n",
       {"row 3: error: the row has more or fewer cells than the header"},
       "read 2 = 1 score + 1 set aside"},
      {"mixed_encodings",
       "scores",
       "scores_2024-07.csv",
       kScores + kScore + "72,Z\xEBlda,Xanthou,1990-01-02,2024-07-01,GAD-7,9\n",
       {"row 3: error: the row is not UTF-8 text"},
       "read 2 = 1 score + 1 set aside"},
      {"empty_file", "scores", "scores_2024-07.csv", "", {"the file is empty"}, ""},
      {"one_line_without_end",
       "scores",
       "scores_2024-07.csv",
       kScores + kScore + "72," + std::string(6 << 20, 'x'),
       {"row 3: error: the line is too long"},
       "read 2 = 1 score + 1 set aside"},
  };
}

std::vector<BadFile> odd_cells() {
  const std::string census =
      "person_id,upn,surname,forename,dob,sex,postcode,module,start_date,ceased_date\n";
  const std::string hospital =
      "nhs_number,surname,forename,dob,sex,postcode,entry,date,until,due,kind,risk\n";
  return {
      {"serial_for_a_day",
       "scores",
       "scores_2024-07.csv",
       kScores + kScore + score_on("1990-01-02", "45474"),
       {"row 3, column completed_on: error: this is not a day written as YYYY-MM-DD"},
       "read 2 = 1 score + 1 set aside"},
      {"american_day",
       "marac",
       "marac_2024-07.csv",
       kMarac + kMaracRow + "72,Xanthou,Zelda,,,,12/13/2024,V\n",
       {"row 3, column meeting_date: error: this is not a day"},
       "read 2 = 1 marac + 1 set aside"},
      {"age_for_a_birth_date",
       "scores",
       "scores_2024-07.csv",
       kScores + kScore + score_on("34", "2024-07-01"),
       {"row 3, column dob: error: this is not a day"},
       "read 2 = 1 score + 1 set aside"},
      {"upn_with_a_wrong_letter",
       "send",
       "send_2024-07.csv",
       census + "71,A801200001001,Xanthou,Zelda,2012-01-02,F,XH1 1AA,EHCP,2024-07-01,\n",
       {"row 2, column upn: warning: the form or check digit"},
       "read 1 = 1 ehc_plan",
       0},
      {"upn_that_is_the_identity",
       "education-other",
       "education-other_2024-07.csv",
       "upn,surname,forename,dob,sex,postcode,entry,provision,from,to\n"
       "A801200001001,Xanthou,Zelda,02/01/2012,F,XH1 1AA,Provision,EHE,01/07/2024,\n"
       "H801200001001,Xanthou,Zelda,02/01/2012,F,XH1 1AA,Provision,EHE,01/07/2024,\n",
       {"row 2, column upn: error:"},
       "set aside"},
      {"nhs_number_with_a_wrong_digit",
       "hospital",
       "hospital_2024-07.csv",
       hospital + "9374502232,Xanthou,Zelda,03/03/2019,F,XH8 8EF,Attendance,26/07/2024,,,A&E,\n"
                  "9374502233,Xanthou,Zelda,03/03/2019,F,XH8 8EF,Attendance,26/07/2024,,,A&E,\n",
       {"row 3, column nhs_number: error:"},
       "read 2 = 1 hospital_visit + 1 set aside"},
  };
}

std::vector<BadFile> odd_workbooks() {
  return {
      {"merged_cells",
       "marac",
       "marac_2024-07.xlsx",
       marac_book("", "31/06/2024"),
       {"1 groups of cells are merged", "row 4, column meeting_date: error: this is not a day"},
       "read 2 = 1 marac + 1 set aside"},
      {"formula_without_value",
       "marac",
       "marac_2024-07.xlsx",
       marac_book("<f>1+1</f>", "<f>TODAY()</f>"),
       {"2 formulas were saved without their value", "row 4, column meeting_date: error:"},
       "read 2 = 1 marac + 1 set aside"},
      {"serial_in_a_workbook",
       "marac",
       "marac_2024-07.xlsx",
       marac_book("", "<v>45474</v>"),
       {"row 4, column meeting_date: error: this is not a day"},
       "read 2 = 1 marac + 1 set aside"},
      {"zip_bomb",
       "marac",
       "marac_2024-07.xlsx",
       workbook(std::string(64 << 20, ' ')),
       {"one of its parts would unpack to far more than it should"},
       ""},
  };
}

class BadFiles : public testing::TestWithParam<BadFile> {
 protected:
  Ran run(std::vector<std::string> words) const {
    words.push_back(file);
    auto ran = run_program(words);
    const auto said = ran.out + ran.err;
    for (const auto& text : GetParam().says) EXPECT_NE(said.find(text), std::string::npos) << said;
    if (!GetParam().rows.empty()) {
      EXPECT_NE(said.find(GetParam().rows), std::string::npos) << said;
    }
    return ran;
  }
  static void expect_nobody_named(const Ran& ran) {
    for (const auto* cell : {"Zelda", "Xanthou", "Xylophones", "1 Mill Lane"}) {
      EXPECT_EQ((ran.out + ran.err).find(cell), std::string::npos) << ran.out << ran.err;
    }
  }

  TemporaryFolder folder;
  std::string file = folder.write("in/" + GetParam().file, GetParam().text);
  std::string store = (folder.path() / "store").string();
};
std::string name_of(const testing::TestParamInfo<BadFile>& of) { return of.param.name; }
INSTANTIATE_TEST_SUITE_P(OddShapes, BadFiles, testing::ValuesIn(odd_shapes()), name_of);
INSTANTIATE_TEST_SUITE_P(OddCells, BadFiles, testing::ValuesIn(odd_cells()), name_of);
INSTANTIATE_TEST_SUITE_P(OddWorkbooks, BadFiles, testing::ValuesIn(odd_workbooks()), name_of);

TEST_P(BadFiles, are_told_when_they_are_tried) {
  EXPECT_EQ(run({"feed", "check", GetParam().feed}).code, GetParam().code);
}

TEST_P(BadFiles, are_imported_as_far_as_they_are_sound) {
  const auto ran = run({"import", "--feed", GetParam().feed, "--started", "2024-01-01", "--out",
                        (folder.path() / "facts").string()});
  EXPECT_EQ(ran.code, GetParam().code) << ran.out << ran.err;
  expect_nobody_named(ran);
}

TEST_P(BadFiles, are_loaded_as_far_as_they_are_sound) {
  const auto ran = run({"load", "--store", store, "--feed", GetParam().feed, "--started",
                        "2024-01-01", "--on", "2024-08-05"});
  EXPECT_EQ(ran.code, GetParam().code) << ran.out << ran.err;
  expect_nobody_named(ran);
  const bool read = !GetParam().rows.empty();
  EXPECT_EQ(run_program({"verify", "--store", store}).code, read ? 0 : 5);
}

TEST(MendedFile, that_had_been_set_aside_is_loaded_beside_the_rest) {
  const TemporaryFolder folder;
  const auto store = (folder.path() / "store").string();
  const auto load = [&](const std::vector<std::string>& more) {
    std::vector<std::string> words = {"load",      "--store",    store,  "--feed",    "scores",
                                      "--started", "2024-01-01", "--on", "2024-08-05"};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
  };
  const auto file =
      folder.write("in/scores_2024-07.csv", kScores + kScore + score_on("1990-01-02", "45474"));
  EXPECT_EQ(load({file}).code, 4);
  auto kept = text_of(store + "/rejects/000001/scores_2024-07.csv");
  const auto wrong = kept.find("45474");
  ASSERT_NE(wrong, std::string::npos) << kept;
  kept.replace(wrong, 5, "2024-07-01");
  const auto mended = load({"--mends", "1", folder.write("mended/scores_2024-07.csv", kept)});
  EXPECT_EQ(mended.code, 0) << mended.out << mended.err;
  const auto facts = (folder.path() / "facts").string();
  EXPECT_EQ(run_program({"export", "--store", store, "--out", facts}).code, 0);
  const auto rows = text_of(facts + "/score.csv");
  for (const auto* row : {"71,2024-07-01,", "72,2024-07-01,"}) {
    EXPECT_NE(rows.find(row), std::string::npos) << rows;
  }
}

}  // namespace
}  // namespace hearth

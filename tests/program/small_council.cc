#include "program/small_council.h"

namespace hearth {

SmallCouncil::SmallCouncil() {
  plan = folder.write("plan.md",
                      "# A small plan\n\n```plan\n"
                      "plan small \"A small plan\"\n"
                      "  in force    2020-01-01 onwards\n"
                      "  eligible    at least 1 criteria\n"
                      "use \"" +
                          root() +
                          "/plans/catalogue.md\"\n"
                          "headline 1 \"School\"\n"
                          "criterion 1.1 \"Suspended, once or often\"\n"
                          "  need        any child: had suspension in last 6 months\n"
                          "  outcome     every child: no suspension in last 3 months\n"
                          "  sustain     in window\n"
                          "headline 2 \"Home\"\n"
                          "criterion 2.1 \"Rent is owed\" starred\n"
                          "  need        family: on rent_arrears where amount > £0\n"
                          "  outcome     undefined\n"
                          "  kinds       score then nothing\n"
                          "```\n");
  facts = (folder.path() / "facts").string();
  folder.write("facts/people.csv",
               "person_id,birth_date\nP1,1985-05-05\nP2,2012-03-01\nP3,2015-11-20\n");
  folder.write("facts/families.csv", "family_id,started_on\nF2,2024-02-01\nF1,2024-01-01\n");
  folder.write("facts/members.csv",
               "family_id,person_id,role,start_date,end_date\nF1,P1,parent,2024-01-01,\n"
               "F2,P3,child,2024-02-01,\nF1,P2,child,2024-01-01,\n");
  folder.write("facts/suspension.csv",
               "person_id,date,days\nP3,2024-06-03,1\nP2,2024-03-05,2\nP2,2024-02-01,1\n");
  folder.write("facts/rent_arrears.csv", "family_id,date,amount\nF2,2024-05-01,310.25\n");
  folder.write("facts/coverage.csv",
               "record_type,start_date,end_date\nsuspension,2023-06-01,2024-07-31\n"
               "rent_arrears,2024-01-01,2024-12-31\n");
}

Ran SmallCouncil::ask(const std::string& command, const std::vector<std::string>& more) const {
  std::vector<std::string> words = {command};
  words.insert(words.end(), more.begin(), more.end());
  for (const std::string word : {"--plan", plan.c_str(), "--facts", facts.c_str()}) {
    words.push_back(word);
  }
  return run_program(words);
}

}  // namespace hearth

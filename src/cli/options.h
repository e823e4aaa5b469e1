// Options that several commands share, declared the same way everywhere.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "cli/world.h"
#include "engine/row_writer.h"
#include "facts/facts.h"

namespace CLI {
class App;
}

namespace hearth {

struct AnswerOptions {
  std::string form = "table";
  std::string out;

  Format format() const;
};

// Where the question is asked: which plans, which facts, which day.
struct QuestionOptions {
  std::vector<std::string> plans;
  std::string facts;
  std::string store;       // instead of facts
  std::string command;     // who it is that asks: `evaluate`
  std::string by;          // who asks, over a store; empty: the system's user
  std::string on;          // checked to be a day
  bool over_time = false;  // asks about all days, not about one
  std::string known;       // checked to be a day
  std::vector<std::string> families;
  std::vector<std::string> criteria;  // refs; empty: all
  int threads = 0;                    // 0: as many as the machine has
  AnswerOptions answer;

  std::optional<Date> on_day() const;
  std::optional<Date> known_day() const;
  int thread_count() const;
  const std::string& where() const { return store.empty() ? facts : store; }
};

enum class Forms { All, TableCsvJson, TableJson };

void add_plan_option(CLI::App& app, std::vector<std::string>& plans);
void add_plan_argument(CLI::App& app, std::vector<std::string>& plans);  // FILE… or --plan FILE
void add_out_option(CLI::App& app, std::string& out);
void add_answer_options(CLI::App& app, AnswerOptions& answer, Forms forms);
void add_day_option(CLI::App& app, const std::string& name, std::string& day,
                    const std::string& about);
void add_store_option(CLI::App& app, std::string& store);
void add_by_option(CLI::App& app, std::string& by);  // of those that leave a look
void add_days_option(CLI::App& app, const std::string& name, std::string& text,
                     const std::string& about);           // FROM..TO
std::optional<Stretch> days_of(const std::string& text);  // of such a text
void add_family_option(CLI::App& app, std::vector<std::string>& families);
void add_criterion_option(CLI::App& app, std::vector<std::string>& refs);
// All of a question but the plans.
void add_facts_options(CLI::App& app, QuestionOptions& question);
void add_question_options(CLI::App& app, QuestionOptions& question);

}  // namespace hearth

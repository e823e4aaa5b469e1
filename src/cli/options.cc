#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

#include "cli/known.h"

namespace hearth {
namespace {

std::string wrong_day(const std::string& text) {
  return parse_date(text) ? std::string() : "`" + text + "` is not a day such as 2025-07-31";
}

CLI::Validator day() { return {wrong_day, "", "day"}; }

std::optional<Date> day_of(const std::string& text) {
  return text.empty() ? std::nullopt : parse_date(text);
}

}  // namespace

Format AnswerOptions::format() const {
  if (form == "csv") return Format::Csv;
  if (form == "json") return Format::Json;
  if (form == "parquet") return Format::Parquet;
  return Format::Table;
}

std::optional<Date> QuestionOptions::on_day() const { return day_of(on); }
std::optional<Date> QuestionOptions::known_day() const { return day_of(known); }

int QuestionOptions::thread_count() const {
  if (threads > 0) return threads;
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void add_plan_option(CLI::App& app, std::vector<std::string>& plans) {
  app.add_option("--plan", plans, "The plan, a Markdown document; several are answered apart")
      ->type_name("FILE")
      ->allow_extra_args(false)
      ->required();
}

void add_plan_argument(CLI::App& app, std::vector<std::string>& plans) {
  app.add_option("plan,--plan", plans, "The plan, a Markdown document; several are read apart")
      ->type_name("FILE")
      ->required();
}

void add_out_option(CLI::App& app, std::string& out) {
  app.add_option("--out", out, "Write to this file instead of standard output")->type_name("FILE");
}

void add_answer_options(CLI::App& app, AnswerOptions& answer, Forms forms) {
  std::vector<std::string> names = {"table", "json"};
  if (forms != Forms::TableJson) names.insert(names.begin() + 1, "csv");
  if (forms == Forms::All) names.emplace_back("parquet");
  app.add_option("--format", answer.form, "How the answer is written; table if not given")
      ->type_name("FORM")
      ->check(CLI::IsMember(names));
  add_out_option(app, answer.out);
}

void add_day_option(CLI::App& app, const std::string& name, std::string& text,
                    const std::string& about) {
  app.add_option(name, text, about)->type_name("DATE")->check(day());
}

void add_store_option(CLI::App& app, std::string& store) {
  app.add_option("--store", store, "The store: a folder, or postgresql://HOST/DATABASE?lake=FOLDER")
      ->type_name("STORE")
      ->required();
}

void add_by_option(CLI::App& app, std::string& by) {
  const auto wrong = [](const std::string& who) {
    const bool sound =
        std::ranges::none_of(who, [](unsigned char c) { return c < ' ' || c == 127; });
    return sound ? std::string() : std::string("a name of one line is wanted");
  };
  app.add_option("--by", by,
                 "Who asks of a store, kept in its casebook; the system's user if not given")
      ->type_name("WHO")
      ->check(CLI::Validator(wrong, "", "name"));
}

std::optional<Stretch> days_of(const std::string& text) {
  const auto dots = text.find("..");
  if (dots == std::string::npos) return std::nullopt;
  const auto first = parse_date(text.substr(0, dots));
  const auto last = parse_date(text.substr(dots + 2));
  if (!first || !last || *last < *first) return std::nullopt;
  return Stretch{*first, *last};
}

void add_days_option(CLI::App& app, const std::string& name, std::string& text,
                     const std::string& about) {
  const auto wrong = [](const std::string& days) {
    return days_of(days) ? std::string()
                         : "`" + days + "` are not days such as 2024-09-01..2024-12-20";
  };
  app.add_option(name, text, about)
      ->type_name("FROM..TO")
      ->check(CLI::Validator(wrong, "", "days"));
}

void add_family_option(CLI::App& app, std::vector<std::string>& families) {
  app.add_option("--family", families, "Only this family; may be repeated")
      ->type_name("ID")
      ->allow_extra_args(false);
}

void add_criterion_option(CLI::App& app, std::vector<std::string>& refs) {
  app.add_option("--criterion", refs,
                 "Only these criteria, such as 1.1,7.3; files they do not read are not opened")
      ->type_name("REF,…")
      ->delimiter(',')
      ->allow_extra_args(false);
}

void add_facts_options(CLI::App& app, QuestionOptions& question) {
  auto* where = app.add_option_group("Facts", "One of these two");
  where->add_option("--facts", question.facts, "The folder of facts: people, families, records")
      ->type_name("DIR");
  where
      ->add_option("--store", question.store,
                   "The store: a folder, or postgresql://HOST/DATABASE?lake=FOLDER")
      ->type_name("STORE");
  where->require_option(1);
  add_day_option(app, "--on", question.on, "The day to answer for; today if not given");
  add_known_option(app, question.known, "Use only what had been told by this day");
  add_by_option(app, question.by);
  app.add_option("--threads", question.threads,
                 "How many threads; all the machine has if not given")
      ->type_name("N")
      ->check(CLI::Range(1, 1024).description(""));
}

void add_question_options(CLI::App& app, QuestionOptions& question) {
  add_plan_option(app, question.plans);
  add_facts_options(app, question);
}

}  // namespace hearth

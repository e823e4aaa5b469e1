#include "cli/known.h"

#include <CLI/CLI.hpp>
#include <charconv>

namespace hearth {
namespace {

std::optional<std::int64_t> run_in(std::string_view text) {
  constexpr std::string_view kRun = "run ";
  std::int64_t run = 0;
  if (!text.starts_with(kRun)) return std::nullopt;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + kRun.size(), end, run);
  return read.ec == std::errc() && read.ptr == end && run > 0 ? std::optional(run) : std::nullopt;
}

}  // namespace

AsKnown known_of(const std::string& text) {
  const auto run = run_in(text);
  return run ? AsKnown::by_run(*run) : AsKnown(parse_date(text));
}

void add_known_option(CLI::App& app, std::string& known, const std::string& about) {
  const auto wrong = [](const std::string& text) {
    return parse_date(text) || run_in(text)
               ? std::string()
               : "`" + text + "` is neither a day such as 2025-07-31 nor a run such as 'run 17'";
  };
  app.add_option("--known", known,
                 about + "; or 'run N': as that run of hearth link left the store")
      ->type_name("DATE")
      ->check(CLI::Validator(wrong, "", "known"));
}

std::string refuses_known(const QuestionOptions& question) {
  if (!question.store.empty() || !known_of(question.known).run) return {};
  return "a folder of facts knows of no run: --known takes a day there";
}

}  // namespace hearth

// The program `hearth`: finds the command the words name, lets it declare its options, runs it.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <map>
#include <string>
#include <vector>

#include "base/text.h"
#include "cli/command.h"

namespace {

using hearth::Command;

constexpr std::string_view kAbout =
    "Runs the outcomes plans of English councils: says for every family, every criterion and\n"
    "every day what is a need, what has improved, what has lasted, what is unknown, and why.";
constexpr std::string_view kFoot =
    "Each command explains itself with an example: hearth evaluate --help\n"
    "Exit: 0 done; 1 the answer is no, or something differs; 2 wrong usage; 3 bad plan;\n"
    "4 bad data, rows were set aside; 5 a file or a disk failed.";

bool is_command(const std::string& word) {
  return std::ranges::any_of(hearth::commands(),
                             [&](const Command& command) { return command.name == word; });
}

// What the commands that begin with a word are about.
std::string_view about_group(std::string_view word) {
  return word == "feed" ? "Describe and try agencies' files" : "Read, check and test plans";
}

// The App under which a command of this name stands: `plan check` under `plan`.
CLI::App& place_of(CLI::App& program, std::string_view name, std::string_view about) {
  CLI::App* at = &program;
  const auto words = hearth::split(name, ' ');
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word(words[i]);
    const bool last = i + 1 == words.size();
    const auto named = [&](const CLI::App* sub) { return sub->get_name() == word; };
    const auto there = at->get_subcommands(named);
    at = there.empty()
             ? at->add_subcommand(word, last ? std::string(about) : std::string(about_group(word)))
             : there.front();
    if (!last && !is_command(at->get_name())) at->require_subcommand(1);
  }
  return *at;
}

std::string nearest_command(const CLI::App& program, const std::vector<std::string>& words) {
  std::vector<std::string> names;
  for (const auto* sub : program.get_subcommands({})) names.push_back(sub->get_name());
  return words.empty() ? std::string() : hearth::nearest(words.front(), names);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is no error: writing stops
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may grow no further is an error, and is said
  const auto world = hearth::World::here();

  CLI::App program{std::string(kAbout), "hearth"};
  program.footer(std::string(kFoot));
  program.require_subcommand(1);
  program.set_version_flag("--version", "hearth 0.1.0");
  program.set_help_flag("--help", "Say how this is used");

  std::map<const CLI::App*, hearth::Run> runs;
  for (const auto& command : hearth::commands()) {
    auto& app = place_of(program, command.name, command.about);
    app.footer(std::string(command.teaches));
    runs[&app] = command.declare(app);
  }

  try {
    program.parse(argc, argv);
  } catch (const CLI::Success& help) {  // --help, --version
    return program.exit(help);
  } catch (const CLI::ParseError& wrong) {
    std::string why = wrong.what();
    const std::vector<std::string> words(argv + 1, argv + argc);
    const auto nearest = nearest_command(program, words);
    if (!nearest.empty() && nearest != words.front()) why += "; did you mean `" + nearest + "`?";
    return static_cast<int>(world.refuse(why + "\nhearth --help says how it is used"));
  }

  const CLI::App* chosen = &program;
  while (!chosen->get_subcommands().empty()) chosen = chosen->get_subcommands().front();
  return static_cast<int>(runs.at(chosen)(world));
}

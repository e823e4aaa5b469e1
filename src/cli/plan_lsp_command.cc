#include <poll.h>
#include <unistd.h>
#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "author/language_server.h"
#include "author/message_frames.h"
#include "cli/command.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

// Only what is a file: a document that `use`s a device or a pipe would never be read to its end.
Result<std::string> read_document(const std::string& path) {
  std::error_code error;
  if (!fs::exists(path, error)) return failed("no such file");
  if (!fs::is_regular_file(path, error)) return failed("it is no file");
  return read_text_file(path);
}

// The plans that come with hearth: below the folder it is run in, then beside the program.
std::vector<std::string> shipped_plans() {
  std::error_code error;
  std::vector<std::string> folders;
  const auto here = fs::current_path(error);
  if (!error) folders.push_back((here / "plans").string());
  const auto program = fs::read_symlink("/proc/self/exe", error);
  if (!error) folders.push_back((program.parent_path().parent_path() / "plans").string());
  return folders;
}

bool send(const std::vector<std::string>& messages) {
  for (const auto& message : messages) {
    const auto frame = framed(message);
    if (std::fwrite(frame.data(), 1, frame.size(), stdout) != frame.size()) return false;
  }
  return std::fflush(stdout) == 0;
}

bool more_is_waiting() {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return poll(&input, 1, 0) > 0;
}

// Adds what has arrived; false at the end of the input.
bool wait_for_more(MessageFrames& frames) {
  char buffer[1 << 16];
  for (;;) {
    const auto size = read(STDIN_FILENO, buffer, sizeof buffer);
    if (size < 0 && errno == EINTR) continue;
    if (size > 0) frames.add({buffer, static_cast<std::size_t>(size)});
    return size > 0;
  }
}

// Answers every message that is here; false when the editor has left or cannot be answered.
bool answer_all(LanguageServer& server, MessageFrames& frames) {
  while (const auto message = frames.next()) {
    const auto answers =
        *message ? server.receive(**message) : server.receive_broken(message->error().message);
    if (!send(answers) || server.has_left()) return false;
  }
  return true;
}

ExitCode run(const World& world, std::vector<std::string> shelves) {
  for (auto& folder : shelves) folder = fs::absolute(folder).lexically_normal().string();
  for (auto& folder : shipped_plans()) shelves.push_back(std::move(folder));
  LanguageServer server(read_document, std::move(shelves));
  MessageFrames frames;
  if (world.output_is_terminal) {
    world.say("waiting for an editor to speak the Language Server Protocol; Ctrl-C ends it");
  }
  bool heard = true;
  while (heard) {
    heard = wait_for_more(frames);
    if (!answer_all(server, frames)) break;
    const bool all_is_read = !heard || !more_is_waiting();
    if (all_is_read && !send(server.tell())) break;
  }
  return server.left_well() ? ExitCode::Done : ExitCode::No;
}

}  // namespace

Run declare_plan_lsp(CLI::App& app) {
  const auto shelves = std::make_shared<std::vector<std::string>>();
  app.add_option("--plans", *shelves,
                 "A folder in which documents that a plan uses are looked for by name, when they\n"
                 "do not lie beside it; the plans that come with hearth are looked for last");
  app.add_flag("--stdio")->description("Accepted: some editors say it, and there is no other way");
  return [shelves](const World& world) { return run(world, *shelves); };
}

}  // namespace hearth

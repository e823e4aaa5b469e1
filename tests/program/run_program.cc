#include "program/run_program.h"

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace hearth {
namespace {

namespace fs = std::filesystem;

std::string quoted(const std::string& word) {
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  static std::atomic<int> count = 0;
  path_ = fs::temp_directory_path() /
          ("hearth-program-" + std::to_string(getpid()) + "-" + std::to_string(++count));
  fs::create_directories(path_);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, const std::string& text) const {
  const auto path = path_ / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
  return path.string();
}

std::string root() { return HEARTH_SOURCE_DIR; }

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

Ran run_shell(const std::string& line) {
  const TemporaryFolder folder;
  const auto out = (folder.path() / "out").string();
  const auto err = (folder.path() / "err").string();
  const auto whole = "HEARTH=" + quoted(HEARTH_PROGRAM) + "; { " + line + "; } >" + quoted(out) +
                     " 2>" + quoted(err);
  const int status = std::system(("bash -c " + quoted(whole)).c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(out), text_of(err)};
}

Ran run_program(const std::vector<std::string>& words) {
  std::string line = "\"$HEARTH\"";
  for (const auto& word : words) line += " " + quoted(word);
  return run_shell(line);
}

}  // namespace hearth

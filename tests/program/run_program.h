// Runs the built program as its users do: words in, two streams and an exit code out.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hearth {

struct Ran {
  int code = -1;
  std::string out;
  std::string err;
};

Ran run_program(const std::vector<std::string>& words);

// A line of the shell, in which $HEARTH is the program.
Ran run_shell(const std::string& line);

// A folder of its own that goes with the value.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::string write(const std::string& name, const std::string& text) const;  // its path

 private:
  std::filesystem::path path_;
};

std::string root();                            // of the repository
std::string text_of(const std::string& path);  // of a file

}  // namespace hearth

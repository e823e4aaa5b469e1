// The program test_spec: the tests; or with --update the specs' answers rewritten, or with
// --manual FOLDER the manual rendered.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "spec/manual.h"
#include "spec/run_spec.h"
#include "spec/spec_file.h"

namespace {

const std::string kRoot = HEARTH_SOURCE_DIR;

void write(const std::string& path, const std::string& text) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

// Only specs whose path holds `part`; empty for all.
int update(const std::string& part) {
  int changed = 0;
  for (const auto& spec : hearth::read_specs(kRoot)) {
    if (spec.path.find(part) == std::string::npos) continue;
    const auto text = hearth::with_answers(kRoot, spec);
    if (text == spec.text) continue;
    write(kRoot + "/" + spec.path, text);
    std::cout << spec.path << "\n";
    ++changed;
  }
  std::cout << changed << " specs changed\n";
  return 0;
}

int manual(const std::string& folder) {
  for (const auto& [name, text] : hearth::render_manual(kRoot)) {
    write(folder + "/" + name, text);
    std::cout << folder << "/" << name << "\n";
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (!words.empty() && words[0] == "--update") return update(words.size() > 1 ? words[1] : "");
  if (words.size() == 2 && words[0] == "--manual") return manual(words[1]);
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}

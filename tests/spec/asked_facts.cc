#include "spec/asked_facts.h"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "facts/read_facts.h"
#include "facts/write_facts.h"
#include "intake/import.h"
#include "intake/read_feed.h"
#include "spec/bytes.h"
#include "spec/run_spec.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

const SpecBlock* file_of(const Spec& spec, const std::string& name) {
  const auto found = std::ranges::find_if(
      spec.blocks, [&](const SpecBlock& block) { return block.is_file() && block.word() == name; });
  return found == spec.blocks.end() ? nullptr : &*found;
}

Result<std::string> read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failed("there is no such file");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

bool names_a_plan(const Spec& spec) {
  return std::ranges::any_of(spec.blocks, [](const SpecBlock& block) {
    return block.word() == "plan" && ("\n" + block.content).find("\nplan ") != std::string::npos;
  });
}

// The lines above a fragment are not the author's, so lines are counted without them.
void lift(Place& place, const std::string& name, int lines) {
  if (place.file == name && place.line > lines) place.line -= lines;
  place.file = fs::path(place.file).filename().string();
}

// A folder of its own that is gone again with the value.
struct Folder {
  fs::path path;

  explicit Folder(const std::string& name)
      : path(fs::temp_directory_path() / fmt::format("hearth-{}-{}", name, ::getpid())) {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  Folder(const Folder&) = delete;
};

void write_files(const Spec& spec, const fs::path& folder) {
  for (const auto& block : spec.blocks) {
    if (!block.is_file() || block.word().ends_with(".md")) continue;
    fs::create_directories((folder / block.word()).parent_path());
    std::ofstream(folder / block.word(), std::ios::binary) << with_bytes(block.content);
  }
}

std::string counts_of(const std::vector<FileCount>& files) {
  std::string text;
  for (const auto& file : files) {
    if (file.set_aside == 0) continue;
    text += fmt::format("{}: {} rows read, {} kept, {} set aside\n", file.file, file.rows,
                        file.kept, file.set_aside);
  }
  return text;
}

void read_folder(const fs::path& folder, const Plan& plan, std::optional<Date> known,
                 SpecFacts& spec_facts) {
  auto read = read_facts(folder.string(), plan.catalogue, {.known_by = known});
  if (!read) {
    spec_facts.counts = "error: " + read.error().message + "\n";
    return;
  }
  spec_facts.faults = read->diagnostics.list();
  spec_facts.counts += counts_of(read->counts);
  spec_facts.read = std::make_unique<const Facts>(std::move(read->facts));
  spec_facts.asked.push_back({{}, spec_facts.read.get()});
}

const SpecBlock* feed_of(const Spec& spec) {
  const auto found = std::ranges::find_if(spec.blocks, [](const SpecBlock& block) {
    return block.is_file() && block.word().ends_with(".toml");
  });
  return found == spec.blocks.end() ? nullptr : &*found;
}

// Every file of a folder, one after the other.
std::string folder_text(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::ranges::sort(files);
  std::string text;
  for (const auto& file : files) {
    text += file.filename().string() + "\n" + read_whole(file.string()).value_or("") + "\n";
  }
  return text;
}

// What follows the feed's name after its fence: `started DAY`, `received DAY`, `covers DAY DAY`.
ImportOptions import_options(const fs::path& folder, const Spec& spec) {
  ImportOptions options;
  for (const auto& block : spec.blocks) {
    const bool sent = block.is_file() && !block.word().ends_with(".toml");
    if (sent && !block.word().ends_with(".md")) options.files.push_back(folder / block.word());
  }
  const auto words = feed_of(spec)->words();
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const auto day = parse_date(words[i + 1]);
    if (words[i] == "started") options.started = day;
    if (words[i] == "received") options.received = day;
    if (words[i] == "covers" && i + 2 < words.size()) {
      options.covers = Stretch{*day, parse_date(words[i + 2]).value_or(*day)};
    }
  }
  return options;
}

SpecFacts import_folder(const fs::path& folder, const Spec& spec, const Plan& plan) {
  SpecFacts spec_facts;
  const auto* block = feed_of(spec);
  const auto others = [&](const std::string& name) -> Result<Source> {
    const auto* other = file_of(spec, name + ".toml");
    if (!other) return failed("there is no such feed");
    return Source(name + ".toml", other->content);
  };
  auto reading = read_feed(Source(block->word(), block->content), plan.catalogue, others);
  spec_facts.faults = reading.diagnostics.list();
  if (!reading.feed) return spec_facts;
  auto imported = import_files(*reading.feed, plan.catalogue, import_options(folder, spec));
  if (!imported) {
    spec_facts.counts = "error: " + imported.error().message + "\n";
    return spec_facts;
  }
  for (auto fault : imported->diagnostics.list()) {
    fault.place.file = fs::path(fault.place.file).filename().string();
    spec_facts.faults.push_back(fault);
  }
  spec_facts.counts = account_of(*imported);
  if (!imported->facts) return spec_facts;
  const auto made = folder / "facts";
  if (auto written = write_facts(*imported->facts, made.string(), FileFormat::Csv); !written) {
    spec_facts.counts += "error: " + written.error().message + "\n";
    return spec_facts;
  }
  spec_facts.files = folder_text(made);
  spec_facts.read = std::make_unique<const Facts>(std::move(*imported->facts));
  spec_facts.asked.push_back({{}, spec_facts.read.get()});
  return spec_facts;
}

}  // namespace

bool has_files(const Spec& spec) {
  return std::ranges::any_of(spec.blocks, [](const SpecBlock& block) {
    return block.is_file() && !block.word().ends_with(".md");
  });
}

int lines_above(const Spec& spec) {
  const bool below = file_of(spec, "plan.md") == nullptr && !names_a_plan(spec);
  return below ? static_cast<int>(std::ranges::count(kAbove, '\n')) : 0;
}

SpecPlan load_spec_plan(const std::string& root, const Spec& spec) {
  const bool whole = file_of(spec, "plan.md") != nullptr;
  const std::string above = lines_above(spec) == 0 ? "" : std::string(kAbove);
  const std::string folder = fs::path(spec.path).parent_path().string();
  const std::string path = whole ? folder + "/plan.md" : spec.path;
  const auto loaded = load_plan(path, [&](const std::string& asked) -> Result<std::string> {
    const auto name = fs::path(asked).filename().string();
    if (asked == spec.path) return above + spec.text;
    if (const auto* file = file_of(spec, name)) return with_bytes(file->content);
    return read_whole(root + "/plans/" + name);
  });
  const int lines = lines_above(spec);
  SpecPlan result{loaded.plan, loaded.diagnostics.list()};
  for (auto& fault : result.faults) {
    lift(fault.place, spec.path, lines);
    for (auto& label : fault.labels) lift(label.place, spec.path, lines);
  }
  return result;
}

SpecFacts load_spec_facts(const std::string& root, const Spec& spec, const Plan& plan,
                          std::optional<Date> known) {
  (void)root;
  SpecFacts spec_facts;
  if (!has_files(spec)) {
    for (const auto& example : plan.examples) {
      spec_facts.asked.push_back({example.title, example.facts.get()});
    }
    return spec_facts;
  }
  const Folder folder(fs::path(spec.path).stem().string());
  write_files(spec, folder.path);
  if (feed_of(spec)) return import_folder(folder.path, spec, plan);
  read_folder(folder.path, plan, known, spec_facts);
  return spec_facts;
}

}  // namespace hearth

// Any bytes as `suspension.csv` of a facts folder: reading never crashes, and every row it finds is
// kept or set aside.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "facts/read_facts.h"

namespace {

using namespace hearth;

Catalogue catalogue() {
  Field days;
  days.name = "days";
  days.least = 0;
  Field kind;
  kind.name = "kind";
  kind.kind = FieldKind::Code;
  kind.codes = {"fixed", "lunchtime"};
  Field about;
  about.name = "about";
  about.kind = FieldKind::Text;
  RecordType type;
  type.name = "suspension";
  type.fields = {days, kind, about};
  Catalogue declared;
  declared.record_types = {type};
  return declared;
}

// In memory where there is such a place, since every input is written once.
std::filesystem::path make_folder() {
  const char* chosen = std::getenv("TMPDIR");
  const std::filesystem::path shared = "/dev/shm";
  const auto parent = chosen != nullptr                 ? std::filesystem::path(chosen)
                      : std::filesystem::exists(shared) ? shared
                                                        : std::filesystem::temp_directory_path();
  auto pattern = (parent / "hearth-fuzz-XXXXXX").string();
  const std::filesystem::path folder = ::mkdtemp(pattern.data());
  std::ofstream(folder / "people.csv") << "person_id\nP1\nP2\n";
  std::ofstream(folder / "families.csv") << "family_id,started_on\nF1,2024-09-02\n";
  std::ofstream(folder / "members.csv") << "family_id,person_id,role\nF1,P1,child\nF1,P2,child\n";
  return folder;
}

struct Folder {
  std::filesystem::path path = make_folder();
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder kFolder;
  static const Catalogue kDeclared = catalogue();
  std::ofstream(kFolder.path / "suspension.csv", std::ios::binary)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  const auto read = read_facts(kFolder.path.string(), kDeclared, {});
  if (!read) std::abort();
  for (const auto& count : read->counts) {
    if (count.rows != count.kept + count.set_aside) std::abort();
  }
  const auto& table = read->facts.of_people[0];
  const auto& family_table = read->facts.of_families[0];
  for (const auto& count : read->counts) {
    const auto records = static_cast<std::int64_t>(table.size() + family_table.size());
    if (count.file == "suspension.csv" && count.kept != records) std::abort();
  }
  return 0;
}

#include "store/link_copies.h"

#include <fmt/format.h>

#include "table/table_file.h"
#include "table/write_file.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMostRows = 20'000;  // of more, to open a database matters little
constexpr std::size_t kDigits = 16;         // of a sum, in a name

fs::path folder_of(const Lake& lake) { return lake.folder() / "links"; }

// `000379-001-`, the segment's sum, and `-`: what the names of its copies begin with.
std::string name_begin(std::string_view segment, std::string_view sha256) {
  return fmt::format("{}-{}-", fs::path(segment).stem().string(), sha256.substr(0, kDigits));
}

std::string name_of(std::string_view begin, const fs::path& copy) {
  const auto sum = checksum_of(copy);
  return sum ? fmt::format("{}{}.csv", begin, sum->sha256.substr(0, kDigits)) : std::string();
}

// Whether all rows can be told apart again: a zero byte, say, no CSV can hold.
bool holds_rows(const fs::path& copy, std::int64_t rows) {
  auto file = TableFile::open_csv(copy);
  if (!file) return false;
  for (;;) {
    const auto chunk = file->next();
    if (!chunk) return false;
    if (*chunk == nullptr) break;
  }
  return file->delivered() == rows && file->rows() == rows && !file->fault();
}

void keep_copy(Database& database, const Lake& lake, const WrittenSegment& segment) {
  const auto begin = name_begin(segment.name, segment.sum.sha256);
  const auto passing = folder_of(lake) / (begin + "passing.csv");
  const auto source = lake.segment_path(segment.name);
  const auto query = sql("select * from read_parquet({})", literal(source.string()));
  std::error_code code;
  if (!write_file(database, query, passing, FileFormat::Csv)) return;
  const auto name = holds_rows(passing, segment.rows) ? name_of(begin, passing) : std::string();
  if (!name.empty()) fs::rename(passing, folder_of(lake) / name, code);
  if (name.empty() || code) fs::remove(passing, code);
}

}  // namespace

void keep_copies(Database& database, const Lake& lake,
                 const std::vector<WrittenSegment>& segments) {
  for (const auto& segment : segments) {
    if (segment.kind == kSightings && segment.rows <= kMostRows) {
      keep_copy(database, lake, segment);
    }
  }
}

LinkCopies::LinkCopies(const Lake& lake) : folder_(folder_of(lake)) {
  std::error_code code;
  for (fs::directory_iterator entry(folder_, code); !code && entry != fs::directory_iterator();
       entry.increment(code)) {
    names_.insert(entry->path().filename().string());
  }
}

std::optional<fs::path> LinkCopies::of(const SegmentEntry& segment) const {
  const auto begin = name_begin(segment.name, segment.sha256);
  for (auto name = names_.lower_bound(begin); name != names_.end() && name->starts_with(begin);
       ++name) {
    if (*name == name_of(begin, folder_ / *name)) return folder_ / *name;
  }
  return std::nullopt;
}

}  // namespace hearth

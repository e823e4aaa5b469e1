// One load as the casebook has it: what it is, its files, what was made of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"

namespace hearth {

struct FileEntry {
  std::string name;
  std::int64_t bytes = 0;
  std::string sha256;
};

// A file of the store: a Parquet segment of a kind, or rows set aside.
struct SegmentEntry {
  std::string name;  // `suspension/000003-001.parquet`
  std::string kind;  // `suspension`, or one of those below
  std::int64_t rows = 0;
  std::int64_t bytes = 0;
  std::string sha256;
};
inline constexpr std::string_view kSightings = "sightings";
inline constexpr std::string_view kRelations = "relations";
inline constexpr std::string_view kRejects = "rejects";

// Whether a kind of segment is records of that type.
inline bool is_record_type(std::string_view kind) {
  return kind != kSightings && kind != kRelations && kind != kRejects;
}

struct CoverEntry {
  std::string record_type;
  Date first, last;
};

// So many rows of a file, as a table of the feed, came to this: `suspension`, `set aside`.
struct OutcomeEntry {
  std::string file, table, outcome;
  std::int64_t rows = 0;
};

// In so many rows a column of a table was filled.
struct FilledEntry {
  std::string table, column;
  std::int64_t rows = 0;
};

struct LoadEntry {
  std::int64_t number = 0;
  std::string feed;
  std::string source;  // as the records name it
  std::string term;    // empty where there is none
  Date first, last;    // the days it covers
  Date known_on;
  Date loaded_on;
  std::int64_t mends = 0;  // the number of another load, or 0
  std::string content;     // see content_of
  std::string seal;        // see seal_of

  std::vector<FileEntry> files;
  std::vector<SegmentEntry> segments;
  std::vector<CoverEntry> covered;
  std::vector<OutcomeEntry> outcomes;
  std::vector<FilledEntry> filled;

  std::int64_t place() const { return mends == 0 ? number : mends; }
  std::int64_t rows_of(std::string_view kind) const;
};

// Files, segments and counts in the one order in which they are sealed and shown.
void put_in_order(LoadEntry& load);

// What makes two loads the same: SHA-256 of feed, days, what it mends and its files' sums.
std::string content_of(const LoadEntry& load);

// SHA-256 of all that is here of the load, and of the seal before it.
std::string seal_of(const LoadEntry& load, std::string_view seal_before);

// A line for each row the casebook has of it, as `hearth dump` prints them.
std::string to_text(const LoadEntry& load);

}  // namespace hearth

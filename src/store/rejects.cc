#include "store/rejects.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace hearth {

struct Rejects::File {
  std::FILE* stream = nullptr;
  std::int64_t rows = 0;
  int failure = 0;  // errno

  ~File() {
    if (stream != nullptr) std::fclose(stream);
  }
  void write(std::string_view text) {
    if (stream == nullptr || failure != 0) return;
    if (std::fwrite(text.data(), 1, text.size(), stream) != text.size()) failure = errno;
  }
  void close() {
    if (stream == nullptr) return;
    if (failure == 0 && (std::fflush(stream) != 0 || ::fsync(::fileno(stream)) != 0)) {
      failure = errno;
    }
    std::fclose(stream);
    stream = nullptr;
  }
};

namespace {

std::string cell(std::string_view text, char delimiter) {
  const char special[] = {delimiter, '"', '\n', '\r', '\0'};
  if (text.find_first_of(special) == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

// An XML file has several tables; any other is known by its name when it comes back.
std::string file_name(const LoadFile& file, const TableRule& table) {
  if (!table.rows.empty()) return fmt::format("{}.{}.csv", file.name, table.name);
  return std::filesystem::path(file.name).replace_extension(".csv").string();
}

}  // namespace

Rejects::Rejects(const Lake& lake, std::int64_t load, const FeedForm& form)
    : lake_(lake), load_(load), delimiter_(form.delimiter), marked_(form.windows_1252) {}
Rejects::~Rejects() = default;

Rejects::File& Rejects::file_for(const LoadFile& file, const TableRule& table) {
  const auto name = load_name(load_) + "/" + file_name(file, table);
  auto& found = files_[name];
  if (found) return *found;
  found = std::make_unique<File>();
  const auto path = lake_.rejects_path(name);
  std::error_code code;
  std::filesystem::create_directories(path.parent_path(), code);
  found->stream = std::fopen(path.c_str(), "wb");
  if (found->stream == nullptr) found->failure = errno;
  std::string header;
  for (const auto& column : table.columns) header += cell(column, delimiter_) + delimiter_;
  if (marked_) found->write(kByteOrderMark);
  found->write(fmt::format("{}set_aside_row{}{}\n", header, delimiter_, kSetAsideBecause));
  return *found;
}

void Rejects::take(const LoadFile& file, const TableRule& table, const FeedRow& row,
                   std::string_view why) {
  auto& into = file_for(file, table);
  std::string line;
  for (const auto text : row.cells) line += cell(text, delimiter_) + delimiter_;
  into.write(fmt::format("{}{}{}{}\n", line, row.row, delimiter_, cell(why, delimiter_)));
  ++into.rows;
}

Result<std::vector<SegmentEntry>> Rejects::finish() {
  std::vector<SegmentEntry> entries;
  for (auto& [name, file] : files_) {
    file->close();
    if (file->failure != 0) {
      return failed(
          fmt::format("cannot write the rows set aside: {}", std::strerror(file->failure)));
    }
    const auto sum = checksum_of(lake_.rejects_path(name));
    if (!sum) return std::unexpected(sum.error());
    entries.push_back({name, std::string(kRejects), file->rows, sum->bytes, sum->sha256});
  }
  return entries;
}

}  // namespace hearth

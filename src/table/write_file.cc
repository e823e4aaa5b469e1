#include "table/write_file.h"

#include <fcntl.h>
#include <unistd.h>

namespace hearth {
namespace {

Result<void> bring_to_disk(const std::filesystem::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  const bool done = descriptor >= 0 && ::fsync(descriptor) == 0;
  if (descriptor >= 0) ::close(descriptor);
  if (!done) return failed(fmt::format("cannot bring {} to the disk", path.filename().string()));
  return {};
}

Sql form_of(FileFormat format, PackedRows packed) {
  if (format == FileFormat::Csv) return sql("format csv, header true, delimiter ','");
  if (packed == PackedRows::Many)
    return sql("format parquet, compression zstd, compression_level 1");
  // Most columns either repeat very few values or none, which is soon seen. Many small files come
  // of it: DuckDB makes zstd's tables anew for each page, which takes longer than to read the page.
  return sql(
      "format parquet, compression snappy, row_group_size 20480, dictionary_size_limit 1024,"
      " write_bloom_filter false");
}

}  // namespace

Result<void> write_file(Database& database, const Sql& query, const std::filesystem::path& path,
                        FileFormat format, PackedRows packed) {
  const auto name = path.filename().string();
  auto passing = path;
  passing.replace_filename(fmt::format(".{}.{}", name, ::getpid()));
  std::error_code code;
  auto written = database.run(
      sql("copy ({}) to {} ({})", query, literal(passing.string()), form_of(format, packed)),
      "write " + name);
  if (written) written = bring_to_disk(passing, O_RDONLY);
  if (written) {
    std::filesystem::rename(passing, path, code);
    if (code) written = failed(fmt::format("cannot write {}: {}", name, code.message()));
  }
  if (written)
    return bring_to_disk(path.parent_path().empty() ? "." : path.parent_path(), O_RDONLY);
  std::filesystem::remove(passing, code);
  return written;
}

}  // namespace hearth

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <vector>

#include "engine/row_writer.h"
#include "table/database.h"

namespace hearth {
namespace {

Sql type_of(CellKind kind) {
  switch (kind) {
    case CellKind::Day: return sql("date");
    case CellKind::Whole: return sql("bigint");
    case CellKind::Flag: return sql("boolean");
    case CellKind::Text:
    case CellKind::Texts: break;
  }
  return sql("varchar");
}

// The rows go to a csv file first, which the database then turns into typed columns.
class ParquetWriter : public RowWriter {
 public:
  ParquetWriter(std::span<const AnswerColumn> columns, std::string path)
      : columns_(columns),
        path_(std::move(path)),
        rows_path_(path_ + ".rows.unfinished"),
        file_(std::fopen(rows_path_.c_str(), "wb")) {
    failure_ = file_ == nullptr ? errno : 0;
    rows_ = csv_writer(columns, [this](std::string_view text) { return write(text); });
  }

  ~ParquetWriter() override {
    if (file_ != nullptr) std::fclose(file_);
    std::error_code ignored;
    std::filesystem::remove(rows_path_, ignored);
    std::filesystem::remove(unfinished(), ignored);
  }

  bool row(std::span<const Cell> cells) override { return rows_->row(cells); }

  Result<void> finish() override {
    if (file_ != nullptr && std::fclose(file_) != 0) failure_ = errno;
    file_ = nullptr;
    if (failure_ != 0) {
      return failed(fmt::format("cannot write {}: {}", path_, std::strerror(failure_)));
    }
    auto database = Database::open(1);
    if (!database) return std::unexpected(database.error());
    HEARTH_TRY(database->run(copy(), "write " + path_));
    std::error_code error;
    std::filesystem::rename(unfinished(), path_, error);
    if (error) return failed(fmt::format("cannot write {}: {}", path_, error.message()));
    return {};
  }

 private:
  bool write(std::string_view text) {
    if (file_ == nullptr || failure_ != 0) return false;
    if (std::fwrite(text.data(), 1, text.size(), file_) == text.size()) return true;
    failure_ = errno;
    return false;
  }

  std::string unfinished() const { return path_ + ".unfinished"; }

  Sql copy() const {
    std::vector<Sql> types;
    for (const auto& column : columns_) {
      types.push_back(sql("{}: {}", literal(column.name), literal(type_of(column.kind).text())));
    }
    return sql(
        "copy (select * from read_csv({}, header = true, auto_detect = false, delim = ',', "
        "quote = '\"', escape = '\"', columns = {{{}}})) to {} (format parquet)",
        literal(rows_path_), join(types, sql(", ")), literal(unfinished()));
  }

  std::span<const AnswerColumn> columns_;
  std::string path_;
  std::string rows_path_;
  std::FILE* file_;
  int failure_ = 0;
  std::unique_ptr<RowWriter> rows_;
};

}  // namespace

std::unique_ptr<RowWriter> parquet_writer(std::span<const AnswerColumn> columns, std::string path) {
  return std::make_unique<ParquetWriter>(columns, std::move(path));
}

}  // namespace hearth

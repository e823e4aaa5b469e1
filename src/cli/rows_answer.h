// An answer of rows, written as the command line asked.
#pragma once

#include <memory>
#include <optional>
#include <span>

#include "cli/options.h"
#include "cli/world.h"
#include "engine/row_writer.h"

namespace hearth {

class RowsAnswer {
 public:
  // Fails where the file cannot be written. A parquet answer needs --out: see refuses.
  static Result<RowsAnswer> open(const World& world, const AnswerOptions& options,
                                 std::span<const AnswerColumn> columns);

  // Why these options cannot be met, or empty.
  static std::string refuses(const AnswerOptions& options);

  template <typename Row>
  bool take(const Row& row) {
    const auto cells = row.cells();
    return writer_->row(cells);
  }
  Result<void> finish();

 private:
  RowsAnswer(std::optional<Output> output, std::unique_ptr<RowWriter> writer);

  std::optional<Output> output_;  // none for parquet, which writes its own file
  std::unique_ptr<RowWriter> writer_;
};

}  // namespace hearth

#include "cli/rows_answer.h"

namespace hearth {
namespace {

std::unique_ptr<RowWriter> text_writer(Format format, std::span<const AnswerColumn> columns,
                                       Colour colour, TextSink sink) {
  if (format == Format::Csv) return csv_writer(columns, std::move(sink));
  if (format == Format::Json) return json_writer(columns, std::move(sink));
  return table_writer(columns, colour, std::move(sink));
}

}  // namespace

RowsAnswer::RowsAnswer(std::optional<Output> output, std::unique_ptr<RowWriter> writer)
    : output_(std::move(output)), writer_(std::move(writer)) {}

std::string RowsAnswer::refuses(const AnswerOptions& options) {
  if (options.format() != Format::Parquet || !options.out.empty()) return {};
  return "a parquet answer needs a file to go to: --out FILE";
}

Result<RowsAnswer> RowsAnswer::open(const World& world, const AnswerOptions& options,
                                    std::span<const AnswerColumn> columns) {
  if (options.format() == Format::Parquet) {
    return RowsAnswer(std::nullopt, parquet_writer(columns, options.out));
  }
  auto output = Output::open(options.out);
  if (!output) return std::unexpected(output.error());
  auto writer = text_writer(options.format(), columns, world.colour(options.out), output->sink());
  return RowsAnswer(std::move(*output), std::move(writer));
}

Result<void> RowsAnswer::finish() {
  HEARTH_TRY(writer_->finish());
  return output_ ? output_->finish() : Result<void>();
}

}  // namespace hearth

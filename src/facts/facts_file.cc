#include "facts/facts_file.h"

#include <algorithm>

#include "base/text.h"

namespace hearth {
namespace {

const DiagnosticKind<>& kind_of(RejectReason reason) {
  switch (reason) {
    case RejectReason::WrongColumnCount: return kWrongColumnCount;
    case RejectReason::UnterminatedQuote: return kUnterminatedQuote;
    case RejectReason::TextAfterQuote: return kTextAfterQuote;
    case RejectReason::NotUtf8: return kRowNotUtf8;
    case RejectReason::ControlCharacter: return kControlCharacter;
    case RejectReason::LineTooLong: break;
  }
  return kLineTooLong;
}

bool among(std::string_view name, const std::vector<std::string>& names) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

Result<FactsFile> FactsFile::open(std::optional<Database>& database,
                                  const std::filesystem::path& path) {
  assert(database || file_format(path) == FileFormat::Csv);
  auto table = database ? TableFile::open(*database, path) : TableFile::open_csv(path);
  if (!table) return std::unexpected(table.error());
  FactsFile file(std::move(*table), path.filename().string());
  file.usable_ = !file.table_.fault();
  return file;
}

Column FactsFile::column(std::string_view name) const {
  const auto columns = table_.columns();
  const auto found = std::ranges::find(columns, name, &TableColumn::name);
  if (found == columns.end()) return {std::string(name), std::nullopt};
  return {std::string(name), static_cast<std::size_t>(found - columns.begin())};
}

bool FactsFile::any_known(const ColumnNames& names) const {
  return std::ranges::any_of(table_.columns(), [&](const TableColumn& column) {
    return among(column.name, names.needed) || among(column.name, names.others);
  });
}

void FactsFile::check_header(const ColumnNames& names) {
  if (!usable_) return;
  std::vector<std::string> unknown;
  std::vector<std::string_view> seen;
  if (!any_known(names)) {  // perhaps row 1 is data, whose cells must not be named below
    usable_ = false;
    account_.note(kNoHeader, 1, {});
    return;
  }
  for (const auto& column : table_.columns()) {
    const bool known = among(column.name, names.needed) || among(column.name, names.others);
    if (!known) unknown.push_back(column.name);
    if (known && std::ranges::find(seen, column.name) != seen.end()) {
      usable_ = false;
      account_.note(kDuplicateColumn, 1, {}, column.name);
    }
    seen.push_back(column.name);
  }
  for (const auto& name : names.needed) {
    if (has(name)) continue;
    usable_ = false;
    const auto hint = [&] {
      const auto near = nearest(name, unknown);
      return near.empty() ? "" : fmt::format("is it the column now called `{}`?", near);
    };
    account_.note_with(hint, kMissingColumn, 1, {}, name);
  }
  for (const auto& name : unknown) account_.note(kUnknownColumn, 1, {}, name);
}

bool FactsFile::whole() const {
  return usable_ && !table_.fault() &&
         std::ranges::find(table_.rejects(), RejectReason::UnterminatedQuote, &Reject::reason) ==
             table_.rejects().end();
}

void FactsFile::note_what_was_not_read() {
  const auto rejects = table_.rejects();
  for (const auto& reject : rejects) account_.note(kind_of(reject.reason), reject.row, {});
  account_.set_aside(std::ssize(rejects));
  const auto fault = table_.fault();
  if (!fault) return;
  if (*fault == FileFault::Empty) account_.note(kEmptyFile, 0, {});
  if (*fault == FileFault::NoHeader) account_.note(kNoHeader, 1, {});
  if (*fault == FileFault::NotUtf8) account_.note(kFileNotUtf8, 0, {});
  if (*fault == FileFault::Damaged) {
    const auto missing = table_.rows() - table_.delivered();
    const bool counted = table_.rows() > 0;  // its end, which tells how many there are, was read
    account_.note(kDamagedFile, 0, {}, counted ? std::to_string(missing) : "not known");
    account_.set_aside(missing);
  }
}

}  // namespace hearth

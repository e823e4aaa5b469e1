#include "link/people_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "table/table_file.h"
#include "table/write_table.h"

namespace hearth::link {
namespace {

namespace fs = std::filesystem;
using Columns = std::vector<TableColumn>;
using Cells = std::vector<std::string>;

const Columns kRows = {{"input"},    {"row_id"},   {"person_id"},
                       {"first_of"}, {"moved_to"}, {"moved_by", ColumnType::Int64}};
const Columns kEvents = {{"event", ColumnType::Int64},
                         {"date", ColumnType::Date},
                         {"what"},
                         {"person_id"},
                         {"other_id"},
                         {"about", ColumnType::Int64},
                         {"by"},
                         {"because"}};
const Columns kEventRows = {{"event", ColumnType::Int64}, {"input"}, {"row_id"}};

Error not_as_written(const fs::path& path) {
  return {path.string() + " is not as it was written; restore it, or start a new folder"};
}

std::int64_t number_of(const std::string& cell) {
  std::int64_t number = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return number;
}

template <typename Take>
Result<void> read(const fs::path& path, const Columns& columns, Take take) {
  auto file = TableFile::open_csv(path);
  if (!file) return std::unexpected(file.error());
  const bool same =
      std::ranges::equal(file->columns(), columns, {}, &TableColumn::name, &TableColumn::name);
  if (!same) return std::unexpected(not_as_written(path));
  for (;;) {
    const auto chunk = file->next();
    if (!chunk) return std::unexpected(chunk.error());
    if (*chunk == nullptr) break;
    for (std::size_t row = 0; row < (*chunk)->size(); ++row) {
      Cells cells;
      for (std::size_t c = 0; c < columns.size(); ++c) cells.emplace_back((*chunk)->text(c, row));
      if (!take(cells)) return std::unexpected(not_as_written(path));
    }
  }
  if (file->fault() || !file->rejects().empty()) return std::unexpected(not_as_written(path));
  return {};
}

class Writer {
 public:
  Writer(const LastingPeople& people, fs::path folder, Database& database)
      : people_(people), folder_(std::move(folder)), database_(database) {}

  // The rows last: they say who is who, and the events before them say why.
  Result<void> write() {
    HEARTH_TRY(file("event_rows", kEventRows, [&](TableWriter& out) { return event_rows(out); }));
    HEARTH_TRY(file("events", kEvents, [&](TableWriter& out) { return events(out); }));
    return file("rows", kRows, [&](TableWriter& out) { return rows(out); });
  }

 private:
  template <typename Fill>
  Result<void> file(std::string_view name, const Columns& columns, Fill fill) {
    return write_table(database_, name, columns, folder_ / fmt::format("{}.csv", name),
                       FileFormat::Csv, fill);
  }

  static void text_or_nothing(TableWriter& out, std::string_view text) {
    text.empty() ? out.unknown() : out.text(text);
  }
  static void number_or_nothing(TableWriter& out, std::int64_t number) {
    number == 0 ? out.unknown() : out.int64(number);
  }

  Result<void> rows(TableWriter& out) const {
    for (const auto& row : people_.rows()) {
      out.text(row.input);
      out.text(row.row_id);
      out.text(people_.person_of(row));
      out.text(row.first_of);
      text_or_nothing(out, row.moved_to);
      number_or_nothing(out, row.moved_by);
      HEARTH_TRY(out.end_row());
    }
    return {};
  }

  Result<void> events(TableWriter& out) const {
    for (const auto& event : people_.events()) {
      out.int64(event.number);
      out.date(event.day.days);
      out.text(kPersonHappened[static_cast<std::size_t>(event.what)]);
      out.text(event.person);
      text_or_nothing(out, event.other);
      number_or_nothing(out, event.about);
      text_or_nothing(out, event.by);
      text_or_nothing(out, event.because);
      HEARTH_TRY(out.end_row());
    }
    return {};
  }

  Result<void> event_rows(TableWriter& out) const {
    for (const auto& event : people_.events()) {
      for (const auto& [input, row_id] : event.rows) {
        out.int64(event.number);
        out.text(input);
        out.text(row_id);
        HEARTH_TRY(out.end_row());
      }
    }
    return {};
  }

  const LastingPeople& people_;
  fs::path folder_;
  Database& database_;
};

}  // namespace

Result<LastingPeople> read_people_folder(const fs::path& folder) {
  if (!fs::exists(folder / "rows.csv")) return LastingPeople();
  std::vector<KeptRow> rows;
  std::vector<PersonEvent> events;
  HEARTH_TRY(read(folder / "rows.csv", kRows, [&](const Cells& c) {
    rows.push_back({c[0], c[1], c[3], c[4], number_of(c[5])});
    return !c[0].empty() && !c[1].empty() && !c[3].empty();
  }));
  HEARTH_TRY(read(folder / "events.csv", kEvents, [&](const Cells& c) {
    const auto what = std::ranges::find(kPersonHappened, c[2]);
    const auto day = parse_date(c[1]);
    if (what == std::end(kPersonHappened) || !day) return false;
    events.push_back({number_of(c[0]),
                      *day,
                      static_cast<PersonHappened>(what - std::begin(kPersonHappened)),
                      c[3],
                      c[4],
                      number_of(c[5]),
                      c[6],
                      c[7],
                      {}});
    return events.back().number == std::ssize(events);
  }));
  HEARTH_TRY(read(folder / "event_rows.csv", kEventRows, [&](const Cells& c) {
    const auto number = number_of(c[0]);
    if (number < 1 || number > std::ssize(events)) return false;
    events[static_cast<std::size_t>(number - 1)].rows.emplace_back(c[1], c[2]);
    return true;
  }));
  return LastingPeople(std::move(rows), std::move(events));
}

Result<void> write_people_folder(const LastingPeople& people, const fs::path& folder) {
  std::error_code code;
  fs::create_directories(folder, code);
  if (code) return failed("cannot make the folder " + folder.string() + ": " + code.message());
  auto database = Database::open(1);
  if (!database) return std::unexpected(database.error());
  return Writer(people, folder, *database).write();
}

}  // namespace hearth::link

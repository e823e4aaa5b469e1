#include "intake/draft_feed.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "base/text.h"
#include "intake/column_guess.h"
#include "intake/feed.h"
#include "intake/prepared_file.h"
#include "table/table_file.h"
#include "table/utf8.h"

namespace hearth {
namespace {

constexpr std::size_t kBytesToLookAt = 64 * 1024;

std::string toml_text(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\t') {
      result += "\\t";
      continue;
    }
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

std::string beginning_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text(kBytesToLookAt, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  const auto whole = text.rfind('\n');  // so that no letter is cut in two
  return whole == std::string::npos ? text : text.substr(0, whole);
}

// The separator that most lines have equally many of.
char delimiter_of(std::string_view text) {
  char best = ',';
  long most = 0;
  for (const char candidate : {',', ';', '\t', '|'}) {
    std::vector<long> counts;
    for (const auto line : split(text, '\n')) {
      counts.push_back(std::ranges::count(line, candidate));
      if (counts.size() == 50) break;
    }
    std::ranges::sort(counts);
    const auto usual = counts[counts.size() / 2];
    if (usual > most) {
      most = usual;
      best = candidate;
    }
  }
  return best;
}

// The first line with the usual number of cells, none of them empty or a number.
int header_row_of(std::string_view text, char delimiter) {
  const auto lines = split(text, '\n');
  long widest = 0;
  for (const auto line : lines) widest = std::max(widest, std::ranges::count(line, delimiter));
  for (std::size_t i = 0; i < lines.size() && i < 40; ++i) {
    const auto cells = split(lines[i], delimiter);
    const bool headings = std::ranges::all_of(cells, [](std::string_view cell) {
      cell = trim(cell);
      return !cell.empty() && (cell.front() < '0' || cell.front() > '9');
    });
    if (headings && std::ranges::count(lines[i], delimiter) * 10 >= widest * 7) {
      return static_cast<int>(i + 1);
    }
  }
  return 1;
}

Result<std::vector<ColumnGuess>> guess_columns(Database& database, const PreparedFile& prepared,
                                               char delimiter) {
  auto file = TableFile::open(database, prepared.path, {.delimiter = delimiter});
  if (!file) return std::unexpected(std::move(file.error()));
  if (file->fault()) return failed(std::string(to_text(*file->fault())));
  std::vector<ColumnGuess> columns;
  for (const auto& column : file->columns()) columns.emplace_back(std::string(trim(column.name)));
  const auto chunk = file->next();
  if (!chunk) return std::unexpected(chunk.error());
  for (std::size_t row = 0; *chunk && row < (*chunk)->size(); ++row) {
    for (std::size_t c = 0; c < columns.size(); ++c) columns[c].see((*chunk)->text(c, row));
  }
  return columns;
}

std::string layout_of(const FeedForm& form, const std::vector<ColumnGuess>& columns) {
  std::vector<std::string> dates;
  for (const auto& column : columns) {
    const auto days = column.days();
    if (!days.empty() && std::ranges::find(dates, toml_text(days)) == dates.end()) {
      dates.push_back(toml_text(days));
    }
  }
  auto text = fmt::format("dates  = [{}]\n", join(dates, ", "));
  if (form.delimiter != ',') {
    text += fmt::format("delimiter = {}\n", toml_text(std::string_view(&form.delimiter, 1)));
  }
  if (form.windows_1252) text += "encoding = \"windows-1252\"\n";
  if (form.header_row != 1) text += fmt::format("header = {}\n", form.header_row);
  return text;
}

// The columns about the person, and which of them could be their number.
std::string person_of(const std::vector<ColumnGuess>& columns) {
  std::string text = "[tables.rows.person]\n";
  std::vector<std::string> done;
  std::string id;
  for (const auto& column : columns) {
    const auto key = column.person_key();
    if (id.empty() && (column.looks_like_an_id() || key == "upn" || key == "nhs_number"))
      id = column.heading();
    if (key.empty() || std::ranges::find(done, key) != done.end()) continue;
    done.push_back(key);
  }
  text += id.empty() ? "id = \"\"  # which column is the person's number?\n"
                     : fmt::format("id = {}  # is this the person's number, not the row's?\n",
                                   toml_text(id));
  done.clear();
  for (const auto& column : columns) {
    const auto key = column.person_key();
    if (key.empty() || std::ranges::find(done, key) != done.end()) continue;
    done.push_back(key);
    const bool coded = key == "sex" && !column.codes().empty();
    text += coded ? fmt::format("{} = {{ column = {}, codes = \"sex\" }}\n", key,
                                toml_text(column.heading()))
                  : fmt::format("{} = {}\n", key, toml_text(column.heading()));
  }
  return text;
}

std::string records_of(const std::vector<ColumnGuess>& columns) {
  std::string text =
      "# Which records are these? Take the type's name and its fields from plans/catalogue.md, "
      "and\n"
      "# take the `#` away. A spell has `start` and `end` instead of `date`.\n"
      "[records]\n# [records.TYPE]\n# table = \"rows\"\n";
  for (const auto& column : columns) {
    if (column.days().empty() || !column.person_key().empty()) continue;
    text += fmt::format("# date  = {}\n", toml_text(column.heading()));
  }
  for (const auto& column : columns) {
    if (!column.person_key().empty() || !column.days().empty() || column.is_empty()) continue;
    text += fmt::format("# fields.FIELD = {}{}\n", toml_text(column.heading()),
                        column.is_number() ? "  # numbers" : "");
  }
  return text;
}

std::string codes_of(const std::vector<ColumnGuess>& columns) {
  std::string text;
  for (const auto& column : columns) {
    const auto key = column.person_key();
    const auto codes = column.codes();
    if (codes.empty() || (!key.empty() && key != "sex")) continue;
    text += fmt::format("\n# {}: give each code its word.\n[codes.{}]\n", column.heading(),
                        key == "sex" ? "sex" : toml_text(column.heading()));
    for (const auto& code : codes) text += fmt::format("{0} = {0}\n", toml_text(code));
  }
  return text;
}

}  // namespace

Result<std::string> draft_feed(Database& database, const std::filesystem::path& path) {
  FeedForm form;
  form.dates.push_back(*DatePattern::parse("YYYY-MM-DD"));
  const auto text = is_workbook(path) ? std::string() : beginning_of(path);
  if (trim(text).starts_with('<')) {
    return failed(
        "an XML file needs paths: feeds/children-in-need.toml is an example to begin with");
  }
  if (!is_workbook(path)) {
    form.windows_1252 = !is_utf8(text);
    form.delimiter = delimiter_of(text);
    form.header_row = header_row_of(text, form.delimiter);
  }
  FileFaults faults(path.filename().string());
  const auto prepared = prepare_file(form, path, faults);
  if (!prepared) return std::unexpected(prepared.error());
  if (!prepared->readable) return failed("cannot read the file: " + faults.last());
  const auto columns = guess_columns(database, *prepared, form.delimiter);
  if (!columns) return std::unexpected(columns.error());
  const auto name = path.stem().string();
  return fmt::format(
      "# A draft, from the looks of {}. Say here who sends it, who is who in it, and which days a\n"
      "# file covers; then: hearth feed check THIS.toml FILE\n"
      "name   = {}\ntitle  = {}\nformat = {}\nsource = {}\n{}\n[load]\n"
      "named = [\"*{{from}}_{{to}}*\", \"*{{month}}*\"]\n\n[tables.rows]\n\n{}\n{}{}",
      path.filename().string(), toml_text(name), toml_text(name),
      is_workbook(path) ? "\"xlsx\"" : "\"csv\"", toml_text(name), layout_of(form, *columns),
      person_of(*columns), records_of(*columns), codes_of(*columns));
}

}  // namespace hearth

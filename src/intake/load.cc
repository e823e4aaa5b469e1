#include "intake/load.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "base/text.h"
#include "intake/file_pattern.h"
#include "intake/intake_diagnostics.h"
#include "intake/read_csv_rows.h"
#include "intake/read_xml_rows.h"

namespace hearth {
namespace {

struct KnownFile {
  LoadFile file;
  Load load;        // what it says of its load, without files
  std::string key;  // files of one key are one load
};

Place at_file(const std::string& name, std::string_view field = {}) {
  Place place;
  place.file = name;
  place.field = field;
  return place;
}

// The calendar's year of a school year's term is in the file's name, so is the term.
void date_by_term(const FileName& tells, KnownFile& known) {
  if (!tells.year || tells.term.empty()) return;
  const auto& terms = known.load.form->load.terms;
  const auto term = std::ranges::find_if(terms, [&](const TermRule& rule) {
    return match_file(rule.name, tells.term).has_value();  // without regard to capitals
  });
  if (term == terms.end()) return;
  known.load.term = std::to_string(*tells.year) + "-" + term->name;
  known.load.period = {term->first.in(*tells.year), term->last.in(*tells.year)};
  known.key = known.load.term;
}

// A return for a year is named for the year in which it ends.
void date_by_year(const FileName& tells, KnownFile& known) {
  const auto& ends = known.load.form->load.year_ends;
  if (!ends || !tells.year) return;
  known.load.period = {ends->in(*tells.year - 1) + 1, ends->in(*tells.year)};
  known.key = to_text(known.load.period->last);
}

void date_by_days(const FileName& tells, KnownFile& known) {
  if (!tells.from || !tells.to || *tells.to < *tells.from) return;
  known.load.period = {*tells.from, *tells.to};
  known.key = to_text(*tells.from) + " " + to_text(*tells.to);
}

// What the first row of the file says of all of them.
Result<void> date_by_columns(KnownFile& known) {
  const auto& form = *known.load.form;
  if (form.load.first_column.empty()) return {};
  auto file = TableFile::open_csv(known.file.prepared.path, {.delimiter = form.delimiter});
  if (!file) return std::unexpected(std::move(file.error()));
  const auto chunk = file->next();
  if (!chunk) return std::unexpected(chunk.error());
  const auto day = [&](const std::string& column) -> std::optional<Date> {
    for (std::size_t c = 0; *chunk && c < file->columns().size(); ++c) {
      if (trim(file->columns()[c].name) != column) continue;
      for (const auto& pattern : form.dates) {
        if (const auto read = pattern.read(trim((*chunk)->text(c, 0)))) return read;
      }
    }
    return std::nullopt;
  };
  const auto first = day(form.load.first_column), last = day(form.load.last_column);
  if (first && last && *first <= *last) known.load.period = {*first, *last};
  if (!form.load.made_on_column.empty()) known.load.made_on = day(form.load.made_on_column);
  known.key = known.file.name;
  return {};
}

// Of those known by their columns, the one of which the header has the most and more than half: a
// column was renamed or left out.
std::optional<std::size_t> nearest_table(const FeedForm& form, const CsvHeader& header) {
  std::optional<std::size_t> nearest;
  double least = 0.5;  // share of its columns that are missing
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const auto& table = form.tables[t];
    const auto missing = static_cast<double>(missing_columns(table, header).size());
    const auto share = missing / static_cast<double>(table.columns.size());
    if (!table.file.empty() || share >= least) continue;
    least = share;
    nearest = t;
  }
  return nearest;
}

// The one table that takes the file, or would if it had all columns; or nullopt and a diagnostic.
std::optional<std::size_t> table_for(const FeedForm& form, const std::string& name,
                                     const CsvHeader& header, Diagnostics& diagnostics) {
  std::vector<std::size_t> takers;
  std::vector<std::string> names;
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const auto& table = form.tables[t];
    const bool takes = table.file.empty() ? missing_columns(table, header).empty()
                                          : match_file(table.file, name).has_value();
    if (!takes) continue;
    takers.push_back(t);
    names.push_back("`" + table.name + "`");
  }
  if (takers.size() == 1) return takers.front();
  if (takers.empty()) {
    if (const auto nearest = nearest_table(form, header)) return nearest;
    diagnostics.add(intake::kUnknownFile, at_file(name));
  } else {
    diagnostics.add(intake::kAmbiguousFile, at_file(name), join(names, ", "));
  }
  return std::nullopt;
}

// Whether the header has each column of the table once, as it must be to know which is meant.
bool has_columns(const TableRule& table, const CsvHeader& header, const std::string& name,
                 Diagnostics& diagnostics) {
  const auto missing = missing_columns(table, header);
  for (const auto& column : missing) {
    const auto near = nearest(column, header.columns);
    diagnostics.add(intake::kMissingColumn, at_file(name, column)).hint =
        near.empty() ? "" : "is it `" + near + "` in this file?";
  }
  bool twice = false;
  for (const auto& column : table.columns) {
    if (std::ranges::count(header.columns, column) < 2) continue;
    diagnostics.add(intake::kColumnTwice, at_file(name, column));
    twice = true;
  }
  return missing.empty() && !twice;
}

std::vector<std::string> columns_not_read(const TableRule& table, const CsvHeader& header) {
  std::vector<std::string> columns;
  for (const auto& column : header.columns) {
    const bool read = std::ranges::find(table.columns, column) != table.columns.end();
    const bool ours = column.starts_with("set_aside_");  // of rejects that come back mended
    if (!read && !ours && !column.empty()) columns.push_back(column);
  }
  return columns;
}

Result<std::optional<KnownFile>> know_csv(const Feed& feed, LoadFile file,
                                          Diagnostics& diagnostics) {
  FileName tells;  // the year in it chooses the form
  for (const auto& table : feed.forms.back().tables) {
    if (auto found = match_file(table.file, file.name); found && !table.file.empty())
      tells = *found;
  }
  const auto* form = &feed.form_for(tells.year);
  for (const auto& pattern : form->load.named) {
    const auto found = match_file(pattern, file.name);
    if (!found || tells.from || tells.year) continue;
    tells = *found;
  }
  FileFaults faults(file.name);
  auto prepared = prepare_file(*form, file.path, faults);
  diagnostics.take(faults.take());
  if (!prepared) return std::unexpected(std::move(prepared.error()));
  if (!prepared->readable) return std::nullopt;
  file.prepared = std::move(*prepared);
  const auto header = read_csv_header(file.prepared.path, form->delimiter);
  if (!header) return std::unexpected(header.error());
  if (header->fault) {
    diagnostics.add(intake::kFileNotRead, at_file(file.name), to_text(*header->fault));
    return std::nullopt;
  }
  const auto table = table_for(*form, file.name, *header, diagnostics);
  if (!table) return std::nullopt;
  const auto& rule = form->tables[*table];
  if (!has_columns(rule, *header, file.name, diagnostics)) return std::nullopt;
  file.tables = {*table};
  file.not_read = columns_not_read(rule, *header);
  KnownFile known{std::move(file), {}, ""};
  known.load.form = form;
  date_by_term(tells, known);
  date_by_year(tells, known);
  date_by_days(tells, known);
  HEARTH_TRY(date_by_columns(known));
  return known;
}

std::optional<Date> day_in(const std::string& text) {
  return parse_date(std::string_view(text).substr(0, 10));  // a time of day may follow
}

std::optional<int> year_in(const std::string& text) {
  const auto day = text.size() == 4 ? parse_date(text + "-01-01") : std::nullopt;
  return day ? std::optional(year_month_day(*day).year) : std::nullopt;
}

// The days up to the reference date, if the feed says how many and the date is as it should be.
std::optional<Stretch> days_before(const LoadRule& rule, const std::string& reference_date) {
  const auto last = day_in(reference_date);
  if (!last || !rule.covers) return std::nullopt;
  if (rule.reference_date_is && rule.reference_date_is->in(year_month_day(*last).year) != *last) {
    return std::nullopt;
  }
  return Stretch{minus(*last + 1, *rule.covers), *last};
}

// Every element that a form reads, by its name.
std::set<std::string> elements_of(const FeedForm& form) {
  std::set<std::string> names;
  const auto add = [&](std::string_view path) {
    for (const auto step : split(path, '/')) {
      if (step != ".." && !step.starts_with('@')) names.emplace(step);
    }
  };
  for (const auto& table : form.tables) {
    add(table.rows);
    for (const auto& column : table.columns) add(column);
  }
  return names;
}

bool has_table(const FeedForm& form, const std::string& name) {
  return std::ranges::find(form.tables, name, &TableRule::name) != form.tables.end();
}

// Those that not all forms have; of a table that not all have, not what is inside it.
std::set<std::string> elements_of_some(const Feed& feed) {
  std::set<std::string> some;
  for (auto form : feed.forms) {
    for (auto& table : form.tables) {
      const auto has = [&](const FeedForm& other) { return has_table(other, table.name); };
      if (!std::ranges::all_of(feed.forms, has)) table.columns.clear();
    }
    for (const auto& name : elements_of(form)) {
      const auto has = [&](const FeedForm& other) { return elements_of(other).contains(name); };
      if (!std::ranges::all_of(feed.forms, has)) some.insert(name);
    }
  }
  return some;
}

// A file that has what only other years have is not of the year it says, or was put together
// wrongly.
void report_of_another_year(const FeedForm& form, const std::string& year,
                            const std::set<std::string>& found, const std::string& file,
                            Diagnostics& diagnostics) {
  const auto ours = elements_of(form);
  for (const auto& name : found) {
    if (ours.contains(name)) continue;
    diagnostics.add(intake::kOfAnotherYear, at_file(file, name), year).hint =
        "look at the year the file gives: " + form.load.year;
  }
}

Result<std::optional<KnownFile>> know_xml(const Feed& feed, LoadFile file,
                                          Diagnostics& diagnostics) {
  const auto& any = feed.forms.back();
  const auto header =
      read_xml_header(file.path, any, {any.load.year, any.load.reference_date, any.load.made_on},
                      elements_of_some(feed));
  if (!header) return std::unexpected(header.error());
  if (header->fault) {
    auto place = at_file(file.name);
    place.file += " line " + std::to_string(header->fault->line);
    const auto& kind = header->fault->refused ? intake::kXmlRefused : intake::kXmlNotWellFormed;
    diagnostics.add(kind, place, header->fault->what).hint = "nothing of the file was read";
    return std::nullopt;
  }
  const auto year = year_in(header->values[0]);
  const auto* form = &feed.form_for(year);
  report_of_another_year(*form, year ? std::to_string(*year) : "the latest year", header->found,
                         file.name, diagnostics);
  file.tables.resize(form->tables.size());
  std::iota(file.tables.begin(), file.tables.end(), std::size_t{0});
  Load load;
  load.form = form;
  load.period = days_before(form->load, header->values[1]);
  load.made_on = day_in(header->values[2]);
  auto key = file.name;
  return KnownFile{std::move(file), std::move(load), std::move(key)};
}

// The files to read, by name, each name once.
std::vector<LoadFile> files_to_read(const ImportOptions& options, Diagnostics& diagnostics) {
  std::vector<LoadFile> files;
  for (const auto& path : options.files) files.push_back({path, path.filename().string(), {}, {}});
  std::ranges::stable_sort(files, {}, &LoadFile::name);
  std::vector<LoadFile> once;
  for (auto& file : files) {
    if (once.empty() || once.back().name != file.name)
      once.push_back(std::move(file));
    else
      diagnostics.add(intake::kFileTwice, at_file(file.name));
  }
  return once;
}

void join_load(std::vector<std::pair<std::string, Load>>& loads, KnownFile known) {
  auto found = std::ranges::find(loads, known.key, &std::pair<std::string, Load>::first);
  if (found == loads.end()) {
    loads.emplace_back(known.key, std::move(known.load));
    found = std::prev(loads.end());
  }
  found->second.files.push_back(std::move(known.file));
}

}  // namespace

std::vector<const LoadFile*> Load::files_of(std::size_t table) const {
  std::vector<const LoadFile*> found;
  for (const auto& file : files) {
    if (std::ranges::find(file.tables, table) != file.tables.end()) found.push_back(&file);
  }
  return found;
}

Result<std::vector<Load>> gather_loads(const Feed& feed, const ImportOptions& options,
                                       Diagnostics& diagnostics) {
  std::vector<std::pair<std::string, Load>> loads;
  for (auto& file : files_to_read(options, diagnostics)) {
    const bool xml = feed.forms.back().format == FeedFormat::Xml;
    auto known = xml ? know_xml(feed, std::move(file), diagnostics)
                     : know_csv(feed, std::move(file), diagnostics);
    if (!known) return std::unexpected(std::move(known.error()));
    if (*known) join_load(loads, std::move(**known));
  }
  std::vector<Load> result;
  for (auto& [key, load] : loads) result.push_back(std::move(load));
  std::ranges::stable_sort(result, {}, [](const Load& load) {
    return std::tuple(load.period ? load.period->first : kBeginning, load.files.front().name);
  });
  return result;
}

}  // namespace hearth

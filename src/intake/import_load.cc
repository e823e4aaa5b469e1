#include "intake/import_load.h"

#include <algorithm>
#include <memory>

#include "intake/feed_values.h"
#include "intake/intake_diagnostics.h"
#include "intake/map_row.h"
#include "intake/read_csv_rows.h"
#include "intake/read_xml_rows.h"

namespace hearth {
namespace {

constexpr std::uint32_t kNobody = 0xFFFFFFFF;

class LoadImport {
 public:
  LoadImport(const Load& load, int number, ImportState& state)
      : load_(load), form_(*load.form), number_(number), state_(state) {}

  Result<void> run() {
    for (std::size_t t = 0; t < form_.tables.size(); ++t) {
      if (form_.tables[t].person) HEARTH_TRY(each_file(t, &LoadImport::read_people));
    }
    for (std::size_t t = 0; t < form_.tables.size(); ++t) {
      if (form_.tables[t].sums) HEARTH_TRY(each_file(t, &LoadImport::read_sums));
    }
    for (std::size_t t = 0; t < form_.tables.size(); ++t) {
      if (makes_records(t) && !in_one_go(t)) {
        HEARTH_TRY(each_file(t, &LoadImport::read_records));
      }
    }
    report_files();
    put_coverage();
    return {};
  }

 private:
  // One file of one table while the load is read; a table with people is read twice.
  struct TableFileImport {
    const LoadFile* file;
    std::size_t table;
    FileFaults faults;
    TableCount count;
    std::vector<std::uint32_t> people;  // of each row read, in order; kNobody: set aside
    std::optional<std::uint32_t> lineage_file = {};
  };
  using Step = Result<void> (LoadImport::*)(TableFileImport&);

  Result<void> each_file(std::size_t table, Step step) {
    for (const auto* file : load_.files_of(table))
      HEARTH_TRY((this->*step)(import_of(*file, table)));
    return {};
  }

  TableFileImport& import_of(const LoadFile& file, std::size_t table) {
    for (auto& known : imports_) {
      if (known->file == &file && known->table == table) return *known;
    }
    imports_.push_back(std::make_unique<TableFileImport>(TableFileImport{
        &file, table, FileFaults(file.name), {file.name, form_.tables[table].name, 0, {}}, {}}));
    return *imports_.back();
  }

  Result<RowsRead> read_rows(const TableFileImport& at, FileFaults& faults,
                             const FeedRowSink& sink) {
    const auto& table = form_.tables[at.table];
    if (form_.format == FeedFormat::Xml) {
      return read_xml_rows(at.file->path, form_, table, faults, sink);
    }
    return read_csv_rows(at.file->prepared, form_.delimiter, table, faults, sink);
  }

  // For the first reading of a file, which counts its rows and those that are none.
  Result<void> read_first(TableFileImport& at, const FeedRowSink& sink) {
    const auto read = read_rows(at, at.faults, [&](const FeedRow& row) {
      if (state_.listener) state_.listener->read(*at.file, form_.tables[at.table], row);
      sink(row);
    });
    if (!read) return std::unexpected(read.error());
    at.count.read = read->rows;
    if (read->rejected > 0) at.count.outcomes[kSetAside] += read->rejected;
    return {};
  }

  void set_aside(TableFileImport& at, const FeedRow& row) {
    ++at.count.outcomes[kSetAside];
    if (!state_.listener) return;
    state_.listener->set_aside(*at.file, form_.tables[at.table], row, at.faults.last());
  }

  // The file's index for lineage.
  std::uint32_t file_of(TableFileImport& at) {
    if (!at.lineage_file) {
      at.lineage_file = state_.builder.file(at.file->name);
      state_.file_names.emplace(*at.lineage_file, at.file->name);
    }
    return *at.lineage_file;
  }

  // The codes in force when the load was made, as far as it says.
  Date codes_on() const { return load_.period ? load_.period->last : kForever; }

  bool makes_records(std::size_t table) const {
    return std::ranges::any_of(form_.records, [&](const auto& r) { return r.table == table; });
  }

  // Whether a row's records need nothing but the row: then people and records are read at once.
  bool in_one_go(std::size_t table) const {
    return form_.tables[table].person && !form_.tables[table].sums &&
           std::ranges::none_of(form_.records, [&](const RecordRule& rule) {
             return rule.table == table &&
                    std::ranges::any_of(rule.fields, [](const FieldRule& field) {
                      return field.sum_of.has_value();
                    });
           });
  }

  RowContext context() {
    const auto term = load_.period ? load_.period : state_.options.covers;
    return {load_, term, told_on(), sums_, state_.builder};
  }

  Result<void> read_people(TableFileImport& at) {
    const auto& table = form_.tables[at.table];
    const auto file = file_of(at);
    const bool at_once = makes_records(at.table) && in_one_go(at.table);
    const auto context = this->context();
    Result<void> seen;
    HEARTH_TRY(read_first(at, [&](const FeedRow& row) {
      RowValues values(form_, table, row, at.faults);
      auto described = map_person(values, *table.person, codes_on());
      if (!described) {
        set_aside(at, row);
        if (!at_once) at.people.push_back(kNobody);
        return;
      }
      described->lineage = {file, static_cast<std::uint32_t>(row.row)};
      const auto [person, differs] = state_.people.add(*described);
      if (differs) values.warn(intake::kPersonDiffers, std::nullopt);
      if (seen) seen = see(at, values, *described, person);
      if (!at_once) at.people.push_back(person);
      if (!row.key.empty()) keys_[at.table].emplace(row.key, person);
      if (at_once) take_row(at, values, person, context);
      if (!makes_records(at.table)) ++at.count.outcomes["person"];
    }));
    return seen;
  }

  Result<void> see(const TableFileImport& at, RowValues& values, const DescribedPerson& described,
                   std::uint32_t person) {
    const auto& table = form_.tables[at.table];
    Sighting sighting;
    sighting.feed = state_.feed;
    sighting.file = at.file->name;
    sighting.table = table.name;
    sighting.row = values.row().row;
    sighting.person = person;
    sighting.local_id = described.id;
    sighting.role = described.role;
    sighting.born = described.born;
    sighting.sex = described.sex;
    sighting.seen = what_is_seen(values, *table.person, codes_on());
    return state_.options.sightings ? state_.options.sightings(sighting) : Result<void>();
  }

  // Who a row is about that does not say so itself.
  std::uint32_t person_of(RowValues& values, const TableRule& table) {
    const auto& keys = keys_[*table.of];
    const auto found = keys.find(std::string(values.row().key));
    if (found != keys.end()) return found->second;
    values.fault(intake::kNoMatchingRow, table.key, form_.tables[*table.of].name);
    return kNobody;
  }

  Result<void> read_sums(TableFileImport& at) {
    const auto& table = form_.tables[at.table];
    const auto& codes = form_.codes[table.sums->codes];
    auto& sums = sums_.try_emplace(at.table, meanings_of(codes)).first->second;
    std::size_t order = 0;
    return read_again_or_first(at, [&](const FeedRow& row) {
      RowValues values(form_, table, row, at.faults);
      const auto person = table.of ? person_of(values, table) : at.people[order++];
      if (person == kNobody) {
        if (table.of) set_aside(at, row);  // else it was counted before
        return;
      }
      const auto outcome = add_up(values, table, codes, person, sums);
      outcome == kSetAside ? set_aside(at, row) : void(++at.count.outcomes[outcome]);
    });
  }

  // A table with people has been read and counted once already.
  Result<void> read_again_or_first(TableFileImport& at, const FeedRowSink& sink) {
    if (form_.tables[at.table].of) return read_first(at, sink);
    FileFaults told_before(at.file->name);
    const auto read = read_rows(at, told_before, sink);
    return read ? Result<void>() : std::unexpected(read.error());
  }

  // Returns what became of the row.
  std::string add_up(RowValues& values, const TableRule& table, const CodeList& codes,
                     std::uint32_t person, RowSums& sums) {
    const auto day = table.sums->on.empty() ? codes_on() : values.date(table.sums->on);
    const auto meaning = day ? values.meaning(table.sums->by, codes, *day) : std::nullopt;
    if (!meaning) {
      sums.nothing_known(person);
      return kSetAside;
    }
    const auto column = table.sums->amount;
    if (column && values.cell(*column).empty()) {
      values.fault(intake::kNumberNotGiven, column);
      sums.not_known(person, *meaning);
      return kSetAside;
    }
    const auto amount = column ? values.number(*column) : std::optional(1.0);
    if (amount && *amount < 0) values.fault(intake::kOutOfRange, column);
    if (!values.sound()) {
      sums.not_known(person, *meaning);
      return kSetAside;
    }
    sums.add(person, *meaning, *amount);
    return std::string(*meaning);
  }

  Result<void> read_records(TableFileImport& at) {
    const auto& table = form_.tables[at.table];
    if (table.sums) return read_sums_records(at, context());
    const auto context = this->context();
    std::size_t order = 0;
    return read_again_or_first(at, [&](const FeedRow& row) {
      RowValues values(form_, table, row, at.faults);
      const auto person = table.of ? person_of(values, table) : at.people[order++];
      if (person != kNobody) return take_row(at, values, person, context);
      if (table.of) set_aside(at, row);
    });
  }

  // The records of a row whose person is known.
  void take_row(TableFileImport& at, RowValues& values, std::uint32_t person,
                const RowContext& context) {
    auto mapped = map_row(values, at.table, person, context);
    if (mapped.outcome == kSetAside) return set_aside(at, values.row());
    ++at.count.outcomes[mapped.outcome];
    gather_all(at, values.row(), person, mapped);
  }

  void gather_all(TableFileImport& at, const FeedRow& row, std::uint32_t person,
                  MappedRow& mapped) {
    for (const auto type : mapped.without_figures) ++without_figures_[type.index];
    for (auto& [rule, record] : mapped.records) {
      record.lineage = {file_of(at), static_cast<std::uint32_t>(row.row)};
      gather(*rule, person, std::move(record));
    }
  }

  // A table that adds its rows up makes one record of each person, at the first of their rows; what
  // became of the rows has been counted.
  Result<void> read_sums_records(TableFileImport& at, const RowContext& context) {
    const auto& table = form_.tables[at.table];
    auto& done = summed_[at.table];
    std::size_t order = 0;
    FileFaults told_before(at.file->name);
    const auto read = read_rows(at, told_before, [&](const FeedRow& row) {
      RowValues values(form_, table, row, told_before);
      const auto person = table.of ? person_of(values, table) : at.people[order++];
      if (person == kNobody || !done.insert(person).second) return;
      auto mapped = map_row(values, at.table, person, context);
      gather_all(at, row, person, mapped);
    });
    return read ? Result<void>() : std::unexpected(read.error());
  }

  void gather(const RecordRule& rule, std::uint32_t person, Record record) {
    GatheredRecord gathered{rule.type, person, std::move(record), number_, std::nullopt};
    if (rule.ends_when_last_seen && load_.period) gathered.last_seen = load_.period->last;
    if (state_.listener) return state_.listener->record(gathered);
    state_.records.add(std::move(gathered));
  }

  std::optional<Date> told_on() const {
    return load_.made_on ? load_.made_on : state_.options.received;
  }

  void report_files() {
    for (auto& at : imports_) {
      state_.imported.diagnostics.take(at->faults.take());
      state_.imported.counts.push_back(std::move(at->count));
    }
    const bool needs_term = std::ranges::any_of(
        form_.records, [](const RecordRule& r) { return r.dated_by == DatedBy::Term; });
    if (needs_term && !load_.period && !state_.options.covers) {
      for (const auto& file : load_.files) {
        Place place;
        place.file = file.name;
        state_.imported.diagnostics.add(intake::kTermNotKnown, place).hint =
            "name the file as the feed expects, or give --covers FROM..TO";
      }
    }
  }

  // The tables a record is made from.
  std::set<std::size_t> tables_behind(const RecordRule& rule) const {
    std::set<std::size_t> tables = {rule.table};
    for (const auto& field : rule.fields) {
      if (field.sum_of) tables.insert(*field.sum_of);
    }
    for (const auto table : std::set(tables)) {
      if (form_.tables[table].of) tables.insert(*form_.tables[table].of);
    }
    return tables;
  }

  long long rows_set_aside(const std::set<std::size_t>& tables) const {
    long long rows = 0;
    for (const auto& at : imports_) {
      const auto& count = state_.imported.counts[first_count_ + (&at - imports_.data())];
      const auto found = count.outcomes.find(kSetAside);
      if (tables.contains(at->table) && found != count.outcomes.end()) rows += found->second;
    }
    return rows;
  }

  void put_coverage() {
    std::map<std::uint32_t, long long> gaps;  // by type whose tables are all there
    for (const auto& rule : form_.records) {
      if (rule.partial) continue;
      const auto tables = tables_behind(rule);
      const bool whole = std::ranges::none_of(
          tables, [&](std::size_t table) { return load_.files_of(table).empty(); });
      if (whole) gaps[rule.type.index] += rows_set_aside(tables);
    }
    for (const auto& [type, count] : without_figures_) {
      state_.imported.without_figures[state_.builder.catalogue().record_types[type].name] += count;
    }
    cover(gaps);
  }

  void cover(const std::map<std::uint32_t, long long>& gaps) {
    Place place;
    place.file = load_.files.front().name;
    const auto days = state_.options.covers ? state_.options.covers : load_.period;
    if (!days) {
      state_.imported.diagnostics.add(intake::kCoverageNotKnown, place, "absence will be unknown")
          .hint = "give --covers FROM..TO";
      return;
    }
    for (const auto& [type, count] : gaps) {
      state_.builder.add_coverage(RecordTypeId(type), *days, told_on().value_or(kBeginning));
      if (count == 0) continue;
      state_.imported.diagnostics.add(intake::kCoverageWithGaps, place,
                                      state_.builder.catalogue().record_types[type].name, count);
    }
  }

  const Load& load_;
  const FeedForm& form_;
  const int number_;
  ImportState& state_;
  std::size_t first_count_ = state_.imported.counts.size();
  std::vector<std::unique_ptr<TableFileImport>> imports_;
  std::map<std::size_t, std::unordered_map<std::string, std::uint32_t>> keys_;  // by table
  std::unordered_map<std::size_t, RowSums> sums_;                               // by table
  std::map<std::uint32_t, long long> without_figures_;                          // by type
  std::map<std::size_t, std::set<std::uint32_t>> summed_;  // by table: who has their record
};

}  // namespace

Result<void> import_load(const Load& load, int number, ImportState& state) {
  return LoadImport(load, number, state).run();
}

}  // namespace hearth

#include "intake/import_load.h"

#include <algorithm>
#include <memory>
#include <set>

#include "intake/add_up.h"
#include "intake/feed_values.h"
#include "intake/intake_diagnostics.h"
#include "intake/load_coverage.h"
#include "intake/map_row.h"
#include "intake/read_csv_rows.h"
#include "intake/read_xml_rows.h"

namespace hearth {
namespace {

constexpr std::uint32_t kNobody = 0xFFFFFFFF;

// Somebody a row is about: a number where people are held, and what the feed calls them.
struct Who {
  std::uint32_t number = kNobody;
  std::string_view id;
};

class LoadImport {
 public:
  LoadImport(const Load& load, int number, ImportState& state)
      : load_(load),
        form_(*load.form),
        number_(number),
        state_(state),
        in_pieces_(
            form_.format == FeedFormat::Xml &&
            std::ranges::none_of(form_.tables, [](const auto& t) { return t.sums.has_value(); })),
        holds_people_(!state.listener || !(in_pieces_ || form_.in_one_go())) {}

  Result<void> run() {
    HEARTH_TRY(in_pieces_ ? read_pieces() : read_tables());
    report_files();
    return {};
  }

 private:
  // One file of one table while the load is read; a table with people may be read twice.
  struct TableFileImport {
    const LoadFile* file;
    std::size_t table;
    FileFaults faults;
    TableCount count;
    std::vector<std::uint32_t> people;  // of each row read, in order; kNobody: set aside
    std::optional<std::uint32_t> lineage_file = {};
  };
  using Step = Result<void> (LoadImport::*)(TableFileImport&);

  // First those who say who is who, then those that are added up, then those that become records.
  Result<void> read_tables() {
    for (std::size_t t = 0; t < form_.tables.size(); ++t) {
      if (form_.tables[t].person) HEARTH_TRY(each_file(t, &LoadImport::read_people));
    }
    for (std::size_t t = 0; t < form_.tables.size(); ++t) {
      if (form_.tables[t].sums) HEARTH_TRY(each_file(t, &LoadImport::read_sums));
    }
    for (std::size_t t = 0; t < form_.tables.size(); ++t) {
      if (form_.makes_records(t) && !form_.in_one_go(t)) {
        HEARTH_TRY(each_file(t, &LoadImport::read_records));
      }
    }
    return {};
  }

  // XML comes in pieces that hold a person and all that is told of them.
  Result<void> read_pieces() {
    for (const auto& file : load_.files) {
      std::vector<XmlTable> tables;
      std::vector<TableFileImport*> imports;
      for (const bool people : {true, false}) {
        for (const auto t : file.tables) {
          if (form_.tables[t].person.has_value() != people) continue;
          if (!people && !form_.makes_records(t)) continue;
          imports.push_back(&import_of(file, t));
          tables.push_back({&form_.tables[t], &imports.back()->faults});
        }
      }
      std::map<std::size_t, Piece> pieces;  // by table with people
      const auto read = read_xml_rows(
          file.path, form_, tables,
          [&](std::size_t i, const FeedRow& row) { take_of_piece(*imports[i], row, pieces); });
      if (!read) return std::unexpected(read.error());
      HEARTH_TRY(seen_);
      for (std::size_t i = 0; i < imports.size(); ++i) count_rows(*imports[i], (*read)[i]);
    }
    return {};
  }

  struct Piece {
    std::string key;  // of the row that introduces its person
    std::string id;
    std::uint32_t number = kNobody;
  };

  void take_of_piece(TableFileImport& at, const FeedRow& row,
                     std::map<std::size_t, Piece>& pieces) {
    const auto& table = form_.tables[at.table];
    heard(at, row);
    RowValues values(form_, table, row, at.faults);
    if (table.person) {
      const auto who = introduce(at, values);
      if (!who) return;
      pieces[at.table] = {std::string(row.key), std::string(who->id), who->number};
      if (form_.makes_records(at.table)) take_row(at, values, *who, context());
      return;
    }
    const auto& piece = pieces[*table.of];
    if (piece.key != row.key) {
      values.fault(intake::kNoMatchingRow, table.key, form_.tables[*table.of].name);
      return set_aside(at, row);
    }
    take_row(at, values, {piece.number, piece.id}, context());
  }

  Result<void> each_file(std::size_t table, Step step) {
    for (const auto* file : load_.files_of(table)) {
      HEARTH_TRY((this->*step)(import_of(*file, table)));
      HEARTH_TRY(seen_);
    }
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
    if (form_.format == FeedFormat::Csv) {
      return read_csv_rows(at.file->prepared, form_.delimiter, table, faults, sink);
    }
    const XmlTable one[] = {{&table, &faults}};
    auto read = read_xml_rows(at.file->path, form_, one,
                              [&](std::size_t, const FeedRow& row) { sink(row); });
    if (!read) return std::unexpected(std::move(read.error()));
    return read->front();
  }

  void heard(const TableFileImport& at, const FeedRow& row) {
    if (state_.listener) state_.listener->read(*at.file, form_.tables[at.table], row);
  }

  static void count_rows(TableFileImport& at, const RowsRead& read) {
    at.count.read = read.rows;
    if (read.rejected > 0) at.count.outcomes[kSetAside] += read.rejected;
  }

  // For the first reading of a file, which counts its rows and those that are none.
  Result<void> read_first(TableFileImport& at, const FeedRowSink& sink) {
    const auto read = read_rows(at, at.faults, [&](const FeedRow& row) {
      heard(at, row);
      sink(row);
    });
    if (!read) return std::unexpected(read.error());
    count_rows(at, *read);
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

  RowContext context() {
    const auto term = load_.period ? load_.period : state_.options.covers;
    return {load_, term, told_on(), sums_, state_.builder};
  }

  Result<void> read_people(TableFileImport& at) {
    const auto& table = form_.tables[at.table];
    const bool at_once = form_.in_one_go(at.table);
    const auto context = this->context();
    return read_first(at, [&](const FeedRow& row) {
      RowValues values(form_, table, row, at.faults);
      const auto who = introduce(at, values);
      if (!at_once) at.people.push_back(who ? who->number : kNobody);
      if (!who) return;
      if (!row.key.empty() && holds_people_) keys_[at.table].emplace(row.key, who->number);
      if (at_once && form_.makes_records(at.table)) take_row(at, values, *who, context);
    });
  }

  // The person of a row that says who it is about; a row that does not is set aside.
  std::optional<Who> introduce(TableFileImport& at, RowValues& values) {
    const auto& table = form_.tables[at.table];
    auto described = map_person(values, *table.person, codes_on());
    if (described) see(at, values, *described);
    if (!values.sound()) {
      set_aside(at, values.row());
      return std::nullopt;
    }
    if (!form_.makes_records(at.table)) ++at.count.outcomes["person"];
    if (!holds_people_) return Who{kNobody, described->id};
    described->lineage = {file_of(at), static_cast<std::uint32_t>(values.row().row)};
    return Who{state_.people.add(*described), described->id};
  }

  // Tells of the row's sighting and relations, if they are sound.
  void see(const TableFileImport& at, RowValues& values, const DescribedPerson& described) {
    state_.remembered.soon_hear(described.id);
    const auto& table = form_.tables[at.table];
    const auto relations = map_relations(values, table, described.id, codes_on());
    Sighting sighting = sighting_of(described);
    sighting.seen = what_is_seen(values, *table.person, codes_on());
    if (!values.sound()) return;
    const auto heard = state_.remembered.hear(sighting);
    if (heard.differs) values.warn(intake::kPersonDiffers, std::nullopt);
    sighting.again = heard.again;
    tell(at, values, state_.options.sightings, sighting);
    for (auto relation : relations) tell(at, values, state_.options.relations, relation);
  }

  static Sighting sighting_of(const DescribedPerson& described) {
    Sighting sighting;
    sighting.local_id = described.id;
    sighting.role = described.role;
    sighting.born = described.born;
    sighting.died = described.died;
    sighting.sex = described.sex;
    sighting.family = described.family;
    sighting.started = described.started;
    return sighting;
  }

  // Says where it stands in the agency's file, then tells who wants to hear.
  template <typename Sink, typename Told>
  void tell(const TableFileImport& at, const RowValues& values, const Sink& sink, Told& told) {
    if (!sink || !seen_) return;
    told.feed = state_.feed;
    told.file = at.file->name;
    told.table = form_.tables[at.table].name;
    told.row = values.row().row;
    seen_ = sink(told);
  }

  // Who a row is about that does not say so itself.
  std::uint32_t person_of(RowValues& values, const TableRule& table) {
    const auto& keys = keys_[*table.of];
    const auto found = keys.find(std::string(values.row().key));
    if (found != keys.end()) return found->second;
    values.fault(intake::kNoMatchingRow, table.key, form_.tables[*table.of].name);
    return kNobody;
  }

  Who who(std::uint32_t person) const { return {person, state_.people.id_of(person)}; }

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
      const auto outcome = add_up(values, table, codes, codes_on(), person, sums);
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

  Result<void> read_records(TableFileImport& at) {
    const auto& table = form_.tables[at.table];
    if (table.sums) return read_sums_records(at, context());
    const auto context = this->context();
    std::size_t order = 0;
    return read_again_or_first(at, [&](const FeedRow& row) {
      RowValues values(form_, table, row, at.faults);
      const auto person = table.of ? person_of(values, table) : at.people[order++];
      if (person != kNobody) return take_row(at, values, who(person), context);
      if (table.of) set_aside(at, row);
    });
  }

  // The records of a row whose person is known.
  void take_row(TableFileImport& at, RowValues& values, Who who, const RowContext& context) {
    auto mapped = map_row(values, at.table, who.number, context);
    if (mapped.outcome == kSetAside) return set_aside(at, values.row());
    ++at.count.outcomes[mapped.outcome];
    gather_all(at, values.row(), who, mapped);
  }

  void gather_all(TableFileImport& at, const FeedRow& row, Who who, MappedRow& mapped) {
    for (const auto type : mapped.without_figures) ++without_figures_[type.index];
    for (auto& [rule, record] : mapped.records) {
      record.lineage = {file_of(at), static_cast<std::uint32_t>(row.row)};
      gather(*rule, who, std::move(record));
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
      gather_all(at, row, who(person), mapped);
    });
    return read ? Result<void>() : std::unexpected(read.error());
  }

  void gather(const RecordRule& rule, Who who, Record record) {
    GatheredRecord gathered{rule.type, who.number, who.id, std::move(record), number_, {}};
    if (rule.ends_when_last_seen && load_.period) gathered.last_seen = load_.period->last;
    if (state_.listener) return state_.listener->record(gathered);
    state_.records.add(std::move(gathered));
  }

  std::optional<Date> told_on() const {
    return load_.made_on ? load_.made_on : state_.options.received;
  }

  void report_files() {
    SetAside set_aside;
    for (auto& at : imports_) {
      const auto found = at->count.outcomes.find(kSetAside);
      if (found != at->count.outcomes.end()) set_aside[at->table] += found->second;
      state_.imported.diagnostics.take(at->faults.take());
      state_.imported.counts.push_back(std::move(at->count));
    }
    for (const auto& [type, count] : without_figures_) {
      state_.imported.without_figures[state_.builder.catalogue().record_types[type].name] += count;
    }
    put_coverage(load_, set_aside, state_);
  }

  const Load& load_;
  const FeedForm& form_;
  const int number_;
  ImportState& state_;
  const bool in_pieces_;     // XML: each holds a person and all that is told of them
  const bool holds_people_;  // because other rows refer to them, or facts are to be made of them
  Result<void> seen_;        // what became of telling of people
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

#include "families/read_told.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>

#include "base/text.h"
#include "facts/facts_file.h"
#include "facts/role_word.h"
#include "families/address_book.h"
#include "families/families_diagnostics.h"
#include "families/last_word.h"
#include "families/told_people.h"

namespace hearth::families {
namespace {

using Path = std::filesystem::path;

const std::vector<std::string> kOtherSeen = {
    "load",    "feed",           "file",      "table",      "row",       "local_id",
    "role",    "birth_date",     "sex",       "forename",   "surname",   "middle_names",
    "address", "former_surname", "uprn",      "postcode",   "upn",       "nhs_number",
    "nino",    "household",      "protected", "death_date", "family_id", "started_on"};

template <std::size_t n>
std::optional<std::size_t> word_of(RowReader& row, const Column& column,
                                   const std::string_view (&words)[n]) {
  const auto text = row.needed_text(column);
  const auto found = std::ranges::find(words, text);
  if (found != std::end(words)) return static_cast<std::size_t>(found - std::begin(words));
  const std::vector<std::string> known(std::begin(words), std::end(words));
  const auto hint = [&] { return "use one of " + join(known, ", "); };
  if (!text.empty()) row.refuse_with(hint, kUndeclaredCode, column);
  return std::nullopt;
}

class Reading {
 public:
  Result<ReadTold> run(const ToldTables& tables) {
    HEARTH_TRY(open_database(tables));
    for (const auto& path : tables.sightings) HEARTH_TRY(read_sightings(path));
    book_.settle(written_);
    settle_homes();
    for (const auto& path : tables.places) HEARTH_TRY(read_places(path));
    for (const auto& path : tables.relationships) HEARTH_TRY(read_relationships(path));
    if (!tables.decisions.empty()) HEARTH_TRY(read_decisions(tables.decisions));
    return std::move(read_);
  }

 private:
  Result<void> open_database(const ToldTables& tables) {
    auto paths = tables.sightings;
    paths.insert(paths.end(), tables.relationships.begin(), tables.relationships.end());
    paths.insert(paths.end(), tables.places.begin(), tables.places.end());
    const bool parquet = std::ranges::any_of(
        paths, [](const Path& path) { return file_format(path) != FileFormat::Csv; });
    if (!parquet) return {};
    auto database = Database::open(1);
    if (!database) return std::unexpected(database.error());
    database_.emplace(std::move(*database));
    return {};
  }

  template <typename ReadRow>
  Result<void> read(const Path& path, const ColumnNames& names, ReadRow read_row) {
    auto file = FactsFile::open(database_, path);
    if (!file) return std::unexpected(file.error());
    file->check_header(names);
    HEARTH_TRY(read_row(*file));
    read_.files.push_back(file->account().count());
    read_.diagnostics.take(file->account().finish());
    return {};
  }

  Result<void> read_sightings(const Path& path) {
    return read(path, {{"person_id", "known_on"}, kOtherSeen}, [&](FactsFile& file) {
      const auto id = file.column("person_id"), known = file.column("known_on");
      const auto feed = file.column("feed"), local = file.column("local_id");
      const auto born = file.column("birth_date"), died = file.column("death_date");
      const auto sex = file.column("sex"), surname = file.column("surname");
      const auto uprn = file.column("uprn"), address = file.column("address");
      const auto postcode = file.column("postcode"), household = file.column("household");
      const auto kept_secret = file.column("protected");
      const auto family = file.column("family_id"), role = file.column("role");
      const auto load = file.column("load");
      return file.each_row([&](RowReader& row) {
        const auto person_id = row.needed_text(id);
        ToldHome home;
        home.told = row.needed_date(known);
        home.is_protected = row.flag(kept_secret).value_or(false);
        home.load = static_cast<std::uint32_t>(
            std::clamp(row.number(load).value_or(0), 0.0, static_cast<double>(UINT32_MAX)));
        const auto birth = row.date(born), death = row.date(died);
        if (!row.good()) return false;
        home.person = people_.add(person_id);
        people_.describe(home.person, birth, death, row.text(sex), row.text(surname));
        const std::string agency(row.text(feed));
        home.source = source(agency);
        home.record = records_.number(fmt::format("{} {}", agency, row.text(local)));
        people_of_records_.resize(std::max<std::size_t>(people_of_records_.size(), home.record + 1),
                                  home.person);
        const auto number = row.text(household);
        if (!number.empty()) {
          home.household = households_.number(fmt::format("{} {}", agency, number));
        }
        written_.push_back(book_.write(std::string(row.text(uprn)), std::string(row.text(address)),
                                       row.text(postcode)));
        read_.told.homes.push_back(home);
        note_named(home, row.text(family), row.text(role));
        return true;
      });
    });
  }

  // What was told last stands; of one load, the last by name.
  void note_named(const ToldHome& home, std::string_view family, std::string_view role) {
    if (family.empty()) return;
    Named said{home.told, home.load, std::string(family), role_of(role)};
    auto& named = named_[home.person];
    if (!(said.order() < named.order())) named = std::move(said);
  }

  struct Named {
    Date told;
    std::uint32_t load = 0;
    std::string family;
    Role role = Role::Other;
    std::tuple<Date, std::uint32_t, std::string_view> order() const { return {told, load, family}; }
  };

  static Role role_of(std::string_view word) {
    for (const auto role : {Role::Parent, Role::Child, Role::Adult, Role::Expectant}) {
      if (role_word(role) == word) return role;
    }
    return Role::Other;
  }

  SourceNumber source(const std::string& name) {
    const auto at = std::ranges::find(sources_, name) - sources_.begin();
    if (at == std::ssize(sources_)) sources_.push_back(name);
    return static_cast<SourceNumber>(at);
  }

  // Numbers people, places and sources in the order of what they are called.
  void settle_homes() {
    auto& told = read_.told;
    told.people = people_.people();
    told.places.assign(book_.size(), PlaceKind::Home);
    told.sources = sources_;
    std::ranges::sort(told.sources);
    std::vector<SourceNumber> number;
    for (const auto& name : sources_) {
      const auto at = std::ranges::lower_bound(told.sources, name);
      number.push_back(static_cast<SourceNumber>(at - told.sources.begin()));
    }
    for (std::size_t i = 0; i < told.homes.size(); ++i) {
      told.homes[i].person = people_.number_of(told.homes[i].person);
      told.homes[i].source = number[told.homes[i].source];
      told.homes[i].place = book_.find(written_[i]);
    }
    for (const auto& [person, said] : named_) {
      told.named.push_back({said.family, people_.number_of(person), said.role});
    }
    std::ranges::sort(told.named, std::less());
    read_.homeless = static_cast<std::int64_t>(
        std::erase_if(told.homes, [](const ToldHome& home) { return home.place == kNowhere; }));
    keep_last_word(told.homes);
  }

  Result<void> read_places(const Path& path) {
    return read(path, {{"kind"}, {"uprn", "address", "postcode"}}, [&](FactsFile& file) {
      const auto uprn = file.column("uprn"), address = file.column("address");
      const auto postcode = file.column("postcode"), kind = file.column("kind");
      return file.each_row([&](RowReader& row) {
        const auto kind_word = word_of(row, kind, kPlaceKinds);
        const std::string uprn_text(row.text(uprn)), address_text(row.text(address));
        const std::string postcode_text(row.text(postcode));
        if (uprn_text.empty() && (address_text.empty() || postcode_text.empty())) {
          row.refuse(kNoAddress, uprn);
        }
        if (!row.good()) return false;
        const auto place = book_.find(book_.write(uprn_text, address_text, postcode_text));
        if (place == kNowhere) {
          file.account().note(kPlaceNotTold, row.row_number(), "uprn");
        } else {
          read_.told.places[place] = static_cast<PlaceKind>(*kind_word);
        }
        return true;
      });
    });
  }

  std::optional<PersonNumber> person(RowReader& row, const Column& column) const {
    const auto id = row.needed_text(column);
    if (id.empty()) return std::nullopt;
    const auto& people = read_.told.people;
    const auto at = std::ranges::lower_bound(people, id, {}, &ToldPerson::id);
    if (at != people.end() && at->id == id) return static_cast<PersonNumber>(at - people.begin());
    row.refuse(kUnknownPersonId, column);
    return std::nullopt;
  }

  // One whom the agency has a number for; as its sightings say.
  std::optional<PersonNumber> person_of_agency(RowReader& row, std::string_view agency,
                                               const Column& column) {
    const auto id = row.needed_text(column);
    if (id.empty()) return std::nullopt;
    const auto record = records_.number(fmt::format("{} {}", agency, id));
    if (record < people_of_records_.size()) return people_.number_of(people_of_records_[record]);
    row.refuse(kUnknownPersonId, column);
    return std::nullopt;
  }

  // What relationships and decisions have in common: two people and the days it holds.
  template <typename Pair>
  bool read_pair(RowReader& row, const FactsFile& file, Pair& pair) {
    const auto other_column = file.column("other_id"), end = file.column("end_date");
    const auto local = file.column("local_id");
    std::optional<PersonNumber> one, other;
    if (local.at) {
      const std::string agency(row.needed_text(file.column("feed")));
      one = person_of_agency(row, agency, local);
      other = person_of_agency(row, agency, other_column);
    } else {
      one = person(row, file.column("person_id"));
      other = person(row, other_column);
    }
    pair.first = row.date(file.column("start_date")).value_or(kBeginning);
    pair.last = row.date(end).value_or(kForever);
    if (one && other && *one == *other) row.refuse(kOwnRelative, other_column);
    if (row.good() && pair.last < pair.first) row.refuse(kEndsBeforeStart, end);
    if (!row.good()) return false;
    pair.person = *one;
    pair.other = *other;
    return true;
  }

  Result<void> read_relationships(const Path& path) {
    const ColumnNames names{{"relation", "other_id"},
                            {"person_id", "local_id", "feed", "load", "file", "table", "row",
                             "known_on", "start_date", "end_date", "source"}};
    return read(path, names, [&](FactsFile& file) {
      const auto relation = file.column("relation");
      return file.each_row([&](RowReader& row) {
        Relationship tie;
        const auto word = word_of(row, relation, kRelations);
        if (!read_pair(row, file, tie)) return false;
        tie.relation = static_cast<Relation>(*word);
        read_.told.relationships.push_back(tie);
        return true;
      });
    });
  }

  Result<void> read_decisions(const Path& path) {
    const ColumnNames names{{"person_id", "decision", "other_id"},
                            {"start_date", "end_date", "decided_on", "by", "reason"}};
    return read(path, names, [&](FactsFile& file) {
      const auto column = file.column("decision");
      return file.each_row([&](RowReader& row) {
        Decision decision;
        const auto word = word_of(row, column, kRulings);
        if (!read_pair(row, file, decision)) return false;
        decision.ruling = static_cast<Ruling>(*word);
        read_.told.decisions.push_back(decision);
        return true;
      });
    });
  }

  ReadTold read_;
  std::optional<Database> database_;
  ToldPeople people_;
  AddressBook book_;
  std::vector<AddressBook::Written> written_;  // of each home
  std::vector<std::string> sources_;
  link::NumberedTexts records_, households_;
  std::map<PersonNumber, Named> named_;          // as people_ numbers them
  std::vector<PersonNumber> people_of_records_;  // as people_ numbers them
};

}  // namespace

Result<ReadTold> read_told(const ToldTables& tables) { return Reading().run(tables); }

}  // namespace hearth::families

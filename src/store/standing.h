// The loads of a store in the order in which they stand, as tables of a database, and the questions
// that find which rows stand.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "casebook/as_known.h"
#include "facts/facts.h"
#include "lake/lake.h"
#include "store/who.h"
#include "table/database.h"

namespace hearth {

// The files that say what stands by the loads a question goes by, and who they are about.
std::vector<SegmentEntry> needed_segments(const std::vector<LoadEntry>& loads,
                                          const AsKnown& known);

class Standing {
 public:
  // Makes the tables `loads` and `covers`, of the loads a question goes by.
  static Result<Standing> make(Database& database, const Lake& lake,
                               const std::vector<LoadEntry>& loads, const AsKnown& known);

  // From here on people go by the ids they have there, and those it does not know by those that
  // their agencies gave them.
  Result<void> name_people(const SightedPeople& who);

  const std::vector<LoadEntry>& loads() const { return loads_; }  // the last to be believed last
  std::vector<std::string> record_types() const;                  // that have segments, by name
  std::vector<SegmentEntry> segments() const { return needed_segments(loads_, {}); }

  // `select …` of the records of a type that stand, in the columns of a facts folder.
  Result<Sql> records(const std::string& type);
  // `feed, person_id, start` of those of one feed that start in the days.
  Result<Sql> records_of_feed(const std::string& type, const std::string& feed, Stretch days);
  Result<Sql> start_of(const std::string& type);  // the column
  // One row a person: what was told of them last.
  Sql people() const;
  // A row for each that told of somebody, and for each that told how two are related.
  Result<Sql> seen();
  Sql relations() const;

 private:
  Standing(Database& database, const Lake& lake) : database_(database), lake_(lake) {}
  Result<void> make_loads();
  Result<void> make_covers();
  Result<void> make_names();
  static Sql covered_later(const std::string& type);
  Sql with_names() const;
  Sql named() const;
  Sql told_once(const std::vector<std::string>& columns) const;
  Sql standing(const std::string& type, const std::vector<std::string>& columns,
               const Sql& shown) const;
  Sql paths_of(const std::string& kind) const;  // of all its segments
  Sql rows_of(const std::string& kind) const;
  Result<std::vector<std::string>> columns_of(const std::string& kind);

  Database& database_;
  Lake lake_;
  std::vector<LoadEntry> loads_;
  bool any_names_ = false;
};

}  // namespace hearth

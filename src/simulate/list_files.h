// The plain lists, delivery by delivery: which of a family's records go into which file, and the
// rows as the agency writes them.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "simulate/list_file.h"
#include "simulate/truth_files.h"

namespace hearth {

class ListFiles {
 public:
  ListFiles(const AgencyList& list, std::uint64_t seed, const MistakeRates& mistakes,
            const std::filesystem::path& folder, TruthFiles& truth);

  void add(const FamilyLife& family, TruthFiles& truth);
  Result<void> put_away(std::size_t more_than);
  Result<void> finish();  // after the last family

 private:
  struct Column {
    std::string_view header;
    std::string_view cell;
    std::string_view codes;
  };
  struct Row {
    const TrueRecord& record;
    const ListTells& tells;
    const Delivery& delivery;
    bool whole = true;  // otherwise its codes and numbers come with a later row
    bool bad_date = false;
  };
  struct Relation {
    std::size_t person, other;
    std::string_view word;  // what the person is to the other
  };

  void tell(const FamilyLife& family, const TrueRecord& record, const ListTells& tells,
            Random& chance, TruthFiles& truth);
  void write(std::size_t delivery, const FamilyLife& family, const Row& row, const char* mistake,
             TruthFiles& truth);
  void tell_relations(const FamilyLife& family, TruthFiles& truth);
  void write_relations(std::size_t delivery, const FamilyLife& family, TruthFiles& truth);
  std::optional<Cell> person_cell(const Column& column, const Sighted& seen) const;
  Cell record_cell(const Column& column, const Row& row) const;
  std::size_t delivery_of(Date day) const;

  const AgencyList& list_;
  Agency agency_;
  std::vector<Column> columns_;
  std::vector<Delivery> deliveries_;
  std::vector<std::optional<ListFile>> files_;  // by delivery; nothing where it never comes
};

}  // namespace hearth

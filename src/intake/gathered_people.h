// The people and families a load tells of, each once however many rows and files speak of them.
//
// The first row that says something of a person stands; a later one fills what is missing. Without
// linking, people share a family only if a feed has a column for it; everybody else is a family of
// their own, called as they are.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/facts_builder.h"
#include "facts/id_index.h"

namespace hearth {

// A person as one row describes them; its texts are the row's.
struct DescribedPerson {
  std::string_view id;
  std::optional<Date> born;
  std::optional<Date> died;
  std::string_view sex;
  std::string_view family;  // empty: their own
  std::optional<Date> started;
  Role role = Role::Other;
  Lineage lineage;
};

// As all their rows do.
struct GatheredPerson {
  Person person;
  std::string family;
  std::optional<Date> started;
  Role role = Role::Other;
};

class GatheredPeople {
 public:
  std::uint32_t add(const DescribedPerson& described);  // their number, in the order first seen

  const std::string& id_of(std::uint32_t person) const { return people_[person].person.id; }

  // In the order they were first seen; a family without a start of its own starts on `started`,
  // which must then be given.
  void put_into(FactsBuilder& builder, std::optional<Date> started) const;

 private:
  std::vector<GatheredPerson> people_;
  IdIndex index_;
};

}  // namespace hearth

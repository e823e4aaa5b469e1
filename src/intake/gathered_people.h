// The people and families a load tells of, each once however many rows and files speak of them.
//
// The first row that says something of a person stands; a later one fills what is missing, and one
// that says otherwise is reported. Without linking, people share a family only if a feed has a
// column for it; everybody else is a family of their own, called as they are.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "facts/facts_builder.h"

namespace hearth {

// A person as one row describes them.
struct DescribedPerson {
  Person person;
  std::string family;  // empty: their own
  std::optional<Date> started;
  Role role = Role::Other;
};

class GatheredPeople {
 public:
  struct Added {
    std::uint32_t person;
    bool differs;  // from what an earlier row said
  };
  Added add(const DescribedPerson& described);

  std::size_t size() const { return people_.size(); }
  const std::vector<DescribedPerson>& all() const { return people_; }  // in the order first seen

  // In the order they were first seen; a family without a start of its own starts on `started`,
  // which must then be given.
  void put_into(FactsBuilder& builder, std::optional<Date> started) const;

 private:
  std::vector<DescribedPerson> people_;
  std::unordered_map<std::string, std::uint32_t> index_;
};

}  // namespace hearth

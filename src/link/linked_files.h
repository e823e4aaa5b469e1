// For the tests of linking: tables written to a folder of their own, linked as the program would,
// and the people found as sets of row ids.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "link/link_people.h"

namespace hearth::link {

class Folder {
 public:
  Folder();
  ~Folder();
  std::filesystem::path write(const std::string& name, const std::string& text) const;

 private:
  std::filesystem::path path_;
};

std::vector<std::size_t> in_order(std::size_t size);  // 0, 1, 2 …

// The clusters as sets of `file:id`, whatever they are numbered.
using People = std::set<std::set<std::string>>;

struct Answer {
  Prepared prepared;
  LinkedPeople linked;
  People people;
  std::string said;  // all diagnostics

  RowNumber row_of(const std::string& id) const;
  std::uint32_t cluster_of(const std::string& id) const;
  std::string why(const std::string& a, const std::string& b) const;
  std::size_t largest() const;  // how many rows the person with most has
};

// With the shipped model, drafted and trained.
Answer link_files(const Paths& paths, int threads = 2);

}  // namespace hearth::link

// Which forenames are used for one another: rob, bob and robert.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hearth::link {

class Nicknames {
 public:
  Nicknames() = default;
  // Each group: forenames that one person may go by. A name may be in several groups.
  explicit Nicknames(std::vector<std::vector<std::string>> groups);

  bool share(std::string_view a, std::string_view b) const;
  const std::vector<std::vector<std::string>>& groups() const { return groups_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  std::vector<std::vector<std::string>> groups_;
  std::unordered_map<std::string, std::vector<std::size_t>, Hash, std::equal_to<>> groups_of_;
};

}  // namespace hearth::link

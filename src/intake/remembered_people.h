// What the rows so far have said of each person, as far as the next row can be held against it:
// whether it says the same again, or otherwise.
//
// It remembers 131,072 people, 32 bytes each, and then begins anew, because a load may tell of any
// number. So it may take for new what it heard long ago, and never for known what is new; who needs
// the people themselves keeps them.
#pragma once

#include <cstdint>
#include <vector>

#include "intake/sighting.h"

namespace hearth {

class RememberedPeople {
 public:
  static constexpr std::size_t kMost = 1 << 17;

  struct Heard {
    bool again;    // the last row about them said just this
    bool differs;  // an earlier row said otherwise
  };
  // What was said of them is fetched from memory while the rest of the row is read.
  void soon_hear(std::string_view person) const;
  Heard hear(const Sighting& sighting);

  std::int64_t people() const { return people_; }  // one forgotten and met again counts twice
  bool any_forgotten() const { return any_forgotten_; }

 private:
  // Words as numbers. Two that differ have one number once in 2^32 times, and then pass for one;
  // two whole descriptions, once in 2^64 times.
  struct Said {
    std::uint64_t person = 0;  // 0: nobody
    std::uint64_t all = 0;     // of the last row
    std::int32_t born = kNothing, died = kNothing;
    std::uint32_t sex = 0, family = 0;
  };
  static constexpr std::int32_t kNothing = INT32_MIN;

  std::size_t home_of(std::uint64_t person) const { return (person >> 1) & (slots_.size() - 1); }
  Said& said_of(std::uint64_t person);
  void make_room();

  std::vector<Said> slots_ = std::vector<Said>(1 << 10);  // always a power of two
  std::size_t count_ = 0;                                 // of the slots in use
  std::int64_t people_ = 0;
  bool any_forgotten_ = false;
};

}  // namespace hearth

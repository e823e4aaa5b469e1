#include "families/last_word.h"

#include <algorithm>
#include <tuple>

namespace hearth::families {
namespace {

std::tuple<PersonNumber, Date, std::uint32_t> word_of(const ToldHome& home) {
  return {home.person, home.told, home.record};
}

}  // namespace

void keep_last_word(std::vector<ToldHome>& homes) {
  std::ranges::sort(homes, {}, [](const ToldHome& home) {
    return std::pair(word_of(home), UINT32_MAX - home.load);  // the last load first
  });
  std::size_t kept = 0;
  for (const auto home : homes) {
    const bool stands =
        kept == 0 || word_of(homes[kept - 1]) != word_of(home) || homes[kept - 1].load == home.load;
    if (stands) homes[kept++] = home;
  }
  homes.resize(kept);
}

}  // namespace hearth::families

#include "families/address_book.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "link/clean.h"

namespace hearth::families {
namespace {

constexpr std::uint32_t kSeveral = UINT32_MAX;
constexpr std::uint64_t kSeveralPlaces = UINT64_MAX;

// The first thing said stands only while nothing else is.
template <typename Map, typename Key, typename Value>
void note(Map& map, Key key, Value value, Value several) {
  const auto [at, added] = map.try_emplace(key, value);
  if (!added && at->second != value) at->second = several;
}

}  // namespace

AddressBook::Written AddressBook::write(std::string_view uprn, std::string_view address,
                                        std::string_view postcode) {
  Written row;
  row.uprn = uprns_.number(link::clean(link::FieldKind::Uprn, uprn));
  row.postcode = postcodes_.number(link::clean(link::FieldKind::Postcode, postcode));
  const auto cell = cells_.number(address);
  if (cell >= address_of_cell_.size()) {
    address_of_cell_.push_back(addresses_.number(link::clean_address(address)));
  }
  row.address = address_of_cell_[cell];
  return row;
}

std::uint64_t AddressBook::resolved(const Written& row) const {
  if (row.uprn != 0) return key(0, row.uprn);
  if (row.address == 0) return 0;
  auto place = key(row.address, row.postcode);
  if (row.postcode != 0) {
    const auto meant = meant_.find(place);
    if (meant != meant_.end()) place = key(row.address, meant->second);
    const auto at = uprn_of_.find(place);
    if (at != uprn_of_.end() && at->second != kSeveral) return key(0, at->second);
    return place;
  }
  const auto only = only_place_.find(row.address);
  if (only != only_place_.end()) return only->second == kSeveralPlaces ? 0 : only->second;
  return names_a_town(row.address) ? place : 0;
}

// House, street and town: enough to be a place without a postcode.
bool AddressBook::names_a_town(std::uint32_t address) const {
  const auto text = addresses_[address];
  return std::ranges::count(text, ' ') >= 3 && text.front() >= '0' && text.front() <= '9';
}

// Of one address, a rarer postcode one slip from a commoner one is that one.
void AddressBook::settle_postcodes(const std::vector<Written>& rows) {
  std::map<std::uint32_t, std::map<std::uint32_t, std::int64_t>> postcodes_of;  // by address
  for (const auto& row : rows) {
    if (row.address != 0 && row.postcode != 0) ++postcodes_of[row.address][row.postcode];
  }
  for (const auto& [address, counted] : postcodes_of) {
    if (counted.size() < 2) continue;
    std::vector<std::pair<std::uint32_t, std::int64_t>> order(counted.begin(), counted.end());
    std::ranges::sort(
        order, {}, [&](const auto& one) { return std::pair(-one.second, postcodes_[one.first]); });
    for (std::size_t i = 1; i < order.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const auto [rare, common] = std::pair(order[i].first, order[j].first);
        if (meant_.contains(key(address, common))) continue;
        if (edit_distance(postcodes_[rare], postcodes_[common]) > 1) continue;
        meant_.emplace(key(address, rare), common);
        break;
      }
    }
  }
}

void AddressBook::settle(const std::vector<Written>& rows) {
  settle_postcodes(rows);
  for (const auto& row : rows) {
    if (row.uprn != 0 && row.address != 0 && row.postcode != 0) {
      note(uprn_of_, key(row.address, row.postcode), row.uprn, kSeveral);
    }
  }
  for (const auto& row : rows) {
    const bool whole = row.uprn != 0 || row.postcode != 0;
    if (row.address != 0 && whole) {
      note(only_place_, row.address, resolved(row), kSeveralPlaces);
    }
  }
  std::vector<std::uint64_t> keys;
  for (const auto& row : rows) {
    if (const auto place = resolved(row); place != 0) keys.push_back(place);
  }
  std::ranges::sort(keys);
  keys.erase(std::ranges::unique(keys).begin(), keys.end());
  const auto called = [&](std::uint64_t place) {
    const auto address = static_cast<std::uint32_t>(place >> 32);
    const auto last = static_cast<std::uint32_t>(place);
    return std::pair(addresses_[address], address == 0 ? uprns_[last] : postcodes_[last]);
  };
  std::ranges::sort(keys, {}, called);
  for (const auto place : keys) {
    places_.emplace(place, static_cast<PlaceNumber>(places_.size()));
  }
}

PlaceNumber AddressBook::find(const Written& row) const {
  const auto at = places_.find(resolved(row));
  return at == places_.end() ? kNowhere : at->second;
}

}  // namespace hearth::families

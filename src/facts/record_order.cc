#include "facts/record_order.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <tuple>

namespace hearth {
namespace {

using Order = std::vector<std::uint32_t>;

auto days_key(const RecordTable& table, std::uint32_t row) {
  return std::tuple(table.start[row].days, table.end_of(row).days);
}

bool same_days(const RecordTable& table, std::uint32_t a, std::uint32_t b) {
  return table.subject[a] == table.subject[b] && days_key(table, a) == days_key(table, b);
}

// Whether each row comes after the one before, and whether by its subject and days alone.
struct Sorted {
  bool in_order = true;
  bool all_differ = true;
};

Sorted look_over(const RecordTable& table) {
  Sorted sorted;
  for (std::uint32_t row = 1; row < table.size(); ++row) {
    const auto a = table.subject[row - 1], b = table.subject[row];
    if (a < b) continue;
    if (a > b) return {.in_order = false};
    const auto order = days_key(table, row - 1) <=> days_key(table, row);
    if (order > 0) return {.in_order = false};
    sorted.all_differ = sorted.all_differ && order < 0;
  }
  return sorted;
}

// By subject first, counting how many each has, then each subject's few rows by their days.
Order sorted_order(const RecordTable& table, std::size_t subject_count) {
  Order first_of(subject_count + 1, 0);
  for (const auto subject : table.subject) ++first_of[subject + 1];
  std::partial_sum(first_of.begin(), first_of.end(), first_of.begin());
  Order order(table.size());
  Order next = first_of;
  for (std::uint32_t row = 0; row < table.size(); ++row) order[next[table.subject[row]]++] = row;
  for (std::size_t subject = 0; subject < subject_count; ++subject) {
    std::sort(order.begin() + first_of[subject], order.begin() + first_of[subject + 1],
              [&](std::uint32_t a, std::uint32_t b) {
                return std::tuple(days_key(table, a), a) < std::tuple(days_key(table, b), b);
              });
  }
  return order;
}

// Less than, by everything a row holds but its lineage.
std::strong_ordering compare_rows(const RecordTable& table, std::uint32_t a, std::uint32_t b) {
  if (const auto known = table.known_of(a) <=> table.known_of(b); known != 0) return known;
  if (const auto source = table.source_of(a) <=> table.source_of(b); source != 0) return source;
  for (const auto& field : table.fields) {  // as bits, so that not known equals not known
    const auto [x, y] =
        std::pair(std::bit_cast<std::uint64_t>(field[a]), std::bit_cast<std::uint64_t>(field[b]));
    if (x != y) return x <=> y;
  }
  return std::strong_ordering::equal;
}

// Of rows with the same subject and days: notes those that repeat an earlier one.
void find_repeats(const RecordTable& table, Order rows, std::vector<DuplicateRecord>& found,
                  std::vector<bool>& repeated) {
  std::ranges::sort(rows, [&](std::uint32_t a, std::uint32_t b) {
    const auto order = compare_rows(table, a, b);
    return order != 0 ? order < 0 : a < b;
  });
  std::size_t first = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (compare_rows(table, rows[first], rows[i]) != 0) {
      first = i;
    } else {
      if (repeated.empty()) repeated.resize(table.size());
      repeated[rows[i]] = true;
      found.push_back({table.lineage[rows[i]].row, table.lineage[rows[first]].row});
    }
  }
}

template <typename T>
void gather(std::vector<T>& column, const Order& order) {
  if (column.empty()) return;
  std::vector<T> sorted;
  sorted.reserve(order.size());
  for (const auto row : order) sorted.push_back(column[row]);
  column = std::move(sorted);
}

}  // namespace

void reorder(RecordTable& table, const std::vector<std::uint32_t>& order) {
  gather(table.subject, order);
  gather(table.start, order);
  gather(table.end, order);
  gather(table.known, order);
  gather(table.source, order);
  gather(table.lineage, order);
  for (auto& field : table.fields) gather(field, order);
}

std::vector<DuplicateRecord> put_in_order(RecordTable& table, std::size_t subject_count) {
  const auto [in_order, all_differ] = look_over(table);
  if (in_order && all_differ) return {};
  Order order;
  if (!in_order) order = sorted_order(table, subject_count);
  const auto row_at = [&](std::size_t i) {
    return in_order ? static_cast<std::uint32_t>(i) : order[i];
  };

  std::vector<DuplicateRecord> found;
  std::vector<bool> repeated;
  for (std::size_t first = 0, end = 0; first < table.size(); first = end) {
    for (end = first + 1; end < table.size() && same_days(table, row_at(first), row_at(end));)
      ++end;
    if (end - first == 1) continue;
    Order same(end - first);
    for (std::size_t i = first; i < end; ++i) same[i - first] = row_at(i);
    find_repeats(table, std::move(same), found, repeated);
  }
  if (in_order && found.empty()) return found;
  if (in_order) {
    order.resize(table.size());
    std::iota(order.begin(), order.end(), 0u);
  }
  if (!found.empty()) std::erase_if(order, [&](std::uint32_t row) { return repeated[row]; });
  reorder(table, order);
  return found;
}

std::vector<std::uint32_t> first_rows(const RecordTable& table, std::size_t subject_count) {
  std::vector<std::uint32_t> first_of(subject_count + 1, 0);
  for (const auto subject : table.subject) ++first_of[subject + 1];
  std::partial_sum(first_of.begin(), first_of.end(), first_of.begin());
  return first_of;
}

}  // namespace hearth

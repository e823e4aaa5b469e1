// Room for columns of many millions of rows, in large pages where the system has them: filling
// memory for the first time costs a fault a page, and a large page is 512 small ones.
//
// Only advice: where the system does not take it, nothing else changes.
#pragma once

#include <cstddef>
#include <vector>

namespace hearth {

void advise_large_pages(void* memory, std::size_t bytes);

// Makes room for that many items, as reserve does.
template <typename T>
void reserve_large(std::vector<T>& items, std::size_t count) {
  items.reserve(count);
  advise_large_pages(items.data(), items.capacity() * sizeof(T));
}

}  // namespace hearth

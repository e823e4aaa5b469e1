#include "facts/large_pages.h"

#include <cstdint>

#ifdef __linux__
#include <sys/mman.h>
#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23  // since Linux 5.14
#endif
#endif

namespace hearth {
namespace {

// The whole pages of a room.
Room pages_of(Room room, std::uintptr_t page) {
  const auto begin = reinterpret_cast<std::uintptr_t>(room.data());
  const auto first = (begin + page - 1) / page * page;
  const auto end = (begin + room.size()) / page * page;
  return first < end ? room.subspan(first - begin, end - first) : Room{};
}

#ifdef __linux__
bool advise(Room pages, int advice) {
  return pages.empty() || madvise(pages.data(), pages.size(), advice) == 0;
}
#endif

constexpr std::uintptr_t kLargePage = 2 << 20;

}  // namespace

void advise_large_pages([[maybe_unused]] Room room) {
#ifdef __linux__
  advise(pages_of(room, kLargePage), MADV_HUGEPAGE);
#endif
}

void RoomAhead::make([[maybe_unused]] std::vector<Room> rooms) {
#ifdef __linux__
  thread_ = std::jthread([rooms = std::move(rooms)](const std::stop_token& stop) {
    bool more = true;
    for (std::size_t done = 0; more; done += kLargePage) {
      more = false;
      for (const auto& room : rooms) {
        const auto pages = pages_of(room, kLargePage);
        if (done >= pages.size()) continue;
        more = true;
        if (stop.stop_requested()) return;
        if (!advise(pages.subspan(done, kLargePage), MADV_POPULATE_WRITE)) return;
      }
    }
  });
#endif
}

}  // namespace hearth

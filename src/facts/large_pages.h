// Room for columns of many millions of rows. Filling memory for the first time costs a fault a
// page, and the system clears every page: half of what reading a large file costs. So large pages
// are asked for, where the system has them, and a thread that has nothing else to do may make the
// room ahead of whoever fills it.
//
// Only advice: where the system does not take it, nothing else changes, and no byte is ever
// written.
#pragma once

#include <cstddef>
#include <span>
#include <thread>
#include <vector>

namespace hearth {

using Room = std::span<std::byte>;

void advise_large_pages(Room room);

// Makes room for that many items, as reserve does.
template <typename T>
Room reserve_large(std::vector<T>& items, std::size_t count) {
  items.reserve(count);
  const Room room(reinterpret_cast<std::byte*>(items.data()), items.capacity() * sizeof(T));
  advise_large_pages(room);
  return room;
}

// Rooms that are being made on a thread of their own, all from their beginnings on alike, until
// they are made or this goes. A room may be given up meanwhile.
class RoomAhead {
 public:
  void make(std::vector<Room> rooms);

 private:
  std::jthread thread_;
};

}  // namespace hearth

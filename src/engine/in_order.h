// Work on many things with several threads, and hand the results over in order, one at a time.
//
// The order, and so every byte that is made of the results, is the same with any number of threads.
// Workers run at most a few chunks ahead of what was handed over, so memory stays bounded.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace hearth {

inline constexpr std::size_t kChunk = 128;
inline constexpr std::size_t kChunksAhead = 8;  // for each thread

// Calls work(first, last) for consecutive ranges of [0, count), and take(result) for each result in
// order on the calling thread. Stops early when take returns false.
template <typename Work, typename Take>
void in_order(std::size_t count, int threads, Work work, Take take) {
  using Made = decltype(work(std::size_t{}, std::size_t{}));
  const std::size_t chunks = (count + kChunk - 1) / kChunk;
  const auto make = [&](std::size_t chunk) {
    return work(chunk * kChunk, std::min(count, (chunk + 1) * kChunk));
  };
  const std::size_t workers = std::min<std::size_t>(std::max(threads, 1), chunks);
  if (workers <= 1) {
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
      if (!take(make(chunk))) return;
    }
    return;
  }

  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::size_t, Made> ready;
  std::size_t next = 0;    // to be worked on
  std::size_t handed = 0;  // to be handed over
  bool stopped = false;

  const auto run = [&] {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [&] {
        return stopped || next >= chunks || next < handed + kChunksAhead * workers;
      });
      if (stopped || next >= chunks) return;
      const std::size_t mine = next++;
      lock.unlock();
      auto made = make(mine);
      lock.lock();
      ready.emplace(mine, std::move(made));
      changed.notify_all();
    }
  };

  {
    std::vector<std::jthread> crew;
    for (std::size_t i = 0; i < workers; ++i) crew.emplace_back(run);
    std::unique_lock lock(mutex);
    while (handed < chunks && !stopped) {
      changed.wait(lock, [&] { return ready.contains(handed); });
      auto made = std::move(ready.extract(handed).mapped());
      ++handed;
      changed.notify_all();
      lock.unlock();
      const bool wanted = take(std::move(made));
      lock.lock();
      stopped = !wanted;
    }
    stopped = true;
    changed.notify_all();
  }
}

}  // namespace hearth
